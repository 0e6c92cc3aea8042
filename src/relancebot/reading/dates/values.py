"""What a word means before the day of receipt is known: "lundi", "avril", "S14".

Each value is small and typed, and knows its *candidates*, the windows that it could
name: every Monday, every April. Which one is meant is decided last, when the day of
receipt and the tense of the clause are known (``windows.resolve``). Calendar facts
stand here, what a promise makes of them stands in ``policy``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from relancebot.reading.dates.windows import (
    WINTER,
    At,
    Grain,
    Window,
    month_window,
    period_of,
    safe_date,
    season_window,
    shift_days,
    shift_months,
    week_window,
)


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
    """« lundi »: the Mondays, never the day of receipt itself."""

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
    """« le 15 »: that day of any month that has one."""

    day: int

    def nth(self, at: At, k: int) -> Window | None:
        """Give that day k months on."""
        first = shift_months(at.day.replace(day=1), k)
        day = safe_date(first.year, first.month, self.day)
        return Window(day, day) if day else None


@dataclass(frozen=True, slots=True)
class WeekdayDay:
    """« vendredi 20 »: the day that is both; where they never agree, the number."""

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
    """« 15 avril »: that day of any year that has one."""

    day: int
    month: int

    def nth(self, at: At, k: int) -> Window | None:
        """Give that day k years on."""
        day = safe_date(at.day.year + k, self.month, self.day)
        return Window(day, day) if day else None


@dataclass(frozen=True, slots=True)
class MonthName:
    """« avril »: that month of any year."""

    month: int

    def nth(self, at: At, k: int) -> Window | None:
        """Give that month k years on."""
        year = at.day.year + k
        return month_window(year, self.month) if MINYEAR < year < MAXYEAR else None


@dataclass(frozen=True, slots=True)
class SeasonName:
    """« l'été »: that season of any year."""

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
    """« S14 »: that ISO week of any year that has one."""

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
    """« Noël »: a feast of any year, by the function that computes its day."""

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
class Previous:
    """« dès le lendemain »: the date that was named just before."""

    def nth(self, at: At, k: int) -> Window | None:
        """Give the previous date, or the day of receipt."""
        day = at.previous or at.day
        return Window(day, day) if k == 0 else None


@dataclass(frozen=True, slots=True)
class Ensuing:
    """« la semaine d'après »: the period after the one that was named before."""

    grain: Grain

    def nth(self, at: At, k: int) -> Window | None:
        """Give the period after that of the previous date, or of receipt."""
        return period_of(at.previous or at.day, self.grain, 1) if k == 0 else None


@dataclass(frozen=True, slots=True)
class Upcoming:
    """« le week-end prochain »: the first that has not begun."""

    grain: Grain

    def nth(self, at: At, k: int) -> Window | None:
        """Give the k-th period that begins after the day of receipt."""
        begun = period_of(at.day, self.grain).start <= at.day
        return period_of(at.day, self.grain, k + begun)


@dataclass(frozen=True, slots=True)
class NthPeriod:
    """« le premier trimestre 2027 »: a quarter or a half of any year, or of one."""

    grain: Grain
    number: int
    year: int | None = None

    def nth(self, at: At, k: int) -> Window | None:
        """Give that part of the k-th year."""
        if self.year is not None and k:
            return None
        first = safe_date(self.year or at.day.year + k, 1, 1)
        return period_of(first, self.grain, self.number - 1) if first else None
