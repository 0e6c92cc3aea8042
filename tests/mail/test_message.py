"""Any bytes become a message; what a server sends every day becomes the right one."""

import base64
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relancebot.domain.message import Address
from relancebot.mail.message import UNKNOWN_DAY, parse_message

DAY = datetime(2026, 3, 12, 9, 24, tzinfo=UTC)
HEAD = (
    b"From: Karine Roussel <K.Roussel@Atelier-Lumen.example>\r\n"
    b"To: moi@consultant.example\r\n"
    b"Subject: RE: Facture\r\n"
    b"Date: Thu, 12 Mar 2026 10:24:00 +0100\r\n"
    b"Message-ID: <abc@atelier-lumen.example>\r\n"
)


def _parse(rest, head=HEAD, **kwargs):
    return parse_message(head + rest, **kwargs)


def _body(content, content_type="text/plain; charset=utf-8", encoding=""):
    extra = f"Content-Transfer-Encoding: {encoding}\r\n" if encoding else ""
    start = f"Content-Type: {content_type}\r\n{extra}\r\n".encode()
    return _parse(start + content)


def _parts(*parts, kind="mixed"):
    body = b"".join(b"--=_b\r\n" + part + b"\r\n" for part in parts)
    start = f'Content-Type: multipart/{kind}; boundary="=_b"\r\n\r\n'.encode()
    return _parse(start + b"preamble\r\n" + body + b"--=_b--\r\nepilogue")


PLAIN = b"Content-Type: text/plain; charset=utf-8\r\n\r\nLe virement part lundi."
HTML = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>Le virement part lundi.</p>"


def test_a_plain_letter():
    message = _parse(
        b"In-Reply-To: <r1@consultant.example>\r\n"
        b"References: <r0@consultant.example>\r\n <r1@consultant.example>\r\n"
        b"Cc: Compta <compta@x.example>, b@x.example\r\n"
        b"Reply-To: autre@x.example\r\n"
        b"\r\nLe virement part lundi.\r\n"
    )
    assert message.message_id == "<abc@atelier-lumen.example>"
    assert message.sender == Address(
        "k.roussel@atelier-lumen.example", "Karine Roussel"
    )
    assert message.subject == "RE: Facture"
    assert message.text == "Le virement part lundi."
    assert message.in_reply_to == ("<r1@consultant.example>",)
    assert message.references == ("<r0@consultant.example>", "<r1@consultant.example>")
    assert [a.email for a in message.cc] == ["compta@x.example", "b@x.example"]
    assert message.reply_to[0].email == "autre@x.example"
    assert message.received == DAY
    assert message.problems == ()


def test_the_standard_library_s_own_letters_are_read():
    letter = EmailMessage()
    letter["From"] = "Élodie <elodie@x.example>"
    letter["Subject"] = "Réglé à l’échéance, " * 8
    letter.set_content("Réglé.\n", cte="base64")
    letter.add_alternative("<p>Réglé.</p>", subtype="html")
    letter.add_attachment(
        b"%PDF", maintype="application", subtype="pdf", filename="é.pdf"
    )
    message = parse_message(letter.as_bytes(), DAY)
    assert message.subject == ("Réglé à l’échéance, " * 8).strip()
    assert message.sender.name == "Élodie"
    assert message.text == "Réglé."
    assert "<p>Réglé.</p>" in message.html
    assert [(a.name, a.content_type) for a in message.attachments] == [
        ("é.pdf", "application/pdf")
    ]


# ---- charsets -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("iso-8859-1", "latin-1"),
        ("iso-8859-15", "iso-8859-15"),
        ("windows-1252", "cp1252"),
        ("UTF-8", "utf-8"),
        ("utf8", "utf-8"),
        ("x-unknown", "cp1252"),
        ("unknown-8bit", "utf-8"),
        ("cp-850", "cp850"),
        ("us-ascii", "utf-8"),
        ("us-ascii", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("utf-16", "utf-16"),
        ("rot13", "utf-8"),
        ("base64", "utf-8"),
        ("'utf-8'", "utf-8"),
        ("", "cp1252"),
    ],
)
def test_words_are_readable_under_any_label(label, codec):
    text = "Réglé à échéance, merci"
    message = _body(text.encode(codec), f'text/plain; charset="{label}"')
    assert message.text == text


