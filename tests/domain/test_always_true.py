"""The laws of the trade, over random histories played as the daemon plays them."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relancebot.domain import events as e
from relancebot.domain.decide import decide
from relancebot.domain.dossier import LetterState, blocking_review
from relancebot.domain.evolve import fold
from relancebot.domain.facts import DayBegan, InvoiceSeen, LetterFate, LetterLeaves
from relancebot.domain.plan import LetterDue
from relancebot.domain.reading import Kind, Label
from tests.domain.builders import ONE_DAY, Story, disputes, promises, reading, row
from tests.domain.histories import NUMBERS, histories, invoices, play, trades

many = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
most = settings(many, max_examples=80)


@given(trades, invoices, histories)
@most
def test_every_letter_obeys_every_law_of_sending(rules, bills, history):
    # The watch looks at each letter as it leaves.
    play(rules, bills, history, by_wake=False)


@given(trades, invoices, histories)
@many
def test_a_file_is_the_fold_of_its_events(rules, bills, history):
    story = play(rules, bills, history)

    assert fold(event for _, event in story.log) == story.dossier


def outcome(story: Story) -> tuple[object, object]:
    """What the client and the person saw, each on its day."""
    letters = [(x.day, x.plan.key, x.template) for x in story.left]
    seen = [
        (day, event)
        for day, event in story.log
        if isinstance(
            event,
            e.ReviewOpened | e.ClientReviewOpened | e.PromiseBroken | e.PromiseKept,
        )
    ]
    return letters, sorted(seen, key=repr)


@given(trades, invoices, histories)
@most
def test_sleeping_until_the_day_to_wake_changes_nothing(rules, bills, history):
    every_day = play(rules, bills, history, by_wake=False)
    by_wake = play(rules, bills, history)

    assert outcome(by_wake) == outcome(every_day)


@given(trades, invoices, histories)
@many
def test_a_promise_fails_after_its_tolerance_and_is_counted_once(rules, bills, history):
    story = play(rules, bills, history)
    made: dict[str, e.PromiseMade] = {}
    ranks: dict[str, int] = {}

    for day, event in story.log:
        if isinstance(event, e.PromiseMade):
            case = story.case(event.case)
            terms = rules.terms(story.dossier.client, case)
            worked = rules.calendar.add_worked(
                event.by, terms.tolerance.of(event.means)
            )
            assert event.wait_until == worked
            assert event.case not in made, "one open promise an invoice"
            made[event.case] = event
        elif isinstance(event, e.PromiseKept | e.PromiseReplaced):
            assert made.pop(event.case).by == event.by
        elif isinstance(event, e.PromiseBroken):
            promise = made.pop(event.case)
            assert (event.by, event.on) == (promise.by, day)
            assert day > promise.wait_until
            before = ranks.get(event.case, 0)
            assert event.rank == before + (0 if event.partly else 1)
            ranks[event.case] = event.rank


@given(trades, invoices, histories)
@many
def test_a_day_or_an_invoice_seen_twice_changes_nothing(rules, bills, history):
    story = play(rules, bills, history)

    story.fact(DayBegan())
    assert decide(rules, story.dossier, DayBegan(), story.today) == ()
    for case in story.dossier.cases.values():
        same = row(case.number, total=case.total, open=case.balance, due=case.due)
        fact = InvoiceSeen(same, "REF-2")
        assert decide(rules, story.dossier, fact, story.today) == ()


CLAIMS = e.PromiseMade | e.DisputeOpened | e.PaymentClaimed | e.ClientInsolvent


@given(trades, invoices, histories, st.sets(st.sampled_from(list(Label))), st.data())
@many
def test_only_a_clear_answer_of_the_client_promises(
    rules, bills, history, labels, data
):
    story = play(rules, bills, history)
    said = [
        promises(story.today + ONE_DAY) if x is Label.PROMISE else x for x in labels
    ]
    flaw = data.draw(
        st.sampled_from(["stranger", "robot", "bounce", "unsure", "review", "thread"])
    )
    kind = {"robot": Kind.AUTO_REPLY, "bounce": Kind.BOUNCE}.get(flaw, Kind.HUMAN)
    read = reading(
        *said,
        kind=kind,
        confidence=0.79 if flaw == "unsure" else 1.0,
        review=flaw == "review",
    )
    before = len(story.log)
    story.answer(
        read=read, trusted=flaw != "stranger", threaded=flaw != "thread", about=()
    )
    events = [event for _, event in story.log[before:]]

    assert not any(isinstance(x, e.PromiseMade | e.PaymentClaimed) for x in events)
    assert not any(isinstance(x, e.ClientInsolvent) for x in events)
    if flaw in {"stranger", "robot", "bounce"}:
        assert not any(isinstance(x, CLAIMS) for x in events)
    elif story.dossier.open_cases:
        assert any(isinstance(x, e.AnswerArrived) for x in events)
        assert blocked(story)
    if flaw == "stranger" and story.dossier.open_cases:
        assert story.plan().letters == ()
        assert not any(isinstance(x.action, LetterDue) for x in story.plan().cases)


def blocked(story: Story) -> bool:
    """Every open case waits for the person, or has the dispute that was read."""
    return all(
        case.dispute or blocking_review(story.dossier.client, case)
        for case in story.dossier.open_cases
    )


@given(trades, invoices, histories, st.sampled_from(list(Label)), st.booleans())
@many
def test_any_answer_of_a_person_stops_the_day(rules, bills, history, label, trusted):
    story = play(rules, bills, history)
    story.day(story.today + ONE_DAY)
    story.answer(label, trusted=trusted)

    assert not any(letter.reminder for letter in story.plan().letters)


@given(trades, invoices, histories, histories)
@many
def test_a_dispute_outlives_every_answer(rules, bills, history, more):
    story = play(rules, bills, history)
    story.answer(disputes(), about=())
    disputed = {c.number for c in story.dossier.open_cases}
    start = len(story.left)
    for one in more:
        story.day(story.today + timedelta(days=one.gap))
        if one.what in {"answer", "says", "absence", "bounce"}:
            one.reach(story)
    story.until(story.today + timedelta(days=60))

    assert disputed == {c.number for c in story.dossier.open_cases if c.dispute}
    letters = [x for x in story.left[start:] if x.day > story.log[0][0]]
    assert not any(set(x.cases) & disputed for x in letters)


@given(trades, invoices, histories, histories)
@many
def test_a_paid_invoice_is_never_written_about_again(rules, bills, history, more):
    story = play(rules, bills, history)
    for number in story.dossier.cases:
        story.paid(number)
    start = len(story.left)
    for one in more:
        story.day(story.today + timedelta(days=one.gap))
        if one.what != "due":  # a higher total would be a new debt
            one.reach(story)
    story.until(story.today + timedelta(days=60))

    assert story.left[start:] == []
    assert all(not case.reviews for case in story.dossier.cases.values())


@given(trades, invoices, histories)
@many
def test_a_letter_that_news_overtook_cannot_be_taken(rules, bills, history):
    story = play(rules, bills, history)
    stale = [LetterLeaves(x.plan, "late", "<late@x>", "0") for x in story.left]

    for fact in stale:
        assert decide(rules, story.dossier, fact, story.today) == ()


@given(trades, invoices, st.integers(1, 60))
@many
def test_a_machine_that_was_off_sends_one_reminder(rules, bills, off):
    story = Story(rules, "2026-02-02")
    for name, (ahead, total) in zip(NUMBERS, bills, strict=False):
        story.invoice(name, due=date(2026, 2, 20) + timedelta(days=ahead), total=total)
    story.off_until(date(2026, 3, 2) + timedelta(days=off)).letters_leave()

    reminded = [case for letter in story.left for case in letter.cases]
    assert len(story.left) <= 1
    assert len(reminded) == len(set(reminded))
    for letter in story.left:  # the first step that still makes sense, no later one
        firsts = {"step:un", "step:relance J0", "step:relance courtoise"}
        steps = {item.due.occasion for item in letter.plan.items}
        assert steps <= firsts | {"step:avant échéance"}


@given(trades, invoices, histories, st.sampled_from(list(LetterState)))
@many
def test_a_letter_that_left_has_left(rules, bills, history, fate):
    story = play(rules, bills, history)
    for letter in {
        x.letter
        for case in story.dossier.cases.values()
        for x in case.letters
        if x.state is LetterState.SENT
    }:
        assert decide(rules, story.dossier, LetterFate(letter, fate), story.today) == ()
