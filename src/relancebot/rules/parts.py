"""Each section of the rules by itself, so that one mistake never hides another."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass

from pydantic import ValidationError

from relancebot.domain.policy import Policy
from relancebot.rules.shape import value_of
from relancebot.rules.source import Place, kind_of_items, kinds_of


def parts_of(tree: object) -> Iterator[tuple[Place, object]]:
    """Give each section of the file, with its place, for the checks of the trade.

    In a section that has mistakes of shape, what is wrong or missing is ``None``,
    whatever its type says: see ``known``.
    """
    yield from _parts(tree, Policy, ())


def known(section: object, *keys: str) -> bool:
    """Tell whether these values of a section can be judged together."""
    return all(getattr(section, key) is not None for key in keys)


def _parts(tree: object, kind: object, place: Place) -> Iterator[tuple[Place, object]]:
    if isinstance(tree, list):
        for rank, item in enumerate(tree):
            yield from _parts(item, kind_of_items(kind), (*place, rank))
    elif isinstance(tree, Mapping) and isinstance(kind, type) and is_dataclass(kind):
        yield place, _part(kind, tree)
        for key, below in kinds_of(kind).items():
            if key in tree:
                yield from _parts(tree[key], below, (*place, key))


def _part(kind: type, tree: Mapping[str, object]) -> object:
    try:
        return value_of(kind, tree)
    except ValidationError as error:
        wrong = {key for details in error.errors() for key in details["loc"][:1]}
    right: dict[str, object] = {}
    for key, below in kinds_of(kind).items():
        if key in wrong:
            right[key] = None
        elif key in tree:
            right[key] = value_of(below, tree[key])
    return kind(**right)
