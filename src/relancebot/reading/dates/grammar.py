"""Rules: a name, a pattern over kinds of words, and a production.

A grammar is a short cascade of levels. Each level reads the tokens from left to
right, replaces what a rule matches by one token of the kind that the rule makes, and
hands the shorter line to the next level; so rules compose without knowing of each
other, and a text costs what its length costs.
"""

import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from relancebot.reading.dates.kinds import CODES, Token

_KIND = re.compile(r"[A-Z]\w*")
_ITEM = re.compile(r"(?:(?P<name>[a-z_]+):)?(?P<kinds>[A-Z]\w*|\[[^\]]*\])")


@dataclass(frozen=True, slots=True)
class Matched:
    """What a pattern matched: its named words, by name."""

    match: re.Match[str]
    tokens: Sequence[Token]
    prefix: str

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  (each kind has its type)
        """Give the value of a named word."""
        return self.tokens[self.match.start(self.prefix + name)].value

    def has(self, name: str) -> bool:
        """Tell whether an optional word was there."""
        group = self.prefix + name
        known = group in self.match.re.groupindex
        return known and self.match.start(group) >= 0

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401
        """Give the value of an optional word."""
        return self[name] if self.has(name) else default

    def token(self, name: str) -> Token:
        """Give a named word whole."""
        return self.tokens[self.match.start(self.prefix + name)]

    @property
    def words(self) -> Sequence[Token]:
        """All the words that matched."""
        return self.tokens[self.match.start() : self.match.end()]

    def comes_after(self, kinds: Container[str]) -> bool:
        """Tell whether the word before those that matched is of these kinds."""
        place = self.match.start()
        return place > 0 and self.tokens[place - 1].kind in kinds

    def opens(self) -> bool:
        """Tell whether the words begin their clause."""
        place = self.match.start()
        ends = (CODES["Stop"], CODES["Comma"])
        return place == 0 or self.tokens[place - 1].kind in ends

    def closes(self) -> bool:
        """Tell whether the words end their clause."""
        place = self.match.end()
        ends = (CODES["Stop"], CODES["Comma"])
        return place == len(self.tokens) or self.tokens[place].kind in ends

    @property
    def following(self) -> Token:
        """The word after those that matched; only where the pattern looks at it."""
        return self.tokens[self.match.end()]


Production = Callable[[Matched], Any]
#: An expression, the day (and hour) of receipt, and the days that it must give.
Example = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of naming a date."""

    name: str
    makes: str
    pattern: str
    produce: Production
    examples: tuple[Example, ...] = ()


@dataclass(slots=True)
class Level:
    """Rules that look at the same line of tokens; the first that fits wins.

    ``needs`` names kinds without any of which no rule here can fit.
    """

    needs: str = ""
    rules: list[Rule] = field(default_factory=list)
    _joined: re.Pattern[str] | None = None
    _needed: frozenset[str] = frozenset()
    _single: list[re.Pattern[str]] = field(default_factory=list)

    def rule(
        self, name: str, makes: str, pattern: str, *examples: Example
    ) -> Callable[[Production], Production]:
        """Register a production under its pattern, with its examples beside it."""

        def register(produce: Production) -> Production:
            place = len(self.rules)
            # Decorators run from the lowest up; the uppermost is to be tried first.
            while place and self.rules[place - 1].produce is produce:
                place -= 1
            rule = Rule(name, CODES[makes], pattern, produce, examples)
            self.rules.insert(place, rule)
            return produce

        return register

    def compile(self) -> None:
        """Make one expression of all the rules' patterns."""
        self._needed = frozenset(CODES[name] for name in self.needs.split() or CODES)
        sources = []
        for number, rule in enumerate(self.rules):
            body = _expression(rule.pattern, f"r{number}_")
            sources.append(f"(?P<r{number}_>{body})")
        self._joined = re.compile("|".join(sources))
        self._single = [re.compile(source) for source in sources]

    def reduce(self, line: str, tokens: list[Token]) -> tuple[str, list[Token]]:
        """Replace what the rules match by the values that they make."""
        if self._joined is None:
            self.compile()
        joined = self._joined
        assert joined is not None  # noqa: S101  (compiled just above)
        match = None if self._needed.isdisjoint(line) else joined.search(line)
        if match is None:
            return line, tokens
        out: list[Token] = []
        done = 0
        while match is not None:
            place, reached = match.start(), match.start() + 1
            made = self._make(match, line, tokens)
            if made is not None:
                token, reached = made
                out += tokens[done:place]
                out.append(token)
                done = reached
            match = joined.search(line, reached)
        out += tokens[done:]
        return "".join([token.kind for token in out]), out

    def _make(
        self, match: re.Match[str], line: str, tokens: list[Token]
    ) -> tuple[Token, int] | None:
        """Run the production; when it declines, try the rules after it."""
        number = int((match.lastgroup or "r0_")[1:-1])
        found: re.Match[str] | None = match
        place = match.start()
        while True:
            if found is not None and found.end() > place:
                rule = self.rules[number]
                value = rule.produce(Matched(found, tokens, f"r{number}_"))
                if value is not None:
                    last = found.end() - 1
                    inner = _names(tokens[place : last + 1])
                    name = f"{rule.name}({inner})" if inner else rule.name
                    start, end = tokens[place].start, tokens[last].end
                    return Token(rule.makes, value, start, end, name), last + 1
            number += 1
            if number == len(self.rules):
                return None
            found = self._single[number].match(line, place)


def _names(tokens: Sequence[Token]) -> str:
    return ", ".join([token.rule for token in tokens if token.rule][:4])


def _expression(pattern: str, prefix: str) -> str:
    """Write a pattern's kinds as their characters, and its names as groups."""

    def item(found: re.Match[str]) -> str:
        kinds = _KIND.sub(lambda kind: CODES[kind[0]], found["kinds"])
        return f"(?P<{prefix}{found['name']}>{kinds})" if found["name"] else kinds

    return re.sub(r"\s+", "", _ITEM.sub(item, pattern))


def run(levels: Iterable[Level], tokens: list[Token]) -> list[Token]:
    """Read a line of tokens through all levels."""
    line = "".join([token.kind for token in tokens])
    for level in levels:
        line, tokens = level.reduce(line, tokens)
    return tokens
