"""What goes wrong with a mailbox, a server or one mail harms nobody else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relancebot import daemon
from relancebot.demo.servers import EmbeddedMail
from relancebot.demo.stage import FastClock
from relancebot.domain.dossier import LetterState, Promised, UnderReview
from relancebot.domain.events import ReviewKind
from relancebot.journeys import (
    day_begins,
    letters_leave,
    mailbox_read,
    reply_arrives,
)
from relancebot.journeys.advance import record
from relancebot.journeys.letters_leave import Outside
from relancebot.journeys.reply_arrives import reply_arrives as take_in
from relancebot.journeys.views import items, status
from relancebot.mail.errors import (
    CertificateRefused,
    FolderMissing,
    LoginRefused,
    MailError,
    SecretMissing,
    Unreachable,
)
from relancebot.mail.inbox import Fetched, NewMail
from relancebot.mail.postman import Postman, Receipt
from tests.journeys.world import (
    INVOICE,
    KARINE,
    ME,
    ORDINAL,
    PAUL,
    STRANGER,
    World,
)

PROMISE = "Je vous règle lundi prochain."


def failing(monkeypatch: pytest.MonkeyPatch, error: MailError) -> list[int]:
    """Let every sending fail so; gives the list of the tries."""
    tries: list[int] = []

    def send(*_: object) -> Receipt:
        tries.append(1)
        raise error

    monkeypatch.setattr(Postman, "send", send)
    return tries


# --- folders ------------------------------------------------------------------------


@pytest.fixture
def three_folders(tmp_path: Path, servers: EmbeddedMail, clock: FastClock) -> World:
    servers.add_folder(ME, "Clients")
    folders = {"folders": ["INBOX", "Disparu", "Clients"]}
    return World.make(tmp_path / "d", servers, clock, account=folders)


def test_a_missing_folder_does_not_hide_the_others(three_folders: World) -> None:
    world = three_folders
    world.servers.add_folder(ME, "Disparu")
    world.invoices(INVOICE)
    world.turn("2024-03-06")
    world.servers.delete_folder(ME, "Disparu")
    world.answers(PROMISE, when="2024-03-14 10:00", folder="Clients")
    turn = world.turn("2024-03-14 10:05")
    assert isinstance(turn.errors["principal"], FolderMissing)
    assert isinstance(world.standing(), Promised)
    assert turn.reads["principal"].arrived, "what was read is told"
    assert len(world.letters()) == 1, "nothing leaves on an incomplete reading"
    (account,) = status(world.office, world.clock.now()).accounts
    assert "Disparu" in (account.error or "")
    world.servers.add_folder(ME, "Disparu")
    world.turn("2024-03-14 10:20")
    assert len(world.letters()) == 2
    (account,) = status(world.office, world.clock.now()).accounts
    assert account.error is None
    world.office.store.close()


def test_a_line_cut_while_mails_are_fetched_keeps_what_came(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE, ORDINAL)
    world.turn("2024-03-06")
    world.answers(PROMISE, when="2024-03-14 10:00")
    world.answers(PROMISE, sender=PAUL, when="2024-03-14 10:01")
    real, taken = NewMail.__next__, list[int]()

    def cut(mails: NewMail) -> Fetched:
        taken.append(1)
        if len(taken) == 2:
            raise Unreachable("principal", "imap", "connexion coupée")
        return real(mails)

    with monkeypatch.context() as patch:
        patch.setattr(NewMail, "__next__", cut)
        turn = world.turn("2024-03-14 10:05")
    assert "connexion coupée" in str(turn.errors["principal"])
    assert len(turn.reads["principal"].arrived) == 1
    assert len(world.servers.sent) == 2, "nothing leaves on half a reading"
    world.turn("2024-03-14 10:10")
    assert len(world.servers.sent) == 4, "both promises are confirmed"


# --- the sending end ------------------------------------------------------------------


def test_a_password_refused_by_the_sending_server_is_tried_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE, ORDINAL)
    with monkeypatch.context() as patch:
        refusal = LoginRefused("principal", "smtp:465", "535 5.7.8 wrong")
        tries = failing(patch, refusal)
        for hour in range(9, 17):
            world.turn(f"2024-03-06 {hour:02}:30")
        assert len(tries) == 2
        (account,) = status(world.office, world.clock.now()).accounts
        assert "535" in (account.error or "")
    world.turn("2024-03-06 17:00")
    assert not world.letters(), "only a restart or other rules try again"
    world.restart()
    world.days("2024-03-06 17:10", "2024-03-06 17:20")
    assert len(world.letters()) == 1
    assert len(world.letters(PAUL)) == 1
    assert not items(world.office), "the letters were not to blame"


def test_where_no_password_will_ever_work_there_is_one_try(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)
    refusal = LoginRefused("principal", "smtp", "535 5.7.139", hopeless=True)
    tries = failing(monkeypatch, refusal)
    world.days("2024-03-06 09:30", "2024-03-06 11:30")
    assert len(tries) == 1


def test_changed_rules_open_the_account_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)
    with monkeypatch.context() as patch:
        failing(patch, LoginRefused("principal", "smtp", "535"))
        world.days("2024-03-06 09:30", "2024-03-06 10:30")
    rules = world.home / "rules.yaml"
    rules.write_text(rules.read_text("utf-8") + "\n# changé\n", "utf-8")
    world.daemon._rules_read = 0.0
    assert world.daemon._reload_rules()
    world.office = world.daemon.office
    world.turn("2024-03-06 10:40")
    assert len(world.letters()) == 1


@pytest.mark.parametrize(
    "error",
    [
        Unreachable("principal", "smtp:465", "connexion refusée"),
        CertificateRefused("principal", "smtp:465", "expired"),
        SecretMissing("principal", "env", "MDP n’est pas définie"),
    ],
)
def test_a_sending_server_that_is_away_for_a_day_gives_no_letter_up(
    world: World, monkeypatch: pytest.MonkeyPatch, error: MailError
) -> None:
    world.invoices(INVOICE)
    with monkeypatch.context() as patch:
        tries = failing(patch, error)
        for hour in range(9, 18):
            world.turn(f"2024-03-06 {hour:02}:30")
        assert len(tries) == 9
        (account,) = status(world.office, world.clock.now()).accounts
        assert account.error == str(error)
    world.turn("2024-03-07 09:30")
    assert len(world.letters()) == 1
    assert not items(world.office)
    (account,) = status(world.office, world.clock.now()).accounts
    assert account.error is None


def test_a_server_that_wants_no_mail_just_now_is_left_alone(world: World) -> None:
    world.invoices(INVOICE, ORDINAL)
    world.servers.on_data = lambda _: "421 4.7.0 too many messages, slow down"
    turn = world.turn("2024-03-06")
    assert len(turn.letters.refused) == 1, "the second letter is not even tried"
    world.servers.on_data = lambda _: None
    world.days("2024-03-06 09:40", "2024-03-06 10:00")
    assert len(world.letters()) == len(world.letters(PAUL)) == 1


def test_news_that_come_while_letters_leave_are_read_first(world: World) -> None:
    world.invoices(INVOICE, ORDINAL)
    world.turn("2024-03-05 23:00")
    now = world.at("2024-03-06").clock.now
    world.daemon._wake.set()
    world.daemon.turn()
    assert len(world.servers.sent) == 1
    outside = Outside(now, news=lambda: False)
    letters_leave.letters_leave(world.office, outside)
    assert len(world.servers.sent) == 2


def test_an_account_that_cannot_send_does_not_stop_the_other(
    tmp_path: Path,
    servers: EmbeddedMail,
    clock: FastClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = {"host": "127.0.0.1", "tls": "none"}
    accounts = [
        {
            "name": name,
            "address": address,
            "imap": {**server, "port": servers.imap_port},
            "smtp": {**server, "port": servers.smtp_port},
            "secret": {"env": "RELANCEBOT_TEST"},
        }
        for name, address in (("principal", ME), ("second", STRANGER))
    ]
    by_second = [{"client": "Ordinal", "account": "second"}]
    world = World.make(
        tmp_path / "d", servers, clock, accounts=accounts, clients=by_second
    )
    world.invoices(INVOICE, ORDINAL)
    real = Postman.send

    def send(self: Postman, raw: bytes, sender: str, to: tuple[str, ...]) -> Receipt:
        if sender == ME:
            raise Unreachable("principal", "smtp", "connexion refusée")
        return real(self, raw, sender, to)

    monkeypatch.setattr(Postman, "send", send)
    world.turn("2024-03-06")
    assert not world.letters()
    assert len(world.letters(PAUL)) == 1
    first, second = status(world.office, clock.now()).accounts
    assert first.error
    assert not second.error
    world.office.store.close()


# --- one mail that fails ------------------------------------------------------------


def fails_so_often(function: Callable[..., Any], times: int) -> Callable[..., Any]:
    left = [times]

    def call(*args: Any) -> Any:
        if left[0]:
            left[0] -= 1
            raise RuntimeError("boom")
        return function(*args)

    return call


def test_a_mail_that_fails_is_tried_again_from_its_bytes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE, ORDINAL)
    world.turn("2024-03-06")
    twice = fails_so_often(record, 2)
    monkeypatch.setattr(reply_arrives, "record", twice)
    world.answers(PROMISE, when="2024-03-14 10:00")
    world.days("2024-03-14 10:05", "2024-03-14 10:10")
    assert not world.case().promises
    assert len(world.letters()) == 1
    assert status(world.office, world.clock.now()).set_aside
    world.turn("2024-03-14 10:15")
    (promise,) = world.case().promises
    assert promise.on.isoformat() == "2024-03-14"
    assert not status(world.office, world.clock.now()).set_aside
    assert len(world.letters()) == 2, "the confirmation"


def test_until_a_failed_mail_is_read_its_sender_is_not_reminded(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE, ORDINAL)
    world.turn("2024-03-06")
    with monkeypatch.context() as patch:
        patch.setattr(reply_arrives, "record", fails_so_often(print, 10_000))
        world.answers(PROMISE, when="2024-03-14 10:00")
        world.days("2024-03-14 10:05", "2024-03-14 10:10", "2024-03-14 10:15")
        world.days("2024-03-15", "2024-03-18", "2024-03-20", "2024-04-02")
        assert len(world.letters()) == 1
        assert len(world.letters(PAUL)) > 1, "the others go on"
        (line,) = status(world.office, world.clock.now()).set_aside
        assert "boom" in line
    world.turn("2024-04-03")
    assert len(world.letters()) == 1, "three tries, then it waits"
    world.restart()
    world.turn("2024-04-03 10:00")
    assert not status(world.office, world.clock.now()).set_aside
    assert isinstance(world.standing(), UnderReview), "its day has passed unread"


def test_a_mail_that_nothing_can_be_made_of_is_shown_to_the_person(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)
    world.turn("2024-03-06")
    monkeypatch.setattr(reply_arrives, "_read", fails_so_often(print, 10_000))
    world.answers(PROMISE, when="2024-03-14 10:00")
    world.days("2024-03-14 10:05", "2024-03-14 10:10", "2024-03-14 10:15")
    assert not status(world.office, world.clock.now()).set_aside
    (item,) = items(world.office)
    assert item.kind == ReviewKind.ANSWER
    assert PROMISE in item.text
    assert any("lecture impossible" in line for line in item.why)
    world.days("2024-03-15", "2024-04-02")
    assert len(world.letters()) == 1


def test_a_mail_that_kills_the_program_does_so_four_times_at_most(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE, ORDINAL)
    world.turn("2024-03-06")
    world.answers("Un message mortel.", when="2024-03-14 10:00")
    world.answers(PROMISE, sender=PAUL, when="2024-03-14 10:01")

    def deadly(*args: Any) -> Any:
        if b"mortel" in args[3].raw:
            raise KeyboardInterrupt
        return take_in(*args)

    monkeypatch.setattr(mailbox_read, "reply_arrives", deadly)
    for minute in range(5, 9):
        with pytest.raises(KeyboardInterrupt):
            world.turn(f"2024-03-14 10:{minute:02}")
        world.restart()
    world.turn("2024-03-14 10:20")
    assert isinstance(world.standing("2024-058"), Promised), "the next is read"
    (line,) = status(world.office, world.clock.now()).set_aside
    assert "meurt" in line
    world.restart()
    world.days("2024-03-15", "2024-03-18", "2024-04-02")
    assert len(world.letters()) == 1, "whoever wrote it is not reminded"


def test_a_client_whose_file_fails_is_not_written_to(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE, ORDINAL)
    with monkeypatch.context() as patch:
        patch.setattr(day_begins, "record", fails_so_often(record, 1))
        world.turn("2024-03-06")
    assert len(world.servers.sent) == 1, "the other one is"
    world.turn("2024-03-06 09:40")
    assert len(world.servers.sent) == 2


def test_an_account_that_fails_in_an_unknown_way_is_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)
    with monkeypatch.context() as patch:
        patch.setattr(daemon, "read_mailbox", fails_so_often(print, 1))
        turn = world.turn("2024-03-06")
    assert "boom" in str(turn.errors["principal"])
    assert not world.letters()
    world.turn("2024-03-06 09:40")
    assert len(world.letters()) == 1


@pytest.mark.parametrize("says_so", [False, True])
def test_letters_say_that_they_are_automatic_where_the_rules_want_it(
    world: World, *, says_so: bool
) -> None:
    account = world.office.policy.accounts[0]
    object.__setattr__(account, "auto_submitted", says_so)
    world.invoices(INVOICE)
    world.turn("2024-03-06")
    said = world.letters()[0]["Auto-Submitted"]
    assert said == ("auto-generated" if says_so else None)


# --- ids that servers replace -------------------------------------------------------


def rewritten(raw: bytes) -> bytes:
    """Give a letter as a server that replaces the Message-ID passes it on."""
    head, _, rest = raw.partition(b"Message-ID: <")
    return head + b"Message-ID: <AM0PR07@eurprd.example>" + rest.partition(b">")[2]


def test_an_id_that_the_server_replaced_is_learnt_from_the_sent_folder(
    world: World,
) -> None:
    world.invoices(INVOICE)
    world.turn("2024-03-06")
    world.servers.deliver(ME, rewritten(world.servers.sent[0].raw), folder="Sent")
    world.turn("2024-03-06 09:35")
    assert len(world.servers.stored(ME, "Sent")) == 1, "no second copy"
    letter = world.letters()[0]
    letter.replace_header("Message-ID", "<AM0PR07@eurprd.example>")
    world.answers(PROMISE, when="2024-03-14 10:00", to_letter=letter, sender=PAUL)
    world.turn("2024-03-14 10:05")
    (item,) = items(world.office)
    assert item.kind == ReviewKind.STRANGER, "the thread is known, the sender not"
    world.answers(PROMISE, when="2024-03-14 10:10", to_letter=letter)
    world.turn("2024-03-14 10:12")
    assert world.office.store.mail.by_id(["<answer-2@lumen.example>"])[0].how == (
        "thread"
    )


def test_ours_stands_among_the_references_where_ids_are_replaced(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters_leave, "REPLACING_HOSTS", ("127.0.0.1",))
    world.invoices(INVOICE)
    world.turn("2024-03-06")
    letter = world.letters()[0]
    assert letter["References"] == letter["Message-ID"]
    ours = str(letter["Message-ID"])
    letter.replace_header("Message-ID", "<AM0PR07@eurprd.example>")
    world.answers(
        PROMISE,
        when="2024-03-14 10:00",
        to_letter=letter,
        headers=(("X-Note", "x"),),
    )
    raw = world.servers.stored(ME)[-1].raw
    world.servers.delete(ME, [world.servers.stored(ME)[-1].uid])
    both = raw.replace(b"References: ", f"References: {ours} ".encode(), 1)
    world.servers.deliver(ME, both, when=world.clock.now())
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing(), Promised)


def test_an_id_of_amazon_is_the_one_that_it_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = "0102018f2b3c4d5e-1a2b3c4d-0000-4000-8000-5e6f7a8b9c0d-000000"
    real = Postman.send

    def send(self: Postman, raw: bytes, sender: str, to: tuple[str, ...]) -> Receipt:
        receipt = real(self, raw, sender, to)
        return Receipt(receipt.accepted, receipt.refused, f"250 Ok {given}")

    monkeypatch.setattr(Postman, "send", send)
    world.invoices(INVOICE)
    world.turn("2024-03-06")
    letter = world.letters()[0]
    letter.replace_header("Message-ID", f"<{given}@eu-west-1.amazonses.com>")
    world.answers(PROMISE, when="2024-03-14 10:00", to_letter=letter)
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing(), Promised)


def interrupted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program die just after the server took the letter."""
    real = Postman.send

    def send(self: Postman, raw: bytes, sender: str, to: tuple[str, ...]) -> Receipt:
        real(self, raw, sender, to)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Postman, "send", send)
        with pytest.raises(KeyboardInterrupt):
            world.turn("2024-03-06")
    world.restart()


