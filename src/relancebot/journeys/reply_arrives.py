"""A mail arrives: is it about a case, what does it say, what follows."""

import hashlib
import logging
import re
from dataclasses import dataclass
from datetime import datetime

from relancebot.domain.dossier import Dossier
from relancebot.domain.events import Event
from relancebot.domain.facts import AnswerRead
from relancebot.domain.matching import (
    PUBLIC_DOMAINS,
    How,
    Known,
    Match,
    bounced_ids,
    match,
    references_in,
    thread_ids,
)
from relancebot.domain.message import Message
from relancebot.domain.policy import Account
from relancebot.domain.reading import InvoiceRef, Kind, Label, Reading
from relancebot.journeys.advance import record
from relancebot.journeys.readings import READINGS
from relancebot.mail.inbox import Fetched
from relancebot.mail.keys import content_key
from relancebot.mail.message import parse_message
from relancebot.office import Office
from relancebot.reading import read
from relancebot.store.mailbag import StoredMessage

log = logging.getLogger(__name__)

UNREADABLE = "lecture impossible : à lire par une personne"
# Our own ids may stand anywhere in a delivery report; further in, it is the letter.
SEARCHED_FOR_IDS = 200_000
MOST_IDS = 200
_ID = re.compile(rb"<[^<>\s]{1,250}@[^<>\s]{1,250}>")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A mail that was about a case: what was read and what followed."""

    match: Match
    message: Message
    reading: Reading
    events: tuple[Event, ...]


def reply_arrives(
    office: Office, account: Account, folder: str, fetched: Fetched, now: datetime
) -> tuple[Arrived, ...]:
    """Take one fetched mail in: once, whatever happens.

    A mail about no case leaves no trace but the mark of its content. The caller
    holds the turn in which it also moves the folder's mark.
    """
    store = office.store
    key = content_key(fetched.raw)
    if not store.mail.first_sight(key, now):
        return ()
    message = parse_message(fetched.raw, office.local(fetched.received))
    if message.sender.email in {a.address.casefold() for a in office.policy.accounts}:
        return ()
    arrived = [
        _take(office, account, folder, fetched, _Mail(key, message, found), now)
        for found in match(message, _known(office, message, fetched.raw))
    ]
    return tuple(a for a in arrived if a is not None)


@dataclass(frozen=True, slots=True)
class _Mail:
    key: str
    message: Message
    match: Match


def _take(  # where the mail lay, what it is, when
    office: Office,
    account: Account,
    folder: str,
    fetched: Fetched,
    mail: _Mail,
    now: datetime,
) -> Arrived | None:
    store, found, message = office.store, mail.match, mail.message
    dossier = store.dossier(found.client)
    if dossier is None:
        return None
    reading = _read(office, message, dossier)
    if found.how is How.SENDER and _says_nothing(reading):
        return None
    answered = found.cases or tuple(c.number for c in dossier.open_cases)
    # One mail of an address that several clients share is kept once for each.
    key = mail.key if found.how is not How.SENDER else f"{mail.key}/{found.client}"
    store.mail.add(
        StoredMessage(
            key,
            "in",
            message.message_id,
            account.name,
            folder,
            message.received,
            str(message.sender),
            tuple(str(a) for a in message.to),
            message.subject,
            hashlib.sha256(fetched.raw).hexdigest(),
            fetched.raw,
            reading.text,
            READINGS.dump_json(reading).decode(),
            found.client,
            str(found.how),
        ),
        answered,
    )
    fact = AnswerRead(
        key,
        message.received.date(),
        reading,
        found.cases,
        found.trusted,
        found.threaded or found.how is How.SENDER_AND_NUMBER,
        office.policy.reader.act_alone_from,
    )
    events = record(office, found.client, fact, f"mail:{key}", now)
    return Arrived(found, message, reading, events)


def _read(office: Office, message: Message, dossier: Dossier) -> Reading:
    invoices = [
        InvoiceRef(c.number, c.balance.amount, c.total.currency, c.issued, c.due)
        for c in dossier.open_cases
    ]
    reader = office.policy.reader
    try:
        return read(
            message,
            invoices,
            calendar=office.trade.calendar,
            dispute_phrases=reader.dispute_phrases,
            act_alone_from=reader.act_alone_from,
        )
    except Exception:  # a mail that breaks the reader is one that a person reads
        log.exception("a mail from %s could not be read", message.sender.domain)
        return Reading(Kind.HUMAN, message.text, why=(UNREADABLE,))


def _says_nothing(reading: Reading) -> bool:
    """A mail that only its sender ties to a case, and that says nothing of a debt."""
    if reading.kind is Kind.AUTO_REPLY:
        return Label.OUT_OF_OFFICE not in reading.labels
    return reading.labels <= {Label.UNRELATED, Label.ACKNOWLEDGEMENT}


def _known(office: Office, message: Message, raw: bytes) -> Known:
    """Gather what the store knows that this mail could be about."""
    store = office.store
    named = (*thread_ids(message), *bounced_ids(message), *_ids_in(raw))
    ids = tuple(dict.fromkeys(named))[:MOST_IDS]
    threads = {
        found.message_id: (found.client, store.mail.cases_of(found.key))
        for found in store.mail.by_id(ids)
        if found.message_id
    }
    references = {
        reference: client
        for reference in references_in(message)
        if (client := store.client_with_reference(reference))
    }
    email, domain = message.sender.email, message.sender.domain
    senders = store.clients_with_address(email) if email else ()
    domains: tuple[str, ...] = ()
    if domain and domain not in PUBLIC_DOMAINS:
        domains = store.clients_with_domain(domain)
    owners = dict.fromkeys((*senders, *domains, *references.values()))
    numbers = {
        case.number: owner
        for owner in owners
        if (dossier := store.dossier(owner))
        for case in dossier.open_cases
    }
    for client, _ in threads.values():
        if client not in owners and (dossier := store.dossier(client)):
            numbers |= {case.number: client for case in dossier.open_cases}
    return Known(threads, references, senders, domains, numbers)


def _ids_in(raw: bytes) -> list[str]:
    found = _ID.findall(raw[:SEARCHED_FOR_IDS])
    return [item.decode("ascii", "replace") for item in found[:MOST_IDS]]
