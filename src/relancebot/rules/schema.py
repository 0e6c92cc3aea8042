"""The JSON Schema of ``rules.yaml``: an editor completes and explains each key."""

from typing import Any

from relancebot.domain.policy import Policy
from relancebot.rules.checks import BOUNDS
from relancebot.rules.docs import KEYS, SECTIONS
from relancebot.rules.shape import adapter

DIALECT = "https://json-schema.org/draft/2020-12/schema"
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
                value, KEYS[name][key], bounds.get(name, {}).get(key), required=required
            )
    return {"$schema": DIALECT, **whole}


def _described(
    value: Schema,
    text: str,
    bounds: tuple[float, float] | None,
    *,
    required: bool,
) -> Schema:
    """Say in French what a key is; a key left empty is as if it were not written."""
    described: Schema = {
        key: said for key, said in value.items() if key not in ("title", "description")
    }
    if bounds:
        described["minimum"], described["maximum"] = bounds
    if described.get("format") == "time":
        # An hour as people write it; seconds and zones have no sense here.
        del described["format"]
        described["pattern"] = HOUR
        described["default"] = described["default"][:5]
    if described.get("type") == "string" and "format" not in described:
        # A number without quotes is read as the text that it is.
        described["type"] = ["string", "number"]
    if not required:
        described = _or_empty(described)
    return {"description": text, **described}


def _or_empty(value: Schema) -> Schema:
    if "anyOf" in value:
        return value
    default = {"default": value["default"]} if "default" in value else {}
    kept = {key: said for key, said in value.items() if key != "default"}
    return {**default, "anyOf": [kept, {"type": "null"}]}
