"""The client of one row: name, contacts, which law and which tone they are owed."""

from relancebot.bank import vocabulary
from relancebot.bank.cells import Cells
from relancebot.bank.contacts import read_contacts
from relancebot.bank.report import quote, say
from relancebot.bank.titles import label_of
from relancebot.bank.values import is_spreadsheet_fault
from relancebot.domain.invoice import Contact
from relancebot.domain.policy import DebtorKind, Formality, Language


def client_of_row(cells: Cells) -> str:
    """Give the client's name; a letter cannot do without one."""
    name = cells.text("client")
    if not name:
        cells.fail("client", "client manquant ; ajoutez son nom")
    elif "\N{REPLACEMENT CHARACTER}" in name:
        cells.note(
            "client",
            "client {cell} : un caractère a été perdu ; corrigez le nom, ou refaites "
            "l’export en UTF-8",
            cell=quote(name),
        )
    elif is_spreadsheet_fault(name):
        cells.fail(
            "client",
            "client {cell} : le tableur n’affiche pas la valeur ; corrigez la formule "
            "puis refaites l’export",
            cell=quote(name),
        )
    return name


def contacts_of_row(cells: Cells) -> tuple[Contact, ...]:
    """Give the people to write to; a row without any is kept, and said."""
    read = read_contacts(cells.reading.contacts, cells.at)
    for at, text in read.notices:
        cells.taken.notices.append((cells.reading.header[at].strip(), text))
    if cells.reading.contacts and not read.found and not read.notices:
        cells.taken.remarks.append(
            say("sans adresse e-mail : aucune relance ne partira avant d’en avoir une")
        )
    return read.found


def debtor_kind_of_row(cells: Cells) -> DebtorKind:
    """Tell which law applies to the client; a word unknown says nothing."""
    cell = cells.raw("debtor_kind")
    found = vocabulary.read_debtor_kind(cell)
    if found is None:
        _unknown_word(cells, "debtor_kind", cell)
    return found or DebtorKind.UNKNOWN


def language_of_row(cells: Cells) -> Language | None:
    """Give the language in which the client is written to, if stated."""
    cell = cells.raw("language")
    found = vocabulary.read_language(cell)
    if cell.strip() and found is None:
        _unknown_word(cells, "language", cell)
    return found


def formality_of_row(cells: Cells) -> Formality | None:
    """Tell whether the client is said « tu » or « vous », if stated."""
    cell = cells.raw("formality")
    found = vocabulary.read_formality(cell)
    if cell.strip() and found is None:
        _unknown_word(cells, "formality", cell)
    return found


def _unknown_word(cells: Cells, name: str, cell: str) -> None:
    cells.taken.remarks.append(
        say(
            "{label} {cell} inconnu, laissé de côté",
            label=label_of(name),
            cell=quote(cell),
        )
    )
