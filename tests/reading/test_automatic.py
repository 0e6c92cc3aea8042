"""Who wrote: a delivery system, an answering machine, or a person."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relancebot.domain.reading import Kind
from relancebot.mail.message import parse_message
from relancebot.reading.automatic import Sort, automatic
from relancebot.reading.own_words import own_words

LETTERS = Path(__file__).parent / "letters"
WHO = "Paul Durand <paul@debtor.example>"


def _letters(name):
    return json.loads((LETTERS / f"{name}.json").read_text(encoding="utf-8"))


def _read(body, subject="Re: Facture 2026-01", sender=WHO, headers=""):
    head = f"From: {sender}\nTo: moi@consultant.example\nSubject: {subject}\n"
    raw = f"{head}{headers}Date: Thu, 12 Mar 2026 10:24:00 +0100\n\n{body}"
    message = parse_message(raw.encode())
    return automatic(message, own_words(message))


# ---- letters that came back -------------------------------------------------------

DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.example>"
NULL = "Return-Path: <>\n"

BOUNCES = _letters("bounces")


@pytest.mark.parametrize("case", BOUNCES, ids=lambda case: case["name"])
def test_letters_that_came_back(case):
    found = _read(case["body"], case["subject"], case["sender"], case["headers"])
    assert found is not None
    assert (found.kind, found.sort) == (Kind.BOUNCE, Sort.BOUNCE)
    assert found.bounce is not None
    assert list(found.bounce.recipients) == case["recipients"]
    assert found.bounce.hard is case["hard"]
    assert found.why
    assert found.why[0].startswith("Avis de non-remise")


def _report(action, status, diagnostic="", text="Sorry.", original=""):
    return (
        "multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n"
        f"{text}\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: "
        f"dns; mx\n"
        f"\nFinal-Recipient: rfc822; paul@debtor.example\nAction: {action}\nStatus:"
        f" {status}\nDiagnostic-Code: smtp; {diagnostic}\n\n--b\nContent-Type:"
        f" message/rfc822\n\n{original}\n--b--\n"
    )


@pytest.mark.parametrize(
    ("action", "status", "diagnostic", "hard"),
    [
        ("failed", "5.1.1", "550 5.1.1 user unknown", True),
        ("failed", "5.1.1", "", True),
        ("failed", "5.1.2", "", True),
        ("failed", "5.1.10", "", True),
        ("failed", "5.2.1", "", True),
        ("failed", "5.4.4", "", True),
        ("failed", "5.0.0", "550 user unknown", True),
        (
            "failed",
            "5.5.0",
            "550 Requested action not taken: mailbox unavailable",
            True,
        ),
        ("failed", "5.5.0", "554 transaction failed", False),
        ("failed", "5.2.2", "552 5.2.2 mailbox full", False),
        ("failed", "5.1.1", "552 5.2.2 mailbox full", False),
        ("failed", "5.7.1", "554 5.7.1 message contains spam", False),
        ("failed", "5.4.7", "delivery time expired", False),
        ("failed", "4.4.7", "message expired", False),
        ("failed", "4.2.2", "over quota", False),
        ("failed", "5.3.4", "552 message too large", False),
        ("delayed", "4.4.1", "connection timed out", False),
        ("delayed", "5.1.1", "user unknown", False),
    ],
)
def test_an_address_is_dead_by_code_and_by_words(action, status, diagnostic, hard):
    found = _read(
        "",
        "Undelivered",
        DAEMON,
        "MIME-Version: 1.0\nContent-Type: " + _report(action, status, diagnostic),
    )
    assert found is not None
    assert found.bounce is not None
    assert found.bounce.hard is hard
    assert found.bounce.recipients == ("paul@debtor.example",)


def test_a_report_of_good_delivery_is_a_receipt():
    found = _read("", "Relayed", DAEMON, "Content-Type: " + _report("relayed", "2.0.0"))
    assert found is not None
    assert (found.kind, found.sort) == (Kind.AUTO_REPLY, Sort.RECEIPT)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("In-Reply-To: <r1@consultant.example>\n", "550 5.1.1 user unknown"),
        (
            "",
            "550 user unknown\n\n--- Original ---\nMessage-ID: <r1@consultant.example>",
        ),
        ("", "550 user unknown\n\n> Message-Id:   <r1@consultant.example>"),
        ("", "550 user unknown\n\nMessage-ID:\n <r1@consultant.example>\n"),
    ],
)
def test_the_id_of_the_letter_that_came_back_is_found_anywhere(headers, body):
    found = _read(body, "failure notice", DAEMON, NULL + headers)
    assert found is not None
    assert found.bounce is not None
    assert found.bounce.original_message_id == "<r1@consultant.example>"


def test_the_id_stands_in_the_enclosed_letter():
    original = "From: moi@consultant.example\nMessage-ID: <r1@consultant.example>\n\nx"
    found = _read(
        "",
        "Undelivered",
        DAEMON,
        "Content-Type: " + _report("failed", "5.1.1", original=original),
    )
    assert found is not None
    assert found.bounce is not None
    assert found.bounce.original_message_id == "<r1@consultant.example>"


# ---- machines that answer ---------------------------------------------------------

AUTO = "Auto-Submitted: auto-replied\n"
AWAY = "Je suis absent jusqu'au 17 avril inclus.\n\nPaul"

ANSWERS = _letters("answering_machines")


@pytest.mark.parametrize("case", ANSWERS, ids=lambda case: case["name"])
def test_machines_that_answer(case):
    found = _read(case["body"], case["subject"], WHO, case["headers"])
    assert found is not None
    assert (found.kind, found.sort) == (Kind.AUTO_REPLY, Sort(case["sort"]))
    assert found.bounce is None
    assert found.why[0].endswith(".")
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", found.rule)


@pytest.mark.parametrize(
    ("kind", "sort"),
    [
        ("disposition-notification", Sort.RECEIPT),
        ("feedback-report", Sort.COMPLAINT),
    ],
)
def test_reports_that_are_not_of_delivery(kind, sort):
    found = _read(
        "",
        "Lu : Facture",
        WHO,
        f"Content-Type: multipart/report; report-type={kind}; boundary=b\n\n--b\n\nx\n"
        f"--b\nContent-Type: message/{kind}\n\nx: y\n--b--\n",
    )
    assert found is not None
    assert (found.kind, found.sort) == (Kind.AUTO_REPLY, sort)


def _invitation(words):
    return (
        "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n"
        f"{words}\n--b\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n"
        "--b--\n"
    )


def test_an_answer_of_a_diary_is_no_answer_to_a_reminder():
    found = _read("", "Accepté : Point facture", WHO, _invitation(""))
    assert found is not None
    assert found.sort is Sort.CALENDAR


def test_words_written_with_an_answer_of_a_diary_are_heard():
    words = "Entendu pour jeudi. Par ailleurs le virement de votre facture part lundi."
    assert _read("", "RE: Point facture", WHO, _invitation(words)) is None


# ---- an absence known by its words alone ------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        (
            "Bonjour,\n\nJe suis absent du bureau jusqu'au 17 avril.\n"
            "En cas d'urgence,"
            " contactez ma collègue Marie (marie@x.example).\n\nPaul Durand"
        ),
        (
            "Je suis actuellement en congés et serai de retour le lundi 25 août. Votre"
            " message sera lu à mon retour."
        ),
        (
            "Thank you for your email. I am out of the office until Monday, 27 October"
            " with limited access to email. For urgent matters please contact Jane."
        ),
        (
            "Actuellement en déplacement, je n'ai qu'un accès limité à ma messagerie."
            " Je vous répondrai à mon retour le 3 mai."
        ),
        (
            "Bonjour,\nNotre cabinet est fermé du 1er au 15 août inclus. Nous"
            " traiterons votre message dès notre retour."
        ),
    ],
)
def test_an_absence_is_known_by_words_that_only_a_machine_writes(body):
    found = _read(body, "Facture 2026-01")
    assert found is not None
    assert found.sort is Sort.OUT_OF_OFFICE


# ---- people -----------------------------------------------------------------------

PEOPLE = _letters("people")


@pytest.mark.parametrize("case", PEOPLE, ids=lambda case: case["name"])
def test_people_are_heard(case):
    assert _read(case["body"], case["subject"], WHO, case["headers"]) is None


def test_a_person_behind_a_no_reply_address_is_heard():
    sender = "Comptabilité <noreply-compta@debtor.example>"
    assert _read("Votre facture sera payée le 15.", "Re: Facture", sender) is None


def test_an_absence_that_quotes_our_letter_is_still_an_absence():
    body = (
        f"{AWAY}\n\nLe 12/03/2026 à 10:00, Claire a écrit :\n"
        "> Vous aviez dit : je paierai vendredi.\n"
    )
    found = _read(body, "Réponse automatique : Facture", WHO, AUTO)
    assert found is not None
    assert found.sort is Sort.OUT_OF_OFFICE


@given(st.text(max_size=300), st.text(alphabet="abc: éRéponse-", max_size=40))
def test_any_words_give_an_answer(body, subject):
    found = _read(body, subject.replace("\n", " "))
    assert found is None or found.why


@pytest.mark.parametrize(
    "body",
    [
        "user " * 60_000,
        "<a@b.fr\n" * 40_000,
        "a@a-" * 75_000,
        "je suis " * 40_000,
        "mailbox unknown " * 20_000,
        " " * 300_000,
        "the mailbox " + "x" * 300_000,
    ],
)
def test_monsters_end(body):
    # The runner's own time limit is what a super-linear rule would meet.
    found = _read(body, "failure notice", DAEMON, NULL)
    assert found is not None
    assert found.bounce is not None
    assert len(found.bounce.diagnostic) <= 300


@pytest.mark.parametrize(
    ("sender", "subject", "headers", "body", "rule"),
    [
        (DAEMON, "通知", "", "ご連絡", "bounce.mailer"),
        ("postmaster@mx.example", "通知", NULL, "ご連絡", "bounce.daemon_null"),
        (WHO, "Undeliverable: Facture", NULL, "x", "bounce.subject"),
        (WHO, "Undeliverable: Facture", AUTO, "x", "bounce.subject"),
        (WHO, "Facture", NULL, "550 5.1.1 user unknown", "bounce.null_sender"),
        (WHO, "Undeliverable: F", "", "550 5.1.1 user unknown", "bounce.words"),
    ],
)
def test_a_report_is_known_by_what_it_has(sender, subject, headers, body, rule):
    found = _read(body, subject, sender, headers)
    assert found is not None
    assert found.rule == rule


def test_a_postmaster_may_be_a_person():
    sender = "postmaster@debtor.example"
    assert _read("Le virement part lundi.", "Re: Facture", sender) is None


@pytest.mark.parametrize(
    "headers",
    [
        "Delivered-To: autoresponder@x.example\n",
        "X-MS-Exchange-Inbox-Rules-Loop: paul@debtor.example\n",
        "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent\n",
        "Preference: auto_reply\n",
    ],
)
def test_rarer_marks_of_answering_machines(headers):
    found = _read(AWAY, "Re: Facture", WHO, headers)
    assert found is not None
    assert found.sort is Sort.OUT_OF_OFFICE


def test_a_rule_of_a_mailbox_that_forwards_a_person_s_words_is_no_machine():
    headers = "X-MS-Exchange-Inbox-Rules-Loop: paul@debtor.example\n"
    assert _read("Le virement part lundi.", "Re: Facture", WHO, headers) is None
