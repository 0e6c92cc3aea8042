"""Each line of a letter told apart: the sender's own, or another's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from relancebot.reading.quotes import attributions, headers, separators
from relancebot.reading.quotes.lines import Line

# Where a letter is longer than any that a person writes, only marks count beyond.
MAX_LINES = 20_000


class Whose(StrEnum):
    """Whose words a line holds."""

    OWN = "own"
    QUOTE = "quote"
    SIGNATURE = "signature"


@dataclass(slots=True)
class Cut:
    """The verdict on each line; ``rest`` is where an unmarked quote begins.

    ``between`` says that lines without a mark were cut although they stand
    between marked ones: words that may be the sender's.
    """

    whose: list[Whose]
    rest: int | None = None
    introductions: int = 0


def tell_apart(lines: Sequence[Line]) -> Cut:
    """Say of each line whether it is the sender's own."""
    whose = [Whose.OWN] * len(lines)
    cut = Cut(whose)
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.depth and separators.opens_groupwise(line.raw):
            following = _next_written(lines, index + 1)
            if following is not None and not lines[following].depth:
                cut.rest = index
                whose[index:] = [Whose.QUOTE] * (len(lines) - index)
                break
        if line.depth:
            if not _own_after_all(lines, index):
                whose[index] = Whose.QUOTE
            index += 1
            continue
        if line.blank or index > MAX_LINES:
            index += 1
            continue
        if _runs_on(lines, index) or separators.stands_for_quote(line.body):
            whose[index] = Whose.QUOTE
            index += 1
            continue
        end, strong = _introduction(lines, index)
        if end is None:
            index += 1
            continue
        following = _next_written(lines, end)
        marked = following is not None and lines[following].depth > 0
        if not strong and not marked:
            index += 1
            continue
        cut.introductions += 1
        for at in range(_with_rule_above(lines, index), end):
            whose[at] = Whose.QUOTE
        if marked:
            index = end
            continue
        indented = _indented(lines, end)
        if indented is not None:
            for at in range(end, indented):
                whose[at] = Whose.QUOTE
            index = indented
            continue
        # Nothing below is marked: all that follows is the other's letter.
        cut.rest = end
        whose[end:] = [Whose.QUOTE] * (len(lines) - end)
        break
    return cut


def _indented(lines: Sequence[Line], start: int) -> int | None:
    """Where a quote that is marked by its indentation ends, if words follow it."""
    seen = False
    for at in range(start, min(len(lines), start + 2_000)):
        if lines[at].blank:
            continue
        if not lines[at].raw.startswith(("  ", "\t", "\u00a0\u00a0")):
            return at if seen else None
        seen = True
    return None


def _introduction(lines: Sequence[Line], index: int) -> tuple[int | None, bool]:
    """Give the line after a quote's introduction, and whether it is certain."""
    body = lines[index].body
    if separators.announces(body):
        end = index + 1
        start = _next_written(lines, end)
        if start is not None and lines[start].depth == 0:
            block = headers.find(lines, start, announced=True)
            if block is not None:
                return block, True
            found = attributions.find(lines, start)
            if found is not None:
                return found.end, True
        return end, True
    if headers.is_rule(body):
        start = _next_written(lines, index + 1)
        if start is not None and start - index <= 3 and lines[start].depth == 0:
            block = headers.find(lines, start)
            if block is not None:
                return block, True
        return None, False
    block = headers.find(lines, index)
    if block is not None:
        return block, True
    found = attributions.find(lines, index)
    if found is not None:
        # "Message du 12/01/26 10:03" stands above a header block of its own.
        block = headers.find(lines, found.end) if found.end < len(lines) else None
        return block or found.end, found.strong or block is not None
    if separators.reply_above(body) and _own_above(lines, index):
        return index + 1, True
    return None, False


def _own_above(lines: Sequence[Line], index: int) -> bool:
    return any(
        not line.blank and not line.depth for line in lines[max(0, index - 200) : index]
    )


def _with_rule_above(lines: Sequence[Line], index: int) -> int:
    """Take the drawn line above an introduction along with it."""
    at = index - 1
    while at >= 0 and index - at <= 3 and lines[at].blank and not lines[at].depth:
        at -= 1
    if at >= 0 and index - at <= 3 and headers.is_rule(lines[at].body):
        return at
    return index


def _next_written(lines: Sequence[Line], index: int) -> int | None:
    for at in range(index, min(len(lines), index + 60)):
        if not lines[at].blank:
            return at
    return None


def _own_after_all(lines: Sequence[Line], index: int) -> bool:
    """A sign of comparison at a line's beginning, or a mailbox's ">From"."""
    line = lines[index]
    if line.depth != 1:
        return False
    above = lines[index - 1] if index else None
    below = lines[index + 1] if index + 1 < len(lines) else None
    if above is None or above.depth or (below is not None and below.depth):
        return False
    if line.raw.startswith(">From "):
        return True
    wrapped = not above.blank and not above.body.endswith((":", ".", "!", "?"))
    return wrapped and bool(re.match(r"\d", line.body))


_ANSWER = re.compile(
    r"(?:oui|non|ok|okay|d'accord|yes|no|fait|payé|réglé|done|paid|sure|si|nein"
    r"|ja|voir|je|j'|nous|on|il|elle"
    r"|c'|ça|à|au|aux|pas|déjà|dès|après|avant|lundi|mardi|mercredi|jeudi"
    r"|vendredi|i|we|it|not)\b",
    re.IGNORECASE,
)


def _runs_on(lines: Sequence[Line], index: int) -> bool:
    """The end of a marked line that a mail program broke without marking it."""
    if index == 0 or index + 1 >= len(lines):
        return False
    above, line, below = lines[index - 1], lines[index], lines[index + 1]
    if not above.depth or below.depth != above.depth or below.blank or above.blank:
        return False
    if above.body.endswith((".", "!", "?", ":", ";")) or len(line.body) > 40:
        return False
    if not line.body[:1].islower() or _ANSWER.match(line.body):
        return False
    word = line.body.split(" ", 1)[0]
    return len(above.raw) >= 60 and len(above.raw) + 1 + len(word) > 70
