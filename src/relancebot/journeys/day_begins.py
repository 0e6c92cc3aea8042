"""A day begins: promises fail, holds end, tasks are put before the person."""

import logging
from datetime import datetime

from relancebot.domain.events import Event
from relancebot.domain.facts import DayBegan
from relancebot.journeys.advance import record
from relancebot.office import Office

log = logging.getLogger(__name__)


def day_begins(office: Office, now: datetime) -> tuple[Event, ...]:
    """Look at every file that asked to be woken by today, and only at those.

    A file that fails is set aside with its error; the others go on.
    """
    today = office.today(now)
    happened: list[Event] = []
    for client in office.store.clients_to_wake(today):
        try:
            with office.store.turn():
                cause = f"day:{today}"
                happened.extend(record(office, client, DayBegan(), cause, now))
                office.store.mail.drop_aside("client", client)
        except Exception as error:  # one broken file never stops the turn
            log.exception("client %s could not be looked at", client)
            office.store.mail.set_aside("client", client, repr(error), None, now)
    return tuple(happened)
