"""Which days of an answer carry a payment to come."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from relancebot.reading.amounts import repeated
from relancebot.reading.claims.payment import Event
from relancebot.reading.dates.found import DateFound, Role
from relancebot.reading.dates.windows import Grain
from relancebot.reading.morphology import announces
from relancebot.reading.said import Said
from relancebot.reading.turned import DATED, OVER, same_day_next_month

_CORRECTED = re.compile(
    r"\b(?:pardon|enfin|plutot|non|finalement|correction|me suis trompee?|rectif\w*|"
    r"au pire|voire|oups|je voulais dire|donc|au lieu|sorry|actually|rather|ou|"
    r"erreur)\b"
)
_INSTEAD = re.compile(
    r"\b(?:au lieu(?: d[ue])?|et non(?: pas)?(?: le)?|pas le|pas|non|pas meme|ni|"
    r"sans attendre|depuis|since|plutot que|instead of|not)\s*$"
)
_BUT_THEN = re.compile(
    r"^(?:mais|par contre|en revanche|sinon|donc|alors|plutot|disons|ce sera)\b|"
    r"\b(?:oui|c'est bon|par contre|en revanche|plutot)$"
)
_TAKEN_BACK = re.compile(
    r"(?:pardon|oups|non|enfin|erratum|correction|rectif\w*|je corrige|sorry|plutot|"
    r"erreur|petite erreur|je voulais dire)\b"
)
SHORT = 9
_DATE_ALONE = 4
#: "notre virement du 9": the day belongs to the noun, it is not promised.
OF = re.compile(r"^(?:du|de|des|depuis) |^d['’](?!ici)", re.IGNORECASE)
_VAGUE = re.compile(
    r"\bprochains? jours?|\bprochainement|\bau plus vite|\bbientot|\brapidement|"
    r"\bdes que possible|\bsous peu|\basap\b|\bdans les meilleurs delais"
)
_AFTERWARDS = re.compile(
    r"^(?:et |puis |and )?(?:apres|ensuite|puis|then|after)\b|"
    r"\b(?:ensuite|derriere|apres|afterwards?|then)$"
)
_PROPOSED = re.compile(
    r"\b(?:propos\w*|soumet\w*|accord|si vous|pourr\w+|serait|souhait\w*|demand\w*|"
    r"possible|accept\w*|envisag\w*|consent\w*|suggest|offer|could|would)\b"
)
_COUNTED = re.compile(
    r"\b(deux|trois|quatre|cinq|six|\d) (?:echeances|versements|virements|cheques|fois|"
    r"mensualites|paiements|instal+ments|payments|temps|dates)\b"
)
_COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
NUMBERED = re.compile(r"\b(?:la|votre|facture|n°|no) ?([\w/-]*\d[\w/-]*)")
SPLIT = re.compile(
    r"\b(?:reste|solde|moitie|complement|reliquat|surplus|restants?|autres?|second\w*|"
    r"deuxieme|puis|pareil|tiers|rest|other|balance|remaining)\b"
)
NO_PROMISE_ROLES = frozenset({Role.PAST, Role.INVOICE, Role.TERM, Role.RECALL})
_ELSEWHERE = frozenset({Role.CALL, Role.DELIVERY, Role.ABSENCE})
_MAIL_OF = re.compile(
    r"\b(?:mails?|courriels?|messages?|(?<!au )courriers?|rappels?|relances?|"
    r"factures?|notes?|"
    r"pieces?|lettres?|bon|commande|devis|reunion|appel) (?:\w+ ){0,2}$"
)
_THAT_OF = re.compile(
    r"\b(?:celle|celui|lot|train|campagne|(?<!% de )remise|run|passage) $"
)


_MOCKED = re.compile(
    r"comptez pas|comptez[- ]y|reve[sz]?\b|poules|pourboire|courir|au pere noel|"
    r"and pigs"
)
_LISTED = re.compile(r"^(?:et |puis |pareil|idem|ensuite |and )")


@dataclass(frozen=True, slots=True)
class Slot:
    """A date that carries a promise, and the clause that promises."""

    found: DateFound
    said: Said
    rule: str
    weak: bool = False


#: "rentre le 5 janvier et passera les paiements": the day is that of the first verb.
_ANOTHER_VERB = re.compile(
    r"\bavant (?:de |d')\w+[^,;]*$|"
    r"\b(?:reprend|rentre|revient|reviens|ferme|rouvre|absente?|reunion|conges?|"
    r"vacances|deplacement|attendue?s?)(?:s|nt)?(?: \w+){0,2} (?:jusqu'au |jusqu'a )?$|"
    r"\b(?:remise|prime|bilan|cloture|exercice|releve|avoir) (?:de |du |d')$"
)


def _free(said: Said, found: DateFound) -> bool:
    """The date may be that of a payment, as far as its own clause goes."""
    if found.role in NO_PROMISE_ROLES:
        return False
    before = said.clause.folded[: found.span[0] - said.clause.start]
    of_a_noun = bool(OF.search(found.text)) and not _THAT_OF.search(before)
    hit = said.hit(Event.COMMIT)
    if (
        of_a_noun
        and not DATED.search(said.clause.folded)
        and (hit is None or hit.frame.name == "bordereau" or _MAIL_OF.search(before))
    ):
        return False
    if said.event in {Event.DENIED, Event.WISH, Event.RECALL, Event.PAID}:
        return False
    if said.event is None and found.role in _ELSEWHERE:
        return False
    return not _INSTEAD.search(before) and not _ANOTHER_VERB.search(before)


def word_count(said: Said) -> int:
    """Count the words of a clause."""
    return len(said.clause.folded.split())


def asks(said: Said) -> bool:
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
                    and word_count(said) <= SHORT
                ):
                    return other
    return None


def find_slots(clauses: Sequence[Said], *, alone: bool, text: str = "") -> list[Slot]:
    """Find the days that carry a payment to come, clause by clause."""
    slots: list[Slot] = []
    proposed = any(_PROPOSED.search(said.clause.folded) for said in clauses)
    sells = any(_SELLS.search(said.clause.folded) for said in clauses)
    taken: set[int] = set()
    for index, said in enumerate(clauses):
        for found in said.dates:
            if not _free(said, found) or asks(said):
                continue
            if said.event is Event.COMMIT and _IF_YOU.search(said.sentence.folded):
                continue
            if said.event is Event.COMMIT:
                hit = said.hit(Event.COMMIT)
                slots.append(Slot(found, said, hit.frame.name if hit else "commit"))
                continue
            after_no = index and clauses[index - 1].event in {
                Event.DENIED,
                Event.RECALL,
            }
            if said.event is None and _goes_on(clauses, index):
                slots.append(Slot(found, said, "et-la-suite"))
                continue
            if said.event is None and slots and _numbered(clauses, index):
                slots.append(Slot(found, said, "et-la-suite"))
                continue
            if said.event is None and after_no and _BUT_THEN.search(said.clause.folded):
                slots.append(Slot(found, said, "mais-ce-jour-la"))
                continue
            if said.event is None and slots and _TAKEN_BACK.match(said.sentence.folded):
                slots.append(Slot(found, said, "correction"))
                continue
            host = _host(clauses, index)
            if host is not None and _comes_after_if(said, host):
                continue
            if host is not None and said.event in {None, Event.MEETING, Event.THIRD}:
                if id(host) in taken and said.event is not None:
                    continue
                taken.add(id(host))
                hit = host.hit(Event.COMMIT)
                slots.append(Slot(found, said, hit.frame.name if hit else "commit"))
    slots = _once(slots)
    listed = _listed(clauses)
    if listed and not proposed and len(slots) < len(listed):
        used = {slot.found.span for slot in listed}
        slots = [
            slot for slot in slots if slot.found.span not in used and slot.said.amounts
        ] + listed
        slots.sort(key=lambda slot: slot.found.span)
    if not slots:
        summed = {
            said.clause.sentence
            for said in clauses
            if said.amounts or _PART.search(said.clause.folded)
        }
        slots = [
            Slot(found, said, "somme-et-date")
            for said in clauses
            if said.event is None
            and (
                said.amounts
                or _LISTED.search(said.clause.folded)
                or word_count(said) <= _DATE_ALONE
            )
            and said.clause.sentence in summed
            and not said.sentence.asks
            and not proposed
            and not sells
            for found in said.dates
            if _free(said, found) and not _bare_month(found)
        ]
    if not slots and alone and text:
        slots = [
            Slot(found, said, "temps-du-verbe", weak=True)
            for said in clauses
            if said.event is None and not asks(said)
            for found in said.dates
            if is_day_due(said, found)
            and announces(text[said.clause.start : said.clause.end], said.clause.folded)
        ]
    spoken = any(said.event is Event.PAID for said in clauses)
    if not slots and alone and not (spoken or sells or _mocks(clauses)):
        slots = [
            Slot(found, said, "date-seule", weak=True)
            for said in clauses
            if said.event is None
            and not asks(said)
            and not OVER.search(said.clause.folded)
            for found in said.dates
            if _free(said, found)
            and _opens(said, found)
            and not _bare_month(found)
            and found.role not in {Role.MEETING, Role.QUESTION}
            and not (proposed and said.amounts)
            and not found.rule.startswith("on(this_period")
        ]
    return slots


#: An advertisement, not an answer.
_SELLS = re.compile(
    r"\b(?:reservez|profitez|beneficiez|decouvrez|inscrivez|promo\w*|offres? "
    r"speciales?|"
    r"se desinscrire|sans frais|offerte?s?|au lieu de \d|convie\w*|invite\w* a)\b"
)
_PART = re.compile(r"\b(?:le|du) (?:solde|reste|principal|reliquat)\b|\bmoitie\b")
_EVERY = re.compile(
    r"\b(?:every|each|chaque|tous les|toutes les|toujours|habituellement|d'habitude|"
    r"en general|generalement|regulierement|sur deux|usually|always)\b"
)


def _once(slots: list[Slot]) -> list[Slot]:
    """Leave out what happens every week where a day of its own is named too."""
    single = [slot for slot in slots if not _EVERY.search(slot.said.clause.folded)]
    return single or slots


def _listed(clauses: Sequence[Said]) -> list[Slot]:
    """Find a list of sums with a day each: "600 € le 25 janvier, 600 le 25 février"."""
    rows: dict[int, list[Slot]] = {}
    for said in clauses:
        if said.sentence.asks or said.event not in {None, Event.COMMIT}:
            continue
        free = [one for one in said.dates if _free(said, one) and not _bare_month(one)]
        parts = (
            bool(said.amounts)
            or SPLIT.search(said.clause.folded)
            or (said.clause.sentence in rows and _LISTED.search(said.clause.folded))
        )
        if len(free) == 1 and parts and word_count(said) <= SHORT:
            rows.setdefault(said.clause.sentence, []).append(
                Slot(free[0], said, "somme-et-date")
            )
    return max((row for row in rows.values() if len(row) > 1), key=len, default=[])


def _mocks(clauses: Sequence[Said]) -> bool:
    """Tell whether it is said in mockery: "Demain, oui. N'y comptez pas."."""
    return any(_MOCKED.search(said.clause.folded) for said in clauses)


def _bare_month(found: DateFound) -> bool:
    """Tell whether only a month is named: "la remise de septembre"."""
    return found.rule.startswith(("in(month", "on(month"))


def is_day_due(said: Said, found: DateFound) -> bool:
    """Tell whether a day may be that of a payment, whatever verb stands beside it."""
    return _free(said, found) and found.role is Role.DUE and not _bare_month(found)


def _goes_on(clauses: Sequence[Said], index: int) -> bool:
    """Tell whether a clause carries a split on: "… et le reste le 15"."""
    said = clauses[index]
    if not any(
        other.event is Event.COMMIT
        for other in clauses
        if other.clause.sentence == said.clause.sentence
    ):
        return False
    return bool(said.amounts or SPLIT.search(said.clause.folded)) or bool(
        NUMBERED.match(said.clause.folded)
    )


_NUMBER_ONLY = re.compile(r"(?:\d\) ?)?(?:la |facture |n° ?)*[\w/.-]*\d\d[\w/.-]*")


def _numbered(clauses: Sequence[Said], index: int) -> bool:
    """Tell whether a clause says when the invoice named before it is paid."""
    return (
        index > 0
        and clauses[index - 1].clause.sentence == clauses[index].clause.sentence
        and _NUMBER_ONLY.fullmatch(clauses[index - 1].clause.folded) is not None
    )


#: Offered, not promised: it waits for the other's yes.
_IF_YOU = re.compile(
    r"\bsi (?:vous|tu) (?:etes d'accord|es d'accord|en etes d'accord|accept\w+|voulez|"
    r"veux|le voulez|m'accord\w+|nous accord\w+|consent\w+|retir\w+|annul\w+|"
    r"baiss\w+|renonc\w+)|\bsi (?:ca|cela|c'est) (?:vous |te )?(?:va|convient|arrange|"
    r"ok|possible|bon)\b|\bif (?:you agree|that works|that's ok|you accept)\b"
)


def _comes_after_if(said: Said, host: Said) -> bool:
    """Tell whether a day stands behind a condition: it is the condition's own day."""
    return (
        said.event is None
        and host.conditional
        and host.clause.start < said.clause.start
        and bool(_PLANNED_FOR.search(said.clause.folded))
    )


