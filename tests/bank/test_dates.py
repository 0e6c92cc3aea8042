"""Days: every way of writing one, impossible ones named, the order of a column."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relancebot.bank.dates import Order, is_date, is_serial, order_proofs, read_date
from relancebot.bank.report import CellError
from tests.bank.helpers import plain

DAY_FIRST = Order.DAY_FIRST


@pytest.mark.parametrize(
    "cell",
    [
        "15/03/2026",
        "15/3/26",
        "15-03-2026",
        "15.03.2026",
        "15 03 2026",
        "2026-03-15",
        "2026/03/15",
        "20260315",
        "2026-03-15 00:00:00",
        "2026-03-15T00:00:00",
        "15/03/2026 14:30",
        "15/03/2026 02:30:00 PM",
        "15 mars 2026",
        "15 Mars 26",
        "15-mars-26",
        "dimanche 15 mars 2026",
        "dim. 15 mars 2026",
        "15 March 2026",
        "March 15, 2026",
        "Mar 15, 2026",
        "15th March 2026",
        "46096",
        "46096,5",
        '="15/03/2026"',
        "2026-03-14T23:00:00Z",
        "2026-03-14T23:00:00.000Z",
        "2026-03-15T00:00:00+01:00",
        "2026-03-15T00:00:00Z",
    ],
)
def test_the_same_day_in_every_dress(cell):
    assert read_date(cell, DAY_FIRST, "date d’échéance") == date(2026, 3, 15)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1er avril 2026", date(2026, 4, 1)),
        ("3 févr. 2026", date(2026, 2, 3)),
        ("12 août 2026", date(2026, 8, 12)),
        ("2 déc. 2026", date(2026, 12, 2)),
        ("29/02/2028", date(2028, 2, 29)),
        # In summer Paris is two hours ahead: 22:00 UTC is midnight.
        ("2026-06-30T22:00:00Z", date(2026, 7, 1)),
    ],
)
def test_other_days(cell, day):
    assert read_date(cell, DAY_FIRST, "date") == day


@pytest.mark.parametrize(
    "cell", ["", " ", "0000-00-00", "00/00/0000", "0000-00-00 00:00:00", "-", "N/A"]
)
def test_no_day_at_all(cell):
    assert read_date(cell, DAY_FIRST, "date") is None


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31/02/2026", "« 31/02/2026 » impossible"),
        ("2026-13-01", "impossible"),
        ("29 février 2026", "impossible"),
        ("32/01/2026", "impossible"),
        ("03/15/2026", "impossible"),
        ("15/03/1926", "année invraisemblable"),
        ("15/03/9999", "année invraisemblable"),
        ("bientôt", "illisible"),
        ("15 brumaire 2026", "illisible"),
        ("lundi 15 mars 2026", "ce jour est un dimanche"),
        ("##########", "n’affiche pas la valeur"),
        ("=TODAY()", "illisible"),
        ("123", "illisible"),
    ],
)
def test_what_is_no_day_is_said(cell, reason):
    with pytest.raises(CellError) as caught:
        read_date(cell, DAY_FIRST, "date d’échéance")

    assert reason in plain(caught.value.text)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/04/2026", "15/03/2026"], Order.DAY_FIRST),
        (["03/04/2026", "03/15/2026"], Order.MONTH_FIRST),
        (["03/04/2026", "2026-03-15", "15 mars 2026"], None),
        (["31/02/2026", "03/04/2026"], Order.DAY_FIRST),
        (["15/03/2026", "03/15/2026"], Order.CONTRADICTED),
        # One slip in a long column makes no second author.
        (["15/03/2026"] * 5 + ["03/15/2026"], Order.DAY_FIRST),
        (["03/15/2026"] * 5 + ["15/03/2026"], Order.MONTH_FIRST),
    ],
)
def test_a_column_proves_its_order(column, order):
    assert order_proofs(column).order is order


def test_a_column_of_two_authors_is_believed_only_where_it_proves_itself():
    order = Order.CONTRADICTED

    assert read_date("15/03/2026", order, "date") == date(2026, 3, 15)
    assert read_date("03/15/2026", order, "date") == date(2026, 3, 15)
    assert read_date("03/03/2026", order, "date") == date(2026, 3, 3)
    with pytest.raises(CellError, match="ambiguë"):
        read_date("03/04/2026", order, "date")


def test_shapes():
    assert is_date("15/03/2026")
    assert is_date("31/02/2026")
    assert not is_date("oui")
    assert not is_date("1200,00")
    assert is_serial("45000")
    assert not is_serial("12000")
    assert not is_serial("99999")


@settings(deadline=None)
@given(
    day=st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)),
    shape=st.sampled_from(
        ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y%m%d", "%Y-%m-%d 00:00:00"]
    ),
)
def test_a_written_day_is_read_back(day, shape):
    assert read_date(day.strftime(shape), DAY_FIRST, "date") == day


@settings(deadline=None)
@given(day=st.dates(min_value=date(1991, 1, 1), max_value=date(2099, 12, 31)))
def test_american_and_excel_days_are_read_back(day):
    serial = str((day - date(1899, 12, 30)) // timedelta(days=1))

    assert read_date(day.strftime("%m/%d/%Y"), Order.MONTH_FIRST, "date") == day
    assert read_date(serial, DAY_FIRST, "date") == day
