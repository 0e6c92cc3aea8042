"""Rules that are right, ways to spoil them, and what is told of it."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from relancebot.rules import load_rules

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "rules.yaml"
RIGHT = (HERE / "example.yaml").read_text("utf-8")

MISTAKES: dict[str, list[dict[str, Any]]] = YAML(typ="safe", pure=True).load(
    (HERE / "mistakes.yaml").read_text("utf-8")
)


def told(text: str, *, templates: frozenset[str] | None = None) -> list[str]:
    """List what is wrong, without the name of the file."""
    loaded = load_rules(text, "r.yaml", templates)
    assert (loaded.policy is None) == bool(loaded.errors)
    return [str(error).removeprefix("r.yaml:") for error in loaded.errors]


def noticed(text: str) -> list[str]:
    """List what deserves a word, in rules that are right."""
    loaded = load_rules(text, "r.yaml")
    assert loaded.errors == ()
    return [str(notice).removeprefix("r.yaml:") for notice in loaded.notices]


def changed(old: str, new: str) -> str:
    """Change one place of the right rules."""
    assert RIGHT.count(old) == 1
    return RIGHT.replace(old, new)
