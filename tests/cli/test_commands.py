"""The command line as a person uses it, in a directory made by ``init``."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from relancebot.cli import main
from relancebot.demo.servers import EmbeddedMail
from tests.journeys.world import (
    ENV,
    HEADER,
    INVOICE,
    KARINE,
    ME,
    OTHER,
    PASSWORD,
    write_rules,
)


@pytest.fixture
def servers() -> Iterator[EmbeddedMail]:
    with EmbeddedMail(dict.fromkeys((ME, KARINE), PASSWORD)) as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, servers: EmbeddedMail) -> Path:
    made = tmp_path / "relances"
    assert call(None, "init", str(made)).exit_code == 0
    always = {"start": "00:00", "end": "23:59", "worked_days_only": False}
    write_rules(made, servers, window=always, old_invoice_days=3650)
    return made


def call(home: Path | None, *arguments: str) -> Result:
    before = ["--dir", str(home)] if home else []
    return CliRunner().invoke(main, [*before, *arguments], env=ENV)


def as_json(home: Path, *arguments: str) -> Any:
    result = call(home, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def imported(home: Path, *rows: str) -> Path:
    path = home / "mes-factures.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    result = call(home, "import", str(path))
    assert result.exit_code == 0, result.output
    return path


def test_init_gives_what_an_operator_needs(tmp_path: Path) -> None:
    target = tmp_path / "neuf"
    result = call(None, "init", str(target))
    assert result.exit_code == 0, result.output
    names = {path.name for path in target.iterdir()}
    assert {"rules.yaml", "templates", "factures.csv", "rules.schema.json"} <= names
    assert list((target / "templates").glob("relance-1*.j2"))
    again = call(None, "init", str(target))
    assert again.exit_code == 2
    assert "rules.yaml" in again.output


def test_without_a_directory_it_says_what_to_do(tmp_path: Path) -> None:
    result = call(tmp_path, "status")
    assert result.exit_code != 0
    assert "relancebot init" in result.output


def test_rules_are_checked_all_at_once(home: Path) -> None:
    assert as_json(home, "rules")["ok"]
    rules = home / "rules.yaml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text + "\nnimporte: 1\nautre: 2\n", encoding="utf-8")
    result = call(home, "rules")
    assert result.exit_code == 2
    assert "nimporte" in result.output
    assert "autre" in result.output
    assert "rules.yaml:" in call(home, "status").output


def test_the_schema_is_printed_for_editors(home: Path) -> None:
    result = call(home, "rules", "--schema")
    assert json.loads(result.stdout)["additionalProperties"] is False


def test_a_template_with_an_unknown_variable(home: Path) -> None:
    template = home / "templates" / "relance-1.txt.j2"
    template.write_text("Objet : x\n\n{{ montant_du }}\n", encoding="utf-8")
    for command in (("rules",), ("run", "--once")):
        result = call(home, *command)
        assert result.exit_code == 2
        assert "relance-1.txt.j2:3" in result.output
        assert "montant_du" in result.output


def test_check_logs_in_and_says_so(home: Path) -> None:
    result = call(home, "check")
    assert result.exit_code == 0, result.output
    assert result.output.count("✓") == 2


def test_a_wrong_password_names_the_remedy_and_not_the_password(home: Path) -> None:
    wrong = {"RELANCEBOT_TEST": "mauvais-mot"}
    arguments = ["--dir", str(home), "check"]
    result = CliRunner().invoke(main, arguments, env=wrong)
    assert result.exit_code == 2
    assert "mot de passe" in result.output
    assert "mauvais-mot" not in result.output


def test_a_missing_password_names_the_variable(home: Path) -> None:
    result = CliRunner().invoke(
        main, ["--dir", str(home), "check"], env={"RELANCEBOT_TEST": None}
    )
    assert result.exit_code == 2
    assert "RELANCEBOT_TEST" in result.output


def test_import_previews_and_names_bad_rows(home: Path) -> None:
    path = home / "x.csv"
    bad = "2024-077;Atelier Lumen;31/02/2024;16/01/2024;10,00;a@b.example;pro\n"
    path.write_text(HEADER + INVOICE + bad, encoding="utf-8")
    preview = call(home, "import", str(path), "--preview")
    assert "2024-053" in preview.output
    assert not as_json(home, "status")["cases"]
    result = call(home, "import", str(path))
    assert result.exit_code == 1
    assert "x.csv:3" in result.output
    assert [case["number"] for case in as_json(home, "status")["cases"]] == ["2024-053"]
    again = json.loads(call(home, "import", str(path), "--json").stdout)
    assert again["unchanged"] == ["2024-053"]
    assert not again["new"]


def test_plan_then_run_then_show(home: Path, servers: EmbeddedMail) -> None:
    imported(home, INVOICE, OTHER)
    plan = as_json(home, "plan", "--days", "30")
    assert plan["coming"][0]["kind"] == "letter"
    assert set(plan["coming"][0]["cases"]) == {"2024-053", "2024-060"}
    text = call(home, "plan").output
    assert "2024-053" in text
    result = call(home, "run", "--once")
    assert result.exit_code == 0, result.output
    assert "Envoyé à" in result.output
    assert len(servers.sent) == 1
    assert call(home, "run", "--once").exit_code == 0
    assert len(servers.sent) == 1
    shown = as_json(home, "show", "2024-053")
    assert shown["standing_kind"] == "Reminding"
    assert shown["timeline"]
    assert "2024-053" in call(home, "show", "2024-053").output


def test_paid_hold_resume_pause(home: Path, servers: EmbeddedMail) -> None:
    imported(home, INVOICE, OTHER)
    assert as_json(home, "hold", "2024-060", "--until", "31/12/2099")["changed"]
    assert as_json(home, "show", "2024-060")["standing_kind"] == "Held"
    assert as_json(home, "resume", "2024-060")["changed"]
    assert as_json(home, "show", "2024-060")["standing_kind"] == "Reminding"
    assert as_json(home, "paid", "2024-053", "--amount", "1 000,50")["changed"]
    assert "16" in as_json(home, "show", "2024-053")["balance"]
    assert as_json(home, "paid", "2024-053")["changed"]
    assert as_json(home, "show", "2024-053")["standing_kind"] == "Settled"
    assert not as_json(home, "paid", "2024-053")["changed"]
    assert as_json(home, "pause") == {"paused": True}
    assert call(home, "run", "--once").exit_code == 0
    assert not servers.sent
    assert as_json(home, "status")["paused_since"]
    assert as_json(home, "pause", "--off") == {"paused": False}


def test_an_unknown_number_is_told(home: Path) -> None:
    for command in (["show"], ["paid"], ["resume"], ["hold"], ["review"]):
        result = call(home, *command, "2099-999")
        assert result.exit_code == 2
        assert "2099-999" in result.output


def test_review_lists_shows_and_answers(home: Path) -> None:
    rules = home / "rules.yaml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("old_invoice_days: 3650", "old_invoice_days: 30"))
    path = home / "x.csv"
    path.write_text(HEADER + INVOICE, encoding="utf-8")
    result = call(home, "import", str(path))
    assert "attend" in result.output
    (item,) = as_json(home, "review")
    assert item["kind"] == "old_invoice"
    assert not as_json(home, "plan")["coming"]
    assert item["id"] in call(home, "review").output
    assert "--promise" in call(home, "review", item["id"]).output
    both = call(home, "review", item["id"], "--paid", "--nothing")
    assert both.exit_code == 2
    done = as_json(home, "review", item["id"], "--accept")
    assert done["changed"]
    assert not as_json(home, "review")
    assert as_json(home, "plan")["coming"]


@pytest.mark.parametrize("word", ["lundi", "2024-13-01", "31/02/2024"])
def test_a_day_that_is_none(home: Path, word: str) -> None:
    result = call(home, "hold", "x", "--until", word)
    assert result.exit_code == 2
    assert word in result.output


def test_the_command_line_speaks_french(home: Path) -> None:
    helped = call(home, "review", "--help").output
    assert helped.startswith("Emploi :")
    assert "Affiche cette aide." in helped
    for arguments in (["nope"], ["paid"], ["plan", "--days", "x"], ["plan", "--x"]):
        said = call(home, *arguments).output
        assert "Erreur :" in said
        assert not {"Usage", "Error", "Try", "Missing"} & set(said.split())


def test_the_daemon_runs_until_it_is_told_to_stop(
    home: Path, servers: EmbeddedMail
) -> None:
    imported(home, INVOICE)
    command = [sys.executable, "-m", "relancebot", "--dir", str(home), "run"]
    with subprocess.Popen(
        command,
        env={**os.environ, **ENV},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as daemon:
        for _ in range(600):
            if servers.sent:
                break
            time.sleep(0.1)
        second = call(home, "run", "--once")
        daemon.send_signal(signal.SIGTERM)
        said, _ = daemon.communicate(timeout=60)
    assert daemon.returncode == 0, said
    assert len(servers.sent) == 1
    assert second.exit_code == 2
    assert "tourne déjà" in second.output
