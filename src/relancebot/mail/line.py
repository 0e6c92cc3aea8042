"""One IMAP connection: opened protected, folders read-only, thrown away when broken.

Its errors are those of ``mail.errors`` only. One connection, one thread.
"""

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

from imapclient import (  # type: ignore[import-untyped]  # it has no types
    IMAPClient,
    SocketTimeout,
)

from relancebot.domain.policy import Account, Tls
from relancebot.mail.connection import (
    check_protection,
    keep_alive,
    place_of,
    tls_context,
)
from relancebot.mail.errors import (
    FolderMissing,
    MailError,
    Refused,
    Unprotected,
    Unreachable,
)
from relancebot.mail.faults import (
    BUSY_SECONDS,
    LIBRARY_ERRORS,
    from_imap_login,
    from_library,
)

CONNECT_SECONDS = 20.0
GOODBYE_SECONDS = 5.0
# What the library raises when an answer is no IMAP; the line itself is sound.
_UNREADABLE = (ValueError, TypeError, LookupError)
_TROUBLE: tuple[type[Exception], ...] = (*LIBRARY_ERRORS, *_UNREADABLE)


class ImapLine:
    """The connection of one account."""

    def __init__(self, account: Account, password: str, read_seconds: float) -> None:
        self.place = place_of(account, account.imap, password)
        self._account, self._password = account, password
        self._server = account.imap
        # The connection's own limit also holds for the server's greeting.
        self._timeout = SocketTimeout(min(CONNECT_SECONDS, read_seconds), read_seconds)
        self._client: Any = None
        self._selected = ""

    def open(self) -> None:
        """Connect and log in."""
        check_protection(self._server, self.place)
        self._client = self._connect()
        try:
            self._log_in()
        except BaseException:
            self._drop()
            raise

    def close(self) -> None:
        """Say goodbye; servers count connections that just vanish."""
        client, self._client, self._selected = self._client, None, ""
        if client is not None:
            with contextlib.suppress(*LIBRARY_ERRORS):
                client.socket().settimeout(GOODBYE_SECONDS)
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
                ssl_context=tls_context(self._server, self.place) if implicit else None,
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
        ours = from_library(error, self.place)
        if isinstance(ours, Refused):
            return Unreachable(
                ours.account, ours.server, ours.detail, wait_seconds=BUSY_SECONDS
            )
        return ours

    def _protect(self, client: Any) -> None:  # noqa: ANN401 - no types
        if not client.has_capability("STARTTLS"):
            raise Unprotected(
                self.place.account,
                self.place.server,
                "le serveur ne propose pas STARTTLS",
            )
        client.starttls(tls_context(self._server, self.place))

    def _log_in(self) -> None:
        user, password = self._account.user, self._password
        try:
            if user.isascii() and password.isascii():
                self._client.login(user, password)
            else:
                self._client.plain_login(user, password)
        except LIBRARY_ERRORS as error:
            # Some servers repeat the command, with the password, in their refusal.
            raise from_imap_login(error, self.place) from None

    @contextlib.contextmanager
    def talk(self) -> Iterator[Any]:
        """Lend the connection; after a broken line it is thrown away."""
        if self._client is None:
            raise Unreachable(self.place.account, self.place.server, "connexion fermée")
        try:
            yield self._client
        except _TROUBLE as error:
            ours = from_library(error, self.place)
            if not isinstance(ours, Refused):
                self._drop()
            raise ours from error

    def select(self, folder: str) -> dict[bytes, Any]:
        """Open a folder read-only; ask whether it exists when that fails."""
        self._selected = ""
        with self.talk() as client:
            try:
                state: dict[bytes, Any] = client.select_folder(folder, readonly=True)
            except LIBRARY_ERRORS as error:
                ours = from_library(error, self.place)
                if isinstance(ours, Refused) and not client.folder_exists(folder):
                    raise FolderMissing(
                        self.place.account, self.place.server, folder
                    ) from error
                raise
        self._selected = folder
        return state

    def reselect(self, folder: str, validity: int) -> None:
        """Open a folder again, if another was opened since it was searched."""
        if self._selected == folder:
            return
        if number(self.select(folder), b"UIDVALIDITY") != validity:
            raise Unreachable(
                self.place.account,
                self.place.server,
                f"le dossier « {folder} » vient d’être renuméroté",
            )


class FolderReader:
    """Fetches items of one folder, whatever was opened in between."""

    def __init__(self, line: ImapLine, folder: str, validity: int) -> None:
        self._line, self._folder, self._validity = line, folder, validity

    def __call__(
        self, uids: Sequence[int], items: Sequence[str]
    ) -> dict[int, dict[bytes, Any]]:
        """Ask for items of mails; a mail that is gone is missing in the answer."""
        self._line.reselect(self._folder, self._validity)
        with self._line.talk() as client:
            found: dict[int, dict[bytes, Any]] = client.fetch(uids, items)
            return found


def _hang_up(client: Any) -> None:  # noqa: ANN401 - no types
    """Close a line without a word."""
    if client is not None:
        with contextlib.suppress(*LIBRARY_ERRORS):
            client.shutdown()


def number(state: dict[bytes, Any], name: bytes) -> int:
    """Read a number of a folder's state; 0 when the server does not say."""
    value = state.get(name)
    return value if isinstance(value, int) else 0
