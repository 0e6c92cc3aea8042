"""What a clause says about a payment: announced, made, denied, or somebody else's.

Each frame is a small named pattern over one clause; together they tell the tense, the
person and the polarity of paying, which decides what the clause does with its date.
"""

from dataclasses import dataclass
from enum import Enum


class Event(Enum):
    """What a clause says about paying."""

    COMMIT = "commit"
    PAID = "paid"
    DENIED = "denied"
    RECALL = "recall"
    WISH = "wish"
    THIRD = "third"
    CALL = "call"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Frame:
    """Some words of a clause tell of a payment; examples are tests."""

    name: str
    event: Event
    pattern: str
    examples: tuple[str, ...]
    unless: str = ""
    dated_only: bool = False
