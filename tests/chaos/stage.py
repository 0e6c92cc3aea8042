"""The stage of the harness: a mailbox, a server that misbehaves, a consultant.

One run is a day in which three clients are to get one letter each: two are late, one
has answered with a promise that is confirmed. Something breaks; the program is started
again until all is quiet; the person answers what was put before them, truthfully; and
then the letters that the server took are counted.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from imapclient import IMAPClient  # type: ignore[import-untyped]  # it has no types
from ruamel.yaml import YAML

from relancebot.bank.invoices_csv import read_invoices
from relancebot.demo.servers import EmbeddedMail
from relancebot.domain.dossier import LetterState
from relancebot.domain.events import Decision, ReviewKind
from relancebot.domain.facts import PersonDecided
from relancebot.journeys.invoices_arrive import invoices_arrive
from relancebot.journeys.person_decides import Click, answer_review
from relancebot.journeys.views import Item, items
from relancebot.office import Office, open_office
from relancebot.starter import create_directory
from tests.servers.dovecot import BINARY
from tests.servers.mailboxes import USER, WORD, connected, dovecot, put
from tests.servers.smtp_sink import Letter, SmtpSink

ENV = {"RELANCEBOT_CHAOS": WORD}
BEGIN = datetime(2026, 3, 11, 9, 0, tzinfo=ZoneInfo("Europe/Paris"))
LATER = (2, 6, 20, 40, 80, 150, 270)
"""Minutes after the beginning at which the program is started again."""
CLIENTS = ("alpha", "beta", "gamma")
ANSWERED = CLIENTS[0]


def address(client: str) -> str:
    """Give a client's address."""
    return f"compta@{client}.test"


@dataclass
class Zygote:
    """The driver's process; ``turn`` has it take one turn in a child."""

    process: "subprocess.Popen[str]"

    def turn(self, home: Path, moment: datetime, **faults: Any) -> dict[str, Any]:
        """Take one turn; says how it ended."""
        order = {"home": str(home), "moment": moment.isoformat(), "env": ENV, **faults}
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        ended: dict[str, Any] = json.loads(self.process.stdout.readline())
        return ended


@contextmanager
def zygote() -> Iterator[Zygote]:
    """Start the driver."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.chaos.driver"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield Zygote(process)
        finally:
            process.terminate()


@dataclass
class Count:
    """What one run, or many, came to."""

    runs: int = 0
    planned: int = 0
    received: int = 0
    twice: int = 0
    lost: int = 0
    unknown: int = 0
    unread: int = 0
    hidden: int = 0
    broken: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """None twice, none lost, no answer lost, every unknown before the person."""
        bad = (self.twice, self.lost, self.unread, self.hidden, self.broken)
        return not any(bad)

    def add(self, other: "Count") -> None:
        """Sum up."""
        for name in vars(other):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Stage:
    """The servers, the driver, and the directory that every run begins with."""

    imap_port: int
    server: str
    sink: SmtpSink
    driver: Zygote
    place: Path
    filing: bool = False
    moment: datetime = BEGIN
    runs: int = 0

    def took(self, letter: Letter) -> None:
        """File a copy of what passes through, as some providers do."""
        if self.filing:
            put(self.imap_port, [letter.raw], self.moment, "Sent")

    def clear(self) -> None:
        """Forget what the servers hold."""
        self.sink.letters.clear()
        self.sink.script.clear()
        with connected(self.imap_port) as client:
            for folder in ("INBOX", "Sent"):
                _empty(client, folder)

    def deliver(self, client: str, text: str, number: int = 1) -> bytes:
        """Let a client's mail arrive."""
        raw = answer(client, text, self.moment, number)
        put(self.imap_port, [raw], self.moment)
        return raw

    def renumber(self) -> None:
        """Delete the inbox's mails and put them there again under new numbers."""
        with connected(self.imap_port) as client:
            client.select_folder("INBOX")
            uids = client.search()
            found = client.fetch(uids, ["BODY.PEEK[]", "INTERNALDATE"])
            _empty(client, "INBOX")
            for uid in uids:
                one = found[uid]
                client.append("INBOX", one[b"BODY[]"], (), one[b"INTERNALDATE"])

    @contextmanager
    def run(self, *, filing: bool = False, answered: bool = True) -> Iterator["Run"]:
        """Begin a day from a fresh copy of the directory."""
        self.runs += 1
        self.filing, self.moment = filing, BEGIN
        self.clear()
        home = self.place / f"run-{self.runs}"
        shutil.copytree(self.place / "template", home)
        if answered:
            self.deliver(ANSWERED, promise(ANSWERED))
        office = open_office(home, ENV)
        try:
            yield Run(self, home, office)
        finally:
            office.store.close()
            shutil.rmtree(home)


def promise(client: str) -> str:
    """Give a client's promise; its invoice is named after the client."""
    return f"Bonjour, pour la facture F-{client}, je vous règle lundi prochain."


def answer(client: str, text: str, when: datetime, number: int = 1) -> bytes:
    """Write a client's mail."""
    mail = EmailMessage()
    mail["From"], mail["To"] = address(client), USER
    mail["Subject"] = "Votre facture"
    mail["Date"] = format_datetime(when)
    mail["Message-ID"] = f"<{client}-{number}@{client}.test>"
    mail.set_content(text)
    return mail.as_bytes(policy=SMTP)


def _empty(client: IMAPClient, folder: str) -> None:
    client.select_folder(folder)
    if uids := client.search():
        client.delete_messages(uids)
        client.expunge()


