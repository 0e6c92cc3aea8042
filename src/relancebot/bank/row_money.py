"""The money of one row: its total, what remains of it, in which currency."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from relancebot.bank.cells import Cells
from relancebot.bank.report import CellError, quote, say
from relancebot.bank.sums import Said, remaining
from relancebot.bank.values import currency_code
from relancebot.bank.vocabulary import Kind
from relancebot.domain.invoice import Stated
from relancebot.domain.money import Money


@dataclass(frozen=True, slots=True)
class Sums:
    """The money of one row: all of it, what remains, and one payment if any."""

    total: Money
    open: Money
    payment: Money | None
    open_stated: bool


def sums_of_row(
    cells: Cells, kind: Kind, stated: Stated, paid_on: date | None
) -> Sums | None:
    """Read the money of a row; None when something in it is to be mended."""
    errors_before = len(cells.taken.errors)
    read = {name: cells.amount(name) for name in cells.reading.styles}
    currency = _currency(cells, [beside for _, beside in read.values() if beside])
    total, open_ = read["total"][0], read["open"][0]
    paid, payment = read["paid_amount"][0], read["payment"][0]
    if len(cells.taken.errors) > errors_before:
        return None
    if total is None and cells.layout.place("total") is None and open_ is not None:
        total = open_ + (paid or Decimal(0))
        cells.taken.remarks.append(
            say("sans montant TTC : le reste à payer en tient lieu")
        )
    if total is None:
        cells.fail("total", "montant TTC manquant ; ajoutez-le")
        return None
    if open_ is None and cells.layout.place("open") is not None:
        _open_left_empty(cells, stated, paid)
    said = Said(total, open_, paid, payment, stated, paid_on is not None)
    if kind is Kind.CREDIT or total < 0:
        left = _left_of_credit(said)
    else:
        try:
            left = remaining(said, lambda text: cells.note("open", "{t}", t=text))
        except CellError as error:
            column = cells.title("open") or cells.title("status")
            cells.taken.errors.append(CellError(error.text, column))
            return None
    return Sums(
        Money(total, currency),
        Money(left, currency),
        None if payment is None else Money(payment, currency),
        open_ is not None or paid is not None or stated is Stated.CANCELLED,
    )


def _open_left_empty(cells: Cells, stated: Stated, paid: Decimal | None) -> None:
    if stated is Stated.NOTHING and paid is None:
        cells.taken.remarks.append(
            say("reste à payer vide : tout le montant est pris comme dû")
        )


def _left_of_credit(said: Said) -> Decimal:
    if said.total == 0 or said.stated in {Stated.PAID, Stated.CANCELLED}:
        return Decimal(0)
    return said.total if said.open is None else said.open


def _currency(cells: Cells, beside: list[str]) -> str:
    cell = cells.text("currency")
    stated = currency_code(cell) if cell else ""
    if cell and not stated:
        cells.fail(
            "currency",
            "devise {cell} inconnue ; écrivez son code, par exemple EUR",
            cell=quote(cell),
        )
    kinds = set(beside) | ({stated} if stated else set())
    # « $ » is also how Canadians and Australians write theirs.
    if len(kinds) > 1 and not (kinds - {stated} == {"USD"} and stated != "EUR"):
        cells.fail(
            "total",
            "deux devises sur la même ligne ({kinds}) ; gardez celle de la facture",
            kinds=" et ".join(sorted(kinds)),
        )
    return stated or (beside[0] if beside else "") or cells.reading.currency
