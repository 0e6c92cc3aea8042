"""The log is append-only and sealed; what is drawn can be drawn again."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relancebot.domain import events as e
from relancebot.domain.dossier import LetterState
from relancebot.domain.events import Event
from relancebot.domain.invoice import Contact
from relancebot.domain.money import Money
from relancebot.store import Store, StoreError
from relancebot.store.letterbook import Attempt
from relancebot.store.log import KINDS, decode, encode
from relancebot.store.mailbag import StoredMessage

st.register_type_strategy(
    Money, st.builds(Money, st.decimals("-1e9", "1e9", places=2), st.just("EUR"))
)
NOW = datetime(2024, 3, 6, 8, 30, tzinfo=UTC)
CONTACT = Contact("karine@lumen.example", "Karine")
FIRST: tuple[Event, ...] = (
    e.ClientRegistered("lumen", "Lumen", "AAAA-BBBB", (CONTACT,)),
    e.InvoiceRegistered(
        "2024-053", "lumen", Money.of(100), date(2024, 1, 1), date(2024, 2, 1)
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "relancebot.db")
    yield opened
    opened.close()


def test_events_come_back_as_they_were(store: Store) -> None:
    with store.turn():
        store.append("lumen", FIRST, "import:x", NOW)
    assert tuple(row.event for row in store.history("lumen")) == FIRST
    dossier = store.dossier("lumen")
    assert dossier is not None
    assert dossier.cases["2024-053"].balance == Money.of(100)


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(data=st.data())
def test_every_kind_of_event_survives_the_log(kind: str, data: st.DataObject) -> None:
    event = data.draw(st.from_type(KINDS[kind]))
    assert decode(kind, encode(event)) == event


def test_every_event_has_a_kind() -> None:
    assert set(KINDS.values()) == set(get_args(Event))


@pytest.mark.parametrize(
    "sql", ["update events set data = '{}'", "delete from events where seq = 1"]
)
def test_nobody_changes_the_log(store: Store, sql: str) -> None:
    with store.turn():
        store.append("lumen", FIRST, "import:x", NOW)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store._db.conn.execute(sql)


def test_a_changed_row_breaks_the_seal(store: Store) -> None:
    with store.turn():
        store.append("lumen", FIRST, "import:x", NOW)
        store.append("lumen", [e.DisputeClosed("2024-053", NOW.date())], "click", NOW)
    assert store.broken_seal() is None
    store._db.conn.execute("drop trigger events_never_change")
    store._db.conn.execute("update events set cause = 'autre' where seq = 2")
    assert store.broken_seal() == 2


def test_a_cause_counts_once(store: Store) -> None:
    assert store.first_time("mail:1", NOW)
    assert not store.first_time("mail:1", NOW)


def test_a_turn_that_fails_leaves_nothing(store: Store) -> None:
    with contextlib.suppress(ZeroDivisionError), store.turn():
        store.append("lumen", FIRST, "import:x", NOW)
        store.first_time("mail:1", NOW)
        raise ZeroDivisionError
    assert store.dossier("lumen") is None
    assert store.first_time("mail:1", NOW)


def test_turns_nest(store: Store) -> None:
    with store.turn():
        store.append("lumen", FIRST, "import:x", NOW)
        with contextlib.suppress(ZeroDivisionError), store.turn():
            store.set_setting("paused", "yes")
            raise ZeroDivisionError
    assert store.setting("paused") is None
    assert store.dossier("lumen") is not None


def test_the_file_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "relancebot.db"
    Store.open(path).close()
    assert path.stat().st_mode & 0o077 == 0


def test_something_else_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "relancebot.db"
    path.write_bytes(b"this is not a database, it is a text" * 100)
    with pytest.raises(StoreError, match="pas une base relancebot"):
        Store.open(path)


def _attempt(letter: str, key: str) -> Attempt:
    return Attempt(
        letter,
        key,
        "lumen",
        "principal",
        f"<{letter}@x.example>",
        ("karine@lumen.example",),
        "Rappel",
        "00",
        b"bytes",
        LetterState.TAKEN,
        "",
        NOW,
        filed=False,
    )


def test_a_letter_of_one_key_is_taken_once(store: Store) -> None:
    store.letters.take(_attempt("a", "2024-053/step:relance-1"))
    with pytest.raises(sqlite3.IntegrityError):
        store.letters.take(_attempt("b", "2024-053/step:relance-1"))
    store.letters.settle("a", LetterState.REFUSED, NOW, "451")
    store.letters.take(_attempt("b", "2024-053/step:relance-1"))
    (left,) = store.letters.in_state(LetterState.TAKEN)
    assert left.letter == "b"


def test_messages_are_kept_once_and_quoted(store: Store) -> None:
    message = StoredMessage(
        "k",
        "in",
        "<a@b.example>",
        "principal",
        "INBOX",
        NOW,
        "Karine <karine@lumen.example>",
        ("moi@x.example",),
        "Re: Rappel",
        "00",
        b"raw",
        "Je vous règle lundi.",
        None,
        "lumen",
        "thread",
    )
    assert store.mail.add(message, ["2024-053"])
    assert not store.mail.add(message, ["2024-053"])
    assert store.mail.quote("k", 0, 13) == "Je vous règle"
    assert store.mail.quote("erased", 0, 13) == ""
    assert store.mail.by_id(["<a@b.example>", "<c@d.example>"]) == (message,)
    assert store.mail.of_case("2024-053") == (message,)


def test_folders_remember_how_far_they_were_read(store: Store) -> None:
    assert store.mail.mark("principal", "INBOX") is None
    store.mail.set_mark("principal", "INBOX", 7, 42)
    store.mail.set_synced("principal", "INBOX", NOW)
    assert store.mail.mark("principal", "INBOX") == (7, 42)
    assert store.mail.synced_at("principal", "INBOX") == NOW


def test_failures_are_counted_and_forgotten(store: Store) -> None:
    assert store.mail.set_aside("mail", "INBOX/1", "boom", b"raw", NOW) == 1
    assert store.mail.set_aside("mail", "INBOX/1", "boom", b"raw", NOW) == 2
    (aside,) = store.mail.aside()
    assert aside.attempts == 2
    store.mail.drop_aside("mail", "INBOX/1")
    assert not store.mail.aside()
