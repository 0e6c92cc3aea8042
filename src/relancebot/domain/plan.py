"""What a case calls for next, and when: the one function behind every forecast.

``plan_case`` looks at one invoice, ``letters_of`` at a client's file on one day.
Neither writes anything: the daemon acts on what they return, the dry run prints it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from relancebot.domain import dossier as d
from relancebot.domain.dossier import (
    Case,
    Client,
    Dossier,
    LetterState,
    Promise,
    PromiseState,
)
from relancebot.domain.events import Evidence, ReviewKind
from relancebot.domain.invoice import Contact
from relancebot.domain.policy import Channel, Confirm, Origin, Step, Tone
from relancebot.domain.trade import Terms, Trade
from relancebot.domain.why import Why, WhyCode

ONE_DAY = timedelta(days=1)
TONES = tuple(Tone)  # from the softest to the firmest
STEP = "step:"


@dataclass(frozen=True, slots=True)
class LetterDue:
    """A mail that may leave without anybody's word."""

    occasion: str
    template: str
    tone: Tone
    deadline_days: int = 0
    reminder: bool = True
    answers: Evidence | None = None


@dataclass(frozen=True, slots=True)
class TaskDue:
    """Something that a person has to do, or to approve, before the case goes on."""

    occasion: str
    kind: ReviewKind
    template: str
    tone: Tone
    channel: Channel
    deadline_days: int = 0


@dataclass(frozen=True, slots=True)
class CasePlan:
    """What comes next for one invoice.

    With an ``action``, ``on`` is its day; without, ``on`` is the day when the case
    must be looked at again, or null when only news can change it.
    """

    case: str
    why: Why
    on: date | None = None
    action: LetterDue | TaskDue | None = None


def plan_case(trade: Trade, client: Client, case: Case, today: date) -> CasePlan:
    """Say what one invoice calls for next, from ``today`` on."""
    terms = trade.terms(client, case)

    def stop(why: Why, on: date | None = None) -> CasePlan:
        return CasePlan(case.number, why, on)

    def wait(why: Why, on: date | None = None) -> CasePlan:
        # Promises and claims end on their own day, whatever else is waited for.
        days = [day for day in (on, *_ends(case)) if day is not None]
        return stop(why, min(days, default=None))

    standing = d.standing(client, case, today)
    match standing:
        case d.Settled(on):
            return stop(Why(WhyCode.SETTLED, until=on))
        case d.WrittenOff(on):
            return stop(Why(WhyCode.WRITTEN_OFF, until=on))
        case d.HandedOver(on):
            return stop(Why(WhyCode.HANDED_OVER, until=on))
        case d.Insolvent(on):
            return stop(Why(WhyCode.INSOLVENT, until=on))
        case d.UnderReview(kind, _):
            review = d.blocking_review(client, case)
            evidence = review.evidence if review else None
            return stop(Why(WhyCode.UNDER_REVIEW, detail=str(kind), evidence=evidence))
        case d.Disputed(ground, _, _):
            evidence = case.dispute.evidence if case.dispute else None
            return stop(Why(WhyCode.DISPUTED, detail=str(ground), evidence=evidence))
        case d.Held(cause, until):
            wake = until + ONE_DAY if until else None
            hold = d.longest_hold((*case.holds, *client.holds), today)
            evidence = hold.evidence if hold else None
            reason = Why(
                WhyCode.HELD, until=until, detail=str(cause), evidence=evidence
            )
            return wait(reason, wake)
        case d.ClaimedPaid(_, check_on):
            evidence = case.claim.evidence if case.claim else None
            reason = Why(WhyCode.CLAIMED_PAID, until=check_on, evidence=evidence)
            return wait(reason, check_on + ONE_DAY)
        case d.Promised() | d.PromiseFailed() | d.Reminding() | d.Upcoming():
            pass
    if terms.hold_until and terms.hold_until >= today:
        until = terms.hold_until
        return wait(Why(WhyCode.HELD_BY_RULE, until=until), until + ONE_DAY)
    if stuck := _stuck_letter(case):
        return wait(Why(stuck))
    match standing:
        case d.Promised(by, wait_until, _):
            plan = _confirmation(trade, terms, case, today)
            if plan:
                return plan
            promise = case.open_promise
            evidence = promise.evidence if promise else None
            code = WhyCode.WAITS_FOR_PROMISE
            reason = Why(code, on=wait_until, until=by, evidence=evidence)
            return wait(reason, wait_until + ONE_DAY)
        case d.PromiseFailed():
            plan = _reaction(trade, terms, client, case, today)
            return plan or _ladder(trade, terms, client, case, today)
        case _:
            return _ladder(trade, terms, client, case, today)


