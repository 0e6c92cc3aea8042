"""Open the store, record events, draw the tables that lists and queries need."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from sqlite_utils import Database

from relancebot.domain.dossier import Dossier, standing
from relancebot.domain.events import Event
from relancebot.domain.evolve import fold
from relancebot.domain.plan import DayPlan
from relancebot.store.errors import NewerStoreError, StoreError
from relancebot.store.letterbook import LetterBook
from relancebot.store.log import broken_seal, decode, rows_of
from relancebot.store.mailbag import MailBag
from relancebot.store.migrations import migrations

BUSY_SECONDS = 30


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as recorded: by what cause, and when it was known."""

    seq: int
    case: str | None
    event: Event
    cause: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the drawn list of cases."""

    number: str
    client: str
    name: str
    standing: str
    due: date
    balance: str
    currency: str
    reviews: int
    wake_on: date | None
    is_open: bool


class Store:
    """The one place where anything is kept.

    ``mail`` holds the messages and the marks of the folders, ``letters`` the
    letters that left or may have left; both write in the transaction of ``turn``.
    """

    def __init__(self, db: Database, path: Path | str = ":memory:") -> None:
        """Wrap an open database whose schema is up to date."""
        self.path = path
        self._db = db
        self.mail = MailBag(db)
        self.letters = LetterBook(db)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open (or make) the store; without a path, one in memory.

        Raises:
            NewerStoreError: when a later version of the program wrote it.
            StoreError: when the file cannot be opened or is no store.
        """
        where: Path | str = path or ":memory:"
        try:
            if path is not None and not path.exists():
                path.touch(mode=0o600)
            conn = sqlite3.connect(where, timeout=BUSY_SECONDS, isolation_level=None)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(where, _explain(error)) from error
        try:
            return cls(_prepared(conn, where), where)
        except BaseException as error:
            conn.close()
            if isinstance(error, sqlite3.Error):
                raise StoreError(where, _explain(error)) from error
            raise

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the write lock: what is read and written inside is one thing.

        Raises:
            StoreError: when the disk is full or the file stays locked; nothing of
                the turn is kept then.
        """
        if self._db.conn.in_transaction:
            with self._db.atomic():
                yield
            return
        try:
            self._db.conn.execute("begin immediate")
            try:
                yield
                self._db.conn.execute("commit")
            except BaseException:
                self._db.rollback()
                raise
        except sqlite3.OperationalError as error:
            raise StoreError(self.path, _explain(error)) from error

    # --- the log ----------------------------------------------------------------

    def first_time(self, cause: str, now: datetime) -> bool:
        """Record a cause; false when it was recorded before."""
        done = self._db.conn.execute(
            "insert into causes values (?, ?) on conflict do nothing",
            (cause, now.isoformat(timespec="seconds")),
        )
        return done.rowcount == 1

    def append(
        self, client: str, events: Sequence[Event], cause: str, now: datetime
    ) -> None:
        """Add events to a client's log."""
        last = self._one("select hash from events order by seq desc limit 1")
        prev = str(last[0]) if last else ""
        for row in rows_of(events, client, cause, now, prev):
            self._db.table("events").insert(row)

    def dossier(self, client: str) -> Dossier | None:
        """Fold a client's events; null for a client never seen."""
        rows = self._db.query(
            "select kind, data from events where client = ? order by seq", [client]
        )
        events = [decode(row["kind"], row["data"]) for row in rows]
        return fold(events) if events else None

    def history(self, client: str, case: str | None = None) -> tuple[EventRow, ...]:
        """Give what happened to a client, or to one of their cases and to them."""
        rows = self._db.query(
            'select seq, "case", kind, data, cause, recorded_at from events '
            'where client = ? and (? is null or "case" is null or "case" = ?) '
            "order by seq",
            [client, case, case],
        )
        return tuple(
            EventRow(
                row["seq"],
                row["case"],
                decode(row["kind"], row["data"]),
                row["cause"],
                datetime.fromisoformat(row["recorded_at"]),
            )
            for row in rows
        )

    def broken_seal(self) -> int | None:
        """Give the first event whose seal does not hold, null when all do."""
        return broken_seal(self._db.query("select * from events order by seq"))

    # --- what is drawn from it ----------------------------------------------------

    def draw(self, dossier: Dossier, plan: DayPlan, today: date) -> None:
        """Rewrite the drawn rows of one client from their file and plan."""
        client, conn = dossier.client, self._db.conn
        wake = plan.wake_on
        conn.execute(
            "insert into clients values (?, ?, ?, ?) on conflict (id) do update set "
            "name = excluded.name, wake_on = excluded.wake_on",
            (client.id, client.name, client.reference, wake and wake.isoformat()),
        )
        conn.execute("delete from addresses where client = ?", (client.id,))
        conn.executemany(
            "insert or ignore into addresses values (?, ?)",
            [(c.email.casefold(), client.id) for c in client.contacts if c.email],
        )
        for case_plan in plan.cases:
            case = dossier.cases[case_plan.case]
            stands = standing(client, case, today)
            reviews = len(case.reviews) + len(client.reviews)
            conn.execute(
                "insert or replace into cases values (?,?,?,?,?,?,?,?,?,?)",
                (
                    case.number,
                    client.id,
                    type(stands).__name__,
                    int(not case.settled and case.written_off is None),
                    case.due.isoformat(),
                    str(case.balance.amount),
                    case.balance.currency,
                    reviews,
                    case_plan.on and case_plan.on.isoformat(),
                    str(case_plan.why.code),
                ),
            )

    def client_of(self, case: str) -> str | None:
        """Find whose an invoice is."""
        row = self._one("select client from cases where number = ?", case)
        return str(row[0]) if row else None

    def currency_of(self, case: str) -> str | None:
        """Give the currency of an invoice."""
        row = self._one("select currency from cases where number = ?", case)
        return str(row[0]) if row else None

    def client_named(self, name: str) -> str | None:
        """Find a client by id or by name, capitals aside."""
        row = self._one(
            "select id from clients where id = ? or lower(name) = lower(?)", name, name
        )
        return str(row[0]) if row else None

    def clients(self) -> tuple[str, ...]:
        """Give the id of every client."""
        return self._column("select id from clients order by id")

    def clients_to_wake(self, today: date) -> tuple[str, ...]:
        """Give the clients whose file must be looked at on that day."""
        return self._column(
            "select id from clients where wake_on <= ? order by wake_on, id",
            today.isoformat(),
        )

    def clients_with_address(self, email: str) -> tuple[str, ...]:
        """Give the clients that have a contact at an address."""
        return self._column(
            "select client from addresses where email = ? order by client",
            email.casefold(),
        )

    def clients_with_domain(self, domain: str) -> tuple[str, ...]:
        """Give the clients that have a contact in a mail domain."""
        return self._column(
            "select distinct client from addresses "
            "where substr(email, instr(email, '@') + 1) = ? order by client",
            domain.casefold(),
        )

    def client_with_reference(self, reference: str) -> str | None:
        """Find the client that a reference of our letters belongs to."""
        row = self._one("select id from clients where reference = ?", reference)
        return str(row[0]) if row else None

    def references(self) -> tuple[str, ...]:
        """Give every reference in use."""
        return self._column("select reference from clients")

    def cases(self, *, only_open: bool = False) -> tuple[CaseRow, ...]:
        """List the cases, the most urgent first."""
        rows = self._db.query(
            "select c.*, l.name from cases c join clients l on l.id = c.client "
            "where c.open or not ? order by c.reviews = 0, c.due, c.number",
            [int(only_open)],
        )
        return tuple(_case_row(row) for row in rows)

    # --- settings -----------------------------------------------------------------

    def setting(self, name: str) -> str | None:
        """Read a setting of the running program (such as the pause)."""
        row = self._one("select value from settings where name = ?", name)
        return str(row[0]) if row else None

    def set_setting(self, name: str, value: str | None) -> None:
        """Write a setting, or remove it with null."""
        if value is None:
            self._db.conn.execute("delete from settings where name = ?", (name,))
        else:
            self._db.conn.execute(
                "insert into settings values (?, ?) on conflict (name) "
                "do update set value = excluded.value",
                (name, value),
            )

    def _one(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._db.conn.execute(sql, values).fetchone()
        return row

    def _column(self, sql: str, *values: object) -> tuple[str, ...]:
        rows: Iterable[tuple[Any, ...]] = self._db.conn.execute(sql, values)
        return tuple(str(row[0]) for row in rows)


def _prepared(conn: sqlite3.Connection, where: Path | str) -> Database:
    """Bring the schema up to date; refuse what a later version wrote."""
    db = Database(conn)
    conn.execute("pragma journal_mode = wal")
    conn.execute("pragma synchronous = full")
    conn.execute("pragma foreign_keys = on")
    known = {m.name for m in migrations._migrations}  # noqa: SLF001  # no public list of all names
    unknown = [m.name for m in migrations.applied(db) if m.name not in known]
    if unknown:
        raise NewerStoreError(
            where,
            "cette base vient d’une version plus récente de relancebot "
            f"({unknown[-1]}) ; mettez le programme à jour, "
            "ou restaurez une sauvegarde faite avec cette version",
        )
    if migrations.pending(db):
        migrations.apply(db)
    return db


def _case_row(row: dict[str, Any]) -> CaseRow:
    return CaseRow(
        row["number"],
        row["client"],
        row["name"],
        row["standing"],
        date.fromisoformat(row["due"]),
        row["balance"],
        row["currency"],
        row["reviews"],
        date.fromisoformat(row["wake_on"]) if row["wake_on"] else None,
        bool(row["open"]),
    )


def _explain(error: Exception) -> str:
    """Turn SQLite's words into what the operator can do."""
    text = str(error)
    if "disk" in text and "full" in text:
        return "le disque est plein ; libérez de la place, rien n’a été perdu"
    if "locked" in text or "busy" in text:
        return (
            "la base est occupée par un autre programme ; fermez-le ou réessayez "
            "dans un instant"
        )
    if "not a database" in text or "malformed" in text:
        return (
            "ce fichier n’est pas une base relancebot lisible ; "
            "restaurez la dernière sauvegarde"
        )
    if "readonly" in text or isinstance(error, PermissionError):
        return "écriture refusée ; vérifiez les droits du fichier et du dossier"
    return text
