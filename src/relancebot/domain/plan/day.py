"""A client's day: the letters due, grouped and within the caps."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from relancebot.domain.dossier import (
    Client,
    Dossier,
)
from relancebot.domain.invoice import Contact
from relancebot.domain.plan.case import plan_case
from relancebot.domain.plan.deeds import (
    worked,
)
from relancebot.domain.plan.values import (
    ONE_DAY,
    STEP,
    TONES,
    CasePlan,
    DayPlan,
    LetterDue,
    LetterItem,
    LetterPlan,
)
from relancebot.domain.policy import Tone
from relancebot.domain.trade import Trade
from relancebot.domain.why import Why, WhyCode


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
        later = worked(trade, today + ONE_DAY)
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
