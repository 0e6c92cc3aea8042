"""How each event changes a client's file; nothing else ever does."""

from collections.abc import Iterable
from dataclasses import replace

from relancebot.domain import events as e
from relancebot.domain.dossier import (
    Case,
    Client,
    Dispute,
    Dossier,
    Hold,
    LetterRecord,
    LetterState,
    PaymentClaim,
    Promise,
    PromiseState,
    Review,
    StepRecord,
)
from relancebot.domain.events import CaseEvent, ClientEvent, Event
from relancebot.domain.ledger import Payment
from relancebot.domain.money import Money


def fold(events: Iterable[Event]) -> Dossier:
    """Make a client's file from all its events in order.

    Raises:
        ValueError: when the first event does not register the client.
    """
    dossier: Dossier | None = None
    for event in events:
        dossier = evolve(dossier, event)
    if dossier is None:
        raise ValueError("a client's file begins with ClientRegistered")
    return dossier


def evolve(dossier: Dossier | None, event: Event) -> Dossier:
    """Give the file as it is after one more event.

    Raises:
        ValueError: when an event concerns a client or case never registered.
    """
    if isinstance(event, e.ClientRegistered):
        return Dossier(
            Client(
                event.client,
                event.name,
                event.reference,
                event.contacts,
                event.debtor_kind,
                event.language,
                event.formality,
            )
        )
    if dossier is None:
        raise ValueError("a client's file begins with ClientRegistered")
    if isinstance(event, ClientEvent):
        return replace(dossier, client=_client(dossier.client, event))
    if isinstance(event, e.InvoiceRegistered):
        case = Case(
            event.case,
            event.client,
            event.total,
            event.issued,
            event.due,
            event.subject,
            event.order_reference,
            paid=Money.zero(event.total.currency),
        )
    else:
        if event.case not in dossier.cases:
            raise ValueError(f"case {event.case} was never registered")
        case = _case(dossier.cases[event.case], event)
    return replace(dossier, cases={**dossier.cases, case.number: case})


def _client(client: Client, event: ClientEvent) -> Client:
    match event:
        case e.ClientRegistered():
            return client
        case e.ClientChanged():
            return replace(
                client,
                name=event.name,
                contacts=event.contacts,
                debtor_kind=event.debtor_kind,
                language=event.language,
                formality=event.formality,
            )
        case e.AnswerArrived():
            quiet = max(client.quiet_until or event.quiet_until, event.quiet_until)
            return replace(client, quiet_until=quiet, last_answer=event.on)
        case e.ClientHeld():
            hold = Hold(event.why, event.until, event.evidence)
            return replace(client, holds=_with_hold(client.holds, hold))
        case e.ClientReleased():
            return replace(client, holds=_without_hold(client.holds, event.why))
        case e.ClientReviewOpened():
            review = Review(event.key, event.review, event.on, "", event.evidence)
            return replace(client, reviews=_with_review(client.reviews, review))
        case e.ClientReviewClosed():
            return replace(client, reviews=_without_review(client.reviews, event.key))
        case e.AddressFailed():
            if event.hard:
                return replace(
                    client, dead_addresses=client.dead_addresses | {event.email}
                )
            return replace(
                client, soft_bounces=(*client.soft_bounces, (event.email, event.on))
            )
        case e.ClientInsolvent():
            return replace(client, insolvent=client.insolvent or event.on)


