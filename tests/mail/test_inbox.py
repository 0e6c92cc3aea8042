"""The mailbox is read whole, once, and left as it was; on both servers."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from relancebot.demo.servers import EmbeddedMail
from relancebot.domain.policy import SentCopy
from relancebot.mail.errors import (
    FolderMissing,
    LoginRefused,
    Unprotected,
    Unreachable,
)
from relancebot.mail.inbox import Filed, FolderMark, Inbox, content_key
from tests.servers.dovecot import Dovecot, need_dovecot
from tests.servers.mailboxes import (
    USER,
    WORD,
    OnDovecot,
    OnEmbedded,
    account,
    connected,
    contents,
    dovecot,
    flags,
    put,
)

DAY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
Place = OnEmbedded | OnDovecot


@pytest.fixture(scope="module")
def one_dovecot() -> Iterator[Dovecot]:
    need_dovecot()
    with dovecot() as server:
        yield server


@pytest.fixture(params=["embedded", pytest.param("dovecot", marks=pytest.mark.dovecot)])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    if request.param == "embedded":
        with EmbeddedMail({USER: WORD}) as mail:
            yield OnEmbedded(mail)
    else:
        server: Dovecot = request.getfixturevalue("one_dovecot")
        server.wipe()
        yield OnDovecot(server)


def mail(number: int, words: str = "Bonjour") -> bytes:
    return (
        f"Received: from mx.test; Mon, 02 Mar 2026 11:00:00 +0100\r\n"
        f"Message-ID: <{number}@client.test>\r\nSubject: mail {number}\r\n\r\n"
        f"{words}\r\n"
    ).encode()


def open_inbox(place: Place, **changes: Any) -> Inbox:
    return Inbox(account(place.imap_port, **changes), WORD, read_seconds=20.0)


@contextmanager
def later(work: Callable[[], object]) -> Iterator[None]:
    """Do something while the test waits."""
    thread = threading.Timer(0.2, work)
    thread.start()
    try:
        yield
    finally:
        thread.join()


# -- what is new ----------------------------------------------------------------------


def test_everything_once_then_only_what_is_new(place: Place):
    raws = [mail(n) for n in range(120)]
    put(place.imap_port, raws, DAY)
    with open_inbox(place) as inbox:
        first = inbox.new_mail("INBOX", None)
        assert first.count == 120
        assert [one.raw for one in first] == raws
        again = inbox.new_mail("INBOX", first.mark)
        assert list(again) == []
        assert again.mark == first.mark
        put(place.imap_port, [mail(200)], DAY)
        [new] = inbox.new_mail("INBOX", first.mark)
        assert new.raw == mail(200)
        assert new.received == DAY
        assert new.received.tzinfo is UTC
        assert new.size == len(mail(200))
        assert not new.truncated
    assert flags(place.imap_port) == set()


def test_a_mark_of_each_mail_goes_on_where_it_stopped(place: Place):
    put(place.imap_port, [mail(n) for n in range(5)], DAY)
    with open_inbox(place) as inbox:
        taken = iter(inbox.new_mail("INBOX", None))
        marks = [next(taken).mark for _ in range(2)]
    with open_inbox(place) as inbox:
        rest = [one.raw for one in inbox.new_mail("INBOX", marks[-1])]
        assert rest == [mail(2), mail(3), mail(4)]


def test_a_first_look_costs_by_the_days_that_matter(place: Place):
    put(place.imap_port, [mail(n) for n in range(3)], DAY - timedelta(days=300))
    put(place.imap_port, [mail(10)], DAY)
    with open_inbox(place) as inbox:
        new = inbox.new_mail("INBOX", None, since=date(2026, 3, 1))
        assert [one.raw for one in new] == [mail(10)]
        assert new.count == 1
        assert inbox.new_mail("INBOX", new.mark).count == 0


def test_an_empty_folder_has_a_mark_too(place: Place):
    with open_inbox(place) as inbox:
        new = inbox.new_mail("INBOX", None)
        assert list(new) == []
        assert new.mark.uidvalidity > 0
        put(place.imap_port, [mail(1)], DAY)
        assert [one.raw for one in inbox.new_mail("INBOX", new.mark)] == [mail(1)]


def test_the_last_mail_is_not_given_again_when_nothing_is_new(place: Place):
    put(place.imap_port, [mail(1)], DAY)
    with open_inbox(place) as inbox:
        mark = inbox.new_mail("INBOX", None).mark
        high = FolderMark(mark.uidvalidity, mark.last_uid + 50)
        assert list(inbox.new_mail("INBOX", high)) == []


def test_mails_deleted_meanwhile_are_passed_over(place: Place):
    put(place.imap_port, [mail(n) for n in range(60)], DAY)
    with open_inbox(place) as inbox:
        taken = inbox.new_mail("INBOX", None)
        next(taken)
        with connected(place.imap_port) as other:
            other.select_folder("INBOX")
            gone = sorted(other.search())[55:]
            other.delete_messages(gone)
            other.expunge()
        assert len(list(taken)) == 54
        assert taken.unreadable == []


def test_other_folders_may_be_opened_while_mails_are_taken(place: Place):
    put(place.imap_port, [mail(n) for n in range(60)], DAY)
    with open_inbox(place) as inbox:
        taken = inbox.new_mail("INBOX", None)
        next(taken)
        assert inbox.find_by_message_id("Sent", "<none@x>") is None
        assert len(list(taken)) == 59


# -- folders that change --------------------------------------------------------------


def test_a_renumbered_folder_is_known_by_its_content(place: Place):
    raws = [mail(n) for n in range(4)]
    put(place.imap_port, raws, DAY)
    with open_inbox(place) as inbox:
        first = inbox.new_mail("INBOX", None)
        seen = list(first)
    place.renumber("INBOX")
    put(place.imap_port, [mail(9)], DAY)
    stored = {content_key(one.raw) for one in seen}
    with open_inbox(place) as inbox:
        new = inbox.new_mail("INBOX", first.mark, since=DAY.date())
        assert new.renumbered
        got = list(new)
        assert [one.raw for one in got] == [*raws, mail(9)]
        fresh = [one.raw for one in got if content_key(one.raw) not in stored]
        assert fresh == [mail(9)]
        assert new.mark.uidvalidity != first.mark.uidvalidity
        after = inbox.new_mail("INBOX", new.mark)
        assert (after.count, after.renumbered) == (0, False)


def test_a_renumbered_folder_costs_no_bodies(place: Place):
    put(place.imap_port, [mail(n) for n in range(4)], DAY)
    with open_inbox(place) as inbox:
        first = inbox.new_mail("INBOX", None)
        keys = {one.header_key for one in first}
    place.renumber("INBOX")
    # Same headers, other words: another mail.
    put(place.imap_port, [mail(3, words="Je conteste")], DAY)
    with open_inbox(place) as inbox:
        new = inbox.new_mail("INBOX", first.mark, known=keys.__contains__)
        assert [one.raw for one in new] == [mail(3, words="Je conteste")]


def test_a_renumbering_while_mails_are_taken_asks_for_another_try(place: Place):
    put(place.imap_port, [mail(n) for n in range(60)], DAY)
    with open_inbox(place) as inbox:
        taken = inbox.new_mail("INBOX", None)
        next(taken)
        place.renumber("INBOX")
        with pytest.raises(Unreachable):
            list(taken)


def test_a_missing_folder_is_named_and_the_others_go_on(place: Place):
    put(place.imap_port, [mail(1)], DAY)
    with open_inbox(place) as inbox:
        with pytest.raises(FolderMissing, match="« Compta/Réponses »"):
            inbox.new_mail("Compta/Réponses", None)
        assert inbox.new_mail("INBOX", None).count == 1


def test_folders_with_accents(place: Place):
    with connected(place.imap_port) as client:
        client.create_folder("Réponses & co")
    put(place.imap_port, [mail(1)], DAY, folder="Réponses & co")
    with open_inbox(place) as inbox:
        assert [one.raw for one in inbox.new_mail("Réponses & co", None)] == [mail(1)]


# -- odd mails ------------------------------------------------------------------------

BOUNDARIES = (
    b"Subject: photos\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="outer"\r\n\r\n--outer\r\n'
    b'Content-Type: multipart/alternative; boundary="inner"\r\n\r\n--inner\r\n'
    b"Content-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nJe r=C3=A8gle lundi.\r\n"
    b"--inner\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Je regle</p>\r\n"
    b"--inner--\r\n--outer\r\n"
    b'Content-Type: image/jpeg; name="chantier.jpg"\r\n'
    b'Content-Disposition: attachment; filename="chantier.jpg"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\n"
)


def test_a_large_mail_comes_without_its_files(place: Place):
    line = b"QUJD" * 19 + b"\r\n"
    large = BOUNDARIES + line * 160_000 + b"--outer--\r\n"
    put(place.imap_port, [mail(1), large, mail(2)], DAY)
    with open_inbox(place) as inbox:
        before, one, after = inbox.new_mail("INBOX", None)
    assert (before.raw, after.raw) == (mail(1), mail(2))
    assert one.truncated
    assert one.size == len(large)
    assert len(one.raw) < 2000
    assert b"Je r=C3=A8gle lundi." in one.raw
    assert b"<p>Je regle</p>" in one.raw
    assert b'filename="chantier.jpg"' in one.raw
    assert b"QUJD" not in one.raw


def test_a_large_mail_of_words_alone_is_cut(place: Place):
    large = b"Subject: journal\r\n\r\nbonjour\r\n" + b"ligne de journal\r\n" * 600_000
    put(place.imap_port, [large], DAY)
    with open_inbox(place) as inbox:
        [one] = inbox.new_mail("INBOX", None)
    assert one.truncated
    assert one.raw.startswith(b"Subject: journal\r\n\r\nbonjour\r\n")
    assert len(one.raw) <= 1_000_100


def test_mails_without_an_id_or_sharing_one_are_all_given(place: Place):
    odd = [
        b"Subject: sans identifiant\r\n\r\nun\r\n",
        b"Message-ID: <>\r\nSubject: vide\r\n\r\ndeux\r\n",
        b"Message-ID: <x@x>\r\nSubject: un\r\n\r\ntrois\r\n",
        b"Message-ID: <x@x>\r\nSubject: deux\r\n\r\nquatre\r\n",
        b"\r\nque du texte\r\n",
    ]
    put(place.imap_port, odd, DAY)
    with open_inbox(place) as inbox:
        got = [one.raw for one in inbox.new_mail("INBOX", None)]
    assert got == odd
    assert len({content_key(raw) for raw in got}) == 5


# -- the Sent folder ------------------------------------------------------------------


def test_one_copy_of_a_letter_in_the_sent_folder(place: Place):
    with open_inbox(place) as inbox:
        assert inbox.append_sent(mail(1), DAY) is Filed.APPENDED
        assert inbox.append_sent(mail(1), DAY) is Filed.ALREADY_THERE
        assert inbox.find_by_message_id("Sent", "<1@client.test>") == mail(1)
    assert contents(place.imap_port, "Sent") == [mail(1)]
    assert flags(place.imap_port, "Sent") == {b"\\Seen"}


def test_a_copy_that_the_server_filed_is_enough(place: Place):
    put(place.imap_port, [mail(1)], DAY, folder="Sent")
    with open_inbox(place) as inbox:
        assert inbox.append_sent(mail(1), DAY) is Filed.ALREADY_THERE
    with open_inbox(place, sent_copy=SentCopy.SERVER) as inbox:
        assert inbox.append_sent(mail(2), DAY) is Filed.BY_SERVER
    assert contents(place.imap_port, "Sent") == [mail(1)]


def test_an_id_that_contains_another_is_not_the_other(place: Place):
    put(place.imap_port, [mail(11)], DAY, folder="Sent")
    with open_inbox(place) as inbox:
        assert inbox.find_by_message_id("Sent", "1@client.test") is None
        assert inbox.find_by_message_id("Sent", "<1@client.test>") is None
        assert inbox.find_by_message_id("Sent", "<11@client.test>") == mail(11)


def test_a_letter_whose_id_was_replaced_is_found_by_its_own_header(place: Place):
    filed = b"X-Relance: r7k2\r\nMessage-ID: <other@server>\r\n\r\nx\r\n"
    put(place.imap_port, [mail(1), filed], DAY, folder="Sent")
    with open_inbox(place) as inbox:
        assert inbox.find_by_message_id("Sent", "<ours@x>") is None
        assert inbox.find_by_header("Sent", "X-Relance", "r7k2") == filed
        assert inbox.find_by_header("Sent", "X-Relance", "r7") is None
        assert inbox.find_by_header("Sent", "X-Relance", "") is None


def test_a_sent_folder_that_is_missing_is_a_clear_error(place: Place):
    with (
        open_inbox(place, sent_folder="Courrier parti") as inbox,
        pytest.raises(FolderMissing, match="Courrier parti"),
    ):
        inbox.append_sent(mail(1), DAY)


# -- waiting --------------------------------------------------------------------------


def test_a_mail_that_arrives_is_pushed(place: Place):
    with open_inbox(place) as inbox:
        mark = inbox.new_mail("INBOX", None).mark
        with later(lambda: put(place.imap_port, [mail(1)], DAY)):
            assert inbox.wait(30)
        assert [one.raw for one in inbox.new_mail("INBOX", mark)] == [mail(1)]


def test_a_mail_that_came_before_the_waiting_is_seen_at_once(place: Place):
    with open_inbox(place) as inbox:
        inbox.new_mail("INBOX", None)
        put(place.imap_port, [mail(1)], DAY)
        assert inbox.wait(60)


def test_news_are_told_once(place: Place):
    with open_inbox(place) as inbox:
        assert not inbox.wait(0.1)
        with later(lambda: put(place.imap_port, [mail(1)], DAY)):
            assert inbox.wait(60)
        assert not inbox.wait(0.3)


def test_nothing_new_is_nothing_new(place: Place):
    put(place.imap_port, [mail(1)], DAY)
    with open_inbox(place) as inbox:
        inbox.new_mail("INBOX", None)
        assert not inbox.wait(0.3)
        assert not inbox.wait(0.3)
        assert inbox.new_mail("INBOX", None).count == 1


def test_waiting_ends_when_the_program_must_stop(place: Place):
    stop = threading.Event()
    with open_inbox(place) as inbox, later(stop.set):
        assert not inbox.wait(400, stop=stop)


def test_a_dropped_connection_is_noticed_while_waiting(place: Place):
    with open_inbox(place) as inbox:
        with later(place.drop), pytest.raises(Unreachable):
            inbox.wait(400)
        with pytest.raises(Unreachable, match="connexion fermée"):
            inbox.wait(1)
    put(place.imap_port, [mail(1)], DAY)
    with open_inbox(place) as inbox:
        assert inbox.new_mail("INBOX", None).count == 1


# -- the door -------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["mauvais", "mauvais é", 'a"b\\c', ""])
def test_a_wrong_password_is_for_a_person(place: Place, word: str):
    with (
        pytest.raises(LoginRefused, match="mot de passe d’application") as caught,
        Inbox(account(place.imap_port), word),
    ):
        pass
    assert not caught.value.temporary


def test_a_line_in_the_clear_to_another_machine_is_not_opened():
    with (
        pytest.raises(Unprotected, match="aucun mot de passe"),
        Inbox(account(143, host="imap.invalid"), WORD),
    ):
        pass


def test_the_doctor_sees_the_mailbox(place: Place):
    put(place.imap_port, [mail(1)], DAY)
    with open_inbox(place, folders=("INBOX", "Absent")) as inbox:
        seen = inbox.check()
    assert seen["account"] == "compta"
    assert seen["login"] is True
    assert seen["idle"] is True
    assert seen["sent_folder"] == "Sent"
    assert seen["folders"] == [
        {"name": "INBOX", "exists": True, "messages": 1},
        {"name": "Absent", "exists": False, "messages": 0},
    ]
    assert USER not in str(seen["capabilities"])
