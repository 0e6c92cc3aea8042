"""A mail arrives: is it about a case, what does it say, what follows."""

import hashlib
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from relancebot.domain.authenticity import is_doubtful
from relancebot.domain.dossier import Dossier, LetterState
from relancebot.domain.events import Event
from relancebot.domain.facts import AnswerRead
from relancebot.domain.matching import (
    PUBLIC_DOMAINS,
    How,
    Known,
    Match,
    bounced_ids,
    match,
    match_report,
    references_in,
    thread_ids,
)
from relancebot.domain.message import Message
from relancebot.domain.policy import Account
from relancebot.domain.reading import InvoiceRef, Kind, Label, Reading
from relancebot.journeys.advance import record
from relancebot.journeys.letters_settle import learn_fate
from relancebot.journeys.readings import READINGS
from relancebot.mail.inbox import Fetched
from relancebot.mail.keys import content_key
from relancebot.mail.message import parse_message
from relancebot.office import Office
from relancebot.reading import read
from relancebot.reading.bounces import read as read_report
from relancebot.reading.bounces import recognise
from relancebot.store.mailbag import StoredMessage

log = logging.getLogger(__name__)

UNREADABLE = "lecture impossible : à lire par une personne"
DOUBTFUL = "l’expéditeur n’est pas prouvé (SPF, DKIM, DMARC) : à lire par une personne"
FLOOD = 5
FLOOD_TIME = timedelta(days=1)
FLOODS = (
    "ce robot répond sans cesse ; ses messages sont gardés et ne comptent plus "
    "jusqu’à demain"
)
ROBOT = "robot"
MACHINE = f'"kind":"{Kind.AUTO_REPLY}"'
REPORT_TIME = timedelta(days=5)
"""How long servers try before they give a letter back."""
# Amazon's relay gives each letter an id of its own, and tells it when it takes it.
_SES = re.compile(r"<([A-Za-z0-9-]{16,200})@(?:[a-z0-9.-]+\.)?amazonses\.com>")
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
    return _arrives(office, account, folder, fetched, now, _read)


def unread_arrives(
    office: Office, account: Account, folder: str, fetched: Fetched, now: datetime
) -> tuple[Arrived, ...]:
    """Take in a mail that nothing could be made of: a person reads it."""
    return _arrives(office, account, folder, fetched, now, _unread)


def clients_concerned(office: Office, fetched: Fetched) -> tuple[str, ...]:
    """Say whom a mail may be from, by its headers alone: for one that has failed."""
    head, end, _ = fetched.raw[:SEARCHED_FOR_IDS].partition(b"\r\n\r\n")
    try:
        message = parse_message(head + end, office.local(fetched.received))
        threads = _threads(office, thread_ids(message)).values()
        senders = office.store.clients_with_address(message.sender.email)
    except Exception:
        log.exception("nothing can be said of a mail that failed")
        return ()
    return tuple(dict.fromkeys((*senders, *(client for client, _ in threads))))


Read = Callable[[Office, Message, Dossier], Reading]


def _arrives(  # where the mail lay, when, how it is read
    office: Office,
    account: Account,
    folder: str,
    fetched: Fetched,
    now: datetime,
    read: Read,
) -> tuple[Arrived, ...]:
    store = office.store
    key = content_key(fetched.raw)
    if not store.mail.first_sight(key, now):
        return ()
    message = parse_message(fetched.raw, office.local(fetched.received))
    if message.sender.email in {a.address.casefold() for a in office.policy.accounts}:
        return ()
    is_report = recognise(message) is not None
    known = _known(office, message, fetched.raw if is_report else b"")
    if is_report and not known.threads:
        known = replace(known, returned=_returned(office, message, now))
    found = (is_report and match_report(known)) or match(message, known)
    mail = _Mail(account, folder, fetched, key, message)
    arrived: list[Arrived] = []
    for one in found:
        # A mail about several clients is kept once for each.
        own = replace(mail, key=f"{key}/{one.client}") if len(found) > 1 else mail
        taken = _take(office, own, one, now, read)
        if taken is not None:
            arrived.append(taken)
    if arrived:
        _confirm_letters(office, message, now)
    return tuple(arrived)


@dataclass(frozen=True, slots=True)
class _Mail:
    """A mail, where it lay, and the key under which it is kept."""

    account: Account
    folder: str
    fetched: Fetched
    key: str
    message: Message


