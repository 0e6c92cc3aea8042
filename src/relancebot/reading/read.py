"""An answer is read: who wrote, what it says, what is promised, and how surely."""

import re
from collections.abc import Sequence
from datetime import datetime

from relancebot.domain.calendar import WorkCalendar
from relancebot.domain.message import Message
from relancebot.domain.reading import (
    Claim,
    DisputeRead,
    DisputeReason,
    InvoiceRef,
    Kind,
    Label,
    Reading,
    Span,
)
from relancebot.reading.automatic import automatic
from relancebot.reading.clauses import Sentence, sentences
from relancebot.reading.confidence import Evidence, decide
from relancebot.reading.contacts import contact_in, outsider
from relancebot.reading.dates.reader import find_dates
from relancebot.reading.disputes import dispute_read, operator_phrase
from relancebot.reading.folding import fold
from relancebot.reading.invoices import concerned
from relancebot.reading.language import language_of
from relancebot.reading.machines import read_machine
from relancebot.reading.own_words import own_words
from relancebot.reading.patterns import RuleHit, match_rules
from relancebot.reading.promises import Payments, payments
from relancebot.reading.said import analyse

#: Longer answers are read up to here; the rest is left to a person.
MAX_READ = 20_000
_HANGS_ON_REPAIR = frozenset({"paiera-quand-ce-sera-fait"})
_HANGS_ON_OTHERS = frozenset({"paye-quand-paye"})
#: Labels beside which a bare day is no promise.
_EXPLAINS_DATES = frozenset(
    {
        Label.DISPUTE, Label.INSOLVENCY, Label.REFUSAL, Label.EXTENSION,
        Label.AWAITING_APPROVAL, Label.STOP, Label.PAYMENT_PLAN,
    }
)  # fmt: skip
_HESITANT = re.compile(
    r"\b(?:peut-etre|sans doute|je crois|je pense que c'est|il me semble|normalement|"
    r"sauf erreur|en principe|si tout va bien|j'espere|esperons|on verra|je verrai|"
    r"essai\w+|tenter\w*|maybe|hopefully|perhaps|i think|should be able)\b"
)


def read(
    message: Message,
    invoices: Sequence[InvoiceRef] = (),
    *,
    calendar: WorkCalendar | None = None,
    dispute_phrases: Sequence[str] = (),
    act_alone_from: float = 0.8,
) -> Reading:
    """Read one answer to a reminder.

    Args:
        message: the mail, already understood from its bytes.
        invoices: the open invoices that it may be about.
        calendar: which days are worked, for the day of return of an absence.
        dispute_phrases: the operator's own words that mean a dispute.
        act_alone_from: the confidence from which nobody need look.

    Returns:
        What the sender says now, with the words and the rule that carry each claim.
    """
    own = own_words(message)
    machine = automatic(message, own)
    if machine is not None:
        return read_machine(message, own, machine, calendar)
    return read_words(
        own.text,
        message.received,
        invoices,
        message=message,
        doubtful=own.doubtful,
        dispute_phrases=dispute_phrases,
        act_alone_from=act_alone_from,
    )


