"""Checks of the creditor and of the mailboxes that speak for them."""

import re

from relancebot.domain.policy import Account, Creditor, Secret, Server, Tls
from relancebot.rules.numbers import (
    address_complaint,
    bic_complaint,
    host_complaint,
    iban_complaint,
    is_loopback,
    siren_complaint,
)
from relancebot.rules.parts import known
from relancebot.rules.report import Report
from relancebot.rules.shape import SECRETS_ELSEWHERE
from relancebot.rules.source import Place

_EXAMPLE = re.compile(r"(?i)([@.](exemple|example)\.[a-z]+|\.example)$")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def check_creditor(report: Report, place: Place, creditor: Creditor) -> None:
    """Check the numbers that letters print: a wrong IBAN sends the money away."""
    for key, complaint in (
        ("siren", siren_complaint),
        ("iban", iban_complaint),
        ("bic", bic_complaint),
    ):
        text = getattr(creditor, key)
        if text and (said := complaint(text)):
            report.wrong((*place, key), said)
    link = creditor.payment_link
    if link and not re.fullmatch(r"https://[^\s/@]+(/\S*)?", link):
        report.wrong((*place, "payment_link"), "une adresse https:// est attendue")
    if known(creditor, "iban", "payment_link") and not (creditor.iban or link):
        report.notice(
            place, "ni iban ni payment_link : vos relances ne diront pas comment payer"
        )


def check_account(report: Report, place: Place, account: Account) -> None:
    """Check the address of an account, and where its answers are looked for."""
    if known(account, "address"):
        if said := address_complaint(account.address):
            report.wrong((*place, "address"), said)
        elif _EXAMPLE.search(account.address):
            report.notice(
                (*place, "address"),
                "adresse d’exemple : écrivez la vôtre avant d’envoyer",
            )
    if account.folders == ():
        report.wrong(
            (*place, "folders"), "au moins un dossier est attendu (exemple : INBOX)"
        )


def check_secret(report: Report, place: Place, secret: Secret) -> None:
    """Check that a password has one source, and is not itself in the file."""
    given = [key for key in ("env", "keyring", "command") if getattr(secret, key)]
    if not given and known(secret, "env", "keyring", "command"):
        report.wrong(place, "indiquez où est le mot de passe : env, keyring ou command")
    elif len(given) > 1:
        report.wrong(place, "une seule source est attendue, pas " + " et ".join(given))
    if secret.env and not _VARIABLE.fullmatch(secret.env):
        # The text may be the password itself: it is not repeated.
        report.wrong(
            (*place, "env"),
            "le nom d’une variable d’environnement est attendu (lettres, chiffres, "
            f"« _ ») ; {SECRETS_ELSEWHERE}",
        )


def check_server(report: Report, place: Place, server: Server) -> None:
    """Check a server: a plain connection is for this very machine alone."""
    if server.host and (said := host_complaint(server.host)):
        report.wrong((*place, "host"), said)
    if not known(server, "host", "tls"):
        return
    if server.tls is Tls.NONE and not is_loopback(server.host):
        report.wrong(
            (*place, "tls"),
            "« none » n’est accepté que vers la machine elle-même (127.0.0.1) : votre "
            "mot de passe circulerait en clair ; « implicit » ou « starttls » attendu",
        )
