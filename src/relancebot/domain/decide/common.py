"""Pieces that several decisions share."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from relancebot.domain import events as e
from relancebot.domain.dossier import Case, Dossier, Promise
from relancebot.domain.evolve import evolve
from relancebot.domain.plan import promise_occasion
from relancebot.domain.policy import Channel, MeansOfPayment, Tone
from relancebot.domain.trade import Trade

VAGUE = frozenset(
    {
        e.HoldWhy.UNDATED_PROMISE,
        e.HoldWhy.AWAITING_APPROVAL,
        e.HoldWhy.DOCUMENT_REQUEST,
    }
)
"""Holds granted to an answer that gave no day."""


def make_promise(
    trade: Trade, dossier: Dossier, case: Case, promise: e.PromiseMade
) -> tuple[e.Event, ...]:
    """Record a promise with the tolerance that its means of payment has.

    The open promise, a claim of payment, and what was vaguer give way to it.
    """
    last_day = wait_until(trade, dossier, case, promise.by, promise.means)
    events: list[e.Event] = []
    if case.claim:
        events.append(e.ClaimDropped(case.number))
    if case.open_promise:
        events.append(e.PromiseReplaced(case.number, case.open_promise.by))
    events.append(replace(promise, wait_until=last_day))
    return (*events, *end_patience(case), *close_tasks(case, promise.on))


def wait_until(
    trade: Trade, dossier: Dossier, case: Case, by: date, means: MeansOfPayment
) -> date:
    """Give the last day that a promise is waited for, its tolerance included."""
    tolerance = trade.terms(dossier.client, case).tolerance.of(means)
    return trade.calendar.add_worked(by, tolerance)


def end_patience(case: Case) -> tuple[e.Event, ...]:
    """« Je vais payer » gives way to a day, or to « c'est payé »."""
    return tuple(
        e.CaseReleased(case.number, hold.why)
        for hold in case.holds
        if hold.why in VAGUE
    )


def open_dispute(case: Case, dispute: e.DisputeOpened) -> tuple[e.Event, ...]:
    """Record a dispute; the open promise is no longer counted on, nor against them."""
    promise = case.open_promise
    withdrawn = (e.PromiseReplaced(case.number, promise.by),) if promise else ()
    return (*withdrawn, dispute)


def close_tasks(case: Case, on: date) -> tuple[e.Event, ...]:
    """Close tasks that news made pointless: a call is left out, a mail replanned."""
    events: list[e.Event] = []
    for review in case.reviews:
        if review.kind is e.ReviewKind.CALL:
            events.append(
                e.StepDone(
                    case.number,
                    review.occasion,
                    Channel.CALL,
                    on,
                    Tone.COURTEOUS,
                    skipped=True,
                )
            )
        elif review.kind not in {
            e.ReviewKind.APPROVE,
            e.ReviewKind.LETTER,
            e.ReviewKind.HAND_OVER,
        }:
            continue
        events.append(e.ReviewClosed(case.number, review.key, e.Decision.SUPERSEDED))
    return tuple(events)


def close_confirmation(case: Case, promise: Promise) -> tuple[e.Event, ...]:
    """A promise has had its end: nobody need approve its confirmation any more."""
    occasion = promise_occasion(case, promise, "confirmation")
    return tuple(
        e.ReviewClosed(case.number, review.key, e.Decision.SUPERSEDED)
        for review in case.reviews
        if review.occasion == occasion and review.kind is e.ReviewKind.APPROVE
    )


def close_all(case: Case) -> tuple[e.Event, ...]:
    """The case is over: nothing about it waits any more."""
    return tuple(
        e.ReviewClosed(case.number, review.key, e.Decision.SUPERSEDED)
        for review in case.reviews
    )


def after(dossier: Dossier, events: Iterable[e.Event]) -> Dossier:
    """Give the file as it is once these events have happened."""
    for event in events:
        dossier = evolve(dossier, event)
    return dossier
