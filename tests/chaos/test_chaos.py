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


@pytest.mark.parametrize(
    ("sabotage", "point", "found"),
    [
        ("believes that it left", "before DATA", "lost"),
        ("believes that it did not", "after the dot", "twice"),
    ],
)
def test_the_harness_finds_a_program_that_only_guesses(
    set_up: Stage, sabotage: str, point: str, found: str
) -> None:
    with set_up.run() as run:
        run.always = {"sabotage": sabotage}
        run.turn(point=point)
        count = run.settle()
    assert getattr(count, found) == 1, count
    assert not count.good
