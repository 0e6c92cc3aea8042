"""The days to come: what will leave when, and why nothing else does."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from relancebot import french
from relancebot.domain import events as e
from relancebot.domain.dossier import (
    Client,
)
from relancebot.domain.forecast import Foreseen, forecast
from relancebot.domain.plan import LetterPlan
from relancebot.journeys.views.words import say_plan, say_why
from relancebot.office import Office
from relancebot.store.settings import PAUSED


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing that the days to come hold, in one line."""

    on: date
    kind: str
    client: str
    client_name: str
    cases: tuple[str, ...]
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Resting:
    """A case for which nothing is planned in the days shown, and why."""

    client: str
    client_name: str
    case: str
    why: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """The dry run: what will leave when, and why nothing else does."""

    first: date
    days: int
    coming: tuple[Coming, ...]
    resting: tuple[Resting, ...]
    paused: bool


def outlook(office: Office, now: datetime, days: int) -> Outlook:
    """Play the daemon's own decisions forward, without writing anything."""
    local = office.local(now)
    first = local.date()
    if local.time() >= office.policy.window.end:
        first += timedelta(days=1)
    coming: list[Coming] = []
    resting: list[Resting] = []
    for client_id in office.store.clients():
        dossier = office.store.dossier(client_id)
        if dossier is None or not dossier.open_cases:
            continue
        seen = forecast(office.trade, dossier, first, days)
        client = dossier.client
        coming += [
            line
            for step in seen.steps
            if (line := _coming(office, client, step)) is not None
        ]
        acting = {number for line in coming for number in line.cases}
        resting += [
            Resting(client.id, client.name, plan.case, say_plan(office, plan))
            for plan in seen.now
            if plan.case not in acting and not dossier.cases[plan.case].settled
        ]
    coming.sort(key=lambda line: (line.on, line.client_name, line.cases))
    paused = office.store.setting(PAUSED) is not None
    return Outlook(first, days, tuple(coming), tuple(resting), paused)


def _coming(office: Office, client: Client, step: Foreseen) -> Coming | None:
    match step.what:
        case LetterPlan() as letter:
            names = tuple(item.case for item in letter.items)
            return Coming(
                step.on,
                "letter",
                client.id,
                client.name,
                names,
                f"{letter.template} à {letter.to.email}",
                say_why(office, letter.items[0].why),
            )
        case e.ReviewOpened() as review:
            return Coming(
                step.on,
                "task",
                client.id,
                client.name,
                (review.case,),
                french.say_review(review.review),
                french.say_occasion(review.occasion) if review.occasion else "",
            )
        case e.ClientReviewOpened() as review:
            return Coming(
                step.on,
                "task",
                client.id,
                client.name,
                (),
                french.say_review(review.review),
                "",
            )
        case e.PromiseBroken():
            return None  # its follow-up tells it
