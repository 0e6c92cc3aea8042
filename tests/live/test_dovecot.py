"""The whole way of a letter and its answer through a real Dovecot.

What only a real server shows: TLS 1.3, marked folders, other separators, push from
its own delivery, an administrator who renumbers folders.
"""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from relancebot.domain.message import Address
from relancebot.domain.policy import Account, Secret, Server, Tls
from relancebot.mail import inbox as inbox_module
from relancebot.mail.errors import (
    CertificateRefused,
    LoginRefused,
    Unprotected,
    Unreachable,
)
from relancebot.mail.inbox import Filed, FolderMark, Inbox
from relancebot.mail.outgoing import compose, new_message_id
from relancebot.mail.postman import Postman
from tests.servers.dovecot import Dovecot, need_dovecot
from tests.servers.mailboxes import USER, WORD, account, contents, dovecot, flags, put
from tests.servers.smtp_sink import Letter, SmtpSink

pytestmark = pytest.mark.dovecot
DAY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
CLIENT = "compta@client.test"


@pytest.fixture(autouse=True)
def _installed() -> None:
    need_dovecot()


@pytest.fixture
def server() -> Iterator[Dovecot]:
    with dovecot(users={USER: WORD, CLIENT: "mdp-client"}) as one:
        yield one


def ca(server: Dovecot) -> str:
    return str(server.certificate.with_name("ca.pem"))


def letter(message_id: str, **changes: Any) -> bytes:
    fields: dict[str, Any] = {
        "sender": Address(USER, "Jeanne Martin"),
        "to": [Address(CLIENT, "Comptabilité")],
        "subject": "Facture F2026-012 échue",
        "text": "Bonjour,\n\nMerci de régler.\n",
        "message_id": message_id,
        "date": DAY,
    }
    return compose(**(fields | changes))


def test_a_letter_its_copy_and_its_answer(server: Dovecot):
    """A reminder leaves, is filed once, is answered, and the answer is threaded."""

    def route(letter: Letter) -> None:
        for recipient in letter.recipients:
            server.deliver(recipient, letter.raw)

    with SmtpSink(users={USER: WORD, CLIENT: "mdp-client"}, on_letter=route) as relay:
        smtp = Server("127.0.0.1", relay.port, Tls.NONE)
        imap = Server("localhost", server.imaps_port, Tls.IMPLICIT, ca(server))
        ours = Account("compta", USER, imap, smtp, Secret(env="MDP"))
        theirs = Account("client", CLIENT, imap, smtp, Secret(env="MDP2"))
        sent_id = new_message_id("r7k2-9qxd.1", "conseil.test")
        raw = letter(sent_id)
        with Inbox(ours, WORD) as inbox, Inbox(theirs, "mdp-client") as other:
            mark = inbox.new_mail("INBOX", None).mark
            Postman(ours, WORD).send(raw, USER, [CLIENT])
            assert inbox.append_sent(raw, DAY) is Filed.APPENDED
            assert inbox.append_sent(raw, DAY) is Filed.ALREADY_THERE
            assert inbox.find_by_message_id(inbox.sent_folder(), sent_id) == raw

            [received] = other.new_mail("INBOX", None)
            assert received.raw.endswith(raw.partition(b"\r\n\r\n")[2])
            answer = letter(
                new_message_id("reponse", "client.test"),
                sender=Address(CLIENT),
                to=[Address(USER)],
                subject="Re: Facture F2026-012 échue",
                text="Je vous règle lundi prochain.",
                in_reply_to=sent_id,
            )
            Postman(theirs, "mdp-client").send(answer, CLIENT, [USER])
            assert inbox.wait(60)
            [back] = inbox.new_mail("INBOX", mark)
        message = message_from_bytes(back.raw, policy=default)
        assert message["In-Reply-To"] == sent_id
        assert message["References"] == sent_id
        assert back.received.tzinfo is UTC
    assert contents(server.imap_port, "Sent") == [raw]
    assert flags(server.imap_port) == set()


@pytest.mark.parametrize("tls", [Tls.IMPLICIT, Tls.STARTTLS])
def test_a_protected_line(server: Dovecot, tls: Tls):
    port = server.imaps_port if tls is Tls.IMPLICIT else server.imap_port
    with Inbox(account(port, tls, host="localhost", ca=ca(server)), WORD) as inbox:
        mark = inbox.new_mail("INBOX", None).mark
        assert not inbox.wait(0.3)
        thread = threading.Timer(0.2, server.deliver, (USER, letter("<a@x>")))
        thread.start()
        assert inbox.wait(60)
        thread.join()
        assert inbox.new_mail("INBOX", mark).count == 1


