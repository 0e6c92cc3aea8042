"""Passwords: found where the rules say, shown nowhere, missed in clear French."""

import logging
import sys
import traceback

import keyring
import keyring.backend
import keyring.errors
import pytest

from relancebot.domain.policy import Secret
from relancebot.mail import secrets
from relancebot.mail.errors import SecretMissing
from relancebot.mail.secrets import find_secret

WORD = "s3cret'é"


def python(code: str) -> str:
    return f'{sys.executable} -c "{code}"'


class Drawer(keyring.backend.KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise keyring.errors.KeyringLocked(f"locked, was {WORD}")
        return self.words.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.words[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.words[service, username]


@pytest.fixture
def drawer():
    before = keyring.get_keyring()
    one = Drawer()
    keyring.set_keyring(one)
    yield one
    keyring.set_keyring(before)


def missing(secret: Secret, env: dict[str, str] | None = None) -> str:
    with pytest.raises(SecretMissing) as caught:
        find_secret(secret, "compta", env or {})
    shown = "".join(traceback.format_exception(caught.value))
    assert WORD not in shown
    assert "« compta »" in str(caught.value)
    return str(caught.value)


def test_from_the_environment():
    assert find_secret(Secret(env="MDP"), "compta", {"MDP": WORD}) == WORD
    assert find_secret(Secret(env="MDP"), "compta", {"MDP": f"{WORD}\r\n"}) == WORD
    assert "MDP est absente ou vide" in missing(Secret(env="MDP"))
    assert "MDP est absente ou vide" in missing(Secret(env="MDP"), {"MDP": ""})


def test_from_the_keyring(drawer: Drawer):
    drawer.set_password("relancebot", "compta@x.test", WORD)
    assert find_secret(Secret(keyring="compta@x.test"), "compta", {}) == WORD
    said = missing(Secret(keyring="autre@x.test"))
    assert "keyring set relancebot autre@x.test" in said


def test_a_locked_keyring_is_told(drawer: Drawer):
    drawer.locked = True
    assert "ne s’ouvre pas" in missing(Secret(keyring="compta@x.test"))


def test_from_a_command():
    code = f"import sys; sys.stdout.buffer.write({WORD!r}.encode() + b'\\r\\nnext')"
    program = python(code.replace('"', '\\"').replace("\\r", "\\\\r"))
    assert find_secret(Secret(command=program), "compta", {}) == WORD


def test_a_command_runs_without_a_shell():
    program = python("import sys; print(sys.argv[1])") + " '$HOME;ls'"
    assert find_secret(Secret(command=program), "compta", {}) == "$HOME;ls"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (python("import sys; print('s3cret', file=sys.stderr); sys.exit(3)"), "code 3"),
        (python("pass"), "n’a rien écrit"),
        (python("print()"), "n’a rien écrit"),
        (
            python("import sys; sys.stdout.buffer.write(bytes([255, 10]))"),
            "autre chose que du texte",
        ),
        ("/nulle/part/pass show mail", "ne se lance pas"),
        ("pass 'mal fermé", "ne se lit pas"),
        ("  ", "ne se lit pas"),
    ],
)
def test_what_a_command_did_is_told_without_what_it_said(command: str, said: str):
    shown = missing(Secret(command=command))
    assert said in shown
    assert "s3cret" not in shown


def test_a_command_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(secrets, "COMMAND_SECONDS", 0.2)
    said = missing(Secret(command=python("import time; time.sleep(60)")))
    assert "n’a pas répondu" in said


def test_no_place_at_all():
    assert "« env », « keyring » ou « command »" in missing(Secret())


def test_a_password_does_not_show_itself(caplog: pytest.LogCaptureFixture):
    word = find_secret(Secret(env="MDP"), "compta", {"MDP": WORD})
    assert repr(word) == "SecretText('•••')"
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("x").debug("%r", [word])
    assert WORD not in caplog.text
