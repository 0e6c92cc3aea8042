"""The daemon: news first, then the day, then the letters; again and again."""

import contextlib
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from relancebot.clock import Clock
from relancebot.domain.events import Event
from relancebot.domain.policy import Account
from relancebot.journeys.day_begins import day_begins
from relancebot.journeys.letters_leave import LettersRun, letters_leave
from relancebot.journeys.mailbox_read import MailRead, read_mailbox, settle_letters
from relancebot.mail.errors import LoginRefused, MailError
from relancebot.office import RULES, Office, open_office

log = logging.getLogger(__name__)

LOCK = "relancebot.lock"
HEARTBEAT = "heartbeat"
MOST_LOGINS = 2
"""Wrong passwords in a row before an account is left alone: providers lock it."""
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=5)


class AlreadyRunningError(Exception):
    """Another daemon works in this directory."""


@contextlib.contextmanager
def alone(home: Path) -> Iterator[None]:
    """Be the only daemon of a directory.

    Raises:
        AlreadyRunningError: when another one holds it.
    """
    lock = FileLock(home / LOCK, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        raise AlreadyRunningError(str(home)) from error
    try:
        yield
    finally:
        lock.release()


@dataclass
class Turn:
    """What one turn brought."""

    reads: dict[str, MailRead] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    letters: LettersRun = field(default_factory=LettersRun)
    errors: dict[str, MailError] = field(default_factory=dict)


@dataclass
class _Health:
    failures: int = 0
    logins_refused: int = 0
    not_before: datetime | None = None


class Daemon:
    """One operator's directory at work; ``stop`` ends it after the current step."""

    def __init__(self, office: Office, clock: Clock) -> None:
        """Work on an open office; the caller holds ``alone``."""
        self.office = office
        self.stop = threading.Event()
        self._wake = threading.Event()
        self._clock = clock
        self._health: dict[str, _Health] = {}
        self._rules_read = self._rules_changed_at()

    # --- one turn -------------------------------------------------------------------

    def turn(self) -> Turn:
        """Do everything that is due now, once, in the order that protects people."""
        turn = Turn()
        for account in self.office.policy.accounts:
            try:
                self._read(account, turn)
            except MailError as error:
                self._failed(account, error, turn)
        turn.events = day_begins(self.office, self._clock.now())
        turn.letters = letters_leave(
            self.office, self._clock.now, inbox_fresh=not turn.errors
        )
        if turn.letters.sent:
            for account in self.office.policy.accounts:
                self._file_copies(account)
        with self.office.store.turn():
            now = self._clock.now()
            self.office.store.set_setting(HEARTBEAT, now.isoformat(timespec="seconds"))
        return turn

    def _read(self, account: Account, turn: Turn) -> None:
        health = self._health.setdefault(account.name, _Health())
        now = self._clock.now()
        if health.logins_refused >= MOST_LOGINS or (
            health.not_before is not None and now < health.not_before
        ):
            place = account.imap.host
            turn.errors[account.name] = MailError(account.name, place, "en attente")
            return
        with self.office.inbox(account) as inbox:
            turn.reads[account.name] = read_mailbox(self.office, account, inbox, now)
            settle_letters(self.office, account, inbox, self._clock.now())
        self._health[account.name] = _Health()
        with self.office.store.turn():
            self.office.store.set_setting(f"account:{account.name}", None)

    def _failed(self, account: Account, error: MailError, turn: Turn) -> None:
        """Tell the person, and try again later and later."""
        turn.errors[account.name] = error
        log.warning("%s", error)
        health = self._health.setdefault(account.name, _Health())
        health.failures += 1
        if isinstance(error, LoginRefused):
            health.logins_refused += 1
        wait = min(FIRST_WAIT * 2 ** (health.failures - 1), LONGEST_WAIT)
        asked = timedelta(seconds=getattr(error, "wait_seconds", 0) or 0)
        health.not_before = self._clock.now() + max(wait, asked)
        with self.office.store.turn():
            self.office.store.set_setting(f"account:{account.name}", str(error))

    def _file_copies(self, account: Account) -> None:
        try:
            with self.office.inbox(account) as inbox:
                settle_letters(self.office, account, inbox, self._clock.now())
        except MailError as error:  # the letters have left: their copies only warn
            log.warning("%s", error)

    # --- turn after turn --------------------------------------------------------------

    def run(self) -> None:
        """Take turn after turn until stopped; nothing but ``stop`` ends it."""
        watchers = [
            threading.Thread(
                target=self._watch, args=(account,), daemon=True, name=account.name
            )
            for account in self.office.policy.accounts
        ]
        for watcher in watchers:
            watcher.start()
        while not self.stop.is_set():
            self._wake.clear()
            self._reload_rules()
            try:
                self.turn()
            except Exception:
                log.exception("this turn failed; the next one tries again")
            seconds = self.office.policy.poll_minutes * 60
            if not self.stop.is_set():
                self._clock.wait(self._pause(seconds), self._wake)

    def wake(self) -> None:
        """End the pause between two turns."""
        self._wake.set()

    def _pause(self, seconds: float) -> float:
        """Look sooner at an account that could not be reached."""
        now = self._clock.now()
        waits = [
            (health.not_before - now).total_seconds()
            for health in self._health.values()
            if health.not_before and health.logins_refused < MOST_LOGINS
        ]
        return max(1.0, min([seconds, *waits]))

    def _watch(self, account: Account) -> None:
        """Listen for new mail of one account, and end the pause when there is some.

        Only a hint: the turns go on by themselves whatever happens here.
        """
        failures = 0
        seconds = self.office.policy.poll_minutes * 60
        while not self.stop.is_set():
            try:
                with self.office.inbox(account) as inbox:
                    # Look first, then have a turn read: what came while nobody
                    # listened is found by it, what comes later by the push.
                    inbox.wait(0)
                    self.wake()
                    while not self.stop.is_set():
                        if inbox.wait(seconds, stop=self.stop):
                            self.wake()
                        failures = 0
            except LoginRefused:
                return  # the turns tell it; trying again would lock the account
            except MailError as error:
                failures += 1
                log.info("push of %s lost: %s", account.name, error)
                wait = min(FIRST_WAIT * 2 ** min(failures - 1, 8), LONGEST_WAIT)
                self.stop.wait(wait.total_seconds())

    def _rules_changed_at(self) -> float:
        try:
            return (self.office.home / RULES).stat().st_mtime
        except OSError:
            return 0.0

    def _reload_rules(self) -> None:
        """Take changed rules over when they are right; else keep the old ones."""
        changed = self._rules_changed_at()
        if changed == self._rules_read:
            return
        self._rules_read = changed
        try:
            fresh = open_office(self.office.home, self.office.env)
        except Exception as error:  # noqa: BLE001  # the old rules are still right
            log.error("rules.yaml not taken over: %s", error)  # noqa: TRY400  # told, no trace
            return
        self.office.store.close()
        self.office = fresh