def test_a_letter_of_unknown_fate_is_found_under_its_replaced_id(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)
    interrupted(world, monkeypatch)
    world.servers.deliver(ME, rewritten(world.servers.sent[0].raw), folder="Sent")
    world.turn("2024-03-06 09:40")
    assert world.case().letters[-1].state is LetterState.SENT
    assert not items(world.office)


def test_an_answer_proves_that_a_letter_of_unknown_fate_left(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)
    interrupted(world, monkeypatch)
    world.turn("2024-03-06 09:40")
    (item,) = items(world.office)
    assert item.kind == ReviewKind.AMBIGUOUS
    world.answers(PROMISE, sender=KARINE, when="2024-03-06 11:00")
    world.turn("2024-03-06 11:05")
    assert world.case().letters[0].state is LetterState.SENT
    assert isinstance(world.standing(), Promised)
    assert not items(world.office)


def test_an_interrupted_letter_of_an_account_that_is_gone_goes_to_the_person(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)
    interrupted(world, monkeypatch)
    rules = world.home / "rules.yaml"
    rules.write_text(
        rules.read_text("utf-8").replace("name: principal", "name: autre"), "utf-8"
    )
    world.restart()
    world.turn("2024-03-06 09:40")
    (item,) = items(world.office)
    assert item.kind == ReviewKind.AMBIGUOUS
    assert len(world.letters()) == 1
