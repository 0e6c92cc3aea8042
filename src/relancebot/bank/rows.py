"""One row of an invoice file into one invoice or credit note, or why it is neither."""

import re

from relancebot.bank.cells import Cells, Reading, Taken
from relancebot.bank.records import Row
from relancebot.bank.report import quote
from relancebot.bank.row_client import (
    client_of_row,
    contacts_of_row,
    debtor_kind_of_row,
    formality_of_row,
    language_of_row,
)
from relancebot.bank.row_days import due_of_row, service_end_of_row, watch_terms
from relancebot.bank.row_money import sums_of_row
from relancebot.bank.row_status import kind_of_row, stated_of_row
from relancebot.bank.values import is_abbreviated, is_spreadsheet_fault, unwrap
from relancebot.bank.vocabulary import Kind
from relancebot.domain.invoice import CreditRow, InvoiceRow, Stated, client_slug
from relancebot.domain.money import Money

_LONGEST_NUMBER = 80
# What Excel makes of « 03-26 »; a real invoice number hardly looks like it.
_MONTH_YEAR = re.compile(
    r"(janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|dec)\.?-\d\d",
    re.IGNORECASE,
)


def read_row(reading: Reading, row: Row) -> Taken:
    """Read the row; every mistake in it is named, not only the first."""
    cells = Cells(reading, row)
    kind = kind_of_row(cells)
    stated = stated_of_row(cells)
    if isinstance(stated, Kind):
        kind = stated
    if kind in {Kind.PURCHASE, Kind.OTHER, Kind.DRAFT}:
        cells.taken.errors.clear()
        return cells.taken
    number, client = _number(cells), client_of_row(cells)
    issued, paid_on = cells.day("issued"), cells.day("paid_on")
    at_stated = stated if isinstance(stated, Stated) else Stated.NOTHING
    sums = sums_of_row(cells, kind, at_stated, paid_on)
    is_credit = kind is Kind.CREDIT or (sums is not None and sums.total.amount < 0)
    due = None if is_credit else due_of_row(cells, issued)
    if sums is None or cells.taken.errors:
        return cells.taken
    client_id = unwrap(cells.text("client_id")) or client_slug(client)
    if is_credit:
        cells.taken.credit = CreditRow(
            number,
            client,
            client_id,
            Money(abs(sums.total.amount), sums.total.currency),
            Money(abs(sums.open.amount), sums.open.currency),
            issued,
            cells.text("credited"),
            cells.text("subject"),
            cells.row.line,
        )
    elif due is not None:
        cells.taken.payment = sums.payment
        cells.taken.open_stated = sums.open_stated
        cells.taken.invoice = InvoiceRow(
            number,
            client,
            client_id,
            sums.total,
            sums.open,
            issued,
            due,
            contacts_of_row(cells),
            debtor_kind_of_row(cells),
            cells.text("subject"),
            cells.text("order_reference"),
            service_end_of_row(cells),
            paid_on,
            language_of_row(cells),
            formality_of_row(cells),
            at_stated,
            cells.row.line,
        )
        watch_terms(cells, cells.taken.invoice)
    return cells.taken


def _number(cells: Cells) -> str:
    cell = cells.raw("number")
    number = " ".join(unwrap(cell).split())
    if cells.reading.decimal_numbers:
        number = number.removesuffix(".0")  # a program took them for quantities
    if not number:
        cells.fail("number", "numéro de facture manquant ; ajoutez-le")
    elif is_spreadsheet_fault(number) or is_abbreviated(number):
        cells.fail(
            "number",
            "numéro {cell} abîmé par le tableur ; mettez la colonne au format "
            "« Texte » puis refaites l’export",
            cell=quote(cell),
        )
    elif len(number) > _LONGEST_NUMBER:
        cells.fail(
            "number",
            "numéro {cell} trop long ; est-ce la bonne colonne ?",
            cell=quote(cell),
        )
    elif _MONTH_YEAR.fullmatch(number):
        cells.note(
            "number",
            "numéro {cell} : le tableur l’a peut-être changé en date ; vérifiez-le "
            "sur la facture",
            cell=quote(cell),
        )
    return number
