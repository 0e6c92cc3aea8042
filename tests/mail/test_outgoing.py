"""A letter's bytes: what every mail program reads, and nobody can bend."""

import email
import email.header
import email.policy
import email.utils
from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relancebot.domain.message import Address
from relancebot.mail.outgoing import compose, envelope_address, new_message_id

JEANNE = Address("jeanne@conseil.test", "Jeanne Martin")
CLIENT = Address("compta@client.test", "Comptabilité")
PARIS = timezone(timedelta(hours=1))
OUTLOOK = f"<{'P' * 60}@{'e' * 18}.eurprd.outlook.com>"


def letter(**changes: Any) -> bytes:
    fields: dict[str, Any] = {
        "sender": JEANNE,
        "to": [CLIENT],
        "subject": "Facture F2026-012",
        "text": "Bonjour,\n\nMerci.\n",
        "message_id": "<r7k2@conseil.test>",
        "date": datetime(2026, 3, 2, 9, 30, tzinfo=PARIS),
    }
    return compose(**(fields | changes))


def read(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def body(raw: bytes) -> str:
    part = read(raw).get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def lines(raw: bytes) -> list[bytes]:
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    return raw.split(b"\r\n")


def test_a_plain_letter_is_read_back_as_written():
    raw = letter()
    message = read(raw)
    assert message["From"] == "Jeanne Martin <jeanne@conseil.test>"
    assert message["To"] == "Comptabilité <compta@client.test>"
    assert message["Subject"] == "Facture F2026-012"
    assert message["Date"].datetime == datetime(2026, 3, 2, 9, 30, tzinfo=PARIS)
    assert message["Message-ID"] == "<r7k2@conseil.test>"
    assert message.get_content_type() == "text/plain"
    assert body(raw) == "Bonjour,\n\nMerci.\n"


def test_the_same_letter_gives_the_same_bytes():
    parts = {
        "html": "<p>Bonjour</p>",
        "attachments": [("f.pdf", "application/pdf", b"%")],
    }
    assert letter(**parts) == letter(**parts)


def test_ids_of_outlook_stay_as_they_are():
    raw = letter(in_reply_to=OUTLOOK, references=["<a@x.test>", OUTLOOK])
    assert f"In-Reply-To: {OUTLOOK}\r\n".encode() in raw
    assert f"References: <a@x.test>\r\n {OUTLOOK}\r\n".encode() in raw


def test_the_answered_mail_is_the_last_reference():
    raw = letter(in_reply_to="<b@x>", references=["<a@x>", "<b@x>", "<c@x>", "<a@x>"])
    assert read(raw)["References"] == "<a@x> <c@x> <b@x>"
    assert read(letter(in_reply_to="<b@x>"))["References"] == "<b@x>"


def test_a_long_thread_keeps_its_root_and_its_end():
    ids = [f"<{n}@x>" for n in range(100)]
    kept = str(read(letter(references=ids))["References"]).split()
    assert kept == ["<0@x>", *ids[-20:]]


@pytest.mark.parametrize(
    "broken", ["", "sans-chevrons@x", "<à@x>", "<a b@x>", f"<{'a' * 900}@x>", "<>"]
)
def test_ids_that_no_program_reads_are_left_out(broken: str):
    raw = letter(in_reply_to=broken, references=[broken, "<a@x>"])
    message = read(raw)
    assert message["References"] == "<a@x>"
    assert message["In-Reply-To"] is None


@pytest.mark.parametrize("evil", ["\r\n", "\n", "\r", "\x00", "\x0b", "\u2028", "\x85"])
@pytest.mark.parametrize(
    "where",
    [
        lambda evil: {"subject": f"Facture{evil}Bcc: autre@x.test"},
        lambda evil: {"sender": Address("a@x.test", f"Jeanne{evil}Bcc: b@x.test")},
        lambda evil: {"to": [Address(f"a@x.test{evil}", "")]},
        lambda evil: {"cc": [Address("a@x.test", f"x{evil}y")]},
        lambda evil: {"reply_to": Address("a@x.test", f"x{evil}y")},
        lambda evil: {"message_id": f"<a{evil}@x>"},
        lambda evil: {"in_reply_to": f"<a@x>{evil}Bcc: b@x.test"},
        lambda evil: {"references": [f"<a@x>{evil}<b@x>"]},
        lambda evil: {"headers": {"X-Dossier": f"a{evil}b"}},
        lambda evil: {"headers": {f"X-Dossier{evil}": "a"}},
        lambda evil: {"attachments": [(f"f{evil}.pdf", "application/pdf", b"%")]},
    ],
)
def test_a_line_break_in_a_header_is_refused(where: Any, evil: str):
    with pytest.raises(ValueError, match=r"caractère de contrôle|en-tête"):
        letter(**where(evil))


@pytest.mark.parametrize(
    "name", ["To", "bcc", "Subject", "X Dossier", "", "Content-Type"]
)
def test_a_further_header_does_not_replace_ours(name: str):
    with pytest.raises(ValueError, match="en-tête"):
        letter(headers={name: "x"})


@pytest.mark.parametrize(
    "name",
    [
        "Dupont, Jean",
        'Jean "JJ" Dupont',
        "O’Neil & fils (Paris)",
        "Société Générale, Ingénierie; Conseil <Paris>",
        "Compagnie d’entretien et de rénovation du bâtiment, établissement de Rouen",
        "=?utf-8?q?faux?=",
        "back\\slash",
    ],
)
def test_names_of_every_kind_are_one_name(name: str):
    raw = letter(to=[Address("a@x.test", name), CLIENT])
    assert all(len(line) <= 78 for line in lines(raw))
    old = email.message_from_bytes(raw)["To"]
    found = email.utils.getaddresses([old.replace("\r\n", "")])
    assert [address for _, address in found] == ["a@x.test", "compta@client.test"]
    decoded = email.header.make_header(email.header.decode_header(found[0][0]))
    assert str(decoded) == name


def test_long_french_subjects_are_encoded_and_folded():
    subject = (
        "Relance amicale : facture F2026-012 échue le 12 mars 2026 — montant restant "
        "dû 12 345,67 € (merci de votre retour avant la clôture de l’exercice)"
    )
    raw = letter(subject=subject)
    assert raw.isascii()
    assert all(len(line) <= 78 for line in lines(raw))
    assert read(raw)["Subject"] == subject


@pytest.mark.parametrize(
    "subject", ["mot " * 90, "a" * 3000, "=?utf-8?q?x?=", " x ", ""]
)
def test_odd_subjects_are_read_back(subject: str):
    raw = letter(subject=subject)
    assert all(len(line) <= 998 for line in lines(raw))
    assert read(raw)["Subject"] == subject.strip()


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=300)
)
def test_any_subject_is_read_back(subject: str):
    raw = letter(subject=subject)
    assert raw.isascii()
    assert all(len(line) <= 998 for line in lines(raw))
    decoded = email.header.decode_header(email.message_from_bytes(raw)["Subject"])
    assert str(email.header.make_header(decoded)).replace("\r\n", "") == subject.strip()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_any_text_is_read_back(text: str):
    raw = letter(text=text)
    assert raw.isascii()
    assert all(len(line) <= 78 for line in lines(raw))
    payload = email.message_from_bytes(raw).get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().splitlines() == (text.splitlines() or [""])


