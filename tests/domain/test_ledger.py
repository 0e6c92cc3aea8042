"""Late-payment interest to the cent, as the worked examples of French law have it."""

import csv
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relancebot.domain.ledger import (
    Claim,
    Payment,
    Rate,
    Semester,
    Statement,
    statement,
)
from relancebot.domain.money import Money
from relancebot.domain.policy import DebtorKind, Imputation


def shipped() -> dict[Semester, Rate]:
    text = (files("relancebot") / "data" / "rates.csv").read_text(encoding="utf-8")
    return {
        Semester(int(row["semestre"][:4]), int(row["semestre"][-1])): Rate(
            Decimal(row["bce_refi_1er_jour"])
        )
        for row in csv.DictReader(text.splitlines())
        if row["bce_refi_1er_jour"]
    }


RATES = shipped()


def claim(
    total: str,
    due: date,
    on: date,
    *paid: tuple[date, str],
    kind: DebtorKind = DebtorKind.PRO,
    imputation: Imputation = Imputation.INTEREST,
) -> Statement:
    payments = [Payment(day, Money.of(amount)) for day, amount in paid]
    owed = Claim(Money.of(total), due, kind)
    return statement(owed, payments, on, RATES, imputation)


def test_one_semester():
    said = claim("3600", date(2025, 9, 30), date(2025, 11, 14))
    (segment,) = said.segments
    assert (segment.days, segment.rate) == (45, Decimal("12.15"))
    assert said.interest == Money.of("53.93")
    assert said.indemnity == Money.of(40)
    assert said.total == Money.of("3693.93")


THOMAS = ("18000", date(2026, 2, 15), date(2026, 11, 22), (date(2026, 6, 30), "5000"))


def test_two_semesters_and_a_part_payment():
    said = claim(*THOMAS)
    assert [(s.days, str(s.interest)) for s in said.segments] == [
        (135, "808.89 EUR"),
        (145, "680.23 EUR"),
    ]
    assert said.principal == Money.of("13808.89")
    assert said.total == Money.of("14529.12")
    assert said.per_day == Money.of("4.69")


@pytest.mark.parametrize(
    ("imputation", "principal", "total"),
    [
        (Imputation.COSTS, "13848.89", "14531.09"),
        (Imputation.PRINCIPAL, "13000.00", "14489.27"),
    ],
)
def test_the_other_orders_of_imputation(imputation, principal, total):
    said = claim(*THOMAS, imputation=imputation)
    assert said.principal == Money.of(principal)
    assert said.total == Money.of(total)
    assert said.imputation is imputation


@pytest.mark.parametrize(
    ("due", "paid", "days", "interest"),
    [
        (date(2026, 4, 9), date(2026, 5, 20), 41, "27.36"),
        (date(2026, 6, 5), date(2026, 9, 15), 102, "68.07"),
    ],
)
def test_a_public_buyer_keeps_the_first_rate(due, paid, days, interest):
    said = claim("2400", due, paid, kind=DebtorKind.PUBLIC)
    assert sum(s.days for s in said.segments) == days
    assert {s.rate for s in said.segments} == {Decimal("10.15")}
    assert said.interest == Money.of(interest)
    assert said.indemnity == Money.of(40)


@pytest.mark.parametrize("kind", [DebtorKind.CONSUMER, DebtorKind.UNKNOWN])
def test_others_owe_the_principal_alone(kind):
    said = claim("1200", date(2026, 1, 31), date(2026, 4, 30), kind=kind)
    assert said.total == Money.of(1200)
    assert not said.segments
    assert said.per_day is None


def test_seven_semesters_one_rate_each():
    said = claim("1000", date(2022, 12, 31), date(2026, 6, 30))
    assert [str(s.interest.amount) for s in said.segments if s.interest] == [
        "61.99",
        "70.58",
        "72.30",
        "71.84",
        "65.21",
        "61.25",
        "60.25",
    ]
    assert said.interest == Money.of("463.42")


def test_an_independent_cross_check():
    said = claim("10000", date(2025, 8, 1), date(2025, 10, 1))
    assert sum(s.days for s in said.segments) == 61
    assert said.interest == Money.of("203.05")


def test_a_semester_without_a_rate_is_said_and_not_guessed():
    said = claim("1000", date(2026, 12, 1), date(2027, 2, 1))
    assert said.missing == (Semester(2027, 1),)
    assert said.segments[-1].interest is None
    assert said.interest == said.segments[0].interest
    assert said.per_day is None


def test_paid_in_time_owes_nothing_more():
    said = claim(
        "1000", date(2026, 1, 31), date(2026, 3, 1), (date(2026, 1, 31), "1000")
    )
    assert not said.total
    assert not said.segments


@given(
    total=st.integers(1, 10**7),
    days=st.integers(0, 900),
    parts=st.lists(st.tuples(st.integers(0, 900), st.integers(1, 10**6)), max_size=4),
    imputation=st.sampled_from(Imputation),
)
def test_nothing_is_ever_below_zero_and_every_day_counts_once(
    total, days, parts, imputation
):
    due = date(2023, 6, 15)
    on = date.fromordinal(due.toordinal() + days)
    paid = [
        Payment(date.fromordinal(due.toordinal() + day), Money.of(amount))
        for day, amount in parts
    ]
    owed = Claim(Money.of(total), due, DebtorKind.PRO)
    said = statement(owed, paid, on, RATES, imputation)
    assert said.principal.amount >= 0
    assert said.interest.amount >= 0
    assert said.indemnity.amount in {Decimal(0), Decimal(40)} or parts
    for before, after in zip(said.segments, said.segments[1:], strict=False):
        assert before.until == after.since
    assert sum(s.days for s in said.segments) <= days
    if said.principal and not parts:
        assert sum(s.days for s in said.segments) == days
