"""French rules: dates written out, and months written in figures."""

import re

from relancebot.reading.dates.absolute import explicit, figures, full_year, iso
from relancebot.reading.dates.composed import Between, Gone
from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES
from relancebot.reading.dates.values import Fixed
from relancebot.reading.dates.windows import Value, month_window

DATES = Level("Month Numeric Short Iso Slash")
DET = "[Le La Les]?"
UNIT = "[UDay UWeek UMonth UQuarter UHalf UYear UHour UMinute]"


@DATES.rule(
    "day_month_short_year",
    "VDay",
    f"(w:Weekday Comma?)? {DET} n:[Number Premier] month:Month short:Number (?!{UNIT})",
    ("15 avril 26", "2026-03-30", "2026-04-15"),
)
@DATES.rule(
    "day_month",
    "VDay",
    f"(w:Weekday Comma?)? {DET} n:[Number Premier Ordinal] (De|Dash)? month:Month"
    " (De? y:Year|which:[Next Last] (?!Delai))?",
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
    f"(w:Weekday Comma?)? {DET} d:[Numeric Short]",
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


@DATES.rule(
    "figures_apart",
    "VDay",
    f"(w:Weekday Comma?)? {DET} n:Number Slash month:Number Slash y:[Year Number]",
    ("10 / 04 / 2026", "2026-03-12", "2026-04-10"),
)
def _figures_apart(m: Matched) -> Value | None:
    return explicit(m["n"], m["month"], full_year(m["y"]), "fr")


@DATES.rule(
    "first_in_figures",
    "VDay",
    "n:Premier Slash month:Number (Slash y:[Year Number])?",
    ("1er/07", "2026-06-15", "2026-07-01"),
)
def _first_in_figures(m: Matched) -> Value | None:
    year = full_year(m["y"]) if m.has("y") else None
    return explicit(1, m["month"], year, "fr")


@DATES.rule("iso", "VDay", f"{DET} d:Iso", ("2026-04-15", "2026-03-30", "2026-04-15"))
def _iso(m: Matched) -> Value | None:
    return iso(m["d"])


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
