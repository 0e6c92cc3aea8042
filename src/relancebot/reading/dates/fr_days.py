"""French rules: days by their name, feasts, days of the month."""

from datetime import date

from relancebot.reading.dates.compose import TODAY
from relancebot.reading.dates.composed import DayIn, Duration, Gone, Shift
from relancebot.reading.dates.feasts import (
    FEASTS,
    Days,
    NextBridge,
    add_worked,
    bridge,
)
from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES
from relancebot.reading.dates.values import (
    Cycle,
    DayNumber,
    FeastDay,
    MonthDay,
    WeekdayDay,
    WeekdayName,
)
from relancebot.reading.dates.windows import Grain, Value, safe_date

DAYS = Level()
DET = "[Le La Les]?"
#: After these a number is not a day of the month.
NOT_A_DAY = (
    "(?!UDay|UWeek|UMonth|UQuarter|UHalf|UYear|UHour|UMinute|Mask|Clock|Number|Dozen"
    "|Lasts|Prochains|Several|Worked|Weekday|Fortnight|De La Other)"
)


@DAYS.rule(
    "weekday_day",
    "VDay",
    f"w:Weekday {DET} n:[Number Premier] {NOT_A_DAY}",
    ("vendredi 20", "2026-03-16", "2026-03-20"),
    ("lun. 22", "2025-09-16", "2025-09-22"),
)
def _weekday_day(m: Matched) -> Value | None:
    return WeekdayDay(m["w"], m["n"]) if 1 <= m["n"] <= 31 else None


@DAYS.rule(
    "weekday_in_eight",
    "VDay",
    "This? w:Weekday En [Eight Fortnight Number]",
    ("lundi en huit", "2026-03-18", "2026-03-30"),
    ("mardi en 8", "2026-03-17", "2026-03-31"),
    ("jeudi en quinze", "2026-10-13", "2026-10-29"),
)
def _weekday_in_eight(m: Matched) -> Value | None:
    days = _WEEKS.get(_length_word(m))
    return Shift(Duration(days), WeekdayName(m["w"]), add_worked) if days else None


#: "en huit" is one week on, "en quinze" two.
_WEEKS = {7: 7, 8: 7, 14: 14, 15: 14}


def _length_word(m: Matched) -> int:
    """Give the number that ends "lundi en huit"."""
    return int(m.words[-1].value)


@DAYS.rule(
    "day_in_eight",
    "VDay",
    "De? d:[Today Tomorrow] En [Eight Fortnight Number]",
    ("demain en huit", "2026-03-12", "2026-03-20"),
)
def _day_in_eight(m: Matched) -> Value | None:
    days = _WEEKS.get(_length_word(m))
    if days is None:
        return None
    return Shift(Duration(days), Cycle(Grain.DAY, m["d"]), add_worked)


@DAYS.rule(
    "next_weekday",
    "VDay",
    "w:Weekday (Next|Que Coming|Following (?!De))",
    ("vendredi prochain", "2026-11-03", "2026-11-06"),
    ("lundi pro", "2026-06-08", "2026-06-15"),
    ("lundi qui vient", "2026-06-08", "2026-06-15"),
)
@DAYS.rule(
    "this_weekday",
    "VDay",
    "This w:Weekday",
    ("ce vendredi", "2025-10-15", "2025-10-17"),
)
@DAYS.rule(
    "next_weekday",
    "VDay",
    "Prochains? w:Weekday (?=Coming)",
    ("ce prochain lundi qui vient", "2026-03-12", "2026-03-16"),
)
def _weekday_to_come(m: Matched) -> Value:
    return WeekdayName(m["w"])


@DAYS.rule(
    "last_weekday",
    "VDay",
    "w:Weekday Last (?!Delai)",
    ("vendredi dernier", "2026-03-18", "2026-03-13"),
    ("lundi dernier", "2026-03-16", "2026-03-09"),
)
def _last_weekday(m: Matched) -> Value:
    return Gone(WeekdayName(m["w"]))


@DAYS.rule(
    "habit",
    "VHabit",
    "Chaque [Les Le]? [Weekday Weekdays] (Et [Weekdays])?",
    ("tous les lundis", "2026-03-12", ""),
)
@DAYS.rule("habit", "VHabit", "Les? Weekdays", ("les lundis", "2026-03-12", ""))
@DAYS.rule(
    "habit", "VHabit", "(?<=Un) Weekday", ("un mardi sur deux", "2026-03-12", "")
)
@DAYS.rule(
    "habit",
    "VHabit",
    "Un Weekday (?=Other Number|Other)",
    ("un mardi par mois", "2026-03-12", ""),
)
def _habit(m: Matched) -> bool:  # noqa: ARG001  (named, and then left alone)
    return True


@DAYS.rule(
    "relative_day",
    "VDay",
    "d:[Today Tomorrow Yesterday]",
    ("demain", "2026-05-18", "2026-05-19"),
    ("après-demain", "2025-07-11", "2025-07-13"),
    ("avant-hier", "2025-07-11", "2025-07-09"),
    ("aujourd'hui", "2026-05-05", "2026-05-05"),
)
def _relative_day(m: Matched) -> Value:
    return Cycle(Grain.DAY, m["d"])


