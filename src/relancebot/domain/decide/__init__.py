"""What a fact makes of a client's file: events, and nothing else.

``decide`` is pure. It never sends, never reads a clock, never writes: the caller
records the events, and the plan of the new file says what may leave.
"""

from datetime import date

from relancebot.domain.decide.answers import decide_answer
from relancebot.domain.decide.days import decide_day
from relancebot.domain.decide.invoices import decide_invoice, decide_payment
from relancebot.domain.decide.letters import decide_fate, decide_leaving
from relancebot.domain.decide.persons import (
    decide_hold,
    decide_person,
    decide_resume,
)
from relancebot.domain.dossier import Dossier
from relancebot.domain.events import Event
from relancebot.domain.facts import (
    AnswerRead,
    DayBegan,
    Fact,
    HoldAsked,
    InvoiceSeen,
    LetterFate,
    LetterLeaves,
    PaymentSeen,
    PersonDecided,
    ResumeAsked,
)
from relancebot.domain.trade import Trade

__all__ = ["decide"]


def decide(
    trade: Trade, dossier: Dossier | None, fact: Fact, today: date
) -> tuple[Event, ...]:
    """Say what follows from one fact for one client's file.

    ``dossier`` is null only for the first invoice of a new client.
    """
    if isinstance(fact, InvoiceSeen):
        return decide_invoice(trade, dossier, fact, today)
    if dossier is None:
        return ()
    match fact:
        case PaymentSeen():
            return decide_payment(dossier, fact)
        case AnswerRead():
            return decide_answer(trade, dossier, fact, today)
        case DayBegan():
            return decide_day(trade, dossier, today)
        case LetterLeaves():
            return decide_leaving(trade, dossier, fact, today)
        case LetterFate():
            return decide_fate(dossier, fact, today)
        case HoldAsked():
            return decide_hold(dossier, fact)
        case ResumeAsked():
            return decide_resume(dossier, fact, today)
        case PersonDecided():
            return decide_person(trade, dossier, fact, today)
