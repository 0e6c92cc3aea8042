"""French rules, third level: a value made of values ("début" × "mois" × "prochain")."""

from relancebot.reading.dates.compose import (
    TODAY,
    after,
    as_value,
    before,
    half_of,
    length_of,
    nth_of,
)
from relancebot.reading.dates.composed import (
    DayIn,
    Duration,
    NextWorked,
    PartOf,
    Shift,
    Term,
    WeekdayAfter,
    WeekdayIn,
    WeekOf,
)
from relancebot.reading.dates.feasts import add_worked
from relancebot.reading.dates.grammar import Level, Matched
from relancebot.reading.dates.kinds import CODES
from relancebot.reading.dates.values import Cycle, Ensuing, FeastDay, Previous
from relancebot.reading.dates.windows import Grain, Part, Value

TAILS = Level("Clock Noon DayPart Moment UHour")
COMPOSED = Level(
    "Part Fin Courant Fortnight Moiety Premier Ordinal Last VDom VWeekday UWeek VLength"
)
LENGTHS = Level("VLength Prochains Lasts Lendemain Surlendemain Veille VFeast")
DET = "[Le La Les]?"
OF = "[De Du]? [Le La Les]?"
THIS_MONTH = Cycle(Grain.MONTH, 0, floating=True)
PERIOD = "[VPeriod VMonth VSeason UMonth UWeek UQuarter UHalf UYear Year Weekend]"
DAY = "[VDay VWeekday VDom VFeast VDone]"

# ------------------------------------------- the hour, said after the day

_HOUR = "(Clock UHour?|Noon)"
_TAIL = (
    f"( Comma? [A Vers Avant Des De Apres Pour]? {_HOUR}"
    " | [Au Dans En]? La? DayPart"
    " | Au Petite DayPart"
    " | En? Part De? (Moment|DayPart)"
    " | Dans La Moment )"
)


@TAILS.rule(
    "day",
    "VDay",
    f"day:VDay {_TAIL}{{1,2}}",
    ("demain matin", "2026-06-30", "2026-07-01"),
    ("après-demain en fin de journée", "2027-06-03", "2027-06-05"),
    ("17 avril 2027 à 18h", "2026-06-03", "2027-04-17"),
)
@TAILS.rule(
    "weekday",
    "VWeekday",
    f"day:VWeekday {_TAIL}{{1,2}}",
    ("lundi à 14h30", "2026-03-12", "2026-03-16"),
    ("jeudi soir", "2026-03-16", "2026-03-19"),
)
@TAILS.rule(
    "day_of_month",
    "VDom",
    f"day:VDom {_TAIL}{{1,2}}",
    ("le 10 au soir", "2026-05-06", "2026-05-10"),
)
def _with_hour(m: Matched) -> Value:
    value: Value = m["day"]
    return value


@TAILS.rule(
    "this_part_of_day",
    "VDay",
    "A DayPart (?!De)",
    ("à soir", "2026-03-12", "2026-03-12"),
)
@TAILS.rule(
    "this_day",
    "VDay",
    "(Dans La|En|Courant De? La?|En? Part De) (Moment|DayPart)",
    ("dans la journée", "2025-02-20", "2025-02-20"),
    ("en fin de journée", "2025-02-20", "2025-02-20"),
)
@TAILS.rule(
    "noon",
    "VDay",
    "[A Avant Vers] Noon (?!De|A|Number|Clock)",
    ("avant midi", "2026-10-09", "2026-10-09"),
)
@TAILS.rule(
    "in_the_hour", "VDay", "Dans La UHour", ("dans l'heure", "2026-03-12", "2026-03-12")
)
def _today(m: Matched) -> Value:  # noqa: ARG001  (the pattern has said all)
    return TODAY


# ---------------------------------------------------------------- parts


@COMPOSED.rule(
    "term",
    "VTerm",
    "A? length:VLength De? (Fin|Part De? UMonth) (Le n:[VDom Number])?",
    ("45 jours fin de mois", "2026-03-12", ""),
)
@COMPOSED.rule(
    "term_days",
    "VTerm",
    "length:VLength Le n:VDom",
    ("45 jours le 10", "2026-03-12", ""),
)
def _term(m: Matched) -> Value | None:
    length: Duration = m["length"]
    if length.days < 10 and not length.months:
        return None
    day = None
    if m.has("n"):
        value = m["n"]
        day = value if isinstance(value, int) else value.day
    return Term(length, day)


