"""Who wrote: a delivery system, a machine that answers, or a person.

The order is the order of harm: a letter that came back (many carry the marks of
an automatic answer), then an automatic answer, and everything else is a person's.
Headers and structure are asked before words; words alone make a letter automatic
only where a person could hardly have written them, for a person who says "je suis
en congés, je paie lundi" must be heard.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from relancebot.domain.message import Message
from relancebot.domain.reading import BounceRead, Kind
from relancebot.reading import automatic_words as patterns
from relancebot.reading import bounces
from relancebot.reading.absences import reads_as_absence
from relancebot.reading.own_words import OwnWords


class Sort(StrEnum):
    """What kind of machine answered."""

    BOUNCE = "bounce"
    OUT_OF_OFFICE = "out_of_office"
    AUTO_ACK = "auto_ack"
    CHALLENGE = "challenge"
    RECEIPT = "receipt"
    CALENDAR = "calendar"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Automatic:
    """That a machine wrote, which rule says so, and why in French.

    ``bounce`` holds what a delivery report says, and is null for the others.
    """

    kind: Kind
    sort: Sort
    rule: str
    why: tuple[str, ...]
    bounce: BounceRead | None = None


def automatic(message: Message, own: OwnWords | None = None) -> Automatic | None:
    """Say which machine wrote a letter; nothing when a person did."""
    came_back = bounces.recognise(message)
    if came_back is not None:
        read = bounces.read(message)
        fate = (
            "adresse définitivement refusée"
            if read.hard
            else "échec temporaire ou de règle"
        )
        who = ", ".join(read.recipients[:3]) or "destinataire non nommé"
        return Automatic(
            Kind.BOUNCE,
            Sort.BOUNCE,
            came_back.rule,
            (f"Avis de non-remise ({came_back.why}) : {who}, {fate}.",),
            read,
        )
    return (
        _by_structure(message, own)
        or _by_headers(message, own)
        or _by_words(message, own)
    )


def _answer(sort: Sort, rule: str, why: str) -> Automatic:
    return Automatic(Kind.AUTO_REPLY, sort, rule, (why,))


def _by_structure(message: Message, own: OwnWords | None) -> Automatic | None:
    if message.report_type == "disposition-notification":
        return _answer(Sort.RECEIPT, "receipt.report", "Accusé de lecture normalisé.")
    if message.report_type == "feedback-report":
        return _answer(
            Sort.COMPLAINT,
            "complaint.report",
            "Signalement transmis par un fournisseur de messagerie.",
        )
    if message.deliveries or message.report_type == "delivery-status":
        return _answer(Sort.RECEIPT, "receipt.delivered", "Avis de bonne remise.")
    kinds = {a.content_type for a in message.attachments} | {message.content_type}
    replied = any(k.startswith("text/calendar") and "method=reply" in k for k in kinds)
    replied = replied or "method=reply" in message.header(
        "content-type"
    ).lower().replace('"', "")
    answered = bool(patterns.INVITATION.match(message.subject))
    calendar = any(k.startswith("text/calendar") for k in kinds)
    if replied or (calendar and answered):
        words = _words(message, own)
        machine = not words or re.search(
            r"invit|accept|d[ée]clin|tentative|refus|participe|attend",
            words,
            re.IGNORECASE,
        )
        if machine or len(words.split()) <= 6:
            return _answer(
                Sort.CALENDAR, "calendar.reply", "Réponse à une invitation d’agenda."
            )
    if patterns.READ_SUBJECT.match(message.subject) and patterns.READ_TEXT.search(
        message.text[:2_000]
    ):
        return _answer(Sort.RECEIPT, "receipt.words", "Accusé de lecture.")
    return None


def _by_headers(message: Message, own: OwnWords | None) -> Automatic | None:
    named = _machine_header(message)
    if named is None:
        return None
    rule, why = named
    sort = _sort(message, own)
    return _answer(sort, f"{sort.value}.{rule}", why)


def _machine_header(message: Message) -> tuple[str, str] | None:
    submitted = message.header("auto-submitted").strip().lower()
    if submitted.startswith("auto-") or submitted in {"yes", "true"}:
        return "auto_submitted", f"En-tête Auto-Submitted : {submitted[:40]}."
    for name in patterns.MACHINE_HEADERS:
        values = message.headers.get(name, ())
        if any(v.strip().lower() not in {"no", "false", "0", "none"} for v in values):
            return "header", f"En-tête {name.title()}."
    for name in ("precedence", "x-precedence", "preference"):
        if message.header(name).strip().lower().replace("-", "_") in {
            "auto_reply",
            "autoreply",
        }:
            return "precedence", f"En-tête {name.title()} : auto_reply."
    if "autoresponder" in message.header("delivered-to").lower():
        return "delivered_to", "Remis par un répondeur automatique."
    loop = message.header("x-ms-exchange-inbox-rules-loop")
    if loop and _text_or_subject_absent(message):
        return "rules_loop", "Règle de messagerie Exchange."
    source = message.header("x-ms-exchange-generated-message-source").lower()
    if "mailbox rules" in source or "oof" in source:
        return "rules_agent", "Règle de messagerie Exchange."
    return None


def _text_or_subject_absent(message: Message) -> bool:
    return bool(
        patterns.ABSENT.search(message.text[:2_000])
        or patterns.ABSENT_SUBJECT.search(message.subject)
    )


def _sort(message: Message, own: OwnWords | None) -> Sort:
    words = _words(message, own)[:4_000]
    if patterns.CHALLENGE.search(words) or patterns.CHALLENGE.search(message.subject):
        return Sort.CHALLENGE
    if patterns.REPLY_SUBJECT.search(message.subject) and not patterns.ABSENT.search(
        words
    ):
        return Sort.AUTO_ACK
    if patterns.ABSENT_SUBJECT.search(message.subject) or patterns.ABSENT.search(words):
        # A ticket desk may speak of closed days and an absence of receipts: what
        # the subject says counts, then what is said first.
        if not patterns.ABSENT_SUBJECT.search(
            message.subject
        ) and patterns.ACK_SUBJECT.search(message.subject):
            return Sort.AUTO_ACK
        return Sort.OUT_OF_OFFICE
    return Sort.AUTO_ACK


def _words(message: Message, own: OwnWords | None) -> str:
    if own is not None:
        return own.text
    return message.text[:8_000]


def _by_words(message: Message, own: OwnWords | None) -> Automatic | None:
    words = _words(message, own)
    if patterns.REPLY_SUBJECT.search(message.subject):
        sort = _sort(message, own)
        return _answer(
            sort, f"{sort.value}.subject", "Objet d’une réponse automatique."
        )
    count = len(words.split())
    if (
        patterns.ABSENT_SUBJECT.search(message.subject)
        and patterns.ABSENT.search(f"{words[:2_000]}")
        and count <= 150
    ) and reads_as_absence(words, announced=True):
        return _answer(
            Sort.OUT_OF_OFFICE,
            "out_of_office.subject",
            "Objet d’un message d’absence.",
        )
    no_reply = bool(patterns.NO_REPLY.search(message.sender.email))
    challenge = patterns.CHALLENGE.search(words[:4_000])
    if challenge and (
        no_reply
        or "mailinblack" in f"{message.sender.email} {words[:4_000]}".lower()
        or patterns.CHALLENGE.search(message.subject)
    ):
        return _answer(
            Sort.CHALLENGE,
            "challenge.words",
            "Demande d’authentification de l’expéditeur.",
        )
    if (
        count <= 200
        and patterns.ACK_TEXT.search(words)
        and not message.header("list-unsubscribe")
    ):
        said = len({m.group()[:12].lower() for m in patterns.ACK_TEXT.finditer(words)})
        if (
            patterns.ACK_SUBJECT.search(message.subject) and (no_reply or said >= 2)
        ) or (no_reply and said >= 2 and patterns.ACK_SUBJECT.search(words)):
            return _answer(
                Sort.AUTO_ACK, "auto_ack.words", "Accusé de réception automatique."
            )
    if reads_as_absence(words, announced=False):
        return _answer(
            Sort.OUT_OF_OFFICE, "out_of_office.words", "Texte d’un message d’absence."
        )
    return None
