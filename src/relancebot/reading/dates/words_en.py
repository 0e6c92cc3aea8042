"""The English words of dates, by kind: plain letters, as folding leaves them."""

from collections.abc import Mapping
from typing import Any

from relancebot.reading.dates.windows import (
    AUTUMN,
    SPRING,
    SUMMER,
    WINTER,
    Grain,
    Part,
)

WORDS: Mapping[str, Mapping[str, Any]] = {
    "Weekday": {
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
        "saturday": 5, "sunday": 6, "tues": 1, "thurs": 3, "thur": 3,
    },
    "WeekdayAbbr": {
        "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
    },
    "Weekdays": {
        "mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4,
        "saturdays": 5, "sundays": 6,
    },
    "Month": {
        "january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7,
        "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
        "jan": 1, "feb": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
        "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    },
    "Mar": {"mar": 3},
    "May": {"may": 5},
    "Letters": {
        "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
        "hundred": 100,
    },
    "Un": {"a": 1, "an": 1, "one": 1},
    "Premier": {"first": 1},
    "Ordinal": {
        "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
        "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
        "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
        "thirtieth": 30,
    },
    "UDay": {"day": 1, "days": 1},
    "UWeek": {"week": 1, "weeks": 1, "wk": 1},
    "UMonth": {"month": 1, "months": 1},
    "UQuarter": {"quarter": 1, "quarters": 1},
    "UYear": {"year": 1, "years": 1},
    "UHour": {"hour": 1, "hours": 1, "hrs": 1, "h": 1},
    "UMinute": {"minute": 1, "minutes": 1},
    "Weekend": {"weekend": Grain.WEEKEND},
    "Fortnight": {"fortnight": 14},
    "Half": {"half": 1},
    "Worked": {"working": 1, "business": 1},
    "Calendar": {"calendar": 1},
    "Part": {
        "early": Part.START, "beginning": Part.START, "start": Part.START,
        "mid": Part.MIDDLE, "middle": Part.MIDDLE, "late": Part.END, "end": Part.END,
    },
    "Next": {"next": 1, "coming": 1, "following": 1, "upcoming": 1},
    "Last": {"last": -1, "past": -1, "previous": -1},
    "Ago": {"ago": 1},
    "Later": {"later": 1},
    "This": {"this": 1},
    "The": {"the": 1},
    "Of": {"of": 1},
    "On": {"on": 1},
    "At": {"at": 1},
    "In": {"in": 1, "during": 1, "over": 1},
    "For": {"for": 1},
    "By": {"by": 1},
    "Within": {"within": 1},
    "From": {"from": 1, "starting": 1},
    "Until": {"until": 1, "till": 1, "til": 1},
    "Since": {"since": 1},
    "Between": {"between": 1},
    "To": {"to": 1, "through": 1},
    "And": {"and": 1},
    "Or": {"or": 1},
    "Before": {"before": 1},
    "After": {"after": 1},
    "Chaque": {"every": 1, "each": 1},
    "Several": {"few": 1, "several": 1},
    "Now": {"now": 1},
    "Close": {"close": 1, "cob": 1, "eob": 1, "eod": 1},
    "Today": {"today": 0, "tonight": 0},
    "Tomorrow": {"tomorrow": 1, "tmrw": 1, "tomorow": 1, "tmr": 1},
    "Yesterday": {"yesterday": -1},
    "DayPart": {"morning": 1, "afternoon": 1, "evening": 1, "night": 1, "noon": 1},
    "Noon": {"noon": 1, "midday": 1, "midnight": 1},
    "Season": {
        "spring": SPRING, "summer": SUMMER, "autumn": AUTUMN, "winter": WINTER,
    },
    "Feast": {
        "christmas": "christmas", "easter": "easter", "halloween": "halloween",
        "xmas": "christmas", "pentecost": "pentecost",
    },
}  # fmt: skip

PHRASES: Mapping[tuple[str, ...], tuple[str, Any]] = {
    ("the", "day", "after", "tomorrow"): ("Tomorrow", 2),
    ("day", "after", "tomorrow"): ("Tomorrow", 2),
    ("the", "day", "before", "yesterday"): ("Yesterday", -2),
    ("day", "before", "yesterday"): ("Yesterday", -2),
    ("last", "night"): ("Yesterday", -1),
    ("this", "morning"): ("Today", 0),
    ("this", "afternoon"): ("Today", 0),
    ("this", "evening"): ("Today", 0),
    ("close", "of", "business"): ("Close", 1),
    ("close", "of", "play"): ("Close", 1),
    ("end", "of", "business"): ("Close", 1),
    ("end", "of", "the", "day"): ("Close", 1),
    ("end", "of", "day"): ("Close", 1),
    ("new", "year"): ("Feast", "new_year"),
    ("new", "year", "s", "day"): ("Feast", "new_year"),
    ("new", "years", "day"): ("Feast", "new_year"),
    ("new", "year", "s", "eve"): ("Feast", "new_years_eve"),
    ("new", "years", "eve"): ("Feast", "new_years_eve"),
    ("christmas", "eve"): ("Feast", "christmas_eve"),
    ("christmas", "day"): ("Feast", "christmas"),
    ("boxing", "day"): ("Feast", "boxing"),
    ("good", "friday"): ("Feast", "good_friday"),
    ("easter", "monday"): ("Feast", "easter_monday"),
    ("week", "end"): ("Weekend", Grain.WEEKEND),
}

#: Words that resemble one word of dates and are another.
NOT_TYPOS = frozenset(
    {
        *("marche", "quartier", "quarters", "seconde", "sprint", "string", "there"),
        *("tours", "monkey", "money", "mouths", "marched", "augusta", "sundry"),
        *("nights", "notice", "springs", "winner", "dinner", "forth", "event"),
    }
)
EXACT = frozenset({"tues", "thurs", "tmrw", "second"})
