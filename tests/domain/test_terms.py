"""The rules as they apply to one client and one invoice."""

from datetime import date

import pytest

from relancebot.domain.invoice import Contact, Role
from relancebot.domain.policy import (
    ClientRule,
    Confirm,
    DebtorKind,
    Formality,
    InvoiceRule,
    Language,
    MeansOfPayment,
    Tolerance,
)
from relancebot.domain.trade import Terms
from tests.domain.builders import ACCOUNTING, Story, trade

CLIENT = ClientRule(
    "Atelier LUMEN sarl",
    scenario="mails",
    language=Language.ENGLISH,
    formality=Formality.TU,
    debtor_kind=DebtorKind.PUBLIC,
    confirm=Confirm.PERSON,
    hold_until=date(2026, 3, 1),
    tolerance_days=Tolerance(transfer=5),
)


def terms(
    *clients: ClientRule, invoices: tuple[InvoiceRule, ...] = (), **changes: object
) -> Terms:
    rules = trade(clients=clients, invoices=invoices)
    story = Story(rules).invoice("2026-001", **changes)
    return rules.terms(story.dossier.client, story.case())


def test_without_an_override_the_common_rules_hold():
    plain = terms()

    assert plain.scenario.name == "standard"
    assert (plain.confirm, plain.hold_until) == (Confirm.AUTO, None)
    assert (plain.language, plain.formality) == (Language.FRENCH, Formality.VOUS)
    assert plain.debtor_kind is DebtorKind.PRO
    assert plain.tolerance == Tolerance()


@pytest.mark.parametrize("name", ["Atelier LUMEN sarl", "lumen", "LUMEN"])
def test_a_client_is_named_by_name_or_by_code(name):
    rule = ClientRule(name, scenario="recouveo")

    assert terms(rule).scenario.name == "recouveo"


def test_another_clients_override_does_not_apply():
    assert terms(ClientRule("Autre", scenario="mails")).scenario.name == "standard"


def test_the_clients_override_wins_over_the_common_rules():
    own = terms(CLIENT, formality=Formality.VOUS, language=Language.FRENCH)

    assert own.scenario.name == "mails"
    assert (own.language, own.formality) == (Language.ENGLISH, Formality.TU)
    assert own.debtor_kind is DebtorKind.PUBLIC
    assert own.confirm is Confirm.PERSON
    assert own.tolerance.of(MeansOfPayment.TRANSFER) == 5


def test_the_invoices_override_wins_over_the_clients():
    rule = InvoiceRule("2026-001", scenario="recouveo", confirm=Confirm.AUTO)
    own = terms(CLIENT, invoices=(rule,))

    assert own.scenario.name == "recouveo"
    assert own.confirm is Confirm.AUTO
    assert own.hold_until == date(2026, 3, 1)


def test_the_longer_of_two_holds_counts():
    rule = InvoiceRule("2026-001", hold_until=date(2026, 2, 10))

    assert terms(CLIENT, invoices=(rule,)).hold_until == date(2026, 3, 1)


def test_an_invoice_held_by_the_rules_waits_for_that_day():
    rule = InvoiceRule("2026-001", hold_until=date(2026, 3, 10))
    story = Story(trade(invoices=(rule,)), by_wake=True).invoice(due=date(2026, 2, 20))
    story.until("2026-03-31")

    assert story.left[0].day == date(2026, 3, 11)


def test_a_client_for_whom_nothing_leaves_without_the_person():
    rule = ClientRule("lumen", confirm=Confirm.PERSON)
    story = Story(trade(clients=(rule,))).invoice(due=date(2026, 2, 20))
    story.until("2026-03-31")

    assert story.left == []


@pytest.mark.parametrize(
    ("contacts", "chosen"),
    [
        ((), None),
        ((Contact("", "Sans adresse"),), None),
        ((Contact("boss@x.example", role=Role.DECISION_MAKER), ACCOUNTING), ACCOUNTING),
        ((Contact("boss@x.example", role=Role.DECISION_MAKER),), "boss@x.example"),
    ],
)
def test_reminders_go_to_the_accounting_first(contacts, chosen):
    story = Story().invoice(contacts=contacts)
    to = story.trade.recipient(story.dossier.client)

    assert to == chosen or (to is not None and to.email == chosen)
