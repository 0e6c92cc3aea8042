"""One case in full: where it stands, what comes next, all that happened."""

from dataclasses import dataclass
from datetime import date, datetime

from relancebot import french
from relancebot.domain.dossier import (
    Case,
    Held,
    Standing,
    standing,
)
from relancebot.domain.plan import plan_case
from relancebot.journeys.person_decides import UnknownCaseError
from relancebot.journeys.views.items import Item, items_of
from relancebot.journeys.views.words import say_plan, say_recorded
from relancebot.office import Office


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a case's timeline."""

    at: datetime
    kind: str
    text: str
    cause: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The same for machines: plain sums, days and codes, nothing to be parsed."""

    standing: str
    total: str
    balance: str
    currency: str
    promised_by: date | None = None
    promise_wait_until: date | None = None
    broken_promises: int = 0
    dispute_reason: str | None = None
    hold_until: date | None = None
    reminders: int = 0


def facts_of(case: Case, stands: Standing) -> Facts:
    """Gather the plain facts of a case."""
    promise = case.open_promise
    hold = stands.until if isinstance(stands, Held) else None
    return Facts(
        type(stands).__name__,
        str(case.total.amount),
        str(case.balance.amount),
        case.total.currency,
        promise.by if promise else None,
        promise.wait_until if promise else None,
        case.broken_promises,
        str(case.dispute.reason) if case.dispute else None,
        hold,
        len(case.reminders),
    )


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case: where it stands, what comes next, and all that happened."""

    number: str
    client: str
    client_name: str
    subject: str
    total: str
    balance: str
    issued: date | None
    due: date
    standing: str
    standing_kind: str
    facts: Facts
    follow_up: date | None
    next: str
    timeline: tuple[Line, ...]
    items: tuple[Item, ...]


def case_view(office: Office, number: str, now: datetime) -> CaseView:
    """Show one case.

    Raises:
        UnknownCaseError: when no invoice has that number.
    """
    client_id = office.store.client_of(number)
    dossier = office.store.dossier(client_id) if client_id else None
    if client_id is None or dossier is None:
        raise UnknownCaseError(number)
    today = office.today(now)
    case, client = dossier.cases[number], dossier.client
    stands = standing(client, case, today)
    plan = plan_case(office.trade, client, case, today)
    waiting = [i for i in items_of(office, dossier) if i.case in {number, None}]
    timeline = tuple(
        Line(
            office.local(row.recorded_at),
            type(row.event).__name__,
            say_recorded(office, row.event),
            row.cause,
        )
        for row in office.store.history(client_id, number)
    )
    return CaseView(
        number,
        client.id,
        client.name,
        case.subject,
        french.euros(case.total),
        french.euros(case.balance),
        case.issued,
        case.due,
        french.say_standing(stands),
        type(stands).__name__,
        facts_of(case, stands),
        plan.on,
        say_plan(office, plan),
        timeline,
        tuple(sorted(waiting, key=lambda i: (i.case is None, i.since, i.id))),
    )
