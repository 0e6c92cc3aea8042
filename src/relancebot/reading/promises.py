"""From clauses to payments: which are promised by when, which are said to be made."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from relancebot.domain.reading import InvoiceRef, PromiseRead, Span
from relancebot.reading.amounts import in_money, repeated
from relancebot.reading.claims.payment import Event
from relancebot.reading.dates.found import Role
from relancebot.reading.invoices import named_invoices
from relancebot.reading.said import Said
from relancebot.reading.slots import (
    NO_PROMISE_ROLES,
    NUMBERED,
    OF,
    SHORT,
    SPLIT,
    Slot,
    asks,
    elsewhere,
    find_slots,
    in_order,
    last_word,
    one_or_several,
    word_count,
)
from relancebot.reading.turned import is_a_day, looking_ahead, past_day, turned

_TRIES = re.compile(
    r"\b(?:essa[iy]\w+|tent(?:e|er|erai|erons)\b|ne (?:vous )?garanti\w+|sans garantie|"
    r"sans certitude|si possible|dans la mesure du possible|j'espere|nous esperons|"
    r"peut-etre|try|hope\w*|hopefully|might|maybe)\b"
)


_ARRIVES = frozenset({"vous-aurez-l-argent", "comptez", "le-virement-part", "ca-part"})
_ORDERED = frozenset(
    {"j-ai-paye", "je-viens-de-payer", "regle-hier", "c-est-paye", "debite", "paid-en",
     "virement-effectue"}
)  # fmt: skip
_ARRIVING = re.compile(r"\b(?:arriv\w+|recev\w+|voir|apparai\w+|reach|land)\b")
_SUM_ALONE = 3
_BOUNCED = re.compile(
    r"\b(?:refus|rejet|retourn|annul|echou|bloqu)\w*|\brevenu\w*|\bn'a pas (?:abouti|"
    r"marche)"
)
_PLANNED = re.compile(
    r"\b(?:prevu|programm|cale|planifi|partira|partiront|datee?|fixe|lot|train|"
    r"serez)\w*"
)
_UNLESS = re.compile(
    r"^(?:et |and )?(?:si|s'il|if)\b|^a (?:l'an|la semaine|lundi|mardi|mercredi|jeudi|"
    r"vendredi|demain)|\blet me know|\bdites[- ](?:le )?moi"
)


@dataclass(frozen=True, slots=True)
class Payments:
    """What an answer says about payments to come and payments made."""

    promises: tuple[PromiseRead, ...] = ()
    undated: tuple[tuple[Span, str], ...] = ()
    paid: tuple[tuple[Span, str], ...] = ()
    paid_on: date | None = None
    weak: bool = False
    asked: tuple[Span, ...] = ()
    #: Days to come that were given to no payment, though they may have been meant.
    loose: int = 0
    #: … of which so many stand in a sentence that promises.
    rivals: int = 0


def _amount(
    slot: Slot,
    slots: Sequence[Slot],
    clauses: Sequence[Said],
    invoices: Sequence[InvoiceRef],
    folded: str,
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
    if not near:
        near = [
            amount
            for said in clauses
            if said.clause.sentence == slot.said.clause.sentence
            and (
                said.clause.folded.startswith("soit ")
                or (word_count(said) <= _SUM_ALONE and not said.dates)
            )
            for amount in said.amounts
        ]
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


def _told_apart(
    slots: list[Slot],
    paid: tuple[tuple[Span, str], ...],
    clauses: Sequence[Said],
    folded: str,
    today: date,
) -> tuple[list[Slot], tuple[tuple[Span, str], ...]]:
    """Decide between paid and promised where an answer does not split the sum.

    "L'ordre est donné, vous aurez les fonds sous 48 h" is a payment made; "le mandat
    est signé, le versement est prévu le 3" is a promise.
    """
    if paid:
        slots = [slot for slot in slots if not slot.weak]
    if not slots or not paid:
        return slots, paid
    numbers = {match[1] for match in NUMBERED.finditer(folded)}
    sums = sum(len(slot.said.amounts) for slot in slots)
    sums += sum(len(said.amounts) for said in clauses if said.event is Event.PAID)
    if _BOUNCED.search(folded):
        return slots, ()
    if SPLIT.search(folded) or len(numbers) > 1 or sums:
        return slots, paid
    slots = [slot for slot in slots if slot.found.end != today]
    if not slots:
        return slots, paid
    ordered = any(rule in _ORDERED for _, rule in paid)
    if all(
        not _PLANNED.search(slot.said.clause.folded)
        and (
            (ordered and slot.rule in _ARRIVES)
            or _ARRIVING.search(slot.said.clause.folded)
        )
        for slot in slots
    ):
        return [], paid
    return slots, ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is read: the words, plain and folded, their day, and what they may pay."""

    text: str
    folded: str
    received: datetime
    invoices: Sequence[InvoiceRef]
    french: bool = True


