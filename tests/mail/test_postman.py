"""A letter's fate has one name, wherever the conversation with the server breaks."""

import base64
import socket
import traceback
from collections.abc import Iterator
from typing import Any

import pytest

from relancebot.demo.servers import EmbeddedMail
from relancebot.domain.policy import Account, Secret, Server, Tls
from relancebot.mail import postman as postman_module
from relancebot.mail.errors import (
    Ambiguous,
    CertificateRefused,
    LoginRefused,
    MailError,
    Refusal,
    Refused,
    Unprotected,
    Unreachable,
)
from relancebot.mail.postman import Postman
from tests.servers.certificates import Certificates, make_certificates
from tests.servers.smtp_sink import SmtpSink

USER, WORD = "jeanne@conseil.test", "s3cret"
CLIENT, OTHER = "compta@client.test", "direction@client.test"
RAW = b"Subject: Facture\r\n\r\nBonjour,\r\n.\r\n..\r\nMerci.\r\n"


def account(port: int, tls: Tls = Tls.NONE, **changes: Any) -> Account:
    server = Server(changes.pop("host", "127.0.0.1"), port, tls, **changes)
    return Account("compta", USER, server, server, Secret(env="MDP"))


def postman(port: int, word: str = WORD, **changes: Any) -> Postman:
    return Postman(
        account(port, **changes), word, step_seconds=5.0, verdict_seconds=5.0
    )


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    with SmtpSink(users={USER: WORD}) as one:
        yield one


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


def fate(sink: SmtpSink, *recipients: str) -> MailError:
    with pytest.raises(MailError) as caught:
        postman(sink.port).send(RAW, USER, recipients or (CLIENT,))
    shown = "".join(traceback.format_exception(caught.value))
    assert WORD not in shown
    assert base64.b64encode(f"\0{USER}\0{WORD}".encode()).decode() not in shown
    assert str(caught.value).startswith("Compte « compta » : ")
    return caught.value


def test_the_exact_bytes_arrive(sink: SmtpSink):
    receipt = postman(sink.port).send(RAW, USER, [CLIENT, OTHER])
    assert receipt.accepted == (CLIENT, OTHER)
    assert receipt.refused == ()
    assert receipt.reply == "250 2.0.0 queued as 1"
    [letter] = sink.letters
    assert (letter.sender, letter.recipients) == (USER, (CLIENT, OTHER))
    assert letter.raw == RAW


def test_a_real_server_delivers_to_its_own_users():
    with EmbeddedMail({USER: WORD, CLIENT: "x"}) as mail:
        receipt = postman(mail.smtp_port).send(RAW, USER, [CLIENT])
        assert receipt.accepted == (CLIENT,)
        assert [one.raw for one in mail.sent] == [RAW]
        assert [one.raw for one in mail.stored(CLIENT)] == [RAW]


def test_the_machine_is_not_named_to_the_world(sink: SmtpSink):
    postman(sink.port).send(RAW, USER, [CLIENT])
    assert sink.conversations[0][0].upper() == "EHLO [127.0.0.1]"
    assert sink.conversations[0][-1].upper() == "QUIT"


# -- before the letter's first byte: nothing can have left ----------------------------


@pytest.mark.parametrize(
    "fault", ["greet!", "ehlo!", "auth!", "mail!", "rcpt!", "data!"]
)
def test_a_cut_before_the_letter_may_be_tried_again(sink: SmtpSink, fault: str):
    sink.script = [fault]
    error = fate(sink)
    assert isinstance(error, Unreachable)
    assert error.temporary
    assert "réessaiera" in str(error)
    postman(sink.port).send(RAW, USER, [CLIENT])
    assert len(sink.letters) == 1


