"""Random histories of a client, and the watch that holds every letter to the laws."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from relancebot.domain import dossier as d
from relancebot.domain import events as e
from relancebot.domain.dossier import LetterState
from relancebot.domain.events import Decision
from relancebot.domain.facts import PersonDecided
from relancebot.domain.plan import LetterPlan
from relancebot.domain.policy import (
    Caps,
    Confirm,
    InvoiceRule,
    MeansOfPayment,
    PromiseRules,
    Tone,
    Waiting,
)
from relancebot.domain.reading import BounceRead, DisputeReason, Kind, Label
from relancebot.domain.trade import Trade
from tests.domain.builders import (
    ACCOUNTING,
    MAILS_ONLY,
    ONE_DAY,
    RECOUVEO,
    STANDARD,
    Says,
    Story,
    reading,
    trade,
)

NUMBERS = ("A", "B", "C")
START = date(2026, 2, 2)
HOLIDAYS = (date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 8), date(2026, 5, 14))
TONES = tuple(Tone)

CLEAR = (True, True, 0.95, None)

days_ahead = st.integers(-2, 14)


@dataclass(frozen=True)
class News:
    """One thing that happens, ``gap`` days after the thing before it."""

    gap: int
    what: str
    how: tuple[object, ...] = ()

    def reach(self, story: Story) -> None:
        """Let it happen in a story."""
        getattr(self, f"_{self.what}")(story, *self.how)

    def _answer(self, story: Story, parts: tuple[Any, ...], *how: Any) -> None:
        trusted, threaded, confidence, review, cases = how
        said = tuple(
            Says(
                label,
                invoice,
                story.today + timedelta(days=ahead) if label is Label.PROMISE else None,
                amount,
            )
            for label, invoice, ahead, amount in parts
        )
        story.answer(
            *said,
            about=cases,
            trusted=trusted,
            threaded=threaded,
            confidence=confidence,
            review=review,
        )

    def _absence(self, story, label, ahead):
        returns = None if ahead is None else story.today + timedelta(days=ahead)
        # Even a robot whose words look like a promise or a dispute makes none.
        said = (Says(Label.PROMISE, None, story.today + 5 * ONE_DAY), label)
        read = reading(
            *said, Label.DISPUTE, kind=Kind.AUTO_REPLY, returns=returns, review=False
        )
        story.answer(read=read)

    def _bounce(self, story, hard, email):
        story.answer(
            read=reading(
                Label.BOUNCE, kind=Kind.BOUNCE, bounce=BounceRead((email,), hard)
            )
        )

    def _paid(self, story, number, amount):
        story.paid(number, amount)

    def _hold(self, story, number, ahead):
        until = None if ahead is None else str(story.today + timedelta(days=ahead))
        story.hold(number, until)

    def _resume(self, story, number):
        story.resume(number)

    def _due(self, story, number, shift, total):
        due = date(2026, 2, 20) + timedelta(days=shift)
        story.invoice(number, due=due, total=total)

    def _person(self, story: Story, pick: int, decision: Decision, ahead: int) -> None:
        items: list[tuple[str | None, d.Review]] = [
            (None, r) for r in story.dossier.client.reviews
        ]
        items += [
            (c.number, r) for c in story.dossier.cases.values() for r in c.reviews
        ]
        if not items:
            return
        number, review = items[pick % len(items)]
        day = story.today + timedelta(days=ahead)
        story.fact(
            PersonDecided(
                number,
                review.key,
                decision,
                by=day if decision is Decision.PROMISE else None,
                means=MeansOfPayment.CARD,
                until=day if decision is Decision.HOLD else None,
                reason=DisputeReason.AMOUNT,
            )
        )

    def _says(self, story, label, invoice, ahead):
        """One clear thing, by a known contact, in answer to a letter of ours."""
        self._answer(story, ((label, invoice, ahead, None),), *CLEAR, ())

    def _tidy(self, story, decision):
        """The person goes through everything that waits."""
        for pick in range(12):
            self._person(story, pick, decision, 5)

    def _fate(self, story, fate):
        story.fate = fate


number = st.sampled_from(NUMBERS)
part = st.tuples(
    st.sampled_from(
        [Label.PROMISE] * 6
        + [
            Label.PAID_CLAIM,
            Label.DISPUTE,
            Label.ACKNOWLEDGEMENT,
            Label.PROMISE_UNDATED,
        ]
        + list(Label)
    ),
    st.none() | number,
    days_ahead,
    st.none() | st.sampled_from(["100.00", "5000.00"]),
)
clear_answer = st.tuples(
    st.lists(part, min_size=1, max_size=3).map(tuple),
    st.just(value=True),
    st.just(value=True),
    st.just(0.95),
    st.none(),
    st.sampled_from([(), ("A",), ("A", "B")]),
)
any_answer = st.tuples(
    st.lists(part, max_size=3).map(tuple),
    st.booleans(),
    st.booleans(),
    st.sampled_from([0.95, 0.4]),
    st.sampled_from([None, False, True]),
    st.sampled_from([(), ("A",), ("B", "C"), ("A", "B", "C")]),
)
one_thing = st.tuples(
    st.just("says"),
    st.tuples(
        st.sampled_from(
            [Label.PROMISE] * 3
            + [
                Label.PAID_CLAIM,
                Label.DISPUTE,
                Label.PROMISE_UNDATED,
                Label.AWAITING_APPROVAL,
                Label.DOCUMENT_REQUEST,
                Label.ACKNOWLEDGEMENT,
            ]
        ),
        st.none() | number,
        st.integers(0, 9),
    ),
)
tidying = st.tuples(
    st.just("tidy"),
    st.tuples(
        st.sampled_from(
            [Decision.SEND, Decision.DONE, Decision.NOTHING, Decision.NOT_SENT]
        )
    ),
)
what = st.one_of(
    one_thing,
    one_thing,
    one_thing,
    tidying,
    tidying,
    st.tuples(st.just("answer"), clear_answer),
    st.tuples(st.just("answer"), clear_answer),
    st.tuples(st.just("answer"), any_answer),
    st.tuples(
        st.just("absence"),
        st.tuples(
            st.sampled_from([Label.OUT_OF_OFFICE, Label.AUTO_ACK]),
            st.none() | st.integers(-1, 70),
        ),
    ),
    st.tuples(
        st.just("bounce"),
        st.tuples(
            st.booleans(), st.sampled_from([ACCOUNTING.email, "else@else.example"])
        ),
    ),
    st.tuples(
        st.just("paid"),
        st.tuples(number, st.none() | st.sampled_from(["100.00", "50.00"])),
    ),
    st.tuples(
        st.just("hold"), st.tuples(st.none() | number, st.none() | st.integers(0, 15))
    ),
    st.tuples(st.just("resume"), st.tuples(number)),
    st.tuples(
        st.just("due"),
        st.tuples(number, st.integers(-40, 30), st.sampled_from(["1200.00", "900.00"])),
    ),
    st.tuples(
        st.just("fate"),
        st.tuples(
            st.sampled_from(
                [LetterState.SENT] * 3
                + [LetterState.REFUSED, LetterState.UNKNOWN, LetterState.TAKEN]
            )
        ),
    ),
    st.tuples(
        st.just("person"),
        st.tuples(st.integers(0, 5), st.sampled_from(list(Decision)), days_ahead),
    ),
    st.tuples(
        st.just("person"),
        st.tuples(
            st.integers(0, 5),
            st.sampled_from([Decision.DONE, Decision.SEND, Decision.NOTHING]),
            days_ahead,
        ),
    ),
)
news = st.builds(
    lambda gap, pair: News(gap, *pair), st.sampled_from([0, 0, 1, 2, 3, 5, 9]), what
)
histories = st.lists(news, max_size=14)

trades = st.builds(
    lambda scenario, caps, confirm, waiting, rule: trade(
        scenario,
        HOLIDAYS,
        caps=caps,
        promises=PromiseRules(confirmation=confirm),
        waiting=waiting,
        invoices=(rule,) if rule else (),
    ),
    st.sampled_from([STANDARD, MAILS_ONLY, RECOUVEO]),
    st.sampled_from([Caps(), Caps(per_client_per_week=1), Caps(per_case=2)]),
    st.sampled_from(list(Confirm)),
    st.sampled_from([Waiting(), Waiting(any_answer_worked_days=0)]),
    st.sampled_from(
        [
            None,
            InvoiceRule("A", confirm=Confirm.PERSON),
            InvoiceRule("B", hold_until=date(2026, 3, 10)),
        ]
    ),
)
invoices = st.lists(
    st.tuples(st.integers(-15, 40), st.sampled_from(["1200.00", "350.00", "9000.00"])),
    min_size=1,
    max_size=3,
)


@dataclass
class Watch:
    """Holds each letter, in the moment it is taken, to every law of sending.

    It keeps its own account of what left and who wrote, beside the program's.
    """

    taken: set[tuple[str, str]]
    reminded_on: list[date]

    def __call__(self, story: Story, plan: LetterPlan) -> None:
        client, today = story.dossier.client, story.today
        assert plan.items
        assert plan.to.email not in client.dead_addresses
        assert story.trade.calendar.is_worked(today), "letters fall on worked days"
        assert client.insolvent is None
        for event in story.happened(e.ReviewClosed):
            # The person alone can know that a letter had not left after all.
            if event.decision is Decision.NOT_SENT:
                self._forget(story, event.case)
        for item in plan.items:
            occasion = (item.case, item.due.occasion)
            assert occasion not in self.taken, "no letter twice"
            case = story.case(item.case)
            assert case.balance.amount > 0
            assert case.dispute is None
            assert case.claim is None
            assert case.handed_over is None
            assert case.written_off is None
            assert not any(h.until is None or h.until >= today for h in case.holds)
            assert not any(h.until is None or h.until >= today for h in client.holds)
            assert d.blocking_review(client, case) is None
            terms = story.trade.terms(client, case)
            assert terms.hold_until is None or terms.hold_until < today
            assert not any(
                x.state in {LetterState.TAKEN, LetterState.UNKNOWN}
                for x in case.letters
            )
            last = case.letter_for(item.due.occasion)
            if last is not None:
                assert last.state is LetterState.REFUSED
                assert last.retry_at is None or last.retry_at.date() <= today
            assert item.due.tone is not Tone.FORMAL_NOTICE or (
                item.due.occasion in case.approved
            )
            if plan.reminder:
                self._reminder(story, plan, case)
            else:
                assert case.open_promise is not None
                assert case.open_promise.by > today, "confirmed before its day"
            if story.fate in {LetterState.SENT, LetterState.UNKNOWN}:
                self.taken.add(occasion)
        if plan.reminder:
            self._one_a_day(story)

    def _forget(self, story: Story, number: str) -> None:
        refused = {
            (number, x.occasion)
            for x in story.case(number).letters
            if x.state is LetterState.REFUSED
        }
        self.taken -= refused

    def _reminder(self, story: Story, plan: LetterPlan, case: d.Case) -> None:
        today, client = story.today, story.dossier.client
        due = next(i.due for i in plan.items if i.case == case.number)
        answers = [event.on for event in story.happened(e.AnswerArrived)]
        assert today not in answers, "an answer stops everything that very day"
        assert client.quiet_until is None or client.quiet_until < today
        assert case.open_promise is None
        stands = d.standing(client, case, today)
        assert isinstance(stands, d.Reminding | d.PromiseFailed | d.Upcoming)
        assert TONES.index(plan.tone) <= TONES.index(due.tone), "the softest speaks"
        if due.tone is Tone.NOTICE:
            assert today < case.due, "a notice comes before the due date"
        elif case.late_reminders:
            spacing = story.trade.terms(client, case).scenario.min_spacing_days
            since = today - case.late_reminders[-1].on
            assert since >= timedelta(days=spacing), "reminders are spaced"
        assert all(day < today for day in case.deadlines()), "a delay is a delay"
        if due.occasion.startswith("step:"):  # a broken promise has its own tone
            assert all(
                TONES.index(x.tone) <= TONES.index(due.tone) for x in case.reminders
            ), "the scenario never softens"
        caps = story.trade.policy.caps
        assert len(case.reminders) < caps.per_case or due.occasion in case.approved

    def _one_a_day(self, story: Story) -> None:
        today, caps = story.today, story.trade.policy.caps
        assert today not in self.reminded_on, "one reminder a client and a day"
        week = [day for day in self.reminded_on if today - day < timedelta(days=7)]
        assert len(week) < caps.per_client_per_week
        if story.fate in {LetterState.SENT, LetterState.UNKNOWN}:
            self.reminded_on.append(today)


def play(
    rules: Trade,
    bills: list[tuple[int, str]],
    history: list[News],
    *,
    by_wake: bool = True,
) -> Story:
    """Play a history to its end, and some weeks of silence after it."""
    story = Story(rules, START, by_wake=by_wake)
    story.watch = Watch(set(), [])
    for name, (ahead, total) in zip(NUMBERS, bills, strict=False):
        story.invoice(name, due=date(2026, 2, 20) + timedelta(days=ahead), total=total)
    story.day(date(2026, 2, 24))
    for one in history:
        story.day(story.today + timedelta(days=one.gap))
        one.reach(story)
    return story.until(story.today + timedelta(days=30))
