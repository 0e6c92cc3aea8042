"""The line that a mail program writes above a quote: who wrote what follows, when.

"Le lun. 12 janv. 2026 à 10:03, X <x@y> a écrit :" in a dozen languages, folded on
up to four lines, with or without its colon. People write such words too ("Le 12
mars vous m'avez écrit :"), so each candidate is weighed by its evidence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relancebot.reading.quotes.lines import Line

MAX_LINES = 6
_MAX_LENGTH = 500

_VERBS = (
    r"(?:a|ont|avait|as|avez) (?:écrit|ecrit|répondu|repondu|envoyé)|écrivait"
    r"|ecrivait|écrit"
    r"|wrote(?: the following)?|writes|has written"
    r"|schrieb(?:en)?|schreibt|geschrieben(?: hat)?"
    r"|escribi[óo]|escribía|ha escrito|va escriure"
    r"|ha scritto|scrisse|scriveva"
    r"|schreef|geschreven|schrijft"
    r"|escreveu|escrevia"
    r"|napisał(?:a|\(a\)|/a)?|pisze|napsal(?:a|\(a\))?"
    r"|skrev|skrifaði|kirjoitti|ezt írta|írta|a scris|yazdı"
    r"|написал(?:а|\(а\))?|пишет|έγραψε|写道|寫道|님이 작성|đã viết"
)
_VERB = re.compile(rf"(?<![\w'])(?:{_VERBS})(?![\w])", re.IGNORECASE)
_END = re.compile(
    rf"(?<![\w'])(?:{_VERBS})(?:\s*\(\w\))?\s*(?P<colon>:)?[\s*_-]*$", re.IGNORECASE
)
_START = re.compile(
    r"(?:le|du|en date du|à la date du|on|at|in article|am|um|el|il|in data|op"
    r"|em|no dia"
    r"|w dniu|dnia|den|dne|på|på dagen|quoting|selon|zitat von|citando|citeren"
    r"|on behalf"
    r"|vào|pe|pada|dana|в|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|\d{1,2}\.? [^\W\d_]{3,12}\.?,? \d{4}|(?:lun|mar|mer|jeu|ven|sam|dim|mon"
    r"|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )",
    re.IGNORECASE,
)
_QUOTING = re.compile(
    r"(?:quoting|selon|zitat von|citando|citeren|citeer|quote from|citation de) "
    r".{1,200}:$",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})*|mailto:|@[\w-]+\.\w{2,}"
)
_TIME = re.compile(
    r"\b\d{1,2}\s?[:h.]\s?\d{2}(?::\d{2})?\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE
)
_DATE = re.compile(
    r"\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b", re.IGNORECASE
)
_NAMED = re.compile(r"[A-ZÀ-ÖØ-ÞŁŚŻŽŠČ][\w'.-]*[\s,>)\"*]*$")
_PRONOUN = re.compile(
    r"(?:\b(?:il|elle|on|ils|elles|nous|vous|tu|je|qui|ce que|comme|he|she|they"
    r"|we|you|i|it|who"
    r"|who|er|sie|wir|ich|du|ihr|él|ella|usted|ustedes|yo|lui|lei|io|hij|zij|ik"
    r"|je|u|ele|ela|você"
    r"|han|hon|jag|hun|jeg|hän)|[mtls]')(?:\s+(?:m'|t'|l'|me|te|lui|leur"
    r"|already|just|once|also|then"
    r"|mir|uns|ihnen))?\s*$",
    re.IGNORECASE,
)
# "2026/1/12 Claire <claire@x>": without a verb, it counts above marked lines only.
_OLD_GMAIL = re.compile(
    r"(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
    r"[^<>]{0,80}<[^<>\s]+@[^<>\s]+>$"
)
_PLAIN_MARK = re.compile(
    r"^(?:message (?:du|de|from) .{0,160}\d{1,2}[/.:h]\d{2}.{0,80})$", re.IGNORECASE
)
_MID_DATE = re.compile(r"\d{1,2}[./: ]\d{1,2}|\d{1,2}\.? [^\W\d_]{3,}", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:bonjour|bonsoir|madame|monsieur|ch[eè]re?s?|salut|coucou|hello|hi|hey"
    r"|dear|hallo|guten|sehr geehrte|liebe[rs]?"
    r"|hola|buenos|estimad[oa]|ciao|buongiorno|gentile|egregio|beste|geachte"
    r"|ol[áa]|bom dia|prezad[oa]|dzień dobry|hej|hei)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"(?<![\w'])(?:we|nous|vous|je|you|he|she|they|elle|ils|elles|wir|ich|qui|who)(?!\w)",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?<![\w.@'-])[a-zà-öø-ÿ]{2,}(?![\w@'-])")
# Days, months and small words that programs set around a date, in a dozen languages.
_CALENDAR = re.compile(
    r"abril|agosto|alle|am|and|aout|août|april|aprile|at|augustus|avr|avril|de"
    r"|december|decembre|del|den|der|des|dezembro|dia|dicembre|diciembre|dim"
    r"|dimanche|dinsdag|dnia|domenica|domingo|donderdag|du|déc|décembre|el|em"
    r"|enero|et|febbraio|febrero|februar|februari|feira|fevereiro|fevr|fevrier"
    r"|févr|février|gennaio|giorno|giovedì|giugno|godz|ha|hat|heeft|het|il|janeiro"
    r"|januar|januari|janv|janvier|jeu|jeudi|jueves|juil|juillet|juin|julho|juli"
    r"|julio|junho|juni|junio|kl|klo|la|las|le|los|luglio|lun|lundi|lunedì|lunes"
    r"|maandag|maart|maggio|mai|maio|maj|mar|mardi|mars|martedì|martes|marzo|março"
    r"|mayo|mei|mer|mercoledì|mercredi|miércoles|nov|november|novembre|novembro"
    r"|noviembre|oct|octobre|octubre|of|oktober|om|on|ore|ottobre|outubro|par|pm"
    r"|quarta|quinta|sabato|sam|samedi|segunda|sept|september|septembre|septiembre"
    r"|setembro|settembre|sexta|stycznia|sábado|tammikuuta|terça|the|uhr|um|ven"
    r"|vendredi|venerdì|via|viernes|volgende|von|vrijdag|woensdag|zaterdag|zondag"
    r"|à|às"
)
_FRAME = " -_=*~<>|"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Lines ``[start:end]`` introduce a quote.

    ``strong`` when they can only be a program's; a weak one counts where marked
    lines follow.
    """

    start: int
    end: int
    strong: bool


