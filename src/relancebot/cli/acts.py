"""``paid``, ``hold``, ``resume``, ``pause``: what the person decides at once."""

from datetime import date

import click

from relancebot.cli.common import (
    Amount,
    Day,
    Settings,
    a_click,
    json_option,
    now,
    print_json,
)
from relancebot.domain.events import Event


def _told(events: tuple[Event, ...], *, as_json: bool) -> None:
    """Say what an act recorded, in the words of the timeline."""
    from relancebot import french

    lines = [french.say_event(event) for event in events]
    if as_json:
        print_json({"changed": bool(lines), "events": lines})
    elif lines:
        for line in lines:
            click.echo(f"✓ {line}")
    else:
        click.echo("Rien à changer.")


@click.command("paid", help="Note un paiement reçu ; sans montant : tout est payé.")
@click.argument("number", metavar="FACTURE")
@click.option("--amount", type=Amount(), help="Montant reçu, s’il est partiel.")
@click.option("--on", "on", type=Day(), help="Jour du paiement (aujourd’hui).")
@json_option
@click.pass_obj
def paid_command(
    settings: Settings,
    number: str,
    amount: str | None,
    on: date | None,
    *,
    as_json: bool,
) -> None:
    """Book a payment."""
    from relancebot.domain.money import Money
    from relancebot.journeys.person_decides import mark_paid
    from relancebot.journeys.views import case_view

    with settings.office() as office:
        act = a_click()
        case_view(office, number, act.now)  # an unknown number is said at once
        money = Money.of(amount, office.currency_of(number)) if amount else None
        day = on or office.today(act.now)
        events = mark_paid(office, number, money, day, act)
        _told(events, as_json=as_json)


@click.command("hold", help="Suspend les relances d’une facture, ou d’un client.")
@click.argument("name", metavar="FACTURE|CLIENT")
@click.option(
    "--until", type=Day(), help="Dernier jour de suspension (sinon : sans fin)."
)
@json_option
@click.pass_obj
def hold_command(
    settings: Settings, name: str, until: date | None, *, as_json: bool
) -> None:
    """Suspend an invoice or a client."""
    from relancebot.journeys.person_decides import hold

    with settings.office() as office:
        _told(hold(office, name, until, a_click()), as_json=as_json)


@click.command(
    "resume", help="Reprend une facture : suspension, litige et attente levés."
)
@click.argument("number", metavar="FACTURE")
@json_option
@click.pass_obj
def resume_command(settings: Settings, number: str, *, as_json: bool) -> None:
    """Let an invoice go on."""
    from relancebot.journeys.person_decides import resume

    with settings.office() as office:
        _told(resume(office, number, a_click()), as_json=as_json)


@click.command("pause", help="Arrête tout envoi, tout de suite (--off pour reprendre).")
@click.option("--off", is_flag=True, help="Laisse de nouveau partir les lettres.")
@json_option
@click.pass_obj
def pause_command(settings: Settings, *, off: bool, as_json: bool) -> None:
    """Flip the kill switch."""
    from relancebot.journeys.person_decides import pause

    with settings.office() as office:
        pause(office, paused=not off, now=now())
    if as_json:
        print_json({"paused": not off})
    elif off:
        click.echo("Les envois reprennent.")
    else:
        click.echo(
            "Tout envoi est arrêté. Les réponses sont toujours lues. "
            "Reprendre : relancebot pause --off"
        )
