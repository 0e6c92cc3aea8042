"""The scenario: which step comes next, and on which day."""

from dataclasses import replace
from datetime import date, timedelta

from relancebot.domain.dossier import (
    Case,
    Client,
)
from relancebot.domain.plan.deeds import act, call_is_open, step_occasion
from relancebot.domain.plan.values import ONE_DAY, STEP, TONES, CasePlan, LetterDue
from relancebot.domain.policy import Channel, Origin, Step, Tone
from relancebot.domain.trade import Terms, Trade
from relancebot.domain.why import Why, WhyCode


def ladder(
    trade: Trade, terms: Terms, client: Client, case: Case, today: date
) -> CasePlan:
    """The next step of the scenario: in sequence, spaced, after every deadline."""
    step = next_step(terms, case, today)
    if step is None:
        return CasePlan(case.number, Why(WhyCode.LADDER_ENDED))
    why = _step_day(terms, client, case, step)
    due = LetterDue(step_occasion(step), step.template, step.tone, step.deadline_days)
    deed = (step.channel, step.confirm, due)
    plan = act(trade, terms, case, deed, why, today)
    if step.after < 0 and (plan.on is None or plan.on >= case.due):
        # A notice gives way on the due date: the case is looked at again then.
        return replace(plan, on=case.due, action=None)
    return plan


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
        if case.is_done(occasion) or call_is_open(case, occasion):
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
    for push in kept_back_by(terms, client, case, step.channel, deadlines):
        if push.on and why.on and push.on > why.on:
            why = replace(push, detail=step.name)
    return why


def kept_back_by(
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
