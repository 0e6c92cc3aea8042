"""English rules, first part: words to days, periods and lengths."""

from dataclasses import replace

from relancebot.reading.dates.absolute import explicit, figures, iso
from relancebot.reading.dates.compose import GRAINS, length_of
from relancebot.reading.dates.composed import Duration, Gone, Shift, WeekdayIn
from relancebot.reading.dates.feasts import FEASTS, add_worked
from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES
from relancebot.reading.dates.values import (
    Cycle,
    DayNumber,
    FeastDay,
    Fixed,
    MonthName,
    NthPeriod,
    SeasonName,
    Upcoming,
    WeekdayDay,
    WeekdayName,
    WeekNumber,
)
from relancebot.reading.dates.windows import Grain, Value, month_window

WORDS, DATES, ATOMS = Level(), Level(), Level()
UNIT = "[UDay UWeek UMonth UQuarter UYear UHour UMinute]"

# ------------------------------------------------------------------ words


@WORDS.rule(
    "ordinal_words",
    "Ordinal",
    "Letters Dash? [Ordinal Premier]",
    ("the twenty-first", "2026-03-12", "2026-03-21"),
)
def _ordinal(m: Matched) -> int | None:
    tens, ones = int(m.words[0].value), int(m.words[-1].value)
    return tens + ones if tens >= 20 and ones < 10 else None


@WORDS.rule(
    "number_words",
    "Number",
    "Letters Dash? Letters",
    ("twenty-two April", "2026-03-12", "2026-04-22"),
)
@WORDS.rule(
    "number", "Number", "Letters", ("the fifteen April", "2026-03-12", "2026-04-15")
)
def _number(m: Matched) -> int | None:
    values = [int(token.value) for token in m.words if token.kind == CODES["Letters"]]
    if len(values) == 2 and (values[0] < 20 or not 0 < values[1] < 10):
        return None
    return sum(values)


@WORDS.rule(
    "march",
    "Month",
    "Mar (?=[Number Ordinal Premier Year])",
    ("Mar 3", "2026-03-12", "2027-03-03"),
)
@WORDS.rule(
    "march",
    "Month",
    "(?<=[Number Ordinal Premier Of]) Mar",
    ("3 Mar", "2026-03-12", "2027-03-03"),
)
def _march(m: Matched) -> int:  # noqa: ARG001  (the pattern has said all)
    return 3


@WORDS.rule(
    "may",
    "Month",
    "May (?=[Number Ordinal Premier Year])",
    ("May 3", "2026-03-12", "2026-05-03"),
)
@WORDS.rule("may", "Month", "(?<=[Number Ordinal Premier Of In By Until Part Next])"
            " May", ("in May", "2026-03-12", "2026-05-01/2026-05-31"))  # fmt: skip
def _may(m: Matched) -> int:  # noqa: ARG001
    return 5


@WORDS.rule(
    "weekday_short",
    "Weekday",
    "d:WeekdayAbbr (?=[Number Ordinal Premier])",
    ("fri 20", "2026-03-12", "2026-03-20"),
)
@WORDS.rule(
    "weekday_short",
    "Weekday",
    "(?<=[On By Next This Until]) d:WeekdayAbbr",
    ("by fri", "2026-03-12", "2026-03-12/2026-03-13"),
)
def _weekday_short(m: Matched) -> int:
    return int(m["d"])


# ------------------------------------------------------------------ dates


@DATES.rule(
    "day_month",
    "VDay",
    "(w:Weekday Comma?)? On? The? n:[Number Ordinal Premier] Of? month:Month Comma? "
    "y:Year?",
    ("15 April", "2026-03-30", "2026-04-15"),
    ("Thursday, 26 March", "2026-03-17", "2026-03-26"),
    ("the 1st of June 2027", "2026-03-17", "2027-06-01"),
)
@DATES.rule(
    "month_day",
    "VDay",
    "(w:Weekday Comma?)? month:Month The? n:[Number Ordinal Premier] (Comma? y:Year)?",
    ("April 15th", "2026-03-30", "2026-04-15"),
    ("February 20, 2027", "2026-03-30", "2027-02-20"),
)
def _day_month(m: Matched) -> Value | None:
    return explicit(m["n"], m["month"], m.get("y"), "en")


@DATES.rule(
    "figures",
    "VDay",
    "(w:Weekday Comma?)? d:[Numeric Short]",
    ("15/04/2026", "2026-03-30", "2026-04-15"),
)
def _figures(m: Matched) -> Value | None:
    bare = m.token("d").kind == CODES["Short"] and len(m.words) == 1
    return None if bare and "/" not in m["d"] else figures(m["d"])


@DATES.rule("iso", "VDay", "d:Iso", ("2026-04-15", "2026-03-30", "2026-04-15"))
def _iso(m: Matched) -> Value | None:
    return iso(m["d"])


