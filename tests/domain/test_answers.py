"""An answer stops the machine first; only then is it understood."""

import pytest

from relancebot.domain import dossier as d
from relancebot.domain import events as e
from relancebot.domain.events import Decision, HoldWhy, ReviewKind
from relancebot.domain.invoice import Contact, Role
from relancebot.domain.money import Money
from relancebot.domain.reading import BounceRead, DisputeReason, Kind, Label
from relancebot.domain.why import WhyCode
from tests.domain.builders import (
    ACCOUNTING,
    Says,
    Story,
    disputes,
    on,
    promises,
    reading,
    trade,
)


def reminded() -> Story:
    """A was reminded on Monday 2 March, B and C are late too; it is the 5th."""
    story = Story(start="2026-02-28")
    for number in "ABC":
        story.invoice(number, due="2026-02-27")
    return story.until("2026-03-02").off_until("2026-03-05")


def test_any_answer_stops_the_letter_of_that_very_day():
    story = Story(start="2026-03-04").invoice(due="2026-03-01").day("2026-03-11")
    assert story.plan().letters
    story.answer(Label.ACKNOWLEDGEMENT)
    assert story.plan().letters == ()
    story.until("2026-03-13")
    assert len(story.left) == 1
    story.until("2026-03-16")  # two worked days of quiet, then the scenario goes on
    assert story.left[-1].template == "relance-2"
    assert story.left[-1].plan.items[0].why.code is WhyCode.AFTER_ANSWER


def test_one_mail_can_promise_one_invoice_dispute_another_and_say_a_third_is_paid():
    story = reminded().answer(
        promises("2026-03-09", "A"),
        disputes("B", DisputeReason.NOT_DELIVERED),
        Says(Label.PAID_CLAIM, "C"),
    )

    assert story.stands("A") == d.Promised(on("2026-03-09"), on("2026-03-11"), None)
    assert story.stands("B") == d.Disputed(
        DisputeReason.NOT_DELIVERED, on("2026-03-05"), None
    )
    assert story.stands("C") == d.ClaimedPaid(None, on("2026-03-10"))
    story.letters_leave()
    assert story.left[-1].cases == ("A",)
    assert not story.left[-1].plan.reminder


def test_one_disputed_invoice_does_not_hold_the_others_for_ever():
    story = reminded().answer(disputes("B")).until("2026-03-31")

    assert [x.cases for x in story.left[1:]] == [("A", "C")]
    assert story.left[1].day == on("2026-03-10")
    assert isinstance(story.stands("B"), d.Disputed)


def test_a_dispute_with_a_number_that_the_answer_gives_once_concerns_that_one_alone():
    read = reading(Says(Label.DISPUTE), Says(Label.PROMISE, "A", "2026-03-09"))
    assert read.dispute is not None
    read = reading(disputes("B"), promises("2026-03-09", "A"))
    bare = tuple(type(c)(c.label, c.quote, c.rule, c.span) for c in read.claims)
    story = reminded().answer(
        read=type(read)(
            read.kind,
            claims=bare,
            promises=read.promises,
            dispute=read.dispute,
            review=True,
            confidence=0.95,
        )
    )

    assert story.case("B").dispute is not None
    assert story.case("A").dispute is None
    assert story.case("C").dispute is None


@pytest.mark.parametrize("confidence", [0.1, 0.95])
def test_a_dispute_is_recorded_however_it_was_read(confidence):
    story = reminded().answer(disputes("A"), confidence=confidence)

    assert isinstance(story.stands("A"), d.Disputed)
    assert story.waiting() == [ReviewKind.DISPUTE]


def test_a_promise_never_overwrites_a_dispute():
    story = reminded().answer(disputes("A")).day("2026-03-06")
    story.answer(promises("2026-03-09", "A"))

    assert isinstance(story.stands("A"), d.Disputed)
    assert story.case("A").open_promise is None
    assert story.waiting() == [ReviewKind.DISPUTE, ReviewKind.ANSWER]


def test_a_dispute_ends_the_promise_made_before_without_blame():
    story = reminded().answer(promises("2026-03-09", "A")).day("2026-03-06")
    story.answer(disputes("A")).day("2026-03-30")
    story.decides(ReviewKind.DISPUTE, Decision.NOTHING, "A").until("2026-04-30")

    assert story.happened(e.PromiseBroken) == []
    assert isinstance(story.stands("A"), d.Reminding)


def test_a_dispute_closed_brings_the_case_back_to_its_level():
    story = reminded().answer(disputes()).day("2026-04-01")
    for number in "ABC":
        story.decides(ReviewKind.DISPUTE, Decision.NOTHING, number)
    story.until("2026-04-01")

    assert story.left[-1].template == "relance-2"


