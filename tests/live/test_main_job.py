"""The main job on a real Dovecot with TLS, two accounts, push and all.

Real time: the days of the story are made by invoices that are long due, not by a
clock set by hand; the promise's own day is played in ``tests/journeys``.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from relancebot.bank.invoices_csv import read_invoices
from relancebot.clock import SystemClock
from relancebot.daemon import Daemon, alone
from relancebot.journeys.invoices_arrive import invoices_arrive
from relancebot.journeys.views import case_view, status
from relancebot.office import Office, open_office
from relancebot.starter import create_directory
from tests.servers.dovecot import Dovecot, need_dovecot
from tests.servers.mailboxes import USER, WORD, contents, dovecot
from tests.servers.smtp_sink import Letter, SmtpSink

pytestmark = pytest.mark.dovecot
JEANNE, PAUL = USER, "paul@conseil.test"
ACME, MAIRIE = "compta@acme.test", "finances@mairie.test"
WORDS = {JEANNE: WORD, PAUL: "mot-2", ACME: "x", MAIRIE: "y"}
ENV = {"MDP_JEANNE": WORD, "MDP_PAUL": "mot-2"}
PATIENCE = 60


@pytest.fixture(autouse=True)
def _installed() -> None:
    need_dovecot()


@pytest.fixture
def server() -> Iterator[Dovecot]:
    with dovecot(users=WORDS) as one:
        yield one


@pytest.fixture
def relay(server: Dovecot) -> Iterator[SmtpSink]:
    def route(letter: Letter) -> None:
        for recipient in letter.recipients:
            server.deliver(recipient, letter.raw)

    with SmtpSink(users=WORDS, on_letter=route) as one:
        yield one


@pytest.fixture
def home(tmp_path: Path, server: Dovecot, relay: SmtpSink) -> Path:
    made = tmp_path / "relances"
    create_directory(made)
    authority = str(server.certificate.with_name("ca.pem"))

    def account(name: str, address: str, variable: str) -> dict[str, Any]:
        host = {"host": "localhost", "port": server.imaps_port}
        return {
            "name": name,
            "address": address,
            "imap": {**host, "ca_file": authority},
            "smtp": {"host": "127.0.0.1", "port": relay.port, "tls": "none"},
            "secret": {"env": variable},
            "sent_copy": "append",
        }

    yaml = YAML()
    rules: Any = yaml.load((made / "rules.yaml").read_text(encoding="utf-8"))
    rules["creditor"] = {"name": "Conseil"}
    rules["accounts"] = [
        account("jeanne", JEANNE, "MDP_JEANNE"),
        account("paul", PAUL, "MDP_PAUL"),
    ]
    rules["window"] = {"start": "00:00", "end": "23:59", "worked_days_only": False}
    rules["old_invoice_days"] = 3650
    rules["clients"] = [{"client": "Mairie", "account": "paul"}]
    out = StringIO()
    yaml.dump(rules, out)
    (made / "rules.yaml").write_text(out.getvalue(), encoding="utf-8")
    return made


def imported(office: Office) -> None:
    due = datetime.now(UTC).date() - timedelta(days=12)  # noqa: TID251  # the test's own today
    rows = "".join(
        f"{number};{client};{due:%d/%m/%Y};1 200,00;{email};pro\n"
        for number, client, email in (
            ("F-1", "Acme", ACME),
            ("F-2", "Mairie", MAIRIE),
        )
    )
    text = "Numéro;Client;Échéance;Total TTC;E-mail;Type de client\n" + rows
    parsed = read_invoices(text.encode(), "f.csv")
    assert len(parsed.rows) == 2, parsed.errors
    invoices_arrive(office, parsed.rows, "f.csv", SystemClock().now())


def answer(server: Dovecot, who: str, to: str, text: str) -> None:
    """Let a client answer the last letter in their mailbox, through LMTP."""
    letter = message_from_bytes(received(server, who)[-1], policy=default)
    mail = EmailMessage()
    mail["From"], mail["To"] = who, to
    mail["Subject"] = f"Re: {letter['Subject']}"
    mail["Date"] = format_datetime(SystemClock().now())
    mail["Message-ID"] = f"<reponse@{who.partition('@')[2]}>"
    mail["In-Reply-To"] = letter["Message-ID"]
    mail["References"] = letter["Message-ID"]
    mail.set_content(text)
    server.deliver(to, mail.as_bytes(policy=SMTP))


def received(server: Dovecot, who: str) -> list[bytes]:
    raw = server.doveadm("fetch", "-u", who, "text", "mailbox", "INBOX")
    parts = [part.strip("\n\f") for part in raw.split("text:\n")[1:]]
    return [part.encode() + b"\n" for part in parts]


@contextmanager
def running(home: Path) -> Iterator[None]:
    """Let the daemon run as ``relancebot run`` does, in a thread of its own."""
    started = threading.Event()
    daemons: list[Daemon] = []
    failures: list[BaseException] = []

    def work() -> None:
        try:
            with alone(home):
                office = open_office(home, ENV)
                daemons.append(Daemon(office, SystemClock()))
                started.set()
                daemons[0].run()
                daemons[0].office.store.close()
        except BaseException as error:  # noqa: BLE001  # told by the test below
            failures.append(error)
            started.set()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    assert started.wait(PATIENCE)
    try:
        yield
    finally:
        for daemon in daemons:
            daemon.stop.set()
            daemon.wake()
        thread.join(PATIENCE)
    assert not failures, failures
    assert not thread.is_alive(), "the daemon stops when it is told to"


def until(look: Callable[[], bool], what: str) -> None:
    """Wait until something is so; the daemon is woken by push, not by a poll."""
    deadline = time.monotonic() + PATIENCE
    while not look():
        assert time.monotonic() < deadline, what
        time.sleep(0.2)


def test_two_accounts_write_read_and_understand(
    home: Path, server: Dovecot, relay: SmtpSink
) -> None:
    office = open_office(home, ENV)
    imported(office)
    now = SystemClock().now

    def stands(number: str) -> str:
        return case_view(office, number, now()).standing_kind

    with running(home):
        until(lambda: len(relay.letters) == 2, "both clients are reminded")
        assert {(x.sender, x.recipients) for x in relay.letters} == {
            (JEANNE, (ACME,)),
            (PAUL, (MAIRIE,)),
        }
        until(lambda: len(received(server, ACME)) == 1, "Acme has its letter")
        answer(server, ACME, JEANNE, "Bonjour, je vous règle lundi prochain. Luc")
        until(lambda: stands("F-1") == "Promised", "the promise is understood")
        until(lambda: len(relay.letters) == 3, "the promise is confirmed")
        answer(
            server,
            MAIRIE,
            PAUL,
            "Nous contestons cette facture, la prestation n'a pas été livrée.",
        )
        until(lambda: stands("F-2") == "Disputed", "the dispute is understood")
        until(
            lambda: all(
                account.read_at and not account.error
                for account in status(office, now()).accounts
            ),
            "both mailboxes are read",
        )
    assert len(relay.letters) == 3
    confirmation = message_from_bytes(relay.letters[-1].raw, policy=default)
    assert confirmation["In-Reply-To"] == "<reponse@acme.test>"
    for address, count in ((JEANNE, 2), (PAUL, 1)):
        copies = server.doveadm("fetch", "-u", address, "uid", "mailbox", "Sent")
        assert copies.count("uid:") == count
        seen = server.doveadm("search", "-u", address, "mailbox", "INBOX", "seen")
        assert not seen.strip(), "nothing of the user's mail is marked"
    office.store.close()


def test_a_cut_line_is_found_again(
    home: Path, server: Dovecot, relay: SmtpSink
) -> None:
    office = open_office(home, ENV)
    imported(office)
    with running(home):
        until(lambda: len(relay.letters) == 2, "both clients are reminded")
        until(lambda: len(received(server, ACME)) == 1, "Acme has its letter")
        server.kick()
        answer(server, ACME, JEANNE, "Le virement est parti ce matin.")
        until(
            lambda: (
                case_view(office, "F-1", SystemClock().now()).standing_kind
                == "ClaimedPaid"
            ),
            "the answer is read after the cut",
        )
    office.store.close()


def test_sent_copies_are_the_exact_letters(
    home: Path, server: Dovecot, relay: SmtpSink
) -> None:
    office = open_office(home, ENV)
    imported(office)
    daemon = Daemon(office, SystemClock())
    daemon.turn()
    daemon.turn()
    (letter,) = [x.raw for x in relay.letters if x.sender == JEANNE]
    assert contents(server.imap_port, "Sent") == [letter]
    office.store.close()
