"""``review``: what waits for the person, and the person's answer to it."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

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
from relancebot.domain.events import Decision
from relancebot.domain.facts import PersonDecided
from relancebot.domain.money import Money
from relancebot.domain.reading import DisputeReason

if TYPE_CHECKING:
    from relancebot.journeys.views import Item, Prepared
    from relancebot.office import Office

DECISIONS = {
    "promise": Decision.PROMISE,
    "dispute": Decision.DISPUTE,
    "paid": Decision.PAID,
    "hold_until": Decision.HOLD,
    "accept": Decision.ACCEPTED,
    "nothing": Decision.NOTHING,
    "send": Decision.SEND,
    "done": Decision.DONE,
    "cancel": Decision.CANCEL,
    "sent": Decision.SENT,
    "not_sent": Decision.NOT_SENT,
}
"""Which option takes which decision."""


@click.command(
    "review",
    help="Montre ce qui attend une décision ; avec un ÉLÉMENT, y répond.\n\n"
    "\b\nExemples :\n"
    "  relancebot review\n"
    "  relancebot review 3fa2c1 --promise 18/03/2026\n"
    "  relancebot review 3fa2c1 --dispute quality\n"
    "  relancebot review 3fa2c1 --send",
)
@click.argument("item", metavar="[ÉLÉMENT]", required=False)
@click.option("--promise", type=Day(), help="Un paiement est promis pour ce jour.")
@click.option("--amount", type=Amount(), help="Le montant promis, payé ou contesté.")
@click.option(
    "--dispute",
    type=click.Choice(list(DisputeReason)),
    help="C’est contesté.",
)
@click.option("--paid", is_flag=True, help="C’est payé (vérifié à la banque).")
@click.option("--hold", "hold_until", type=Day(), help="Suspendre jusqu’à ce jour.")
@click.option("--accept", is_flag=True, help="D’accord avec ce qui est proposé.")
@click.option("--nothing", is_flag=True, help="Rien à faire : la suite reprend.")
@click.option("--send", is_flag=True, help="Laisser partir la lettre préparée.")
@click.option("--done", is_flag=True, help="C’est fait (appel passé, courrier posté).")
@click.option("--cancel", is_flag=True, help="Ne pas le faire, passer à la suite.")
@click.option("--sent", is_flag=True, help="Lettre incertaine : elle est bien partie.")
@click.option("--not-sent", is_flag=True, help="Lettre incertaine : pas partie.")
@json_option
@click.pass_obj
def review_command(
    settings: Settings,
    /,
    item: str | None,
    *,
    as_json: bool,
    **options: Any,  # noqa: ANN401  # one key an option, of the option's own type
) -> None:
    """List what waits, show one item, or answer it."""
    from relancebot import french
    from relancebot.journeys.person_decides import answer_review
    from relancebot.journeys.views import item_named, items, prepared

    decision = _decision(options)
    with settings.office() as office:
        if item is None:
            if decision:
                raise click.UsageError("indiquez l’élément auquel vous répondez")
            _list(items(office), as_json=as_json)
            return
        found = item_named(office, item)
        if decision is None:
            _show(found, prepared(office, found, now()), as_json=as_json)
            return
        fact = _fact(office, found, decision, options)
        events = answer_review(office, found.client, fact, a_click())
    lines = [french.say_event(event) for event in events]
    if as_json:
        print_json({"item": found.id, "changed": bool(lines), "events": lines})
        return
    for line in lines:
        click.echo(f"✓ {line}")


def _list(found: "tuple[Item, ...]", *, as_json: bool) -> None:
    if as_json:
        print_json(found)
        return
    if not found:
        click.echo("Rien n’attend de vous.")
    for item in found:
        about = f"facture {item.case}" if item.case else "client"
        click.echo(f"[{item.id}] {item.client_name}, {about} : {item.title}")
        if item.proposal:
            click.echo(f"         {item.proposal}")
        if item.quote:
            click.echo(f"         « {item.quote} »")


def _show(item: "Item", letter: "Prepared | None", *, as_json: bool) -> None:
    if as_json:
        print_json({**asdict(item), "prepared": letter})
        return
    _list((item,), as_json=False)
    if item.text:
        click.echo(f"\n{item.sender}\n{item.subject}\n\n{item.text.strip()}\n")
    if letter:
        for field in letter.missing:
            click.echo(f"Il manque : {field}")
        if letter.subject:
            click.echo(f"\nObjet : {letter.subject}\n")
        click.echo(f"{letter.text.strip()}\n")
    for line in item.why:
        click.echo(f"  · {line}")
    click.echo(
        "\nRépondre : --promise, --dispute, --paid, --hold, --nothing, "
        "--send, --done, --cancel (voir --help)"
    )


def _decision(options: Mapping[str, object]) -> Decision | None:
    """Give the one decision that was taken, null for none.

    Raises:
        UsageError: when two were taken at once.
    """
    taken = [decision for name, decision in DECISIONS.items() if options[name]]
    if len(taken) > 1:
        raise click.UsageError("une seule réponse à la fois")
    return taken[0] if taken else None


def _fact(
    office: "Office", item: "Item", decision: Decision, options: Mapping[str, Any]
) -> PersonDecided:
    amount, reason = options["amount"], options["dispute"]
    money = None
    if amount and item.case:
        money = Money.of(amount, office.currency_of(item.case))
    return PersonDecided(
        item.case,
        item.key,
        decision,
        by=options["promise"],
        amount=money,
        reason=DisputeReason(reason) if reason else None,
        until=options["hold_until"],
    )
