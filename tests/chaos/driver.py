"""A process that takes turns of the daemon, each in a child that may be killed.

It reads one order a line (JSON) and answers with how the child ended. Everything is
imported once; a child is a process of its own with its own store, connections and
locks, and ``kill -9`` ends it as a power cut would.
"""

import json
import os
import resource
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from relancebot import store as _store
from relancebot.daemon import Daemon, alone
from relancebot.demo.stage import FastClock
from relancebot.domain.dossier import LetterState
from relancebot.domain.message import Address, Message
from relancebot.journeys import letters_leave, letters_settle, mailbox_read
from relancebot.mail.inbox import Inbox
from relancebot.mail.postman import Postman
from relancebot.office import Office, open_office
from relancebot.reading import read
from relancebot.store.letterbook import Attempt, LetterBook
from relancebot.store.mailbag import MailBag

TOLD = 0
FAILED = 3
STEP_SECONDS = 2.0


def die(*_: object) -> NoReturn:
    """End this process at once, as a power cut does."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def _before(owner: Any, name: str) -> Callable[[], None]:
    """Die where a function is about to be called."""
    return lambda: setattr(owner, name, die)


def _after(owner: Any, name: str) -> Callable[[], None]:
    """Die where a function has just done its work."""

    def install() -> None:
        real = getattr(owner, name)

        def call(*args: Any, **named: Any) -> None:
            real(*args, **named)
            die()

        setattr(owner, name, call)

    return install


def _in_the_letter(share: float) -> Callable[[], None]:
    """Die when so much of the letter has been handed over, the dot included at 1."""

    def verdict(_: Postman, smtp: Any, data: bytes) -> None:
        smtp.sock.sendall(data[: round(len(data) * share)])
        time.sleep(0.05)  # what was sent shall arrive
        die()

    return lambda: setattr(Postman, "_verdict", verdict)


POINTS: dict[str, Callable[[], None]] = {
    "mail fetched": _before(mailbox_read, "reply_arrives"),
    "mail taken in, not committed": _after(mailbox_read, "reply_arrives"),
    "folder read, mark not moved": _before(MailBag, "set_synced"),
    "before the letter is taken": _before(LetterBook, "take"),
    "letter taken, not committed": _after(LetterBook, "take"),
    "letter committed, not connected": _before(Postman, "send"),
    "before DATA": _before(Postman, "_open_data"),
    "DATA said": _after(Postman, "_open_data"),
    "in the letter": _in_the_letter(0.5),
    "after the dot": _in_the_letter(1.0),
    "accepted, not written down": _after(Postman, "send"),
    "written down, not committed": _after(LetterBook, "settle"),
    "sent and committed": _after(letters_leave, "_send"),
    "before the copy": _before(Inbox, "append_sent"),
    "copy filed, not noted": _after(Inbox, "append_sent"),
}
"""Every named point of the sending and reading protocols at which a run may die."""


def _careless(state: LetterState) -> Callable[[], None]:
    """Have the program decide by itself what became of an interrupted letter."""

    def install() -> None:
        real = letters_settle.learn_fate

        def decide(
            office: Office,
            attempt: Attempt,
            said: LetterState,
            detail: str,
            now: datetime,
        ) -> None:
            guessed = state if said is LetterState.UNKNOWN else said
            real(office, attempt, guessed, detail, now)

        letters_settle.learn_fate = decide  # type: ignore[assignment]  # a fault

    return install


SABOTAGES: dict[str, Callable[[], None]] = {
    "believes that it left": _careless(LetterState.SENT),
    "believes that it did not": _careless(LetterState.REFUSED),
}
"""Faults of the program itself, which the harness must find: else it proves nothing."""


def _turn(order: dict[str, Any]) -> None:
    home = Path(order["home"])
    if sabotage := order.get("sabotage"):
        SABOTAGES[sabotage]()
    if point := order.get("point"):
        POINTS[point]()
    office = open_office(home, order["env"])
    if (pages := order.get("pages_left")) is not None:
        full_disk(office.store._db.conn, pages)
    with alone(home):
        clock = FastClock(datetime.fromisoformat(order["moment"]))
        Daemon(office, clock).turn()
    office.store.close()


def full_disk(conn: sqlite3.Connection, pages_left: int) -> None:
    """Let the store's file grow by so many pages and no more."""
    pages = conn.execute("pragma page_count").fetchone()[0]
    conn.execute(f"pragma max_page_count = {pages + pages_left}")


def _child(order: dict[str, Any]) -> NoReturn:
    code = FAILED
    try:
        _turn(order)
        code = TOLD
    except BaseException:  # noqa: BLE001  # told to the harness by the exit code
        Path(order["home"], "stderr").write_text(traceback.format_exc(), "utf-8")
    finally:
        os._exit(code)


def _run(order: dict[str, Any]) -> dict[str, Any]:
    began = time.monotonic()
    pid = os.fork()
    if not pid:
        _child(order)
    if (delay := order.get("kill_after")) is not None:
        time.sleep(delay)
        os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    return {
        "killed": os.WIFSIGNALED(status),
        "code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
        "seconds": time.monotonic() - began,
        "megabytes": usage.ru_maxrss // 1024,
    }


def main() -> None:
    """Take orders until there are none."""
    # Slow and silent servers are given up sooner, and a locked store too.
    usual: dict[str, Any] = Postman.__init__.__kwdefaults__ or {}
    usual.update(step_seconds=STEP_SECONDS, verdict_seconds=STEP_SECONDS)
    _store.store.BUSY_SECONDS = 1
    now = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
    read(Message("<a@b>", now, Address("a@b.fr"), text="Je vous règle lundi."))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