@pytest.mark.parametrize(
    ("fault", "code", "permanent"),
    [
        ("greet:554 5.3.2 no service here", 554, True),
        ("greet:421 4.3.2 too busy", 421, False),
        ("mail:421 4.7.0 Service refuse, veuillez essayer plus tard", 421, False),
        ("mail:550 5.7.1 sender refused", 550, True),
        ("rcpt:450 4.2.0 greylisted", 450, False),
        ("rcpt:421 4.3.2 closing", 421, False),
        ("rcpt:550 5.1.1 OFR_416 adresse inconnue", 550, True),
        ("data:451 4.3.0 local error", 451, False),
        ("data:554 5.7.1 no", 554, True),
        ("dot:451 4.3.0 local error", 451, False),
        ("dot:452 4.3.1 disk full", 452, False),
        ("dot:552 5.3.4 too big", 552, True),
        ("dot:554 5.7.1 spam", 554, True),
    ],
)
def test_a_refusal_says_whether_it_is_for_good(
    sink: SmtpSink, fault: str, code: int, *, permanent: bool
):
    sink.script = [fault]
    error = fate(sink)
    assert isinstance(error, Refused)
    assert (error.code, error.permanent) == (code, permanent)
    assert str(code) in str(error)
    assert ("joignez le client" in str(error)) is permanent
    assert sink.letters == []


def test_a_refusal_of_many_lines_is_one_sentence(sink: SmtpSink):
    sink.script = ["dot:550-5.7.1 first\n550 5.7.1 second\tpart"]
    error = fate(sink)
    assert isinstance(error, Refused)
    assert error.text == "5.7.1 first 5.7.1 second part"


def test_one_refused_recipient_does_not_stop_the_other(sink: SmtpSink):
    sink.script = [f"rcpt={CLIENT}:550 5.1.1 unknown"]
    receipt = postman(sink.port).send(RAW, USER, [CLIENT, OTHER])
    assert receipt.accepted == (OTHER,)
    assert receipt.refused == (Refusal(CLIENT, 550, "5.1.1 unknown"),)
    assert receipt.refused[0].permanent
    assert sink.letters[0].recipients == (OTHER,)


def test_all_refused_is_a_refusal_with_each_ones_words(sink: SmtpSink):
    sink.script = ["rcpt:550 5.1.1 unknown"]
    error = fate(sink, CLIENT, OTHER)
    assert isinstance(error, Refused)
    assert [one.recipient for one in error.refusals] == [CLIENT, OTHER]
    assert CLIENT in str(error)


def test_a_letter_too_big_is_not_even_begun():
    with SmtpSink(users={USER: WORD}, features=("SIZE 20",)) as sink:
        error = fate(sink)
        assert isinstance(error, Refused)
        assert (error.code, error.permanent) == (552, True)
        assert not any("MAIL" in line for line in sink.conversations[0])


@pytest.mark.parametrize("lines", [1, 40_000])
def test_a_server_that_speaks_early_is_heard(sink: SmtpSink, lines: int):
    sink.script = ["early:552 5.3.4 too big"]
    # When the reset overtakes the server's words, nobody can tell.
    with pytest.raises((Refused, Ambiguous)):
        postman(sink.port).send(RAW + b"une ligne de plus\r\n" * lines, USER, [CLIENT])
    assert sink.letters == []


# -- after the letter's first byte: it may have left ----------------------------------


@pytest.mark.parametrize(("fault", "taken"), [("lose", 1), ("dot!", 0), ("silent", 1)])
def test_no_answer_to_the_letter_is_ambiguous(sink: SmtpSink, fault: str, taken: int):
    sink.script = [fault]
    with pytest.raises(Ambiguous, match="pas renvoyée d’office") as caught:
        Postman(account(sink.port), WORD, verdict_seconds=0.3).send(RAW, USER, [CLIENT])
    assert not caught.value.temporary
    assert len(sink.letters) == taken


@pytest.mark.parametrize("lines", [1, 40_000])
def test_a_cut_within_the_letter_is_ambiguous(sink: SmtpSink, lines: int):
    sink.script = ["early!"]
    with pytest.raises(Ambiguous, match="connexion coupée"):
        postman(sink.port).send(RAW + b"une ligne de plus\r\n" * lines, USER, [CLIENT])
    assert sink.letters == []


def test_an_answer_that_is_no_answer_is_ambiguous(sink: SmtpSink):
    sink.script = ["dot:HTTP/1.1 200 OK"]
    assert isinstance(fate(sink), Ambiguous)


