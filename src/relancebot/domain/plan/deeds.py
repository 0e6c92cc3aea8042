"""A deed that is due becomes a letter that may leave alone, or a task."""

from datetime import date

from relancebot.domain.dossier import (
    Case,
    LetterState,
    Promise,
)
from relancebot.domain.events import ReviewKind
from relancebot.domain.plan.values import STEP, CasePlan, LetterDue, TaskDue
from relancebot.domain.policy import Channel, Confirm, Step, Tone
from relancebot.domain.trade import Terms, Trade
from relancebot.domain.why import Why, WhyCode


def promise_occasion(case: Case, promise: Promise, what: str) -> str:
    """Name the occasion of one promise of the case: ``promise:2:broken``."""
    return f"promise:{case.promises.index(promise) + 1}:{what}"


def step_occasion(step: Step) -> str:
    """Name the occasion of a scenario's step: ``step:relance-1``."""
    return f"{STEP}{step.name}"


def call_is_open(case: Case, occasion: str) -> bool:
    """Tell whether a call of that occasion still waits to be made."""
    return any(
        r.occasion == occasion and r.kind is ReviewKind.CALL for r in case.reviews
    )


def act(
    trade: Trade,
    terms: Terms,
    case: Case,
    deed: tuple[Channel, Confirm, LetterDue],
    why: Why,
    today: date,
) -> CasePlan:
    """A mail that may leave alone, or else a task for the person."""
    channel, confirm, due = deed
    day = max(why.on or today, today)
    match channel:
        case Channel.MAIL if waits_for_word(terms, case, due, confirm):
            kind = ReviewKind.APPROVE
        case Channel.MAIL if _capped(trade, case, due):
            kind = ReviewKind.CAP_REACHED
            why = Why(WhyCode.CAP_REACHED, on=why.on, days=len(case.reminders))
        case Channel.MAIL:
            return letter_plan(trade, case, due, why, day)
        case Channel.CALL:
            kind = ReviewKind.CALL
        case Channel.LETTER:
            kind = ReviewKind.LETTER
        case Channel.HAND_OVER:
            kind = ReviewKind.HAND_OVER
    return task_plan(trade, case, as_task(due, kind, channel), why, day)


def waits_for_word(terms: Terms, case: Case, due: LetterDue, confirm: Confirm) -> bool:
    """A formal notice always waits for the person, whatever the rules say."""
    wanted = due.tone is Tone.FORMAL_NOTICE or Confirm.PERSON in {
        confirm,
        terms.confirm,
    }
    return wanted and due.occasion not in case.approved


def _capped(trade: Trade, case: Case, due: LetterDue) -> bool:
    """So many reminders an invoice; one more only with the person's word."""
    enough = len(case.reminders) >= trade.policy.caps.per_case
    return enough and due.occasion not in case.approved


def as_task(due: LetterDue, kind: ReviewKind, channel: Channel) -> TaskDue:
    """See a letter as something that a person does or approves."""
    return TaskDue(
        due.occasion, kind, due.template, due.tone, channel, due.deadline_days
    )


def task_plan(trade: Trade, case: Case, task: TaskDue, why: Why, day: date) -> CasePlan:
    """Plan a task for a worked day; once it is open, the person is waited for."""
    if any(r.occasion == task.occasion for r in case.reviews):
        detail = str(task.kind)
        return CasePlan(case.number, Why(WhyCode.WAITS_FOR_PERSON, detail=detail))
    return CasePlan(case.number, why, worked(trade, day), task)


def letter_plan(
    trade: Trade, case: Case, due: LetterDue, why: Why, day: date
) -> CasePlan:
    """Plan a letter for a worked day, after the pause of one that was refused."""
    day = max(day, why.on or day)
    before = case.letter_for(due.occasion)
    if before and before.state is LetterState.REFUSED and before.retry_at:
        why = Why(WhyCode.RETRY, on=before.retry_at.date(), detail=due.template)
        day = max(day, before.retry_at.date())
    return CasePlan(case.number, why, worked(trade, day), due)


def worked(trade: Trade, day: date) -> date:
    """Letters and tasks fall on worked days, unless the rules say otherwise."""
    if trade.policy.window.worked_days_only:
        return trade.calendar.next_worked(day)
    return day
