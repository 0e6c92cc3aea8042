"""The filter ``read --jsonl``: one line in, one line out, whatever the line."""

import base64
import json
import subprocess
import sys

from click.testing import CliRunner

from relancebot.cli.read import answer_mail, dates_command, filter_lines, read_command

MAIL = (
    "From: Client <c@client.example>\nTo: moi@consultant.example\n"
    "Subject: Re: Facture 2026-053\n\nJe vous règle la 053 lundi, 500 €.\n"
)
REQUEST = {
    "id": "a",
    "received": "2026-03-12T10:24:00+01:00",
    "raw": MAIL,
    "invoices": [{"number": "2026-053", "amount": "1000.00", "currency": "EUR"}],
}
KEYS = {
    "id", "kind", "labels", "promises", "dispute", "paid_on", "return_date", "contact",
    "review", "text", "language", "confidence", "why", "claims", "bounce",
}  # fmt: skip


def lines(*requests):
    return [
        one if isinstance(one, bytes) else json.dumps(one).encode() for one in requests
    ]


def test_a_mail_is_answered_with_every_key():
    (line,) = filter_lines(lines(REQUEST), answer_mail)
    answer = json.loads(line)
    assert set(answer) == KEYS
    promise = answer["promises"][0]
    assert promise["by"] == "2026-03-16"
    assert promise["amount"] == "500.00"
    assert promise["invoice"] == "2026-053"
    assert promise["quote"] in answer["text"]


def test_bytes_may_stand_in_place_of_text():
    encoded = base64.b64encode(MAIL.encode("utf-8")).decode()
    request = {key: value for key, value in REQUEST.items() if key != "raw"}
    (line,) = filter_lines(lines({**request, "raw_b64": encoded}), answer_mail)
    assert json.loads(line)["promises"]


def test_a_bad_line_is_answered_and_the_others_go_on():
    bad = [
        b"{",
        b"[]",
        b'{"id": "x"}',
        b'{"id": "y", "received": "jamais", "raw": ""}',
        b'{"id": "z", "received": null, "raw": 3}',
        b"\xff\xfe",
        b'{"id": "w", "raw": "", "invoices": [3, {"number": "1", "amount": "x"}]}',
    ]
    answers = [
        json.loads(line) for line in filter_lines([*bad, *lines(REQUEST)], answer_mail)
    ]
    assert len(answers) == len(bad) + 1
    assert all(answer["review"] for answer in answers[:-1])
    assert answers[-1]["promises"]


def test_the_commands_read_files_and_streams(tmp_path):
    path = tmp_path / "reponse.eml"
    path.write_text("Date: Thu, 12 Mar 2026 10:24:00 +0100\n" + MAIL, "utf-8")
    runner = CliRunner()
    shown = runner.invoke(read_command, [str(path)])
    assert shown.exit_code == 0
    assert "16/03/2026" in shown.output
    tree = runner.invoke(read_command, ["--explain", str(path)])
    assert "engagement" in tree.output
    machine = runner.invoke(read_command, ["--json", str(path)])
    assert json.loads(machine.output)["labels"] == ["promise"]
    stream = runner.invoke(read_command, ["--jsonl"], input=json.dumps(REQUEST) + "\n")
    assert json.loads(stream.output)["id"] == "a"
    ask = {"id": "d", "ref": "2026-03-12", "text": "je vous règle lundi"}
    dates = runner.invoke(dates_command, ["--jsonl"], input=json.dumps(ask) + "\n")
    assert json.loads(dates.output)["end"] == "2026-03-16"


def test_importing_the_reader_loads_no_heavy_library():
    code = (
        "import sys, relancebot.reading, relancebot.cli.read;"
        "print([n for n in ('spacy', 'dateparser', 'rich') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
