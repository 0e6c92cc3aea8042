"""The world in which every story begins: Wednesday 6 March 2024, nine o'clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relancebot.demo.servers import EmbeddedMail
from relancebot.demo.stage import FastClock
from tests.journeys.world import KARINE, ME, PASSWORD, PAUL, STRANGER, World, moment


@pytest.fixture
def clock() -> FastClock:
    return FastClock(moment("2024-03-06 09:00"))


@pytest.fixture
def servers(clock: FastClock) -> Iterator[EmbeddedMail]:
    users = dict.fromkeys((ME, KARINE, PAUL, STRANGER), PASSWORD)
    with EmbeddedMail(users, now=clock.now) as running:
        yield running


@pytest.fixture
def world(tmp_path: Path, servers: EmbeddedMail, clock: FastClock) -> Iterator[World]:
    made = World.make(tmp_path / "relances", servers, clock, scenario="recouveo")
    yield made
    made.office.store.close()
