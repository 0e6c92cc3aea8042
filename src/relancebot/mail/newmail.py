"""New mails taken one by one from a folder, a few at a time from the server.

What a mail costs in memory is bounded: it is sized before it is fetched, and a
large one is fetched without its files. One that the server cannot give does not
keep the next from coming.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from imaplib import IMAP4
from typing import Any, Protocol

from relancebot.mail.errors import Refused
from relancebot.mail.keys import header_key
from relancebot.mail.partial import skeleton

BATCH = 50
LARGE_BYTES = 10_000_000
_AT_ONCE_BYTES = 8_000_000
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FolderMark:
    """How far a folder was read; ``uidvalidity`` 0 means it has no stable numbers."""

    uidvalidity: int
    last_uid: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """A mail as the server gave it.

    Attributes:
        uid: its number in the folder.
        raw: its bytes; without its files when ``truncated``.
        received: when the server took it (INTERNALDATE), in UTC.
        size: its whole size on the server.
        truncated: whether it was too large to be fetched whole.
        header_key: knows it again without its body, see ``new_mail``.
        mark: what to store, in one transaction with this mail, as read so far.
    """

    uid: int
    raw: bytes
    received: datetime
    size: int
    truncated: bool
    header_key: str
    mark: FolderMark


class Reader(Protocol):
    """Fetches items of mails of one folder."""

    def __call__(
        self, uids: Sequence[int], items: Sequence[str]
    ) -> dict[int, dict[bytes, Any]]:
        """Ask for items of mails."""


class NewMail(Iterator[Fetched]):
    """The new mails of a folder, oldest first.

    Attributes:
        mark: how far the folder will have been read when all were taken; store it
            then, also when there was nothing.
        renumbered: the folder's numbers changed: know mails by their content.
        unreadable: UID and reason of each mail that the server could not give.
        count: how many were found (some may be gone or known when taken).
    """

    def __init__(
        self,
        read: Reader,
        uids: Sequence[int],
        *,
        end: FolderMark,
        renumbered: bool,
        known: Callable[[str], bool] | None,
    ) -> None:
        self.mark = end
        self.renumbered = renumbered
        self.unreadable: list[tuple[int, str]] = []
        self.count = len(uids)
        self._read, self._known = read, known
        self._mails = self._all(list(uids))

    def __next__(self) -> Fetched:
        return next(self._mails)

    def _all(self, uids: list[int]) -> Iterator[Fetched]:
        for first in range(0, len(uids), BATCH):
            batch = uids[first : first + BATCH]
            about = self._ask(batch, ["RFC822.SIZE", "INTERNALDATE"])
            if self._known is not None:
                batch = self._unknown(batch, about)
            for group in _groups(batch, about):
                yield from self._group(group, about)

    def _ask(
        self, uids: Sequence[int], items: Sequence[str]
    ) -> dict[int, dict[bytes, Any]]:
        """Fetch; when an answer cannot be read, one mail at a time."""
        if not uids:
            return {}
        try:
            return self._read(uids, items)
        except Refused as error:
            if len(uids) == 1:
                self.unreadable.append((uids[0], error.text))
                _log.warning("mail %s cannot be fetched: %s", uids[0], error.text)
                return {}
        answers: dict[int, dict[bytes, Any]] = {}
        for uid in uids:
            answers |= self._ask([uid], items)
        return answers

    def _unknown(
        self, uids: Sequence[int], about: Mapping[int, Mapping[bytes, Any]]
    ) -> list[int]:
        """Leave out the mails that the caller knows by their headers."""
        headers = self._ask(uids, ["BODY.PEEK[HEADER]"])
        known, kept = self._known or (lambda _: False), []
        for uid in uids:
            header = headers.get(uid, {}).get(b"BODY[HEADER]")
            size = about.get(uid, {}).get(b"RFC822.SIZE")
            if (
                not isinstance(header, bytes)
                or not isinstance(size, int)
                or not known(header_key(header, size - len(header)))
            ):
                kept.append(uid)
        return kept

    def _group(
        self, uids: Sequence[int], about: Mapping[int, Mapping[bytes, Any]]
    ) -> Iterator[Fetched]:
        size = about.get(uids[0], {}).get(b"RFC822.SIZE")
        large = isinstance(size, int) and size > LARGE_BYTES
        bodies = {} if large else self._ask(uids, ["BODY.PEEK[]"])
        for uid in uids:
            raw = self._large(uid) if large else bodies.get(uid, {}).get(b"BODY[]")
            if not isinstance(raw, bytes) or not raw:
                # Deleted meanwhile, or the server gave something else than a mail.
                _log.info("mail %s is gone or has no content", uid)
                continue
            yield self._fetched(uid, raw, about.get(uid, {}), truncated=large)

    def _large(self, uid: int) -> bytes | None:
        def fetch(items: Sequence[str]) -> Mapping[bytes, Any]:
            return self._ask([uid], items).get(uid, {})

        header = fetch(["BODY.PEEK[HEADER]"]).get(b"BODY[HEADER]")
        if not isinstance(header, bytes):
            return None
        structure = fetch(["BODYSTRUCTURE"]).get(b"BODYSTRUCTURE")
        try:
            return skeleton(structure, header, fetch)
        except (TypeError, IndexError, ValueError, IMAP4.error):
            # A structure that cannot be true: the headers alone are better than
            # nothing, and a person will look.
            self.unreadable.append((uid, "BODYSTRUCTURE"))
            return header

    def _fetched(
        self, uid: int, raw: bytes, about: Mapping[bytes, Any], *, truncated: bool
    ) -> Fetched:
        size = about.get(b"RFC822.SIZE")
        size = size if isinstance(size, int) else len(raw)
        head = _header_length(raw)
        validity = self.mark.uidvalidity
        return Fetched(
            uid=uid,
            raw=raw,
            received=_received(about.get(b"INTERNALDATE"), raw[:head]),
            size=size,
            truncated=truncated,
            header_key=header_key(raw[:head], size - head),
            mark=FolderMark(validity, uid if validity else 0),
        )


def _groups(
    uids: Sequence[int], about: Mapping[int, Mapping[bytes, Any]]
) -> Iterator[list[int]]:
    """Split a batch so that no fetch is large; a large mail comes alone."""
    group: list[int] = []
    total = 0
    for uid in uids:
        size = about.get(uid, {}).get(b"RFC822.SIZE")
        size = size if isinstance(size, int) else _AT_ONCE_BYTES
        if group and total + size > _AT_ONCE_BYTES:
            yield group
            group, total = [], 0
        group.append(uid)
        total += size
    if group:
        yield group


def _header_length(raw: bytes) -> int:
    """Count the bytes of the headers, the empty line included."""
    end = raw.find(b"\r\n\r\n")
    return end + 4 if end >= 0 else len(raw)


def _received(internal: object, header: bytes) -> datetime:
    """Say when a mail arrived; a server without INTERNALDATE wrote it on top."""
    if isinstance(internal, datetime):
        aware = internal if internal.tzinfo else internal.replace(tzinfo=UTC)
        return aware.astimezone(UTC)
    fields = BytesHeaderParser().parsebytes(header)
    trace = str(fields.get("Received", "")).rpartition(";")[2]
    for said in (trace, str(fields.get("Date", ""))):
        try:
            when = parsedate_to_datetime(said.strip())
        except ValueError:
            continue
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    return _LONG_AGO
