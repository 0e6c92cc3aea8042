"""The last look before a letter leaves: what keeps every letter back right now."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from relancebot.domain.trade import Trade
from relancebot.domain.why import Why, WhyCode


@dataclass(frozen=True, slots=True)
class Moment:
    """What the gate looks at, in the operator's own time zone.

    ``inbox_read_at`` is the oldest of the times at which each folder was last read
    to its end, null when one never was.
    """

    now: datetime
    paused: bool
    inbox_read_at: datetime | None
    sent_today: int


def keeps_back(trade: Trade, moment: Moment) -> Why | None:
    """Say why nothing may leave at this moment, null when the gate is open."""
    policy, now = trade.policy, moment.now
    if moment.paused:
        return Why(WhyCode.PAUSED)
    if policy.window.worked_days_only and not trade.calendar.is_worked(now.date()):
        return Why(WhyCode.NOT_WORKED, on=trade.calendar.next_worked(now.date()))
    if not policy.window.start <= now.time() < policy.window.end:
        return Why(
            WhyCode.OUTSIDE_WINDOW,
            detail=f"{policy.window.start:%H:%M}-{policy.window.end:%H:%M}",
        )
    oldest = timedelta(minutes=policy.max_inbox_age_minutes)
    if moment.inbox_read_at is None or now - moment.inbox_read_at > oldest:
        return Why(WhyCode.INBOX_STALE)
    if moment.sent_today >= policy.caps.per_day:
        return Why(WhyCode.DAY_CAP, days=moment.sent_today)
    return None