def test_what_utf8_cannot_carry_does_not_stop_a_letter():
    assert body(letter(text="a\ud800b\0c")) == "a?bc\n"


def test_words_dress_and_files_stand_in_the_usual_order():
    raw = letter(
        html="<p>Échéance</p>",
        attachments=[
            ("facture été n° 12.pdf", "application/pdf", b"%PDF-1.7"),
            ("lignes.csv", "text/csv", "é;1\n".encode()),
            ("reponse.eml", "message/rfc822", b"Subject: x\r\n\r\n"),
            ("sans-type", "", b"x"),
        ],
    )
    assert all(len(line) <= 78 for line in lines(raw))
    message = read(raw)
    assert message.get_content_type() == "multipart/mixed"
    html = message.get_body(("html",))
    assert html is not None
    assert html.get_content().strip() == "<p>Échéance</p>"
    assert body(raw) == "Bonjour,\n\nMerci.\n"
    files = list(message.iter_attachments())
    assert [part.get_filename() for part in files] == [
        "facture été n° 12.pdf",
        "lignes.csv",
        "reponse.eml",
        "sans-type",
    ]
    assert [part.get_payload(decode=True) for part in files] == [
        b"%PDF-1.7",
        "é;1\n".encode(),
        b"Subject: x\r\n\r\n",
        b"x",
    ]
    assert [part.get_content_type() for part in files] == [
        "application/pdf",
        "text/csv",
        "application/octet-stream",
        "application/octet-stream",
    ]


def test_accented_domains_become_ascii():
    raw = letter(sender=Address("jeanne@société.test", "Jeanne"))
    assert b"<jeanne@xn--socit-esab.test>" in raw
    assert envelope_address("jeanne@Société.test") == "jeanne@xn--socit-esab.test"
    assert new_message_id("a.1", "société.test") == "<a.1@xn--socit-esab.test>"


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "jeanne",
        "@x.test",
        "a@",
        "a b@x.test",
        "a@x..test",
        ".a@x.test",
        "a@b@c d",
        "a@x.test>, <b@x.test",
        "a@x.test, b@x.test",
        '"a"@x.test',
        f"{'a' * 65}@x.test",
    ],
)
def test_what_is_no_address_is_refused(wrong: str):
    with pytest.raises(ValueError, match="valable"):
        letter(to=[Address(wrong)])


def test_a_letter_needs_a_recipient_a_zone_and_an_id():
    with pytest.raises(ValueError, match="aucun destinataire"):
        letter(to=[])
    with pytest.raises(ValueError, match="fuseau"):
        letter(date=datetime(2026, 3, 2))  # noqa: DTZ001 - the fault under test
    with pytest.raises(ValueError, match="identifiant"):
        letter(message_id="r7k2")
    with pytest.raises(ValueError, match="identifiant"):
        new_message_id("a b", "conseil.test")


def test_dates_keep_their_zone():
    assert b"Date: Mon, 02 Mar 2026 09:30:00 +0100\r\n" in letter()
    utc = letter(date=datetime(2026, 3, 2, 8, 30, tzinfo=UTC))
    assert b"Date: Mon, 02 Mar 2026 08:30:00 +0000\r\n" in utc
