"""Messages in and out as they were, and how far each folder has been read."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """One message of a case; ``raw`` and the texts may have been erased."""

    key: str
    direction: str
    message_id: str
    account: str
    folder: str
    at: datetime
    sender: str
    recipients: tuple[str, ...]
    subject: str
    sha256: str
    raw: bytes | None
    own_text: str | None
    reading: str | None
    client: str
    how: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that failed and waits, so that it blocks nothing else."""

    id: int
    what: str
    place: str
    error: str
    attempts: int
    at: datetime


@dataclass(frozen=True, slots=True)
class FailedMail:
    """A mail that could not be taken in; its bytes wait for another try."""

    place: str
    raw: bytes
    received: datetime
    attempts: int


class MailBag:
    """Everything that was written or received about a case."""

    def __init__(self, db: Database) -> None:
        """Work on the store's open database."""
        self._db = db

    def add(self, message: StoredMessage, cases: Iterable[str]) -> bool:
        """Keep a message; false when it was there already."""
        row = {
            "key": message.key,
            "direction": message.direction,
            "message_id": message.message_id,
            "account": message.account,
            "folder": message.folder,
            "at": message.at.isoformat(),
            "sender": message.sender,
            "recipients": json.dumps(message.recipients, ensure_ascii=False),
            "subject": message.subject,
            "sha256": message.sha256,
            "raw": message.raw,
            "own_text": message.own_text,
            "reading": message.reading,
            "client": message.client,
            "how": message.how,
        }
        if self.find(message.key) is not None:
            return False
        self._db.table("messages").insert(row)
        self._db.conn.executemany(
            "insert or ignore into message_cases values (?, ?)",
            [(message.key, case) for case in cases],
        )
        return True

    def find(self, key: str) -> StoredMessage | None:
        """Find a message by its key."""
        return self._first("select * from messages where key = ?", [key])

    def by_id(self, ids: Sequence[str]) -> tuple[StoredMessage, ...]:
        """Find the messages that have one of these Message-IDs."""
        marks = ",".join("?" * len(ids))
        return tuple(
            _stored(row)
            for row in self._db.query(
                f"select * from messages where message_id in ({marks})",  # noqa: S608  # only question marks
                list(ids),
            )
        )

    def latest_from(self, client: str, since: datetime) -> tuple[StoredMessage, ...]:
        """Give what has arrived for a client since a moment, the oldest first."""
        rows = self._db.query(
            "select * from messages where client = ? and direction = 'in' "
            "and at >= ? order by at, key",
            # The texts bear their own offsets from UTC: a day more, then exactly.
            [client, (since - timedelta(days=1)).isoformat()],
        )
        found = (_stored(row) for row in rows)
        return tuple(message for message in found if message.at >= since)

    def set_message_id(self, key: str, message_id: str) -> None:
        """Note the id that a server gave a message instead of its own."""
        self._db.conn.execute(
            "update messages set message_id = ? where key = ?", (message_id, key)
        )

    def of_case(self, case: str) -> tuple[StoredMessage, ...]:
        """Give the messages about an invoice, the oldest first."""
        rows = self._db.query(
            "select m.* from messages m join message_cases c on c.message = m.key "
            'where c."case" = ? order by m.at, m.key',
            [case],
        )
        return tuple(_stored(row) for row in rows)

    def cases_of(self, key: str) -> tuple[str, ...]:
        """Give the invoices that a message is about."""
        rows = self._db.conn.execute(
            'select "case" from message_cases where message = ? order by "case"',
            (key,),
        )
        return tuple(str(row[0]) for row in rows)

    def quote(self, key: str, start: int, end: int) -> str:
        """Give the words that an event rests on, empty once they are erased."""
        message = self.find(key)
        text = message.own_text if message and message.own_text else ""
        return text[start:end]

    # --- folders --------------------------------------------------------------------

    def mark(self, account: str, folder: str) -> tuple[int | None, int] | None:
        """Give (UIDVALIDITY, last UID) of a folder, null before its first sync."""
        row = self._db.conn.execute(
            "select uidvalidity, last_uid from folders "
            "where account = ? and folder = ?",
            (account, folder),
        ).fetchone()
        return (row[0], int(row[1])) if row else None

    def set_mark(
        self, account: str, folder: str, uidvalidity: int | None, last_uid: int
    ) -> None:
        """Remember how far a folder was read."""
        self._db.conn.execute(
            "insert into folders (account, folder, uidvalidity, last_uid) "
            "values (?, ?, ?, ?) on conflict (account, folder) do update set "
            "uidvalidity = excluded.uidvalidity, last_uid = excluded.last_uid",
            (account, folder, uidvalidity, last_uid),
        )

    def set_synced(self, account: str, folder: str, at: datetime) -> None:
        """Remember that a folder was read to its end."""
        self._db.conn.execute(
            "update folders set synced_at = ? where account = ? and folder = ?",
            (at.isoformat(), account, folder),
        )

    def synced_at(self, account: str, folder: str) -> datetime | None:
        """Tell when a folder was last read to its end."""
        row = self._db.conn.execute(
            "select synced_at from folders where account = ? and folder = ?",
            (account, folder),
        ).fetchone()
        return datetime.fromisoformat(row[0]) if row and row[0] else None

    def first_sight(self, key: str, at: datetime) -> bool:
        """Remember a message by its content; false when it was seen before."""
        done = self._db.conn.execute(
            "insert into seen values (?, ?) on conflict do nothing",
            (key, at.isoformat()),
        )
        return done.rowcount == 1

    def was_seen(self, key: str) -> bool:
        """Tell whether a message of that key was taken in before."""
        row = self._db.conn.execute("select 1 from seen where key = ?", (key,))
        return row.fetchone() is not None

    # --- what failed ------------------------------------------------------------------

    def set_aside(
        self, what: str, place: str, error: str, raw: bytes | None, at: datetime
    ) -> int:
        """Put something that failed aside; gives how often it has failed."""
        self._db.conn.execute(
            "insert into set_aside (what, place, error, raw, at) "
            "values (?, ?, ?, ?, ?) on conflict (what, place) do update set "
            "error = excluded.error, attempts = attempts + 1, at = excluded.at",
            (what, place, error, raw, at.isoformat()),
        )
        row = self._db.conn.execute(
            "select attempts from set_aside where what = ? and place = ?",
            (what, place),
        ).fetchone()
        return int(row[0])

    def set_mail_aside(
        self, mail: FailedMail, error: str, clients: Sequence[str], at: datetime
    ) -> int:
        """Put a mail that failed aside, bytes and all; gives how often it has."""
        attempts = self.set_aside("mail", mail.place, error, mail.raw, at)
        self._db.conn.execute(
            "update set_aside set received = ?, clients = ? "
            "where what = 'mail' and place = ?",
            (mail.received.isoformat(), json.dumps(clients), mail.place),
        )
        return attempts

    def failed_mails(self, before: str, fewer_than: int) -> tuple[FailedMail, ...]:
        """Give the mails of places with that beginning that may be tried again."""
        rows = self._db.query(
            "select place, raw, received, attempts from set_aside "
            "where what = 'mail' and raw is not null and received is not null "
            "and substr(place, 1, ?) = ? and attempts < ? order by id",
            [len(before), before, fewer_than],
        )
        return tuple(
            FailedMail(
                row["place"],
                row["raw"],
                datetime.fromisoformat(row["received"]),
                row["attempts"],
            )
            for row in rows
        )

    def give_up(self, place: str) -> None:
        """Never try a mail again: it ends the program."""
        self._db.conn.execute(
            "update set_aside set received = null where what = 'mail' and place = ?",
            (place,),
        )

    def grant_another_try(self, at_most: int) -> None:
        """Let every mail that was given up be tried once more: a new version may."""
        self._db.conn.execute(
            "update set_aside set attempts = ? - 1 "
            "where what = 'mail' and attempts >= ?",
            (at_most, at_most),
        )

    def clients_aside(self) -> frozenset[str]:
        """Give the clients whose file, or whose mail, could not be read."""
        rows = self._db.conn.execute("select what, place, clients from set_aside")
        return frozenset(
            client
            for what, place, clients in rows
            for client in ([place] if what == "client" else json.loads(clients))
        )

    def aside(self) -> tuple[SetAside, ...]:
        """List what failed and waits."""
        rows = self._db.query("select * from set_aside order by id")
        return tuple(
            SetAside(
                row["id"],
                row["what"],
                row["place"],
                row["error"],
                row["attempts"],
                datetime.fromisoformat(row["at"]),
            )
            for row in rows
        )

    def drop_aside(self, what: str, place: str) -> None:
        """Forget a failure that is over."""
        self._db.conn.execute(
            "delete from set_aside where what = ? and place = ?", (what, place)
        )

    def _first(self, sql: str, values: list[object]) -> StoredMessage | None:
        row = next(iter(self._db.query(sql, values)), None)
        return _stored(row) if row else None


def _stored(row: dict[str, Any]) -> StoredMessage:
    return StoredMessage(
        row["key"],
        row["direction"],
        row["message_id"],
        row["account"],
        row["folder"],
        datetime.fromisoformat(row["at"]),
        row["sender"],
        tuple(json.loads(row["recipients"])),
        row["subject"],
        row["sha256"],
        row["raw"],
        row["own_text"],
        row["reading"],
        row["client"],
        row["how"],
    )
