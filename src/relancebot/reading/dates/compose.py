"""What the productions of both languages share: from tokens to composed values."""

from datetime import date

from relancebot.reading.dates.feasts import add_worked
from relancebot.reading.dates.kinds import CODES, Token
from relancebot.reading.dates.values import (
    Cycle,
    Duration,
    Fixed,
    Grain,
    Part,
    PartOf,
    Shift,
    Value,
    WeekdayIn,
    WeekOf,
    Window,
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
