"""What a date reader gives: the date, its words, and what it is for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relancebot.reading.dates.windows import Direction, Grain


class Role(StrEnum):
    """What the clause does with its date."""

    DUE = "due"
    PAST = "past"
    INVOICE = "invoice"
    TERM = "term"
    RECALL = "recall"
    CALL = "call"
    MEETING = "meeting"
    DELIVERY = "delivery"
    ABSENCE = "absence"
    NEGATED = "negated"
    QUESTION = "question"
    THIRD_PARTY = "third_party"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DateFound:
    """One date expression, where it stands, and the days that it names.

    ``end`` is the promised day; ``earliest`` and ``latest`` bound the days that a
    reasonable reader could hold instead.
    """

    start: date
    end: date
    role: Role
    rule: str
    span: tuple[int, int]
    text: str
    earliest: date
    latest: date
    grain: Grain = Grain.DAY
    direction: Direction = Direction.ON
    #: The words or the tense say that the day is over.
    past: bool = False
    #: The words around say what the date is for; else it is only not excluded.
    sure: bool = False
    #: Day and month are both written.
    explicit: bool = False
