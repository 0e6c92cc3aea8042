"""A file of invoices arrives: new ones open cases, known ones may have changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from relancebot.domain import events as e
from relancebot.domain.facts import InvoiceSeen
from relancebot.domain.invoice import InvoiceRow
from relancebot.journeys.advance import record
from relancebot.office import Office


@dataclass
class Imported:
    """What an import did, by invoice number."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    paid: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    already_paid: list[str] = field(default_factory=list)
    old: list[str] = field(default_factory=list)
    refused: list[tuple[InvoiceRow, str]] = field(default_factory=list)


def invoices_arrive(
    office: Office, rows: Sequence[InvoiceRow], source: str, now: datetime
) -> Imported:
    """Take the good rows of one file in, in one transaction.

    ``source`` names the file in the log. An invoice number that belongs to another
    client is refused: a payment or an answer could not be told apart.
    """
    imported = Imported()
    with office.store.turn():
        for row in rows:
            owner = office.store.client_of(row.number)
            if owner is not None and owner != row.client_id:
                imported.refused.append((row, owner))
                continue
            fact = InvoiceSeen(row, office.new_reference())
            events = record(office, row.client_id, fact, f"import:{source}", now)
            _sort(imported, row, events, known=owner is not None)
    return imported


def _sort(
    imported: Imported,
    row: InvoiceRow,
    events: tuple[e.Event, ...],
    *,
    known: bool,
) -> None:
    number = row.number
    if not known:
        opened = any(isinstance(x, e.InvoiceRegistered) for x in events)
        (imported.new if opened else imported.already_paid).append(number)
        if any(
            isinstance(x, e.ReviewOpened) and x.review is e.ReviewKind.OLD_INVOICE
            for x in events
        ):
            imported.old.append(number)
        return
    if any(isinstance(x, e.PaymentBooked) for x in events):
        imported.paid.append(number)
    if any(isinstance(x, e.InvoiceChanged) for x in events):
        imported.changed.append(number)
    if number not in {*imported.paid, *imported.changed}:
        imported.same.append(number)
