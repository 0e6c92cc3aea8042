"""An invoice as a file states it: what the trade knows before any case is opened."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from relancebot.domain.money import Money
from relancebot.domain.policy import DebtorKind, Formality, Language


class Role(StrEnum):
    """What a contact of the client is for: who gets which letter."""

    ACCOUNTING = "accounting"
    DECISION_MAKER = "decision_maker"
    OPERATIONS = "operations"
    OTHER = "other"


class Stated(StrEnum):
    """What the invoicing tool itself says of the invoice, when it says anything."""

    NOTHING = "nothing"
    UNPAID = "unpaid"
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    DISPUTED = "disputed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or a desk at the client's, with the address that reaches them."""

    email: str
    name: str = ""
    role: Role = Role.ACCOUNTING
    phone: str = ""


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One good row of an invoice file: the debt, its day, and whom to write to.

    ``total`` includes taxes. ``open`` is what remains to be paid: the total when the
    file does not say, nothing when it says that the invoice is paid or cancelled.
    ``line`` is the physical line of the file, for the messages.
    """

    number: str
    client: str
    client_id: str
    total: Money
    open: Money
    issued: date | None
    due: date
    contacts: tuple[Contact, ...] = ()
    debtor_kind: DebtorKind = DebtorKind.UNKNOWN
    subject: str = ""
    order_reference: str = ""
    service_end: date | None = None
    paid_on: date | None = None
    language: Language | None = None
    formality: Formality | None = None
    stated: Stated = Stated.NOTHING
    line: int = 0


@dataclass(frozen=True, slots=True)
class CreditRow:
    """One credit note of an invoice file; its sums are written positive.

    ``credited`` is the number of the invoice that it reduces, when the file says so.
    """

    number: str
    client: str
    client_id: str
    total: Money
    open: Money
    issued: date | None = None
    credited: str = ""
    subject: str = ""
    line: int = 0


@lru_cache(maxsize=4096)
def client_slug(name: str) -> str:
    """Name a client for the register when the file gives no code of its own.

    The same name written with other capitals, accents or punctuation gives the same
    slug; a name without a Latin letter gets one drawn from its characters.

    >>> client_slug("Dupont & Fils, S.A.R.L.")
    'dupont-fils-sarl'
    """
    folded = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe"))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain)
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if slug:
        return slug
    return "client-" + hashlib.sha256(folded.encode()).hexdigest()[:10]
