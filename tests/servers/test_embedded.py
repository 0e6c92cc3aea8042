"""The demo's provider is as strict as a real one, else it would prove nothing."""

import smtplib
from datetime import UTC, datetime

import pytest
from imapclient import IMAPClient  # type: ignore[import-untyped]  # it has no types
from imapclient.exceptions import LoginError  # type: ignore[import-untyped]  # as above

from relancebot.demo.servers import EmbeddedMail
from tests.servers.mailboxes import USER, WORD, connected

CLIENT = "compta@client.test"
RAW = b"Subject: x\r\n\r\nbonjour\r\n"
DAY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def test_mail_goes_from_one_user_to_another_at_the_providers_own_time():
    with EmbeddedMail({USER: WORD, CLIENT: "x"}, now=lambda: DAY) as mail:
        with smtplib.SMTP("127.0.0.1", mail.smtp_port, timeout=10) as smtp:
            smtp.login(USER, WORD)
            smtp.sendmail(USER, [CLIENT, "autre@ailleurs.test"], RAW)
        [sent] = mail.sent
        assert sent.sender == USER
        assert sent.recipients == (CLIENT, "autre@ailleurs.test")
        [stored] = mail.stored(CLIENT)
        assert (stored.raw, stored.received) == (RAW, DAY)
        assert mail.stored(USER) == []


def test_passwords_are_asked_for():
    with EmbeddedMail({USER: WORD}) as mail:
        with (
            smtplib.SMTP("127.0.0.1", mail.smtp_port, timeout=10) as smtp,
            pytest.raises(smtplib.SMTPAuthenticationError),
        ):
            smtp.login(USER, "faux")
        client = IMAPClient("127.0.0.1", mail.imap_port, ssl=False, timeout=10)
        with pytest.raises(LoginError):
            client.login(USER, "faux")
        client.shutdown()


def test_tokens_are_checked():
    with EmbeddedMail({USER: WORD, CLIENT: "x"}) as mail:
        mail.tokens["bon-jeton"] = USER
        for user, token in ((USER, "faux"), (CLIENT, "bon-jeton")):
            client = IMAPClient("127.0.0.1", mail.imap_port, ssl=False, timeout=10)
            with pytest.raises(LoginError):
                client.oauth2_login(user, token)
            client.shutdown()
        with IMAPClient("127.0.0.1", mail.imap_port, ssl=False, timeout=10) as client:
            client.oauth2_login(USER, "bon-jeton")
            assert client.select_folder("INBOX")[b"EXISTS"] == 0


def test_keywords_are_kept():
    with EmbeddedMail({USER: WORD}) as mail:
        uid = mail.deliver(USER, RAW)
        with connected(mail.imap_port) as client:
            client.select_folder("INBOX")
            client.add_flags([uid], ["$Relance"])
        assert mail.stored(USER)[0].flags == {"$Relance"}


def test_faults_on_command():
    with EmbeddedMail({USER: WORD}) as mail:
        mail.on_rcpt = lambda address: "550 5.1.1 no" if address == CLIENT else None
        mail.on_data = lambda envelope: "552 5.3.4 big" if envelope.rcpt_tos else None
        with smtplib.SMTP("127.0.0.1", mail.smtp_port, timeout=10) as smtp:
            smtp.ehlo()
            smtp.mail(USER)
            assert smtp.rcpt(CLIENT)[0] == 550
            assert smtp.rcpt("b@x.test")[0] == 250
            assert smtp.data(RAW)[0] == 552
        assert mail.sent == []


def test_folders_come_and_go():
    with EmbeddedMail({USER: WORD}) as mail:
        mail.add_folder(USER, "Compta")
        uid = mail.deliver(USER, RAW, folder="Compta", when=DAY)
        assert [one.uid for one in mail.stored(USER, "Compta")] == [uid]
        mail.delete(USER, [uid], folder="Compta")
        assert mail.stored(USER, "Compta") == []
        mail.delete_folder(USER, "Compta")
        with connected(mail.imap_port) as client:
            assert not client.folder_exists("Compta")


def test_a_port_that_is_taken_is_told_at_once():
    with (
        EmbeddedMail({USER: WORD}) as mail,
        pytest.raises(OSError, match="in use"),
    ):
        EmbeddedMail({USER: WORD}, imap_port=mail.imap_port).start()
