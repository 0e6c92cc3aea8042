"""One mailbox on either server, so that a test runs on both.

The embedded provider of the demo is everywhere; Dovecot is what many consultants'
providers run.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from imapclient import IMAPClient  # type: ignore[import-untyped]  # it has no types

from relancebot.demo.servers import EmbeddedMail
from relancebot.domain.policy import Account, Secret, Server, Tls
from relancebot.mail.connection import keep_alive
from tests.servers.certificates import make_certificates
from tests.servers.dovecot import Dovecot

USER, WORD = "jeanne@conseil.test", "s3cret"


class Mailbox(Protocol):
    """What a test does to a mailbox behind the program's back."""

    imap_port: int

    def drop(self) -> None:
        """Cut every connection."""

    def renumber(self, folder: str) -> None:
        """Give the folder a new UIDVALIDITY."""


class OnEmbedded:
    """The provider of the demo."""

    def __init__(self, mail: EmbeddedMail) -> None:
        self.mail, self.imap_port = mail, mail.imap_port

    def drop(self) -> None:
        self.mail.drop_connections()

    def renumber(self, folder: str) -> None:
        self.mail.change_uidvalidity(USER, folder)


class OnDovecot:
    """A real Dovecot."""

    def __init__(self, server: Dovecot) -> None:
        self.server, self.imap_port = server, server.imap_port
        self._validity = 424242

    def drop(self) -> None:
        self.server.kick()

    def renumber(self, folder: str) -> None:
        self._validity += 1
        self.server.doveadm(
            "mailbox", "update", "-u", USER, "--uid-validity", str(self._validity),
            folder,
        )  # fmt: skip
        self.drop()


def account(port: int, tls: Tls = Tls.NONE, **changes: Any) -> Account:
    """Describe the mailbox as the rules would."""
    host, ca_file = changes.pop("host", "127.0.0.1"), changes.pop("ca", "")
    server = Server(host, port, tls, ca_file)
    return Account("compta", USER, server, server, Secret(env="MDP"), **changes)


@contextmanager
def connected(port: int) -> Iterator[Any]:
    """Look at the mailbox with another mail program."""
    with IMAPClient("127.0.0.1", port, ssl=False, timeout=30) as client:
        client.normalise_times = False
        keep_alive(client.socket())
        client.login(USER, WORD)
        yield client


def put(
    port: int, raws: Sequence[bytes], when: datetime, folder: str = "INBOX"
) -> None:
    """Put mails into a folder as if they had arrived then."""
    with connected(port) as client:
        for raw in raws:
            client.append(folder, raw, (), when)


def flags(port: int, folder: str = "INBOX") -> set[bytes]:
    """Give every flag that any mail of a folder bears (without ``Recent``)."""
    with connected(port) as client:
        client.select_folder(folder, readonly=True)
        found = client.fetch(client.search() or [0], ["FLAGS"])
    return {flag for one in found.values() for flag in one[b"FLAGS"]} - {b"\\Recent"}


def contents(port: int, folder: str) -> list[bytes]:
    """Give the mails of a folder."""
    with connected(port) as client:
        client.select_folder(folder, readonly=True)
        uids = client.search()
        found = client.fetch(uids, ["BODY.PEEK[]"]) if uids else {}
    return [found[uid][b"BODY[]"] for uid in sorted(found)]


@contextmanager
def public_folder() -> Iterator[Path]:
    """Make a directory that another user of the machine may enter."""
    path = Path(tempfile.mkdtemp(prefix="dovecot-"))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def dovecot(**changes: Any) -> Iterator[Dovecot]:
    """Run a Dovecot with one user and a certificate of a private authority."""
    with public_folder() as home:
        made = make_certificates(home)
        which = getattr(made, changes.pop("certificate", "right"))
        with Dovecot(home, which, changes.pop("users", {USER: WORD}), **changes) as one:
            yield one