# ------------------------------------------------------------------ atoms


@ATOMS.rule(
    "weekday_day",
    "VDay",
    f"w:Weekday Comma? The? n:[Number Ordinal Premier] (?!{UNIT}|Mask|Clock)",
    ("Friday the 20th", "2026-03-16", "2026-03-20"),
)
def _weekday_day(m: Matched) -> Value | None:
    return WeekdayDay(m["w"], m["n"]) if 1 <= m["n"] <= 31 else None


@ATOMS.rule(
    "weekday_week",
    "VDay",
    "w:Weekday UWeek (?!Number)",
    ("Monday week", "2026-03-18", "2026-03-30"),
)
@ATOMS.rule(
    "week_on_weekday",
    "VDay",
    "n:[Un Number] UWeek On w:Weekday",
    ("a week on Friday", "2026-03-12", "2026-03-20"),
)
def _weekday_week(m: Matched) -> Value:
    weeks = min(m["n"], 52) if m.has("n") else 1
    return Shift(Duration(7 * weeks), WeekdayName(m["w"]), add_worked)


@ATOMS.rule(
    "weekday_of_week",
    "VDay",
    "w:Weekday Of? which:[Next Last This] UWeek",
    ("Monday next week", "2026-03-18", "2026-03-23"),
)
def _weekday_of_week(m: Matched) -> Value:
    offsets = {CODES["Next"]: 1, CODES["Last"]: -1, CODES["This"]: 0}
    return WeekdayIn(1, m["w"], Cycle(Grain.WEEK, offsets[m.token("which").kind]))


@ATOMS.rule(
    "next_weekday",
    "VDay",
    "[Next This] (Next)? w:Weekday",
    ("next Monday", "2026-03-12", "2026-03-16"),
    ("this Friday", "2026-03-12", "2026-03-13"),
)
def _next_weekday(m: Matched) -> Value:
    return WeekdayName(m["w"])


@ATOMS.rule(
    "last_weekday",
    "VDay",
    "Last w:Weekday (?!Of|In)",
    ("last Friday", "2026-03-18", "2026-03-13"),
)
def _last_weekday(m: Matched) -> Value:
    return Gone(WeekdayName(m["w"]))


@ATOMS.rule(
    "habit",
    "VHabit",
    "Chaque [Weekday Weekdays UWeek UMonth UDay]",
    ("every Monday", "2026-03-12", ""),
)
@ATOMS.rule("habit", "VHabit", "Weekdays", ("Fridays", "2026-03-12", ""))
def _habit(m: Matched) -> bool:  # noqa: ARG001
    return True


@ATOMS.rule(
    "relative_day",
    "VDay",
    "d:[Today Tomorrow Yesterday]",
    ("tomorrow", "2026-05-18", "2026-05-19"),
    ("the day after tomorrow", "2026-05-18", "2026-05-20"),
)
def _relative_day(m: Matched) -> Value:
    return Cycle(Grain.DAY, m["d"])


@ATOMS.rule(
    "next_period",
    "VPeriod",
    "Next u:[UWeek UMonth UQuarter UYear]",
    ("next week", "2026-04-02", "2026-04-06/2026-04-10"),
)
@ATOMS.rule(
    "last_period",
    "VPeriod",
    "which:Last u:[UWeek UMonth UQuarter UYear Weekend]",
    ("last month", "2026-03-12", "2026-02-01/2026-02-28"),
)
@ATOMS.rule(
    "this_period",
    "VPeriod",
    "which:This u:[UWeek UMonth UQuarter UYear Weekend]",
    ("this week", "2026-03-12", "2026-03-09/2026-03-13"),
)
def _period(m: Matched) -> Value:
    grain = GRAINS[m.token("u").kind]
    if not m.has("which"):
        return Cycle(grain, 1)
    if m.token("which").kind == CODES["Last"]:
        return Cycle(grain, -1)
    return Cycle(grain, 0, floating=True)


@ATOMS.rule(
    "next_weekend",
    "VPeriod",
    "Next Weekend",
    ("next weekend", "2026-03-12", "2026-03-14/2026-03-15"),
)
def _next_weekend(m: Matched) -> Value:  # noqa: ARG001
    return Upcoming(Grain.WEEKEND)


@ATOMS.rule(
    "week_number",
    "VPeriod",
    f"UWeek n:Number y:Year? (?!{UNIT})",
    ("week 38", "2026-09-04", "2026-09-14/2026-09-18"),
)
@ATOMS.rule(
    "week_code",
    "VPeriod",
    "n:WeekCode y:Year?",
    ("w38", "2026-03-12", "2026-09-14/2026-09-18"),
)
def _week_number(m: Matched) -> Value | None:
    return WeekNumber(m["n"], m.get("y")) if 1 <= m["n"] <= 53 else None


