"""What the commands share: the office, output as JSON, errors in French."""

import json
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relancebot.clock import SystemClock

if TYPE_CHECKING:
    from relancebot.journeys.person_decides import Click
    from relancebot.office import Office

EXIT_ERROR = 2

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Réponse en JSON, pour les machines."
)


@dataclass(frozen=True)
class Settings:
    """What the command line was called with."""

    home: Path
    env: Mapping[str, str]

    @contextmanager
    def office(self) -> Iterator["Office"]:
        """Open the operator's directory for one command."""
        from relancebot.office import RULES, open_office

        if not (self.home / RULES).is_file():
            raise click.ClickException(
                f"pas de {RULES} dans « {self.home.resolve()} » ; créez un dossier "
                "avec « relancebot init DOSSIER », ou indiquez-le avec --dir"
            )
        office = open_office(self.home, self.env)
        try:
            yield office
        finally:
            office.store.close()


class FrenchGroup(click.Group):
    """A group whose commands tell known errors in one French message."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # click's own type
        """Run a command; what the person can mend is told without a trace."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            message = _explain(error)
            if message is None:
                raise
            click.echo(f"Erreur : {message}", err=True)
            ctx.exit(EXIT_ERROR)


def _explain(error: Exception) -> str | None:
    """Give the message of an error that the person can do something about."""
    from relancebot.daemon import AlreadyRunningError
    from relancebot.journeys.person_decides import UnknownCaseError
    from relancebot.mail.errors import MailError
    from relancebot.office import TemplatesError
    from relancebot.rules import RulesError
    from relancebot.starter import StarterError
    from relancebot.store import StoreError

    match error:
        case UnknownCaseError():
            return (
                f"« {error.name} » ne désigne aucune facture, aucun client et aucun "
                "élément à lire ; voyez « relancebot status » et « relancebot review »"
            )
        case AlreadyRunningError():
            return (
                f"relancebot tourne déjà dans « {error} » ; un seul à la fois, "
                "celui-ci s’arrête"
            )
        case (
            RulesError()
            | TemplatesError()
            | MailError()
            | StoreError()
            | StarterError()
        ):
            return str(error)
        case _:
            return None


def now() -> datetime:
    """Give the present moment."""
    return SystemClock().now()


def a_click() -> "Click":
    """Make one act of the person."""
    from relancebot.journeys.person_decides import Click

    return Click(uuid.uuid4().hex, now())


def print_json(value: object) -> None:
    """Print a plain value, or a dataclass, as JSON."""
    click.echo(json.dumps(value, default=_plain, ensure_ascii=False, indent=2))


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


class Day(click.ParamType[date]):
    """A day as people type it: 2026-03-16 or 16/03/2026."""

    name = "JJ/MM/AAAA"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Read a day."""
        if isinstance(value, date):
            return value
        day = _day(str(value))
        if day is None:
            self.fail(
                f"« {value} » n’est pas une date ; écrivez 16/03/2026 ou 2026-03-16",
                param,
                ctx,
            )
        return day


class Amount(click.ParamType[str]):
    """A sum as people type it: 1200, 1 200,50 or 1200.50."""

    name = "MONTANT"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        """Read a sum as a plain decimal text."""
        text = "".join(str(value).split()).replace("€", "").replace(",", ".")
        if text.count(".") > 1 or not text.replace(".", "", 1).isdigit():
            self.fail(
                f"« {value} » n’est pas un montant ; écrivez 1200 ou 1200,50",
                param,
                ctx,
            )
        return text


def _day(text: str) -> date | None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None
