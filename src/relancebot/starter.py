"""What an operator starts from: commented rules, letters, a sample of invoices.

The starter's files are those of the repository's top level; a package carries its
own copy. At run time only the operator's directory is read.
"""

import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_DIRECTORY = 0o700

RULES = "rules.yaml"
LETTERS = "templates"
INVOICES = "factures.csv"
IGNORED = ".gitignore"

_IGNORED_TEXT = """\
# Les données et les secrets restent sur cette machine.
*.db
*.db-*
*.sqlite*
*.lock
*.log
*.pdf
*.eml
.env
factures*.csv
"""


class StarterError(Exception):
    """The operator's directory cannot be written; nothing was changed."""


def starter() -> Traversable:
    """Find the starter's files: those of the package, else those of the repository."""
    packaged = files("relancebot") / "starter"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[2]


def create_directory(target: Path, more: Mapping[str, str] | None = None) -> list[str]:
    """Write an operator's directory, which nobody else on the machine may read.

    Args:
        target: the directory; it is made when it does not exist.
        more: other files to write, by name (the JSON Schema of the rules).

    Returns:
        The names of the files written, in order.

    Raises:
        StarterError: when one of the files is already there, or cannot be written.
    """
    others = {name: text.encode() for name, text in (more or {}).items()}
    try:
        contents = dict(_contents()) | others
        _refuse_to_overwrite(target, contents)
        target.mkdir(mode=PRIVATE_DIRECTORY, parents=True, exist_ok=True)
        for name, content in contents.items():
            path = target / name
            path.parent.mkdir(mode=PRIVATE_DIRECTORY, exist_ok=True)
            new = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
            with os.fdopen(new, "wb") as file:
                file.write(content)
    except OSError as error:
        raise StarterError(
            f"« {error.filename or target} » ne peut pas être écrit : "
            f"{error.strerror or error}. Choisissez un autre dossier, ou rendez "
            "celui-ci accessible."
        ) from error
    return list(contents)


def _contents() -> Iterator[tuple[str, bytes]]:
    base = starter()
    yield RULES, (base / RULES).read_bytes()
    yield from _below(base / LETTERS, LETTERS)
    yield INVOICES, (files("relancebot") / "data" / INVOICES).read_bytes()
    yield IGNORED, _IGNORED_TEXT.encode()


def _below(directory: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(directory.iterdir(), key=lambda entry: entry.name):
        below = f"{name}/{entry.name}"
        if entry.name.startswith((".", "__")):
            continue
        if entry.is_dir():
            yield from _below(entry, below)
        else:
            yield below, entry.read_bytes()


def _refuse_to_overwrite(target: Path, names: Mapping[str, object]) -> None:
    if os.path.lexists(target) and not target.is_dir():
        raise StarterError(
            f"« {target} » n’est pas un dossier : choisissez-en un autre."
        )
    there = [name for name in names if os.path.lexists(target / name)]
    if there:
        raise StarterError(
            f"« {target} » contient déjà {', '.join(there)} : rien n’a été écrit. "
            "Choisissez un dossier vide, ou déplacez ces fichiers."
        )
