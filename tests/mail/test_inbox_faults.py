"""Mail servers that misbehave: nothing lost, nothing twice, nobody kept waiting."""

import re
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from relancebot.demo.servers import EmbeddedMail
from relancebot.domain.policy import Tls
from relancebot.mail import idle as idle_module
from relancebot.mail import inbox as inbox_module
from relancebot.mail.errors import (
    CertificateRefused,
    LoginRefused,
    Refused,
    Unprotected,
    Unreachable,
)
from relancebot.mail.inbox import Filed, FolderMark, Inbox, content_key
from tests.servers.certificates import Certificates, make_certificates
from tests.servers.mailboxes import USER, WORD, account

DAY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def raw(number: int) -> bytes:
    return f"Message-ID: <{number}@x>\r\nSubject: {number}\r\n\r\nmot\r\n".encode()


@pytest.fixture
def mail() -> Iterator[EmbeddedMail]:
    with EmbeddedMail({USER: WORD}) as one:
        yield one


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


def open_inbox(mail: EmbeddedMail, seconds: float = 20.0, **changes: Any) -> Inbox:
    return Inbox(account(mail.imap_port, **changes), WORD, read_seconds=seconds)


def deliver(mail: EmbeddedMail, *numbers: int) -> None:
    for number in numbers:
        mail.deliver(USER, raw(number), when=DAY)


def replacing(pattern: bytes, by: bytes) -> Callable[[bytes], bytes]:
    return lambda data: re.sub(pattern, by, data, flags=re.DOTALL)


def saying_no(command: bytes, words: bytes) -> Callable[[bytes], bytes]:
    """Answer NO to a command whose usual answer holds some bytes."""

    def tamper(data: bytes) -> bytes:
        if command not in data:
            return data
        tag = data.rstrip().rpartition(b"\r\n")[2].split(b" ")[0]
        return tag + b" NO " + words + b"\r\n"

    return tamper


@contextmanager
def later(work: Callable[[], object]) -> Iterator[None]:
    """Do something while the test waits."""
    thread = threading.Timer(0.2, work)
    thread.start()
    try:
        yield
    finally:
        thread.join()


# -- numbers that cannot be trusted ---------------------------------------------------


@pytest.mark.parametrize(
    "tamper",
    [
        replacing(rb"\* OK \[UIDVALIDITY \d+\][^\r]*\r\n", b""),
        replacing(rb"UIDVALIDITY \d+", b"UIDVALIDITY 0"),
    ],
)
def test_a_server_without_stable_numbers_is_read_by_content(
    mail: EmbeddedMail, tamper: Callable[[bytes], bytes]
):
    deliver(mail, 1, 2)
    mail.tamper = tamper
    known: set[str] = set()
    mark: FolderMark | None = None
    for expected in ([raw(1), raw(2)], [], [raw(3)]):
        with open_inbox(mail) as inbox:
            new = inbox.new_mail("INBOX", mark, since=DAY.date())
            got = [one.raw for one in new if content_key(one.raw) not in known]
        assert got == expected
        assert new.mark == FolderMark(0, 0)
        known |= {content_key(one) for one in got}
        mark = new.mark
        if not expected:
            deliver(mail, 3)


def test_a_server_that_does_not_tell_the_next_number(mail: EmbeddedMail):
    old = datetime(2024, 1, 1, tzinfo=UTC)
    mail.deliver(USER, raw(1), when=old)
    mail.tamper = replacing(rb"\* OK \[UIDNEXT \d+\][^\r]*\r\n", b"")
    with open_inbox(mail) as inbox:
        mark = None
        for _ in range(2):
            new = inbox.new_mail("INBOX", mark, since=DAY.date())
            assert new.count == 0
            mark = new.mark
        assert not inbox.wait(0.1)
        deliver(mail, 2)
        assert inbox.wait(60)
        got = inbox.new_mail("INBOX", mark, since=DAY.date())
        assert [one.raw for one in got] == [raw(2)]


def test_a_restart_that_renumbers_each_time_costs_no_bodies(mail: EmbeddedMail):
    deliver(mail, 1, 2, 3)
    bodies: list[bytes] = []

    def watch(data: bytes) -> bytes:
        bodies.extend(re.findall(rb"BODY\[\] \{", data))
        return data

    mail.tamper = watch
    known: set[str] = set()
    mark: FolderMark | None = None
    for _ in range(3):
        mail.change_uidvalidity(USER, first_uid=7)
        with open_inbox(mail) as inbox:
            new = inbox.new_mail("INBOX", mark, known=known.__contains__)
            known |= {one.header_key for one in new}
            mark = new.mark
    assert len(bodies) == 3


