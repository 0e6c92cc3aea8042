"""French rules, second level: days, periods and lengths of time."""

import re
from dataclasses import replace
from datetime import date

from relancebot.reading.dates.absolute import explicit, figures, full_year, iso
from relancebot.reading.dates.compose import GRAINS, TODAY, length_of
from relancebot.reading.dates.feasts import FEASTS, Days, NextBridge, add_worked, bridge
from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES
from relancebot.reading.dates.values import (
    Between,
    Cycle,
    DayIn,
    DayNumber,
    Duration,
    Ensuing,
    FeastDay,
    Fixed,
    Gone,
    Grain,
    MonthDay,
    MonthName,
    NthPeriod,
    SeasonName,
    Shift,
    Upcoming,
    Value,
    WeekdayDay,
    WeekdayIn,
    WeekdayName,
    WeekNumber,
    WeekOf,
    month_window,
    safe_date,
)

DATES = Level()
ATOMS = Level()
DET = "[Le La Les]?"
UNIT = "[UDay UWeek UMonth UQuarter UHalf UYear UHour UMinute]"
#: After these a number is not a day of the month.
NOT_A_DAY = f"(?!{UNIT}|Mask|Clock|Number|Dozen|Lasts|Prochains|Several|Worked|Weekday|Fortnight)"
# ------------------------------------------------------- dates written out


@DATES.rule(
    "day_month_short_year",
    "VDay",
    f"w:Weekday? Comma? {DET} n:[Number Premier] month:Month short:Number (?!{UNIT})",
    ("15 avril 26", "2026-03-30", "2026-04-15"),
)
@DATES.rule(
    "day_month",
    "VDay",
    f"w:Weekday? Comma? {DET} n:[Number Premier Ordinal] De? month:Month De? (y:Year|which:[Next Last] (?!Delai))?",
    ("le 15 avril", "2026-03-30", "2026-04-15"),
    ("jeudi 26 novembre", "2026-11-10", "2026-11-26"),
    ("le 12 janvier", "2025-12-29", "2026-01-12"),
    ("29 février", "2026-03-01", "2028-02-29"),
    ("17 avril 2027", "2026-03-30", "2027-04-17"),
    ("vendredi 21 mars", "2026-03-11", "2026-03-21"),
)
def _day_month(m: Matched) -> Value | None:
    if m.token("n").kind == CODES["Ordinal"] and m["n"] != 1:
        return None
    year = m.get("y", m.get("short"))
    if year is not None and year < 100 and not 20 <= year <= 60:
        return None
    value = explicit(m["n"], m["month"], full_year(year) if year else None, "fr")
    if value and m.has("which") and m.token("which").kind == CODES["Last"]:
        return Gone(value)
    return value


@DATES.rule(
    "days_of_month",
    "VDay",
    "d:Short month:Month y:Year?",
    ("20-25 mars", "2026-03-12", "2026-03-20/2026-03-25"),
)
def _days_of_month(m: Matched) -> Value | None:
    first, last = (
        explicit(int(day), m["month"], m.get("y"), "fr")
        for day in re.split(r"\D", m["d"])
    )
    return Between(first, last) if first and last else None


@DATES.rule(
    "figures",
    "VDay",
    f"w:Weekday? Comma? {DET} d:[Numeric Short]",
    ("15/04", "2025-04-10", "2025-04-15"),
    ("04-06-2027", "2027-05-19", "2027-06-04"),
    ("15.09.26", "2026-08-28", "2026-09-15"),
    ("vendredi 20/03", "2026-03-16", "2026-03-20"),
)
def _figures(m: Matched) -> Value | None:
    text = m["d"]
    bare = m.token("d").kind == CODES["Short"] and len(m.words) == 1
    if bare and "/" not in text and not m.comes_after(SHORT_BEFORE):
        padded = len(text) == 5 and m.closes()
        return figures(text) if padded else None
    return figures(text)


SHORT_BEFORE = frozenset(
    CODES[name] for name in ("Au", "Du", "Pour", "Avant", "Des", "Depuis", "Ici", "Et")
)


@DATES.rule("iso", "VDay", f"{DET} d:Iso", ("2026-04-15", "2026-03-30", "2026-04-15"))
def _iso(m: Matched) -> Value | None:
    return iso(m["d"])


# ------------------------------------------------------------ days by name


@ATOMS.rule(
    "weekday_day",
    "VDay",
    f"w:Weekday {DET} n:[Number Premier] {NOT_A_DAY}",
    ("vendredi 20", "2026-03-16", "2026-03-20"),
    ("lun. 22", "2025-09-16", "2025-09-22"),
)
def _weekday_day(m: Matched) -> Value | None:
    return WeekdayDay(m["w"], m["n"]) if 1 <= m["n"] <= 31 else None


