"""A mail provider of one's own: IMAP and SMTP on loopback, in one thread, in memory.

``make demo`` and the tests speak real IMAP (pymap) and real SMTP (aiosmtpd) to it,
so that nothing of the program is bypassed. The provider can also be told to behave
badly: refuse a recipient, cut a line, fall silent, rebuild a folder.
"""

import asyncio
import contextlib
import logging
import ssl
import threading
from argparse import Namespace
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self, TypeVar

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from proxyprotocol.reader import ProxyProtocolReader
from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import DictBackend
from pymap.backend.dict.filter import FilterSet
from pymap.concurrent import Subsystem
from pymap.context import connection_exit
from pymap.imap.state import ConnectionState
from pymap.parsing.message import AppendMessage
from pymap.user import UserMetadata

from relancebot.demo.imap import (
    Folders,
    ImapConfig,
    PlainPasswords,
    StoredMail,
    TokenLogin,
    WholeAnswers,
)

HOST = "127.0.0.1"
_Result = TypeVar("_Result")

# At each login, aiosmtpd warns about an attribute that only aiosmtpd uses.
logging.getLogger("mail.log").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class SentMail:
    """A mail that the provider accepted from one of its users."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes


def _foreign_clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - stands for another machine's clock


def _nothing_wrong(_: Any) -> str | None:  # noqa: ANN401 - an address or an envelope
    return None


class EmbeddedMail:
    """A provider with its users; ``start`` it, or use it in a ``with`` block.

    Attributes:
        users: address → password, also the login names.
        tokens: access token → address, for XOAUTH2.
        sent: every mail accepted over SMTP, oldest first; those for its own users
            are also delivered to their INBOX.
        on_rcpt: gives an SMTP error for a recipient, or None.
        on_data: gives an SMTP error for a whole envelope, or None.
        tamper: sees each IMAP response before it leaves and may change, cut or
            swallow it.
        now: the provider's clock (INTERNALDATE of what arrives).
    """

    def __init__(  # noqa: PLR0913 - each argument is one trait of a provider
        self,
        users: Mapping[str, str],
        *,
        folders: Sequence[str] = ("Sent", "Drafts", "Trash", "Junk"),
        ssl_context: ssl.SSLContext | None = None,
        implicit_tls: bool = False,
        max_size: int = 35_000_000,
        idle: bool = True,
        imap_port: int = 0,
        smtp_port: int = 0,
        now: Callable[[], datetime] = _foreign_clock,
    ) -> None:
        self.users = dict(users)
        self.tokens: dict[str, str] = {}
        self.sent: list[SentMail] = []
        self.on_rcpt: Callable[[str], str | None] = _nothing_wrong
        self.on_data: Callable[[Envelope], str | None] = _nothing_wrong
        self.tamper: Callable[[bytes], bytes] = bytes
        self.now = now
        self.imap_port, self.smtp_port = imap_port, smtp_port
        self._folders = tuple(folders)
        self._ssl_context, self._implicit_tls = ssl_context, implicit_tls
        self._max_size, self._idle = max_size, idle
        self._mailboxes: dict[str, Folders] = {}
        self._writers: set[asyncio.StreamWriter] = set()
        self._submissions: set[SMTP] = set()
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(
            target=self._main, name="embedded-mail", daemon=True
        )
        self._loop: asyncio.AbstractEventLoop
        self._stop: asyncio.Event
        self._config: ImapConfig
        self._login: TokenLogin

    # -- life ---------------------------------------------------------------------

    def start(self) -> Self:
        """Open both ports; returns when they answer."""
        self._thread.start()
        if not self._ready.wait(30):
            raise TimeoutError("the embedded mail servers did not start")
        if self._failure:
            raise self._failure
        return self

    def stop(self) -> None:
        """Cut every connection and end the thread."""
        with contextlib.suppress(RuntimeError):  # the loop is already closed
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _main(self) -> None:
        try:
            asyncio.run(self._run())
        except BaseException as error:  # noqa: BLE001 - raised again by start()
            self._failure = error
        finally:
            self._ready.set()

    async def _run(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._prepare_imap()
        tls = self._ssl_context if self._implicit_tls else None
        accept = ProxyProtocolReader(self._config.proxy_protocol).get_callback(
            self._imap_dialogue
        )
        imap = await asyncio.start_server(accept, HOST, self.imap_port, ssl=tls)
        smtp = await self._loop.create_server(
            self._smtp_dialogue, HOST, self.smtp_port, ssl=tls
        )
        self.imap_port = imap.sockets[0].getsockname()[1]
        self.smtp_port = smtp.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        imap.close()
        smtp.close()
        self._cut(abort=True)
        for dialogue in self._submissions:
            if isinstance(dialogue.transport, asyncio.WriteTransport):
                dialogue.transport.abort()
        await asyncio.sleep(0.01)  # lets the transports close before the loop does

    # -- IMAP ---------------------------------------------------------------------

    def _prepare_imap(self) -> None:
        args = Namespace(
            host=HOST,
            port=0,
            debug=False,
            cert=None,
            key=None,
            tls=self._ssl_context is not None and not self._implicit_tls,
            passlib_cfg=None,
            proxy_protocol=None,
            demo_data=False,
            demo_user="",
            demo_password="",
            inherited_sockets=None,
        )
        self._config = ImapConfig.from_args(
            args,
            ssl_context=self._ssl_context,
            invalid_user_sleep=0.0,
            hash_context=PlainPasswords(),
            cpu_subsystem=Subsystem.for_asyncio(),
            reject_dnsbl=False,
        )
        self._config.with_idle = self._idle
        self._config.apply_context()
        self._login = TokenLogin(self._config, self.tokens)
        DictBackend(self._login, self._config)
        for user, password in self.users.items():
            self._add_user(user, password)

    def _add_user(self, user: str, password: str) -> None:
        self._login.users_dict[user] = UserMetadata(
            self._config, user, password=password
        )
        mailboxes = self._mailboxes[user] = Folders()
        for folder in self._folders:
            mailboxes.add(folder)
        self._config.set_cache[user] = (mailboxes, FilterSet())

    async def _imap_dialogue(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        sock_info: SocketInfo,
    ) -> None:
        self._writers.add(writer)
        connection = WholeAnswers(
            self._tampered,
            self._config.commands,
            self._config,
            reader,
            writer,
            sock_info,
        )
        state = ConnectionState(self._login, self._config)
        try:
            async with contextlib.AsyncExitStack() as stack:
                connection_exit.set(stack)
                stack.enter_context(contextlib.closing(connection))
                with contextlib.suppress(ConnectionError, ssl.SSLError):
                    await connection.run(state)
        finally:
            self._writers.discard(writer)

    def _tampered(self, data: bytes) -> bytes:
        return self.tamper(data)  # as it is now, not as it was when the line opened

    def _in_loop(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)

    async def _deliver(
        self, user: str, raw: bytes, folder: str, when: datetime | None
    ) -> int:
        box = self._mailboxes[user].folder(folder)
        message = AppendMessage(raw, when or self.now(), frozenset())
        return (await box.append(message, recent=True)).uid

    def deliver(
        self,
        user: str,
        raw: bytes,
        *,
        folder: str = "INBOX",
        when: datetime | None = None,
    ) -> int:
        """Put a mail into a user's folder as if it had arrived; gives its UID."""
        return self._in_loop(self._deliver(user, raw, folder, when))

    def stored(self, user: str, folder: str = "INBOX") -> list[StoredMail]:
        """Show what lies in a user's folder, oldest first."""

        async def look() -> list[StoredMail]:
            return self._mailboxes[user].folder(folder).stored()

        return self._in_loop(look())

    def add_folder(self, user: str, folder: str) -> None:
        """Create a folder."""
        self._in_loop(self._mailboxes[user].add_mailbox(folder))

    def delete_folder(self, user: str, folder: str) -> None:
        """Delete a folder with its mails."""
        self._in_loop(self._mailboxes[user].delete_mailbox(folder))

    def delete(self, user: str, uids: Sequence[int], folder: str = "INBOX") -> None:
        """Delete mails from a folder."""
        self._in_loop(self._mailboxes[user].folder(folder).delete(uids))

    def change_uidvalidity(
        self, user: str, folder: str = "INBOX", *, first_uid: int | None = None
    ) -> None:
        """Rebuild a folder: new UIDVALIDITY, and new UIDs when a first is given."""

        async def rebuild() -> None:
            self._mailboxes[user].folder(folder).rebuild(first_uid)
            self._cut(abort=True)

        self._in_loop(rebuild())

    def _cut(self, *, abort: bool) -> None:
        for writer in list(self._writers):
            if abort:
                writer.transport.abort()
            else:
                writer.close()

    def drop_connections(self, *, abort: bool = True) -> None:
        """Cut every IMAP connection; with a reset when ``abort``."""

        async def cut() -> None:
            self._cut(abort=abort)

        self._in_loop(cut())

    def say(self, data: bytes) -> None:
        """Write bytes of one's own to every open IMAP connection."""

        async def write() -> None:
            for writer in list(self._writers):
                writer.write(data)

        self._in_loop(write())

    # -- SMTP ---------------------------------------------------------------------

    def _authenticate(
        self,
        _server: SMTP,
        _session: Session,
        _envelope: Envelope,
        _mechanism: str,
        credentials: object,
    ) -> AuthResult:
        right = (
            isinstance(credentials, LoginPassword)
            and self.users.get(credentials.login.decode())
            == credentials.password.decode()
        )
        # With handled=True the client would wait for ever for the refusal.
        return AuthResult(success=right, handled=False)

    def _smtp_dialogue(self) -> SMTP:
        starttls = None if self._implicit_tls else self._ssl_context
        dialogue = SMTP(
            self,
            hostname="localhost",
            data_size_limit=self._max_size,
            enable_SMTPUTF8=True,
            tls_context=starttls,
            authenticator=self._authenticate,
            auth_require_tls=starttls is not None,
            loop=self._loop,
        )
        self._submissions = {
            one for one in self._submissions if one.transport is not None
        } | {dialogue}
        return dialogue

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd calls
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """Accept or refuse one recipient."""
        if error := self.on_rcpt(address):
            return error
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(  # noqa: N802 - the name that aiosmtpd calls
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Take a mail, and deliver it to the provider's own users."""
        if error := self.on_data(envelope):
            return error
        raw = envelope.content
        if not isinstance(raw, bytes):
            raise TypeError(type(raw))
        recipients = tuple(envelope.rcpt_tos)
        self.sent.append(SentMail(envelope.mail_from or "", recipients, raw))
        for recipient in recipients:
            if recipient in self.users:
                await self._deliver(recipient, raw, "INBOX", None)
        return "250 2.0.0 queued"
