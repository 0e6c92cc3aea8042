"""A mail's bytes understood: from what a server hands over to a ``Message``.

Pure, and total: any bytes give a message. Whatever could not be read is named in
``problems``; a person is then shown the letter, and the other letters go on.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from relancebot.domain.message import Address, Attachment, DeliveryStatus, Message
from relancebot.mail.charsets import decode
from relancebot.mail.headers import (
    addresses,
    date_of,
    decode_value,
    message_ids,
    split_fields,
)
from relancebot.mail.html import html_to_text
from relancebot.mail.mime import Part, open_part, split_head, walk
from relancebot.mail.plain import (
    lines_of,
    unflow,
    without_armour,
    without_enclosures,
)
from relancebot.mail.reports import deliveries

UNKNOWN_DAY = datetime(1900, 1, 1, tzinfo=UTC)
"""Stands for a day that nothing in the letter tells; ``problems`` says so too."""

_NOBODY = Address("")
_MAX_PART = 4_000_000
_MAX_BODY = 8_000_000
_MAX_ATTACHMENTS = 500
_MAX_RECEIVED = 50

_STUB = re.compile(
    r"(?:does|do|can) ?(?:not|n['’]t) (?:support|display|view|show|read) [^.]{0,40}html"
    r"|html[- ](?:capable|enabled|compatible|format|mail|e-?mail"
    r"|message)[^.]{0,60}(?:view|client|reader|lire|afficher)?"
    r"|(?:ne (?:supporte|prend|lit|g[eè]re|permet)|n['’]affiche"
    r"|pas compatible)[^.]{0,60}html"
    r"|(?:view|open|read|voir|lire|afficher|visualiser) (?:this|the|ce|cet"
    r"|le) (?:e-?mail|message|mail|courriel)"
    r"[^.]{0,40}(?:browser|navigateur|en ligne|online|html)"
    r"|message (?:au format|en) html",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Gathered:
    """What the parts of a letter add up to."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    deliveries: list[DeliveryStatus] = field(default_factory=list)
    original: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    size: int = 0
    reported: bool = False


def parse_message(raw: bytes, received: datetime | None = None) -> Message:
    """Understand a letter; ``received`` is the day that the server took it.

    Without that argument the topmost ``Received`` line that names a sane day
    counts, then ``Date``, then ``UNKNOWN_DAY``: never 1970, and never the clock.
    """
    try:
        return _parse(bytes(raw), received)
    except (RecursionError, MemoryError, ValueError, LookupError, OverflowError) as why:
        # The last net: what got here is a fault of ours, and still no letter is
        # lost and no other letter waits for it.
        return Message(
            message_id="",
            received=_aware(received) or UNKNOWN_DAY,
            sender=_NOBODY,
            problems=(f"unreadable: {type(why).__name__}",),
        )


def _parse(raw: bytes, received: datetime | None) -> Message:
    start = _skip_preamble(raw)
    root = open_part(raw, start, len(raw))
    headers = _table(root.headers)
    gathered = _Gathered()
    for part in walk(raw, root, gathered.problems):
        _gather(raw, part, gathered)
    html = "\n".join(gathered.html)
    text = _choose(gathered, html)
    froms = [a for v in _raw(root, "from") for a in addresses(v)]
    if len(froms) > 1:
        gathered.problems.append("several senders")
    with_address = [a for a in froms if a.email] or froms
    if not with_address:
        gathered.problems.append("no sender")
        with_address = [a for v in _raw(root, "sender") for a in addresses(v)]
    day = _aware(received) or _received(headers) or UNKNOWN_DAY
    if day == UNKNOWN_DAY:
        gathered.problems.append("no date")
    own_ids = message_ids(_first(headers, "message-id"))
    return Message(
        message_id=own_ids[0] if own_ids else "",
        received=day,
        sender=with_address[0] if with_address else _NOBODY,
        subject=_first(headers, "subject"),
        to=tuple(a for v in _raw(root, "to") for a in addresses(v)),
        cc=tuple(a for v in _raw(root, "cc") for a in addresses(v)),
        reply_to=tuple(a for v in _raw(root, "reply-to") for a in addresses(v)),
        in_reply_to=_ids(headers, "in-reply-to"),
        references=_ids(headers, "references"),
        headers=headers,
        text=text,
        html=html,
        attachments=tuple(gathered.attachments[:_MAX_ATTACHMENTS]),
        content_type=root.content_type,
        report_type=_report_type(root, gathered),
        deliveries=tuple(gathered.deliveries),
        original_headers=MappingProxyType(gathered.original),
        problems=tuple(dict.fromkeys(gathered.problems)),
    )


def _skip_preamble(raw: bytes) -> int:
    """Step over blank lines and a mailbox's "From " line before the headers."""
    start = 0
    while raw[start : start + 1] in {b"\r", b"\n", b" ", b"\t"} and start < len(raw):
        start += 1
    if raw.startswith(b"\xef\xbb\xbf", start):
        start += 3
    return start


def _raw(part: Part, name: str) -> list[bytes]:
    return [value for key, value in part.headers if key == name]


def _table(fields: tuple[tuple[str, bytes], ...]) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for name, value in fields:
        table.setdefault(name, []).append(decode_value(value))
    return MappingProxyType({name: tuple(values) for name, values in table.items()})