@pytest.mark.parametrize(
    "label",
    [
        Label.REFUSAL,
        Label.PAYMENT_PLAN,
        Label.EXTENSION,
        Label.HARDSHIP,
        Label.HOSTILE,
        Label.STOP,
        Label.CONTACT_CHANGE,
        Label.INSOLVENCY,
    ],
)
def test_what_needs_the_person_waits_for_the_person(label):
    story = reminded().answer(label).until("2026-06-01")

    assert len(story.left) == 1
    assert story.waiting() != []


@pytest.mark.parametrize("label", [Label.HOSTILE, Label.STOP, Label.INSOLVENCY])
def test_a_threat_or_a_stop_holds_every_invoice_of_the_client(label):
    story = reminded().answer(Says(label, "A"), about=("A",)).until("2026-06-01")

    assert len(story.left) == 1
    assert all(isinstance(story.stands(x), d.UnderReview) for x in "ABC")


def test_insolvency_confirmed_stops_everything_and_blames_no_promise():
    story = reminded().answer(promises("2026-03-09", "A")).day("2026-03-06")
    story.answer(Label.INSOLVENCY)
    story.decides(ReviewKind.INSOLVENCY, Decision.ACCEPTED, None).until("2026-06-01")

    assert all(isinstance(story.stands(x), d.Insolvent) for x in "ABC")
    assert story.happened(e.PromiseBroken) == []
    assert [x.template for x in story.left] == ["relance-1", "confirmation-promesse"]


def test_a_dispute_told_with_an_insolvency_is_recorded_too():
    story = reminded().answer(Label.INSOLVENCY, disputes("A"))

    assert story.case("A").dispute is not None
    assert ReviewKind.INSOLVENCY in story.waiting()


def test_letting_a_case_go_on_does_not_let_an_insolvency_be_forgotten():
    story = reminded().answer(Label.INSOLVENCY).resume("A").until("2026-06-01")

    assert ReviewKind.INSOLVENCY in story.waiting()
    assert len(story.left) == 1


def test_a_payment_claimed_is_looked_up_at_the_bank_and_never_accused():
    story = reminded().answer(Says(Label.PAID_CLAIM, "A")).until("2026-03-11")

    assert ReviewKind.CLAIM_UNPAID in story.waiting()
    assert isinstance(story.stands("A"), d.UnderReview)
    story.day("2026-03-12").paid("A")
    assert isinstance(story.stands("A"), d.Settled)
    assert story.case("A").reviews == ()


def test_a_payment_claimed_for_next_year_is_no_clear_claim():
    story = reminded().answer(Says(Label.PAID_CLAIM, "A"), paid_on="2027-03-01")

    assert story.happened(e.PaymentClaimed) == []
    assert story.waiting() == [ReviewKind.ANSWER]


@pytest.mark.parametrize(
    "said", [promises("2026-03-09"), disputes(), Says(Label.PAID_CLAIM)]
)
def test_a_stranger_changes_no_case_and_everything_waits(said):
    story = reminded().answer(said, trusted=False).until("2026-06-01")

    assert story.waiting() == [ReviewKind.STRANGER]
    assert story.happened(e.PromiseMade, e.DisputeOpened, e.PaymentClaimed) == []
    assert len(story.left) == 1


@pytest.mark.parametrize(
    "flaw", [{"confidence": 0.79}, {"review": True}, {"threaded": False}]
)
def test_an_unclear_promise_goes_to_the_person(flaw):
    story = reminded().answer(promises("2026-03-09", "A"), **flaw).until("2026-06-01")

    assert story.happened(e.PromiseMade) == []
    assert isinstance(story.stands("A"), d.UnderReview)


def test_the_operator_says_from_where_on_a_reading_is_sure():
    story = reminded()
    story.answer(promises("2026-03-09", "A"), confidence=0.8)

    assert isinstance(story.stands("A"), d.Promised)


def test_an_answer_about_a_paid_invoice_leaves_the_others_to_their_scenario():
    story = reminded().paid("A").answer(Says(Label.PAID_CLAIM, "A")).until("2026-03-10")

    assert story.waiting() == []
    assert story.left[-1].cases == ("B", "C")


def test_a_dispute_about_a_paid_invoice_is_shown_to_the_person():
    story = reminded().paid("A").answer(disputes("A")).until("2026-03-31")

    assert story.waiting() == [ReviewKind.ANSWER]
    assert len(story.left) == 1


def test_an_answer_that_names_an_unknown_number_is_about_the_letter_it_answers():
    story = reminded().answer(promises("2026-03-09", "X-99"), about=("B",))

    assert story.happened(e.PromiseMade) == []
    assert isinstance(story.stands("B"), d.UnderReview)
    assert isinstance(story.stands("A"), d.Reminding)


