"""What is broken, and how: each scenario is a day (or more) of the stage."""

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from relancebot.office import DATABASE
from tests.chaos.driver import POINTS
from tests.chaos.stage import (
    ANSWERED,
    BEGIN,
    CLIENTS,
    Count,
    Run,
    Stage,
    answer,
    promise,
)
from tests.servers.mailboxes import put

Play = Callable[[Stage], Count]
BATCH = 50


@dataclass(frozen=True)
class Scenario:
    """One way in which things go wrong; ``quick`` ones run among the tests."""

    name: str
    play: Play
    quick: bool = False


# --- the program is killed ----------------------------------------------------------


def killed_at(point: str, *, filing: bool) -> Play:
    """Kill it once at a named point."""

    def play(stage: Stage) -> Count:
        with stage.run(filing=filing) as run:
            ended = run.turn(point=point)
            reached = ended["killed"] or "copy" in point
            if not reached:  # copies are filed by a later turn
                raise AssertionError(f"{point} was never reached: {ended}")
            if "copy" in point:
                run.turn(2, point=point)
            return run.settle()

    return play


def killed_at_random(runs: int, seed: int) -> Play:
    """Kill it at random moments, up to three times a day."""

    def play(stage: Stage) -> Count:
        rng, total = random.Random(seed), Count()  # noqa: S311  # to be repeated
        with stage.run() as run:
            whole: float = run.turn()["seconds"]
        for _ in range(runs):
            with stage.run(filing=rng.random() < 0.5) as run:
                for minutes in range(rng.randint(1, 3)):
                    run.turn(minutes, kill_after=rng.uniform(0.0, whole))
                total.add(run.settle())
        return total

    return play


# --- the servers misbehave ----------------------------------------------------------

SCRIPTS = (
    "greet:421 4.3.2 busy",
    "greet!",
    "ehlo!",
    "mail:451 4.7.1 try again later",
    "mail!",
    "rcpt:451 4.7.1 greylisted",
    "rcpt:550 5.1.1 user unknown",
    "rcpt!",
    "data:421 4.3.2 closing",
    "data!",
    "early!",
    "early:552 5.3.4 too big",
    "dot:451 4.3.0 not now",
    "dot:554 5.7.1 refused",
    "dot:250",
    "dot!",
    "lose",
    "silent",
    "quit!",
    "quit?",
)


def server_says(fault: str, *, times: int = 1, filing: bool = False) -> Play:
    """Let the sending server misbehave for the first letter, or some."""

    def play(stage: Stage) -> Count:
        with stage.run(filing=filing) as run:
            stage.sink.script[:] = [fault] * times
            run.turn()
            return run.settle()

    return play


def slow(stage: Stage) -> Count:
    """Let the server take its time for each letter."""
    with stage.run() as run:
        stage.sink.script[:] = ["quit?"] * len(CLIENTS)
        run.turn()
        return run.settle()


# --- the store cannot be written ----------------------------------------------------


def disk_full(pages_left: int) -> Play:
    """Let the disk be full after so many pages; then there is room again."""

    def play(stage: Stage) -> Count:
        with stage.run() as run:
            run.turn(pages_left=pages_left)
            run.turn(1, pages_left=pages_left)
            return run.settle()

    return play


def locked(stage: Stage) -> Count:
    """Let another program hold the database for a whole turn."""
    with stage.run() as run:
        with closing(sqlite3.connect(run.home / DATABASE)) as other:
            other.execute("begin immediate")
            run.turn()
        return run.settle()


def two_at_once(stage: Stage) -> Count:
    """Start the program while another is at work in the same directory."""
    from relancebot.daemon import alone

    with stage.run() as run:
        with alone(run.home):
            ended = run.turn()
            assert ended["code"], "the second says so and leaves"
        assert not stage.sink.letters
        return run.settle()


# --- clocks and mailboxes -----------------------------------------------------------


def at_moments(*moments: datetime) -> Play:
    """Start the program at moments that no sound clock would show."""

    def play(stage: Stage) -> Count:
        with stage.run(answered=False) as run:
            for moment in moments:
                run.turn_at(moment)
            return _no_answer(run)

    return play


def _no_answer(run: Run) -> Count:
    """Count a day on which nobody answers: each client has one letter."""
    return replace(run.count(), unread=0)


