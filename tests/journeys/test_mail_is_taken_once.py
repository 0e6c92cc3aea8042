"""Every mail is taken in once, whatever the servers and the power do meanwhile."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from relancebot.demo.servers import EmbeddedMail
from relancebot.demo.stage import FastClock
from relancebot.domain.dossier import Held, Promised
from relancebot.domain.events import HoldWhy
from relancebot.journeys import mailbox_read
from relancebot.journeys.reply_arrives import reply_arrives
from relancebot.mail.errors import Refused, Unreachable
from relancebot.mail.inbox import Inbox
from tests.journeys.world import INVOICE, KARINE, ME, ORDINAL, OTHER, PAUL, World

PROMISE = "Je vous règle lundi prochain."


def reminded(world: World, *rows: str) -> None:
    world.invoices(*(rows or (INVOICE,)))
    world.turn("2024-03-06")
    assert world.servers.sent


def without_header(raw: bytes, name: str) -> bytes:
    head, line, rest = raw.partition(f"{name}: ".encode())
    assert line
    return head + rest.partition(b"\r\n")[2]


def again(world: World, raw: bytes, folder: str = "INBOX") -> None:
    """Put another mail in the place of the last one."""
    world.servers.delete(ME, [world.servers.stored(ME)[-1].uid])
    world.servers.deliver(ME, raw, folder=folder, when=world.clock.now())


def test_killed_in_the_middle_of_a_batch_it_goes_on_with_the_next(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    reminded(world, INVOICE, ORDINAL)
    world.answers("Bien reçu, je regarde.", when="2024-03-14 10:00")
    world.answers(PROMISE, when="2024-03-14 10:01")
    world.answers(PROMISE, sender=PAUL, when="2024-03-14 10:02")
    taken: list[int] = []

    def killed(*args: object) -> object:
        taken.append(1)
        if len(taken) == 2:
            raise KeyboardInterrupt
        return reply_arrives(*args)  # type: ignore[arg-type]  # passed on as they are

    with monkeypatch.context() as patch:
        patch.setattr(mailbox_read, "reply_arrives", killed)
        with pytest.raises(KeyboardInterrupt):
            world.turn("2024-03-14 10:05")
    world.restart()
    turn = world.turn("2024-03-14 10:06")
    assert turn.reads["principal"].looked_at == 2, "the first is not fetched again"
    assert len(world.case("2024-053").promises) == 1
    assert len(world.case("2024-058").promises) == 1


def test_two_mails_of_one_id_are_both_read(world: World) -> None:
    reminded(world)
    first = world.answers("Bien reçu, je regarde.", when="2024-03-14 10:00")
    second = world.answers(PROMISE, when="2024-03-14 10:01")
    same = second.replace(b"<answer-2@", b"<answer-1@")
    assert b"<answer-1@" in first
    again(world, same)
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing(), Promised)
    assert len(world.office.store.mail.by_id(["<answer-1@lumen.example>"])) == 2


def test_one_mail_in_two_folders_counts_once(
    tmp_path: Path, servers: EmbeddedMail, clock: FastClock
) -> None:
    servers.add_folder(ME, "Tous")
    folders = {"folders": ["INBOX", "Tous"]}
    world = World.make(tmp_path / "d", servers, clock, account=folders)
    reminded(world)
    raw = world.answers(PROMISE, when="2024-03-14 10:00")
    world.servers.deliver(ME, raw, folder="Tous", when=clock.now())
    world.days("2024-03-14 10:05", "2024-03-14 10:10")
    assert len(world.case().promises) == 1
    assert len(world.letters()) == 2
    world.office.store.close()


@pytest.mark.parametrize("how", ["none", "empty"])
def test_a_mail_without_an_id_counts_once(world: World, how: str) -> None:
    reminded(world)
    raw = world.answers(PROMISE, when="2024-03-14 10:00")
    without = without_header(raw, "Message-ID")
    again(world, without if how == "none" else b"Message-ID: <>\r\n" + without)
    world.turn("2024-03-14 10:05")
    world.servers.change_uidvalidity(ME)
    world.days("2024-03-14 10:10", "2024-03-14 10:15")
    assert len(world.case().promises) == 1
    assert len(world.letters()) == 2


@pytest.mark.parametrize("header", ["In-Reply-To", "References"])
def test_one_of_the_two_headers_of_a_thread_is_enough(
    world: World, header: str
) -> None:
    reminded(world)
    raw = world.answers(
        PROMISE, sender=KARINE, when="2024-03-14 10:00", subject="Tout autre chose"
    )
    again(world, without_header(raw, header))
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing(), Promised)


def test_an_absence_that_belongs_to_no_thread_parks_too(world: World) -> None:
    reminded(world)
    letter = world.letters()[0]
    letter.replace_header("Message-ID", "<personne@nulle-part.example>")
    world.answers(
        "Je suis absente jusqu'au 22 mars inclus, de retour le lundi 25 mars.",
        when="2024-03-06 10:00",
        to_letter=letter,
        headers=(("Auto-Submitted", "auto-replied"),),
        subject="Absence",
    )
    world.turn("2024-03-06 10:05")
    assert world.standing() == Held(HoldWhy.ABSENCE, date(2024, 3, 26))


def test_an_old_letter_answered_about_another_invoice_moves_that_one(
    world: World,
) -> None:
    reminded(world)
    first = world.letters()[0]
    world.at("2024-03-07 09:00").invoices(INVOICE, OTHER)
    world.turn("2024-03-13")
    world.answers(
        "La facture 2024-060 sera réglée lundi prochain.",
        when="2024-03-14 10:00",
        to_letter=first,
    )
    world.turn("2024-03-14 10:05")
    assert len(world.case("2024-060").promises) == 1
    assert not world.case("2024-053").promises


def test_a_copy_that_cannot_be_filed_sends_nothing_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Refused("principal", "imap", 0, "[OVERQUOTA] full", permanent=False)

    with monkeypatch.context() as patch:
        patch.setattr(Inbox, "append_sent", full)
        reminded(world)
        world.days("2024-03-06 09:40", "2024-03-06 10:00")
    assert len(world.letters()) == 1
    assert not world.servers.stored(ME, "Sent")
    world.turn("2024-03-06 10:10")
    assert len(world.letters()) == 1
    assert len(world.servers.stored(ME, "Sent")) == 1


def test_a_mailbox_that_is_away_is_asked_less_and_less_often(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)
    tries: list[int] = []
    begin = world.at("2024-03-06 09:00").clock.now()

    def away(_: Inbox) -> Inbox:
        tries.append(int((world.clock.now() - begin).total_seconds()))
        raise Unreachable("principal", "imap", "connexion refusée")

    with monkeypatch.context() as patch:
        patch.setattr(Inbox, "__enter__", away)
        for second in range(0, 1800, 5):
            world.clock.set(begin + timedelta(seconds=second))
            turn = world.daemon.turn()
            assert turn.errors
    waits = [b - a for a, b in pairwise(tries)]
    assert waits[:6] == [5, 10, 20, 40, 80, 160]
    assert set(waits[6:]) == {300}
    world.turn("2024-03-06 10:00")
    assert len(world.letters()) == 1
