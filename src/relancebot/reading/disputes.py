"""Which of the seven reasons a dispute has, when several rules speak."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from relancebot.domain.reading import DisputeRead, DisputeReason, InvoiceRef, Span
from relancebot.reading.amounts import find_amounts
from relancebot.reading.folding import fold
from relancebot.reading.invoices import concerned
from relancebot.reading.patterns import RuleHit

#: A rule that only knows that something is contested weighs little; a duplicate is
#: hardly ever anything else; the statistical opinion weighs by its likelihoods.
_PLAIN, _GENERIC_WEIGHT, _DUPLICATE_WEIGHT, _OPINION_WEIGHT = 1.0, 0.3, 1.6, 2.0
_GENERIC = frozenset(
    {
        "litige-declare", "retient-une-part", "dispute-en", "avoir-attendu",
        "paiera-quand-ce-sera-fait", "le-reste-quand", "rien-avant-d-en-parler",
        "held-back-en",
    }
)  # fmt: skip


def dispute_read(
    hits: Sequence[RuleHit],
    text: str,
    folded: str,
    invoices: Sequence[InvoiceRef],
    likelihoods: Mapping[DisputeReason, float] | None = None,
) -> DisputeRead | None:
    """Choose the words and the reason of a dispute; null when there is none.

    ``likelihoods`` are the statistical opinion's, by reason.
    """
    disputes = [hit for hit in hits if hit.rule.reason is not None]
    if not disputes:
        return None
    votes: dict[DisputeReason, float] = {}
    for hit in disputes:
        reason = hit.rule.reason or DisputeReason.OTHER
        weight = _PLAIN
        if hit.rule.name in _GENERIC:
            weight = _GENERIC_WEIGHT
        elif reason is DisputeReason.DUPLICATE:
            weight = _DUPLICATE_WEIGHT
        votes[reason] = max(votes.get(reason, 0.0), weight)
    total = sum((likelihoods or {}).values()) or 1.0
    for reason, likelihood in (likelihoods or {}).items():
        votes[reason] = votes.get(reason, 0.0) + _OPINION_WEIGHT * likelihood / total
    reason = max(votes, key=lambda one: votes[one])
    carrier = next((hit for hit in disputes if hit.rule.reason is reason), disputes[0])
    return DisputeRead(
        reason,
        text[carrier.span.start : carrier.span.end],
        carrier.rule.name,
        carrier.span,
        _amount(folded, carrier.span),
        concerned(folded, invoices),
    )


def _amount(folded: str, span: Span) -> Decimal | None:
    """Give the contested sum when one marked sum stands in the words themselves."""
    values = [
        amount.value
        for amount in find_amounts(folded[span.start : span.end])
        if amount.value is not None and amount.marked
    ]
    return values[0] if len(values) == 1 else None


def operator_phrase(folded: str, phrases: Sequence[str]) -> Span | None:
    """Find one of the operator's own dispute phrases in folded words."""
    for phrase in phrases:
        wanted = fold(phrase).strip()
        match = wanted and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded)
        if match:
            return Span(match.start(), match.end())
    return None
