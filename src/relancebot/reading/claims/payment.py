"""All frames of paying, in one flat table, in the order in which they are tried."""

from relancebot.reading.claims.commits import COMMITS
from relancebot.reading.claims.commits_en import COMMITS_EN
from relancebot.reading.claims.commits_others import COMMITS_OTHERS
from relancebot.reading.claims.denials import DENIALS
from relancebot.reading.claims.frame import Event, Frame
from relancebot.reading.claims.paid import PAID
from relancebot.reading.claims.paid_others import PAID_OTHERS

FRAMES: tuple[Frame, ...] = (
    *COMMITS,
    *COMMITS_OTHERS,
    *COMMITS_EN,
    *PAID,
    *PAID_OTHERS,
    *DENIALS,
)

__all__ = ["FRAMES", "Event", "Frame"]
