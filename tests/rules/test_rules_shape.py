"""Each key known, each value of its kind, and no password in the file."""

from collections.abc import Iterator
from dataclasses import is_dataclass

import pytest

from relancebot.domain import policy as p
from relancebot.rules.shape import REFUSED
from relancebot.rules.source import Place, kind_of_items, kinds_of
from tests.rules.samples import MISTAKES, RIGHT, changed, told


@pytest.mark.parametrize("case", MISTAKES["shape"])
def test_a_mistake_of_shape_is_told_with_its_line(case):
    assert told(changed(case["change"], case["to"])) == case["told"]


def test_an_unknown_key_like_no_other_lists_the_possible_ones():
    (mistake,) = told(changed("  iban:", "  zzz: 1\n  iban:"))

    assert mistake == (
        "3: creditor.zzz : clé inconnue ; clés possibles ici : address, bic, iban, "
        "name, payment_link, phone, signature, siren"
    )


def test_all_mistakes_come_out_at_once():
    text = (
        changed("  iban: FR76", "  iban: FR77")
        .replace("anne@duval.fr", "anne chez duval")
        .replace("port: 993", "port: mille")
        .replace("env: MOT_DE_PASSE", "env: A, keyring: b")
        .replace("after: 30", "after: 2")
        .replace("confirm: person", "confirme: person")
    )

    assert [line.split(" : ")[0] for line in told(text)] == [
        "3: creditor.iban",
        "6: accounts.principal.address",
        "7: accounts.principal.imap.port",
        "9: accounts.principal.secret",
        "15: scenarios.simple.steps.formelle.confirm",
        "16: scenarios.simple.steps.formelle.after",
        "20: scenarios.simple.steps.formelle.confirme",
    ]


def every_section(kind: object, place: Place) -> Iterator[tuple[Place, list[str]]]:
    """Give the place and the keys of every section that the rules know."""
    if (items := kind_of_items(kind)) is not None:
        yield from every_section(items, (*place, 0))
    if isinstance(kind, type) and is_dataclass(kind):
        yield place, list(kinds_of(kind))
    for key, below in kinds_of(kind).items():
        yield from every_section(below, (*place, key))


WRONG_VALUES = (
    "[1, 2]", "{ a: 1 }", "true", "1.5", "texte", "99", "2026-13-45", "'25:00'",
    "2026-12-24T10:00:00", "-", "1e400", "99999999999999999999", '"\\ud800"', ".nan",
    "{}", "[]", "[[]]", "''",
)  # fmt: skip


@pytest.mark.parametrize("value", WRONG_VALUES)
def test_whatever_stands_at_any_key_is_understood_or_told_in_french(value):
    for place, keys in every_section(p.Policy, ()):
        text = "{ " + ", ".join(f"{key}: {value}" for key in keys) + " }"
        for part in reversed(place):
            text = f"[{text}]" if part == 0 else f"{{ {part}: {text} }}"

        mistakes = "\n".join(told(text))

        assert mistakes
        assert REFUSED not in mistakes
        assert "Input" not in mistakes


@pytest.mark.parametrize(
    "line",
    [
        "password: hunter2",
        "mot_de_passe: hunter2",
        "mdp: hunter2",
        "Passwd: hunter2",
        "token: hunter2",
        "secret: hunter2",
        "secret: { env: hunter2! }",
        "secret: { env: [hunter2!] }",
        "secret: { password: hunter2 }",
        "secret: { hunter2: x }",
        "imap: { host: imap.duval.fr, port: 993, password: hunter2 }",
    ],
)
def test_a_password_in_the_file_is_refused_and_never_repeated(line):
    key = line.split(":")[0]
    old = next((x for x in RIGHT.splitlines() if x.startswith(f"    {key}:")), None)
    text = (
        RIGHT.replace(old, f"    {line}")
        if old
        else changed("    secret:", f"    {line}\n    secret:")
    )

    mistakes = told(text)

    assert mistakes
    assert "hunter2:" in line or "hunter2" not in "\n".join(mistakes)
    assert any("secret" in mistake for mistake in mistakes)


@pytest.mark.parametrize(
    ("secret", "expected"),
    [
        ("{}", "indiquez où est le mot de passe : env, keyring ou command"),
        ("{ env: '' }", "indiquez où est le mot de passe : env, keyring ou command"),
        ("{ env: A, command: b }", "une seule source est attendue, pas env et command"),
    ],
)
def test_a_password_has_one_source(secret, expected):
    assert told(changed("{ env: MOT_DE_PASSE }", secret)) == [
        f"9: accounts.principal.secret : {expected}"
    ]


@pytest.mark.parametrize("source", ["env: MDP_2", "keyring: x", "command: pass a b"])
def test_each_source_of_a_password_is_accepted(source):
    assert told(changed("env: MOT_DE_PASSE", source)) == []
