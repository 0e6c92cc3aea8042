"""A promise: confirmed, waited for, kept, broken, said again."""

import pytest

from relancebot.domain import dossier as d
from relancebot.domain import events as e
from relancebot.domain.events import Decision, HoldWhy, ReviewKind
from relancebot.domain.money import Money
from relancebot.domain.policy import (
    Caps,
    Confirm,
    MeansOfPayment,
    PromiseRules,
    Tone,
)
from relancebot.domain.reading import Label
from relancebot.domain.trade import Trade
from relancebot.domain.why import WhyCode
from tests.domain.builders import Story, on, promises, trade

CONFIRMED = "confirmation-promesse"
REMINDED = [("2026-03-02", "relance-1")]


def reminded(rules: Trade | None = None, *, by_wake: bool = False) -> Story:
    """One reminder left on Monday 2 March; it is Thursday 5 March, in the morning."""
    story = Story(rules or trade(), "2026-02-28", by_wake=by_wake)
    return story.invoice(due="2026-02-27").until("2026-03-02").off_until("2026-03-05")


def test_lundi_prochain_is_confirmed_waited_for_and_followed_up():
    story = reminded().answer(promises("2026-03-09")).letters_leave()
    assert story.templates() == [*REMINDED, ("2026-03-05", CONFIRMED)]
    assert story.stands() == d.Promised(on("2026-03-09"), on("2026-03-11"), None)
    assert story.next().why.code is WhyCode.WAITS_FOR_PROMISE

    story.until("2026-03-11")  # the Monday and its two worked days of tolerance
    assert len(story.left) == 2
    story.until("2026-03-12")
    assert story.templates()[-1] == ("2026-03-12", "promesse-non-tenue-1")
    (item,) = story.left[-1].plan.items
    assert item.why.code is WhyCode.PROMISE_BROKEN
    assert item.why.evidence is not None, "it quotes the promise"
    assert (item.why.until, item.why.rank) == (on("2026-03-09"), 1)
    assert story.stands() == d.PromiseFailed(on("2026-03-09"), 1)


def test_the_tolerance_counts_worked_days_only():
    rules = trade(holidays=(on("2026-04-06"),))
    story = Story(rules, "2026-04-02").invoice(due="2026-02-27")
    story.answer(promises("2026-04-03"))

    assert story.stands() == d.Promised(on("2026-04-03"), on("2026-04-08"), None)


def test_a_cheque_is_given_more_days_than_a_transfer():
    story = reminded().answer(
        promises("2026-03-09"), text="Le chèque part lundi, promis."
    )

    assert story.promise.means is MeansOfPayment.CHEQUE
    assert story.promise.wait_until == on("2026-03-17")


def test_paid_in_time_the_promise_is_kept_and_nothing_more_is_said():
    story = reminded().answer(promises("2026-03-09")).day("2026-03-11").paid()
    story.until("2026-05-01")

    assert len(story.happened(e.PromiseKept)) == 1
    assert story.happened(e.PromiseBroken) == []
    assert len(story.left) == 2


def test_paid_on_the_morning_of_the_follow_up_stops_it():
    story = reminded().answer(promises("2026-03-09")).day("2026-03-12").paid()
    story.until("2026-05-01")

    assert len(story.left) == 2
    assert isinstance(story.stands(), d.Settled)


def test_each_broken_promise_is_followed_up_more_firmly():
    story = reminded().answer(promises("2026-03-09")).until("2026-03-12")
    story.day("2026-03-16").answer(promises("2026-03-20")).until("2026-03-25")
    assert story.templates()[-1] == ("2026-03-25", "promesse-non-tenue-2")
    assert story.stands() == d.PromiseFailed(on("2026-03-20"), 2)
    story.day("2026-03-26").answer(promises("2026-03-30")).until("2026-04-03")
    letter = story.case().reviews[-1]
    assert letter.kind is ReviewKind.LETTER
    assert letter.occasion == "promise:3:broken"
    story.until("2026-06-01")
    assert story.templates()[-1] == ("2026-03-26", CONFIRMED)
    story.decides(ReviewKind.LETTER, Decision.DONE)
    assert story.case().steps[-1].tone is Tone.FORMAL_NOTICE
    story.until("2026-07-01")
    formal = [r.occasion for r in story.case().reviews if r.kind is ReviewKind.LETTER]
    assert formal == [], "no second formal notice for the same invoice"


