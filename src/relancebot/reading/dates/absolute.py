"""Explicit dates: dateparser reads the words that our rules have cut out.

Its settings never change, so that one span always means the same; the year is ours:
it reads the day and the month of a leap year, and which year is meant is chosen
later, from the day of receipt and the tense of the clause.
"""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from relancebot.reading.dates.values import Fixed, MonthDay
from relancebot.reading.dates.windows import Value, Window, safe_date

#: A leap year, so that 29 February is a date.
_BASE = datetime(2024, 1, 1)  # noqa: DTZ001  (dateparser is given no zone)
_SETTINGS: dict[str, Any] = {
    "RELATIVE_BASE": _BASE,
    "PREFER_DATES_FROM": "current_period",
    "DATE_ORDER": "DMY",
    "REQUIRE_PARTS": ["day", "month"],
    "PARSERS": ["absolute-time"],
}
MONTHS = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
}
_FIGURES = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2,4}))?")


@lru_cache(maxsize=4096)
def day_and_month(span: str, language: str = "fr") -> tuple[int, int] | None:
    """Read the day and the month that an explicit date names."""
    # Imported here: it costs 0.15 s, and most texts write no date out.
    from dateparser import parse  # noqa: PLC0415  (see above)

    read = parse(span, languages=[language], settings=_SETTINGS)
    return (read.day, read.month) if read else None


def explicit(day: int, month: int, year: int | None, language: str) -> Value | None:
    """Give the value of a day, a month by its number, and perhaps a year."""
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    read = day_and_month(f"{day} {MONTHS[language][month - 1]}", language)
    if read is None:
        # "le 31 avril" is written for the last day of April.
        if day < 29:
            return None
        read = (30 if month != 2 else 29), month
    return _value(read, year)


def figures(text: str) -> Value | None:
    """Give the value of "15/04", "15.04.26" or "15-04-2026", day before month."""
    found = _FIGURES.fullmatch(text)
    if found is None:
        return None
    day, month = int(found[1]), int(found[2])
    if month > 12 >= day:
        day, month = month, day
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    read = day_and_month(f"{day:02}/{month:02}")
    if read is None:
        return None
    return _value(read, full_year(int(found[3])) if found[3] else None)


def iso(text: str) -> Value | None:
    """Give the value of "2026-04-15"."""
    day = safe_date(*(int(part) for part in re.split(r"\D", text)))
    return Fixed(Window(day, day)) if day else None


def full_year(year: int) -> int:
    """Give the century to a year of two digits."""
    return year + 2000 if year < 100 else year


def _value(read: tuple[int, int], year: int | None) -> Value | None:
    day, month = read
    if year is None:
        return MonthDay(day, month)
    named: date | None = safe_date(year, month, day) or safe_date(year, month, day - 1)
    return Fixed(Window(named, named)) if named else None
