"""A letter that came back: whose address, and whether it is dead.

Half of all delivery reports follow the standard; the others are prose in a dozen
languages. Structure decides first (report parts, the null sender, the daemon's
name), words only where structure is silent. Whether an address is dead is told by
the enhanced code and by the words together: servers write 5.5.0 for a mailbox
that does not exist and 5.1.1 for one that is full.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relancebot.domain.message import Message
from relancebot.domain.reading import BounceRead
from relancebot.reading import bounce_words as patterns

MAX_TEXT = 100_000


_GREETS = re.compile(
    r"\s*(?:bonjour|bonsoir|hello|hi|salut|madame|monsieur|dear)\b", re.IGNORECASE
)


# Where a report names its recipient, the surest place first.
_PLACES = (patterns.LEAD, patterns.ALONE, patterns.INSIDE, patterns.ANYWHERE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a letter is a delivery report, and the rule that says so."""

    rule: str
    why: str


def recognise(message: Message) -> Verdict | None:
    """Say whether a letter came back, by structure before words."""
    if message.report_type in {"disposition-notification", "feedback-report"}:
        return None
    actions = {d.action for d in message.deliveries}
    failing = actions - {"delivered", "relayed", "expanded"}
    if message.report_type == "delivery-status" and (failing or not actions):
        return Verdict("bounce.report", "rapport de remise normalisé")
    if message.deliveries and failing:
        return Verdict("bounce.status", "état de remise joint")
    if message.header("x-failed-recipients"):
        return Verdict("bounce.failed_recipients", "en-tête X-Failed-Recipients")
    if actions and not failing:
        return None
    daemon = is_daemon(message)
    null = has_null_sender(message)
    subject = patterns.SUBJECT.search(message.subject) is not None
    head = f"{message.text[:6_000]}\n{message.html[:6_000] if not message.text else ''}"
    body = patterns.BODY.search(head) is not None
    if daemon and (subject or body):
        return Verdict("bounce.daemon", "envoyé par le service de remise")
    if daemon and null and not _has_auto_words(message):
        return Verdict("bounce.daemon_null", "envoyé par le service de remise")
    if daemon and _is_sure_daemon(message) and not _has_auto_words(message):
        return Verdict("bounce.mailer", "envoyé par le service de remise")
    if subject and (null or _is_machine(message)):
        return Verdict("bounce.subject", "objet d’un avis de non-remise")
    if null and body and _Codes.of(head).any_failure and not _is_answer(message):
        return Verdict("bounce.null_sender", "expéditeur vide et code d’échec")
    coded = _Codes.of(head).any_failure and not _GREETS.match(message.text)
    if subject and body and coded and not _is_answer(message):
        return Verdict("bounce.words", "objet et texte d’un avis de non-remise")
    return None


def is_daemon(message: Message) -> bool:
    """Whether the sender is a mail server, by address or by name."""
    local = message.sender.email.partition("@")[0].strip('"')
    if patterns.DAEMON.match(local):
        return True
    if local and not re.match(
        r"(?:no-?reply|admin|system|mail|support|info|exchange|ne-?pas)", local
    ):
        return bool(
            re.search(
                r"mailer-daemon|mail delivery", message.sender.name, re.IGNORECASE
            )
        )
    return bool(patterns.DAEMON_NAME.search(message.sender.name))


def _is_sure_daemon(message: Message) -> bool:
    local = message.sender.email.partition("@")[0].strip('"')
    return bool(patterns.SURE_DAEMON.match(local))


def has_null_sender(message: Message) -> bool:
    """Whether the envelope's sender is empty, as reports must have it."""
    values = message.headers.get("return-path", ())
    return any(value.strip() in {"<>", "<MAILER-DAEMON>"} for value in values)


def _is_machine(message: Message) -> bool:
    submitted = message.header("auto-submitted").lower()
    return submitted.startswith("auto-") or is_daemon(message)


def _is_answer(message: Message) -> bool:
    return bool(
        re.match(
            r"\s*(?:re|aw|sv|vs|antw|fwd?|tr|wg|rif|odp)\s?:",
            message.subject,
            re.IGNORECASE,
        )
    )


def _has_auto_words(message: Message) -> bool:
    return bool(
        re.search(
            r"absen|out of office|automatique|auto-?reply|vacation|cong[ée]s",
            message.subject,
            re.IGNORECASE,
        )
    )


@dataclass(frozen=True, slots=True)
class _Codes:
    """The enhanced and the basic codes that a report names."""

    enhanced: tuple[tuple[int, int, int], ...]
    basic: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "_Codes":
        enhanced = tuple(
            (int(m.group(1)), int(m.group(2)), int(m.group(3)))
            for m in patterns.CODE.finditer(text)
        )
        basic = tuple(
            int(m.group(1) + m.group(2)) for m in patterns.SMTP.finditer(text)
        )
        return cls(enhanced[:50], tuple(b for b in basic if 400 <= b < 560)[:50])

    @property
    def any_failure(self) -> bool:
        return any(code[0] in {4, 5} for code in self.enhanced) or any(
            code >= 421 for code in self.basic
        )