def test_nuls_are_dropped():
    assert _body(b"pay\x00\xc3\xa9").text == "payé"


@pytest.mark.parametrize(
    ("encoding", "raw"),
    [
        ("quoted-printable", b"R=C3=A9gl=C3=A9 lun=\r\ndi =3D 3"),
        ("quoted-printable", b"R=C3=A9gl=C3=A9 lun=  \r\ndi =3d 3"),
        ("base64", base64.encodebytes("Réglé lundi = 3".encode())),
        ("BASE64", base64.b64encode("Réglé lundi = 3".encode())[:-1]),
        ("8bit", "Réglé lundi = 3".encode()),
        ("invented", "Réglé lundi = 3".encode()),
    ],
)
def test_transfer_encodings_are_undone(encoding, raw):
    assert _body(raw, encoding=encoding).text == "Réglé lundi = 3"


# ---- headers --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        (b"=?utf-8?q?R=C3=A9gl=C3=A9?=", "Réglé"),
        (b"=?UTF-8?B?UsOpZ2zDqQ==?=", "Réglé"),
        (b"=?utf-8?b?UsOpZ2zD?=\r\n =?utf-8?b?qQ==?=", "Réglé"),
        (b"=?utf-8?q?R=C3?= =?utf-8?q?=A9gl=C3=A9?=", "Réglé"),
        (b"Re: =?iso-8859-1?Q?R=E9gl=E9_le_3?= merci", "Re: Réglé le 3 merci"),
        ("Réglé".encode(), "Réglé"),
        ("Réglé".encode("latin-1"), "Réglé"),
        (b"=?x-unknown?q?R=C3=A9gl=C3=A9?=", "Réglé"),
        (b"=?utf-8?q?R=C3=A9gl", "=?utf-8?q?R=C3=A9gl"),
        (b"=?utf-8?b?****?=", ""),
        (b"=?utf-8*fr?q?R=C3=A9gl=C3=A9?=", "Réglé"),
        (b"a\r\n b\r\n\tc", "a b\tc".replace("\t", " ")),
        (b"a\x00b", "ab"),
    ],
)
def test_encoded_words_are_read(raw, subject):
    message = parse_message(b"Subject: " + raw + b"\r\n\r\nx", DAY)
    assert message.subject == subject


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        (b'"Durand, Paul" <P@X.example>', Address("p@x.example", "Durand, Paul")),
        (b"p@x.example (Paul Durand)", Address("p@x.example", "Paul Durand")),
        (b"p@x.example", Address("p@x.example")),
        (b"<p@x.example>", Address("p@x.example")),
        (b"Paul Durand p@x.example", Address("p@x.example", "Paul Durand")),
        (b"=?utf-8?q?C=C3=A9cile?= <c@x.example>", Address("c@x.example", "Cécile")),
        (
            b"=?utf-8?q?C=C3=A9cile_=3Cc=40x=2Eexample=3E?=",
            Address("c@x.example", "Cécile"),
        ),
        ("Cécile <c@x.example>".encode("latin-1"), Address("c@x.example", "Cécile")),
        (b'"a \\"b\\" c" <p@x.example>', Address("p@x.example", 'a "b" c')),
        (b"Paul <p@x\r\n .example>", Address("p@x.example", "Paul")),
        (b"Paul <<p@x.example>>", Address("p@x.example", "Paul")),
        (
            b'"moi@consultant.example" <p@x.example>',
            Address("p@x.example", "moi@consultant.example"),
        ),
        (b"Paul <mailto:p@x.example>", Address("p@x.example", "Paul")),
        (b"Paul", Address("", "Paul")),
        (b"", Address("")),
        (b"<>", Address("")),
    ],
)
def test_senders_are_read(raw, address):
    assert parse_message(b"From: " + raw + b"\r\n\r\nx", DAY).sender == address


def test_groups_and_lists_of_recipients_are_read():
    message = parse_message(
        b'To: Amis: a@x.example, "B, b" <b@x.example>; , c@x.example,\r\n\r\nx', DAY
    )
    assert [a.email for a in message.to] == [
        "a@x.example",
        "b@x.example",
        "c@x.example",
    ]


