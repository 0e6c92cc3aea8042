"""The scenario: levels in sequence, spaced, never before an announced delay."""

from dataclasses import replace
from datetime import timedelta

import pytest

from relancebot.domain import dossier as d
from relancebot.domain import events as e
from relancebot.domain.events import Decision, ReviewKind
from relancebot.domain.forecast import forecast
from relancebot.domain.policy import (
    Caps,
    Channel,
    Confirm,
    InvoiceRule,
    Step,
    Tone,
)
from relancebot.domain.why import WhyCode
from tests.domain.builders import (
    MAILS_ONLY,
    RECOUVEO,
    STANDARD,
    Story,
    ladder,
    on,
    trade,
)

ONLY_WITH_ME = InvoiceRule("2026-001", confirm=Confirm.PERSON)


def test_the_standard_scenario_keeps_its_days():
    story = Story().invoice(due="2026-03-01").until("2026-03-18")

    assert story.templates() == [
        ("2026-02-26", "avant-echeance"),  # J-3
        ("2026-03-04", "relance-1"),  # J+3
        ("2026-03-11", "relance-2"),  # J+10
    ]


def test_a_notice_is_no_reminder():
    story = Story().invoice(due="2026-02-27").until("2026-02-25")

    assert story.templates() == [("2026-02-24", "avant-echeance")]
    assert story.stands() == d.Upcoming(on("2026-02-27"))
    story.until("2026-03-02")
    assert story.stands() == d.Reminding(1)


@pytest.mark.parametrize("late", ["2026-02-27", "2026-02-28", "2026-03-01"])
def test_a_notice_before_the_due_date_never_comes_after_it(late):
    story = Story().invoice(due="2026-02-27").off_until(late).until("2026-03-03")

    assert [template for _, template in story.templates()] == ["relance-1"]


def test_a_notice_that_a_weekend_would_push_to_the_due_date_is_left_out():
    steps = (Step("la veille", -1, template="avant-echeance", tone=Tone.NOTICE),)
    story = (
        Story(ladder(*steps)).invoice(due="2026-03-02").until("2026-03-20")
    )  # a Monday

    assert story.left == []


def test_nothing_leaves_on_days_that_are_not_worked():
    rules = trade(holidays=(on("2026-03-02"), on("2026-03-03")))
    story = Story(rules).invoice(due="2026-02-27").until("2026-03-05")

    assert story.templates()[-1] == ("2026-03-04", "relance-1")


def test_a_machine_off_for_ten_days_sends_one_reminder_and_not_three():
    story = Story(trade(MAILS_ONLY)).invoice(due="2026-02-27")
    story.off_until("2026-03-25").letters_leave()

    assert story.templates() == [("2026-03-25", "relance-1")]
    story.until("2026-03-31")
    assert story.templates() == [
        ("2026-03-25", "relance-1"),
        ("2026-03-31", "relance-2"),  # the delay of five days, then a day
    ]


def test_fourteen_old_invoices_at_the_first_start_bring_no_letter_at_all():
    story = Story(start="2026-06-01")
    for number in range(14):
        story.invoice(f"2026-{number:03}", due="2026-02-27")
    story.until("2026-07-01")

    assert story.left == []
    assert story.waiting() == [ReviewKind.OLD_INVOICE] * 14


def test_several_late_invoices_share_one_letter_in_the_softest_tone():
    story = Story(start="2026-03-04")
    story.invoice("A", due="2026-03-01").invoice("B", due="2026-02-28").letters_leave()

    (letter,) = story.left
    assert letter.cases == ("A", "B")
    story.invoice("C", due="2026-03-08").until("2026-03-31")
    together = next(x for x in story.left if x.cases == ("A", "B", "C"))
    tones = {item.due.tone for item in together.plan.items}
    assert tones == {Tone.FIRM, Tone.COURTEOUS}
    assert together.plan.tone is Tone.COURTEOUS
    assert together.template == "relance-1"


def test_an_invoice_not_yet_due_never_stands_in_a_reminder():
    story = Story(start="2026-03-02")
    story.invoice("late", due="2026-02-27").invoice("soon", due="2026-03-05")
    story.until("2026-03-03")

    assert [(x.template, x.cases) for x in story.left] == [
        ("relance-1", ("late",)),
        ("avant-echeance", ("soon",)),  # the day after: one reminder a day
    ]


