"""Working days: weekends and holidays, nothing of the clock."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked.

    ``holidays`` is any container of days (the ``holidays`` library's calendars are
    containers without end); weekends are never worked.
    """

    holidays: Container[date] = frozenset()

    def is_worked(self, day: date) -> bool:
        """Tell whether an office in France works on that day."""
        return day.weekday() < 5 and day not in self.holidays

    def next_worked(self, day: date) -> date:
        """Give the day itself when it is worked, else the next worked one."""
        while not self.is_worked(day):
            day += ONE_DAY
        return day

    def previous_worked(self, day: date) -> date:
        """Give the day itself when it is worked, else the one worked before it."""
        while not self.is_worked(day):
            day -= ONE_DAY
        return day

    def add_worked(self, day: date, count: int) -> date:
        """Move ``count`` worked days on (or back); 0 gives the next worked day."""
        if count == 0:
            return self.next_worked(day)
        step = ONE_DAY if count > 0 else -ONE_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_worked(day):
                day += step
        return day
