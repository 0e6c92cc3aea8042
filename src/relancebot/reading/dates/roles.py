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
    DONE,
    NEGATED_BEFORE,
    PAYMENT,
    PAYS,
    PLANNED,
    QUESTIONS,
    SINCE,
    SUBJECT,
)
from relancebot.reading.dates.found import Role

_BACK, _AHEAD, _NEAR = 200, 120, 60
_HANGS = re.compile(
    r"(?:du |des |de |d')(?!(?:ici|la fin|ce|cet|cette|demain|aujourd)\b)"
)
_SENTENCE = re.compile(r"[.!?;\n](?=\s|$)|\n\s*\n")
_CLAUSE = re.compile(
    r"[,:()]|\s[-–]\s|\b(?:mais|puis|car|et|parce|tandis|alors|but|and|so|then)\b"
)


_WORD = re.compile("[a-z]{2}")
_ACCENTS = re.compile("[éÉàÀ]")
#: The é of a participle, and the preposition "à".
_MARKED = re.compile(r"[éÉ](?=(?:e|s|es)?\b)|\b[àÀ]\b", re.IGNORECASE)


def mark_accents(text: str, folded: str) -> str:
    """Keep the accents that tell "réglé" from "règle" and "à" from "a"."""
    if not _ACCENTS.search(text):
        return folded
    letters = list(folded)
    for found in _MARKED.finditer(text):
        letters[found.start()] = found[0].lower()
    return "".join(letters)


@dataclass(frozen=True, slots=True)
class Use:
    """What a date is for; ``sure`` when the words say it, not the lack of others.

    ``bound`` is said of the noun that the date hangs on, not of the clause.
    """

    role: Role
    sure: bool = False
    bound: bool = False


#: What a date takes over from the one before it when its own words are silent.
_INHERITED = frozenset(Role) - {Role.NEGATED, Role.QUESTION, Role.RECALL}


def use_of(
    folded: str,
    start: int,
    end: int,
    *,
    last: int = -1,
    previous: Use | None = None,
    ahead: int | None = None,
) -> Use:
    """Tell what the date at ``folded[start:end]`` is for.

    ``previous`` is the use of the date before it, which ends at ``last``; ``ahead``
    is where the date after it begins.
    """
    before = folded[max(0, start - _BACK) : start]
    held = previous if previous and not previous.bound and last >= 0 else None
    gap = start - last if held else -1
    after = folded[end : end + _AHEAD]
    stop = _SENTENCE.search(after)
    asked = stop is not None and stop[0] == "?"
    if stop is not None:
        after = after[: stop.start()]
    if ahead is not None:
        after = after[: max(0, ahead - end)]
    return _use(before, folded[start:end], after, asked, gap, held)


@lru_cache(maxsize=1024)
def _use(
    before: str,
    words: str,
    after: str,
    asked: bool,  # noqa: FBT001  (the cache takes its arguments by place)
    gap: int,
    previous: Use | None,
) -> Use:
    ends = [cut.end() for cut in _SENTENCE.finditer(before)]
    if ends:
        before = before[ends[-1] :]
    bound = _bound(before, words)
    if bound is not None:
        return Use(bound, sure=True, bound=True)
    if NEGATED_BEFORE.search(before[-_NEAR:]) and not words.startswith(
        ("avant", "pas ")
    ):
        return Use(Role.NEGATED, sure=True)
    if not _WORD.search(before) and not _WORD.search(after):
        return Use(Role.QUESTION if asked else Role.DUE)
    own, left = _clauses(before, after)
    if CONDITIONS.search(own) and not CONCLUDES.search(own):
        return Use(Role.OTHER, sure=True)
    if words.startswith("jusqu") and _WORD.search(own) and not PAYMENT.search(own):
        return Use(Role.OTHER, sure=True)
    question = asked or QUESTIONS.search(f"{left} {own}") is not None
    done = DONE.search(own) and not PLANNED.search(own)
    role = _role(own) or (Role.PAST if done else None)
    role = role or (Role.DUE if PAYS.search(own) else None)
    whole = f"{before.rstrip()} \x00 {after.lstrip()}"
    if role is None and previous and 0 <= gap <= len(before):
        # "500 € lundi, 300 le 15": the second is said in the words of the first.
        role = previous.role if previous.role in _INHERITED else Role.DUE
        sure = previous.sure and previous.role in _INHERITED
        return Use(Role.QUESTION if question else role, sure=sure)
    if role is None and SUBJECT.search(own):
        role = Role.DUE if PAYS.search(whole) else None
    elif role is None:
        role = _role(f"{left} {own}") or _role(whole)
        role = role or (Role.DUE if PAYS.search(whole) else None)
    if role is None:
        return Use(Role.QUESTION if question else Role.DUE)
    if question and role is Role.DUE:
        role = Role.QUESTION
    return Use(role, sure=True)


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
    rest = after[: first.start() if first else None]
    return f"{own.rstrip()} \x00 {rest.lstrip()}", left


def _role(part: str) -> Role | None:
    for role, cue in CUES:
        if cue.search(part):
            if role is Role.ABSENCE and PAYMENT.search(part):
                return Role.DUE
            return role
    return None