_PLANNED_FOR = re.compile(
    r"^(?:prevue?s?|attendue?s?|planned|due|expected|scheduled)\b"
)


def elsewhere(said: Said, found: DateFound) -> bool:
    """Tell whether a day belongs to another verb: a return, a closing, a meeting."""
    before = said.clause.folded[: found.span[0] - said.clause.start]
    return _ANOTHER_VERB.search(before) is not None


def _opens(said: Said, found: DateFound) -> bool:
    """Tell whether a clause is little more than its date."""
    before = said.clause.folded[: found.span[0] - said.clause.start].split()
    least = _DATE_ALONE if NUMBERED.search(" ".join(before)) else 2
    return len(before) <= least and word_count(said) <= SHORT + 3


def last_word(slots: list[Slot], folded: str) -> list[Slot]:
    """Of dates that correct one another, the last one holds."""
    kept: list[Slot] = []
    for slot in slots:
        if kept:
            between = folded[kept[-1].found.span[1] : slot.found.span[0]]
            if _CORRECTED.search(between) and not SPLIT.search(between):
                kept.pop()
            elif slot.found.end == kept[-1].found.end and not (
                slot.said.amounts and kept[-1].said.amounts
            ):
                continue
        kept.append(slot)
    return kept


def in_order(slots: list[Slot]) -> list[Slot]:
    """Let the days of a list follow one another: "le 15, puis le 5" crosses a month."""
    ordered: list[Slot] = []
    for slot in slots:
        found = slot.found
        if (
            ordered
            and slot.said.amounts
            and found.end < ordered[-1].found.end
            and "day_of_month" in found.rule
        ):
            day = same_day_next_month(found.end)
            found = replace(found, start=day, end=day)
        ordered.append(replace(slot, found=found))
    return ordered


def one_or_several(slots: list[Slot], folded: str, named: int) -> list[Slot]:
    """Several days are several payments only where the answer splits the sum."""
    if len(slots) < 2:
        return slots
    amounts = sum(1 for slot in slots if slot.said.amounts)
    numbers = {match[1] for match in NUMBERED.finditer(folded)}
    named = max(named, len(numbers))
    counted = _COUNTED.search(folded)
    if counted and len(slots) in {_COUNTS.get(counted[1]), _digit(counted[1])}:
        return slots
    if amounts >= 1 or SPLIT.search(folded) or named >= 2 or repeated(folded):
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
