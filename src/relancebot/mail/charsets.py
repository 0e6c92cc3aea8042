"""Bytes of a letter become words, whatever their sender said about them.

Real mail names charsets that do not exist, names the wrong one, or names none. A
letter is read with the declared charset, else UTF-8 where it is valid, else the
two charsets in which western mail programs lie most often.
"""

import codecs
import re

_ALIASES = {
    "ansi": "cp1252",
    "cp-850": "cp850",
    "iso-8859-1": "cp1252",  # browsers and mail programs mean the superset
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "utf8": "utf-8",
    "utf-8": "utf-8",
    "utf8mb4": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "windows-874": "cp874",
    "x-sjis": "shift_jis",
    "ks_c_5601-1987": "cp949",
    "iso-8859-8-i": "iso-8859-8",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "gb2312": "gb18030",
}
# Codecs that are not charsets (zip, hex, rot13 …) or that are slow or unsafe.
_REFUSED = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape"})
_NUL = "\x00"


def codec_of(charset: str) -> str | None:
    """Name the codec that a mail's charset label means, or nothing."""
    label = re.sub(r"[^a-z0-9_.:-]", "", charset.strip().lower().partition("*")[0])
    if not label or len(label) > 40:
        return None
    label = _ALIASES.get(label, label)
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError, UnicodeError):
        return None
    # `_is_text_encoding` is how the standard library itself tells them apart.
    if not getattr(info, "_is_text_encoding", True) or info.name in _REFUSED:
        return None
    return info.name


def decode(data: bytes, charset: str = "") -> str:
    """Read bytes as words: declared charset, UTF-8, cp1252, latin-1."""
    for name in _candidates(data, charset):
        try:
            text = data.decode(name)
        except (UnicodeError, ValueError, LookupError):
            continue
        return _clean(text)
    return _clean(data.decode("latin-1"))


def _candidates(data: bytes, charset: str) -> list[str]:
    declared = codec_of(charset)
    found: list[str] = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and len(data) % 2 == 0:
        found.append("utf-16")
    if declared in {"cp1252", "latin-1", "iso8859-1"}:
        # UTF-8 sent under a latin label is common; the reverse is improbable,
        # for valid multi-byte UTF-8 is hardly ever sensible latin text.
        found += ["utf-8", "cp1252"]
    elif declared == "ascii":
        found += ["ascii", "utf-8"]
    elif declared is not None:
        found.append(declared)
    return [*found, "utf-8", "cp1252"]


def _clean(text: str) -> str:
    """Drop what no reader shows: NULs, lone surrogates, a byte-order mark."""
    text = text.replace(_NUL, "").removeprefix("\ufeff")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text
