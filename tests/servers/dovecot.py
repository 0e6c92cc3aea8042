"""A Dovecot 2.3 of one's own on loopback: a private directory, nothing of /etc.

It runs as an ordinary user and as root (then the mail belongs to ``nobody``,
because Dovecot gives no mail to root). ``available`` says whether it is installed.
"""

import grp
import os
import pwd
import shutil
import smtplib
import socket
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pytest

REQUIRED = os.environ.get("RELANCEBOT_REQUIRE_DOVECOT") == "1"
BINARY = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")

_CONFIGURATION = """\
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/dovecot.log
instance_name = relancebot-tests
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{certificate}
disable_plaintext_auth = {no_plain}
auth_mechanisms = plain login
# A wrong password would else cost seconds at each try.
auth_failure_delay = 0
auth_username_format = %Lu
mail_location = mdbox:{home}/mail/%u
mail_home = {home}/home/%u
mail_uid = {user}
mail_gid = {group}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 100
mailbox_idle_check_interval = 1 s
imap_capability = {capability}
postmaster_address = postmaster@localhost
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%Lu {home}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}/home/%u
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
  mailbox "{sent}" {{
    special_use = \\Sent
    auto = subscribe
  }}
  mailbox Drafts {{
    special_use = \\Drafts
    auto = create
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  service_count = 0
  inet_listener imap {{
    address = 127.0.0.1
    port = {imap_port}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {imaps_port}
    ssl = yes
  }}
}}
service lmtp {{
  user = {user}
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp_port}
  }}
}}
service stats {{
  chroot =
}}
"""


def need_dovecot() -> None:
    """Skip a test where Dovecot is not installed, unless it must be."""
    if BINARY is None:
        (pytest.fail if REQUIRED else pytest.skip)("Dovecot 2.3 is not installed")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
        return port


@dataclass
class Dovecot:
    """The server; use it in a ``with`` block.

    ``home`` must be readable by everyone when root runs the tests.
    """

    home: Path
    certificate: Path
    users: Mapping[str, str]
    capability: str = ""
    separator: str = "/"
    prefix: str = ""
    sent: str = "Sent"
    no_plain: bool = False
    imap_port: int = field(default_factory=_free_port)
    imaps_port: int = field(default_factory=_free_port)
    lmtp_port: int = field(default_factory=_free_port)

    def __enter__(self) -> Self:
        assert BINARY
        self._write()
        with (self.home / "stderr").open("w") as stderr:
            self._process = subprocess.Popen(
                [BINARY, "-F", "-c", self._configuration],
                stdout=subprocess.DEVNULL,
                stderr=stderr,
            )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait(20)

    @property
    def _configuration(self) -> Path:
        return self.home / "dovecot.conf"

    def _write(self) -> None:
        name = pwd.getpwuid(os.getuid()).pw_name if os.getuid() else "nobody"
        owner = pwd.getpwnam(name)
        for folder in ("run", "state", "mail", "home"):
            path = self.home / folder
            path.mkdir(exist_ok=True, parents=True)
            if not os.getuid() and folder != "run":
                os.chown(path, owner.pw_uid, owner.pw_gid)
        (self.home / "users").write_text(
            "".join(
                f"{user}:{{PLAIN}}{word}::::::\n" for user, word in self.users.items()
            )
        )
        self._configuration.write_text(
            _CONFIGURATION.format(
                home=self.home,
                certificate=self.certificate,
                user=name,
                group=grp.getgrgid(owner.pw_gid).gr_name,
                capability=self.capability,
                separator=self.separator,
                prefix=self.prefix,
                sent=self.sent,
                no_plain="yes" if self.no_plain else "no",
                imap_port=self.imap_port,
                imaps_port=self.imaps_port,
                lmtp_port=self.lmtp_port,
            )
        )

    def _wait(self) -> None:
        end = time.monotonic() + 30
        while time.monotonic() < end and self._process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.imap_port), 5) as one:
                    if one.recv(100).startswith(b"* OK"):
                        return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError((self.home / "stderr").read_text() + self.log())

    def log(self) -> str:
        """Give what Dovecot wrote about itself."""
        path = self.home / "dovecot.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def deliver(self, user: str, raw: bytes) -> None:
        """Have a mail arrive, as another mail server would (LMTP)."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port, timeout=20) as lmtp:
            lmtp.sendmail("expediteur@exemple.test", [user], raw)

    def doveadm(self, *words: str, check: bool = True) -> str:
        """Run Dovecot's own administration; gives what it says."""
        tool = Path(BINARY or "").with_name("doveadm")
        tool = tool if tool.exists() else Path("/usr/bin/doveadm")
        done = subprocess.run(
            [tool, "-c", self._configuration, *words],
            capture_output=True,
            text=True,
            check=check,
            timeout=30,
        )
        return done.stdout

    def kick(self) -> None:
        """Drop every connection, as a restart or a router does."""
        self.doveadm("kick", "*", check=False)  # fails when nobody is there

    def wipe(self) -> None:
        """Forget every mail and folder."""
        self.kick()
        for folder in ("mail", "home"):
            for path in (self.home / folder).iterdir():
                shutil.rmtree(path)
