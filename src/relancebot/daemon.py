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
from relancebot.journeys.letters_leave import LettersRun, Outside, letters_leave
from relancebot.journeys.letters_settle import (
    FILING_TIME,
    give_up_strays,
    settle_letters,
)
from relancebot.journeys.mailbox_read import MOST_TRIES, MailRead, read_mailbox
from relancebot.mail.errors import LoginRefused, MailError
from relancebot.office import RULES, Office, open_office
from relancebot.store import StoreError
from relancebot.store.settings import HEARTBEAT

log = logging.getLogger(__name__)

LOCK = "relancebot.lock"
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
    """How one end of an account, the reading or the sending one, has done lately."""

    failures: int = 0
    logins_refused: int = 0
    failed_at: datetime | None = None
    wait: timedelta = timedelta(0)
    error: MailError | None = None

    @property
    def closed(self) -> bool:
        """Whether a person must act before the account may be tried again."""
        return self.logins_refused >= MOST_LOGINS

    def rests(self, now: datetime) -> bool:
        """Whether it must not be tried yet; a clock set back ends the waiting."""
        return self.closed or (
            self.failed_at is not None
            and timedelta(0) <= now - self.failed_at < self.wait
        )

    def left(self, now: datetime) -> float | None:
        """Give the seconds to wait, null when only a person ends the waiting."""
        if self.failed_at is None or self.closed:
            return None
        return (self.failed_at + self.wait - now).total_seconds()

    def fail(self, error: MailError, now: datetime) -> None:
        """Note a failure: the next try comes later and later."""
        self.failures += 1
        if isinstance(error, LoginRefused):
            self.logins_refused += MOST_LOGINS if error.hopeless else 1
        self.error, self.failed_at = error, now
        wait = min(FIRST_WAIT * 2 ** min(self.failures - 1, 8), LONGEST_WAIT)
        asked = timedelta(seconds=getattr(error, "wait_seconds", 0) or 0)
        self.wait = max(wait, asked)


