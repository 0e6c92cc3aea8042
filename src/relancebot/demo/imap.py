"""The IMAP half of the demo's mail provider: what pymap lacks, by subclassing.

Keywords are kept, a folder can be rebuilt under its clients' feet, access tokens
are checked, and each response leaves in one piece or as a fault wants it.
"""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pymap.backend.dict import Config, Identity, Login
from pymap.backend.dict.mailbox import MailboxData, MailboxSet, Message
from pymap.config import BackendCapability
from pymap.exceptions import InvalidAuth
from pymap.imap import IMAPConnection
from pymap.parsing.response import Response
from pymap.parsing.specials import ObjectId
from pymap.parsing.specials.flag import Flag, Recent, get_system_flags
from pysasl import SASLAuth
from pysasl.creds.external import ExternalCredentials
from pysasl.creds.server import ServerCredentials
from pysasl.hashing import Cleartext


@dataclass(frozen=True, slots=True)
class StoredMail:
    """A mail as it lies in a folder of the provider."""

    uid: int
    raw: bytes
    received: datetime
    flags: frozenset[str]


class _Buffer:
    """Collects one response, so that it leaves in one piece."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> None:
        self.data += data

    async def drain(self) -> None:
        """Nothing waits here: the whole is written at once later."""


class WholeAnswers(IMAPConnection):
    """An IMAP dialogue whose responses leave whole, or as a fault wants them.

    Written piece by piece, each response costs the client a delayed
    acknowledgement (40 ms a command).
    """

    def __init__(self, tamper: Callable[[bytes], bytes], *args: Any) -> None:  # noqa: ANN401 - handed through
        super().__init__(*args)
        self._tamper = tamper

    async def write_response(self, resp: Response) -> None:
        """Send a response in one piece."""
        buffer = _Buffer()
        await resp.async_write(buffer)
        data = self._tamper(bytes(buffer.data))
        with contextlib.suppress(ConnectionError):
            self.writer.write(data)
            await self.writer.drain()


class Folder(MailboxData):
    """A folder that keeps keywords and can be rebuilt under its clients' feet."""

    @property
    def permanent_flags(self) -> frozenset[Flag]:
        """Keep every keyword; pymap's own folders drop them."""
        return (get_system_flags() - {Recent}) | {Flag(b"\\*")}

    def rebuild(self, first_uid: int | None) -> None:
        """Take a new UIDVALIDITY; renumber the mails when a first UID is given."""
        self._uid_validity = (self._uid_validity + 1) & 0xFFFFFFFF
        if first_uid is not None:
            old = list(self._messages.values())
            self._messages = {
                uid: Message.copy(message, uid=uid)
                for uid, message in enumerate(old, start=first_uid)
            }
            self._max_uid = first_uid + len(old) - 1

    def stored(self) -> list[StoredMail]:
        """List the mails, oldest first."""
        return [
            StoredMail(
                m.uid,
                bytes(m._content) if m._content else b"",  # noqa: SLF001 - no public way
                m.internal_date,
                frozenset(bytes(flag).decode() for flag in m.permanent_flags),
            )
            for m in self._messages.values()
        ]


class Folders(MailboxSet):
    """A user's folders, all of the kind above."""

    def __init__(self) -> None:
        super().__init__()
        self._inbox: Folder = self._new()

    def add(self, name: str) -> None:
        """Create a folder before any client is there."""
        self._set[name] = self._new()

    def _new(self) -> Folder:
        return Folder(self._content_cache, self._thread_cache)

    async def add_mailbox(self, name: str) -> ObjectId:
        """Create a folder."""
        if name in self._set:
            raise ValueError(name)
        self._set[name] = folder = self._new()
        return folder.mailbox_id

    def folder(self, name: str) -> Folder:
        """Find a folder by its name."""
        folder = self._inbox if name.upper() == "INBOX" else self._set[name]
        if not isinstance(folder, Folder):
            raise TypeError(name)
        return folder


class TokenLogin(Login):
    """Passwords as usual; access tokens against the provider's own list."""

    def __init__(self, config: Config, tokens: Mapping[str, str]) -> None:
        super().__init__(config)
        self._access_tokens = tokens

    async def authenticate(self, credentials: ServerCredentials) -> Identity:
        """Say who it is; pymap itself takes any token."""
        if isinstance(credentials, ExternalCredentials):
            user = self._access_tokens.get(credentials._token or "")  # noqa: SLF001 - no public way
            if user is None or user != credentials.authzid:
                raise InvalidAuth
            return Identity(user, self, None, frozenset())
        return await super().authenticate(credentials)


class PlainPasswords(Cleartext):
    """Passwords as they are (hashing costs 0.2 s a login), accents included."""

    def verify(self, value: str, digest: str) -> bool:
        """Compare; pysasl's own way fails on accents."""
        return value == digest


class ImapConfig(Config):
    """Offers access tokens (XOAUTH2) beside passwords, and push or not."""

    with_idle = True

    @property
    def backend_capability(self) -> BackendCapability:
        """Offer push or not."""
        return BackendCapability(idle=self.with_idle, object_id=True, multi_append=True)

    @property
    def greeting(self) -> bytes:
        """Greet without the machine's name, which would cost a look-up."""
        return b"Server ready"

    @property
    def tls_auth(self) -> SASLAuth:
        """Offer passwords and access tokens."""
        return SASLAuth.named([b"PLAIN", b"LOGIN", b"XOAUTH2"])
