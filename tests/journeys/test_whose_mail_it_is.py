"""Whose mail it is: shared addresses, strange threads, lists, forgers, robots."""

from datetime import date
from email.message import EmailMessage

import pytest

from relancebot.domain.dossier import Disputed, Held, Promised, UnderReview
from relancebot.domain.events import ReviewKind
from relancebot.journeys.views import items, status
from tests.journeys.world import INVOICE, KARINE, ME, STRANGER, World

PROMISE = "Je vous règle lundi prochain."
FIRM = "compta@cabinet-martin.example"
# An accounting firm that pays for two clients, from one address.
LUMEN = f"2024-053;Atelier Lumen;15/02/2024;16/01/2024;18 000,00;{FIRM};pro\n"
VEGA = f"2024-070;Vega;15/02/2024;16/01/2024;900,00;{FIRM};pro\n"
# The owner of two companies: each has its own desk, and both have her address.
COLLEAGUE = "direction@lumen.example"


def reminded(world: World, *rows: str) -> None:
    world.invoices(*(rows or (INVOICE,)))
    world.turn("2024-03-06")
    assert world.servers.sent


def without_thread(world: World, to: str) -> EmailMessage:
    """Give a letter that nobody wrote: an answer to it belongs to no thread."""
    letter = world.letters(to)[0]
    letter.replace_header("Message-ID", "<personne@nulle-part.example>")
    return letter


# --- one address, several clients --------------------------------------------------


def test_a_shared_address_that_answers_a_letter_speaks_of_its_client(
    world: World,
) -> None:
    reminded(world, LUMEN, VEGA)
    first = world.letters(FIRM)[0]
    whose = "2024-053" if "2024-053" in str(first["Subject"]) else "2024-070"
    other = "2024-070" if whose == "2024-053" else "2024-053"
    world.answers(PROMISE, sender=FIRM, when="2024-03-14 10:00", to_letter=first)
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing(whose), Promised)
    assert not world.case(other).promises


def test_a_shared_address_that_names_an_invoice_speaks_of_its_client(
    world: World,
) -> None:
    reminded(world, LUMEN, VEGA)
    world.answers(
        "Bonjour, pour la facture 2024-070, je vous règle lundi prochain.",
        sender=FIRM,
        when="2024-03-14 10:00",
        to_letter=without_thread(world, FIRM),
        subject="Votre facture",
    )
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing("2024-070"), Promised)
    assert not world.case("2024-053").promises
    assert not [x for x in items(world.office) if x.kind == ReviewKind.ANSWER]


def test_a_shared_address_without_a_clue_stops_all_its_clients(world: World) -> None:
    reminded(world, LUMEN, VEGA)
    sent = len(world.servers.sent)
    world.answers(
        PROMISE,
        sender=FIRM,
        when="2024-03-14 10:00",
        to_letter=without_thread(world, FIRM),
        subject="Bonjour",
    )
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing("2024-053"), UnderReview)
    assert isinstance(world.standing("2024-070"), UnderReview)
    world.days("2024-03-18", "2024-04-02")
    assert len(world.servers.sent) == sent
    assert {item.client_name for item in items(world.office)} == {
        "Atelier Lumen",
        "Vega",
    }


def test_an_answer_to_one_client_about_the_other_is_shown_for_both(
    world: World,
) -> None:
    reminded(world, LUMEN, VEGA)
    first = world.letters(FIRM)[0]
    whose = "2024-053" if "2024-053" in str(first["Subject"]) else "2024-070"
    other = "2024-070" if whose == "2024-053" else "2024-053"
    world.answers(
        f"Pour la facture {other}, je vous règle lundi prochain.",
        sender=FIRM,
        when="2024-03-14 10:00",
        to_letter=first,
    )
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing(other), UnderReview)
    assert not world.case(other).promises
    assert not world.case(whose).promises
    sent = len(world.servers.sent)
    world.turn("2024-03-15")
    assert len(world.servers.sent) == sent


# --- threads and strangers ----------------------------------------------------------


def test_in_a_strangers_thread_our_reference_shows_the_client(world: World) -> None:
    reminded(world)
    text = world.letters()[0].get_body(("plain",))
    assert text is not None
    quoted = "".join(f"> {line}\n" for line in text.get_content().splitlines())
    world.answers(
        f"{PROMISE}\n\nLe mer. 6 mars 2024 à 09:30, Moi a écrit :\n{quoted}",
        when="2024-03-14 10:00",
        to_letter=without_thread(world, KARINE),
        subject="Tout autre chose",
    )
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing(), Promised)


