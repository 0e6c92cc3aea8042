"""A client's file: the client and one case an invoice, folded from their events.

A case keeps what happened side by side (steps, letters, promises, dispute, claim,
holds, review items); where it stands is derived from them by one table of
priorities, so a promise can never overwrite a dispute.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from relancebot.domain.events import Evidence, HoldWhy, ReviewKind
from relancebot.domain.invoice import Contact
from relancebot.domain.ledger import Payment
from relancebot.domain.money import Money
from relancebot.domain.policy import (
    Channel,
    DebtorKind,
    Formality,
    Language,
    MeansOfPayment,
    Tone,
)
from relancebot.domain.reading import DisputeReason

BLOCKING = frozenset(ReviewKind) - {
    # Tasks beside the scenario: they wait for the person, the scenario does not.
    ReviewKind.CALL,
    ReviewKind.DOCUMENT,
    # These stop their own step only; the plan knows it by the step itself.
    ReviewKind.APPROVE,
    ReviewKind.LETTER,
    ReviewKind.HAND_OVER,
}
"""Review items that keep every reminder back until the person has decided."""


class PromiseState(StrEnum):
    """What became of a promise to pay."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    BROKEN = "broken"
    REPLACED = "replaced"


class LetterState(StrEnum):
    """How far a letter got."""

    TAKEN = "taken"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Hold:
    """A suspension; ``until`` is its last day, or the person ends it."""

    why: HoldWhy
    until: date | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Something that waits for the person."""

    key: str
    kind: ReviewKind
    on: date
    occasion: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise to pay, and what became of it."""

    by: date
    wait_until: date
    on: date
    amount: Money | None = None
    means: MeansOfPayment = MeansOfPayment.TRANSFER
    state: PromiseState = PromiseState.OPEN
    evidence: Evidence | None = None
    paid_before: Money | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """An open dispute."""

    reason: DisputeReason
    on: date
    amount: Money | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class PaymentClaim:
    """« Déjà payé »: the bank is awaited until ``check_on``."""

    on: date
    check_on: date
    paid_on: date | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """One letter about this invoice, from the moment it was taken."""

    occasion: str
    letter: str
    message_id: str
    to: tuple[str, ...]
    tone: Tone
    on: date
    state: LetterState
    deadline: date | None = None
    reminder: bool = True
    permanent: bool = False
    retry_at: datetime | None = None
    refusals: int = 0


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A step done by a person (call, registered letter) or left out by them."""

    occasion: str
    channel: Channel
    on: date
    tone: Tone
    deadline: date | None = None
    skipped: bool = False


@dataclass(frozen=True)
class Case:
    """One invoice and all that happened to it."""

    number: str
    client: str
    total: Money
    issued: date | None
    due: date
    subject: str = ""
    order_reference: str = ""
    paid: Money = field(default_factory=Money.zero)
    last_payment: date | None = None
    payments: tuple[Payment, ...] = ()
    promises: tuple[Promise, ...] = ()
    dispute: Dispute | None = None
    claim: PaymentClaim | None = None
    holds: tuple[Hold, ...] = ()
    reviews: tuple[Review, ...] = ()
    letters: tuple[LetterRecord, ...] = ()
    steps: tuple[StepRecord, ...] = ()
    approved: frozenset[str] = frozenset()
    handed_over: date | None = None
    written_off: date | None = None

    @property
    def balance(self) -> Money:
        """What is still owed (never below zero)."""
        rest = self.total - self.paid
        return rest if rest.amount > 0 else Money.zero(self.total.currency)

    @property
    def settled(self) -> bool:
        """Nothing is owed any more."""
        return self.balance.amount <= 0

    @property
    def open_promise(self) -> Promise | None:
        """The promise that is being waited for, if any."""
        return next((p for p in self.promises if p.state is PromiseState.OPEN), None)

    @property
    def broken_promises(self) -> int:
        """How many promises were broken: the rank."""
        return sum(p.state is PromiseState.BROKEN for p in self.promises)

    @property
    def reminders(self) -> tuple[LetterRecord, ...]:
        """The reminders that left, or may have left, in order."""
        return tuple(
            letter
            for letter in self.letters
            if letter.reminder and letter.state is not LetterState.REFUSED
        )

    @property
    def late_reminders(self) -> tuple[LetterRecord, ...]:
        """The reminders of a late invoice: a notice before the due date is none."""
        return tuple(x for x in self.reminders if x.tone is not Tone.NOTICE)

    @property
    def tones(self) -> frozenset[Tone]:
        """How firmly the client was written to about this invoice, by mail or post."""
        posted = (
            s for s in self.steps if s.channel is Channel.LETTER and not s.skipped
        )
        return frozenset({*(x.tone for x in self.reminders), *(s.tone for s in posted)})

    def deadlines(self, leaving_out: Container[str] = ()) -> tuple[date, ...]:
        """The last days that letters announced, but for those of some occasions."""
        announced = [(x.occasion, x.deadline) for x in self.reminders]
        announced += [(x.occasion, x.deadline) for x in self.steps]
        return tuple(
            deadline
            for occasion, deadline in announced
            if deadline is not None and occasion not in leaving_out
        )

    def letter_for(self, occasion: str) -> LetterRecord | None:
        """The latest letter of an occasion."""
        return next((x for x in reversed(self.letters) if x.occasion == occasion), None)

    def is_done(self, occasion: str) -> bool:
        """Tell whether an occasion has had its letter or its deed."""
        letter = self.letter_for(occasion)
        return (letter is not None and letter.state is not LetterState.REFUSED) or any(
            step.occasion == occasion for step in self.steps
        )


@dataclass(frozen=True)
class Client:
    """Who owes: their contacts, and what stops every reminder to them."""

    id: str
    name: str
    reference: str
    contacts: tuple[Contact, ...] = ()
    debtor_kind: DebtorKind = DebtorKind.UNKNOWN
    language: Language | None = None
    formality: Formality | None = None
    quiet_until: date | None = None
    last_answer: date | None = None
    holds: tuple[Hold, ...] = ()
    reviews: tuple[Review, ...] = ()
    dead_addresses: frozenset[str] = frozenset()
    soft_bounces: tuple[tuple[str, date], ...] = ()
    insolvent: date | None = None


@dataclass(frozen=True)
class Dossier:
    """A client with all their cases: what one decision looks at."""

    client: Client
    cases: Mapping[str, Case] = field(default_factory=dict)

    @property
    def open_cases(self) -> tuple[Case, ...]:
        """The cases on which something is still owed and pursued."""
        return tuple(
            case
            for case in self.cases.values()
            if not case.settled and case.written_off is None
        )


# --- where a case stands --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settled:
    """Paid in full."""

    on: date | None


@dataclass(frozen=True, slots=True)
class WrittenOff:
    """Given up by the person."""

    on: date


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Passed on to somebody else to collect."""

    on: date


