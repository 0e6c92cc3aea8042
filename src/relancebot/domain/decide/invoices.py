"""Invoices and money: a case is opened, changed, paid."""

from datetime import date

from relancebot.domain import events as e
from relancebot.domain.decide.common import after, close_all, close_confirmation
from relancebot.domain.dossier import Case, Dossier, PromiseState
from relancebot.domain.facts import InvoiceSeen, PaymentSeen
from relancebot.domain.invoice import Contact, InvoiceRow, Stated
from relancebot.domain.money import Money
from relancebot.domain.policy import DebtorKind
from relancebot.domain.reading import DisputeReason
from relancebot.domain.trade import Trade


def decide_invoice(
    trade: Trade, dossier: Dossier | None, fact: InvoiceSeen, today: date
) -> tuple[e.Event, ...]:
    """Open a case for a new invoice; record what a known one's source changed."""
    row = fact.row
    events: list[e.Event] = []
    if dossier is None:
        events.append(
            e.ClientRegistered(
                row.client_id,
                row.client,
                fact.reference,
                row.contacts,
                row.debtor_kind,
                row.language,
                row.formality,
            )
        )
    else:
        events.extend(_client_changes(dossier, row))
    if dossier is not None and row.number in dossier.cases:
        return (*events, *_changes(dossier, row, today))
    if row.open.amount <= 0:
        return ()  # paid before it was ever known here: no case to pursue
    events.append(
        e.InvoiceRegistered(
            row.number,
            row.client_id,
            row.total,
            row.issued,
            row.due,
            row.subject,
            row.order_reference,
        )
    )
    paid = row.total - row.open
    if paid.amount > 0:  # more open than the total (costs added) is no payment
        on = row.paid_on or today
        events.append(e.PaymentBooked(row.number, paid, on, "import"))
    if row.stated is Stated.DISPUTED:
        events.extend(_stated_dispute(row.number, today))
    if (today - row.due).days > trade.policy.old_invoice_days:
        key = "old_invoice"
        events.append(e.ReviewOpened(row.number, key, e.ReviewKind.OLD_INVOICE, today))
    return tuple(events)


def _stated_dispute(case: str, today: date) -> tuple[e.Event, ...]:
    return (
        e.DisputeOpened(case, DisputeReason.OTHER, today),
        e.ReviewOpened(case, "dispute:import", e.ReviewKind.DISPUTE, today),
    )


def _client_changes(dossier: Dossier, row: InvoiceRow) -> tuple[e.Event, ...]:
    """New particulars are added to what is known; an empty cell erases nothing."""
    client = dossier.client
    contacts = _merge(client.contacts, row.contacts)
    kind = row.debtor_kind
    if kind is DebtorKind.UNKNOWN:
        kind = client.debtor_kind
    changed = e.ClientChanged(
        client.id,
        row.client or client.name,
        contacts,
        kind,
        row.language or client.language,
        row.formality or client.formality,
    )
    same = e.ClientChanged(
        client.id,
        client.name,
        client.contacts,
        client.debtor_kind,
        client.language,
        client.formality,
    )
    return () if changed == same else (changed,)


def _merge(
    known: tuple[Contact, ...], seen: tuple[Contact, ...]
) -> tuple[Contact, ...]:
    emails = {contact.email for contact in known}
    return (*known, *(c for c in seen if c.email not in emails))


def _changes(dossier: Dossier, row: InvoiceRow, today: date) -> tuple[e.Event, ...]:
    """What the source of a known invoice says now: another sum, day, or payment.

    A cancelled invoice is given up, not paid: no money is ever recorded that did
    not come.
    """
    case, events = dossier.cases[row.number], list[e.Event]()
    if case.paid and row.total.currency != case.paid.currency:
        return ()  # money came in another currency: the row is no news of this debt
    if row.stated is Stated.CANCELLED:
        if case.settled or case.written_off:
            return ()
        return (e.WrittenOff(case.number, today), *close_all(case))
    changed = e.InvoiceChanged(
        case.number,
        row.total,
        row.issued or case.issued,
        row.due,
        row.subject or case.subject,
        row.order_reference or case.order_reference,
    )
    same = e.InvoiceChanged(
        case.number,
        case.total,
        case.issued,
        case.due,
        case.subject,
        case.order_reference,
    )
    if changed != same:
        events.append(changed)
        if case.paid.amount >= row.total.amount and not case.settled:
            events.extend(_over(case, row.paid_on or today))
    # A file may be older than what is known here: money only ever comes in.
    paid = row.total - row.open
    if paid.amount > case.paid.amount:
        on = row.paid_on or today
        came = PaymentSeen(case.number, on, "import", paid - case.paid)
        events.extend(decide_payment(after(dossier, events), came))
    if row.stated is Stated.DISPUTED and case.dispute is None and row.open.amount > 0:
        events.extend(_stated_dispute(case.number, today))
    return tuple(events)


def decide_payment(dossier: Dossier, fact: PaymentSeen) -> tuple[e.Event, ...]:
    """Book money; a settled case keeps nothing waiting."""
    case = dossier.cases.get(fact.case)
    if case is None or (fact.amount is None and case.settled):
        return ()
    # A sum of nothing is not « the whole balance ».
    amount = case.balance if fact.amount is None else fact.amount
    if not amount:
        return ()
    events: list[e.Event] = [e.PaymentBooked(case.number, amount, fact.on, fact.source)]
    paid = case.paid + amount
    settled = paid.amount >= case.total.amount
    promise = case.open_promise
    if promise and (settled or _covers(promise.paid_before, paid, promise.amount)):
        events.append(e.PromiseKept(case.number, promise.by))
    if settled:
        events.extend(_over(case, fact.on))
    elif promise and len(events) > 1:
        events.extend(close_confirmation(case, promise))
    return tuple(events)


def _over(case: Case, on: date) -> tuple[e.Event, ...]:
    """Nothing is owed any more: no claim, dispute or item is left open."""
    events: list[e.Event] = []
    if case.claim:
        events.append(e.ClaimDropped(case.number))
    if case.dispute:
        events.append(e.DisputeClosed(case.number, on))
    return (*events, *close_all(case))


def _covers(before: Money | None, paid: Money, promised: Money | None) -> bool:
    """Tell whether what came since the promise is the promised sum."""
    if promised is None:
        return False
    since = paid - before if before else paid
    return since.amount >= promised.amount


def partly_kept(case: Case) -> bool:
    """Tell whether some money, not all that was promised, came since the promise."""
    promise = case.open_promise
    return (
        promise is not None
        and promise.state is PromiseState.OPEN
        and case.paid.amount
        > (promise.paid_before.amount if promise.paid_before else 0)
    )
