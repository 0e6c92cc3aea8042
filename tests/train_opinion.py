"""Train the second opinion from the corpora beside this file, with its figures.

Run from the root of the project: ``python -m tests.train_opinion``. Each corpus is
first judged by a model that learned from the others alone; the model that is kept
then learns from all of them.
"""

import argparse
import sys
from pathlib import Path

from relancebot.reading.opinion import DISPUTE, MODEL, PROMISE, REVIEW
from relancebot.reading.training import (
    Example,
    average_precision,
    judge,
    save,
    train,
)
from tests.corpora import JUDGED, TEACHING, examples


def say(*words: object) -> None:
    """Write one line of figures."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


_MEASURED = (DISPUTE, REVIEW, PROMISE)


def measure(model, judged: list[Example]) -> dict[str, float]:
    """Give the average precision of each measured category."""
    opinions = judge(model, judged)
    return {
        name: round(
            average_precision(
                (opinion[name], one.cats[name])
                for opinion, one in zip(opinions, judged, strict=True)
            ),
            3,
        )
        for name in _MEASURED
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument(
        "--quick", action="store_true", help="no cross-validation, no figures"
    )
    options = parser.parse_args()
    corpora = {name: list(examples(name)) for name in JUDGED}
    teaching = [one for name in TEACHING for one in examples(name)]
    figures: dict[str, dict[str, float]] = {}
    for name, judged in corpora.items() if not options.quick else ():
        others = [one for other in JUDGED if other != name for one in corpora[other]]
        figures[name] = measure(train([*others, *teaching]), judged)
        say(name, figures[name])
    everything = [one for name in JUDGED for one in corpora[name]] + teaching
    meta = {"examples": len(everything), "average_precision_when_left_out": figures}
    save(train(everything), options.out, meta)
    say(len(everything), "examples →", options.out)


if __name__ == "__main__":
    main()
