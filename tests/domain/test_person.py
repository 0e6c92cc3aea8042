"""The person has the last word, and says it once."""

import pytest

from relancebot.domain import dossier as d
from relancebot.domain import events as e
from relancebot.domain.events import Decision, HoldWhy, ReviewKind
from relancebot.domain.facts import HoldAsked, PersonDecided, ResumeAsked
from relancebot.domain.money import Money
from relancebot.domain.policy import MeansOfPayment
from relancebot.domain.reading import DisputeReason, Label
from tests.domain.builders import Story, disputes, on, promises


def late() -> Story:
    return Story(start="2026-03-02").invoice(due="2026-02-27")


def test_an_invoice_is_held_until_a_day_and_goes_on_after_it():
    story = late().hold("2026-001", "2026-03-10").until("2026-03-10")
    assert story.stands() == d.Held(HoldWhy.PERSON, on("2026-03-10"))
    assert story.left == []
    story.until("2026-03-11")
    assert [x.day for x in story.left] == [on("2026-03-11")]
    assert len(story.happened(e.CaseReleased)) == 1


def test_one_invoice_held_leaves_the_others():
    story = late().invoice("B", due="2026-02-27").hold("2026-001").until("2026-03-20")

    assert {case for x in story.left for case in x.cases} == {"B"}


def test_a_client_held_without_an_end_waits_for_the_person():
    story = late().hold().until("2026-06-01")
    assert story.left == []
    assert story.plan().wake_on is None
    story.resume().until("2026-06-02")
    assert len(story.left) == 1


def test_going_on_ends_what_kept_a_case_back():
    story = late().answer(disputes()).hold("2026-001").hold()
    story.answer(trusted=False).resume()

    assert story.waiting() == []
    assert story.case().dispute is None
    assert (story.case().holds, story.dossier.client.holds) == ((), ())
    story.until("2026-03-05")
    assert [x.day for x in story.left] == [on("2026-03-05")], "the quiet days stay"


def test_an_item_already_answered_changes_nothing():
    story = late().answer(review=True)
    (review,) = story.case().reviews
    story.decides(ReviewKind.ANSWER, Decision.NOTHING)

    again = PersonDecided("2026-001", review.key, Decision.DISPUTE)
    assert story.fact(again) == ()


@pytest.mark.parametrize(
    "fact",
    [
        HoldAsked("X", None),
        ResumeAsked("X"),
        PersonDecided("X", "answer", Decision.PAID),
        PersonDecided("2026-001", "no such item", Decision.PAID),
        PersonDecided(None, "no such item", Decision.HOLD),
    ],
)
def test_what_does_not_exist_cannot_be_decided(fact):
    assert late().fact(fact) == ()


def test_an_answer_can_be_called_a_dispute():
    story = late().answer(review=True)
    story.decides(ReviewKind.ANSWER, Decision.DISPUTE, reason=DisputeReason.AMOUNT)

    assert story.stands() == d.Disputed(DisputeReason.AMOUNT, story.today, None)
    assert story.waiting() == []


def test_an_answer_can_be_called_a_promise_with_its_means():
    story = late().answer(review=True)
    story.decides(
        ReviewKind.ANSWER,
        Decision.PROMISE,
        by="2026-03-09",
        means=MeansOfPayment.CARD,
    )

    assert story.stands() == d.Promised(on("2026-03-09"), on("2026-03-10"), None)


def test_an_answer_can_be_called_paid_in_part_or_in_full():
    story = late().answer(review=True)
    story.decides(ReviewKind.ANSWER, Decision.PAID, amount=Money.of("200.00"))
    assert story.case().balance == Money.of("1000.00")
    assert story.waiting() == []
    story.answer(review=True).decides(ReviewKind.ANSWER, Decision.PAID)
    assert isinstance(story.stands(), d.Settled)
    closed = [x.key for x in story.happened(e.ReviewClosed)]
    assert len(closed) == len(set(closed))


def test_an_answer_can_hold_the_invoice():
    story = late().answer(review=True)
    story.decides(ReviewKind.ANSWER, Decision.HOLD, until=on("2026-03-20"))

    assert story.stands() == d.Held(HoldWhy.PERSON, on("2026-03-20"))


def test_a_dispute_accepted_stays_and_one_unfounded_ends():
    story = late().answer(disputes())
    story.decides(ReviewKind.DISPUTE, Decision.ACCEPTED)
    assert isinstance(story.stands(), d.Disputed)
    story.answer(disputes()).decides(ReviewKind.DISPUTE, Decision.NOTHING)
    assert isinstance(story.stands(), d.Reminding)


def test_two_disputes_need_two_answers():
    story = late().answer(disputes()).answer(disputes())
    story.decides(ReviewKind.DISPUTE, Decision.NOTHING)

    assert isinstance(story.stands(), d.UnderReview)


def test_a_strangers_mail_read_and_set_aside_lets_the_client_go_on():
    story = late().answer(trusted=False)
    story.decides(ReviewKind.STRANGER, Decision.NOTHING, None).until("2026-03-05")

    assert [x.day for x in story.left] == [on("2026-03-05")]


def test_a_strangers_mail_can_hold_the_client():
    story = late().answer(trusted=False)
    story.decides(ReviewKind.STRANGER, Decision.HOLD, None, until=on("2026-04-01"))

    assert story.stands() == d.Held(HoldWhy.PERSON, on("2026-04-01"))


def test_an_insolvency_denied_lets_the_client_go_on():
    story = late().answer(Label.INSOLVENCY)
    story.decides(ReviewKind.INSOLVENCY, Decision.NOTHING, None).until("2026-03-05")

    assert len(story.left) == 1


def test_a_call_left_out_or_done_is_not_asked_for_again():
    for decision in (Decision.DONE, Decision.CANCEL, Decision.NOTHING):
        story = late().until("2026-03-19")
        story.decides(ReviewKind.CALL, decision).until("2026-03-29")
        assert ReviewKind.CALL not in story.waiting()


def test_an_answer_makes_the_call_of_the_day_pointless():
    story = late().until("2026-03-19")
    assert story.waiting() == [ReviewKind.CALL]
    story.answer(promises("2026-03-23"))

    assert story.waiting() == []
    assert story.case().steps[-1].skipped


def test_a_formal_notice_left_out_goes_to_what_follows():
    story = late().until("2026-03-31")
    assert ReviewKind.LETTER in story.waiting()
    story.decides(ReviewKind.LETTER, Decision.CANCEL).until("2026-05-01")

    assert ReviewKind.LETTER not in story.waiting()
    assert story.next().action is None
