"""Handing one letter to the server, so that its fate is always known by name.

Either the server took it (``Receipt``), or it refused it, or it could not be talked
to before the letter's first byte, or nobody can tell (``Ambiguous``). The steps of
SMTP are spoken one by one for that reason: ``smtplib.sendmail`` hides at which of
them a conversation broke.
"""

import base64
import contextlib
import smtplib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from relancebot.domain.policy import Account, Tls
from relancebot.mail.connection import (
    check_protection,
    keep_alive,
    place_of,
    tls_context,
)
from relancebot.mail.errors import (
    Ambiguous,
    LoginRefused,
    MailError,
    Refusal,
    Refused,
    Unprotected,
    Unreachable,
)
from relancebot.mail.faults import (
    LIBRARY_ERRORS,
    from_library,
    refused_by_reply,
)
from relancebot.mail.outgoing import envelope_address

# RFC 5321 grants the server ten minutes to decide about a whole letter.
STEP_SECONDS = 60.0
VERDICT_SECONDS = 600.0
LAST_WORD_SECONDS = 2.0
GOODBYE_SECONDS = 5.0
_TOO_BIG = 552
_CLOSING = 421
# An address literal: a real host name costs a slow look-up and tells the world
# what the consultant's machine is called.
_GREETING_NAME = "[127.0.0.1]"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The server has taken the letter for these recipients."""

    accepted: tuple[str, ...]
    refused: tuple[Refusal, ...]
    reply: str


class Postman:
    """Sends through one account, one connection a letter."""

    def __init__(
        self,
        account: Account,
        password: str,
        *,
        step_seconds: float = STEP_SECONDS,
        verdict_seconds: float = VERDICT_SECONDS,
    ) -> None:
        self._account, self._password = account, password
        self._server = account.smtp
        self._place = place_of(account, account.smtp, password)
        self._step_seconds = step_seconds
        self._verdict_seconds = verdict_seconds

    def send(self, raw: bytes, sender: str, recipients: Sequence[str]) -> Receipt:
        """Send a letter's exact bytes once.

        Args:
            raw: the message, its lines ended by CRLF.
            sender: where delivery reports go.
            recipients: whom the letter is for; each only once.

        Returns:
            Who was accepted and who was refused, and the server's reply.

        Raises:
            Refused: before the server accepted anything (nobody was accepted).
            Unreachable: before the letter's first byte; it may be sent again.
            LoginRefused: a person must look at the password.
            CertificateRefused: the server cannot prove who it is.
            Unprotected: the line would not be encrypted.
            Ambiguous: it may have been taken; never send it again alone.
            ValueError: an address is not one.
        """
        mail_from = envelope_address(sender)
        rcpt_to = {envelope_address(one): one for one in recipients}
        if not rcpt_to:
            raise ValueError("La lettre n’a aucun destinataire.")
        with self._connected() as smtp:
            with self._named_errors():
                self._announce(smtp, raw, mail_from, list(rcpt_to))
                refusals = self._address(smtp, rcpt_to)
                self._open_data(smtp)
            reply = self._hand_over(smtp, raw)
        refused = {one.recipient for one in refusals}
        accepted = tuple(one for one in rcpt_to.values() if one not in refused)
        return Receipt(accepted, tuple(refusals), reply)

    def check(self) -> dict[str, object]:
        """Log in and leave again: what a doctor wants to know of the server."""
        with self._connected() as smtp:
            return {
                "account": self._account.name,
                "server": self._place.server,
                "login": True,
                "features": sorted(smtp.esmtp_features),
            }

    # -- the steps ----------------------------------------------------------------

    @contextlib.contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except MailError:
            raise
        except LIBRARY_ERRORS as error:
            # The library's own error may quote what was said, the password included.
            raise from_library(error, self._place) from None

    @contextlib.contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        with self._named_errors():
            check_protection(self._server, self._place)
            smtp = self._open()
        try:
            with self._named_errors():
                self._greet(smtp)
            yield smtp
        except (Refused, LoginRefused):
            _say_goodbye(smtp)
            raise
        except BaseException:
            smtp.close()
            raise
        _say_goodbye(smtp)

    def _open(self) -> smtplib.SMTP:
        host, port = self._server.host, self._server.port
        smtp: smtplib.SMTP
        if self._server.tls is Tls.IMPLICIT:
            smtp = smtplib.SMTP_SSL(
                host,
                port,
                local_hostname=_GREETING_NAME,
                timeout=self._step_seconds,
                context=tls_context(self._server, self._place),
            )
        else:
            smtp = smtplib.SMTP(
                host, port, local_hostname=_GREETING_NAME, timeout=self._step_seconds
            )
        if smtp.sock:
            keep_alive(smtp.sock)
        return smtp

    def _greet(self, smtp: smtplib.SMTP) -> None:
        """Say hello, protect the line, and log in."""
        smtp.ehlo_or_helo_if_needed()
        if self._server.tls is Tls.STARTTLS:
            if not smtp.has_extn("starttls"):
                raise Unprotected(
                    self._place.account,
                    self._place.server,
                    "le serveur ne propose pas STARTTLS",
                )
            smtp.starttls(context=tls_context(self._server, self._place))
            smtp.ehlo_or_helo_if_needed()
        if smtp.has_extn("auth"):
            self._log_in(smtp)

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        user, password = self._account.user, self._password
        if user.isascii() and password.isascii():
            smtp.login(user, password)
            return
        # smtplib knows ASCII passwords only, and quotes others in its error.
        said = base64.b64encode(f"\0{user}\0{password}".encode()).decode()
        code, text = smtp.docmd("AUTH", f"PLAIN {said}")
        if not _yes(code):
            raise smtplib.SMTPAuthenticationError(code, text)

    def _announce(
        self, smtp: smtplib.SMTP, raw: bytes, mail_from: str, rcpt_to: Sequence[str]
    ) -> None:
        """Name the sender and the letter's size."""
        options = []
        if smtp.has_extn("size"):
            limit = smtp.esmtp_features["size"].strip()
            if limit.isdigit() and 0 < int(limit) < len(raw):
                raise Refused(
                    self._place.account,
                    self._place.server,
                    _TOO_BIG,
                    f"message de {len(raw)} octets, limite du serveur {limit}",
                    permanent=True,
                )
            options.append(f"SIZE={len(raw)}")
        if not all(one.isascii() for one in (mail_from, *rcpt_to)):
            if not smtp.has_extn("smtputf8"):
                raise Refused(
                    self._place.account,
                    self._place.server,
                    553,
                    "le serveur n’accepte pas les adresses accentuées",
                    permanent=True,
                )
            options.append("SMTPUTF8")
            smtp.command_encoding = "utf-8"
        if not raw.isascii() and smtp.has_extn("8bitmime"):
            options.append("BODY=8BITMIME")
        code, text = smtp.mail(mail_from, options)
        if not _yes(code):
            raise self._no(code, text)

    def _address(
        self, smtp: smtplib.SMTP, rcpt_to: dict[str, str]
    ) -> Sequence[Refusal]:
        """Name the recipients; one who is refused does not stop the others."""
        refusals: list[Refusal] = []
        for envelope, shown in rcpt_to.items():
            code, text = smtp.rcpt(envelope)
            if code == _CLOSING:
                raise self._no(code, text)
            if not _yes(code):
                refusals.append(Refusal(shown, code, self._place.clean(text)))
        if len(refusals) == len(rcpt_to):
            # One who may be accepted later is worth another try for all.
            first = min(refusals, key=lambda one: one.permanent)
            raise refused_by_reply(first.code, first.text, self._place, tuple(refusals))
        return refusals

    def _open_data(self, smtp: smtplib.SMTP) -> None:
        """Ask to speak; until the server agrees, nothing of the letter has left."""
        code, text = smtp.docmd("DATA")
        if code != 354:
            raise self._no(code, text)

    def _hand_over(self, smtp: smtplib.SMTP, raw: bytes) -> str:
        """Give the letter and hear the verdict."""
        try:
            code, text = self._verdict(smtp, _dotted(raw))
        except LIBRARY_ERRORS as error:
            why = from_library(error, self._place).detail
            raise Ambiguous(self._place.account, self._place.server, why) from None
        if _yes(code):
            return f"{code} {self._place.clean(text)}"
        if 400 <= code < 600:
            raise self._no(code, text)
        raise Ambiguous(
            self._place.account,
            self._place.server,
            f"réponse illisible : {self._place.clean(text)}",
        )

    def _verdict(self, smtp: smtplib.SMTP, data: bytes) -> tuple[int, bytes]:
        if smtp.sock is None:
            raise smtplib.SMTPServerDisconnected("closed before the letter")
        smtp.sock.settimeout(self._verdict_seconds)
        try:
            smtp.sock.sendall(data)
        except OSError as broken:
            # A server that closes in the middle may have said why (552, 421).
            smtp.sock.settimeout(LAST_WORD_SECONDS)
            with contextlib.suppress(OSError, smtplib.SMTPException):
                code, text = smtp.getreply()
                if code >= 400:
                    return code, text
            raise broken from None
        return smtp.getreply()

    def _no(self, code: int, text: bytes) -> MailError:
        if code < 0:  # not an SMTP reply at all
            return Unreachable(
                self._place.account, self._place.server, self._place.clean(text)
            )
        return refused_by_reply(code, text, self._place)


def _say_goodbye(smtp: smtplib.SMTP) -> None:
    """Leave; the letter's fate is known, and how this ends changes nothing."""
    with contextlib.suppress(OSError, smtplib.SMTPException):
        if smtp.sock:
            smtp.sock.settimeout(GOODBYE_SECONDS)
            smtp.quit()
    smtp.close()


def _yes(code: int) -> bool:
    return 200 <= code < 300


def _dotted(raw: bytes) -> bytes:
    """Make the letter's lines those of SMTP, with its end."""
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    return (
        b"".join(
            (b"." if line.startswith(b".") else b"") + line + b"\r\n" for line in lines
        )
        + b".\r\n"
    )
