"""The dates of a letter: which days its words name, and what they are for.

``find_dates`` finds every expression, ``payment_date`` the one that would be the
payment's, ``payment_dates`` all of an announced plan. Pure functions: the day of
receipt is an argument.
"""

from relancebot.reading.dates.found import DateFound, Role
from relancebot.reading.dates.payment import (
    answer,
    language_of,
    payment_date,
    payment_dates,
)
from relancebot.reading.dates.reader import find_dates
from relancebot.reading.dates.windows import Direction, Grain

__all__ = [
    "DateFound",
    "Direction",
    "Grain",
    "Role",
    "answer",
    "find_dates",
    "language_of",
    "payment_date",
    "payment_dates",
]
