"""What answers say, as one function: promises, disputes, doubts, and their words."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relancebot.domain.reading import DisputeReason, InvoiceRef, Kind, Label
from relancebot.mail.message import parse_message
from relancebot.reading import read, read_words
from relancebot.reading.read import Context

THURSDAY = datetime.fromisoformat("2026-03-12T10:24:00+01:00")


def said(text, **context):
    return read_words(text, THURSDAY, context=Context(**context))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Je vous règle lundi prochain, sans faute.", ["2026-03-16"]),
        ("Le virement partira le 25.", ["2026-03-25"]),
        ("On part sur le 12. Pardon, le 13.", ["2026-03-13"]),
        ("Non, je ne paierai pas lundi. Mais mardi, oui.", ["2026-03-17"]),
        ("Je vous fais 500 vendredi et le reste le 25.", ["2026-03-13", "2026-03-25"]),
        ("We will pay on Monday.", ["2026-03-16"]),
        ("Je ne pourrai pas vous payer lundi.", []),
        ("Je vous avais dit lundi, je sais.", []),
        ("Je vous rappelle lundi.", []),
        ("Lundi, ça vous irait ?", []),
        ("Le virement est parti hier.", []),
        ("Dès que notre client nous aura payés, nous réglons.", []),
        ("On soldera quand ce sera réparé.", []),
    ],
)
def test_which_days_are_promised(text, days):
    assert [promise.by.isoformat() for promise in said(text).promises] == days


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Le virement est parti hier.", Label.PAID_CLAIM),
        ("Je m'en occupe au plus vite.", Label.PROMISE_UNDATED),
        ("Lundi, ça vous irait ?", Label.EXTENSION),
        (
            "Dès que notre client nous aura payés, nous réglons.",
            Label.AWAITING_APPROVAL,
        ),
        ("On soldera quand ce sera réparé.", Label.DISPUTE),
        ("Puis-je payer en trois fois ?", Label.PAYMENT_PLAN),
        ("Je ne paierai pas cette facture.", Label.REFUSAL),
        ("La société est en liquidation judiciaire.", Label.INSOLVENCY),
        ("Envoyez-moi votre RIB.", Label.DOCUMENT_REQUEST),
        ("Écrivez à compta@client.example.", Label.CONTACT_CHANGE),
        ("Mon avocat vous répondra.", Label.HOSTILE),
        ("Ne m'écrivez plus.", Label.STOP),
        ("Bien reçu, merci.", Label.ACKNOWLEDGEMENT),
        ("La trésorerie est à sec.", Label.HARDSHIP),
    ],
)
def test_what_an_answer_says(text, label):
    assert label in said(text).labels


@pytest.mark.parametrize(
    "text",
    [
        "Je conteste cette facture.",
        "Les flyers ne sont toujours pas arrivés.",
        "Je ne paierai pas cette facture.",
        "Puis-je payer en trois fois ?",
        "Pourriez-vous patienter jusqu'au 30 ?",
        "La société est en liquidation judiciaire.",
        "Ne m'écrivez plus.",
        "La trésorerie est à sec.",
        "Je vais essayer de payer lundi, sans garantie.",
        "",
        "…",
    ],
)
def test_what_always_goes_before_a_person(text):
    assert said(text).review


@pytest.mark.parametrize(
    "text",
    [
        "Aucun litige, tout est bon. Je vous règle vendredi.",
        "Le virement est parti hier.",
    ],
)
def test_what_is_clear_needs_nobody(text):
    reading = said(text)
    assert not reading.review
    assert Label.DISPUTE not in reading.labels


def test_a_promise_carries_its_sum_its_invoice_and_its_words():
    invoices = (
        InvoiceRef("2026-112", Decimal("800.00")),
        InvoiceRef("2026-118", Decimal("900.00")),
    )
    text = "La 112 part jeudi. Pour la 118, je vous vire 450 € le 25."
    first, second = read_words(text, THURSDAY, invoices).promises
    assert (first.invoice, first.by) == ("2026-112", date(2026, 3, 19))
    assert second.amount == Decimal("450.00")
    assert text[second.span.start : second.span.end] == second.quote


def test_a_share_of_the_one_invoice_becomes_a_sum():
    invoices = (InvoiceRef("F-1", Decimal("1000.00")),)
    reading = read_words("Je vous vire la moitié lundi.", THURSDAY, invoices)
    assert reading.promises[0].amount == Decimal("500.00")


def test_the_operators_phrase_makes_a_dispute():
    reading = said("On en est au stade du pneu.", dispute_phrases=("stade du pneu",))
    assert reading.dispute is not None
    assert reading.dispute.reason is DisputeReason.OTHER
    assert reading.review


def test_a_duplicate_is_told_from_other_disputes():
    reading = said("Cette intervention est facturée deux fois, c'est un doublon.")
    assert reading.dispute is not None
    assert reading.dispute.reason is DisputeReason.DUPLICATE


def test_the_threshold_decides():
    text = "Je vous règle vendredi."
    assert not said(text).review
    assert said(text, act_alone_from=1.0).review


def test_a_quoted_line_never_makes_a_claim():
    raw = (
        b"From: Client <c@client.example>\r\nTo: moi@consultant.example\r\n"
        b"Subject: Re: Facture\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        b"Bien re\xc3\xa7u, merci.\r\n\r\n"
        b"Le lun. 9 mars 2026 \xc3\xa0 09:00, Moi <moi@consultant.example> "
        b"a \xc3\xa9crit :\r\n"
        b"> Vous deviez payer vendredi, je conteste ce retard.\r\n"
    )
    reading = read(parse_message(raw, THURSDAY))
    assert reading.labels == {Label.ACKNOWLEDGEMENT}
    assert not reading.promises


def test_an_absence_is_no_answer_and_gives_the_day_of_return():
    raw = (
        "From: Client <c@client.example>\r\nTo: moi@consultant.example\r\n"
        "Subject: =?utf-8?q?R=C3=A9ponse_automatique?= : Facture\r\n"
        "Auto-Submitted: auto-replied\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        "Je suis absent jusqu'au vendredi 20 mars inclus. "
        "Pour les factures, écrivez à compta@client.example.\r\n"
    ).encode()
    reading = read(parse_message(raw, THURSDAY))
    assert reading.kind is Kind.AUTO_REPLY
    assert reading.labels == {Label.OUT_OF_OFFICE, Label.CONTACT_CHANGE}
    assert reading.return_date == date(2026, 3, 23)
    assert reading.contact == "compta@client.example"
    assert not reading.promises


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_words_give_a_reading_whose_quotes_are_in_them(text):
    reading = said(text)
    for claim in reading.claims:
        assert text[claim.span.start : claim.span.end] == claim.quote
    assert 0.0 <= reading.confidence <= 1.0


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_give_a_reading(raw):
    assert read(parse_message(raw, THURSDAY)).kind in set(Kind)


@pytest.mark.parametrize(
    "text",
    [
        "je règle lundi " * 3000,
        "a" * 200_000,
        "ne " * 20_000,
        "\n" * 100_000,
        "12/03/2026 " * 5_000,
        "si " * 10_000 + "je vous paie",
    ],
)
def test_long_and_strange_texts_are_read_to_the_end(text):
    reading = said(text)
    assert reading.review
