"""Every rule has examples beside it, reads them, and is the rule that does."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from relancebot.reading.dates import find_dates
from relancebot.reading.dates.grammar import Level, Rule
from relancebot.reading.dates.reader import ENGLISH, FRENCH


def rules(levels: tuple[Level, ...]) -> Iterator[Rule]:
    for level in levels:
        yield from level.rules


def examples(levels: tuple[Level, ...], language: str):
    for rule in rules(levels):
        for text, received, days in rule.examples:
            name = f"{rule.name}: {text}, {received}"
            yield pytest.param(rule, language, text, received, days, id=name)


@pytest.mark.parametrize(
    ("rule", "language", "text", "received", "days"),
    [*examples(FRENCH, "fr"), *examples(ENGLISH, "en")],
)
def test_a_rule_reads_its_examples(
    rule: Rule, language: str, text: str, received: str, days: str
):
    found = find_dates(text, datetime.fromisoformat(received), language=language)
    if not days:
        assert found == ()
        return
    start, _, end = days.partition("/")
    assert found[0].start.isoformat() == start
    assert found[0].end.isoformat() == (end or start)
    assert rule.name in found[0].rule


@pytest.mark.parametrize("levels", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_every_rule_has_examples(levels: tuple[Level, ...]):
    assert [rule.name for rule in rules(levels) if not rule.examples] == []
