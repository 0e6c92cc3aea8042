"""The envelope lines of a letter: who, to whom, about what, in answer to what.

Everything here accepts any bytes. RFC 2047 words are read wherever they stand,
also where the standard forbids them (in ids and in addresses), because servers
write them there.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from relancebot.domain.message import Address
from relancebot.mail.charsets import decode

MAX_HEADERS = 2_000
MAX_VALUE = 200_000
MAX_ADDRESSES = 1_000
MAX_IDS = 500

# A day outside these cannot be the day of a letter to this program.
_FIRST_SANE = datetime(1995, 1, 1, tzinfo=UTC)
_LAST_SANE = datetime(2090, 1, 1, tzinfo=UTC)

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:[ \t]*")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,100000})\?=")
_ID = re.compile(r"<([^<>]{1,1000})>")


def split_fields(block: bytes) -> list[tuple[str, bytes]]:
    """Cut a header block into (lower-case name, unfolded raw value)."""
    fields: list[tuple[str, list[bytes]]] = []
    for line in re.split(rb"\r\n|\n|\r", block):
        if not line:
            continue
        if line[:1] in b" \t":
            if fields:
                fields[-1][1].append(line)
            continue
        if line.startswith((b"From ", b">From ")):
            continue
        match = _FIELD.match(line)
        if match is None:
            # A folded line that lost its indentation belongs to the field above.
            if fields and len(fields[-1][1]) < 1_000:
                fields[-1][1].append(b" " + line)
            continue
        if len(fields) >= MAX_HEADERS:
            break
        name = match.group(1).decode("ascii").lower()
        fields.append((name, [line[match.end() :]]))
    return [(name, b"".join(lines)[:MAX_VALUE].strip()) for name, lines in fields]


def decode_value(value: bytes | str) -> str:
    """Read one header value, encoded words and raw 8-bit bytes included."""
    text = decode(value) if isinstance(value, bytes) else value
    if "=?" not in text:
        return _tidy(text)
    pieces: list[str] = []
    pending: list[bytes] = []
    pending_charset = ""
    end = 0

    def flush() -> None:
        if pending:
            pieces.append(decode(b"".join(pending), pending_charset))
            pending.clear()

    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        charset = match.group(1).lower()
        # White space between two encoded words is not part of the value.
        glued = bool(pending) and not between.strip()
        if not glued or charset != pending_charset:
            flush()
        if not glued:
            pieces.append(between)
        pending_charset = charset
        pending.append(_word_bytes(match.group(2), match.group(3)))
        end = match.end()
    flush()
    pieces.append(text[end:])
    return _tidy("".join(pieces))


def _word_bytes(encoding: str, payload: str) -> bytes:
    raw = payload.encode("utf-8", "replace")
    if encoding in "qQ":
        return quopri.decodestring(raw.replace(b"_", b" "))
    return unbase64(raw)


def unbase64(raw: bytes) -> bytes:
    """Decode base64 as far as it can be read."""
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", raw.replace(b"-", b"+").replace(b"_", b"/"))
    clean = clean[: len(clean) - (len(clean) % 4 == 1)]
    try:
        return base64.b64decode(clean + b"=" * (-len(clean) % 4))
    except (binascii.Error, ValueError):
        return b""


def _tidy(text: str) -> str:
    return re.sub(r"[\r\n\t]+", " ", text).strip()


def addresses(value: bytes | str) -> tuple[Address, ...]:
    """Read an address list: names with commas, groups, comments, bare addresses."""
    text = decode(value) if isinstance(value, bytes) else value
    found = tuple(_mailboxes(text))
    if not any(address.email for address in found) and "=?" in text:
        # The whole field was encoded, the address with it.
        found = tuple(_mailboxes(decode_value(text)))
    return found


def _mailboxes(text: str) -> Iterator[Address]:
    for count, (phrase, spec, comment) in enumerate(_split_list(text[:MAX_VALUE])):
        if count >= MAX_ADDRESSES:
            return
        email, name = spec, phrase
        if not spec:
            bare = decode_value(phrase) if "=?" in phrase else phrase
            words = bare.split()
            at = next((w for w in words if "@" in w.strip("@")), "")
            email = at
            name = comment or " ".join(w for w in words if w != at)
        name = decode_value(name).strip().strip("\"'<>").strip()
        email = decode_value(email) if "=?" in email else email
        email = re.sub(r"\s+", "", email).strip("\"'<>,;").lower()
        if email.startswith("@") and ":" in email:  # an old source route
            email = email.rpartition(":")[2]
        email = email.removeprefix("mailto:").removeprefix("smtp:")
        if email or name:
            yield Address(email=email, name=name)


def _split_list(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (phrase, what stood in angle brackets, comment) of each mailbox."""
    phrase: list[str] = []
    spec: list[str] = []
    comment: list[str] = []
    state = ""
    depth = 0
    escaped = False
    for char in text:
        if escaped:
            escaped = False
            (spec if state == "<" else comment if state == "(" else phrase).append(char)
        elif char == "\\" and state in {'"', "("}:
            escaped = True
        elif state == '"':
            if char == '"':
                state = ""
            else:
                phrase.append(char)
        elif state == "(":
            depth += (char == "(") - (char == ")")
            if depth == 0:
                state = ""
            else:
                comment.append(char)
        elif state == "<":
            if char == ">":
                state = ""
            else:
                spec.append(char)
        elif char in '"<':
            state = char
        elif char == "(":
            state, depth = "(", 1
        elif char in ",;":
            yield "".join(phrase).strip(), "".join(spec).strip(), "".join(comment)
            phrase, spec, comment = [], [], []
        elif char == ":" and "@" not in "".join(phrase[-200:]):
            phrase = []  # the name of a group
        else:
            phrase.append(char)
    yield "".join(phrase).strip(), "".join(spec).strip(), "".join(comment)


