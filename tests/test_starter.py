"""The operator's directory: everything to start from, and nothing overwritten."""

import stat
from importlib.resources import files
from pathlib import Path

import pytest

from relancebot.rules import load_file
from relancebot.starter import StarterError, create_directory, starter


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_directory_holds_all_that_an_operator_needs(tmp_path):
    target = tmp_path / "dossiers" / "relances"

    written = create_directory(target)

    assert written[0] == "rules.yaml"
    assert written[-2:] == ["factures.csv", ".gitignore"]
    assert all((target / name).is_file() for name in written)
    assert (target / "templates").is_dir() == any(
        name.startswith("templates/") for name in written
    )
    assert not [name for name in written if "/." in name]


def test_every_letter_of_the_starter_is_copied_as_it_is(tmp_path):
    create_directory(tmp_path / "x")
    letters = [
        path
        for path in Path(str(starter() / "templates")).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    ]

    for letter in letters:
        name = letter.relative_to(Path(str(starter())))
        assert (tmp_path / "x" / name).read_bytes() == letter.read_bytes()


def test_only_the_owner_may_read_the_directory(tmp_path):
    target = tmp_path / "x"

    for name in create_directory(target):
        assert mode(target / name) == 0o600
        assert mode((target / name).parent) == 0o700


def test_the_rules_of_a_new_directory_can_be_used_at_once(tmp_path):
    create_directory(tmp_path / "x")

    loaded = load_file(tmp_path / "x" / "rules.yaml")

    assert loaded.errors == ()
    assert loaded.policy is not None
    assert any("adresse d’exemple" in notice.text for notice in loaded.notices)


def test_the_sample_of_invoices_writes_to_nobody():
    """Addresses under « .example » can never be delivered (RFC 2606)."""
    sample = (files("relancebot") / "data" / "factures.csv").read_text("utf-8")

    rows = [line.split(";") for line in sample.splitlines()]

    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 2
    assert all(row[2].endswith(".example") for row in rows[1:])


def test_other_files_are_written_with_the_rest(tmp_path):
    written = create_directory(tmp_path / "x", {"rules.schema.json": "{}"})

    assert written[-1] == "rules.schema.json"
    assert (tmp_path / "x" / "rules.schema.json").read_text() == "{}"


def test_an_existing_directory_is_completed(tmp_path):
    (tmp_path / "notes.txt").write_text("à moi")

    create_directory(tmp_path)

    assert (tmp_path / "notes.txt").read_text() == "à moi"
    assert (tmp_path / "rules.yaml").exists()


@pytest.mark.parametrize("name", ["rules.yaml", "factures.csv", ".gitignore"])
def test_no_file_is_ever_overwritten(tmp_path, name):
    (tmp_path / name).write_text("à moi")

    with pytest.raises(
        StarterError, match=r"contient déjà .*rien n’a été écrit"
    ) as told:
        create_directory(tmp_path)

    assert name in str(told.value)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "à moi"


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "rules.yaml").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(StarterError, match=r"rules\.yaml"):
        create_directory(tmp_path / "x")

    assert not (tmp_path / "elsewhere").exists()


def test_a_file_is_not_taken_for_a_directory(tmp_path):
    (tmp_path / "x").write_text("à moi")

    with pytest.raises(StarterError, match="n’est pas un dossier"):
        create_directory(tmp_path / "x")


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "x").write_text("à moi")

    with pytest.raises(StarterError, match="ne peut pas être écrit"):
        create_directory(tmp_path / "x" / "y")
