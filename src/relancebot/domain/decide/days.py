"""A new day: what time alone changes in a client's file."""

from datetime import date

from relancebot.domain import events as e
from relancebot.domain.decide.common import after, close_confirmation
from relancebot.domain.decide.invoices import partly_kept
from relancebot.domain.dossier import (
    Case,
    Client,
    Disputed,
    Dossier,
    HandedOver,
    Insolvent,
    UnderReview,
    standing,
)
from relancebot.domain.plan import TaskDue, plan_case, plan_day, step_occasion
from relancebot.domain.trade import Trade
from relancebot.domain.why import WhyCode


def decide_day(trade: Trade, dossier: Dossier, today: date) -> tuple[e.Event, ...]:
    """Let holds end and promises fail, then put the tasks of the day before a person.

    The promised day fails only once its tolerance has passed, and not while the
    case is disputed or under review, nor once an insolvency procedure forbids the
    client to pay or somebody else collects.
    """
    events: list[e.Event] = list(_ended_holds(dossier, today))
    for case in dossier.open_cases:
        events.extend(_ended_waits(dossier.client, case, today))
    dossier = after(dossier, events)
    events.extend(_tasks(trade, dossier, today))
    return tuple(events)


def _ended_holds(dossier: Dossier, today: date) -> list[e.Event]:
    client = dossier.client
    events: list[e.Event] = [
        e.ClientReleased(client.id, hold.why)
        for hold in client.holds
        if hold.until is not None and hold.until < today
    ]
    events.extend(
        e.CaseReleased(case.number, hold.why)
        for case in dossier.open_cases
        for hold in case.holds
        if hold.until is not None and hold.until < today
    )
    return events


def _ended_waits(client: Client, case: Case, today: date) -> list[e.Event]:
    stands = standing(client, case, today)
    if isinstance(stands, Disputed | UnderReview | Insolvent | HandedOver):
        return []
    events: list[e.Event] = []
    promise = case.open_promise
    if promise and promise.wait_until < today:
        partly = partly_kept(case)
        rank = case.broken_promises + (0 if partly else 1)
        events.append(e.PromiseBroken(case.number, promise.by, today, rank, partly))
        events.extend(close_confirmation(case, promise))
    if case.claim and case.claim.check_on < today:
        events.append(
            e.ReviewOpened(
                case.number,
                "claim_unpaid",
                e.ReviewKind.CLAIM_UNPAID,
                today,
                evidence=case.claim.evidence,
            )
        )
        events.append(e.ClaimDropped(case.number))
    return events


def _late_notices(
    trade: Trade, client: Client, case: Case, today: date
) -> list[e.Event]:
    """Nobody need approve a notice any more once the due date is there."""
    if today < case.due:
        return []
    steps = trade.terms(client, case).scenario.steps
    notices = {step_occasion(step) for step in steps if step.after < 0}
    return [
        e.ReviewClosed(case.number, review.key, e.Decision.SUPERSEDED)
        for review in case.reviews
        if review.kind is e.ReviewKind.APPROVE and review.occasion in notices
    ]


def _tasks(trade: Trade, dossier: Dossier, today: date) -> list[e.Event]:
    events: list[e.Event] = []
    for case in dossier.open_cases:
        events.extend(_late_notices(trade, dossier.client, case, today))
        plan = plan_case(trade, dossier.client, case, today)
        task = plan.action
        if isinstance(task, TaskDue) and plan.on is not None and plan.on <= today:
            events.append(
                e.ReviewOpened(
                    case.number,
                    task.occasion,
                    task.kind,
                    today,
                    task.occasion,
                    plan.why.evidence,
                )
            )
    unreachable = [
        plan
        for plan in plan_day(trade, dossier, today).cases
        if plan.why.code is WhyCode.NO_CONTACT
    ]
    if unreachable and not any(
        r.kind is e.ReviewKind.NO_CONTACT for r in dossier.client.reviews
    ):
        events.append(
            e.ClientReviewOpened(
                dossier.client.id, "no_contact", e.ReviewKind.NO_CONTACT, today
            )
        )
    return events