def promise_occasion(case: Case, promise: Promise, what: str) -> str:
    """Name the occasion of one promise of the case: ``promise:2:broken``."""
    return f"promise:{case.promises.index(promise) + 1}:{what}"


def step_occasion(step: Step) -> str:
    """Name the occasion of a scenario's step: ``step:relance-1``."""
    return f"{STEP}{step.name}"


def _ends(case: Case) -> tuple[date, ...]:
    """The days on which a promise fails or a claim must be checked."""
    days = [p.wait_until for p in case.promises if p.state is PromiseState.OPEN]
    if case.claim:
        days.append(case.claim.check_on)
    return tuple(day + ONE_DAY for day in days)


def _stuck_letter(case: Case) -> WhyCode | None:
    """A letter whose fate is open keeps every other one back."""
    states = {letter.state for letter in case.letters}
    if LetterState.UNKNOWN in states:
        return WhyCode.LETTER_UNKNOWN
    if LetterState.TAKEN in states:
        return WhyCode.LETTER_ON_ITS_WAY
    return None


def _confirmation(
    trade: Trade, terms: Terms, case: Case, today: date
) -> CasePlan | None:
    """The letter that spells the promised day out, at once and only once."""
    promise, rules = case.open_promise, trade.policy.promises
    if promise is None:
        return None
    occasion = promise_occasion(case, promise, "confirmation")
    if case.is_done(occasion) or _confirmed_before(case, promise):
        return None
    confirmed = [
        x.on
        for x in case.letters
        if not x.reminder and x.state is not LetterState.REFUSED
    ]
    # Whoever answers every mail with a new promise may be a robot: bounded.
    if len(confirmed) >= trade.policy.caps.per_case:
        return None
    due = LetterDue(
        occasion,
        rules.confirmation_template,
        Tone.COURTEOUS,
        reminder=False,
        answers=promise.evidence,
    )
    day = today + ONE_DAY if today in confirmed else today
    why = Why(WhyCode.PROMISE_CONFIRMED, until=promise.by, evidence=promise.evidence)
    if _waits_for_word(terms, case, due, rules.confirmation):
        if any(r.occasion == occasion for r in case.reviews) or day >= promise.by:
            return None  # prepared, the promise is waited for all the same
        task = _as_task(due, ReviewKind.APPROVE, Channel.MAIL)
        return CasePlan(case.number, why, day, task)
    plan = _letter(trade, case, due, why, day)
    # On the promised day itself the letter would come too late.
    return plan if plan.on and plan.on < promise.by else None


def _confirmed_before(case: Case, promise: Promise) -> bool:
    """The same promise said again has had its letter."""
    return any(
        (earlier.by, earlier.amount) == (promise.by, promise.amount)
        and case.is_done(promise_occasion(case, earlier, "confirmation"))
        for earlier in case.promises
        if earlier is not promise
    )


