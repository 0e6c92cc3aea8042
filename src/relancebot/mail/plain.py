"""Plain text as it was meant: flowed lines joined, armour and enclosures cut."""

import re

MAX_TEXT = 4_000_000

_UU_BEGIN = re.compile(r"^begin(?:-base64)? [0-7]{3,4} [^\n]{1,200}$", re.MULTILINE)
_UU_END = re.compile(r"^(?:end|={4})[ \t]*$", re.MULTILINE)
_PGP_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_PGP_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_PGP_SIGNATURE_END = "-----END PGP SIGNATURE-----"


def lines_of(text: str) -> str:
    """Give every line one kind of ending."""
    return re.sub(r"\r\n|\r|\u2028|\u2029|\x0b|\x0c|\x85", "\n", text[:MAX_TEXT])


def unflow(text: str, *, delete_space: bool = False) -> str:
    """Join the soft line breaks of ``format=flowed`` (RFC 3676)."""
    out: list[str] = []
    pending: list[str] = []
    pending_depth = -1
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        body = line[depth:].removeprefix(" ")
        soft = body.endswith(" ") and body != "-- "
        if pending and (depth != pending_depth or body == "-- "):
            out.append(_quoted(pending_depth, "".join(pending).rstrip(" ")))
            pending = []
        pending_depth = depth
        if soft:
            pending.append(body[:-1] if delete_space else body)
            continue
        out.append(_quoted(depth, "".join([*pending, body])))
        pending = []
    if pending:
        out.append(_quoted(pending_depth, "".join(pending).rstrip(" ")))
    return "\n".join(out)


def _quoted(depth: int, body: str) -> str:
    if not depth:
        return body
    return ">" * depth + (f" {body}" if body else "")


def without_enclosures(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Cut files written into the text (uuencode); give their names and sizes."""
    if "begin" not in text:
        return text, ()
    kept: list[str] = []
    files: list[tuple[str, int]] = []
    end = 0
    close: re.Match[str] | None = None
    for begin in _UU_BEGIN.finditer(text):
        if begin.start() < end or len(files) >= 200:
            continue
        if close is None or close.start() < begin.end():
            close = _UU_END.search(text, begin.end())
        if close is None:
            break
        # Without lines that look encoded, "begin 644" is prose.
        if not _looks_encoded(
            text[begin.end() : min(close.start(), begin.end() + 4_000)]
        ):
            continue
        kept.append(text[end : begin.start()])
        size = (close.start() - begin.end()) * 3 // 4
        files.append((begin.group().split(" ", 2)[2].strip(), size))
        end = close.end()
    kept.append(text[end:])
    return "".join(kept), tuple(files)


def _looks_encoded(body: str) -> bool:
    """Whether every line is as long as its first letter says (or is base64)."""
    lines = [line for line in body.split("\n") if line][:60]
    whole = lines if len(lines) < 60 else lines[:-1]
    if all(re.fullmatch(r"[A-Za-z0-9+/=]+", line) for line in whole):
        return True
    for line in whole:
        length = (ord(line[0]) - 32) & 63
        expected = (length + 2) // 3 * 4
        # Some mail programs strip the spaces that end a line.
        if length and not expected - 8 <= len(line.rstrip()) - 1 <= expected + 2:
            return False
    return True


def without_armour(text: str) -> str:
    """Take the frame of an inline PGP signature off the words that it signs."""
    start = text.find(_PGP_SIGNED)
    if start < 0:
        return text
    head_end = text.find("\n\n", start)
    sign = text.find(_PGP_SIGNATURE, max(start, head_end))
    if head_end < 0 or sign < 0:
        return text
    end = text.find(_PGP_SIGNATURE_END, sign)
    tail = "" if end < 0 else text[end + len(_PGP_SIGNATURE_END) :]
    body = re.sub(r"^- (?=-|From )", "", text[head_end + 2 : sign], flags=re.MULTILINE)
    return (text[:start] + body.strip("\n") + "\n" + tail.lstrip("\n")).rstrip("\n")