def test_several_senders_are_a_problem_that_is_named():
    message = parse_message(
        b"From: a@x.example\r\nFrom: Moi <moi@consultant.example>\r\n\r\nx", DAY
    )
    assert message.sender.email == "a@x.example"
    assert "several senders" in message.problems


def test_no_sender_is_a_problem_that_is_named():
    message = parse_message(b"Subject: x\r\n\r\nx", DAY)
    assert message.sender == Address("")
    assert "no sender" in message.problems


@pytest.mark.parametrize(
    ("raw", "ids"),
    [
        (b"<a@x> <b@x>", ("<a@x>", "<b@x>")),
        (b"<a@x><b@x>,<a@x>", ("<a@x>", "<b@x>")),
        (b"<very-long\r\n -id@x>", ("<very-long-id@x>",)),
        (b"=?utf-8?q?=3Ca=40x=3E?=", ("<a@x>",)),
        (b"=?us-ascii?Q?=3Caaaa?=\r\n =?us-ascii?Q?bbbb=40x=3E?=", ("<aaaabbbb@x>",)),
        (b"a@x", ("<a@x>",)),
        (b"Votre message du 12 mars <a@x>", ("<a@x>",)),
        (b"<>", ()),
        (b"", ()),
    ],
)
def test_ids_are_read_however_they_are_folded_or_encoded(raw, ids):
    message = parse_message(b"References: " + raw + b"\r\n\r\nx", DAY)
    assert message.references == ids


def test_a_line_that_lost_its_indentation_belongs_to_the_header_above():
    message = parse_message(b"Subject: Facture\nimpayee\nTo: a@x.example\n\nx", DAY)
    assert message.subject == "Facture impayee"
    assert message.to[0].email == "a@x.example"


def test_a_mailbox_line_and_blank_lines_may_stand_above_the_headers():
    message = parse_message(b"\r\n\nFrom a@x Thu Mar 12\nSubject: y\n\nx", DAY)
    assert message.subject == "y"
    assert message.text == "x"


# ---- dates ----------------------------------------------------------------------


def _dated(*lines):
    return parse_message("\r\n".join([*lines, "", "x"]).encode())


def test_the_day_that_the_server_gives_comes_first():
    given_day = DAY + timedelta(days=3)
    assert _parse(b"\r\nx", received=given_day).received == given_day
    naive = datetime(2026, 3, 1, 8)  # noqa: DTZ001  # some servers' dates have no zone
    assert _parse(b"\r\nx", received=naive).received == naive.replace(tzinfo=UTC)


def test_the_topmost_received_line_comes_before_the_sender_s_own_date():
    message = _dated(
        "Received: from a by b; Thu, 12 Mar 2026 10:24:00 +0100 (CET)",
        "Received: from c by a; Wed, 11 Mar 2026 10:24:00 +0100",
        "Date: Fri, 01 Jan 1999 00:00:00 +0000",
    )
    assert message.received == DAY


@pytest.mark.parametrize(
    "date",
    [
        "Thu, 01 Jan 1970 00:00:00 +0000",
        "Fri, 01 Jan 2099 00:00:00 +0000",
        "pas une date",
        "",
        "Thu, 99 Mar 2026 99:99:99 +9999",
        "9" * 300,
        "Thu, 12 Mar 999999999 10:00:00 +0000",
    ],
)
def test_a_day_that_cannot_be_is_said_to_be_unknown(date):
    message = _dated(f"Date: {date}")
    assert message.received == UNKNOWN_DAY
    assert "no date" in message.problems
    assert message.received.astimezone(UTC).year == 1900


def test_a_date_without_a_zone_is_aware():
    assert _dated("Date: Thu, 12 Mar 2026 09:24:00 -0000").received == DAY
    assert _dated("Date: 12 Mar 2026 09:24").received == DAY


# ---- structure ------------------------------------------------------------------


def test_plain_text_is_preferred():
    message = _parts(PLAIN, HTML.replace(b"lundi", b"mardi"), kind="alternative")
    assert message.text == "Le virement part lundi."
    assert "mardi" in message.html


