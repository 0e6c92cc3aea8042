"""Whether anybody vouches for the sender of a mail (RFC 8601).

The receiving server writes what it found on top of the mail; whatever stands
further down, or bears another server's name, may have been written by anybody.
What it says can only take trust away, never give any.
"""

import re
from dataclasses import dataclass

from relancebot.domain.message import Message

HEADER = "authentication-results"
_COMMENT = re.compile(r"\([^()]*\)")
_RESULT = re.compile(r"^\s*(dmarc|spf|dkim)\s*=\s*([a-z]+)", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?:smtp\.mailfrom|smtp\.helo|header\.d|header\.i)\s*=\s*\"?([^\s;\"]+)",
    re.IGNORECASE,
)
_AGAINST = frozenset({"fail", "softfail", "permerror", "policy"})


@dataclass(frozen=True, slots=True)
class _Result:
    method: str
    verdict: str
    domains: tuple[str, ...]


def is_doubtful(message: Message, authserv_id: str = "") -> bool:
    """Tell whether the receiving server found that nobody vouches for the sender.

    A server that checks nothing, or a sender's domain that publishes nothing to
    check, is no reason for doubt: much honest mail is like that.

    Args:
        message: the mail.
        authserv_id: the name by which the own server signs its findings; without
            it the topmost ones count, whoever wrote them.
    """
    results = _results(message, authserv_id)
    dmarc = {one.verdict for one in results if one.method == "dmarc"}
    if "fail" in dmarc:
        return True
    if "pass" in dmarc:
        return False
    checks = [one for one in results if one.method in {"spf", "dkim"}]
    passed = [one for one in checks if one.verdict == "pass"]
    if any(_same(domain, message) for one in passed for domain in one.domains):
        return False
    # Somebody else's domain was proven, or this one disproven.
    return bool(passed) or any(one.verdict in _AGAINST for one in checks)


def _results(message: Message, authserv_id: str) -> list[_Result]:
    """Read the findings of one server, which may have written several headers."""
    headers = message.headers.get(HEADER, ())
    name = authserv_id.casefold() or (_named(headers[0]) if headers else "")
    found: list[_Result] = []
    for header in headers:
        if _named(header) != name:
            continue
        for part in _COMMENT.sub(" ", header).split(";"):
            if match := _RESULT.match(part):
                domains = tuple(
                    one.rpartition("@")[2].casefold().strip(".")
                    for one in _DOMAIN.findall(part)
                )
                found.append(_Result(match[1].casefold(), match[2].casefold(), domains))
    return found


def _named(header: str) -> str:
    """Give the name of the server that wrote a header, empty when it has none."""
    first = _COMMENT.sub(" ", header).partition(";")[0].split()
    return "" if not first or "=" in first[0] else first[0].casefold()


def _same(domain: str, message: Message) -> bool:
    """Tell whether a proven domain is the sender's own, or stands above or below it."""
    sender = message.sender.domain
    return "." in domain and (
        domain == sender
        or sender.endswith(f".{domain}")
        or domain.endswith(f".{sender}")
    )
