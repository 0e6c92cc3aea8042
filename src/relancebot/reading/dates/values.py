"""What a date expression means before the day of receipt is known.

Each value is small, typed and composable: "début" × "avril" is ``PartOf(START,
MonthName(4))``. A value knows its *candidates*, the windows that it could name
(every April, every Monday); which one is meant is decided last, when the day of
receipt and the tense of the clause are known. Calendar facts stand here, what a
promise makes of them stands in ``policy``.
"""

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
    promised: "Callable[[Window], Window]" = _as_named


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


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period that needs nothing to be known: one year's day, one year's month."""

    window: Window

    def nth(self, at: At, k: int) -> Window | None:  # noqa: ARG002  (one protocol)
        """Give the only candidate."""
        return self.window if k == 0 else None


@dataclass(frozen=True, slots=True)
class Cycle:
    """This, the next or the last week, month, quarter; ``floating`` may move on.

    "Cette semaine" said on a Friday evening is the one that comes: it floats.
    """

    grain: Grain
    offset: int = 0
    floating: bool = False

    def nth(self, at: At, k: int) -> Window | None:
        """Give the period, or one further on when it may float."""
        if k and not self.floating:
            return None
        found = period_of(at.day, self.grain, self.offset + k)
        return replace(found, gone=self.offset < 0)


@dataclass(frozen=True, slots=True)
class WeekdayName:
    """ "lundi": the Mondays, never the day of receipt itself."""

    weekday: int

    def nth(self, at: At, k: int) -> Window | None:
        """Give the k-th such day after the day of receipt, or before it."""
        if at.past:
            ahead = (self.weekday - at.day.weekday()) % 7 - 7
        else:
            ahead = (self.weekday - at.day.weekday() - 1) % 7 + 1
        day = shift_days(at.day, ahead + 7 * k)
        return Window(day, day)


@dataclass(frozen=True, slots=True)
class DayNumber:
    """ "le 15": that day of any month that has one."""

    day: int

    def nth(self, at: At, k: int) -> Window | None:
        """Give that day k months on."""
        first = shift_months(at.day.replace(day=1), k)
        day = safe_date(first.year, first.month, self.day)
        return Window(day, day) if day else None


@dataclass(frozen=True, slots=True)
class WeekdayDay:
    """ "vendredi 20": the day that is both; where they never agree, the number."""

    weekday: int
    day: int

    def nth(self, at: At, k: int) -> Window | None:
        """Give the day in the first of three months where the weekday agrees."""
        plain = DayNumber(self.day)
        ahead = range(0, -4, -1) if at.past else range(4)
        for skip in ahead:
            found = plain.nth(at, skip)
            reached = found and (
                found.start <= at.day if at.past else found.start >= at.day
            )
            if found and reached and found.start.weekday() == self.weekday:
                return found if k == 0 else plain.nth(at, skip + k)
        return plain.nth(at, k)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """ "15 avril": that day of any year that has one."""

    day: int
    month: int

    def nth(self, at: At, k: int) -> Window | None:
        """Give that day k years on."""
        day = safe_date(at.day.year + k, self.month, self.day)
        return Window(day, day) if day else None


@dataclass(frozen=True, slots=True)
class MonthName:
    """ "avril": that month of any year."""

    month: int

    def nth(self, at: At, k: int) -> Window | None:
        """Give that month k years on."""
        year = at.day.year + k
        return month_window(year, self.month) if MINYEAR < year < MAXYEAR else None


@dataclass(frozen=True, slots=True)
class SeasonName:
    """ "l'été": that season of any year."""

    season: int
    year: int | None = None

    def nth(self, at: At, k: int) -> Window | None:
        """Give that season k years on."""
        if self.year is not None:
            return season_window(self.year, self.season) if k == 0 else None
        back = 1 if self.season == WINTER and at.day.month < 4 else 0
        year = at.day.year + k - back
        return season_window(year, self.season) if MINYEAR < year < MAXYEAR else None


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """ "S14": that ISO week of any year that has one."""

    week: int
    year: int | None = None

    def nth(self, at: At, k: int) -> Window | None:
        """Give that week k years on."""
        if self.year is not None and k:
            return None
        year = self.year or at.day.isocalendar().year + k
        try:
            return week_window(date.fromisocalendar(year, self.week, 1))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class FeastDay:
    """ "Noël": a feast of any year, by the function that computes its day."""

    days: Callable[[int], tuple[date, date]]
    year: int | None = None

    def nth(self, at: At, k: int) -> Window | None:
        """Give that feast k years on."""
        if self.year is not None and k:
            return None
        year = self.year or at.day.year + k
        if not 1600 < year < 4000:
            return None
        start, end = self.days(year)
        return Window(start, end)


@dataclass(frozen=True, slots=True)
class PartOf:
    """ "début avril": a part of whatever period stands inside."""

    part: Part
    inner: Value

    def nth(self, at: At, k: int) -> Window | None:
        """Give the k-th period with its part marked."""
        found = self.inner.nth(at, k)
        return replace(found, part=self.part) if found else None


@dataclass(frozen=True, slots=True)
class DayIn:
    """ "le 5 du mois prochain": a day of the month that stands inside."""

    day: int
    inner: Value

    def nth(self, at: At, k: int) -> Window | None:
        """Give that day of the k-th month; the last one where it has none."""
        month = self.inner.nth(at, k)
        if month is None:
            return None
        last = monthrange(month.start.year, month.start.month)[1]
        day = month.start.replace(day=min(self.day, last))
        return replace(month, start=day, end=day, grain=Grain.DAY)


@dataclass(frozen=True, slots=True)
class WeekdayIn:
    """ "le premier lundi d'avril", "lundi de la semaine prochaine".

    ``rank`` counts from 1, or from the end when negative.
    """

    rank: int
    weekday: int | None
    inner: Value

    def nth(self, at: At, k: int) -> Window | None:
        """Give that day of the k-th period; a None weekday counts every day."""
        period = self.inner.nth(at, k)
        if period is None:
            return None
        step = 1 if self.weekday is None else 7
        if self.rank > 0:
            ahead = 0
            if self.weekday is not None:
                ahead = (self.weekday - period.start.weekday()) % 7
            day = shift_days(period.start, ahead + step * (self.rank - 1))
        else:
            back = 0
            if self.weekday is not None:
                back = (period.end.weekday() - self.weekday) % 7
            day = shift_days(period.end, -back + step * (self.rank + 1))
        if not period.start <= day <= period.end:
            return None
        return Window(day, day, gone=period.gone)


@dataclass(frozen=True, slots=True)
class WeekOf:
    """ "la semaine du 16": the week, or the weekend nearest, of a day."""

    inner: Value
    grain: Grain = Grain.WEEK

    def nth(self, at: At, k: int) -> Window | None:
        """Give the week of the k-th such day."""
        found = self.inner.nth(at, k)
        if found is None:
            return None
        early = self.grain is Grain.WEEKEND and found.start.weekday() < 2
        return period_of(found.start, self.grain, -1 if early else 0)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: months and days apart, hours as the days they fill."""

    days: int = 0
    months: int = 0
    worked: bool = False
    #: The honest alternatives: "8 jours" is a week in French, "15 jours" are two.
    loose: int = 0
    vague: bool = False

    def times(self, sign: int) -> "Duration":
        """Turn the length round, or keep it."""
        return replace(self, days=sign * self.days, months=sign * self.months)


