"""What the productions of both languages share: from tokens to composed values."""

from dataclasses import replace
from datetime import date

from relancebot.reading.dates.composed import (
    DayIn,
    Duration,
    PartOf,
    Shift,
    WeekdayIn,
    WeekOf,
)
from relancebot.reading.dates.feasts import add_worked
from relancebot.reading.dates.kinds import CODES, Token
from relancebot.reading.dates.values import (
    Cycle,
    DayNumber,
    Fixed,
    MonthDay,
    MonthName,
    WeekdayDay,
)
from relancebot.reading.dates.windows import (
    Grain,
    Part,
    Value,
    Window,
    safe_date,
)

TODAY = Cycle(Grain.DAY)
GRAINS = {
    CODES["UDay"]: Grain.DAY,
    CODES["UWeek"]: Grain.WEEK,
    CODES["UMonth"]: Grain.MONTH,
    CODES["UQuarter"]: Grain.QUARTER,
    CODES["UHalf"]: Grain.HALF,
    CODES["UYear"]: Grain.YEAR,
    CODES["Weekend"]: Grain.WEEKEND,
}
#: Kinds whose values are windows already.
_VALUES = frozenset(code for name, code in CODES.items() if name.startswith("V"))


def as_value(token: Token) -> Value:
    """Give a token's value; a bare unit is the present one ("fin de mois")."""
    if token.kind in GRAINS:
        return Cycle(GRAINS[token.kind], 0, floating=True)
    if token.kind == CODES["Year"]:
        year = int(token.value)
        return Fixed(Window(date(year, 1, 1), date(year, 12, 31), Grain.YEAR))
    value: Value = token.value
    return value


def nth_of(rank: int, token: Token, inner: Value) -> Value:
    """Give "le premier lundi", "le dernier jour", "la première semaine" of a period."""
    if token.kind == CODES["UWeek"]:
        return WeekOf(WeekdayIn(rank, 4, inner))
    if token.kind == CODES["Weekend"]:
        return WeekOf(WeekdayIn(rank, 5, inner), Grain.WEEKEND)
    if token.kind == CODES["UDay"]:
        return WeekdayIn(rank, None, inner)
    weekday = token.value.weekday if token.kind == CODES["VWeekday"] else token.value
    return WeekdayIn(rank, weekday, inner)


def half_of(rank: int, inner: Value) -> Value | None:
    """Give the first or the second half of a month or a year."""
    parts = {1: Part.FIRST_HALF, 2: Part.SECOND_HALF, -1: Part.SECOND_HALF}
    return PartOf(parts[rank], inner) if rank in parts else None


def after(length: Duration, base: Value = TODAY, *, until: bool = False) -> Value:
    """Count a length on from a value."""
    return Shift(length, base, add_worked, until=until)


def before(length: Duration, base: Value = TODAY) -> Value:
    """Count a length back from a value; from today it is gone."""
    return Shift(length.times(-1), base, add_worked, gone=base is TODAY)


def length_of(number: int, unit: str, *, half: bool = False) -> Duration | None:
    """Give a length of so many units, "et demi" where it is said."""
    if number > 4000:
        return None
    if unit == CODES["UMinute"]:
        return Duration(0)
    if unit == CODES["UHour"]:
        return Duration(-(-number // 24) if number >= 24 else 0, hours=number >= 24)
    if unit == CODES["UDay"]:
        return Duration(number, loose=1 if number in {8, 15} else 0)
    if unit == CODES["UWeek"]:
        return Duration(7 * number + (4 if half else 0))
    months = {"UMonth": 1, "UQuarter": 3, "UHalf": 6, "UYear": 12}
    each = next(count for name, count in months.items() if CODES[name] == unit)
    extra = each // 2 if half else 0
    days = 15 if half and each == 1 else 0
    return Duration(days=days, months=number * each + extra)


def month_of(value: Value) -> Value | None:
    """Give the month that a value names, for the day before it that names none."""
    match value:
        case MonthDay(month=month):
            return MonthName(month)
        case DayIn(inner=inner):
            return inner
        case Fixed(window=window) if window.start == window.end:
            return value
        case _:
            return None


def same_month(first: Value, last: Value) -> Value:
    """« du 3 au 21 août »: the 3rd is of August as well."""
    if not isinstance(first, DayNumber | WeekdayDay):
        return first
    match month_of(last):
        case MonthName(month=month):
            return (
                MonthDay(first.day, month)
                if safe_date(2024, month, first.day)
                else first
            )
        case Fixed(window=window):
            day = safe_date(window.start.year, window.start.month, first.day)
            return Fixed(replace(window, start=day, end=day)) if day else first
        case None:
            return first
        case inner:
            return DayIn(first.day, inner)
