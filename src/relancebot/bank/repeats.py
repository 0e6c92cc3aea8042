"""The same invoice number on several rows: one invoice, a mistake, or its payments."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from relancebot.bank.cells import Taken
from relancebot.bank.report import lines_list, quote, say
from relancebot.domain.invoice import CreditRow, InvoiceRow, Stated, client_slug
from relancebot.domain.money import Money


@dataclass
class Once:
    """Each invoice once; (line, text) for what is wrong or worth saying."""

    rows: list[InvoiceRow] = field(default_factory=list)
    credits: list[CreditRow] = field(default_factory=list)
    errors: list[tuple[int, str]] = field(default_factory=list)
    notices: list[tuple[int, str]] = field(default_factory=list)


def number_key(number: str) -> str:
    """Compare invoice numbers as people do: no case, no spaces."""
    return "".join(number.casefold().split())


def each_once(taken: Iterable[Taken]) -> Once:
    """Gather the rows of a file so that every number stands for one debt."""
    once = Once()
    invoices: dict[str, list[Taken]] = {}
    credited: dict[str, list[CreditRow]] = {}
    for one in taken:
        if one.invoice is not None:
            invoices.setdefault(number_key(one.invoice.number), []).append(one)
        elif one.credit is not None:
            credited.setdefault(number_key(one.credit.number), []).append(one.credit)
    for group in invoices.values():
        _invoice(group, once)
    for notes in credited.values():
        _credit(notes, once)
    return once


def _invoice(group: list[Taken], once: Once) -> None:
    rows = [one.invoice for one in group if one.invoice is not None]
    has_payments = any(one.payment is not None for one in group)
    if len(rows) > 1 and not _agree(
        [_bare(row, payments=has_payments) for row in rows],
        [row.line for row in rows],
        rows[0].number,
        once,
    ):
        return
    row = rows[0]
    if has_payments:
        row = _less_payments(group, rows, once)
    elif len(rows) > 1:
        _said_once(row.number, [r.line for r in rows], once)
    once.rows.append(row)


def _credit(notes: list[CreditRow], once: Once) -> None:
    if len(notes) > 1:
        lines = [note.line for note in notes]
        bare = [replace(note, line=0) for note in notes]
        if not _agree(bare, lines, notes[0].number, once):
            return
        _said_once(notes[0].number, lines, once)
    once.credits.append(notes[0])


def _bare(row: InvoiceRow, *, payments: bool) -> InvoiceRow:
    # Exports by line of work repeat the invoice with another text: still one debt.
    bare = replace(row, line=0, subject="")
    if payments:
        return replace(bare, paid_on=None, open=Money.zero(row.open.currency))
    return bare


def _agree(
    bare: list[InvoiceRow] | list[CreditRow], lines: list[int], number: str, once: Once
) -> bool:
    if all(one == bare[0] for one in bare):
        return True
    several = len({one.client_id for one in bare}) > 1
    for line in lines:
        others = [other for other in lines if other != line]
        once.errors.append(
            (
                line,
                say(
                    "numéro {number} déjà pris par un autre client ({others}) ; un "
                    "numéro ne désigne qu’une facture : corrigez-le puis relancez "
                    "l’import"
                    if several
                    else "numéro {number} répété avec d’autres valeurs ({others}) ; "
                    "gardez la bonne ligne puis relancez l’import",
                    number=quote(number),
                    others=lines_list(others),
                ),
            )
        )
    return False


def _said_once(number: str, lines: list[int], once: Once) -> None:
    once.notices.append(
        (
            lines[1],
            say(
                "facture {number} répétée avec les mêmes montants ({lines}) ; elle est "
                "prise une fois",
                number=quote(number),
                lines=lines_list(lines),
            ),
        )
    )


def _less_payments(
    group: list[Taken], rows: list[InvoiceRow], once: Once
) -> InvoiceRow:
    """Make one invoice of an export that writes a row for each of its payments."""
    row = rows[0]
    days = [r.paid_on for r in rows if r.paid_on is not None]
    left = min((r.open for r in rows), key=lambda money: money.amount)
    if not any(one.open_stated for one in group) and row.stated is not Stated.PAID:
        left = row.total
        for one in group:
            left = left - one.payment if one.payment is not None else left
        if left.amount < 0:
            once.notices.append(
                (
                    row.line,
                    say(
                        "facture {number} payée en trop : rien ne sera relancé",
                        number=quote(row.number),
                    ),
                )
            )
            left = Money.zero(left.currency)
    return replace(row, open=left, paid_on=max(days, default=None))


def two_names(rows: Iterable[InvoiceRow]) -> list[tuple[int, str]]:
    """Notice a client code that stands for two names: two clients, or a slip."""
    names: dict[str, str] = {}
    said: dict[str, tuple[int, str]] = {}
    for row in rows:
        known = names.setdefault(row.client_id, row.client)
        if known != row.client and client_slug(known) != client_slug(row.client):
            text = say(
                "code client {code} : deux noms, {one} et {other} ; ils sont pris "
                "comme un seul client",
                code=quote(row.client_id),
                one=quote(known),
                other=quote(row.client),
            )
            said.setdefault(row.client_id, (row.line, text))
    return list(said.values())
