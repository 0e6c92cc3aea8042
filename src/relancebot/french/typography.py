"""Words of other people made fit for one line of ours, in French typography."""

import re
import unicodedata

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
LONGEST_QUOTE = 160


def one_line(text: str, longest: int = 0) -> str:
    """Make a stranger's words inert: one line, no control, no hidden direction.

    Line ends, escape sequences of terminals and the characters that turn the sense of
    writing round (such as U+202E) become spaces or vanish; letters and accents stay.

    Args:
        text: what a mail, an invoice file or the rules say.
        longest: cut to so many characters, with an ellipsis (0: never).
    """
    kept = text
    if not text.isprintable():  # nearly every text is: this is the slow way
        kept = "".join(" " if _breaks(c) else c for c in text if not _hides(c))
    kept = re.sub(r" {2,}", " ", kept).strip()
    if longest and len(kept) > longest:
        kept = kept[: longest - 1].rstrip(" ,;.") + "…"
    return kept


def _breaks(character: str) -> bool:
    """Tell whether a character ends a line or commands a terminal."""
    return unicodedata.category(character) in {"Cc", "Zl", "Zp"}


def _hides(character: str) -> bool:
    """Tell whether a character is invisible and changes how others are read."""
    return unicodedata.category(character) in {"Cf", "Cs", "Co"}


def quoted(text: str) -> str:
    """Put someone's words between guillemets; nothing when there are none."""
    words = one_line(text, LONGEST_QUOTE)
    # Guillemets inside a quotation would close it: the inner pair is written “ ”.
    words = words.strip('«»"“” ').replace("«", "“").replace("»", "”")
    return f"«{NBSP}{words}{NBSP}»" if words else ""


def fine_spaces(text: str) -> str:
    """Make the spaces that French puts before high punctuation unbreakable.

    Only spaces that are there are changed: an address or a time is left alone.
    """
    text = re.sub(r" (?=[;!?](?:\s|$|[»)’”]))", NARROW, text)
    text = re.sub(r" (?=[:»€%](?:\s|$|[.,;)]))", NBSP, text)
    return re.sub(r"« ", f"«{NBSP}", text)
