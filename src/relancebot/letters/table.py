"""The invoices of a letter, one a line: as plain text and as a table."""

from html import escape

from relancebot.french import one_line
from relancebot.letters.context import InvoiceFacts, LetterContext
from relancebot.letters.tongue import English, Tongue

LONGEST_SUBJECT = 80
CELL = "padding:6px 12px 6px 0;border-bottom:1px solid #999999;text-align:left"
SUM = "padding:6px 0 6px 12px;border-bottom:1px solid #999999;text-align:right"
HEADINGS = {
    True: ("Invoice", "Dated", "Due", "Amount", "Left to pay"),
    False: ("Facture", "Émise le", "Échéance", "Montant", "Reste à payer"),
}


def service(invoice: InvoiceFacts) -> str:
    """Say what the invoice was for, on one short line; it may be empty."""
    return one_line(invoice.subject, LONGEST_SUBJECT)


def text_table(context: LetterContext, tongue: Tongue) -> str:
    """List the invoices as lines of text, and their total when there are several."""
    lines = [_line(invoice, tongue) for invoice in context.invoices]
    if len(context.invoices) > 1:
        word = "Total left to pay:" if _english(tongue) else "Total à régler :"
        totals = tongue.listed([tongue.money(money) for money in context.totals])
        lines.append(f"{word} {totals}")
    return "\n".join(lines)


def _line(invoice: InvoiceFacts, tongue: Tongue) -> str:
    what = tongue.the_invoices([one_line(invoice.number)]).removeprefix("la ")
    about = f" ({service(invoice)})" if service(invoice) else ""
    total, due = tongue.money(invoice.total), tongue.full_date(invoice.due)
    rest = tongue.money(invoice.balance)
    if _english(tongue):
        issued = f" of {tongue.full_date(invoice.issued)}" if invoice.issued else ""
        left = f", of which {rest} is left to pay" if invoice.paid else ""
        return f"- {what}{issued}{about}, due {due}: {total}{left}"
    issued = f" du {tongue.full_date(invoice.issued)}" if invoice.issued else ""
    verb = "échue le" if invoice.days_late > 0 else "à échéance le"
    left = f", reste {rest}" if invoice.paid else ""
    return f"- {what}{issued}{about}, {verb} {due} : {total}{left}"


def html_table(context: LetterContext, tongue: Tongue) -> str:
    """Draw the invoices as a table that every mail program shows."""
    headings = HEADINGS[_english(tongue)]
    head = "\n".join(
        f'<th scope="col" style="{CELL if n < 3 else SUM}">{escape(text)}</th>'
        for n, text in enumerate(headings)
    )
    rows = "".join(f"\n{_row(invoice, tongue)}" for invoice in context.invoices)
    foot = ""
    if len(context.invoices) > 1:
        totals = tongue.listed([tongue.money(money) for money in context.totals])
        foot = (
            f'\n<tr><th scope="row" colspan="4" style="{CELL}">Total</th>'
            f'<td style="{SUM}"><strong>{escape(totals)}</strong></td></tr>'
        )
    return (
        '<table role="table" style="border-collapse:collapse;margin:0 0 16px 0">'
        f"\n<tr>{head}</tr>{rows}{foot}\n</table>"
    )


def _row(invoice: InvoiceFacts, tongue: Tongue) -> str:
    number, about = one_line(invoice.number), service(invoice)
    what = escape(number) + (f"<br><small>{escape(about)}</small>" if about else "")
    issued = tongue.full_date(invoice.issued) if invoice.issued else ""
    cells = (issued, tongue.full_date(invoice.due))
    amounts = (tongue.money(invoice.total), tongue.money(invoice.balance))
    return (
        f'<tr><td style="{CELL}">{what}</td>'
        + "".join(f'\n<td style="{CELL}">{escape(text)}</td>' for text in cells)
        + "".join(f'\n<td style="{SUM}">{escape(text)}</td>' for text in amounts)
        + "</tr>"
    )


def _english(tongue: Tongue) -> bool:
    return isinstance(tongue, English)