@COMPOSED.rule(
    "part",
    "VPeriod",
    f"[Tout This]? part:Part Dash? {OF} inner:{PERIOD}",
    ("fin de mois", "2026-04-13", "2026-04-21/2026-04-30"),
    ("fin mars", "2026-02-03", "2026-03-21/2026-03-31"),
    ("début avril", "2026-03-26", "2026-04-01/2026-04-05"),
    ("mi-avril", "2026-04-01", "2026-04-10/2026-04-15"),
    ("tout début de semaine pro", "2026-06-19", "2026-06-22"),
    ("milieu de semaine prochaine", "2026-02-17", "2026-02-25"),
    ("en fin de semaine", "2025-10-04", "2025-10-09/2025-10-10"),
    ("fin du trimestre", "2026-03-02", "2026-03-02/2026-03-31"),
    ("fin 2026", "2026-03-02", "2026-12-01/2026-12-31"),
)
def _part(m: Matched) -> Value:
    return PartOf(m["part"], as_value(m.token("inner")))


@COMPOSED.rule(
    "end_of_month",
    "VPeriod",
    f"Fin {OF} inner:{PERIOD}?",
    ("FDM mars", "2026-03-24", "2026-03-21/2026-03-31"),
)
def _end_of_month(m: Matched) -> Value:
    month = as_value(m.token("inner")) if m.has("inner") else THIS_MONTH
    return PartOf(Part.END, month)


@COMPOSED.rule(
    "end_current",
    "VPeriod",
    "part:Part c:[Courant Next]",
    ("fin courant", "2026-03-24", "2026-03-21/2026-03-31"),
)
def _end_current(m: Matched) -> Value:
    ahead = 1 if m.token("c").kind == CODES["Next"] else 0
    return PartOf(m["part"], Cycle(Grain.MONTH, ahead, floating=not ahead))


@COMPOSED.rule(
    "in_the_course",
    "VPeriod",
    f"(Dans Le|Au|En)? Courant {OF} inner:{PERIOD}",
    ("courant avril", "2026-03-17", "2026-04-01/2026-04-30"),
    ("ds le courant de la sem. prochaine", "2025-03-28", "2025-03-31/2025-04-04"),
    ("courant de semaine", "2025-08-12", "2025-08-11/2025-08-15"),
)
def _in_the_course(m: Matched) -> Value:
    return as_value(m.token("inner"))


@COMPOSED.rule(
    "half_month",
    "VPeriod",
    f"rank:[Premier Ordinal Last Number] [Fortnight Moiety] ({OF} inner:{PERIOD})?",
    ("première quinzaine d'avril", "2027-03-29", "2027-04-01/2027-04-15"),
    ("2e quinzaine de janvier", "2026-12-28", "2027-01-16/2027-01-31"),
)
def _half_month(m: Matched) -> Value | None:
    rank = m["rank"]
    if m.has("inner"):
        return half_of(rank, as_value(m.token("inner")))
    return half_of(rank, THIS_MONTH)


@COMPOSED.rule(
    "mid_month",
    "VPeriod",
    "(Moiety|A La Fortnight De) month:VMonth",
    ("moitié avril", "2026-03-12", "2026-04-10/2026-04-15"),
    ("à la quinzaine d'avril", "2026-03-12", "2026-04-10/2026-04-15"),
)
def _mid_month(m: Matched) -> Value:
    return PartOf(Part.MIDDLE, as_value(m.token("month")))


@COMPOSED.rule(
    "nth_of_period",
    "VDay",
    f"rank:[Premier Ordinal Last] day:[VWeekday UDay] Worked? {OF} inner:{PERIOD}",
    ("le premier lundi d'avril", "2026-03-09", "2026-04-06"),
    ("le dernier vendredi du mois", "2026-11-09", "2026-11-27"),
    ("le 1er jeudi de septembre", "2026-08-20", "2026-09-03"),
    ("l'avant-dernier vendredi de mars", "2026-03-02", "2026-03-20"),
    ("dernier jour du mois", "2026-11-09", "2026-11-30"),
)
@COMPOSED.rule(
    "nth_week_of_period",
    "VPeriod",
    f"rank:[Premier Ordinal Last] day:[UWeek Weekend] {OF} inner:{PERIOD}",
    ("la première semaine d'avril", "2026-03-09", "2026-03-30/2026-04-03"),
)
def _nth_of_period(m: Matched) -> Value:
    return nth_of(m["rank"], m.token("day"), as_value(m.token("inner")))


@COMPOSED.rule(
    "day_in_month",
    "VDay",
    f"day:VDom [De Du] {DET} inner:[VPeriod VMonth UMonth Chaque] UMonth?",
    ("le 5 du mois prochain", "2026-04-14", "2026-05-05"),
    ("le 15 du mois", "2026-04-14", "2026-04-15"),
)
def _day_in_month(m: Matched) -> Value | None:
    token = m.token("inner")
    if token.kind == CODES["Chaque"]:
        value: Value = m["day"]
        return value
    inner = as_value(token)
    return DayIn(m["day"].day, inner)


