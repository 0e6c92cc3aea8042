"""Invoices and money: a case is opened, changed, paid, cancelled."""

from datetime import date

import pytest

from relancebot.domain import dossier as d
from relancebot.domain import events as e
from relancebot.domain.events import Decision, ReviewKind
from relancebot.domain.facts import PaymentSeen
from relancebot.domain.invoice import Contact, Stated
from relancebot.domain.money import Money
from relancebot.domain.policy import DebtorKind, Formality, Language
from relancebot.domain.reading import Label
from tests.domain.builders import ACCOUNTING, Says, Story, disputes, on, promises


def test_the_same_row_twice_changes_nothing():
    story = Story().invoice()
    before = list(story.log)

    assert story.invoice().log == before


def test_a_new_invoice_of_a_known_client_opens_a_case_beside_the_others():
    story = Story().invoice("A").invoice("B")

    assert len(story.happened(e.ClientRegistered)) == 1
    assert set(story.dossier.cases) == {"A", "B"}


def test_an_invoice_paid_before_it_was_known_opens_no_case():
    story = Story()
    story.invoice("A", open=Money.zero(), stated=Stated.PAID)

    assert story.log == []


def test_an_invoice_partly_paid_asks_for_the_rest():
    story = Story().invoice(open=Money.of("200.00"), paid_on=date(2026, 2, 1))

    assert story.case().balance == Money.of("200.00")
    assert story.case().last_payment == on("2026-02-01")


def test_more_open_than_the_total_is_no_payment():
    story = Story().invoice(open=Money.of("1240.00"))

    assert story.happened(e.PaymentBooked) == []
    assert story.case().balance == Money.of("1200.00")


def test_a_changed_amount_or_due_date_is_an_event():
    story = Story().invoice().invoice(total="900.00", due="2026-03-15")

    assert len(story.happened(e.InvoiceChanged)) == 1
    assert story.case().balance == Money.of("900.00")
    assert story.stands() == d.Upcoming(on("2026-03-15"))


def test_an_empty_cell_erases_nothing():
    story = Story().invoice(
        subject="Audit", order_reference="BC-7", formality=Formality.TU
    )
    story.invoice(subject="", order_reference="", issued=None, contacts=())

    assert story.happened(e.InvoiceChanged, e.ClientChanged) == []


def test_new_particulars_of_the_client_are_added():
    other = Contact("direction@lumen.example")
    story = Story().invoice(debtor_kind=DebtorKind.UNKNOWN)
    story.invoice(contacts=(other,), language=Language.ENGLISH)

    client = story.dossier.client
    assert client.contacts == (ACCOUNTING, other)
    assert (client.debtor_kind, client.language) == (DebtorKind.PRO, Language.ENGLISH)


def test_an_older_file_never_takes_money_back():
    story = Story().invoice().paid(amount="700.00").invoice(open=Money.of("1200.00"))

    assert story.case().balance == Money.of("500.00")


def test_a_file_that_says_paid_keeps_the_promise_and_closes_what_waits():
    story = Story(start="2026-03-02").invoice(due="2026-02-27")
    story.answer(promises("2026-03-09")).answer(review=True)
    assert story.waiting() == [ReviewKind.ANSWER]
    story.day("2026-03-09").invoice(
        due="2026-02-27", open=Money.zero(), stated=Stated.PAID
    )

    assert len(story.happened(e.PromiseKept)) == 1
    assert story.waiting() == []
    assert isinstance(story.stands(), d.Settled)


def test_a_file_that_says_partly_paid_keeps_a_promise_of_that_part():
    story = Story(start="2026-03-02").invoice(due="2026-02-27")
    story.answer(promises("2026-03-09", amount="500.00")).day("2026-03-09")
    story.invoice(due="2026-02-27", open=Money.of("700.00"))

    assert len(story.happened(e.PromiseKept)) == 1


