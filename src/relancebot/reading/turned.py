"""Days said without a year or a tense: turned to the side that the clause looks to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from relancebot.reading.claims.payment import Event, Frame
from relancebot.reading.dates.found import DateFound, Role
from relancebot.reading.dates.windows import Grain
from relancebot.reading.said import Hit, Said

_NOW_STATE = re.compile(
    r"\bc chez|\b(?:c'est|c|est|sont) (?:\w+ )?(?:regle|paye|solde|fait|vire|envoye|"
    r"apure|verse|mandate|credite|acquitte|honore|"
    r"chez vous|bon|"
    r"boucle|plie|partie?)\w*"
)
DATED = re.compile(
    r"\b(?:datee?s? (?:de|du|pour)|execution|valeur|effet) (?:le |au |du |de )?"
    r"(?:demain|apres|\d|lundi|mardi|mercredi|jeudi|vendredi)"
)
_NOT_FIXED = ("on(weekday)", "on(day_of_month)", "on(day_month", "on(figures")


#: A day of last week is not taken for one of next year.
_NOT_FURTHER = 240
#: A day that opens its clause, after a word or two at most.
_FIRST_WORDS = 12
OVER = re.compile(r"derni|pass[ée]|\bil y a\b|hier|last|ago|écoul")
_NOW_FRAME = Frame("c-est-regle-ce-jour-la", Event.COMMIT, r"\b\B", (), dated_only=True)


#: A clause that tells of something over: "nous a ruinés cet hiver", "reçu ce jour".
_TOLD = re.compile(
    r"^(?:bien )?recue?s?\b|\b(?:ai|a|ont|avons|avez|avait|avaient) (?:\w+ )?"
    r"(?:ete |eu |fait |\w{3,}(?:ee?s?|ies?|us?|is|it)\b)"
)


def turned(said: Said, today: date) -> Said:
    """Turn days that were taken for past ones to the future, where nothing is past."""
    if not said.dates or said.event in {Event.PAID, Event.RECALL, Event.DENIED}:
        return said
    told = said.event is None and bool(_TOLD.search(said.clause.folded))
    return replace(
        said,
        dates=tuple(
            one if told and one.role is Role.PAST else _next(one, today)
            for one in said.dates
        ),
    )


def _next(found: DateFound, today: date) -> DateFound:
    if OVER.search(found.text.lower()):
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
        day = same_day_next_month(found.end)
    elif found.grain is not Grain.DAY and "last" not in found.rule:
        day = found.end + timedelta(days=365)
        if (day + timedelta(days=1)).month == day.month and (
            found.end + timedelta(days=1)
        ).month != found.end.month:
            day += timedelta(days=1)
    else:
        return found
    if day < today or (day - today).days > _NOT_FURTHER:
        return found
    return replace(found, start=day, end=day, role=Role.DUE)


def same_day_next_month(day: date) -> date:
    """Give the same day of the next month that has one."""
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    try:
        return first.replace(day=day.day)
    except ValueError:
        return (first + timedelta(days=32)).replace(day=day.day)


def looking_ahead(said: Said, clauses: Sequence[Said], today: date) -> Said:
    """Take "dans trois jours, c'est réglé" for what it is: a promise."""
    if said.event is not Event.PAID:
        return said
    dated = any(
        other.clause.sentence == said.clause.sentence
        and DATED.search(other.clause.folded)
        and any(one.end >= today for one in other.dates)
        for other in clauses
    )
    if not dated and not _NOW_STATE.search(said.clause.folded):
        return said
    near = [other for other in clauses if other.clause.sentence == said.clause.sentence]
    if re.search(r"\b(?:depuis|since)\b", said.clause.folded):
        return said
    for other in near:
        if any(
            (one.end > today and _fixed(one))
            or _then_done(one, other, said, today)
            or (
                (one.grain is not Grain.DAY or one.explicit)
                and (other is said or other.event is None)
                and _nearer_ahead(one, today)
            )
            for one in other.dates
        ) and (other is not said or said.conditional is False):
            hits = tuple(
                Hit(_NOW_FRAME, hit.span) if hit.frame.event is Event.PAID else hit
                for hit in said.hits
            )
            dates = tuple(_next(one, today) for one in said.dates)
            return replace(said, hits=hits, dates=dates)
    return said


def _nearer_ahead(found: DateFound, today: date) -> bool:
    """Tell whether a day without a year is nearer in the future than in the past."""
    ahead = _next(found, today).end
    if ahead <= today:
        return False
    behind = past_day(found, today)
    return behind is None or ahead - today < today - behind


_SINCE = re.compile(r"^(?:depuis|des|since)\b")


def _then_done(found: DateFound, where: Said, said: Said, today: date) -> bool:
    """Tell whether a day stands before what is then done: "lundi, c'est réglé"."""
    hit = said.hit(Event.PAID)
    return (
        hit is not None
        and found.span[1] <= hit.span.start
        and found.span[0] - where.clause.start <= _FIRST_WORDS
        and _NOW_STATE.search(said.clause.folded) is not None
        and not OVER.search(where.clause.folded)
        and not _SINCE.search(found.text.lower())
        and _next(found, today).end > today
    )


def _fixed(found: DateFound) -> bool:
    """Tell whether the words themselves name a day to come ("dans trois jours")."""
    return not found.rule.startswith(_NOT_FIXED)


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


def is_a_day(found: DateFound) -> bool:
    """Tell whether one day is named, not a week or a month."""
    return found.grain is Grain.DAY
