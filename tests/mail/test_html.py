"""HTML letters of every client become text whose quotes are still marked.

What a letter's own words are is the business of another floor; here it is enough
that every quoted word stands on a marked line, below a header or an introduction
that says so in words.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relancebot.mail.html import html_to_text
from relancebot.reading.own_words import strip_quotes

LETTERS = Path(__file__).parent / "letters"
NAMES = sorted(path.stem for path in LETTERS.glob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_of_every_client_gives_its_own_words(name):
    html = (LETTERS / f"{name}.html").read_text(encoding="utf-8")
    expected = (LETTERS / f"{name}.txt").read_text(encoding="utf-8")
    own = strip_quotes(html_to_text(html))
    assert own.text == expected.rstrip("\n")
    assert not own.doubtful


def test_quotes_are_marked_one_mark_a_level():
    text = html_to_text(
        '<p>a</p><blockquote type="cite"><p>b</p>'
        '<blockquote type="cite">c</blockquote></blockquote>'
    )
    assert text.split("\n\n")[0] == "a"
    assert "\n> b" in text
    assert "\n> > c" in text


def test_a_signature_element_becomes_the_standard_delimiter():
    text = html_to_text('<p>Lundi.</p><div class="moz-signature">Paul</div>')
    assert text == "Lundi.\n-- \nPaul"


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">XX</div>',
        '<div style="DISPLAY : NONE !important">XX</div>',
        '<div style="visibility:hidden">XX</div>',
        '<div style="font-size:0">XX</div>',
        '<div style="font-size:0.0px">XX</div>',
        '<div style="opacity:0;">XX</div>',
        '<div style="max-height:0;overflow:hidden">XX</div>',
        '<div style="overflow:hidden;height:0px;">XX</div>',
        '<div style="mso-hide:all">XX</div>',
        '<div style="position:absolute;left:-9999px">XX</div>',
        '<p style="color:#FFFFFF">XX</p>',
        '<font color="white">XX</font>',
        '<p style="color:white;background:#fff">XX</p>',
        "<div hidden>XX</div>",
        "<style>.h{display:none}</style><i class='h'>XX</i>",
        "<script>XX</script><noscript>XX</noscript><title>XX</title>",
        "<!-- XX -->",
        "<template>XX</template>",
    ],
)
def test_what_a_person_does_not_see_is_left_out(hidden):
    text = html_to_text(f"<p>vu</p>{hidden}<p>lu</p>")
    assert text.split() == ["vu", "lu"]


@pytest.mark.parametrize(
    "shown",
    [
        '<div style="font-size:0.9em">XX</div>',
        '<div style="font-size:10px">XX</div>',
        '<p style="background-color:#fff">XX</p>',
        '<div style="background:navy"><b style="color:#fff">XX</b></div>',
        '<td bgcolor="black"><font color="white">XX</font></td>',
        '<div style="max-height:100px;overflow:hidden">XX</div>',
        '<div style="opacity:0.8">XX</div>',
    ],
)
def test_what_a_person_sees_stays(shown):
    assert "XX" in html_to_text(f"<table><tr>{shown}</tr></table><p>fin</p>")


@given(st.text(alphabet="<>/abdivpsty=\"' &;#x0:\n-!", max_size=300))
def test_any_markup_gives_text(html):
    assert isinstance(html_to_text(html), str)


MONSTERS = {
    "div": lambda n: "<div>" * (n // 5) + "x",
    "blockquote": lambda n: "<blockquote>" * (n // 12) + "x",
    "table": lambda n: "<table><tr><td>" * (n // 15) + "x",
    "bold": lambda n: "<b><p>" * (n // 6) + "x",
    "open": lambda n: "x" + "<" * n,
    "ampersand": lambda n: "x" + "&" * n,
    "attributes": lambda n: "x<a " + "".join(f"a{i}=1 " for i in range(n // 8)) + ">y",
    "quotes": lambda n: "x" + '<div class="gmail_quote">' * (n // 25),
    "rules": lambda n: "x" + '<div style="border-top:solid red 1.0pt">' * (n // 40),
    "styles": lambda n: "x<style>" + ".a{" * (n // 3),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_monsters_keep_their_words(name):
    assert "x" in html_to_text(MONSTERS[name](300_000))
