"""From clauses to payments: which are promised by when, which are said to be made."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from relancebot.domain.reading import InvoiceRef, PromiseRead, Span
from relancebot.reading.amounts import in_money, repeated
from relancebot.reading.claims.payment import Event
from relancebot.reading.dates.found import DateFound, Role
from relancebot.reading.dates.values import Grain
from relancebot.reading.invoices import named_invoices
from relancebot.reading.said import Said

_CORRECTED = re.compile(
    r"\b(?:pardon|enfin|plutot|non|finalement|correction|me suis trompee?|rectif\w*|"
    r"au pire|voire|oups|je voulais dire|donc|au lieu|sorry|actually|rather|ou|erreur)\b"
)
_INSTEAD = re.compile(r"\b(?:au lieu d[ue]|et non(?: pas)?(?: le)?|pas le|pas|non)\s*$")
_BUT_THEN = re.compile(
    r"^(?:mais|par contre|en revanche|sinon|donc|alors|plutot|disons|ce sera)\b|"
    r"\b(?:oui|c'est bon|par contre|en revanche|plutot)$"
)
_SHORT = 9
_SPLIT = re.compile(
    r"\b(?:reste|solde|moitie|complement|reliquat|surplus|restants?|autres?|second\w*|"
    r"deuxieme|puis|pareil|tiers|rest|other|balance|remaining)\b"
)
_NO_PROMISE_ROLES = frozenset(
    {
        Role.PAST, Role.INVOICE, Role.TERM, Role.RECALL, Role.CALL, Role.ABSENCE,
        Role.DELIVERY,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Payments:
    """What an answer says about payments to come and payments made."""

    promises: tuple[PromiseRead, ...] = ()
    undated: tuple[tuple[Span, str], ...] = ()
    paid: tuple[tuple[Span, str], ...] = ()
    paid_on: date | None = None
    weak: bool = False
    asked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Slot:
    """A date that carries a promise, and the clause that promises."""

    found: DateFound
    said: Said
    rule: str
    weak: bool = False


def _free(said: Said, found: DateFound) -> bool:
    """The date may be that of a payment, as far as its own clause goes."""
    if found.role in _NO_PROMISE_ROLES:
        return False
    if said.event in {Event.DENIED, Event.WISH, Event.RECALL, Event.PAID}:
        return False
    before = said.clause.folded[: found.span[0] - said.clause.start]
    return not _INSTEAD.search(before)


def _words(said: Said) -> int:
    return len(said.clause.folded.split())


def _asks(said: Said) -> bool:
    """The sentence asks, and this clause is the question."""
    if not said.sentence.asks:
        return False
    return said.clause.end >= said.sentence.end or len(said.sentence.clauses) == 1


def _host(clauses: Sequence[Said], index: int) -> Said | None:
    """Find the clause that promises what a bare date dates."""
    said = clauses[index]
    near = [
        other
        for other in clauses
        if other is not said and other.clause.sentence == said.clause.sentence
    ]
    for other in near:
        if other.event is Event.COMMIT and not any(
            _free(other, one) for one in other.dates
        ):
            return other
    if said.event is None or said.event is Event.MEETING:
        for step in (-1, 1):
            at = index + step
            if 0 <= at < len(clauses):
                other = clauses[at]
                if (
                    other.event is Event.COMMIT
                    and not any(_free(other, one) for one in other.dates)
                    and _words(said) <= _SHORT
                ):
                    return other
    return None


def _slots(clauses: Sequence[Said], *, alone: bool) -> list[_Slot]:
    slots: list[_Slot] = []
    taken: set[int] = set()
    for index, said in enumerate(clauses):
        for found in said.dates:
            if not _free(said, found) or _asks(said):
                continue
            if said.event is Event.COMMIT:
                hit = said.hit(Event.COMMIT)
                slots.append(_Slot(found, said, hit.frame.name if hit else "commit"))
                continue
            after_no = index and clauses[index - 1].event in {
                Event.DENIED,
                Event.RECALL,
            }
            if said.event is None and after_no and _BUT_THEN.search(said.clause.folded):
                slots.append(_Slot(found, said, "mais-ce-jour-la"))
                continue
            host = _host(clauses, index)
            if host is not None and said.event in {None, Event.MEETING, Event.THIRD}:
                if id(host) in taken and said.event is not None:
                    continue
                taken.add(id(host))
                hit = host.hit(Event.COMMIT)
                slots.append(_Slot(found, said, hit.frame.name if hit else "commit"))
    if not slots and alone:
        for said in clauses:
            if said.event is None and not _asks(said):
                slots.extend(
                    _Slot(found, said, "date-seule", weak=True)
                    for found in said.dates
                    if _free(said, found)
                )
    return slots


def _last_word(slots: list[_Slot], clauses: Sequence[Said], folded: str) -> list[_Slot]:
    """Of dates that correct one another, the last one holds."""
    kept: list[_Slot] = []
    for slot in slots:
        if kept:
            between = folded[kept[-1].found.span[1] : slot.found.span[0]]
            if _CORRECTED.search(between) and not _SPLIT.search(between):
                kept.pop()
            elif slot.found.end == kept[-1].found.end and not (
                slot.said.amounts and kept[-1].said.amounts
            ):
                continue
        kept.append(slot)
    return kept


def _one_or_several(slots: list[_Slot], folded: str, named: int) -> list[_Slot]:
    """Several days are several payments only where the answer splits the sum."""
    if len(slots) < 2:
        return slots
    amounts = sum(1 for slot in slots if slot.said.amounts)
    if amounts >= 1 or _SPLIT.search(folded) or named >= 2 or repeated(folded):
        return slots
    first, last = slots[0], slots[-1]
    if (
        first.said.clause.sentence == last.said.clause.sentence
        and all(
            slot.said.event is Event.COMMIT or slot.said.event is None for slot in slots
        )
        and re.search(
            r"^[\s,]*(?:et|puis|and)?\s*$|\bpour la\b|\bla \d",
            folded[first.found.span[1] : last.found.span[0]],
        )
    ):
        return slots
    strong = [slot for slot in slots if slot.said.event is Event.COMMIT]
    return [(strong or slots)[-1]]


def _amount(
    slot: _Slot, slots: Sequence[_Slot], invoices: Sequence[InvoiceRef], folded: str
) -> Decimal | None:
    """Give the sum that goes with a date in its clause: the nearest one."""
    rivals = [other for other in slots if other.said is slot.said and other is not slot]
    near = sorted(
        slot.said.amounts,
        key=lambda amount: min(
            abs(amount.span.start - slot.found.span[1]),
            abs(slot.found.span[0] - amount.span.end),
        ),
    )
    each = repeated(folded)
    if each and each[0] == len(slots):
        return each[1]
    for amount in near:
        if (
            amount.span.start < slot.found.span[1]
            and slot.found.span[0] < amount.span.end
        ):
            continue
        if any(
            min(
                abs(amount.span.start - other.found.span[1]),
                abs(other.found.span[0] - amount.span.end),
            )
            < min(
                abs(amount.span.start - slot.found.span[1]),
                abs(slot.found.span[0] - amount.span.end),
            )
            for other in rivals
        ):
            continue
        value = in_money(amount, invoices)
        if value is not None or amount.share is not None:
            return value
    return None


def past_day(found: DateFound, received: date) -> date | None:
    """Give the day gone by that the words name, seen from the day of receipt."""
    day = found.end
    if day <= received:
        return day
    if found.explicit:
        return _back_a_year(day)
    if "weekday" in found.rule:
        return day - timedelta(days=7)
    if "day_of_month" in found.rule:
        previous = day.replace(day=1) - timedelta(days=1)
        while previous.day < day.day:
            previous = previous.replace(day=1) - timedelta(days=1)
        return previous.replace(day=day.day)
    return None


def _back_a_year(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day - timedelta(days=366)


def payments(
    clauses: Sequence[Said],
    text: str,
    folded: str,
    received: datetime,
    invoices: Sequence[InvoiceRef],
    *,
    alone: bool,
    barred: frozenset[int],
) -> Payments:
    """Work out promises and payments made.

    ``alone`` tells that nothing else was found in the answer, so that a bare day is
    an answer by itself; ``barred`` are the sentences whose promise hangs on somebody
    else's payment or on a repair, and is none.
    """
    today = received.date()
    open_clauses = [said for said in clauses if said.clause.sentence not in barred]
    named = len(named_invoices(folded, invoices))
    slots = _slots(open_clauses, alone=alone)
    slots = [slot for slot in slots if slot.found.end >= today]
    slots = _one_or_several(_last_word(slots, clauses, folded), folded, named)
    promises = tuple(_promise(slot, slots, text, folded, invoices) for slot in slots)
    paid, paid_on = _paid(clauses, today)
    undated: tuple[tuple[Span, str], ...] = ()
    if not promises:
        undated = tuple(
            (hit.span, hit.frame.name)
            for said in open_clauses
            if said.event is Event.COMMIT
            and not _asks(said)
            and (hit := said.hit(Event.COMMIT)) is not None
        )
    elif paid:
        promises = tuple(replace(one) for one in promises)
    asked = tuple(
        Span(*found.span) for said in clauses if _asks(said) for found in said.dates
    )
    return Payments(
        promises, undated, paid, paid_on, any(slot.weak for slot in slots), asked
    )


def _promise(
    slot: _Slot,
    slots: Sequence[_Slot],
    text: str,
    folded: str,
    invoices: Sequence[InvoiceRef],
) -> PromiseRead:
    clause = slot.said.clause
    named = named_invoices(clause.folded, invoices, clause.start)
    nearest = min(
        named, key=lambda one: abs(one[1].start - slot.found.span[0]), default=None
    )
    return PromiseRead(
        by=slot.found.end,
        quote=text[clause.start : clause.end],
        rule=f"{slot.rule}/{slot.found.rule}",
        span=clause.span,
        start=slot.found.start,
        amount=_amount(slot, slots, invoices, folded),
        invoice=nearest[0] if nearest else None,
    )


def _paid(
    clauses: Sequence[Said], today: date
) -> tuple[tuple[tuple[Span, str], ...], date | None]:
    """Find what is said to be paid, and on which day."""
    claims: list[tuple[Span, str]] = []
    days: list[date] = []
    for index, said in enumerate(clauses):
        if said.event is not Event.PAID or _asks(said):
            continue
        hit = said.hit(Event.PAID)
        if hit is None:
            continue
        claims.append((hit.span, hit.frame.name))
        for found in said.dates:
            day = past_day(found, today)
            if day is not None and day <= today and _is_a_day(found):
                days.append(day)
        if not said.dates:
            for other in clauses[max(0, index - 1) : index + 2]:
                if other.event in {None, Event.MEETING} and _words(other) <= _SHORT:
                    days.extend(
                        day
                        for found in other.dates
                        if _is_a_day(found)
                        and (day := past_day(found, today)) is not None
                        and day <= today
                    )
    return tuple(claims), days[0] if days else None


def _is_a_day(found: DateFound) -> bool:
    return found.grain is Grain.DAY
