"""What a clause does with its date: pay, recall, call, deliver, close.

The words around the date decide, nearest first: the noun that it hangs on ("votre
mail de jeudi"), then the verbs of its own clause, then those of the sentence. The
reader of claims refines this with the syntax of the whole sentence.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from relancebot.reading.dates.cues import (
    ATTRIBUTE,
    BOUND_NOUNS,
    CONCLUDES,
    CONDITIONS,
    CUES,
    DEFERRED_NOUNS,
    NEGATED_BEFORE,
    PAYMENT,
    PAYS,
    QUESTIONS,
    SINCE,
)
from relancebot.reading.dates.found import Role

_BACK, _AHEAD, _NEAR = 200, 120, 60
_HANGS = re.compile(
    r"(?:du|des|de|d')(?! ?(?:ici|la fin|ce|cet|cette|demain|aujourd)\b) ?"
)
_SENTENCE = re.compile(r"[.!?;\n](?=\s|$)|\n\s*\n")
_CLAUSE = re.compile(
    r"[,:()]|\s[-–]\s|\b(?:mais|puis|car|donc|et|parce|tandis|alors|but|and|so|then)\b"
)


_MARKED = re.compile(r"[éÉ](?=(?:e|s|es)?\b)|\b[àÀ]\b", re.IGNORECASE)


def mark_accents(text: str, folded: str) -> str:
    """Keep the accents that tell "réglé" from "règle" and "à" from "a"."""
    if not _ACCENTS.search(text):
        return folded
    letters = list(folded)
    for found in _MARKED.finditer(text):
        letters[found.start()] = found[0].lower()
    return "".join(letters)


_WORD = re.compile("[a-z]{2}")
_ACCENTS = re.compile("[éÉàÀ]")


@dataclass(frozen=True, slots=True)
class Use:
    """What a date is for; ``sure`` when the words say it, not the lack of others."""

    role: Role
    sure: bool = False


def use_of(folded: str, start: int, end: int) -> Use:
    """Tell what the date at ``folded[start:end]`` is for."""
    return _use(
        folded[max(0, start - _BACK) : start],
        folded[start:end],
        folded[end : end + _AHEAD],
    )


@lru_cache(maxsize=1024)
def _use(before: str, words: str, after: str) -> Use:
    ends = [cut.end() for cut in _SENTENCE.finditer(before)]
    if ends:
        before = before[ends[-1] :]
    stop = _SENTENCE.search(after)
    mark = stop[0] if stop else ""
    if stop is not None:
        after = after[: stop.start()]
    bound = _bound(before, words)
    if bound is not None:
        return Use(bound, sure=True)
    if NEGATED_BEFORE.search(before[-_NEAR:]) and not words.startswith(
        ("avant", "pas ")
    ):
        return Use(Role.NEGATED, sure=True)
    if not _WORD.search(before) and not _WORD.search(after):
        return Use(Role.QUESTION if mark == "?" else Role.DUE)
    own, left = _clauses(before, after)
    if CONDITIONS.search(own) and not CONCLUDES.search(own):
        return Use(Role.OTHER, sure=True)
    question = mark == "?" or QUESTIONS.search(f"{before} {words} {after}")
    for part in (own, f"{left} {own}", f"{before} \x00 {after}"):
        role = _role(part)
        if role is not None:
            if question and role is Role.DUE:
                return Use(Role.QUESTION, sure=True)
            return Use(role, sure=True)
    return Use(Role.QUESTION if question else Role.DUE)


def _bound(before: str, words: str) -> Role | None:
    """Give the role that the noun right before the date gives it."""
    if SINCE.match(words):
        return Role.PAST
    before = before[-_NEAR:]
    hung = _HANGS.match(words)
    whole = before + hung[0] if hung else before
    for role, nouns in BOUND_NOUNS:
        if nouns.search(whole) and not DEFERRED_NOUNS.search(whole):
            return role
    if hung and ATTRIBUTE.search(before) and not DEFERRED_NOUNS.search(whole):
        return Role.OTHER
    return None


def _clauses(before: str, after: str) -> tuple[str, str]:
    """Give the date's own clause without the date, and the clause before it."""
    cuts = [found.span() for found in _CLAUSE.finditer(before)]
    own = before[cuts[-1][1] :] if cuts else before
    left = before[cuts[-2][1] if len(cuts) > 1 else 0 : cuts[-1][0]] if cuts else ""
    first = _CLAUSE.search(after)
    return f"{own} \x00 {after[: first.start() if first else None]}", left


def _role(part: str) -> Role | None:
    for role, cue in CUES:
        if cue.search(part):
            if role is Role.ABSENCE and PAYMENT.search(part):
                return Role.DUE
            return role
    return Role.DUE if PAYS.search(part) else None
