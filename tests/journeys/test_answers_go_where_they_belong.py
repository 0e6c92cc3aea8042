"""Disputes, absences, claims, bounces, strangers: each to its place."""

from datetime import date

import pytest

from relancebot.domain.dossier import (
    ClaimedPaid,
    Disputed,
    Held,
    Reminding,
    Settled,
    UnderReview,
)
from relancebot.domain.events import HoldWhy, ReviewKind
from relancebot.domain.reading import DisputeReason
from relancebot.journeys.person_decides import mark_paid, resume
from relancebot.journeys.views import items
from tests.journeys.world import INVOICE, ME, ORDINAL, OTHER, PAUL, STRANGER, World

MONTHS = ("2024-03-15", "2024-04-02", "2024-05-02", "2024-06-03", "2024-09-02")


def reminded(world: World, *rows: str) -> None:
    world.invoices(*(rows or (INVOICE,)))
    world.turn("2024-03-06")
    assert world.letters()


def test_a_quiet_dispute_stops_its_invoice_for_good(world: World) -> None:
    reminded(world)
    world.answers(
        "Bonjour,\n\nLe rapport final prévu au devis ne nous a jamais été remis, nous "
        "attendons toujours.\n\nKarine",
        when="2024-03-07 11:20",
    )
    world.turn()
    stands = world.standing()
    assert isinstance(stands, Disputed)
    assert stands.reason is DisputeReason.NOT_DELIVERED
    world.days(*MONTHS)
    assert len(world.letters()) == 1
    (item,) = items(world.office)
    assert item.kind == ReviewKind.DISPUTE
    assert "rapport final" in item.quote


def test_a_dispute_resumed_goes_back_to_its_level(world: World) -> None:
    reminded(world)
    world.answers(
        "Nous contestons cette facture : les prestations sont de mauvaise qualité.",
        when="2024-03-07 11:20",
    )
    world.turn()
    world.at("2024-03-20 10:00")
    resume(world.office, "2024-053", world.click())
    assert world.standing() == Reminding(1)
    world.days("2024-03-20 10:05", "2024-03-21", "2024-03-27")
    assert len(world.letters()) == 2
    assert "relance-1" not in world.case().letters[-1].occasion


def test_an_absence_parks_until_the_day_after_the_return(world: World) -> None:
    reminded(world)
    world.answers(
        "Je suis absente jusqu'au 22 mars inclus, de retour le lundi 25 mars.",
        when="2024-03-06 10:00",
        headers=(("Auto-Submitted", "auto-replied"),),
        subject="Réponse automatique : absence",
    )
    world.turn()
    assert world.standing() == Held(HoldWhy.ABSENCE, date(2024, 3, 26))
    world.days("2024-03-15", "2024-03-18", "2024-03-25", "2024-03-26")
    assert len(world.letters()) == 1
    world.days("2024-03-27", "2024-03-28")
    assert len(world.letters()) == 2


def test_a_promise_quoted_by_an_absence_is_none(world: World) -> None:
    reminded(world)
    world.answers(
        "Je suis absente cette semaine.\n\n> Je vous règle lundi prochain.\n",
        when="2024-03-06 10:00",
        headers=(("Auto-Submitted", "auto-replied"),),
    )
    world.turn()
    assert not world.case().promises


def test_already_paid_waits_for_the_bank_then_asks(world: World) -> None:
    reminded(world)
    world.answers("Le virement est parti hier.", when="2024-03-07 11:20")
    world.turn()
    assert isinstance(world.standing(), ClaimedPaid)
    world.days("2024-03-08", "2024-03-11", "2024-03-12")
    assert len(world.letters()) == 1
    world.days("2024-03-13", "2024-04-15")
    assert world.standing() == UnderReview(ReviewKind.CLAIM_UNPAID, date(2024, 3, 13))
    assert len(world.letters()) == 1
    mark_paid(world.office, "2024-053", None, date(2024, 3, 13), world.click())
    assert isinstance(world.standing(), Settled)
    assert not items(world.office)


def test_an_unclear_answer_waits_for_the_person(world: World) -> None:
    reminded(world)
    world.answers("Serait-il possible de vous payer fin avril ?", when="2024-03-07")
    world.turn("2024-03-07 09:32")
    assert isinstance(world.standing(), UnderReview)
    world.days(*MONTHS)
    assert len(world.letters()) == 1
    assert not world.case().promises


