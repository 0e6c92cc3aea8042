"""A text becomes a policy; what YAML or the disk refuses is told in French."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relancebot.domain import policy as p
from relancebot.rules import RulesError, load_file, load_rules, read_rules
from tests.rules.samples import MISTAKES, RIGHT, changed, told


def test_right_rules_become_a_policy():
    loaded = load_rules(RIGHT)

    assert loaded.errors == loaded.notices == ()
    assert loaded.policy is not None
    assert loaded.policy.creditor.name == "Anne Duval Conseil"
    assert loaded.policy.accounts[0].imap == p.Server("imap.duval.fr", 993)
    assert loaded.policy.scenario_named("simple").steps[1].deadline_days == 15
    assert loaded.policy.caps == p.Caps()


def test_words_numbers_hours_and_dates_are_read_as_people_write_them():
    text = changed(
        "  iban:",
        "  siren: 732829320\n  phone: 0612345678\n  address: |\n    1 rue X\n"
        "    75001 Paris\n  iban:",
    )
    text += (
        "window: { start: '08:30', end: 17:00 }\n"
        "clients:\n  - client: 4012\n    hold_until: 2026-12-24\n    formality: tu\n"
        "invoices:\n  - { invoice: 0053, confirm: person }\n"
    )

    policy = load_rules(text).policy

    assert policy is not None
    assert policy.creditor.siren == "732829320"
    assert policy.creditor.phone == "0612345678"
    assert policy.creditor.address == "1 rue X\n75001 Paris\n"
    assert (policy.window.start, policy.window.end) == (time(8, 30), time(17))
    assert policy.clients[0] == p.ClientRule(
        "4012", hold_until=date(2026, 12, 24), formality=p.Formality.TU
    )
    assert policy.invoices[0].invoice == "0053"


def test_a_key_left_empty_is_as_if_it_were_not_written():
    policy = load_rules(RIGHT + "clients:\ncaps:\n  per_day:\nregion:\n").policy

    assert policy is not None
    assert (policy.clients, policy.caps, policy.region) == ((), p.Caps(), "france")


def test_a_byte_order_mark_is_no_mistake():
    assert told("\ufeff" + RIGHT) == []


@pytest.mark.parametrize("case", MISTAKES["syntax"])
def test_what_yaml_refuses_is_told_in_french(case):
    (mistake,) = told(case["text"])

    assert mistake.startswith(case["told"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 500, "1: trop de listes ou de sections imbriquées"),
        ("a: " + "x" * 1_000_000, "1: le fichier dépasse un million de caractères"),
    ],
)
def test_a_text_out_of_measure_is_refused(text, expected):
    assert told(text) == [expected]


def test_a_yaml_tag_and_a_list_as_a_key_are_refused():
    assert "2: scenario : un mot qui commence par « ! » est une étiquette YAML : " in (
        "\n".join(told("creditor: {}\nscenario: !standard x\n"))
    )
    assert told("? [1, 2]\n: 3\n")[0].startswith("1: une clé est un mot simple")


def test_a_bomb_of_anchors_is_refused_without_being_unfolded():
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]

    mistakes = told("\n".join(lines))

    assert any("les renvois YAML" in mistake for mistake in mistakes)
    assert len(mistakes) < 1000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_saved_by_any_editor_is_read(tmp_path, encoding):
    path = tmp_path / "rules.yaml"
    path.write_bytes(changed("Anne", "Anaïs").replace("\n", "\r\n").encode(encoding))

    assert read_rules(path).creditor.name == "Anaïs Duval Conseil"


def test_an_encoding_that_is_not_understood_is_told_with_its_line(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_bytes(changed("Anne", "Anaïs").encode("cp1252"))

    with pytest.raises(RulesError) as refused:
        read_rules(path)

    assert str(refused.value) == (
        "rules.yaml:2: accent illisible : enregistrez le fichier en UTF-8"
    )


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    (missing,) = load_file(tmp_path / "rules.yaml").errors
    (directory,) = load_file(tmp_path).errors

    assert "n’existe pas ; « relancebot init DOSSIER » en écrit un" in missing.text
    assert "ne peut pas être lu" in directory.text


def test_a_refused_file_gives_every_mistake_on_its_line(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_text(changed("after: 3,", "aftr: 3,"), encoding="utf-8")

    with pytest.raises(RulesError) as refused:
        read_rules(path)

    assert len(refused.value.errors) == len(str(refused.value).splitlines()) == 2


@given(st.text(max_size=200))
def test_no_text_makes_the_loader_fall(text):
    loaded = load_rules(text)

    assert loaded.policy is None
    assert loaded.errors


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, len(RIGHT)),
    st.integers(0, 12),
    st.text(alphabet="ab:-{}[]&*!|>'\"#,? \n\t0.é\\%@", max_size=6),
)
def test_no_slip_of_the_pen_makes_the_loader_fall(at, length, typed):
    loaded = load_rules(RIGHT[:at] + typed + RIGHT[at + length :])

    assert (loaded.policy is None) == bool(loaded.errors)
    assert all(error.line >= 1 and error.text for error in loaded.errors)
