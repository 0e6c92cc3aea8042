"""All rules that are plain patterns, in the order in which they are tried."""

from relancebot.reading.claims import (
    awaiting,
    contest_en,
    contest_quiet_en,
    contest_quiet_sum,
    contest_quiet_terms,
    contest_quiet_work,
    contest_sum,
    contest_terms,
    contest_work,
    insolvency,
    means,
    papers,
    people,
    plain_words,
    refusal,
    temper,
)
from relancebot.reading.claims.rule import Rule

#: The one table: what says most about a debt comes first.
RULES: tuple[Rule, ...] = (
    *insolvency.RULES,
    *temper.RULES,
    *contest_sum.RULES,
    *contest_work.RULES,
    *contest_terms.RULES,
    *contest_en.RULES,
    *contest_quiet_sum.RULES,
    *contest_quiet_work.RULES,
    *contest_quiet_terms.RULES,
    *contest_quiet_en.RULES,
    *refusal.RULES,
    *means.RULES,
    *papers.RULES,
    *awaiting.RULES,
    *people.RULES,
    *plain_words.RULES,
)