@dataclass(frozen=True, slots=True)
class Shift:
    """ "dans 3 jours", "trois jours après Noël": a length counted from a value."""

    length: Duration
    base: Value
    add_worked: Callable[[date, int], date]
    gone: bool = False
    #: "sous 8 jours" names all the days until then.
    until: bool = False

    def nth(self, at: At, k: int) -> Window | None:
        """Count from the k-th candidate of the base."""
        base = self.base.nth(at, k)
        if base is None:
            return None
        anchor = base.end if self.length.days >= 0 else base.start
        day = shift_months(anchor, self.length.months)
        if self.length.worked:
            day = self.add_worked(day, max(-2000, min(2000, self.length.days)))
        else:
            day = shift_days(day, self.length.days)
        loose = shift_days(day, -self.length.loose) if self.length.loose else None
        if self.until:
            low, high = sorted((anchor, day))
            return Window(low, high, gone=self.gone, earliest=loose)
        return Window(day, day, gone=self.gone, earliest=loose)


@dataclass(frozen=True, slots=True)
class Previous:
    """ "dès le lendemain": the date that was named just before."""

    def nth(self, at: At, k: int) -> Window | None:
        """Give the previous date, or the day of receipt."""
        day = at.previous or at.day
        return Window(day, day) if k == 0 else None


@dataclass(frozen=True, slots=True)
class Ensuing:
    """ "la semaine d'après": the period after the one that was named before."""

    grain: Grain

    def nth(self, at: At, k: int) -> Window | None:
        """Give the period after that of the previous date, or of receipt."""
        return period_of(at.previous or at.day, self.grain, 1) if k == 0 else None


@dataclass(frozen=True, slots=True)
class WeekdayAfter:
    """ "le mardi qui suit Pâques": the first such day after a value."""

    weekday: int
    inner: Value

    def nth(self, at: At, k: int) -> Window | None:
        """Give the weekday that follows the k-th candidate."""
        found = self.inner.nth(at, k)
        if found is None:
            return None
        ahead = (self.weekday - found.end.weekday() - 1) % 7 + 1
        day = shift_days(found.end, ahead)
        return Window(day, day)


