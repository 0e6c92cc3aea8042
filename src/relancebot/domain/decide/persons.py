"""What the person decides: the last word over every case."""

from dataclasses import replace
from datetime import date

from relancebot.domain import events as e
from relancebot.domain.decide.common import (
    after,
    close_tasks,
    make_promise,
    open_dispute,
)
from relancebot.domain.decide.invoices import decide_payment
from relancebot.domain.dossier import BLOCKING, Case, Dossier, LetterState, Review
from relancebot.domain.events import Decision, HoldWhy, ReviewKind
from relancebot.domain.facts import (
    HoldAsked,
    PaymentSeen,
    PersonDecided,
    ResumeAsked,
)
from relancebot.domain.plan import step_occasion
from relancebot.domain.policy import Channel, Tone
from relancebot.domain.reading import DisputeReason
from relancebot.domain.trade import Trade

TASKS = frozenset({ReviewKind.APPROVE, ReviewKind.LETTER, ReviewKind.HAND_OVER})
"""Items about a deed: agreeing is doing it, « nothing » is leaving it out."""
_LEAVES_OPEN = frozenset(Decision) - {Decision.SENT, Decision.NOT_SENT, Decision.PAID}
"""Decisions that do not say whether a letter left: the question stays."""


def decide_hold(dossier: Dossier, fact: HoldAsked) -> tuple[e.Event, ...]:
    """Suspend one invoice, or the client."""
    if fact.case is None:
        return (e.ClientHeld(dossier.client.id, HoldWhy.PERSON, fact.until),)
    if fact.case not in dossier.cases:
        return ()
    return (e.CaseHeld(fact.case, HoldWhy.PERSON, fact.until),)


def decide_resume(
    dossier: Dossier, fact: ResumeAsked, today: date
) -> tuple[e.Event, ...]:
    """Let a case go on: what kept it back ends, tasks and approvals stay."""
    case, client = dossier.cases.get(fact.case), dossier.client
    if case is None:
        return ()
    events: list[e.Event] = [
        e.CaseReleased(case.number, hold.why) for hold in case.holds
    ]
    events += [e.ClientReleased(client.id, hold.why) for hold in client.holds]
    if case.dispute:
        events.append(e.DisputeClosed(case.number, today))
    if case.claim:
        events.append(e.ClaimDropped(case.number))
    events += [
        e.ReviewClosed(case.number, review.key, Decision.NOTHING)
        for review in case.reviews
        # Whether a letter left is not a matter of going on: it has its own answer.
        if review.kind in BLOCKING and review.kind is not ReviewKind.AMBIGUOUS
    ]
    events += [
        e.ClientReviewClosed(client.id, review.key, Decision.NOTHING)
        for review in client.reviews
        # Nor is an insolvency procedure: chasing through one is against the law.
        if review.kind is not ReviewKind.INSOLVENCY
    ]
    return tuple(events)


def decide_person(
    trade: Trade, dossier: Dossier, fact: PersonDecided, today: date
) -> tuple[e.Event, ...]:
    """Carry out the person's answer to one review item.

    An item that is no longer there gives nothing: somebody answered it before.
    """
    if fact.case is None:
        return _about_client(dossier, fact, today)
    case = dossier.cases.get(fact.case)
    if case is None:
        return ()
    review = next((r for r in case.reviews if r.key == fact.key), None)
    if review is None or (fact.decision is Decision.PROMISE and fact.by is None):
        return ()
    if review.kind is ReviewKind.AMBIGUOUS and fact.decision in _LEAVES_OPEN:
        return ()
    closed = e.ReviewClosed(case.number, review.key, fact.decision)
    events = _carry_out(trade, dossier, case, review, fact, today)
    if _closes(after(dossier, events), fact):
        return (*events, closed)
    return events


def _closes(dossier: Dossier, fact: PersonDecided) -> bool:
    """An item may have been closed by what was decided (a payment closes all)."""
    case = dossier.cases[fact.case or ""]
    return any(review.key == fact.key for review in case.reviews)


def _carry_out(
    trade: Trade,
    dossier: Dossier,
    case: Case,
    review: Review,
    fact: PersonDecided,
    today: date,
) -> tuple[e.Event, ...]:
    number = case.number
    match fact.decision:
        case Decision.PROMISE if fact.by:
            made = e.PromiseMade(
                number,
                fact.by,
                fact.by,
                today,
                fact.amount,
                fact.means,
                review.evidence,
            )
            called = _answered(case, review, today)
            others = tuple(r for r in case.reviews if r.key != review.key)
            promise = make_promise(trade, dossier, replace(case, reviews=others), made)
            return (*called, *promise)
        case Decision.DISPUTE:
            reason = fact.reason or DisputeReason.OTHER
            dispute = e.DisputeOpened(
                number, reason, today, fact.amount, review.evidence
            )
            return (*open_dispute(case, dispute), *close_tasks(case, today))
        case Decision.PAID:
            paid = PaymentSeen(number, today, "person", fact.amount)
            return decide_payment(dossier, paid)
        case Decision.HOLD:
            held = e.CaseHeld(number, HoldWhy.PERSON, fact.until, review.evidence)
            return (held,)
        case Decision.SEND | Decision.DONE:
            return _do(trade, dossier, case, review, today)
        case Decision.ACCEPTED if review.kind in TASKS:
            return _do(trade, dossier, case, review, today)
        case Decision.NOTHING if review.kind in TASKS:
            return _leave_out(case, review, today)
        case Decision.CANCEL:
            return _leave_out(case, review, today)
        case Decision.SENT | Decision.NOT_SENT:
            return _settle_letter(dossier, review, fact.decision, today)
        case Decision.ACCEPTED | Decision.NOTHING | Decision.SUPERSEDED:
            if review.kind is ReviewKind.CAP_REACHED:
                return _leave_out(case, review, today)
            if review.kind is ReviewKind.DISPUTE and case.dispute:
                if fact.decision is Decision.NOTHING:
                    return (e.DisputeClosed(number, today),)
            elif review.kind is ReviewKind.CALL:
                return _answered(case, review, today)
            return ()
        case _:
            return ()


