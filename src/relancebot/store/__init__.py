"""The store: one SQLite file, an append-only log and what is drawn from it."""

from relancebot.store.errors import NewerStoreError, StoreError
from relancebot.store.store import CaseRow, EventRow, Store

__all__ = ["CaseRow", "EventRow", "NewerStoreError", "Store", "StoreError"]
