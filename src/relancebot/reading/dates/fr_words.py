"""French rules, first level: numbers in letters, and words that need a neighbour."""

from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES
from relancebot.reading.dates.windows import Grain

WORDS = Level("Letters Sept Mar May WeekdayAbbr We")
_AND, _SEVEN = CODES["Et"], CODES["Sept"]


@WORDS.rule(
    "sept_month",
    "Month",
    "(?<=[Number Premier Part En]) Sept (?!UDay|UWeek)",
    ("7 sept", "2026-03-12", "2026-09-07"),
)
@WORDS.rule(
    "sept_month",
    "Month",
    "Sept (?=Year)",
    ("sept 2026", "2026-03-12", "2026-09-01/2026-09-30"),
)
def _september(m: Matched) -> int:  # noqa: ARG001  (the pattern has said all)
    return 9


@WORDS.rule(
    "mar_month",
    "Month",
    "(?<=[Number Premier]) Mar",
    ("12 mar", "2026-03-12", "2026-03-12"),
)
def _march(m: Matched) -> int:  # noqa: ARG001
    return 3


@WORDS.rule(
    "mar_weekday",
    "Weekday",
    "Mar (?=[Number Premier Short])",
    ("mar 17", "2026-03-12", "2026-03-17"),
)
def _tuesday(m: Matched) -> int:  # noqa: ARG001
    return 1


@WORDS.rule(
    "mai_month",
    "Month",
    "(?<=[Number Premier Part En De Du Courant Avant Depuis Jusque Et Au Des Pour Vers"
    " Ici Apres Entre Fin]) May",
    ("le 12 mai", "2026-03-12", "2026-05-12"),
)
@WORDS.rule(
    "mai_month",
    "Month",
    "May (?=[Year Next Last])",
    ("mai 2027", "2026-03-12", "2027-05-01/2027-05-31"),
)
def _may(m: Matched) -> int:  # noqa: ARG001
    return 5


@WORDS.rule(
    "we",
    "Weekend",
    "(?<=[Le This Du Au]) we:We",
    ("ce we", "2026-03-12", "2026-03-14/2026-03-15"),
)
def _we(m: Matched) -> Grain:
    return Grain(m["we"])


@WORDS.rule(
    "weekday_short",
    "Weekday",
    "day:WeekdayAbbr (?=[Number Premier Short])",
    ("ven 20", "2026-03-12", "2026-03-20"),
)
def _weekday_short(m: Matched) -> int | None:
    number = m.following.value
    fits = isinstance(number, str) or 1 <= number <= 31
    return int(m["day"]) if fits else None


@WORDS.rule(
    "number_and",
    "Number",
    "[Letters Sept]{1,6} Et [Un Letters]",
    ("le trente et un", "2026-03-12", "2026-03-31"),
)
@WORDS.rule(
    "number_one",
    "Number",
    "Letters{1,6} Un (?!UDay|UWeek|UMonth)",
    ("vingt un mars", "2026-03-12", "2026-03-21"),
)
@WORDS.rule(
    "number",
    "Number",
    "[Letters Sept]{1,6}",
    ("le quinze avril", "2026-03-12", "2026-04-15"),
)
def _number(m: Matched) -> int | None:
    total = run = 0
    joined = False
    for token in m.words:
        if token.kind == _AND:
            if run < 20 or run % 10:
                return None
            joined = True
            continue
        value = 7 if token.kind == _SEVEN else int(token.value)
        if value == 100:
            total, run = total + max(run, 1) * 100, 0
        elif value == 20 and run == 4:
            run = 80
        elif (
            run == 0
            or (run >= 20 and run % 10 == 0 and value < 20)
            or (run % 100 in {10, 70, 90} and value < 10)
        ):
            run += value
        else:
            return None
    return None if joined and run < 21 else total + run
