"""What a delivery report says of each recipient (RFC 3464, and its bad copies)."""

import re

from relancebot.domain.message import DeliveryStatus
from relancebot.mail.headers import decode_value, split_fields

_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_MAX_RECIPIENTS = 500


def deliveries(body: bytes) -> tuple[DeliveryStatus, ...]:
    """Read the groups of a delivery-status part, one recipient each."""
    found: list[DeliveryStatus] = []
    for block in re.split(rb"(?:\r?\n[ \t]*){2,}|\r\r", body):
        group: dict[str, str] = {}
        for name, value in split_fields(block):
            if name == "final-recipient" and name in group:
                # Groups that a server wrote without the blank line between them.
                _add(found, group)
                group = {}
            group.setdefault(name, decode_value(value))
        _add(found, group)
        if len(found) >= _MAX_RECIPIENTS:
            break
    return tuple(found)


def _add(found: list[DeliveryStatus], group: dict[str, str]) -> None:
    recipient = address_in(
        group.get("final-recipient", "") or group.get("original-recipient", "")
    )
    original = address_in(group.get("original-recipient", ""))
    if not recipient and "action" not in group and "status" not in group:
        return
    if "@" not in recipient and "@" in original:
        recipient = original
    diagnostic = group.get("diagnostic-code", "")
    status = _STATUS.search(group.get("status", "")) or _STATUS.search(diagnostic)
    action = re.match(r"[a-z-]*", group.get("action", "").strip().lower())
    found.append(
        DeliveryStatus(
            recipient=recipient,
            action=action.group() if action else "",
            status=status.group(1) if status else "",
            diagnostic=diagnostic[:2_000],
        )
    )


def address_in(value: str) -> str:
    """Take the address out of "rfc822; <who@where>"."""
    value = value.partition(";")[2] if ";" in value else value
    value = value.strip()
    inner = re.search(r"<([^<>]*)>", value)
    value = (inner.group(1) if inner else value).strip()
    return re.sub(r"\s.*$", "", value).strip("\"'<>,;").lower()
