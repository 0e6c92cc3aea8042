"""``init``, ``rules`` and ``check``: a directory made, its rules and mail checked."""

import json
from pathlib import Path

import click

from relancebot.cli.common import EXIT_ERROR, Settings, json_option, print_json


@click.command("init", help="Crée un dossier de travail : règles, modèles, exemple.")
@click.argument("directory", metavar="DOSSIER", type=click.Path(path_type=Path))
def init_command(directory: Path) -> None:
    """Create an operator's directory."""
    from relancebot.rules.schema import schema
    from relancebot.starter import create_directory

    text = json.dumps(schema(), ensure_ascii=False, indent=2)
    made = create_directory(directory, {"rules.schema.json": text})
    letters = [name for name in made if name.startswith("templates")]
    for name in made:
        if name not in letters:
            click.echo(f"  {directory / name}")
    click.echo(f"  {directory / 'templates'} ({len(letters)} fichiers)")
    click.echo(
        "\nEnsuite :\n"
        f"  1. ouvrez {directory / 'rules.yaml'} : votre nom, votre boîte mail ;\n"
        f"  2. relancebot -C {directory} check      vérifie les règles et la boîte ;\n"
        f"  3. relancebot -C {directory} import {directory / 'factures.csv'}\n"
        f"  4. relancebot -C {directory} plan       ce qui partirait, sans rien "
        "envoyer ;\n"
        f"  5. relancebot -C {directory} run        met en route."
    )


@click.command("rules", help="Vérifie rules.yaml et les modèles de lettres.")
@click.option("--schema", is_flag=True, help="Affiche le schéma JSON, pour l’éditeur.")
@json_option
@click.pass_obj
def rules_command(settings: Settings, *, schema: bool, as_json: bool) -> None:
    """Check the rules, every mistake at once; or print their schema."""
    from relancebot.letters import Letters, check
    from relancebot.office import RULES, TEMPLATES
    from relancebot.rules import load_file
    from relancebot.rules.schema import schema as rules_schema

    if schema:
        print_json(rules_schema())
        return
    letters = Letters.read(settings.home / TEMPLATES)
    loaded = load_file(settings.home / RULES, letters.names)
    errors = [str(error) for error in (*loaded.errors, *check(letters))]
    notices = [str(notice) for notice in loaded.notices]
    if as_json:
        print_json({"ok": not errors, "errors": errors, "notices": notices})
    else:
        for line in (*errors, *notices):
            click.echo(line)
        if not errors:
            click.echo("Les règles et les modèles sont bons.")
    if errors:
        click.get_current_context().exit(EXIT_ERROR)


@click.command("check", help="Vérifie les règles, puis se connecte aux boîtes mail.")
@json_option
@click.pass_obj
def check_command(settings: Settings, *, as_json: bool) -> None:
    """Log in everywhere, send nothing, and say what was found."""
    from relancebot.mail.errors import MailError
    from relancebot.office import check_letters

    results: list[dict[str, object]] = []
    with settings.office() as office:
        check_letters(office.letters)
        for account in office.policy.accounts:
            for way, server in (("imap", account.imap), ("smtp", account.smtp)):
                result: dict[str, object] = {
                    "account": account.name,
                    "way": way,
                    "server": f"{server.host}:{server.port}",
                }
                try:
                    if way == "imap":
                        with office.inbox(account) as inbox:
                            result["found"] = inbox.check()
                    else:
                        result["found"] = office.postman(account).check()
                except MailError as error:
                    result["error"] = str(error)
                results.append(result)
    failed = any("error" in result for result in results)
    if as_json:
        print_json({"ok": not failed, "accounts": results})
    else:
        for result in results:
            said = result.get("error") or "connexion réussie"
            way = "réception" if result["way"] == "imap" else "envoi"
            mark = "✗" if "error" in result else "✓"
            click.echo(
                f"{mark} {result['account']}, {way} ({result['server']}) : {said}"
            )
    if failed:
        click.get_current_context().exit(EXIT_ERROR)
