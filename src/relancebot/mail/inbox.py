"""The consultant's mailbox, read and never disturbed.

Folders are opened read-only and bodies are peeked at, so that nothing is marked as
seen. What is new is told by UID; when the server has numbered a folder anew, by
what the mails contain. One connection, one thread.
"""

import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from email.parser import BytesHeaderParser
from enum import StrEnum
from typing import Any, Self

from relancebot.domain.policy import Account, SentCopy
from relancebot.mail.errors import FolderMissing
from relancebot.mail.idle import idle
from relancebot.mail.keys import content_key
from relancebot.mail.line import FolderReader, ImapLine, number
from relancebot.mail.newmail import Fetched, FolderMark, NewMail

__all__ = ["Fetched", "Filed", "FolderMark", "Inbox", "NewMail", "content_key"]

READ_SECONDS = 60.0
_POLL_SECONDS = 30.0
_WINDOW = 50_000
_SENT_NAMES = (
    "sent",
    "envoyes",
    "elements envoyes",
    "messages envoyes",
    "courriers envoyes",
    "objets envoyes",
    "sent items",
    "sent messages",
    "sent mail",
    "outbox",  # so named by Orange and La Poste; elsewhere one of the above exists
)
# These servers file a copy of what passes through their SMTP by themselves.
_FILING_HOSTS = (
    "gmail.com",
    "googlemail.com",
    "office365.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "zoho.com",
    "zoho.eu",
)


class Filed(StrEnum):
    """How the copy of a letter came into the Sent folder."""

    APPENDED = "appended"
    ALREADY_THERE = "already_there"
    BY_SERVER = "by_server"


