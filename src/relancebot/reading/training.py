"""Train the second opinion from labelled answers.

The corpora and the command stand beside the tests (``tests/train_opinion.py``); here
is what a labelled answer becomes, and how a categoriser learns from many.
"""

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relancebot.domain.reading import DisputeReason, InvoiceRef, Label
from relancebot.reading.opinion import META, REASON, REVIEW
from relancebot.reading.read import findings

if TYPE_CHECKING:
    from spacy.language import Language

VERSION = "1"
EPOCHS = 14
BATCH = 32
_MACHINE = {Label.OUT_OF_OFFICE, Label.AUTO_ACK, Label.BOUNCE}
CATEGORIES = (
    REVIEW,
    *(label.value for label in Label if label not in _MACHINE),
    *(f"{REASON}{reason}" for reason in DisputeReason),
)
_REVIEWED = frozenset(
    {
        "dispute", "refusal", "payment_plan", "extension", "insolvency", "hostile",
        "stop", "unrelated",
    }
)  # fmt: skip
_CONFIG: dict[str, Any] = {
    "threshold": 0.5,
    "model": {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": False,
        "ngram_size": 1,
        "no_output_layer": False,
        "length": 32768,
    },
}


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled answer as the categoriser sees it."""

    ident: str
    features: tuple[str, ...]
    cats: dict[str, float]


def needs_person(gold: dict[str, Any]) -> bool:
    """Tell whether a person should look, as the guide has it."""
    if isinstance(gold.get("review"), bool):
        return bool(gold["review"])
    labels = set(gold["labels"])
    return bool(labels & _REVIEWED) or (
        "hardship" in labels and "promise" not in labels
    )


def example(ident: str, text: str, received: datetime, gold: dict[str, Any],
            invoices: Sequence[InvoiceRef] = ()) -> Example:  # fmt: skip
    """Make one example from a labelled answer."""
    cats = dict.fromkeys(CATEGORIES, 0.0)
    cats.update({label: 1.0 for label in gold["labels"] if label in cats})
    cats[REVIEW] = float(needs_person(gold))
    if gold.get("dispute"):
        cats[f"{REASON}{gold['dispute']}"] = 1.0
    return Example(ident, tuple(findings(text, received, invoices).features), cats)


def train(examples: Sequence[Example], *, epochs: int = EPOCHS) -> "Language":
    """Train a categoriser; the same examples give the same model."""
    import spacy  # noqa: PLC0415 - heavy, and only where a model is trained
    from spacy.tokens import Doc  # noqa: PLC0415
    from spacy.training import Example as SpacyExample  # noqa: PLC0415
    from thinc.api import fix_random_seed  # noqa: PLC0415

    fix_random_seed(7)
    nlp = spacy.blank("xx")
    categoriser = nlp.add_pipe("textcat_multilabel", config=_CONFIG)
    for name in CATEGORIES:
        categoriser.add_label(name)  # type: ignore[attr-defined]  # pipes are untyped
    ready = [
        SpacyExample.from_dict(
            Doc(nlp.vocab, words=list(one.features)), {"cats": one.cats}
        )
        for one in examples
    ]
    optimizer = nlp.initialize(lambda: ready)
    optimizer.learn_rate = 0.003
    order = random.Random(7)  # noqa: S311 - shuffling, nothing secret
    for _ in range(epochs):
        order.shuffle(ready)
        for at in range(0, len(ready), BATCH):
            nlp.update(ready[at : at + BATCH], sgd=optimizer)
    return nlp


def judge(nlp: "Language", examples: Iterable[Example]) -> list[dict[str, float]]:
    """Give a model's opinion of each example."""
    from spacy.tokens import Doc  # noqa: PLC0415

    docs = [Doc(nlp.vocab, words=list(one.features)) for one in examples]
    return [dict(doc.cats) for doc in nlp.pipe(docs)]


def average_precision(pairs: Iterable[tuple[float, float]]) -> float:
    """Measure how well scores rank the true ones first."""
    ranked = sorted(pairs, key=lambda pair: -pair[0])
    hits, total = 0, 0.0
    for rank, (_, true) in enumerate(ranked, 1):
        if true:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0


def save(nlp: "Language", out: Path, meta: dict[str, Any]) -> None:
    """Write a trained model with its version and its figures beside it."""
    # The vocabulary would only repeat the words of the corpora; hashes are enough.
    nlp.to_disk(out, exclude=["vocab"])
    text = json.dumps({"version": VERSION, **meta}, indent=1, ensure_ascii=False)
    (out / META).write_text(f"{text}\n", "utf-8")
