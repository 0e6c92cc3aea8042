"""The JSON Schema of ``rules.yaml``: an editor completes and explains each key."""

from typing import Any

from relancebot.domain.policy import Policy
from relancebot.rules.checks import BOUNDS
from relancebot.rules.docs import KEYS, SECTIONS
from relancebot.rules.shape import adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Texts that people write as bare numbers; the loader keeps them as they are.
NUMBERS = ("siren", "phone", "client", "invoice")
HOUR = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"

Schema = dict[str, Any]


def schema() -> Schema:
    """Give the JSON Schema (draft 2020-12) that describes the operator's rules."""
    whole = adapter(Policy).json_schema()
    sections: dict[str, Schema] = whole.get("$defs", {})
    bounds = {kind.__name__: keys for kind, keys in BOUNDS.items()}
    for name, section in (*sections.items(), ("Policy", whole)):
        section["title"] = SECTIONS[name]
        section.pop("description", None)
        properties = section.get("properties", {})
        for key, value in properties.items():
            required = key in section.get("required", ())
            properties[key] = _described(
                key,
                value,
                KEYS[name][key],
                bounds.get(name, {}).get(key),
                required=required,
            )
    return {"$schema": DIALECT, **whole}


def _described(
    key: str,
    value: Schema,
    text: str,
    bounds: tuple[float, float] | None,
    *,
    required: bool,
) -> Schema:
    """Say in French what a key is; a key left empty is as if it were not written."""
    described: Schema = {
        word: said
        for word, said in value.items()
        if word not in ("title", "description")
    }
    if bounds:
        described["minimum"], described["maximum"] = bounds
    if described.get("format") == "time":
        # An hour as people write it; seconds and zones have no sense here.
        del described["format"]
        described["pattern"] = HOUR
        described["default"] = described["default"][:5]
    kinds = [described["type"]] if "type" in described else []
    if key in NUMBERS:
        kinds.append("integer")
    if not required:
        kinds.append("null")
    if "type" in described:
        described["type"] = kinds if len(kinds) > 1 else kinds[0]
    elif not required and "anyOf" not in described:
        described = _or_nothing(described)
    return {"description": text, **described}


def _or_nothing(value: Schema) -> Schema:
    default = {"default": value["default"]} if "default" in value else {}
    kept = {key: said for key, said in value.items() if key != "default"}
    return {**default, "anyOf": [kept, {"type": "null"}]}
