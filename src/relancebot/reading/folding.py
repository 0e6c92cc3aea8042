"""Debtors write without accents, in capitals, by telephone: compare plain letters.

Folding never changes a length, so that a place found in the folded text is the same
place in the words as they were written.
"""

import unicodedata

_PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"'}
_SPACES = "\u00a0\u202f\u2009\u2007\u2002\u2003\t\u200b\ufeff"
_DASHES = "‐‑‒–—−"


class _Table(dict[int, str]):
    """What one character becomes; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _PLAIN:
            plain = _PLAIN[character]
        elif character in _SPACES:
            plain = " "
        elif character in _DASHES:
            plain = "-"
        else:
            base = unicodedata.normalize("NFD", character)[:1] or character
            lower = base.lower()
            plain = lower if len(lower) == 1 else base
        self[code] = plain
        return plain


_TABLE = _Table()


def fold(text: str) -> str:
    """Give the text in lower case without accents, character for character.

    >>> fold("Réglé lundi, c’est sûr")
    "regle lundi, c'est sur"
    """
    return text.translate(_TABLE)