@ATOMS.rule(
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


@ATOMS.rule(
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


@ATOMS.rule(
    "at_huitaine",
    "VDone",
    "A e:[Eight Fortnight] (?!De)",
    ("à huitaine", "2026-03-12", "2026-03-20"),
)
def _at_huitaine(m: Matched) -> Value:
    return Shift(Duration(m["e"], loose=1), TODAY, add_worked)


@ATOMS.rule(
    "next_weekday",
    "VDay",
    "w:Weekday (Next|Que Coming|Following (?!De))",
    ("vendredi prochain", "2026-11-03", "2026-11-06"),
    ("lundi pro", "2026-06-08", "2026-06-15"),
    ("lundi qui vient", "2026-06-08", "2026-06-15"),
)
@ATOMS.rule(
    "this_weekday",
    "VDay",
    "This w:Weekday",
    ("ce vendredi", "2025-10-15", "2025-10-17"),
)
@ATOMS.rule("next_weekday", "VDay", "Prochains? w:Weekday (?=Coming)")
def _weekday_to_come(m: Matched) -> Value:
    return WeekdayName(m["w"])


@ATOMS.rule(
    "last_weekday",
    "VDay",
    "w:Weekday Last (?!Delai)",
    ("vendredi dernier", "2026-03-18", "2026-03-13"),
    ("lundi dernier", "2026-03-16", "2026-03-09"),
)
def _last_weekday(m: Matched) -> Value:
    return Gone(WeekdayName(m["w"]))


@ATOMS.rule(
    "weekday_of_next_week",
    "VDay",
    f"w:Weekday De? {DET} UWeek which:[Next Last]",
    ("lundi de la semaine prochaine", "2026-03-18", "2026-03-23"),
    ("jeudi semaine prochaine", "2026-03-16", "2026-03-26"),
)
@ATOMS.rule("weekday_of_this_week", "VDay", "w:Weekday De This UWeek")
def _weekday_of_week(m: Matched) -> Value:
    offset = 0
    if m.has("which"):
        offset = 1 if m.token("which").kind == CODES["Next"] else m["which"]
    return WeekdayIn(1, m["w"], Cycle(Grain.WEEK, offset))


@ATOMS.rule("habit", "VHabit", "Chaque [Les Le]? [Weekday Weekdays] (Et [Weekdays])?")
@ATOMS.rule("habit", "VHabit", "Les? Weekdays")
@ATOMS.rule("habit", "VHabit", "Un Weekday (?=Other Number|Other)")
def _habit(m: Matched) -> bool:  # noqa: ARG001  (named, and then left alone)
    return True


@ATOMS.rule(
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


@ATOMS.rule(
    "this_part_of_day",
    "VDay",
    "This (DayPart|Noon)",
    ("ce soir", "2025-02-20", "2025-02-20"),
    ("cet après-midi", "2025-02-20", "2025-02-20"),
)
def _today(m: Matched) -> Value:  # noqa: ARG001
    return TODAY


@ATOMS.rule(
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


@ATOMS.rule(
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


@ATOMS.rule(
    "bridge",
    "VFeast",
    f"Bridge De {DET} f:Feast",
    ("le pont de l'Ascension", "2026-05-05", "2026-05-14/2026-05-17"),
)
@ATOMS.rule("bridge_day", "VFeast", "Bridge (Du|De) Le? day:VDay")
@ATOMS.rule("next_bridge", "VFeast", "Bridge (?!De|Du)")
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


# ----------------------------------------------------------------- periods


@ATOMS.rule(
    "next_period",
    "VPeriod",
    "u:[UWeek UMonth UQuarter UHalf UYear] (Next|Que Coming|A Coming)",
    ("la semaine prochaine", "2026-04-02", "2026-04-06/2026-04-10"),
    ("le mois prochain", "2025-09-09", "2025-10-01/2025-10-31"),
    ("l'année prochaine", "2025-09-09", "2026-01-01/2026-12-31"),
)
def _next_period(m: Matched) -> Value:
    return Cycle(GRAINS[m.token("u").kind], 1)


@ATOMS.rule(
    "following_period",
    "VPeriod",
    "u:[UWeek UMonth UQuarter UYear] (Following (?!De|Du)|De Apres)",
    ("la semaine d'après", "2026-03-12", "2026-03-16/2026-03-20"),
    ("le 5 du mois suivant", "2026-03-12", "2026-04-05"),
)
def _following_period(m: Matched) -> Value:
    return Ensuing(GRAINS[m.token("u").kind])


@ATOMS.rule(
    "last_period",
    "VPeriod",
    "u:[UWeek UMonth UQuarter UHalf UYear] last:Last",
    ("la semaine dernière", "2026-04-02", "2026-03-23/2026-03-27"),
    ("le mois dernier", "2026-04-02", "2026-03-01/2026-03-31"),
)
def _last_period(m: Matched) -> Value:
    return Cycle(GRAINS[m.token("u").kind], m["last"])


@ATOMS.rule(
    "this_period",
    "VPeriod",
    "This u:[UWeek UMonth UQuarter UHalf UYear Weekend]",
    ("cette semaine", "2026-03-24", "2026-03-23/2026-03-27"),
    ("cette semaine", "2026-05-10", "2026-05-11/2026-05-15"),
    ("ce mois-ci", "2026-03-24", "2026-03-01/2026-03-31"),
)
def _this_period(m: Matched) -> Value:
    return Cycle(GRAINS[m.token("u").kind], 0, floating=True)


@ATOMS.rule(
    "weekend_of",
    "VPeriod",
    "Weekend (Du|De) La? day:[VDay VFeast Feast]",
    ("le week-end du 14 mars", "2026-03-12", "2026-03-14/2026-03-15"),
)
def _weekend_of(m: Matched) -> Value:
    token = m.token("day")
    value = token.value
    if token.kind == CODES["Feast"]:
        value = FeastDay(FEASTS[token.value])
    return WeekOf(value, Grain.WEEKEND)


@ATOMS.rule(
    "weekend",
    "VPeriod",
    "Weekend which:[Next Last]?",
    ("le week-end", "2026-05-22", "2026-05-23/2026-05-24"),
    ("le week-end prochain", "2026-05-20", "2026-05-23/2026-05-24"),
)
@ATOMS.rule("next_weekend", "VPeriod", "Weekend Que Coming")
def _weekend(m: Matched) -> Value:
    if not m.has("which"):
        return Cycle(Grain.WEEKEND, 0, floating=True)
    if m.token("which").kind == CODES["Last"]:
        return Cycle(Grain.WEEKEND, -1)
    return Upcoming(Grain.WEEKEND)


@ATOMS.rule(
    "week_or_week",
    "VPeriod",
    f"[UWeek WeekCode] one:Number? (Ou|Dash|Slash|A|Et) n:[Number WeekCode] (?!{UNIT}|Month)",
    ("semaine 13 ou 14", "2026-03-12", "2026-03-23/2026-04-03"),
)
def _week_or_week(m: Matched) -> Value | None:
    first = m["one"] if m.has("one") else m.words[0].value
    if not (m.has("one") or m.words[0].kind == CODES["WeekCode"]):
        return None
    if not 1 <= first < m["n"] <= 53:
        return None
    return Between(WeekNumber(first), WeekNumber(m["n"]))


@ATOMS.rule(
    "week_number",
    "VPeriod",
    f"UWeek n:Number Slash? y:Year? (?!{UNIT})",
    ("semaine 14", "2026-03-10", "2026-03-30/2026-04-03"),
    ("sem. 45", "2026-10-15", "2026-11-02/2026-11-06"),
)
@ATOMS.rule(
    "week_code",
    "VPeriod",
    "n:WeekCode Slash? y:Year?",
    ("S41", "2025-09-10", "2025-10-06/2025-10-10"),
    ("S12", "2026-08-10", "2027-03-22/2027-03-26"),
)
def _week_number(m: Matched) -> Value | None:
    number = m["n"]
    code = m.token("n").kind == CODES["WeekCode"]
    if code and number < 10 and len(m.tokens) > 2 and not m.comes_after(WEEK_BEFORE):
        # "S3 livré, S4 non": modules, not weeks.
        return None
    return WeekNumber(number, m.get("y")) if 1 <= number <= 53 else None


WEEK_BEFORE = frozenset(
    CODES[name] for name in ("En", "Pour", "Des", "Part", "Avant", "La", "Courant")
)


@ATOMS.rule(
    "month_year",
    "VPeriod",
    "month:Month De? year:Year",
    ("mars 2027", "2026-04-02", "2027-03-01/2027-03-31"),
)
def _month_year(m: Matched) -> Value:
    return Fixed(month_window(m["year"], m["month"]))


@DATES.rule(
    "month_in_figures",
    "VPeriod",
    "month:Number Slash year:Year",
    ("le 03/2027", "2026-04-02", "2027-03-01/2027-03-31"),
)
def _month_in_figures(m: Matched) -> Value | None:
    if not 1 <= m["month"] <= 12:
        return None
    return Fixed(month_window(m["year"], m["month"]))


@ATOMS.rule(
    "month_next",
    "VPeriod",
    "month:Month which:[Next Last] (?!Delai)",
    ("avril prochain", "2026-04-02", "2026-04-01/2026-04-30"),
)
def _month_next(m: Matched) -> Value:
    value = MonthName(m["month"])
    return value if m.token("which").kind == CODES["Next"] else Gone(value)


@ATOMS.rule(
    "month_of",
    "VPeriod",
    "UMonth De month:Month Next?",
    ("le mois de juillet", "2026-06-03", "2026-07-01/2026-07-31"),
)
@ATOMS.rule("month", "VMonth", "month:Month")
def _month(m: Matched) -> Value:
    return MonthName(m["month"])


@ATOMS.rule(
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


@ATOMS.rule(
    "season",
    "VSeason",
    "s:Season",
    ("d'ici l'été", "2026-03-02", "2026-03-02/2026-06-21"),
)
@ATOMS.rule("this_season", "VPeriod", "This s:Season")
def _season(m: Matched) -> Value:
    return SeasonName(m["s"])


@ATOMS.rule(
    "nth_quarter",
    "VPeriod",
    f"n:[Premier Ordinal Last] u:[UQuarter UHalf] (De {DET})? y:Year?",
    ("premier trimestre 2027", "2026-03-02", "2027-01-01/2027-03-31"),
    ("le 2e trimestre", "2026-03-02", "2026-04-01/2026-06-30"),
    ("dernier trimestre", "2026-03-02", "2026-10-01/2026-12-31"),
)
@ATOMS.rule(
    "quarter_code",
    "VPeriod",
    "n:QuarterCode y:Year",
    ("T1 2027", "2026-03-02", "2027-01-01/2027-03-31"),
)
def _nth_quarter(m: Matched) -> Value | None:
    half = m.has("u") and m.token("u").kind == CODES["UHalf"]
    grain, length = (Grain.HALF, 6) if half else (Grain.QUARTER, 3)
    number = m["n"]
    if m.token("n").kind == CODES["Last"]:
        number = 12 // length
    if number > 12 // length:
        return None
    return NthPeriod(grain, number, m.get("y"))


# --------------------------------------------------------- lengths of time


@ATOMS.rule(
    "clock",
    "Clock",
    "(?<![Dans Sous Ici Fait Delai]) (?<!Y A) n:Number UHour (Number (?!UDay|UWeek))?",
    ("lundi avant 17h", "2026-03-12", "2026-03-16"),
)
def _clock(m: Matched) -> int | None:
    return int(m["n"]) if m["n"] < 24 else None


@ATOMS.rule(
    "length_to",
    "VLength",
    f"Number (A|Ou|Dash) n:Number u:{UNIT} w:[Worked Calendar]?",
    ("sous 8 à 10 jours", "2026-03-02", "2026-03-02/2026-03-12"),
    ("d'ici 2 ou 3 semaines", "2026-03-02", "2026-03-02/2026-03-23"),
)
@ATOMS.rule("length_to", "VLength", f"d:Short u:{UNIT} w:[Worked Calendar]?")
def _length_to(m: Matched) -> Duration | None:
    number = m["n"] if m.has("n") else int(re.split(r"\D", m["d"])[-1])
    length = length_of(number, m.token("u").kind)
    if length and m.has("w") and m.token("w").kind == CODES["Worked"]:
        return replace(length, worked=True, loose=0)
    return length


@ATOMS.rule(
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


@ATOMS.rule(
    "huitaine",
    "VLength",
    "Un? [Petite Wish]? e:Eight (De UDay)?",
    ("sous huitaine", "2026-03-02", "2026-03-02/2026-03-10"),
)
@ATOMS.rule(
    "quinzaine",
    "VLength",
    "Un? [Petite Wish]? e:Fortnight (De UDay)? (?!De)",
    ("sous quinzaine", "2026-06-11", "2026-06-11/2026-06-26"),
)
@ATOMS.rule(
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


@ATOMS.rule(
    "plus_days",
    "VDone",
    "[A En Pour]? n:PlusDays",
    ("J+5", "2026-03-02", "2026-03-07"),
)
def _plus_days(m: Matched) -> Value:
    return Shift(Duration(m["n"]), TODAY, add_worked)


@ATOMS.rule("weekday", "VWeekday", "w:Weekday", ("lundi", "2026-03-12", "2026-03-16"))
def _weekday(m: Matched) -> Value:
    return WeekdayName(m["w"])


@ATOMS.rule(
    "day_of_month",
    "VDom",
    f"(?<=[Le Au Du]) n:[Number Premier] {NOT_A_DAY}",
    ("le 15", "2026-04-07", "2026-04-15"),
    ("le 31", "2026-04-07", "2026-05-31"),
    ("au 30", "2025-07-24", "2025-07-30"),
    ("le trente et un", "2026-02-25", "2026-03-31"),
)
@ATOMS.rule("day_of_month", "VDom", "n:[Number Premier Ordinal] (?=(De|Du) UMonth)")
@ATOMS.rule(
    "day_of_month", "VDom", "(?<=Les) n:[Number Premier] (?=(Comma|Et|A) Number)"
)
def _day_of_month(m: Matched) -> Value | None:
    return DayNumber(m["n"]) if 1 <= m["n"] <= 31 else None
