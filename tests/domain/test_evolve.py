"""A file is folded from its events, and refuses what cannot be."""

from datetime import date

import pytest

from relancebot.domain import dossier as d
from relancebot.domain import events as e
from relancebot.domain.evolve import evolve, fold
from relancebot.domain.money import Money
from relancebot.domain.policy import Channel, Tone
from relancebot.domain.reading import DisputeReason

DAY = date(2026, 3, 2)
REGISTERED = e.ClientRegistered("lumen", "Atelier Lumen", "REF-1")
OPENED = e.InvoiceRegistered("A", "lumen", Money.of(100), None, DAY)


@pytest.mark.parametrize(
    "events", [[], [OPENED], [e.ClientHeld("x", e.HoldWhy.PERSON)]]
)
def test_a_file_begins_with_its_client(events):
    with pytest.raises(ValueError, match="begins with ClientRegistered"):
        fold(events)


def test_an_event_of_an_unknown_case_is_refused():
    with pytest.raises(ValueError, match="case B was never registered"):
        fold([REGISTERED, OPENED, e.HandedOver("B", DAY)])


def test_an_event_changes_nothing_that_was_there_before():
    before = fold([REGISTERED, OPENED])
    evolve(before, e.DisputeOpened("A", DisputeReason.AMOUNT, DAY))

    assert before == fold([REGISTERED, OPENED])


def test_one_suspension_a_reason():
    held = [
        e.CaseHeld("A", e.HoldWhy.PERSON, DAY),
        e.CaseHeld("A", e.HoldWhy.ABSENCE, DAY),
        e.CaseHeld("A", e.HoldWhy.PERSON, None),
    ]
    case = fold([REGISTERED, OPENED, *held]).cases["A"]

    assert {(h.why, h.until) for h in case.holds} == {
        (e.HoldWhy.PERSON, None),
        (e.HoldWhy.ABSENCE, DAY),
    }


@pytest.mark.parametrize(
    ("events", "stands"),
    [
        ([e.PaymentBooked("A", Money.of(100), DAY, "bank")], d.Settled),
        ([e.WrittenOff("A", DAY)], d.WrittenOff),
        ([e.HandedOver("A", DAY)], d.HandedOver),
        ([e.ClientInsolvent("lumen", DAY)], d.Insolvent),
        ([e.DisputeOpened("A", DisputeReason.TERMS, DAY)], d.Disputed),
        ([e.ReviewOpened("A", "k", e.ReviewKind.ANSWER, DAY)], d.UnderReview),
        (
            [e.ClientReviewOpened("lumen", "k", e.ReviewKind.STRANGER, DAY)],
            d.UnderReview,
        ),
        ([e.ReviewOpened("A", "k", e.ReviewKind.CALL, DAY)], d.Upcoming),
        ([e.CaseHeld("A", e.HoldWhy.PERSON)], d.Held),
        ([e.ClientHeld("lumen", e.HoldWhy.PERSON, DAY)], d.Held),
        ([e.PaymentClaimed("A", DAY, DAY)], d.ClaimedPaid),
        ([e.PromiseMade("A", DAY, DAY, DAY)], d.Promised),
        (
            [e.PromiseMade("A", DAY, DAY, DAY), e.PromiseBroken("A", DAY, DAY, 1)],
            d.PromiseFailed,
        ),
        (
            [e.PromiseMade("A", DAY, DAY, DAY), e.PromiseReplaced("A", DAY)],
            d.Upcoming,
        ),
        ([], d.Upcoming),
    ],
)
def test_where_a_case_stands_follows_from_what_happened(events, stands):
    file = fold([REGISTERED, OPENED, *events])

    assert isinstance(d.standing(file.client, file.cases["A"], DAY), stands)


def test_the_first_row_that_holds_decides():
    happened: list[tuple[e.Event, type]] = [
        (e.PromiseMade("A", DAY, DAY, DAY), d.Promised),
        (e.PaymentClaimed("A", DAY, DAY), d.ClaimedPaid),
        (e.CaseHeld("A", e.HoldWhy.PERSON), d.Held),
        (e.ReviewOpened("A", "k", e.ReviewKind.ANSWER, DAY), d.UnderReview),
        (e.DisputeOpened("A", DisputeReason.TERMS, DAY), d.Disputed),
        (e.ClientInsolvent("lumen", DAY), d.Insolvent),
        (e.HandedOver("A", DAY), d.HandedOver),
        (e.WrittenOff("A", DAY), d.WrittenOff),
        (e.PaymentBooked("A", Money.of(100), DAY, "bank"), d.Settled),
    ]
    file = fold([REGISTERED, OPENED])
    for event, stands in happened:
        file = evolve(file, event)
        assert isinstance(d.standing(file.client, file.cases["A"], DAY), stands)


def test_a_letter_tried_again_under_its_own_name_stays_one_letter():
    taken = e.LetterTaken(
        "A", "step:un", "one", "<one@x>", "0", ("a@x",), Tone.COURTEOUS, DAY
    )
    refused = e.LetterRefused("A", "step:un", "one", permanent=False)
    sent = e.LetterSent("A", "step:un", "one", DAY)
    (letter,) = (
        fold([REGISTERED, OPENED, taken, refused, taken, sent]).cases["A"].letters
    )

    assert (letter.state, letter.refusals) == (d.LetterState.SENT, 1)


def test_a_deed_left_out_is_done_but_has_no_tone():
    left_out = e.StepDone(
        "A", "step:med", Channel.LETTER, DAY, Tone.FORMAL_NOTICE, skipped=True
    )
    case = fold([REGISTERED, OPENED, left_out]).cases["A"]

    assert case.is_done("step:med")
    assert case.tones == frozenset()
