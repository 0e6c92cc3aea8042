"""An answer is read: who wrote, what it says, what is promised, and how surely."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

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
from relancebot.reading.claims.payment import Event
from relancebot.reading.clauses import Sentence, sentences
from relancebot.reading.confidence import (
    DISPUTED_FROM,
    UNDISPUTED_BELOW,
    Evidence,
    decide,
)
from relancebot.reading.contacts import contact_in, outsider
from relancebot.reading.dates.reader import find_dates
from relancebot.reading.disputes import dispute_read, operator_phrase
from relancebot.reading.features import features
from relancebot.reading.folding import fold
from relancebot.reading.invoices import concerned
from relancebot.reading.language import language_of
from relancebot.reading.machines import read_machine
from relancebot.reading.opinion import DISPUTE, opinion_of, reasons_in
from relancebot.reading.own_words import own_words
from relancebot.reading.patterns import RuleHit, match_rules
from relancebot.reading.promises import Answer, Payments, payments
from relancebot.reading.said import Said, analyse

#: Longer answers are read up to here; the rest is left to a person.
MAX_READ = 12_000
_HANGS_ON_REPAIR = frozenset({"paiera-quand-ce-sera-fait", "le-reste-quand"})
_HANGS_ON_OTHERS = frozenset({"paye-quand-paye", "si-un-autre-tient-parole"})
_IF = re.compile(r"(?:si|s'il|s'ils|if|a condition|sous reserve)\b")
#: Labels beside which a bare day is no promise.
_EXPLAINS_DATES = frozenset(
    {
        Label.DISPUTE, Label.INSOLVENCY, Label.REFUSAL, Label.EXTENSION,
        Label.AWAITING_APPROVAL, Label.STOP, Label.PAYMENT_PLAN,
    }
)  # fmt: skip
#: Words that mean a dispute wherever they stand.
_LOUD = frozenset(
    {
        "litige-declare", "montant-conteste", "avoir-attendu", "frais-contestes",
        "dispute-en", "contrat-rompu", "prescription-ou-mauvaise-entite",
    }
)  # fmt: skip
_GUESSED_FROM = 0.3
LONGEST_QUOTE = 240
_MONEY = re.compile(
    r"\b(?:virements?|paiements?|reglements?|cheques?|prelevements?|pay\w+|vir\w+|"
    r"regle\w*|solde\w*|transfer\w*|wire\w*|sent|paid)\b"
)
_BY_OPINION = "avis-statistique"
#: A bare name, a greeting or a closing word is no sentence to rest an opinion on.
LONGEST_NAME = 3
#: An opinion so strong that a clear reading without a dispute goes to a person.
CONTRADICTS_FROM = 0.5
_GUESSED = (
    Label.UNRELATED, Label.ACKNOWLEDGEMENT, Label.HARDSHIP, Label.AWAITING_APPROVAL,
    Label.DOCUMENT_REQUEST, Label.EXTENSION, Label.REFUSAL, Label.CONTACT_CHANGE,
    Label.PROMISE_UNDATED, Label.HOSTILE, Label.STOP, Label.PAYMENT_PLAN,
)  # fmt: skip
_REST = re.compile(
    r"\b(?:reste|solde|complement|reliquat|surplus|autre|seconde?|suite|restants?|"
    r"suivants?|"
    r"deuxieme|remaining|rest|balance)\b[^.;]{0,40}\b(?:sui\w+|viendra|vient|partira|"
    r"part|"
    r"sera|seront|sous peu|sans tarder|des que|quand|arrive\w*|follow\w*|reglera\w*)"
)
_HESITANT = re.compile(
    r"\b(?:peut-etre|sans doute|je crois|je pense que c'est|il me semble|normalement|"
    r"en principe|si tout va bien|j'espere|esperons|on verra|je verrai|"
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
        context=Context(message, own.doubtful, dispute_phrases, act_alone_from),
    )


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around the words: their mail, and the operator's wishes."""

    message: Message | None = None
    doubtful: bool = False
    dispute_phrases: Sequence[str] = ()
    act_alone_from: float = 0.8


