"""The command line: a thin door to the journeys, in French for the person.

Commands are found by name and imported when they are called, so that ``--help`` and
``status`` never pay for the reader's libraries.
"""

import gettext
import importlib
import logging
import os
from pathlib import Path

import click

from relancebot import french
from relancebot.cli.common import FrenchGroup, Settings

# click speaks through gettext; whatever the machine's language, the person's is French.
os.environ["LANGUAGE"] = "fr"
gettext.bindtextdomain("messages", str(Path(french.__file__).with_name("locale")))

COMMANDS = {
    "init": "relancebot.cli.setup:init_command",
    "rules": "relancebot.cli.setup:rules_command",
    "check": "relancebot.cli.setup:check_command",
    "import": "relancebot.cli.invoices:import_command",
    "run": "relancebot.cli.work:run_command",
    "plan": "relancebot.cli.work:plan_command",
    "status": "relancebot.cli.look:status_command",
    "show": "relancebot.cli.look:show_command",
    "review": "relancebot.cli.review:review_command",
    "paid": "relancebot.cli.acts:paid_command",
    "hold": "relancebot.cli.acts:hold_command",
    "resume": "relancebot.cli.acts:resume_command",
    "pause": "relancebot.cli.acts:pause_command",
    "read": "relancebot.cli.read:read_command",
    "dates": "relancebot.cli.read:dates_command",
}


class _Commands(FrenchGroup):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which one meets them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.command(
    cls=_Commands,
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="relancebot relance les factures impayées depuis votre propre messagerie, "
    "lit les réponses, suit les promesses et vous montre les litiges.",
)
@click.option(
    "-C",
    "--dir",
    "home",
    envvar="RELANCEBOT_DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Le dossier de travail, celui de rules.yaml (sinon : le dossier courant).",
)
@click.option("-v", "--verbose", is_flag=True, help="Journal détaillé.")
@click.version_option(package_name="relancebot", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, home: Path, *, verbose: bool) -> None:
    """Set up what every command needs."""
    level = logging.INFO if verbose else logging.WARNING
    logging.basicConfig(
        level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    ctx.obj = Settings(home, dict(os.environ))