def test_a_document_asked_for_is_a_task_and_some_patience():
    story = reminded().answer(Says(Label.DOCUMENT_REQUEST, "A"))

    assert story.stands("A") == d.Held(HoldWhy.DOCUMENT_REQUEST, on("2026-03-12"))
    assert story.waiting() == [ReviewKind.DOCUMENT]


def test_an_approval_awaited_is_given_its_days():
    story = reminded().answer(Says(Label.AWAITING_APPROVAL, "A"))

    assert story.stands("A") == d.Held(HoldWhy.AWAITING_APPROVAL, on("2026-03-16"))


# --- machines -------------------------------------------------------------------


def test_an_absence_parks_the_client_until_the_return_and_answers_nobody():
    read = reading(Label.OUT_OF_OFFICE, kind=Kind.AUTO_REPLY, returns="2026-03-16")
    story = reminded().answer(read=read)

    assert story.stands("A") == d.Held(HoldWhy.ABSENCE, on("2026-03-17"))
    assert story.happened(e.AnswerArrived) == []
    story.until("2026-03-17")
    assert len(story.left) == 1
    story.until("2026-03-18")
    assert story.left[-1].day == on("2026-03-18")


def test_an_absence_without_a_date_is_given_five_worked_days():
    read = reading(Label.OUT_OF_OFFICE, kind=Kind.AUTO_REPLY)
    story = reminded().answer(read=read)

    assert story.stands("A") == d.Held(HoldWhy.ABSENCE, on("2026-03-12"))


@pytest.mark.parametrize(
    ("label", "returns"),
    [(Label.OUT_OF_OFFICE, "2027-01-04"), (Label.CONTACT_CHANGE, None)],
)
def test_somebody_gone_for_long_is_a_question_of_whom_to_write_to(label, returns):
    read = reading(label, kind=Kind.AUTO_REPLY, returns=returns)

    assert reminded().answer(read=read).waiting() == [ReviewKind.CONTACT]


def test_an_acknowledgement_by_a_machine_changes_nothing():
    story = reminded()
    before = story.dossier
    story.answer(read=reading(Label.AUTO_ACK, kind=Kind.AUTO_REPLY))

    assert story.dossier == before


def test_a_dead_address_goes_to_the_person_and_is_not_written_to_again():
    other = Contact("direction@lumen.example", role=Role.DECISION_MAKER)
    story = Story(start="2026-03-02")
    story.invoice(due="2026-02-27", contacts=(ACCOUNTING, other)).letters_leave()
    bounce = BounceRead(("COMPTA@lumen.example",), hard=True)
    story.day("2026-03-03").answer(
        read=reading(Label.BOUNCE, kind=Kind.BOUNCE, bounce=bounce)
    )
    assert story.waiting() == [ReviewKind.NO_CONTACT]
    story.until("2026-03-20")
    assert len(story.left) == 1
    story.decides(ReviewKind.NO_CONTACT, Decision.DONE, None).until("2026-03-23")
    assert story.left[-1].plan.to == other


def test_a_full_mailbox_is_waited_for_three_times():
    story, waiting = reminded(), []
    for day in ("2026-03-05", "2026-03-06", "2026-03-07"):
        bounce = BounceRead((ACCOUNTING.email,), hard=False)
        read = reading(Label.BOUNCE, kind=Kind.BOUNCE, bounce=bounce)
        story.off_until(day).answer(read=read)
        waiting.append(story.waiting())

    assert waiting == [[], [], [ReviewKind.NO_CONTACT]]


def test_a_report_about_a_letter_of_ours_is_known_by_its_message_id():
    story = reminded()
    sent = story.case("A").letters[0]
    bounce = BounceRead(
        ("alias@lumen.example",), hard=True, original_message_id=sent.message_id
    )
    story.answer(read=reading(Label.BOUNCE, kind=Kind.BOUNCE, bounce=bounce))

    assert story.dossier.client.dead_addresses == {ACCOUNTING.email}


def test_a_partial_dispute_keeps_its_sum():
    said = reading(disputes("A"))
    dispute = said.dispute
    assert dispute is not None
    read = type(said)(
        said.kind,
        claims=said.claims,
        dispute=type(dispute)(
            dispute.reason,
            dispute.quote,
            dispute.rule,
            dispute.span,
            Money.of("200").amount,
            "A",
        ),
        confidence=0.95,
    )
    story = reminded().answer(read=read)

    assert story.stands("A") == d.Disputed(
        DisputeReason.QUALITY, on("2026-03-05"), Money.of("200.00")
    )


def test_a_client_who_owes_nothing_can_write_without_a_case():
    story = Story(trade()).invoice().paid().answer(disputes())

    assert story.waiting() == []
    assert len(story.happened(e.AnswerArrived)) == 1