@pytest.mark.parametrize(
    "stub",
    [
        b"",
        b"   \r\n",
        b"Your mail client does not support HTML.",
        b"This is an HTML message. Please use an HTML-capable client to view it.",
        b"Votre messagerie ne prend pas en charge le HTML.",
        b"Pour voir ce message en ligne, cliquez ici.",
    ],
)
def test_a_stub_of_plain_text_gives_way_to_the_html(stub):
    message = _parts(
        b"Content-Type: text/plain\r\n\r\n" + stub,
        b"Content-Type: text/html\r\n\r\n<p>Bonjour Claire, nous vous confirmons que"
        b" le virement part lundi prochain, sans faute cette fois.</p>",
        kind="alternative",
    )
    assert "lundi prochain" in message.text


def test_html_alone_becomes_text():
    message = _body(b"<p>Le virement</p><p>part lundi.</p>", "text/html")
    assert message.text == "Le virement\n\npart lundi."


def test_html_names_its_own_charset():
    message = _body(
        '<meta charset="iso-8859-15"><p>1 200 €</p>'.encode("iso-8859-15"), "text/html"
    )
    assert message.text == "1 200 €"


def test_several_inline_texts_are_one_letter():
    message = _parts(
        PLAIN,
        b"Content-Type: image/png; name=logo.png\r\n\r\nxx",
        b"Content-Type: text/plain\r\n\r\nCordialement",
    )
    assert message.text == "Le virement part lundi.\n\nCordialement"
    assert [a.name for a in message.attachments] == ["logo.png"]


def test_attached_texts_are_not_the_letter():
    message = _parts(
        PLAIN,
        b"Content-Type: text/plain; name=a.txt\r\n"
        b"Content-Disposition: attachment; filename=a.txt\r\n\r\nJe conteste.",
    )
    assert "conteste" not in message.text
    assert message.attachments[0].name == "a.txt"


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ("attachment; filename=rib.pdf", "rib.pdf"),
        ('attachment; filename="mon; rib.pdf"', "mon; rib.pdf"),
        ("attachment; filename*=utf-8''relev%C3%A9.pdf", "relevé.pdf"),
        ("attachment; filename*0*=utf-8''relev%C3; filename*1*=%A9.pdf", "relevé.pdf"),
        ('attachment; filename*0="rele"; filename*1="ve.pdf"', "releve.pdf"),
        ('attachment; filename="=?utf-8?q?relev=C3=A9=2Epdf?="', "relevé.pdf"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\tmp\\\\rib.pdf"', "rib.pdf"),
        ("attachment; filename*=broken", "broken"),
    ],
)
def test_names_of_attachments(disposition, name):
    message = _parts(
        PLAIN,
        b"Content-Type: application/pdf\r\nContent-Disposition: "
        + disposition.encode()
        + b"\r\n\r\n%PDF",
    )
    assert message.attachments[0].name == name


def test_the_size_of_an_attachment_is_told_without_opening_it():
    data = bytes(range(256)) * 41
    message = _parts(
        PLAIN,
        b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(data).replace(b"\n", b"\r\n"),
    )
    assert abs(message.attachments[0].size - len(data)) <= 3


def test_flowed_lines_are_joined():
    message = _body(
        b"Le virement \r\npart lundi.\r\n> vous deviez \r\n> payer\r\n-- \r\nPaul",
        "text/plain; format=flowed",
    )
    assert message.text == "Le virement part lundi.\n> vous deviez payer\n-- \nPaul"


def test_a_file_written_into_the_text_is_an_attachment():
    message = _body(b"Voici le RIB.\r\nbegin 644 rib.txt\r\n#86)C\r\n`\r\nend\r\nMerci")
    assert message.text.split() == ["Voici", "le", "RIB.", "Merci"]
    assert message.attachments[0].name == "rib.txt"
    prose = "begin 644 is prose\nand so is this\nend"
    assert _body(prose.encode()).text == prose


def test_a_signed_text_is_read_without_its_armour():
    message = _body(
        b"-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: "
        b"SHA256\r\n\r\nLundi.\r\n- -- \r\nP"
        b"\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\niQ\r\n-----END PGP "
        b"SIGNATURE-----\r\n"
    )
    assert message.text == "Lundi.\n-- \nP"


