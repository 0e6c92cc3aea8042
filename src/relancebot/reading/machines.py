"""What an automatic answer says: when the person is back, and whom to write to."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from relancebot.domain.calendar import WorkCalendar
from relancebot.domain.message import Message
from relancebot.domain.reading import Claim, Kind, Label, Reading, Span
from relancebot.reading.automatic import Automatic, Sort
from relancebot.reading.contacts import addresses_in
from relancebot.reading.dates.found import DateFound
from relancebot.reading.dates.reader import find_dates
from relancebot.reading.folding import fold
from relancebot.reading.language import language_of
from relancebot.reading.own_words import OwnWords

_BACK = re.compile(
    r"\b(?:retour|reviens|revient|reviendr\w+|reprend\w*|reprise|reouvr\w*|rouvr\w*|"
    r"reouverture|de nouveau|retrouver\w*|joignable a|disponible a|presente? a|"
    r"back|return(?:s|ing)?|reopen\w*|available from|in the office (?:on|from)|"
    r"resume)\b"
    r"[^.!\n]{0,45}$"
)
_AWAY_UNTIL = re.compile(
    r"\b(?:jusqu'au?x?|jusqu'a|until|till|through|thru|to|au|inclus)\b[^.!\n]{0,12}$"
)
_SPAN = re.compile(r"\b(?:du|from|entre|between)\b")
_GONE = re.compile(
    r"\b(?:quitte (?:la |l'|le |mes |ses |notre )|ne fai[ts] plus partie|n'exerce plus|"
    r"ne travaille plus|has left|no longer (?:with|work|employ)|left the company|"
    r"plus en poste|parti\w* (?:a la|en) retraite|n'est plus (?:parmi|dans|en|releve))"
)
_OTHER_MATTER = re.compile(
    r"\b(?:reglements?|paiements?|payments?|facture|invoices?|salon|exposition|"
    r"soldes|departs|livraisons?)\b"
)
_REPLACEMENT = re.compile(
    r"\b(?:contact\w*|ecri\w+|voir avec|adress\w+|suivi\w* par|remplac\w+|joindre|"
    r"e-?mail|"
    r"collegue|colleague|urgen\w+|write|reach|please|merci|veuillez|transmett\w+|"
    r"desormais|question|demande|relat\w+)\b"
)


def read_machine(
    message: Message,
    own: OwnWords,
    machine: Automatic,
    calendar: WorkCalendar | None = None,
) -> Reading:
    """Read what a machine answered; nothing in it is ever a promise."""
    text = own.text
    language = language_of(fold(text))
    whole = Span(0, len(text))
    if machine.kind is Kind.BOUNCE:
        claim = Claim(Label.BOUNCE, text[:200], machine.rule, whole)
        return Reading(
            Kind.BOUNCE, text, language, (claim,), bounce=machine.bounce,
            review=False, confidence=0.99, why=machine.why,
        )  # fmt: skip
    folded = fold(text)
    gone = bool(_GONE.search(folded))
    absent = machine.sort is Sort.OUT_OF_OFFICE or gone
    label = Label.OUT_OF_OFFICE if absent else Label.AUTO_ACK
    claims = [Claim(label, text[:200], machine.rule, whole)]
    known = (message.sender.email, *(address.email for address in message.to))
    contact = _replacement(text, folded, known)
    if contact is not None or gone:
        at = next((s for m, s in addresses_in(text) if m == contact), whole)
        claims.append(
            Claim(
                Label.CONTACT_CHANGE,
                text[at.start : at.end],
                "remplacant-avec-adresse" if contact else "a-quitte-la-societe",
                at,
            )
        )
    back = (
        return_date(text, folded, message.received, language, calendar)
        if label is Label.OUT_OF_OFFICE
        else None
    )
    return Reading(
        Kind.AUTO_REPLY, text, language, tuple(claims), return_date=back,
        contact=contact, review=False, confidence=0.97, why=machine.why,
    )  # fmt: skip


def _replacement(text: str, folded: str, known: Sequence[str]) -> str | None:
    own = {address.lower() for address in known}
    for mail, span in addresses_in(text):
        before = folded[max(0, span.start - 160) : span.start]
        if mail not in own and _REPLACEMENT.search(before):
            return mail
    return None


def return_date(
    text: str,
    folded: str,
    received: datetime,
    language: str,
    calendar: WorkCalendar | None = None,
) -> date | None:
    """Give the first day back that an absence message names."""
    calendar = calendar or WorkCalendar()
    found = [
        one
        for one in find_dates(text, received, language=language)
        if one.end >= received.date()
    ]
    for one in found:
        before = folded[max(0, one.span[0] - 60) : one.span[0]]
        line = before.rsplit("\n", 1)[-1]
        if _BACK.search(line) and not _OTHER_MATTER.search(line):
            return one.start if _is_start(one) else one.end
    for one in found:
        before = folded[max(0, one.span[0] - 40) : one.span[1]]
        if _AWAY_UNTIL.search(before[: -(one.span[1] - one.span[0]) or None]) or (
            _SPAN.search(folded[max(0, one.span[0] - 4) : one.span[1]])
            or re.match(r"(?:jusqu|until|du |from )", folded[one.span[0] : one.span[1]])
        ):
            return calendar.next_worked(one.end + timedelta(days=1))
    return None


def _is_start(found: DateFound) -> bool:
    return found.start == found.end
