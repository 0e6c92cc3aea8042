"""The kinds of words and of values that the rules' patterns speak of.

A text becomes one character a token, its kind; a pattern over kinds is then a plain
regular expression, read by the C engine in linear time.
"""

from dataclasses import dataclass
from typing import Any

_NAMES = (
    # what says nothing of dates
    *("Other", "Stop", "Comma", "Dash", "Slash", "Mask"),
    # words of the lexicon
    *("Weekday", "WeekdayAbbr", "Weekdays", "Month", "Mar", "Sept", "May"),
    *("Number", "Letters", "Un", "Ordinal", "Premier", "Year", "Numeric", "Short"),
    *("Iso", "Clock", "WeekCode", "QuarterCode", "PlusDays", "UDay", "UWeek"),
    *("UMonth", "UQuarter", "UHalf", "UYear", "UHour", "UMinute", "Weekend", "We"),
    *("Fortnight", "Eight", "Dozen", "Half", "Moiety", "Worked", "Calendar"),
    *("Several", "Part", "Courant", "Next", "Prochains", "Last", "Lasts", "This"),
    *("Coming", "Following", "Ago", "Later", "Le", "La", "Les", "De", "Du", "A"),
    *("Au", "En", "Dans", "Sous", "Pour", "Vers", "Avant", "Apres", "Des"),
    *("Depuis", "Jusque", "Ici", "Entre", "Et", "Ou", "Il", "Y", "Fait", "Que"),
    *("Partir", "Plus", "Tard", "Lendemain", "Surlendemain", "Veille", "Today"),
    *("Tomorrow", "Yesterday", "Moment", "DayPart", "Noon", "Instant", "Season"),
    *("Feast", "Bridge", "Chaque", "Tout", "Petite", "Wish", "Delai", "Count"),
    *("Pas", "Fin", "Now", "The", "Of", "On", "At", "In", "For", "By", "Within"),
    *("From", "Until", "Since", "Between", "To", "And", "Or", "Before", "After"),
    *("Close",),
    # values that rules make
    *("VDay", "VDom", "VWeekday", "VMonth", "VPeriod", "VSeason", "VFeast"),
    *("VLength", "VDone", "VHabit", "VTerm"),
)
#: The private characters that stand for the kinds.
CODES = {name: chr(0xE000 + place) for place, name in enumerate(_NAMES)}


@dataclass(slots=True)
class Token:
    """A word, or a run of words that a rule has made one value of."""

    kind: str
    value: Any
    start: int
    end: int
    rule: str = ""


def code(name: str) -> str:
    """Give the character of a kind; an unknown name is a mistake in a rule."""
    return CODES[name]
