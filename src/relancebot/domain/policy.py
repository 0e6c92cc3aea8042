"""The operator's rules as values: what ``rules.yaml`` becomes once it is right.

Plain dataclasses, so that the pure core can use them; ``rules.py`` validates the
file against them (through pydantic) and refuses unknown keys. Every field carries
its default here, and nowhere else.
"""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

STRICT = {"extra": "forbid"}


class Channel(StrEnum):
    """How a step reaches the client."""

    MAIL = "mail"
    CALL = "call"
    LETTER = "letter"
    HAND_OVER = "hand_over"


class Confirm(StrEnum):
    """Whether a step acts alone or waits for the person's word."""

    AUTO = "auto"
    PERSON = "person"


class Tone(StrEnum):
    """How firmly a message speaks, from the softest to the formal notice."""

    NOTICE = "notice"
    COURTEOUS = "courteous"
    FIRM = "firm"
    FORMAL = "formal"
    FORMAL_NOTICE = "formal_notice"


class Origin(StrEnum):
    """The day from which a step's days are counted."""

    DUE = "due"
    FIRST_REMINDER = "first_reminder"


class DebtorKind(StrEnum):
    """Which law applies to the client; unknown means no interest, no 40 €."""

    PRO = "pro"
    PUBLIC = "public"
    CONSUMER = "consumer"
    UNKNOWN = "unknown"


class Language(StrEnum):
    """The language in which a client is written to."""

    FRENCH = "fr"
    ENGLISH = "en"


class Formality(StrEnum):
    """Vouvoiement or tutoiement."""

    VOUS = "vous"
    TU = "tu"


class Region(StrEnum):
    """Whose public holidays count."""

    FRANCE = "france"
    ALSACE_MOSELLE = "alsace_moselle"


class Tls(StrEnum):
    """How a connection is protected; ``none`` is accepted on loopback only."""

    IMPLICIT = "implicit"
    STARTTLS = "starttls"
    NONE = "none"


class SentCopy(StrEnum):
    """Who files the exact copy in the Sent folder."""

    AUTO = "auto"
    APPEND = "append"
    SERVER = "server"


class MeansOfPayment(StrEnum):
    """How a client says that they pay: decides the tolerance of a promise."""

    TRANSFER = "transfer"
    CHEQUE = "cheque"
    CARD = "card"


class Imputation(StrEnum):
    """What a part payment pays first: a visible choice, printed in the statement.

    ``interest`` is the law's own order (C. civ. 1343-1), ``costs`` puts the 40 €
    before it too, ``principal`` is a concession of the creditor.
    """

    INTEREST = "interest"
    COSTS = "costs"
    PRINCIPAL = "principal"


@dataclass(frozen=True)
class Step:
    """One step of a scenario.

    ``after`` is in calendar days from ``counted_from`` (negative: before it).
    ``deadline_days`` is the delay that the message announces: no later step
    happens before it has passed. A mail or a letter needs a ``template``.
    """

    __pydantic_config__ = STRICT
    name: str
    after: int
    channel: Channel = Channel.MAIL
    template: str = ""
    tone: Tone = Tone.COURTEOUS
    confirm: Confirm = Confirm.AUTO
    counted_from: Origin = Origin.DUE
    deadline_days: int = 0


@dataclass(frozen=True)
class Scenario:
    """A ladder of steps, in order; spacing is between two mails.

    Steps of one day go together: no spacing and no announced deadline parts them. A
    notice before the due date is no reminder: spacing does not count from it.
    """

    __pydantic_config__ = STRICT
    name: str
    steps: tuple[Step, ...]
    title: str = ""
    min_spacing_days: int = 5


@dataclass(frozen=True)
class Reaction:
    """What follows a promise that was not kept (1st, 2nd, 3rd and later)."""

    __pydantic_config__ = STRICT
    template: str
    channel: Channel = Channel.MAIL
    tone: Tone = Tone.FIRM
    confirm: Confirm = Confirm.AUTO
    deadline_days: int = 0


@dataclass(frozen=True)
class Tolerance:
    """Working days granted after a promised day, by means of payment."""

    __pydantic_config__ = STRICT
    transfer: int = 2
    cheque: int = 6
    card: int = 1

    def of(self, means: MeansOfPayment) -> int:
        """Give the working days for one means of payment."""
        return {
            MeansOfPayment.TRANSFER: self.transfer,
            MeansOfPayment.CHEQUE: self.cheque,
            MeansOfPayment.CARD: self.card,
        }[means]


DEFAULT_REACTIONS = (
    Reaction("promesse-non-tenue-1", tone=Tone.FIRM, deadline_days=5),
    Reaction("promesse-non-tenue-2", tone=Tone.FORMAL, deadline_days=8),
    Reaction(
        "mise-en-demeure",
        channel=Channel.LETTER,
        tone=Tone.FORMAL_NOTICE,
        confirm=Confirm.PERSON,
        deadline_days=15,
    ),
)


