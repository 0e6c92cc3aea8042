"""Letters leave once or not at all, whatever fails."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from relancebot.daemon import AlreadyRunningError, alone
from relancebot.domain.dossier import LetterState
from relancebot.domain.events import Decision, ReviewKind
from relancebot.domain.facts import PersonDecided
from relancebot.domain.why import WhyCode
from relancebot.journeys.person_decides import answer_review, hold, mark_paid, pause
from relancebot.journeys.views import items, outlook, status
from relancebot.mail.errors import LoginRefused, Unreachable
from relancebot.mail.postman import Postman, Receipt
from relancebot.office import open_office
from relancebot.store import NewerStoreError, Store, StoreError
from tests.journeys.world import ENV, INVOICE, ME, OTHER, World


def test_off_for_ten_days_gives_one_reminder_not_three(world: World) -> None:
    world.invoices(INVOICE)
    world.turn("2024-03-06")
    world.turn("2024-03-22")
    world.turn("2024-03-22 09:40")
    world.turn("2024-03-22 15:00")
    assert len(world.letters()) == 2


@pytest.mark.parametrize("hour", ["07:30", "18:00", "23:59"])
def test_nothing_leaves_at_night(world: World, hour: str) -> None:
    world.invoices(INVOICE)
    turn = world.turn(f"2024-03-06 {hour}")
    assert turn.letters.kept_back is not None
    assert turn.letters.kept_back.code is WhyCode.OUTSIDE_WINDOW
    assert not world.letters()


@pytest.mark.parametrize("day", ["2024-03-09", "2024-03-10", "2024-04-01"])
def test_nothing_leaves_on_a_weekend_or_a_holiday(world: World, day: str) -> None:
    world.invoices(INVOICE)
    world.turn(day)
    assert not world.letters()


def test_a_pause_stops_letters_and_still_reads(world: World) -> None:
    world.invoices(INVOICE)
    pause(world.office, paused=True, now=world.clock.now())
    turn = world.turn("2024-03-06")
    assert turn.letters.kept_back is not None
    assert turn.letters.kept_back.code is WhyCode.PAUSED
    assert not world.letters()
    pause(world.office, paused=False, now=world.clock.now())
    world.turn("2024-03-06 09:40")
    assert len(world.letters()) == 1


def test_paid_then_run_and_nobody_is_written_to(world: World) -> None:
    world.invoices(INVOICE)
    mark_paid(world.office, "2024-053", None, date(2024, 3, 6), world.click())
    world.days("2024-03-06", "2024-03-20")
    assert not world.letters()


def test_a_hold_is_kept_to_the_day(world: World) -> None:
    world.invoices(INVOICE)
    hold(world.office, "Atelier Lumen", date(2024, 3, 12), world.click())
    world.days("2024-03-06", "2024-03-12")
    assert not world.letters()
    world.turn("2024-03-13")
    assert len(world.letters()) == 1


def test_late_invoices_of_one_client_share_a_letter(world: World) -> None:
    world.invoices(INVOICE, OTHER)
    world.turn("2024-03-06")
    (letter,) = world.letters()
    text = letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has a text
    assert "2024-053" in text
    assert "2024-060" in text


def test_a_mailbox_that_cannot_be_read_keeps_letters_back(world: World) -> None:
    world.invoices(INVOICE)
    port = world.servers.imap_port
    world.servers.users[ME] = "another password"
    del port
    object.__setattr__(world.office, "env", {"RELANCEBOT_TEST": "faux"})
    first = world.turn("2024-03-06")
    assert isinstance(first.errors["principal"], LoginRefused)
    assert first.letters.kept_back is not None
    assert first.letters.kept_back.code is WhyCode.INBOX_STALE
    assert not world.letters()
    view = status(world.office, world.clock.now())
    assert view.accounts[0].error
    assert "faux" not in view.accounts[0].error


def test_a_wrong_password_is_tried_twice_at_most(world: World) -> None:
    object.__setattr__(world.office, "env", {"RELANCEBOT_TEST": "faux"})
    tries: list[str] = []
    real = world.office.secret
    object.__setattr__(
        world.office, "env", _Counting({"RELANCEBOT_TEST": "faux"}, tries)
    )
    del real
    for hour in range(9, 18):
        world.turn(f"2024-03-06 {hour:02}:30")
    assert len(tries) == 2


class _Counting(dict[str, str]):
    def __init__(self, values: dict[str, str], tries: list[str]) -> None:
        super().__init__(values)
        self.tries = tries

    def get(self, name: str, default: object = None) -> object:  # type: ignore[override]  # counts
        self.tries.append(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> str:
        self.tries.append(name)
        return super().__getitem__(name)


def test_a_server_that_is_down_loses_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)

    def down(*_: object) -> Receipt:
        raise Unreachable("principal", "smtp", "connexion refusée")

    with monkeypatch.context() as patch:
        patch.setattr(Postman, "send", down)
        turn = world.turn("2024-03-06")
    assert turn.letters.failed is not None
    assert not world.letters()
    world.turn("2024-03-06 09:30")
    assert not world.letters(), "it waits before it tries again"
    world.turn("2024-03-06 09:35")
    assert len(world.letters()) == 1


def test_killed_between_taking_and_sending_it_is_put_before_the_person(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)

    def killed(*_: object) -> Receipt:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Postman, "send", killed)
        with pytest.raises(KeyboardInterrupt):
            world.turn("2024-03-06")
    world.restart()
    world.days("2024-03-06 09:40", "2024-03-07", "2024-03-18", "2024-04-15")
    assert not world.letters()
    (item,) = items(world.office)
    assert item.kind == ReviewKind.AMBIGUOUS
    answer_review(
        world.office,
        item.client,
        PersonDecided(item.case, item.key, Decision.NOT_SENT),
        world.click(),
    )
    world.turn("2024-04-15 10:00")
    assert len(world.letters()) == 1


def test_killed_after_the_server_took_it_it_is_found_in_the_sent_folder(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.invoices(INVOICE)
    real = Postman.send

    def killed(self: Postman, raw: bytes, sender: str, to: tuple[str, ...]) -> Receipt:
        real(self, raw, sender, to)
        world.servers.deliver(ME, raw, folder="Sent")  # as Gmail files it itself
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Postman, "send", killed)
        with pytest.raises(KeyboardInterrupt):
            world.turn("2024-03-06")
    world.restart()
    world.turn("2024-03-06 09:40")
    assert world.case().letters[-1].state is LetterState.SENT
    assert not items(world.office)
    world.days("2024-03-06 10:00", "2024-03-07")
    assert len(world.letters()) == 1
    assert len(world.servers.stored(ME, "Sent")) == 1


def test_the_server_says_no_for_ever(world: World) -> None:
    world.invoices(INVOICE)
    world.servers.on_rcpt = lambda _: "550 5.1.1 user unknown"
    world.turn("2024-03-06")
    (item,) = items(world.office)
    assert item.kind == ReviewKind.REFUSED
    world.servers.on_rcpt = lambda _: None
    world.days("2024-03-07", "2024-03-20")
    assert not world.letters()


def test_the_server_says_not_now(world: World) -> None:
    world.invoices(INVOICE)
    world.servers.on_rcpt = lambda _: "451 4.7.1 greylisted"
    world.turn("2024-03-06")
    world.servers.on_rcpt = lambda _: None
    world.turn("2024-03-06 09:32")
    assert not world.letters()
    world.turn("2024-03-06 10:00")
    assert len(world.letters()) == 1
    assert not items(world.office)


def test_two_daemons_on_one_directory(world: World) -> None:
    with alone(world.home), pytest.raises(AlreadyRunningError), alone(world.home):
        pass


def test_a_full_disk_loses_nothing_and_says_so(world: World) -> None:
    world.invoices(INVOICE)
    world.turn("2024-03-06")
    world.answers("Je vous règle lundi prochain.\n" * 400, when="2024-03-14 10:00")
    conn = world.office.store._db.conn
    pages = conn.execute("pragma page_count").fetchone()[0]
    conn.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(StoreError, match="disque est plein"):
        world.turn("2024-03-14 10:05")
    conn.execute("pragma max_page_count = 1073741823")
    world.turn("2024-03-14 10:10")
    assert len(world.case().promises) == 1


def test_a_store_of_a_newer_version_is_left_alone(world: World) -> None:
    path = world.home / "relancebot.db"
    world.office.store.close()
    with sqlite3.connect(path) as conn:
        conn.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) "
            "values ('relancebot', 'm999_future', '2030')"
        )
    conn.close()
    with pytest.raises(NewerStoreError, match="mettez le programme à jour"):
        open_office(world.home, ENV)
    world.office = open_office_again(path)


def open_office_again(path: Path):
    class Closed:
        store = Store.open()

    assert path.exists()
    return Closed()


def test_the_dry_run_foretells_what_the_daemon_does(world: World) -> None:
    world.invoices(INVOICE, OTHER)
    foretold = outlook(world.office, world.clock.now(), 30)
    letters = [line for line in foretold.coming if line.kind == "letter"]
    days = [f"2024-03-{day:02}" for day in range(6, 32)]
    days += [f"2024-04-{day:02}" for day in range(1, 6)]
    sent: list[tuple[date, tuple[str, ...]]] = []
    for day in days:
        turn = world.turn(day)
        sent += [
            (date.fromisoformat(day), tuple(item.case for item in plan.items))
            for _, plan in turn.letters.sent
        ]
    assert sent == [(line.on, line.cases) for line in letters]
    assert sent


def test_the_same_file_twice_changes_nothing(world: World) -> None:
    world.invoices(INVOICE)
    before = world.office.store.history("atelier-lumen")
    again = world.invoices(INVOICE)
    assert again.same == ["2024-053"]
    assert world.office.store.history("atelier-lumen") == before
    changed = world.invoices(INVOICE.replace("18 000,00", "17 500,00"))
    assert changed.changed == ["2024-053"]
    assert str(world.case().balance) == "17500.00 EUR"
