"""What happened, as the append-only log keeps it.

An event is never changed and never removed. It holds no words of people: where a
mail is the ground, :class:`Evidence` names the message, the rule and the place of
the words. Dates inside an event say when it became true; when it was recorded
stands beside it in the log.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from relancebot.domain.invoice import Contact
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the ground of an event stands: a message, a rule, a span of its text."""

    message: str
    rule: str = ""
    start: int = 0
    end: int = 0


class HoldWhy(StrEnum):
    """Why reminders are suspended."""

    PERSON = "person"
    ABSENCE = "absence"
    UNDATED_PROMISE = "undated_promise"
    AWAITING_APPROVAL = "awaiting_approval"
    DOCUMENT_REQUEST = "document_request"


class ReviewKind(StrEnum):
    """What waits for the person; see ``BLOCKING`` in ``dossier`` for what stops."""

    ANSWER = "answer"
    DISPUTE = "dispute"
    CONTACT = "contact"
    OBJECTION = "objection"
    STRANGER = "stranger"
    OLD_INVOICE = "old_invoice"
    CLAIM_UNPAID = "claim_unpaid"
    NO_CONTACT = "no_contact"
    AMBIGUOUS = "ambiguous"
    REFUSED = "refused"
    INSOLVENCY = "insolvency"
    DOCUMENT = "document"
    APPROVE = "approve"
    CALL = "call"
    LETTER = "letter"
    HAND_OVER = "hand_over"
    CAP_REACHED = "cap_reached"


class Decision(StrEnum):
    """How the person closed a review item."""

    ACCEPTED = "accepted"
    PROMISE = "promise"
    DISPUTE = "dispute"
    PAID = "paid"
    NOTHING = "nothing"
    HOLD = "hold"
    SEND = "send"
    CANCEL = "cancel"
    DONE = "done"
    SENT = "sent"
    NOT_SENT = "not_sent"
    SUPERSEDED = "superseded"


# --- the client -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClientRegistered:
    """A client is known from the first of their invoices."""

    client: str
    name: str
    reference: str
    contacts: tuple[Contact, ...] = ()
    debtor_kind: DebtorKind = DebtorKind.UNKNOWN
    language: Language | None = None
    formality: Formality | None = None


@dataclass(frozen=True, slots=True)
class ClientChanged:
    """The invoices' source, or the person, gave other particulars."""

    client: str
    name: str
    contacts: tuple[Contact, ...]
    debtor_kind: DebtorKind
    language: Language | None = None
    formality: Formality | None = None


@dataclass(frozen=True, slots=True)
class AnswerArrived:
    """The client wrote: nothing more leaves for them before ``quiet_until``."""

    client: str
    on: date
    quiet_until: date
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ClientHeld:
    """All reminders to a client are suspended (``until`` is the last quiet day)."""

    client: str
    why: HoldWhy
    until: date | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class ClientReleased:
    """The suspension of a client ended, by its date or by the person."""

    client: str
    why: HoldWhy


@dataclass(frozen=True, slots=True)
class ClientReviewOpened:
    """Something about a client as a whole waits for the person."""

    client: str
    key: str
    review: ReviewKind
    on: date
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class ClientReviewClosed:
    """The person answered a review item of the client."""

    client: str
    key: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class AddressFailed:
    """A delivery report: ``hard`` when no mail will ever reach that address."""

    client: str
    email: str
    hard: bool
    on: date
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ClientInsolvent:
    """An insolvency procedure stops every reminder to the client."""

    client: str
    on: date
    evidence: Evidence | None = None


# --- the case (one invoice) -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class InvoiceRegistered:
    """An invoice opens a case."""

    case: str
    client: str
    total: Money
    issued: date | None
    due: date
    subject: str = ""
    order_reference: str = ""


@dataclass(frozen=True, slots=True)
class InvoiceChanged:
    """The invoices' source now says otherwise."""

    case: str
    total: Money
    issued: date | None
    due: date
    subject: str = ""
    order_reference: str = ""


@dataclass(frozen=True, slots=True)
class PaymentBooked:
    """Money arrived for the invoice."""

    case: str
    amount: Money
    on: date
    source: str