def test_the_follow_up_of_a_promise_keeps_the_delay_already_announced():
    story = Story(start="2026-03-04").invoice(due="2026-03-01").until("2026-03-11")
    assert story.templates()[-1] == ("2026-03-11", "relance-2")  # eight days
    story.day("2026-03-12").answer(promises("2026-03-13")).until("2026-03-19")
    assert len(story.happened(e.PromiseBroken)) == 1
    assert story.templates()[-1] == ("2026-03-12", CONFIRMED)
    story.until("2026-03-20")
    assert story.templates()[-1] == ("2026-03-20", "promesse-non-tenue-1")


def test_the_follow_up_of_a_promise_counts_among_the_reminders():
    story = reminded(trade(caps=Caps(per_case=1)))
    story.answer(promises("2026-03-09")).until("2026-03-20")

    assert story.waiting() == [ReviewKind.CAP_REACHED]
    assert [template for _, template in story.templates()] == ["relance-1", CONFIRMED]


def test_after_the_follow_up_the_scenario_goes_on_from_its_level():
    story = reminded().answer(promises("2026-03-09")).until("2026-03-31")

    assert [x.template for x in story.left[-2:]] == [
        "promesse-non-tenue-1",
        "relance-2",
    ]
    assert story.left[-1].day == on("2026-03-19")  # seven days later


def test_a_new_promise_takes_the_place_of_the_first():
    story = reminded().answer(promises("2026-03-09")).letters_leave()
    story.day("2026-03-06").answer(promises("2026-03-13")).letters_leave()

    assert story.stands() == d.Promised(on("2026-03-13"), on("2026-03-17"), None)
    assert story.templates()[1:] == [
        ("2026-03-05", CONFIRMED),
        ("2026-03-06", CONFIRMED),
    ]
    story.until("2026-03-17")
    assert story.happened(e.PromiseBroken) == []


def test_the_same_promise_said_twice_is_confirmed_once():
    story = reminded().answer(promises("2026-03-09")).letters_leave()
    story.day("2026-03-06").answer(promises("2026-03-09")).letters_leave()

    assert story.templates() == [*REMINDED, ("2026-03-05", CONFIRMED)]


def test_a_robot_that_promises_at_each_mail_is_not_answered_for_ever():
    story = reminded()
    for number in range(40):
        story.answer(promises(f"2026-04-{number % 28 + 1:02}")).letters_leave()
        story.day(story.today.fromordinal(story.today.toordinal() + 1))

    assert len(story.left) <= 1 + story.trade.policy.caps.per_case


def test_a_broken_promise_is_not_followed_up_a_second_time_for_a_later_one():
    story = reminded().answer(promises("2026-03-09")).until("2026-03-12")
    story.day("2026-03-16").answer(promises("2026-03-20")).letters_leave()
    story.day("2026-03-18").answer(Label.PAID_CLAIM).until("2026-03-24")
    story.decides(ReviewKind.CLAIM_UNPAID, Decision.NOTHING).until("2026-04-30")

    follow_ups = [x for x in story.left if x.template.startswith("promesse")]
    assert len(follow_ups) == 1


def test_a_promise_prepared_for_the_person_is_waited_for_all_the_same():
    rules = trade(promises=PromiseRules(confirmation=Confirm.PERSON))
    story = reminded(rules).answer(promises("2026-03-09")).until("2026-03-06")

    assert story.templates() == REMINDED
    assert story.waiting() == [ReviewKind.APPROVE]
    assert isinstance(story.stands(), d.Promised)
    story.until("2026-03-12")
    assert story.templates()[-1] == ("2026-03-12", "promesse-non-tenue-1")
    assert ReviewKind.APPROVE not in story.waiting()


def test_a_confirmation_never_leaves_on_the_promised_day_or_after_it():
    story = reminded().day("2026-03-07").answer(promises("2026-03-09"))  # a Saturday
    assert story.next().action is None
    story.until("2026-03-11")

    assert all(template != CONFIRMED for _, template in story.templates())


