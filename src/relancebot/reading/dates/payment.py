"""Which of the dates in a text is the payment's."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from relancebot.reading.dates.found import DateFound, Role
from relancebot.reading.dates.reader import find_dates
from relancebot.reading.dates.windows import Grain, shift_months
from relancebot.reading.folding import fold

#: Between two dates, these take the first one back.
CORRECTION = re.compile(
    r"\b(?:enfin|non|plutot(?! qu)|pardon|finalement|euh|disons|voire|sinon|au pire"
    r"|je veux dire|ou alors|a la rigueur|rectification|erratum|sorry|rather|actually"
    r"|i mean|at worst|or else|grand max|au plus tard)\b"
)
#: Said after a second date, these make it the one that holds.
AT_WORST = re.compile(r"\W{0,3}(?:au pire|au plus tard|plutot|grand max|finalement)\b")
#: "sous huitaine, soit le 19": the second says what the first means.
RESTATED = re.compile(r"\b(?:soit|donc|c'est-a-dire|autrement dit|a savoir)$")
EACH_MONTH = re.compile(
    r"\b(?:chaque mois|tous les mois|par mois|mensuel\w*|a month)\b"
)
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "dix": 10}
TIMES = re.compile(
    rf"\b(?:pendant|sur|en|durant|for) (\d{{1,2}}|{'|'.join(NUMBERS)}) "
    r"(?:mois|fois|mensualites|versements|echeances|months)\b"
)
LONGEST_PLAN = 36
_ENGLISH = re.compile(
    r"\b(?:the|you|will|pay|paid|payment|by|next|we|your|our|end of|weeks?|months?|is"
    r"|was|it|at|in an?|before|tomorrow|today|tonight|yesterday|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|within|days|ago|last|for|early|late"
    r"|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|christmas|scheduled)\b"
)
_FRENCH = re.compile(
    r"\b(?:le|la|les|de|du|des|vous|nous|je|en|et|un|une|pour|dans|au|ce|d|jours?|sous"
    r"|semaine|mois|fin|lundi|mardi|mercredi|jeudi|vendredi|demain|avant|regle\w*)\b"
)


def language_of(text: str) -> str:
    """Tell English from French by the small words of a short text."""
    folded = fold(text[:2000])
    english = len(_ENGLISH.findall(folded))
    return "en" if english > len(_FRENCH.findall(folded)) else "fr"


def payment_dates(
    text: str,
    received: date | datetime,
    *,
    language: str = "fr",
    issued: date | None = None,
) -> tuple[DateFound, ...]:
    """Find the days of the payments announced: several where they are instalments."""
    found = find_dates(text, received, language=language, issued=issued)
    return _payments(text, found)


def _payments(text: str, found: tuple[DateFound, ...]) -> tuple[DateFound, ...]:
    due = [one for one in found if one.role is Role.DUE]
    if any(one.sure for one in due):
        due = [one for one in due if one.sure]
    due = [one for one in due if not any(_is_within(other, one) for other in due)]
    kept: list[DateFound] = []
    folded = fold(text)
    for one in due:
        if kept and _corrects(folded, kept[-1].span[1], one):
            kept.pop()
        if one.end not in {other.end for other in kept}:
            kept.append(one)
    return _each_month(kept[0], folded) if len(kept) == 1 else tuple(kept)


def _each_month(one: DateFound, folded: str) -> tuple[DateFound, ...]:
    """Spread "le 5 de chaque mois pendant 3 mois" over its months."""
    times = TIMES.search(folded)
    if times is None or not EACH_MONTH.search(folded):
        return (one,)
    said = times[1]
    count = int(said) if said.isdigit() else NUMBERS[said]
    return tuple(
        replace(
            one,
            start=shift_months(one.start, month),
            end=shift_months(one.end, month),
            earliest=shift_months(one.earliest, month),
            latest=shift_months(one.latest, month),
        )
        for month in range(min(count, LONGEST_PLAN))
    )


def _is_within(day: DateFound, period: DateFound) -> bool:
    """Tell whether a day says better what a whole week or month says too."""
    wide = period.grain is not Grain.DAY and (period.end - period.start).days > 3
    inside = period.start <= day.start and day.end <= period.end
    return wide and inside and day.grain is Grain.DAY


def _corrects(folded: str, last: int, one: DateFound) -> bool:
    """Tell whether a date takes back the one that ends at ``last``."""
    start, end = one.span
    if CORRECTION.search(folded, last, start):
        return True
    joint = folded[last:start].strip(" ,;")
    if len(joint) < 30 and RESTATED.search(joint):
        return True
    near = start - last < 12 and joint in {"", "ou"}
    return near and bool(AT_WORST.match(folded, end) or "plus tard" in one.text)


def payment_date(
    text: str,
    received: date | datetime,
    *,
    language: str = "fr",
    issued: date | None = None,
) -> DateFound | None:
    """Find the date that would be the payment's; else any other that is named."""
    found = find_dates(text, received, language=language, issued=issued)
    kept = _payments(text, found)
    if kept:
        return kept[0]
    return found[0] if found else None


def answer(line: object) -> dict[str, Any]:
    """Answer one line of ``relancebot dates --jsonl``; bad input is answered too."""
    blank = {"start": None, "end": None, "role": "other", "rule": None}
    if not isinstance(line, dict):
        return {"id": None, **blank, "error": "un objet JSON est attendu"}
    key, text = line.get("id"), line.get("text")
    if not isinstance(text, str):
        return {"id": key, **blank, "error": "« text » manque ou n’est pas un texte"}
    try:
        ref = str(line["ref"])
        if line.get("ref_time"):
            ref = f"{ref[:10]}T{line['ref_time']}"
        received = datetime.fromisoformat(ref)
    except (KeyError, ValueError):
        error = "« ref » manque ou n’est pas une date (AAAA-MM-JJ)"
        return {"id": key, **blank, "error": error}
    one = payment_date(text, received, language=language_of(text))
    if one is None:
        return {"id": key, **blank}
    return {
        "id": key,
        "start": one.start.isoformat(),
        "end": one.end.isoformat(),
        "role": "due" if one.role is Role.DUE else "other",
        "rule": one.rule,
    }
