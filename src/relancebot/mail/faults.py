"""The one place where what the mail libraries raise becomes an error of ours.

imaplib, imapclient, smtplib, ssl and socket know some thirty kinds of errors, and
one of them may mean a wrong password, a busy server or a cut line: the words decide.
"""

import errno
import re
import smtplib
import socket
import ssl
from imaplib import IMAP4

from relancebot.mail.errors import (
    CertificateRefused,
    LoginRefused,
    MailError,
    Place,
    Refusal,
    Refused,
    Unprotected,
    Unreachable,
)

BUSY_SECONDS = 300
# What the libraries may raise in a conversation; anything else is our own fault.
LIBRARY_ERRORS: tuple[type[Exception], ...] = (
    OSError,
    EOFError,
    IMAP4.error,
    smtplib.SMTPException,
)
_NETWORK = {
    errno.ECONNREFUSED: "connexion refusée",
    errno.ECONNRESET: "connexion coupée",
    errno.ECONNABORTED: "connexion coupée",
    errno.EPIPE: "connexion coupée",
    errno.ENETUNREACH: "réseau inaccessible",
    errno.EHOSTUNREACH: "machine inaccessible",
    errno.ENETDOWN: "réseau coupé",
}
_BUSY = re.compile(
    r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)\]|too many|try again"
    r"|temporar|authenticated but not connected|rate limit|maximum number",
    re.IGNORECASE,
)
_NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG"})
_OLD_TLS = frozenset(
    {
        "DH_KEY_TOO_SMALL",
        "NO_PROTOCOLS_AVAILABLE",
        "SSLV3_ALERT_HANDSHAKE_FAILURE",
        "TLSV1_ALERT_PROTOCOL_VERSION",
        "UNSUPPORTED_PROTOCOL",
    }
)
# Reply codes by which a server speaks of the login, at whatever stage.
_AUTH_CODES = frozenset({530, 534, 535, 538})
_NEVER_A_PASSWORD = re.compile(
    r"5\.7\.139|BasicAuthBlocked|basic authentication is disabled|LOGINDISABLED"
    r"|SmtpClientAuthentication is disabled"
    r"|password authentication is (disabled|not supported)",
    re.IGNORECASE,
)


def _network(error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return "nom de serveur inconnu"
    if isinstance(error, TimeoutError):
        return "pas de réponse dans le délai"
    return _NETWORK.get(error.errno or 0, error.strerror or "connexion perdue")


def _from_tls(error: ssl.SSLError, place: Place) -> MailError:
    reason = getattr(error, "reason", None) or ""
    if isinstance(error, ssl.SSLCertVerificationError):
        why = getattr(error, "verify_message", "") or reason or str(error)
        return CertificateRefused(place.account, place.server, place.clean(why))
    if reason in _NO_TLS:
        return Unprotected(
            place.account, place.server, "ce port ne commence pas par TLS"
        )
    if reason in _OLD_TLS:
        return Unprotected(
            place.account, place.server, f"TLS 1.2 au moins est exigé : {reason}"
        )
    # In the middle of a conversation it is the line that has failed.
    return Unreachable(place.account, place.server, reason or "connexion coupée")


def refused_by_reply(
    code: int, text: str | bytes, place: Place, refusals: tuple[Refusal, ...] = ()
) -> MailError:
    """Turn an SMTP reply that is not a yes into the error that it means."""
    said = place.clean(text)
    if code in _AUTH_CODES:
        return LoginRefused(
            place.account,
            place.server,
            f"{code} {said}",
            hopeless=bool(_NEVER_A_PASSWORD.search(said)),
        )
    return Refused(
        place.account,
        place.server,
        code,
        said,
        permanent=code >= 500,
        refusals=refusals,
    )


def _from_smtp(error: smtplib.SMTPException, place: Place) -> MailError:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        if error.smtp_code < 500:
            detail = place.clean(error.smtp_error)
            return Unreachable(place.account, place.server, detail, BUSY_SECONDS)
        said = place.clean(error.smtp_error)
        return LoginRefused(
            place.account,
            place.server,
            f"{error.smtp_code} {said}",
            hopeless=bool(_NEVER_A_PASSWORD.search(said)),
        )
    if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code > 0:
        return refused_by_reply(error.smtp_code, error.smtp_error, place)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return LoginRefused(
            place.account, place.server, place.clean(str(error)), hopeless=True
        )
    cause = error.__context__  # the library says only "closed", its cause says why
    why = _network(cause) if isinstance(cause, OSError) else "connexion coupée"
    return Unreachable(place.account, place.server, why)


def _from_imap(error: IMAP4.error, place: Place) -> MailError:
    said = place.clean(str(error))
    if isinstance(error, IMAP4.abort):
        cut = not said or "EOF" in said or "socket error" in said
        return Unreachable(
            place.account, place.server, "connexion coupée" if cut else said
        )
    if _BUSY.search(said):
        return Unreachable(place.account, place.server, said, BUSY_SECONDS)
    return Refused(place.account, place.server, 0, said, permanent=False)


def from_library(error: BaseException, place: Place) -> MailError:
    """Turn any error of the mail libraries into one of ours."""
    if isinstance(error, MailError):
        return error
    if isinstance(error, ssl.SSLError):
        return _from_tls(error, place)
    if isinstance(error, smtplib.SMTPException):
        return _from_smtp(error, place)
    if isinstance(error, IMAP4.error):
        return _from_imap(error, place)
    if isinstance(error, OSError):
        return Unreachable(place.account, place.server, _network(error))
    if isinstance(error, EOFError):
        return Unreachable(place.account, place.server, "connexion coupée")
    return Refused(
        place.account,
        place.server,
        0,
        place.clean(f"{type(error).__name__}: {error}"),
        permanent=False,
    )


def from_imap_login(error: BaseException, place: Place) -> MailError:
    """Turn a failed IMAP login into ours: busy and cut lines are not wrong passwords.

    The client library hides the cause of a failed login in ``__context__``.
    """
    cause = error.__context__
    if isinstance(cause, IMAP4.abort):
        return _from_imap(cause, place)
    if not isinstance(error, IMAP4.error) or isinstance(error, IMAP4.abort):
        return from_library(error, place)
    said = place.clean(str(error))
    if "[AUTHENTICATIONFAILED]" not in said and _BUSY.search(said):
        return Unreachable(place.account, place.server, said, BUSY_SECONDS)
    if "[PRIVACYREQUIRED]" in said:
        return Unprotected(place.account, place.server, said)
    hopeless = bool(_NEVER_A_PASSWORD.search(said))
    return LoginRefused(place.account, place.server, said, hopeless=hopeless)
