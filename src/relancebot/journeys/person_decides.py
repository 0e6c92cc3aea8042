"""The person decides: paid, hold, resume, an item answered, everything paused."""

from dataclasses import dataclass
from datetime import date, datetime

from relancebot.domain.events import Event
from relancebot.domain.facts import HoldAsked, PaymentSeen, PersonDecided, ResumeAsked
from relancebot.domain.money import Money
from relancebot.journeys.advance import advance
from relancebot.office import Office
from relancebot.store.settings import PAUSED


class UnknownCaseError(Exception):
    """No invoice and no client of that name is known."""

    def __init__(self, name: str) -> None:
        """Keep the name that was asked for."""
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Click:
    """One act of the person: ``id`` makes the same click twice one act."""

    id: str
    now: datetime

    @property
    def cause(self) -> str:
        """The cause that the log keeps."""
        return f"person:{self.id}"


def mark_paid(
    office: Office, number: str, amount: Money | None, on: date, click: Click
) -> tuple[Event, ...]:
    """Book a payment that the person saw (the whole balance without an amount)."""
    fact = PaymentSeen(number, on, "person", amount)
    return advance(office, _owner(office, number), fact, click.cause, click.now)


def hold(
    office: Office, name: str, until: date | None, click: Click
) -> tuple[Event, ...]:
    """Suspend an invoice by its number, or a client by id or name."""
    client = office.store.client_of(name)
    if client is not None:
        fact = HoldAsked(name, until)
    else:
        client = office.store.client_named(name)
        if client is None:
            raise UnknownCaseError(name)
        fact = HoldAsked(None, until)
    return advance(office, client, fact, click.cause, click.now)


def resume(office: Office, number: str, click: Click) -> tuple[Event, ...]:
    """Let an invoice go on."""
    client = _owner(office, number)
    return advance(office, client, ResumeAsked(number), click.cause, click.now)


def answer_review(
    office: Office, client: str, fact: PersonDecided, click: Click
) -> tuple[Event, ...]:
    """Carry out the person's answer to one item."""
    return advance(office, client, fact, click.cause, click.now)


def pause(office: Office, *, paused: bool, now: datetime) -> None:
    """Stop every letter, or let them leave again."""
    with office.store.turn():
        value = now.isoformat(timespec="seconds") if paused else None
        office.store.set_setting(PAUSED, value)


def _owner(office: Office, number: str) -> str:
    client = office.store.client_of(number)
    if client is None:
        raise UnknownCaseError(number)
    return client