def payments(
    clauses: Sequence[Said],
    answer: Answer,
    *,
    alone: bool,
    barred: Mapping[int, int],
) -> Payments:
    """Work out promises and payments made.

    ``alone`` tells that nothing else was found in the answer, so that a bare day is
    an answer by itself; ``barred`` gives the sentences that hang on somebody
    else's payment or on a repair, and the place from which they do.
    """
    text, folded, invoices = answer.text, answer.folded, answer.invoices
    today = answer.received.date()
    gone = {said.clause.sentence for said in clauses if said.event is Event.PAID}
    gone -= {said.clause.sentence for said in clauses if said.event is Event.COMMIT}
    clauses = [
        said if said.clause.sentence in gone else turned(said, today)
        for said in clauses
    ]
    clauses = [looking_ahead(said, clauses, today) for said in clauses]
    open_clauses = [
        said
        for said in clauses
        if said.clause.end <= barred.get(said.clause.sentence, said.clause.end)
        or _dated_before(said, barred[said.clause.sentence])
    ]
    named = len(named_invoices(folded, invoices))
    slots = find_slots(open_clauses, alone=alone, text=text if answer.french else "")
    slots = in_order([slot for slot in slots if slot.found.end >= today])
    slots = one_or_several(last_word(slots, folded), folded, named)
    paid, paid_on = _paid(clauses, today)
    candidates = slots
    slots, paid = _told_apart(slots, paid, clauses, folded, today)
    tried = [slot for slot in slots if _TRIES.search(slot.said.sentence.folded)]
    slots = [slot for slot in slots if slot not in tried]
    if not paid:
        paid_on = None
    promises = tuple(
        _promise(slot, slots, clauses, text, folded, invoices) for slot in slots
    )
    undated: tuple[tuple[Span, str], ...] = ()
    if not promises:
        undated = tuple(
            (hit.span, hit.frame.name)
            for said in open_clauses
            if said.event is Event.COMMIT
            and not asks(said)
            and (hit := said.hit(Event.COMMIT)) is not None
            and not hit.frame.dated_only
        )
    asked = tuple(
        Span(*found.span) for said in clauses if asks(said) for found in said.dates
    )
    return Payments(
        promises,
        undated,
        paid,
        paid_on,
        bool(tried) or any(slot.weak for slot in slots),
        asked,
        *_loose(clauses, candidates, today),
    )


def _dated_before(said: Said, place: int) -> bool:
    """Tell whether a clause names its day before what it waits for.

    "Le reste fin novembre, quand la coopérative aura payé": the day holds.
    """
    return bool(said.dates) and said.clause.start <= said.dates[0].span[0] < place


def _loose(
    clauses: Sequence[Said], slots: Sequence[Slot], today: date
) -> tuple[int, int]:
    """Count the days to come that no promise uses, and those beside a promise."""
    used = {slot.found.span for slot in slots}
    ends = {slot.found.end for slot in slots}
    promising = {slot.said.clause.sentence for slot in slots}
    left = [
        said
        for said in clauses
        for found in said.dates
        if found.span not in used
        and found.end > today
        and found.end not in ends
        and not elsewhere(said, found)
        and found.role in {Role.DUE, Role.QUESTION}
        and said.event in {None, Event.COMMIT, Event.PAID}
        and not _UNLESS.search(said.clause.folded)
        and found.role not in NO_PROMISE_ROLES
        and not OF.search(found.text)
    ]
    rivals = sum(1 for said in left if said.clause.sentence in promising)
    for number in promising:
        own = [slot for slot in slots if slot.said.clause.sentence == number]
        sums = sum(
            len(said.amounts) for said in clauses if said.clause.sentence == number
        )
        rivals += len(own) == 1 and sums > 1
    return len(left), rivals


def _promise(
    slot: Slot,
    slots: Sequence[Slot],
    clauses: Sequence[Said],
    text: str,
    folded: str,
    invoices: Sequence[InvoiceRef],
) -> PromiseRead:
    clause = slot.said.clause
    named = named_invoices(clause.folded, invoices, clause.start)
    if not named:
        whole = slot.said.sentence
        before = whole.folded[: slot.found.span[0] - whole.start]
        named = named_invoices(before, invoices, whole.start)
    nearest = min(
        named, key=lambda one: abs(one[1].start - slot.found.span[0]), default=None
    )
    return PromiseRead(
        by=slot.found.end,
        quote=text[clause.start : clause.end],
        rule=f"{slot.rule}/{slot.found.rule}",
        span=clause.span,
        start=slot.found.start,
        amount=_amount(slot, slots, clauses, invoices, folded),
        invoice=nearest[0] if nearest else None,
    )


_JUST_NOW = re.compile(
    r"\bvien(?:s|t|nent|ons) (?:juste |tout juste )?(?:de |d')|\bvenons de |"
    r"\ba l'instant\b|\bjust (?:paid|sent|made|done|wired)\b"
)
_RECENT = 60


def _dated_back(said: Said, today: date) -> bool:
    """Tell whether a payment is named with a day just gone: "virement du 3"."""
    hit = said.hit(Event.COMMIT)
    return (
        said.event is Event.COMMIT
        and hit is not None
        and hit.frame.name == "bordereau"
        and bool(said.dates)
        and all(
            one.explicit and 0 < (today - one.end).days < _RECENT for one in said.dates
        )
    )


def _paid(
    clauses: Sequence[Said], today: date
) -> tuple[tuple[tuple[Span, str], ...], date | None]:
    """Find what is said to be paid, and on which day."""
    claims: list[tuple[Span, str]] = []
    days: list[date] = []
    for index, said in enumerate(clauses):
        if asks(said) or not (said.event is Event.PAID or _dated_back(said, today)):
            continue
        hit = said.hit(Event.PAID) or said.hit(Event.COMMIT)
        if hit is None:
            continue
        claims.append((hit.span, hit.frame.name))
        for found in said.dates:
            day = past_day(found, today)
            if day is not None and day <= today and is_a_day(found):
                days.append(day)
        if _JUST_NOW.search(said.clause.folded) and not said.dates:
            days.append(today)
        if not said.dates:
            near = clauses[max(0, index - 1) : index + 2]
            same = [o for o in clauses if o.clause.sentence == said.clause.sentence]
            for other in dict.fromkeys((*same, *near)):
                if other.event in {None, Event.MEETING} and word_count(other) <= SHORT:
                    days.extend(
                        day
                        for found in other.dates
                        if is_a_day(found)
                        and (day := past_day(found, today)) is not None
                        and day <= today
                    )
    return tuple(claims), days[0] if days else None