class Inbox:
    """One account's mailbox; use it in a ``with`` block.

    After an error that is ``temporary`` the connection is closed: open another
    ``Inbox``. Every method raises only errors of ``mail.errors``.
    """

    def __init__(
        self,
        account: Account,
        password: str,
        *,
        read_seconds: float = READ_SECONDS,
    ) -> None:
        self._account = account
        self._line = ImapLine(account, password, read_seconds)
        self._place = self._line.place
        self._seen: dict[str, tuple[int, int]] = {}

    def __enter__(self) -> Self:
        self._line.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Say goodbye to the server."""
        self._line.close()

    # -- what lies in folders -----------------------------------------------------

    def new_mail(
        self,
        folder: str,
        mark: FolderMark | None,
        *,
        since: date | None = None,
        known: Callable[[str], bool] | None = None,
    ) -> NewMail:
        """Find what has arrived in a folder since a mark.

        Without a mark, or when the server has numbered the folder anew (or does not
        number it), everything since a day is given again, and the caller must know
        mails by ``content_key``. Old mails below the mark are not even asked for.

        Args:
            folder: its name.
            mark: how far this folder was read, None the first time.
            since: the first day that matters; None is for ever.
            known: tells by ``Fetched.header_key`` whether a mail is stored already;
                saves fetching bodies again after a renumbering.

        Returns:
            The mails in order, fetched in batches as they are taken.

        Raises:
            FolderMissing: the folder does not exist.
            MailError: any other trouble, also while mails are taken.
        """
        state = self._line.select(folder)
        validity, uid_next = number(state, b"UIDVALIDITY"), number(state, b"UIDNEXT")
        exists = number(state, b"EXISTS")
        self._seen[folder] = uid_next, exists
        same = mark is not None and validity > 0 and mark.uidvalidity == validity
        last = mark.last_uid if mark is not None and same else 0
        uids: list[int] = []
        if exists:
            with self._line.talk() as client:
                day = None if last else since
                for criteria in _searches(last, day, uid_next, exists):
                    uids += client.search(criteria)
        # "n:*" gives the last mail even when its UID is below n.
        wanted = sorted({uid for uid in uids if uid > last})
        end = max([last, uid_next - 1, *wanted]) if validity else 0
        return NewMail(
            FolderReader(self._line, folder, validity),
            wanted,
            end=FolderMark(validity, end),
            renumbered=mark is not None and not same,
            known=None if same else known,
        )

    def find_by_message_id(
        self, folder: str, message_id: str, since: date | None = None
    ) -> bytes | None:
        """Find a mail by its Message-ID; gives its bytes, or None.

        Args:
            folder: where to look.
            message_id: with its angle brackets.
            since: the first day that it can have arrived; spares large folders.
        """
        return self.find_by_header(folder, "Message-ID", message_id, since)

    def find_by_header(
        self, folder: str, name: str, value: str, since: date | None = None
    ) -> bytes | None:
        """Find a mail by a word of one header; gives its bytes, or None.

        Some servers replace the Message-ID of what they send; a header of one's
        own stays.
        """
        self._line.select(folder)
        if not value.strip():
            return None
        item = f"BODY.PEEK[HEADER.FIELDS ({name.upper()})]"
        with self._line.talk() as client:
            # A server searches for a part of the header: compare the whole word.
            for uid in client.search([*_since(since), "HEADER", name, value]):
                heads = client.fetch([uid], [item]).get(uid, {})
                said = b" ".join(v for v in heads.values() if isinstance(v, bytes))
                if value.encode() not in said.partition(b":")[2].split():
                    continue
                raw = client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {}).get(b"BODY[]")
                if isinstance(raw, bytes):
                    return raw
        return None

    def sent_folder(self) -> str:
        """Find the folder of sent mails: the rules' own, the marked one, by name.

        Raises:
            FolderMissing: there is none.
        """
        if self._account.sent_folder:
            return self._account.sent_folder
        with self._line.talk() as client:
            folders = [
                (_lower_flags(flags), delimiter, name)
                for flags, delimiter, name in client.list_folders()
                if isinstance(name, str)
            ]
        usable = [one for one in folders if "\\noselect" not in one[0]]
        for flags, _, name in usable:
            if "\\sent" in flags:
                return name
        by_name = {_last_word(name, delimiter): name for _, delimiter, name in usable}
        for usual in _SENT_NAMES:
            if usual in by_name:
                return by_name[usual]
        raise FolderMissing(
            self._place.account, self._place.server, "Sent ou Éléments envoyés"
        )

    def append_sent(self, raw: bytes, when: datetime) -> Filed:
        """See to it that the Sent folder holds one copy of a letter.

        A failure here says nothing about the letter itself, which has left. Servers
        that file copies themselves may need a minute: call it then.

        Args:
            raw: the letter's exact bytes.
            when: when it left, aware.
        """
        choice = self._account.sent_copy
        host = self._account.imap.host.lower()
        filing = any(host == one or host.endswith(f".{one}") for one in _FILING_HOSTS)
        if choice is SentCopy.SERVER or (choice is SentCopy.AUTO and filing):
            return Filed.BY_SERVER
        folder = self.sent_folder()
        message_id = str(BytesHeaderParser().parsebytes(raw).get("Message-ID", ""))
        filed = self.find_by_message_id(folder, message_id, since=when.date())
        if filed is not None:
            return Filed.ALREADY_THERE
        with self._line.talk() as client:
            client.append(folder, raw, (b"\\Seen",), when)
        return Filed.APPENDED

    # -- waiting and checking -----------------------------------------------------

    def wait(
        self,
        seconds: float,
        folder: str = "",
        stop: threading.Event | None = None,
    ) -> bool:
        """Wait for news of one folder (the account's first, unless named).

        Returns at once when something has arrived since ``new_mail`` or the last
        waiting looked. Push is only a hint: whoever calls this polls every few
        minutes all the same.

        Args:
            seconds: how long at most; the server's push is renewed every 8 minutes.
            folder: its name.
            stop: ends the waiting early when it is set.

        Returns:
            Whether a mail may have arrived.
        """
        folder = folder or self._account.folders[0]
        if self._changed(folder):
            return True
        with self._line.talk() as client:
            pushes = client.has_capability("IDLE")
            news = pushes and idle(client, seconds, stop)
        if pushes:
            if news:  # what was told once is not told again by the next waiting
                self._changed(folder)
            return news
        stop = stop or threading.Event()
        left = seconds
        while left > 0:
            if stop.wait(min(left, _POLL_SECONDS)):
                return False
            left -= _POLL_SECONDS
            if self._changed(folder):
                return True
        return False

    def _changed(self, folder: str) -> bool:
        state = self._line.select(folder)
        now = number(state, b"UIDNEXT"), number(state, b"EXISTS")
        before = self._seen.get(folder, now)
        self._seen[folder] = now
        # A deleted mail lowers the count and brings nothing.
        return now[0] != before[0] or now[1] > before[1]

    def check(self) -> dict[str, object]:
        """Say what a doctor wants to know of this mailbox, as plain values."""
        with self._line.talk() as client:
            capabilities = sorted(
                one.decode("ascii", "replace") for one in client.capabilities()
            )
        folders: list[dict[str, object]] = []
        for folder in self._account.folders:
            try:
                count = number(self._line.select(folder), b"EXISTS")
            except FolderMissing:
                folders.append({"name": folder, "exists": False, "messages": 0})
            else:
                folders.append({"name": folder, "exists": True, "messages": count})
        try:
            sent: str | None = self.sent_folder()
        except FolderMissing:
            sent = None
        return {
            "account": self._account.name,
            "server": self._place.server,
            "login": True,
            "idle": "IDLE" in capabilities,
            "capabilities": capabilities,
            "folders": folders,
            "sent_folder": sent,
        }


def _searches(
    last: int, since: date | None, uid_next: int, exists: int
) -> Iterator[list[Any]]:
    """Give the searches that find the mails above a UID, from a day on.

    An answer is one line, and the library refuses lines of a megabyte: a very large
    folder is searched piece by piece, by the mails' places in it. The last piece
    comes first, because a mail deleted meanwhile moves the later ones down.
    """
    wanted: list[Any] = ["UID", f"{last + 1}:*", *_since(since)]
    if exists <= _WINDOW or 0 < uid_next - last <= _WINDOW:
        yield wanted
        return
    for first in range(exists // _WINDOW * _WINDOW + 1, 0, -_WINDOW):
        if first <= exists:
            yield [f"{first}:{min(exists, first + _WINDOW - 1)}", *wanted]


def _since(day: date | None) -> list[Any]:
    # The server's day may be another than ours.
    return ["SINCE", day - timedelta(days=1)] if day else []


def _lower_flags(flags: Sequence[bytes]) -> set[str]:
    return {flag.decode("ascii", "replace").lower() for flag in flags}


def _last_word(name: str, delimiter: bytes | None) -> str:
    """Give a folder's own name, without its parents, accents and capitals."""
    if delimiter:
        name = name.rpartition(delimiter.decode("ascii", "replace"))[2]
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).strip()
