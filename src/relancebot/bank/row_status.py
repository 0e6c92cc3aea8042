"""What a row is, and what its tool says of it: draft, paid, disputed, cancelled."""

from relancebot.bank import vocabulary
from relancebot.bank.cells import Cells
from relancebot.bank.report import quote, say
from relancebot.bank.vocabulary import Kind
from relancebot.domain.invoice import Stated


def kind_of_row(cells: Cells) -> Kind:
    """Tell an invoice from a credit note, and from what is neither."""
    cell = cells.raw("kind")
    found = vocabulary.read_kind(cell)
    if cell.strip() and found is None:
        cells.taken.remarks.append(
            say(
                "type de pièce {cell} inconnu, lu comme une facture",
                cell=quote(cell),
            )
        )
    if found in {Kind.PURCHASE, Kind.OTHER, Kind.DRAFT}:
        _aside(cells, found, cell)
    return found or Kind.INVOICE


def stated_of_row(cells: Cells) -> Stated | Kind:
    """Give what the tool says of the invoice, over all its status columns."""
    found: set[Stated] = set()
    unknown: list[str] = []
    for at in cells.layout.places.get("status", ()):
        cell = cells.at(at)
        if not cell.strip():
            continue
        word = vocabulary.read_stated(cell)
        if isinstance(word, Kind):
            _aside(cells, word, cell)
            return word
        if word is None:
            unknown.append(cell)
        else:
            found.add(word)
    settled = cells.raw("settled")
    if settled.strip():
        answer = vocabulary.read_yes_no(settled)
        if answer is None:
            unknown.append(settled)
        else:
            found.add(Stated.PAID if answer else Stated.UNPAID)
            if not answer and Stated.PAID in found:
                cells.fail(
                    "settled",
                    "une colonne dit la facture payée, une autre non ; corrigez celle "
                    "qui se trompe puis relancez l’import",
                )
    for cell in unknown:
        _unknown_status(cells, cell, known=bool(found))
    for first in (
        Stated.CANCELLED,
        Stated.PAID,
        Stated.DISPUTED,
        Stated.PARTLY_PAID,
        Stated.UNPAID,
    ):
        if first in found:
            return first
    return Stated.NOTHING


def _aside(cells: Cells, kind: Kind, cell: str) -> None:
    what = {
        Kind.PURCHASE: "n’est pas une facture client",
        Kind.DRAFT: "n’est pas une facture émise",
    }.get(kind, "n’est pas une facture")
    cells.taken.remarks.append(
        say("laissé de côté : {cell} {what}", cell=quote(cell), what=what)
    )


def _unknown_status(cells: Cells, cell: str, *, known: bool) -> None:
    if known or cells.raw("open").strip() or cells.raw("paid_amount").strip():
        cells.taken.remarks.append(
            say("statut {cell} inconnu, laissé de côté", cell=quote(cell))
        )
        return
    cells.fail(
        "status",
        "statut {cell} inconnu : rien ne dit si la facture est payée ; écrivez "
        "« payée » ou « impayée », ou ajoutez une colonne « Reste à payer »",
        cell=quote(cell),
    )