@dataclass
class Run:
    """One day with its fault."""

    stage: Stage
    home: Path
    office: Office
    clicks: int = 0
    always: Mapping[str, Any] = field(default_factory=dict)

    def turn(self, minutes: float = 0, **faults: Any) -> dict[str, Any]:
        """Start the program once, so many minutes after the beginning."""
        return self.turn_at(BEGIN + timedelta(minutes=minutes), **faults)

    def turn_at(self, moment: datetime, **faults: Any) -> dict[str, Any]:
        """Start the program once, at a moment."""
        self.stage.moment = moment
        return self.stage.driver.turn(self.home, moment, **{**self.always, **faults})

    def settle(self) -> Count:
        """Start it again until all is quiet, answer what it asks, and count."""
        unknown: list[Item] = []
        for minutes in LATER:
            self.turn(minutes)
            if not self.unfinished():
                break
        hidden = self.hidden()
        while (asked := self.asked()) and len(unknown) < len(CLIENTS) * 2:
            unknown += asked
            for item in asked:
                self.decide(item)
            for minutes in (275, 280, 300):
                self.turn(minutes)
        return self.count(len(unknown), hidden)

    def unfinished(self) -> bool:
        """Tell whether a letter is still on its way or to be tried again."""
        book = self.office.store.letters
        if book.in_state(LetterState.TAKEN) or book.unfiled():
            return True
        known = book.in_state(LetterState.SENT, LetterState.UNKNOWN)
        settled = {one.client for one in known} | {x.client for x in self.asked()}
        return settled < set(CLIENTS)

    def asked(self) -> list[Item]:
        """Give the letters that the person is asked about."""
        return [x for x in items(self.office) if x.kind in _ASKED]

    def hidden(self) -> int:
        """Count the letters of unknown fate that nobody is asked about."""
        states = LetterState.UNKNOWN, LetterState.TAKEN
        unknown = self.office.store.letters.in_state(*states)
        keys = {x.key for x in items(self.office)}
        return sum(f"ambiguous:{x.letter}" not in keys for x in unknown)

    def decide(self, item: Item) -> None:
        """Answer as a person does who has asked the client."""
        self.clicks += 1
        taken = Counter(one.recipients for one in self.stage.sink.letters)
        arrived = taken[(address(item.client),)]
        decision = Decision.SENT if arrived else Decision.NOT_SENT
        if item.kind == ReviewKind.REFUSED:  # the cause is mended: once more
            decision = Decision.NOTHING
        click = Click(f"chaos-{self.clicks}", self.stage.moment)
        fact = PersonDecided(item.case, item.key, decision)
        answer_review(self.office, item.client, fact, click)

    def count(self, unknown: int = 0, hidden: int = 0) -> Count:
        """Count what the server took, and what became of the answer."""
        store, taken = self.office.store, Counter[str]()
        for one in self.stage.sink.letters:
            taken.update(one.recipients)
        dossier = store.dossier(ANSWERED)
        promises = len(dossier.cases[f"F-{ANSWERED}"].promises) if dossier else 0
        count = Count(
            runs=1,
            planned=len(CLIENTS),
            received=sum(taken.values()),
            twice=sum(n - 1 for n in taken.values()),
            lost=sum(not taken[address(client)] for client in CLIENTS),
            unknown=unknown,
            unread=int(promises != 1),
            hidden=hidden,
            broken=int(store.broken_seal() is not None),
        )
        if not count.good and (self.home / "stderr").exists():
            count.notes.append((self.home / "stderr").read_text("utf-8")[-300:])
        return count


_ASKED = frozenset({ReviewKind.AMBIGUOUS, ReviewKind.REFUSED})


@contextmanager
def stage(*, embedded: bool = False) -> Iterator[Stage]:
    """Set the stage: Dovecot where it is installed, else the demo's provider."""
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="chaos-")))
        if BINARY and not embedded:
            port, server = stack.enter_context(dovecot()).imap_port, "Dovecot"
        else:
            mail = stack.enter_context(EmbeddedMail({USER: WORD}))
            port, server = mail.imap_port, "EmbeddedMail"
        sink = stack.enter_context(SmtpSink())
        driver = stack.enter_context(zygote())
        made = Stage(port, server, sink, driver, place)
        sink.on_letter = made.took
        make_directory(place / "template", port, sink.port, CLIENTS)
        yield made


def make_directory(
    home: Path, imap_port: int, smtp_port: int, clients: Sequence[str], **rules: Any
) -> None:
    """Make a consultant's directory with one late invoice a client."""
    create_directory(home)
    yaml = YAML()
    path = home / "rules.yaml"
    said: Any = yaml.load(path.read_text(encoding="utf-8"))
    said["creditor"] = {"name": "Conseil"}
    plain = {"host": "127.0.0.1", "tls": "none"}
    said["accounts"] = [
        {
            "name": "principal",
            "address": USER,
            "imap": {**plain, "port": imap_port},
            "smtp": {**plain, "port": smtp_port},
            "secret": {"env": "RELANCEBOT_CHAOS"},
        }
    ]
    said["window"] = {"start": "00:00", "end": "23:59"}
    said.update(rules)
    out = StringIO()
    yaml.dump(said, out)
    path.write_text(out.getvalue(), encoding="utf-8")
    rows = "".join(
        f"F-{client};{client};03/03/2026;1 200,00;{address(client)};pro\n"
        for client in clients
    )
    text = "Numéro;Client;Échéance;Total TTC;E-mail;Type de client\n" + rows
    parsed = read_invoices(text.encode(), "f.csv")
    office = open_office(home, ENV)
    invoices_arrive(office, parsed.rows, "f.csv", BEGIN - timedelta(days=1))
    office.store.close()