def test_signed_parts_are_read():
    message = _parts(
        PLAIN,
        b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nxx",
        kind="signed",
    )
    assert message.text == "Le virement part lundi."
    assert message.problems == ()


@pytest.mark.parametrize(
    "rest",
    [
        b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nxx",
        (
            b"Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\nContent-Type:"
            b" application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type:"
            b" application/octet-stream\r\n\r\nxx\r\n--b--"
        ),
        b"\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQ\r\n-----END PGP MESSAGE-----",
    ],
)
def test_a_sealed_letter_is_named_for_a_person(rest):
    assert "encrypted" in _parse(rest).problems


def test_a_winmail_attachment_is_kept_by_name():
    message = _parts(
        PLAIN, b'Content-Type: application/ms-tnef; name="winmail.dat"\r\n\r\nxx'
    )
    assert message.attachments[0].content_type == "application/ms-tnef"


def test_an_invitation_s_answer_is_told_from_an_invitation():
    message = _parts(
        PLAIN, b"Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR"
    )
    assert message.attachments[0].content_type == "text/calendar; method=reply"


def test_a_letter_enclosed_is_not_read_as_the_letter():
    message = _parts(
        PLAIN,
        b"Content-Type: message/rfc822\r\n\r\nSubject: Relance\r\n"
        b"Message-ID: <r1@consultant.example>\r\n\r\nJe conteste.",
    )
    assert message.text == "Le virement part lundi."
    assert message.original_headers["message-id"] == ("<r1@consultant.example>",)


def test_a_delivery_report():
    message = _parse(
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n'
        b"\r\n--b\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        b"Reporting-MTA: dns; mx.example\r\n\r\n"
        b"Final-Recipient: RFC822; <Paul@Debtor.example>\r\nAction: Failed (x)\r\n"
        b"Status: 5.1.1 (unknown)\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n user "
        b"unknown\r\n"
        b"\r\nFinal-Recipient: rfc822;b@debtor.example\r\nAction: delayed\r\n"
        b"\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
        b"Message-ID: <r1@consultant.example>\r\nTo: paul@debtor.example\r\n--b--\r\n"
    )
    assert message.report_type == "delivery-status"
    first, second = message.deliveries
    assert first.recipient == "paul@debtor.example"
    assert (first.action, first.status) == ("failed", "5.1.1")
    assert first.diagnostic == "smtp; 550 5.1.1 user unknown"
    assert (second.recipient, second.action) == ("b@debtor.example", "delayed")
    assert message.original_headers["message-id"] == ("<r1@consultant.example>",)


def test_groups_without_a_blank_line_between_them_are_told_apart():
    message = _parts(
        PLAIN,
        b"Content-Type: message/delivery-status\r\n\r\n"
        b"Final-Recipient: rfc822;a@x.example\nAction: failed\n"
        b"Final-Recipient: rfc822;b@x.example\nAction: failed\n",
    )
    assert [d.recipient for d in message.deliveries] == ["a@x.example", "b@x.example"]


def test_a_letter_cut_off_in_the_middle_is_read_as_far_as_it_goes():
    whole = HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + PLAIN
    message = parse_message(whole[:-3])
    assert message.text.startswith("Le virement part lun")


def test_a_multipart_without_its_boundary_is_shown_as_it_is():
    message = _parse(b"Content-Type: multipart/mixed\r\n\r\nLundi.")
    assert message.text == "Lundi."
    assert message.problems


# ---- anything -------------------------------------------------------------------

_TOKENS = st.sampled_from(
    [
        b"From: ",
        b"Subject: ",
        b"\r\n",
        b"\n",
        b"\r",
        b"\r\n\r\n",
        b"--b",
        b"--",
        b" ",
        b"Content-Type: multipart/mixed; boundary=b\r\n",
        b"Content-Type: text/html\r\n",
        b"Content-Type: message/delivery-status\r\n",
        b"Content-Type: message/rfc822\r\n",
        b"Content-Transfer-Encoding: base64\r\n",
        b"=?utf-8?q?=C3?=",
        b"<a@b>",
        b"\x00",
        b"\xff\xfe",
        b"charset=utf-16",
        b"a",
        b"=",
        b"begin 644 a\n",
        b"<div>",
        b"&#0;",
    ]
)


