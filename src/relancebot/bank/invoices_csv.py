"""Invoices from any CSV that an invoicing tool or a spreadsheet writes.

Bytes in, values out: the good rows, the credit notes, and for each bad row its line
and what to do. What a column means, how it writes its decimals and its dates, is
decided once for the whole column; where the file leaves a doubt, the person is asked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relancebot.bank.cells import Reading, Taken
from relancebot.bank.columns import ColumnUse, Layout, choose_columns
from relancebot.bank.decisions import (
    decide,
    missing_columns,
    settle_paid_column,
    unread_payments,
)
from relancebot.bank.records import Row
from relancebot.bank.repeats import each_once, two_names
from relancebot.bank.report import Notice, RowError, lines_list, quote, say
from relancebot.bank.rows import read_row
from relancebot.bank.table import Table, read_table
from relancebot.bank.title_words import title_key
from relancebot.bank.titles import is_known_title, label_of
from relancebot.bank.vocabulary import fold
from relancebot.domain.invoice import CreditRow, InvoiceRow

_PLAIN_ENCODINGS = frozenset(
    {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"}
)
_TOTAL_WORDS = re.compile(
    r"(?:sous )?tota(?:l|ux)(?: (?:general|generaux|ttc|ht|eur|euros|factures?|global"
    r"|a payer|du|de la periode|page))*|grand total|subtotal|somme|sum|report"
)


@dataclass(frozen=True, slots=True)
class InvoiceFile:
    """All that one file gave: nothing of it is lost, whatever was wrong."""

    rows: tuple[InvoiceRow, ...] = ()
    credits: tuple[CreditRow, ...] = ()
    errors: tuple[RowError, ...] = ()
    notices: tuple[Notice, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    header_line: int = 0


def read_invoices(
    data: bytes,
    filename: str,
    *,
    mapping: Mapping[str, str] | None = None,
    default_term_days: int | None = None,
) -> InvoiceFile:
    """Read the invoices of a file.

    Args:
        data: the file's bytes.
        filename: its name, for the messages.
        mapping: columns that the person named: field to title (``{"due": "Date
            limite"}``), ``#7`` for the seventh column, an empty title for none.
        default_term_days: the usual delay, for invoices that state no due date.
    """
    wanted = dict(mapping or {})
    wanted_keys = {title_key(title) for title in wanted.values()} - {frozenset()}
    if re.search(rb"JournalCode\W+JournalLib", data[:400]):
        text = say(
            "ce fichier est un FEC : ni échéance ni adresse e-mail ne s’y trouvent ; "
            "exportez plutôt la liste de vos factures"
        )
        return InvoiceFile(errors=(RowError(filename, 0, "", text),))
    table = read_table(
        data,
        filename,
        lambda cell: is_known_title(cell) or title_key(cell) in wanted_keys,
    )
    if table.header is None:
        return InvoiceFile(
            errors=table.errors, encoding=table.encoding, delimiter=table.delimiter
        )
    return _Import(filename, table, table.header).run(wanted, default_term_days)


class _Import:
    """One file on its way in: what it says gathers in ``errors`` and ``notices``."""

    def __init__(self, filename: str, table: Table, header: Row) -> None:
        self.filename = filename
        self.table = table
        self.header = header
        self.titles = header.cells
        self.errors = list(table.errors)
        self.notices: list[Notice] = []

    def fail(self, line: int, text: str, column: str = "") -> None:
        self.errors.append(RowError(self.filename, line, column, text))

    def note(self, line: int, text: str, column: str = "") -> None:
        self.notices.append(Notice(self.filename, line, column, text))

    def run(
        self, wanted: Mapping[str, str], default_term_days: int | None
    ) -> InvoiceFile:
        if self.table.encoding not in _PLAIN_ENCODINGS:
            self.note(
                0,
                say(
                    "encodage deviné ({encoding}) ; vérifiez les accents, ou refaites "
                    "l’export en UTF-8",
                    encoding=self.table.encoding,
                ),
            )
        columns = _columns(self.table.rows, len(self.titles))
        layout = choose_columns(self.titles, columns, wanted)
        settle_paid_column(layout, columns, wanted)
        for text in layout.notices:
            self.note(self.header.line, text)
        asked = layout.errors + missing_columns(layout, default_term_days)
        for text, must_know in unread_payments(self.titles, columns, layout, wanted):
            if must_know:
                asked.append(text)
            else:
                self.note(self.header.line, text)
        for text in asked:
            self.fail(self.header.line, text)
        rows: list[InvoiceRow] = []
        credits_: list[CreditRow] = []
        if not asked:
            reading = decide(
                self.titles,
                columns,
                layout,
                default_term_days,
                lambda column, text: self.note(self.header.line, text, column),
            )
            rows, credits_ = self.take(reading)
        return InvoiceFile(
            tuple(sorted(rows, key=lambda row: row.line)),
            tuple(sorted(credits_, key=lambda credit: credit.line)),
            tuple(sorted(self.errors, key=lambda error: error.line)),
            tuple(sorted(self.notices, key=lambda notice: notice.line)),
            _uses(self.titles, columns, layout),
            self.table.encoding,
            self.table.delimiter,
            self.header.line,
        )

    def take(self, reading: Reading) -> tuple[list[InvoiceRow], list[CreditRow]]:
        """Read every row that is one, and say what many rows share only once."""
        taken: list[Taken] = []
        shared: dict[str, list[int]] = {}
        for row in self.table.rows:
            if not self.is_invoice(row, reading.layout):
                continue
            one = read_row(reading, row)
            for error in one.errors:
                self.fail(row.line, error.text, error.column)
            for column, text in one.notices:
                self.note(row.line, text, column)
            for text in one.remarks:
                shared.setdefault(text, []).append(row.line)
            taken.append(one)
        for text, lines in shared.items():
            more = f" ({lines_list(lines)})" if len(lines) > 1 else ""
            self.note(lines[0], text + more)
        if not self.table.rows:
            self.note(self.header.line, say("aucune facture sous les titres"))
        once = each_once(taken)
        for line, text in two_names(once.rows):
            self.note(line, text)
        at = reading.layout.place("number")
        column = self.titles[at].strip() if at is not None else ""
        for line, text in once.errors:
            self.fail(line, text, column)
        for line, text in once.notices:
            self.note(line, text, column)
        return once.rows, once.credits

    def is_invoice(self, row: Row, layout: Layout) -> bool:
        """Tell a row of the table from the totals and remarks that exports add."""
        extra = [cell for cell in row.cells[len(self.titles) :] if cell.strip()]
        if extra:
            self.fail(
                row.line,
                say(
                    "plus de cases que de titres ({cells} au lieu de {titles}) ; une "
                    "case contient sans doute le séparateur {sign} : mettez-la entre "
                    "guillemets",
                    cells=len(row.cells),
                    titles=len(self.titles),
                    sign=quote({"\t": "tabulation"}.get(d := self.table.delimiter, d)),
                ),
            )
            return False
        written = [cell for cell in row.cells if cell.strip()]
        if _is_total(row, written, layout):
            self.note(
                row.line,
                say("ligne de total laissée de côté ({cells})", cells=_glance(written)),
            )
            return False
        if len(written) == 1 and len(self.titles) > 3 and " " in written[0].strip():
            self.note(
                row.line,
                say(
                    "ligne laissée de côté : une seule case remplie ({cells})",
                    cells=_glance(written),
                ),
            )
            return False
        return True


def _glance(cells: Sequence[str]) -> str:
    return quote(" ".join(cells[:4]))


def _is_total(row: Row, written: Sequence[str], layout: Layout) -> bool:
    """Recognise the sums below a table: no number of their own, no client, no day.

    « TotalEnergies » is a client like any other, and so is « Total » with a due date.
    """

    def cell(name: str) -> str:
        at = layout.place(name)
        return row.cells[at].strip() if at is not None and at < len(row.cells) else ""

    if any(letter.isdigit() for letter in cell("due") + cell("issued")):
        return False
    labels = [text for text in written if any(letter.isalpha() for letter in text)]
    if any(_TOTAL_WORDS.fullmatch(fold(text)) for text in labels[:1]):
        return True
    return not labels and not cell("number") and not cell("client")


def _columns(rows: Sequence[Row], width: int) -> list[list[str]]:
    return [
        [row.cells[at] if at < len(row.cells) else "" for row in rows]
        for at in range(width)
    ]


def _uses(
    titles: Sequence[str], columns: Sequence[Sequence[str]], layout: Layout
) -> tuple[ColumnUse, ...]:
    served = {at: name for name, places in layout.places.items() for at in places}
    uses = []
    for at, title in enumerate(titles):
        name = served.get(at, "")
        examples = []
        for cell in columns[at]:
            text = " ".join(cell.split())
            if text and text not in examples:
                examples.append(text)
            if len(examples) == 2:
                break
        uses.append(
            ColumnUse(at + 1, title.strip(), name, label_of(name), tuple(examples))
        )
    return tuple(uses)
