"""Which of the seven reasons a dispute has, when several rules speak."""

import re
from collections.abc import Sequence
from decimal import Decimal

from relancebot.domain.reading import DisputeRead, DisputeReason, InvoiceRef, Span
from relancebot.reading.amounts import find_amounts
from relancebot.reading.invoices import concerned
from relancebot.reading.patterns import RuleHit

#: When several reasons are found, the more telling one; a bare "litige" is the last.
_WEIGHT = {
    DisputeReason.DUPLICATE: 9,
    DisputeReason.NOT_ORDERED: 6,
    DisputeReason.NOT_DELIVERED: 6,
    DisputeReason.QUALITY: 5,
    DisputeReason.AMOUNT: 5,
    DisputeReason.TERMS: 5,
    DisputeReason.OTHER: 4,
}
_GENERIC = frozenset({"litige-declare", "retient-une-part", "dispute-en", "avoir-attendu",
                      "paiera-quand-ce-sera-fait"})  # fmt: skip


def dispute_read(
    hits: Sequence[RuleHit],
    text: str,
    folded: str,
    invoices: Sequence[InvoiceRef],
    guess: DisputeReason | None = None,
) -> DisputeRead | None:
    """Choose the words and the reason of a dispute; null when there is none.

    ``guess`` is the statistical opinion's reason, used where the rules only know
    that something is contested.
    """
    disputes = [hit for hit in hits if hit.rule.reason is not None]
    if not disputes:
        return None
    votes: dict[DisputeReason, float] = {}
    for hit in disputes:
        reason = hit.rule.reason or DisputeReason.OTHER
        weight = 1.5 if hit.rule.name in _GENERIC else _WEIGHT[reason]
        votes[reason] = max(votes.get(reason, 0.0), float(weight))
    if guess is not None:
        votes[guess] = votes.get(guess, 0.0) + 3
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


def operator_phrase(text: str, phrases: Sequence[str], fold_text: str) -> Span | None:
    """Find one of the operator's own dispute phrases."""
    from relancebot.reading.folding import fold  # noqa: PLC0415 - a leaf helper

    for phrase in phrases:
        wanted = fold(phrase).strip()
        if not wanted:
            continue
        match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", fold_text)
        if match:
            return Span(match.start(), match.end())
    return None