def _answered(case: Case, review: Review, today: date) -> tuple[e.Event, ...]:
    """A call that brought its answer is a step done."""
    if review.kind is not ReviewKind.CALL:
        return ()
    return (
        e.StepDone(case.number, review.occasion, Channel.CALL, today, Tone.COURTEOUS),
    )


def _do(
    trade: Trade, dossier: Dossier, case: Case, review: Review, today: date
) -> tuple[e.Event, ...]:
    number, occasion = case.number, review.occasion
    match review.kind:
        case ReviewKind.APPROVE | ReviewKind.CAP_REACHED:
            return (e.LetterApproved(number, occasion),)
        case ReviewKind.CALL:
            return _answered(case, review, today)
        case ReviewKind.LETTER:
            tone, days = _announced(trade, dossier, case, occasion)
            deadline = trade.deadline(days, today, Channel.LETTER)
            return (
                e.StepDone(number, occasion, Channel.LETTER, today, tone, deadline),
            )
        case ReviewKind.HAND_OVER:
            return (e.HandedOver(number, today),)
        case _:
            return ()


def _announced(
    trade: Trade, dossier: Dossier, case: Case, occasion: str
) -> tuple[Tone, int]:
    """The tone and the delay that a step, or a broken promise, announces."""
    terms = trade.terms(dossier.client, case)
    for step in terms.scenario.steps:
        if step_occasion(step) == occasion:
            return step.tone, step.deadline_days
    reactions = trade.policy.promises.broken
    if reactions:
        rank = max(case.broken_promises, 1)
        reaction = reactions[min(rank, len(reactions)) - 1]
        return reaction.tone, reaction.deadline_days
    return Tone.FORMAL, 0


def _leave_out(case: Case, review: Review, today: date) -> tuple[e.Event, ...]:
    channel = {
        ReviewKind.APPROVE: Channel.MAIL,
        ReviewKind.CAP_REACHED: Channel.MAIL,
        ReviewKind.REFUSED: Channel.MAIL,
        ReviewKind.CALL: Channel.CALL,
        ReviewKind.LETTER: Channel.LETTER,
        ReviewKind.HAND_OVER: Channel.HAND_OVER,
    }.get(review.kind)
    if channel is None:
        return ()
    return (
        e.StepDone(
            case.number,
            review.occasion,
            channel,
            today,
            Tone.COURTEOUS,
            skipped=True,
        ),
    )


def _settle_letter(
    dossier: Dossier, review: Review, decision: Decision, today: date
) -> tuple[e.Event, ...]:
    """One letter has one fate: the answer holds for every invoice in it."""
    if review.kind is not ReviewKind.AMBIGUOUS:
        return ()
    letter = review.key.partition(":")[2]
    events: list[e.Event] = []
    for case in dossier.cases.values():
        record = next((x for x in case.letters if x.letter == letter), None)
        if record is None or record.state is LetterState.SENT:
            continue
        number, occasion = case.number, record.occasion
        if decision is Decision.SENT:
            events.append(e.LetterSent(number, occasion, letter, today))
        else:
            events.append(e.LetterRefused(number, occasion, letter, permanent=False))
        events += [
            e.ReviewClosed(number, r.key, decision)
            for r in case.reviews
            if r.key == review.key
        ]
    return tuple(events)


def _about_client(
    dossier: Dossier, fact: PersonDecided, today: date
) -> tuple[e.Event, ...]:
    client = dossier.client
    review = next((r for r in client.reviews if r.key == fact.key), None)
    if review is None:
        return ()
    closed = e.ClientReviewClosed(client.id, review.key, fact.decision)
    insolvent = (
        review.kind is ReviewKind.INSOLVENCY and fact.decision is Decision.ACCEPTED
    )
    if insolvent:
        return (e.ClientInsolvent(client.id, today, review.evidence), closed)
    if fact.decision is Decision.HOLD:
        held = e.ClientHeld(client.id, HoldWhy.PERSON, fact.until, review.evidence)
        return (held, closed)
    return (closed,)