def read_words(
    text: str,
    received: datetime,
    invoices: Sequence[InvoiceRef] = (),
    *,
    context: Context | None = None,
) -> Reading:
    """Read the sender's own words, already cut free of quotes and signature."""
    context = context or Context()
    message = context.message
    found = findings(text, received, invoices)
    short, folded, paying = found.text, found.folded, found.paying
    claims = list(found.claims)
    opinion = opinion_of(found.features)
    claims, overruled = _second_opinion(claims, opinion, found)
    labels = {claim.label for claim in claims}
    guessed = not found.claims
    dispute = None
    if Label.DISPUTE in labels:
        reasons = reasons_in(opinion)
        dispute = dispute_read(
            found.hits, short, folded, invoices, reasons
        ) or _suspected(claims, reasons)
    phrase = operator_phrase(folded, context.dispute_phrases)
    if phrase is not None:
        quote = short[phrase.start : phrase.end]
        claims.append(Claim(Label.DISPUTE, quote, "phrase-de-l-operateur", phrase))
        labels.add(Label.DISPUTE)
        if dispute is None or dispute.rule == _BY_OPINION:
            dispute = DisputeRead(
                DisputeReason.OTHER, quote, "phrase-de-l-operateur", phrase
            )
    contact = None
    if Label.CONTACT_CHANGE in labels:
        own = (message.sender.email, *(a.email for a in message.to)) if message else ()
        spans = [c.span for c in claims if c.label is Label.CONTACT_CHANGE]
        contact = contact_in(short, spans, own)
    decision = decide(
        Evidence(
            labels=frozenset(labels),
            weak_date=paying.weak,
            doubtful_words=context.doubtful,
            outsider=outsider(message, short),
            hesitant=bool(_HESITANT.search(folded)) and Label.PAID_CLAIM in labels,
            too_long=len(text) > MAX_READ,
            opinion=opinion,
            overruled=overruled,
            guessed=guessed,
            loose=paying.loose,
            rivals=paying.rivals,
            words=len(short.split()),
            hangs=_hangs(found),
            unexplained=len(_unexplained(found)),
            calls=any(said.event is Event.CALL for said in found.clauses),
        ),
        context.act_alone_from,
    )
    return Reading(
        kind=Kind.HUMAN,
        text=text,
        language=found.language,
        claims=tuple(_in_full(claim, found) for claim in claims),
        promises=paying.promises,
        dispute=_in_full(dispute, found) if dispute else None,
        paid_on=paying.paid_on,
        contact=contact,
        review=decision.review,
        confidence=decision.confidence,
        why=decision.why,
    )


_Quoted = TypeVar("_Quoted", Claim, DisputeRead)


def _in_full(quoted: _Quoted, found: "Findings") -> _Quoted:
    """Quote the whole sentence around a rule's words: a person reads sentences.

    A promise keeps its own clause, and a very long sentence is not widened.
    """
    if getattr(quoted, "label", None) is Label.PROMISE:
        return quoted
    span = quoted.span
    parts = [p for p in found.parts if p.start < span.end and span.start < p.end]
    if not parts:
        return quoted
    start = min(span.start, parts[0].start)
    end = max(span.end, parts[-1].end)
    words = found.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if len(words) > LONGEST_QUOTE:
        return quoted
    return replace(quoted, quote=words, span=Span(start, start + len(words)))


def _second_opinion(
    claims: list[Claim], opinion: Mapping[str, float], found: "Findings"
) -> tuple[list[Claim], bool]:
    """Let the statistical opinion add a dispute, or doubt one that rules see.

    Returns the claims, and whether the two contradict each other.
    """
    likely = opinion.get(DISPUTE)
    if likely is None:
        return claims, False
    if not claims:
        claims = _guessed(opinion, found)
    seen = any(claim.label is Label.DISPUTE for claim in claims)
    if opinion.get(Label.UNRELATED, 0.0) > likely and not seen:
        return claims, False
    rules = {claim.rule for claim in claims if claim.label is Label.DISPUTE}
    if seen and likely < UNDISPUTED_BELOW and rules & _LOUD:
        return claims, True
    if seen and likely < UNDISPUTED_BELOW:
        return [c for c in claims if c.label is not Label.DISPUTE], True
    if not seen and likely >= DISPUTED_FROM:
        if found.claims and not _unexplained(found):
            # Nothing in the words is left for the opinion to rest on: it only doubts.
            return claims, likely >= CONTRADICTS_FROM
        span = _least_explained(found)
        quote = found.text[span.start : span.end]
        kept = [
            c
            for c in claims
            if c.label is not Label.ACKNOWLEDGEMENT and c.rule != _BY_OPINION
        ]
        return [*kept, Claim(Label.DISPUTE, quote, _BY_OPINION, span)], False
    return claims, False


