"""Search the pattern rules through an answer's sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from relancebot.domain.reading import Span
from relancebot.reading.claims import RULES
from relancebot.reading.lexicon import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from relancebot.reading.claims.rule import Rule
    from relancebot.reading.clauses import Sentence


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A rule that holds: in which sentence, at which words."""

    rule: Rule
    span: Span
    sentence: int


@cache
def _compiled(rule: Rule) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    return compiled(rule.pattern), compiled(rule.unless) if rule.unless else None


@cache
def rules_of(language: str) -> tuple[Rule, ...]:
    """Give the rules of one language, in the order of the table."""
    return tuple(rule for rule in RULES if rule.language == language)


def match_rule(rule: Rule, sentence: Sentence, number: int = 0) -> RuleHit | None:
    """Try one rule on one sentence."""
    if rule.question is not None and rule.question is not sentence.asks:
        return None
    pattern, unless = _compiled(rule)
    match = pattern.search(sentence.folded)
    if match is None or (unless is not None and unless.search(sentence.folded)):
        return None
    span = Span(sentence.start + match.start(), sentence.start + match.end())
    return RuleHit(rule, span, number)


def match_rules(sentences: Sequence[Sentence], language: str) -> tuple[RuleHit, ...]:
    """Give every rule that holds in every sentence, in the order of the table."""
    found = []
    for rule in rules_of(language):
        for number, sentence in enumerate(sentences):
            hit = match_rule(rule, sentence, number)
            if hit is not None:
                found.append(hit)
    return tuple(found)
