"""French rules: weeks, months, seasons, and lengths of time."""

import re
from dataclasses import replace

from relancebot.reading.dates.compose import GRAINS, TODAY, length_of
from relancebot.reading.dates.composed import (
    Between,
    Duration,
    Gone,
    Shift,
    WeekOf,
)
from relancebot.reading.dates.feasts import FEASTS, add_worked
from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES
from relancebot.reading.dates.values import (
    Cycle,
    Ensuing,
    FeastDay,
    Fixed,
    MonthName,
    NthPeriod,
    SeasonName,
    Upcoming,
    WeekNumber,
)
from relancebot.reading.dates.windows import Grain, Value, month_window

PERIODS = Level(
    "UDay UWeek UMonth UQuarter UHalf UYear UHour UMinute Weekend Month Season WeekCode"
    " QuarterCode PlusDays Eight Fortnight Dozen"
)
DET = "[Le La Les]?"
UNIT = "[UDay UWeek UMonth UQuarter UHalf UYear UHour UMinute]"


@PERIODS.rule(
    "at_huitaine",
    "VDone",
    "A e:[Eight Fortnight] (?!De)",
    ("à huitaine", "2026-03-12", "2026-03-20"),
)
def _at_huitaine(m: Matched) -> Value:
    return Shift(Duration(m["e"], loose=1), TODAY, add_worked)


@PERIODS.rule(
    "next_period",
    "VPeriod",
    "u:[UWeek UMonth UQuarter UHalf UYear] (Next|Que Coming|A Coming)",
    ("la semaine prochaine", "2026-04-02", "2026-04-06/2026-04-10"),
    ("le mois prochain", "2025-09-09", "2025-10-01/2025-10-31"),
    ("l'année prochaine", "2025-09-09", "2026-01-01/2026-12-31"),
)
def _next_period(m: Matched) -> Value:
    return Cycle(GRAINS[m.token("u").kind], 1)


@PERIODS.rule(
    "following_period",
    "VPeriod",
    "u:[UWeek UMonth UQuarter UYear] (Following (?!De|Du)|De Apres)",
    ("la semaine d'après", "2026-03-12", "2026-03-16/2026-03-20"),
    ("le 5 du mois suivant", "2026-03-12", "2026-04-05"),
)
def _following_period(m: Matched) -> Value:
    return Ensuing(GRAINS[m.token("u").kind])


@PERIODS.rule(
    "last_period",
    "VPeriod",
    "u:[UWeek UMonth UQuarter UHalf UYear] last:Last",
    ("la semaine dernière", "2026-04-02", "2026-03-23/2026-03-27"),
    ("le mois dernier", "2026-04-02", "2026-03-01/2026-03-31"),
)
def _last_period(m: Matched) -> Value:
    return Cycle(GRAINS[m.token("u").kind], m["last"])


@PERIODS.rule(
    "this_period",
    "VPeriod",
    "This u:[UWeek UMonth UQuarter UHalf UYear Weekend]",
    ("cette semaine", "2026-03-24", "2026-03-23/2026-03-27"),
    ("cette semaine", "2026-05-10", "2026-05-11/2026-05-15"),
    ("ce mois-ci", "2026-03-24", "2026-03-01/2026-03-31"),
)
@PERIODS.rule(
    "period_under_way",
    "VPeriod",
    "u:[UWeek UMonth UQuarter UHalf UYear] En Courant",
    ("le trimestre en cours", "2026-03-12", "2026-01-01/2026-03-31"),
)
def _this_period(m: Matched) -> Value:
    return Cycle(GRAINS[m.token("u").kind], 0, floating=True)


@PERIODS.rule(
    "this_fortnight",
    "VPeriod",
    "This Fortnight",
    ("cette quinzaine", "2026-03-12", "2026-03-01/2026-03-15"),
)
@PERIODS.rule(
    "next_fortnight",
    "VPeriod",
    "Fortnight next:Next",
    ("la quinzaine prochaine", "2026-03-12", "2026-03-16/2026-03-31"),
)
def _fortnight(m: Matched) -> Value:
    ahead = m.has("next")
    return Cycle(Grain.FORTNIGHT, int(ahead), floating=not ahead)


@PERIODS.rule(
    "weekend_of",
    "VPeriod",
    "Weekend (Du|De) La? day:[VDay Feast]",
    ("le week-end du 14 mars", "2026-03-12", "2026-03-14/2026-03-15"),
)
def _weekend_of(m: Matched) -> Value:
    token = m.token("day")
    value = token.value
    if token.kind == CODES["Feast"]:
        value = FeastDay(FEASTS[token.value])
    return WeekOf(value, Grain.WEEKEND)