def test_thomas_the_hand_over_waits_for_the_end_of_the_formal_notice():
    story = Story(trade(RECOUVEO)).invoice(due="2026-02-15").until("2026-02-16")
    assert story.templates() == [("2026-02-16", "relance-1")]  # J0, a Monday
    story.until("2026-02-23")  # J5 is a Saturday
    assert story.waiting() == [ReviewKind.CALL]
    story.until("2026-02-26")  # J10, by mail
    assert story.templates()[-1] == ("2026-02-26", "relance J10")
    story.until("2026-02-27")  # and by post, without waiting for the mail's delay
    assert ReviewKind.LETTER in story.waiting()
    story.day("2026-03-02").decides(ReviewKind.LETTER, Decision.DONE)
    posted = story.case().steps[-1]
    assert posted.deadline == on("2026-03-09")  # shown on 5 March, then four days
    story.until("2026-03-10")
    assert story.case().reviews[-1].occasion == "step:mise en demeure J15"
    story.day("2026-03-11").decides(ReviewKind.LETTER, Decision.DONE)
    notice = story.case().steps[-1]
    assert (notice.tone, notice.deadline) == (Tone.FORMAL_NOTICE, on("2026-03-24"))
    story.until("2026-03-24")
    assert ReviewKind.HAND_OVER not in story.waiting()
    assert story.next().why.code is WhyCode.AFTER_DEADLINE
    story.until("2026-03-25")
    story.decides(ReviewKind.HAND_OVER, Decision.DONE)
    assert story.stands() == d.HandedOver(on("2026-03-25"))
    story.until("2026-06-01")
    assert len(story.left) == 2


def test_an_open_call_does_not_keep_the_next_step_back():
    story = Story(trade(RECOUVEO)).invoice(due="2026-02-15").until("2026-02-26")

    assert story.waiting() == [ReviewKind.CALL]
    assert story.templates()[-1] == ("2026-02-26", "relance J10")


def test_a_call_and_a_mail_of_the_same_day_go_together():
    steps = (
        Step("mail", 10, template="relance-2", tone=Tone.FIRM, deadline_days=8),
        Step("appel", 10, channel=Channel.CALL, template="appel"),
        Step("suite", 12, channel=Channel.CALL, template="appel"),
    )
    story = (
        Story(ladder(*steps), "2026-03-09")
        .invoice(due="2026-02-27")
        .until("2026-03-10")
    )

    assert story.templates() == [("2026-03-09", "relance-2")]
    assert [r.occasion for r in story.case().reviews] == ["step:appel"]
    story.until("2026-03-17")  # the next step waits for the eight days announced
    assert len(story.case().reviews) == 1
    story.until("2026-03-18")
    assert len(story.case().reviews) == 2


def test_a_formal_notice_never_leaves_alone_even_when_the_rules_say_so():
    steps = (Step("med", 3, template="med", tone=Tone.FORMAL_NOTICE),)
    story = Story(ladder(*steps)).invoice(due="2026-02-27").until("2026-03-10")

    assert story.left == []
    assert story.waiting() == [ReviewKind.APPROVE]
    story.decides(ReviewKind.APPROVE, Decision.SEND).letters_leave()
    story.until("2026-03-11")
    assert story.templates() == [("2026-03-11", "med")]


def test_a_letter_that_the_person_leaves_out_gives_way_to_the_next_step():
    rules = ladder(
        Step("un", 3, template="relance-1", confirm=Confirm.PERSON),
        Step("deux", 10, template="relance-2", tone=Tone.FIRM),
    )
    story = Story(rules).invoice(due="2026-02-27").until("2026-03-03")
    story.decides(ReviewKind.APPROVE, Decision.CANCEL).until("2026-03-09")

    assert story.templates() == [("2026-03-09", "relance-2")]


def test_after_so_many_reminders_a_person_decides_on_each_more():
    rules = trade(MAILS_ONLY, caps=Caps(per_case=2))
    story = Story(rules).invoice(due="2026-02-27").until("2026-05-01")

    assert len(story.left) == 2
    assert story.waiting() == [ReviewKind.CAP_REACHED]
    story.decides(ReviewKind.CAP_REACHED, Decision.SEND).until("2026-06-01")
    assert len(story.left) == 3
    assert story.waiting() == [ReviewKind.CAP_REACHED]
    story.decides(ReviewKind.CAP_REACHED, Decision.NOTHING).until("2026-07-01")
    assert len(story.left) == 3
    assert story.waiting() == []
    assert story.next().why.code is WhyCode.LADDER_ENDED


def test_only_so_many_reminders_reach_a_client_in_a_week():
    story = Story(start="2026-03-02")
    for number, day in zip("ABCDEF", range(21, 27), strict=True):
        story.day(f"2026-03-0{day - 19}").invoice(number, due=f"2026-02-{day}")
    story.until("2026-04-30")

    days = [x.day for x in story.left]
    assert len(days) == len(set(days))
    for last in days:
        assert sum(timedelta() <= last - x < timedelta(days=7) for x in days) <= 2