@pytest.mark.parametrize("tls", [Tls.IMPLICIT, Tls.STARTTLS])
@pytest.mark.parametrize("which", ["right", "expired", "misnamed"])
def test_a_doubtful_certificate_hears_no_password(tls: Tls, which: str):
    with dovecot(certificate=which) as server:
        known = "" if which == "right" else ca(server)
        port = server.imaps_port if tls is Tls.IMPLICIT else server.imap_port
        with pytest.raises(CertificateRefused):
            Inbox(account(port, tls, ca=known), WORD).__enter__()
        assert "Login:" not in server.log()
        assert USER not in server.log()


def test_an_implicit_port_spoken_to_in_the_clear(server: Dovecot):
    with pytest.raises(Unreachable):
        Inbox(account(server.imaps_port), WORD, read_seconds=3.0).__enter__()


def test_a_plain_port_spoken_to_in_tls(server: Dovecot):
    with pytest.raises((Unprotected, CertificateRefused)):
        Inbox(account(server.imap_port, Tls.IMPLICIT), WORD).__enter__()


def test_the_marked_sent_folder_and_other_separators():
    with (
        dovecot(separator=".", prefix="INBOX.", sent="Courrier parti") as server,
        Inbox(account(server.imap_port), WORD) as inbox,
    ):
        assert inbox.sent_folder() == "INBOX.Courrier parti"
        assert inbox.append_sent(letter("<a@x>"), DAY) is Filed.APPENDED
        assert inbox.append_sent(letter("<a@x>"), DAY) is Filed.ALREADY_THERE


def test_a_server_without_push():
    capability = "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE LITERAL+"
    with (
        dovecot(capability=capability) as server,
        Inbox(account(server.imap_port), WORD) as inbox,
    ):
        assert inbox.check()["idle"] is False
        inbox.new_mail("INBOX", None)
        assert not inbox.wait(0.1)
        server.deliver(USER, letter("<a@x>"))
        assert inbox.wait(0.1)


def test_a_very_large_folder_is_searched_in_pieces(
    server: Dovecot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(inbox_module, "_WINDOW", 7)
    raws = [letter(f"<{n}@x>") for n in range(21)]
    put(server.imap_port, raws, DAY)
    with Inbox(account(server.imap_port), WORD) as inbox:
        new = inbox.new_mail("INBOX", None, since=DAY.date())
        assert [one.raw for one in new] == raws
        assert inbox.new_mail("INBOX", new.mark).count == 0
        put(server.imap_port, [letter("<30@x>")], DAY)
        assert [one.raw for one in inbox.new_mail("INBOX", new.mark)] == [
            letter("<30@x>")
        ]
        early = FolderMark(new.mark.uidvalidity, new.mark.last_uid - 10)
        assert inbox.new_mail("INBOX", early).count == 11


def test_a_restart_of_the_server(server: Dovecot):
    with Inbox(account(server.imap_port), WORD) as inbox:
        mark = inbox.new_mail("INBOX", None).mark
        thread = threading.Timer(0.2, server.kick)
        thread.start()
        with pytest.raises(Unreachable):
            inbox.wait(400)
        thread.join()
    server.deliver(USER, letter("<a@x>"))
    with Inbox(account(server.imap_port), WORD) as inbox:
        assert inbox.new_mail("INBOX", mark).count == 1


def test_a_folder_deleted_and_made_again(server: Dovecot):
    server.doveadm("mailbox", "create", "-u", USER, "Compta")
    with Inbox(account(server.imap_port), WORD) as inbox:
        mark = inbox.new_mail("Compta", None).mark
    server.doveadm("mailbox", "delete", "-u", USER, "Compta")
    server.doveadm("mailbox", "create", "-u", USER, "Compta")
    with Inbox(account(server.imap_port), WORD) as inbox:
        new = inbox.new_mail("Compta", mark)
        assert new.renumbered
        assert new.count == 0


def test_a_wrong_password_of_another_account(server: Dovecot):
    imap = Server("127.0.0.1", server.imap_port, Tls.NONE)
    wrong = Account("client", CLIENT, imap, imap, Secret(env="MDP2"))
    with pytest.raises(LoginRefused, match="« client »"):
        Inbox(wrong, WORD).__enter__()
    with Inbox(account(server.imap_port), WORD) as inbox:
        assert inbox.check()["login"] is True