@given(st.binary(max_size=600))
def test_any_bytes_give_a_message(raw):
    message = parse_message(raw)
    assert message.received.tzinfo is not None
    message.text.encode("utf-8")
    message.subject.encode("utf-8")


@given(st.lists(_TOKENS, max_size=60))
def test_any_pieces_of_letters_give_a_message(tokens):
    message = parse_message(b"".join(tokens), DAY)
    assert message.received == DAY
    assert not any(p.startswith("unreadable") for p in message.problems)


MONSTERS = {
    "parts": lambda n: (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + b"--b\r\n\r\nx\r\n" * (n // 10)
    ),
    "nested": lambda n: b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i)
        for i in range(n // 60)
    ),
    "same_boundary": lambda n: (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * (n // 50)
    ),
    "line": lambda n: b"\r\n" + b"a" * n,
    "header": lambda n: b"X: " + b"a" * n + b"\r\n\r\n",
    "words": lambda n: b"Subject: " + b"=?utf-8?q?a?= " * (n // 14) + b"\r\n\r\n",
    "recipients": lambda n: b"To: " + b"a@b.fr, " * (n // 8) + b"\r\n\r\n",
    "groups": lambda n: b"To: " + b"a:" * (n // 2) + b"\r\n\r\n",
    "ids": lambda n: b"References: " + b"<" * n + b"\r\n\r\n",
    "parameters": lambda n: b"Content-Type: text/plain;" + b"a=b;" * (n // 4),
    "flowed": lambda n: (
        b"Content-Type: text/plain; format=flowed\r\n\r\n" + b"a b \n" * (n // 5)
    ),
    "enclosures": lambda n: b"\r\n" + b"begin 644 a\n" * (n // 12),
    "html": lambda n: b"Content-Type: text/html\r\n\r\n" + b"<div>" * (n // 5),
    "recipients_failed": lambda n: (
        b"Content-Type: message/delivery-status\r\n\r\n"
        + b"Final-Recipient: rfc822; a@b.fr\nAction: failed\n\n" * (n // 48)
    ),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_monsters_end(name):
    # The runner's own time limit is what a super-linear reader would meet.
    message = parse_message(HEAD[:-2] + b"\r\n" + MONSTERS[name](400_000), DAY)
    assert message.sender.email == "k.roussel@atelier-lumen.example"
    assert not any(p.startswith("unreadable") for p in message.problems)


def test_a_large_attachment_is_not_opened():
    message = _parts(
        PLAIN,
        b"Content-Type: application/pdf; name=a.pdf\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + (b"A" * 76 + b"\r\n") * 300_000,
    )
    assert message.text == "Le virement part lundi."
    assert message.attachments[0].size == 57 * 300_000


def test_a_part_encoded_by_uuencode_is_read():
    message = _body(b"begin 644 a\r\n&3'5N9&DN\r\n`\r\nend\r\n", encoding="x-uuencode")
    assert message.text == "Lundi."


def test_html_sent_as_plain_text_is_read_as_html():
    assert _body(b"<html><body><p>Lundi.</p></body></html>").text == "Lundi."


def test_enriched_text_loses_its_marks():
    message = _body(b"<bold>Lundi</bold>.", "text/enriched")
    assert message.text == "Lundi."


def test_a_report_without_a_readable_status_is_still_a_report():
    message = _parts(PLAIN, b"Content-Type: message/delivery-status\r\n\r\n???")
    assert message.report_type == "delivery-status"
    assert message.deliveries == ()


def test_the_headers_of_a_returned_letter_may_be_encoded():
    enclosed = base64.encodebytes(b"Message-ID: <r1@consultant.example>\r\n\r\nx")
    message = _parts(
        PLAIN,
        b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + enclosed,
    )
    assert message.original_headers["message-id"] == ("<r1@consultant.example>",)


def test_a_lone_half_of_a_character_does_not_survive():
    message = _body(
        "Réglé \ud800 lundi".encode("utf-16", "surrogatepass"),
        "text/plain; charset=utf-16",
    )
    message.text.encode("utf-8")
    assert "lundi" in message.text
