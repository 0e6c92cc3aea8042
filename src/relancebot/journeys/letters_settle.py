"""What became of the letters: those whose fate is open, and the copies of the sent.

A letter found in the mailbox has left. One that is not found stays unknown: it is
never sent again alone.
"""

import logging
from datetime import datetime, timedelta
from email.parser import BytesHeaderParser

from relancebot.domain.dossier import LetterState
from relancebot.domain.facts import LetterFate
from relancebot.domain.policy import Account, SentCopy
from relancebot.journeys.advance import record
from relancebot.mail.errors import FolderMissing, MailError, Refused
from relancebot.mail.inbox import Inbox
from relancebot.office import Office
from relancebot.store.letterbook import Attempt

log = logging.getLogger(__name__)

OWN_HEADER = "X-Letter-ID"
"""Some servers replace the Message-ID of what they send; this stays."""
FILING_TIME = timedelta(minutes=1)
"""Servers that file copies themselves need a moment to do so."""


def settle_letters(
    office: Office, account: Account, inbox: Inbox, now: datetime
) -> None:
    """Look for the letters whose fate is open; file the copies that are missing.

    Raises:
        MailError: when the server fails while it is searched.
    """
    store = office.store
    for attempt in store.letters.in_state(LetterState.TAKEN, LetterState.UNKNOWN):
        if attempt.account != account.name:
            continue
        copy = _copy_of(account, inbox, attempt)
        if copy is not None:
            learn_fate(
                office, attempt, LetterState.SENT, "retrouvée dans la boîte", now
            )
            _learn_id(office, attempt, copy)
        elif attempt.state is LetterState.TAKEN:
            learn_fate(office, attempt, LetterState.UNKNOWN, "interrompue", now)
    for attempt in store.letters.unfiled():
        if attempt.account != account.name or not _may_be_filed(account, attempt, now):
            continue
        if not _file(office, inbox, attempt):
            break


def give_up_strays(office: Office, now: datetime) -> None:
    """Put letters that were interrupted, of an account that is gone, to the person."""
    names = {account.name for account in office.policy.accounts}
    for attempt in office.store.letters.in_state(LetterState.TAKEN):
        if attempt.account not in names:
            learn_fate(office, attempt, LetterState.UNKNOWN, "compte disparu", now)


def learn_fate(
    office: Office, attempt: Attempt, state: LetterState, detail: str, now: datetime
) -> None:
    """Write down what is now known of a letter whose fate was open."""
    with office.store.turn():
        office.store.letters.settle(attempt.letter, state, now, detail)
        fact = LetterFate(attempt.letter, state)
        record(office, attempt.client, fact, f"letter:{attempt.letter}", now)


def _copy_of(account: Account, inbox: Inbox, attempt: Attempt) -> bytes | None:
    """Find a letter in the Sent folder, or where a copy to oneself arrives."""
    folders = list(account.folders)
    try:
        folders.insert(0, inbox.sent_folder())
    except FolderMissing:
        log.warning("account %s has no folder of sent mails", account.name)
    for folder in folders:
        try:
            copy = _find(inbox, folder, attempt)
        except (FolderMissing, Refused) as error:  # told by the reading of the folders
            log.info("%s", error)
        else:
            if copy is not None:
                return copy
    return None


def _find(inbox: Inbox, folder: str, attempt: Attempt) -> bytes | None:
    since = attempt.taken_at.date()
    return inbox.find_by_message_id(
        folder, attempt.message_id, since=since
    ) or inbox.find_by_header(folder, OWN_HEADER, attempt.letter, since=since)


def _learn_id(office: Office, attempt: Attempt, copy: bytes) -> None:
    """Note the id that the world knows a letter by: answers will name that one."""
    header = BytesHeaderParser().parsebytes(copy)
    message_id = str(header.get("Message-ID", "")).strip()
    if message_id and message_id != attempt.message_id:
        with office.store.turn():
            office.store.mail.set_message_id(attempt.message_key, message_id)


def _may_be_filed(account: Account, attempt: Attempt, now: datetime) -> bool:
    if account.sent_copy is SentCopy.APPEND or attempt.settled_at is None:
        return True
    # Negative when the clock was set back: then nothing is waited for.
    return not timedelta(0) <= now - attempt.settled_at < FILING_TIME


def _file(office: Office, inbox: Inbox, attempt: Attempt) -> bool:
    """See to the Sent copy; the letter has left, so a failure only warns."""
    try:
        copy = _sent_copy(inbox, attempt)
        if copy is None:
            inbox.append_sent(attempt.raw, attempt.taken_at)
        else:
            _learn_id(office, attempt, copy)
    except MailError as error:
        log.warning("copy of %s not filed: %s", attempt.letter, error)
        return False
    with office.store.turn():
        office.store.letters.set_filed(attempt.letter)
    return True


def _sent_copy(inbox: Inbox, attempt: Attempt) -> bytes | None:
    try:
        return _find(inbox, inbox.sent_folder(), attempt)
    except FolderMissing:  # told by the filing itself, where a copy must be filed
        return None
