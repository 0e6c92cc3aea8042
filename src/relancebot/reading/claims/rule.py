"""What a rule of reading is: a name, a pattern, what forbids it, and its examples."""

from dataclasses import dataclass
from typing import Literal

from relancebot.domain.reading import DisputeReason, Label

Language = Literal["fr", "en"]
Scope = Literal["sentence", "clause", "text"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Some words of an answer carry a label.

    ``pattern`` is searched in the folded words of one sentence (or clause, or of the
    whole answer); pieces in angle brackets come from the lexicon. Words that match
    ``unless`` in the same scope forbid it. Every example must be found by the rule and
    no counter-example may be: both are tests.
    """

    name: str
    label: Label
    pattern: str
    examples: tuple[str, ...]
    unless: str = ""
    but_not: tuple[str, ...] = ()
    reason: DisputeReason | None = None
    language: Language = "fr"
    scope: Scope = "sentence"
    question: bool | None = None
