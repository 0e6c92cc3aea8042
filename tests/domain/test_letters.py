"""A letter is taken, then sent, refused or unknown; none leaves twice."""

import pytest

from relancebot.domain import dossier as d
from relancebot.domain import events as e
from relancebot.domain.dossier import LetterState
from relancebot.domain.events import Decision, Event, ReviewKind
from relancebot.domain.facts import LetterFate, LetterLeaves
from relancebot.domain.reading import Label
from relancebot.domain.why import WhyCode
from tests.domain.builders import Story, disputes, on


def due_today() -> Story:
    """Two invoices whose first reminder is due on Monday 2 March."""
    story = Story(start="2026-03-02")
    return story.invoice("A", due="2026-02-27").invoice("B", due="2026-02-27")


def take(story: Story, letter: str = "one") -> tuple[Event, ...]:
    (plan,) = story.plan().letters
    return story.fact(LetterLeaves(plan, letter, f"<{letter}@x>", "0"))


@pytest.mark.parametrize(
    "news",
    [
        lambda story: story.paid("A"),
        lambda story: story.paid("A", "100.00") and story.hold("A"),
        lambda story: story.answer(disputes("A")),
        lambda story: story.answer(Label.ACKNOWLEDGEMENT),
        lambda story: story.answer(trusted=False),
        lambda story: story.hold(None),
    ],
)
def test_what_changed_between_the_preview_and_the_sending_stops_the_letter(news):
    story = due_today()
    (plan,) = story.plan().letters
    news(story)

    assert story.fact(LetterLeaves(plan, "one", "<one@x>", "0")) == ()
    assert story.case("A").letters == ()


def test_a_letter_once_taken_is_not_planned_again():
    story = due_today()
    (plan,) = story.plan().letters
    assert len(take(story)) == 2
    assert story.plan().letters == ()
    assert story.fact(LetterLeaves(plan, "two", "<two@x>", "0")) == ()
    story.until("2026-04-30")
    assert story.next("A").why.code is WhyCode.LETTER_ON_ITS_WAY
    assert len(story.case("A").letters) == 1


def test_a_letter_whose_fate_is_unknown_is_a_question_and_never_a_second_letter():
    story = due_today()
    take(story)
    story.fact(LetterFate("one", LetterState.UNKNOWN))
    story.until("2026-06-01")

    assert story.waiting() == [ReviewKind.AMBIGUOUS] * 2
    assert [len(c.letters) for c in story.dossier.cases.values()] == [1, 1]


@pytest.mark.parametrize(
    "decision",
    [Decision.NOTHING, Decision.ACCEPTED, Decision.CANCEL, Decision.HOLD],
)
def test_the_question_whether_a_letter_left_is_answered_by_yes_or_no(decision):
    story = due_today()
    take(story)
    story.fact(LetterFate("one", LetterState.UNKNOWN))
    story.decides(ReviewKind.AMBIGUOUS, decision, "A").resume("A")

    assert story.waiting() == [ReviewKind.AMBIGUOUS] * 2


def test_one_answer_settles_the_letter_for_all_its_invoices():
    story = due_today()
    take(story)
    story.fact(LetterFate("one", LetterState.UNKNOWN))
    story.decides(ReviewKind.AMBIGUOUS, Decision.SENT, "A")

    assert story.waiting() == []
    assert [c.letters[0].state for c in story.dossier.cases.values()] == [
        LetterState.SENT,
        LetterState.SENT,
    ]
    assert story.stands("B") == d.Reminding(1)


def test_a_letter_that_had_not_left_after_all_is_planned_again():
    story = due_today()
    take(story)
    story.fact(LetterFate("one", LetterState.UNKNOWN))
    story.decides(ReviewKind.AMBIGUOUS, Decision.NOT_SENT, "B")

    assert story.waiting() == []
    (plan,) = story.plan().letters
    assert [item.case for item in plan.items] == ["A", "B"]


def test_a_letter_found_in_the_sent_folder_answers_the_question():
    story = due_today()
    take(story)
    story.fact(LetterFate("one", LetterState.UNKNOWN))
    story.fact(LetterFate("one", LetterState.SENT))

    assert story.waiting() == []
    assert story.stands("A") == d.Reminding(1)


def test_a_letter_refused_for_now_is_tried_again_on_its_day():
    story = due_today()
    story.fate = LetterState.REFUSED
    story.letters_leave()
    assert story.left == []
    assert story.next("A").why.code is WhyCode.RETRY
    assert story.plan().wake_on == on("2026-03-03")
    story.fate = LetterState.SENT
    story.until("2026-03-03")
    assert [x.day for x in story.left] == [on("2026-03-03")]
    assert story.case("A").reminders[0].refusals == 1


def test_a_letter_refused_again_and_again_goes_to_the_person():
    story = due_today()
    story.fate = LetterState.REFUSED
    story.until("2026-04-01")

    assert story.waiting() == [ReviewKind.REFUSED] * 2
    assert len(story.case("A").letters) == 6


@pytest.mark.parametrize("permanent", [True, False])
def test_a_letter_refused_for_good_never_leaves_alone(permanent):
    story = due_today()
    take(story)
    # Without an hour to try again at, nobody but the person can decide on it.
    story.fact(LetterFate("one", LetterState.REFUSED, permanent=permanent))
    story.until("2026-06-01")

    assert story.left == []
    assert story.waiting() == [ReviewKind.REFUSED] * 2


def test_a_refused_letter_can_be_left_out():
    story = due_today()
    take(story)
    story.fact(LetterFate("one", LetterState.REFUSED, permanent=True))
    for number in "AB":
        story.decides(ReviewKind.REFUSED, Decision.CANCEL, number)
    story.until("2026-03-09")

    assert story.templates() == [("2026-03-09", "relance-2")]


def test_a_refused_letter_that_the_person_lets_go_leaves_once():
    story = due_today()
    take(story)
    story.fact(LetterFate("one", LetterState.REFUSED, permanent=True))
    for number in "AB":
        story.decides(ReviewKind.REFUSED, Decision.SEND, number)
    story.until("2026-03-04")

    assert [x.template for x in story.left] == ["relance-1"]


def test_the_same_letter_tried_again_counts_once():
    story = due_today()
    take(story)
    retry = story.happened(e.LetterTaken)
    story.fact(LetterFate("one", LetterState.UNKNOWN))
    story.decides(ReviewKind.AMBIGUOUS, Decision.NOT_SENT, "A")
    take(story)
    story.fact(LetterFate("one", LetterState.SENT))

    assert len(story.happened(e.LetterTaken)) == 2 * len(retry)
    assert story.stands("A") == d.Reminding(1)
    assert len(story.case("A").letters) == 1


def test_a_fate_told_twice_is_told_once():
    story = due_today()
    take(story)
    assert story.fact(LetterFate("one", LetterState.SENT)) != ()
    assert story.fact(LetterFate("one", LetterState.SENT)) == ()
    assert story.fact(LetterFate("one", LetterState.UNKNOWN)) == ()
    assert story.fact(LetterFate("one", LetterState.REFUSED, permanent=True)) == ()


def test_the_deadline_that_a_letter_announces_is_kept_with_it():
    story = Story(start="2026-03-04").invoice("A", due="2026-03-01")
    take(story)

    assert story.case("A").letters[0].deadline == on("2026-03-09")
