"""How the program opens a line to a mail server: protected, or not at all."""

import contextlib
import ipaddress
import socket
import ssl

from relancebot.domain.policy import Account, Server, Tls
from relancebot.mail.errors import CertificateRefused, Place, Unprotected

# Home routers and office firewalls forget a silent connection after some minutes.
_KEEPALIVE = {
    "TCP_KEEPIDLE": 60,
    "TCP_KEEPALIVE": 60,  # the name of the same on macOS
    "TCP_KEEPINTVL": 30,
    "TCP_KEEPCNT": 4,
}


def place_of(account: Account, server: Server, password: str) -> Place:
    """Name a conversation for the sentences of its errors."""
    said_in_plain = f"\0{account.user}\0{password}" if password else ""
    return Place(
        account.name, f"{server.host}:{server.port}", (said_in_plain, password)
    )


def is_loopback(host: str) -> bool:
    """Whether a host name never leaves this machine."""
    if host.lower() in {"localhost", "localhost.", "ip6-localhost"}:
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    return False


def check_protection(server: Server, place: Place) -> None:
    """Refuse an unencrypted line to anywhere but this machine."""
    if server.tls is Tls.NONE and not is_loopback(server.host):
        raise Unprotected(
            place.account, place.server, "« tls: none » n’est permis que sur 127.0.0.1"
        )


def tls_context(server: Server, place: Place) -> ssl.SSLContext:
    """Make the context that checks the server's certificate and its name.

    A private authority replaces those of the system: who sets one trusts only it.
    """
    try:
        context = ssl.create_default_context(cafile=server.ca_file or None)
    except (OSError, ssl.SSLError) as error:
        why = f"« ca_file » ne se lit pas : {server.ca_file}"
        raise CertificateRefused(place.account, place.server, why) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def keep_alive(sock: socket.socket) -> None:
    """Have the system notice a dead line, and send small commands at once."""
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _KEEPALIVE.items():
            if option := getattr(socket, name, None):
                sock.setsockopt(socket.IPPROTO_TCP, option, value)