class Daemon:
    """One operator's directory at work; ``stop`` ends it after the current step."""

    def __init__(self, office: Office, clock: Clock) -> None:
        """Work on an open office; the caller holds ``alone``."""
        self.office = office
        self.stop = threading.Event()
        self._wake = threading.Event()
        self._clock = clock
        self._reading: dict[str, _Health] = {}
        self._sending: dict[str, _Health] = {}
        self._reached: dict[str, threading.Event] = {}
        self._rules_read = self._rules_changed_at()
        with office.store.turn():
            office.store.mail.grant_another_try(MOST_TRIES)

    # --- one turn -------------------------------------------------------------------

    def turn(self) -> Turn:
        """Do everything that is due now, once, in the order that protects people."""
        turn = Turn()
        give_up_strays(self.office, self._clock.now())
        for account in self.office.policy.accounts:
            self._read(account, turn)
        turn.events = day_begins(self.office, self._clock.now())
        turn.letters = letters_leave(self.office, self._outside(turn))
        self._note_sending(turn)
        now = self._clock.now()
        with self.office.store.turn():
            for account in self.office.policy.accounts:
                self._tell(account)
            self.office.store.set_setting(HEARTBEAT, now.isoformat(timespec="seconds"))
        return turn

    def _read(self, account: Account, turn: Turn) -> None:
        """Read one account and settle its letters; an error is kept for the turn."""
        health = self._reading.setdefault(account.name, _Health())
        now = self._clock.now()
        if health.error is not None and health.rests(now):
            turn.errors[account.name] = health.error
            return
        try:
            with self.office.inbox(account) as inbox:
                read = read_mailbox(self.office, account, inbox, now)
                turn.reads[account.name] = read
                self._reached_event(account).set()
                if not read.cut:
                    settle_letters(self.office, account, inbox, self._clock.now())
        except MailError as error:
            log.warning("%s", error)
            self._not_read(account, error, turn)
        except StoreError:
            raise
        except Exception as error:  # one account's fault never hides the others
            log.exception("account %s could not be read", account.name)
            told = MailError(account.name, account.imap.host, repr(error))
            self._not_read(account, told, turn)
        else:
            if read.failed is not None:
                self._not_read(account, read.failed, turn)
            else:
                self._reading[account.name] = _Health()

    def _not_read(self, account: Account, error: MailError, turn: Turn) -> None:
        turn.errors[account.name] = error
        self._reading[account.name].fail(error, self._clock.now())
        if isinstance(error, LoginRefused):
            self._reached_event(account).clear()

    def _outside(self, turn: Turn) -> Outside:
        now = self._clock.now()
        resting = frozenset(n for n, h in self._sending.items() if h.rests(now))
        return Outside(
            self._clock.now,
            inbox_fresh=not turn.errors,
            resting=resting,
            news=self._wake.is_set,
        )

    def _note_sending(self, turn: Turn) -> None:
        """Remember which accounts could send, and which could not."""
        for attempt, _ in turn.letters.sent:
            self._sending.pop(attempt.account, None)
        for name, error in turn.letters.failures.items():
            log.warning("%s", error)
            self._sending.setdefault(name, _Health()).fail(error, self._clock.now())

    def _tell(self, account: Account) -> None:
        """Show the person what is wrong with an account, or nothing."""
        ends = (self._reading.get(account.name), self._sending.get(account.name))
        said = dict.fromkeys(str(x.error) for x in ends if x is not None and x.error)
        self.office.store.set_setting(f"account:{account.name}", " ".join(said) or None)

    # --- turn after turn --------------------------------------------------------------

    def run(self) -> None:
        """Take turn after turn until stopped; nothing but ``stop`` ends it."""
        ended = self._watch_all()
        while not self.stop.is_set():
            self._wake.clear()
            if self._reload_rules():
                ended.set()
                ended = self._watch_all()
            sent = False
            try:
                sent = bool(self.turn().letters.sent)
            except Exception:
                log.exception("this turn failed; the next one tries again")
            if not self.stop.is_set():
                self._clock.wait(self._pause(sent=sent), self._wake)
        ended.set()

    def wake(self) -> None:
        """End the pause between two turns."""
        self._wake.set()

    def _pause(self, *, sent: bool) -> float:
        """Say how long to sleep: less when something waits for its second try."""
        now = self._clock.now()
        waits = [self.office.policy.poll_minutes * 60.0]
        if sent:  # their copies are due then
            waits.append(FILING_TIME.total_seconds() + 1)
        for health in (*self._reading.values(), *self._sending.values()):
            left = health.left(now)
            if left is not None:
                waits.append(left)
        return max(1.0, min(waits))

    def _reached_event(self, account: Account) -> threading.Event:
        return self._reached.setdefault(account.name, threading.Event())

    def _watch_all(self) -> threading.Event:
        """Listen to every account, each in its own thread; gives what ends it."""
        ended = threading.Event()
        for account in self.office.policy.accounts:
            self._reached_event(account)
            threading.Thread(
                target=self._watch,
                args=(self.office, account, ended),
                daemon=True,
                name=account.name,
            ).start()
        return ended

    def _watch(self, office: Office, account: Account, ended: threading.Event) -> None:
        """Listen for new mail of one account, and end the pause when there is some.

        Only a hint: the turns go on by themselves whatever happens here. Nobody logs
        in here before a turn could: a wrong password is not tried twice as often.
        """
        failures = 0
        seconds = office.policy.poll_minutes * 60
        while not ended.is_set():
            if not self._reached_event(account).wait(1):
                continue
            try:
                with office.inbox(account) as inbox:
                    # Look first, then have a turn read: what came while nobody
                    # listened is found by it, what comes later by the push.
                    inbox.wait(0)
                    self.wake()
                    while not ended.is_set():
                        if inbox.wait(seconds, stop=ended):
                            self.wake()
                        failures = 0
            except LoginRefused:
                self._reached_event(account).clear()  # until a turn logs in again
            except MailError as error:
                failures += 1
                log.info("push of %s lost: %s", account.name, error)
                wait = min(FIRST_WAIT * 2 ** min(failures - 1, 8), LONGEST_WAIT)
                ended.wait(wait.total_seconds())

    def _rules_changed_at(self) -> float:
        try:
            return (self.office.home / RULES).stat().st_mtime
        except OSError:
            return 0.0

    def _reload_rules(self) -> bool:
        """Take changed rules over when they are right; else keep the old ones."""
        changed = self._rules_changed_at()
        if changed == self._rules_read:
            return False
        self._rules_read = changed
        try:
            fresh = open_office(self.office.home, self.office.env)
        except Exception as error:  # noqa: BLE001  # the old rules are still right
            log.error("rules.yaml not taken over: %s", error)  # noqa: TRY400  # told, no trace
            return False
        self.office.store.close()
        self.office = fresh
        # Another password or server may be in them: every account is tried again.
        self._reading, self._sending, self._reached = {}, {}, {}
        return True