def _first(headers: Mapping[str, tuple[str, ...]], name: str) -> str:
    return next(iter(headers.get(name, ())), "")


def _ids(headers: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    found = (one for value in headers.get(name, ()) for one in message_ids(value))
    return tuple(dict.fromkeys(found))


def _aware(day: datetime | None) -> datetime | None:
    if day is None:
        return None
    return day.replace(tzinfo=UTC) if day.tzinfo is None else day


def _received(headers: Mapping[str, tuple[str, ...]]) -> datetime | None:
    for value in headers.get("received", ())[:_MAX_RECEIVED]:
        day = date_of(value.rpartition(";")[2])
        if day is not None:
            return day
    for name in ("delivery-date", "date", "resent-date", "x-original-date"):
        for value in headers.get(name, ()):
            day = date_of(value)
            if day is not None:
                return day
    return None


def _report_type(root: Part, gathered: _Gathered) -> str:
    named = root.params.get("report-type", "").strip().lower()
    if root.content_type == "multipart/report" and named:
        return named
    if gathered.reported:
        return "delivery-status"
    kinds = {a.content_type for a in gathered.attachments}
    for kind in ("disposition-notification", "feedback-report"):
        if f"message/{kind}" in kinds:
            return kind
    return "delivery-status" if root.content_type == "multipart/report" else ""


def _gather(raw: bytes, part: Part, into: _Gathered) -> None:
    kind = part.content_type
    if kind in {"message/delivery-status", "message/global-delivery-status"}:
        into.reported = True
        into.deliveries += deliveries(part.body(raw, 1_000_000))
        return
    if kind in {
        "message/rfc822",
        "message/global",
        "text/rfc822-headers",
        "text/rfc822-header",
        "message/global-headers",
        "message/partial",
    }:
        _returned(raw, part, into)
        return
    attached = part.disposition == "attachment" or (
        bool(part.name) and kind != "text/html"
    )
    if kind in {"text/plain", "text/html", "text/enriched"} and not attached:
        _read_body(raw, part, into)
        return
    if kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"} and (
        part.params.get("smime-type", "").lower() != "signed-data"
    ):
        into.problems.append("encrypted")
    if "multipart/encrypted" in part.parents:
        into.problems.append("encrypted")
    method = part.params.get("method", "").strip().lower()
    if kind == "text/calendar" and method:
        # An answer to an invitation and an invitation are different letters.
        kind = f"text/calendar; method={method}"
    into.attachments.append(Attachment(part.name, kind, part.size(raw)))


def _returned(raw: bytes, part: Part, into: _Gathered) -> None:
    """Keep the headers of an enclosed letter: it may be the one that came back."""
    start, end = part.start, part.end
    data = raw
    if part.encoding in {"base64", "quoted-printable"}:
        data = part.body(raw, 200_000)
        start, end = 0, len(data)
    while start < end and data[start : start + 1] in {b"\r", b"\n"}:
        start += 1
    head_end, _ = split_head(data, start, end)
    if not into.original:
        into.original = dict(_table(tuple(split_fields(data[start:head_end]))))
    into.attachments.append(Attachment(part.name, part.content_type, part.size(raw)))


def _read_body(raw: bytes, part: Part, into: _Gathered) -> None:
    if into.size >= _MAX_BODY:
        into.problems.append("text cut")
        return
    if part.end - part.start > _MAX_PART * 3 // 2:
        into.problems.append("text cut")
    data = part.body(raw, _MAX_PART)
    charset = part.params.get("charset", "")
    if part.content_type == "text/html" and not charset:
        match = re.search(rb"""charset\s*=\s*["']?([\w.:-]{1,40})""", data[:3_000])
        charset = match.group(1).decode("ascii", "replace") if match else ""
    text = decode(data, charset)
    into.size += len(text)
    if part.content_type == "text/html":
        into.html.append(text)
        return
    text = lines_of(text)
    if part.params.get("format", "").lower() == "flowed":
        text = unflow(text, delete_space=part.params.get("delsp", "").lower() == "yes")
    text, files = without_enclosures(text)
    into.attachments += [
        Attachment(name, "application/octet-stream", size) for name, size in files
    ]
    text = without_armour(text)
    if "-----BEGIN PGP MESSAGE-----" in text:
        into.problems.append("encrypted")
    if part.content_type == "text/enriched":
        text = re.sub(r"</?[A-Za-z-]{1,40}>", "", text).replace("<<", "<")
    into.plain.append(text.strip("\n"))


def _choose(gathered: _Gathered, html: str) -> str:
    """Take the plain words, unless they are a stub or say less than the HTML."""
    plain = "\n\n".join(text for text in gathered.plain if text.strip())
    if not html.strip():
        if re.match(r"\s*<(?:!doctype html|html|body)\b", plain[:200], re.IGNORECASE):
            return html_to_text(plain)
        return plain
    words = len(plain[:200_000].split())
    if words >= 400:
        return plain
    shown = lines_of(html_to_text(html))
    if not plain.strip():
        return shown
    seen = len(shown[:200_000].split())
    if words < 40 and _STUB.search(plain) and seen:
        return shown
    if words * 2 < seen and seen - words > 3:
        return shown
    return plain
