"""The harness's quick scenarios; ``make chaos`` plays all of them, and 500 deaths."""

from collections.abc import Iterator

import pytest

from tests.chaos.scenarios import Scenario, chosen
from tests.chaos.stage import Stage, stage

QUICK = chosen(0, quick=True, words=())


@pytest.fixture(scope="module")
def set_up() -> Iterator[Stage]:
    with stage() as one:
        yield one


@pytest.mark.parametrize("scenario", QUICK, ids=[one.name for one in QUICK])
def test_no_letter_twice_none_lost(set_up: Stage, scenario: Scenario) -> None:
    count = scenario.play(set_up)
    assert count.good, count
    assert count.received == count.planned
