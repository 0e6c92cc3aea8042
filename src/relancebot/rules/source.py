"""The text of the rules as plain data that still knows on which line each thing is.

The YAML tree is read as nodes, not as values, so that the trade decides what a word
is: a telephone number keeps its leading zero, a SIREN stays a text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from types import UnionType
from typing import get_args, get_origin, get_type_hints

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from relancebot.domain.policy import Policy
from relancebot.rules.mistakes import RuleError
from relancebot.rules.syntax import readable, syntax_mistake, unreadable_character

Place = tuple[str | int, ...]

MAX_CHARACTERS = 1_000_000
CORE = "tag:yaml.org,2002:"
NAMES = ("name", "client", "invoice")


@dataclass
class Source:
    """A rules file as it was written: plain data, and the line of every place."""

    path: str
    tree: object = None
    lines: dict[Place, int] = field(default_factory=dict)
    refused: list[tuple[int, Place, str]] = field(default_factory=list)

    def line_of(self, place: Place) -> int:
        """Give the line of a place, or that of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def label_of(self, place: Place) -> str:
        """Name a place as a person would: by the name of the item, else its rank."""
        words: list[str] = []
        here = self.tree
        for part in place:
            here = _below(here, part)
            words.append(
                (_name_of(here) or str(part + 1)) if isinstance(part, int) else part
            )
        return ".".join(words)

    def remark(self, place: Place, text: str, line: int = 0) -> RuleError:
        """Make a remark on one place of the file."""
        where = line or self.line_of(place)
        return RuleError(self.path, where, self.label_of(place), text)

    def refuse(self, place: Place, text: str, line: int = 0) -> None:
        """Note a mistake on one place of the file, once."""
        mistake = (line or self.line_of(place), place, text)
        if mistake not in self.refused:
            self.refused.append(mistake)

    @property
    def errors(self) -> tuple[RuleError, ...]:
        """Give the mistakes in the order of the lines."""
        ordered = sorted(self.refused, key=lambda mistake: mistake[0])
        return tuple(self.remark(place, text, line) for line, place, text in ordered)


def read_source(text: str, path: str) -> Source:
    """Read the text of a rules file; what YAML itself refuses is a mistake."""
    source = Source(path)
    text = text.removeprefix("\ufeff")
    refused = unreadable_character(text)
    if len(text) > MAX_CHARACTERS:
        refused = 1, "le fichier dépasse un million de caractères"
    if refused:
        source.refuse((), refused[1], refused[0])
        return source
    try:
        root = YAML(typ="rt", pure=True).compose(text)
    except RecursionError:
        source.refuse((), "trop de listes ou de sections imbriquées")
        return source
    except YAMLError as error:
        line, said = syntax_mistake(error)
        source.refuse((), said, line)
        return source
    if root is None:
        source.refuse(
            (), "fichier vide ; « relancebot init DOSSIER » en écrit un modèle"
        )
    elif not isinstance(root, MappingNode):
        source.refuse(
            (), "des lignes « clé: valeur » sont attendues (une espace après « : »)"
        )
    else:
        source.tree = _Reader(source).read(root, Policy, ())
    return source


def _below(here: object, part: str | int) -> object:
    if isinstance(here, Mapping) and isinstance(part, str):
        return here.get(part)
    if isinstance(here, list) and isinstance(part, int) and part < len(here):
        return here[part]
    return None


def _name_of(item: object) -> str:
    if isinstance(item, Mapping):
        for key in NAMES:
            if isinstance(item.get(key), str) and item[key]:
                return str(item[key])
    return ""


def kind_within(kind: object) -> object:
    """Take the optional part off a type: ``str | None`` is a ``str``."""
    if isinstance(kind, UnionType):
        return next(arg for arg in get_args(kind) if arg is not type(None))
    return kind


def kinds_of(kind: object) -> dict[str, object]:
    """Give the type of each key of a section of the rules (empty if none)."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return {}
    hints = get_type_hints(kind)
    return {f.name: kind_within(hints[f.name]) for f in fields(kind)}


def kind_of_items(kind: object) -> object:
    """Give the type of the items of a list of the rules (``None`` if none)."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


class _Reader:
    """Turns YAML nodes into plain data, led by the types that the rules expect."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.seen: set[int] = set()

    def read(self, node: Node, kind: object, place: Place) -> object:
        """Read one node; an empty value is as if its key had not been written."""
        self.source.lines.setdefault(place, node.start_mark.line + 1)
        if id(node) in self.seen:
            self.source.refuse(
                place,
                "les renvois YAML (« & » et « * ») ne sont pas acceptés : répétez la "
                "valeur, ou mettez le texte entre guillemets",
            )
            return None
        self.seen.add(id(node))
        if not str(node.tag).startswith(CORE):
            self.source.refuse(
                place,
                "un mot qui commence par « ! » est une étiquette YAML : mettez le "
                "texte entre guillemets",
            )
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, kind, place)
        if isinstance(node, SequenceNode):
            items = kind_of_items(kind)
            return [
                self.read(item, items, (*place, rank))
                for rank, item in enumerate(node.value)
            ]
        quoted = isinstance(node, ScalarNode) and node.style is not None
        tag = "str" if quoted else str(node.tag).removeprefix(CORE)
        return _scalar(self._text(node, place), tag, kind)

    def _mapping(self, node: MappingNode, kind: object, place: Place) -> object:
        kinds = kinds_of(kind)
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                self.source.refuse(
                    place,
                    "une clé est un mot simple, sans crochets ni accolades",
                    line,
                )
                continue
            key = self._text(key_node, place)
            below = (*place, key)
            if first := self.source.lines.get(below):
                self.source.refuse(
                    below,
                    f"clé écrite deux fois (déjà ligne {first}) : gardez-en une",
                    line,
                )
                continue
            self.source.lines[below] = line
            value = self.read(value_node, kinds.get(key), below)
            if value is not None or (kinds and key not in kinds):
                found[key] = value
        return found

    def _text(self, node: Node, place: Place) -> str:
        """Take the text of a scalar; an escape in it can hide anything."""
        text = str(node.value)
        if refused := unreadable_character(text):
            self.source.refuse(place, refused[1])
        return readable(text)


def _scalar(text: str, tag: str, kind: object) -> object:
    if tag == "str":
        return text
    if tag == "null":
        return None
    if kind is str:
        return text
    if tag == "bool":
        return {"true": True, "false": False}.get(text.lower(), text)
    if tag in ("int", "float"):
        return _number(text)
    return text


def _number(text: str) -> int | float | str:
    """Read a plain decimal number; anything cleverer stays a text and is refused."""
    digits = text.lstrip("+-")
    if digits.isascii() and digits.isdigit() and len(digits) < 12:
        return int(text)
    whole, point, rest = digits.partition(".")
    if point and (whole + rest).isascii() and (whole + rest).isdigit():
        return float(text)
    return text
