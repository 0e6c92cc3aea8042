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


_ABSENT = re.compile(
    r"absen(?:t|ce|ts|tes|te|\(e\))\b|en (?:cong[ée]s?|vacances|arr[êe]t"
    r"|d[ée]placement|formation|repos)|cong[ée]s? (?:de |d['’]|pay[ée]s"
    r"|annuels?|maternit|maladie|parental|estiv|sans)|cong[ée] maternit"
    r"|out of (?:the )?office|\booo\b|on (?:annual |maternity |parental |sick "
    r"|paternity )?leave|on (?:vacation|holidays?)|annual leave"
    r"|away from (?:my |the )?(?:desk|office|e-?mail|keyboard)|be back (?:on|in"
    r"|at)"
    r"|travell?ing|not in the office|currently (?:away|unavailable|out)"
    r"|limited access to|abwesen|nicht im (?:b[üu]ro|haus)|im urlaub|urlaub"
    r"|fuera de (?:la )?oficina|de vacaciones|ausente|fuori (?:sede|ufficio)"
    r"|assente|in ferie|afwezig|vakantie|ausência|fora do escrit|de férias"
    r"|semester|frånvar|fravær|ferie\b|poissa|lomalla|nieobecn|urlop"
    r"|(?:sommes?|est|seront?|serons|sont|[ée]t[ée]) (?:actuellement "
    r"|exceptionnellement )?ferm[ée]e?s?|fermeture (?:annuelle|estivale"
    r"|exceptionnelle|de|du|pour)|ferment? du|r[ée]ouv|serai de retour"
    r"|de retour (?:le|au|à|du)|retour (?:le|pr[ée]vu|au)|ne (?:suis|serai"
    r"|consulte|consulterai) pas|(?:ne|n['’])\s?(?:ai|aurai|ai qu|consulte"
    r"|prends|lis|rel[èe]ve).{0,40}(?:acc[èe]s|messagerie|mails?|courriels?"
    r"|bo[iî]te)|acc[èe]s (?:tr[èe]s )?limit[ée]|indisponible|a quitt[ée]"
    r"|no longer (?:with|works?|employed)|ne (?:fais|fait) plus partie"
    r"|n['’]exerce plus|has left|injoignable",
    re.IGNORECASE,
)
_ABSENT_SUBJECT = re.compile(
    r"^\W*(?:(?:re|tr|aw|fwd?)\s?: ?)?(?:(?:r[ée]ponse (?:automatique|auto)"
    r"|automatic reply|auto(?:matic)?[- ]?(?:reply|response|reponse|r[ée]ponse"
    r"|matische antwort)|automatische (?:antwort|r[üu]ckantwort|reactie)"
    r"|automatisch antwoord|risposta automatica|respuesta autom[áa]tica"
    r"|resposta autom[áa]tica|automatiskt svar|automatisk (?:svar|meddelelse"
    r"|antwort)|autosvar|autom[áa]tica|odpowied[źz] automatyczna"
    r"|automaattinen vastaus|auto ?: )"
    r"|(?:je suis )?(?:absen(?:t|te|ce|t\(e\))\b(?! (?:de (?:r[èe]glement"
    r"|paiement|r[ée]ponse|facture)|d['’]))|out of (?:the )?office|ooo\b"
    r"|abwesenheits?|nicht im b[üu]ro|message d['’]absence"
    r"|notification d['’]absence|avis d['’]absence|away (?:from|until|notice)"
    r"|vacation|on (?:vacation|leave|holiday)|fuera de (?:la )?oficina"
    r"|fuori sede|ausencia|assenza|afwezig|fr[åa]nvaro|fravær|poissaolo"
    r"|cong[ée]s?\b|en cong[ée]s?|fermeture)"
    r")|\[(?:r[ée]ponse automatique|auto(?:matic)?[- ]?(?:reply|response)"
    r"|out of office|absence|absent)\]|\((?:out of office|auto[- ]?reply"
    r"|r[ée]ponse automatique|absent)\)",
    re.IGNORECASE,
)
_REPLY_SUBJECT = re.compile(
    r"^\W*(?:r[ée]ponse (?:automatique|auto)|automatic reply"
    r"|auto(?:matic)?[- ]?(?:reply|response|r[ée]ponse)|automatische (?:antwort"
    r"|r[üu]ckantwort|reactie)|automatisch antwoord|risposta automatica"
    r"|respuesta autom[áa]tica|resposta autom[áa]tica|automatiskt svar"
    r"|automatisk (?:svar|antwort)|autosvar|odpowied[źz] automatyczna"
    r"|automaattinen vastaus)"
    r"|\[(?:r[ée]ponse automatique|auto(?:matic)?[- ]?(?:reply|response)"
    r"|out of office)\]",
    re.IGNORECASE,
)
_READ_SUBJECT = re.compile(
    r"^\W*(?:lu|lue|read|gelesen|le[íi]do|letto|gelezen|lida|l[äa]st|l[æe]st"
    r"|luettu|przeczytano|non lu|not read|ungelesen gel[öo]scht|nicht gelesen"
    r"|accus[ée] de (?:lecture|r[ée]ception \((?:affich|lecture))"
    r"|return receipt|read receipt|confirmation de lecture"
    r"|disposition notification)\s?(?::|\(|$)",
    re.IGNORECASE,
)
_READ_TEXT = re.compile(
    r"\ba [ée]t[ée] (?:lue?|affich[ée]|supprim[ée]|ouvert)|was (?:read"
    r"|displayed|deleted|opened)|return receipt|accus[ée] de (?:lecture"
    r"|r[ée]ception)|wurde (?:am .{0,40} )?(?:gelesen|angezeigt)"
    r"|no guarantee that (?:the )?(?:recipient|message)|disposition",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"mailinblack|spam ?arrest|boxbe|qurb|challenge[- ]response"
    r"|sender (?:address )?verification|verify (?:that )?you(?:r| are)(?: are"
    r"| e-?mail| a (?:human|real)| address)|confirm (?:that )?(?:you are"
    r"|your (?:e-?mail|message|identity|address|request)).{0,120}(?:deliver"
    r"|human|reach|sent|spam)|demande d['’]authentification"
    r"|(?:vous )?authentifi(?:er|ez).{0,120}(?:message|mail|courriel"
    r"|exp[ée]diteur)|(?:cliqu|confirm|valid)\w{1,8}.{0,160}(?:pour que votre"
    r"|afin que votre|pour d[ée]livrer|pour lib[ée]rer|afin de d[ée]livrer"
    r"|soit (?:d[ée]livr|remis|transmis|lib[ée]r))|(?:antispam"
    r"|anti-spam).{0,200}(?:cliqu|confirm|valid|click)|en (?:attente"
    r"|quarantaine).{0,160}(?:cliqu|confirm|authentifi)|(?:held|quarantine"
    r"|pending|waiting).{0,160}(?:click|confirm|reply to this)"
    r"|prouve[zr] que vous (?:êtes|n['’]êtes)|you are not a (?:robot|spammer)"
    r"|captcha|protected by .{0,30}(?:anti-?spam|whitelist)|whitelist",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"^\W*(?:accepted|accept[ée]e?|declined|d[ée]clin[ée]e?|refus[ée]e?"
    r"|tentative(?:ly accepted)?|provisoire(?:ment)?|tentatif|zugesagt"
    r"|abgelehnt|mit vorbehalt|aceptad[oa]|rechazad[oa]|accettat[oa]"
    r"|rifiutat[oa]|geaccepteerd|geweigerd|aceito|recusado|peut-[êe]tre)\s?:",
    re.IGNORECASE,
)
_ACK_SUBJECT = re.compile(
    r"(?:nous avons (?:bien )?re[çc]u|bien re[çc]u votre"
    r"|accus[ée] de (?:r[ée]ception|d[ée]p[ôo]t)|votre (?:demande|message"
    r"|ticket|requ[êe]te|courriel|mail|dossier) .{0,40}(?:enregistr|re[çc]u"
    r"|pris en compte|cr[ée][ée])|confirmation de r[ée]ception|(?:ticket|case"
    r"|request|incident|demande|dossier)\s*(?:n[°o]|#|\[|id|num).{0,40}"
    r"|\[(?:ticket|case|request|demande)[^\]]*\]|(?:we have"
    r"|we've) received your|thank you for (?:contacting|your (?:e-?mail|message"
    r"|inquiry|enquiry))|your (?:request|message|ticket|e-?mail"
    r"|enquiry) (?:has been |was )?(?:received|registered|logged|created)"
    r"|acknowledge?ment of receipt|(?:received|case) .{0,20}received)",
    re.IGNORECASE,
)
_ACK_TEXT = re.compile(
    r"ceci est (?:un|une) (?:message|r[ée]ponse|accus[ée]|e-?mail|courriel"
    r"|mail) (?:automatique|auto)|(?:message|r[ée]ponse|e-?mail|courriel"
    r"|mail) (?:est )?(?:automatique|g[ée]n[ée]r[ée]e? automatiquement"
    r"|envoy[ée]e? automatiquement)|(?:merci de"
    r"|veuillez) ne pas (?:y )?r[ée]pondre|ne pas r[ée]pondre|(?:this is an? "
    r"|an )auto(?:mated|matic|matically)|automatically generated|do not reply"
    r"|please don['’]t reply|votre (?:demande|message|courriel|mail|ticket"
    r"|requ[êe]te|sollicitation|pi[èe]ce|dossier)[^.]{0,80}(?:enregistr[ée]e?"
    r"|(?:a bien [ée]t[ée]|a [ée]t[ée]) (?:re[çc]u|pris)|sera trait[ée]e?"
    r"|d[ée]pos[ée]e?)|under (?:the )?(?:number|reference)|sous (?:le"
    r"|la) (?:num[ée]ro|r[ée]f[ée]rence|n°)|(?:ticket|case|reference"
    r"|request) (?:number|id|no)|dans les (?:meilleurs|plus brefs) d[ée]lais"
    r"|(?:we|our team|someone|an agent) (?:will|shall) (?:get back|respond"
    r"|reply|be in touch|contact)|un (?:conseiller|agent|gestionnaire"
    r"|collaborateur|technicien|op[ée]rateur) (?:vous|va|prendra)"
    r"|temps de r[ée]ponse|response time|d[ée]lai de (?:r[ée]ponse|traitement)",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(
    r"no-?_?reply|ne-?_?pas-?_?repondre|donotreply|do-not-reply|nepasrepondre"
    r"|noresponse|sans-?reponse|robot|automat",
    re.IGNORECASE,
)

# Headers that only an answering machine sets; a value of "no" unsays them.
_MACHINE_HEADERS = (
    "x-autoreply",
    "x-autorespond",
    "x-auto-reply",
    "x-autoresponse",
    "x-autoresponder",
    "x-auto-response",
    "x-autoreply-from",
    "x-autogenerated",
    "x-auto-generated",
    "x-mail-autoreply",
    "x-mail-auto-reply",
    "x-vacation",
    "x-vacation-message",
    "x-out-of-office",
    "x-ooo",
    "x-autoreply-version",
    "x-amavis-alert",
    "x-ms-exchange-generated-oof",
    "x-fc-machinegenerated",
    "x-post-messageclass",
    "x-zimbra-autoreply",
    "x-autoreplyto",
    "x-autoreply-to",
)


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
    answered = bool(_INVITATION.match(message.subject))
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
    if _READ_SUBJECT.match(message.subject) and _READ_TEXT.search(message.text[:2_000]):
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
    for name in _MACHINE_HEADERS:
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
        _ABSENT.search(message.text[:2_000]) or _ABSENT_SUBJECT.search(message.subject)
    )


