"""All rules that are plain patterns, in the order in which they are tried."""

from relancebot.reading.claims import (
    contest,
    contest_en,
    insolvency,
    means,
    papers,
    people,
    refusal,
    temper,
)
from relancebot.reading.claims.rule import Rule

#: The one table: what says most about a debt comes first.
RULES: tuple[Rule, ...] = (
    *insolvency.RULES,
    *temper.RULES,
    *contest.RULES,
    *contest_en.RULES,
    *refusal.RULES,
    *means.RULES,
    *papers.RULES,
    *people.RULES,
)