def read(message: Message) -> BounceRead:
    """Tell whom a delivery report concerns and whether the address is dead."""
    text = _text(message)
    account = patterns.BELOW.split(text, maxsplit=1)[0]
    return BounceRead(
        recipients=tuple(dict.fromkeys(_recipients(message, account, text)))[:100],
        hard=_is_hard(message, account),
        original_message_id=_original_id(message, text),
        diagnostic=_diagnostic(message, account),
    )


def _text(message: Message) -> str:
    return (message.text or message.html)[:MAX_TEXT]


def _is_hard(message: Message, account: str) -> bool:
    actions = {d.action for d in message.deliveries if d.action}
    if actions and actions <= {"delayed", "delivered", "relayed", "expanded"}:
        return False
    said = " \n".join(d.diagnostic for d in message.deliveries)
    said = f"{said}\n{account[:20_000]}"
    for name, dead, words in patterns.REASONS[:3]:
        if words.search(said):
            return dead and bool(name)
    named = "\n".join([*(d.status for d in message.deliveries), said])
    codes = set(_Codes.of(named).enhanced)
    basic = set(_Codes.of(said).basic)
    failed = (
        "failed" in actions
        or any(c[0] == 5 for c in codes)
        or any(b >= 500 for b in basic)
    )
    if patterns.DELAYED.search(account) and not (
        "failed" in actions or any(b >= 500 for b in basic)
    ):
        return False
    reason = next(
        ((n, d) for n, d, words in patterns.REASONS[3:] if words.search(said)), None
    )
    dead_code = bool(codes & patterns.DEAD_CODES)
    if reason is not None and reason[0] == "full":
        unknown = next(
            (d for n, d, w in patterns.REASONS[5:6] if w.search(said)), False
        )
        return unknown and dead_code and (5, 2, 2) not in codes and 552 not in basic
    if reason is not None and not reason[1]:
        return False
    if reason is not None:
        return failed or not (codes or basic)
    if patterns.POLICY.search(said) and any(c[:2] == (5, 7) for c in codes):
        return False
    if dead_code:
        return True
    if patterns.EXPIRED.search(said) or patterns.POLICY.search(said):
        return False
    return False


def _recipients(message: Message, account: str, text: str) -> Iterator[str]:
    own = {a.email for a in message.to} | {message.sender.email}
    found = False
    for delivery in message.deliveries:
        if delivery.action in {"delivered", "relayed", "expanded"}:
            continue
        if "@" in delivery.recipient:
            found = True
            yield delivery.recipient
    for value in message.headers.get("x-failed-recipients", ()):
        for address in re.findall(patterns.ADDRESS, value):
            found = True
            yield address.lower()
    if found:
        return
    for address in _named(account, own):
        found = True
        yield address
    if found:
        return
    for value in (*message.original_headers.get("to", ()), *_to_lines(text)):
        for address in re.findall(patterns.ADDRESS, value)[:20]:
            if address.lower() not in own:
                yield address.lower()


def _named(account: str, own: Iterable[str]) -> list[str]:
    ours = set(own)
    found: list[str] = []
    for pattern in _PLACES:
        for match in pattern.finditer(account[:30_000]):
            address = match.group(1).strip("'.").lower()
            if address not in ours and not patterns.DAEMON.match(
                address.partition("@")[0]
            ):
                found.append(address)
        if found:
            break
    return list(dict.fromkeys(found))[:50]


def _to_lines(text: str) -> list[str]:
    return re.findall(
        r"^[>\s]{0,6}(?:to|à)\s?: ?(.{1,500})$", text, re.IGNORECASE | re.MULTILINE
    )[:3]


def _original_id(message: Message, text: str) -> str | None:
    own = message.message_id
    for name in ("message-id", "x-original-message-id", "original-message-id"):
        for value in message.original_headers.get(name, ()):
            match = re.search(r"<[^<>\s]+>|[^<>\s]+@[^<>\s]+", value)
            if match:
                return _bracketed(match.group())
    for source in (text, message.html[:MAX_TEXT]):
        for match in patterns.MESSAGE_ID.finditer(source):
            found = _bracketed(match.group(1))
            if found != own:
                return found
    for one in (*message.in_reply_to, *reversed(message.references)):
        if one != own:
            return one
    for name in ("x-original-message-id", "x-ms-exchange-parent-message-id"):
        if message.header(name):
            return _bracketed(message.header(name).strip())
    return None


def _bracketed(value: str) -> str:
    return f"<{value.strip('<>')}>"


def _diagnostic(message: Message, account: str) -> str:
    for delivery in message.deliveries:
        if delivery.diagnostic:
            text = delivery.diagnostic.partition(";")[2] or delivery.diagnostic
            return re.sub(r"\s+", " ", text).strip()[:300]
    for line in account[:20_000].splitlines():
        if patterns.CODE.search(line) or re.search(r"\b[45]\d\d[ -]", line):
            return line.strip()[:300]
    for line in account[:20_000].splitlines():
        if patterns.BODY.search(line):
            return line.strip()[:300]
    return next((d.status for d in message.deliveries if d.status), "")
