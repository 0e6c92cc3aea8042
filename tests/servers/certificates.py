"""Certificates for servers that live as long as one test run."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import trustme

NAMES = ("localhost", "127.0.0.1")


@dataclass(frozen=True)
class Certificates:
    """A private authority, a right certificate, one out of date, one misnamed."""

    ca_file: Path
    right: Path
    expired: Path
    misnamed: Path

    def context(self, which: Path) -> ssl.SSLContext:
        """Make a server's context that shows one of the certificates."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(which)
        return context


def make_certificates(folder: Path) -> Certificates:
    """Write a fresh authority and its certificates (chain and key in one file)."""
    authority = trustme.CA()
    ca_file = folder / "ca.pem"
    authority.cert_pem.write_to_path(ca_file)
    made = {
        "right": authority.issue_cert(*NAMES),
        "expired": authority.issue_cert(
            *NAMES,
            not_before=datetime(2020, 1, 1, tzinfo=UTC),
            not_after=datetime(2021, 1, 1, tzinfo=UTC),
        ),
        "misnamed": authority.issue_cert("mail.ailleurs.test"),
    }
    for name, leaf in made.items():
        leaf.private_key_and_cert_chain_pem.write_to_path(folder / f"{name}.pem")
    return Certificates(ca_file, *(folder / f"{name}.pem" for name in made))
