"""What can go wrong between the program and a mail server, and what to do then.

Few kinds, those that matter to a journey: try again later, ask the person, or never
again. ``str()`` of each is a French sentence that names the remedy and holds no
secret. ``mail.faults`` makes them from what the libraries raise.
"""

# ruff: noqa: N818 - each name says what happened; "Error" would add nothing

import re
from base64 import b64encode
from dataclasses import dataclass
from typing import ClassVar

LONGEST_DETAIL = 300


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation takes place, and the words never to be repeated."""

    account: str
    server: str
    secrets: tuple[str, ...] = ()

    def clean(self, text: str | bytes) -> str:
        """Make a server's words fit for a log: one line, short, no secret."""
        if isinstance(text, bytes):
            text = text.decode("utf-8", "replace")
        # imaplib shows a server's words as Python shows bytes.
        text = re.sub(r"""\bb(['"])(.*?)\1""", r"\2", text)
        for secret in filter(None, self.secrets):
            encoded = b64encode(secret.encode("utf-8", "replace")).decode()
            for word in (secret, encoded, encoded.rstrip("=")):
                text = text.replace(word, "•••")
        # One space for each run of white space and control characters.
        text = " ".join(re.split(r"[\s\x00-\x1f\x7f-\x9f]+", text)).strip()
        if len(text) > LONGEST_DETAIL:
            text = text[:LONGEST_DETAIL] + "…"
        return text


class MailError(Exception):
    """A mail server did not do what it was asked.

    Attributes:
        account: the name of the account in the rules.
        server: host and port, or where the secret was looked for.
        detail: the server's own words, cleaned.
        temporary: whether trying again later may help without a person.
    """

    temporary: ClassVar[bool] = False
    sentence: ClassVar[str] = "{server} : {detail}"

    def __init__(self, account: str, server: str, detail: str = "") -> None:
        super().__init__(account, server, detail)
        self.account, self.server, self.detail = account, server, detail

    def __str__(self) -> str:
        said = self.sentence.format(
            server=self.server, detail=self.detail or "sans explication"
        )
        return f"Compte « {self.account} » : {said}"


class Unreachable(MailError):
    """The server cannot be talked to now; nothing was sent, try again later.

    ``wait_seconds`` is the least pause that the server's words ask for (0: none).
    """

    temporary = True
    sentence = (
        "{server} ne répond pas comme il faut ({detail}). Le programme réessaiera "
        "de lui-même ; si cela dure, vérifiez la connexion à Internet et le nom du "
        "serveur dans rules.yaml."
    )

    def __init__(
        self, account: str, server: str, detail: str = "", wait_seconds: int = 0
    ) -> None:
        super().__init__(account, server, detail)
        self.wait_seconds = wait_seconds


class LoginRefused(MailError):
    """The server refuses the user's name or password: a person must act.

    ``hopeless`` says that no password will ever work there.
    """

    sentence = (
        "{server} refuse l’identification ({detail}). Vérifiez « login » dans "
        "rules.yaml et le mot de passe ; beaucoup de messageries demandent un mot "
        "de passe d’application."
    )
    _hopeless = (
        "{server} n’accepte aucun mot de passe ({detail}) : en essayer un autre ne "
        "servira à rien. Demandez à l’administrateur de la messagerie d’autoriser "
        "« SMTP AUTH » et IMAP pour ce compte, ou passez par OAuth2."
    )

    def __init__(
        self, account: str, server: str, detail: str = "", *, hopeless: bool = False
    ) -> None:
        super().__init__(account, server, detail)
        self.hopeless = hopeless

    def __str__(self) -> str:
        if not self.hopeless:
            return super().__str__()
        said = self._hopeless.format(server=self.server, detail=self.detail)
        return f"Compte « {self.account} » : {said}"


class CertificateRefused(MailError):
    """The server cannot prove who it is; nothing was said to it."""

    sentence = (
        "le certificat de {server} n’est pas valable ({detail}). Rien ne lui a été "
        "confié. Vérifiez le nom du serveur et l’heure de cette machine ; pour une "
        "autorité privée, donnez son fichier dans « ca_file »."
    )


class Unprotected(MailError):
    """The conversation would not be encrypted; no password was sent."""

    sentence = (
        "la liaison avec {server} ne serait pas chiffrée ({detail}) ; aucun mot de "
        "passe n’a été envoyé. Vérifiez « tls » et « port » dans rules.yaml : "
        "implicit (993 pour IMAP, 465 pour SMTP) ou starttls (143, 587)."
    )


@dataclass(frozen=True, slots=True)
class Refusal:
    """One recipient whom the server would not take."""

    recipient: str
    code: int
    text: str

    @property
    def permanent(self) -> bool:
        """Whether it would be refused again."""
        return self.code >= 500


class Refused(MailError):
    """The server says no, before it has accepted anything.

    Attributes:
        code: the SMTP reply code, 0 for IMAP.
        text: the server's words.
        permanent: whether the same request would be refused again.
        refusals: each recipient's own refusal, when it was about them.
    """

    def __init__(
        self,
        account: str,
        server: str,
        code: int,
        text: str,
        *,
        permanent: bool,
        refusals: tuple[Refusal, ...] = (),
    ) -> None:
        super().__init__(account, server, text)
        self.code, self.text, self.permanent = code, text, permanent
        self.refusals = refusals

    @property
    def retry(self) -> bool:
        """Whether the same request may pass later."""
        return not self.permanent

    def __str__(self) -> str:
        names = ", ".join(one.recipient for one in self.refusals)
        whom = f" pour {names}" if names else ""
        what = f"{self.code} {self.text}".removeprefix("0 ").strip()
        remedy = (
            "Le même envoi serait refusé de nouveau : corrigez l’adresse ou le "
            "message, ou joignez le client autrement."
            if self.permanent
            else "Le programme réessaiera plus tard de lui-même."
        )
        return (
            f"Compte « {self.account} » : {self.server} refuse{whom} ({what}). {remedy}"
        )


class Ambiguous(MailError):
    """The letter was handed over, but the server's answer never came.

    It may have left or not: look for it in the Sent folder, else ask the person;
    never send it again alone.
    """

    sentence = (
        "la liaison avec {server} s’est rompue pendant l’envoi ({detail}) ; la lettre "
        "est peut-être partie. Elle ne sera pas renvoyée d’office : cherchez-la dans "
        "les messages envoyés, puis dites ce qu’il en est."
    )


class FolderMissing(MailError):
    """A folder of the rules does not exist in the mailbox."""

    sentence = (
        "le dossier « {detail} » n’existe pas sur {server}. Corrigez « folders » ou "
        "« sent_folder » dans rules.yaml, ou créez ce dossier."
    )


class SecretMissing(MailError):
    """The password cannot be found where the rules say; ``detail`` says why."""

    sentence = "{detail}"