@dataclass(frozen=True, slots=True)
class PromiseMade:
    """A payment is promised by a day; it fails only after ``wait_until``.

    ``amount`` is null when the balance is meant.
    """

    case: str
    by: date
    wait_until: date
    on: date
    amount: Money | None = None
    means: MeansOfPayment = MeansOfPayment.TRANSFER
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class PromiseKept:
    """The promised sum arrived in time."""

    case: str
    by: date


@dataclass(frozen=True, slots=True)
class PromiseBroken:
    """The promised day and its tolerance passed unpaid; ``partly`` when some came."""

    case: str
    by: date
    on: date
    rank: int
    partly: bool = False


@dataclass(frozen=True, slots=True)
class PromiseReplaced:
    """A new promise, or the person, took the place of the open one."""

    case: str
    by: date


@dataclass(frozen=True, slots=True)
class DisputeOpened:
    """The debt, or ``amount`` of it, is contested."""

    case: str
    reason: DisputeReason
    on: date
    amount: Money | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class DisputeClosed:
    """The dispute ended; the case returns to the level that it had."""

    case: str
    on: date


@dataclass(frozen=True, slots=True)
class PaymentClaimed:
    """The client says that it is paid; the bank is awaited until ``check_on``."""

    case: str
    on: date
    check_on: date
    paid_on: date | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class ClaimDropped:
    """The claim of payment no longer counts (found, or found wrong)."""

    case: str


@dataclass(frozen=True, slots=True)
class CaseHeld:
    """Reminders of one invoice are suspended (``until`` is the last quiet day)."""

    case: str
    why: HoldWhy
    until: date | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class CaseReleased:
    """The suspension of an invoice ended."""

    case: str
    why: HoldWhy


@dataclass(frozen=True, slots=True)
class ReviewOpened:
    """Something about the invoice waits for the person."""

    case: str
    key: str
    review: ReviewKind
    on: date
    occasion: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class ReviewClosed:
    """The person answered a review item, or news made it pointless."""

    case: str
    key: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step that is not a mail of ours was done (call, letter) or left out."""

    case: str
    occasion: str
    channel: Channel
    on: date
    tone: Tone
    deadline: date | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class LetterApproved:
    """The person lets one prepared letter leave."""

    case: str
    occasion: str


@dataclass(frozen=True, slots=True)
class LetterTaken:
    """A letter is about to leave: from here on it may have left."""

    case: str
    occasion: str
    letter: str
    message_id: str
    sha256: str
    to: tuple[str, ...]
    tone: Tone
    on: date
    deadline: date | None = None
    reminder: bool = True


@dataclass(frozen=True, slots=True)
class LetterSent:
    """The server took the letter."""

    case: str
    occasion: str
    letter: str
    on: date


@dataclass(frozen=True, slots=True)
class LetterRefused:
    """The server refused the letter before taking it: it has not left.

    ``unreached``: it could not be talked to, and has said nothing of the letter.
    """

    case: str
    occasion: str
    letter: str
    permanent: bool
    retry_at: datetime | None = None
    code: int = 0
    unreached: bool = False


@dataclass(frozen=True, slots=True)
class LetterUnknown:
    """Nobody can know whether the letter left; it is never sent again alone."""

    case: str
    occasion: str
    letter: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The person passed the case to somebody else to collect."""

    case: str
    on: date


@dataclass(frozen=True, slots=True)
class WrittenOff:
    """The person gave the claim up."""

    case: str
    on: date


ClientEvent = (
    ClientRegistered
    | ClientChanged
    | AnswerArrived
    | ClientHeld
    | ClientReleased
    | ClientReviewOpened
    | ClientReviewClosed
    | AddressFailed
    | ClientInsolvent
)
CaseEvent = (
    InvoiceRegistered
    | InvoiceChanged
    | PaymentBooked
    | PromiseMade
    | PromiseKept
    | PromiseBroken
    | PromiseReplaced
    | DisputeOpened
    | DisputeClosed
    | PaymentClaimed
    | ClaimDropped
    | CaseHeld
    | CaseReleased
    | ReviewOpened
    | ReviewClosed
    | StepDone
    | LetterApproved
    | LetterTaken
    | LetterSent
    | LetterRefused
    | LetterUnknown
    | HandedOver
    | WrittenOff
)
Event = ClientEvent | CaseEvent
