"""An answer arrives: it stops the machine first, and only then is it understood.

Only a clear reading acts alone; a dispute is recorded however it was read, since
that can only hold back; everything else that is not clear goes to a person.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from relancebot.domain import events as e
from relancebot.domain.decide.common import (
    close_tasks,
    end_patience,
    make_promise,
    open_dispute,
    wait_until,
)
from relancebot.domain.dossier import Case, Dossier
from relancebot.domain.facts import AnswerRead
from relancebot.domain.money import Money
from relancebot.domain.policy import MeansOfPayment
from relancebot.domain.reading import Claim, Kind, Label, PromiseRead, Span
from relancebot.domain.trade import Trade

NEEDS_PERSON = frozenset(
    {
        Label.DISPUTE,
        Label.REFUSAL,
        Label.PAYMENT_PLAN,
        Label.EXTENSION,
        Label.INSOLVENCY,
        Label.HOSTILE,
        Label.STOP,
        Label.CONTACT_CHANGE,
    }
)
OBJECTIONS = frozenset({Label.STOP, Label.HOSTILE})
"""What holds for the whole relation, whichever invoice the answer was about."""
SOFT_BOUNCES = 3
SOFT_BOUNCE_DAYS = 14
LONGEST_ABSENCE_DAYS = 60


def decide_answer(
    trade: Trade, dossier: Dossier, fact: AnswerRead, today: date
) -> tuple[e.Event, ...]:
    """Say what a mail about this client changes."""
    match fact.reading.kind:
        case Kind.BOUNCE:
            return _bounce(dossier, fact, today)
        case Kind.AUTO_REPLY:
            return _auto_reply(trade, dossier, fact, today)
        case Kind.HUMAN:
            return _human(trade, dossier, fact, today)


def _evidence(fact: AnswerRead, rule: str, span: Span) -> e.Evidence:
    return e.Evidence(fact.message, rule, span.start, span.end)


# --- people ---------------------------------------------------------------------


def _human(
    trade: Trade, dossier: Dossier, fact: AnswerRead, today: date
) -> tuple[e.Event, ...]:
    client = dossier.client
    calendar, waiting = trade.calendar, trade.policy.waiting
    quiet = calendar.add_worked(today, waiting.any_answer_worked_days)
    events: list[e.Event] = [
        e.AnswerArrived(client.id, fact.on, quiet, e.Evidence(fact.message))
    ]
    if not dossier.open_cases:
        return tuple(events)
    if not fact.trusted:
        events.append(_client_review(dossier, fact, e.ReviewKind.STRANGER, today))
        return tuple(events)
    labels = fact.reading.labels
    insolvent = Label.INSOLVENCY in labels
    if insolvent:
        events.append(_client_review(dossier, fact, e.ReviewKind.INSOLVENCY, today))
    elif labels & OBJECTIONS:
        events.append(_client_review(dossier, fact, e.ReviewKind.OBJECTION, today))
    elif Label.CONTACT_CHANGE in labels:
        events.append(_client_review(dossier, fact, e.ReviewKind.CONTACT, today))
    concerned = _concerned(dossier, fact)
    for case in concerned:
        # The insolvency's own item holds everything; a dispute is recorded beside it.
        if not insolvent or Label.DISPUTE in _part(fact, case).labels:
            events.extend(_about(trade, dossier, case, fact, today))
    if not concerned and not insolvent and (fact.reading.review or not _sure(fact)):
        events.append(_client_review(dossier, fact, e.ReviewKind.ANSWER, today))
    return tuple(events)


def _concerned(dossier: Dossier, fact: AnswerRead) -> tuple[Case, ...]:
    """The invoices that the answer is about.

    Those that it names; with a part that names none, also those of the letter that
    it answers; where neither is known, all that are open. None, when all that it
    names are over: the others are not its subject.
    """
    reading = fact.reading
    invoices = {p.invoice for p in reading.promises}
    invoices |= {c.invoice for c in reading.claims}
    if reading.dispute:
        invoices.add(reading.dispute.invoice)
    wanted = invoices & dossier.cases.keys()
    if not wanted or None in invoices:
        wanted |= set(fact.cases)
    cases = tuple(c for c in dossier.open_cases if c.number in wanted)
    if not cases and wanted and None not in invoices:
        return ()
    return cases or dossier.open_cases


@dataclass(frozen=True)
class _Part:
    """What an answer says of one invoice."""

    claims: tuple[Claim, ...]
    promises: tuple[PromiseRead, ...]
    alone: bool

    @property
    def labels(self) -> frozenset[Label]:
        return frozenset(claim.label for claim in self.claims)

    def claim(self, label: Label) -> Claim:
        return next(c for c in self.claims if c.label is label)


def _part(fact: AnswerRead, case: Case) -> _Part:
    """Take what concerns one invoice out of a reading.

    An answer that names an invoice with each of its parts may act alone on one part
    while another needs the person; otherwise the whole waits with its worst part.
    """
    reading = fact.reading

    def mine(invoice: str | None) -> bool:
        return invoice in {None, case.number}

    promises = tuple(p for p in reading.promises if mine(p.invoice))
    # A claim without a number goes where its promise, or its dispute, says.
    elsewhere = set[Label]()
    if reading.promises and not promises:
        elsewhere.add(Label.PROMISE)
    if reading.dispute and not mine(reading.dispute.invoice):
        elsewhere.add(Label.DISPUTE)
    claims = tuple(
        c
        for c in reading.claims
        if mine(c.invoice) and (c.invoice or c.label not in elsewhere)
    )
    labels = {c.label for c in claims}
    others = {c.label for c in reading.claims if not mine(c.invoice)}
    apart = all(c.invoice for c in reading.claims) and bool(others & NEEDS_PERSON)
    clear = not reading.review or (apart and not labels & NEEDS_PERSON)
    return _Part(claims, promises, clear and _sure(fact))


def _sure(fact: AnswerRead) -> bool:
    return fact.threaded and fact.reading.confidence >= fact.act_alone_from


def _about(
    trade: Trade, dossier: Dossier, case: Case, fact: AnswerRead, today: date
) -> tuple[e.Event, ...]:
    part = _part(fact, case)
    labels, number = part.labels, case.number
    reading = fact.reading
    if Label.DISPUTE in labels and reading.dispute:
        dispute = reading.dispute
        evidence = _evidence(fact, dispute.rule, dispute.span)
        amount = _money(dispute.amount, case)
        key = f"dispute:{fact.message}"
        return (
            *open_dispute(
                case,
                e.DisputeOpened(number, dispute.reason, fact.on, amount, evidence),
            ),
            e.ReviewOpened(number, key, e.ReviewKind.DISPUTE, today, evidence=evidence),
            *close_tasks(case, fact.on),
        )
    if not part.alone or not labels or case.dispute or labels & NEEDS_PERSON:
        return (*_to_review(case, fact, part, today), *close_tasks(case, fact.on))
    events: list[e.Event] = []
    if part.promises:
        events.extend(_promised(trade, dossier, case, fact, part, today))
    elif Label.PAID_CLAIM in labels:
        events.extend(_claimed(trade, case, fact, part, today))
    else:
        events.extend(_held(trade, case, fact, part, today))
    if Label.DOCUMENT_REQUEST in labels:
        claim = part.claim(Label.DOCUMENT_REQUEST)
        key = f"document:{fact.message}"
        evidence = _evidence(fact, claim.rule, claim.span)
        events.append(
            e.ReviewOpened(number, key, e.ReviewKind.DOCUMENT, today, evidence=evidence)
        )
    return tuple(events)


def _to_review(
    case: Case, fact: AnswerRead, part: _Part, today: date
) -> tuple[e.Event, ...]:
    claim = next(iter(part.claims), None)
    evidence = (
        _evidence(fact, claim.rule, claim.span) if claim else e.Evidence(fact.message)
    )
    key = f"answer:{fact.message}"
    return (
        e.ReviewOpened(case.number, key, e.ReviewKind.ANSWER, today, evidence=evidence),
    )


def _promised(
    trade: Trade,
    dossier: Dossier,
    case: Case,
    fact: AnswerRead,
    part: _Part,
    today: date,
) -> tuple[e.Event, ...]:
    promise = part.promises[0]
    furthest = fact.on + timedelta(days=trade.policy.promises.furthest_days)
    if len(part.promises) > 1 or not fact.on <= promise.by <= furthest:
        return _to_review(case, fact, part, today)
    means = _means(fact)
    if wait_until(trade, dossier, case, promise.by, means) < today:
        # Read late, after days off: nobody is told to have broken their word then.
        return _to_review(case, fact, part, today)
    made = e.PromiseMade(
        case.number,
        promise.by,
        promise.by,
        fact.on,
        _part_of(promise.amount, case),
        means,
        _evidence(fact, promise.rule, promise.span),
    )
    return make_promise(trade, dossier, case, made)


def _means(fact: AnswerRead) -> MeansOfPayment:
    """A cheque takes longer than a transfer: it needs the longer tolerance."""
    words = fact.reading.text.casefold()
    if "chèque" in words or "cheque" in words:
        return MeansOfPayment.CHEQUE
    return MeansOfPayment.TRANSFER


def _claimed(
    trade: Trade, case: Case, fact: AnswerRead, part: _Part, today: date
) -> tuple[e.Event, ...]:
    claim = part.claim(Label.PAID_CLAIM)
    days = trade.policy.waiting.paid_claim_worked_days
    if _means(fact) is MeansOfPayment.CHEQUE:
        days = max(days, trade.policy.promises.tolerance_days.cheque)
    paid_on = fact.reading.paid_on
    furthest = fact.on + timedelta(days=trade.policy.promises.furthest_days)
    if paid_on and paid_on > furthest:
        return _to_review(case, fact, part, today)
    begins = max(today, paid_on) if paid_on else today
    events: list[e.Event] = []
    if case.open_promise:
        events.append(e.PromiseReplaced(case.number, case.open_promise.by))
    events.append(
        e.PaymentClaimed(
            case.number,
            fact.on,
            trade.calendar.add_worked(begins, days),
            paid_on,
            _evidence(fact, claim.rule, claim.span),
        )
    )
    return (*events, *end_patience(case), *close_tasks(case, fact.on))


def _held(
    trade: Trade, case: Case, fact: AnswerRead, part: _Part, today: date
) -> tuple[e.Event, ...]:
    """Answers that ask for patience: kept quiet for a while, each with its reason."""
    waiting = trade.policy.waiting
    rows = (
        (
            Label.DOCUMENT_REQUEST,
            e.HoldWhy.DOCUMENT_REQUEST,
            waiting.document_request_worked_days,
        ),
        (
            Label.AWAITING_APPROVAL,
            e.HoldWhy.AWAITING_APPROVAL,
            waiting.awaiting_approval_worked_days,
        ),
        (
            Label.PROMISE_UNDATED,
            e.HoldWhy.UNDATED_PROMISE,
            waiting.undated_promise_worked_days,
        ),
    )
    for label, why, days in rows:
        if label in part.labels:
            claim = part.claim(label)
            until = trade.calendar.add_worked(today, days)
            evidence = _evidence(fact, claim.rule, claim.span)
            held = e.CaseHeld(case.number, why, until, evidence)
            return (held, *close_tasks(case, fact.on))
    if part.labels <= {Label.ACKNOWLEDGEMENT, Label.UNRELATED}:
        return ()
    return _to_review(case, fact, part, today)


def _part_of(amount: object, case: Case) -> Money | None:
    """A promised sum that is not the balance; the balance itself needs no sum."""
    money = _money(amount, case)
    return None if money is None or money.amount >= case.balance.amount else money


def _money(amount: object, case: Case) -> Money | None:
    return None if amount is None else Money.of(str(amount), case.total.currency)


def _client_review(
    dossier: Dossier, fact: AnswerRead, kind: e.ReviewKind, today: date
) -> e.Event:
    claim = next(iter(fact.reading.claims), None)
    evidence = (
        _evidence(fact, claim.rule, claim.span) if claim else e.Evidence(fact.message)
    )
    key = f"{kind}:{fact.message}"
    return e.ClientReviewOpened(dossier.client.id, key, kind, today, evidence)


# --- machines -------------------------------------------------------------------


def _auto_reply(
    trade: Trade, dossier: Dossier, fact: AnswerRead, today: date
) -> tuple[e.Event, ...]:
    """An absence parks the client; nothing automatic ever promises or disputes."""
    reading, waiting = fact.reading, trade.policy.waiting
    if not dossier.open_cases:
        return ()
    if Label.CONTACT_CHANGE in reading.labels:
        return (_client_review(dossier, fact, e.ReviewKind.CONTACT, today),)
    if Label.OUT_OF_OFFICE not in reading.labels:
        return ()
    claim = next(c for c in reading.claims if c.label is Label.OUT_OF_OFFICE)
    evidence = _evidence(fact, claim.rule, claim.span)
    back = reading.return_date
    if back is None or back <= today:
        days = waiting.absence_without_date_worked_days
        until = trade.calendar.add_worked(today, days)
    elif back - today > timedelta(days=LONGEST_ABSENCE_DAYS):
        return (_client_review(dossier, fact, e.ReviewKind.CONTACT, today),)
    else:
        days = waiting.after_return_worked_days
        until = trade.calendar.add_worked(back, days)
    return (e.ClientHeld(dossier.client.id, e.HoldWhy.ABSENCE, until, evidence),)


def _bounce(dossier: Dossier, fact: AnswerRead, today: date) -> tuple[e.Event, ...]:
    """A dead address goes to a person; a full mailbox waits, three times at most."""
    client, bounce = dossier.client, fact.reading.bounce
    letters = [x for case in dossier.cases.values() for x in case.letters]
    ours = [email for x in letters for email in x.to]
    ours += [contact.email for contact in client.contacts]
    known = {email.casefold(): email for email in ours}
    reported = [r.casefold() for r in (bounce.recipients if bounce else ())]
    failed = [known[r] for r in reported if r in known]
    if not failed and bounce and bounce.original_message_id:
        failed = sorted(
            {
                email
                for letter in letters
                if letter.message_id == bounce.original_message_id
                for email in letter.to
            }
        )
    if not bounce or not failed:
        return (_client_review(dossier, fact, e.ReviewKind.CONTACT, today),)
    evidence = e.Evidence(fact.message, "bounce")
    events: list[e.Event] = [
        e.AddressFailed(client.id, email, bounce.hard, today, evidence)
        for email in failed
    ]
    recent = [
        email
        for email, on in client.soft_bounces
        if email in failed and today - on <= timedelta(days=SOFT_BOUNCE_DAYS)
    ]
    if dossier.open_cases and (bounce.hard or len(recent) + 1 >= SOFT_BOUNCES):
        key = f"no_contact:{fact.message}"
        events.append(
            e.ClientReviewOpened(
                client.id, key, e.ReviewKind.NO_CONTACT, today, evidence
            )
        )
    return tuple(events)
