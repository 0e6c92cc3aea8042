"""Sums of money in an answer: "1 200,50 €", "3 × 500 €", "la moitié", "30 %"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from relancebot.domain.reading import InvoiceRef, Span

_NUMBER = r"\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_CURRENCY = (
    r"(?:€|euros?\b|eur\b|e\b(?!-)|balles\b|francs?\b|chf\b|fr\b\.?|£|\$|k€|ke\b|k\b)"
)
_WITH_CURRENCY = re.compile(
    rf"(?<![\w.,/-])(?P<before>€|£|\$|"
    rf"eur )?\s?(?P<number>{_NUMBER})\s?(?P<after>{_CURRENCY})?"
    rf"(?P<share>\s?%)?(?![\d/]|\.\d|-\d)"
)
_TIMES = re.compile(rf"\b(\d{{1,2}}) ?(?:x|×|\*|fois) ?({_NUMBER})\s?(?:{_CURRENCY})?")
_WORDS = {
    "cent": 100, "cents": 100, "deux cents": 200, "trois cents": 300, "cinq cents": 500,
    "mille": 1000, "deux mille": 2000, "trois mille": 3000, "cinq mille": 5000,
    "nonante": 90, "septante": 70, "cinquante": 50,
}  # fmt: skip
_IN_WORDS = re.compile(
    rf"\b({'|'.join(sorted(_WORDS, key=len, reverse=True))}) (?:euros?|francs|€|"
    rf"balles)\b"
)
_HALF, _THIRD, _QUARTER = Decimal("0.5"), Decimal(1) / 3, Decimal("0.25")
_SHARES = tuple(
    (re.compile(pattern), share)
    for pattern, share in (
        (r"\b(?:la |une |l'autre |premiere |seconde |autre )?moitie\b|\bhalf\b", _HALF),
        (
            (
                r"\b(?:un|le|premier|dernier|second|deuxieme|troisieme) tiers\b|"
                r"\ba third\b"
            ),
            _THIRD,
        ),
        (r"\b(?:deux|les deux) tiers\b|\btwo thirds\b", 2 * _THIRD),
        (r"\b(?:un|le|premier|dernier) quart\b|\ba quarter\b", _QUARTER),
    )
)
# A bare number is a sum only beside a verb of paying: "je vous fais 500 vendredi".
_PAYS = re.compile(
    r"\b(?:vous|te|t'|vs|jte|jvous|envoy?\w*|vir\w*|vers\w*|fais|ferai|regl\w*|pai\w*|"
    r"pay\w*|donn\w*|depos\w*|les|des|de|vos|nos|sending|send|pay|remaining|reste|"
    r"restants?|solde de|virements? de|cheques? de|acompte de|other) ?(?:de |les |"
    r"encore )?$"
)
_NEVER = re.compile(
    r"(?:n°|no|num\w*|ref|facture|fact|cheque|h|le|du|au|s|sem\w*|lot|semaine|article|"
    r"art|tel|vir|ligne|poste|phase|lot|commande|dossier|rue|chantier|la) ?-?$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT_AFTER = re.compile(
    r"^\s?(?:%|h\b|heures?|jours?|j\b|mois|semaines?|fois|x\b|ans?\b|eme|er\b|e jour|"
    r"janv|fev|mars|avril|mai\b|juin|juil|aout|sept|oct|nov|dec|et \d|ou \d|min|km|m2|"
    r"m²|kg|g\b|colis|lots?|modules?|heure|virements?|cheques?|fournisseurs?|factures?|"
    r"courant|au soir|par mois|st\b|nd\b|rd\b|th\b|days?|weeks?|months?|hours?|dernier)"
)


@dataclass(frozen=True, slots=True)
class AmountFound:
    """A sum or a share, and where it stands."""

    value: Decimal | None
    share: Decimal | None
    span: Span
    marked: bool


def decimal_of(number: str) -> Decimal:
    """Read a number as the French and the English write it.

    >>> decimal_of("1 200,50"), decimal_of("12,750.00"), decimal_of("1.200")
    (Decimal('1200.50'), Decimal('12750.00'), Decimal('1200'))
    """
    plain = number.replace(" ", "")
    last = max(plain.rfind(","), plain.rfind("."))
    if last >= 0 and len(plain) - last - 1 in {1, 2}:
        whole = re.sub(r"[.,]", "", plain[:last]) or "0"
        return Decimal(f"{whole}.{plain[last + 1 :]}")
    return Decimal(re.sub(r"[.,]", "", plain))


def _cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def find_amounts(folded: str, offset: int = 0) -> tuple[AmountFound, ...]:
    """Find sums and shares in folded words, in order."""
    found: list[AmountFound] = []
    for match in _WITH_CURRENCY.finditer(folded):
        span = Span(offset + match.start(), offset + match.end())
        number = decimal_of(match["number"])
        if match["share"]:
            if 0 < number <= 100:
                found.append(AmountFound(None, number / 100, span, marked=True))
            continue
        marked = bool(match["before"] or match["after"])
        if match["after"] and match["after"].startswith("k"):
            number *= 1000
        if not marked:
            before = folded[max(0, match.start() - 18) : match.start()]
            after = folded[match.end() : match.end() + 14]
            if _UNIT_AFTER.search(after) or number < 20:
                continue
            if not _PAYS.search(before) and not (
                number >= 100
                and not _NEVER.search(before)
                and not _YEAR.fullmatch(match["number"])
            ):
                continue
            if _NEVER.search(before.rstrip()) and not _PAYS.search(before):
                continue
        if number > 0:
            found.append(AmountFound(_cents(number), None, span, marked=marked))
    for match in _IN_WORDS.finditer(folded):
        span = Span(offset + match.start(), offset + match.end())
        found.append(
            AmountFound(_cents(Decimal(_WORDS[match[1]])), None, span, marked=True)
        )
    for pattern, share in _SHARES:
        found.extend(
            AmountFound(
                None, share, Span(offset + m.start(), offset + m.end()), marked=True
            )
            for m in pattern.finditer(folded)
        )
    return tuple(sorted(found, key=lambda amount: amount.span.start))


def repeated(folded: str) -> tuple[int, Decimal] | None:
    """Read "3 × 500 €" or "trois virements de 450"."""
    match = _TIMES.search(folded)
    if match:
        return int(match[1]), _cents(decimal_of(match[2]))
    match = _EACH.search(folded)
    if match:
        count = _COUNTS.get(match[1]) or int(match[1])
        return count, _cents(decimal_of(match[2]))
    return None


_COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_EACH = re.compile(
    rf"\b(\d|deux|trois|quatre|cinq|six) (?:virements?|cheques?|versements?|paiements?|"
    rf"mensualites?|fois|instal+ments?|payments?) (?:de |of )?({_NUMBER})"
)


def in_money(amount: AmountFound, invoices: Sequence[InvoiceRef]) -> Decimal | None:
    """Give the sum, or the share of the one amount that is known to be owed."""
    if amount.value is not None:
        return amount.value
    owed = [invoice.amount for invoice in invoices if invoice.amount is not None]
    if amount.share is not None and len(owed) == 1:
        return _cents(owed[0] * amount.share)
    return None