@pytest.mark.parametrize("sender", [COLLEAGUE, STRANGER])
def test_a_forwarded_reminder_answered_by_somebody_else_waits(
    world: World, sender: str
) -> None:
    reminded(world)
    world.answers(
        f"Karine m'a transmis votre message. {PROMISE}",
        sender=sender,
        when="2024-03-14 10:00",
        to_letter=world.letters()[0],
    )
    world.turn("2024-03-14 10:05")
    (item,) = items(world.office)
    assert item.kind == ReviewKind.STRANGER
    assert not world.case().promises
    world.days("2024-03-18", "2024-04-02")
    assert len(world.letters()) == 1


def test_a_colleague_who_opens_a_new_mail_about_the_invoice_is_shown(
    world: World,
) -> None:
    reminded(world)
    world.answers(
        "La facture 2024-053 sera réglée lundi prochain.",
        sender=COLLEAGUE,
        when="2024-03-14 10:00",
        to_letter=without_thread(world, KARINE),
        subject="Votre facture",
    )
    world.turn("2024-03-14 10:05")
    (item,) = items(world.office)
    assert item.kind == ReviewKind.STRANGER


def test_a_mailing_list_of_a_client_is_no_answer(world: World) -> None:
    reminded(world)
    world.answers(
        "Retrouvez nos nouveautés de printemps et profitez de -20 % jusqu'à lundi.",
        when="2024-03-14 10:00",
        to_letter=without_thread(world, KARINE),
        subject="La lettre de l'Atelier Lumen",
        headers=(
            ("List-Id", "<lettre.lumen.example>"),
            ("List-Unsubscribe", "<https://lumen.example/non>"),
            ("Precedence", "bulk"),
        ),
    )
    world.turn("2024-03-14 10:05")
    assert not world.case().promises
    assert not world.case().dispute


def test_a_copied_reference_proves_nothing(world: World) -> None:
    reminded(world)
    reference = world.office.store.references()[0]
    world.answers(
        f"Réf. {reference} : je vous règle lundi prochain, à un autre IBAN.",
        sender=STRANGER,
        when="2024-03-14 10:00",
        to_letter=without_thread(world, KARINE),
        subject="Bonjour",
    )
    world.turn("2024-03-14 10:05")
    (item,) = items(world.office)
    assert item.kind == ReviewKind.STRANGER
    assert not world.case().promises


def test_a_display_name_is_not_an_address(world: World) -> None:
    reminded(world)
    world.answers(
        PROMISE, sender=f"{ME} <{KARINE}>", when="2024-03-14 10:00",
        to_letter=world.letters()[0],
    )  # fmt: skip
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing(), Promised)


def test_our_own_letter_in_the_inbox_is_no_answer(world: World) -> None:
    reminded(world)
    world.servers.deliver(ME, world.servers.sent[0].raw, when=world.clock.now())
    before = world.office.store.history("atelier-lumen")
    world.turn("2024-03-06 10:00")
    assert world.office.store.history("atelier-lumen") == before


# --- who proves the sender ----------------------------------------------------------

PROOFS = [
    ("mx.me.example; dmarc=pass header.from=lumen.example", True),
    ("mx.me.example; spf=pass smtp.mailfrom=k.roussel@lumen.example", True),
    ("mx.me.example; spf=fail; dkim=pass header.d=lumen.example", True),
    ("mx.me.example; spf=none; dkim=none", True),
    ("spf=pass smtp.mailfrom=lumen.example; dkim=none; dmarc=pass", True),
    ("mx.me.example; dmarc=fail header.from=lumen.example", False),
    ("mx.me.example; spf=fail smtp.mailfrom=lumen.example; dkim=none", False),
    ("mx.me.example; spf=pass smtp.mailfrom=x@forger.example", False),
    ("mx.me.example; dkim=pass header.d=forger.example; dmarc=none", False),
    ("spf=fail (sender IP is 9.9.9.9) smtp.mailfrom=lumen.example", False),
]


@pytest.mark.parametrize(("said", "alone"), PROOFS)
def test_an_answer_acts_alone_only_when_nobody_doubts_its_sender(
    world: World, *, said: str, alone: bool
) -> None:
    reminded(world)
    world.answers(
        PROMISE,
        when="2024-03-14 10:00",
        headers=(("Authentication-Results", said),),
    )
    world.turn("2024-03-14 10:05")
    assert bool(world.case().promises) is alone
    if not alone:
        (item,) = items(world.office)
        assert item.kind == ReviewKind.ANSWER
        assert any("pas prouvé" in why for why in item.why)


@pytest.mark.parametrize(
    ("name", "alone"), [("mx.me.example", False), ("mx.autre.example", True)]
)
def test_only_the_own_servers_findings_count_when_it_is_named(
    world: World, *, name: str, alone: bool
) -> None:
    account = world.office.policy.accounts[0]
    object.__setattr__(account, "authserv_id", name)
    reminded(world)
    said = "mx.me.example; dmarc=fail header.from=lumen.example"
    world.answers(
        PROMISE, when="2024-03-14 10:00", headers=(("Authentication-Results", said),)
    )
    world.turn("2024-03-14 10:05")
    assert bool(world.case().promises) is alone


