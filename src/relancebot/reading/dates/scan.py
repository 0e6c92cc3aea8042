"""A text to tokens: words of dates by their kind, all the rest as one mark."""

import re
from collections.abc import Iterator
from typing import Any

from relancebot.reading.dates.kinds import CODES, Token
from relancebot.reading.dates.lexicon import Lexicon
from relancebot.reading.dates.masks import HIDDEN, hide

_TOKEN = re.compile(
    rf"""
    (?P<mask>{HIDDEN}+)
  | (?P<slang>2main|2m1|2m(?![a-z])|dem1)\b
  | (?P<weekcode>\b[sw]\.?[ ]?\d{{1,2}}(?!\w|/(?!20\d\d)|[.,]\d))
  | (?P<quarter>\b[tq][1-4]\b)
  | (?P<plus>\bj[ ]?\+[ ]?\d{{1,3}}\b)
  | (?P<minus>\bj[ ]?-[ ]?\d{{1,3}}\b)
  | (?P<word>[a-z][a-z\u0300-\u036f]*)
  | (?P<iso>\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}}(?!\d))
  | (?P<numeric>\d{{1,2}}(?P<sep>[-/.])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d{{2}})(?!\d))
  | (?P<short>\d{{1,2}}[-/.]\d{{1,2}}(?![\d/]|[.,-]\d))
  | (?P<clock>\d{{1,2}}(?:[ ]?h[ ]?|:)\d{{2}}(?!\d))
  | (?P<ordinal>\d{{1,2}}(?:[ ]?er|ers|ere|re|e|i?eme|n?de?|st|rd|th)(?![a-z\u0300]))
  | (?P<number>\d+)
  | (?P<stop>[.;!?:\u2022|]|\n[ \t]*\n|\n)
  | (?P<comma>,)
  | (?P<dash>[-])
  | (?P<slash>/)
  | (?P<quote>')
  | (?P<other>[^\s])
    """,
    re.VERBOSE,
)
_MARKS = re.compile("[\u0300-\u036f]+")
_OTHER, _STOP, _COMMA = CODES["Other"], CODES["Stop"], CODES["Comma"]
_NUMBER, _YEAR, _MASK = CODES["Number"], CODES["Year"], CODES["Mask"]
_DASH, _SLASH, _WEEKDAY = CODES["Dash"], CODES["Slash"], CODES["Weekday"]
#: A hyphen after these is "to": "lundi-mercredi".
_SPLIT = frozenset({_WEEKDAY, CODES["Month"]})
_ABBREVIATED = CODES["WeekdayAbbr"], CODES["Mar"], CODES["Sept"]
#: With a dot these name a weekday even where no number follows.
_DOTTED = frozenset({"lun", "merc", "mercr", "jeu", "ven", "vend", "vendr"})
_LONGEST_PHRASE = 5


def scan(text: str, folded: str, lexicon: Lexicon) -> list[Token]:
    """Cut a text into tokens that keep their places in it."""
    hidden = hide(folded)
    tokens: list[Token] = []
    add = tokens.append
    place = 0
    find, phrases = lexicon.find, lexicon.phrases
    for found in _TOKEN.finditer(hidden):
        start, end = found.span()
        if start < place:
            continue
        kind = found.lastgroup
        word = found[0]
        if kind == "word":
            if not word.isascii():
                word = _MARKS.sub("", word)
            if word in phrases:
                joined = _phrase(hidden, start, phrases[word])
                if joined is not None:
                    (code, value), place = joined
                    add(Token(code, value, start, place))
                    continue
            entry = find(word)
            if entry is None:
                if not tokens or tokens[-1].kind != _OTHER:
                    add(Token(_OTHER, None, start, end))
                continue
            code, value = entry
            if (
                code in _NAMES
                and text[start].isupper()
                and _is_name(hidden, start, end)
            ):
                add(Token(_OTHER, None, start, end))
                continue
            if code in _ABBREVIATED and hidden[end : end + 1] == ".":
                if word == "sept":
                    code, value = CODES["Month"], 9
                elif word in _DOTTED:
                    code = _WEEKDAY
                place = end + 1
            elif hidden[end : end + 1] == "." and len(word) < 6 and _is_cut(word):
                place = end + 1
            elif word == "des" and text[start + 1] in "èÈ":
                code = CODES["Des"]
            elif word == "du" and text[start + 1] in "ûÛ":
                code = _OTHER
            add(Token(code, value, start, max(end, place)))
            continue
        split = bool(tokens) and tokens[-1].kind in _SPLIT
        token = _figure(kind or "", word, start, end, text, split=split)
        if token is None:
            continue
        if token.kind == _OTHER and tokens and tokens[-1].kind == _OTHER:
            continue
        add(token)
    return tokens


_NAMES = frozenset(CODES[name] for name in ("Weekday", "Month", "May", "Feast"))
_TITLE = re.compile(r"\b(?:m|mr|mme|mlle|melle|dr|me)[. ]{1,2}$")


