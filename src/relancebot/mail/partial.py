"""A mail too large to fetch whole: its headers, its words, the names of its files.

One mail with a hundred photographs must not keep the others waiting. Its structure
stays as it was, so that it is read like any other; only the files are empty.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from typing import Any

LONGEST_TEXT = 1_000_000
LONGEST_REPORT = 200_000
_MOST_PARTS = 300
_DEEPEST = 20

Items = Mapping[bytes, Any]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A part without parts: where it stands and how much of it to fetch."""

    path: str
    bytes_wanted: int


def skeleton(
    structure: Any,  # noqa: ANN401 - nested tuples of the IMAP library
    header: bytes,
    fetch: Callable[[Sequence[str]], Items],
) -> bytes:
    """Put a large mail together without its files.

    Args:
        structure: its BODYSTRUCTURE, as the IMAP library gives it.
        header: its headers, the empty line included.
        fetch: asks the server for items of this mail.

    Returns:
        A message with all headers and texts, its files named and empty.
    """
    leaves = list(_leaves(structure, "", 0)) if structure else []
    if not leaves or len(leaves) > _MOST_PARTS or not _is_multipart(structure):
        return header + _text(fetch, "TEXT", LONGEST_TEXT)
    inner = list(_paths(structure, "", 0))
    heads = fetch([f"BODY.PEEK[{path}.MIME]" for path in inner])
    bodies = {
        leaf.path: _text(fetch, leaf.path, leaf.bytes_wanted)
        for leaf in leaves
        if leaf.bytes_wanted
    }
    return header + _assemble(structure, header, "", heads, bodies)


def _is_multipart(part: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(part[0], list)


def _children(part: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as above
    for number, child in enumerate(part[0], start=1):
        yield f"{path}.{number}" if path else str(number), child


def _paths(part: Any, path: str, depth: int) -> Iterator[str]:  # noqa: ANN401 - as above
    if _is_multipart(part) and depth < _DEEPEST:
        for below, child in _children(part, path):
            yield below
            yield from _paths(child, below, depth + 1)


def _leaves(part: Any, path: str, depth: int) -> Iterator[_Leaf]:  # noqa: ANN401 - as above
    if _is_multipart(part):
        if depth < _DEEPEST:
            for below, child in _children(part, path):
                yield from _leaves(child, below, depth + 1)
        return
    yield _Leaf(path, _wanted(part))


def _lower(value: object) -> str:
    return value.decode("ascii", "replace").lower() if isinstance(value, bytes) else ""


def _wanted(part: Any) -> int:  # noqa: ANN401 - as above
    """How many bytes of a part matter to a reader of words."""
    main, sub = _lower(part[0]), _lower(part[1])
    size = part[6] if len(part) > 6 and isinstance(part[6], int) else LONGEST_TEXT
    attached = any(
        isinstance(extra, tuple) and extra and _lower(extra[0]) == "attachment"
        for extra in part[7:]
    )
    if main == "text" and not attached:
        return min(size, LONGEST_TEXT)
    if main == "message" and (sub != "rfc822" or size <= LONGEST_REPORT):
        return min(size, LONGEST_REPORT)
    return 0


def _text(fetch: Callable[[Sequence[str]], Items], path: str, length: int) -> bytes:
    items = fetch([f"BODY.PEEK[{path}]<0.{length}>"])
    prefix = f"BODY[{path}]".encode()
    found = [data for name, data in items.items() if name.startswith(prefix)]
    return found[0] if found and isinstance(found[0], bytes) else b""


def _assemble(
    part: Any,  # noqa: ANN401 - as above
    header: bytes,
    path: str,
    heads: Items,
    bodies: Mapping[str, bytes],
) -> bytes:
    if not _is_multipart(part):
        return bodies.get(path, b"")
    boundary = BytesHeaderParser().parsebytes(header).get_boundary()
    if not boundary:
        return b""
    mark = b"--" + boundary.encode("ascii", "surrogateescape")
    lines = [b""]
    for below, child in _children(part, path):
        head = heads.get(f"BODY[{below}.MIME]".encode())
        head = head if isinstance(head, bytes) else b"\r\n"
        lines += [mark, head + _assemble(child, head, below, heads, bodies)]
    return b"\r\n".join([*lines, mark + b"--", b""])
