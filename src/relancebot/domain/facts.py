"""What reaches a client's file from outside: a mail, money, a day, a person's word."""

from dataclasses import dataclass
from datetime import date, datetime

from relancebot.domain.dossier import LetterState
from relancebot.domain.events import Decision
from relancebot.domain.invoice import InvoiceRow
from relancebot.domain.money import Money
from relancebot.domain.plan import LetterPlan
from relancebot.domain.policy import MeansOfPayment
from relancebot.domain.reading import DisputeReason, Reading


@dataclass(frozen=True, slots=True)
class InvoiceSeen:
    """A row of an invoice file; ``reference`` is used when the client is new."""

    row: InvoiceRow
    reference: str


@dataclass(frozen=True, slots=True)
class PaymentSeen:
    """Money for one invoice; ``amount`` null means the whole balance."""

    case: str
    on: date
    source: str
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class AnswerRead:
    """A mail that concerns a client, and what it says.

    ``message`` is its key in the store; ``cases`` are those of the letter that it
    answers (empty when that is not known); ``trusted`` when its sender is a known
    contact; ``threaded`` when its headers or our reference led to the client.
    """

    message: str
    on: date
    reading: Reading
    cases: tuple[str, ...]
    trusted: bool
    threaded: bool
    act_alone_from: float


@dataclass(frozen=True, slots=True)
class DayBegan:
    """A new day: promises, holds and tasks are looked at."""


@dataclass(frozen=True, slots=True)
class LetterLeaves:
    """A letter is taken: from here on it may have left.

    It gives no event, and must not leave, when the file no longer calls for it.
    """

    plan: LetterPlan
    letter: str
    message_id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LetterFate:
    """What became of a letter that was taken.

    ``state`` is SENT, REFUSED or UNKNOWN; a temporary refusal is tried again at
    ``retry_at``, or put before the person when that is null. A server that could not
    be talked to (``unreached``) has not refused: the letter is never given up for it.
    """

    letter: str
    state: LetterState
    permanent: bool = False
    retry_at: datetime | None = None
    code: int = 0
    unreached: bool = False


@dataclass(frozen=True, slots=True)
class HoldAsked:
    """The person suspends one invoice, or the whole client (``case`` null)."""

    case: str | None
    until: date | None


@dataclass(frozen=True, slots=True)
class ResumeAsked:
    """The person lets a case go on: holds, dispute, claim and items are closed."""

    case: str


@dataclass(frozen=True, slots=True)
class PersonDecided:
    """The person answers one review item (``case`` null: an item of the client).

    ``by``, ``amount``, ``means`` go with a promise, ``reason`` with a dispute,
    ``until`` with a hold.
    """

    case: str | None
    key: str
    decision: Decision
    by: date | None = None
    amount: Money | None = None
    means: MeansOfPayment = MeansOfPayment.TRANSFER
    reason: DisputeReason | None = None
    until: date | None = None


Fact = (
    InvoiceSeen
    | PaymentSeen
    | AnswerRead
    | DayBegan
    | LetterLeaves
    | LetterFate
    | HoldAsked
    | ResumeAsked
    | PersonDecided
)
