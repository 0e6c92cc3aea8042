"""What an answer says: the result of reading it, as plain values.

The labels and what each means are specified in ``tests/corpus/GUIDE.md``.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """Who wrote: a person, a machine that answers, or a delivery system."""

    HUMAN = "human"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"


class Label(StrEnum):
    """One thing that an answer may say; several may hold."""

    PROMISE = "promise"
    PROMISE_UNDATED = "promise_undated"
    PAID_CLAIM = "paid_claim"
    DISPUTE = "dispute"
    REFUSAL = "refusal"
    PAYMENT_PLAN = "payment_plan"
    EXTENSION = "extension"
    HARDSHIP = "hardship"
    INSOLVENCY = "insolvency"
    DOCUMENT_REQUEST = "document_request"
    AWAITING_APPROVAL = "awaiting_approval"
    CONTACT_CHANGE = "contact_change"
    OUT_OF_OFFICE = "out_of_office"
    AUTO_ACK = "auto_ack"
    BOUNCE = "bounce"
    HOSTILE = "hostile"
    STOP = "stop"
    ACKNOWLEDGEMENT = "acknowledgement"
    UNRELATED = "unrelated"


class DisputeReason(StrEnum):
    """Why a debt is contested."""

    QUALITY = "quality"
    NOT_DELIVERED = "not_delivered"
    AMOUNT = "amount"
    NOT_ORDERED = "not_ordered"
    DUPLICATE = "duplicate"
    TERMS = "terms"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class InvoiceRef:
    """An open invoice that an answer may be about."""

    number: str
    amount: Decimal | None = None
    currency: str = "EUR"
    issued: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand in the sender's own text: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PromiseRead:
    """A payment announced: ``by`` is the last day of the window promised.

    ``amount`` is null unless a sum or a share that can be worked out is given;
    ``invoice`` is null unless the answer names one.
    """

    by: date
    quote: str
    rule: str
    span: Span
    start: date | None = None
    amount: Decimal | None = None
    invoice: str | None = None


@dataclass(frozen=True, slots=True)
class DisputeRead:
    """A contested debt, its reason, and the words that say so."""

    reason: DisputeReason
    quote: str
    rule: str
    span: Span
    amount: Decimal | None = None
    invoice: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Any label with the exact words and the rule that carried it."""

    label: Label
    quote: str
    rule: str
    span: Span
    invoice: str | None = None


@dataclass(frozen=True, slots=True)
class BounceRead:
    """Whom a delivery report concerns; ``hard`` when the address is dead."""

    recipients: tuple[str, ...]
    hard: bool
    original_message_id: str | None = None
    diagnostic: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of one message.

    ``text`` is the sender's own new words, to which every span refers. ``review``
    is true when a person should look before anything more is sent; ``confidence``
    is between 0 and 1; ``why`` are lines in French for the person.
    """

    kind: Kind
    text: str = ""
    language: str = "fr"
    claims: tuple[Claim, ...] = ()
    promises: tuple[PromiseRead, ...] = ()
    dispute: DisputeRead | None = None
    paid_on: date | None = None
    return_date: date | None = None
    contact: str | None = None
    bounce: BounceRead | None = None
    review: bool = True
    confidence: float = 0.0
    why: tuple[str, ...] = field(default=())

    @property
    def labels(self) -> frozenset[Label]:
        """The labels that hold."""
        return frozenset(claim.label for claim in self.claims)
