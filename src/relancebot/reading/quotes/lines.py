"""The lines of a letter as a reader of quotes sees them."""

import re
from dataclasses import dataclass

# What looks like a space counts as one; what has no width counts as nothing.
_SPACES_OF_ALL_KINDS = "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u2008\u3000\t"
_NOTHING = (
    "\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_SAME = str.maketrans(
    {
        **dict.fromkeys(_SPACES_OF_ALL_KINDS, " "),
        **dict.fromkeys(_NOTHING, ""),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'"),
        **dict.fromkeys("\uff1a\u2236", ":"),
    }
)

_MARKS = re.compile(r"[ ]{0,3}(?:(?:>|&gt;)[ ]?)+")
_SPACES = re.compile(r" {2,}")
MAX_LINE = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """``raw`` as it came, ``depth`` marks of quoting, ``body`` plain to match.

    ``body`` has one kind of space, hyphen and apostrophe, no edges, and is cut at
    a length beyond which no line says where a quote begins.
    """

    raw: str
    depth: int
    body: str

    @property
    def blank(self) -> bool:
        """Whether nothing stands on the line (but marks)."""
        return not self.body


def plain(text: str) -> str:
    """Give text with one kind of space, hyphen and apostrophe."""
    return _SPACES.sub(" ", text.translate(_SAME)).strip().strip("\u200b ")


def line_of(raw: str) -> Line:
    """Read one line: how deep it is quoted and what it says."""
    head = raw[:MAX_LINE].translate(_SAME)
    match = _MARKS.match(head)
    if match is None:
        return Line(raw, 0, plain(head))
    marks = match.group()
    depth = marks.count(">") + marks.count("&gt;")
    return Line(raw, depth, plain(head[match.end() :]))


def split(text: str) -> list[Line]:
    """Cut a text into its lines."""
    return [line_of(raw) for raw in re.split(r"\r\n|\r|\n|\u2028|\u2029|\x85", text)]
