"""To whom an answer sends us, and whether its sender speaks for the client."""

import re
from collections.abc import Sequence

from relancebot.domain.message import Message
from relancebot.domain.reading import Span
from relancebot.reading.folding import fold

_ADDRESS = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_OUTSIDER = re.compile(
    r"\b(?:conseil de (?:la societe|m\.|mme|monsieur|madame)|ma cliente?\b|"
    r"mon client\b|"
    r"en (?:ma )?qualite d[e']|mandataire|administrateur judiciaire|liquidateur|"
    r"je suis (?:le |la |son |sa )?(?:frere|s(?:oe|œ)ur|fils|fille|mari|femme|epouse|"
    r"voisin\w*|"
    r"ancien\w*|ex\b|nouveau proprietaire|avocate?|heritier\w*)|mauvaise personne|"
    r"(?:mon|ma) (?:mari|femme|pere|mere|frere) (?:est|etait) (?:decede|mort|"
    r"hospitalise)|"
    r"ne travaille plus chez|quitte la societe|vendu (?:la|le|mon|ma)|sold the shop|"
    r"adresse de ma fille|boite mail de ma)\b"
)
_FREE = re.compile(
    r"@(?:gmail|orange|free|laposte|hotmail|outlook|yahoo|wanadoo|sfr|live|icloud|"
    r"protonmail|gmx)\."
)


def addresses_in(text: str) -> tuple[tuple[str, Span], ...]:
    """Give the mail addresses that stand in a text, with their places."""
    return tuple(
        (match.group().rstrip(".").lower(), Span(match.start(), match.end()))
        for match in _ADDRESS.finditer(text)
    )


def contact_in(text: str, spans: Sequence[Span], own: Sequence[str]) -> str | None:
    """Give the address to write to instead: the nearest to the words that say so."""
    known = {address.lower() for address in own}
    found = [(mail, span) for mail, span in addresses_in(text) if mail not in known]
    if not found:
        return None
    if not spans:
        return found[0][0]
    return min(
        found,
        key=lambda one: min(
            min(abs(one[1].start - span.end), abs(span.start - one[1].end))
            if one[1].end <= span.start or span.end <= one[1].start
            else 0
            for span in spans
        ),
    )[0]


def outsider(message: Message | None, text: str) -> bool:
    """Tell whether the sender seems to speak for somebody else than the client."""
    if _OUTSIDER.search(fold(text)):
        return True
    if message is None:
        return False
    return bool(
        re.search(
            r"\b(?:avocats?|mandataires?|selarl|huissier|notaires?|liquidateur)\b",
            fold(message.sender.name),
        )
        and not _FREE.search(message.sender.email)
    )