@PERIODS.rule(
    "weekend",
    "VPeriod",
    "Weekend (which:[Next Last]|Que Coming)?",
    ("le week-end", "2026-05-22", "2026-05-23/2026-05-24"),
    ("le week-end prochain", "2026-05-20", "2026-05-23/2026-05-24"),
)
def _weekend(m: Matched) -> Value:
    if not m.has("which"):
        return Cycle(Grain.WEEKEND, 0, floating=True)
    if m.token("which").kind == CODES["Last"]:
        return Cycle(Grain.WEEKEND, -1)
    return Upcoming(Grain.WEEKEND)


@PERIODS.rule(
    "week_or_week",
    "VPeriod",
    f"[UWeek WeekCode] one:Number? (Ou|Dash|Slash|A|Et) n:[Number WeekCode] (?!{UNIT}"
    f"|Month)",
    ("semaine 13 ou 14", "2026-03-12", "2026-03-23/2026-04-03"),
)
def _week_or_week(m: Matched) -> Value | None:
    first = m["one"] if m.has("one") else m.words[0].value
    if not (m.has("one") or m.words[0].kind == CODES["WeekCode"]):
        return None
    if not 1 <= first < m["n"] <= 53:
        return None
    return Between(WeekNumber(first), WeekNumber(m["n"]))


@PERIODS.rule(
    "week_number",
    "VPeriod",
    f"UWeek n:Number Slash? y:Year? (?!{UNIT})",
    ("semaine 14", "2026-03-10", "2026-03-30/2026-04-03"),
    ("sem. 45", "2026-10-15", "2026-11-02/2026-11-06"),
)
@PERIODS.rule(
    "week_code",
    "VPeriod",
    "n:WeekCode Slash? y:Year?",
    ("S41", "2025-09-10", "2025-10-06/2025-10-10"),
    ("S12", "2026-08-10", "2027-03-22/2027-03-26"),
)
def _week_number(m: Matched) -> Value | None:
    number = m["n"]
    code = m.token("n").kind == CODES["WeekCode"]
    if code and number < 10 and len(m.tokens) > 1 and not m.comes_after(WEEK_BEFORE):
        # "S3 livré, S4 non": modules, not weeks.
        return None
    return WeekNumber(number, m.get("y")) if 1 <= number <= 53 else None


WEEK_BEFORE = frozenset(
    CODES[name]
    for name in ("En", "Au", "Pour", "Des", "Part", "Avant", "La", "Courant")
)


@PERIODS.rule(
    "month_year",
    "VPeriod",
    "month:Month De? year:Year",
    ("mars 2027", "2026-04-02", "2027-03-01/2027-03-31"),
)
def _month_year(m: Matched) -> Value:
    return Fixed(month_window(m["year"], m["month"]))


@PERIODS.rule(
    "month_next",
    "VPeriod",
    "month:Month which:[Next Last] (?!Delai)",
    ("avril prochain", "2026-04-02", "2026-04-01/2026-04-30"),
)
def _month_next(m: Matched) -> Value:
    value = MonthName(m["month"])
    return value if m.token("which").kind == CODES["Next"] else Gone(value)


@PERIODS.rule(
    "month_of",
    "VPeriod",
    "UMonth De month:Month Next?",
    ("le mois de juillet", "2026-06-03", "2026-07-01/2026-07-31"),
)
@PERIODS.rule(
    "month",
    "VMonth",
    "month:Month",
    ("fin mars", "2026-03-12", "2026-03-21/2026-03-31"),
)
def _month(m: Matched) -> Value:
    return MonthName(m["month"])


@PERIODS.rule(
    "season_which",
    "VPeriod",
    "s:Season which:[Year Next Last]",
    ("l'été prochain", "2026-03-02", "2026-06-21/2026-09-21"),
)
def _season_which(m: Matched) -> Value:
    token = m.token("which")
    if token.kind == CODES["Year"]:
        return SeasonName(m["s"], token.value)
    value = SeasonName(m["s"])
    return value if token.kind == CODES["Next"] else Gone(value)


@PERIODS.rule(
    "season",
    "VSeason",
    "s:Season",
    ("d'ici l'été", "2026-03-02", "2026-03-02/2026-06-21"),
)
@PERIODS.rule(
    "this_season",
    "VPeriod",
    "This s:Season",
    ("cet été", "2026-03-12", "2026-06-21/2026-09-21"),
)
def _season(m: Matched) -> Value:
    return SeasonName(m["s"])


