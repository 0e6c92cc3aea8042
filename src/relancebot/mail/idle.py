"""Waiting for mail without asking again and again (IMAP IDLE, RFC 2177).

IMAPClient's own waiting takes half a line for an error, and a closed connection
for silence (then it spins). Here lines are read whole; a closed, stuck or
dismissed connection raises, and must be thrown away.
"""

import select
import ssl
import threading
import time
from imaplib import IMAP4

from imapclient import IMAPClient  # type: ignore[import-untyped]  # it has no types

# Routers forget a silent connection, some after 10 minutes; RFC 2177 allows 29.
LONGEST_SECONDS = 480.0
LINE_SECONDS = 20.0
_SLICE_SECONDS = 1.0
_ASLEEP_SECONDS = 60.0


def idle(
    client: IMAPClient, seconds: float, stop: threading.Event | None = None
) -> bool:
    """Wait until the selected folder has news.

    Args:
        client: logged in, a folder selected, the server offers IDLE.
        seconds: how long at most.
        stop: ends the waiting when it is set.

    Returns:
        Whether a mail may have arrived.

    Raises:
        imaplib.IMAP4.abort: the server closed the connection or says goodbye.
        OSError: the connection is dead.
    """
    waiting = _Idle(client)
    client.socket().settimeout(LINE_SECONDS)
    try:
        waiting.begin()
        waiting.listen(min(seconds, LONGEST_SECONDS), stop)
        waiting.end()
    finally:
        client._set_read_timeout()  # noqa: SLF001 - the client's own setting, put back
    return waiting.news


class _Idle:
    """One IDLE command, from its beginning to its DONE."""

    def __init__(self, client: IMAPClient) -> None:
        # imaplib has no public way to read line by line before Python 3.14.
        self._imap = client._imap  # noqa: SLF001
        self._sock = client.socket()
        self._tag = b""
        self.news = False

    def begin(self) -> None:
        """Start; mail that arrives before the server agrees is news too."""
        imap = self._imap
        self._tag = imap._command("IDLE")  # noqa: SLF001
        while (line := imap._get_response()) is not None:  # noqa: SLF001
            if imap.tagged_commands.get(self._tag):
                raise IMAP4.error(f"IDLE refused: {line!r}")
            self._hear(line)

    def listen(self, seconds: float, stop: threading.Event | None) -> None:
        """Read lines until one is news, the time is over, or the machine slept."""
        end = time.monotonic() + seconds
        while not self.news and (left := end - time.monotonic()) > 0:
            if stop is not None and stop.is_set():
                return
            before = _time_with_sleep()
            if self._readable(min(left, _SLICE_SECONDS)):
                self._hear(self._imap._get_line())  # noqa: SLF001
            elif _time_with_sleep() - before > _ASLEEP_SECONDS:
                return  # the DONE that follows shows whether the line survived

    def end(self) -> None:
        """Say DONE and hear the end of the command; a dead line shows here."""
        imap = self._imap
        imap.send(b"DONE\r\n")
        while not imap.tagged_commands.get(self._tag):
            line = imap._get_response()  # noqa: SLF001
            if not imap.tagged_commands.get(self._tag):
                self._hear(line or b"")
        kind, said = imap.tagged_commands.pop(self._tag)
        if kind != "OK":
            raise IMAP4.error(f"IDLE failed: {said!r}")

    def _hear(self, line: bytes) -> None:
        words = line.upper().split(maxsplit=3)
        if words[1:2] == [b"BYE"]:
            raise IMAP4.abort(f"BYE: {line[:200]!r}")
        if words[2:3] in ([b"EXISTS"], [b"RECENT"]):
            self.news = True

    def _readable(self, seconds: float) -> bool:
        if self._buffered():
            return True
        ready, _, _ = select.select([self._sock], [], [], seconds)
        # TLS also has records of its own, which bring no line.
        return bool(ready) and (
            not isinstance(self._sock, ssl.SSLSocket) or self._buffered(closed=True)
        )

    def _buffered(self, *, closed: bool = False) -> bool:
        """Whether bytes were received that no line has been read from.

        ``closed`` is the answer for a connection at its end.
        """
        pending = isinstance(self._sock, ssl.SSLSocket) and self._sock.pending() > 0
        if hasattr(self._imap, "_readbuf"):  # Python 3.14's own buffer
            return bool(self._imap._readbuf) or pending or closed  # noqa: SLF001
        file = self._imap.file
        before = self._sock.gettimeout()
        self._sock.settimeout(0)
        try:
            return bool(file.peek(1)) or closed
        except (BlockingIOError, ssl.SSLWantReadError):
            return False
        finally:
            self._sock.settimeout(before)


def _time_with_sleep() -> float:
    """Seconds that go on while the machine sleeps, where the system counts them."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)
