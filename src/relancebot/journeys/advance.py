"""The one way in which a fact changes a client's file."""

from collections.abc import Sequence
from datetime import date, datetime

from relancebot.domain import events as e
from relancebot.domain.decide import decide
from relancebot.domain.dossier import Dossier, LetterState
from relancebot.domain.events import Event
from relancebot.domain.evolve import evolve
from relancebot.domain.facts import Fact
from relancebot.domain.plan import plan_day
from relancebot.office import Office


def advance(
    office: Office, client: str, fact: Fact, cause: str, now: datetime
) -> tuple[Event, ...]:
    """Let a fact reach a client's file, in one transaction.

    ``cause`` names the outside thing (a mail, a bank line, a click); the same cause
    a second time changes nothing.

    Returns:
        The events recorded, none when the cause was known.
    """
    with office.store.turn():
        if not office.store.first_time(cause, now):
            return ()
        return record(office, client, fact, cause, now)


def record(
    office: Office, client: str, fact: Fact, cause: str, now: datetime
) -> tuple[Event, ...]:
    """Decide, record and redraw, inside a turn that the caller holds.

    For facts that decide nothing the second time by themselves: days, invoices.
    """
    today = office.today(now)
    dossier = office.store.dossier(client)
    events = decide(office.trade, dossier, fact, today)
    if events:
        office.store.append(client, events, cause, now)
        _follow_letters(office, events, now)
        for event in events:
            dossier = evolve(dossier, event)
    if dossier is not None:
        redraw(office, dossier, today)
    return events


def _follow_letters(office: Office, events: Sequence[Event], now: datetime) -> None:
    """Keep the letters' own book in step, whoever told what became of one."""
    for event in events:
        match event:
            case e.LetterSent():
                office.store.letters.settle(event.letter, LetterState.SENT, now)
            case e.LetterRefused():
                office.store.letters.settle(event.letter, LetterState.REFUSED, now)
            case e.LetterUnknown():
                office.store.letters.settle(event.letter, LetterState.UNKNOWN, now)
            case _:
                pass


def redraw(office: Office, dossier: Dossier, today: date) -> None:
    """Rewrite what is drawn from a client's file."""
    office.store.draw(dossier, plan_day(office.trade, dossier, today), today)
