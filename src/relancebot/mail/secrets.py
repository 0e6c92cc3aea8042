"""Where an account's password is kept: never in the rules, the store or the log."""

import shlex
import subprocess
from collections.abc import Mapping

from relancebot.domain.policy import Secret
from relancebot.mail.errors import SecretMissing

KEYRING_SERVICE = "relancebot"
COMMAND_SECONDS = 30


class SecretText(str):
    """A password that does not show itself in a traceback or a debugger."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "SecretText('•••')"


def find_secret(secret: Secret, account: str, env: Mapping[str, str]) -> str:
    """Find an account's password where the rules say.

    Args:
        secret: the place: an environment variable, a keyring entry or a command.
        account: the account's name, for the error's sentence.
        env: the environment variables.

    Returns:
        The password (its ``repr`` hides it).

    Raises:
        SecretMissing: it is not there; the sentence says what to do.
    """
    if secret.env:
        found = _from_environment(secret.env, account, env)
    elif secret.keyring:
        found = _from_keyring(secret.keyring, account)
    elif secret.command:
        found = _from_command(secret.command, account)
    else:
        raise SecretMissing(
            account,
            "rules.yaml",
            "aucun mot de passe n’est indiqué. Donnez dans rules.yaml, sous "
            "« secret », l’un de « env », « keyring » ou « command ».",
        )
    # A file's last line end is no part of a password.
    return SecretText(found.rstrip("\r\n"))


def _from_environment(name: str, account: str, env: Mapping[str, str]) -> str:
    if value := env.get(name):
        return value
    raise SecretMissing(
        account,
        name,
        f"la variable d’environnement {name} est absente ou vide. Définissez-la "
        "avant de lancer relancebot (pour un service : dans son fichier "
        "d’environnement).",
    )


def _from_keyring(entry: str, account: str) -> str:
    import keyring  # noqa: PLC0415 - costs 100 ms, and most accounts do not need it
    import keyring.errors  # noqa: PLC0415 - as above

    remedy = f"Rangez-le par la commande : keyring set {KEYRING_SERVICE} {entry}"
    try:
        value = keyring.get_password(KEYRING_SERVICE, entry)
    except keyring.errors.KeyringError as error:
        raise SecretMissing(
            account,
            entry,
            f"le trousseau du système ne s’ouvre pas ({type(error).__name__}). "
            "Déverrouillez-le, ou utilisez « env » ou « command » dans rules.yaml.",
        ) from None
    if value:
        return value
    raise SecretMissing(
        account,
        entry,
        f"le trousseau du système ne contient pas « {entry} ». {remedy}",
    )


def _from_command(command: str, account: str) -> str:
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if not words:
        raise SecretMissing(
            account,
            "command",
            "la commande du mot de passe ne se lit pas : vérifiez ses guillemets "
            "dans rules.yaml.",
        )
    program = words[0]
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own command, without a shell
            words,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=COMMAND_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        why = f"n’a pas répondu en {COMMAND_SECONDS} secondes"
    except OSError as error:
        why = f"ne se lance pas ({error.strerror})"
    else:
        # Its error stream is not repeated: it might quote the secret.
        first = done.stdout.partition(b"\n")[0].rstrip(b"\r")
        if done.returncode:
            why = f"a échoué (code {done.returncode})"
        elif not first:
            why = "n’a rien écrit"
        else:
            try:
                return first.decode()
            except UnicodeDecodeError:
                why = "a écrit autre chose que du texte UTF-8"
    raise SecretMissing(
        account,
        program,
        f"la commande du mot de passe « {program} » {why}. Lancez-la dans un "
        "terminal : sa première ligne doit être le mot de passe.",
    )
