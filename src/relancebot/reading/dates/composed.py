"""Values made of values: "début" × "avril" is ``PartOf(START, MonthName(4))``."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from relancebot.reading.dates.windows import (
    At,
    Direction,
    Grain,
    Part,
    Value,
    Window,
    month_window,
    period_of,
    safe_date,
    shift_days,
    shift_months,
)


@dataclass(frozen=True, slots=True)
class PartOf:
    """« début avril »: a part of whatever period stands inside."""

    part: Part
    inner: Value

    def nth(self, at: At, k: int) -> Window | None:
        """Give the k-th period with its part marked."""
        found = self.inner.nth(at, k)
        return replace(found, part=self.part) if found else None


@dataclass(frozen=True, slots=True)
class DayIn:
    """« le 5 du mois prochain »: a day of the month that stands inside."""

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
    """« le premier lundi d'avril », "lundi de la semaine prochaine".

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
    """« la semaine du 16 »: the week, or the weekend nearest, of a day."""

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
    #: Said in hours: "48 h" alone is a delay, "3 jours" alone is not.
    hours: bool = False

    def times(self, sign: int) -> "Duration":
        """Turn the length round, or keep it."""
        return replace(self, days=sign * self.days, months=sign * self.months)


@dataclass(frozen=True, slots=True)
class Shift:
    """« dans 3 jours », "trois jours après Noël": a length counted from a value."""

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
class WeekdayAfter:
    """« le mardi qui suit Pâques »: the first such day after a value."""

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
    """« 45 jours fin de mois le 10 »: counted from the invoice, when it is known."""

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
    """« entre le 10 et le 15 », "du 3 au 21 août": from one value to another."""

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
    """« lundi ou mardi »: the last one is the promise, the first an honest reading."""

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
    """« d'ici vendredi », "après le 15": a value and the side that is meant."""

    direction: Direction
    inner: Value

    def nth(self, at: At, k: int) -> Window | None:
        """Give the k-th candidate with its direction marked."""
        found = self.inner.nth(at, k)
        return replace(found, direction=self.direction) if found else None


@dataclass(frozen=True, slots=True)
class Gone:
    """« vendredi dernier »: the last candidate that is over."""

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
class NextWorked:
    """« après le pont »: the first worked day after a value."""

    inner: Value
    add_worked: Callable[[date, int], date]

    def nth(self, at: At, k: int) -> Window | None:
        """Give the worked day that follows the k-th candidate."""
        found = self.inner.nth(at, k)
        if found is None:
            return None
        day = self.add_worked(found.end, 1)
        return Window(day, day)