def test_a_part_promised_and_paid_is_a_promise_kept():
    story = reminded().answer(promises("2026-03-09", amount="500.00"))
    assert story.promise.amount == Money.of("500.00")
    story.day("2026-03-09").paid(amount="500.00").until("2026-03-20")

    assert len(story.happened(e.PromiseKept)) == 1
    assert story.happened(e.PromiseBroken) == []
    assert story.templates()[-1][1] == "relance-2", "the rest is still due"


def test_less_than_promised_is_a_promise_partly_kept():
    story = reminded().answer(promises("2026-03-09")).day("2026-03-09")
    story.paid(amount="300.00").until("2026-03-12")

    (broken,) = story.happened(e.PromiseBroken)
    assert (broken.partly, broken.rank) == (True, 0)
    assert story.case().promises[0].state is d.PromiseState.PARTLY_KEPT
    assert story.case().broken_promises == 0


def test_a_promise_of_more_than_is_owed_is_one_of_the_balance():
    story = reminded().answer(promises("2026-03-09", amount="99999.00"))

    assert story.promise.amount is None


@pytest.mark.parametrize("by", ["2026-03-04", "2026-08-01"])
def test_a_promised_day_that_is_past_or_too_far_goes_to_the_person(by):
    story = reminded().answer(promises(by))

    assert story.happened(e.PromiseMade) == []
    assert story.waiting() == [ReviewKind.ANSWER]


def test_two_payments_promised_for_one_invoice_go_to_the_person():
    story = reminded().answer(promises("2026-03-09"), promises("2026-03-20"))

    assert story.happened(e.PromiseMade) == []
    assert story.waiting() == [ReviewKind.ANSWER]


def test_a_promise_that_runs_out_during_an_absence_waits_for_the_return():
    story = reminded().answer(promises("2026-03-09")).letters_leave()
    story.hold("2026-001", "2026-03-20").until("2026-03-20")
    assert len(story.happened(e.PromiseBroken)) == 1
    assert isinstance(story.stands(), d.Held)
    assert len(story.left) == 2
    story.until("2026-03-23")
    assert story.templates()[-1] == ("2026-03-23", "promesse-non-tenue-1")


@pytest.mark.parametrize("by_wake", [False, True])
def test_a_promise_fails_on_its_own_day_whatever_else_holds_the_case(by_wake):
    story = reminded(by_wake=by_wake).answer(promises("2026-03-09")).letters_leave()
    story.hold(None, "2026-03-20").day("2026-03-13").paid()

    assert len(story.happened(e.PromiseBroken)) == 1


def test_the_person_can_note_the_promise_of_a_call():
    story = Story(start="2026-03-02").invoice(due="2026-02-10").until("2026-03-19")
    assert ReviewKind.CALL in story.waiting()
    story.decides(ReviewKind.CALL, Decision.PROMISE, by="2026-03-25").letters_leave()

    assert story.waiting() == []
    assert story.stands() == d.Promised(on("2026-03-25"), on("2026-03-27"), None)
    calls = [s for s in story.case().steps if s.occasion == "step:appel"]
    assert [s.skipped for s in calls] == [False]


def test_a_promise_without_a_day_changes_nothing_and_stays_to_decide():
    story = reminded().answer(review=True)
    before = story.dossier
    story.decides(ReviewKind.ANSWER, Decision.PROMISE)

    assert story.dossier == before


def test_an_undated_promise_is_waited_for_a_while():
    story = reminded().answer(Label.PROMISE_UNDATED)

    assert story.stands() == d.Held(HoldWhy.UNDATED_PROMISE, on("2026-03-12"))
    story.until("2026-03-12")
    assert story.templates() == REMINDED
    story.until("2026-03-13")
    assert story.templates()[-1] == ("2026-03-13", "relance-2")


@pytest.mark.parametrize(
    "vague",
    [Label.PROMISE_UNDATED, Label.AWAITING_APPROVAL, Label.DOCUMENT_REQUEST],
)
def test_a_day_said_after_a_vague_answer_is_confirmed_at_once(vague):
    story = reminded().answer(vague).day("2026-03-06")
    story.answer(promises("2026-03-09")).letters_leave()

    assert isinstance(story.stands(), d.Promised)
    assert story.templates()[-1] == ("2026-03-06", CONFIRMED)


def test_a_suspension_by_the_person_outlives_a_promise():
    story = reminded().hold("2026-001").answer(promises("2026-03-09"))

    assert isinstance(story.stands(), d.Held)
