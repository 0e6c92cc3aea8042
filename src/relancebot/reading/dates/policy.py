"""What a promise makes of a named period: the last day by which it should be kept.

"La semaine prochaine" names seven days, the promise is for the Friday. The calendar
value and this table are apart: a changed convention is one changed line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from relancebot.reading.dates.windows import (
    Direction,
    Grain,
    Part,
    Window,
    shift_days,
)

#: "à partir du 15" may honestly be held until five days later.
GRACE = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """Days of a period: 1 is its first day, -1 its last one.

    ``start`` and ``end`` bound the promise; ``earliest`` and ``latest`` are the days
    that a reasonable reader could hold instead of ``end``.
    """

    start: int
    end: int
    earliest: int | None = None
    latest: int | None = None


POLICY: Mapping[tuple[Grain, Part], Kept] = {
    (Grain.WEEK, Part.WHOLE): Kept(1, 5),
    (Grain.WEEK, Part.START): Kept(1, 1, latest=2),
    (Grain.WEEK, Part.MIDDLE): Kept(3, 3),
    (Grain.WEEK, Part.END): Kept(4, 5),
    (Grain.MONTH, Part.START): Kept(1, 5, earliest=1, latest=10),
    (Grain.MONTH, Part.MIDDLE): Kept(10, 15),
    (Grain.MONTH, Part.END): Kept(21, -1),
    (Grain.MONTH, Part.FIRST_HALF): Kept(1, 15),
    (Grain.MONTH, Part.SECOND_HALF): Kept(16, -1),
    (Grain.QUARTER, Part.START): Kept(1, 31, earliest=1),
    (Grain.QUARTER, Part.MIDDLE): Kept(32, 46, latest=60),
    (Grain.QUARTER, Part.END): Kept(-30, -1),
    (Grain.HALF, Part.START): Kept(1, 31, earliest=1),
    (Grain.HALF, Part.MIDDLE): Kept(60, 92),
    (Grain.HALF, Part.END): Kept(-31, -1),
    (Grain.SEASON, Part.START): Kept(1, 15, earliest=1),
    (Grain.SEASON, Part.MIDDLE): Kept(40, 55),
    (Grain.SEASON, Part.END): Kept(-15, -1),
    (Grain.YEAR, Part.START): Kept(1, 31, earliest=1),
    (Grain.YEAR, Part.MIDDLE): Kept(152, 181),
    (Grain.YEAR, Part.END): Kept(-31, -1),
    (Grain.YEAR, Part.FIRST_HALF): Kept(1, 181),
    (Grain.YEAR, Part.SECOND_HALF): Kept(182, -1),
}
WHOLE = Kept(1, -1)


def _day(window: Window, number: int) -> date:
    if number > 0:
        return min(shift_days(window.start, number - 1), window.end)
    return max(shift_days(window.end, number + 1), window.start)


def promised(window: Window) -> Window:
    """Turn the days that are named into the days that are promised."""
    kept = POLICY.get((window.grain, window.part), WHOLE)
    found = replace(
        window,
        start=_day(window, kept.start),
        end=_day(window, kept.end),
        earliest=_day(window, kept.earliest) if kept.earliest else window.earliest,
        latest=_day(window, kept.latest) if kept.latest else window.latest,
    )
    whole = window.part is Part.WHOLE and window.grain is not Grain.DAY
    match window.direction:
        case Direction.ON:
            return found
        case Direction.BY:
            if window.grain is Grain.SEASON and whole:
                return replace(found, end=window.start, latest=window.end)
            return found
        case Direction.BEFORE:
            if whole:
                eve = _eve(window)
                return replace(found, start=eve, end=eve)
            # "avant les fêtes" is before their first day.
            end = found.start if window.grain is Grain.DAY else found.end
            return replace(found, start=end, end=end, earliest=shift_days(end, -1))
        case Direction.FROM:
            return replace(
                found, end=found.start, latest=shift_days(found.start, GRACE)
            )
        case Direction.AFTER:
            if whole:
                following = shift_days(window.end, 1)
                return replace(
                    found,
                    start=following,
                    end=following,
                    latest=shift_days(following, GRACE),
                )
            return replace(found, start=found.end, latest=shift_days(found.end, GRACE))


def _eve(window: Window) -> date:
    """Give the last working weekday before a week, the last day before the rest."""
    back = -3 if window.grain is Grain.WEEK else -1
    return shift_days(window.start, back)