def _reaction(
    trade: Trade, terms: Terms, client: Client, case: Case, today: date
) -> CasePlan | None:
    """The follow-up of a promise that was not kept, by its rank."""
    failed, reactions = d.failed_promise(case), trade.policy.promises.broken
    if failed is None or not reactions:
        return None
    occasion = promise_occasion(case, failed, "broken")
    if case.is_done(occasion) or _call_is_open(case, occasion):
        return None
    rank = max(case.broken_promises, 1)
    reaction = reactions[min(rank, len(reactions)) - 1]
    due = LetterDue(occasion, reaction.template, reaction.tone, reaction.deadline_days)
    pushes = _pushes(terms, client, case, reaction.channel, case.deadlines())
    why = Why(
        WhyCode.PROMISE_BROKEN,
        on=max((push.on for push in pushes if push.on), default=None),
        until=failed.by,
        rank=rank,
        evidence=failed.evidence,
    )
    return _act(
        trade, terms, case, (reaction.channel, reaction.confirm, due), why, today
    )


def _ladder(
    trade: Trade, terms: Terms, client: Client, case: Case, today: date
) -> CasePlan:
    """The next step of the scenario: in sequence, spaced, after every deadline."""
    step = next_step(terms, case, today)
    if step is None:
        return CasePlan(case.number, Why(WhyCode.LADDER_ENDED))
    why = _step_day(terms, client, case, step)
    due = LetterDue(step_occasion(step), step.template, step.tone, step.deadline_days)
    deed = (step.channel, step.confirm, due)
    plan = _act(trade, terms, case, deed, why, today)
    if step.after < 0 and (plan.on is None or plan.on >= case.due):
        # A notice gives way on the due date: the case is looked at again then.
        return replace(plan, on=case.due, action=None)
    return plan


