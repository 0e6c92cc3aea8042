"""The stage of the demo: a clock that runs ahead, mailboxes, clients who answer."""

import threading
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import SMTP, default
from email.utils import format_datetime
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ruamel.yaml import YAML

from relancebot.demo.servers import HOST, EmbeddedMail

PARIS = ZoneInfo("Europe/Paris")
CONSULTANT = "thomas@garnier-conseil.example"
PASSWORD = "une-boîte-de-démonstration"  # noqa: S105  # of a server that lives 30 s
PASSWORD_NAME = "RELANCEBOT_DEMO"  # noqa: S105  # a variable's name
CLIENTS = (
    "compta@vega-industries.example",
    "h.marchand@atelier-lumen.example",
    "p.lefort@ordinal.example",
    "contact@brasserie-canal.example",
)
ANSWERS = files("relancebot.demo") / "answers"


class FastClock:
    """A clock that is set by hand: the days of the story follow each other at once."""

    def __init__(self, start: datetime) -> None:
        """Begin at a moment (aware)."""
        self._now = start

    def now(self) -> datetime:
        """Give the story's present moment."""
        return self._now

    def set(self, moment: datetime) -> None:
        """Go to a later moment."""
        self._now = moment

    def wait(self, seconds: float, wake: threading.Event) -> bool:
        """Let the story's time pass without waiting."""
        self._now += timedelta(seconds=seconds)
        return wake.is_set()


def mail_servers(clock: FastClock) -> EmbeddedMail:
    """Give a provider on loopback with the consultant's and the clients' mailboxes."""
    users = dict.fromkeys((CONSULTANT, *CLIENTS), PASSWORD)
    return EmbeddedMail(users, now=clock.now)


def write_rules(home: Path, servers: EmbeddedMail) -> None:
    """Fill in the rules that ``init`` wrote, as the consultant would by hand."""
    yaml = YAML()
    path = home / "rules.yaml"
    rules: Any = yaml.load(path.read_text(encoding="utf-8"))
    rules["creditor"] = {
        "name": "Thomas Garnier Conseil",
        "signature": "Thomas Garnier\n06 12 34 56 78",
        "iban": "FR76 3000 6000 0112 3456 7890 189",
    }
    rules["accounts"] = [
        {
            "name": "principal",
            "address": CONSULTANT,
            "display_name": "Thomas Garnier",
            "imap": {"host": HOST, "port": servers.imap_port, "tls": "none"},
            "smtp": {"host": HOST, "port": servers.smtp_port, "tls": "none"},
            "secret": {"env": PASSWORD_NAME},
        }
    ]
    rules["scenario"] = "recouveo"
    out = StringIO()
    yaml.dump(rules, out)
    path.write_text(out.getvalue(), encoding="utf-8")


def answer(servers: EmbeddedMail, name: str, when: datetime) -> Message:
    """Let a client answer the last letter that they received, with an .eml file.

    Their mail program adds what mail programs add: ids, the date, the letter quoted.
    """
    reply = message_from_bytes((ANSWERS / name).read_bytes(), policy=default)
    client = str(reply["From"].addresses[0].addr_spec)
    letters = servers.stored(client)
    if not letters:
        raise LookupError(f"{client} has received nothing that could be answered")
    letter = message_from_bytes(letters[-1].raw, policy=default)
    reply["Message-ID"] = (
        f"<{when:%Y%m%d%H%M}.{name.split('-', maxsplit=1)[0]}@{client.split('@')[1]}>"
    )
    reply["Date"] = format_datetime(when)
    reply["In-Reply-To"] = str(letter["Message-ID"])
    reply["References"] = str(letter["Message-ID"])
    if str(reply["Subject"]).startswith("Re: "):
        reply.replace_header("Subject", f"Re: {letter['Subject']}")
    if reply["Auto-Submitted"] is None and reply.get_content_type() == "text/plain":
        _quote(reply, letter, when)
    servers.deliver(CONSULTANT, reply.as_bytes(policy=SMTP), when=when)
    return reply


def _quote(reply: Message, letter: Message, when: datetime) -> None:
    if not isinstance(reply, EmailMessage) or not isinstance(letter, EmailMessage):
        raise TypeError("a mail of the default policy is expected")
    body = letter.get_body(("plain",))
    text = body.get_content() if body else ""
    quoted = "\n".join(f"> {line}" for line in text.splitlines())
    own = reply.get_content()
    said = (
        f"Le {when:%d/%m/%Y} à {when:%H:%M}, Thomas Garnier a\nécrit\N{NO-BREAK SPACE}:"
    )
    reply.set_content(f"{own}\n{said}\n{quoted}\n", cte="quoted-printable")