@dataclass(frozen=True, slots=True)
class Term:
    """ "45 jours fin de mois le 10": counted from the invoice, when it is known."""

    length: Duration
    day: int | None = None

    def nth(self, at: At, k: int) -> Window | None:
        """Give the day that the term falls on; None without an invoice's date."""
        if k or at.issued is None:
            return None
        reached = shift_months(at.issued, self.length.months)
        end = month_window(*shift_days(reached, self.length.days).timetuple()[:2]).end
        if self.day is not None:
            following = shift_days(end, 1)
            end = safe_date(following.year, following.month, self.day) or end
        return Window(end, end)


@dataclass(frozen=True, slots=True)
class Between:
    """ "entre le 10 et le 15", "du 3 au 21 août": from one value to another."""

    first: Value
    last: Value
    #: "entre Noël et le jour de l'an": the last one is not meant itself.
    exclusive: bool = False

    def nth(self, at: At, k: int) -> Window | None:
        """Give the window that ends with the k-th candidate of the last value."""
        last = self.last.nth(at, k)
        if last is None:
            return None
        last = at.promised(last)
        first = None
        for back in range(1, -14, -1):
            found = self.first.nth(at, k + back)
            if found and found.start <= last.end:
                first = at.promised(found)
                break
        start = min(first.start, last.end) if first else last.start
        end = shift_days(last.end, -1) if self.exclusive else last.end
        return Window(min(start, end), end, gone=last.gone)


@dataclass(frozen=True, slots=True)
class Choice:
    """ "lundi ou mardi": the last one is the promise, the first an honest reading."""

    first: Value
    last: Value

    def nth(self, at: At, k: int) -> Window | None:
        """Give the later of the two, remembering the earlier."""
        one, other = self.first.nth(at, k), self.last.nth(at, k)
        if one is None or other is None:
            return other or one
        one, other = at.promised(one), at.promised(other)
        if one.end > other.end:
            # "le 30 ou le 2": the 2nd is of the month after.
            ensuing = self.last.nth(at, k + 1)
            ensuing = at.promised(ensuing) if ensuing else None
            if ensuing and 0 < (ensuing.end - one.end).days <= 27:
                other = ensuing
            else:
                one, other = other, one
        return Window(one.start, other.end, earliest=one.end)


@dataclass(frozen=True, slots=True)
class Toward:
    """ "d'ici vendredi", "après le 15": a value and the side that is meant."""

    direction: Direction
    inner: Value

    def nth(self, at: At, k: int) -> Window | None:
        """Give the k-th candidate with its direction marked."""
        found = self.inner.nth(at, k)
        return replace(found, direction=self.direction) if found else None


@dataclass(frozen=True, slots=True)
class Gone:
    """ "vendredi dernier": the last candidate that is over."""

    inner: Value

    def nth(self, at: At, k: int) -> Window | None:
        """Give the last candidate before the day of receipt."""
        if k:
            return None
        behind = replace(at, past=True)
        for back in range(0, -14, -1):
            found = self.inner.nth(behind, back)
            if found and found.end < at.day:
                return replace(found, gone=True)
        return None


@dataclass(frozen=True, slots=True)
class Upcoming:
    """ "le week-end prochain": the first that has not begun."""

    grain: Grain

    def nth(self, at: At, k: int) -> Window | None:
        """Give the k-th period that begins after the day of receipt."""
        begun = period_of(at.day, self.grain).start <= at.day
        return period_of(at.day, self.grain, k + begun)


@dataclass(frozen=True, slots=True)
class NthPeriod:
    """ "le premier trimestre 2027": a quarter or a half of any year, or of one."""

    grain: Grain
    number: int
    year: int | None = None

    def nth(self, at: At, k: int) -> Window | None:
        """Give that part of the k-th year."""
        if self.year is not None and k:
            return None
        first = safe_date(self.year or at.day.year + k, 1, 1)
        return period_of(first, self.grain, self.number - 1) if first else None


@dataclass(frozen=True, slots=True)
class NextWorked:
    """ "après le pont": the first worked day after a value."""

    inner: Value
    add_worked: Callable[[date, int], date]

    def nth(self, at: At, k: int) -> Window | None:
        """Give the worked day that follows the k-th candidate."""
        found = self.inner.nth(at, k)
        if found is None:
            return None
        day = self.add_worked(found.end, 1)
        return Window(day, day)


def is_over(window: Window, at: At) -> bool:
    """Tell whether a promise for that window can no longer be kept.

    A working week is over on Friday evening.
    """
    if window.grain is Grain.WEEK and window.end == at.day:
        return at.evening and at.day.weekday() == 4
    if window.part is Part.START and window.latest is not None:
        return window.latest < at.day
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
    """ "début avril" said on the 7th can still be kept until the 10th."""
    if window.end >= day or window.latest is None:
        return window
    return replace(window, end=window.latest)
