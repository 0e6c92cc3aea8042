"""A thousand letters, five thousand answers in one turn: none lost, memory flat."""

import shutil
from collections import Counter
from datetime import timedelta

import click

from relancebot.office import open_office
from tests.chaos.stage import (
    BEGIN,
    ENV,
    Run,
    Stage,
    address,
    answer,
    make_directory,
    promise,
    stage,
)
from tests.servers.mailboxes import put

LETTERS = 1000
ANSWERS = 5000
FEW = 100
CAPS = {"per_day": 1000, "per_client_per_week": 2, "per_case": 6}


def load(*, embedded: bool = False) -> int:
    """Send the letters, read the answers; 1 when one is missing or memory grows."""
    with stage(embedded=embedded) as set_up:
        small = _play(set_up, FEW, FEW * ANSWERS // LETTERS)
        large = _play(set_up, LETTERS, ANSWERS)
    growth = max(large) / max(small)
    click.echo(
        f"memory: {max(small)} MB with {FEW} letters, {max(large)} MB with {LETTERS}"
    )
    click.echo("flat" if growth < 1.5 else "GROWS")
    return int(growth >= 1.5)


def _play(set_up: Stage, letters: int, answers: int) -> tuple[int, ...]:
    """Play one day of so many; gives the most memory of each turn."""
    clients = [f"c{number:04}" for number in range(letters)]
    home = set_up.place / f"load-{letters}"
    make_directory(home, set_up.imap_port, set_up.sink.port, clients, caps=CAPS)
    set_up.clear()
    office = open_office(home, ENV)
    run = Run(set_up, home, office)
    first = run.turn(0)
    taken = Counter(x for one in set_up.sink.letters for x in one.recipients)
    right = taken == Counter(map(address, clients))
    click.echo(
        f"{letters} letters: {first['seconds']:.0f} s, {first['megabytes']} MB, "
        f"each once: {right}"
    )
    when = BEGIN + timedelta(minutes=5)
    raws = [
        answer(clients[n % letters], promise(clients[n % letters]), when, n)
        for n in range(answers)
    ]
    for start in range(0, len(raws), 500):
        put(set_up.imap_port, raws[start : start + 500], when)
    second = run.turn(10)
    promised = 0
    for client in clients:
        dossier = office.store.dossier(client)
        promised += bool(dossier and dossier.cases[f"F-{client}"].promises)
    click.echo(
        f"{answers} answers: {second['seconds']:.0f} s, {second['megabytes']} MB, "
        f"{promised} of {letters} promises noted"
    )
    office.store.close()
    shutil.rmtree(home)
    if not right or promised != letters:
        raise SystemExit("a letter or an answer is missing")
    return first["megabytes"], second["megabytes"]
