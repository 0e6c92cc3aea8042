"""The sender's own new words, cut free of everything that others wrote.

A reminder is quoted in most of its answers, with its amounts and its dates; a
firm's signature states when it pays. Only what the sender says now may become a
claim. Where cutting would leave nothing, or might have taken the answer with the
quote, everything is kept and a person looks: cutting may leak, but may not lose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relancebot.domain.message import Message
from relancebot.reading import signatures
from relancebot.reading.quotes.attributions import is_greeting
from relancebot.reading.quotes.cut import Cut, Whose, tell_apart
from relancebot.reading.quotes.lines import Line, split
from relancebot.reading.quotes.separators import reply_above

MAX_TEXT = 1_000_000

_INLINE = re.compile(
    r"(?:r[ée]pon(?:ses?|ds|dons|du)|commentaires?|remarques?|annotations?"
    r"|pr[ée]cisions?|answers?|comments?|repl(?:y|ies)|remarks?|responses?"
    r"|antworten?)\b"
    r".{0,60}(?:ci-dessous|ci dessous|ci-apr[èe]s|dans (?:le (?:corps|texte"
    r"|fil)|votre|ton|ce|le) ?(?:de |du )?(?:votre |ton |ce )?(?:e-?mail"
    r"|message|mail|texte|courriel)?|en (?:rouge|bleu|vert|gras|majuscules?"
    r"|face|italique)"
    r"|below|in ?-?line|within|in (?:your|the) (?:e-?mail|message|text)"
    r"|in (?:red|blue|green|bold|caps)|unten|in rot)|\b(?:see|voir"
    r"|cf\.?) (?:below|inline|ci-dessous)\b",
    re.IGNORECASE,
)
_MARKED_ANSWER = re.compile(
    r"(?:\[[A-ZÀ-Þ][\w .-]{0,20}\]|[A-Z]{2,4} ?(?:>|:)|=+>|-+>|→|>>+|\*{2,}"
    r"|#{2,}|//|@[A-Z]\w+|(?:r[ée]p(?:onse)?|answer|r|a) ?:)\s*\S"
)
_BANNER = re.compile(
    r"[*\[(!⚠️ ]{0,6}(?:you don't often get e-?mail from"
    r"|some people who received this message don't often"
    r"|vous n'obtenez pas souvent d'e-?mails?"
    r"|vous ne recevez pas souvent de (?:courriers?|e-?mails?|messages?)"
    r"|(?:caution|attention|warning|external|externe|avertissement|prudence"
    r"|\[ext\])\b.{0,40}(?:e-?mail|message|mail|courriel|sender|exp[ée]diteur"
    r"|organi[sz]ation|externe).{0,80}"
    r"(?:outside|ext[ée]rieur|externe?|originated|external)|(?:ce"
    r"|cet) (?:e-?mail|message|courriel|mail) (?:provient|a été envoyé|[ée]mane"
    r"|vient) .{0,60}(?:ext[ée]rieur|externe)"
    r"|this (?:e-?mail|message) (?:originated|came|was sent) from (?:outside"
    r"|an external))",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w[\w'’.@€%-]*")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the sender says now (``text``), and what was cut from it.

    ``hidden_lines`` counts the written lines that ``text`` leaves out. When
    ``doubtful``, nothing was cut, for cutting would have lost the answer.
    """

    text: str
    hidden_lines: int = 0
    quoted: str = ""
    signature: str = ""
    doubtful: bool = False


def own_words(message: Message) -> OwnWords:
    """Give the sender's own new words of a letter."""
    sender = message.sender
    return strip_quotes(message.text, sender=sender.name, address=sender.email)


def strip_quotes(text: str, *, sender: str = "", address: str = "") -> OwnWords:
    """Give the writer's own new words of a plain text.

    ``sender`` and ``address`` help to tell where the signature begins.
    """
    lines = split(text[:MAX_TEXT])
    cut = tell_apart(lines)
    whose = cut.whose
    _leave_out_banners(lines, whose)
    for start, stop in _blocks(whose):
        bodies = [_signed_body(line) for line in lines[start:stop]]
        for offset, signed in enumerate(signatures.mark(bodies, sender, address)):
            if signed:
                whose[start + offset] = Whose.SIGNATURE
    inline = _inline_answers(lines, cut)
    own = _join(lines, whose, Whose.OWN)
    count = len(_WORD.findall(own[:10_000]))
    if _lost(lines, cut, count) or inline:
        return OwnWords(
            text=_clean("\n".join(line.raw for line in lines)), doubtful=True
        )
    return OwnWords(
        text=own,
        hidden_lines=sum(
            not line.blank and kind is not Whose.OWN
            for line, kind in zip(lines, whose, strict=True)
        ),
        quoted=_join(lines, whose, Whose.QUOTE),
        signature=_join(lines, whose, Whose.SIGNATURE),
    )


