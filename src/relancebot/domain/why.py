"""Reasons as values: why something is done or left, told in French elsewhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relancebot.domain.events import Evidence


class WhyCode(StrEnum):
    """The closed list of reasons; ``french.py`` has one sentence for each."""

    # nothing leaves
    SETTLED = "settled"
    WRITTEN_OFF = "written_off"
    HANDED_OVER = "handed_over"
    INSOLVENT = "insolvent"
    UNDER_REVIEW = "under_review"
    DISPUTED = "disputed"
    HELD = "held"
    HELD_BY_RULE = "held_by_rule"
    CLAIMED_PAID = "claimed_paid"
    WAITS_FOR_PROMISE = "waits_for_promise"
    WAITS_FOR_PERSON = "waits_for_person"
    CAP_REACHED = "cap_reached"
    LADDER_ENDED = "ladder_ended"
    LETTER_UNKNOWN = "letter_unknown"
    LETTER_ON_ITS_WAY = "letter_on_its_way"
    NO_CONTACT = "no_contact"
    # something is done on its day
    NOT_DUE_YET = "not_due_yet"
    SCENARIO_STEP = "scenario_step"
    AFTER_SPACING = "after_spacing"
    AFTER_DEADLINE = "after_deadline"
    AFTER_ANSWER = "after_answer"
    RETRY = "retry"
    PROMISE_CONFIRMED = "promise_confirmed"
    PROMISE_BROKEN = "promise_broken"
    # something keeps a letter of the day back
    PAUSED = "paused"
    OUTSIDE_WINDOW = "outside_window"
    NOT_WORKED = "not_worked"
    INBOX_STALE = "inbox_stale"
    DAY_CAP = "day_cap"
    WEEK_CAP = "week_cap"
    ONE_LETTER_A_DAY = "one_letter_a_day"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason with what it rests on; unused fields stay empty."""

    code: WhyCode
    on: date | None = None
    until: date | None = None
    detail: str = ""
    rank: int = 0
    days: int = 0
    evidence: Evidence | None = None