def test_without_an_address_the_person_is_asked_and_nothing_is_lost():
    story = Story().invoice(due="2026-02-27", contacts=()).until("2026-03-05")

    assert story.left == []
    assert story.waiting() == [ReviewKind.NO_CONTACT]
    story.invoice(due="2026-02-27")  # the file now has the accounting's address
    story.decides(ReviewKind.NO_CONTACT, Decision.DONE, None).letters_leave()
    story.until("2026-03-06")
    assert story.templates() == [("2026-03-06", "relance-1")]


def test_an_address_that_stays_missing_is_asked_for_again():
    story = Story(by_wake=True).invoice(due="2026-02-27", contacts=())
    story.until("2026-03-05").decides(ReviewKind.NO_CONTACT, Decision.NOTHING, None)
    story.until("2026-03-06")

    assert story.waiting() == [ReviewKind.NO_CONTACT]


@pytest.mark.parametrize("scenario", [STANDARD, MAILS_ONLY, RECOUVEO])
def test_the_dry_run_says_what_the_daemon_will_do(scenario):
    story = Story(trade(scenario), "2026-02-10")
    story.invoice("A", due="2026-02-27").invoice("B", due="2026-02-15")
    foreseen = forecast(story.trade, story.dossier, story.today, 60)
    story.until(story.today + timedelta(days=60))

    letters = [(x.day, x.plan) for x in story.left]
    tasks = [(day, x) for day, x in story.log if isinstance(x, e.ReviewOpened)]
    said = [(step.on, step.what) for step in foreseen.steps]
    assert letters
    assert [x for x in said if x in letters] == letters
    assert [x for x in said if x in tasks] == tasks
    assert len(said) == len(letters) + len(tasks)


def rename(story: Story, *steps: Step) -> None:
    """The operator edits the scenario while it runs."""
    story.trade = ladder(*steps)


def test_a_step_that_is_renamed_is_not_sent_a_second_time():
    first = Step("relance 1", 3, template="relance-1", deadline_days=5)
    second = Step("relance 2", 10, template="relance-2", tone=Tone.FIRM)
    story = Story(ladder(first, second)).invoice(due="2026-02-27").until("2026-03-03")
    rename(story, replace(first, name="rappel courtois"), second)
    story.until("2026-04-30")

    assert [x.template for x in story.left] == ["relance-1", "relance-2"]


def test_a_client_who_changes_scenario_goes_on_from_the_level_reached():
    story = Story(trade(MAILS_ONLY)).invoice(due="2026-02-27").until("2026-03-10")
    assert len(story.left) == 2
    rename(
        story,
        Step("a", 1, template="a"),
        Step("b", 5, template="b", tone=Tone.FIRM),
        Step("c", 9, template="c", tone=Tone.FIRM),
    )
    story.until("2026-04-30")

    assert [x.template for x in story.left] == ["relance-1", "relance-2", "c"]


def test_a_notice_that_is_renamed_is_not_sent_a_second_time():
    notice = Step("rappel", -5, template="avant-echeance", tone=Tone.NOTICE)
    late = Step("relance", 3, template="relance-1")
    story = Story(ladder(notice, late)).invoice(due="2026-02-27").until("2026-02-23")
    rename(story, replace(notice, name="prévenance"), late)
    story.until("2026-03-31")

    assert [x.template for x in story.left] == ["avant-echeance", "relance-1"]


def test_a_notice_that_nobody_approved_gives_way_on_the_due_date():
    story = Story(trade(caps=Caps(), invoices=(ONLY_WITH_ME,)), by_wake=True)
    story.invoice(due="2026-02-27").until("2026-02-26")
    assert [r.occasion for r in story.case().reviews] == ["step:avant échéance"]
    assert story.wake == on("2026-02-27")
    story.until("2026-03-02")
    assert [r.occasion for r in story.case().reviews] == ["step:relance courtoise"]


def test_an_invoice_imported_after_the_days_reminder_waits_for_the_next_day():
    story = Story(start="2026-03-02").invoice("A", due="2026-02-27").letters_leave()
    story.invoice("B", due="2026-02-27")

    assert story.plan().letters == ()
    assert story.next("B").why.code is WhyCode.ONE_LETTER_A_DAY
    story.until("2026-03-03")
    assert [(str(x.day), x.cases) for x in story.left] == [
        ("2026-03-02", ("A",)),
        ("2026-03-03", ("B",)),
    ]