@dataclass(frozen=True, slots=True)
class Insolvent:
    """The client is under an insolvency procedure."""

    on: date


@dataclass(frozen=True, slots=True)
class UnderReview:
    """A person must look before anything leaves."""

    why: ReviewKind
    since: date


@dataclass(frozen=True, slots=True)
class Disputed:
    """The debt is contested."""

    reason: DisputeReason
    on: date
    amount: Money | None


@dataclass(frozen=True, slots=True)
class Held:
    """Suspended until a day, or until the person says so."""

    why: HoldWhy
    until: date | None


@dataclass(frozen=True, slots=True)
class ClaimedPaid:
    """Said to be paid; the bank is awaited."""

    paid_on: date | None
    check_on: date


@dataclass(frozen=True, slots=True)
class Promised:
    """A payment is promised and its day, with tolerance, has not passed."""

    by: date
    wait_until: date
    amount: Money | None


@dataclass(frozen=True, slots=True)
class PromiseFailed:
    """The last promise was not kept, for the ``rank``-th time."""

    by: date
    rank: int


@dataclass(frozen=True, slots=True)
class Reminding:
    """The scenario runs; ``level`` counts the reminders since the due date."""

    level: int


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Not yet due."""

    due: date


Standing = (
    Settled
    | WrittenOff
    | HandedOver
    | Insolvent
    | UnderReview
    | Disputed
    | Held
    | ClaimedPaid
    | Promised
    | PromiseFailed
    | Reminding
    | Upcoming
)


def standing(client: Client, case: Case, today: date) -> Standing:
    """Tell where a case stands; the first row that holds decides."""
    if case.settled:
        return Settled(case.last_payment)
    if case.written_off:
        return WrittenOff(case.written_off)
    if case.handed_over:
        return HandedOver(case.handed_over)
    if client.insolvent:
        return Insolvent(client.insolvent)
    if case.dispute:  # before review: a dispute is known, and has its own item
        return Disputed(case.dispute.reason, case.dispute.on, case.dispute.amount)
    if review := blocking_review(client, case):
        return UnderReview(review.kind, review.on)
    if hold := longest_hold((*case.holds, *client.holds), today):
        return Held(hold.why, hold.until)
    if case.claim:
        return ClaimedPaid(case.claim.paid_on, case.claim.check_on)
    if promise := case.open_promise:
        return Promised(promise.by, promise.wait_until, promise.amount)
    if failed := failed_promise(case):
        return PromiseFailed(failed.by, case.broken_promises)
    if case.late_reminders or case.due < today:
        return Reminding(len(case.late_reminders))
    return Upcoming(case.due)


def blocking_review(client: Client, case: Case) -> Review | None:
    """Give the first review item that keeps reminders back."""
    return next(
        (r for r in (*case.reviews, *client.reviews) if r.kind in BLOCKING), None
    )


def longest_hold(holds: tuple[Hold, ...], today: date) -> Hold | None:
    """Give the suspension that lasts longest, of those that still run."""
    running = [h for h in holds if h.until is None or h.until >= today]
    return max(running, key=lambda h: h.until or date.max, default=None)


def failed_promise(case: Case) -> Promise | None:
    """Give the last promise when it was not kept and nothing replaced it."""
    last = next(
        (p for p in reversed(case.promises) if p.state is not PromiseState.REPLACED),
        None,
    )
    if last and last.state in {PromiseState.BROKEN, PromiseState.PARTLY_KEPT}:
        return last
    return None