def test_a_cancelled_invoice_is_given_up_and_no_money_is_invented():
    story = Story().invoice()
    for _ in range(2):
        story.invoice(open=Money.zero(), stated=Stated.CANCELLED)
    story.until("2026-06-01")

    assert story.happened(e.PaymentBooked) == []
    assert isinstance(story.stands(), d.WrittenOff)
    assert len(story.happened(e.WrittenOff)) == 1
    assert story.left == []


def test_a_lower_total_that_is_already_paid_closes_what_waits():
    story = Story(start="2026-03-02").invoice(due="2026-02-27").paid(amount="900.00")
    story.answer(disputes())
    story.invoice(due="2026-02-27", total="900.00")

    assert isinstance(story.stands(), d.Settled)
    assert story.case().dispute is None
    assert story.waiting() == []


def test_an_invoice_that_the_source_calls_disputed_is_disputed():
    story = Story().invoice(stated=Stated.DISPUTED).until("2026-06-01")

    assert isinstance(story.stands(), d.Disputed)
    assert story.left == []
    assert story.waiting() == [ReviewKind.DISPUTE]


def test_an_old_invoice_waits_for_the_person_at_import():
    story = Story(start="2026-06-01").invoice(due="2026-03-31")
    assert story.waiting() == [ReviewKind.OLD_INVOICE]
    story.decides(ReviewKind.OLD_INVOICE, Decision.NOTHING).until("2026-06-01")
    assert [x.template for x in story.left] == ["relance-1"]


def test_a_first_invoice_may_be_in_another_currency():
    story = Story().invoice(total=Money.of(500, "CHF"), open=Money.of(500, "CHF"))
    story.paid(amount=None)

    assert story.case().paid == Money.of(500, "CHF")


def test_a_currency_corrected_before_any_payment_is_taken():
    story = Story().invoice()
    story.invoice(total=Money.of(500, "CHF"), open=Money.of(500, "CHF"))

    assert story.case().balance == Money.of(500, "CHF")


def test_a_currency_changed_after_a_payment_changes_nothing():
    story = Story().invoice().paid(amount="100.00")
    story.invoice(total=Money.of(500, "CHF"), open=Money.of(500, "CHF"))

    assert story.case().balance == Money.of("1100.00")


def test_a_payment_of_nothing_books_nothing():
    story = Story().invoice().paid(amount="0.00")

    assert story.happened(e.PaymentBooked) == []
    assert story.case().balance == Money.of("1200.00")


def test_a_payment_without_a_sum_is_the_balance_once():
    story = Story().invoice().paid(amount="200.00").paid().paid()

    assert [x.amount for x in story.happened(e.PaymentBooked)] == [
        Money.of("200.00"),
        Money.of("1000.00"),
    ]


def test_money_for_an_unknown_invoice_changes_nothing():
    story = Story().invoice()

    assert story.fact(PaymentSeen("X", story.today, "bank")) == ()


def test_a_payment_in_full_ends_the_dispute_the_claim_and_every_item():
    story = Story(start="2026-03-02").invoice("A", due="2026-02-27")
    story.invoice("B", due="2026-02-27")
    story.answer(disputes("A"), Says(Label.PAID_CLAIM, "B"))
    story.day("2026-03-04").paid("A").paid("B")

    assert story.waiting() == []
    assert story.case("A").dispute is None
    assert story.case("B").claim is None
    story.until("2026-06-01")
    assert story.left == []


def test_too_much_money_leaves_nothing_to_ask():
    story = Story().invoice().paid(amount="1500.00")

    assert story.case().balance == Money.zero()
    assert story.stands() == d.Settled(story.today)


@pytest.mark.parametrize("part", ["1199.99", "0.01"])
def test_a_cent_that_is_missing_is_still_owed(part):
    story = Story(start="2026-03-02").invoice(due="2026-02-27").paid(amount=part)
    story.letters_leave()

    assert len(story.left) == 1
