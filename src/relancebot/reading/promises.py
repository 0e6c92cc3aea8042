"""From clauses to payments: which are promised by when, which are said to be made."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from relancebot.domain.reading import InvoiceRef, PromiseRead, Span
from relancebot.reading.amounts import in_money, repeated
from relancebot.reading.claims.payment import Event, Frame
from relancebot.reading.dates.found import DateFound, Role
from relancebot.reading.dates.values import Grain
from relancebot.reading.invoices import named_invoices
from relancebot.reading.said import Hit, Said

_CORRECTED = re.compile(
    r"\b(?:pardon|enfin|plutot|non|finalement|correction|me suis trompee?|rectif\w*|"
    r"au pire|voire|oups|je voulais dire|donc|au lieu|sorry|actually|rather|ou|erreur)\b"
)
_INSTEAD = re.compile(
    r"\b(?:au lieu(?: d[ue])?|et non(?: pas)?(?: le)?|pas le|pas|non|pas meme|ni|"
    r"sans attendre|depuis|plutot que|instead of|not)\s*$"
)
_BUT_THEN = re.compile(
    r"^(?:mais|par contre|en revanche|sinon|donc|alors|plutot|disons|ce sera)\b|"
    r"\b(?:oui|c'est bon|par contre|en revanche|plutot)$"
)
_SHORT = 9
_DATE_ALONE = 4
#: "notre virement du 9": the day belongs to the noun, it is not promised.
_OF = re.compile(r"^(?:du|de|des|depuis) |^d['’](?!ici)", re.IGNORECASE)
_VAGUE = re.compile(
    r"\bprochains? jours?|\bprochainement|\bau plus vite|\bbientot|\brapidement|"
    r"\bdes que possible|\bsous peu|\basap\b|\bdans les meilleurs delais"
)
_AFTERWARDS = re.compile(r"^(?:et |puis |and )?(?:apres|ensuite|puis|then|after)\b")
_PROPOSED = re.compile(
    r"\b(?:propos\w*|soumet\w*|accord|si vous|pourr\w+|serait|souhait\w*|demand\w*|"
    r"possible|accept\w*|envisag\w*|consent\w*|suggest|offer|could|would)\b"
)
_COUNTED = re.compile(
    r"\b(deux|trois|quatre|cinq|six|\d) (?:echeances|versements|virements|cheques|fois|"
    r"mensualites|paiements|instal+ments|payments|temps|dates)\b"
)
_COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_NUMBERED = re.compile(r"\b(?:la|votre|facture|n°|no) ?([\w/-]*\d[\w/-]*)")
_SPLIT = re.compile(
    r"\b(?:reste|solde|moitie|complement|reliquat|surplus|restants?|autres?|second\w*|"
    r"deuxieme|puis|pareil|tiers|rest|other|balance|remaining)\b"
)
_NO_PROMISE_ROLES = frozenset({Role.PAST, Role.INVOICE, Role.TERM, Role.RECALL})
_ELSEWHERE = frozenset({Role.CALL, Role.DELIVERY, Role.ABSENCE})
_MAIL_OF = re.compile(
    r"\b(?:mails?|courriels?|messages?|courriers?|rappels?|relances?|factures?|notes?|"
    r"pieces?|lettres?|bon|commande|devis|reunion|appel) (?:\w+ ){0,2}$"
)
_THAT_OF = re.compile(r"\b(?:celle|celui|lot|train|campagne|remise|run|passage) $")
_TRIES = re.compile(
    r"\b(?:essa[iy]\w+|tent(?:e|er|erai|erons)\b|ne (?:vous )?garanti\w+|sans garantie|"
    r"sans certitude|si possible|dans la mesure du possible|j'espere|nous esperons|"
    r"peut-etre|try|hope\w*|hopefully|might|maybe)\b"
)
_NOW_STATE = re.compile(
    r"\bc chez|\b(?:c'est|c|est|sont) (?:\w+ )?(?:regle|paye|solde|fait|vire|envoye|chez vous|bon|"
    r"boucle|plie|partie?)\w*"
)
_DATED = re.compile(
    r"\b(?:datee?s? (?:de|du|pour)|execution|valeur|effet) (?:le |au |du |de )?"
    r"(?:demain|apres|\d|lundi|mardi|mercredi|jeudi|vendredi)"
)
_NOT_FIXED = ("on(weekday)", "on(day_of_month)", "on(day_month", "on(figures")


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
    before = said.clause.folded[: found.span[0] - said.clause.start]
    of_a_noun = bool(_OF.search(found.text)) and not _THAT_OF.search(before)
    hit = said.hit(Event.COMMIT)
    if (
        of_a_noun
        and not _DATED.search(said.clause.folded)
        and (hit is None or hit.frame.name == "bordereau" or _MAIL_OF.search(before))
    ):
        return False
    if said.event in {Event.DENIED, Event.WISH, Event.RECALL, Event.PAID}:
        return False
    if said.event is None and found.role in _ELSEWHERE:
        return False
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
        if (
            other.event is Event.COMMIT
            and not any(_free(other, one) for one in other.dates)
            and not _AFTERWARDS.search(other.clause.folded)
            and not _VAGUE.search(other.clause.folded)
        ):
            return other
    if said.event is None:
        for step in (-1, 1):
            at = index + step
            if 0 <= at < len(clauses):
                other = clauses[at]
                if (
                    other.event is Event.COMMIT
                    and not _AFTERWARDS.search(other.clause.folded)
                    and not _VAGUE.search(other.clause.folded)
                    and not any(_free(other, one) for one in other.dates)
                    and _words(said) <= _SHORT
                ):
                    return other
    return None


def _turned(said: Said, today: date) -> Said:
    """Turn days that were taken for past ones to the future, where nothing is past."""
    if not said.dates or said.event in {Event.PAID, Event.RECALL, Event.DENIED}:
        return said
    return replace(said, dates=tuple(_next(one, today) for one in said.dates))


def _next(found: DateFound, today: date) -> DateFound:
    if _OVER.search(found.text.lower()):
        return found
    if found.end >= today:
        return replace(found, role=Role.DUE) if found.role is Role.PAST else found
    if found.role is not Role.PAST and found.role is not Role.INVOICE:
        return found
    if "day_month" in found.rule or "figures" in found.rule:
        if re.search(r"\d{4}|/\d\d$", found.text):
            return found
        day = found.end + timedelta(days=365)
        day = day if day.day == found.end.day else day + timedelta(days=1)
    elif "weekday" in found.rule:
        day = found.end + timedelta(days=7)
    elif "day_of_month" in found.rule:
        day = _same_day_next_month(found.end)
    elif found.grain is not Grain.DAY and "last" not in found.rule:
        day = found.end + timedelta(days=365)
        if (day + timedelta(days=1)).month == day.month and (
            found.end + timedelta(days=1)
        ).month != found.end.month:
            day += timedelta(days=1)
    else:
        return found
    if day < today:
        return found
    return replace(found, start=day, end=day, role=Role.DUE)


def _same_day_next_month(day: date) -> date:
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    try:
        return first.replace(day=day.day)
    except ValueError:
        return (first + timedelta(days=32)).replace(day=day.day)


_OVER = re.compile(r"derni|pass[ée]|\bil y a\b|hier|last|ago|écoul")


def _looking_ahead(said: Said, clauses: Sequence[Said], today: date) -> Said:
    """Take "dans trois jours, c'est réglé" for what it is: a promise."""
    if said.event is not Event.PAID:
        return said
    dated = any(
        other.clause.sentence == said.clause.sentence
        and _DATED.search(other.clause.folded)
        and any(one.end >= today for one in other.dates)
        for other in clauses
    )
    if not dated and not _NOW_STATE.search(said.clause.folded):
        return said
    near = [other for other in clauses if other.clause.sentence == said.clause.sentence]
    for other in near:
        if any(
            (one.end > today and _fixed(one))
            or (one.grain is not Grain.DAY and _next(one, today).end > today)
            for one in other.dates
        ) and (other is not said or said.conditional is False):
            hits = tuple(
                Hit(_NOW_FRAME, hit.span) if hit.frame.event is Event.PAID else hit
                for hit in said.hits
            )
            dates = tuple(_next(one, today) for one in said.dates)
            return replace(said, hits=hits, dates=dates)
    return said


def _fixed(found: DateFound) -> bool:
    """Tell whether the words themselves name a day to come ("dans trois jours")."""
    return not found.rule.startswith(_NOT_FIXED)


def _slots(clauses: Sequence[Said], *, alone: bool) -> list[_Slot]:
    slots: list[_Slot] = []
    proposed = any(_PROPOSED.search(said.clause.folded) for said in clauses)
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
            if said.event is None and _goes_on(clauses, index, slots):
                slots.append(_Slot(found, said, "et-la-suite"))
                continue
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
    if not slots:
        summed = {said.clause.sentence for said in clauses if said.amounts}
        slots = [
            _Slot(found, said, "somme-et-date")
            for said in clauses
            if said.event is None
            and (
                said.amounts
                or _LISTED.search(said.clause.folded)
                or _words(said) <= _DATE_ALONE
            )
            and said.clause.sentence in summed
            and not said.sentence.asks
            and not proposed
            for found in said.dates
            if _free(said, found) and not _bare_month(found)
        ]
    spoken = any(said.event is Event.PAID for said in clauses)
    if not slots and alone and not spoken and not _mocks(clauses):
        slots = [
            _Slot(found, said, "date-seule", weak=True)
            for said in clauses
            if said.event is None
            and not _asks(said)
            and not _OVER.search(said.clause.folded)
            for found in said.dates
            if _free(said, found) and _opens(said, found) and not _bare_month(found)
        ]
    return slots


_MOCKED = re.compile(
    r"comptez pas|comptez[- ]y|reve[sz]?\b|poules|pourboire|courir|au pere noel|and pigs"
)


def _mocks(clauses: Sequence[Said]) -> bool:
    """Tell whether a promise is said in mockery: "Demain, bien sûr. N'y comptez pas."."""
    return any(_MOCKED.search(said.clause.folded) for said in clauses)


_LISTED = re.compile(r"^(?:et |puis |pareil|idem|ensuite |and )")


def _bare_month(found: DateFound) -> bool:
    """Tell whether only a month is named: "la remise de septembre"."""
    return found.rule.startswith(("in(month", "on(month"))


def _goes_on(clauses: Sequence[Said], index: int, slots: Sequence[_Slot]) -> bool:
    """Tell whether a clause carries a split on: "… et le reste le 15"."""
    said = clauses[index]
    if not any(
        other.event is Event.COMMIT
        for other in clauses
        if other.clause.sentence == said.clause.sentence
    ):
        return False
    return bool(said.amounts or _SPLIT.search(said.clause.folded)) or bool(
        _NUMBERED.match(said.clause.folded)
    )


def _opens(said: Said, found: DateFound) -> bool:
    """Tell whether a clause is little more than its date."""
    before = said.clause.folded[: found.span[0] - said.clause.start].split()
    least = _DATE_ALONE if _NUMBERED.search(" ".join(before)) else 2
    return len(before) <= least and _words(said) <= _SHORT + 3


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


def _in_order(slots: list[_Slot]) -> list[_Slot]:
    """Let the days of a list follow one another: "le 15, puis le 5" crosses a month."""
    ordered: list[_Slot] = []
    for slot in slots:
        found = slot.found
        if (
            ordered
            and slot.said.amounts
            and found.end < ordered[-1].found.end
            and "day_of_month" in found.rule
        ):
            day = _same_day_next_month(found.end)
            found = replace(found, start=day, end=day)
        ordered.append(replace(slot, found=found))
    return ordered


def _one_or_several(slots: list[_Slot], folded: str, named: int) -> list[_Slot]:
    """Several days are several payments only where the answer splits the sum."""
    if len(slots) < 2:
        return slots
    amounts = sum(1 for slot in slots if slot.said.amounts)
    numbers = {match[1] for match in _NUMBERED.finditer(folded)}
    named = max(named, len(numbers))
    counted = _COUNTED.search(folded)
    if counted and len(slots) in {_COUNTS.get(counted[1]), _digit(counted[1])}:
        return slots
    if amounts >= 1 or _SPLIT.search(folded) or named >= 2 or repeated(folded):
        return slots
    first, last = slots[0], slots[-1]
    days = [slot for slot in slots if slot.found.grain is Grain.DAY]
    if len(days) == 1 and first.said.clause.sentence == last.said.clause.sentence:
        return days
    joint = "et|puis|and" if len(slots) == 2 else "et|puis|and|"
    if (
        first.said.clause.sentence == last.said.clause.sentence
        and all(
            slot.said.event is Event.COMMIT or slot.said.event is None for slot in slots
        )
        and re.search(
            rf"^[\s,]*(?:{joint})\s*$|\bpour la\b|\bla \d",
            folded[first.found.span[1] : last.found.span[0]],
        )
    ):
        return slots
    if all(slot.weak for slot in slots):
        return slots[:1]
    strong = [slot for slot in slots if slot.said.event is Event.COMMIT]
    return [(strong or slots)[-1]]


def _digit(word: str) -> int | None:
    return int(word) if word.isdigit() else None


def _amount(
    slot: _Slot,
    slots: Sequence[_Slot],
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
            and said.clause.folded.startswith("soit ")
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


_ARRIVES = frozenset({"vous-aurez-l-argent", "comptez", "le-virement-part", "ca-part"})
_ORDERED = frozenset(
    {"j-ai-paye", "je-viens-de-payer", "regle-hier", "c-est-paye", "debite", "paid-en",
     "virement-effectue"}
)  # fmt: skip


def _told_apart(
    slots: list[_Slot],
    paid: tuple[tuple[Span, str], ...],
    clauses: Sequence[Said],
    folded: str,
    today: date,
) -> tuple[list[_Slot], tuple[tuple[Span, str], ...]]:
    """Decide between paid and promised where an answer does not split the sum.

    "L'ordre est donné, vous aurez les fonds sous 48 h" is a payment made; "le mandat
    est signé, le versement est prévu le 3" is a promise.
    """
    if not slots or not paid:
        return slots, paid
    numbers = {match[1] for match in _NUMBERED.finditer(folded)}
    sums = sum(len(slot.said.amounts) for slot in slots)
    sums += sum(len(said.amounts) for said in clauses if said.event is Event.PAID)
    if _BOUNCED.search(folded):
        return slots, ()
    if _SPLIT.search(folded) or len(numbers) > 1 or sums:
        return slots, paid
    slots = [slot for slot in slots if slot.found.end != today]
    if not slots:
        return slots, paid
    if any(rule in _ORDERED for _, rule in paid) and all(
        slot.rule in _ARRIVES and not _PLANNED.search(slot.said.clause.folded)
        for slot in slots
    ):
        return [], paid
    return slots, ()


_BOUNCED = re.compile(
    r"\b(?:refus|rejet|retourn|annul|echou|bloqu)\w*|\brevenu\w*|\bn'a pas (?:abouti|marche)"
)
_PLANNED = re.compile(
    r"\b(?:prevu|programm|cale|planifi|partira|partiront|datee?|fixe|lot|train|serez)\w*"
)
_NOW_FRAME = Frame("c-est-regle-ce-jour-la", Event.COMMIT, r"\b\B", (), dated_only=True)


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
    barred: Mapping[int, int],
) -> Payments:
    """Work out promises and payments made.

    ``alone`` tells that nothing else was found in the answer, so that a bare day is
    an answer by itself; ``barred`` gives the sentences that hang on somebody
    else's payment or on a repair, and the place from which they do.
    """
    today = received.date()
    gone = {said.clause.sentence for said in clauses if said.event is Event.PAID}
    gone -= {said.clause.sentence for said in clauses if said.event is Event.COMMIT}
    clauses = [
        said if said.clause.sentence in gone else _turned(said, today)
        for said in clauses
    ]
    clauses = [_looking_ahead(said, clauses, today) for said in clauses]
    open_clauses = [
        said
        for said in clauses
        if said.clause.end <= barred.get(said.clause.sentence, said.clause.end)
    ]
    named = len(named_invoices(folded, invoices))
    slots = _slots(open_clauses, alone=alone)
    slots = _in_order([slot for slot in slots if slot.found.end >= today])
    slots = _one_or_several(_last_word(slots, clauses, folded), folded, named)
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
            and not _asks(said)
            and (hit := said.hit(Event.COMMIT)) is not None
            and not hit.frame.dated_only
        )
    asked = tuple(
        Span(*found.span) for said in clauses if _asks(said) for found in said.dates
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


_UNLESS = re.compile(
    r"^(?:et |and )?(?:si|s'il|if)\b|\blet me know|\bdites[- ](?:le )?moi"
)


def _loose(
    clauses: Sequence[Said], slots: Sequence[_Slot], today: date
) -> tuple[int, int]:
    """Count the days to come that no promise uses, and those beside a promise."""
    used = {slot.found.span for slot in slots}
    promising = {slot.said.clause.sentence for slot in slots}
    left = [
        said
        for said in clauses
        for found in said.dates
        if found.span not in used
        and found.end > today
        and found.role in {Role.DUE, Role.QUESTION}
        and said.event in {None, Event.COMMIT, Event.PAID}
        and not _UNLESS.search(said.clause.folded)
        and found.role not in _NO_PROMISE_ROLES
        and not _OF.search(found.text)
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
    slot: _Slot,
    slots: Sequence[_Slot],
    clauses: Sequence[Said],
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
        amount=_amount(slot, slots, clauses, invoices, folded),
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
        if hit.frame.name == "je-viens-de-payer" and not said.dates:
            days.append(today)
        if not said.dates:
            near = clauses[max(0, index - 1) : index + 2]
            same = [o for o in clauses if o.clause.sentence == said.clause.sentence]
            for other in dict.fromkeys((*same, *near)):
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
