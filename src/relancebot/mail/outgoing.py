"""A letter's words become the exact bytes that leave (RFC 5322).

Pure, and deterministic: the same letter gives the same bytes, so that what was
prepared, sent and filed can be compared. The headers are written here and not by
the standard library, which encodes long ids (that breaks the thread of every answer
to an Outlook user) and loses the quotes around some names.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, quote

from relancebot.domain.message import Address

# The first reference names the thread, the last ones place the letter in it.
REFERENCES_FIRST = 1
REFERENCES_LAST = 20

_LINE = 76
_LONGEST_ID = 500
_LONGEST_WORD = 200
_LONGEST_NAME = 60
_BODY_POLICY = EmailPolicy(linesep="\r\n", max_line_length=78, cte_type="7bit")
# What compose writes itself, and Bcc, which no letter may show.
_OURS = frozenset(
    {
        "bcc",
        "cc",
        "content-disposition",
        "content-transfer-encoding",
        "content-type",
        "date",
        "from",
        "in-reply-to",
        "message-id",
        "mime-version",
        "references",
        "reply-to",
        "sender",
        "subject",
        "to",
    }
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]+>")
_LOCAL = re.compile(r"[^\s@()<>,;:\\\"\[\]]{1,64}")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\]")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")
_CONTENT_TYPE = re.compile(r"([a-z0-9.+-]+)/([a-z0-9.+-]+)")


def compose(  # noqa: PLR0913 - a letter has that many parts
    *,
    sender: Address,
    to: Sequence[Address],
    cc: Sequence[Address] = (),
    subject: str,
    text: str,
    html: str | None = None,
    attachments: Sequence[tuple[str, str, bytes]] = (),
    message_id: str,
    in_reply_to: str | None = None,
    references: Sequence[str] = (),
    date: datetime,
    reply_to: Address | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Write a letter as the bytes that leave and are filed.

    Args:
        sender: whose name the letter bears.
        to: who must act on it; at least one.
        cc: who reads along.
        subject: one line, French welcome.
        text: the plain words.
        html: the same words dressed, or None.
        attachments: name, content type and bytes of each.
        message_id: this letter's own id, with its angle brackets.
        in_reply_to: the id of the mail that it answers.
        references: the ids of its thread, oldest first; ids that no mail program
            could read are left out.
        date: when it was written, with its time zone.
        reply_to: where answers go, when not to the sender.
        headers: further headers by name.

    Returns:
        The message in 7-bit lines ended by CRLF.

    Raises:
        ValueError: a header value holds a line break or another control character,
            or an address cannot be written to; the sentence is French.
    """
    if not to:
        raise ValueError("La lettre n’a aucun destinataire.")
    if date.tzinfo is None:
        raise ValueError("La date de la lettre n’a pas de fuseau horaire.")
    if not _ID.fullmatch(_one_line("Message-ID", message_id)):
        raise ValueError(f"Message-ID n’est pas un identifiant valable : {message_id}")
    thread = _thread(references, in_reply_to)
    lines = [
        f"Date: {format_datetime(date)}",
        _addresses("From", [sender]),
        _addresses("To", to),
    ]
    if cc:
        lines.append(_addresses("Cc", cc))
    if reply_to:
        lines.append(_addresses("Reply-To", [reply_to]))
    lines += [_words("Subject", subject), f"Message-ID: {message_id}"]
    if in_reply_to and (parent := _readable("In-Reply-To", [in_reply_to])):
        lines.append(f"In-Reply-To: {parent[-1]}")
    if thread:
        lines.append("References: " + "\r\n ".join(thread))
    for name, value in (headers or {}).items():
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _OURS:
            raise ValueError(f"Cet en-tête ne peut pas être ajouté : {name!r}.")
        lines.append(_words(name, value))
    head = "".join(f"{line}\r\n" for line in lines).encode()
    return head + _body(text, html, attachments, message_id)


def new_message_id(token: str, domain: str) -> str:
    """Make the id of a letter from a token that no other letter bears.

    Args:
        token: letters, digits, dots and hyphens, unguessable.
        domain: the sender's domain.

    Returns:
        The id with its angle brackets.
    """
    made = f"<{token}@{_ascii_domain(domain, domain)}>"
    if not _ID.fullmatch(made):
        raise ValueError(f"Message-ID n’est pas un identifiant valable : {made}")
    return made


def envelope_address(email: str) -> str:
    """Give an address as servers want it: its domain in ASCII.

    Raises:
        ValueError: no mail can be written to it; the sentence is French.
    """
    local, at, domain = _one_line("L’adresse", email).rpartition("@")
    dotted = not local.startswith(".") and not local.endswith(".") and ".." not in local
    if not at or not dotted or not _LOCAL.fullmatch(local):
        raise ValueError(f"Cette adresse n’est pas valable : {email!r}.")
    return f"{local}@{_ascii_domain(domain, email)}"