def find(lines: Sequence[Line], index: int) -> Attribution | None:
    """Say whether an attribution begins on this line, and where it ends."""
    first = lines[index]
    if not _may_begin(first.body):
        return None
    joined = ""
    for count in range(MAX_LINES):
        at = index + count
        if at >= len(lines):
            break
        # An address that was broken over lines keeps its bracket open.
        broken = "<" in joined and joined.rfind("<") > joined.rfind(">")
        if broken and (lines[at].blank or lines[at].raw.startswith(">")):
            joined += lines[at].raw.strip()
        elif lines[at].blank or lines[at].depth != first.depth:
            break
        else:
            joined = f"{joined} {lines[at].body}".strip()
        if len(joined) > _MAX_LENGTH:
            break
        if not _may_end(lines[at].body, first=not count):
            continue
        score = _weigh(joined, lines, index, at)
        if score is not None:
            alone = index == 0 or lines[index - 1].blank or lines[index - 1].depth > 0
            alone = alone or bool(_EMAIL.search(joined)) or _greets(lines, at + 1)
            strong = score >= 3 or (score == 2 and alone)
            return Attribution(index, at + 1, strong)
    return None


def _may_begin(body: str) -> bool:
    trimmed = body[:200].lstrip(_FRAME)
    if not trimmed:
        return False
    return bool(
        (_START.match(trimmed) and re.search(r"\d|@|<", body[:_MAX_LENGTH]))
        or _VERB.search(body[:_MAX_LENGTH])
        or _QUOTING.match(trimmed[:300])
        or _PLAIN_MARK.match(trimmed)
        or (_EMAIL.search(body[:300]) and len(body) < 200)
    )


