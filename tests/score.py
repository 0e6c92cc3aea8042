"""Score the reader on the labelled corpora (see corpus/GUIDE.md): ``make score``.

Each corpus is read with a second opinion that learned from the other corpora alone;
the rules were written with some of these answers in sight, so that figures on mails
never seen are lower. ``--installed`` reads with the model of the package instead.

  kind        human, auto_reply or bounce told apart
  labels f1   micro- and macro-averaged over the labels with at least 5 examples
  promise     of the messages with a promise: every promised day right, none too many
  invented    messages without a promise in which one was read
  dispute     recall, precision, and the reason right among those found
  alone       of the messages on which it would act without a person, right: the share
              where no person was needed and what decides is exactly right; coverage:
              of the messages that need no person, the share handled alone and right
"""

import argparse
import collections
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

# The root of the project is added first, so that this runs as a plain script.
from typing import Any

from relancebot.domain.reading import Reading
from relancebot.reading import opinion, read
from relancebot.reading.training import Example, train
from tests.corpora import (
    HELD_OUT,
    JUDGED,
    TEACHING,
    examples,
    gold_of,
    invoices_of,
    items,
    message_of,
)

DECISIVE = frozenset(
    {
        "promise", "paid_claim", "dispute", "refusal", "payment_plan", "extension",
        "insolvency", "hostile", "stop", "out_of_office", "bounce",
    }
)  # fmt: skip
FREQUENT = 5
Item = dict[str, Any]


def say(*words: object) -> None:
    """Write one line of figures."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def same_days(gold: list[Item], found: Reading) -> bool:
    """Every promised day is read once in its accepted days, and none is left over."""
    left = [promise.by.isoformat() for promise in found.promises]
    for promise in gold:
        hit = next((day for day in left if day in promise["accept"]), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def _share(part: float, whole: float) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _f1(row: collections.Counter[str]) -> float:
    if not row["tp"]:
        return 0.0
    return 2 * row["tp"] / (2 * row["tp"] + row["fp"] + row["fn"])


def score(
    corpus: list[Item], readings: dict[str, Reading]
) -> tuple[Item, list[tuple[object, ...]]]:
    """Give the figures of one corpus, and what was read wrongly."""
    tally: dict[str, collections.Counter[str]] = collections.defaultdict(
        collections.Counter
    )
    seen: collections.Counter[str] = collections.Counter()
    misses: list[tuple[object, ...]] = []
    for item in corpus:
        gold, found = gold_of(item), readings[item["id"]]
        wanted = set(gold["labels"])
        given = {label.value for label in found.labels}
        for label in wanted | given:
            side = "fn" if label not in given else "fp"
            tally[label]["tp" if label in wanted & given else side] += 1
        right_days = same_days(gold["promises"], found)
        decisive = wanted & DECISIVE == given & DECISIVE and right_days
        needed = gold["review"] is True
        seen["kind"] += found.kind.value == gold["kind"]
        seen["promised"] += bool(gold["promises"])
        seen["promise right"] += bool(gold["promises"]) and right_days
        seen["invented"] += not gold["promises"] and bool(found.promises)
        if "dispute" in wanted:
            seen["disputed"] += 1
            reason = found.dispute.reason.value if found.dispute else None
            seen["reason right"] += reason == gold["dispute"]
        seen["allowed"] += not needed
        seen["alone"] += not found.review
        seen["alone right"] += not found.review and decisive and not needed
        if not decisive or found.kind.value != gold["kind"]:
            misses.append((item["id"], sorted(wanted), sorted(given), found.text[:120]))
    empty: collections.Counter[str] = collections.Counter()
    total = sum(tally.values(), empty)
    frequent = [
        name for name, row in tally.items() if row["tp"] + row["fn"] >= FREQUENT
    ]
    dispute = tally["dispute"]
    figures = {
        "messages": len(corpus),
        "kind": _share(seen["kind"], len(corpus)),
        "labels_micro_f1": round(100 * _f1(total), 1),
        "labels_macro_f1": round(
            100 * sum(_f1(tally[name]) for name in frequent) / max(1, len(frequent)), 1
        ),
        "promise_days_right": _share(seen["promise right"], seen["promised"]),
        "promises_invented": seen["invented"],
        "dispute_recall": _share(dispute["tp"], dispute["tp"] + dispute["fn"]),
        "dispute_precision": _share(dispute["tp"], dispute["tp"] + dispute["fp"]),
        "dispute_reason_right": _share(seen["reason right"], seen["disputed"]),
        "alone_coverage": _share(seen["alone right"], seen["allowed"]),
        "alone_right": _share(seen["alone right"], seen["alone"]),
        "alone_wrong": seen["alone"] - seen["alone right"],
        "per_label": {
            name: {
                "n": row["tp"] + row["fn"],
                "recall": _share(row["tp"], row["tp"] + row["fn"]),
                "precision": _share(row["tp"], row["tp"] + row["fp"]),
            }
            for name, row in sorted(
                tally.items(), key=lambda pair: -pair[1]["tp"] - pair[1]["fn"]
            )
        },
    }
    return figures, misses


def read_all(corpus: list[Item]) -> dict[str, Reading]:
    """Read every mail of a corpus."""
    return {item["id"]: read(message_of(item), invoices_of(item)) for item in corpus}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", default=[], help=f"among {JUDGED}")
    parser.add_argument("--installed", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    names = options.names or [*JUDGED, HELD_OUT]
    learned: dict[str, list[Example]] = {}
    if not options.installed:
        learned = {name: list(examples(name)) for name in (*JUDGED, *TEACHING)}
    for name in names:
        if learned:
            others = [
                one for other in learned if other != name for one in learned[other]
            ]
            opinion.use(train(others))
        corpus = items(name)
        figures, misses = score(corpus, read_all(corpus))
        opinion.use(None)
        if options.json:
            say(json.dumps({"file": name, **figures}, ensure_ascii=False))
        else:
            _say(name, figures, crossed=bool(learned))
        for miss in misses[: options.misses]:
            say("  ✗", *miss)


def _say(name: str, figures: Item, *, crossed: bool) -> None:
    how = "second opinion trained without it" if crossed else "installed model"
    say(f"== {name} ({how})")
    for key, value in figures.items():
        if key != "per_label":
            say(f"   {key}: {value}")
            continue
        for label, row in value.items():
            say(
                f"   {label:18} n={row['n']:<4} recall={row['recall']}"
                f" precision={row['precision']}"
            )


if __name__ == "__main__":
    main()