@DAYS.rule(
    "this_part_of_day",
    "VDay",
    "This (DayPart|Noon)",
    ("ce soir", "2025-02-20", "2025-02-20"),
    ("cet après-midi", "2025-02-20", "2025-02-20"),
)
def _today(m: Matched) -> Value:  # noqa: ARG001
    return TODAY


@DAYS.rule(
    "this_instant",
    "VDay",
    "A La Instant",
    ("à l'instant", "2026-03-12", "2026-03-12"),
)
def _this_instant(m: Matched) -> Value:  # noqa: ARG001  (the pattern has said all)
    return TODAY


@DAYS.rule(
    "current_day",
    "VDay",
    f"{DET} n:[Number Premier] c:[Courant Next] (?!De|La|Part)",
    ("le 28 courant", "2026-02-18", "2026-02-28"),
    ("le 5 prochain", "2026-02-18", "2026-03-05"),
)
def _current_day(m: Matched) -> Value | None:
    if not 1 <= m["n"] <= 31:
        return None
    if m.token("c").kind == CODES["Next"]:
        return DayNumber(m["n"])
    return DayIn(m["n"], Cycle(Grain.MONTH))


@DAYS.rule(
    "feast",
    "VFeast",
    "f:Feast y:[Year Next Last]?",
    ("avant Noël", "2026-12-03", "2026-12-03/2026-12-25"),
    ("à Pâques", "2026-03-03", "2026-04-05"),
    ("la Toussaint", "2026-12-03", "2027-11-01"),
)
def _feast(m: Matched) -> Value:
    if not m.has("y"):
        return FeastDay(FEASTS[m["f"]])
    token = m.token("y")
    if token.kind == CODES["Year"]:
        return FeastDay(FEASTS[m["f"]], token.value)
    value = FeastDay(FEASTS[m["f"]])
    return value if token.kind == CODES["Next"] else Gone(value)


@DAYS.rule(
    "bridge",
    "VFeast",
    f"Bridge De {DET} f:Feast",
    ("le pont de l'Ascension", "2026-05-05", "2026-05-14/2026-05-17"),
)
@DAYS.rule(
    "bridge_day",
    "VFeast",
    "Bridge (Du|De) Le? day:VDay",
    ("après le pont du 8 mai", "2026-03-12", "2026-05-11"),
)
@DAYS.rule(
    "next_bridge",
    "VFeast",
    "Bridge (?!De|Du)",
    ("après le pont", "2026-03-12", "2026-05-18"),
)
def _bridge(m: Matched) -> Value | None:
    if m.has("f"):
        return FeastDay(bridge(FEASTS[m["f"]]))
    if m.has("day"):
        day = m["day"]
        return FeastDay(bridge(_every_year(day))) if isinstance(day, MonthDay) else None
    return NextBridge()


def _every_year(day: MonthDay) -> Days:
    def days(year: int) -> tuple[date, date]:
        return (safe_date(year, day.month, day.day) or date(year, 3, 1),) * 2

    return days


@DAYS.rule("weekday", "VWeekday", "w:Weekday", ("lundi", "2026-03-12", "2026-03-16"))
def _weekday(m: Matched) -> Value:
    return WeekdayName(m["w"])


@DAYS.rule(
    "day_of_month",
    "VDom",
    f"(?<=[Le Au Du]) n:[Number Premier] {NOT_A_DAY}",
    ("le 15", "2026-04-07", "2026-04-15"),
    ("le 31", "2026-04-07", "2026-05-31"),
    ("au 30", "2025-07-24", "2025-07-30"),
    ("le trente et un", "2026-02-25", "2026-03-31"),
)
@DAYS.rule(
    "day_of_month",
    "VDom",
    "n:[Number Premier Ordinal] (?=(De|Du) [UMonth VPeriod])",
    ("le 5 du mois", "2026-03-12", "2026-04-05"),
)
@DAYS.rule(
    "day_of_month",
    "VDom",
    "(?<=Les) n:[Number Premier] (?=(Comma|Et|A) Number)",
    ("les 10 et 15", "2026-03-12", "2026-04-10"),
)
@DAYS.rule(
    "day_of_month",
    "VDom",
    f"(?<=Les Number Et) n:Number {NOT_A_DAY}",
    ("les 10, 15 et 20", "2026-03-12", "2026-04-10"),
)
@DAYS.rule(
    "day_of_month",
    "VDom",
    "(?<=Les Number Comma) n:Number (?=Et Number)",
    ("les 10, 15 et 20", "2026-03-12", "2026-04-10"),
)
@DAYS.rule(
    "day_of_month",
    "VDom",
    f"(?<=Les Number Comma Number Et) n:Number {NOT_A_DAY}",
    ("les 10, 15 et 20", "2026-03-12", "2026-04-10"),
)
def _day_of_month(m: Matched) -> Value | None:
    return DayNumber(m["n"]) if 1 <= m["n"] <= 31 else None
