"""The operator's rules: ``rules.yaml`` becomes a policy, or all its mistakes.

A text is read (``source``), its shape is compared with the values of
``domain/policy.py`` (``shape``), then the trade has its say (``checks``). What is
wrong is never guessed: the operator reads one French line for each mistake.
"""

from collections.abc import Collection
from pathlib import Path

from relancebot.domain.policy import Policy
from relancebot.rules.checks import check_trade
from relancebot.rules.mistakes import Loaded, RuleError, RulesError
from relancebot.rules.report import Report
from relancebot.rules.schema import schema
from relancebot.rules.shape import check_shape
from relancebot.rules.source import read_source

__all__ = [
    "Loaded",
    "RuleError",
    "RulesError",
    "load_file",
    "load_rules",
    "read_rules",
    "schema",
]


def load_rules(
    text: str, path: str = "rules.yaml", templates: Collection[str] | None = None
) -> Loaded:
    """Read the operator's rules: the policy, or every mistake, and notices beside.

    Args:
        text: what the file holds.
        path: how the file is called in the messages.
        templates: the names of the letters that exist; unknown when ``None``.
    """
    source = read_source(text, path)
    if source.tree is None:
        return Loaded(None, source.errors)
    policy = check_shape(source)
    report = Report(source, templates)
    check_trade(report)
    notices = tuple(sorted(report.notices, key=lambda notice: notice.line))
    return Loaded(None if source.refused else policy, source.errors, notices)


def load_file(path: Path, templates: Collection[str] | None = None) -> Loaded:
    """Read the rules from a file; a file that cannot be read is a mistake too."""
    try:
        text = _text_of(path.read_bytes())
    except FileNotFoundError:
        said = "ce fichier n’existe pas ; « relancebot init DOSSIER » en écrit un"
    except OSError as error:
        said = f"ce fichier ne peut pas être lu ({error.strerror or error})"
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        said = "accent illisible : enregistrez le fichier en UTF-8"
        return Loaded(None, (RuleError(path.name, line, "", said),))
    else:
        return load_rules(text, path.name, templates)
    return Loaded(None, (RuleError(path.name, 1, "", said),))


def read_rules(path: Path, templates: Collection[str] | None = None) -> Policy:
    """Give the policy of a rules file.

    Raises:
        RulesError: with all the mistakes, when the file cannot be used.
    """
    loaded = load_file(path, templates)
    if loaded.policy is None:
        raise RulesError(loaded.errors)
    return loaded.policy


def _text_of(raw: bytes) -> str:
    """Decode a file: UTF-8, or UTF-16 when an old Notepad says so at its start."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    return raw.decode("utf-8-sig")
