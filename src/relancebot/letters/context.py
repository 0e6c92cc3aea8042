"""What a letter may say: facts of the file only, never a word that is not in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from relancebot.domain.dossier import (
    Case,
    Dossier,
    LetterState,
    Promise,
    PromiseState,
    failed_promise,
)
from relancebot.domain.invoice import Contact
from relancebot.domain.ledger import ADDED_POINTS, Claim, Statement, statement
from relancebot.domain.money import Money
from relancebot.domain.plan import CasePlan, LetterDue, LetterItem, LetterPlan, TaskDue
from relancebot.domain.policy import (
    Channel,
    Creditor,
    DebtorKind,
    Formality,
    Language,
    Tone,
)
from relancebot.domain.trade import Trade


@dataclass(frozen=True, slots=True)
class PastPromise:
    """A promise as a letter may recall it, with the client's own words if known.

    ``received`` is what was paid since it was made; ``written`` when it was made in
    a mail (its words can be quoted), else it was made by word of mouth.
    """

    by: date
    made_on: date
    amount: Money | None = None
    state: PromiseState = PromiseState.OPEN
    quote: str = ""
    received: Money | None = None
    written: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done earlier, from the log: a mail sent, a letter posted."""

    on: date
    channel: Channel
    tone: Tone

    @property
    def reminds(self) -> bool:
        """A mail about a late invoice, not the notice before its day."""
        return self.channel is Channel.MAIL and self.tone is not Tone.NOTICE


@dataclass(frozen=True, slots=True)
class InvoiceFacts:
    """One invoice of a letter.

    ``level`` counts the reminders that were sent before this letter; ``broken`` are
    the promises not kept, oldest first, the one in question excluded.
    """

    number: str
    total: Money
    paid: Money
    balance: Money
    due: date
    days_late: int
    subject: str = ""
    order_reference: str = ""
    issued: date | None = None
    last_payment: date | None = None
    level: int = 0
    deeds: tuple[Deed, ...] = ()
    promise: PastPromise | None = None
    broken: tuple[PastPromise, ...] = ()
    rank: int = 0
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class LetterContext:
    """All that a template can use; built by :func:`letter_context`."""

    creditor: Creditor
    creditor_email: str
    client: str
    reference: str
    contact: Contact
    invoices: tuple[InvoiceFacts, ...]
    today: date
    deadline: date | None = None
    language: Language = Language.FRENCH
    formality: Formality = Formality.VOUS
    debtor_kind: DebtorKind = DebtorKind.UNKNOWN
    client_address: str = ""
    client_siren: str = ""

    @property
    def totals(self) -> tuple[Money, ...]:
        """What is owed in all, one sum for each currency."""
        return sums(invoice.balance for invoice in self.invoices)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What only a formal letter needs to know of the client."""

    address: str = ""
    siren: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a letter is sent, and what only a formal one needs to know."""

    channel: Channel = Channel.MAIL
    client: Particulars = field(default_factory=Particulars)


BY_MAIL = Setting()
NO_WORDS: Mapping[str, str] = {}


def letter_context(
    trade: Trade,
    dossier: Dossier,
    plan: LetterPlan,
    today: date,
    *,
    quotes: Mapping[str, str] = NO_WORDS,
    setting: Setting = BY_MAIL,
) -> LetterContext:
    """Gather the facts that a planned letter rests on.

    Args:
        trade: the operator's rules.
        dossier: the client's file, as it is when the letter is written.
        plan: what leaves, to whom, about which invoices.
        today: the day of the letter.
        quotes: the client's words of each invoice's latest promise, by its number.
        setting: how it is sent, and the client's particulars.
    """
    cases = [dossier.cases[item.case] for item in plan.items]
    terms = trade.terms(dossier.client, cases[0])
    rule, accounts = trade.client_rule(dossier.client), trade.policy.accounts
    wanted = rule.account if rule else None
    account = next((a for a in accounts if a.name == wanted), accounts[0])
    facts = tuple(
        replace(
            _facts(case, item.due.occasion, quotes.get(case.number, ""), today),
            statement=_statement(trade, terms.debtor_kind, case, today),
        )
        for case, item in zip(cases, plan.items, strict=True)
    )
    return LetterContext(
        creditor=trade.policy.creditor,
        creditor_email=account.address,
        client=dossier.client.name,
        reference=dossier.client.reference,
        contact=plan.to,
        invoices=tuple(sorted(facts, key=lambda invoice: invoice.due)),
        today=today,
        deadline=trade.deadline(plan.deadline_days, today, setting.channel),
        language=terms.language,
        formality=terms.formality,
        debtor_kind=terms.debtor_kind,
        client_address=setting.client.address,
        client_siren=setting.client.siren,
    )


