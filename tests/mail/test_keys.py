"""A mail is known again by what it is, not by its number or its id."""

from hypothesis import given
from hypothesis import strategies as st

from relancebot.mail.keys import content_key, header_key

MAIL = (
    b"From: compta@client.test\r\nMessage-ID: <a@x>\r\nX-Dossier: 12\r\n"
    b"Subject: Votre facture\r\n\r\nJe vous r=E8gle lundi.\r\n"
)
TRACE = (
    b"Delivered-To: jeanne@conseil.test\r\nReceived: from mx1 by mx2;\r\n"
    b"\tMon, 02 Mar 2026 10:00:00 +0100\r\nX-Spam-Score: 1.2\r\n"
    b"Authentication-Results: mx2; dkim=pass\r\n"
)


def test_what_the_last_servers_wrote_on_top_does_not_count():
    assert content_key(TRACE + MAIL) == content_key(MAIL)
    assert content_key(TRACE + TRACE + MAIL) == content_key(MAIL)


def test_line_ends_do_not_count():
    assert content_key(MAIL.replace(b"\r\n", b"\n")) == content_key(MAIL)


def test_the_rest_counts():
    keys = {
        content_key(raw)
        for raw in (
            MAIL,
            MAIL.replace(b"lundi", b"mardi"),
            MAIL.replace(b"X-Dossier: 12", b"X-Dossier: 13"),
            MAIL.replace(b"facture", b"relance"),
            MAIL.replace(b"<a@x>", b"<b@x>"),
            MAIL.replace(b"Message-ID: <a@x>\r\n", b""),
        )
    }
    assert len(keys) == 6


def test_headers_and_the_length_of_the_body_make_the_cheaper_key():
    head, _, body = MAIL.partition(b"\r\n\r\n")
    head += b"\r\n\r\n"
    key = header_key(head, len(body))
    assert header_key(TRACE + head, len(body)) == key
    assert header_key(TRACE + MAIL, len(body)) == key
    assert header_key(head, len(body) + 1) != key
    assert header_key(head.replace(b"<a@x>", b"<b@x>"), len(body)) != key


def test_mails_that_are_hardly_mails_have_keys():
    raws = [b"", b"\r\n", b"\r\nun", b"\r\ndeux", b"Received: x", b"sans en-tete"]
    assert all(len(content_key(raw)) == 64 for raw in raws)
    assert content_key(b"\r\nun") != content_key(b"\r\ndeux")


@given(st.binary(max_size=300))
def test_any_bytes_have_one_key(raw: bytes):
    assert content_key(raw) == content_key(raw)
    assert len(header_key(raw, 0)) == 64
