"""How long it takes from a mail's arrival to the client's new standing, by push."""

import statistics
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import click

from relancebot.clock import SystemClock
from relancebot.daemon import Daemon, alone
from relancebot.office import Office, open_office
from tests.chaos.stage import ENV, Stage, answer, make_directory, promise, stage
from tests.servers.mailboxes import put

CLIENTS = 20
PATIENCE = 60.0
RULES: dict[str, Any] = {
    "window": {"start": "00:00", "end": "23:59", "worked_days_only": False},
    "old_invoice_days": 3650,
}


def latency(*, embedded: bool = False) -> int:
    """Let clients answer one after the other; 1 when one is not heard in a minute."""
    with stage(embedded=embedded) as set_up:
        waits = _play(set_up)
    click.echo(
        f"{set_up.server}: from arrival to the new standing, {len(waits)} answers: "
        f"median {statistics.median(waits):.2f} s, longest {max(waits):.2f} s"
    )
    return int(max(waits) >= PATIENCE)


def _play(set_up: Stage) -> list[float]:
    clients = [f"c{number:02}" for number in range(CLIENTS)]
    home, clock = set_up.place / "latency", SystemClock()
    make_directory(home, set_up.imap_port, set_up.sink.port, clients, **RULES)
    set_up.clear()
    daemons: list[Daemon] = []

    def work() -> None:
        with alone(home):
            office = open_office(home, ENV)
            daemons.append(Daemon(office, clock))
            daemons[0].run()
            office.store.close()

    thread = threading.Thread(target=work)
    thread.start()
    office = open_office(home, ENV)
    _until(lambda: len(set_up.sink.letters) == CLIENTS)
    waits: list[float] = []
    for client in clients:
        time.sleep(1.0)  # as people write: one after the other
        now = clock.now()
        put(set_up.imap_port, [answer(client, promise(client), now)], now)
        began = time.monotonic()
        _until(partial(_heard, office, client))
        waits.append(time.monotonic() - began)
    daemons[0].stop.set()
    daemons[0].wake()
    thread.join()
    office.store.close()
    return waits


def _heard(office: Office, client: str) -> bool:
    dossier = office.store.dossier(client)
    return dossier is not None and dossier.client.last_answer is not None


def _until(look: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not look() and time.monotonic() < end:
        time.sleep(0.02)