@COMPOSED.rule(
    "day_of_month_after",
    "VDay",
    "day:VDom De Apres (?!Le|La)",
    ("le 5 d'après", "2026-04-14", "2026-05-05"),
)
def _day_of_month_after(m: Matched) -> Value:
    return DayIn(m["day"].day, Ensuing(Grain.MONTH))


@COMPOSED.rule(
    "weekday_of",
    "VDay",
    f"day:VWeekday {OF} inner:[VPeriod UWeek]",
    ("lundi de la semaine 14", "2026-03-10", "2026-03-30"),
)
def _weekday_of(m: Matched) -> Value:
    return WeekdayIn(1, m["day"].weekday, as_value(m.token("inner")))


@COMPOSED.rule(
    "week_of",
    "VPeriod",
    f"UWeek (Du|De Le) inner:{DAY}",
    ("la semaine du 16", "2026-03-03", "2026-03-16/2026-03-20"),
)
@COMPOSED.rule(
    "week_of",
    "VPeriod",
    f"UWeek Que? Following? De {DET} inner:[VFeast VDay]",
    ("la semaine de Pâques", "2026-03-12", "2026-03-30/2026-04-03"),
)
def _week_of(m: Matched) -> Value:
    return WeekOf(as_value(m.token("inner")))


@COMPOSED.rule(
    "weekday_after",
    "VDay",
    f"w:VWeekday (Que? Following {OF}|De? Apres {DET}) inner:[VFeast VDay VDom]",
    ("le mardi qui suit Pâques", "2026-03-30", "2026-04-07"),
    ("le mardi après Pâques", "2026-03-30", "2026-04-07"),
)
def _weekday_after(m: Matched) -> Value:
    return WeekdayAfter(m["w"].weekday, as_value(m.token("inner")))


# --------------------------------------------------------------- lengths


@LENGTHS.rule(
    "days_around",
    "VDone",
    "(Dans|Sous|Au Courant)? [Les De]? n:Number which:[Prochains Lasts]"
    " u:[UDay UWeek UMonth UYear UHour]",
    ("les 3 derniers jours", "2026-03-18", "2026-03-15/2026-03-18"),
    ("dans les 10 prochains jours", "2026-03-18", "2026-03-18/2026-03-28"),
)
@LENGTHS.rule(
    "days_around",
    "VDone",
    "(Dans|Sous|Au Courant)? [Les De] which:[Prochains Lasts] length:VLength",
    ("les prochaines 48 heures", "2026-03-18", "2026-03-18/2026-03-20"),
)
@LENGTHS.rule(
    "days_around",
    "VDone",
    "(Dans|Sous|Au Courant)? [Les De] length:VLength coming:[A Que] Coming",
    ("les deux semaines à venir", "2026-03-12", "2026-03-12/2026-03-26"),
)
def _days_around(m: Matched) -> Value | None:
    length = m["length"] if m.has("length") else length_of(m["n"], m.token("u").kind)
    if length is None:
        return None
    if m.has("coming") or m.token("which").kind == CODES["Prochains"]:
        return after(length, until=True)
    return Shift(length.times(-1), TODAY, add_worked, gone=True, until=True)


@LENGTHS.rule(
    "length_from",
    "VDone",
    f"[Dans Sous]? [Le Les La]? Delai? De? length:VLength Plus?"
    f" A Partir {OF} base:[VDay VWeekday VDom VFeast VPeriod]",
    ("sous 15 jours à compter du 3", "2026-03-02", "2026-03-03/2026-03-18"),
    ("trois semaines à partir d'aujourd'hui", "2026-02-03", "2026-02-24"),
    ("dans les quinze jours à compter de demain", "2026-09-30", "2026-10-16"),
)
@LENGTHS.rule(
    "length_following",
    "VDone",
    f"[Dans Sous]? Les? length:VLength Que? Following {DET} base:[VDay VDom VFeast]",
    ("dans les 30 jours suivant le 20 mars", "2026-03-12", "2026-04-19"),
)
@LENGTHS.rule(
    "length_after",
    "VDone",
    f"length:VLength (Plus Tard)? Apres {DET} base:[VDay VWeekday VDom VFeast VPeriod]",
    ("trois jours après Noël", "2026-12-01", "2026-12-28"),
)
def _length_from(m: Matched) -> Value:
    until = m.tokens[m.match.start()].kind == CODES["Sous"]
    return after(m["length"], as_value(m.token("base")), until=until)


@LENGTHS.rule(
    "length_before",
    "VDone",
    f"length:VLength Avant {DET} base:[VDay VWeekday VDom VFeast VPeriod]",
    ("deux jours avant Noël", "2026-12-01", "2026-12-23"),
)
def _length_before(m: Matched) -> Value:
    return before(m["length"], as_value(m.token("base")))


