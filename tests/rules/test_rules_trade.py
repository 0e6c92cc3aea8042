"""What makes no sense together is refused; what may surprise is noticed."""

import pytest

from relancebot.rules.numbers import (
    address_complaint,
    bic_complaint,
    host_complaint,
    iban_complaint,
    siren_complaint,
)
from tests.rules.samples import MISTAKES, RIGHT, changed, noticed, told

LETTERS = frozenset(
    {
        "relance-1",
        "mise-en-demeure",
        "confirmation-promesse",
        "promesse-non-tenue-1",
        "promesse-non-tenue-2",
    }
)


@pytest.mark.parametrize("case", MISTAKES["trade"])
def test_what_makes_no_sense_is_told_once(case):
    (mistake,) = told(changed(case["change"], case["to"]))

    assert mistake.startswith(case["told"])


@pytest.mark.parametrize("case", MISTAKES["sections"])
def test_a_section_that_makes_no_sense_is_told(case):
    first, *_ = told(RIGHT + case["add"] + "\n")

    assert first.split(": ", 1)[1].startswith(case["told"])


def test_lists_without_anything_are_told():
    text = RIGHT[: RIGHT.index("scenarios:")] + "scenarios: []\n"

    assert told(text) == [
        (
            "10: scenario : aucun scénario ne s’appelle « simple » ; "
            "au choix : aucun n’est défini"
        ),
        "11: scenarios : au moins un élément est attendu",
    ]


def test_a_plain_connection_is_accepted_on_the_machine_itself():
    for host in ("localhost", "127.0.0.1", "127.1.2.3", "'::1'"):
        text = changed("imap.duval.fr, port: 993", f"{host}, port: 143, tls: none")
        assert told(text) == []


def test_letters_that_do_not_exist_are_told():
    assert told(RIGHT, templates=LETTERS) == []
    assert told(changed("relance-1", "relanse-1"), templates=LETTERS) == [
        (
            "14: scenarios.simple.steps.douce.template : le modèle « relanse-1 » n’est "
            "pas dans templates/ ; vouliez-vous dire « relance-1 » ?"
        )
    ]


@pytest.mark.parametrize("letter", ["confirmation-promesse", "promesse-non-tenue-2"])
@pytest.mark.parametrize("more", ["", "promises: { furthest_days: 30 }\n"])
def test_letters_that_only_the_defaults_name_must_exist_too(letter, more):
    (mistake,) = told(RIGHT + more, templates=LETTERS - {letter})

    assert f"le modèle « {letter} » n’est pas dans templates/" in mistake
    assert "promises." in mistake


def ladder(*steps: str, spacing: int = 5) -> str:
    head = RIGHT[: RIGHT.index("    steps:")]
    return (
        head
        + f"    min_spacing_days: {spacing}\n    steps:\n"
        + "".join(
            f"      - {{ name: s{rank}, template: t, {step} }}\n"
            for rank, step in enumerate(steps)
        )
    )


def test_a_step_that_an_announced_delay_will_hold_back_is_noticed():
    text = ladder("after: 1, deadline_days: 8", "after: 9", "after: 20")

    assert noticed(text) == [
        (
            "16: scenarios.simple.steps.s1 : J+9 tombe dans le délai annoncé par "
            "« s0 » (J+1 et 8 jours) : cette étape attendra J+10"
        )
    ]


def test_a_step_that_spacing_will_hold_back_is_noticed():
    assert noticed(ladder("after: 1", "after: 4", spacing=5)) == [
        (
            "16: scenarios.simple.steps.s1 : 3 jours seulement après l’e-mail "
            "d’avant : cette étape attendra que 5 jours les séparent (min_spacing_days)"
        )
    ]


@pytest.mark.parametrize(
    "steps",
    [
        ("after: -3, tone: notice", "after: 1"),
        ("after: 1, deadline_days: 5", "after: 1, channel: call"),
        ("after: 1, deadline_days: 5", "after: 6, counted_from: first_reminder"),
        ("after: 1, deadline_days: 4", "after: 6"),
    ],
)
def test_what_goes_as_written_is_not_noticed(steps):
    assert noticed(ladder(*steps)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            changed("deadline_days: 15", "deadline_days: 3"),
            "3 jours de délai : l’usage",
        ),
        (
            changed("  iban: FR76 3000 6000 0112 3456 7890 189\n", ""),
            "ni iban ni payme",
        ),
        (changed("anne@duval.fr", "a@b.example"), "adresse d’exemple"),
        (
            RIGHT + "window: { start: '07:00' }\n",
            "des relances avant 8 h ou après 19 h",
        ),
    ],
)
def test_what_surprises_is_noticed(text, expected):
    (notice,) = noticed(text)

    assert expected in notice


def test_a_ladder_that_the_cap_leaves_unfinished_is_noticed():
    text = ladder("after: 1", "after: 9") + "caps: { per_case: 1 }\n"

    (notice,) = noticed(text)

    assert notice == (
        "17: caps.per_case : le scénario « simple » a 2 e-mails : après 1, la suite "
        "attendra votre décision"
    )


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (
            iban_complaint,
            "FR76 3000 6000 0112 3456 7890 189",
            "FR7630006000011234567890188",
        ),
        (iban_complaint, "DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130"),
        (iban_complaint, "be68539007547034", "68539007547034"),
        (bic_complaint, "AGRIFRPP", "AGRIFRP"),
        (bic_complaint, "BNPAFRPPXXX", "BNPAFRPPXX"),
        (siren_complaint, "732 829 320", "732 829 321"),
        (siren_complaint, "356000000", "35600000"),
        (siren_complaint, "552100554", "55210055400021"),
        (address_complaint, "a.b+c@sous.domaine.fr", "a@b"),
        (address_complaint, "été@domaine.fr", "a@b..fr"),
        (address_complaint, "x@mon-domaine.fr", "Jean <x@domaine.fr>"),
        (host_complaint, "ssl0.ovh.net", "ssl0.ovh.net:993"),
        (host_complaint, "::1", "https://x.fr"),
    ],
)
def test_a_slip_in_a_number_is_seen(check, right, wrong):
    assert check(right) == ""
    assert check(wrong) != ""
