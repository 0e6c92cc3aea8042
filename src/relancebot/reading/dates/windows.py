"""Days, weeks, months: the calendar that a date expression is counted in."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import Enum, StrEnum
from typing import Protocol

ONE_DAY = timedelta(days=1)
SPRING, SUMMER, AUTUMN, WINTER = range(4)
SEASON_STARTS = ((3, 20), (6, 21), (9, 22), (12, 21))


class Grain(StrEnum):
    """The size of what is named: a day, a week, a month."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"


class Part(StrEnum):
    """Which part of a period is named."""

    WHOLE = "whole"
    START = "start"
    MIDDLE = "middle"
    END = "end"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"


class Direction(Enum):
    """How a preposition places the payment beside the day that it names."""

    ON = "on"
    BY = "by"
    BEFORE = "before"
    FROM = "from"
    AFTER = "after"


Policy = Callable[["Window"], "Window"]


def _as_named(window: "Window") -> "Window":
    return window


@dataclass(frozen=True, slots=True)
class At:
    """The moment that an expression is counted from, and where the clause looks.

    ``promised`` is the policy, for values that join two windows.
    """

    day: date
    evening: bool = False
    past: bool = False
    issued: date | None = None
    previous: date | None = None
    promised: Policy = _as_named


@dataclass(frozen=True, slots=True)
class Window:
    """The days of one named period, both included."""

    start: date
    end: date
    grain: Grain = Grain.DAY
    part: Part = Part.WHOLE
    direction: Direction = Direction.ON
    #: The word itself says that it is over ("dernier", "hier", "il y a").
    gone: bool = False
    #: Days that a reasonable reader could hold instead, beside the policy's own.
    earliest: date | None = None
    latest: date | None = None


class Value(Protocol):
    """Anything that names days once the day of receipt is known."""

    def nth(self, at: At, k: int) -> Window | None:
        """Give the k-th candidate from the present one; None where none exists."""
        ...


def safe_date(year: int, month: int, day: int) -> date | None:
    """Build a day, or nothing where the calendar has none."""
    if not MINYEAR < year < MAXYEAR or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def shift_days(day: date, count: int) -> date:
    """Move a day, staying inside the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return date.max - timedelta(400) if count > 0 else date.min + timedelta(400)


def shift_months(day: date, count: int) -> date:
    """Move a day by months; the 31st becomes the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if not MINYEAR < year < MAXYEAR:
        return date(MAXYEAR - 2, 1, 1) if count > 0 else date(MINYEAR + 2, 1, 1)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_window(year: int, month: int) -> Window:
    """Give the days of one month."""
    last = monthrange(year, month)[1]
    return Window(date(year, month, 1), date(year, month, last), Grain.MONTH)


def week_window(day: date) -> Window:
    """Give the ISO week that holds a day, Monday to Sunday."""
    monday = shift_days(day, -day.weekday())
    return Window(monday, shift_days(monday, 6), Grain.WEEK)


def period_of(day: date, grain: Grain, offset: int = 0) -> Window:
    """Give the period of a grain that holds a day, moved by whole periods."""
    match grain:
        case Grain.DAY:
            moved = shift_days(day, offset)
            return Window(moved, moved)
        case Grain.WEEK:
            return week_window(shift_days(day, 7 * offset))
        case Grain.WEEKEND:
            monday = week_window(shift_days(day, 7 * offset)).start
            return Window(shift_days(monday, 5), shift_days(monday, 6), grain)
        case Grain.FORTNIGHT:
            return _half_month(day, offset)
        case Grain.MONTH:
            first = shift_months(day.replace(day=1), offset)
            return month_window(first.year, first.month)
        case Grain.QUARTER:
            return _months(day, offset, 3, grain)
        case Grain.HALF:
            return _months(day, offset, 6, grain)
        case Grain.SEASON:
            return _season(day, offset)
        case Grain.YEAR:
            return _months(day, offset, 12, grain)


def _months(day: date, offset: int, length: int, grain: Grain) -> Window:
    first = day.replace(month=(day.month - 1) // length * length + 1, day=1)
    start = shift_months(first, offset * length)
    return Window(start, shift_days(shift_months(start, length), -1), grain)


def _half_month(day: date, offset: int) -> Window:
    half = day.year * 24 + (day.month - 1) * 2 + (day.day > 15) + offset
    index, second = divmod(half, 2)
    month = month_window(max(index // 12, 2), index % 12 + 1)
    middle = month.start.replace(day=15)
    if second:
        return Window(shift_days(middle, 1), month.end, Grain.FORTNIGHT)
    return Window(month.start, middle, Grain.FORTNIGHT)


def season_window(year: int, season: int) -> Window:
    """Give a season by the calendar; winter begins in the year that it is named for."""
    start = date(year, *SEASON_STARTS[season])
    following = (season + 1) % 4
    end = date(year + (following == 0), *SEASON_STARTS[following])
    return Window(start, shift_days(end, -1), Grain.SEASON)


def _season(day: date, offset: int) -> Window:
    year = day.year
    held = next(
        (y, s)
        for y, s in ((year, 3), (year, 2), (year, 1), (year, 0), (year - 1, 3))
        if date(y, *SEASON_STARTS[s]) <= day
    )
    moved = held[0] * 4 + held[1] + offset
    return season_window(moved // 4, moved % 4)


def is_over(window: Window, at: At) -> bool:
    """Tell whether a promise for that window can no longer be kept.

    A working week is over on Friday evening.
    """
    if window.grain is Grain.WEEK and window.end == at.day:
        return at.evening and at.day.weekday() == 4
    if window.part is Part.START and window.grain is Grain.MONTH:
        return (window.latest or window.end) < at.day
    return window.end < at.day


def resolve(value: Value, at: At) -> Window | None:
    """Choose the candidate that is meant: the next to come, or the last gone by."""
    promised = at.promised
    if at.past:
        for k in range(0, -14, -1):
            window = value.nth(at, k)
            if window and promised(window).start <= at.day:
                return promised(window)
        fixed = value.nth(at, 0)
        return promised(fixed) if fixed else None
    kept: Window | None = None
    for k in range(14):
        window = value.nth(at, k)
        if window is None:
            continue
        found = promised(window)
        kept = kept or found
        if not is_over(found, at):
            return _still_open(found, at.day)
    return kept


def _still_open(window: Window, day: date) -> Window:
    """« début avril » said on the 7th can still be kept until the 10th."""
    if window.end >= day or window.grain is not Grain.MONTH:
        return window
    return replace(window, end=window.latest or window.end)
