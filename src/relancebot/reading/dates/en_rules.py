"""English rules: the same values and the same levels, in the order of English words."""

from dataclasses import replace

from relancebot.reading.dates.absolute import explicit, figures, iso
from relancebot.reading.dates.compose import (
    GRAINS,
    TODAY,
    after,
    as_value,
    before,
    half_of,
    length_of,
    nth_of,
    same_month,
)
from relancebot.reading.dates.feasts import FEASTS, add_worked
from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES
from relancebot.reading.dates.values import (
    Between,
    Choice,
    Cycle,
    DayIn,
    DayNumber,
    Direction,
    Duration,
    FeastDay,
    Fixed,
    Gone,
    Grain,
    MonthName,
    NthPeriod,
    PartOf,
    SeasonName,
    Shift,
    Toward,
    Upcoming,
    Value,
    WeekdayDay,
    WeekdayIn,
    WeekdayName,
    WeekNumber,
    WeekOf,
    month_window,
)

WORDS, DATES, ATOMS, TAILS = Level(), Level(), Level(), Level()
COMPOSED, LENGTHS, RANGES, PLACED = Level(), Level(), Level(), Level()
LEVELS: tuple[Level, ...] = (
    *(WORDS, DATES, ATOMS, TAILS),
    *(COMPOSED, LENGTHS, RANGES, PLACED),
)
UNIT = "[UDay UWeek UMonth UQuarter UYear UHour UMinute]"
PERIOD = "[VPeriod VMonth VSeason UMonth UWeek UQuarter UYear Year Weekend]"
ANY = "[VDay VWeekday VDom VPeriod VMonth VSeason VFeast VDone]"
NAMED = "[VDay VWeekday VDom VPeriod VFeast VDone]"

# ------------------------------------------------------------------ words


@WORDS.rule("number_words", "Number", "Letters Dash? Letters")
@WORDS.rule("number", "Number", "Letters")
def _number(m: Matched) -> int | None:
    values = [token.value for token in m.words if token.kind == CODES["Letters"]]
    if len(values) == 2 and not (values[0] >= 20 > 10 > values[1] > 0):
        return None
    return sum(values)


@WORDS.rule("ordinal_words", "Ordinal", "Letters Dash? Ordinal")
def _ordinal(m: Matched) -> int | None:
    tens, ones = m.words[0].value, m.words[-1].value
    return tens + ones if tens >= 20 and ones < 10 else None


@WORDS.rule("march", "Month", "Mar (?=[Number Ordinal Premier Year])")
@WORDS.rule("march", "Month", "(?<=[Number Ordinal Premier Of]) Mar")
def _march(m: Matched) -> int:  # noqa: ARG001  (the pattern has said all)
    return 3


@WORDS.rule("may", "Month", "May (?=[Number Ordinal Premier Year])")
@WORDS.rule("may", "Month", "(?<=[Number Ordinal Premier Of In By Until Part Next This])"
            " May")  # fmt: skip
def _may(m: Matched) -> int:  # noqa: ARG001
    return 5


@WORDS.rule("weekday_short", "Weekday", "d:WeekdayAbbr (?=[Number Ordinal Premier])")
@WORDS.rule("weekday_short", "Weekday", "(?<=[On By Next This Until]) d:WeekdayAbbr")
def _weekday_short(m: Matched) -> int:
    return int(m["d"])


# ------------------------------------------------------------------ dates


@DATES.rule(
    "day_month",
    "VDay",
    "w:Weekday? Comma? On? The? n:[Number Ordinal Premier] Of? month:Month Comma? y:Year?",
    ("15 April", "2026-03-30", "2026-04-15"),
    ("Thursday, 26 March", "2026-03-17", "2026-03-26"),
    ("the 1st of June 2027", "2026-03-17", "2027-06-01"),
)
@DATES.rule(
    "month_day",
    "VDay",
    "w:Weekday? Comma? month:Month The? n:[Number Ordinal Premier] (Comma? y:Year)?",
    ("April 15th", "2026-03-30", "2026-04-15"),
    ("February 20, 2027", "2026-03-30", "2027-02-20"),
)
def _day_month(m: Matched) -> Value | None:
    return explicit(m["n"], m["month"], m.get("y"), "en")


