"""Amounts as people and tools write them, decided over the whole column.

"1,234" is a thousand in London and one euro twenty-three in Paris: no cell can say
which, but its neighbours can ("1,234.50", "12,00"). A column without any witness is
asked about, never guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from relancebot.bank.report import CellError, quote, say

# Spaces of every width, and the Swiss apostrophe, only ever separate thousands.
_GROUP_SPACE = re.compile(r"(?<=\d)[\s\u00a0\u2007\u2009\u202f'’](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[.,]?|[.,]\d+")
_TAX_WORD = re.compile(r"\s*\b(?:ttc|ht)\b\.?", re.IGNORECASE)
_PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?")
_EXPONENT = re.compile(r"[+-]?\d+(?:[.,]\d+)?e[+-]\d+", re.IGNORECASE)
_SPREADSHEET_FAULT = re.compile(
    r"#(?:ref|n/a|nom|name|valeur|value|div/0|nul|null|nombre|num)?[!?]?|#{3,}",
    re.IGNORECASE,
)
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "sfr": "CHF", "¥": "JPY"}
_NAMES = {
    "euro": "EUR",
    "euros": "EUR",
    "dollar": "USD",
    "dollars": "USD",
    "franc suisse": "CHF",
    "francs suisses": "CHF",
    "livre sterling": "GBP",
    "livres sterling": "GBP",
}
_CURRENCIES_TEXT = (
    "EUR USD GBP CHF CAD AUD NZD JPY CNY HKD SGD INR BRL MXN ZAR AED SAR ILS"
    " TRY SEK NOK DKK ISK PLN CZK HUF RON BGN UAH MAD TND DZD XOF XAF XPF"
    " MUR MGA KRW THB"
)
CURRENCIES = frozenset(_CURRENCIES_TEXT.split())
_MOST_DIGITS = 13


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, and the currency that stood beside it (empty when none did).

    ``doubtful``: the column alone says that its three last digits are decimals, which
    no sum of money has.
    """

    value: Decimal
    currency: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Bare:
    """A cell taken apart: its sign, its digits and separators, its currency."""

    negative: bool
    digits: str
    grouped: bool
    currency: str


def currency_code(text: str) -> str:
    """Give the ISO 4217 code of « € », « EUR », « euros »; empty when unknown."""
    bare = text.strip().rstrip(".").strip()
    if bare.upper() in CURRENCIES:
        return bare.upper()
    folded = " ".join(bare.casefold().split())
    if text.strip().casefold() == "fr.":  # "FR" alone begins an IBAN or a VAT number
        return "CHF"
    return _SIGNS.get(folded, _NAMES.get(folded, ""))


def is_spreadsheet_fault(cell: str) -> bool:
    """Tell whether a spreadsheet wrote « #REF! » or « ##### » instead of a value."""
    return bool(_SPREADSHEET_FAULT.fullmatch(cell.strip())) and len(cell.strip()) > 2


def is_abbreviated(cell: str) -> bool:
    """Tell whether a spreadsheet shortened a number to « 1,2E+05 »."""
    return bool(_EXPONENT.fullmatch(cell.strip()))


def unwrap(cell: str) -> str:
    """Take off what exports put around a value to keep spreadsheets from touching it.

    ``="00123"`` and ``'00123`` are 00123; any other formula stays the text it is.
    """
    text = cell.strip().strip("\u200b\u200e\u200f\ufeff")
    if text[:1] not in {"=", "'"}:
        return text
    if guarded := re.fullmatch(r'="([^"]*)"', text):
        return guarded[1].strip()
    if guarded := re.fullmatch(r"'([\d+-].*)", text):
        return guarded[1]
    return text


@lru_cache(maxsize=16_384)
def _bare(cell: str) -> Bare | None:
    if _PLAIN.fullmatch(cell):
        return Bare(cell[0] == "-", cell.removeprefix("-"), grouped=False, currency="")
    text = unwrap(cell).replace("\N{MINUS SIGN}", "-").replace("–", "-")
    negative = False
    if inside := re.fullmatch(r"([^\d(]*)\((.*)\)([^\d)]*)", text):
        negative, text = True, "".join(inside.groups()).strip()
    text = _TAX_WORD.sub("", text)
    found = re.search(r"[\d.,][\d.,\s\u00a0\u2007\u2009\u202f'’]*", text)
    if found is None:
        return None
    digits = found[0].rstrip()
    before, after = text[: found.start()], text[found.start() + len(digits) :]
    signs = [s for s in (before + " " + after) if s in "+-"]
    beside = [
        side
        for side in (re.sub(r"[+\-\s]", " ", s).strip() for s in (before, after))
        if side
    ]
    if len(signs) > 1 or len(beside) > 1:
        return None
    if digits.endswith((",", ".")) and after.lstrip().startswith("-"):
        signs.remove("-")  # « 1200,- » is the Swiss round sum
    currency = currency_code(beside[0]) if beside else ""
    if beside and not currency:
        return None
    bare = _GROUP_SPACE.sub("", digits)
    if not _NUMBER.fullmatch(bare):
        return None
    return Bare(negative or "-" in signs, bare, bare != digits, currency)


