"""French rules, last level: prepositions, ranges and choices around a value."""

from relancebot.reading.dates.compose import as_value, month_of, same_month
from relancebot.reading.dates.composed import Between, Choice, PartOf, Toward
from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES, Token
from relancebot.reading.dates.values import DayNumber, FeastDay
from relancebot.reading.dates.windows import Direction, Value

RANGES = Level("VDay VDom VWeekday VPeriod VMonth VFeast VDone")
PLACED = Level()
DET = "[Le La Les]?"
DAYS = "[VDay VWeekday VDom VDone]"
ANY = "[VDay VWeekday VDom VPeriod VMonth VFeast VDone]"
NAMED = "[VDay VWeekday VDom VPeriod VFeast VDone]"

# --------------------------------------------------------- from … to, or


@RANGES.rule(
    "between",
    "VDone",
    f"Entre {DET} first:{ANY} Et {DET} last:{ANY}",
    ("entre le 10 et le 15", "2026-07-01", "2026-07-10/2026-07-15"),
    ("entre le 20 et le 25 mai", "2027-04-28", "2027-05-20/2027-05-25"),
    ("entre mardi et jeudi", "2026-03-13", "2026-03-17/2026-03-19"),
    ("entre Noël et le jour de l'an", "2026-12-18", "2026-12-25/2026-12-31"),
)
@RANGES.rule(
    "from_to",
    "VDone",
    f"[Du De] {DET} first:{ANY} Comma? (Au|A {DET}|Jusque [A Au] {DET}) last:{ANY}",
    ("du 15 au 18 mars", "2026-03-03", "2026-03-15/2026-03-18"),
    ("du 3 au 21 août", "2026-07-03", "2026-08-03/2026-08-21"),
    ("de lundi à mercredi", "2026-03-13", "2026-03-16/2026-03-18"),
)
@RANGES.rule(
    "to",
    "VDone",
    f"first:[VDay VWeekday VDom] (Dash|Au|A {DET}) last:[VDay VWeekday VDom]",
    ("lundi-mercredi", "2026-03-12", "2026-03-16/2026-03-18"),
)
@RANGES.rule(
    "figures_to",
    "VDone",
    "Le? first:Number (Dash|Slash|A|Au|Et) last:[VDay]",
    ("13 au 15 juillet", "2026-03-12", "2026-07-13/2026-07-15"),
)
def _between(m: Matched) -> Value | None:
    first, last = m.token("first"), m.token("last")
    end = as_value(last)
    if first.kind == CODES["Number"]:
        if not 1 <= first.value <= 31 or month_of(end) is None:
            return None
        start: Value = DayNumber(first.value)
    else:
        start = as_value(first)
    start = same_month(start, end)
    exclusive = isinstance(end, FeastDay) and end.days(2026)[0].month == 1
    if isinstance(start, FeastDay) and exclusive:
        return Between(start, end, exclusive=True)
    return Between(start, end)


@RANGES.rule(
    "or",
    "VDone",
    f"{DET} first:{DAYS} Comma? Ou (Au)? {DET} last:{DAYS}",
    ("lundi ou mardi", "2025-06-27", "2025-06-30/2025-07-01"),
    ("le 30 ou le 31", "2025-10-22", "2025-10-30/2025-10-31"),
)
@RANGES.rule(
    "or",
    "VDone",
    "first:VWeekday Slash last:VWeekday",
    ("lundi/mardi", "2026-03-12", "2026-03-16/2026-03-17"),
)
@RANGES.rule(
    "part_or_part",
    "VDone",
    "first:VPeriod (Slash|Dash|Comma? Ou)? last:VPeriod",
    ("fin avril début mai", "2026-03-12", "2026-04-21/2026-05-05"),
)
def _or(m: Matched) -> Value | None:
    last = as_value(m.token("last"))
    parts = isinstance(as_value(m.token("first")), PartOf) and isinstance(last, PartOf)
    if m.token("last").kind == CODES["VPeriod"] and not parts:
        return None
    return Choice(same_month(as_value(m.token("first")), last), last)


# ------------------------------------------------------------ prepositions

_PLACES = frozenset(
    CODES[name]
    for name in ("Pour", "Vers", "Des", "Depuis", "En", "Dans", "A", "Au", "Tard")
)
_LATE = "(Comma? (Au Plus Tard|Plus|Last Delai|Tard))?"


def _toward(direction: Direction, token: Token) -> Value:
    return Toward(direction, as_value(token))


@PLACED.rule("wish", "VHabit", f"Wish x:{ANY}", ("bon week-end", "2026-03-12", ""))
def _wish(m: Matched) -> bool:  # noqa: ARG001  ("bon week-end" names no day)
    return True