def message_ids(value: str) -> tuple[str, ...]:
    """Give every message id of a field, each once, angle brackets kept."""
    value = value[:MAX_VALUE]
    ids = [re.sub(r"\s+", "", inner) for inner in _ID.findall(value)]
    if not ids:
        ids = [w.strip("<>,;\"'") for w in value.split() if "@" in w]
    unique = dict.fromkeys(f"<{one}>" for one in ids if one)
    return tuple(unique)[:MAX_IDS]


def date_of(value: str) -> datetime | None:
    """Read a date field; nothing when it cannot be the day of a letter."""
    value = value.strip()[:200]
    if not value:
        return None
    readers = (parsedate_to_datetime, _without_comment, datetime.fromisoformat)
    for reader in readers:
        try:
            day = reader(value)
            day = day.replace(tzinfo=UTC) if day.tzinfo is None else day
            sane = _FIRST_SANE <= day < _LAST_SANE
        except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
            continue
        if sane:
            return day
    return None


def _without_comment(value: str) -> datetime:
    return parsedate_to_datetime(re.sub(r"\s*\([^()]*\)\s*$", "", value))


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """Split "text/plain; charset=utf-8" into its value and its parameters.

    RFC 2231 continuations and charsets ("filename*0*=utf-8''…") are put together.
    """
    head, _, rest = value[:20_000].partition(";")
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for match in re.finditer(
        r';?\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.){0,8000})"?|([^;]{0,8000}))',
        rest,
    ):
        key = match.group(1).lower()
        text = match.group(2)
        text = match.group(3).strip() if text is None else re.sub(r"\\(.)", r"\1", text)
        name, star, index = key.partition("*")
        if not star:
            plain.setdefault(name, decode_value(text) if "=?" in text else text)
            continue
        encoded = key.endswith("*")
        number = index.rstrip("*")
        order = int(number) if number.isdecimal() and len(number) < 4 else 0
        pieces.setdefault(name, {})[order] = (text, encoded)
    for name, parts in pieces.items():
        plain[name] = _join_2231(parts)
    return head.strip().lower(), plain


def _join_2231(parts: dict[int, tuple[str, bool]]) -> str:
    charset = ""
    data: list[bytes] = []
    for order in sorted(parts):
        text, encoded = parts[order]
        if encoded:
            if order == 0 and text.count("'") >= 2:
                charset, _, text = text.split("'", 2)
            raw = text.encode("utf-8", "replace")
            data.append(
                re.sub(
                    rb"%([0-9A-Fa-f]{2})",
                    lambda m: bytes([int(m.group(1), 16)]),
                    raw,
                )
            )
        else:
            data.append(text.encode("utf-8", "replace"))
    return decode(b"".join(data), charset)
