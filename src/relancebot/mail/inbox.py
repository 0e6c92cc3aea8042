"""The consultant's mailbox, read and never disturbed.

Folders are opened read-only and bodies are peeked at, so that nothing is marked as
seen. What is new is told by UID; when the server has numbered a folder anew, by
what the mails contain. One connection, one thread.
"""

import contextlib
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from email.parser import BytesHeaderParser
from enum import StrEnum
from typing import Any, Self

from imapclient import (  # type: ignore[import-untyped]  # it has no types
    IMAPClient,
    SocketTimeout,
)

from relancebot.domain.policy import Account, SentCopy, Tls
from relancebot.mail.connection import (
    check_protection,
    keep_alive,
    place_of,
    tls_context,
)
from relancebot.mail.errors import (
    BUSY_SECONDS,
    LIBRARY_ERRORS,
    FolderMissing,
    MailError,
    Refused,
    Unprotected,
    Unreachable,
    from_imap_login,
    from_library,
)
from relancebot.mail.idle import idle
from relancebot.mail.keys import content_key
from relancebot.mail.newmail import Fetched, FolderMark, NewMail

__all__ = ["Fetched", "Filed", "FolderMark", "Inbox", "NewMail", "content_key"]

CONNECT_SECONDS = 20.0
READ_SECONDS = 60.0
_POLL_SECONDS = 30.0
# What the library raises when an answer is no IMAP; the line itself is sound.
_UNREADABLE = (ValueError, TypeError, LookupError)
_TROUBLE: tuple[type[Exception], ...] = (*LIBRARY_ERRORS, *_UNREADABLE)
_SENT_NAMES = (
    "sent",
    "envoyes",
    "elements envoyes",
    "messages envoyes",
    "courriers envoyes",
    "sent items",
    "sent messages",
    "sent mail",
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
        self._account, self._password = account, password
        self._server = account.imap
        self._place = place_of(account, account.imap, password)
        self._timeout = SocketTimeout(CONNECT_SECONDS, read_seconds)
        self._client: Any = None
        self._selected = ""
        self._seen: dict[str, tuple[int, int]] = {}

    # -- the connection -----------------------------------------------------------

    def __enter__(self) -> Self:
        check_protection(self._server, self._place)
        self._client = self._connect()
        try:
            self._log_in()
        except BaseException:
            self._drop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Say goodbye; servers count connections that just vanish."""
        client, self._client, self._selected = self._client, None, ""
        if client is not None:
            with contextlib.suppress(*LIBRARY_ERRORS):
                client.socket().settimeout(5)
                client.logout()
            _hang_up(client)

    def _drop(self) -> None:
        client, self._client, self._selected = self._client, None, ""
        _hang_up(client)

    def _connect(self) -> Any:  # noqa: ANN401 - the IMAP library has no types
        client: Any = None
        implicit = self._server.tls is Tls.IMPLICIT
        try:
            client = IMAPClient(
                self._server.host,
                self._server.port,
                ssl=implicit,
                ssl_context=tls_context(self._server, self._place)
                if implicit
                else None,
                timeout=self._timeout,
            )
            # The library would trace every line, and turn times into naive ones.
            client._imap.debug = 0  # noqa: SLF001 - no public switch
            client.normalise_times = False
            keep_alive(client.socket())
            if self._server.tls is Tls.STARTTLS:
                self._protect(client)
        except BaseException as error:
            _hang_up(client)
            if isinstance(error, LIBRARY_ERRORS):
                raise self._at_the_door(error) from error
            raise
        return client

    def _at_the_door(self, error: Exception) -> MailError:
        """A server that says no before the login is busy, not wrong."""
        ours = from_library(error, self._place)
        if isinstance(ours, Refused):
            return Unreachable(
                ours.account, ours.server, ours.detail, wait_seconds=BUSY_SECONDS
            )
        return ours

    def _protect(self, client: Any) -> None:  # noqa: ANN401 - no types
        if not client.has_capability("STARTTLS"):
            raise Unprotected(
                self._place.account,
                self._place.server,
                "le serveur ne propose pas STARTTLS",
            )
        client.starttls(tls_context(self._server, self._place))

    def _log_in(self) -> None:
        user, password = self._account.user, self._password
        try:
            if user.isascii() and password.isascii():
                self._client.login(user, password)
            else:
                self._client.plain_login(user, password)
        except LIBRARY_ERRORS as error:
            # Some servers repeat the command, with the password, in their refusal.
            raise from_imap_login(error, self._place) from None

    @contextlib.contextmanager
    def _talking(self) -> Iterator[Any]:
        """Lend the connection; after a broken line it is thrown away."""
        if self._client is None:
            raise Unreachable(
                self._place.account, self._place.server, "connexion fermée"
            )
        try:
            yield self._client
        except _TROUBLE as error:
            ours = from_library(error, self._place)
            if not isinstance(ours, Refused):
                self._drop()
            raise ours from error

    # -- folders ------------------------------------------------------------------

    def _select(self, folder: str) -> dict[bytes, Any]:
        """Open a folder read-only; ask whether it exists when that fails."""
        self._selected = ""
        with self._talking() as client:
            try:
                state: dict[bytes, Any] = client.select_folder(folder, readonly=True)
            except LIBRARY_ERRORS as error:
                ours = from_library(error, self._place)
                if isinstance(ours, Refused) and not client.folder_exists(folder):
                    raise FolderMissing(
                        self._place.account, self._place.server, folder
                    ) from error
                raise
        self._selected = folder
        return state

    def _reselect(self, folder: str, validity: int) -> None:
        """Open a folder again, if another was opened since it was searched."""
        if self._selected == folder:
            return
        if _number(self._select(folder), b"UIDVALIDITY") != validity:
            raise Unreachable(
                self._place.account,
                self._place.server,
                f"le dossier « {folder} » vient d’être renuméroté",
            )

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
        state = self._select(folder)
        validity, uid_next = _number(state, b"UIDVALIDITY"), _number(state, b"UIDNEXT")
        exists = _number(state, b"EXISTS")
        self._seen[folder] = uid_next, exists
        same = mark is not None and validity > 0 and mark.uidvalidity == validity
        last = mark.last_uid if mark is not None and same else 0
        uids: list[int] = []
        if exists:
            with self._talking() as client:
                for criteria in _searches(last, since if not same else None, uid_next):
                    uids += client.search(criteria)
        # "n:*" gives the last mail even when its UID is below n.
        wanted = sorted({uid for uid in uids if uid > last})
        end = max([last, uid_next - 1, *wanted]) if validity else 0
        return NewMail(
            _FolderReader(self, folder, validity),
            wanted,
            end=FolderMark(validity, end),
            renumbered=mark is not None and not same,
            known=None if same else known,
        )

    def find_by_message_id(self, folder: str, message_id: str) -> bytes | None:
        """Find a mail by its Message-ID; gives its bytes, or None.

        Args:
            folder: where to look.
            message_id: with its angle brackets.
        """
        self._select(folder)
        if not message_id.strip():
            return None
        with self._talking() as client:
            # A server searches for a part of the header: compare the whole.
            for uid in client.search(["HEADER", "Message-ID", message_id]):
                item = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"
                heads = client.fetch([uid], [item]).get(uid, {})
                said = b" ".join(v for v in heads.values() if isinstance(v, bytes))
                if message_id.encode() not in said.partition(b":")[2].split():
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
        with self._talking() as client:
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
        host = self._server.host.lower()
        filing = any(host == one or host.endswith(f".{one}") for one in _FILING_HOSTS)
        if choice is SentCopy.SERVER or (choice is SentCopy.AUTO and filing):
            return Filed.BY_SERVER
        folder = self.sent_folder()
        message_id = str(BytesHeaderParser().parsebytes(raw).get("Message-ID", ""))
        if self.find_by_message_id(folder, message_id) is not None:
            return Filed.ALREADY_THERE
        with self._talking() as client:
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

        Returns at once when something has arrived since ``new_mail`` looked. Push
        is only a hint: whoever calls this polls every few minutes all the same.

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
        with self._talking() as client:
            if client.has_capability("IDLE"):
                return idle(client, seconds, stop)
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
        state = self._select(folder)
        now = _number(state, b"UIDNEXT"), _number(state, b"EXISTS")
        before = self._seen.get(folder, now)
        self._seen[folder] = now
        # A deleted mail lowers the count and brings nothing.
        return now[0] != before[0] or now[1] > before[1]

    def check(self) -> dict[str, object]:
        """Say what a doctor wants to know of this mailbox, as plain values."""
        with self._talking() as client:
            capabilities = sorted(
                one.decode("ascii", "replace") for one in client.capabilities()
            )
        folders: list[dict[str, object]] = []
        for folder in self._account.folders:
            try:
                count = _number(self._select(folder), b"EXISTS")
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


class _FolderReader:
    """Fetches items of one folder, whatever was opened in between."""

    def __init__(self, inbox: Inbox, folder: str, validity: int) -> None:
        self._inbox, self._folder, self._validity = inbox, folder, validity

    def __call__(
        self, uids: Sequence[int], items: Sequence[str]
    ) -> dict[int, dict[bytes, Any]]:
        """Ask for items of mails; a mail that is gone is missing in the answer."""
        inbox = self._inbox
        inbox._reselect(self._folder, self._validity)  # noqa: SLF001 - one work
        with inbox._talking() as client:  # noqa: SLF001 - as above
            found: dict[int, dict[bytes, Any]] = client.fetch(uids, items)
            return found


def _hang_up(client: Any) -> None:  # noqa: ANN401 - no types
    """Close a line without a word."""
    if client is not None:
        with contextlib.suppress(*LIBRARY_ERRORS):
            client.shutdown()


def _number(state: dict[bytes, Any], name: bytes) -> int:
    value = state.get(name)
    return value if isinstance(value, int) else 0


_WINDOW = 50_000


def _searches(last: int, since: date | None, uid_next: int) -> Iterator[list[Any]]:
    """Give the searches that find the mails; none asks for an answer of a megabyte."""
    # The server's day may be another than ours.
    day = ["SINCE", since - timedelta(days=1)] if since else []
    first = last + 1
    while uid_next - first > _WINDOW:
        yield ["UID", f"{first}:{first + _WINDOW - 1}", *day]
        first += _WINDOW
    yield ["UID", f"{first}:*", *day]


def _lower_flags(flags: Sequence[bytes]) -> set[str]:
    return {flag.decode("ascii", "replace").lower() for flag in flags}


def _last_word(name: str, delimiter: bytes | None) -> str:
    """Give a folder's own name, without its parents, accents and capitals."""
    if delimiter:
        name = name.rpartition(delimiter.decode("ascii", "replace"))[2]
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).strip()
