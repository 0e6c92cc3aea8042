"""``run`` and ``plan``: the daemon, and its dry run."""

import json
import logging
import signal
from typing import TYPE_CHECKING

import click

from relancebot.cli.common import EXIT_ERROR, Settings, json_option, now, print_json
from relancebot.clock import SystemClock

if TYPE_CHECKING:
    from relancebot.daemon import Daemon, Turn
    from relancebot.office import Office


@click.command("run", help="Met en route : lit les réponses, envoie ce qui est dû.")
@click.option("--once", is_flag=True, help="Un seul passage, puis s’arrête.")
@json_option
@click.pass_obj
def run_command(settings: Settings, *, once: bool, as_json: bool) -> None:
    """Run the daemon, or one turn of it."""
    from relancebot.daemon import Daemon, alone
    from relancebot.office import check_letters

    with settings.office() as office, alone(settings.home):
        check_letters(office.letters)
        daemon = Daemon(office, SystemClock())
        if once:
            turn = daemon.turn()
            _tell(office, turn, as_json=as_json)
            if turn.errors or turn.letters.failed:
                click.get_current_context().exit(EXIT_ERROR)
            return
        logging.getLogger("relancebot").setLevel(logging.INFO)
        _stop_on_signals(daemon)
        click.echo("relancebot tourne. Arrêter : Ctrl-C.")
        daemon.run()


def _stop_on_signals(daemon: "Daemon") -> None:
    def stop(*_: object) -> None:
        daemon.stop.set()
        daemon.wake()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


def _tell(office: "Office", turn: "Turn", *, as_json: bool) -> None:
    """Say what one turn did."""
    from relancebot.journeys.views import told_turn

    told = told_turn(office, turn.reads, turn.events, turn.letters)
    errors = [str(error) for error in turn.errors.values()]
    if turn.letters.failed:
        errors.append(str(turn.letters.failed))
    if as_json:
        click.echo(json.dumps({"done": told, "errors": errors}, ensure_ascii=False))
        return
    for line in told:
        click.echo(line)
    for line in errors:
        click.echo(f"Erreur : {line}", err=True)
    if not told and not errors:
        click.echo("Rien à faire.")


@click.command("plan", help="À blanc : ce qui partira et quand, et sinon pourquoi.")
@click.option("--days", default=30, show_default=True, type=click.IntRange(1, 366))
@json_option
@click.pass_obj
def plan_command(settings: Settings, *, days: int, as_json: bool) -> None:
    """Show what the daemon would do, from its own decisions."""
    from relancebot import french
    from relancebot.journeys.views import outlook

    with settings.office() as office:
        view = outlook(office, now(), days)
    if as_json:
        print_json(view)
        return
    if view.paused:
        click.echo("PAUSE : rien ne partira tant que dure « relancebot pause ».\n")
    if not view.coming:
        click.echo(f"Rien ne partira dans les {days} jours.")
    day = None
    for line in view.coming:
        if line.on != day:
            day = line.on
            click.echo(click.style(french.day(day).capitalize(), bold=True))
        cases = ", ".join(line.cases)
        sign = "→" if line.kind == "letter" else "☐"
        click.echo(f"  {sign} {line.client_name} · {cases} : {line.what}")
        if line.why:
            click.echo(f"      {line.why}")
    if view.resting:
        click.echo(click.style("\nRien de prévu", bold=True))
    for rest in view.resting:
        click.echo(f"  · {rest.client_name} · {rest.case} : {rest.why}")
