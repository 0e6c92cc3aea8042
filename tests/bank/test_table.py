"""Encodings, separators, titles below an address, quotes that never close."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relancebot.bank import table
from relancebot.bank.encodings import decode
from relancebot.bank.records import BrokenQuote, Row, Splitter
from tests.bank.helpers import errors, plain, read, sample

FRENCH = (
    "N° facture;Client;Échéance\n1;Café Français à Nîmes – œuvre n°3;où ça ? 12 €\n"
)
LATIN = FRENCH.replace("–", "-").replace("œ", "oe").replace("€", "EUR")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (LATIN, "cp850"),
    ],
)
def test_the_encoding_is_found(text, encoding):
    assert decode(text.encode(encoding)) == (text, encoding)


def test_the_euro_of_latin_9_is_no_currency_sign_of_old():
    text = "Montant;Échéance\n1 200,00 €;été\n"

    assert decode(text.encode("iso8859_15")) == (text, "iso8859_15")


@pytest.mark.parametrize(
    "word", ["Génin", "Zoé", "Noël", "FRANÇOIS", "Bühler", "Hôtel"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_one_accent_is_witness_enough(word, encoding):
    text = f"numero;client\n1;{word}\n"

    assert decode(text.encode(encoding))[0] == text


def test_a_file_written_by_two_programs():
    data = "é;à;ç;ê\n".encode() * 3 + "é\n".encode("cp1252")

    assert decode(data) == ("é;à;ç;ê\n" * 3 + "é\n", "utf-8 et cp1252 mêlés")


def test_utf8_written_twice_is_mended():
    text = "Échéance;Société\n12 €;Génin\n"

    assert decode(text.encode().decode("cp1252").encode())[0] == text


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(delimiter, newline):
    lines = [
        ["N°", "Client", "Total TTC", "Échéance"],
        ["1", '"A, B; C | D"', "12", "01/02/2026"],
    ]
    found = read(newline.join(delimiter.join(cells) for cells in lines) + newline)

    assert not found.errors
    assert found.delimiter == delimiter
    assert found.rows[0].client == "A, B; C | D"


def test_excel_declares_its_separator():
    found = read("sep=|\nN°|Client|Total TTC|Échéance\n1|A;B|12|01/02/2026\n")

    assert found.delimiter == "|"
    assert found.rows[0].client == "A;B"
    assert found.rows[0].line == 3


def test_titles_below_an_address_and_repeated_on_each_page():
    found = read(
        "Cabinet Léa\n12, rue des Lilas\n\nÉdité le;24/11/2026\n"
        "N°;Client;Total TTC;Échéance\n1;A;12;01/02/2026\n\n;;;\n"
        "N°;Client;Total TTC;Échéance\n2;B;12;01/02/2026\nPage 1 sur 1;;;\n"
    )

    assert not found.errors
    assert found.header_line == 5
    assert [(row.number, row.line) for row in found.rows] == [("1", 6), ("2", 10)]
    assert [notice.line for notice in found.notices if notice.line > 5] == [11]


@pytest.mark.parametrize(
    ("line", "skipped"),
    [
        ("Total;;24,00;", True),
        ("TOTAL GÉNÉRAL :;;24,00;", True),
        (";Sous-total;24,00;", True),
        (";;24,00;", True),
        ("3;Total;24,00;01/02/2026", False),
        ("3;TotalEnergies;24,00;01/02/2026", False),
    ],
)
def test_totals_are_no_invoices(line, skipped):
    found = read(f"N°;Client;Total TTC;Échéance\n1;A;12;01/02/2026\n{line}\n")

    assert not found.errors
    assert (len(found.rows) == 1) is skipped


def test_a_nameless_debt_of_total_is_an_error_not_a_sum():
    found = read("N°;Client;Total TTC;Échéance\n;TotalEnergies;24,00;\n")

    assert found.errors
    assert errors(found)[0].startswith("factures.csv:2 : numéro de facture manquant")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "fichier vide"),
        (b"\n\n  \n", "fichier vide"),
        (b"\x00\x00\x00\x00\x00", "fichier vide"),
        (b"PK\x03\x04....", "un classeur Excel ou LibreOffice, pas un CSV"),
        (b"\xd0\xcf\x11\xe0....", "un ancien classeur Excel"),
        (b"%PDF-1.7", "un PDF"),
        (b"<?xml version='1.0'?><a/>", "du XML ou du HTML"),
        (b"<table><tr><td>1</td></tr></table>", "du XML ou du HTML"),
        (b"bonjour\n1;2;3\n", "aucune ligne de titres reconnue"),
        (b"\xff\xfe", "fichier vide"),
        (b"JournalCode\tJournalLib\tEcritureNum\n", "ce fichier est un FEC"),
    ],
)
def test_what_is_no_table_is_said(data, reason):
    found = read(data.decode("latin-1")) if data.isascii() else None
    if found is None:
        from relancebot.bank.invoices_csv import read_invoices

        found = read_invoices(data, "factures.csv")

    assert not found.rows
    assert len(found.errors) == 1
    assert reason in errors(found)[0]
    assert errors(found)[0].startswith("factures.csv : ")


def test_a_file_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(table, "MAX_BYTES", 1000)
    found = read("N°;Client;Total TTC;Échéance\n" + "1;A;12;01/02/2026\n" * 100)

    assert not found.rows
    assert "exportez une période plus courte" in errors(found)[0]


def test_titles_alone_are_no_error():
    found = read("N°;Client;Total TTC;Échéance\n")

    assert not found.errors
    assert any("aucune facture" in plain(notice) for notice in found.notices)


def records(text: str, delimiter: str = ";") -> list[Row | BrokenQuote]:
    return list(Splitter(delimiter).records(text.split("\n")))


def test_a_stray_quote_costs_its_own_line_only():
    assert records('a;b\n"c;d\ne;f\n"g";h') == [
        Row(1, ("a", "b")),
        BrokenQuote(2, '"c;d'),
        Row(3, ("e", "f")),
        Row(4, ("g", "h")),
    ]
    assert records('a;"b\nc;d') == [BrokenQuote(1, 'a;"b'), Row(2, ("c", "d"))]


def test_quotes_inside_words_are_only_ink():
    assert records('écran 12";b\nc;"d ""e"" f"\n"g" h;i') == [
        Row(1, ('écran 12"', "b")),
        Row(2, ("c", 'd "e" f')),
        Row(3, ("g h", "i")),
    ]


def test_lines_stay_physical():
    assert records('a;"b\nc\n\nd"\ne;f') == [
        Row(1, ("a", "b\nc\n\nd")),
        Row(5, ("e", "f")),
    ]


def test_a_long_run_of_open_quotes_stays_linear():
    found = records("\n".join(f'"a{n};b' for n in range(2000)))

    assert len(found) == 2000


CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=12
)


@settings(deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=8),
    delimiter=st.sampled_from([";", ",", "\t", "|"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_what_a_csv_writer_writes_is_read_back(rows, delimiter, quoting):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n")
    writer.writerows(rows)

    found = records(out.getvalue().removesuffix("\n"), delimiter)

    assert [list(row.cells) for row in found if isinstance(row, Row)] == rows


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data):
    from relancebot.bank.invoices_csv import read_invoices

    found = read_invoices(data, "factures.csv")

    assert found.rows == ()


@settings(deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                ["", "1", "A", '"', "12,50", "1,234", "01/02/2026", "=x", "Total", "\n"]
            ),
            max_size=6,
        ),
        max_size=12,
    )
)
def test_no_rows_break_the_reader(rows):
    body = "\n".join(";".join(cells) for cells in rows)
    found = read("N°;Client;Total TTC;Échéance;Email\n" + body)

    for row in found.rows:
        assert row.number
        assert row.client
        assert row.total.amount >= row.open.amount >= 0


def test_the_sample_of_faults_keeps_physical_lines():
    assert [error.line for error in sample("fautes.csv").errors][-2:] == [16, 17]
