"""What a person looks at: status, a case, the items to read, the days to come.

Plain values with their French lines, the same for the terminal, the page and JSON.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from relancebot import french
from relancebot.domain import events as e
from relancebot.domain.dossier import Case, Client, Review, standing
from relancebot.domain.events import Evidence
from relancebot.domain.forecast import Foreseen, forecast
from relancebot.domain.plan import CasePlan, LetterPlan, plan_case
from relancebot.domain.why import Why
from relancebot.journeys.letters_leave import PAUSED, LettersRun
from relancebot.journeys.person_decides import UnknownCaseError
from relancebot.journeys.prepared import prepared_letter
from relancebot.journeys.readings import READINGS
from relancebot.office import Office

if TYPE_CHECKING:
    from relancebot.journeys.mailbox_read import MailRead

HEARTBEAT = "heartbeat"
ITEM_LENGTH = 6


# --- items to read ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Item:
    """One review item; ``id`` is short and stable, for the command line."""

    id: str
    client: str
    client_name: str
    case: str | None
    key: str
    kind: str
    title: str
    since: date
    quote: str
    proposal: str
    message: str
    subject: str
    sender: str
    text: str
    why: tuple[str, ...]


def items(office: Office) -> tuple[Item, ...]:
    """List all that waits for the person, the oldest first."""
    found: list[Item] = []
    for client_id in office.store.clients():
        dossier = office.store.dossier(client_id)
        if dossier is None:
            continue
        client = dossier.client
        found += [_item(office, client, None, review) for review in client.reviews]
        for case in dossier.cases.values():
            found += [_item(office, client, case, review) for review in case.reviews]
    return tuple(sorted(found, key=lambda item: (item.since, item.id)))


def item_named(office: Office, prefix: str) -> Item:
    """Find one item by the beginning of its id.

    Raises:
        UnknownCaseError: when none, or more than one, begins so.
    """
    found = [item for item in items(office) if item.id.startswith(prefix.lower())]
    if len(found) != 1:
        raise UnknownCaseError(prefix)
    return found[0]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a task asks the person to read, say or post, ready to be used."""

    subject: str
    text: str
    missing: tuple[str, ...]


def prepared(office: Office, item: Item, now: datetime) -> Prepared | None:
    """Give the letter or the call script of an item, null when it has none."""
    dossier = office.store.dossier(item.client)
    if dossier is None or item.case is None:
        return None
    letter, missing = prepared_letter(
        office, dossier, item.case, item.key, office.today(now)
    )
    if letter is None and not missing:
        return None
    return Prepared(
        letter.subject if letter else "", letter.text if letter else "", missing
    )


def _item(office: Office, client: Client, case: Case | None, review: Review) -> Item:
    number = case.number if case else None
    digest = hashlib.sha256(f"{client.id}|{number}|{review.key}".encode()).hexdigest()
    evidence = review.evidence
    message = office.store.mail.find(evidence.message) if evidence else None
    reading = (
        READINGS.validate_json(message.reading) if message and message.reading else None
    )
    return Item(
        digest[:ITEM_LENGTH],
        client.id,
        client.name,
        number,
        review.key,
        str(review.kind),
        french.say_review(review.kind),
        review.on,
        _quote(office, evidence),
        french.say_occasion(review.occasion) if review.occasion else "",
        message.message_id if message else "",
        french.one_line(message.subject) if message else "",
        french.one_line(message.sender) if message else "",
        _inert((message.own_text or "") if message else ""),
        reading.why if reading else (),
    )


def _quote(office: Office, evidence: Evidence | None) -> str:
    if evidence is None or evidence.end <= evidence.start:
        return ""
    words = office.store.mail.quote(evidence.message, evidence.start, evidence.end)
    return french.one_line(words)


def _inert(text: str) -> str:
    """Keep a stranger's lines, without what commands a terminal or hides in it."""
    return "\n".join(french.one_line(line) for line in text.splitlines())


# --- one case ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a case's timeline."""

    at: datetime
    kind: str
    text: str
    cause: str


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
        plan.on,
        say_plan(office, plan),
        timeline,
        tuple(item for item in items(office) if item.case == number)
        + tuple(i for i in items(office) if i.case is None and i.client == client.id),
    )


def say_plan(office: Office, plan: CasePlan) -> str:
    """Give the one French line that explains a plan, with the words it rests on."""
    return say_why(office, plan.why)


def say_why(office: Office, why: Why) -> str:
    """Give the one French line of a reason, with the words it rests on."""
    return french.say_why(why, quote=_quote(office, why.evidence))


# --- the days to come ---------------------------------------------------------------


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


# --- the whole --------------------------------------------------------------------


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


# --- one turn of the daemon -----------------------------------------------------------


def told_turn(
    office: Office,
    reads: Mapping[str, "MailRead"],
    events: Sequence[e.Event],
    letters: LettersRun,
) -> list[str]:
    """Say in French what one turn did, a line each."""
    lines: list[str] = []
    for read in reads.values():
        for arrived in read.arrived:
            sender = french.one_line(str(arrived.message.sender))
            subject = french.one_line(arrived.message.subject)
            lines.append(f"Réponse de {sender} : « {subject} »")
            lines += [f"  {why}" for why in arrived.reading.why]
            lines += [f"  → {say_recorded(office, x)}" for x in arrived.events]
    lines += [say_recorded(office, x) for x in events]
    for attempt, plan in letters.sent:
        to = ", ".join(attempt.recipients)
        why = say_why(office, plan.items[0].why)
        lines.append(f"Envoyé à {to} : « {attempt.subject} » ({why})")
    for attempt in letters.unknown:
        lines.append(
            f"INCERTAIN : « {attempt.subject} » est peut-être parti ; à vous de dire "
            "(relancebot review)"
        )
    lines += [f"Refusé : {detail}" for _, detail in letters.refused]
    if letters.kept_back is not None:
        lines.append(_capital(say_why(office, letters.kept_back)))
    return lines


def say_recorded(office: Office, event: e.Event) -> str:
    """Give the timeline's line for an event, with the words that it rests on."""
    return french.say_event(
        event, quote=_quote(office, getattr(event, "evidence", None))
    )


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