def _may_end(body: str, *, first: bool) -> bool:
    """Whether a line could be an attribution's last: asked before it is weighed."""
    if ":" in body or (first and ("<" in body or _PLAIN_MARK.match(body))):
        return True
    return bool(_VERB.search(body[-80:]))


def _weigh(joined: str, lines: Sequence[Line], start: int, end: int) -> int | None:
    text = joined.strip(_FRAME) if not joined.startswith("<") else joined
    text = text.strip()
    if not text:
        return None
    evidence = _evidence(text)
    single = start == end
    if single and _PLAIN_MARK.match(text):
        return 3 if _followed_by_header(lines, end + 1) else 1
    if single and _QUOTING.match(text):
        return evidence
    if single and _OLD_GMAIL.match(joined.strip()):
        return 1
    match = _END.search(text)
    if match:
        return _weigh_ending(text, match, evidence)
    return _weigh_other(text, evidence)


def _weigh_ending(text: str, match: re.Match[str], evidence: int) -> int | None:
    before = text[: match.start()].rstrip()
    if not match.group("colon") and evidence < 3:
        return None
    if _PRONOUN.search(before[-40:]) and not _EMAIL.search(before):
        return 0
    if not _EMAIL.search(before) and _is_prose(before):
        return 0
    if re.search(r"[.!?]\s+[A-ZÀ-Þ]\w+ .*[.!?]\s", before) and evidence < 3:
        return None  # sentences, not one line of a program
    named = bool(_NAMED.search(before))
    return evidence + named if evidence or named else 0


def _is_prose(before: str) -> bool:
    """Whether more stands before the verb than a day, an hour and a name."""
    if _SPEAKER.search(before):
        return True
    words = [w for w in _LOWER.findall(before) if not _CALENDAR.fullmatch(w)]
    return len(words) > 3


def _weigh_other(text: str, evidence: int) -> int | None:
    """The verb stands in the middle, or is missing, or the quote follows at once."""
    if not _EMAIL.search(text) and evidence < 2:
        return None
    verb = _VERB.search(text)
    if verb:
        before, after = text[: verb.start()], text[verb.end() :]
        if _PRONOUN.search(before[-40:]):
            return None
        if after.rstrip().endswith(":") and len(after) < 250:
            # The Dutch and the Scandinavians put the verb before the name.
            return (
                evidence + 1
                if _START.match(text) or _EMAIL.search(text) or _MID_DATE.search(after)
                else None
            )
        begins = re.match(r"\s*:\s*(?:>|\S)", after)
        if begins and _EMAIL.search(before) and _START.match(text):
            return evidence + 1
        return None
    dated = bool(_EMAIL.search(text) and _DATE.search(text))
    if text.endswith(":") and dated and (_START.match(text) or evidence >= 4):
        tail = re.search(r"[<(\[]?[\w.+%-]+@[\w.-]+[>)\]]*\s*:$", text)
        return evidence if tail else None
    return None


def _evidence(text: str) -> int:
    return (
        2 * bool(_EMAIL.search(text))
        + bool(_TIME.search(text))
        + bool(_DATE.search(text))
    )


def _greets(lines: Sequence[Line], index: int) -> bool:
    """Whether the next written line greets: a letter begins there."""
    for line in lines[index : index + 3]:
        if not line.blank:
            return is_greeting(line.body)
    return False


def is_greeting(body: str) -> bool:
    """Whether a line greets somebody."""
    return bool(_GREETING.match(body))


def _followed_by_header(lines: Sequence[Line], index: int) -> bool:
    return index < len(lines) and bool(
        re.match(r"(?:de|from|à|a|to) ?:", lines[index].body, re.IGNORECASE)
    )
