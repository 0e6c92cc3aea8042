"""The statement of a formal notice: what late payment adds, to the cent."""

from datetime import date

import pytest

from relancebot.domain.dossier import Case, Client, Dossier
from relancebot.domain.invoice import Contact
from relancebot.domain.ledger import Payment, Segment
from relancebot.domain.money import Money
from relancebot.domain.plan import LetterDue, LetterItem, LetterPlan
from relancebot.domain.policy import (
    Account,
    Creditor,
    DebtorKind,
    Language,
    Policy,
    Scenario,
    Secret,
    Server,
    Step,
    Tone,
)
from relancebot.domain.trade import Trade
from relancebot.domain.why import Why, WhyCode
from relancebot.letters import (
    Letter,
    LetterContext,
    letter_context,
    missing_fields,
)
from relancebot.office import shipped_rates
from tests.test_letters import LETTERS, plain

HOST = Server("mail.example", 993)


def _formal(kind: DebtorKind, language: Language = Language.FRENCH) -> Letter:
    policy = Policy(
        Creditor("Conseil"),
        (Account("a", "moi@x.example", HOST, HOST, Secret(env="X")),),
        (Scenario("s", (Step("un", 3, template="relance-1"),)),),
        "s",
    )
    case = Case(
        "2026-053",
        "c",
        Money.of(18000),
        date(2026, 1, 16),
        date(2026, 2, 15),
        "Audit",
        paid=Money.of(5000),
        payments=(Payment(date(2026, 6, 30), Money.of(5000)),),
    )
    contact = Contact("compta@x.example")
    client = Client("c", "Client", "R7K2-9QXD", (contact,), kind, language)
    due = LetterDue("step:un", "mise-en-demeure", Tone.FORMAL_NOTICE, 15)
    item = LetterItem("2026-053", due, Why(WhyCode.SCENARIO_STEP))
    plan = LetterPlan("c", contact, (item,), due.template, due.tone, 15, reminder=True)
    context = letter_context(
        Trade(policy, rates=shipped_rates()),
        Dossier(client, {case.number: case}),
        plan,
        date(2026, 11, 22),
    )
    assert any("2026-S2" in field for field in missing_fields(context)) == (
        kind in {DebtorKind.PRO, DebtorKind.PUBLIC}
        and any(not s.confirmed for s in _segments(context))
    )
    return LETTERS.render("mise-en-demeure", context)


def _segments(context: LetterContext) -> tuple[Segment, ...]:
    said = context.invoices[0].statement
    return said.segments if said else ()


def test_a_formal_notice_states_the_claim_to_the_cent() -> None:
    text = plain(_formal(DebtorKind.PRO).text)
    assert "principal 13 000,00 €" in text
    assert "(135 jours à 12,15 %) : 808,89 €" in text
    assert "(145 jours à 12,40 %) : 640,38 €" in text
    assert "total : 14 489,27 €" in text
    assert "imputés d’abord sur le principal" in text


@pytest.mark.parametrize("kind", [DebtorKind.CONSUMER, DebtorKind.UNKNOWN])
def test_nobody_else_is_asked_for_penalties(kind: DebtorKind) -> None:
    text = plain(_formal(kind).text)
    assert "Décompte" not in text
    assert "40" not in text.replace("2024", "").replace("1344", "")


def test_a_formal_notice_in_english_states_the_same() -> None:
    text = plain(_formal(DebtorKind.PRO, Language.ENGLISH).text)
    assert "135 days at 12.15%" in text
    assert "14,489.27" in text
