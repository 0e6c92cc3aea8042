"""The text of an exported file, whatever encoding its program had in mind.

Nothing in a CSV names its encoding: the bytes themselves are the only witness. Files
from Windows, from old Macs and from Excel's "MS-DOS" option are told apart by the
letters that each reading would give, for a French table is full of "é".
"""

import re

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# What each is worth before its letters are seen: Windows wrote most files, and a file
# whose lines end in a bare CR comes from an old Mac.
_OLD_ENCODINGS = (("cp1252", 0), ("iso8859_15", 0), ("mac_roman", -1), ("cp850", -2))
_DOUBLE = re.compile("Ã[©¨ª«§®´¹»\xa0‰€]|â‚¬|â€™")
_FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ")
_COMMON = frozenset("éèàçêÉÈÀÇÊ")
_FRENCH_SIGNS = frozenset("€’‘“”«»°…–—§£\xa0№²")


def _plausibility(text: str) -> int:
    """Count what a French table would contain, minus what it would not."""
    score = 0
    for found in re.finditer(r"(.?)([^\x00-\x7f])(.?)", text):
        before, letter, after = found.groups()
        if letter in _FRENCH:
            if not (before.isalpha() or after.isalpha()):
                continue
            # "Échéance", "FRANÇOIS": a capital begins a word, or stands among others.
            fits = (
                letter.islower()
                or not before.isalpha()
                or (before.isupper() and not after.islower())
            )
            score += (3 if letter in _COMMON else 2) if fits else -2
        elif letter in _FRENCH_SIGNS:
            score += -2 if before.isalpha() and after.isalpha() and letter != "’" else 1
        else:
            score -= 3
    return score


def _old_encoding(data: bytes) -> str:
    sample = b"\n".join(
        line for line in data.splitlines() if any(byte > 127 for byte in line)
    )[:20_000]
    old_mac = b"\r" in data and b"\n" not in data
    best, best_score = "cp1252", -(10**9)
    for name, worth in _OLD_ENCODINGS:
        try:
            score = worth + _plausibility(sample.decode(name))
        except UnicodeDecodeError:
            continue
        if old_mac and name == "mac_roman":
            score += 3
        if score > best_score:
            best, best_score = name, score
    return best


def _wide_without_bom(data: bytes) -> str:
    sample = data[:4000]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 5 and even < odd // 4:
        return "utf-16-le"
    if even > len(sample) // 5 and odd < even // 4:
        return "utf-16-be"
    return ""


def _line_by_line(data: bytes) -> str:
    """Read a file that two programs wrote: each line in the encoding that it has."""
    lines = []
    for line in data.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
    return "\n".join(lines)


def _undo_double(text: str) -> tuple[str, str]:
    """Mend « Ã©chÃ©ance »: UTF-8 that a program took for cp1252 and wrote again."""
    if not _DOUBLE.search(text):
        return text, "utf-8"
    try:
        return text.encode("cp1252").decode("utf-8"), "utf-8 encodé deux fois"
    except UnicodeError:
        return text, "utf-8"


def decode(data: bytes) -> tuple[str, str]:
    """Give the text of a table and the name of its encoding."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            text, found = _undo_double(data.decode(name, "replace"))
            return text, name if found == "utf-8" else found
    if wide := _wide_without_bom(data):
        return data.decode(wide, "replace"), wide
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _undo_double(text)
    # Two or three bytes that make one UTF-8 letter are no accident in old encodings.
    letters = len(re.findall(rb"\xc3[\x80-\xbf]|\xe2\x82\xac|\xc5[\x92\x93]", data))
    foreign = len(re.findall(rb"[\x80-\xff]", data)) - 2 * letters
    if letters > foreign:
        return _line_by_line(data), "utf-8 et cp1252 mêlés"
    name = _old_encoding(data)
    return data.decode(name, "replace"), name