def _act(
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
        case Channel.MAIL if _waits_for_word(terms, case, due, confirm):
            kind = ReviewKind.APPROVE
        case Channel.MAIL if _capped(trade, case, due):
            kind = ReviewKind.CAP_REACHED
            why = Why(WhyCode.CAP_REACHED, on=why.on, days=len(case.reminders))
        case Channel.MAIL:
            return _letter(trade, case, due, why, day)
        case Channel.CALL:
            kind = ReviewKind.CALL
        case Channel.LETTER:
            kind = ReviewKind.LETTER
        case Channel.HAND_OVER:
            kind = ReviewKind.HAND_OVER
    return _task(trade, case, _as_task(due, kind, channel), why, day)


def next_step(terms: Terms, case: Case, today: date) -> Step | None:
    """Give the first step not yet done.

    A notice before the due date is left out once that date is there; a mail softer
    than what already left is never sent after it, and no second formal notice is
    posted; an open call does not keep the next step back. A mail that left under a
    name that the scenario no longer has stands for one of its mails: a step that is
    renamed, or a client who changes scenario, goes on from its level.
    """
    firmest = max(map(TONES.index, case.tones), default=-1)
    strays = _strays(terms, case)
    for step in terms.scenario.steps:
        occasion = step_occasion(step)
        if case.is_done(occasion) or _call_is_open(case, occasion):
            continue
        if step.after < 0 and today >= case.due:
            continue
        kind = step.tone is Tone.NOTICE
        if step.channel is Channel.MAIL and strays[kind] > 0:
            strays[kind] -= 1
            continue
        if step.channel is Channel.MAIL and TONES.index(step.tone) < firmest:
            continue
        if step.tone is Tone.FORMAL_NOTICE and step.tone in case.tones:
            continue
        return step
    return None


def _strays(terms: Terms, case: Case) -> dict[bool, int]:
    """Count the scenario's mails of other names; those that are notices apart."""
    names = {step_occasion(step) for step in terms.scenario.steps}
    tones = [
        letter.tone
        for letter in case.reminders
        if letter.occasion.startswith(STEP) and letter.occasion not in names
    ]
    notices = tones.count(Tone.NOTICE)
    return {True: notices, False: len(tones) - notices}


def _call_is_open(case: Case, occasion: str) -> bool:
    return any(
        r.occasion == occasion and r.kind is ReviewKind.CALL for r in case.reviews
    )


def _step_day(terms: Terms, client: Client, case: Case, step: Step) -> Why:
    """Find the step's own day, then what pushes it later; the last push explains."""
    first = next((x.on for x in case.late_reminders), None)
    base = case.due
    if step.counted_from is Origin.FIRST_REMINDER:
        base = first or case.due + ONE_DAY
    day = base + timedelta(days=step.after)
    why = Why(WhyCode.SCENARIO_STEP, on=day, detail=step.name, days=step.after)
    # Two steps of the same day go together: neither waits for the other's delay.
    companions = {
        step_occasion(other)
        for other in terms.scenario.steps
        if (other.counted_from, other.after) == (step.counted_from, step.after)
        and Channel.MAIL in {other.channel, step.channel}
        and other.channel is not step.channel
    }
    deadlines = case.deadlines(leaving_out=companions)
    for push in _pushes(terms, client, case, step.channel, deadlines):
        if push.on and why.on and push.on > why.on:
            why = replace(push, detail=step.name)
    return why


def _pushes(
    terms: Terms,
    client: Client,
    case: Case,
    channel: Channel,
    deadlines: tuple[date, ...],
) -> list[Why]:
    """What keeps a deed back for some days: spacing, a delay announced, an answer."""
    pushes: list[Why] = []
    if channel is Channel.MAIL and case.late_reminders:
        spacing = terms.scenario.min_spacing_days
        spaced = case.late_reminders[-1].on + timedelta(days=spacing)
        pushes.append(Why(WhyCode.AFTER_SPACING, on=spaced, days=spacing))
    if deadlines:
        last = max(deadlines)
        pushes.append(Why(WhyCode.AFTER_DEADLINE, on=last + ONE_DAY, until=last))
    if client.quiet_until:
        quiet = client.quiet_until + ONE_DAY
        pushes.append(Why(WhyCode.AFTER_ANSWER, on=quiet, until=client.last_answer))
    return pushes


def _waits_for_word(terms: Terms, case: Case, due: LetterDue, confirm: Confirm) -> bool:
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


def _as_task(due: LetterDue, kind: ReviewKind, channel: Channel) -> TaskDue:
    return TaskDue(
        due.occasion, kind, due.template, due.tone, channel, due.deadline_days
    )


def _task(trade: Trade, case: Case, task: TaskDue, why: Why, day: date) -> CasePlan:
    if any(r.occasion == task.occasion for r in case.reviews):
        detail = str(task.kind)
        return CasePlan(case.number, Why(WhyCode.WAITS_FOR_PERSON, detail=detail))
    return CasePlan(case.number, why, _worked(trade, day), task)


def _letter(trade: Trade, case: Case, due: LetterDue, why: Why, day: date) -> CasePlan:
    day = max(day, why.on or day)
    before = case.letter_for(due.occasion)
    if before and before.state is LetterState.REFUSED and before.retry_at:
        why = Why(WhyCode.RETRY, on=before.retry_at.date(), detail=due.template)
        day = max(day, before.retry_at.date())
    return CasePlan(case.number, why, _worked(trade, day), due)


def _worked(trade: Trade, day: date) -> date:
    """Letters and tasks fall on worked days, unless the rules say otherwise."""
    if trade.policy.window.worked_days_only:
        return trade.calendar.next_worked(day)
    return day


# --- a client's letters of one day ----------------------------------------------


@dataclass(frozen=True, slots=True)
class LetterItem:
    """One invoice in a letter, at its own occasion."""

    case: str
    due: LetterDue
    why: Why


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """One mail to one client: what is due is grouped, the softest tone speaks."""

    client: str
    to: Contact
    items: tuple[LetterItem, ...]
    template: str
    tone: Tone
    deadline_days: int
    reminder: bool

    @property
    def key(self) -> str:
        """What makes this letter itself: the same twice is the same letter."""
        return "+".join(f"{item.case}/{item.due.occasion}" for item in self.items)


@dataclass(frozen=True)
class DayPlan:
    """A client's day: the letters due, and each case's plan with its reason."""

    letters: tuple[LetterPlan, ...]
    cases: tuple[CasePlan, ...]

    @property
    def wake_on(self) -> date | None:
        """The next day on which the file must be looked at."""
        return min((c.on for c in self.cases if c.on), default=None)


def plan_day(trade: Trade, dossier: Dossier, today: date) -> DayPlan:
    """Plan every case of a client; group the letters that are due today."""
    plans = [
        plan_case(trade, dossier.client, case, today) for case in dossier.cases.values()
    ]
    to = trade.recipient(dossier.client)
    due = [
        (plan, plan.action)
        for plan in plans
        if isinstance(plan.action, LetterDue) and plan.on and plan.on <= today
    ]
    if to is None and due:
        waiting = {plan.case for plan, _ in due}
        plans = [
            CasePlan(p.case, Why(WhyCode.NO_CONTACT), today) if p.case in waiting else p
            for p in plans
        ]
        return DayPlan((), tuple(plans))
    if to is None:
        return DayPlan((), tuple(plans))
    letters = [_group(dossier.client, to, group) for group in _groups(due)]
    reminders = [letter for letter in letters if letter.reminder]
    kept, reason = _within_caps(trade, dossier, reminders, today)
    held = {
        item.case for letter in reminders if letter not in kept for item in letter.items
    }
    if held:
        later = _worked(trade, today + ONE_DAY)
        plans = [
            CasePlan(p.case, replace(reason, on=later), later, p.action)
            if p.case in held
            else p
            for p in plans
        ]
    leaving = [x for x in letters if not x.reminder or x in kept]
    return DayPlan(tuple(leaving), tuple(plans))


def _groups(
    due: Iterable[tuple[CasePlan, LetterDue]],
) -> list[list[tuple[CasePlan, LetterDue]]]:
    """Steps of the scenario share a letter; the same template of a promise too."""
    groups: dict[str, list[tuple[CasePlan, LetterDue]]] = {}
    for plan, action in due:
        is_step = action.occasion.startswith(STEP)
        message = action.answers.message if action.answers else ""
        name = "steps" if is_step else f"{action.template}/{message}"
        if is_step and action.tone is Tone.NOTICE:
            name = "notice"  # an invoice not yet due never stands among late ones
        groups.setdefault(name, []).append((plan, action))
    return list(groups.values())


def _group(
    client: Client, to: Contact, group: list[tuple[CasePlan, LetterDue]]
) -> LetterPlan:
    softest = min((action for _, action in group), key=lambda a: TONES.index(a.tone))
    items = tuple(LetterItem(plan.case, action, plan.why) for plan, action in group)
    return LetterPlan(
        client.id,
        to,
        items,
        softest.template,
        softest.tone,
        max(action.deadline_days for _, action in group),
        softest.reminder,
    )


def _within_caps(
    trade: Trade, dossier: Dossier, reminders: list[LetterPlan], today: date
) -> tuple[list[LetterPlan], Why]:
    """One reminder a client and a day, so many a week; the firmest goes first."""
    sent = {
        letter.letter: letter.on
        for case in dossier.cases.values()
        for letter in case.reminders
    }
    week = sum(today - on < timedelta(days=7) for on in sent.values())
    if any(on == today for on in sent.values()):
        return [], Why(WhyCode.ONE_LETTER_A_DAY)
    if week >= trade.policy.caps.per_client_per_week:
        return [], Why(WhyCode.WEEK_CAP, days=week)
    ordered = sorted(reminders, key=lambda x: -TONES.index(x.tone))
    return ordered[:1], Why(WhyCode.ONE_LETTER_A_DAY)
