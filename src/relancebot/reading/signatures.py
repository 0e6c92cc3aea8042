"""Where a letter's words end and its signature begins.

The greeting, the closing formula and the name are words of the sender and stay.
What mail programs and firms add below goes: the firm, its telephone, its address,
its opening hours (full of dates that promise nothing) and its legal notices. What
somebody wrote below their name, a postscript or one more sentence, stays.
"""

import re
import unicodedata
from collections.abc import Sequence

from relancebot.reading import signature_words as patterns

MAX_TAIL = 40


def is_closing(line: str) -> bool:
    """Whether a line is a closing formula ("Cordialement,")."""
    return bool(
        patterns.STRONG_CLOSING.match(line[:400]) or patterns.FORMAL.match(line[:400])
    )


def mark(lines: Sequence[str], sender: str = "", address: str = "") -> list[bool]:
    """Say of each line of one block whether it is signature, not words."""
    signed = [False] * len(lines)
    written = [i for i, line in enumerate(lines) if line]
    if not written:
        return signed
    for i in written:
        if patterns.MOBILE.match(lines[i][:300]):
            signed[i] = True
    _delimited(lines, signed)
    _drawn(lines, signed)
    known = _folded_words(f"{sender} {re.sub('[@._-]', ' ', address)}")
    end = _closing(lines, signed, known)
    if end is not None:
        _below_closing(lines, signed, end, known)
    _notices(lines, signed)
    _contacts(lines, signed)
    return signed


def _tail(lines: Sequence[str], signed: Sequence[bool]) -> list[int]:
    """The last written lines of a block, in order, signature left out."""
    found: list[int] = []
    for i in range(len(lines) - 1, -1, -1):
        if lines[i] and not signed[i]:
            found.append(i)
            if len(found) > MAX_TAIL:
                break
    return found[::-1]


def _delimited(lines: Sequence[str], signed: list[bool]) -> None:
    tail = [i for i, line in enumerate(lines) if line][-MAX_TAIL - 1 :]
    for i in tail:
        line = lines[i]
        if not patterns.DELIMITER.match(line):
            continue
        after = [j for j in tail if j > i]
        if not after and i and not any(lines[:i]):
            continue
        for j in range(i, len(lines)):
            signed[j] = True
        for start, stop in _paragraphs(lines, i + 1, len(lines)):
            text = " ".join(lines[start:stop])
            # Two hyphens without the space of the standard may be a mere line.
            drawn = line != "-- " and start > i + 1 and is_own_sentence(text)
            if patterns.POSTSCRIPT.match(text) or drawn:
                for j in range(start, stop):
                    signed[j] = False
        return