@PERIODS.rule(
    "nth_quarter",
    "VPeriod",
    f"n:[Premier Ordinal Last] u:[UQuarter UHalf] (De {DET})? y:Year?",
    ("premier trimestre 2027", "2026-03-02", "2027-01-01/2027-03-31"),
    ("le 2e trimestre", "2026-03-02", "2026-04-01/2026-06-30"),
    ("dernier trimestre", "2026-03-02", "2026-10-01/2026-12-31"),
)
@PERIODS.rule(
    "quarter_code",
    "VPeriod",
    "n:QuarterCode y:Year?",
    ("T1 2027", "2026-03-02", "2027-01-01/2027-03-31"),
)
def _nth_quarter(m: Matched) -> Value | None:
    half = m.has("u") and m.token("u").kind == CODES["UHalf"]
    grain, length = (Grain.HALF, 6) if half else (Grain.QUARTER, 3)
    number = m["n"]
    code = m.token("n").kind == CODES["QuarterCode"]
    if code and not m.has("y") and not m.comes_after(WEEK_BEFORE):
        # "T2" alone is a flat; "fin T2" and "T2 2026" are quarters.
        return None
    if m.token("n").kind == CODES["Last"]:
        number = 12 // length
    if number > 12 // length:
        return None
    return NthPeriod(grain, number, m.get("y"))


@PERIODS.rule(
    "clock",
    "Clock",
    "(?<![Dans Sous Ici Fait Delai]) (?<!Y A) n:Number UHour (Number (?!UDay|UWeek))?",
    ("lundi avant 17h", "2026-03-12", "2026-03-16"),
)
def _clock(m: Matched) -> int | None:
    return int(m["n"]) if m["n"] < 24 else None


@PERIODS.rule(
    "length_to",
    "VLength",
    f"Number (A|Ou|Dash) n:Number u:{UNIT} w:[Worked Calendar]?",
    ("sous 8 à 10 jours", "2026-03-02", "2026-03-02/2026-03-12"),
    ("d'ici 2 ou 3 semaines", "2026-03-02", "2026-03-02/2026-03-23"),
)
@PERIODS.rule(
    "length_to",
    "VLength",
    f"d:Short u:{UNIT} w:[Worked Calendar]?",
    ("sous 8-10 jours", "2026-03-12", "2026-03-12/2026-03-22"),
)
def _length_to(m: Matched) -> Duration | None:
    number = m["n"] if m.has("n") else int(re.split(r"\D", m["d"])[-1])
    if m.token("u").kind == CODES["UHour"] and number < 24:
        # "mercredi 3 à 10 h" is a day and its hour.
        return None
    length = length_of(number, m.token("u").kind)
    if length and m.has("w") and m.token("w").kind == CODES["Worked"]:
        return replace(length, worked=True, loose=0)
    return length


@PERIODS.rule(
    "length",
    "VLength",
    f"n:[Number Un] [Petite Wish]? u:{UNIT} w:[Worked Calendar]? (Et half:Half)?",
    ("dans 3 jours", "2025-03-11", "2025-03-14"),
    ("sous 48 h", "2026-02-13", "2026-02-13/2026-02-15"),
    ("dans un an et demi", "2026-02-13", "2027-08-13"),
    ("sous 5 jours ouvrés", "2026-09-07", "2026-09-07/2026-09-14"),
)
def _length(m: Matched) -> Duration | None:
    length = length_of(m["n"], m.token("u").kind, half=m.has("half"))
    if length and m.has("w") and m.token("w").kind == CODES["Worked"]:
        return replace(length, worked=True, loose=0)
    return length


@PERIODS.rule(
    "half_day",
    "VLength",
    "Un Half [UHour Moment]",
    ("dans une demi-heure", "2026-06-11", "2026-06-11"),
)
def _half_day(m: Matched) -> Duration:  # noqa: ARG001  (less than a day)
    return Duration(0)


@PERIODS.rule(
    "huitaine",
    "VLength",
    "(?<!En) Un? [Petite Wish]? e:Eight (De UDay)?",
    ("sous huitaine", "2026-03-02", "2026-03-02/2026-03-10"),
)
@PERIODS.rule(
    "quinzaine",
    "VLength",
    "(?<!En) Un? [Petite Wish]? e:Fortnight (De UDay)? (?!De)",
    ("sous quinzaine", "2026-06-11", "2026-06-11/2026-06-26"),
)
@PERIODS.rule(
    "dizaine",
    "VLength",
    "Un? [Petite Wish]? e:Dozen De UDay",
    ("dans une dizaine de jours", "2026-06-11", "2026-06-21"),
)
def _about(m: Matched) -> Duration | None:
    number = m["e"]
    if m.comes_after(RANKS):
        return None
    return Duration(number, loose=1 if number in {8, 15} else 0)


RANKS = frozenset(CODES[name] for name in ("Premier", "Ordinal", "This", "Last"))


@PERIODS.rule(
    "plus_days",
    "VDone",
    "[A En Pour]? n:PlusDays w:Worked?",
    ("J+5", "2026-03-02", "2026-03-07"),
)
def _plus_days(m: Matched) -> Value:
    return Shift(Duration(m["n"], worked=m.has("w")), TODAY, add_worked)
