"""Feasts, holidays and working days that people name instead of a date."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from relancebot.domain.calendar import WorkCalendar
from relancebot.reading.dates.windows import At, Window, shift_days

Days = Callable[[int], tuple[date, date]]


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    leaps = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = leaps % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    ahead = moon - weekday
    month = 3 + (ahead + 40) // 44
    return date(year, month, ahead + 28 - 31 * (month // 4))


def _on(month: int, day: int) -> Days:
    return lambda year: (date(year, month, day),) * 2


def _from_easter(days: int) -> Days:
    return lambda year: (easter(year) + timedelta(days),) * 2


def _span(first: tuple[int, int], last: tuple[int, int]) -> Days:
    def days(year: int) -> tuple[date, date]:
        end = date(year + (last < first), *last)
        return date(year, *first), end

    return days


def _mothers_day(year: int) -> tuple[date, date]:
    """Give the last Sunday of May, or the first of June when that is Pentecost."""
    day = date(year, 5, 31)
    day -= timedelta((day.weekday() + 1) % 7)
    if day == easter(year) + timedelta(49):
        day += timedelta(7)
    return day, day


#: Every feast by the key that the lexicon gives it.
FEASTS: Mapping[str, Days] = {
    "new_year": _on(1, 1),
    "epiphany": _on(1, 6),
    "candlemas": _on(2, 2),
    "valentine": _on(2, 14),
    "mardi_gras": _from_easter(-47),
    "ash_wednesday": _from_easter(-46),
    "palm_sunday": _from_easter(-7),
    "good_friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter_monday": _from_easter(1),
    "labour": _on(5, 1),
    "victory": _on(5, 8),
    "ascension": _from_easter(39),
    "pentecost": _from_easter(49),
    "whit_monday": _from_easter(50),
    "mothers": _mothers_day,
    "saint_john": _on(6, 24),
    "bastille": _on(7, 14),
    "assumption": _on(8, 15),
    "rentree": _on(9, 1),
    "halloween": _on(10, 31),
    "all_saints": _on(11, 1),
    "armistice": _on(11, 11),
    "saint_nicholas": _on(12, 6),
    "christmas_eve": _on(12, 24),
    "christmas": _on(12, 25),
    "boxing": _on(12, 26),
    "new_years_eve": _on(12, 31),
    "year_end": _span((12, 24), (1, 1)),
}
_HOLIDAYS = ("labour", "victory", "ascension", "bastille", "assumption", "all_saints")
_MORE_HOLIDAYS = ("armistice", "christmas", "new_year", "easter_monday", "whit_monday")


def bridge(feast: Days) -> Days:
    """Give the days off around a feast: to the weekend on its nearer side."""

    def days(year: int) -> tuple[date, date]:
        day = feast(year)[0]
        weekday = day.weekday()
        if weekday <= 1:
            return day - timedelta(weekday + 2), day
        if weekday <= 4:
            return day, day + timedelta(6 - weekday)
        return day, day + timedelta(6 - weekday)

    return days


@dataclass(frozen=True, slots=True)
class NextBridge:
    """« le pont »: the days off around the next holiday on a Tuesday or a Thursday."""

    def nth(self, at: At, k: int) -> Window | None:
        """Give the first bridge that is not over on the day of receipt."""
        if k or not 1600 < at.day.year < 4000:
            return None
        spans = [
            bridge(FEASTS[name])(year)
            for year in (at.day.year, at.day.year + 1)
            for name in (*_HOLIDAYS, *_MORE_HOLIDAYS)
            if FEASTS[name](year)[0].weekday() in {1, 3}
        ]
        coming = min((span for span in spans if span[1] >= at.day), default=None)
        return Window(*coming) if coming else None


@cache
def working_days() -> WorkCalendar:
    """Give the working days of France; the holidays are loaded at the first use."""
    from holidays import country_holidays  # noqa: PLC0415  (kept out of the import)

    return WorkCalendar(country_holidays("FR"))


def add_worked(day: date, count: int) -> date:
    """Move working days on or back, in the years that have a calendar of holidays."""
    if not 1800 < day.year < 2300:
        return shift_days(day, count * 7 // 5)
    return working_days().add_worked(day, count)
