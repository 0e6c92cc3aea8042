"""Days as people and tools write them; the order of day and month is a column's own.

French files put the day first. A column whose second numbers go beyond 12, and whose
first never do, was written in American order: the whole column is read so, and the
person is told. A column that holds proofs of both is not believed.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo

from relancebot.bank.report import CellError, quote, say
from relancebot.bank.values import is_spreadsheet_fault, unwrap

PARIS = ZoneInfo("Europe/Paris")
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_DAYS = range(32874, 73051)  # 1990 to 2099
_YEARS = range(1990, 2100)

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "janvier janv jan january",
            "fevrier fevr fev february feb",
            "mars mar march",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil jui july jul",
            "aout aou august aug",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = (
    "lundi monday lun mon",
    "mardi tuesday mar tue",
    "mercredi wednesday mer wed",
    "jeudi thursday jeu thu",
    "vendredi friday ven fri",
    "samedi saturday sam sat",
    "dimanche sunday dim sun",
)
_WEEKDAY = {name: at for at, names in enumerate(_WEEKDAYS) for name in names.split()}
_WEEKDAY_WORD = re.compile(rf"({'|'.join(_WEEKDAY)})\.?,? (?=\d|[a-z])")
_FRENCH_DAY = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

_TIME = r"(?:[ t]+(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:(am|pm)\b)?)?"
_ZONE = r"\s*(z|utc|[+-]\d{2}:?\d{2})?"
_YMD = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}{_ZONE}")
_NUMERIC = re.compile(
    rf"(\d{{1,2}})\s?[-/. ]\s?(\d{{1,2}})\s?[-/. ]\s?(\d{{4}}|\d{{2}}){_TIME}"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_DAY_WORD = re.compile(
    rf"(\d{{1,2}})(?:er|st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{{4}}|\d{{2}}){_TIME}"
)
_WORD_DAY = re.compile(rf"([a-z]+)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_TIME}")
_NO_DAY = re.compile(
    r"0{1,4}[-/.]0{1,2}[-/.]0{1,4}.*|1900[-/.]01[-/.]00.*|-+|–|—|n/?a|nul+"
)


class Order(Enum):
    """In which order a column writes day and month."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class OrderProofs:
    """How many cells of a column can only be read one way."""

    day_first: int = 0
    month_first: int = 0
    unproved: int = 0

    @property
    def order(self) -> Order | None:
        """Decide; None when no cell proves anything.

        A few contrary cells (one in five of the others at most) are slips of their
        own, named one by one; more of them, and the column has two authors.
        """
        fewer, more = sorted((self.day_first, self.month_first))
        if not more:
            return None
        if fewer * 5 > more:
            return Order.CONTRADICTED
        return Order.DAY_FIRST if self.day_first == more else Order.MONTH_FIRST


@lru_cache(maxsize=16_384)
def _fold(cell: str) -> str:
    text = unicodedata.normalize("NFKD", " ".join(unwrap(cell).casefold().split()))
    return "".join(c for c in text if not unicodedata.combining(c))


def order_proofs(cells: Iterable[str]) -> OrderProofs:
    """Count the cells that prove the order of day and month."""
    day_first = month_first = unproved = 0
    for cell in cells:
        found = _NUMERIC.fullmatch(_fold(cell)) if cell else None
        if found:
            first, second = int(found[1]), int(found[2])
            day_first += 12 < first <= 31 and 1 <= second <= 12
            month_first += 12 < second <= 31 and 1 <= first <= 12
            unproved += first <= 12 and second <= 12
    return OrderProofs(day_first, month_first, unproved)


def is_serial(cell: str) -> bool:
    """Tell whether a cell is a day as Excel counts them (45000 is 15 March 2023)."""
    found = _SERIAL.fullmatch(unwrap(cell))
    return bool(found) and int(found[1] if found else 0) in _EXCEL_DAYS


def is_date(cell: str) -> bool:
    """Tell whether a cell is written like a day, possible or not."""
    text = _WEEKDAY_WORD.sub("", _fold(cell), count=1)
    shapes = (_YMD, _NUMERIC, _DAY_WORD, _WORD_DAY)
    return any(shape.fullmatch(text) for shape in shapes)