def test_a_doubtful_dispute_still_holds(world: World) -> None:
    reminded(world)
    world.answers(
        "Nous contestons cette facture : la prestation est de mauvaise qualité.",
        when="2024-03-14 10:00",
        headers=(("Authentication-Results", "mx; dmarc=fail"),),
    )
    world.turn("2024-03-14 10:05")
    assert isinstance(world.standing(), Disputed)


# --- letters that come back ---------------------------------------------------------


def test_a_report_without_our_id_is_known_by_its_recipient(world: World) -> None:
    reminded(world)
    world.at("2024-03-08 09:00").report(KARINE)
    world.turn("2024-03-08 09:05")
    (item,) = items(world.office)
    assert item.kind == ReviewKind.NO_CONTACT


@pytest.mark.parametrize(
    ("recipient", "returned", "when"),
    [
        ("quelquun@loin.example", "", "2024-03-08 09:00"),
        (KARINE, "<pourriel@faux.example>", "2024-03-08 09:00"),
        (KARINE, "", "2024-03-12 09:00"),
    ],
    ids=["another recipient", "another mail", "long after"],
)
def test_the_report_of_a_mail_in_our_name_is_not_ours(
    world: World, recipient: str, returned: str, when: str
) -> None:
    reminded(world)
    world.at(when).report(recipient, returned=returned)
    world.turn()
    dossier = world.office.store.dossier("atelier-lumen")
    assert dossier is not None
    assert not dossier.client.dead_addresses
    assert not dossier.client.reviews


def test_our_id_anywhere_in_a_report_is_enough(world: World) -> None:
    reminded(world)
    ours = world.letters()[0]["Message-ID"]
    world.at("2024-03-20 09:00").report(
        "alias@lumen.example", text=f"Your message {ours} was not delivered."
    )
    world.turn("2024-03-20 09:05")
    assert items(world.office)


# --- loops --------------------------------------------------------------------------


def test_a_robot_that_always_answers_gets_nothing_and_is_told_in_one_line(
    world: World,
) -> None:
    reminded(world)
    for minute in range(50):
        world.answers(
            "Je suis absent jusqu'au 22 mars inclus.",
            when=f"2024-03-06 10:{minute:02}",
            headers=(("Auto-Submitted", "auto-replied"),),
            subject=f"Réponse automatique {minute}",
        )
        if minute % 10 == 9:
            world.turn()
    assert len(world.servers.sent) == 1
    view = status(world.office, world.clock.now())
    (line,) = view.set_aside
    assert KARINE in line
    held = [
        x
        for x in world.office.store.history("atelier-lumen")
        if type(x.event).__name__ == "ClientHeld"
    ]
    assert len(held) == 5, "the others are kept and change nothing"
    assert isinstance(world.standing(), Held)
    world.answers(
        "Je suis absent jusqu'au 22 mars inclus.",
        when="2024-03-11 10:00",
        headers=(("Auto-Submitted", "auto-replied"),),
    )
    world.turn()
    assert not status(world.office, world.clock.now()).set_aside


@pytest.mark.parametrize(
    ("sender", "parked"), [(KARINE, True), (COLLEAGUE, True), (STRANGER, False)]
)
def test_only_the_clients_own_machines_park_the_client(
    world: World, *, sender: str, parked: bool
) -> None:
    reminded(world)
    world.answers(
        "Je suis absent jusqu'au 22 mars inclus.",
        sender=sender,
        when="2024-03-06 10:00",
        to_letter=world.letters()[0],
        headers=(("Auto-Submitted", "auto-replied"),),
    )
    world.turn("2024-03-06 10:05")
    assert isinstance(world.standing(), Held) is parked


def test_a_robot_that_passes_for_a_person_gets_one_letter_a_day(world: World) -> None:
    reminded(world)
    for number in range(50):
        world.answers(
            f"Je vous règle le {15 + number % 15} avril.",
            when=f"2024-03-14 10:{number:02}",
        )
        world.turn()
    letters = [x for x in world.letters() if "10:" in str(x["Date"])]
    assert len(letters) <= 1


# --- read late ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("back", "promised"), [("2024-03-19 10:00", True), ("2024-03-28 10:00", False)]
)
def test_a_promise_read_after_its_day_and_tolerance_goes_to_the_person(
    world: World, *, back: str, promised: bool
) -> None:
    reminded(world)
    world.answers(PROMISE, when="2024-03-14 10:00")
    world.turn(back)
    assert bool(world.case().promises) is promised
    if not promised:
        world.days("2024-04-02", "2024-04-15")
        assert isinstance(world.standing(), UnderReview)
        assert len(world.letters()) == 1, "nobody is accused"
    else:
        assert world.case().promises[0].by == date(2024, 3, 18)