def test_the_same_numbers_for_other_mails(mail: EmbeddedMail):
    deliver(mail, 1, 2)
    with open_inbox(mail) as inbox:
        mark = inbox.new_mail("INBOX", None).mark
    uids = [one.uid for one in mail.stored(USER)]
    mail.delete(USER, uids)
    mail.change_uidvalidity(USER, first_uid=uids[0])
    deliver(mail, 8, 9)
    assert [one.uid for one in mail.stored(USER)] == uids
    with open_inbox(mail) as inbox:
        assert [one.raw for one in inbox.new_mail("INBOX", mark)] == [raw(8), raw(9)]


# -- mails that the server cannot give ------------------------------------------------


@pytest.mark.parametrize("instead", [b"NIL", b"42", b'""'])
def test_a_mail_without_content_does_not_stop_the_next(
    mail: EmbeddedMail, instead: bytes
):
    deliver(mail, 1, 2, 3)
    size = len(raw(2))
    mail.tamper = replacing(
        rb"(\* 2 FETCH \(BODY\[\]) \{\d+\}\r\n.{%d}" % size, rb"\1 " + instead
    )
    with open_inbox(mail) as inbox:
        new = inbox.new_mail("INBOX", None)
        assert [one.raw for one in new] == [raw(1), raw(3)]
        assert inbox.new_mail("INBOX", new.mark).count == 0


def test_an_answer_that_is_no_imap_costs_one_mail(mail: EmbeddedMail):
    deliver(mail, 1, 2, 3)
    size = len(raw(2))
    mail.tamper = replacing(
        rb"\* 2 FETCH \(BODY\[\] \{\d+\}\r\n.{%d} UID 102\)" % size,
        b"* 2 FETCH (BODY[] (((",
    )
    with open_inbox(mail) as inbox:
        new = inbox.new_mail("INBOX", None)
        assert [one.raw for one in new] == [raw(1), raw(3)]
        assert [uid for uid, _ in new.unreadable] == [102]


def test_a_search_answer_that_is_no_imap_is_an_error_of_ours(mail: EmbeddedMail):
    deliver(mail, 1)
    mail.tamper = replacing(rb"\* SEARCH [\d ]+", b"* SEARCH un deux")
    with open_inbox(mail) as inbox, pytest.raises(Refused) as caught:
        inbox.new_mail("INBOX", None)
    assert not caught.value.permanent