def summer_time(stage: Stage) -> Count:
    """Start it again and again from the night in which clocks change to Monday."""
    with stage.run(answered=False) as run:
        night = datetime.fromisoformat("2026-03-28T23:00:00+01:00")
        for half_hour in range(0, 36 * 2, 3):
            run.turn_at(night + half_hour * timedelta(minutes=30))
        return _no_answer(run)


def ten_days_off(stage: Stage) -> Count:
    """Leave it off while three steps fall due: each client gets one letter."""
    with stage.run(answered=False) as run:
        for minutes in (0, 5, 60, 400):
            run.turn_at(BEGIN + timedelta(days=12, minutes=minutes))
        return _no_answer(run)


def renumbered(stage: Stage) -> Count:
    """Let the inbox be rebuilt with other numbers, twice."""
    with stage.run() as run:
        run.turn()
        for minutes in (2, 4):
            stage.renumber()
            run.turn(minutes)
        return run.settle()


def delivered_twice(stage: Stage) -> Count:
    """Let the same answer arrive again, by other servers."""
    raw = answer(ANSWERED, promise(ANSWERED), BEGIN)
    with stage.run() as run:
        for minutes in (0, 2, 4):
            run.turn(minutes)
            trace = f"Received: by mx{minutes}.conseil.test; {minutes}\r\n"
            put(stage.imap_port, [trace.encode() + raw], stage.moment)
        return run.settle()


# --- all of them --------------------------------------------------------------------


def scenarios(random_runs: int) -> Iterator[Scenario]:
    """Give every scenario, with so many random deaths."""
    for point in POINTS:
        yield Scenario(
            f"killed: {point}", killed_at(point, filing=False), quick=point in _QUICK
        )
        if "copy" not in point:  # there is none to be filed where the server does it
            yield Scenario(
                f"killed: {point} (copies by server)", killed_at(point, filing=True)
            )
    yield Scenario("killed at 2 random moments", killed_at_random(2, 0), quick=True)
    for fault in SCRIPTS:
        yield Scenario(f"server: {fault}", server_says(fault), quick=fault in _QUICK)
    yield Scenario(
        "greylisted four times", server_says("rcpt:451 4.7.1 greylisted", times=4)
    )
    yield Scenario("lost, then found in Sent", server_says("lose", filing=True))
    yield Scenario("every answer slow", slow)
    for pages in (0, 1, 2, 4, 8, 16):
        yield Scenario(
            f"disk full after {pages} pages", disk_full(pages), quick=pages == 4
        )
    yield Scenario("database locked", locked, quick=True)
    yield Scenario("two daemons", two_at_once, quick=True)
    year, hour = timedelta(days=365), timedelta(hours=1)
    for name, moments in (
        ("an hour back", (BEGIN, BEGIN - hour, BEGIN, BEGIN + hour)),
        ("a year back", (BEGIN, BEGIN - year, BEGIN - year + hour, BEGIN + hour)),
        ("a day back", (BEGIN, BEGIN - timedelta(days=1), BEGIN + hour)),
    ):
        yield Scenario(f"clock: {name}", at_moments(*moments))
    yield Scenario("clock: summer time begins", summer_time)
    yield Scenario("ten days off", ten_days_off, quick=True)
    yield Scenario("inbox renumbered", renumbered)
    yield Scenario("answer delivered three times", delivered_twice)
    for seed, first in enumerate(range(0, random_runs, BATCH), start=1):
        runs = min(BATCH, random_runs - first)
        yield Scenario(
            f"killed at {runs} random moments, no. {seed}",
            killed_at_random(runs, seed),
        )


_QUICK = frozenset(
    {
        "mail taken in, not committed",
        "letter committed, not connected",
        "in the letter",
        "after the dot",
        "accepted, not written down",
        "copy filed, not noted",
        "lose",
        "rcpt:550 5.1.1 user unknown",
    }
)


def chosen(random_runs: int, *, quick: bool, words: Sequence[str]) -> list[Scenario]:
    """Give the scenarios wanted: the quick ones only, or those with these words."""
    return [
        one
        for one in scenarios(random_runs)
        if (not quick or one.quick) and all(word in one.name for word in words)
    ]
