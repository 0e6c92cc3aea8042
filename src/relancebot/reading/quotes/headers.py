"""The header block that a mail program copies above a quote or a forwarded letter.

Outlook, Windows Mail, Zimbra, Orange and Apple write "De : … Envoyé : … À : …
Objet : …", each with its own order, bold marks and languages. A person's own
"De : Paris à : Lyon" has neither an address nor an hour of sending.
"""

import re
from collections.abc import Sequence

from relancebot.reading.quotes.lines import Line

_FROM = (
    "de|from|von|da|van|od|från|fra|lähettäjä|expéditeur|expediteur|remitente"
    "|mittente|afzender"
    "|absender|от|feladó|odesílatel|kimden|de la part de|de parte de"
    "|发件人|差出人|寄件者"
)
_SENT = (
    "envoyé(?: le)?|envoyé à|envoye|sent(?: at| on)?|gesendet(?: am)?"
    "|enviado(?: el| em| a)?|inviato(?: il)?"
    "|verzonden(?: op)?|wysłano|wysłane|skickat|sendt|lähetetty|отправлено"
    "|date d'envoi|data de envio|发送时间|送信日時|odesláno"
)
_DATE = "date|datum|fecha|data|dato|päivämäärä|päiväys|дата|日期|日時|date et heure"
_TO = (
    "à|a|to|an|para|per|aan|do|till|til|vastaanottaja|pour|destinataires?"
    "|destinatario|destinatários?"
    "|кому|收件人|宛先|komu|címzett"
)
_COPY = (
    "cc|cci|bcc|copie(?: à)?|copie cachée(?: à)?|kopie|kopia|kopi|copia|kopio"
    "|copy|抄送|kopie an"
)
_SUBJECT = (
    "objet|sujet|subject|betreff|betr|asunto|oggetto|assunto|onderwerp|temat"
    "|ämne|emne|aihe"
    "|тема|主题|件名|předmět|tárgy|re"
)
_OTHER = (
    "reply-to|répondre à|reply to|antwort an|importance|priorité|priority"
    "|wichtigkeit|prioridad|pièces? jointes?"
    "|attachments?|anlagen?|anhänge?|bijlagen?|allegati|adjuntos|anexos"
    "|organisation|organization"
    "|message-id|x-mailer|user-agent|sensibilité|sensitivity|catégories"
    "|categories|signed by|mailed-by"
    "|newsgroups|newsgroups-to|resent-from|envoyé par|répondre"
)
_ROLES = {
    "from": _FROM,
    "sent": _SENT,
    "date": _DATE,
    "to": _TO,
    "copy": _COPY,
    "subject": _SUBJECT,
    "other": _OTHER,
}
_LINE = re.compile(
    r"[*_#| ]{0,4}(?:"
    + "|".join(f"(?P<{role}>{labels})" for role, labels in _ROLES.items())
    + r")[*_ ]{0,4}:[*_ ]{0,4}(?P<value>.*)$",
    re.IGNORECASE,
)
_ONE_LINE = re.compile(
    rf"[*_ ]{{0,4}}(?:{_FROM})[*_ ]{{0,3}}:.{{1,200}}?\b(?:{_SENT}"
    rf"|{_DATE})[*_ ]{{0,3}}:.{{0,40}}?\d"
    rf".{{0,80}}?\b(?:{_TO}|{_SUBJECT})[*_ ]{{0,3}}:",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_\-=*~#+]{5,}$")
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}|mailto:", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_MAX_BLOCK = 40


def role_of(body: str) -> tuple[str, str] | None:
    """Tell which header a line copies, and its value."""
    match = _LINE.match(body[:1_000])
    if match is None or match.lastgroup is None:
        return None
    role = next(name for name in _ROLES if match.group(name) is not None)
    return role, match.group("value").strip()


def is_rule(body: str) -> bool:
    """Whether a line is drawn, not written."""
    return bool(_RULE.match(body))


def find(lines: Sequence[Line], index: int, *, announced: bool = False) -> int | None:
    """Give the line after the header block that begins here, if one does.

    ``announced``: a separator above has said already that another's letter comes.
    """
    first = lines[index]
    begun = role_of(first.body)
    if begun is None or (begun[0] in {"other", "copy"} and not announced):
        return None
    if _ONE_LINE.match(first.body[:800]):
        return index + 1
    roles: dict[str, str] = {}
    evidence = False
    end = index
    at = index
    gap = 0
    strays = 0
    while at < len(lines) and at - index < _MAX_BLOCK:
        line = lines[at]
        if line.depth != first.depth:
            break
        if line.blank:
            gap += 1
            if gap > 1 or (strays and roles):
                break
            at += 1
            continue
        found = role_of(line.body)
        if found is None:
            # A long list of recipients or a subject may run on.
            strays += 1
            if strays > 6 or gap or (not _EMAIL.search(line.body) and strays > 1):
                break
            at += 1
            continue
        role, value = found
        if role in roles and role in {"from", "subject"}:
            break
        roles.setdefault(role, value)
        evidence |= bool(_EMAIL.search(value))
        end = at + 1
        gap = strays = 0
        at += 1
    return end if _is_block(roles, evidence=evidence, announced=announced) else None


def _is_block(roles: dict[str, str], *, evidence: bool, announced: bool) -> bool:
    main = roles.keys() - {"other", "copy"}
    if announced:
        return len(main) >= 2 or "from" in main or evidence
    when = roles.get("sent", "") or roles.get("date", "")
    timed = bool(re.search(r"\d", when))
    if "from" not in main:
        return {"to", "subject"} <= main and "sent" in main and timed and evidence
    if len(main) < 2:
        return False
    if "sent" in main and timed:
        return True
    if evidence:
        return len(main) >= 3 or timed or "subject" in main
    return {"date", "subject"} <= main and bool(_TIME.search(when))
