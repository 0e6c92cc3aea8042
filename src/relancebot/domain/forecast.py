"""The dry run: the daemon's own decisions, played forward in memory."""

from dataclasses import dataclass
from datetime import date, timedelta

from relancebot.domain import events as e
from relancebot.domain.decide import decide
from relancebot.domain.decide.common import after
from relancebot.domain.dossier import Dossier, LetterState
from relancebot.domain.facts import DayBegan, LetterFate, LetterLeaves
from relancebot.domain.plan import CasePlan, LetterPlan, plan_day
from relancebot.domain.trade import Trade

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A letter, or a task, that the days to come hold if nothing else happens."""

    on: date
    what: LetterPlan | e.ReviewOpened | e.ClientReviewOpened | e.PromiseBroken


@dataclass(frozen=True)
class Forecast:
    """What will happen to a client's file, and why each case rests at the end."""

    steps: tuple[Foreseen, ...]
    rest: tuple[CasePlan, ...]
    now: tuple[CasePlan, ...]


def forecast(trade: Trade, dossier: Dossier, first: date, days: int) -> Forecast:
    """Play ``days`` days from ``first`` on: every letter due is taken as sent.

    Days on which nothing can change are jumped over.
    """
    steps: list[Foreseen] = []
    last = first + timedelta(days=days)
    day = first
    now = plan_day(trade, dossier, first)
    while day <= last:
        happened = decide(trade, dossier, DayBegan(), day)
        dossier = after(dossier, happened)
        steps.extend(
            Foreseen(day, event)
            for event in happened
            if isinstance(
                event, e.ReviewOpened | e.ClientReviewOpened | e.PromiseBroken
            )
        )
        for letter in plan_day(trade, dossier, day).letters:
            steps.append(Foreseen(day, letter))
            dossier = _sent(trade, dossier, letter, day)
        wake = plan_day(trade, dossier, day).wake_on
        if wake is None:
            break
        day = max(day + ONE_DAY, wake)
    return Forecast(tuple(steps), plan_day(trade, dossier, last).cases, now.cases)


def _sent(trade: Trade, dossier: Dossier, letter: LetterPlan, day: date) -> Dossier:
    for fact in (
        LetterLeaves(letter, letter.key, f"<{letter.key}>", ""),
        LetterFate(letter.key, LetterState.SENT),
    ):
        dossier = after(dossier, decide(trade, dossier, fact, day))
    return dossier
