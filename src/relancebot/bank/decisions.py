"""What is decided once for a whole file before any of its rows is read."""

import re
from collections.abc import Callable, Mapping, Sequence

from relancebot.bank.cells import Reading
from relancebot.bank.columns import Layout
from relancebot.bank.contact_titles import CONTACT_FIELDS
from relancebot.bank.contacts import contact_columns
from relancebot.bank.dates import Order, OrderProofs, is_date, is_serial, order_proofs
from relancebot.bank.report import quote, say
from relancebot.bank.title_words import title_currency, title_is_utc, title_key
from relancebot.bank.titles import MONEY_WORDS, label_of
from relancebot.bank.values import amount_style, unwrap
from relancebot.bank.vocabulary import read_yes_no

AMOUNTS = ("total", "open", "paid_amount", "payment")
DATES = ("due", "issued", "paid_on", "service_end")
_PAID_FIELDS = frozenset(
    {"open", "paid_amount", "payment", "settled", "status", "paid_on"}
)
Note = Callable[[str, str], None]
Columns = Sequence[Sequence[str]]


def settle_paid_column(
    layout: Layout, columns: Columns, mapping: Mapping[str, str]
) -> None:
    """Let the cells of a column named « Payé » say what it holds.

    A yes or a no, the day of payment, or the sum paid. What the person said, or
    another column says better, comes first; the column is then asked about like any
    other that nothing reads.
    """
    at = layout.place("paid_any")
    if at is None:
        return
    del layout.places["paid_any"]
    cells = [cell for cell in columns[at] if cell.strip()]
    if not cells:
        return
    if all(read_yes_no(cell) is not None for cell in cells):
        name = "settled"
    elif all(is_date(cell) or is_serial(cell) for cell in cells):
        name = "paid_on"
    else:
        name = "paid_amount"
    if name not in mapping:
        layout.places.setdefault(name, [at])


def unread_payments(
    header: Sequence[str], columns: Columns, layout: Layout, mapping: Mapping[str, str]
) -> list[tuple[str, bool]]:
    """Find the columns that may say what was paid, and that nothing reads.

    Returns:
        For each, what to tell the person, and whether it must be answered first: it
        must when no other column says what is still owed.
    """
    read = {at for places in layout.places.values() for at in places}
    known = not _PAID_FIELDS.isdisjoint(layout.places)
    answered = not _PAID_FIELDS.isdisjoint(mapping)
    said: list[tuple[str, bool]] = []
    if any(layout.places.get(name) == [] for name in _PAID_FIELDS):
        return said  # which column to read is asked about already
    for at, title in enumerate(header):
        words = title_key(title)
        if at in read or MONEY_WORDS.isdisjoint(words) or not any(columns[at]):
            continue
        text = say(
            "la colonne {title} n’est pas lue ; si elle dit ce qui est payé, dites "
            "comment : --map open=, --map paid_amount=, --map paid_on= ou --map "
            'settled="{bare}" (oui ou non), sinon --map settled=""',
            title=quote(title),
            bare=title.strip(),
        )
        said.append((text, not known and not answered))
    return said


def missing_columns(layout: Layout, default_term_days: int | None) -> list[str]:
    """Name the columns without which no invoice can be read, and how to say them."""

    def absent(name: str) -> bool:
        # An empty list is a choice that was asked about already.
        return name not in layout.places

    errors = [
        say(
            'aucune colonne « {label} » ; dites laquelle : --map {name}="Titre de la '
            'colonne"',
            label=label_of(name),
            name=name,
        )
        for name in ("number", "client")
        if absent(name)
    ]
    if absent("total") and absent("open"):
        errors.append(
            say(
                'aucune colonne « montant TTC » ; dites laquelle : --map total="Titre '
                "de "
                'la colonne" (le total hors taxes si vous ne facturez pas la TVA)'
            )
        )
    if absent("due") and absent("term") and default_term_days is None:
        errors.append(
            say(
                "aucune colonne « date d’échéance » ; dites laquelle : --map "
                'due="Titre de la colonne", ou donnez votre délai habituel, par '
                "exemple "
                "--default-term-days 30"
            )
        )
    return errors


def decide(
    header: Sequence[str],
    columns: Columns,
    layout: Layout,
    default_term_days: int | None,
    note: Note,
) -> Reading:
    """Decide decimals and the order of dates, each over its whole column.

    Args:
        header: the titles.
        columns: the cells below each.
        layout: which column says what.
        default_term_days: the person's usual delay.
        note: takes what the person should know, as (column, text).
    """

    def cells(name: str) -> Sequence[str]:
        at = layout.place(name)
        return columns[at] if at is not None else ()

    def title(name: str) -> str:
        at = layout.place(name)
        return header[at].strip() if at is not None else ""

    styles = {name: amount_style(cells(name)) for name in AMOUNTS}
    for name, style in styles.items():
        if style.mixed:
            note(
                title(name),
                say(
                    "colonne {title} : des décimales à la virgule et d’autres au "
                    "point ; seuls les montants sans ambiguïté sont pris",
                    title=quote(title(name)),
                ),
            )
    proofs = {name: order_proofs(cells(name)) for name in DATES}
    together = OrderProofs(
        sum(proof.day_first for proof in proofs.values()),
        sum(proof.month_first for proof in proofs.values()),
    )
    # One program wrote the file: a column without a proof of its own follows the rest.
    usual = together.order or Order.DAY_FIRST
    orders = {name: proof.order or usual for name, proof in proofs.items()}
    for name, order in orders.items():
        if order is Order.MONTH_FIRST and (
            proofs[name].month_first or proofs[name].unproved
        ):
            note(
                title(name),
                say(
                    "colonne {title} : dates américaines (mois/jour/année), lues comme "
                    "telles ; vérifiez-en une",
                    title=quote(title(name)),
                ),
            )
        if any(is_serial(cell) for cell in cells(name)):
            note(
                title(name),
                say(
                    "colonne {title} : dates écrites en nombres par Excel (45000 est "
                    "le 15/03/2023), lues comme telles ; vérifiez-en une",
                    title=quote(title(name)),
                ),
            )
    _watch_zeros(cells("number"), title("number"), note)
    if not any(name in layout.places for name in CONTACT_FIELDS):
        note(
            "",
            say(
                "aucune colonne d’adresse e-mail : aucune relance ne partira avant "
                "d’en avoir une par client"
            ),
        )
    return Reading(
        tuple(header),
        layout,
        styles,
        orders,
        contact_columns(layout.places),
        title_currency(title("total")) or title_currency(title("open")) or "EUR",
        frozenset(name for name in DATES if title_is_utc(title(name))),
        all(re.fullmatch(r"\d+\.0", cell) for cell in cells("number") if cell),
        default_term_days,
    )


def _watch_zeros(cells: Sequence[str], title: str, note: Note) -> None:
    """Notice the numbers whose leading zeros a spreadsheet took off."""
    digits = [unwrap(cell) for cell in cells if re.fullmatch(r"\d+", unwrap(cell))]
    whole = {len(number) for number in digits if number.startswith("0")}
    if len(whole) != 1:
        return
    width = whole.pop()
    shorter = [number for number in digits if len(number) < width]
    if shorter:
        note(
            title,
            say(
                "numéro {number} : Excel a peut-être retiré ses zéros de gauche "
                "(d’autres ont {width} chiffres) ; vérifiez-le sur la facture",
                number=quote(shorter[0]),
                width=width,
            ),
        )
