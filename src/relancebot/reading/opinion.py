"""A second opinion: a spaCy text categoriser trained on the corpora.

It weighs the words themselves and what the rules found, and says how likely a dispute,
its reason, a promise and the need for a person are. It never speaks alone: where it
contradicts the rules, a person looks.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from relancebot.domain.reading import DisputeReason

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).with_name("model")
META = "figures.json"
DISPUTE, REVIEW, PROMISE = "dispute", "review", "promise"
REASON = "reason:"


_replacement: "list[Language]" = []


def use(nlp: "Language | None") -> None:
    """Let another categoriser judge (cross-validation); null takes the own one back."""
    _replacement[:] = [] if nlp is None else [nlp]


def _categoriser() -> "Language | None":
    return _replacement[0] if _replacement else _installed()


@cache
def _installed() -> "Language | None":
    """Load the trained categoriser once; null where none was installed."""
    if not (MODEL / "config.cfg").exists():
        return None
    import spacy  # noqa: PLC0415 - heavy, and only where an answer is read

    nlp = spacy.load(MODEL)
    # A feature is looked up by its name alone: no shape, no prefix, no likeness.
    nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # stubs lack it
    return nlp


def opinion_of(features: Sequence[str]) -> dict[str, float]:
    """Give the likelihood of each category; empty where there is no model."""
    nlp = _categoriser()
    if nlp is None or not features:
        return {}
    from spacy.tokens import Doc  # noqa: PLC0415 - heavy, as above

    with nlp.memory_zone():
        doc = nlp(Doc(nlp.vocab, words=list(features)))
        return dict(doc.cats)


def reasons_in(opinion: Mapping[str, float]) -> dict[DisputeReason, float]:
    """Give how likely each reason of a dispute is."""
    return {
        DisputeReason(name.removeprefix(REASON)): value
        for name, value in opinion.items()
        if name.startswith(REASON)
    }


def figures() -> dict[str, object]:
    """Give what was measured when the model was trained."""
    path = MODEL / META
    loaded: dict[str, object] = json.loads(path.read_text("utf-8"))
    return loaded


def warm() -> None:
    """Load the model before the first answer comes."""
    _categoriser()
