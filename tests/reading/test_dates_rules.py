"""Every rule reads the examples that stand beside it, and is the rule that does."""

from datetime import datetime

import pytest

from relancebot.reading.dates import find_dates
from relancebot.reading.dates.grammar import Level, Rule
from relancebot.reading.dates.reader import ENGLISH, FRENCH


def examples(levels: tuple[Level, ...], language: str):
    for level in levels:
        for rule in level.rules:
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
    assert len(found) == 1, found
    start, _, end = days.partition("/")
    assert found[0].start.isoformat() == start
    assert found[0].end.isoformat() == (end or start)
    assert rule.name in found[0].rule


@pytest.mark.parametrize("levels", [FRENCH, ENGLISH])
def test_every_rule_has_examples_or_shares_a_production_that_has(levels):
    bare = [
        rule.name
        for level in levels
        for rule in level.rules
        if rule.makes not in _WORDS
        and not any(
            other.examples for other in level.rules if other.produce is rule.produce
        )
    ]
    assert bare == []


#: Kinds that name no day by themselves.
_WORDS = frozenset()
