"""An answer is cut into sentences, and a sentence into clauses, with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from relancebot.domain.reading import Span
from relancebot.reading.folding import fold

# A full stop inside "15.04", "n° 3.2", "M. Keller" or "etc." ends nothing.
_ABBREVIATIONS = (
    "m|mm|mme|mlle|me|mr|dr|st|ste|n|no|num|ref|tel|art|p|pp|ex|etc|env|cf|svp|"
    "janv|fevr|fev|avr|juil|sept|oct|nov|dec|lun|mar|mer|merc|jeu|ven|vend|vendr|sam|"
    "dim|sem|proch|ht|ttc|vir|virt|regl|fact|cpta|compta|mt|mtt|rdv|bjr|cdt|cdlt|ds|"
    "vs|ns|tt|qq|inv|approx|approx|mrs|ms"
)
_END_OF_SENTENCE = re.compile(r"[.!?…;]+(?=[\s\"'»)\]]|$)[\s\"'»)\]]*|\n+\s*")
# "c est", "l argent", "j ai": the apostrophe that a telephone left out.
_ELIDED = re.compile(r"(?<![\w'])([cdjlmnst]|qu) (?=[aeiouyh])")
#: A longer "sentence" is a list, a table or noise: it is read piece by piece.
LONGEST = 500
_EDGES = " \n\r:;,-"
_MARGIN = 50
_CLOSED = re.compile(r"[.!?:;]\s*$")
_ABBREVIATED = re.compile(rf"(?:^|[\s('/])(?:{_ABBREVIATIONS}|[a-z])$")
#: "entre le 10 | et le 15" is one date.
_BETWEEN = re.compile(r"\b(?:entre|between) (?:\w+ ){0,2}\w+$")
_NEW_CLAUSE = re.compile(
    r"\s*[,:]\s+(?=\S)|\s*(?:[=-]>|→)\s*|\s+-+\s+|\s*[()]\s*|"
    r"\s+(?=(?:mais|puis|alors que|sauf que|par contre|en revanche|sinon|car|"
    r"par contre|toutefois|cependant|neanmoins|but|however|though|so that|because)\b)|"
    r"\s+(?=(?:donc|so) (?:je|j'|on|nous|vous|ce|ca|c'|we|i|you) ?)|"
    r"\s+(?=(?:et|and) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|\d))|"
    r"\s+(?=(?:et|and|puis) (?:ensuite |apres |puis |then |du coup |donc )?"
    r"(?:j'|je |j[a-z]{2,} |on |nous |vous |elle |il |ils |elles |ca |c'|ce |cela |le |"
    r"la |"
    r"les |l'|votre |notre |mon |ma |mes |un |une |you |i |i'|we |it |the |that |"
    r"then ))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement: where it stands in the answer, and its folded words."""

    start: int
    end: int
    folded: str
    sentence: int

    @property
    def span(self) -> Span:
        """Its place in the answer."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its clauses; ``asks`` when it ends in a question mark."""

    start: int
    end: int
    folded: str
    asks: bool
    clauses: tuple[Clause, ...] = field(default=())

    @property
    def span(self) -> Span:
        """Its place in the answer."""
        return Span(self.start, self.end)


def _unwrap(text: str, folded: str) -> str:
    """Join the lines that a mail program broke at its margin, length unchanged."""
    if "\n" not in folded:
        return folded
    lines = folded.split("\n")
    at = 0
    for number, line in enumerate(lines[:-1]):
        at += len(line) + 1
        following = text[at : at + 1]
        wrapped = len(line.rstrip()) >= _MARGIN and not _CLOSED.search(line)
        if wrapped and (following.islower() or following.isdigit()):
            lines[number] = line + " "
        else:
            lines[number] = line + "\n"
    return "".join(lines)


def _sentence_bounds(folded: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for end in _END_OF_SENTENCE.finditer(folded):
        mark = end.group()
        if mark.startswith(".") and not mark.startswith(".."):
            before = folded[max(start, end.start() - 9) : end.start()]
            if _ABBREVIATED.search(" " + before if start == 0 else before):
                continue
        yield start, end.start(), mark
        start = end.end()
    yield start, len(folded), ""


def _bounded(folded: str) -> Iterator[tuple[int, int, str]]:
    """Cut what nobody punctuated, so that no pattern ever sees a very long text."""
    for start, end, mark in _sentence_bounds(folded):
        left = start
        while end - left > LONGEST:
            cut = folded.rfind(" ", left + LONGEST // 2, left + LONGEST)
            right = cut if cut > left else left + LONGEST
            yield left, right, ""
            left = right
        yield left, end, mark


def _clauses(folded: str, start: int, end: int, number: int) -> Iterator[Clause]:
    for left, right in _cuts(folded, start, end):
        begin, finish = left, right
        while begin < finish and folded[begin] in _EDGES:
            begin += 1
        while finish > begin and folded[finish - 1] in _EDGES:
            finish -= 1
        if finish > begin:
            yield Clause(begin, finish, folded[begin:finish], number)


def _cuts(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cut in _NEW_CLAUSE.finditer(folded, start, end):
        if cut.start() > at and not _BETWEEN.search(folded, at, cut.start()):
            yield at, cut.start()
            at = cut.end()
    if end > at:
        yield at, end


def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut the sender's words into sentences and clauses.

    >>> [s.folded for s in sentences("Réglé le 15.04. Désolé !")]
    ['regle le 15.04', 'desole']
    """
    folded = _ELIDED.sub(r"\1'", _unwrap(text, fold(text)))
    found: list[Sentence] = []
    for left, right, mark in _bounded(folded):
        start, end = left, right
        while start < end and folded[start] in " \n\r-*•>":
            start += 1
        while end > start and folded[end - 1] in " \n\r":
            end -= 1
        if start >= end:
            continue
        number = len(found)
        found.append(
            Sentence(
                start,
                end,
                folded[start:end],
                "?" in mark,
                tuple(_clauses(folded, start, end, number)),
            )
        )
    return tuple(found)
