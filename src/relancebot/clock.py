"""The only module that asks what time it is, or lets time pass."""

import threading
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Where the shell gets the time from; the core gets it as an argument."""

    def now(self) -> datetime:
        """Give the present moment, aware."""
        ...

    def wait(self, seconds: float, wake: threading.Event) -> bool:
        """Let time pass, or return true as soon as ``wake`` is set."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Give the present moment in UTC."""
        return datetime.now(UTC)

    def wait(self, seconds: float, wake: threading.Event) -> bool:
        """Wait so many seconds, or less when woken."""
        return wake.wait(seconds)