@pytest.mark.parametrize("instead", [b"NIL", b'"pas une date"'])
def test_a_mail_without_arrival_has_the_one_of_its_trace(
    mail: EmbeddedMail, instead: bytes
):
    trace = b"Received: from a by b; Mon, 02 Mar 2026 11:00:00 +0100\r\n"
    dated = b"Date: Tue, 03 Mar 2026 11:00:00 +0100\r\n"
    mail.deliver(USER, trace + dated + raw(1))
    mail.deliver(USER, dated + raw(2))
    mail.deliver(USER, raw(3))
    mail.tamper = replacing(rb'INTERNALDATE "[^"]*"', b"INTERNALDATE " + instead)
    with open_inbox(mail) as inbox:
        days = [one.received for one in inbox.new_mail("INBOX", None)]
    assert days == [
        DAY,
        datetime(2026, 3, 3, 10, 0, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
    ]


def test_a_large_mail_whose_structure_is_hidden(mail: EmbeddedMail):
    large = raw(1) + b"ligne\r\n" * 1_500_000
    mail.deliver(USER, large, when=DAY)
    mail.tamper = replacing(rb"BODYSTRUCTURE \(.*?\) ", b"BODYSTRUCTURE NIL ")
    with open_inbox(mail) as inbox:
        [one] = inbox.new_mail("INBOX", None)
    assert one.truncated
    assert one.raw == large[: len(one.raw)]
    assert len(one.raw) > 900_000


# -- waiting --------------------------------------------------------------------------


def test_a_line_that_comes_in_pieces_is_one_line(mail: EmbeddedMail):
    with open_inbox(mail) as inbox:
        inbox.new_mail("INBOX", None)
        pieces = [b"* OK Still here\r\n* 1 EX", b"IST", b"S\r\n"]

        def dribble() -> None:
            for piece in pieces:
                mail.say(piece)

        with later(dribble):
            assert inbox.wait(60)


def test_a_sign_of_life_is_no_news(mail: EmbeddedMail):
    with open_inbox(mail) as inbox:
        inbox.new_mail("INBOX", None)
        with later(lambda: mail.say(b"* OK Still here\r\n* 0 RECENTLY\r\n")):
            assert not inbox.wait(0.6)


def test_news_told_before_the_server_agrees_to_wait(mail: EmbeddedMail):
    with open_inbox(mail) as inbox:
        inbox.new_mail("INBOX", None)
        mail.tamper = replacing(rb"^\+ Idling", b"* 3 EXISTS\r\n+ Idling")
        assert inbox.wait(60)


@pytest.mark.parametrize(
    "abort", [pytest.param(True, id="reset"), pytest.param(False, id="closed")]
)
def test_a_closed_connection_is_noticed(mail: EmbeddedMail, *, abort: bool):
    with (
        open_inbox(mail) as inbox,
        later(lambda: mail.drop_connections(abort=abort)),
        pytest.raises(Unreachable, match="connexion coupée"),
    ):
        inbox.wait(400)


def test_a_goodbye_is_understood(mail: EmbeddedMail):
    with (
        open_inbox(mail) as inbox,
        later(lambda: mail.say(b"* BYE server shutting down\r\n")),
        pytest.raises(Unreachable, match="shutting down"),
    ):
        inbox.wait(400)


def test_half_a_line_and_then_nothing(
    mail: EmbeddedMail, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(idle_module, "LINE_SECONDS", 0.5)
    with (
        open_inbox(mail) as inbox,
        later(lambda: mail.say(b"* 1 EXI")),
        pytest.raises(Unreachable, match="pas de réponse"),
    ):
        inbox.wait(400)


def test_silence_for_ever_is_noticed_when_the_waiting_ends(
    mail: EmbeddedMail, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(idle_module, "LINE_SECONDS", 0.5)

    def swallow_the_end(data: bytes) -> bytes:
        return b"" if b"OK IDLE" in data.upper() else data

    mail.tamper = swallow_the_end
    with open_inbox(mail) as inbox, pytest.raises(Unreachable, match="pas de réponse"):
        inbox.wait(0.1)


def test_a_machine_that_slept_asks_at_once(
    mail: EmbeddedMail, monkeypatch: pytest.MonkeyPatch
):
    hours = iter(range(0, 36_000_000, 3600))
    monkeypatch.setattr(idle_module, "_time_with_sleep", lambda: float(next(hours)))
    with open_inbox(mail) as inbox:
        assert not inbox.wait(400)
        assert inbox.new_mail("INBOX", None).count == 0


def test_a_server_without_push_is_asked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(inbox_module, "_POLL_SECONDS", 0.1)
    with EmbeddedMail({USER: WORD}, idle=False) as mail, open_inbox(mail) as inbox:
        assert inbox.check()["idle"] is False
        inbox.new_mail("INBOX", None)
        assert not inbox.wait(0.2)
        with later(lambda: deliver(mail, 1)):
            assert inbox.wait(60)
        stop = threading.Event()
        stop.set()
        assert not inbox.wait(60, stop=stop)


# -- servers that are busy, silent or down --------------------------------------------


def test_busy_servers_are_waited_for(mail: EmbeddedMail):
    mail.tamper = saying_no(b"READ-ONLY", b"User is authenticated but not connected.")
    with open_inbox(mail) as inbox, pytest.raises(Unreachable) as caught:
        inbox.new_mail("INBOX", None)
    assert caught.value.wait_seconds >= 300


def test_too_many_connections_is_not_a_wrong_password(mail: EmbeddedMail):
    mail.tamper = replacing(
        rb"^\* OK \[CAPABILITY.*", b"* BYE Too many connections\r\n"
    )
    with pytest.raises(Unreachable, match="Too many") as caught, open_inbox(mail):
        pass
    assert caught.value.wait_seconds >= 300


def test_a_login_that_is_cut_is_not_a_wrong_password(mail: EmbeddedMail):
    def cut(data: bytes) -> bytes:
        if b"Authentication successful" in data:
            threading.Thread(target=mail.drop_connections).start()
            return b""
        return data

    mail.tamper = cut
    with pytest.raises(Unreachable, match="connexion coupée"), open_inbox(mail):
        pass


def test_a_server_in_trouble_is_not_a_wrong_password(mail: EmbeddedMail):
    mail.tamper = saying_no(
        b"Authentication successful", b"[UNAVAILABLE] Temporary failure"
    )
    with pytest.raises(Unreachable), open_inbox(mail):
        pass


def test_a_silent_server_is_left(mail: EmbeddedMail):
    with open_inbox(mail, seconds=0.3) as inbox:
        mail.tamper = lambda _: b""
        with pytest.raises(Unreachable, match="pas de réponse"):
            inbox.new_mail("INBOX", None)


def test_a_server_that_is_down():
    with EmbeddedMail({USER: WORD}) as mail:
        pass
    with pytest.raises(Unreachable, match="connexion refusée"), open_inbox(mail):
        pass


def test_a_full_mailbox_takes_no_copy_and_says_so(mail: EmbeddedMail):
    with open_inbox(mail) as inbox:
        mail.tamper = saying_no(b"APPENDUID", b"[OVERQUOTA] Quota exceeded")
        with pytest.raises(Refused, match="Quota exceeded"):
            inbox.append_sent(raw(1), DAY)


def test_a_refusal_that_quotes_the_password_is_cleaned(mail: EmbeddedMail):
    mail.tamper = saying_no(
        b"AUTHENTICATIONFAILED", f"LOGIN {USER} {WORD}: no".encode()
    )
    with pytest.raises(LoginRefused, match="•••") as caught:
        Inbox(account(mail.imap_port, login="autre"), WORD).__enter__()
    shown = "".join(traceback.format_exception(caught.value))
    assert WORD not in shown


def test_servers_that_file_copies_are_left_to_it():
    for host in ("imap.gmail.com", "outlook.office365.com", "imap.zoho.eu"):
        inbox = Inbox(account(993, Tls.IMPLICIT, host=host), WORD)
        assert inbox.append_sent(raw(1), DAY) is Filed.BY_SERVER


@pytest.mark.parametrize(
    "folder",
    [
        "Envoyés",
        "Éléments envoyés",
        "Sent Items",
        "INBOX/Sent",
        "Messages envoyés",
        "Objets envoyés",
        "OUTBOX",
    ],
)
def test_the_sent_folder_by_its_usual_names(folder: str):
    with (
        EmbeddedMail({USER: WORD}, folders=("Envois en masse", folder)) as mail,
        open_inbox(mail) as inbox,
    ):
        assert inbox.sent_folder() == folder
        assert inbox.append_sent(raw(1), DAY) is Filed.APPENDED
        assert [one.raw for one in mail.stored(USER, folder)] == [raw(1)]


# -- protection -----------------------------------------------------------------------


@pytest.mark.parametrize("tls", [Tls.IMPLICIT, Tls.STARTTLS])
def test_a_protected_line_with_a_private_authority(
    certificates: Certificates, tls: Tls
):
    context = certificates.context(certificates.right)
    ca = str(certificates.ca_file)
    with EmbeddedMail(
        {USER: WORD}, ssl_context=context, implicit_tls=tls is Tls.IMPLICIT
    ) as mail:
        deliver(mail, 1)
        for host in ("localhost", "127.0.0.1"):
            with open_inbox(mail, tls=tls, host=host, ca=ca) as inbox:
                first = inbox.new_mail("INBOX", None)
                assert [one.raw for one in first] == [raw(1)]
        with open_inbox(mail, tls=tls, ca=ca) as inbox:
            inbox.new_mail("INBOX", None)
            assert not inbox.wait(0.3)
            with later(lambda: deliver(mail, 2)):
                assert inbox.wait(60)
            assert inbox.new_mail("INBOX", first.mark).count == 1
            with later(mail.drop_connections), pytest.raises(Unreachable):
                inbox.wait(400)


@pytest.mark.parametrize("tls", [Tls.IMPLICIT, Tls.STARTTLS])
@pytest.mark.parametrize("which", ["right", "expired", "misnamed"])
def test_a_doubtful_certificate_hears_no_password(
    certificates: Certificates, tls: Tls, which: str
):
    context = certificates.context(getattr(certificates, which))
    known = "" if which == "right" else str(certificates.ca_file)
    heard: list[bytes] = []
    with EmbeddedMail(
        {USER: WORD}, ssl_context=context, implicit_tls=tls is Tls.IMPLICIT
    ) as mail:

        def listen(data: bytes) -> bytes:
            heard.append(data)
            return data

        mail.tamper = listen
        with pytest.raises(CertificateRefused, match="ca_file"):
            open_inbox(mail, tls=tls, ca=known).__enter__()
    assert not any(b"Authentication" in data for data in heard)


def test_starttls_that_somebody_hides_is_not_done_without(
    certificates: Certificates,
):
    context = certificates.context(certificates.right)
    with EmbeddedMail({USER: WORD}, ssl_context=context) as mail:
        mail.tamper = replacing(rb" STARTTLS", b"")
        with pytest.raises(Unprotected, match="aucun mot de passe"):
            open_inbox(mail, tls=Tls.STARTTLS, ca=str(certificates.ca_file)).__enter__()


def test_tls_on_a_plain_port_is_explained(mail: EmbeddedMail):
    with pytest.raises(Unprotected, match="ce port ne commence pas par TLS"):
        open_inbox(mail, tls=Tls.IMPLICIT).__enter__()
