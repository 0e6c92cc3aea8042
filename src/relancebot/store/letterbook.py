"""The letters that left or may have left: exact bytes, hash and fate."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from relancebot.domain.dossier import LetterState


@dataclass(frozen=True, slots=True)
class Attempt:
    """One letter on its way out."""

    letter: str
    key: str
    client: str
    account: str
    message_id: str
    recipients: tuple[str, ...]
    subject: str
    sha256: str
    raw: bytes
    state: LetterState
    detail: str
    taken_at: datetime
    filed: bool
    settled_at: datetime | None = None

    @property
    def message_key(self) -> str:
        """The key under which the letter stands among the messages."""
        return f"out:{self.letter}"


class LetterBook:
    """Every attempt to send, written down before it is made."""

    def __init__(self, db: Database) -> None:
        """Work on the store's open database."""
        self._db = db

    def take(self, attempt: Attempt) -> None:
        """Write a letter down as taken.

        Raises:
            sqlite3.IntegrityError: when a letter of the same key left or may have.
        """
        self._db.table("letters").insert(
            {
                "letter": attempt.letter,
                "key": attempt.key,
                "client": attempt.client,
                "account": attempt.account,
                "message_id": attempt.message_id,
                "recipients": json.dumps(attempt.recipients),
                "subject": attempt.subject,
                "sha256": attempt.sha256,
                "raw": attempt.raw,
                "state": str(LetterState.TAKEN),
                "detail": "",
                "taken_at": attempt.taken_at.isoformat(),
                "settled_at": None,
                "filed": 0,
            }
        )

    def settle(
        self, letter: str, state: LetterState, at: datetime, detail: str | None = None
    ) -> None:
        """Write down what became of a letter (and the server's words, if any)."""
        self._db.conn.execute(
            "update letters set state = ?, detail = coalesce(?, detail), "
            "settled_at = ? where letter = ?",
            (str(state), detail, at.isoformat(), letter),
        )

    def set_filed(self, letter: str) -> None:
        """Remember that the exact copy lies in the Sent folder."""
        self._db.conn.execute(
            "update letters set filed = 1 where letter = ?", (letter,)
        )

    def find(self, letter: str) -> Attempt | None:
        """Find a letter."""
        rows = self._db.query("select * from letters where letter = ?", [letter])
        return next((_attempt(row) for row in rows), None)

    def with_ids(self, message_ids: Sequence[str]) -> tuple[Attempt, ...]:
        """Find the letters that were given one of these Message-IDs by us."""
        marks = ",".join("?" * len(message_ids))
        rows = self._db.query(
            f"select * from letters where message_id in ({marks})",  # noqa: S608  # only question marks
            list(message_ids),
        )
        return tuple(_attempt(row) for row in rows)

    def with_reply(self, token: str) -> Attempt | None:
        """Find the letter whose server named it so when it took it."""
        rows = self._db.query(
            "select * from letters where state = 'sent' and instr(detail, ?)", [token]
        )
        return next((_attempt(row) for row in rows), None)

    def sent_to(self, email: str, since: datetime) -> tuple[Attempt, ...]:
        """Find the letters that left, or may have, for an address; the last first."""
        rows = self._db.query(
            "select * from letters where taken_at >= ? and state <> 'refused' "
            "order by taken_at desc",
            [(since - timedelta(days=1)).isoformat()],
        )
        attempts = (_attempt(row) for row in rows)
        return tuple(
            attempt
            for attempt in attempts
            if attempt.taken_at >= since
            and email.casefold() in {one.casefold() for one in attempt.recipients}
        )

    def in_state(self, *states: LetterState) -> tuple[Attempt, ...]:
        """Give the letters in one of these states, the oldest first."""
        marks = ",".join("?" * len(states))
        rows = self._db.query(
            f"select * from letters where state in ({marks}) order by taken_at",  # noqa: S608  # only question marks
            [str(state) for state in states],
        )
        return tuple(_attempt(row) for row in rows)

    def unfiled(self) -> tuple[Attempt, ...]:
        """Give the letters that left and whose copy is not yet in the Sent folder."""
        rows = self._db.query(
            "select * from letters where state = 'sent' and not filed order by taken_at"
        )
        return tuple(_attempt(row) for row in rows)

    def taken_on(self, day: date, states: Sequence[LetterState]) -> int:
        """Count the letters taken on a day (of the store's own time zone)."""
        marks = ",".join("?" * len(states))
        row = self._db.conn.execute(
            f"select count(*) from letters where substr(taken_at, 1, 10) = ? "  # noqa: S608  # only question marks
            f"and state in ({marks})",
            (day.isoformat(), *(str(state) for state in states)),
        ).fetchone()
        return int(row[0])


def _attempt(row: dict[str, Any]) -> Attempt:
    return Attempt(
        row["letter"],
        row["key"],
        row["client"],
        row["account"],
        row["message_id"],
        tuple(json.loads(row["recipients"])),
        row["subject"],
        row["sha256"],
        row["raw"] or b"",
        LetterState(row["state"]),
        row["detail"],
        datetime.fromisoformat(row["taken_at"]),
        bool(row["filed"]),
        datetime.fromisoformat(row["settled_at"]) if row["settled_at"] else None,
    )
