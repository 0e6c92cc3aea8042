"""What the person reads: places, typography, long things kept short."""

from relancebot.bank.report import Notice, RowError, lines_list, quote, say
from tests.bank.helpers import notices, plain, read

THIN = "\N{NARROW NO-BREAK SPACE}"


def test_a_place_in_a_file():
    assert str(RowError("f.csv", 14, "Échéance", "x")) == f"f.csv:14{THIN}: x"
    assert str(Notice("f.csv", 0, "", "x")) == f"f.csv{THIN}: x"


def test_french_spaces_are_narrow_and_what_is_quoted_stays():
    assert say("date {c} : non ; « oui » ?", c="a ; b") == (
        f"date a ; b{THIN}: non{THIN}; «{THIN}oui{THIN}»{THIN}?"
    )
    assert quote("a\n  b") == f"«{THIN}a b{THIN}»"
    assert len(quote("x" * 500)) == 64
    assert say("{c}", c="{braces}") == "{braces}"


def test_lines_are_listed_as_people_do():
    assert lines_list([4]) == "ligne 4"
    assert lines_list([4, 7, 9]) == "lignes 4, 7 et 9"
    assert lines_list([1, 2, 3, 4, 5, 6]) == "lignes 1, 2, 3, 4, 5 et 1 autre"
    assert lines_list(list(range(1, 48))) == "lignes 1, 2, 3, 4, 5 et 42 autres"


def test_what_many_rows_share_is_said_once():
    body = "".join(f"F{n};A;12;01/02/2026;\n" for n in range(50))
    found = read("N°;Client;TTC;Échéance;Email\n" + body)

    (told,) = notices(found)
    assert told.endswith("avant d’en avoir une (lignes 2, 3, 4, 5, 6 et 45 autres)")
    assert plain(found.notices[0].text) in told
