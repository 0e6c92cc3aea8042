"""Amounts: every way of writing one, and the doubt that only a column settles."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relancebot.bank.report import CellError
from relancebot.bank.values import AmountStyle, amount_style, read_amount
from tests.bank.helpers import plain

NNBSP = "\N{NARROW NO-BREAK SPACE}"
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("cell", "value", "currency"),
    [
        ("1234", "1234", ""),
        ("1234,5", "1234.5", ""),
        ("1 234,56 €", "1234.56", "EUR"),
        (f"1{NNBSP}234,56{NBSP}€", "1234.56", "EUR"),
        ("1.234,56", "1234.56", ""),
        ("1,234.56", "1234.56", ""),
        ("1.234.567", "1234567", ""),
        ("12,345,678.90", "12345678.90", ""),
        ("1200.00000000", "1200", ""),
        ("1 234,567", "1234.567", ""),
        ("0,125", "0.125", ""),
        (",50", "0.50", ""),
        ("12,", "12", ""),
        ("(12,00)", "-12", ""),
        ("(1 200,00 €)", "-1200", "EUR"),
        ("-12,00", "-12", ""),
        ("- 12,00 €", "-12", "EUR"),
        ("12,00-", "-12", ""),
        ("−12,00", "-12", ""),
        ("€ 1.200,00", "1200", "EUR"),
        ("$1,200.50", "1200.50", "USD"),
        ("-$1,200.50", "-1200.50", "USD"),
        ("CHF 1'234.50", "1234.50", "CHF"),
        ("CHF 1’234.50", "1234.50", "CHF"),
        ("1200,-", "1200", ""),
        ("1200.– CHF", "1200", "CHF"),
        ("1 200 EUR TTC", "1200", "EUR"),
        ("1200 euros", "1200", "EUR"),
        ("£99.90", "99.90", "GBP"),
        ('="1200,50"', "1200.50", ""),
        ("'1200,50", "1200.50", ""),
        ("+12,00", "12", ""),
    ],
)
def test_a_sum_that_says_all_by_itself(cell, value, currency):
    found = read_amount(cell, AmountStyle(), "montant TTC")

    assert found is not None
    assert (found.value, found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize("cell", ["", "  ", "-", "–", NBSP])
def test_an_empty_cell_is_no_sum(cell):
    assert read_amount(cell, AmountStyle(), "montant TTC") is None


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("mille", "illisible"),
        ("12 34,56,7", "illisible"),
        ("1.23.456,00", "mal groupés"),
        ("12,3456.00", "mal groupés"),
        ("1,2E+05", "abrégé par le tableur"),
        ("#REF!", "n’affiche pas la valeur"),
        ("########", "n’affiche pas la valeur"),
        ("=cmd|' /C calc'!A0", "illisible"),
        ("=1200+40", "illisible"),
        ("12 et 14", "illisible"),
        ("15/03/2026", "illisible"),
        ("FR7630006000011234567890189", "illisible"),
        ("30006000011234567890189", "trop de chiffres"),
        ("--12", "illisible"),
        ("1,234", "ambigu (1234,00 ou 1,234 ?)"),
    ],
)
def test_what_is_no_sum_is_said(cell, reason):
    with pytest.raises(CellError) as caught:
        read_amount(cell, AmountStyle(), "montant TTC")

    assert reason in plain(caught.value.text)
    assert caught.value.text.startswith("montant TTC «")


@pytest.mark.parametrize(
    ("column", "style"),
    [
        (["1,234", "12,50"], AmountStyle(",")),
        (["1,234", "1,234.50"], AmountStyle(".")),
        (["1.234", "1.234,50"], AmountStyle(",")),
        (["1.234", "12.5", "", "n/a"], AmountStyle(".")),
        (["1,234", "2,000,000"], AmountStyle(".")),
        (["1,234", "5,678", "12"], AmountStyle()),
        (["12,50", "12.50"], AmountStyle(mixed=True)),
    ],
)
def test_the_column_proves_its_decimal_sign(column, style):
    assert amount_style(column) == style


def test_the_column_decides_a_doubtful_cell():
    english, french = amount_style(["1,234.50"]), amount_style(["12,50"])

    assert read_amount("1,234", english, "x") is not None
    assert read_amount("1,234", english, "x").value == 1234  # type: ignore[union-attr]  # a sum was read, see above
    doubtful = read_amount("1,234", french, "x")
    assert doubtful is not None
    assert doubtful.doubtful


@settings(deadline=None)
@given(
    cents=st.integers(min_value=-(10**11), max_value=10**11),
    decimal=st.sampled_from([",", "."]),
    group=st.sampled_from(["", " ", NBSP, NNBSP, "'", "other"]),
    sign=st.sampled_from(["-{}", "({})", "{}-", "- {}"]),
    currency=st.sampled_from(["", " €", " EUR", " CHF"]),
)
def test_a_written_sum_is_read_back(cents, decimal, group, sign, currency):
    separator = {"other": "," if decimal == "." else "."}.get(group, group)
    whole = f"{abs(cents) // 100:,}".replace(",", separator)
    written = f"{whole}{decimal}{abs(cents) % 100:02}"
    cell = (sign.format(written) if cents < 0 else written) + currency

    found = read_amount(cell, AmountStyle(), "montant")

    assert found is not None
    assert found.value == Decimal(cents) / 100
