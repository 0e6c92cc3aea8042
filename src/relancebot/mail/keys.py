"""By what a mail is recognised when its number in the mailbox has changed.

The Message-ID is no such key: senders leave it out, and some use one id for
different mails.
"""

import hashlib
import re

# What the last servers on the way write on top: it differs between two copies.
_TRACE = re.compile(
    rb"(received|delivered-to|return-path|envelope-to|authentication-results"
    rb"|arc-[a-z-]+|dkim-[a-z-]+|received-spf|x-[!-9;-~]*)[ \t]*:",
    re.IGNORECASE,
)
_FIELD_END = re.compile(rb"\n(?![ \t])")


def _without_trace(raw: bytes) -> bytes:
    """Cut the topmost run of trace headers; line ends become single."""
    data = raw.replace(b"\r\n", b"\n")
    start = 0
    while _TRACE.match(data, start):
        end = _FIELD_END.search(data, start)
        if end is None:
            return b""
        start = end.end()
    return data[start:]


def content_key(raw: bytes) -> str:
    """Give a mail's own key: the same for each copy of it, whatever the folder."""
    return hashlib.sha256(_without_trace(raw)).hexdigest()


def header_key(header: bytes, body_size: int) -> str:
    """Give a cheaper key, known before the body is fetched.

    Args:
        header: the headers up to the empty line, or the whole mail.
        body_size: how many bytes follow the empty line on the server.
    """
    data = header.replace(b"\r\n", b"\n")
    head = data.partition(b"\n\n")[0] if not data.startswith(b"\n") else b""
    own = _without_trace(head.rstrip(b"\n") + b"\n")
    return hashlib.sha256(b"%d\n%s" % (body_size, own)).hexdigest()
