"""The shape of the rules: each key known, each value of its kind, in French."""

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from relancebot.domain.policy import Policy, Secret
from relancebot.rules.docs import FRENCH_KEYS
from relancebot.rules.source import Place, Source, kind_of_items, kinds_of

SECRET_KEY = re.compile(
    r"(?i)^(passw(or)?d|pwd|pass|passphrase|mot[ _-]?de[ _-]?passe|mdp|token|jeton"
    r"|api[ _-]?key|cle[ _-]?api|client[ _-]?secret|app[ _-]?password)$"
)
SECRETS_ELSEWHERE = (
    "aucun mot de passe ne s’écrit dans ce fichier : sous « secret: », indiquez où le "
    "trouver, par une seule des lignes « env: NOM_DE_VARIABLE », « keyring: nom » ou "
    "« command: commande »"
)

# What each kind of mistake that pydantic names says to the operator.
FRENCH = {
    "missing": "cette clé est obligatoire et elle manque",
    "dataclass_type": "une section est attendue (des lignes « clé: valeur »)",
    "tuple_type": "une liste est attendue (une ligne « - … » par élément)",
    "string_type": "un texte est attendu",
    "string_unicode": "ce texte contient un caractère illisible",
    "int_type": "un nombre entier est attendu",
    "int_from_float": "un nombre entier est attendu, sans virgule ni point",
    "float_type": "un nombre est attendu, avec un point pour la virgule (0.8)",
    "bool_type": "« true » (oui) ou « false » (non) est attendu",
    "date_type": "une date est attendue, sous la forme 2026-12-24",
    "date_parsing": "une date qui existe est attendue, sous la forme 2026-12-24",
    "date_from_datetime_parsing": "une date est attendue, sous la forme 2026-12-24",
    "date_from_datetime_inexact": "une date est attendue, sans heure : 2026-12-24",
    "time_type": 'une heure est attendue, sous la forme "09:00"',
    "time_parsing": 'une heure est attendue, sous la forme "09:00"',
}
REFUSED = "valeur refusée"


@cache
def adapter(kind: object) -> TypeAdapter[object]:
    """Give the validator of one kind of value, made once."""
    return TypeAdapter(cast("type[object]", kind))


def value_of(kind: object, tree: object) -> object:
    """Make a section of the rules from plain data.

    Raises:
        ValidationError: when a key is unknown, missing or of another kind.
    """
    # Strict JSON rules: a text is never taken for a number, nor true for 1.
    return adapter(kind).validate_json(json.dumps(tree), strict=True)


def check_shape(source: Source) -> Policy | None:
    """Make the policy, or note every mistake of shape in the source."""
    hidden = set(_refuse_secrets(source, source.tree, ()))
    try:
        policy = value_of(Policy, source.tree)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            place = details["loc"]
            if not any(place[: len(p)] == p for p in hidden):
                source.refuse(place, _in_french(details))
        return None
    return policy if isinstance(policy, Policy) else None


def _refuse_secrets(source: Source, tree: object, place: Place) -> Iterator[Place]:
    """Refuse what looks like a password, wherever it stands, and never repeat it."""
    if isinstance(tree, list):
        for rank, item in enumerate(tree):
            yield from _refuse_secrets(source, item, (*place, rank))
    elif isinstance(tree, dict):
        for key, value in tree.items():
            below = (*place, key)
            bare = key == "secret" and not isinstance(value, dict)
            if bare or SECRET_KEY.match(key):
                source.refuse(below, SECRETS_ELSEWHERE)
                yield below
            else:
                yield from _refuse_secrets(source, value, below)


def _in_french(details: ErrorDetails) -> str:
    place = details["loc"]
    kind = _kind_at(place)
    match details["type"]:
        case "unexpected_keyword_argument":
            return _unknown_key(str(place[-1]), _kind_at(place[:-1]))
        case "missing":
            return FRENCH["missing"]
        case "enum" if isinstance(kind, type) and issubclass(kind, StrEnum):
            said = "au choix : " + ", ".join(list(kind))
        case other:
            said = FRENCH.get(other, REFUSED)
    if _kind_at(place[:-1]) is Secret:
        return said
    return said + _received(details["input"])


_SHOWN = {dict: "une section", list: "une liste", type(None): "rien"}


def _received(value: object) -> str:
    shown = _SHOWN.get(type(value), "")
    if shown:
        return f" (reçu : {shown})"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f" (reçu : « {shown if len(shown) <= 40 else shown[:39] + '…'} »)"


def _unknown_key(key: str, section: object) -> str:
    known = sorted(kinds_of(section))
    if ":" in key:
        return "une espace est attendue après « : » (« clé: valeur »)"
    meant = FRENCH_KEYS.get(key.lower(), key.lower())
    near = get_close_matches(meant, known, n=1)
    if near:
        return f"clé inconnue ; vouliez-vous dire « {near[0]} » ?"
    return "clé inconnue ; clés possibles ici : " + ", ".join(known)


def _kind_at(place: Place) -> object:
    kind: object = Policy
    for part in place:
        kind = (
            kind_of_items(kind) if isinstance(part, int) else kinds_of(kind).get(part)
        )
    return kind
