"""Events to rows and back; every row seals the one before it by its hash."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter

from relancebot.domain.events import CaseEvent, Event

KINDS: dict[str, type] = {kind.__name__: kind for kind in get_args(Event)}
CASE_KINDS = frozenset(kind.__name__ for kind in get_args(CaseEvent))


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])


def encode(event: Event) -> str:
    """Give an event as compact JSON, the same text for the same event."""
    plain = _adapter(type(event).__name__).dump_python(event, mode="json")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(kind: str, data: str) -> Event:
    """Give the event of a row.

    Raises:
        KeyError: for a kind that this version does not know.
    """
    event: Event = _adapter(kind).validate_json(data)
    return event


def seal(prev: str, row: Iterable[str]) -> str:
    """Give the hash of a row after the row whose hash is ``prev``."""
    text = json.dumps([prev, *row], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def rows_of(
    events: Iterable[Event], client: str, cause: str, at: datetime, prev: str
) -> Iterator[dict[str, object]]:
    """Make the rows to append after the row whose hash is ``prev``."""
    recorded_at = at.isoformat(timespec="seconds")
    for event in events:
        kind = type(event).__name__
        case = str(getattr(event, "case", "")) if kind in CASE_KINDS else ""
        data = encode(event)
        sealed = seal(prev, (client, case, kind, data, cause, recorded_at))
        yield {
            "client": client,
            "case": case or None,
            "kind": kind,
            "data": data,
            "cause": cause,
            "recorded_at": recorded_at,
            "prev": prev,
            "hash": sealed,
        }
        prev = sealed


def broken_seal(rows: Iterable[dict[str, Any]]) -> int | None:
    """Give the number of the first row that does not follow from the one before."""
    prev = ""
    for row in rows:
        fields = ("client", "case", "kind", "data", "cause", "recorded_at")
        texts = [row[name] or "" for name in fields]
        if row["prev"] != prev or row["hash"] != seal(prev, texts):
            return int(row["seq"])
        prev = row["hash"]
    return None
