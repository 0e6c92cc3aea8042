"""``python -m tests.chaos``: break the program in every way, and count its letters."""

import argparse
import signal
import sys
import time

import click

from tests.chaos.latency import latency
from tests.chaos.load import load
from tests.chaos.scenarios import chosen
from tests.chaos.stage import Count, stage

COLUMNS = ("runs", "planned", "received", "twice", "lost", "unknown", "unread")


def main() -> int:
    """Play the scenarios and print a table; 1 when anything was not as it must be."""
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("words", nargs="*", help="only scenarios with these words")
    parser.add_argument("--runs", type=int, default=500, help="deaths at random")
    parser.add_argument("--quick", action="store_true", help="the few that tests play")
    parser.add_argument(
        "--load", action="store_true", help="1 000 letters, 5 000 mails"
    )
    parser.add_argument("--latency", action="store_true", help="answers, one by one")
    parser.add_argument("--embedded", action="store_true", help="without Dovecot")
    wanted = parser.parse_args()
    # Stopped from outside, the servers are stopped too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if wanted.load:
        return load(embedded=wanted.embedded)
    if wanted.latency:
        return latency(embedded=wanted.embedded)
    total, bad = Count(), 0
    began = time.monotonic()
    with stage(embedded=wanted.embedded) as set_up:
        click.echo(f"IMAP: {set_up.server}; SMTP: the tests' own, which misbehaves\n")
        click.echo(f"{'':54}" + "".join(f"{name:>9}" for name in COLUMNS))
        for scenario in chosen(wanted.runs, quick=wanted.quick, words=wanted.words):
            count = scenario.play(set_up)
            total.add(count)
            bad += not count.good
            click.echo(_row(scenario.name, count))
            for note in () if count.good else count.notes:
                click.echo(f"      {note}")
    click.echo(_row("all", total))
    click.echo(
        f"\n{time.monotonic() - began:.0f} s; "
        + ("all well" if not bad else f"{bad} WRONG")
    )
    return int(bad > 0)


def _row(name: str, count: Count) -> str:
    numbers = "".join(f"{getattr(count, column):>9}" for column in COLUMNS)
    return f"{name:54.54}{numbers}  {'ok' if count.good else 'WRONG'}"


if __name__ == "__main__":
    sys.exit(main())
