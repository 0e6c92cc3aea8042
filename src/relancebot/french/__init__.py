"""What the program itself says: reasons, words, days and sums, in French.

Pure functions that cost nothing to import; each closed list of the trade (reasons,
events, standings, labels) has its sentence here, and only here.
"""

from relancebot.french.amounts import (
    date_of,
    day,
    day_without_year,
    euros,
    listed,
    many,
    ordinal,
    short_day,
)
from relancebot.french.events import say_event
from relancebot.french.standing import say_standing
from relancebot.french.typography import LONGEST_QUOTE, fine_spaces, one_line, quoted
from relancebot.french.why import say_why
from relancebot.french.words import (
    say_channel,
    say_debtor,
    say_decision,
    say_hold,
    say_label,
    say_letter,
    say_means,
    say_occasion,
    say_promise,
    say_reason,
    say_review,
    say_tone,
)

__all__ = [
    "LONGEST_QUOTE",
    "date_of",
    "day",
    "day_without_year",
    "euros",
    "fine_spaces",
    "listed",
    "many",
    "one_line",
    "ordinal",
    "quoted",
    "say_channel",
    "say_debtor",
    "say_decision",
    "say_event",
    "say_hold",
    "say_label",
    "say_letter",
    "say_means",
    "say_occasion",
    "say_promise",
    "say_reason",
    "say_review",
    "say_standing",
    "say_tone",
    "say_why",
    "short_day",
]