@DATES.rule(
    "figures",
    "VDay",
    "w:Weekday? Comma? d:[Numeric Short]",
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
@ATOMS.rule("week_on_weekday", "VDay", "Un UWeek (On|From) w:Weekday")
def _weekday_week(m: Matched) -> Value:
    return Shift(Duration(7), WeekdayName(m["w"]), add_worked)


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


@ATOMS.rule("habit", "VHabit", "Chaque [Weekday Weekdays UWeek UMonth UDay]")
@ATOMS.rule("habit", "VHabit", "Weekdays")
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
    "last_period", "VPeriod", "which:Last u:[UWeek UMonth UQuarter UYear Weekend]"
)
@ATOMS.rule(
    "this_period", "VPeriod", "which:This u:[UWeek UMonth UQuarter UYear Weekend]"
)
def _period(m: Matched) -> Value:
    grain = GRAINS[m.token("u").kind]
    if not m.has("which"):
        return Cycle(grain, 1)
    if m.token("which").kind == CODES["Last"]:
        return Cycle(grain, -1)
    return Cycle(grain, 0, floating=True)


@ATOMS.rule("next_weekend", "VPeriod", "Next Weekend")
def _next_weekend(m: Matched) -> Value:  # noqa: ARG001
    return Upcoming(Grain.WEEKEND)


@ATOMS.rule(
    "week_number",
    "VPeriod",
    f"UWeek n:Number y:Year? (?!{UNIT})",
    ("week 38", "2026-09-04", "2026-09-14/2026-09-18"),
)
@ATOMS.rule("week_code", "VPeriod", "n:WeekCode y:Year?")
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


@ATOMS.rule("which_month", "VPeriod", "which:[Next This Last] month:Month")
def _which_month(m: Matched) -> Value:
    value = MonthName(m["month"])
    return Gone(value) if m.token("which").kind == CODES["Last"] else value


@ATOMS.rule("month", "VMonth", "month:Month")
def _month(m: Matched) -> Value:
    return MonthName(m["month"])


@ATOMS.rule("season", "VSeason", "s:Season (?!Of)")
def _season(m: Matched) -> Value:
    return SeasonName(m["s"])


@ATOMS.rule(
    "feast", "VFeast", "f:Feast y:Year?", ("Christmas", "2026-09-04", "2026-12-25")
)
def _feast(m: Matched) -> Value:
    return FeastDay(FEASTS[m["f"]], m.get("y"))


@ATOMS.rule("nth_quarter", "VPeriod", "n:[Premier Ordinal] UQuarter Of? y:Year?")
@ATOMS.rule("quarter_code", "VPeriod", "n:QuarterCode y:Year?")
def _nth_quarter(m: Matched) -> Value | None:
    return NthPeriod(Grain.QUARTER, m["n"], m.get("y")) if m["n"] <= 4 else None


@ATOMS.rule(
    "length",
    "VLength",
    f"n:[Number Un] w:[Worked Calendar]? u:{UNIT}",
    ("in 3 days", "2025-03-11", "2025-03-14"),
    ("within 5 working days", "2026-09-07", "2026-09-07/2026-09-14"),
)
@ATOMS.rule("fortnight", "VLength", "n:Un u:Fortnight")
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
    "(?<=The) n:[Ordinal Premier] (?!UWeek|UDay|UMonth|UQuarter|UYear|Weekday|Half|Other)",
    ("the 15th", "2026-04-07", "2026-04-15"),
)
@ATOMS.rule("day_of_month", "VDom", "(?<=The) n:Ordinal (?=Other|Stop|Comma|And|At)")
@ATOMS.rule("day_of_month", "VDom", "(?<=The) n:Premier (?=Stop|Comma|And|Of UMonth)")
@ATOMS.rule("day_of_month", "VDom", "(?<=[On By Until]) n:Ordinal")
def _day_of_month(m: Matched) -> Value | None:
    written = m.words[0].end - m.words[0].start
    if not 1 <= m["n"] <= 31 or (m.has("n") and written > 4 and m["n"] < 4):
        return None
    return DayNumber(m["n"])


