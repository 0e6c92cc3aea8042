"""``import``: invoices in from a CSV file, with a preview of what was understood."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from relancebot.cli.common import EXIT_ERROR, Settings, json_option, now, print_json

if TYPE_CHECKING:
    from relancebot.bank.invoices_csv import InvoiceFile
    from relancebot.journeys.invoices_arrive import Imported


@click.command("import", help="Importe des factures depuis un fichier CSV.")
@click.argument(
    "file",
    metavar="FICHIER",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar='CHAMP="TITRE"',
    help='Dit quelle colonne est quoi, par exemple --map due="Date limite".',
)
@click.option(
    "--default-term-days",
    "term_days",
    type=click.IntRange(0, 120),
    help="Délai habituel, pour les factures sans échéance.",
)
@click.option("--preview", is_flag=True, help="Montre ce qui est compris, sans noter.")
@json_option
@click.pass_obj
def import_command(  # one argument an option
    settings: Settings,
    file: Path,
    mapping: tuple[str, ...],
    term_days: int | None,
    *,
    preview: bool,
    as_json: bool,
) -> None:
    """Import a file of invoices."""
    from relancebot.bank.invoices_csv import read_invoices
    from relancebot.bank.table import MAX_BYTES
    from relancebot.journeys.invoices_arrive import Imported, invoices_arrive

    if file.stat().st_size > MAX_BYTES:
        raise click.ClickException(
            f"« {file.name} » est trop gros ; exportez les factures année par année"
        )
    named = _mapping(mapping)
    imported = Imported()
    with settings.office() as office:
        parsed = read_invoices(
            file.read_bytes(), file.name, mapping=named, default_term_days=term_days
        )
        if not preview and parsed.rows:
            imported = invoices_arrive(office, parsed.rows, file.name, now())
    if as_json:
        print_json(_plain(parsed, imported, preview=preview))
    else:
        _tell(parsed, imported, preview=preview)
    if parsed.errors or imported.refused:
        click.get_current_context().exit(EXIT_ERROR if not parsed.rows else 1)


def _mapping(given: tuple[str, ...]) -> dict[str, str]:
    named: dict[str, str] = {}
    for one in given:
        field, sign, title = one.partition("=")
        if not sign or not field.strip():
            raise click.UsageError(
                f'« {one} » : écrivez --map champ="titre de la colonne", '
                'par exemple --map due="Date limite"'
            )
        named[field.strip()] = title.strip().strip('"')
    return named


def _refusals(imported: "Imported") -> list[str]:
    return [
        f"ligne {row.line} : la facture {row.number} existe déjà chez un autre "
        f"client ({owner}) ; donnez-lui un numéro à elle"
        for row, owner in imported.refused
    ]


def _plain(
    parsed: "InvoiceFile", imported: "Imported", *, preview: bool
) -> dict[str, object]:
    return {
        "preview": preview,
        "encoding": parsed.encoding,
        "delimiter": parsed.delimiter,
        "columns": {c.header: c.field or None for c in parsed.columns},
        "rows": len(parsed.rows),
        "errors": [str(error) for error in parsed.errors] + _refusals(imported),
        "notices": [str(notice) for notice in parsed.notices],
        "new": imported.new,
        "changed": imported.changed,
        "paid": imported.paid,
        "unchanged": imported.same,
        "already_paid": imported.already_paid,
        "to_examine": imported.old,
    }


def _tell(parsed: "InvoiceFile", imported: "Imported", *, preview: bool) -> None:
    from relancebot import french

    if parsed.columns:
        click.echo("Colonnes comprises :")
    for column in parsed.columns:
        what = column.label if column.field else "(non lue)"
        example = f"   ex. {column.examples[0]}" if column.examples else ""
        click.echo(f"  {column.header:<28} → {what}{example}")
    for notice in parsed.notices:
        click.echo(f"À savoir : {notice}")
    for line in (*(str(error) for error in parsed.errors), *_refusals(imported)):
        click.echo(f"Refusé : {line}", err=True)
    if preview:
        count = french.many(len(parsed.rows), "facture lisible", "factures lisibles")
        click.echo(f"{count} ; rien n’a été noté (essai à blanc).")
        for row in parsed.rows[:10]:
            click.echo(
                f"  {row.number:<14} {row.client:<28} {french.euros(row.open):>14}"
                f"  échéance {row.due:%d/%m/%Y}"
            )
        return
    for number, one, several in (
        (len(imported.new), "nouvelle facture", "nouvelles factures"),
        (len(imported.changed), "facture modifiée", "factures modifiées"),
        (len(imported.paid), "paiement noté", "paiements notés"),
        (len(imported.same), "facture inchangée", "factures inchangées"),
        (len(imported.already_paid), "facture déjà payée", "factures déjà payées"),
    ):
        if number:
            click.echo(french.many(number, one, several))
    if imported.old:
        count = french.many(
            len(imported.old), "facture ancienne attend", "factures anciennes attendent"
        )
        click.echo(
            f"{count} votre avis avant toute relance (relancebot review) : "
            + ", ".join(imported.old[:10])
        )
