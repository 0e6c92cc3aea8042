"""The starter's rules: the published ladders by name, and the schema for editors."""

import json
from dataclasses import fields, is_dataclass

import pytest
from jsonschema import (  # type: ignore[import-untyped]  # it ships no hints
    Draft202012Validator,
)
from ruamel.yaml import YAML

from relancebot.domain import policy as p
from relancebot.rules import load_file, read_rules, schema
from relancebot.rules.checks import BOUNDS
from relancebot.rules.docs import FRENCH_KEYS, KEYS, SECTIONS
from tests.rules.samples import RIGHT, SHIPPED, changed, told

LETTERS = frozenset(
    {
        "avant-echeance",
        "relance-1",
        "relance-2",
        "relance-3",
        "appel",
        "mise-en-demeure",
        "transmission",
        "recommande",
        "confirmation-promesse",
        "promesse-non-tenue-1",
        "promesse-non-tenue-2",
        "remerciement",
    }
)


def test_the_shipped_rules_are_right_and_their_letters_are_known():
    loaded = load_file(SHIPPED, LETTERS)

    assert loaded.errors == ()
    assert [notice.place for notice in loaded.notices] == [
        "creditor",
        "accounts.principal.address",
        "scenarios.recouveo.steps.transmission J20",
    ]


def days(name: str) -> list[tuple[int, str, str]]:
    scenario = read_rules(SHIPPED).scenario_named(name)
    return [(step.after, str(step.channel), step.template) for step in scenario.steps]


MAIL, CALL, LETTER, HAND_OVER = "mail", "call", "letter", "hand_over"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("standard", [
            (-3, MAIL, "avant-echeance"), (3, MAIL, "relance-1"),
            (10, MAIL, "relance-2"), (20, CALL, "appel"),
            (30, LETTER, "mise-en-demeure"),
        ]),
        ("recouveo", [
            (1, MAIL, "relance-1"), (5, CALL, "appel"), (10, MAIL, "relance-2"),
            (10, LETTER, "recommande"), (15, LETTER, "mise-en-demeure"),
            (20, HAND_OVER, "transmission"),
        ]),
        ("mesona", [
            (7, MAIL, "relance-1"), (15, CALL, "appel"),
            (30, LETTER, "mise-en-demeure"),
        ]),
        ("mesona-semi-auto", [
            (-3, MAIL, "avant-echeance"), (7, MAIL, "relance-1"), (20, CALL, "appel"),
            (20, MAIL, "relance-2"), (40, LETTER, "mise-en-demeure"),
        ]),
        ("acceor", [
            (-5, MAIL, "avant-echeance"), (3, MAIL, "relance-1"), (10, CALL, "appel"),
            (10, MAIL, "relance-2"), (20, CALL, "appel"), (20, MAIL, "relance-3"),
            (30, LETTER, "mise-en-demeure"), (46, HAND_OVER, "transmission"),
        ]),
        ("trezo", [
            (5, MAIL, "relance-1"), (15, MAIL, "relance-2"), (30, MAIL, "relance-3"),
            (45, LETTER, "mise-en-demeure"),
        ]),
        ("maunais", [
            (3, MAIL, "relance-1"), (10, MAIL, "relance-2"), (20, CALL, "appel"),
            (30, LETTER, "mise-en-demeure"),
        ]),
    ],
)  # fmt: skip
def test_each_published_ladder_is_shipped_as_its_guide_gives_it(name, expected):
    assert days(name) == expected


def test_the_case_of_thomas_counts_from_the_first_reminder():
    first, *others = read_rules(SHIPPED).scenario_named("recouveo").steps

    assert first.counted_from is p.Origin.DUE
    assert {step.counted_from for step in others} == {p.Origin.FIRST_REMINDER}


def test_every_formal_notice_leaves_the_delay_of_its_guide():
    policy = read_rules(SHIPPED)

    delays = {
        scenario.name: step.deadline_days
        for scenario in policy.scenarios
        for step in scenario.steps
        if step.tone is p.Tone.FORMAL_NOTICE
    }

    assert delays.pop("recouveo") == 8
    assert set(delays) == {s.name for s in policy.scenarios} - {"recouveo"}
    assert set(delays.values()) == {15}


def test_the_shipped_values_are_the_defaults():
    """The starter shows what happens anyway: it never hides a second opinion."""
    policy = read_rules(SHIPPED)

    for field in fields(p.Policy):
        if field.name not in ("creditor", "accounts", "scenarios", "scenario"):
            default = getattr(
                p.Policy(policy.creditor, policy.accounts, policy.scenarios, ""),
                field.name,
            )
            assert getattr(policy, field.name) == default, field.name


def plain(text: str) -> object:
    """Read a text as an editor does: dates are texts."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


def test_the_schema_accepts_what_the_loader_accepts():
    described = schema()
    Draft202012Validator.check_schema(described)
    validator = Draft202012Validator(described)

    for text in (SHIPPED.read_text("utf-8"), RIGHT, RIGHT + "clients:\ncaps:\n"):
        assert list(validator.iter_errors(plain(text))) == []
    assert described["$schema"].endswith("2020-12/schema")
    assert SHIPPED.read_text("utf-8").startswith("# yaml-language-server: $schema=")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("after: 3,", "aftr: 3,"),
        ("after: 3,", "after: trois,"),
        ("port: 993", "port: 0"),
        ("channel: letter", "channel: courrier"),
        ("scenario: simple\n", ""),
        ("scenario: simple\n", "scenario: simple\nwindow: { start: 9h }\n"),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(old, new):
    validator = Draft202012Validator(schema())

    assert told(changed(old, new))
    assert not validator.is_valid(plain(changed(old, new)))


def test_every_key_is_explained_in_french_and_nothing_else_is():
    sections = {
        kind.__name__: {key.name for key in fields(kind)}
        for kind in vars(p).values()
        if isinstance(kind, type) and is_dataclass(kind)
    }

    assert {name: set(keys) for name, keys in KEYS.items()} == sections
    assert set(SECTIONS) == set(schema()["$defs"]) | {"Policy"}
    assert set(FRENCH_KEYS.values()) <= set().union(*sections.values())
    for kind, bounds in BOUNDS.items():
        assert set(bounds) <= sections[kind.__name__]


def test_every_section_of_the_schema_refuses_unknown_keys():
    described = schema()

    for section in (described, *described["$defs"].values()):
        assert "enum" in section or section["additionalProperties"] is False
