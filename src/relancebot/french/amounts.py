"""Days and sums as a French reader expects them."""

from datetime import date
from functools import lru_cache

from relancebot.domain.money import Money

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin",
    "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip


@lru_cache(maxsize=1024)
def euros(money: Money) -> str:
    """Write a sum: ``15 000,00 €``; other currencies by their French sign."""
    # Babel's number rules take 40 ms to load, and most commands print no sum.
    from babel.numbers import format_currency  # noqa: PLC0415 - said above

    return format_currency(
        money.amount, money.currency, locale="fr_FR", currency_digits=False
    )


def _first(on: date) -> str:
    return "1er" if on.day == 1 else str(on.day)


def day(on: date) -> str:
    """Spell a day in full: ``lundi 18 mars 2026``, ``dimanche 1er mars 2026``."""
    return f"{day_without_year(on)} {on.year}"


def day_without_year(on: date) -> str:
    """Spell a near day: ``lundi 18 mars``."""
    return f"{WEEKDAYS[on.weekday()]} {_first(on)} {MONTHS[on.month - 1]}"


def date_of(on: date) -> str:
    """Write a date without its weekday: ``18 mars 2026``."""
    return f"{_first(on)} {MONTHS[on.month - 1]} {on.year}"


def short_day(on: date) -> str:
    """Write a day where room is short: ``lun. 18 mars``."""
    weekday = WEEKDAYS[on.weekday()][:3]
    return f"{weekday}. {_first(on)} {SHORT_MONTHS[on.month - 1]}"


def ordinal(rank: int) -> str:
    """Write a feminine rank: ``1re``, ``2e``."""
    return "1re" if rank == 1 else f"{rank}e"


def many(count: int, one: str, several: str = "") -> str:
    """Count things: ``1 jour``, ``3 jours``."""
    return f"{count} {one if count < 2 else several or one + 's'}"


def listed(items: list[str]) -> str:
    """Join names: ``a, b et c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} et {items[-1]}"
