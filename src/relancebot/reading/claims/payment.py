"""All frames of paying, in one flat table, in the order in which they are tried."""

from relancebot.reading.claims.commits import COMMITS
from relancebot.reading.claims.denials import DENIALS
from relancebot.reading.claims.frame import Event, Frame
from relancebot.reading.claims.paid import PAID

FRAMES: tuple[Frame, ...] = (*COMMITS, *PAID, *DENIALS)

__all__ = ["FRAMES", "Event", "Frame"]
