"""Words to kinds, with the typing errors that people make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from relancebot.reading.dates import words_en, words_fr
from relancebot.reading.dates.kinds import code

Entry = tuple[str, Any]
#: Words shorter than this are only read as they are written.
SHORTEST_TYPO = 5
_REMEMBERED = 20_000
#: The words of dates proper; those around them are too short and too common.
_CORE = frozenset(
    code(name)
    for name in (
        *("Weekday", "Month", "UWeek", "UQuarter", "Tomorrow", "Next", "Last"),
        *("Fortnight", "Eight", "Weekend", "Today", "UDay", "Part", "Season"),
        *("Feast", "Letters", "Lendemain", "DayPart", "Ordinal", "Yesterday"),
    )
)


@dataclass(slots=True)
class Lexicon:
    """The words of one language; unknown ones are compared once, then remembered."""

    words: dict[str, Entry]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    not_typos: frozenset[str]
    exact: frozenset[str]
    _near: dict[str, list[str]] = field(default_factory=dict)
    _seen: dict[str, Entry | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word, (kind, _) in self.words.items():
            if len(word) >= SHORTEST_TYPO and kind in _CORE and word not in self.exact:
                for shorter in _shortened(word):
                    self._near.setdefault(shorter, []).append(word)

    def find(self, word: str) -> Entry | None:
        """Give the kind and value of a folded word, or nothing."""
        found = self.words.get(word)
        if found is not None or len(word) < SHORTEST_TYPO:
            return found
        try:
            return self._seen[word]
        except KeyError:
            if len(self._seen) > _REMEMBERED:
                self._seen.clear()
            found = self._seen[word] = self._typo(word)
            return found

    def _typo(self, word: str) -> Entry | None:
        """Give the one word of the same first letter that is one slip away."""
        if word in self.not_typos or len(word) > 12:
            return None
        near = {
            known
            for shorter in _shortened(word)
            for known in self._near.get(shorter, ())
            if known[0] == word[0] and _one_slip(word, known)
        }
        entries = {self.words[known][0]: self.words[known] for known in sorted(near)}
        return next(iter(entries.values())) if len(entries) == 1 else None


def _shortened(word: str) -> Iterator[str]:
    """Give the word and all that is left of it when one letter is dropped."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _one_slip(word: str, known: str) -> bool:
    """Tell whether one letter was dropped, added, changed, or two were swapped."""
    if len(word) == len(known):
        wrong = [n for n, (a, b) in enumerate(zip(word, known, strict=True)) if a != b]
        if len(wrong) == 2:
            one, two = wrong
            swapped = word[one] == known[two] and word[two] == known[one]
            return two == one + 1 and swapped
        return len(wrong) == 1
    short, long = sorted((word, known), key=len)
    if len(long) - len(short) != 1:
        return False
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def _build(
    words: Mapping[str, Mapping[str, Any]],
    phrases: Mapping[tuple[str, ...], Entry],
    not_typos: frozenset[str],
    exact: frozenset[str],
) -> Lexicon:
    found: dict[str, Entry] = {}
    for kind, values in words.items():
        for word, value in values.items():
            found.setdefault(word, (code(kind), value))
    heads: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for phrase, (kind, value) in phrases.items():
        entry = (phrase, (code(kind), value))
        heads.setdefault(phrase[0], []).append(entry)
    for entries in heads.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return Lexicon(found, heads, not_typos, exact)


@cache
def lexicon(language: str) -> Lexicon:
    """Give the lexicon of a language: French unless it is English."""
    if language == "en":
        return _build(
            words_en.WORDS, words_en.PHRASES, words_en.NOT_TYPOS, words_en.EXACT
        )
    return _build(words_fr.WORDS, words_fr.PHRASES, words_fr.NOT_TYPOS, words_fr.EXACT)
