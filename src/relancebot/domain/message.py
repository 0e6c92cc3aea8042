"""What a mail is, once its bytes have been understood.

``mail/message.py`` makes it from bytes; ``reading/`` reads it; ``matching`` finds
the case that it answers. Everything in it came from outside and is data, never an
instruction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox: ``name`` may be empty, ``email`` is lower case (or empty)."""

    email: str
    name: str = ""

    @property
    def domain(self) -> str:
        """What stands after the at sign, empty when there is none."""
        return self.email.rpartition("@")[2] if "@" in self.email else ""

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>" if self.name else self.email


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is not the body: its name, type and size in bytes."""

    name: str
    content_type: str
    size: int


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """One recipient's fate in a delivery report (RFC 3464).

    ``status`` is the enhanced code ("5.1.1") or empty; ``action`` is lower case.
    """

    recipient: str
    action: str
    status: str
    diagnostic: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A mail as it was understood; ``raw`` bytes are kept elsewhere.

    ``headers`` maps a lower-case name to every decoded value in order; ``text`` is
    the plain text (made from ``html`` when the mail has no text part, hidden
    elements left out); ids keep their angle brackets; ``received`` is aware and is
    the day that the server took the mail, from which all relative dates count.
    ``original_headers`` are those of a returned message inside a report.
    """

    message_id: str
    received: datetime
    sender: Address
    subject: str = ""
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    html: str = ""
    attachments: tuple[Attachment, ...] = ()
    content_type: str = "text/plain"
    report_type: str = ""
    deliveries: tuple[DeliveryStatus, ...] = ()
    original_headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """Give the first value of a header, empty when it is absent."""
        return next(iter(self.headers.get(name.lower(), ())), "")
