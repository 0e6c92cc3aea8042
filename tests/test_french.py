"""What the program says in French: a line for everything, and nothing hostile in it."""

import dataclasses
import subprocess
import sys
import types
import typing
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from relancebot import french
from relancebot.domain import dossier as d
from relancebot.domain import events as e
from relancebot.domain.dossier import LetterState, PromiseState
from relancebot.domain.events import Decision, Evidence, HoldWhy, ReviewKind
from relancebot.domain.invoice import Contact
from relancebot.domain.money import Money
from relancebot.domain.policy import Channel, DebtorKind, MeansOfPayment, Tone
from relancebot.domain.reading import DisputeReason, Label
from relancebot.domain.why import Why, WhyCode
from relancebot.french import typography

MONDAY = date(2024, 3, 18)
QUOTE = "Je vous règle lundi prochain"


def plain(text: str) -> str:
    """Read a line with ordinary spaces, to compare words only."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


# --- days and sums --------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "full", "near", "short"),
    [
        (MONDAY, "lundi 18 mars 2024", "lundi 18 mars", "lun. 18 mars"),
        (
            date(2026, 2, 1),
            "dimanche 1er février 2026",
            "dimanche 1er février",
            "dim. 1er févr.",
        ),
        (date(2026, 8, 31), "lundi 31 août 2026", "lundi 31 août", "lun. 31 août"),
    ],
)
def test_a_day_is_spelled(on, full, near, short):
    assert french.day(on) == full
    assert french.day_without_year(on) == near
    assert french.short_day(on) == short


def test_every_day_of_a_leap_year_agrees_with_babel():
    from datetime import timedelta

    from babel.dates import format_date

    for n in range(366):
        on = date(2024, 1, 1) + timedelta(days=n)
        theirs = format_date(on, "EEEE d MMMM y", locale="fr_FR")
        assert french.day(on).replace(" 1er ", " 1 ") == theirs
        short = format_date(on, "EEE d MMM", locale="fr_FR")
        assert french.short_day(on).replace(" 1er ", " 1 ") == short


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money.of("15000"), "15 000,00 €"),
        (Money.of("0.5"), "0,50 €"),
        (Money.of("-1234567.89"), "-1 234 567,89 €"),
        (Money.of("1200", "CHF"), "1 200,00 CHF"),
        (Money.of("99.90", "GBP"), "99,90 £GB"),
        (Money.of("1200.50", "JPY"), "1 200,50 JPY"),
        (Money.of("7", "QQQ"), "7,00 QQQ"),
    ],
)
def test_a_sum_is_written_to_the_cent(money, text):
    assert plain(french.euros(money)) == text
    assert " " not in french.euros(money)  # never broken over two lines


def test_counting_and_listing():
    assert french.ordinal(1) == "1re"
    assert french.ordinal(3) == "3e"
    assert french.many(1, "jour") == "1 jour"
    assert french.many(2, "jour") == "2 jours"
    assert french.listed(["a"]) == "a"
    assert french.listed(["a", "b", "c"]) == "a, b et c"


# --- a line for everything ------------------------------------------------------


@pytest.mark.parametrize("code", WhyCode)
def test_every_reason_has_its_line(code):
    full = Why(
        code,
        on=date(2024, 3, 20),
        until=MONDAY,
        detail="relance ferme",
        rank=2,
        days=7,
        evidence=Evidence("m1"),
    )
    for why in (full, Why(code)):
        line = french.say_why(why, quote=QUOTE if why.evidence else "")
        assert "\n" not in line
        assert len(line) > 15
        assert "None" not in line
        assert "  " not in line
        assert code.value not in line
    assert french.say_why(full) != french.say_why(full, quote="") or "«" not in line


def test_two_reasons_never_read_the_same():
    lines = {french.say_why(Why(code)) for code in WhyCode}
    assert len(lines) == len(WhyCode)


WHYS = [
    (
        Why(WhyCode.WAITS_FOR_PROMISE, on=date(2024, 3, 20), until=MONDAY),
        (
            "rien ne part : paiement promis pour lundi 18 mars"
            " (« Je vous règle lundi prochain »), tolérance jusqu’au mercredi 20 mars"
        ),
    ),
    (
        Why(WhyCode.DISPUTED, detail="not_delivered"),
        (
            "rien ne part : litige, prestation non livrée"
            " (« Je vous règle lundi prochain »)"
        ),
    ),
    (
        Why(WhyCode.UNDER_REVIEW, detail="answer"),
        (
            "rien ne part : à lire, réponse à comprendre"
            " (« Je vous règle lundi prochain »)"
        ),
    ),
    (
        Why(WhyCode.HELD, until=date(2027, 1, 4), detail="absence"),
        (
            "rien ne part : suspendu jusqu’au lundi 4 janvier 2027, client absent"
            " (« Je vous règle lundi prochain »)"
        ),
    ),
    (
        Why(WhyCode.HELD, detail="person"),
        (
            "rien ne part : suspendu jusqu’à votre décision, à votre demande"
            " (« Je vous règle lundi prochain »)"
        ),
    ),
    (
        Why(WhyCode.SETTLED, until=MONDAY),
        "rien ne part : facture payée le lundi 18 mars 2024",
    ),
    (
        Why(WhyCode.SCENARIO_STEP, on=MONDAY, detail="relance ferme", days=10),
        "étape « relance ferme », prévue le lundi 18 mars (J+10 du scénario)",
    ),
    (
        Why(WhyCode.SCENARIO_STEP, on=MONDAY, detail="avis", days=-3),
        "étape « avis », prévue le lundi 18 mars (J-3 du scénario)",
    ),
    (
        Why(WhyCode.AFTER_DEADLINE, on=date(2024, 3, 19), until=MONDAY, detail="x"),
        (
            "étape « x », à partir du mardi 19 mars : le délai annoncé au client"
            " court jusqu’au lundi 18 mars 2024"
        ),
    ),
    (
        Why(WhyCode.PROMISE_BROKEN, on=date(2024, 3, 21), until=MONDAY, rank=1),
        (
            "paiement promis pour lundi 18 mars, pas arrivé"
            " (« Je vous règle lundi prochain »), 1re promesse non tenue"
        ),
    ),
]


@pytest.mark.parametrize(("why", "line"), WHYS, ids=lambda x: str(x)[:24])
def test_a_reason_names_its_day_and_its_words(why, line):
    assert plain(french.say_why(why, quote=QUOTE)) == line


STANDINGS = [
    (d.Settled(MONDAY), "payée le lun. 18 mars"),
    (d.Settled(None), "payée"),
    (d.WrittenOff(MONDAY), "abandonnée le lun. 18 mars"),
    (d.HandedOver(MONDAY), "transmise le lun. 18 mars"),
    (d.Insolvent(MONDAY), "procédure collective (lun. 18 mars)"),
    (d.UnderReview(ReviewKind.ANSWER, MONDAY), "à lire : réponse à comprendre"),
    (d.Disputed(DisputeReason.QUALITY, MONDAY, None), "litige : qualité"),
    (
        d.Disputed(DisputeReason.AMOUNT, MONDAY, Money.of(1200)),
        "litige : montant (1 200,00 €)",
    ),
    (
        d.Held(HoldWhy.ABSENCE, MONDAY),
        "suspendue jusqu’au lun. 18 mars : client absent",
    ),
    (d.Held(HoldWhy.PERSON, None), "suspendue : à votre demande"),
    (
        d.ClaimedPaid(None, MONDAY),
        "dite payée, banque attendue jusqu’au lun. 18 mars",
    ),
    (d.Promised(MONDAY, MONDAY, None), "promis pour lun. 18 mars"),
    (
        d.Promised(MONDAY, MONDAY, Money.of(500)),
        "500,00 € promis pour lun. 18 mars",
    ),
    (d.PromiseFailed(MONDAY, 1), "promesse non tenue (lun. 18 mars)"),
    (d.PromiseFailed(MONDAY, 2), "2e promesse non tenue (lun. 18 mars)"),
    (d.PromiseFailed(MONDAY, 0), "promesse du lun. 18 mars tenue en partie"),
    (d.Reminding(2), "relance 2"),
    (d.Reminding(0), "échue, à relancer"),
    (d.Upcoming(MONDAY), "échéance le lun. 18 mars"),
]


@pytest.mark.parametrize(("standing", "text"), STANDINGS, ids=lambda x: str(x)[:30])
def test_a_standing_fits_in_a_cell(standing, text):
    assert plain(french.say_standing(standing)) == text


def test_every_standing_is_in_the_table_above():
    assert {type(s) for s, _ in STANDINGS} == set(typing.get_args(d.Standing))


SAMPLES: dict[type, object] = {
    str: "2024-053",
    date: MONDAY,
    datetime: datetime(2024, 3, 18, 9, 0),  # noqa: DTZ001 - only its day is said
    int: 2,
    bool: True,
    Money: Money.of(15000),
    Decimal: Decimal(1),
    Evidence: Evidence("m1", "rule", 0, 4),
    tuple: ("compta@lumen.example",),
}


def sample_event(event: type, *, full: bool) -> Any:
    """Make an event of a class with plausible values in (all of) its fields."""
    hints = typing.get_type_hints(event)
    values = {}
    assert dataclasses.is_dataclass(event)
    for field in dataclasses.fields(event):
        bare = field.default is not dataclasses.MISSING
        if bare and not full:
            continue
        values[field.name] = _sample(hints[field.name])
    return event(**values)


def _sample(hint: object) -> object:
    if isinstance(hint, types.UnionType):
        hint = next(t for t in typing.get_args(hint) if t is not type(None))
    origin = typing.get_origin(hint)
    if origin is tuple and typing.get_args(hint)[0] is Contact:
        return (Contact("compta@lumen.example"),)
    hint = origin or hint
    assert isinstance(hint, type)
    if issubclass(hint, StrEnum):
        return next(iter(hint))
    return SAMPLES[hint]


@pytest.mark.parametrize("event", typing.get_args(e.Event))
def test_every_event_has_its_line(event):
    for full in (True, False):
        line = french.say_event(sample_event(event, full=full), quote=QUOTE)
        assert "\n" not in line
        assert "  " not in line
        assert "None" not in line
        assert len(line) > 10


def test_an_event_quotes_the_words_that_it_rests_on():
    made = e.PromiseMade("F1", MONDAY, date(2024, 3, 20), date(2024, 3, 14))
    assert plain(french.say_event(made, quote=QUOTE)) == (
        "paiement promis pour lundi 18 mars (« Je vous règle lundi prochain »),"
        " tolérance jusqu’au mercredi 20 mars"
    )
    cheque = dataclasses.replace(made, means=MeansOfPayment.CHEQUE)
    assert ", par chèque," in french.say_event(cheque)
    partly = e.PromiseBroken("F1", MONDAY, MONDAY, 0, partly=True)
    assert "non tenue" not in french.say_event(partly)


@pytest.mark.parametrize(
    ("say", "values"),
    [
        (french.say_label, Label),
        (french.say_reason, DisputeReason),
        (french.say_review, ReviewKind),
        (french.say_decision, Decision),
        (french.say_tone, Tone),
        (french.say_hold, HoldWhy),
        (french.say_channel, Channel),
        (french.say_means, MeansOfPayment),
        (french.say_debtor, DebtorKind),
        (french.say_promise, PromiseState),
        (french.say_letter, LetterState),
    ],
    ids=lambda x: getattr(x, "__name__", ""),
)
def test_every_value_has_its_word(say, values):
    words = [say(value) for value in values]
    assert len(set(words)) == len(words)
    assert all(words)


def test_an_occasion_is_named():
    assert plain(french.say_occasion("step:relance ferme")) == "étape « relance ferme »"
    assert french.say_occasion("promise:2:broken") == "suite de la 2e promesse"
    assert (
        french.say_occasion("promise:1:confirmation")
        == "confirmation de la 1re promesse"
    )
    assert french.say_occasion("manual") == "manual"


# --- strangers' words -----------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("deux\r\nlignes", "deux lignes"),
        ("\x1b[31mrouge\x1b[0m", "[31mrouge [0m"),
        ("abc\u202egnp.exe", "abcgnp.exe"),
        ("a\u2066b\u2069c\u200fd\ufeffe", "abcde"),
        ("a\u2028b", "a b"),
        ("Société Œuvre & Cie", "Société Œuvre & Cie"),
        ("", ""),
    ],
)
def test_a_stranger_writes_one_harmless_line(words, safe):
    assert french.one_line(words) == safe


def test_a_quotation_is_cut_and_cannot_be_closed_from_inside():
    long = french.quoted("mot " * 100)
    assert len(long) < typography.LONGEST_QUOTE + 6
    assert long.endswith("…\u00a0»")
    assert plain(french.quoted("«Payé» dit-il » et")) == "« Payé” dit-il ” et »"
    assert french.quoted("  \n ") == ""


def test_spaces_before_high_punctuation_do_not_break():
    text = french.fine_spaces(
        "Oui ; non ! Quoi ? Fin : « là » 12 %, http://a.b:80 a: b"
    )
    assert text == (
        "Oui\u202f; non\u202f! Quoi\u202f? Fin\u00a0: «\u00a0là\u00a0» 12\u00a0%,"
        " http://a.b:80 a: b"
    )


def test_saying_anything_imports_nothing_heavy():
    code = (
        "import sys, relancebot.french\n"
        "heavy = {'babel', 'jinja2', 'spacy', 'dateparser'} & set(sys.modules)\n"
        "sys.exit(' '.join(heavy) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
