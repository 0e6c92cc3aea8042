"""The sender's own words: every client's quote goes, every own word stays."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relancebot.domain.message import Address, Message
from relancebot.reading.own_words import own_words, strip_quotes

LETTERS = Path(__file__).parent / "letters"
ANSWER = "Bonjour,\n\nLe virement part lundi.\n\nPaul"
REMINDER = (
    "Bonjour,\n"
    "Votre facture 2026-01 est échue. Merci de régler sous huit jours.\n"
    "Claire"
)

# How mail programs introduce a quote; "|" stands for the end of a line.
INTRODUCTIONS = (
    (LETTERS / "introductions.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
)
KEPT_WHOLE = json.loads((LETTERS / "kept_whole.json").read_text(encoding="utf-8"))
SIGNED = json.loads((LETTERS / "signed.json").read_text(encoding="utf-8"))


def _marked(text):
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _narrow(text):
    """Write the spaces as French mail programs do."""
    return text.replace(" :", "\u00a0:").replace(" à ", "\u202fà ")


def _letter(introduction, shape):
    above = introduction.replace("|", "\n")
    return {
        "unmarked": f"{ANSWER}\n\n{above}\n\n{REMINDER}",
        "marked": f"{ANSWER}\n\n{above}\n\n{_marked(REMINDER)}",
        "narrow": f"{ANSWER}\n\n{_narrow(above)}\n{REMINDER}",
        "all_marked": f"{ANSWER}\n\n{_marked(above)}\n{_marked(REMINDER)}",
        "glued": f"{ANSWER}\n{above}\n{REMINDER}",
        "below": f"{above}\n\n{_marked(REMINDER)}\n\n{ANSWER}",
        "crlf": f"{ANSWER}\n\n{above}\n\n{REMINDER}".replace("\n", "\r\n"),
    }[shape]


@pytest.mark.parametrize(
    "shape",
    ["unmarked", "marked", "narrow", "all_marked", "glued", "below", "crlf"],
)
@pytest.mark.parametrize("introduction", INTRODUCTIONS)
def test_the_quote_of_every_client_goes(introduction, shape):
    own = strip_quotes(_letter(introduction, shape))
    assert own.text == ANSWER
    assert not own.doubtful
    assert "huit jours" in own.quoted
    assert own.hidden_lines >= 3


@pytest.mark.parametrize("text", KEPT_WHOLE)
def test_words_that_only_look_like_a_quote_stay(text):
    own = strip_quotes(text)
    assert own.text == text
    assert own.hidden_lines == 0


@pytest.mark.parametrize("case", SIGNED, ids=lambda case: case["text"][-25:])
def test_signatures_and_notices_go_and_words_stay(case):
    assert strip_quotes(case["text"]).text == case["own"]


ODD = json.loads((LETTERS / "odd_quotes.json").read_text(encoding="utf-8"))
WHOLE = json.loads((LETTERS / "whole_letters.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ODD)
def test_quotes_of_rare_shapes_go(text):
    own = strip_quotes(text)
    assert own.text == "Ok lundi."
    assert not own.doubtful


@pytest.mark.parametrize("letter", WHOLE, ids=lambda letter: letter["text"][:30])
def test_whole_letters(letter):
    own = strip_quotes(letter["text"], sender=letter["sender"])
    assert own.text == letter["own"].strip()
    assert own.doubtful is letter["doubtful"]


def test_a_greeting_alone_above_an_unmarked_quote_is_doubtful():
    own = strip_quotes(
        "Bonjour Claire,\n\nCordialement,\nPaul\n\n"
        "Le 12/01/2026 à 10:03, Claire Vasseur a écrit :\n\nFacture ?\nPayée lundi.\n"
    )
    assert own.doubtful
    assert "Payée lundi." in own.text


def _message(text, name="", email="client@debtor.example"):
    return Message(
        message_id="<a@debtor.example>",
        received=datetime(2026, 1, 12, 9, tzinfo=UTC),
        sender=Address(email, name),
        text=text,
    )


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "Nora Benchekroun",
            "Facture bloquée.\n\nNora Benchekroun\nContrôle de gestion",
            "Facture bloquée.\n\nNora Benchekroun",
        ),
        (
            "Ludovic Bastien",
            "Virement demain.\n\nL. Bastien\nTransports Bastien",
            "Virement demain.\n\nL. Bastien",
        ),
        (
            "Pierre-Yves Caradec",
            "Virement demain.\n\nPYC\nOstréiculteur, ouvert le samedi",
            "Virement demain.\n\nPYC",
        ),
        (
            "Marie Dupont",
            "C'est Marie Dupont qui s'en occupe.\nElle vous paie lundi.",
            "C'est Marie Dupont qui s'en occupe.\nElle vous paie lundi.",
        ),
        (
            "Marie Dupont",
            "Marie Dupont\nvous paie lundi.",
            "Marie Dupont\nvous paie lundi.",
        ),
    ],
)
def test_the_name_of_the_sender_tells_where_the_signature_begins(name, text, expected):
    assert own_words(_message(text, name)).text == expected


def test_answers_written_inside_the_quote_are_kept_in_order():
    own = strip_quotes(
        "Réponses ci-dessous.\n\n"
        "Le 12/01/2026 à 10:03, Claire Vasseur a écrit :\n"
        "> F-01, quand ?\n"
        "payée le 3\n"
        "> F-02, quand ?\n\n"
        "lundi prochain\n\n"
        "> À défaut je suspends.\n"
    )
    assert own.text == "Réponses ci-dessous.\n\npayée le 3\n\nlundi prochain"
    assert not own.doubtful


def test_announced_answers_bear_their_own_mark_in_an_unmarked_quote():
    own = strip_quotes(
        "Bonjour, mes réponses dans votre message, précédées de [PB].\n\n"
        "De : Claire\nEnvoyé : vendredi 22 mai 2026 09:28\nÀ : Paul\nObjet : F\n\n"
        "1/ La facture F-01 ?\n[PB] Lundi.\n2/ Et F-02 ?\n[PB] Non.\n"
    )
    assert own.text.endswith("[PB] Lundi.\n\n[PB] Non.")
    assert "F-01" not in own.text


def test_announced_answers_without_a_mark_keep_everything_for_a_person():
    own = strip_quotes(
        "Mes réponses en rouge ci-dessous.\n\n"
        "De : Claire\nEnvoyé : vendredi 22 mai 2026 09:28\nÀ : Paul\nObjet : F\n\n"
        "La facture F-01 ?\nLundi.\n"
    )
    assert own.doubtful
    assert "Lundi." in own.text


def test_announced_answers_in_colour_are_lost_in_the_marks_of_a_quote():
    own = strip_quotes("Mes réponses en rouge ci-dessous.\n\n> Quand ?\n> Lundi.\n")
    assert own.doubtful
    assert "Lundi." in own.text


def test_a_letter_of_quotes_alone_is_kept_and_doubtful():
    own = strip_quotes("> Bonjour,\n> merci de payer.\n")
    assert own.doubtful
    assert own.text == "> Bonjour,\n> merci de payer."


def test_one_word_is_an_answer():
    own = strip_quotes(f"Payé.\n\nLe 12/01/2026 10:03, Claire a écrit :\n\n{REMINDER}")
    assert own.text == "Payé."
    assert not own.doubtful


def test_one_word_above_unmarked_words_between_marks_is_doubtful():
    own = strip_quotes(
        "Bonjour\n\nLe 12/01/2026 à 10:03, Claire Vasseur a écrit :\n\n"
        "Suite à nos échanges\n> F-01 ?\nlundi\n> F-02 ?\n"
    )
    assert own.doubtful
    assert "lundi" in own.text


def test_the_end_of_a_line_that_a_client_wrapped_belongs_to_the_quote():
    own = strip_quotes(
        "Oui, lundi.\n\n"
        "> La facture 2026-01 du mois de janvier est échue depuis le douze février et\n"
        "reste impayée\n"
        "> à ce jour.\n"
    )
    assert own.text == "Oui, lundi."


def test_banners_of_mail_servers_go():
    own = strip_quotes(
        "[EXTERNE] Ce message provient de l'extérieur de l'organisation.\n\n"
        "Le virement part lundi."
    )
    assert own.text == "Le virement part lundi."


def test_what_was_cut_is_told():
    own = strip_quotes(
        "Lundi.\n\n-- \nPaul\n\nLe 12/01/2026 10:03, Claire a écrit :\n> Quand ?\n"
    )
    assert own.signature == "--\nPaul"
    assert own.quoted == "Le 12/01/2026 10:03, Claire a écrit :\n> Quand ?"
    assert own.hidden_lines == 4


_pieces = st.lists(
    st.one_of(
        st.sampled_from(
            ["je paie lundi.", "virement fait", "oui", "Bonjour", "facture fausse !"]
        ),
        st.sampled_from(["> XQX merci de payer", "> XQX vendredi ?", "> > XQX Claire"]),
        st.just(""),
        st.sampled_from(["Cordialement,", "-- ", "Envoyé de mon iPhone", "PS : lundi"]),
        st.sampled_from(["Le 12/01/2026 à 10:03, Claire a écrit :", "De : Claire"]),
    ),
    max_size=25,
)


@given(st.text(max_size=400))
def test_any_text_gives_own_words_that_stand_in_it(text):
    own = strip_quotes(text)
    written = re.sub(r"[\u200b\u2060\ufeff]", "", text)
    assert set(own.text.split()) <= set(written.split())


@given(_pieces)
def test_a_marked_line_never_appears_in_the_own_text(pieces):
    own = strip_quotes("\n".join(pieces))
    assert own.doubtful or "XQX" not in own.text


@given(_pieces)
def test_words_above_any_mark_are_never_lost(pieces):
    own = strip_quotes("Je paierai la moitié jeudi.\n\n" + "\n".join(pieces))
    assert "Je paierai la moitié jeudi." in own.text


@given(_pieces)
def test_what_follows_the_standard_delimiter_is_no_word_of_the_letter(pieces):
    tail = [p for p in pieces if not p.startswith((">", "PS", "Le ", "De "))][:20]
    own = strip_quotes("Je paierai jeudi.\n-- \nXQX\n" + "\n".join(tail))
    assert "XQX" not in own.text


MONSTERS = {
    "deep": lambda n: "\n".join(">" * min(i, 2_000) + " x" for i in range(n // 50)),
    "marks": lambda n: ">" * n,
    "one_line": lambda n: "a écrit le 12 " * (n // 14),
    "attributions": lambda n: "On 12 x@y.fr\n" * (n // 13),
    "headers": lambda n: "De : x\nÀ : y\n" * (n // 14),
    "closings": lambda n: "Cordialement\n" * (n // 13),
    "delimiters": lambda n: "-- \n" * (n // 4),
    "rules": lambda n: "_____\n\n\n" * (n // 8),
    "notices": lambda n: "Ce message est confidentiel\n\n" * (n // 29),
    "alternating": lambda n: "> a\nb\n" * (n // 6),
    "addresses": lambda n: "a@b.fr " * (n // 7),
    "spaces": lambda n: " " * n + "x",
    "separators": lambda n: "-----Original Message-----\n> x\n" * (n // 31),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_monsters_end(name):
    # The runner's own time limit is what a super-linear rule would meet.
    own = strip_quotes(MONSTERS[name](300_000))
    assert own.text or own.quoted


def test_a_quote_marked_by_its_indentation_ends_where_the_words_come_back():
    own = strip_quotes(
        "Ok lundi.\n\nLe 12/01/2026 10:03, Claire a écrit :\n\n"
        "    Merci de payer.\n    Claire\n\nEt le solde jeudi."
    )
    assert own.text == "Ok lundi.\n\nEt le solde jeudi."
    assert not own.doubtful


def test_what_groupwise_quotes_goes():
    own = strip_quotes(
        "Ok lundi.\n\n>>> Claire <c@x.example> 12/01/2026 10:03 >>>\nMerci de payer."
    )
    assert own.text == "Ok lundi."
    assert own.quoted.endswith("Merci de payer.")


@pytest.mark.parametrize(
    "line",
    ["[Quoted text hidden]", "[Texte des messages précédents masqué]"],
)
def test_the_sign_of_a_hidden_quote_goes(line):
    assert strip_quotes(f"Ok lundi.\n\n{line}").text == "Ok lundi."


def test_a_mailbox_s_mark_before_from_is_no_quote():
    text = "Bonjour,\n>From Monday on we are closed.\nPaul"
    assert strip_quotes(text).text == text