#: Without one of these nothing is a date.
_SEEDS = frozenset(
    CODES[name]
    for name in (
        *("Weekday", "WeekdayAbbr", "Month", "Mar", "Sept", "May", "Number"),
        *("Letters", "Year", "Numeric", "Short", "Iso", "WeekCode", "QuarterCode"),
        *("PlusDays", "UWeek", "UMonth", "UQuarter", "UHalf", "UYear", "UHour"),
        *("Weekend", "We", "UDay", "Fortnight", "Part", "Eight", "Dozen"),
        *("Lendemain", "Surlendemain", "Veille", "Today", "Tomorrow", "Yesterday"),
        *("Moment", "DayPart", "Noon", "Instant", "Season", "Feast", "Bridge"),
        *("Fin", "Close", "Premier", "Ordinal"),
    )
)
_SEPARATORS = frozenset({_OTHER, _STOP})
_WORDS_OR_DIGIT = re.compile(r"[a-z]{2,}|\d")


def may_hold_dates(folded: str, lexicon: Lexicon) -> bool:
    """Tell quickly whether a text has any word or figure of a date."""
    for word in set(_WORDS_OR_DIGIT.findall(folded)):
        if len(word) == 1 or word in lexicon.phrases:
            return True
        entry = lexicon.find(word)
        if entry is not None and entry[0] in _SEEDS:
            return True
    return False


def islands(tokens: list[Token]) -> Iterator[list[Token]]:
    """Give the runs of words of dates, each with the marks beside it."""
    first, seed = 0, False
    for place, token in enumerate(tokens):
        if token.kind in _SEPARATORS:
            if seed:
                yield tokens[first : place + 1]
            first, seed = place, False
        elif token.kind in _SEEDS:
            seed = True
    if seed:
        yield tokens[first:]


def _is_name(hidden: str, start: int, end: int) -> bool:
    """Tell whether a capital makes a name of the word: "M. Lundi", "Mardi & Fils"."""
    if hidden[end : end + 2] == " &":
        return True
    return _TITLE.search(hidden, max(0, start - 6), start) is not None


def _is_cut(word: str) -> bool:
    return word in {
        "janv", "jan", "fevr", "fev", "avr", "juil", "juill", "jul", "oct", "nov",
        "dec", "sem", "proch", "trim", "quinz", "max", "prochain", "aug", "sep", "apr",
        "feb", "tues", "thurs", "jr", "jrs", "j",
    }  # fmt: skip


def _phrase(
    folded: str, start: int, choices: list[tuple[tuple[str, ...], tuple[str, Any]]]
) -> tuple[tuple[str, Any], int] | None:
    """Read several words as one where they stand together."""
    words: list[tuple[str, int]] = []
    place = start
    for found in _WORD.finditer(folded, start, start + 60):
        if words and not _JOINT.fullmatch(folded, place, found.start()):
            break
        words.append((found[0], found.end()))
        place = found.end()
        if len(words) == _LONGEST_PHRASE:
            break
    spoken = tuple(word for word, _ in words)
    for phrase, entry in choices:
        if spoken[: len(phrase)] == phrase:
            return entry, words[len(phrase) - 1][1]
    return None


_WORD = re.compile(r"[a-z]+")
_JOINT = re.compile(r"[ ]*['\-]?[ ]*|\.?[ ]|\s*\n[ ]*")


def _figure(
    kind: str, word: str, start: int, end: int, text: str, *, split: bool
) -> Token | None:
    """Make a token of anything that is not a word."""
    match kind:
        case "number":
            return _number(word, start, end)
        case "stop":
            return _stop(word, start, end, text)
        case "comma":
            return Token(_COMMA, None, start, end)
        case "dash":
            beside = text[start - 1 : start] + text[end : end + 1]
            if len(beside.strip()) == 2 and beside.isalpha() and not split:
                return None
            return Token(_DASH, None, start, end)
        case "slash":
            return Token(_SLASH, None, start, end)
        case "quote":
            return None
        case "mask" | "minus":
            return Token(_MASK, None, start, end)
        case "slang":
            return Token(CODES["Tomorrow"], 1, start, end)
        case "ordinal":
            number = int(re.match(r"\d+", word)[0])  # type: ignore[index]  # by the pattern
            named = "Premier" if number == 1 else "Ordinal"
            return Token(CODES[named], number, start, end)
        case "weekcode" | "quarter" | "plus":
            number = int(re.sub(r"\D", "", word))
            names = {"weekcode": "WeekCode", "quarter": "QuarterCode"}
            return Token(CODES[names.get(kind, "PlusDays")], number, start, end)
        case "iso" | "numeric" | "short" | "clock":
            return Token(CODES[kind.capitalize()], word, start, end)
        case _:
            return Token(_OTHER, None, start, end)


def _number(word: str, start: int, end: int) -> Token:
    if len(word) > 4:
        return Token(_MASK, None, start, end)
    number = int(word)
    if len(word) == 4:
        return Token(_YEAR if 1800 <= number < 2200 else _MASK, number, start, end)
    return Token(_NUMBER, number, start, end)


def _stop(word: str, start: int, end: int, text: str) -> Token | None:
    """A line that breaks inside a sentence does not end it."""
    if word == "\n" and text[end : end + 1].islower():
        return None
    if (
        word == ":"
        and text[start - 1 : start].isdigit()
        and text[end : end + 1].isdigit()
    ):
        return Token(_OTHER, None, start, end)
    return Token(_STOP, None, start, end)