def _paragraphs(lines: Sequence[str], start: int, stop: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin: int | None = None
    for i in range(start, stop):
        if lines[i] and begin is None:
            begin = i
        elif not lines[i] and begin is not None:
            found.append((begin, i))
            begin = None
    if begin is not None:
        found.append((begin, stop))
    return found


def _closing(
    lines: Sequence[str], signed: Sequence[bool], known: frozenset[str]
) -> int | None:
    """Give the line on which the letter's words end: its formula, or its name."""
    tail = _tail(lines, signed)
    strong = weak = name = None
    for i in tail:
        line = lines[i][:400]
        if strong is None and is_closing(line):
            strong = i
        elif patterns.WEAK_CLOSING.match(line) and len(line) < 60:
            weak = i
        elif name is None and i and _is_sender(line, known):
            name = i
    if strong is not None:
        return strong
    if weak is not None and (name is None or weak > name or name - weak <= 3):
        # "Merci" closes a letter only where nothing but a name follows.
        rest = [i for i in tail if i > weak]
        if rest and all(_is_firm(lines[i]) for i in rest):
            return weak
        if rest and not patterns.NAME.match(lines[rest[0]][:80]):
            return name - 1 if name is not None else None
        return weak
    return name - 1 if name is not None else None


def _is_firm(line: str) -> bool:
    line = line[:400]
    return bool(
        patterns.BAIT.search(line)
        or patterns.CONTACT.match(line)
        or patterns.NOTICE.match(line)
    )


def _is_sender(line: str, known: frozenset[str]) -> bool:
    if len(line) > 60 or not known:
        return False
    head = re.split(r"[|,:(\u2022/]| - ", line, maxsplit=1)[0]
    words = _folded_words(head) - patterns.SMALL
    if not words or len(words) > 5 or re.search(r"\d", head):
        return False
    initials = {word[0] for word in known}
    hits = sum(
        word in known or (len(word) <= 2 and word[0] in initials) for word in words
    )
    long_hit = any(word in known and len(word) > 2 for word in words)
    if len(words) == 1 and len(next(iter(words))) in {2, 3}:
        word = next(iter(words))  # "PYC", "VP": the initials of the name
        return word in known or all(letter in initials for letter in word)
    return long_hit and hits == len(words)


def _folded_words(text: str) -> frozenset[str]:
    base = unicodedata.normalize("NFKD", text.lower())
    base = "".join(c for c in base if not unicodedata.combining(c))
    return frozenset(re.findall(r"[^\W\d_]+", base))


def _below_closing(
    lines: Sequence[str], signed: list[bool], end: int, known: frozenset[str]
) -> None:
    named = False
    for start, stop in _paragraphs(lines, end + 1, len(lines)):
        text = " ".join(lines[start:stop])
        if patterns.POSTSCRIPT.match(text):
            continue
        first = start
        while first < stop and (
            signed[first]
            or patterns.STRONG_CLOSING.match(lines[first][:300])
            or patterns.WEAK_CLOSING.match(lines[first][:80])
        ):
            first += 1
        if not named and first < stop and _is_name(lines[first], known):
            named = True
            first += 1
        elif is_own_sentence(" ".join(lines[first:stop])) and stop - first <= 12:
            continue
        for i in range(first, stop):
            if patterns.POSTSCRIPT.match(lines[i]) or is_own_sentence(lines[i]):
                continue
            signed[i] = True


def _is_name(line: str, known: frozenset[str]) -> bool:
    if _is_sender(line, known):
        return True
    return (
        len(line) <= 50
        and bool(patterns.NAME.match(line))
        and not patterns.CONTACT.match(line)
    )


def is_own_sentence(text: str) -> bool:
    """Whether words below a signature are the sender's, not the firm's."""
    text = text[: patterns.MAX_SCAN]
    if patterns.NOTICE.match(text) or patterns.BAIT.search(text):
        return False
    count = len(text.split())
    if count < 4:
        # "C'est payé." is a sentence, "Service règlements" is none.
        return count >= 2 and bool(patterns.SUBJECT.search(text))
    return bool(patterns.PERSON.search(text) or patterns.TRADE.search(text))


def _notices(lines: Sequence[str], signed: list[bool]) -> None:
    """Legal and green notices: from their first line to the end of their block."""
    paragraphs = _paragraphs(lines, 0, len(lines))
    found = False
    for position, (start, stop) in enumerate(paragraphs):
        if not found:
            at = next(
                (i for i in range(start, stop) if _is_notice(lines, i, stop)), None
            )
            if at is None or (at == 0 and len(paragraphs) == 1 and stop - start == 1):
                continue
            if position == 0 and at == start and len(paragraphs) > 1:
                # A notice above the words: only its own paragraph.
                for i in range(start, stop):
                    signed[i] = True
                continue
            found = True
            start = at  # noqa: PLW2901  # the paragraph's words above it stay
        elif is_own_sentence(" ".join(lines[start:stop])):
            continue
        for i in range(start, stop):
            signed[i] = True


def _is_notice(lines: Sequence[str], at: int, stop: int) -> bool:
    if not patterns.NOTICE.match(lines[at][:300]):
        return False
    return bool(
        patterns.CONFIRMED.search(" ".join(lines[at : min(stop, at + 6)])[:1_500])
    )


def _drawn(lines: Sequence[str], signed: list[bool]) -> None:
    """A drawn line with a firm's address or a notice below it."""
    tail = _tail(lines, signed)
    for position, i in enumerate(tail):
        if not patterns.RULED.match(lines[i][:200]) or position == 0:
            continue
        below = [j for j in tail[position:] if not patterns.RULED.match(lines[j][:200])]
        if not below or len(below) > 14:
            continue
        firm = any(
            patterns.CONTACT.match(lines[j][:300])
            or patterns.NOTICE.match(lines[j][:300])
            for j in below
        )
        if firm and not is_own_sentence(" ".join(lines[j] for j in below[:3])):
            for j in range(i, len(lines)):
                signed[j] = True
            return


def _contacts(lines: Sequence[str], signed: list[bool]) -> None:
    """Telephone, address and picture lines at the very end."""
    written = [i for i, line in enumerate(lines) if line and not signed[i]]
    first = len(written)
    while first > 1 and (
        patterns.CONTACT.match(lines[written[first - 1]][:300])
        or patterns.DRAWN.match(lines[written[first - 1]][:200])
    ):
        first -= 1
    # "Écrivez à", "Notre comptable :" make the lines below part of what is said.
    above = written[max(0, first - 2) : first]
    if any(patterns.POINTS_BELOW.search(lines[i][-60:]) for i in above):
        return
    for i in written[first:]:
        signed[i] = True