def _ascii_domain(domain: str, shown: str) -> str:
    try:
        made = domain.encode("idna").decode().lower()
    except UnicodeError:
        made = ""
    if not _DOMAIN.fullmatch(made):
        raise ValueError(f"Ce domaine n’est pas valable : {shown!r}.")
    return made


def _one_line(name: str, value: str) -> str:
    """Refuse what would end a header and begin another (header injection)."""
    if _CONTROL.search(value):
        raise ValueError(
            f"{name} contient un retour à la ligne ou un caractère de contrôle : "
            f"{value!r}. La lettre n’a pas été écrite."
        )
    return value


def _readable(name: str, ids: Iterable[str]) -> list[str]:
    """Keep the ids that can stand in a header; they come from strangers' mails."""
    return [
        found
        for one in ids
        for found in _one_line(name, one).split()
        if _ID.fullmatch(found) and len(found) <= _LONGEST_ID
    ]


def _thread(references: Sequence[str], in_reply_to: str | None) -> list[str]:
    """Order the ids of the thread, each once, the answered mail last, not too many."""
    parent = _readable("In-Reply-To", [in_reply_to] if in_reply_to else [])
    known = dict.fromkeys(_readable("References", references))
    for one in parent:
        known.pop(one, None)
    ids = [*known, *parent]
    if len(ids) > REFERENCES_FIRST + REFERENCES_LAST:
        ids = ids[:REFERENCES_FIRST] + ids[-REFERENCES_LAST:]
    return ids


def _encoded(value: str, taken: int) -> str:
    """Encode words by RFC 2047, folded; ``taken`` columns are used already."""
    clean = value.encode("utf-8", "replace").decode()
    header = Header(clean, "utf-8", maxlinelen=_LINE - taken)
    return header.encode(linesep="\r\n")


def _words(name: str, value: str) -> str:
    """Write an unstructured header."""
    value = _one_line(name, value).strip()
    plain = (
        value.isascii()
        and "=?" not in value
        and all(len(word) <= _LONGEST_WORD for word in value.split(" "))
    )
    if not plain:
        return f"{name}: {_encoded(value, len(name) + 2)}"
    lines, line = [], f"{name}:"
    for word in value.split(" "):
        # A line of spaces alone would end the headers for some programs.
        if word and len(line) + 1 + len(word) > _LINE and line.strip(" "):
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\r\n".join([*lines, line.rstrip(" ") if lines else line])


def _addresses(name: str, addresses: Sequence[Address]) -> str:
    """Write a header of addresses, one a line."""
    return f"{name}: " + ",\r\n ".join(_mailbox(name, one) for one in addresses)


def _mailbox(header: str, address: Address) -> str:
    email = envelope_address(address.email)
    name = _one_line(header, address.name).strip()
    if not name:
        return email
    if name.isascii() and len(name) <= _LONGEST_NAME and "=?" not in name:
        shown = name if _ATOMS.fullmatch(name) else f'"{quote(name)}"'
    else:
        shown = _encoded(name, len(header) + 2)
    last = shown.rpartition("\r\n")[2]
    gap = " " if len(last) + len(email) + len(header) + 5 <= _LINE else "\r\n "
    return f"{shown}{gap}<{email}>"


def _body(
    text: str,
    html: str | None,
    attachments: Sequence[tuple[str, str, bytes]],
    message_id: str,
) -> bytes:
    """Write the words and the files below the headers, with their MIME headers."""
    message = EmailMessage(policy=_BODY_POLICY)
    message.set_content(_utf8(text), charset="utf-8", cte="quoted-printable")
    if html is not None:
        message.add_alternative(
            _utf8(html), subtype="html", charset="utf-8", cte="quoted-printable"
        )
    for name, content_type, data in attachments:
        match = _CONTENT_TYPE.fullmatch(content_type.lower())
        main, sub = match.groups() if match else ("application", "octet-stream")
        if main in {"message", "multipart"}:  # may not be written in base64
            main, sub = "application", "octet-stream"
        filename = _one_line("Le nom de la pièce jointe", name)
        message.add_attachment(data, maintype=main, subtype=sub, filename=filename)
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            # "=_" occurs neither in base64 nor in quoted-printable.
            digest = hashlib.sha256(f"{number} {message_id}".encode()).hexdigest()
            part.set_boundary(f"=_{digest[:32]}")
    return bytes(message)


def _utf8(text: str) -> str:
    """Make every line end the same; drop what no mail can carry (NUL, surrogates)."""
    text = text.encode("utf-8", "replace").decode().replace("\x00", "")
    return "".join(f"{line}\n" for line in text.splitlines())
