"""English rules, second part: values of values, and prepositions."""

from relancebot.reading.dates.compose import (
    TODAY,
    after,
    as_value,
    before,
    half_of,
    nth_of,
    same_month,
)
from relancebot.reading.dates.composed import (
    Between,
    Choice,
    DayIn,
    PartOf,
    Toward,
    WeekOf,
)
from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES
from relancebot.reading.dates.windows import Direction, Part, Value

TAILS, COMPOSED, LENGTHS, RANGES, PLACED = (Level() for _ in range(5))
PERIOD = "[VPeriod VMonth VSeason UMonth UWeek UQuarter UYear Year Weekend]"
ANY = "[VDay VWeekday VDom VPeriod VMonth VSeason VFeast VDone]"
NAMED = "[VDay VWeekday VDom VPeriod VFeast VDone]"

# ------------------------------------------------------------------ tails

_HOUR = "(At|By|Before|Around)? (Number (Other|UHour)?|Clock|Noon)"


@TAILS.rule(
    "day",
    "VDay",
    "Close? day:VDay (DayPart|In The DayPart|(At|By|Before) (Number|Clock|Noon))",
    ("tomorrow morning", "2026-03-12", "2026-03-13"),
)
@TAILS.rule(
    "close_of_day",
    "VDay",
    "Close (On|Of)? day:VDay",
    ("close of business tomorrow", "2026-03-12", "2026-03-13"),
)
@TAILS.rule(
    "weekday",
    "VWeekday",
    "day:VWeekday (DayPart|In The DayPart|(At|By|Before) (Number|Clock|Noon))",
    ("Friday afternoon", "2026-03-12", "2026-03-13"),
)
@TAILS.rule(
    "close_of_weekday",
    "VWeekday",
    "Close (On|Of)? day:VWeekday",
    ("by close of business Friday", "2026-03-12", "2026-03-12/2026-03-13"),
)
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
    "period_end",
    "VPeriod",
    "inner:[UMonth UWeek UYear UQuarter VMonth] part:Part (?!Of)",
    ("by month end", "2026-03-12", "2026-03-12/2026-03-31"),
)
def _period_end(m: Matched) -> Value | None:
    if m["part"] is not Part.END:
        return None
    return PartOf(Part.END, as_value(m.token("inner")))


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
    ("the first week of April", "2026-03-12", "2026-03-30/2026-04-03"),
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
    "[In Within By]? length:VLength (From|After|Of) The? "
    "base:[VDay VWeekday VDom VFeast]",
    ("two weeks from Monday", "2026-03-12", "2026-03-30"),
)
def _length_from(m: Matched) -> Value:
    return after(m["length"], as_value(m.token("base")))


@LENGTHS.rule(
    "length_before",
    "VDone",
    "length:VLength Before The? base:[VDay VWeekday VFeast]",
    ("two days before Christmas", "2026-03-12", "2026-12-23"),
)
def _length_before(m: Matched) -> Value:
    return before(m["length"], as_value(m.token("base")))


@LENGTHS.rule(
    "within",
    "VDone",
    "Within (The Next)? length:VLength",
    ("within 10 days", "2026-03-12", "2026-03-12/2026-03-22"),
)
@LENGTHS.rule(
    "in_the_next",
    "VDone",
    "(In|Within|Before) The Next length:VLength",
    ("in the next 5 days", "2026-03-12", "2026-03-12/2026-03-17"),
)
def _within(m: Matched) -> Value:
    return after(m["length"], until=True)


@LENGTHS.rule(
    "in",
    "VDone",
    "(In|By) length:VLength",
    ("in a fortnight", "2026-03-12", "2026-03-26"),
)
@LENGTHS.rule(
    "from_now",
    "VDone",
    "length:VLength (From Now|Later)",
    ("two weeks from now", "2026-03-12", "2026-03-26"),
)
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
@RANGES.rule(
    "to",
    "VDone",
    "first:[VDay VWeekday] (To|Dash) last:[VDay VWeekday]",
    ("Monday to Wednesday", "2026-03-12", "2026-03-16/2026-03-18"),
)
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


@PLACED.rule(
    "after",
    "VDone",
    f"After The? x:{ANY}",
    ("after the 15th", "2026-03-12", "2026-03-15"),
)
def _after(m: Matched) -> Value:
    return Toward(Direction.AFTER, as_value(m.token("x")))


@PLACED.rule(
    "from", "VDone", f"From The? x:{ANY}", ("from 1 April", "2026-03-12", "2026-04-01")
)
def _from(m: Matched) -> Value:
    return Toward(Direction.FROM, as_value(m.token("x")))


@PLACED.rule(
    "on",
    "VDone",
    f"[On At In Since For]? The? x:{NAMED}",
    ("on Friday", "2026-03-12", "2026-03-13"),
)
@PLACED.rule(
    "in", "VDone", "[On In For Of Since] The? x:[VMonth VSeason]",
    ("in May", "2026-03-02", "2026-05-01/2026-05-31"),
)  # fmt: skip
def _on(m: Matched) -> Value | None:
    x = m.token("x")
    if x.kind == CODES["VFeast"] and len(m.words) == 1:
        return None
    return as_value(x)