# ------------------------------------------------------------------ tails

_HOUR = "(At|By|Before|Around)? (Number (Other|UHour)?|Clock|Noon)"


@TAILS.rule(
    "day",
    "VDay",
    "Close? day:VDay (DayPart|In The DayPart|(At|By|Before) (Number|Clock|Noon))",
)
@TAILS.rule("close_of_day", "VDay", "Close (On|Of)? day:VDay")
@TAILS.rule(
    "weekday",
    "VWeekday",
    "day:VWeekday (DayPart|In The DayPart|(At|By|Before) (Number|Clock|Noon))",
)
@TAILS.rule("close_of_weekday", "VWeekday", "Close (On|Of)? day:VWeekday")
def _with_hour(m: Matched) -> Value:
    value: Value = m["day"]
    return value


@TAILS.rule(
    "close_of_business",
    "VDay",
    "Close",
    ("by close of business", "2026-03-12", "2026-03-12"),
)
def _close(m: Matched) -> Value:  # noqa: ARG001
    return TODAY


# --------------------------------------------------------------- composed


@COMPOSED.rule(
    "part",
    "VPeriod",
    f"The? part:Part (Of|In)? (The)? inner:{PERIOD}",
    ("end of month", "2026-04-13", "2026-04-21/2026-04-30"),
    ("early next week", "2026-04-13", "2026-04-20"),
    ("mid-May", "2026-04-13", "2026-05-10/2026-05-15"),
    ("end of next week", "2026-05-20", "2026-05-28/2026-05-29"),
    ("the end of March", "2026-02-20", "2026-03-21/2026-03-31"),
)
def _part(m: Matched) -> Value:
    return PartOf(m["part"], as_value(m.token("inner")))


@COMPOSED.rule(
    "half",
    "VPeriod",
    f"The? rank:[Premier Ordinal] Half Of (The)? inner:{PERIOD}",
    ("the first half of January", "2026-12-22", "2027-01-01/2027-01-15"),
)
def _half(m: Matched) -> Value | None:
    return half_of(m["rank"], as_value(m.token("inner")))


@COMPOSED.rule(
    "nth_of_period",
    "VDay",
    f"The? rank:[Premier Ordinal Last] Worked? day:[VWeekday UDay] (Of|In) The?"
    f" inner:{PERIOD}",
    ("the first Monday of April", "2026-03-09", "2026-04-06"),
    ("the last day of the month", "2026-03-09", "2026-03-31"),
)
@COMPOSED.rule(
    "nth_week_of_period",
    "VPeriod",
    f"The? rank:[Premier Ordinal Last] day:UWeek (Of|In) The? inner:{PERIOD}",
)
def _nth(m: Matched) -> Value:
    return nth_of(m["rank"], m.token("day"), as_value(m.token("inner")))


@COMPOSED.rule(
    "day_in_month",
    "VDay",
    "day:VDom Of The? inner:[VPeriod VMonth UMonth Chaque] UMonth?",
    ("the 5th of next month", "2026-04-14", "2026-05-05"),
)
def _day_in_month(m: Matched) -> Value | None:
    if m.token("inner").kind == CODES["Chaque"]:
        value: Value = m["day"]
        return value
    return DayIn(m["day"].day, as_value(m.token("inner")))


@COMPOSED.rule(
    "week_of",
    "VPeriod",
    "UWeek (Of|From|Next Of) The? inner:[VDay VDom]",
    ("the week of the 20th", "2026-04-13", "2026-04-20/2026-04-24"),
)
def _week_of(m: Matched) -> Value:
    return WeekOf(as_value(m.token("inner")))


# ---------------------------------------------------------------- lengths


