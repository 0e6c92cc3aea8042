"""The whole at a glance."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from relancebot import french
from relancebot.domain.dossier import (
    Case,
    standing,
)
from relancebot.domain.plan import plan_case
from relancebot.journeys.views.cases import Facts, facts_of
from relancebot.journeys.views.items import items
from relancebot.journeys.views.words import say_plan
from relancebot.office import Office
from relancebot.store.settings import HEARTBEAT, PAUSED


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """How a mailbox does."""

    name: str
    address: str
    read_at: datetime | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """The whole at a glance."""

    day: date
    paused_since: str | None
    daemon_seen: datetime | None
    accounts: tuple[AccountStatus, ...]
    standings: dict[str, int]
    open_balance: tuple[str, ...]
    items: int
    set_aside: tuple[str, ...]
    cases: tuple["CaseLine", ...]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One open case in the list."""

    number: str
    client_name: str
    balance: str
    due: date
    days_late: int
    standing: str
    facts: Facts
    next: str
    follow_up: date | None


def status(office: Office, now: datetime) -> Status:
    """Look at everything that is open."""
    today = office.today(now)
    lines: list[CaseLine] = []
    counts: Counter[str] = Counter()
    totals: dict[str, list[Case]] = {}
    for client_id in office.store.clients():
        dossier = office.store.dossier(client_id)
        if dossier is None:
            continue
        for case in dossier.open_cases:
            stands = standing(dossier.client, case, today)
            plan = plan_case(office.trade, dossier.client, case, today)
            counts[type(stands).__name__] += 1
            totals.setdefault(case.total.currency, []).append(case)
            lines.append(
                CaseLine(
                    case.number,
                    dossier.client.name,
                    french.euros(case.balance),
                    case.due,
                    max(0, (today - case.due).days),
                    french.say_standing(stands),
                    facts_of(case, stands),
                    say_plan(office, plan),
                    plan.on,
                )
            )
    lines.sort(key=lambda line: (line.due, line.number))
    store = office.store
    seen = store.setting(HEARTBEAT)
    return Status(
        today,
        store.setting(PAUSED),
        datetime.fromisoformat(seen) if seen else None,
        tuple(
            AccountStatus(
                account.name,
                account.address,
                min(
                    (
                        at
                        for folder in account.folders
                        if (at := store.mail.synced_at(account.name, folder))
                    ),
                    default=None,
                ),
                store.setting(f"account:{account.name}"),
            )
            for account in office.policy.accounts
        ),
        dict(counts),
        tuple(_total(cases) for cases in totals.values()),
        len(items(office)),
        tuple(f"{x.what} {x.place} : {x.error}" for x in store.mail.aside()),
        tuple(lines),
    )


def _total(cases: list[Case]) -> str:
    total = cases[0].balance
    for case in cases[1:]:
        total += case.balance
    return french.euros(total)
