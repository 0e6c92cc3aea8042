"""The table of mail faults names tests that exist."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = TESTS.parent / "docs" / "mail-faults.md"
_NAMED = re.compile(r"`([a-z_]+/[a-z_]+\.py)?(?:::)?(test_[a-z_]+)?(?:\[[^\]]*\])?`")


def test_every_test_that_the_table_names_exists() -> None:
    path, found = "", 0
    for match in _NAMED.finditer(TABLE.read_text("utf-8")):
        path = (match[1] or path).replace("j/", "journeys/", 1)
        if match[2]:
            found += 1
            assert f"def {match[2]}(" in (TESTS / path).read_text("utf-8"), match[2]
    assert found > 72


def test_every_fault_has_its_row() -> None:
    rows = re.findall(r"^\| (\d+) \|.*\|$", TABLE.read_text("utf-8"), re.MULTILINE)
    assert [int(row) for row in rows] == list(range(1, 73))
