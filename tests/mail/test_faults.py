"""What libraries raise, said in French, with the remedy, without a secret."""

import errno
import smtplib
import socket
import ssl
from imaplib import IMAP4

import pytest

from relancebot.mail.errors import (
    Ambiguous,
    CertificateRefused,
    FolderMissing,
    LoginRefused,
    MailError,
    Place,
    Refused,
    SecretMissing,
    Unprotected,
    Unreachable,
)
from relancebot.mail.faults import from_imap_login, from_library

PLACE = Place("compta", "imap.exemple.test:993", ("s3cret", ""))


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (ConnectionRefusedError(errno.ECONNREFUSED, "no"), Unreachable, "refusée"),
        (ConnectionResetError(errno.ECONNRESET, "no"), Unreachable, "coupée"),
        (BrokenPipeError(errno.EPIPE, "no"), Unreachable, "coupée"),
        (OSError(errno.ENETUNREACH, "no"), Unreachable, "inaccessible"),
        (OSError(errno.EIO, "panne"), Unreachable, "panne"),
        (OSError(), Unreachable, "perdue"),
        (TimeoutError("timed out"), Unreachable, "pas de réponse"),
        (socket.gaierror(-2, "unknown"), Unreachable, "nom de serveur"),
        (ssl.SSLEOFError(8, "EOF"), Unreachable, "coupée"),
        (ssl.SSLCertVerificationError(1, "expired"), CertificateRefused, "certificat"),
        (ssl.SSLError(1, "bad record"), Unreachable, "coupée"),
        (smtplib.SMTPServerDisconnected("closed"), Unreachable, "coupée"),
        (smtplib.SMTPConnectError(421, b"busy"), Refused, "plus tard"),
        (smtplib.SMTPConnectError(554, b"no"), Refused, "serait refusé"),
        (smtplib.SMTPConnectError(-1, b"?"), Unreachable, "réessaiera"),
        (smtplib.SMTPAuthenticationError(535, b"no"), LoginRefused, "mot de passe"),
        (smtplib.SMTPAuthenticationError(454, b"later"), Unreachable, "later"),
        (smtplib.SMTPNotSupportedError("no AUTH"), LoginRefused, "aucun mot de passe"),
        (IMAP4.abort("socket error: EOF"), Unreachable, "coupée"),
        (IMAP4.abort("BYE: going down"), Unreachable, "going down"),
        (IMAP4.error("FETCH => [LIMIT] slow down"), Unreachable, "slow down"),
        (IMAP4.error("STORE => no"), Refused, "plus tard"),
        (EOFError(), Unreachable, "coupée"),
        (ValueError("odd answer"), Refused, "ValueError: odd answer"),
    ],
)
def test_each_error_has_its_kind_and_its_sentence(
    error: Exception, kind: type[MailError], said: str
):
    ours = from_library(error, PLACE)
    assert type(ours) is kind
    assert said in str(ours)
    assert str(ours).startswith("Compte « compta » : ")
    assert from_library(ours, PLACE) is ours


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("WRONG_VERSION_NUMBER", Unprotected),
        ("UNSUPPORTED_PROTOCOL", Unprotected),
        ("DECRYPTION_FAILED_OR_BAD_RECORD_MAC", Unreachable),
    ],
)
def test_a_failed_encryption_has_its_reason(reason: str, kind: type[MailError]):
    error = ssl.SSLError(1, "x")
    error.reason = reason
    assert type(from_library(error, PLACE)) is kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("b'[AUTHENTICATIONFAILED] Invalid credentials (Failure)'", LoginRefused),
        ("[AUTHENTICATIONFAILED] try again", LoginRefused),
        ("[ALERT] Application-specific password required", LoginRefused),
        ("LOGIN failed.", LoginRefused),
        ("[UNAVAILABLE] Temporary authentication failure", Unreachable),
        ("User is authenticated but not connected.", Unreachable),
        ("Too many simultaneous connections", Unreachable),
        ("[PRIVACYREQUIRED] Plaintext authentication disallowed", Unprotected),
    ],
)
def test_a_login_refused_is_not_always_a_wrong_password(
    words: str, kind: type[MailError]
):
    ours = from_imap_login(IMAP4.error(words), PLACE)
    assert type(ours) is kind
    assert "b'" not in str(ours)


def test_where_no_password_helps():
    error = from_imap_login(IMAP4.error("LogonDenied-BasicAuthBlocked-2"), PLACE)
    assert isinstance(error, LoginRefused)
    assert error.hopeless
    assert "aucun mot de passe" in str(error)


def test_servers_words_are_one_short_line_without_secrets():
    assert PLACE.clean(b"a\r\n\tb\x00\xff") == "a b \N{REPLACEMENT CHARACTER}"
    assert PLACE.clean("LOGIN jeanne s3cret czNjcmV0 s3cret!") == (
        "LOGIN jeanne ••• ••• •••!"
    )
    assert len(PLACE.clean("x" * 5000)) == 301


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (Unreachable("c", "s", "d"), "Internet"),
        (LoginRefused("c", "s", "d"), "mot de passe d’application"),
        (LoginRefused("c", "s", "d", hopeless=True), "OAuth2"),
        (CertificateRefused("c", "s", "d"), "ca_file"),
        (Unprotected("c", "s", "d"), "starttls"),
        (Refused("c", "s", 550, "d", permanent=True), "corrigez l’adresse"),
        (Refused("c", "s", 450, "d", permanent=False), "réessaiera"),
        (Ambiguous("c", "s", "d"), "messages envoyés"),
        (FolderMissing("c", "s", "d"), "folders"),
        (SecretMissing("c", "s", "d"), "d"),
    ],
)
def test_every_error_names_its_remedy(error: MailError, remedy: str):
    assert remedy in str(error)
    assert isinstance(error, MailError)
    assert error.temporary is isinstance(error, Unreachable)