def plan_of_task(to: Contact, plan: CasePlan) -> LetterPlan | None:
    """See one invoice's plan as a letter: the script or the draft of a task."""
    task = plan.action
    if isinstance(task, TaskDue):
        due = LetterDue(task.occasion, task.template, task.tone, task.deadline_days)
    elif isinstance(task, LetterDue):
        due = task
    else:
        return None
    item = LetterItem(plan.case, due, plan.why)
    return LetterPlan(
        "", to, (item,), due.template, due.tone, due.deadline_days, due.reminder
    )


def sums(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Add sums up, each currency for itself, in order of appearance."""
    totals: dict[str, Money] = {}
    for money in amounts:
        before = totals.get(money.currency, Money.zero(money.currency))
        totals[money.currency] = before + money
    return tuple(totals.values())


def _facts(case: Case, occasion: str, quote: str, today: date) -> InvoiceFacts:
    promise = _promise_in_question(case, occasion)
    deeds = _deeds(case)
    return InvoiceFacts(
        number=case.number,
        total=case.total,
        paid=case.paid,
        balance=case.balance,
        due=case.due,
        days_late=(today - case.due).days,
        subject=case.subject,
        order_reference=case.order_reference,
        issued=case.issued,
        last_payment=case.last_payment,
        level=sum(deed.reminds for deed in deeds),
        deeds=deeds,
        promise=_recall(case, promise, quote) if promise else None,
        broken=tuple(
            _recall(case, p, "")
            for p in case.promises
            if p.state is PromiseState.BROKEN and p is not promise
        ),
        rank=case.broken_promises,
    )


def _statement(
    trade: Trade, kind: DebtorKind, case: Case, today: date
) -> Statement | None:
    """State the claim with what late payment adds, where the law gives it at once."""
    if kind not in ADDED_POINTS or not trade.rates or today <= case.due:
        return None
    claim = Claim(case.total, case.due, kind)
    imputation = trade.policy.imputation
    return statement(claim, case.payments, today, trade.rates, imputation)


def _promise_in_question(case: Case, occasion: str) -> Promise | None:
    """The promise that the letter is about: the open one, or the one that failed."""
    if occasion.endswith(":confirmation"):
        return case.open_promise
    return failed_promise(case) or case.open_promise


def _recall(case: Case, promise: Promise, quote: str) -> PastPromise:
    before = promise.paid_before or Money.zero(case.total.currency)
    received = case.paid - before
    return PastPromise(
        by=promise.by,
        made_on=promise.on,
        amount=promise.amount,
        state=promise.state,
        quote=quote,
        received=received if received.amount > 0 else None,
        written=promise.evidence is not None and bool(quote),
    )


def _deeds(case: Case) -> tuple[Deed, ...]:
    """What was sent before, of which the log is sure."""
    mails = [
        Deed(letter.on, Channel.MAIL, letter.tone)
        for letter in case.letters
        if letter.reminder and letter.state is LetterState.SENT
    ]
    posted = [
        Deed(step.on, step.channel, step.tone)
        for step in case.steps
        if step.channel is Channel.LETTER and not step.skipped
    ]
    return tuple(sorted((*mails, *posted), key=lambda deed: deed.on))