def _witness(bare: Bare) -> str:
    """Give the decimal sign that the cell alone proves; empty when it proves none."""
    digits = bare.digits
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return "." if digits.rindex(".") > digits.rindex(",") else ","
    if points + commas == 0:
        return ""
    sign = "." if points else ","
    if points + commas > 1:
        return "," if sign == "." else "."
    whole, _, part = digits.partition(sign)
    ambiguous = len(part) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0"
    return "" if ambiguous and not bare.grouped else sign


@dataclass(frozen=True, slots=True)
class AmountStyle:
    """How a column writes its decimals.

    ``decimal`` is empty when no cell proves it; ``mixed`` when cells contradict each
    other: then only the cells that prove their own reading are taken.
    """

    decimal: str = ""
    mixed: bool = False


def amount_style(cells: Iterable[str]) -> AmountStyle:
    """Read the decimal sign of a column from the cells that prove it."""
    proved = {
        _witness(bare)
        for cell in cells
        if ("," in cell or "." in cell) and (bare := _bare(cell)) is not None
    } - {""}
    if len(proved) == 1:
        return AmountStyle(proved.pop())
    return AmountStyle(mixed=bool(proved))


def read_amount(cell: str, style: AmountStyle, label: str) -> Amount | None:
    """Read one sum; an empty cell is no sum.

    Raises:
        CellError: when it is no sum, or could be two.
    """
    text = unwrap(cell)
    if not text or text in {"-", "–", "—"}:
        return None
    if text[0] == "#" and is_spreadsheet_fault(text):
        raise CellError(
            say(
                "{label} {cell} : le tableur n’affiche pas la valeur ; corrigez la "
                "formule ou élargissez la colonne, puis refaites l’export",
                label=label,
                cell=quote(cell),
            )
        )
    if is_abbreviated(text):
        raise CellError(
            say(
                "{label} {cell} abrégé par le tableur ; mettez la colonne au format "
                "« Nombre » puis refaites l’export",
                label=label,
                cell=quote(cell),
            )
        )
    bare = _bare(text)
    if bare is None:
        raise CellError(
            say(
                "{label} {cell} illisible ; écrivez un nombre, par exemple 1234,56",
                label=label,
                cell=quote(cell),
            )
        )
    proved = _witness(bare)
    decimal = proved or style.decimal
    if not decimal and ("," in bare.digits or "." in bare.digits):
        thousand = re.sub(r"[.,]", "", bare.digits)
        cents = bare.digits.replace(".", ",")
        raise CellError(
            say(
                "{label} {cell} ambigu ({thousand},00 ou {cents} ?) et rien dans la "
                "colonne ne tranche ; écrivez-le sans séparateur de milliers et avec "
                "deux décimales",
                label=label,
                cell=quote(cell),
                thousand=thousand,
                cents=cents,
            )
        )
    grouping = "." if decimal == "," else ","
    whole, _, part = bare.digits.partition(decimal or "\0")
    if grouping in part or (
        grouping in whole
        and not re.fullmatch(rf"\d{{1,3}}(?:[{grouping}]\d{{3}})+", whole)
    ):
        raise CellError(
            say(
                "{label} {cell} illisible : les milliers y sont mal groupés ; écrivez "
                "par exemple 1234,56",
                label=label,
                cell=quote(cell),
            )
        )
    whole = whole.replace(grouping, "")
    if len(whole.lstrip("0")) > _MOST_DIGITS:
        raise CellError(
            say(
                "{label} {cell} invraisemblable (trop de chiffres) ; vérifiez que la "
                "colonne contient bien des montants",
                label=label,
                cell=quote(cell),
            )
        )
    value = Decimal(f"{whole or '0'}.{part or '0'}")
    doubtful = not proved and bare.digits.count(decimal or "\0") == 1
    return Amount(-value if bare.negative else value, bare.currency, doubtful)