@pytest.mark.parametrize("fault", ["quit!", "quit?", "quit:500 what"])
def test_a_bad_goodbye_changes_nothing(
    sink: SmtpSink, fault: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(postman_module, "GOODBYE_SECONDS", 0.2)
    sink.script = [fault]
    assert postman(sink.port).send(RAW, USER, [CLIENT]).accepted == (CLIENT,)
    assert len(sink.letters) == 1


def test_a_refusal_is_left_politely(sink: SmtpSink):
    sink.script = ["rcpt:550 5.1.1 unknown"]
    fate(sink)
    assert sink.conversations[0][-1].upper() == "QUIT"


# -- the door -------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["pas-le-bon", "faux é"])
def test_a_wrong_password_is_for_a_person(sink: SmtpSink, word: str):
    with pytest.raises(LoginRefused, match="mot de passe d’application") as caught:
        postman(sink.port, word).send(RAW, USER, [CLIENT])
    assert not caught.value.temporary
    assert not caught.value.hopeless
    shown = [str(caught.value), repr(caught.value), repr(caught.value.__cause__)]
    assert word not in " ".join(shown)


def test_an_accented_password_is_no_obstacle():
    with SmtpSink(users={USER: "clé à molette"}) as sink:
        postman(sink.port, "clé à molette").send(RAW, USER, [CLIENT])
        assert len(sink.letters) == 1


def test_where_no_password_will_ever_work(sink: SmtpSink):
    sink.script = [
        "auth:535 5.7.139 SmtpClientAuthentication is disabled for the Tenant."
    ]
    error = fate(sink)
    assert isinstance(error, LoginRefused)
    assert error.hopeless
    assert "SMTP AUTH" in str(error)


def test_a_busy_login_is_not_a_wrong_password(sink: SmtpSink):
    sink.script = ["auth:454 4.7.0 Temporary authentication failure"]
    error = fate(sink)
    assert isinstance(error, Unreachable)
    assert error.wait_seconds > 0


def test_a_login_asked_for_later_is_a_login_refused(sink: SmtpSink):
    sink.script = ["mail:530 5.7.0 Authentication required"]
    assert isinstance(fate(sink), LoginRefused)


@pytest.mark.parametrize("user", ["j@x.test", "je@x.test", "jea@x.test"])
def test_a_refusal_that_quotes_the_password_is_cleaned(sink: SmtpSink, user: str):
    said = base64.b64encode(f"\0{user}\0{WORD}".encode()).decode()
    sink.script = [f"auth:535 5.7.8 bad command AUTH PLAIN {said} ({WORD})"]
    server = Server("127.0.0.1", sink.port, Tls.NONE)
    one = Account("compta", user, server, server, Secret(env="MDP"))
    with pytest.raises(LoginRefused, match=r"AUTH PLAIN ••• \(•••\)") as caught:
        Postman(one, WORD).send(RAW, user, [CLIENT])
    assert said[:16] not in "".join(traceback.format_exception(caught.value))


def test_a_server_that_is_down():
    with socket.create_server(("127.0.0.1", 0)) as one:
        port = one.getsockname()[1]
    with pytest.raises(Unreachable, match="connexion refusée"):
        postman(port).send(RAW, USER, [CLIENT])


def test_a_name_that_nobody_has():
    with pytest.raises(Unreachable, match="nom de serveur inconnu"):
        postman(25, host="smtp.invalid", tls=Tls.IMPLICIT).send(RAW, USER, [CLIENT])


def test_a_silent_server():
    with (
        socket.create_server(("127.0.0.1", 0)) as one,
        pytest.raises(Unreachable, match="pas de réponse"),
    ):
        Postman(account(one.getsockname()[1]), WORD, step_seconds=0.2).send(
            RAW, USER, [CLIENT]
        )


def test_no_plain_line_to_another_machine():
    with pytest.raises(Unprotected, match=r"127\.0\.0\.1"):
        postman(25, host="smtp.invalid").send(RAW, USER, [CLIENT])


@pytest.mark.parametrize("tls", [Tls.IMPLICIT, Tls.STARTTLS])
def test_a_protected_line_with_a_private_authority(
    certificates: Certificates, tls: Tls
):
    context = certificates.context(certificates.right)
    implicit = tls is Tls.IMPLICIT
    with SmtpSink(users={USER: WORD}, tls=context, implicit=implicit) as sink:
        for host in ("localhost", "127.0.0.1"):
            postman(
                sink.port, host=host, tls=tls, ca_file=str(certificates.ca_file)
            ).send(RAW, USER, [CLIENT])
        assert len(sink.letters) == 2
        assert "AUTH" in sink.conversations[0]


@pytest.mark.parametrize("tls", [Tls.IMPLICIT, Tls.STARTTLS])
@pytest.mark.parametrize("which", ["right", "expired", "misnamed"])
def test_a_doubtful_certificate_hears_nothing(
    certificates: Certificates, tls: Tls, which: str
):
    # The right one comes from an authority that the system does not know.
    known = "" if which == "right" else str(certificates.ca_file)
    implicit = tls is Tls.IMPLICIT
    with SmtpSink(
        users={USER: WORD},
        tls=certificates.context(getattr(certificates, which)),
        implicit=implicit,
    ) as sink:
        with pytest.raises(CertificateRefused, match="Rien ne lui a été confié"):
            postman(sink.port, tls=tls, ca_file=known).send(RAW, USER, [CLIENT])
        assert not any("AUTH" in line for talk in sink.conversations for line in talk)
        assert sink.letters == []


def test_starttls_that_is_not_offered_is_not_done_without(sink: SmtpSink):
    with pytest.raises(Unprotected, match="STARTTLS"):
        postman(sink.port, tls=Tls.STARTTLS).send(RAW, USER, [CLIENT])
    assert not any("AUTH" in line for line in sink.conversations[0])


def test_tls_on_a_plain_port_is_explained(sink: SmtpSink):
    with pytest.raises(Unprotected, match="ce port ne commence pas par TLS"):
        postman(sink.port, tls=Tls.IMPLICIT).send(RAW, USER, [CLIENT])


def test_an_authority_file_that_is_missing(sink: SmtpSink):
    with pytest.raises(CertificateRefused, match="ca_file"):
        postman(sink.port, tls=Tls.IMPLICIT, ca_file="/nulle/part.pem").send(
            RAW, USER, [CLIENT]
        )


# -- addresses ------------------------------------------------------------------------


def test_accented_addresses_ask_for_the_right_extension(sink: SmtpSink):
    postman(sink.port).send(RAW, USER, ["compta@société.test"])
    assert "SMTPUTF8" not in " ".join(sink.conversations[0])
    assert sink.letters[0].recipients == ("compta@xn--socit-esab.test",)
    postman(sink.port).send(RAW, USER, ["trésorerie@client.test"])
    assert "SMTPUTF8" in " ".join(sink.conversations[1])
    assert sink.letters[1].recipients == ("trésorerie@client.test",)


def test_accented_addresses_where_they_cannot_go():
    with SmtpSink(users={USER: WORD}, features=()) as sink:
        error = fate(sink, "trésorerie@client.test")
        assert isinstance(error, Refused)
        assert error.permanent


def test_no_command_is_hidden_in_an_address(sink: SmtpSink):
    with pytest.raises(ValueError, match="caractère de contrôle"):
        postman(sink.port).send(RAW, USER, ["a@x.test>\r\nRCPT TO:<b@x.test"])
    with pytest.raises(ValueError, match="aucun destinataire"):
        postman(sink.port).send(RAW, USER, [])
    assert sink.conversations == []


def test_a_bare_line_end_cannot_end_the_letter(sink: SmtpSink):
    raw = b"Subject: x\r\n\r\na\n.\nMAIL FROM:<x@x.test>\r.\r\nb\r\n"
    postman(sink.port).send(raw, USER, [CLIENT])
    [letter] = sink.letters
    assert letter.raw == (
        b"Subject: x\r\n\r\na\r\n.\r\nMAIL FROM:<x@x.test>\r\n.\r\nb\r\n"
    )


def test_the_doctor_sees_the_server(sink: SmtpSink):
    seen = postman(sink.port).check()
    assert seen["login"] is True
    assert seen["features"] == ["8bitmime", "auth", "size", "smtputf8"]
    assert sink.letters == []