def _signed_body(line: Line) -> str:
    # The standard's delimiter ends in a space, and is certain because of it.
    if line.raw == "-- ":
        return line.raw
    return line.raw if line.depth else line.body


def _blocks(whose: Sequence[Whose]) -> list[tuple[int, int]]:
    """The runs of own lines: each may end in a signature."""
    found: list[tuple[int, int]] = []
    begin: int | None = None
    for i, kind in enumerate(whose):
        if kind is Whose.OWN and begin is None:
            begin = i
        elif kind is not Whose.OWN and begin is not None:
            found.append((begin, i))
            begin = None
    if begin is not None:
        found.append((begin, len(whose)))
    return found


def _leave_out_banners(lines: Sequence[Line], whose: list[Whose]) -> None:
    """Warnings that a mail server wrote above the words."""
    seen = 0
    for i, line in enumerate(lines):
        if line.blank or whose[i] is not Whose.OWN:
            continue
        seen += 1
        if seen > 6:
            return
        if _BANNER.match(line.body[:400]) or reply_above(line.body):
            whose[i] = Whose.SIGNATURE


def _inline_answers(lines: Sequence[Line], cut: Cut) -> bool:
    """Keep announced answers inside a quote; true when they cannot be told from it.

    "Mes réponses en rouge dans votre mail": answers that stand between the marked
    lines, or that bear a mark of their own, are kept; a colour is lost with the HTML.
    """
    first = next((i for i, w in enumerate(cut.whose) if w is Whose.QUOTE), None)
    if first is None:
        return False
    announced = False
    after = 0
    for i in range(first):
        if cut.whose[i] is not Whose.OWN or lines[i].blank:
            continue
        if _INLINE.search(lines[i].body[:1_000]):
            announced = True
            after = 0
        elif announced:
            after += len(lines[i].body.split())
    if not announced or after > 12:
        return False
    found = any(
        cut.whose[i] is Whose.OWN and not lines[i].blank
        for i in range(first, len(lines))
    )
    for i in range(len(lines) if cut.rest is None else cut.rest, len(lines)):
        if _MARKED_ANSWER.match(lines[i].body[:200]) and not lines[i].depth:
            cut.whose[i] = Whose.OWN
            found = True
    return not found


def _lost(lines: Sequence[Line], cut: Cut, count: int) -> bool:
    """Whether the cut took all, or left a word while unmarked words went."""
    if count >= 2:
        return cut.rest is not None and not _says_anything(lines, cut)
    if count == 0:
        return any(not line.blank for line in lines)
    if cut.rest is None:
        return False
    if not _says_anything(lines, cut):
        return True
    # One word is an answer ("Payé.") unless the cut took unmarked words that
    # stand between marked ones: those may be the sender's.
    marks = [i for i in range(cut.rest, len(lines)) if lines[i].depth]
    if len(marks) < 2:
        return False
    return any(
        not lines[i].depth and not lines[i].blank for i in range(marks[0], marks[-1])
    )


def _says_anything(lines: Sequence[Line], cut: Cut) -> bool:
    """Whether more than a greeting and a closing formula stands above the quote."""
    for line, whose in zip(lines, cut.whose, strict=True):
        if whose is not Whose.OWN or line.blank:
            continue
        if signatures.is_closing(line.body):
            return False
        if not (is_greeting(line.body) and len(line.body.split()) <= 5):
            return True
    return False


def _join(lines: Sequence[Line], whose: Sequence[Whose], wanted: Whose) -> str:
    out: list[str] = []
    previous = -1
    for i, (line, kind) in enumerate(zip(lines, whose, strict=True)):
        if kind is not wanted:
            continue
        if out and previous != i - 1 and out[-1]:
            out.append("")
        out.append(line.raw.rstrip())
        previous = i
    return _clean("\n".join(out))


def _clean(text: str) -> str:
    text = re.sub(r"[\u200b\u2060\ufeff]", "", text)
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", text).strip()
