"""Readable builders of the trade's values, and a story that plays day by day."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from relancebot.domain import events as e
from relancebot.domain.calendar import WorkCalendar
from relancebot.domain.decide import decide
from relancebot.domain.decide.answers import NEEDS_PERSON
from relancebot.domain.dossier import (
    Case,
    Dossier,
    LetterState,
    Promise,
    Standing,
    standing,
)
from relancebot.domain.events import Decision, Event, ReviewKind
from relancebot.domain.evolve import evolve
from relancebot.domain.facts import (
    AnswerRead,
    DayBegan,
    Fact,
    HoldAsked,
    InvoiceSeen,
    LetterFate,
    LetterLeaves,
    PaymentSeen,
    PersonDecided,
    ResumeAsked,
)
from relancebot.domain.invoice import Contact, InvoiceRow, Role
from relancebot.domain.money import Money
from relancebot.domain.plan import CasePlan, DayPlan, LetterPlan, plan_day
from relancebot.domain.policy import (
    Account,
    Channel,
    Confirm,
    Creditor,
    DebtorKind,
    Origin,
    Policy,
    Scenario,
    Secret,
    Server,
    Step,
    Tone,
)
from relancebot.domain.reading import (
    BounceRead,
    Claim,
    DisputeRead,
    DisputeReason,
    Kind,
    Label,
    PromiseRead,
    Reading,
    Span,
)
from relancebot.domain.trade import Trade

ONE_DAY = timedelta(days=1)
Kept = TypeVar("Kept")
ACCOUNTING = Contact("compta@lumen.example", "Karine Roussel", Role.ACCOUNTING)


def on(day: str | date) -> date:
    """Read a day written as in the stories."""
    return date.fromisoformat(day) if isinstance(day, str) else day


STANDARD = Scenario(
    "standard",
    (
        Step("avant échéance", -3, template="avant-echeance", tone=Tone.NOTICE),
        Step("relance courtoise", 3, template="relance-1", deadline_days=5),
        Step(
            "relance ferme", 10, template="relance-2", tone=Tone.FIRM, deadline_days=8
        ),
        Step("appel", 20, channel=Channel.CALL, template="appel", tone=Tone.FIRM),
        Step(
            "mise en demeure",
            30,
            channel=Channel.LETTER,
            template="mise-en-demeure",
            tone=Tone.FORMAL_NOTICE,
            confirm=Confirm.PERSON,
            deadline_days=15,
        ),
    ),
    min_spacing_days=7,
)
MAILS_ONLY = Scenario(
    "mails",
    (
        Step("un", 3, template="relance-1", deadline_days=5),
        Step("deux", 10, template="relance-2", tone=Tone.FIRM),
        Step("trois", 12, template="relance-2", tone=Tone.FIRM, deadline_days=8),
        Step("quatre", 20, template="relance-3", tone=Tone.FORMAL),
    ),
    min_spacing_days=5,
)


def _from_first(name: str, after: int, channel: Channel, tone: Tone, days: int) -> Step:
    return Step(
        name,
        after,
        channel,
        name,
        tone,
        Confirm.AUTO if channel is Channel.MAIL else Confirm.PERSON,
        Origin.FIRST_REMINDER,
        days,
    )


RECOUVEO = Scenario(
    "recouveo",
    (
        Step("relance J0", 1, template="relance-1", deadline_days=4),
        _from_first("appel J5", 5, Channel.CALL, Tone.COURTEOUS, 0),
        _from_first("relance J10", 10, Channel.MAIL, Tone.FIRM, 4),
        _from_first("recommandé J10", 10, Channel.LETTER, Tone.FIRM, 4),
        _from_first("mise en demeure J15", 15, Channel.LETTER, Tone.FORMAL_NOTICE, 8),
        _from_first("transmission J20", 20, Channel.HAND_OVER, Tone.FORMAL, 0),
    ),
    min_spacing_days=5,
)


def policy(scenario: Scenario = STANDARD, **changes: object) -> Policy:
    """The rules of one consultant; anything may be said otherwise."""
    plain = Policy(
        creditor=Creditor("Thomas Martin Conseil"),
        accounts=(
            Account(
                "principal",
                "thomas@conseil.example",
                Server("imap.conseil.example", 993),
                Server("smtp.conseil.example", 465),
                Secret(env="MOT_DE_PASSE"),
            ),
        ),
        scenarios=tuple(dict.fromkeys((STANDARD, MAILS_ONLY, RECOUVEO, scenario))),
        scenario=scenario.name,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field by name


def trade(
    scenario: Scenario = STANDARD, holidays: Iterable[date] = (), **changes: object
) -> Trade:
    """The rules with a working calendar."""
    return Trade(policy(scenario, **changes), WorkCalendar(frozenset(holidays)))


def ladder(*steps: Step, spacing: int = 5, **changes: object) -> Trade:
    """The rules with a scenario of these steps."""
    return trade(Scenario("essai", steps, min_spacing_days=spacing), (), **changes)


def row(number: str = "2026-001", **changes: object) -> InvoiceRow:
    """One row of an invoice file."""
    plain = InvoiceRow(
        number=number,
        client="Atelier Lumen SARL",
        client_id="lumen",
        total=Money.of("1200.00"),
        open=Money.of("1200.00"),
        issued=date(2026, 1, 28),
        due=date(2026, 2, 27),
        contacts=(ACCOUNTING,),
        debtor_kind=DebtorKind.PRO,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field by name


@dataclass(frozen=True)
class Says:
    """One part of an answer: what it claims, and of which invoice."""

    label: Label
    invoice: str | None = None
    by: str | date | None = None
    amount: str | None = None
    reason: DisputeReason = DisputeReason.QUALITY


def promises(
    by: str | date, invoice: str | None = None, amount: str | None = None
) -> Says:
    """« Je vous règle lundi. »"""
    return Says(Label.PROMISE, invoice, by, amount)


def disputes(
    invoice: str | None = None, reason: DisputeReason = DisputeReason.QUALITY
) -> Says:
    """« Le travail n’est pas conforme. »"""
    return Says(Label.DISPUTE, invoice, reason=reason)


def reading(
    *parts: Says | Label,
    kind: Kind = Kind.HUMAN,
    confidence: float = 0.95,
    review: bool | None = None,
    paid_on: str | None = None,
    returns: str | date | None = None,
    bounce: BounceRead | None = None,
    text: str = "",
) -> Reading:
    """What was understood of an answer; unclear ones say so by ``review``."""
    said = [Says(part) if isinstance(part, Label) else part for part in parts]
    spot = Span(0, 10)
    disputed = next((p for p in said if p.label is Label.DISPUTE), None)
    return Reading(
        kind,
        text,
        claims=tuple(Claim(p.label, "…", "rule", spot, p.invoice) for p in said),
        promises=tuple(
            PromiseRead(
                on(p.by),
                "…",
                "rule",
                spot,
                amount=Money.of(p.amount).amount if p.amount else None,
                invoice=p.invoice,
            )
            for p in said
            if p.label is Label.PROMISE and p.by
        ),
        dispute=DisputeRead(
            disputed.reason, "…", "rule", spot, invoice=disputed.invoice
        )
        if disputed
        else None,
        paid_on=on(paid_on) if paid_on else None,
        return_date=on(returns) if returns else None,
        bounce=bounce,
        review=bool({p.label for p in said} & NEEDS_PERSON) or not said
        if review is None
        else review,
        confidence=confidence,
    )


@dataclass(frozen=True)
class Left:
    """A letter that left, on its day."""

    day: date
    plan: LetterPlan

    @property
    def template(self) -> str:
        return self.plan.template

    @property
    def cases(self) -> tuple[str, ...]:
        return tuple(item.case for item in self.plan.items)


class Story:
    """One client's history, played as the daemon plays it.

    A day is: the news (answers, money, the person), then ``DayBegan``, then the
    letters. ``day`` closes the days before the one it goes to; ``letters_leave``
    closes the present one. ``watch`` is called before each letter is taken. With
    ``by_wake``, days before the one that was noted for waking are slept through.
    """

    def __init__(
        self,
        rules: Trade | None = None,
        start: str | date = "2026-02-02",
        *,
        by_wake: bool = False,
    ) -> None:
        self.trade = rules or trade()
        self.today = on(start)
        self.dossier_or_none: Dossier | None = None
        self.log: list[tuple[date, Event]] = []
        self.left: list[Left] = []
        self.watch: Callable[[Story, LetterPlan], None] = lambda _story, _plan: None
        self.fate = LetterState.SENT
        self.by_wake = by_wake
        self.wake: date | None = None
        self._closed = False
        self._counter = 0

    # --- looking ---

    @property
    def promise(self) -> Promise:
        """The promise that is being waited for."""
        promise = self.case().open_promise
        assert promise is not None, "no promise is open"
        return promise

    @property
    def dossier(self) -> Dossier:
        assert self.dossier_or_none is not None, "no invoice was seen"
        return self.dossier_or_none

    def case(self, number: str = "2026-001") -> Case:
        return self.dossier.cases[number]

    def stands(self, number: str = "2026-001") -> Standing:
        return standing(self.dossier.client, self.case(number), self.today)

    def plan(self) -> DayPlan:
        return plan_day(self.trade, self.dossier, self.today)

    def next(self, number: str = "2026-001") -> CasePlan:
        return next(p for p in self.plan().cases if p.case == number)

    def happened(self, *kinds: type[Kept]) -> list[Kept]:
        return [event for _, event in self.log if isinstance(event, kinds)]

    def templates(self) -> list[tuple[str, str]]:
        return [(str(x.day), x.template) for x in self.left]

    def waiting(self) -> list[ReviewKind]:
        return [
            r.kind
            for r in (
                *self.dossier.client.reviews,
                *(r for c in self.dossier.cases.values() for r in c.reviews),
            )
        ]

    # --- facts ---

    def fact(self, fact: Fact) -> tuple[Event, ...]:
        events = decide(self.trade, self.dossier_or_none, fact, self.today)
        for event in events:
            self.dossier_or_none = evolve(self.dossier_or_none, event)
            self.log.append((self.today, event))
        self._draw()
        return events

    def _draw(self) -> None:
        """Note the day to wake on, which is then waited for without looking again."""
        if self.by_wake and self.dossier_or_none is not None:
            self.wake = self.plan().wake_on

    def name(self, what: str) -> str:
        self._counter += 1
        return f"{what}-{self._counter}"

    def invoice(self, number: str = "2026-001", **changes: object) -> "Story":
        if isinstance(due := changes.get("due"), str):
            changes["due"] = on(due)
        if isinstance(total := changes.get("total"), str):
            changes["total"] = changes["open"] = Money.of(total)
        self.fact(InvoiceSeen(row(number, **changes), "REF-1"))
        return self

    def answer(
        self,
        *parts: Says | Label,
        about: Iterable[str] | None = None,
        trusted: bool = True,
        threaded: bool = True,
        read: Reading | None = None,
        **how: object,
    ) -> "Story":
        self.fact(
            AnswerRead(
                self.name("mail"),
                self.today,
                read or reading(*parts, **how),  # type: ignore[arg-type]  # by name
                tuple(self.dossier.cases if about is None else about),
                trusted,
                threaded,
                self.trade.policy.reader.act_alone_from,
            )
        )
        return self

    def paid(self, number: str = "2026-001", amount: str | None = None) -> "Story":
        sum_ = Money.of(amount) if amount is not None else None
        self.fact(PaymentSeen(number, self.today, "bank", sum_))
        return self

    def hold(self, number: str | None = None, until: str | None = None) -> "Story":
        self.fact(HoldAsked(number, on(until) if until else None))
        return self

    def resume(self, number: str = "2026-001") -> "Story":
        self.fact(ResumeAsked(number))
        return self

    def decides(
        self,
        kind: ReviewKind,
        decision: Decision,
        number: str | None = "2026-001",
        **with_: object,
    ) -> "Story":
        """The person answers the open item of that kind."""
        reviews = (
            self.dossier.client.reviews if number is None else self.case(number).reviews
        )
        key = next(r.key for r in reviews if r.kind is kind)
        if isinstance(by := with_.get("by"), str):
            with_["by"] = on(by)
        self.fact(PersonDecided(number, key, decision, **with_))  # type: ignore[arg-type]  # any field by name
        return self

    # --- days ---

    def letters_leave(self) -> "Story":
        """Close the present day: what time alone changes, then the letters."""
        if self._closed or self.dossier_or_none is None:
            return self
        self._closed = True
        if self.by_wake and (self.wake is None or self.wake > self.today):
            return self
        self.fact(DayBegan())
        # A refused letter waits for its hour; at most one more try in a day here.
        for _ in range(8):
            ready = [x for x in self.plan().letters if not self._tried_today(x)]
            if not ready:
                break
            self._leave(ready[0])
        self._draw()
        return self

    def _tried_today(self, plan: LetterPlan) -> bool:
        records = [self.case(i.case).letter_for(i.due.occasion) for i in plan.items]
        return any(
            r and r.state is LetterState.REFUSED and r.on == self.today for r in records
        )

    def _leave(self, plan: LetterPlan) -> None:
        self.watch(self, plan)
        letter = self.name("letter")
        digest = hashlib.sha256(letter.encode()).hexdigest()
        taken = self.fact(LetterLeaves(plan, letter, f"<{letter}@relance>", digest))
        assert taken, "a planned letter can be taken"
        retry = datetime.combine(self.today, time(10), UTC) + ONE_DAY
        permanent, fate = self.fate is LetterState.TAKEN, self.fate
        state = LetterState.REFUSED if permanent else fate
        self.fact(
            LetterFate(
                letter,
                state,
                permanent,
                retry if state is LetterState.REFUSED and not permanent else None,
            )
        )
        if state is not LetterState.REFUSED:
            self.left.append(Left(self.today, plan))

    def off_until(self, day: str | date) -> "Story":
        """The machine is down until that day."""
        self.today, self._closed = on(day), False
        return self

    def day(self, day: str | date) -> "Story":
        """Let the days pass until the morning of that one."""
        goal = on(day)
        assert goal >= self.today, f"{goal} is before {self.today}"
        while self.today < goal:
            self.letters_leave()
            self.today += ONE_DAY
            self._closed = False
        return self

    def until(self, day: str | date) -> "Story":
        """Let the days pass, that one included."""
        return self.day(day).letters_leave()


def evidence(message: str = "mail-1") -> e.Evidence:
    """Some words of a mail."""
    return e.Evidence(message, "rule", 0, 10)
