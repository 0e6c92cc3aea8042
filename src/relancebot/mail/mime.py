"""A letter taken apart: which part holds what, without opening what is not read.

The parts are found by their places in the bytes, nothing is copied; nesting and
the number of parts are bounded, so that a letter made to exhaust its reader costs
no more than any other letter of its size.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from relancebot.mail.headers import decode_value, parameters, split_fields, unbase64

MAX_DEPTH = 24
MAX_PARTS = 1_000
MAX_HEADER_BYTES = 1_000_000

_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n|\r\r|\n\r")
_REST = re.compile(rb"[ \t]*(?:\r\n|\r|\n|\Z)")
_SOFT = re.compile(rb"=[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One node of a letter: ``raw[start:end]`` is its body, still encoded."""

    start: int
    end: int
    headers: tuple[tuple[str, bytes], ...]
    content_type: str
    params: dict[str, str]
    disposition: str
    name: str
    depth: int
    parents: tuple[str, ...] = ()
    problems: list[str] = field(default_factory=list, compare=False)

    def header(self, name: str) -> str:
        """Give the first decoded value of one of the part's own headers."""
        for key, value in self.headers:
            if key == name:
                return decode_value(value)
        return ""

    @property
    def encoding(self) -> str:
        """The transfer encoding, lower case, comments dropped."""
        value = self.header("content-transfer-encoding").lower()
        return re.sub(r"\([^()]*\)|[^a-z0-9-]", "", value)

    def body(self, raw: bytes, limit: int) -> bytes:
        """Open the part: its bytes, transfer encoding undone, at most ``limit``."""
        encoding = self.encoding
        if encoding == "base64":
            return unbase64(
                raw[self.start : min(self.end, self.start + limit * 3 // 2)]
            )
        data = raw[self.start : min(self.end, self.start + limit)]
        if encoding == "quoted-printable":
            return quopri.decodestring(_SOFT.sub(b"=\n", data))
        if encoding in {"x-uuencode", "uuencode", "x-uue"}:
            return _uudecode(data)
        return data

    def size(self, raw: bytes) -> int:
        """Say how many bytes the part holds, without opening it."""
        length = self.end - self.start
        if self.encoding != "base64":
            return length
        lines = raw.count(b"\n", self.start, self.end)
        returns = raw.count(b"\r", self.start, self.end)
        padding = raw.count(b"=", max(self.start, self.end - 8), self.end)
        return max(0, (length - lines - returns) * 3 // 4 - padding)


def _uudecode(data: bytes) -> bytes:
    import binascii  # noqa: PLC0415  # hardly any letter needs it

    out = bytearray()
    for line in data.splitlines():
        if line.startswith((b"begin ", b"end")) or not line.strip():
            continue
        try:
            out += binascii.a2b_uu(line)
        except binascii.Error:
            continue
    return bytes(out)


def split_head(raw: bytes, start: int, end: int) -> tuple[int, int]:
    """Find where a header block ends and its body begins."""
    if raw[start : start + 1] == b"\n":
        return start, start + 1
    if raw[start : start + 2] == b"\r\n":
        return start, start + 2
    window = min(end, start + MAX_HEADER_BYTES)
    match = _BLANK.search(raw, start, window)
    if match is None:
        return window, min(end, window)
    return match.start(), match.end()


def open_part(
    raw: bytes,
    start: int,
    end: int,
    depth: int = 0,
    parents: tuple[str, ...] = (),
) -> Part:
    """Read the headers of the part that stands in ``raw[start:end]``."""
    head_end, body = split_head(raw, start, end)
    fields = tuple(split_fields(raw[start:head_end]))
    first = dict(reversed(fields))
    default = (
        "message/rfc822" if parents[-1:] == ("multipart/digest",) else "text/plain"
    )
    kind, params = parameters(decode_value(first.get("content-type", b"")))
    if not re.fullmatch(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+", kind):
        kind = {"text": "text/plain", "html": "text/html"}.get(kind, default)
    disposition, extra = parameters(decode_value(first.get("content-disposition", b"")))
    name = decode_value(extra.get("filename", params.get("name", "")))
    return Part(
        start=body,
        end=max(body, end),
        headers=fields,
        content_type=kind,
        params=params,
        disposition=disposition,
        name=_safe_name(name),
        depth=depth,
        parents=parents,
    )


def _safe_name(name: str) -> str:
    name = re.sub(r"[\x00-\x1f\x7f]", "", name).replace("\\", "/")
    return name.rpartition("/")[2].strip()[:255]


def walk(raw: bytes, root: Part, problems: list[str]) -> Iterator[Part]:
    """Give the leaves of a letter in order; enclosed letters are leaves."""
    stack = [root]
    seen = 0
    while stack:
        part = stack.pop()
        seen += 1
        if seen > MAX_PARTS:
            problems.append("too many parts")
            return
        if not part.content_type.startswith("multipart/"):
            yield part
            continue
        boundary = part.params.get("boundary", "")
        if part.depth >= MAX_DEPTH:
            problems.append("parts nested too deep")
            continue
        spans = _spans(raw, part, boundary)
        if not spans:
            problems.append("multipart without a usable boundary")
            yield _as_text(part)
            continue
        if len(spans) > MAX_PARTS:
            problems.append("too many parts")
            del spans[MAX_PARTS:]
        children = [
            open_part(raw, s, e, part.depth + 1, (*part.parents, part.content_type))
            for s, e in spans
        ]
        stack.extend(reversed(children))


def _as_text(part: Part) -> Part:
    return Part(
        start=part.start,
        end=part.end,
        headers=part.headers,
        content_type="text/plain",
        params={},
        disposition="",
        name="",
        depth=part.depth,
        parents=part.parents,
    )


def _spans(raw: bytes, part: Part, boundary: str) -> list[tuple[int, int]]:
    mark = boundary.encode("utf-8", "replace").rstrip()
    if not mark or len(mark) > 500:
        return []
    spans: list[tuple[int, int]] = []
    begin: int | None = None
    for at, after, last in _delimiters(raw, part, b"--" + mark):
        if begin is not None:
            spans.append((begin, max(begin, at)))
        if last:
            return spans
        begin = after
        if len(spans) > MAX_PARTS:
            return spans
    if begin is not None and begin < part.end and len(spans) <= MAX_PARTS:
        spans.append((begin, part.end))  # the letter was cut off
    return spans


def _delimiters(raw: bytes, part: Part, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Give each boundary line: where it begins, where it ends, if it is the last."""
    position = part.start
    while (at := raw.find(mark, position, part.end)) >= 0:
        position = at + len(mark)
        if at > part.start and raw[at - 1] not in b"\r\n":
            continue
        last = raw[position : position + 2] == b"--" and position + 2 <= part.end
        match = _REST.match(raw, position + 2 * last, part.end)
        if match is None:
            continue
        # The line break before a boundary belongs to the boundary.
        begin = at
        if begin > part.start and raw[begin - 1] == 10:
            begin -= 1
        if begin > part.start and raw[begin - 1] == 13:
            begin -= 1
        yield begin, match.end(), last
