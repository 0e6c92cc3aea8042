"""The house's own rules: floors, light imports, lists that must not drift apart."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_floors_and_contracts() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": "src"},
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "code",
    [
        "import relancebot.cli, relancebot.cli.look, relancebot.journeys.views",
        "from relancebot.cli import main; main(['--help'], standalone_mode=False)",
        "import relancebot.reading",
        "import relancebot.daemon",
    ],
)
def test_the_heavy_libraries_wait_until_a_mail_is_read(code: str) -> None:
    script = (
        f"{code}\nimport sys\n"
        "heavy = {'spacy', 'dateparser', 'thinc'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_lock_names_no_index_and_hashes_everything() -> None:
    lock = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in lock
    pins = [line for line in lock.splitlines() if "==" in line]
    assert pins
    assert all(line.endswith("\\") for line in pins)


def test_the_lock_holds_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    wanted = list(project["project"]["dependencies"])
    for group in project["dependency-groups"].values():
        wanted += [one for one in group if isinstance(one, str)]
    names = {one.partition(">")[0].partition("[")[0] for one in wanted}
    locked = {line.partition("==")[0] for line in lock.splitlines()}
    assert names <= locked


def test_readme_commands_exist() -> None:
    from relancebot.cli import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = readme.split("```")[1::2]
    named = {
        line.split()[1]
        for block in blocks
        for line in block.splitlines()
        if line.startswith("relancebot ")
    }
    assert named, "the README shows no command"
    assert named <= set(COMMANDS)
