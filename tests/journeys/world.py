"""A consultant's little world: a directory, a mailbox, clients, a clock set by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ruamel.yaml import YAML

from relancebot.bank.invoices_csv import read_invoices
from relancebot.daemon import Daemon, Turn
from relancebot.demo.servers import HOST, EmbeddedMail
from relancebot.demo.stage import FastClock
from relancebot.domain.dossier import Case, Standing, standing
from relancebot.journeys.invoices_arrive import Imported, invoices_arrive
from relancebot.journeys.person_decides import Click
from relancebot.office import Office, open_office
from relancebot.starter import create_directory

PARIS = ZoneInfo("Europe/Paris")
ME = "moi@consultant.example"
KARINE = "k.roussel@lumen.example"
PAUL = "paul@ordinal.example"
STRANGER = "quelquun@ailleurs.example"
PASSWORD = "s3cret-de-test"
ENV = {"RELANCEBOT_TEST": PASSWORD}
HEADER = "Numéro;Client;Échéance;Date;Total TTC;E-mail;Type de client\n"
INVOICE = f"2024-053;Atelier Lumen;15/02/2024;16/01/2024;18 000,00;{KARINE};pro\n"
OTHER = f"2024-060;Atelier Lumen;16/02/2024;17/01/2024;2 000,00;{KARINE};pro\n"
ORDINAL = f"2024-058;Ordinal;15/02/2024;16/01/2024;2 640,00;{PAUL};pro\n"


def moment(text: str) -> datetime:
    """Read ``2024-03-06`` (half past nine) or ``2024-03-06 14:00``, in Paris."""
    day, _, hour = text.partition(" ")
    at = time.fromisoformat(hour) if hour else time(9, 30)
    return datetime.combine(date.fromisoformat(day), at, PARIS)


@dataclass
class World:
    """Everything a story needs; ``turn`` is one pass of the daemon at a moment."""

    home: Path
    servers: EmbeddedMail
    clock: FastClock
    office: Office
    daemon: Daemon
    clicks: int = 0
    _ids: int = field(default=0)

    @classmethod
    def make(
        cls, home: Path, servers: EmbeddedMail, clock: FastClock, **rules: Any
    ) -> "World":
        """Make a directory as ``init`` does, with rules for these servers."""
        create_directory(home)
        write_rules(home, servers, **rules)
        office = open_office(home, ENV)
        return cls(home, servers, clock, office, Daemon(office, clock))

    def restart(self) -> None:
        """Let the program die and begin again on what is on the disk."""
        self.office.store.close()
        self.office = open_office(self.home, ENV)
        self.daemon = Daemon(self.office, self.clock)

    def at(self, when: str) -> "World":
        """Go to a moment."""
        self.clock.set(moment(when))
        return self

    def turn(self, when: str = "") -> Turn:
        """Let the daemon do one turn."""
        if when:
            self.at(when)
        return self.daemon.turn()

    def days(self, *days: str) -> None:
        """Let the daemon do one turn on each of these days."""
        for day in days:
            self.turn(day)

    def invoices(self, *rows: str) -> Imported:
        """Import invoices."""
        parsed = read_invoices((HEADER + "".join(rows)).encode(), "factures.csv")
        assert not parsed.errors, [str(error) for error in parsed.errors]
        return invoices_arrive(
            self.office, parsed.rows, "factures.csv", self.clock.now()
        )

    def click(self) -> Click:
        """Make a new act of the person."""
        self.clicks += 1
        return Click(f"test-{self.clicks}", self.clock.now())

    # --- mail ---------------------------------------------------------------------

    def letters(self, client: str = KARINE) -> list[EmailMessage]:
        """Give what a client has received."""
        return [
            message_from_bytes(mail.raw, policy=default)
            for mail in self.servers.sent
            if client in mail.recipients
        ]

    def answers(
        self,
        text: str,
        *,
        sender: str = KARINE,
        when: str = "",
        to_letter: EmailMessage | None = None,
        headers: Sequence[tuple[str, str]] = (),
        subject: str = "",
        folder: str = "INBOX",
    ) -> bytes:
        """Let somebody answer the last letter they have (or another, or none)."""
        if when:
            self.at(when)
        self._ids += 1
        now = self.clock.now()
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = ME
        mail["Date"] = format_datetime(now)
        mail["Message-ID"] = f"<answer-{self._ids}@{sender.partition('@')[2]}>"
        letter = to_letter or next(reversed(self.letters(sender)), None)
        if letter is not None:
            mail["In-Reply-To"] = letter["Message-ID"]
            mail["References"] = letter["Message-ID"]
        subject = subject or (f"Re: {letter['Subject']}" if letter else "Bonjour")
        mail["Subject"] = subject
        for name, value in headers:
            mail[name] = value
        mail.set_content(text)
        raw = mail.as_bytes(policy=SMTP)
        self.servers.deliver(ME, raw, folder=folder, when=now)
        return raw

    def report(
        self, recipient: str, *, returned: str = "", text: str = "User unknown"
    ) -> None:
        """Let a mail server report that a letter did not arrive."""
        headers = f"Message-ID: {returned}\r\n" if returned else "Subject: ?\r\n"
        self._ids += 1
        raw = (
            "Return-Path: <>\r\n"
            "From: Mail Delivery System <MAILER-DAEMON@mx.provider.example>\r\n"
            f"To: {ME}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
            f"Date: {format_datetime(self.clock.now())}\r\n"
            f"Message-ID: <report-{self._ids}@mx.provider.example>\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/report;"
            ' report-type=delivery-status; boundary="b"\r\n\r\n'
            f"--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n"
            "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            "Reporting-MTA: dns; mx.provider.example\r\n\r\n"
            f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\n"
            "Status: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
            f"{headers}\r\n--b--\r\n"
        )
        self.servers.deliver(ME, raw.encode(), when=self.clock.now())

    # --- what came of it ------------------------------------------------------------

    def case(self, number: str = "2024-053") -> Case:
        """Give a case as it is now."""
        client = self.office.store.client_of(number)
        assert client is not None
        dossier = self.office.store.dossier(client)
        assert dossier is not None
        return dossier.cases[number]

    def standing(self, number: str = "2024-053") -> Standing:
        """Tell where a case stands."""
        client = self.office.store.client_of(number)
        assert client is not None
        dossier = self.office.store.dossier(client)
        assert dossier is not None
        today = self.office.today(self.clock.now())
        return standing(dossier.client, dossier.cases[number], today)


def write_rules(
    home: Path,
    servers: EmbeddedMail,
    account: Mapping[str, Any] | None = None,
    **changes: Any,
) -> None:
    """Write the starter's rules with this account, and some changes."""
    yaml = YAML()
    path = home / "rules.yaml"
    rules: Any = yaml.load(path.read_text(encoding="utf-8"))
    rules["creditor"] = {"name": "Moi Conseil", "signature": "Moi"}
    rules["accounts"] = [
        {
            "name": "principal",
            "address": ME,
            "imap": {"host": HOST, "port": servers.imap_port, "tls": "none"},
            "smtp": {"host": HOST, "port": servers.smtp_port, "tls": "none"},
            "secret": {"env": "RELANCEBOT_TEST"},
            **(account or {}),
        }
    ]
    rules.update(changes)
    out = StringIO()
    yaml.dump(rules, out)
    path.write_text(out.getvalue(), encoding="utf-8")