@LENGTHS.rule(
    "within",
    "VDone",
    "Sous [Le Les La]? (Un? Delai De)? length:VLength [Calendar Plus]?",
    ("sous 8 jours", "2025-05-08", "2025-05-08/2025-05-16"),
    ("ss quinzaine", "2025-09-01", "2025-09-01/2025-09-16"),
)
@LENGTHS.rule(
    "by_length",
    "VDone",
    "De? Ici A? [Le La Les]? length:VLength Plus?",
    ("d'ici cinq jours", "2025-04-28", "2025-04-28/2025-05-03"),
    ("d'ici une quinzaine", "2026-11-06", "2026-11-06/2026-11-21"),
)
@LENGTHS.rule(
    "in_the",
    "VDone",
    "(Dans|Avant) ([Le Les La]|Un? Delai De [Le Les La]?) (Prochains)? length:VLength",
    ("dans les 8 jours", "2025-04-28", "2025-04-28/2025-05-06"),
)
def _within(m: Matched) -> Value:
    return after(m["length"], until=True)


@LENGTHS.rule(
    "in",
    "VDone",
    "Dans (Vers Un?|Vers De)? length:VLength Plus?",
    ("dans trois jours", "2026-04-09", "2026-04-12"),
    ("dans deux mois", "2026-04-09", "2026-06-09"),
    ("dans un mois", "2026-01-31", "2026-02-28"),
)
@LENGTHS.rule(
    "before_length",
    "VDone",
    "Avant length:VLength",
    ("avant 8 jours", "2026-03-12", "2026-03-20"),
)
def _in(m: Matched) -> Value:
    return after(m["length"])


@LENGTHS.rule(
    "count",
    "VDone",
    "(Partir|Count) (A|Sous|Vers|De)? length:VLength",
    ("comptez une dizaine de jours", "2026-07-27", "2026-08-06"),
)
def _count(m: Matched) -> Value:
    return after(m["length"], until=False)


@LENGTHS.rule(
    "ago",
    "VDone",
    "(Il? Y A|Fait|Depuis) Vers? length:VLength",
    ("il y a 3 jours", "2026-08-12", "2026-08-09"),
    ("il y a deux semaines", "2026-08-12", "2026-07-29"),
)
def _ago(m: Matched) -> Value:
    return before(m["length"])


@LENGTHS.rule(
    "weekday_ago",
    "VDone",
    "w:VWeekday Il? Y A length:VLength",
    ("vendredi il y a 8 jours", "2026-03-18", "2026-03-13"),
)
def _weekday_ago(m: Matched) -> Value:
    return WeekdayIn(1, m["w"].weekday, WeekOf(before(m["length"])))


@LENGTHS.rule(
    "day_after",
    "VDone",
    f"[Le La]? n:[Lendemain Surlendemain Veille] {OF} base:[VDay VWeekday VDom VFeast]",
    ("la veille du 15 août", "2026-08-03", "2026-08-14"),
    ("le lendemain de Noël", "2026-12-03", "2026-12-26"),
)
def _day_after(m: Matched) -> Value:
    return Shift(Duration(m["n"]), as_value(m.token("base")), add_worked)


@LENGTHS.rule(
    "the_day_after",
    "VDone",
    "[Le A]? n:[Lendemain Surlendemain] DayPart?",
    ("dès le lendemain", "2026-03-12", "2026-03-13"),
)
def _the_day_after(m: Matched) -> Value:
    return Shift(Duration(m["n"]), Previous(), add_worked)


@LENGTHS.rule(
    "after_days_off",
    "VDone",
    "Apres [Le Les]? base:VFeast",
    ("après le pont de l'Ascension", "2026-05-05", "2026-05-18"),
    ("après les fêtes", "2026-12-05", "2027-01-04"),
)
def _after_days_off(m: Matched) -> Value | None:
    base = m["base"]
    if isinstance(base, FeastDay) and base.days(2026)[0] == base.days(2026)[1]:
        return None
    return NextWorked(base, add_worked)


@LENGTHS.rule(
    "length_and",
    "VDone",
    "length:VLength (?=Et)",
    ("3 jours et c'est bon", "2026-07-15", "2026-07-15/2026-07-18"),
)
def _length_and(m: Matched) -> Value | None:
    return after(m["length"], until=True) if m.opens() else None


@LENGTHS.rule(
    "length_alone",
    "VDone",
    "length:VLength Plus?",
    ("72h maxi", "2026-07-15", "2026-07-15/2026-07-18"),
)
def _length_alone(m: Matched) -> Value | None:
    length: Duration = m["length"]
    if not m.opens() or not length.hours:
        return None
    return after(length, until=True)
