"""Terms of payment: the day that they give, and the longest that the law allows."""

import re
from calendar import monthrange
from datetime import date, timedelta

from relancebot.bank.vocabulary import fold

LONGEST_DAYS = 60
LONGEST_END_OF_MONTH = 45
_AT_ONCE = re.compile(
    r"(?:paiement )?(?:a |des )?(?:la )?reception(?: de)?(?: la)?(?: facture)?"
    r"|(?:paiement )?(?:au )?comptant|due (?:on|upon) receipt"
    r"|(?:paiement )?immediate?(?: payment)?"
)
_DAYS = re.compile(
    r"(?:net|a|paiement|sous|delai|de| )*(\d{1,3}) ?(?:j|jrs?|jours?|days?|d)?"
    r"(?: (?:nets?|calendaires?|date|de|la|facture|apres|reception))*"
)


def end_of_month(day: date) -> date:
    """Give the last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def latest_legal_due(issued: date) -> date:
    """Give the last day that an agreed term may reach, from the day of the invoice.

    60 days, or 45 days end of month where the contract says so; that one is read in
    two ways (the days first or the month's end first), and the law accepts both.
    """
    days = timedelta(days=LONGEST_END_OF_MONTH)
    return max(
        issued + timedelta(days=LONGEST_DAYS),
        end_of_month(issued + days),
        end_of_month(issued) + days,
    )


def due_by_term(issued: date, term: str) -> date | None:
    """Count the due date from terms such as « 30 jours » or « à réception ».

    « 30 jours fin de mois » is counted in two ways, and only the contract says which:
    it gives no date, and the person is asked.
    """
    words = fold(term)
    if not words:
        return None
    if _AT_ONCE.fullmatch(words):
        return issued
    found = _DAYS.fullmatch(words)
    return issued + timedelta(days=int(found[1])) if found else None
