"""Any text on any day gives dates or none: no crash, no wrong span, linear work."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relancebot.reading.dates import answer, find_dates, payment_date, payment_dates

WORDS = [
    *("lundi", "mardi", "vendredi", "ven.", "mar.", "le", "la", "les", "l'", "d'ici"),
    *("au", "aux", "du", "de", "des", "à", "en", "dans", "sous", "pour", "avant"),
    *("après", "dès", "depuis", "jusqu'au", "entre", "et", "ou", "voire", "il y a"),
    *("fin", "début", "mi", "milieu", "courant", "quinzaine", "huitaine", "tous"),
    *("première", "dernier", "prochain", "prochaine", "pro", "chaque", "qui suit"),
    *("semaine", "mois", "an", "année", "jour", "jours", "j", "h", "heures", "sem."),
    *("15", "31", "29", "1er", "2e", "0", "00", "99", "2027", "9999", "15/04", "S14"),
    *("15-04-2026", "2026-02-30", "T2", "J+5", "14h30", "10", "%", "1", "500", "€"),
    *("avril", "mars", "mai", "février", "sept.", "Noël", "Pâques", "été", "hiver"),
    *("pont", "week-end", "demain", "hier", "aujourd'hui", "après-demain", "matin"),
    *("un", "une", "deux", "trois", "vingt", "trente", "quatre-vingt-dix", "cent"),
    *("ouvrés", "FR76", "n°", "facture", "réglé", "viré", "paye", "ne", "pas", "midi"),
    *("lendemain", "veille", "à partir", "compter", "plus tard", "bonne", "suivant"),
    *(
        "?",
        ".",
        ",",
        ";",
        "-",
        "/",
        "(",
        ")",
        "\n",
        "monday",
        "the",
        "of",
        "by",
        "next",
    ),
]

days = st.dates(date(1, 1, 1), date(9999, 12, 31))
moments = st.one_of(days, st.datetimes())
languages = st.sampled_from(["fr", "en"])
phrases = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def check(text: str, received: date | datetime, language: str) -> None:
    found = find_dates(text, received, language=language)
    reached = 0
    for one in found:
        start, end = one.span
        assert reached <= start < end <= len(text)
        assert one.text == text[start:end]
        assert one.start <= one.end
        assert one.earliest <= one.end <= one.latest
        assert one.rule
        reached = end
    chosen = payment_date(text, received, language=language)
    assert (chosen is None) == (not found)
    assert chosen is None or chosen in found
    assert set(payment_dates(text, received, language=language)) <= set(found)


@given(st.text(max_size=200), moments, languages)
def test_any_text_on_any_day_is_read(text, received, language):
    check(text, received, language)


@settings(max_examples=400)
@given(phrases, moments, languages)
def test_any_words_of_dates_on_any_day_are_read(text, received, language):
    check(text, received, language)


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)))
def test_a_weekday_is_the_first_after_the_day_of_receipt(received):
    (one,) = find_dates("lundi", received)
    assert one.start == one.end
    assert one.end.weekday() == 0
    assert 1 <= (one.end - received).days <= 7


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.integers(1, 31))
def test_a_day_of_the_month_is_the_next_one_to_come(received, number):
    (one,) = find_dates(f"le {number}", received)
    assert one.end.day == number
    assert 0 <= (one.end - received).days <= 62


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)))
def test_a_leap_day_is_a_day_of_the_next_leap_year(received):
    (one,) = find_dates("le 29 février", received)
    assert (one.end.month, one.end.day) == (2, 29)
    assert one.end >= received


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)))
def test_the_end_of_the_month_is_never_past(received):
    (one,) = find_dates("fin de mois", received)
    assert one.end >= received
    assert one.end.month == received.month


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)), st.integers(1, 53))
def test_a_week_of_the_year_is_its_friday(received, number):
    (one,) = find_dates(f"semaine {number}", received)
    assert one.end.weekday() == 4
    assert one.end.isocalendar().week == number
    assert one.end >= received


@pytest.mark.parametrize(
    ("unit", "count"),
    [
        ("lundi ", 100_000),
        ("le 15 ", 10_000),
        ("1", 1_000_000),
        ("12 ", 100_000),
        ("entre le 10 et ", 5_000),
        ("vingt ", 100_000),
        ("a@", 200_000),
        ("\n", 500_000),
        ("fr76 ", 100_000),
        ("tel 1 (", 10_000),
        ("1 000 ", 20_000),
        ("je ne vous paie pas lundi, ", 3_000),
    ],
)
def test_a_megabyte_of_anything_is_read(unit, count):
    assert isinstance(find_dates(unit * count, date(2026, 3, 12)), tuple)


@pytest.mark.parametrize(
    "line",
    [
        None,
        [],
        "lundi",
        {},
        {"id": 1, "text": "lundi"},
        {"id": 1, "text": None, "ref": "2026-03-12"},
        {"id": 1, "text": "lundi", "ref": "demain"},
        {"id": 1, "text": "lundi", "ref": None},
        {"id": 1, "text": "lundi", "ref": "2026-03-12", "ref_time": "99:99"},
    ],
)
def test_a_line_that_cannot_be_read_is_answered_with_an_error(line):
    given_back = answer(line)
    assert given_back["error"]
    assert given_back["start"] is given_back["end"] is None


def test_an_answer_has_the_hour_of_receipt_from_either_key():
    line = {
        "id": "a",
        "ref": "2026-12-04",
        "ref_time": "20:15",
        "text": "cette semaine",
    }
    whole = {"id": "a", "ref": "2026-12-04T20:15+01:00", "text": "cette semaine"}
    assert answer(line) == answer(whole)
    assert answer(line)["end"] == "2026-12-11"
    assert answer({**line, "ref_time": None})["end"] == "2026-12-04"