@LENGTHS.rule(
    "length_from",
    "VDone",
    "[In Within By]? length:VLength (From|After|Of) The? base:[VDay VWeekday VDom VFeast]",
    ("two weeks from Monday", "2026-03-12", "2026-03-30"),
)
def _length_from(m: Matched) -> Value:
    return after(m["length"], as_value(m.token("base")))


@LENGTHS.rule(
    "length_before", "VDone", "length:VLength Before The? base:[VDay VWeekday VFeast]"
)
def _length_before(m: Matched) -> Value:
    return before(m["length"], as_value(m.token("base")))


@LENGTHS.rule(
    "within",
    "VDone",
    "Within (The Next)? length:VLength",
    ("within 10 days", "2026-03-12", "2026-03-12/2026-03-22"),
)
@LENGTHS.rule("in_the_next", "VDone", "(In|Within|Before) The Next length:VLength")
def _within(m: Matched) -> Value:
    return after(m["length"], until=True)


@LENGTHS.rule(
    "in",
    "VDone",
    "(In|By) length:VLength",
    ("in a fortnight", "2026-03-12", "2026-03-26"),
)
@LENGTHS.rule("from_now", "VDone", "length:VLength (From Now|Later)")
def _in(m: Matched) -> Value:
    return after(m["length"])


@LENGTHS.rule(
    "ago",
    "VDone",
    "length:VLength Ago",
    ("3 days ago", "2026-08-12", "2026-08-09"),
)
def _ago(m: Matched) -> Value:
    return before(m["length"])


# ----------------------------------------------------------------- ranges


@RANGES.rule(
    "between",
    "VDone",
    f"(Between|From) The? first:{ANY} (And|To|Until|Dash) The? last:{ANY}",
    ("between the 10th and the 15th", "2026-07-01", "2026-07-10/2026-07-15"),
)
@RANGES.rule("to", "VDone", "first:[VDay VWeekday] (To|Dash) last:[VDay VWeekday]")
def _between(m: Matched) -> Value:
    last = as_value(m.token("last"))
    return Between(same_month(as_value(m.token("first")), last), last)


@RANGES.rule(
    "or",
    "VDone",
    "first:[VDay VWeekday VDom] Or The? last:[VDay VWeekday VDom]",
    ("Monday or Tuesday", "2025-06-27", "2025-06-30/2025-07-01"),
)
def _or(m: Matched) -> Value:
    return Choice(as_value(m.token("first")), as_value(m.token("last")))


# ----------------------------------------------------------------- placed


@PLACED.rule(
    "by",
    "VDone",
    f"(By|Until) The? x:{ANY}",
    ("by Friday", "2026-03-03", "2026-03-03/2026-03-06"),
    ("by the end of the month", "2026-12-03", "2026-12-03/2026-12-31"),
)
def _by(m: Matched) -> Value:
    return Toward(Direction.BY, as_value(m.token("x")))


@PLACED.rule(
    "before",
    "VDone",
    f"Before The? x:{ANY}",
    ("before the 20th", "2026-09-10", "2026-09-10/2026-09-20"),
)
def _before(m: Matched) -> Value:
    return Toward(Direction.BEFORE, as_value(m.token("x")))


@PLACED.rule("after", "VDone", f"After The? x:{ANY}")
def _after(m: Matched) -> Value:
    return Toward(Direction.AFTER, as_value(m.token("x")))


@PLACED.rule("from", "VDone", f"From The? x:{ANY}")
def _from(m: Matched) -> Value:
    return Toward(Direction.FROM, as_value(m.token("x")))


@PLACED.rule("on", "VDone", f"[On At In Since For]? The? x:{NAMED}")
@PLACED.rule(
    "in", "VDone", "[On In For Of Since] The? x:[VMonth VSeason]",
    ("in May", "2026-03-02", "2026-05-01/2026-05-31"),
)  # fmt: skip
def _on(m: Matched) -> Value | None:
    x = m.token("x")
    if x.kind == CODES["VFeast"] and len(m.words) == 1:
        return None
    return as_value(x)