@PLACED.rule(
    "by",
    "VDone",
    f"De? Ici (A|Au)? Le? {DET} x:{ANY} {_LATE}",
    ("d'ici mardi", "2025-12-11", "2025-12-11/2025-12-16"),
    ("d'ici la fin du mois", "2026-09-09", "2026-09-09/2026-09-30"),
    ("d'ici au 8", "2026-06-22", "2026-06-22/2026-07-08"),
)
@PLACED.rule(
    "by_season",
    "VDone",
    "De? Ici (A|Au)? La? x:VSeason",
    ("d'ici l'été", "2026-03-12", "2026-03-12/2026-06-21"),
)
@PLACED.rule(
    "until_year",
    "VDone",
    "Jusque En x:Year",
    ("jusqu'en 2028", "2026-03-12", "2026-03-12/2028-12-31"),
)
@PLACED.rule(
    "until",
    "VDone",
    f"Jusque [A Au En]? {DET} x:{ANY}",
    ("jusqu'au 20", "2026-06-12", "2026-06-12/2026-06-20"),
)
def _by(m: Matched) -> Value:
    return _toward(Direction.BY, m.token("x"))


@PLACED.rule(
    "not_before",
    "VDone",
    f"Pas Avant {DET} x:{ANY}",
    ("pas avant le 2 juin", "2026-05-26", "2026-06-02"),
)
@PLACED.rule(
    "from",
    "VDone",
    f"A Partir [De Du]? {DET} x:{ANY}",
    ("à partir du 15", "2027-03-08", "2027-03-15"),
    ("à compter du 3 novembre", "2026-10-16", "2026-11-03"),
)
def _from(m: Matched) -> Value:
    return _toward(Direction.FROM, m.token("x"))


@PLACED.rule(
    "before_season",
    "VDone",
    "Avant (La|Le) x:VSeason",
    ("avant l'été", "2026-03-12", "2026-03-12/2026-06-20"),
)
@PLACED.rule(
    "before_year",
    "VDone",
    "Avant x:Year",
    ("avant 2027", "2026-03-12", "2026-03-12/2026-12-31"),
)
@PLACED.rule(
    "before",
    "VDone",
    f"Avant {DET} x:{ANY}",
    ("avant le 20", "2026-09-10", "2026-09-10/2026-09-20"),
    ("avant la fin du mois", "2027-11-02", "2027-11-02/2027-11-30"),
)
def _before(m: Matched) -> Value:
    return _toward(Direction.BEFORE, m.token("x"))


@PLACED.rule(
    "after_season",
    "VDone",
    "Apres (La|Le) x:VSeason",
    ("après l'été", "2026-03-12", "2026-09-22"),
)
@PLACED.rule(
    "after_year", "VDone", "Apres x:Year", ("après 2027", "2026-03-12", "2028-01-01")
)
@PLACED.rule(
    "after",
    "VDone",
    f"Apres {DET} x:{ANY}",
    ("après le 10", "2025-12-04", "2025-12-10"),
)
def _after(m: Matched) -> Value:
    return _toward(Direction.AFTER, m.token("x"))


@PLACED.rule(
    "on",
    "VDone",
    f"(Au Plus Tard|Plus Tard)? [Pour Vers Des Depuis En Dans A Au Du De]{{0,2}} {DET}"
    f" (Au Plus Tard Le?)? x:{NAMED} {_LATE}",
    ("au plus tard le 31", "2025-08-08", "2025-08-31"),
    ("le 3 avril dernier délai", "2026-03-25", "2026-04-03"),
    ("pour le 10", "2025-04-01", "2025-04-10"),
)
@PLACED.rule(
    "in",
    "VDone",
    f"[Pour Vers Des Depuis En Dans Au Du De] {DET} x:VMonth",
    ("en mai", "2026-03-02", "2026-05-01/2026-05-31"),
)
@PLACED.rule(
    "in_year", "VDone", "En x:Year", ("en 2027", "2026-03-02", "2027-01-01/2027-12-31")
)
@PLACED.rule(
    "season",
    "VDone",
    "(En|Au|[Pour Des Depuis Dans A] La) x:VSeason",
    ("l'été", "2026-03-02", "2026-06-21/2026-09-21"),
    ("au printemps", "2026-01-02", "2026-03-20/2026-06-20"),
)
def _on(m: Matched) -> Value | None:
    x = m.token("x")
    if x.kind == CODES["VFeast"] and not any(t.kind in _PLACES for t in m.words):
        # "le marché de Noël", "la rentrée approche": a feast, not a day.
        return None
    return as_value(x)


@PLACED.rule(
    "in_the_unit",
    "VDone",
    "Dans [Le La] x:[UWeek UMonth UYear UQuarter]",
    ("dans la semaine", "2025-06-04", "2025-06-02/2025-06-06"),
    ("dans le mois", "2025-06-04", "2025-06-01/2025-06-30"),
)
def _in_the_unit(m: Matched) -> Value:
    return as_value(m.token("x"))
