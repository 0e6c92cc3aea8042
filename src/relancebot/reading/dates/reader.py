"""From a text to the dates in it."""

import re
from dataclasses import replace
from datetime import date, datetime

from relancebot.reading.dates import (
    en_atoms,
    en_rules,
    fr_compose,
    fr_dates,
    fr_days,
    fr_periods,
    fr_place,
    fr_words,
)
from relancebot.reading.dates.found import DateFound, Role
from relancebot.reading.dates.grammar import Level, run
from relancebot.reading.dates.kinds import CODES, Token
from relancebot.reading.dates.lexicon import lexicon
from relancebot.reading.dates.policy import promised
from relancebot.reading.dates.roles import Use, mark_accents, use_of
from relancebot.reading.dates.scan import islands, may_hold_dates, scan
from relancebot.reading.dates.values import DayNumber
from relancebot.reading.dates.windows import At, Direction, Window, resolve
from relancebot.reading.folding import fold

FRENCH: tuple[Level, ...] = (
    fr_words.WORDS,
    fr_dates.DATES,
    fr_periods.PERIODS,
    fr_days.DAYS,
    fr_compose.TAILS,
    fr_compose.COMPOSED,
    fr_compose.LENGTHS,
    fr_place.RANGES,
    fr_place.PLACED,
)
ENGLISH: tuple[Level, ...] = (
    en_atoms.WORDS,
    en_atoms.DATES,
    en_atoms.ATOMS,
    en_rules.TAILS,
    en_rules.COMPOSED,
    en_rules.LENGTHS,
    en_rules.RANGES,
    en_rules.PLACED,
)
#: A working week is over at six on Friday.
EVENING = 18
#: A letter names a few dates; in a table of hundreds no clause speaks of each.
MOST_READ = 200
_NAMED = frozenset(
    CODES[name] for name in ("VDay", "VDom", "VWeekday", "VPeriod", "VDone", "VTerm")
)
#: These are dates only with a preposition, a neighbour, or where nothing else stands.
_LATENT = frozenset(CODES[name] for name in ("VMonth", "VSeason", "VFeast"))
_BEFORE = re.compile(r"\W*(?:le|la|les|l|the)?\W*")
_AFTER = re.compile(r"\W*")
#: What stands between two payments of one plan.
PLAN = re.compile(r"\b(?:et|puis|ensuite|solde|reste|moitie|tiers|autres?)\b|€|\x00")
#: Receipts are kept off the ends of the calendar, so that counting stays inside it.
_FIRST, _LAST = date(2, 1, 1), date(9990, 1, 1)


def find_dates(
    text: str,
    received: date | datetime,
    *,
    language: str = "fr",
    issued: date | None = None,
) -> tuple[DateFound, ...]:
    """Find every date that a text names, in order, counted from its receipt.

    ``received`` with an hour decides what is said on a Friday evening; ``issued`` is
    the date of the invoice, from which terms such as "45 jours fin de mois" count.
    """
    folded = fold(text)
    words = lexicon(language)
    if not may_hold_dates(folded, words):
        return ()
    levels = ENGLISH if language == "en" else FRENCH
    tokens: list[Token] = []
    for island in islands(scan(text, folded, words)):
        tokens += run(levels, island)
    if isinstance(received, datetime):
        day, evening = received.date(), received.hour >= EVENING
    else:
        day, evening = received, False
    at = At(min(max(day, _FIRST), _LAST), evening, issued=issued, promised=promised)
    found: list[DateFound] = []
    last, previous = -1, None
    named = [
        token
        for token in tokens
        if token.kind in _NAMED or (token.kind in _LATENT and _is_alone(folded, token))
    ]
    if not named:
        return ()
    spoken = mark_accents(text, folded)
    for place, token in enumerate(named):
        use = Use(Role.DUE)
        if len(found) < MOST_READ:
            ahead = named[place + 1].start if place + 1 < len(named) else None
            use = use_of(
                spoken,
                token.start,
                token.end,
                last=last,
                previous=previous,
                ahead=ahead,
            )
        one = _found(text, token, at, use)
        if one is not None and found and _follows(folded, found[-1], one, token):
            # "1 800 le 5 et 1 800 le 20": the days of a plan come in order.
            one = _found(text, token, replace(at, day=found[-1].end), use) or one
        if one is not None:
            found.append(one)
            last, previous = token.end, use
            if not one.past:
                at = replace(at, previous=one.end)
    return tuple(found)


def _found(text: str, token: Token, at: At, use: Use) -> DateFound | None:
    role = Role.TERM if token.kind == CODES["VTerm"] else use.role
    past = role in PAST_ROLES
    window = resolve(token.value, replace(at, past=past))
    if window is None:
        return None
    if past and window.start > at.day:
        # "daté de demain": the words are of a day to come, whatever the noun.
        past, role = False, Role.DUE
    if window.gone:
        role = Role.PAST if role is Role.DUE else role
    end = window.end
    if role is Role.DUE and end < at.day:
        role, past = Role.PAST, True
    return DateFound(
        start=_begin(window, at.day),
        end=end,
        role=role,
        rule=token.rule,
        span=(token.start, token.end),
        text=text[token.start : token.end],
        earliest=min(window.earliest or end, end),
        latest=max(window.latest or end, end),
        grain=window.grain,
        direction=window.direction,
        past=past or window.gone,
        sure=use.sure,
        explicit="day_month" in token.rule or "figures" in token.rule,
    )


PAST_ROLES = frozenset({Role.PAST, Role.INVOICE, Role.RECALL})


def _follows(folded: str, last: DateFound, one: DateFound, token: Token) -> bool:
    """Tell whether a bare day of the month goes on from the payment before it."""
    if not isinstance(token.value, DayNumber) or one.end > last.end:
        return False
    between = folded[last.span[1] : token.start]
    both_due = last.role is one.role is Role.DUE
    return both_due and len(between) < 80 and PLAN.search(between) is not None


def _is_alone(folded: str, token: Token) -> bool:
    """Tell whether a text says nothing but one word: "mars" is a month then."""
    return bool(
        _BEFORE.fullmatch(folded, 0, token.start)
        and _AFTER.fullmatch(folded, token.end)
    )


def _begin(window: Window, day: date) -> date:
    """« d'ici vendredi » names the days from now on."""
    if window.direction in {Direction.BY, Direction.BEFORE}:
        return min(window.end, day)
    return min(window.start, window.end)