def read_words(
    text: str,
    received: datetime,
    invoices: Sequence[InvoiceRef] = (),
    *,
    message: Message | None = None,
    doubtful: bool = False,
    dispute_phrases: Sequence[str] = (),
    act_alone_from: float = 0.8,
) -> Reading:
    """Read the sender's own words, already cut free of quotes and signature."""
    short = text[:MAX_READ]
    folded = fold(short)
    language = language_of(folded)
    parts = sentences(short)
    hits = match_rules(parts, language)
    issued = invoices[0].issued if len(invoices) == 1 else None
    dates = find_dates(short, received, language=language, issued=issued)
    clauses = analyse(parts, dates)
    hits = _settled(hits, parts)
    labels = {hit.rule.label for hit in hits}
    barred = frozenset(
        hit.sentence
        for hit in hits
        if hit.rule.name in _HANGS_ON_REPAIR | _HANGS_ON_OTHERS
    )
    paying = payments(
        clauses,
        short,
        folded,
        received,
        invoices,
        alone=not labels & _EXPLAINS_DATES,
        barred=barred,
    )
    claims = _claims(hits, paying, short, folded, invoices)
    found = {claim.label for claim in claims}
    dispute = dispute_read(hits, short, folded, invoices)
    phrase = operator_phrase(short, dispute_phrases, folded)
    if phrase is not None:
        quote = short[phrase.start : phrase.end]
        claims.append(Claim(Label.DISPUTE, quote, "phrase-de-l-operateur", phrase))
        found.add(Label.DISPUTE)
        dispute = dispute or DisputeRead(
            DisputeReason.OTHER, quote, "phrase-de-l-operateur", phrase
        )
    contact = None
    if Label.CONTACT_CHANGE in found:
        own = (message.sender.email, *(a.email for a in message.to)) if message else ()
        spans = [c.span for c in claims if c.label is Label.CONTACT_CHANGE]
        contact = contact_in(short, spans, own)
    decision = decide(
        Evidence(
            labels=frozenset(found),
            weak_date=paying.weak,
            doubtful_words=doubtful,
            outsider=outsider(message, short),
            hesitant=bool(_HESITANT.search(folded)) and Label.PAID_CLAIM in found,
            asks=any(part.asks for part in parts),
            too_long=len(text) > MAX_READ,
        ),
        act_alone_from,
    )
    return Reading(
        kind=Kind.HUMAN,
        text=text,
        language=language,
        claims=tuple(claims),
        promises=paying.promises,
        dispute=dispute,
        paid_on=paying.paid_on,
        contact=contact,
        review=decision.review,
        confidence=decision.confidence,
        why=decision.why,
    )


def _settled(
    hits: tuple[RuleHit, ...], parts: Sequence[Sentence]
) -> tuple[RuleHit, ...]:
    """Drop what another finding explains better."""
    labels = {hit.rule.label for hit in hits}
    kept = []
    for hit in hits:
        label = hit.rule.label
        if label is Label.ACKNOWLEDGEMENT and labels - {Label.ACKNOWLEDGEMENT}:
            continue
        kept.append(hit)
    return tuple(kept)


def _claims(
    hits: Sequence[RuleHit],
    paying: Payments,
    text: str,
    folded: str,
    invoices: Sequence[InvoiceRef],
) -> list[Claim]:
    """Put all findings together, each label with the words that carry it."""
    invoice = concerned(folded, invoices)
    claims: list[Claim] = []

    def add(label: Label, span: Span, rule: str) -> None:
        quote = text[span.start : span.end]
        claims.append(Claim(label, quote, rule, span, invoice))

    for hit in hits:
        add(hit.rule.label, hit.span, hit.rule.name)
    for promise in paying.promises:
        claims.append(
            Claim(
                Label.PROMISE, promise.quote, promise.rule, promise.span,
                promise.invoice or invoice,
            )
        )  # fmt: skip
    for span, rule in paying.paid[:1]:
        add(Label.PAID_CLAIM, span, rule)
    if paying.undated and not paying.paid:
        blocking = {Label.AWAITING_APPROVAL, Label.REFUSAL, Label.EXTENSION}
        if not blocking & {claim.label for claim in claims}:
            span, rule = paying.undated[0]
            add(Label.PROMISE_UNDATED, span, rule)
    several = len(paying.promises) > 1
    invoices_named = {p.invoice for p in paying.promises if p.invoice}
    if several and len(invoices_named) < 2 and not _names_numbers(paying):
        promise = paying.promises[0]
        add(Label.PAYMENT_PLAN, promise.span, "versements-annonces")
    if len(claims) > 1:
        claims = [c for c in claims if c.label is not Label.ACKNOWLEDGEMENT] or claims
    return claims


def _names_numbers(paying: Payments) -> bool:
    """Each payment is for its own invoice ("la 112 jeudi, la 118 le 10")."""
    numbered = [
        re.search(r"\b(?:la|facture|n°) ?[\w-]*\d", fold(one.quote))
        for one in paying.promises
    ]
    return all(numbered)
