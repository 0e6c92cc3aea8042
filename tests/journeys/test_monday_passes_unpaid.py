"""The main job: a reminder, a promise, its confirmation, its follow-up."""

from datetime import date

from relancebot.domain.dossier import Promised, PromiseFailed, Reminding, Settled
from relancebot.journeys.person_decides import mark_paid
from relancebot.journeys.views import case_view
from tests.journeys.world import INVOICE, ME, World

PROMISE = "Bonjour,\n\nJe vous règle lundi prochain.\n\nKarine Roussel\n"


def promised(world: World) -> None:
    """Play the story up to the promise of Thursday 14 March, for Monday the 18th."""
    world.invoices(INVOICE)
    world.turn("2024-03-06")
    world.days("2024-03-11")
    world.answers(PROMISE, when="2024-03-14 10:12")
    world.turn()


def test_the_first_reminder_leaves_once(world: World) -> None:
    world.invoices(INVOICE)
    for hour in ("09:30", "09:35", "09:40", "17:00"):
        world.turn(f"2024-03-06 {hour}")
    (letter,) = world.letters()
    assert "2024-053" in letter["Subject"]
    assert "Reply-To" not in letter
    text = letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has a text
    assert "18 000,00" in text.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert world.standing() == Reminding(1)


def test_the_exact_letter_lies_in_the_sent_folder(world: World) -> None:
    world.invoices(INVOICE)
    world.turn("2024-03-06 09:30")
    assert not world.servers.stored(ME, "Sent"), "the server may file it itself"
    world.days("2024-03-06 09:32", "2024-03-06 09:40")
    sent = world.servers.stored(ME, "Sent")
    assert [mail.raw for mail in sent] == [mail.raw for mail in world.servers.sent]


def test_lundi_prochain_is_promised_with_the_quoted_words(world: World) -> None:
    promised(world)
    assert isinstance(world.standing(), Promised)
    (promise,) = world.case().promises
    assert promise.by == date(2024, 3, 18)
    assert promise.wait_until == date(2024, 3, 20)
    view = case_view(world.office, "2024-053", world.clock.now())
    assert any("Je vous règle lundi prochain" in line.text for line in view.timeline)


def test_the_confirmation_spells_the_day_out_in_the_thread(world: World) -> None:
    promised(world)
    first, confirmation = world.letters()
    text = confirmation.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has a text
    assert "lundi 18 mars" in text
    assert confirmation["In-Reply-To"] == "<answer-1@lumen.example>"
    assert confirmation["References"].split() == [
        first["Message-ID"],
        "<answer-1@lumen.example>",
    ]
    assert confirmation["Subject"] == f"Re: {first['Subject']}"


def test_nothing_leaves_while_the_promise_is_waited_for(world: World) -> None:
    promised(world)
    world.days("2024-03-15", "2024-03-18", "2024-03-19", "2024-03-20")
    assert len(world.letters()) == 2


def test_the_follow_up_leaves_by_itself_and_quotes_the_promise(world: World) -> None:
    promised(world)
    world.days("2024-03-18", "2024-03-20", "2024-03-21")
    assert isinstance(world.standing(), PromiseFailed)
    follow_up = world.letters()[-1]
    assert len(world.letters()) == 3
    text = follow_up.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has a text
    assert "lundi 18 mars" in text
    assert "lundi prochain" in text
    world.days("2024-03-21 17:00", "2024-03-22")
    assert len(world.letters()) == 3


def test_paid_in_between_stops_everything(world: World) -> None:
    promised(world)
    world.at("2024-03-18 15:00")
    mark_paid(world.office, "2024-053", None, date(2024, 3, 18), world.click())
    world.days("2024-03-21", "2024-03-22", "2024-04-15", "2024-06-03")
    assert isinstance(world.standing(), Settled)
    assert len(world.letters()) == 2
    view = case_view(world.office, "2024-053", world.clock.now())
    assert not view.items


def test_the_second_broken_promise_is_met_more_firmly(world: World) -> None:
    promised(world)
    world.days("2024-03-21")
    world.answers("Je vous fais le virement vendredi, promis.", when="2024-03-22 09:10")
    world.turn()
    assert isinstance(world.standing(), Promised)
    world.days("2024-03-29", "2024-04-02", "2024-04-03", "2024-04-04")
    assert world.standing() == PromiseFailed(date(2024, 3, 29), 2)
    subjects = [letter["Subject"] for letter in world.letters()]
    assert len(subjects) == 5
    texts = [
        letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # they have a text
        for letter in world.letters()
    ]
    assert len(set(texts)) == 5
    assert "vendredi 29 mars" in texts[-1]


def test_the_third_broken_promise_goes_to_the_person(world: World) -> None:
    promised(world)
    world.days("2024-03-21")
    world.answers("Je vous règle vendredi sans faute.", when="2024-03-22 09:10")
    world.days("2024-03-22 09:12", "2024-04-04")
    world.answers("Cette fois je vous paie mardi.", when="2024-04-05 11:00")
    world.days("2024-04-05 11:02", "2024-04-12")
    sent = len(world.letters())
    world.days("2024-04-15", "2024-04-16", "2024-05-15")
    assert len(world.letters()) == sent
    view = case_view(world.office, "2024-053", world.clock.now())
    assert [item.kind for item in view.items] == ["letter"]
