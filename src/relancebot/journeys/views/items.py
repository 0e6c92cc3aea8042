"""What waits for the person, and the letter or the script of a task."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from relancebot import french
from relancebot.domain.dossier import Case, Client, Dossier, Review
from relancebot.journeys.person_decides import UnknownCaseError
from relancebot.journeys.prepared import prepared_letter
from relancebot.journeys.readings import READINGS
from relancebot.journeys.views.words import inert, quote_of
from relancebot.office import Office

ITEM_LENGTH = 6


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
        if dossier is not None:
            found += items_of(office, dossier)
    return tuple(sorted(found, key=lambda item: (item.since, item.id)))


def items_of(office: Office, dossier: Dossier) -> list[Item]:
    """List what waits for the person in one client's file."""
    client = dossier.client
    found = [_item(office, client, None, review) for review in client.reviews]
    for case in dossier.cases.values():
        found += [_item(office, client, case, review) for review in case.reviews]
    return found


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
        quote_of(office, evidence),
        french.say_occasion(review.occasion) if review.occasion else "",
        message.message_id if message else "",
        french.one_line(message.subject) if message else "",
        french.one_line(message.sender) if message else "",
        inert((message.own_text or "") if message else ""),
        reading.why if reading else (),
    )
