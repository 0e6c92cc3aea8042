"""Which column of an invoice file says what; between two candidates, the person says.

A wrong guess here would write a wrong sum or a wrong day in a letter to a client.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from relancebot.bank.contact_titles import CONTACT_FIELDS, contact_field
from relancebot.bank.report import quote, say
from relancebot.bank.title_words import title_key
from relancebot.bank.titles import BY_NAME, FIELDS, ODOO_TITLES, Field


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What the import makes of one column, for the preview.

    ``field`` is empty when the column is not read; ``label`` is its French name.
    """

    position: int
    header: str
    field: str
    label: str
    examples: tuple[str, ...] = ()


@dataclass
class Layout:
    """Which positions serve each field, and what could not be decided."""

    places: dict[str, list[int]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def place(self, name: str) -> int | None:
        """Give the single column of a field."""
        found = self.places.get(name)
        return found[0] if found else None


def _shown(header: Sequence[str], at: int) -> str:
    twice = sum(1 for title in header if title == header[at]) > 1
    return f"#{at + 1}" if twice or not header[at].strip() else header[at].strip()


def _find_title(header: Sequence[str], wanted: str) -> list[int]:
    by_place = re.fullmatch(r"#(\d+)", wanted.strip())
    if by_place and 1 <= int(by_place[1]) <= len(header):
        return [int(by_place[1]) - 1]
    exact = [i for i, t in enumerate(header) if t.strip() == wanted.strip()]
    key = title_key(wanted)
    return exact or [i for i, t in enumerate(header) if key and title_key(t) == key]


def choose_columns(
    header: Sequence[str],
    columns: Sequence[Sequence[str]],
    mapping: Mapping[str, str],
) -> Layout:
    """Decide which column says what, or say what must be asked.

    Args:
        header: the titles.
        columns: the cells below each title; a column that is empty, or the twin of
            another, is no candidate of its own.
        mapping: what the person said already, field to title (``#7`` for the seventh
            column, an empty title for none).
    """
    layout = Layout()
    taken: set[int] = set()
    silenced: set[str] = set()
    for said, wanted in mapping.items():
        name = _field_named(said)
        if name not in BY_NAME and name not in CONTACT_FIELDS:
            layout.errors.append(_unknown_field(name))
            continue
        silenced.add(name)
        if not wanted.strip():
            continue
        found = _find_title(header, wanted)
        if len(found) == 1:
            layout.places[name] = found
            taken.add(found[0])
        else:
            layout.places[name] = []  # asked about: once is enough
            why = "plusieurs colonnes portent" if found else "aucune colonne ne porte"
            titles = ", ".join(quote(title) for title in header if title.strip())
            layout.errors.append(
                say(
                    '--map {name}="{wanted}" : {why} ce titre ; les titres sont '
                    "{titles} (ou #1, #2… pour la place)",
                    name=name,
                    wanted=wanted,
                    why=why,
                    titles=titles,
                )
            )
    keys = [title_key(title) for title in header]
    if "number" not in silenced and not ODOO_TITLES.isdisjoint(keys):
        named = [i for i, title in enumerate(header) if title.strip() == "name"]
        _settle(layout, BY_NAME["number"], named, header, taken)
    for strong in (True, False):
        for known_field in FIELDS:
            name = known_field.name
            if name in silenced or name in layout.places:
                continue
            found = [
                at
                for at, key in enumerate(keys)
                if at not in taken and known_field.takes(key, strong=strong)
            ]
            _settle(layout, known_field, _distinct(found, columns), header, taken)
            taken.update(found)
    for at, title in enumerate(header):
        name = contact_field(title) if at not in taken else ""
        if name and name not in silenced:
            layout.places.setdefault(name, []).append(at)
    return layout


def _field_named(said: str) -> str:
    """Accept « échéance » for ``due``: a field answers to its own titles too."""
    if said in BY_NAME or said in CONTACT_FIELDS:
        return said
    key = title_key(said)
    named = [f.name for f in FIELDS if f.takes(key, strong=True)]
    named = named or [f.name for f in FIELDS if f.takes(key, strong=False)]
    return named[0] if len(named) == 1 else contact_field(said) or said


def _unknown_field(name: str) -> str:
    known = [*(field.name for field in FIELDS if field.name != "paid_any")]
    known += ["email", "contact", "phone"]
    near = get_close_matches(name, [*known, *CONTACT_FIELDS], n=1, cutoff=0.5)
    if near:
        return say(
            "--map {name} : champ inconnu ; vouliez-vous dire {near} ?",
            name=name,
            near=near[0],
        )
    return say(
        "--map {name} : champ inconnu ; les champs sont {known}",
        name=name,
        known=", ".join(known),
    )


def _distinct(found: list[int], columns: Sequence[Sequence[str]]) -> list[int]:
    if len(found) < 2:
        return found
    written = [i for i in found if any(cell.strip() for cell in columns[i])]
    kept: list[int] = []
    for at in written or found[:1]:
        if all(columns[at] != columns[other] for other in kept):
            kept.append(at)
    return kept


def _settle(
    layout: Layout,
    known_field: Field,
    found: list[int],
    header: Sequence[str],
    taken: set[int],
) -> None:
    name = known_field.name
    if not found:
        return
    if len(found) == 1 or known_field.many:
        layout.places[name] = found
        taken.update(found)
        return
    titles = ", ".join(quote(_shown(header, at)) for at in found)
    ways = " ou ".join(f'--map {name}="{_shown(header, at)}"' for at in found)
    if known_field.asks:
        layout.places[name] = []
        layout.errors.append(
            say(
                "{count} colonnes peuvent être « {label} » : {titles} ; dites "
                "laquelle : {ways}",
                count=len(found),
                label=known_field.label,
                titles=titles,
                ways=ways,
            )
        )
    else:
        layout.notices.append(
            say(
                "{count} colonnes peuvent être « {label} » : {titles} ; aucune n’est "
                "lue ; pour en choisir une : {ways}",
                count=len(found),
                label=known_field.label,
                titles=titles,
                ways=ways,
            )
        )