@lru_cache(maxsize=16_384)
def read_date(cell: str, order: Order, label: str) -> date | None:
    """Read one day; an empty cell, or a zero date, is none.

    Raises:
        CellError: when it is no day, or a day that does not exist.
    """
    text = _fold(cell)
    if not text or _NO_DAY.fullmatch(text):
        return None
    if is_spreadsheet_fault(text):
        raise CellError(
            say(
                "{label} {cell} : le tableur n’affiche pas la valeur ; élargissez la "
                "colonne ou corrigez la formule, puis refaites l’export",
                label=label,
                cell=quote(cell),
            )
        )
    weekday: int | None = None
    if (named := _WEEKDAY_WORD.match(text)) and not _WORD_DAY.fullmatch(text):
        weekday, text = _WEEKDAY[named[1]], text[named.end() :]
    day = _read(text, order, cell, label)
    if weekday is not None and day.weekday() != weekday:
        raise CellError(
            say(
                "{label} {cell} : ce jour est un {day} ; corrigez la date puis "
                "relancez l’import",
                label=label,
                cell=quote(cell),
                day=_FRENCH_DAY[day.weekday()],
            )
        )
    return day


def _read(text: str, order: Order, cell: str, label: str) -> date:
    if found := _YMD.fullmatch(text):
        return _with_zone(found, cell, label)
    if found := _NUMERIC.fullmatch(text):
        return _numeric(found, order, cell, label)
    if found := _DAY_WORD.fullmatch(text):
        day, month, year = found[1], _MONTHS.get(found[2]), found[3]
        if month:
            return _day(_year(year), month, int(day), cell, label)
    elif found := _WORD_DAY.fullmatch(text):
        month = _MONTHS.get(found[1])
        if month:
            return _day(int(found[3]), month, int(found[2]), cell, label)
    elif found := _COMPACT.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]), cell, label)
    elif (found := _SERIAL.fullmatch(text)) and int(found[1]) in _EXCEL_DAYS:
        return _EXCEL_EPOCH + timedelta(days=int(found[1]))
    raise CellError(
        say(
            "{label} {cell} illisible ; écrivez-la JJ/MM/AAAA, par exemple 15/03/2026",
            label=label,
            cell=quote(cell),
        )
    )


def _with_zone(found: re.Match[str], cell: str, label: str) -> date:
    """Read an ISO day; an instant in another zone is the day that it was in Paris.

    A program in Paris that stores local midnight writes 14 March, 23:00 UTC for the
    15th: read naively, the invoice would be due one day early.
    """
    day = _day(int(found[1]), int(found[2]), int(found[3]), cell, label)
    hour, minute, second, _, zone = found.groups()[3:8]
    if not zone or hour is None:
        return day
    offset = "+00:00" if zone in {"z", "utc"} else zone
    clock = f"{int(hour):02}:{minute}:{second or '00'}"
    try:
        moment = datetime.fromisoformat(f"{day.isoformat()}T{clock}{offset}")
    except ValueError:
        return day
    return moment.astimezone(PARIS).date()


def _numeric(found: re.Match[str], order: Order, cell: str, label: str) -> date:
    first, second, year = int(found[1]), int(found[2]), _year(found[3])
    proved = first > 12 or second > 12 or first == second
    if order is Order.CONTRADICTED:
        if not proved:
            raise CellError(
                say(
                    "{label} {cell} ambiguë : la colonne mêle jour/mois et mois/jour ; "
                    "écrivez les dates AAAA-MM-JJ puis relancez l’import",
                    label=label,
                    cell=quote(cell),
                )
            )
        if second > 12:
            first, second = second, first
    elif order is Order.MONTH_FIRST:
        first, second = second, first
    return _day(year, second, first, cell, label)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int, cell: str, label: str) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise CellError(
            say(
                "{label} {cell} impossible ; corrigez la date puis relancez l’import",
                label=label,
                cell=quote(cell),
            )
        ) from None
    if year not in _YEARS:
        raise CellError(
            say(
                "{label} {cell} : année invraisemblable ; corrigez la date puis "
                "relancez l’import",
                label=label,
                cell=quote(cell),
            )
        )
    return found
