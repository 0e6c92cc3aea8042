"""What each clause of an answer says about paying, with its dates and its sums."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from relancebot.domain.reading import Span
from relancebot.reading.amounts import AmountFound, find_amounts
from relancebot.reading.claims.payment import FRAMES, Event, Frame
from relancebot.reading.clauses import Clause, Sentence
from relancebot.reading.dates.found import DateFound
from relancebot.reading.lexicon import compiled

# What makes a clause speak of days to come, whatever participle stands in it.
_AHEAD = (
    r"\b(?:sera|seront|serez|serons|va etre|vont|vais|allons|aurez|recevrez|partira\w*|"
    r"suivra|will|'ll|going to|demain|ce soir|tout a l'heure|scheduled|"
    r"(?:prevue?|programmee?|calee?|planifiee?|datee?|saisie?) (?:pour|au|le|du|de|ce|"
    r"vendr|"
    r"dans|sur|en)|<PAY_FUT>|<SEND_FUT>)\b"
)
_CONDITION = re.compile(
    r"\b(?:si|s'il|s'ils|des que|des qu'|des (?:reception|retour|validation|que)|quand|"
    r"lorsque|lorsqu'|une fois (?:que|qu'|le|la|l'|votre)|aussitot que|sitot|tant que|"
    r"tant qu'|le jour ou|apres que|a reception|a condition|sous reserve|sans (?:le|la|"
    r"l'|"
    r"ce|cette|votre|un)|if|once|when|until|as soon as|unless|des l'accord|"
    r"encore faut[- ]il)\b"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A frame that a clause matches, and where."""

    frame: Frame
    span: Span


@dataclass(frozen=True, slots=True)
class Said:
    """One clause, what it says about paying, and what it holds."""

    clause: Clause
    sentence: Sentence
    hits: tuple[Hit, ...]
    dates: tuple[DateFound, ...]
    amounts: tuple[AmountFound, ...]

    def hit(self, event: Event) -> Hit | None:
        """Give the first frame of that kind, if any; the firmest first."""
        found = [hit for hit in self.hits if hit.frame.event is event]
        return min(found, key=lambda hit: hit.frame.dated_only, default=None)

    @property
    def ahead(self) -> bool:
        """The clause speaks of days to come."""
        return bool(compiled(_AHEAD).search(self.clause.folded))

    @property
    def conditional(self) -> bool:
        """The clause opens or holds a condition."""
        return bool(_CONDITION.search(self.clause.folded))

    @property
    def event(self) -> Event | None:
        """What the clause does; the past wins unless days to come are named."""
        commit, paid = self.hit(Event.COMMIT), self.hit(Event.PAID)
        if paid and (not commit or not self.ahead):
            return Event.PAID
        if self.hit(Event.DENIED):
            return Event.DENIED
        if self.hit(Event.WISH):
            return Event.WISH
        if self.hit(Event.RECALL):
            return Event.RECALL
        if commit:
            return Event.COMMIT
        for event in (Event.THIRD, Event.CALL, Event.MEETING):
            if self.hit(event):
                return event
        return None


@cache
def _unless(frame: Frame) -> "re.Pattern[str] | None":
    return compiled(frame.unless) if frame.unless else None


def _hits(clause: Clause) -> tuple[Hit, ...]:
    found = []
    for frame in FRAMES:
        match = compiled(frame.pattern).search(clause.folded)
        if match is None:
            continue
        unless = _unless(frame)
        if unless is not None and unless.search(clause.folded):
            continue
        span = Span(clause.start + match.start(), clause.start + match.end())
        found.append(Hit(frame, span))
    return tuple(found)


def analyse(
    sentences: Sequence[Sentence], dates: Sequence[DateFound]
) -> tuple[Said, ...]:
    """Take the answer clause by clause."""
    found = []
    for sentence in sentences:
        for clause in sentence.clauses:
            within = tuple(
                one for one in dates if clause.start <= one.span[0] < clause.end
            )
            found.append(
                Said(
                    clause,
                    sentence,
                    _hits(clause),
                    within,
                    find_amounts(clause.folded, clause.start),
                )
            )
    return tuple(found)