def test_a_dead_address_goes_to_the_person(world: World) -> None:
    reminded(world)
    (letter,) = world.letters()
    report = (
        "From: Mail Delivery System <MAILER-DAEMON@mx.consultant.example>\r\n"
        f"To: {ME}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        "Date: Wed, 06 Mar 2024 09:31:00 +0100\r\nMessage-ID: <b1@mx.example>\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/report;"
        ' report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nUser unknown\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx.example\r\n\r\n"
        "Final-Recipient: rfc822; k.roussel@lumen.example\r\nAction: failed\r\n"
        "Status: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
        f"Message-ID: {letter['Message-ID']}\r\n\r\n--b--\r\n"
    )
    world.at("2024-03-06 09:40")
    world.servers.deliver(ME, report.encode(), when=world.clock.now())
    world.turn("2024-03-06 09:41")
    (item,) = items(world.office)
    assert item.kind == ReviewKind.NO_CONTACT
    world.days(*MONTHS)
    assert len(world.letters()) == 1


def test_a_stranger_changes_nothing(world: World) -> None:
    reminded(world)
    before = world.office.store.history("atelier-lumen")
    stranger = next(iter(world.letters(STRANGER)), None)
    assert stranger is None
    world.answers(
        "Facture 2024-053 : je vous règle lundi, changez d'IBAN.",
        sender=STRANGER,
        when="2024-03-07",
    )
    world.turn("2024-03-07 09:35")
    assert world.office.store.history("atelier-lumen") == before


def test_a_stranger_in_the_thread_is_shown_to_the_person(world: World) -> None:
    reminded(world)
    world.answers(
        "Je vous règle lundi prochain.",
        sender=STRANGER,
        when="2024-03-07",
        to_letter=world.letters()[0],
    )
    world.turn("2024-03-07 09:35")
    assert not world.case().promises
    (item,) = items(world.office)
    assert item.kind == ReviewKind.STRANGER
    world.days(*MONTHS)
    assert len(world.letters()) == 1


def test_the_users_own_mail_is_left_as_it_was(world: World) -> None:
    reminded(world)
    world.answers("On déjeune jeudi ?", sender=STRANGER, when="2024-03-07")
    world.answers("Je vous règle lundi prochain.", when="2024-03-07 09:10")
    world.turn("2024-03-07 09:35")
    assert {mail.flags & {b"\\Seen"} for mail in world.servers.stored(ME)} == {
        frozenset()
    }
    assert len(world.servers.stored(ME)) == 2
    assert world.office.store.mail.by_id(["<answer-1@ailleurs.example>"]) == ()


def test_a_known_client_without_thread_names_the_invoice(world: World) -> None:
    reminded(world)
    world.answers(
        "Bonjour, pour la facture 2024-053, je vous règle lundi prochain.",
        when="2024-03-14 10:00",
        to_letter=_blank(world),
    )
    world.turn("2024-03-14 10:05")
    (promise,) = world.case().promises
    assert promise.by == date(2024, 3, 18)


def _blank(world: World):
    letter = world.letters()[0]
    letter.replace_header("Message-ID", "<personne@nulle-part.example>")
    return letter


def test_one_mail_speaks_of_three_invoices(world: World) -> None:
    third = INVOICE.replace("2024-053", "2024-061")
    reminded(world, INVOICE, OTHER, third)
    world.answers(
        "Bonjour,\n\nLa facture 2024-053 sera réglée lundi prochain.\n"
        "La facture 2024-060 est contestée, la prestation est inachevée.\n"
        "La facture 2024-061 a été payée hier par virement.\n\nKarine",
        when="2024-03-07 11:00",
    )
    world.turn("2024-03-07 11:05")
    assert isinstance(world.standing("2024-060"), Disputed)
    world.days(*MONTHS[:2])
    letters = world.letters()
    assert all("2024-060" not in letter["Subject"] for letter in letters[1:])


@pytest.mark.parametrize("again", ["same folder", "renumbered"])
def test_the_same_mail_counts_once(world: World, again: str) -> None:
    reminded(world)
    raw = world.answers("Je vous règle lundi prochain.", when="2024-03-14 10:00")
    world.turn("2024-03-14 10:05")
    if again == "same folder":
        world.servers.deliver(ME, raw, when=world.clock.now())
    else:
        world.servers.change_uidvalidity(ME)
    world.turn("2024-03-14 10:10")
    world.turn("2024-03-14 10:15")
    assert len(world.case().promises) == 1
    assert len(world.letters()) == 2


def test_another_client_goes_on_meanwhile(world: World) -> None:
    world.invoices(INVOICE, ORDINAL)
    world.turn("2024-03-06")
    world.answers("Nous contestons cette facture.", when="2024-03-07")
    world.days("2024-03-07 09:35", "2024-03-18")
    assert len(world.letters()) == 1
    assert len(world.letters(PAUL)) == 2


def test_a_hostile_mail_commands_no_terminal(world: World) -> None:
    reminded(world)
    world.answers(
        "Nous contestons cette facture.\x1b[2J\x1b]0;titre\x07 \u202egnol\n\x1b[31mfin",
        when="2024-03-07 11:00",
    )
    world.turn("2024-03-07 11:05")
    (item,) = items(world.office)
    shown = f"{item.text}{item.quote}{item.subject}{item.sender}"
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\n" in item.text
