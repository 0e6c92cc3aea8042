"""The cells of one row, read by what was decided for the whole file."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from relancebot.bank.columns import Layout
from relancebot.bank.contacts import ContactColumns
from relancebot.bank.dates import Order, read_date
from relancebot.bank.records import Row
from relancebot.bank.report import CellError, quote, say
from relancebot.bank.sums import plain
from relancebot.bank.titles import label_of
from relancebot.bank.values import AmountStyle, read_amount
from relancebot.domain.invoice import CreditRow, InvoiceRow
from relancebot.domain.money import Money


@dataclass(frozen=True)
class Reading:
    """How the columns of a file are to be read, decided over all its rows."""

    header: tuple[str, ...]
    layout: Layout
    styles: dict[str, AmountStyle]
    orders: dict[str, Order]
    contacts: tuple[ContactColumns, ...] = ()
    currency: str = "EUR"
    utc_days: frozenset[str] = frozenset()
    decimal_numbers: bool = False
    default_term_days: int | None = None


@dataclass
class Taken:
    """What became of a row: the thing itself, and what must be said of it.

    ``remarks`` are the notices that many rows share; the file's report gathers them.
    """

    row: Row
    invoice: InvoiceRow | None = None
    credit: CreditRow | None = None
    payment: Money | None = None
    open_stated: bool = False
    errors: list[CellError] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class Cells:
    """One row in hand: its cells by field, and what is to be said of them."""

    def __init__(self, reading: Reading, row: Row) -> None:
        """Take a row in hand."""
        self.reading = reading
        self.layout = reading.layout
        self.row = row
        self.taken = Taken(row)

    def at(self, place: int) -> str:
        """Give the text at a position; a short row ends in empty cells."""
        return self.row.cells[place] if place < len(self.row.cells) else ""

    def raw(self, name: str) -> str:
        """Give the cell of a field as it is written; nothing without a column."""
        place = self.layout.place(name)
        return "" if place is None else self.at(place)

    def text(self, name: str) -> str:
        """Give the cell of a field on one line."""
        return " ".join(self.raw(name).split())

    def title(self, name: str) -> str:
        """Give the title of the column that serves a field."""
        at = self.layout.place(name)
        return "" if at is None else self.reading.header[at].strip()

    def fail(self, name: str, template: str, **values: object) -> None:
        """Refuse the row for what a field says."""
        self.taken.errors.append(CellError(say(template, **values), self.title(name)))

    def note(self, name: str, template: str, **values: object) -> None:
        """Say something of a field without refusing the row."""
        self.taken.notices.append((self.title(name), say(template, **values)))

    def amount(self, name: str) -> tuple[Decimal | None, str]:
        """Read a sum and the currency beside it; what is no sum is said."""
        if self.layout.place(name) is None:
            return None, ""
        try:
            found = read_amount(
                self.raw(name), self.reading.styles[name], label_of(name)
            )
        except CellError as error:
            self.taken.errors.append(CellError(error.text, self.title(name)))
            return None, ""
        if found is None:
            return None, ""
        if found.doubtful:
            self.note(
                name,
                "{label} {cell} lu {value}, comme le reste de la colonne ; vérifiez "
                "que ce ne sont pas des milliers",
                label=label_of(name),
                cell=quote(self.raw(name)),
                value=plain(found.value),
            )
        return found.value, found.currency

    def day(self, name: str) -> date | None:
        """Read a day; what is no day is said."""
        if self.layout.place(name) is None:
            return None
        cell = self.raw(name)
        if name in self.reading.utc_days and ":" in cell:
            cell = cell.strip() + "Z"
        try:
            return read_date(cell, self.reading.orders[name], label_of(name))
        except CellError as error:
            self.taken.errors.append(CellError(error.text, self.title(name)))
            return None