@ATOMS.rule(
    "month_year",
    "VPeriod",
    "month:Month Comma? Of? year:Year",
    ("March 2027", "2026-09-04", "2027-03-01/2027-03-31"),
)
def _month_year(m: Matched) -> Value:
    return Fixed(month_window(m["year"], m["month"]))


@ATOMS.rule(
    "which_month",
    "VPeriod",
    "which:[Next This Last] month:Month",
    ("next April", "2026-03-12", "2026-04-01/2026-04-30"),
)
def _which_month(m: Matched) -> Value:
    value = MonthName(m["month"])
    return Gone(value) if m.token("which").kind == CODES["Last"] else value


@ATOMS.rule(
    "month",
    "VMonth",
    "month:Month",
    ("end of March", "2026-03-12", "2026-03-21/2026-03-31"),
)
def _month(m: Matched) -> Value:
    return MonthName(m["month"])


@ATOMS.rule(
    "season_which",
    "VPeriod",
    "which:[This Next Last] s:Season",
    ("this summer", "2026-03-12", "2026-06-21/2026-09-21"),
)
def _season_which(m: Matched) -> Value:
    value = SeasonName(m["s"])
    return Gone(value) if m.token("which").kind == CODES["Last"] else value


@ATOMS.rule(
    "season",
    "VSeason",
    "s:Season (?!Of)",
    ("in the summer", "2026-03-12", "2026-06-21/2026-09-21"),
)
def _season(m: Matched) -> Value:
    return SeasonName(m["s"])


@ATOMS.rule(
    "feast", "VFeast", "f:Feast y:Year?", ("Christmas", "2026-09-04", "2026-12-25")
)
def _feast(m: Matched) -> Value:
    return FeastDay(FEASTS[m["f"]], m.get("y"))


@ATOMS.rule(
    "nth_quarter",
    "VPeriod",
    "n:[Premier Ordinal] UQuarter Of? y:Year?",
    ("the second quarter of 2027", "2026-03-12", "2027-04-01/2027-06-30"),
)
@ATOMS.rule(
    "quarter_code",
    "VPeriod",
    "n:QuarterCode y:Year?",
    ("Q2 2026", "2026-03-12", "2026-04-01/2026-06-30"),
)
def _nth_quarter(m: Matched) -> Value | None:
    return NthPeriod(Grain.QUARTER, m["n"], m.get("y")) if m["n"] <= 4 else None


@ATOMS.rule(
    "length",
    "VLength",
    f"n:[Number Un] w:[Worked Calendar]? u:{UNIT}",
    ("in 3 days", "2025-03-11", "2025-03-14"),
    ("within 5 working days", "2026-09-07", "2026-09-07/2026-09-14"),
)
@ATOMS.rule(
    "fortnight",
    "VLength",
    "n:Un u:Fortnight",
    ("within a fortnight", "2026-03-12", "2026-03-12/2026-03-26"),
)
def _length(m: Matched) -> Duration | None:
    if m.token("u").kind == CODES["Fortnight"]:
        return Duration(14, loose=0)
    length = length_of(m["n"], m.token("u").kind)
    if length is None:
        return None
    if m.has("w") and m.token("w").kind == CODES["Worked"]:
        return replace(length, worked=True, loose=0)
    return replace(length, loose=0)


@ATOMS.rule("weekday", "VWeekday", "w:Weekday", ("Friday", "2026-03-12", "2026-03-13"))
def _weekday(m: Matched) -> Value:
    return WeekdayName(m["w"])


@ATOMS.rule(
    "day_of_month",
    "VDom",
    "(?<=The) n:[Ordinal Premier] (?!UWeek|UDay|UMonth|UQuarter|UYear|Weekday|Half"
    "|Other)",
    ("the 15th", "2026-04-07", "2026-04-15"),
)
@ATOMS.rule(
    "day_of_month",
    "VDom",
    "(?<=The) n:Ordinal (?=Other|Stop|Comma|And|At)",
    ("the 15th at noon", "2026-03-12", "2026-03-15"),
)
@ATOMS.rule(
    "day_of_month",
    "VDom",
    "(?<=[On By Until]) n:Ordinal",
    ("on 15th", "2026-03-12", "2026-03-15"),
)
def _day_of_month(m: Matched) -> Value | None:
    written = m.words[0].end - m.words[0].start
    if not 1 <= m["n"] <= 31 or (m.has("n") and written > 4 and m["n"] < 4):
        return None
    return DayNumber(m["n"])


@ATOMS.rule(
    "first_of_month",
    "VDom",
    "n:Premier (?=Of The? [UMonth VPeriod])",
    ("the first of the month", "2026-03-12", "2026-04-01"),
)
def _first_of_month(m: Matched) -> Value:
    return DayNumber(m["n"])
