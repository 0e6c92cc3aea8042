"""Sums, shares, invoice numbers, languages: the small parts of an answer."""

from decimal import Decimal

import pytest

from relancebot.domain.reading import InvoiceRef
from relancebot.reading.amounts import decimal_of, find_amounts, repeated
from relancebot.reading.clauses import sentences
from relancebot.reading.folding import fold
from relancebot.reading.invoices import concerned, named_invoices
from relancebot.reading.language import language_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1 200,50", "1200.50"),
        ("1.200,50", "1200.50"),
        ("12,750.00", "12750.00"),
        ("1.200", "1200"),
        ("500", "500"),
        ("0,99", "0.99"),
    ],
)
def test_numbers_as_both_peoples_write_them(written, value):
    assert decimal_of(written) == Decimal(value)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Je vous vire 1 200,50 € lundi", ["1200.50"]),
        ("je vous fais 500 vendredi", ["500.00"]),
        ("virement de 2 400€ le 15 avril 2026", ["2400.00"]),
        ("EUR 5,400 goes out next week", ["5400.00"]),
        ("nonante francs", ["90.00"]),
        ("facture 2026-053 du 14/01", []),
        ("dans 30 jours", []),
        ("appelez le 06 12 34 56 78", []),
    ],
)
def test_sums_are_found_and_numbers_that_are_none_are_left(words, values):
    found = find_amounts(fold(words))
    assert [str(amount.value) for amount in found] == values


def test_shares_and_repetitions():
    assert find_amounts("la moitie lundi")[0].share == Decimal("0.5")
    assert find_amounts("je garde 10 %")[0].share == Decimal("0.1")
    assert repeated("3 x 500 €") == (3, Decimal("500.00"))
    assert repeated("trois virements de 450") == (3, Decimal("450.00"))


INVOICES = (InvoiceRef("F-2026/053"), InvoiceRef("F-2026/118"))


@pytest.mark.parametrize(
    "words",
    ["la 053 part lundi", "f-2026/053", "F 2026 053", "la facture 53", "n° 2026-053"],
)
def test_an_invoice_is_known_however_its_number_is_shortened(words):
    assert concerned(fold(words), INVOICES) == "F-2026/053"


def test_two_invoices_or_none_concern_none_alone():
    assert concerned("la 053 et la 118", INVOICES) is None
    assert concerned("les deux factures", INVOICES) is None
    assert concerned("le 053 rue des lilas", INVOICES) is None
    assert len(named_invoices("la 053 et la 118", INVOICES)) == 2


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("We will pay next week", "en"),
        ("ok pour vendredi", "fr"),
        ("", "fr"),
        ("Le virement est parti", "fr"),
        ("cheque is in the post", "en"),
    ],
)
def test_languages(words, language):
    assert language_of(fold(words)) == language


def test_sentences_keep_their_places():
    text = "Réglé le 15.04, c’est sûr. M. Keller\nvous écrira !"
    found = sentences(text)
    assert [text[one.start : one.end] for one in found] == [
        "Réglé le 15.04, c’est sûr",
        "M. Keller",
        "vous écrira",
    ]
    for sentence in found:
        for clause in sentence.clauses:
            words = fold(text[clause.start : clause.end])
            assert clause.folded == words


def test_folding_never_changes_a_length():
    text = "Œuvre İstanbul ﬁn — « été » ’\u202f\u00a0"
    assert len(fold(text)) == len(text)
