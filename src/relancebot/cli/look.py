"""``status`` and ``show``: the whole at a glance, one case in full."""

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from relancebot.cli.common import Settings, json_option, now, print_json


@click.command("status", help="Où en est chaque facture, et ce qui vient ensuite.")
@json_option
@click.pass_obj
def status_command(settings: Settings, *, as_json: bool) -> None:
    """Show everything that is open."""
    from relancebot import french
    from relancebot.journeys.views import status

    with settings.office() as office:
        view = status(office, now())
        local = office.local
    if as_json:
        print_json(view)
        return
    console = Console()
    if view.paused_since:
        console.print("PAUSE : rien ne part (relancebot pause --off pour reprendre)")
    for account in view.accounts:
        if account.error:
            console.print(f"Boîte {account.name} : {account.error}", markup=False)
        elif account.read_at:
            at = local(account.read_at)
            line = f"Boîte {account.name} : lue le {at:%d/%m à %H:%M}"
            console.print(line, markup=False)
        else:
            console.print(f"Boîte {account.name} : pas encore lue", markup=False)
    if view.daemon_seen is None:
        console.print("Le programme n’a pas encore tourné (relancebot run).")
    else:
        console.print(f"Dernier passage : {local(view.daemon_seen):%d/%m à %H:%M}")
    for line in view.set_aside:
        console.print(f"Mis de côté : {line}", markup=False)
    if view.items:
        count = french.many(view.items, "élément", "éléments")
        console.print(f"À lire : {count} (relancebot review)")
    table = Table(title=f"Factures ouvertes : {', '.join(view.open_balance) or '0'}")
    for name in ("Facture", "Client", "Reste dû", "Échéance", "Où elle en est"):
        table.add_column(name)
    table.add_column("Suite", ratio=1)
    for case in view.cases:
        late = f" (J+{case.days_late})" if case.days_late else ""
        table.add_row(
            Text(case.number),
            Text(case.client_name),
            Text(case.balance),
            Text(f"{case.due:%d/%m/%Y}{late}"),
            Text(case.standing),
            Text(case.next),
        )
    console.print(table)


@click.command("show", help="Tout ce qui est arrivé à une facture, mots à l’appui.")
@click.argument("number", metavar="FACTURE")
@json_option
@click.pass_obj
def show_command(settings: Settings, number: str, *, as_json: bool) -> None:
    """Show one case."""
    from relancebot import french
    from relancebot.journeys.views import case_view

    with settings.office() as office:
        view = case_view(office, number, now())
    if as_json:
        print_json(view)
        return
    console = Console(highlight=False, soft_wrap=True)
    out = console.print
    head = f"Facture {view.number} · {view.client_name}"
    out(Text(head, style="bold"))
    if view.subject:
        out(Text(view.subject))
    out(Text(f"Reste dû {view.balance} sur {view.total}, échéance {view.due:%d/%m/%Y}"))
    out(Text(f"Où elle en est : {view.standing}"))
    if view.follow_up:
        out(Text(f"Prochaine date : {french.day(view.follow_up)}"))
    out(Text(f"Suite : {view.next}"))
    out()
    for line in view.timeline:
        out(Text(f"{line.at:%d/%m/%Y %H:%M}  {line.text}"))
    for item in view.items:
        out(Text(f"À lire [{item.id}] {item.title}", style="bold"))
