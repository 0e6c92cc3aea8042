"""The mailboxes are read to their end: every new mail once, none marked."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from relancebot.domain.dossier import LetterState
from relancebot.domain.facts import LetterFate
from relancebot.domain.policy import Account
from relancebot.journeys.advance import record
from relancebot.journeys.reply_arrives import Arrived, reply_arrives
from relancebot.mail.errors import FolderMissing, MailError
from relancebot.mail.inbox import Fetched, FolderMark, Inbox
from relancebot.office import Office
from relancebot.store import StoreError
from relancebot.store.letterbook import Attempt

log = logging.getLogger(__name__)

FIRST_SYNC_DAYS = 30
"""How far back the first reading of a mailbox goes."""


@dataclass
class MailRead:
    """What one reading of a mailbox brought."""

    arrived: list[Arrived] = field(default_factory=list)
    looked_at: int = 0
    set_aside: int = 0


def read_mailbox(
    office: Office, account: Account, inbox: Inbox, now: datetime
) -> MailRead:
    """Read every folder of an account from where it was left.

    Raises:
        MailError: when the server fails; what was taken in so far stays.
        StoreError: when nothing can be written; nothing is marked then.
    """
    read = MailRead()
    for folder in account.folders:
        _read_folder(office, account, folder, inbox, read, now)
    return read


def _read_folder(  # where to read, into what, when
    office: Office,
    account: Account,
    folder: str,
    inbox: Inbox,
    read: MailRead,
    now: datetime,
) -> None:
    store = office.store
    before = store.mail.mark(account.name, folder)
    mark = FolderMark(before[0] or 0, before[1]) if before else None
    since = office.today(now) - timedelta(days=FIRST_SYNC_DAYS)
    news = inbox.new_mail(folder, mark, since=since, known=store.mail.was_seen)
    for fetched in news:
        read.looked_at += 1
        try:
            with store.turn():
                read.arrived += reply_arrives(office, account, folder, fetched, now)
                store.mail.first_sight(fetched.header_key, now)
                _move_mark(office, account, folder, fetched.mark)
        except (StoreError, MailError):
            raise
        except Exception as error:  # one bad mail never keeps the next from coming
            log.exception("mail %s of %s set aside", fetched.uid, folder)
            read.set_aside += 1
            _put_aside(office, account, folder, fetched, error, now)
    with store.turn():
        for uid, reason in news.unreadable:
            read.set_aside += 1
            place = f"{account.name}/{folder}/{uid}"
            store.mail.set_aside("mail", place, reason, None, now)
        _move_mark(office, account, folder, news.mark)
        store.mail.set_synced(account.name, folder, now)


def _move_mark(office: Office, account: Account, folder: str, mark: FolderMark) -> None:
    office.store.mail.set_mark(account.name, folder, mark.uidvalidity, mark.last_uid)


def _put_aside(  # where the mail lay, what went wrong, when
    office: Office,
    account: Account,
    folder: str,
    fetched: Fetched,
    error: Exception,
    now: datetime,
) -> None:
    with office.store.turn():
        place = f"{account.name}/{folder}/{fetched.uid}"
        office.store.mail.set_aside("mail", place, repr(error), fetched.raw, now)
        _move_mark(office, account, folder, fetched.mark)


def settle_letters(
    office: Office, account: Account, inbox: Inbox, now: datetime
) -> None:
    """Look for the letters whose fate is open; file the copies that are missing.

    A letter found in the mailbox by its Message-ID has left. One that is not found
    stays unknown: it is never sent again alone.
    """
    store = office.store
    for attempt in store.letters.in_state(LetterState.TAKEN, LetterState.UNKNOWN):
        if attempt.account != account.name:
            continue
        found = _lies_in(account, inbox, attempt)
        if found:
            _fate(office, attempt, LetterState.SENT, "retrouvée dans la boîte", now)
        elif attempt.state is LetterState.TAKEN:
            _fate(office, attempt, LetterState.UNKNOWN, "interrompue", now)
    for attempt in store.letters.unfiled():
        if attempt.account != account.name:
            continue
        try:
            inbox.append_sent(attempt.raw, attempt.taken_at)
        except MailError as error:  # the letter has left: its copy only warns
            log.warning("copy of %s not filed: %s", attempt.letter, error)
            return
        with store.turn():
            store.letters.set_filed(attempt.letter)


def _lies_in(account: Account, inbox: Inbox, attempt: Attempt) -> bool:
    folders = list(account.folders)
    try:
        folders.insert(0, inbox.sent_folder())
    except FolderMissing:
        log.warning("account %s has no folder of sent mails", account.name)
    return any(inbox.find_by_message_id(f, attempt.message_id) for f in folders)


def _fate(
    office: Office, attempt: Attempt, state: LetterState, detail: str, now: datetime
) -> None:
    with office.store.turn():
        office.store.letters.settle(attempt.letter, state, now, detail)
        fact = LetterFate(attempt.letter, state)
        record(office, attempt.client, fact, f"letter:{attempt.letter}", now)