@dataclass(frozen=True)
class PromiseRules:
    """How promises to pay are confirmed, waited for and followed up."""

    __pydantic_config__ = STRICT
    confirmation: Confirm = Confirm.AUTO
    confirmation_template: str = "confirmation-promesse"
    tolerance_days: Tolerance = field(default_factory=Tolerance)
    furthest_days: int = 60
    broken: tuple[Reaction, ...] = DEFAULT_REACTIONS


@dataclass(frozen=True)
class Waiting:
    """How long the program keeps quiet after each kind of answer (days)."""

    __pydantic_config__ = STRICT
    any_answer_worked_days: int = 2
    paid_claim_worked_days: int = 3
    undated_promise_worked_days: int = 5
    awaiting_approval_worked_days: int = 7
    document_request_worked_days: int = 5
    absence_without_date_worked_days: int = 5
    after_return_worked_days: int = 1


@dataclass(frozen=True)
class Window:
    """When mails may leave: hours of the operator's time zone, worked days only."""

    __pydantic_config__ = STRICT
    start: time = time(9, 0)
    end: time = time(18, 0)
    worked_days_only: bool = True


@dataclass(frozen=True)
class Caps:
    """Upper bounds on what may leave, whatever the plan says."""

    __pydantic_config__ = STRICT
    per_day: int = 40
    per_client_per_week: int = 2
    per_case: int = 6


@dataclass(frozen=True)
class Reader:
    """When a reading may act alone, and the operator's own dispute phrases."""

    __pydantic_config__ = STRICT
    act_alone_from: float = 0.8
    dispute_phrases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Secret:
    """Where a password is found: exactly one of the three, never the password."""

    __pydantic_config__ = STRICT
    env: str = ""
    keyring: str = ""
    command: str = ""


@dataclass(frozen=True)
class Server:
    """One end of a mail account."""

    __pydantic_config__ = STRICT
    host: str
    port: int
    tls: Tls = Tls.IMPLICIT
    ca_file: str = ""


@dataclass(frozen=True)
class Account:
    """A mailbox of the consultant: where answers arrive and reminders leave."""

    __pydantic_config__ = STRICT
    name: str
    address: str
    imap: Server
    smtp: Server
    secret: Secret
    display_name: str = ""
    login: str = ""
    folders: tuple[str, ...] = ("INBOX",)
    sent_folder: str = ""
    sent_copy: SentCopy = SentCopy.AUTO
    authserv_id: str = ""
    auto_submitted: bool = False

    @property
    def user(self) -> str:
        """The login name: the address unless another is given."""
        return self.login or self.address


@dataclass(frozen=True)
class Creditor:
    """Who is owed the money; the only source of bank details in any letter."""

    __pydantic_config__ = STRICT
    name: str
    signature: str = ""
    address: str = ""
    siren: str = ""
    phone: str = ""
    iban: str = ""
    bic: str = ""
    payment_link: str = ""


@dataclass(frozen=True)
class ClientRule:
    """What differs for one client, named as in the invoices (name or id)."""

    __pydantic_config__ = STRICT
    client: str
    scenario: str | None = None
    account: str | None = None
    language: Language | None = None
    formality: Formality | None = None
    debtor_kind: DebtorKind | None = None
    confirm: Confirm | None = None
    hold_until: date | None = None
    tolerance_days: Tolerance | None = None
    address: str = ""
    siren: str = ""


@dataclass(frozen=True)
class InvoiceRule:
    """What differs for one invoice."""

    __pydantic_config__ = STRICT
    invoice: str
    scenario: str | None = None
    confirm: Confirm | None = None
    hold_until: date | None = None


@dataclass(frozen=True)
class Policy:
    """All rules of one operator's directory."""

    __pydantic_config__ = STRICT
    creditor: Creditor
    accounts: tuple[Account, ...]
    scenarios: tuple[Scenario, ...]
    scenario: str
    time_zone: str = "Europe/Paris"
    region: Region = Region.FRANCE
    window: Window = field(default_factory=Window)
    caps: Caps = field(default_factory=Caps)
    promises: PromiseRules = field(default_factory=PromiseRules)
    waiting: Waiting = field(default_factory=Waiting)
    reader: Reader = field(default_factory=Reader)
    old_invoice_days: int = 60
    max_inbox_age_minutes: int = 30
    poll_minutes: int = 5
    imputation: Imputation = Imputation.PRINCIPAL
    clients: tuple[ClientRule, ...] = ()
    invoices: tuple[InvoiceRule, ...] = ()

    def scenario_named(self, name: str) -> Scenario:
        """Find a scenario; the rules were checked, so it exists."""
        return next(s for s in self.scenarios if s.name == name)
