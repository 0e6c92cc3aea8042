"""What a plan is made of: letters due, tasks due, a case's plan, a client's day."""

from dataclasses import dataclass
from datetime import date, timedelta

from relancebot.domain.events import Evidence, ReviewKind
from relancebot.domain.invoice import Contact
from relancebot.domain.policy import Channel, Tone
from relancebot.domain.why import Why

ONE_DAY = timedelta(days=1)
TONES = tuple(Tone)  # from the softest to the firmest
STEP = "step:"


@dataclass(frozen=True, slots=True)
class LetterDue:
    """A mail that may leave without anybody's word."""

    occasion: str
    template: str
    tone: Tone
    deadline_days: int = 0
    reminder: bool = True
    answers: Evidence | None = None


@dataclass(frozen=True, slots=True)
class TaskDue:
    """Something that a person has to do, or to approve, before the case goes on."""

    occasion: str
    kind: ReviewKind
    template: str
    tone: Tone
    channel: Channel
    deadline_days: int = 0


@dataclass(frozen=True, slots=True)
class CasePlan:
    """What comes next for one invoice.

    With an ``action``, ``on`` is its day; without, ``on`` is the day when the case
    must be looked at again, or null when only news can change it.
    """

    case: str
    why: Why
    on: date | None = None
    action: LetterDue | TaskDue | None = None


@dataclass(frozen=True, slots=True)
class LetterItem:
    """One invoice in a letter, at its own occasion."""

    case: str
    due: LetterDue
    why: Why


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """One mail to one client: what is due is grouped, the softest tone speaks."""

    client: str
    to: Contact
    items: tuple[LetterItem, ...]
    template: str
    tone: Tone
    deadline_days: int
    reminder: bool

    @property
    def key(self) -> str:
        """What makes this letter itself: the same twice is the same letter."""
        return "+".join(f"{item.case}/{item.due.occasion}" for item in self.items)


@dataclass(frozen=True)
class DayPlan:
    """A client's day: the letters due, and each case's plan with its reason."""

    letters: tuple[LetterPlan, ...]
    cases: tuple[CasePlan, ...]

    @property
    def wake_on(self) -> date | None:
        """The next day on which the file must be looked at."""
        return min((c.on for c in self.cases if c.on), default=None)