def _take(
    office: Office, mail: _Mail, found: Match, now: datetime, read: Read
) -> Arrived | None:
    store, message, raw = office.store, mail.message, mail.fetched.raw
    dossier = store.dossier(found.client)
    if dossier is None:
        return None
    reading = read(office, message, dossier)
    if found.how is How.SENDER and _says_nothing(reading):
        return None
    doubtful = is_doubtful(message, mail.account.authserv_id)
    muted = reading.kind is Kind.AUTO_REPLY and (
        doubtful
        or not _is_of_the_client(office, found, message)
        or _is_flood(office, found, message, now)
    )
    if doubtful:
        reading = replace(reading, why=(*reading.why, DOUBTFUL))
    answered = found.cases or tuple(c.number for c in dossier.open_cases)
    store.mail.add(
        StoredMessage(
            mail.key,
            "in",
            message.message_id,
            mail.account.name,
            mail.folder,
            message.received,
            str(message.sender),
            tuple(str(a) for a in message.to),
            message.subject,
            hashlib.sha256(raw).hexdigest(),
            raw,
            reading.text,
            READINGS.dump_json(reading).decode(),
            found.client,
            str(found.how),
        ),
        answered,
    )
    if muted:
        return Arrived(found, message, reading, ())
    fact = AnswerRead(
        mail.key,
        message.received.date(),
        reading,
        found.cases,
        found.trusted,
        found.sure and not doubtful,
        office.policy.reader.act_alone_from,
    )
    events = record(office, found.client, fact, f"mail:{mail.key}", now)
    return Arrived(found, message, reading, events)


def _is_of_the_client(office: Office, found: Match, message: Message) -> bool:
    """Tell whether a machine that answers is the client's own: others park nobody."""
    domain = message.sender.domain
    return found.trusted or (
        domain not in PUBLIC_DOMAINS
        and found.client in office.store.clients_with_domain(domain)
    )


def _is_flood(office: Office, found: Match, message: Message, now: datetime) -> bool:
    """Tell whether a machine answers too often: from then on it is only kept.

    The person is told in one line; the first answers were heard.
    """
    store, email = office.store, message.sender.email
    sender = str(message.sender)
    before = sum(
        one.sender == sender and one.reading is not None and MACHINE in one.reading
        for one in store.mail.latest_from(found.client, now - FLOOD_TIME)
    )
    if before < FLOOD:
        store.mail.drop_aside(ROBOT, email)
        return False
    store.mail.set_aside(ROBOT, email, FLOODS, None, now)
    return True


def _confirm_letters(office: Office, message: Message, now: datetime) -> None:
    """Note that a letter of unknown fate has left: somebody answers it."""
    for attempt in office.store.letters.with_ids(thread_ids(message)):
        if attempt.state is LetterState.UNKNOWN:
            learn_fate(office, attempt, LetterState.SENT, "une réponse la cite", now)


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


def _unread(_: Office, message: Message, __: Dossier) -> Reading:
    text = message.text.encode("utf-8", "replace").decode()
    return Reading(Kind.HUMAN, text, why=(UNREADABLE,))


def _says_nothing(reading: Reading) -> bool:
    """A mail that only its sender ties to a case, and that says nothing of a debt."""
    if UNREADABLE in reading.why:
        return False
    if reading.kind is Kind.AUTO_REPLY:
        return Label.OUT_OF_OFFICE not in reading.labels
    return reading.labels <= {Label.UNRELATED, Label.ACKNOWLEDGEMENT}


# --- what the store knows -----------------------------------------------------------


def _known(office: Office, message: Message, report: bytes) -> Known:
    """Gather what the store knows that this mail could be about.

    ``report`` are the bytes of a delivery report, in which our own ids may stand
    anywhere; empty for any other mail.
    """
    store = office.store
    named = (*thread_ids(message), *bounced_ids(message), *_ids_in(report))
    threads = _threads(office, tuple(dict.fromkeys(named))[:MOST_IDS])
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
    owners |= dict.fromkeys(client for client, _ in threads.values())
    numbers = {
        case.number: owner
        for owner in owners
        if (dossier := store.dossier(owner))
        for case in dossier.open_cases
    }
    return Known(threads, references, senders, domains, numbers)


def _threads(
    office: Office, ids: Sequence[str]
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Find the messages that have these ids, or had them before a server's own."""
    store = office.store
    threads = {
        one.message_id: (one.client, store.mail.cases_of(one.key))
        for one in store.mail.by_id(ids)
    }
    letters = {one.message_id: one for one in store.letters.with_ids(ids)}
    for message_id in ids:
        named = _SES.fullmatch(message_id)
        if named and (attempt := store.letters.with_reply(named[1])):
            letters[message_id] = attempt
    for message_id, attempt in letters.items():
        cases = store.mail.cases_of(attempt.message_key)
        threads.setdefault(message_id, (attempt.client, cases))
    return threads


def _returned(
    office: Office, message: Message, now: datetime
) -> tuple[str, tuple[str, ...]] | None:
    """Find the letter that a delivery report without any id of ours is about.

    One that names the returned mail's id, and not one of ours, returns a mail that
    somebody else wrote in our name.
    """
    report = read_report(message)
    if report.original_message_id:
        return None
    for recipient in report.recipients:
        sent = office.store.letters.sent_to(recipient, now - REPORT_TIME)
        if sent:
            cases = office.store.mail.cases_of(sent[0].message_key)
            return sent[0].client, cases
    return None


def _ids_in(raw: bytes) -> list[str]:
    found = _ID.findall(raw[:SEARCHED_FOR_IDS])
    return [item.decode("ascii", "replace") for item in found[:MOST_IDS]]