def _case(case: Case, event: CaseEvent) -> Case:
    match event:
        case e.InvoiceRegistered():
            return case
        case e.InvoiceChanged():
            currency = event.total.currency
            return replace(
                case,
                # Nothing paid yet has no currency of its own to keep.
                paid=case.paid or Money.zero(currency),
                total=event.total,
                issued=event.issued,
                due=event.due,
                subject=event.subject,
                order_reference=event.order_reference,
            )
        case e.PaymentBooked():
            return replace(
                case,
                paid=case.paid + event.amount,
                last_payment=event.on,
                payments=(*case.payments, Payment(event.on, event.amount)),
            )
        case e.PromiseMade():
            promise = Promise(
                event.by,
                event.wait_until,
                event.on,
                event.amount,
                event.means,
                evidence=event.evidence,
                paid_before=case.paid,
            )
            return replace(case, promises=(*case.promises, promise))
        case e.PromiseKept():
            return _promise_becomes(case, PromiseState.KEPT)
        case e.PromiseBroken():
            state = PromiseState.PARTLY_KEPT if event.partly else PromiseState.BROKEN
            return _promise_becomes(case, state)
        case e.PromiseReplaced():
            return _promise_becomes(case, PromiseState.REPLACED)
        case e.DisputeOpened():
            dispute = Dispute(event.reason, event.on, event.amount, event.evidence)
            return replace(case, dispute=dispute)
        case e.DisputeClosed():
            return replace(case, dispute=None)
        case e.PaymentClaimed():
            claim = PaymentClaim(
                event.on, event.check_on, event.paid_on, event.evidence
            )
            return replace(case, claim=claim)
        case e.ClaimDropped():
            return replace(case, claim=None)
        case e.CaseHeld():
            hold = Hold(event.why, event.until, event.evidence)
            return replace(case, holds=_with_hold(case.holds, hold))
        case e.CaseReleased():
            return replace(case, holds=_without_hold(case.holds, event.why))
        case e.ReviewOpened():
            review = Review(
                event.key, event.review, event.on, event.occasion, event.evidence
            )
            return replace(case, reviews=_with_review(case.reviews, review))
        case e.ReviewClosed():
            return replace(case, reviews=_without_review(case.reviews, event.key))
        case e.StepDone():
            step = StepRecord(
                event.occasion,
                event.channel,
                event.on,
                event.tone,
                event.deadline,
                event.skipped,
            )
            return replace(case, steps=(*case.steps, step))
        case e.LetterApproved():
            return replace(case, approved=case.approved | {event.occasion})
        case e.LetterTaken():
            before = case.letter_for(event.occasion)
            letter = LetterRecord(
                event.occasion,
                event.letter,
                event.message_id,
                event.to,
                event.tone,
                event.on,
                LetterState.TAKEN,
                event.deadline,
                event.reminder,
                refusals=before.refusals if before else 0,
            )
            others = tuple(x for x in case.letters if x.letter != event.letter)
            return replace(case, letters=(*others, letter))
        case e.LetterSent():
            return _letter_becomes(case, event.letter, LetterState.SENT)
        case e.LetterRefused():
            return _letter_refused(case, event)
        case e.LetterUnknown():
            return _letter_becomes(case, event.letter, LetterState.UNKNOWN)
        case e.HandedOver():
            return replace(case, handed_over=event.on)
        case e.WrittenOff():
            return replace(case, written_off=event.on)


def _with_hold(holds: tuple[Hold, ...], hold: Hold) -> tuple[Hold, ...]:
    return (*_without_hold(holds, hold.why), hold)


def _without_hold(holds: tuple[Hold, ...], why: e.HoldWhy) -> tuple[Hold, ...]:
    return tuple(h for h in holds if h.why is not why)


def _with_review(reviews: tuple[Review, ...], review: Review) -> tuple[Review, ...]:
    return (*_without_review(reviews, review.key), review)


def _without_review(reviews: tuple[Review, ...], key: str) -> tuple[Review, ...]:
    return tuple(r for r in reviews if r.key != key)


def _promise_becomes(case: Case, state: PromiseState) -> Case:
    return replace(
        case,
        promises=tuple(
            replace(p, state=state) if p.state is PromiseState.OPEN else p
            for p in case.promises
        ),
    )


def _letter_becomes(case: Case, letter: str, state: LetterState) -> Case:
    return replace(
        case,
        letters=tuple(
            replace(x, state=state) if x.letter == letter else x for x in case.letters
        ),
    )


def _letter_refused(case: Case, event: e.LetterRefused) -> Case:
    return replace(
        case,
        letters=tuple(
            replace(
                x,
                state=LetterState.REFUSED,
                permanent=event.permanent,
                retry_at=event.retry_at,
                refusals=x.refusals + (0 if event.unreached else 1),
            )
            if x.letter == event.letter
            else x
            for x in case.letters
        ),
    )
