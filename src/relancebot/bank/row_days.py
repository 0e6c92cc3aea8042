"""The days of one row: when it is due, by its date or by its terms."""

from datetime import date, timedelta

from relancebot.bank.cells import Cells
from relancebot.bank.report import quote, say
from relancebot.bank.terms import due_by_term, latest_legal_due
from relancebot.domain.invoice import InvoiceRow
from relancebot.domain.policy import DebtorKind


def due_of_row(cells: Cells, issued: date | None) -> date | None:
    """Give the due date: the one written, else what the terms make of it."""
    errors_before = len(cells.taken.errors)
    written = cells.text("due")
    due = due_by_term(issued, written) if issued and _is_term(written) else None
    if due is not None:
        cells.taken.remarks.append(
            say("échéance {cell} : comptée depuis l’émission", cell=quote(written))
        )
        return due
    if issued is None and _is_term(written):
        cells.fail(
            "due",
            "échéance {cell} : un délai, sans date d’émission ; ajoutez cette date",
            cell=quote(written),
        )
        return None
    due = cells.day("due")
    if due is None and len(cells.taken.errors) == errors_before:
        due = _due_by_terms(cells, issued)
    if due is not None and issued is not None and due < issued:
        cells.fail(
            "due",
            "échéance du {due} avant l’émission du {issued} ; corrigez l’une des deux "
            "dates puis relancez l’import",
            due=f"{due:%d/%m/%Y}",
            issued=f"{issued:%d/%m/%Y}",
        )
    return due


def _is_term(written: str) -> bool:
    """Tell « 30 jours » from a date, even one that is a bare number."""
    has_letters = any(letter.isalpha() for letter in written)
    return has_letters and due_by_term(date(2000, 1, 1), written) is not None


def _due_by_terms(cells: Cells, issued: date | None) -> date | None:
    term, days = cells.text("term"), cells.reading.default_term_days
    if issued is None:
        title = cells.title("issued")
        if title and any(error.column == title for error in cells.taken.errors):
            return None  # the day of issue could not be read: said already
        cells.fail(
            "due",
            "sans date d’échéance ni date d’émission ; ajoutez l’échéance",
        )
        return None
    if term and (due := due_by_term(issued, term)):
        cells.taken.remarks.append(
            say("sans échéance : comptée d’après le délai de la ligne")
        )
        return due
    if days is not None:
        cells.taken.remarks.append(
            say("sans échéance : comptée {days} jours après l’émission", days=days)
        )
        return issued + timedelta(days=days)
    cells.fail(
        "due",
        "sans date d’échéance ; ajoutez-la, ou donnez votre délai habituel, par "
        "exemple --default-term-days 30",
    )
    return None


def service_end_of_row(cells: Cells) -> date | None:
    """Give the end of the work; unreadable, it costs only itself."""
    errors = len(cells.taken.errors)
    day = cells.day("service_end")
    for error in cells.taken.errors[errors:]:
        cells.taken.notices.append((error.column, error.text))
    del cells.taken.errors[errors:]
    return day


def watch_terms(cells: Cells, invoice: InvoiceRow) -> None:
    """Say what is taken as it stands: a sum of nothing, a term beyond the law."""
    if not invoice.total:
        cells.note("total", "montant nul : rien ne sera relancé")
    if invoice.issued is None or invoice.debtor_kind is DebtorKind.CONSUMER:
        return
    latest = latest_legal_due(invoice.issued)
    if invoice.due > latest:
        cells.note(
            "due",
            "échéance du {due} au-delà du maximum légal (60 jours après la facture, ou "
            "45 jours fin de mois : au plus tard le {latest}) ; elle est gardée telle "
            "quelle",
            due=f"{invoice.due:%d/%m/%Y}",
            latest=f"{latest:%d/%m/%Y}",
        )
