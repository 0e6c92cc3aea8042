"""Money to the cent, and the days that France works."""

from datetime import date
from decimal import Decimal

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relancebot.domain.calendar import WorkCalendar
from relancebot.domain.invoice import client_slug
from relancebot.domain.money import Money

sums = st.decimals(-(10**9), 10**9, places=2)
FRANCE = WorkCalendar(holidays.country_holidays("FR"))
ALSACE_MOSELLE = WorkCalendar(holidays.country_holidays("FR", subdiv="57"))
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("written", "kept"),
    [("0.005", "0.01"), ("2.345", "2.35"), ("-2.345", "-2.35"), ("12", "12.00")],
)
def test_a_sum_is_rounded_half_up_to_the_cent(written, kept):
    assert Money.of(written).amount == Decimal(kept)


@given(sums, sums)
def test_what_is_added_can_be_taken_away(a, b):
    assert Money(a) + Money(b) - Money(b) == Money(a)


@given(sums, sums)
def test_sums_are_ordered_as_their_amounts(a, b):
    assert (Money(a) < Money(b)) is (a < b)
    assert (Money(a) <= Money(b)) is (a <= b)
    assert (Money(a) > Money(b)) is (a > b)


def test_a_sum_of_nothing_is_false_and_any_other_true():
    assert not Money.zero()
    assert Money.of("0.01")
    assert str(Money.of("1200.5")) == "1200.50 EUR"


@pytest.mark.parametrize(
    "mix",
    [
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: a < b,
        lambda a, b: a <= b,
    ],
)
def test_two_currencies_never_mix(mix):
    with pytest.raises(ValueError, match="EUR and CHF do not mix"):
        mix(Money.of(1), Money.of(1, "CHF"))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-01-01", "New Year"),
        ("2026-04-06", "Easter Monday"),
        ("2026-05-01", "Labour Day"),
        ("2026-05-08", "Victory Day"),
        ("2026-05-14", "Ascension"),
        ("2026-05-25", "Whit Monday"),
        ("2026-07-14", "National Day"),
        ("2026-11-11", "Armistice"),
        ("2026-12-25", "Christmas"),
        ("2026-03-14", "a Saturday"),
        ("2026-03-15", "a Sunday"),
    ],
)
def test_france_does_not_work_on(day, why):
    assert not FRANCE.is_worked(date.fromisoformat(day)), why


def test_alsace_moselle_keeps_good_friday_and_the_second_christmas_day():
    for day in (date(2026, 4, 3), date(2025, 12, 26)):
        assert FRANCE.is_worked(day)
        assert not ALSACE_MOSELLE.is_worked(day)


@given(days)
def test_the_next_worked_day_is_the_first_worked_day_not_before(day):
    worked = FRANCE.next_worked(day)

    assert worked >= day
    assert FRANCE.is_worked(worked)
    between = range((worked - day).days)
    assert not any(
        FRANCE.is_worked(date.fromordinal(day.toordinal() + i)) for i in between
    )


@given(days)
def test_the_previous_worked_day_is_the_last_worked_day_not_after(day):
    worked = FRANCE.previous_worked(day)

    assert worked <= day
    assert FRANCE.is_worked(worked)
    assert FRANCE.next_worked(worked) == worked


@given(days, st.integers(1, 30))
def test_adding_worked_days_counts_the_worked_days_passed(day, count):
    there = FRANCE.add_worked(day, count)
    passed = [
        date.fromordinal(i) for i in range(day.toordinal() + 1, there.toordinal() + 1)
    ]

    assert sum(FRANCE.is_worked(x) for x in passed) == count
    assert FRANCE.is_worked(there)
    assert FRANCE.add_worked(there, -count) == FRANCE.previous_worked(day)


@pytest.mark.parametrize(
    ("day", "count", "there"),
    [
        ("2026-03-13", 1, "2026-03-16"),  # Friday to Monday
        ("2026-03-14", 0, "2026-03-16"),  # a Saturday stands for its Monday
        ("2026-03-14", 2, "2026-03-17"),
        ("2026-04-03", 1, "2026-04-07"),  # over Easter Monday
        ("2026-05-07", 1, "2026-05-11"),  # over Victory Day and its weekend
        ("2026-03-16", -1, "2026-03-13"),
    ],
)
def test_worked_days_are_added_over_weekends_and_holidays(day, count, there):
    moved = FRANCE.add_worked(date.fromisoformat(day), count)

    assert moved == date.fromisoformat(there)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dupont & Fils, S.A.R.L.", "DUPONT et FILS SARL".replace("et ", "")),
        ("Société Générale", "societe  generale"),
        ("Cœur d’Or", "coeur d or"),
    ],
)
def test_one_client_written_twice_has_one_name(one, other):
    assert client_slug(one) == client_slug(other) != ""


def test_clients_without_a_latin_letter_are_told_apart():
    assert client_slug("株式会社") != client_slug("有限会社")
