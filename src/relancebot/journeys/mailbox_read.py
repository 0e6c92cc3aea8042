"""The mailboxes are read to their end: every new mail once, none marked."""

import contextlib
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from relancebot.domain.policy import Account
from relancebot.journeys.reply_arrives import (
    Arrived,
    clients_concerned,
    reply_arrives,
    unread_arrives,
)
from relancebot.mail.errors import FolderMissing, MailError, Refused
from relancebot.mail.inbox import Fetched, FolderMark, Inbox
from relancebot.office import Office
from relancebot.store import StoreError
from relancebot.store.mailbag import FailedMail

log = logging.getLogger(__name__)

FIRST_SYNC_DAYS = 30
"""How far back the first reading of a mailbox goes."""
MOST_TRIES = 3
"""How often a mail that fails is tried, before a person reads it instead."""
READING = "reading"
MOST_DEATHS = 4
DEADLY = "le programme meurt en lisant ce message ; lisez-le dans votre messagerie"


@dataclass
class MailRead:
    """What one reading of a mailbox brought.

    ``failed`` says why it is not complete: then nothing may leave. What was taken
    in so far stays. After ``cut`` the line is of no use any more.
    """

    arrived: list[Arrived] = field(default_factory=list)
    looked_at: int = 0
    set_aside: int = 0
    failed: MailError | None = None
    cut: bool = False


def read_mailbox(
    office: Office, account: Account, inbox: Inbox, now: datetime
) -> MailRead:
    """Read every folder of an account from where it was left.

    A folder that is not there, or that the server will not open, does not keep the
    others from being read.

    Raises:
        StoreError: when nothing can be written; nothing is marked then.
    """
    read = MailRead()
    _try_again(office, account, read, now)
    for folder in account.folders:
        try:
            _read_folder(office, account, folder, inbox, read, now)
        except (FolderMissing, Refused) as error:
            log.warning("%s", error)
            read.failed = read.failed or error
        except MailError as error:  # the line is broken: nothing more comes by it
            read.failed, read.cut = error, True
            break
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
        place = f"{account.name}/{folder}/{fetched.uid}"
        if not _survives(office, place):
            read.set_aside += 1
            _put_aside(office, place, fetched, DEADLY, now)
            continue
        try:
            with store.turn():
                read.arrived += reply_arrives(office, account, folder, fetched, now)
                store.mail.first_sight(fetched.header_key, now)
                _move_mark(office, account, folder, fetched.mark)
        except (StoreError, MailError):
            _forget_deaths(office)
            raise
        except Exception as error:  # one bad mail never keeps the next from coming
            log.exception("mail %s of %s set aside", fetched.uid, folder)
            read.set_aside += 1
            _put_aside(office, place, fetched, repr(error), now)
    _forget_deaths(office)
    with store.turn():
        for uid, reason in news.unreadable:
            read.set_aside += 1
            place = f"{account.name}/{folder}/{uid}"
            store.mail.set_aside("mail", place, reason, None, now)
        _move_mark(office, account, folder, news.mark)
        store.mail.set_synced(account.name, folder, now)


def _move_mark(office: Office, account: Account, folder: str, mark: FolderMark) -> None:
    office.store.mail.set_mark(account.name, folder, mark.uidvalidity, mark.last_uid)


# --- mails that failed ------------------------------------------------------------


def _survives(office: Office, place: str) -> bool:
    """Note which mail is about to be read; false when it has killed us too often.

    A mail may end the whole process (memory, a fault in a library): without this it
    would do so at every start, and no other mail would ever be read.
    """
    path = office.home / READING
    try:
        before, _, deaths = path.read_text("utf-8").partition("\n")
    except OSError:
        before, deaths = "", ""
    died = int(deaths) if before == place and deaths.isdecimal() else 0
    if died >= MOST_DEATHS:
        return False
    with contextlib.suppress(OSError):  # a full disk is told by the store
        path.write_text(f"{place}\n{died + 1}", "utf-8")
    return True


def _forget_deaths(office: Office) -> None:
    (office.home / READING).unlink(missing_ok=True)


def _put_aside(
    office: Office, place: str, fetched: Fetched, error: str, now: datetime
) -> None:
    """Keep a mail that failed; until it is read, its sender is not reminded."""
    failed = FailedMail(place, fetched.raw, fetched.received, 0)
    clients = clients_concerned(office, fetched)
    account, _, rest = place.partition("/")
    mail = office.store.mail
    with office.store.turn():
        mail.set_mail_aside(failed, error, clients, now)
        if error == DEADLY:
            mail.give_up(place)
        mark = fetched.mark
        folder = rest.rpartition("/")[0]
        mail.set_mark(account, folder, mark.uidvalidity, mark.last_uid)


def _try_again(office: Office, account: Account, read: MailRead, now: datetime) -> None:
    """Take in once more what failed at earlier turns, from the bytes that were kept."""
    store = office.store
    for failed in store.mail.failed_mails(f"{account.name}/", MOST_TRIES):
        folder, _, uid = failed.place.partition("/")[2].rpartition("/")
        fetched = Fetched(
            uid=int(uid),
            raw=failed.raw,
            received=failed.received,
            size=len(failed.raw),
            truncated=False,
            header_key="",
            mark=FolderMark(0, 0),
        )
        try:
            with store.turn():
                read.arrived += reply_arrives(office, account, folder, fetched, now)
                store.mail.drop_aside("mail", failed.place)
        except (StoreError, MailError):
            raise
        except Exception as error:  # as above
            log.exception("mail %s of %s failed again", uid, folder)
            clients = clients_concerned(office, fetched)
            with store.turn():
                tries = store.mail.set_mail_aside(failed, repr(error), clients, now)
            if tries >= MOST_TRIES:
                _leave_to_the_person(office, account, folder, fetched, failed, now)


def _leave_to_the_person(  # where the mail lay, what it is, when
    office: Office,
    account: Account,
    folder: str,
    fetched: Fetched,
    failed: FailedMail,
    now: datetime,
) -> None:
    """Put a mail that the program cannot read before somebody who can.

    Should that fail too, it stays aside and its clients are not written to.
    """
    try:
        with office.store.turn():
            if unread_arrives(office, account, folder, fetched, now):
                office.store.mail.drop_aside("mail", failed.place)
    except StoreError:
        raise
    except Exception:
        log.exception("mail %s stays aside", failed.place)