def _sort(message: Message, own: OwnWords | None) -> Sort:
    words = _words(message, own)[:4_000]
    if _CHALLENGE.search(words) or _CHALLENGE.search(message.subject):
        return Sort.CHALLENGE
    if _REPLY_SUBJECT.search(message.subject) and not _ABSENT.search(words):
        return Sort.AUTO_ACK
    if _ABSENT_SUBJECT.search(message.subject) or _ABSENT.search(words):
        # A ticket desk may speak of closed days and an absence of receipts: what
        # the subject says counts, then what is said first.
        if not _ABSENT_SUBJECT.search(message.subject) and _ACK_SUBJECT.search(
            message.subject
        ):
            return Sort.AUTO_ACK
        return Sort.OUT_OF_OFFICE
    return Sort.AUTO_ACK


def _words(message: Message, own: OwnWords | None) -> str:
    if own is not None:
        return own.text
    return message.text[:8_000]


def _by_words(message: Message, own: OwnWords | None) -> Automatic | None:
    words = _words(message, own)
    if _REPLY_SUBJECT.search(message.subject):
        sort = _sort(message, own)
        return _answer(
            sort, f"{sort.value}.subject", "Objet d’une réponse automatique."
        )
    count = len(words.split())
    if (
        _ABSENT_SUBJECT.search(message.subject)
        and _ABSENT.search(f"{words[:2_000]}")
        and count <= 150
    ) and reads_as_absence(words, message.subject, announced=True):
        return _answer(
            Sort.OUT_OF_OFFICE,
            "out_of_office.subject",
            "Objet d’un message d’absence.",
        )
    no_reply = bool(_NO_REPLY.search(message.sender.email))
    challenge = _CHALLENGE.search(words[:4_000])
    if challenge and (
        no_reply
        or "mailinblack" in f"{message.sender.email} {words[:4_000]}".lower()
        or _CHALLENGE.search(message.subject)
    ):
        return _answer(
            Sort.CHALLENGE,
            "challenge.words",
            "Demande d’authentification de l’expéditeur.",
        )
    if (
        count <= 200
        and _ACK_TEXT.search(words)
        and not message.header("list-unsubscribe")
    ):
        said = len({m.group()[:12].lower() for m in _ACK_TEXT.finditer(words)})
        if (_ACK_SUBJECT.search(message.subject) and (no_reply or said >= 2)) or (
            no_reply and said >= 2 and _ACK_SUBJECT.search(words)
        ):
            return _answer(
                Sort.AUTO_ACK, "auto_ack.words", "Accusé de réception automatique."
            )
    if reads_as_absence(words, message.subject, announced=False):
        return _answer(
            Sort.OUT_OF_OFFICE, "out_of_office.words", "Texte d’un message d’absence."
        )
    return None