def _hangs(found: "Findings") -> bool:
    """Tell whether a promise stands in a sentence that waits on somebody else."""
    waiting = {
        hit.sentence for hit in found.hits if hit.rule.label is Label.AWAITING_APPROVAL
    }
    return any(
        part.start <= promise.span.start < part.end
        for number, part in enumerate(found.parts)
        if number in waiting
        for promise in found.paying.promises
    )


def _guessed(opinion: Mapping[str, float], found: "Findings") -> list[Claim]:
    """Name what the rules could not: the likeliest label, for a person to see."""
    best = max(_GUESSED, key=lambda label: opinion.get(label, 0.0))
    if opinion.get(best, 0.0) < _GUESSED_FROM or not found.parts:
        return []
    span = _least_explained(found)
    quote = found.text[span.start : span.end]
    return [Claim(best, quote, _BY_OPINION, span)]


def _unexplained(found: "Findings") -> list[Sentence]:
    """Give the sentences in which the rules found nothing (a bare name says none)."""
    spoken = {hit.sentence for hit in found.hits}
    spoken |= {said.clause.sentence for said in found.clauses if said.hits}
    return [
        part
        for number, part in enumerate(found.parts)
        if number not in spoken
        and len(found.text[part.start : part.end].split()) > LONGEST_NAME
    ]


def _least_explained(found: "Findings") -> Span:
    """Give the longest sentence in which the rules found nothing."""
    silent = _unexplained(found) or list(found.parts)
    longest = max(silent, key=lambda part: part.end - part.start)
    return longest.span


def _suspected(
    claims: Sequence[Claim], reasons: Mapping[DisputeReason, float]
) -> DisputeRead | None:
    """Make a dispute of what only the statistical opinion sees."""
    guess = max(reasons, key=lambda one: reasons[one], default=None)
    for claim in claims:
        if claim.label is Label.DISPUTE:
            return DisputeRead(
                guess or DisputeReason.OTHER, claim.quote, claim.rule, claim.span
            )
    return None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the rules find in an answer, before anything is concluded."""

    text: str
    folded: str
    language: str
    parts: tuple[Sentence, ...]
    hits: tuple[RuleHit, ...]
    clauses: tuple[Said, ...]
    paying: Payments
    claims: tuple[Claim, ...]

    @property
    def features(self) -> list[str]:
        """What the statistical opinion looks at."""
        return features(
            self.parts, self.hits, self.clauses, {str(c.label) for c in self.claims}
        )


def findings(
    text: str, received: datetime, invoices: Sequence[InvoiceRef] = ()
) -> Findings:
    """Apply every rule to the sender's own words."""
    short = text[:MAX_READ]
    folded = fold(short)
    language = language_of(folded)
    parts = sentences(short)
    hits = _settled(match_rules(parts, language))
    issued = invoices[0].issued if len(invoices) == 1 else None
    dates = find_dates(short, received, language=language, issued=issued)
    clauses = analyse(parts, dates)
    labels = {hit.rule.label for hit in hits}
    barred = {
        hit.sentence: 0 if _IF.match(folded, hit.span.start) else hit.span.start
        for hit in hits
        if hit.rule.name in _HANGS_ON_REPAIR | _HANGS_ON_OTHERS
    }
    barred |= {
        hit.sentence: hit.span.start
        for hit in hits
        if hit.rule.label is Label.EXTENSION
    }
    paying = payments(
        clauses,
        Answer(short, folded, received, invoices, language == "fr"),
        alone=not labels & _EXPLAINS_DATES,
        barred=barred,
    )
    claims = tuple(_claims(hits, paying, short, folded, invoices))
    return Findings(short, folded, language, parts, hits, clauses, paying, claims)


def _settled(hits: tuple[RuleHit, ...]) -> tuple[RuleHit, ...]:
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
    claims.extend(
        Claim(
            Label.PROMISE, promise.quote, promise.rule, promise.span,
            promise.invoice or invoice,
        )
        for promise in paying.promises
    )  # fmt: skip
    if paying.paid:
        # Of several past acts, the one that names the money carries the claim.
        span, rule = max(
            paying.paid,
            key=lambda one: bool(_MONEY.search(folded[one[0].start : one[0].end])),
        )
        add(Label.PAID_CLAIM, span, rule)
    rest = next((one for one in paying.undated if _REST.search(folded)), None)
    if paying.undated and (not paying.paid or rest):
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
