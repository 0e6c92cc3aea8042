"""Which invoice an answer names: "la 053", "F-2026/053", "n° 53"."""

import re
from collections.abc import Sequence

from relancebot.domain.reading import InvoiceRef, Span

_BOTH = re.compile(
    r"\b(?:les (?:deux|2|trois|3) factures|toutes (?:les|vos) factures|both)\b"
)
_INTRODUCED = re.compile(
    r"\b(?:factures?|fact|la|n°|no|num(?:ero)?|ref|piece|invoice|#|inv) ?"
    r"(?:n° ?|no ?|numero ?|# ?)?([a-z]{0,4}[-/ ]?\d[\w/.-]*)"
)


def _core(number: str) -> str:
    """Keep letters and figures, leading zeros of the last group off."""
    groups = re.findall(r"[a-z]+|\d+", number.lower())
    if groups and groups[-1].isdigit():
        groups[-1] = groups[-1].lstrip("0") or "0"
    return "-".join(groups)


def _forms(number: str) -> tuple[str, ...]:
    """Give the ways in which people shorten a number, longest first."""
    groups = re.findall(r"[a-z]+|\d+", number.lower())
    return tuple("-".join(groups[at:]) for at in range(len(groups)))


def named_invoices(
    folded: str, invoices: Sequence[InvoiceRef], offset: int = 0
) -> tuple[tuple[str, Span], ...]:
    """Find the invoices that folded words name, with their places."""
    found: list[tuple[str, Span]] = []
    for invoice in invoices:
        place = _place(folded, invoice.number)
        if place is not None:
            start, end = place
            found.append((invoice.number, Span(offset + start, offset + end)))
    return tuple(sorted(found, key=lambda named: named[1].start))


def _place(folded: str, number: str) -> tuple[int, int] | None:
    groups = re.findall(r"[a-z]+|\d+", number.lower())
    if not groups:
        return None
    whole = r"[-/_. ]{0,2}".join(re.escape(group) for group in groups)
    match = re.search(rf"(?<![a-z0-9]){whole}(?![a-z0-9])", folded)
    if match:
        return match.span()
    last = groups[-1]
    if not last.isdigit():
        return None
    for said in _INTRODUCED.finditer(folded):
        if _core(said[1].rstrip(".-/")) in {_core(form) for form in _forms(number)}:
            return said.span()
    return None


def concerned(folded: str, invoices: Sequence[InvoiceRef]) -> str | None:
    """Give the one invoice that some words name, if they name exactly one."""
    if _BOTH.search(folded):
        return None
    named = named_invoices(folded, invoices)
    return named[0][0] if len(named) == 1 else None
