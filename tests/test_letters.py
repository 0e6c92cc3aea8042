"""Letters: every one reads well, none says what it must not, nothing hostile lives."""

import dataclasses
import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from relancebot.domain.calendar import WorkCalendar
from relancebot.domain.decide import decide
from relancebot.domain.dossier import (
    Case,
    Client,
    Dossier,
    LetterRecord,
    LetterState,
    Promise,
    PromiseState,
    Review,
    StepRecord,
)
from relancebot.domain.events import Decision, Evidence, ReviewKind, StepDone
from relancebot.domain.facts import PersonDecided
from relancebot.domain.invoice import Contact, Role
from relancebot.domain.money import Money
from relancebot.domain.plan import CasePlan, LetterDue, LetterItem, LetterPlan, TaskDue
from relancebot.domain.policy import (
    Account,
    Channel,
    ClientRule,
    Confirm,
    Creditor,
    DebtorKind,
    Formality,
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
    VARIABLES,
    Letter,
    LetterError,
    Letters,
    Particulars,
    Setting,
    check,
    letter_context,
    missing_fields,
    plan_of_task,
)
from relancebot.letters.samples import CREDITOR, sample, samples
from relancebot.letters.view import view_of

TEMPLATES = Path(__file__).parent.parent / "templates"
LETTERS = Letters.read(TEMPLATES)
THURSDAY = date(2024, 3, 14)
MONDAY = date(2024, 3, 18)
VARIANTS = {
    "vous": (Language.FRENCH, Formality.VOUS),
    "tu": (Language.FRENCH, Formality.TU),
    "en": (Language.ENGLISH, Formality.VOUS),
}
EXPECTED = {
    "avant-echeance",
    "relance-1",
    "relance-2",
    "relance-3",
    "appel",
    "mise-en-demeure",
    "transmission",
    "recommande",
    "confirmation-promesse",
    "promesse-non-tenue-1",
    "promesse-non-tenue-2",
    "remerciement",
}
ABOUT_A_PROMISE = {
    "confirmation-promesse",
    "promesse-non-tenue-1",
    "promesse-non-tenue-2",
}


def plain(text: str) -> str:
    """Read a text with ordinary spaces, to compare words only."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def reading(text: str) -> str:
    """Read a text as one line of words."""
    return " ".join(plain(text).split())


# --- a small file, as the trade keeps it ----------------------------------------


def trade_of(**rule: Any) -> Trade:
    server = Server("localhost", 993)
    policy = Policy(
        creditor=CREDITOR,
        accounts=(
            Account("principal", "t@thomas.example", server, server, Secret(env="X")),
            Account("autre", "autre@thomas.example", server, server, Secret(env="X")),
        ),
        scenarios=(
            Scenario(
                "standard",
                (
                    Step(
                        "med",
                        30,
                        Channel.LETTER,
                        "mise-en-demeure",
                        Tone.FORMAL_NOTICE,
                        Confirm.PERSON,
                        deadline_days=15,
                    ),
                ),
            ),
        ),
        scenario="standard",
        clients=(ClientRule("lumen", **rule),) if rule else (),
    )
    return Trade(policy, WorkCalendar())


TO = Contact("k.roussel@lumen.example", "Karine Roussel", Role.ACCOUNTING)
CLIENT = Client(
    "lumen", "Atelier Lumen SARL", "R7K2-9QXD", (TO,), debtor_kind=DebtorKind.PRO
)


def case(number: str = "2024-053", total: str = "15000", **more: Any) -> Case:
    facts: dict[str, Any] = {
        "issued": date(2024, 1, 16),
        "due": date(2024, 2, 15),
        "subject": "Audit énergétique",
        **more,
    }
    return Case(number, "lumen", Money.of(total), **facts)


def file_of(*cases: Case, client: Client = CLIENT) -> Dossier:
    return Dossier(client, {c.number: c for c in cases})


def planned(
    template: str, *numbers: str, occasion: str = "step:x", days: int = 0
) -> LetterPlan:
    items = tuple(
        LetterItem(
            number,
            LetterDue(occasion, template, Tone.FIRM, days),
            Why(WhyCode.SCENARIO_STEP),
        )
        for number in numbers or ("2024-053",)
    )
    return LetterPlan("lumen", TO, items, template, Tone.FIRM, days, reminder=True)


def promise(by: date, state: PromiseState = PromiseState.OPEN, **more: Any) -> Promise:
    facts: dict[str, Any] = {"evidence": Evidence("m1"), **more}
    return Promise(by, by + timedelta(days=2), THURSDAY, state=state, **facts)


def mail_of(on: date, state: LetterState, tone: Tone = Tone.COURTEOUS) -> LetterRecord:
    return LetterRecord("step:r", f"l{on}", f"<{on}>", (TO.email,), tone, on, state)


def write(
    template: str,
    dossier: Dossier,
    today: date = THURSDAY,
    *,
    plan: LetterPlan | None = None,
    quotes: dict[str, str] | None = None,
    trade: Trade | None = None,
) -> Letter:
    plan = plan or planned(template, *dossier.cases)
    context = letter_context(
        trade or trade_of(), dossier, plan, today, quotes=quotes or {}
    )
    return LETTERS.render(template, context)


# --- every letter ---------------------------------------------------------------


def test_the_starter_has_every_letter_without_a_fault():
    assert LETTERS.names == EXPECTED
    assert check(LETTERS) == ()


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("template", sorted(EXPECTED))
def test_every_letter_can_be_sent_as_it_is(template, variant):
    seen = set()
    for context in samples(*VARIANTS[variant]):
        promised = context.invoices[0].promise is not None
        if template in ABOUT_A_PROMISE and not promised:
            continue
        letter = LETTERS.render(template, context)
        assert letter.notice == ""
        assert "\n" not in letter.subject
        assert "€" not in letter.subject
        assert len(letter.subject) < 120
        assert "2026-053" in letter.subject
        text = letter.text
        word = "Ref." if variant == "en" else "Réf."
        assert text.rstrip("\n").split("\n")[-1] == f"{word} R7K2-9QXD"
        assert not re.search(r"None|undefined|\{\{|\{%|\ue000|  |\n\n\n| \n", text)
        assert not re.search(r" [,.]|\(\)|,,|\.\.", plain(text))
        assert not re.search(r"\bde les?\b|\bà les?\b|\bde le\b", text)
        for invoice in context.invoices:
            assert invoice.number in text
            assert invoice.number in letter.html
        seen.add(text)
    assert len(seen) >= 2


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("template", sorted(EXPECTED))
def test_a_letter_reads_well_when_little_is_known(template, variant, many):
    context = sample(*VARIANTS[variant], many=many, past=(False, True))
    bare = tuple(
        replace(
            invoice,
            subject="",
            issued=None,
            days_late=0,
            broken=(),
            promise=invoice.promise
            and replace(invoice.promise, quote="", written=False),
        )
        for invoice in context.invoices
    )
    context = replace(
        context,
        creditor=Creditor("Exemple Conseil"),
        contact=Contact(""),
        invoices=bare,
        deadline=None,
        debtor_kind=DebtorKind.UNKNOWN,
    )
    letter = LETTERS.render(template, context)
    assert "IBAN" not in letter.text
    assert not re.search(r"\b0 (jour|day)|« »|“”|\( *\)|  | [.,)]", plain(letter.text))
    assert not re.search(r"\b(d’ici|by|le) *[.,;]", letter.text)
    assert "Exemple Conseil" in letter.text


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("template", sorted(EXPECTED))
@pytest.mark.parametrize("kind", [DebtorKind.CONSUMER, DebtorKind.UNKNOWN])
def test_a_private_person_owes_no_trade_penalty(template, variant, kind):
    language, formality = VARIANTS[variant]
    letter = LETTERS.render(template, sample(language, formality, kind=kind))
    assert not re.search(r"441|40 €|€40|indemnité|penalt", plain(letter.text))


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("template", sorted(EXPECTED - {"mise-en-demeure"}))
def test_no_letter_but_the_formal_notice_speaks_of_courts(template, variant):
    letter = LETTERS.render(template, sample(*VARIANTS[variant]))
    words = r"tribunal|juridiction|huissier|injonction|avocat"
    if variant == "en":
        words = r"\bcourts?\b|bailiff|lawyer|legal"
    assert not re.search(words, f"{letter.subject} {letter.text}".casefold())
    if template != "transmission":
        assert "mise en demeure" not in letter.text.casefold()


def test_the_familiar_letters_never_mix_both_forms():
    for template in EXPECTED - {"mise-en-demeure", "transmission"}:
        letter = LETTERS.render(template, sample(formality=Formality.TU))
        own = re.sub(r"«.*?»", "", letter.text)
        assert not re.search(r"\b(vous|votre|vos|dites|merci de nous)\b", own), template
        assert re.search(r"\b(tu|te|t’|toi|ton|ta)", own) or template == "appel"


def test_the_law_is_named_for_the_trade_and_for_public_orders():
    pro = reading(LETTERS.render("relance-2", sample()).text)
    assert "l’article L. 441-10 du code de commerce courent de plein droit" in pro
    assert "l’indemnité forfaitaire de 40 €" in pro
    public = sample(kind=DebtorKind.PUBLIC)
    text = reading(LETTERS.render("relance-2", public).text)
    assert "441-10" not in text
    assert "code de la commande publique" in text


# --- what the important sentences say -------------------------------------------


def test_the_first_letter_is_courteous_and_asks_what_blocks():
    letter = write(
        "relance-1",
        file_of(case()),
        date(2024, 2, 19),
        plan=planned("relance-1", days=5),
    )
    text = reading(letter.text)
    assert plain(letter.subject) == (
        "Rappel : facture n° 2024-053 en attente de règlement"
    )
    assert text.startswith("Bonjour Karine Roussel, Sauf erreur de notre part,")
    assert (
        "la facture n° 2024-053 du 16 janvier 2024 (« Audit énergétique »), d’un"
        " montant de 15 000,00 €, arrivée à échéance le jeudi 15 février."
    ) in text
    assert "Elle a 4 jours de retard." in text
    assert "d’ici lundi 26 février" in text
    assert "Un point bloque-t-il le règlement" in text
    assert "IBAN : FR76 3000 6000 0112 3456 7890 189" in text
    assert "pénalités" not in text
    assert "message du" not in text


def test_a_day_of_delay_is_singular():
    text = reading(write("relance-1", file_of(case()), date(2024, 2, 16)).text)
    assert "Elle a 1 jour de retard." in text


def test_the_second_letter_recalls_the_first_from_the_log_only():
    sent = case(
        letters=(
            mail_of(date(2024, 2, 12), LetterState.SENT, Tone.NOTICE),
            mail_of(date(2024, 2, 19), LetterState.SENT),
            mail_of(date(2024, 2, 22), LetterState.REFUSED),
            mail_of(date(2024, 2, 23), LetterState.UNKNOWN),
        )
    )
    plan = planned("relance-2", days=8)
    text = reading(write("relance-2", file_of(sent), date(2024, 2, 26), plan=plan).text)
    assert "Malgré notre message du 19 février, nous n’avons pas reçu" in text
    assert "12 février" not in text
    assert "22 février" not in text
    assert "23 février" not in text
    assert "d’ici mardi 5 mars" in text
    never = reading(write("relance-2", file_of(case()), date(2024, 2, 26)).text)
    assert "Nous n’avons toujours pas reçu le règlement" in never
    assert "message du" not in never


def test_the_notice_is_recalled_as_a_notice():
    noticed = case(letters=(mail_of(date(2024, 2, 12), LetterState.SENT, Tone.NOTICE),))
    text = reading(write("relance-1", file_of(noticed), date(2024, 2, 19)).text)
    assert (
        "Nous vous en avions annoncé l’échéance dans notre message du 12 février"
        in (text)
    )
    assert "Ce rappel fait suite" not in text


def test_the_same_template_twice_never_gives_the_same_text():
    once = case(letters=(mail_of(date(2024, 2, 19), LetterState.SENT),))
    twice = replace(
        once, letters=(*once.letters, mail_of(date(2024, 2, 26), LetterState.SENT))
    )
    texts = {
        write("relance-2", file_of(c), date(2024, 3, 4)).text
        for c in (case(), once, twice)
    }
    assert len(texts) == 3
    assert "nos messages du 19 février et du 26 février" in reading(
        write("relance-2", file_of(twice), date(2024, 3, 4)).text
    )


def test_an_earlier_year_is_said():
    old = case(letters=(mail_of(date(2023, 12, 19), LetterState.SENT),))
    text = reading(write("relance-2", file_of(old), date(2024, 1, 8)).text)
    assert "notre message du 19 décembre 2023" in text


def test_a_grouped_letter_says_only_what_holds_for_all():
    first = case(letters=(mail_of(date(2024, 2, 19), LetterState.SENT),))
    second = case("2024-060", "1200.50", due=date(2024, 3, 1), subject="")
    text = reading(write("relance-1", file_of(second, first)).text)
    assert "ces 2 factures" in text
    assert text.index("2024-053") < text.index("2024-060")  # the oldest first
    assert "Certaines ont déjà fait l’objet de notre message du 19 février." in text
    assert "Ce rappel fait suite" not in text
    assert "Total à régler : 16 200,50 €" in text
    assert "Pourriez-vous" in text


def test_currencies_are_never_added_up():
    dollars = case("2024-060", "1200")
    dollars = replace(dollars, total=Money.of(1200, "USD"), paid=Money.zero("USD"))
    text = reading(write("relance-2", file_of(case(), dollars)).text)
    assert "Total à régler : 15 000,00 € et 1 200,00 $US" in text


def test_what_was_paid_is_thanked_and_deducted():
    partly = case(paid=Money.of(5000))
    text = reading(write("relance-1", file_of(partly)).text)
    assert "Vous avez déjà réglé 5 000,00 €, nous vous en remercions" in text
    assert "il reste 10 000,00 €" in text


def test_the_promise_is_confirmed_with_its_day_spelled_out():
    promised = file_of(case(promises=(promise(MONDAY),)))
    plan = planned("confirmation-promesse", occasion="promise:1:confirmation")
    letter = write(
        "confirmation-promesse",
        promised,
        plan=plan,
        quotes={"2024-053": "Nous réglons en début de semaine prochaine."},
    )
    text = reading(letter.text)
    assert (
        "Suite à votre message de ce jour, vous vous engagez à régler la facture"
        " n° 2024-053, soit 15 000,00 €, d’ici lundi 18 mars"
        " (« Nous réglons en début de semaine prochaine. »)."
    ) in text
    assert plain(letter.subject) == (
        "Règlement prévu d’ici lundi 18 mars : facture n° 2024-053"
    )
    later = write("confirmation-promesse", promised, date(2024, 3, 15), plan=plan)
    assert "Suite à notre échange du jeudi 14 mars" in reading(later.text)


def test_each_invoice_keeps_its_own_promised_day():
    dossier = file_of(
        case(promises=(promise(MONDAY),)),
        case("2024-060", "1200", promises=(promise(date(2024, 3, 22)),)),
    )
    plan = planned(
        "confirmation-promesse", *dossier.cases, occasion="promise:1:confirmation"
    )
    letter = write("confirmation-promesse", dossier, plan=plan)
    text = reading(letter.text)
    assert "- la facture n° 2024-053 : 15 000,00 € d’ici lundi 18 mars" in text
    assert "- la facture n° 2024-060 : 1 200,00 € d’ici vendredi 22 mars" in text
    assert "lundi" not in letter.subject


def test_a_promise_of_a_part_is_confirmed_as_a_part():
    dossier = file_of(case(promises=(promise(MONDAY, amount=Money.of(5000)),)))
    plan = planned("confirmation-promesse", occasion="promise:1:confirmation")
    text = reading(write("confirmation-promesse", dossier, plan=plan).text)
    assert "à régler 5 000,00 € sur la facture n° 2024-053 d’ici lundi 18 mars" in text
    assert "15 000" not in text


def test_the_first_broken_promise_is_recalled_without_accusing():
    dossier = file_of(case(promises=(promise(MONDAY, PromiseState.BROKEN),)))
    plan = planned("promesse-non-tenue-1", occasion="promise:1:broken", days=5)
    letter = write(
        "promesse-non-tenue-1",
        dossier,
        date(2024, 3, 21),
        plan=plan,
        quotes={"2024-053": "Je vous règle lundi prochain"},
    )
    text = reading(letter.text)
    assert "Sauf croisement avec votre paiement" in text
    assert "nous n’avons pas vu arriver le règlement promis pour lundi 18 mars" in text
    assert (
        "Vous nous aviez écrit le jeudi 14 mars : « Je vous règle lundi prochain »."
    ) in text
    assert "d’ici mardi 26 mars" in text


def test_a_promise_kept_in_part_is_thanked_first():
    half = promise(MONDAY, PromiseState.PARTLY_KEPT, paid_before=Money.zero())
    dossier = file_of(case(paid=Money.of(5000), promises=(half,)))
    plan = planned("promesse-non-tenue-1", occasion="promise:1:broken", days=5)
    text = reading(write("promesse-non-tenue-1", dossier, plan=plan).text)
    assert "Nous avons bien reçu 5 000,00 €, merci." in text
    assert "il reste 10 000,00 € à régler sur la facture n° 2024-053" in text


def test_a_later_promise_kept_in_part_is_thanked_too():
    half = promise(MONDAY, PromiseState.PARTLY_KEPT, paid_before=Money.zero())
    earlier = promise(date(2024, 3, 4), PromiseState.BROKEN)
    dossier = file_of(case(paid=Money.of(5000), promises=(earlier, half)))
    plan = planned("promesse-non-tenue-2", occasion="promise:2:broken", days=8)
    text = reading(write("promesse-non-tenue-2", dossier, plan=plan).text)
    assert "Nous avons bien reçu 5 000,00 €, merci." in text
    assert "n’est toutefois pas complet" in text
    plan = planned("relance-3", days=8)
    text = reading(write("relance-3", dossier, plan=plan).text)
    assert "promis pour lundi 18 mars ne nous est pas parvenu en entier." in text
    text = reading(write("relance-2", dossier, plan=planned("relance-2")).text)
    assert "promis pour lundi 18 mars ne nous est pas parvenu en entier." in text


def test_the_second_broken_promise_names_both_days():
    dossier = file_of(
        case(
            promises=(
                promise(date(2024, 3, 4), PromiseState.BROKEN),
                promise(date(2024, 3, 11), PromiseState.REPLACED),
                promise(MONDAY, PromiseState.BROKEN),
            )
        )
    )
    plan = planned("promesse-non-tenue-2", occasion="promise:3:broken", days=8)
    text = reading(
        write("promesse-non-tenue-2", dossier, date(2024, 3, 21), plan=plan).text
    )
    assert (
        "Après le règlement annoncé pour lundi 4 mars, celui que vous nous aviez promis"
        " pour lundi 18 mars ne nous est pas parvenu non plus"
    ) in text
    assert "11 mars" not in text
    assert "- soit le règlement complet ;" in text


def test_thanks_ask_for_nothing():
    settled = case(paid=Money.of(15000), last_payment=date(2024, 3, 13))
    text = reading(write("remerciement", file_of(settled)).text)
    assert "votre règlement du mercredi 13 mars pour la facture n° 2024-053" in text
    assert "IBAN" not in text


def test_english_clients_read_english():
    client = replace(CLIENT, language=Language.ENGLISH)
    dossier = file_of(case(), client=client)
    plan = planned("relance-1", days=5)
    letter = write("relance-1", dossier, plan=plan)
    assert letter.subject == "Reminder: invoice 2024-053 awaiting payment"
    assert "Dear Karine Roussel," in letter.text
    assert (
        "invoice 2024-053 of 16 January 2024 (Audit énergétique) for €15,000.00"
    ) in letter.text
    assert "by Tuesday 19 March" in letter.text
    assert '<html lang="en">' in letter.html


def test_the_account_of_the_client_gives_the_address():
    plan = planned("recommande")
    own = letter_context(trade_of(account="autre"), file_of(case()), plan, THURSDAY)
    assert own.creditor_email == "autre@thomas.example"
    common = letter_context(trade_of(), file_of(case()), plan, THURSDAY)
    assert common.creditor_email == "t@thomas.example"


@pytest.mark.parametrize(
    ("name", "formality", "greeting"),
    [
        ("Karine Roussel", Formality.VOUS, "Bonjour Karine Roussel,"),
        ("Karine Roussel", Formality.TU, "Bonjour Karine,"),
        ("ROUSSEL Karine", Formality.TU, "Bonjour Karine,"),
        ("Jean de La Fontaine", Formality.TU, "Bonjour Jean de La Fontaine,"),
        ("Mme Roussel", Formality.VOUS, "Bonjour Madame Roussel,"),
        ("M. Durand", Formality.TU, "Bonjour Monsieur Durand,"),
        ("Marc", Formality.TU, "Bonjour Marc,"),
        ("Service comptabilité", Formality.VOUS, "Bonjour,"),
        ("Comptabilité", Formality.TU, "Bonjour,"),
        ("", Formality.VOUS, "Bonjour,"),
        ("KARINE ROUSSEL", Formality.VOUS, "Bonjour Karine Roussel,"),
        ("KARINE ROUSSEL", Formality.TU, "Bonjour Karine Roussel,"),
        ("Roussel, Karine", Formality.VOUS, "Bonjour Karine Roussel,"),
        ("Roussel, Karine", Formality.TU, "Bonjour Karine,"),
        ("ROUSSEL, Karine", Formality.TU, "Bonjour Karine,"),
        ("compta@lumen.example", Formality.VOUS, "Bonjour,"),
        ("atelier lumen sarl", Formality.VOUS, "Bonjour,"),
    ],
)
def test_only_a_known_person_is_greeted_by_name(name, formality, greeting):
    context = sample(formality=formality)
    context = replace(context, contact=Contact("x@y.example", name))
    assert view_of(context)["greeting"] == greeting


# --- tasks and formal letters ---------------------------------------------------


def task_plan(template: str, channel: Channel, days: int) -> CasePlan:
    task = TaskDue(
        "step:med", ReviewKind.LETTER, template, Tone.FORMAL_NOTICE, channel, days
    )
    return CasePlan("2024-053", Why(WhyCode.SCENARIO_STEP), THURSDAY, task)


def test_a_task_has_its_draft():
    plan = plan_of_task(TO, task_plan("appel", Channel.CALL, 0))
    assert plan is not None
    text = reading(write("appel", file_of(case()), plan=plan).text)
    assert "« Qu’est-ce qui vous empêche de régler aujourd’hui ? »" in text
    assert "POUR FINIR" in text
    assert plan_of_task(TO, CasePlan("2024-053", Why(WhyCode.SETTLED))) is None


def test_a_posted_letter_announces_the_deadline_that_will_be_recorded():
    trade = trade_of()
    plan = plan_of_task(TO, task_plan("mise-en-demeure", Channel.LETTER, 15))
    assert plan is not None
    setting = Setting(Channel.LETTER)
    context = letter_context(trade, file_of(case()), plan, THURSDAY, setting=setting)
    review = Review("step:med", ReviewKind.LETTER, THURSDAY, "step:med")
    dossier = file_of(case(reviews=(review,)))
    events = decide(
        trade, dossier, PersonDecided("2024-053", "step:med", Decision.DONE), THURSDAY
    )
    posted = next(event for event in events if isinstance(event, StepDone))
    assert context.deadline == posted.deadline
    text = reading(LETTERS.render("mise-en-demeure", context).text)
    assert "au plus tard le mercredi 3 avril 2024" in text


def test_the_formal_notice_says_all_that_the_law_asks():
    history = case(
        letters=(mail_of(date(2024, 2, 19), LetterState.SENT),),
        steps=(
            StepRecord("step:c", Channel.CALL, date(2024, 2, 22), Tone.FIRM),
            StepRecord("step:l", Channel.LETTER, date(2024, 2, 26), Tone.FIRM),
            StepRecord(
                "step:s", Channel.LETTER, date(2024, 2, 27), Tone.FIRM, skipped=True
            ),
        ),
        promises=(promise(MONDAY, PromiseState.BROKEN),),
        order_reference="BC-77",
    )
    plan = plan_of_task(TO, task_plan("mise-en-demeure", Channel.LETTER, 15))
    assert plan is not None
    where = Particulars("2 quai de l’Exemple\n69000 Lyon", "987 654 324")
    context = letter_context(
        trade_of(),
        file_of(history),
        plan,
        date(2024, 3, 25),
        setting=Setting(Channel.LETTER, where),
    )
    assert missing_fields(context) == ()
    letter = LETTERS.render("mise-en-demeure", context)
    text = reading(letter.text)
    assert letter.subject.startswith("MISE EN DEMEURE DE PAYER")
    for words in (
        "Exemple Conseil 1 rue de l’Exemple 75000 Paris SIREN : 123 456 782",
        "Atelier Lumen SARL 2 quai de l’Exemple 69000 Lyon SIREN : 987 654 324",
        "À l’attention de Karine Roussel",
        (
            "facture n° 2024-053 (commande BC-77), Audit énergétique : émise le"
            " 16 janvier 2024, échue le 15 février 2024, 15 000,00 €,"
            " reste dû 15 000,00 €"
        ),
        "- 19 février 2024 : rappel par e-mail",
        "- 26 février 2024 : courrier postal",
        "- 14 mars 2024 : paiement promis pour le 18 mars 2024, non reçu",
        "nous vous mettons en demeure de nous payer la somme de 15 000,00 €",
        "conformément à l’article 1344 du code civil",
        "l’article L. 441-10, II du code de commerce",
        "l’article D. 441-5 du même code",
        "nous nous réservons la possibilité de saisir la juridiction compétente",
        "Si vous contestez tout ou partie de cette somme",
        "IBAN : FR76",
    ):
        assert words in text
    assert "22 février" not in text  # whether a call was answered is not in the log
    assert "27 février" not in text
    assert not re.search(r"intérêts? de \d|\d+ ?%", text)


def test_the_formal_notice_to_a_consumer_rests_on_the_civil_code_alone():
    letter = LETTERS.render("mise-en-demeure", sample(kind=DebtorKind.CONSUMER))
    text = reading(letter.text)
    assert "conformément aux articles 1231-6 et 1344-1 du code civil" in text
    assert "porte intérêt au taux légal" in text


def test_what_a_formal_notice_lacks_is_named():
    bare = replace(
        sample(kind=DebtorKind.UNKNOWN, many=True),
        creditor=Creditor("Exemple Conseil"),
        client_address="",
        client_siren="",
        deadline=None,
    )
    missing = missing_fields(bare)
    assert "votre SIREN (creditor.siren)" in missing
    assert "l’adresse du client" in missing
    assert any("debtor_kind" in name for name in missing)
    assert any("deadline_days" in name for name in missing)
    assert "l’objet de la facture n° 2026-064" in missing
    assert not any("2026-053" in name for name in missing)
    assert missing_fields(sample()) == ()
    consumer = replace(sample(kind=DebtorKind.CONSUMER), client_siren="")
    assert missing_fields(consumer) == ()
    text = LETTERS.render("mise-en-demeure", bare).text
    assert "[votre adresse à compléter]" in text
    assert "[date limite à compléter]" in text


# --- hostile words --------------------------------------------------------------

HOSTILE = (
    "{{ 7*7 }}{% for x in range(9) %}x{% endfor %}"
    "\r\nBcc: tous@mal.example\r\n\u202egro.live\u202c<script>alert(1)</script>"
    "<img src=x onerror=y>\ue000table\ue000\x1b[2J\x00"
)


FORMAL_HEAD = {"mise-en-demeure", "recommande", "transmission"}


class Tags(HTMLParser):
    """Collects the elements, attributes and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def tags_of(html: str) -> Tags:
    page = Tags()
    page.feed(html)
    return page


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("template", sorted(EXPECTED))
def test_a_client_s_words_are_inert(template, variant, many):
    language, formality = VARIANTS[variant]
    context = sample(language, formality, many=many)
    invoices = tuple(
        replace(
            invoice,
            subject=HOSTILE,
            number=f"F{HOSTILE}",
            order_reference=HOSTILE,
            promise=replace(invoice.promise, quote=HOSTILE)
            if invoice.promise
            else None,
        )
        for invoice in context.invoices
    )
    context = replace(
        context,
        client=HOSTILE,
        contact=Contact("a@b.example\r\nBcc: x", HOSTILE),
        invoices=invoices,
        client_address=HOSTILE,
        client_siren=HOSTILE,
        reference=HOSTILE,
    )
    letter = LETTERS.render(template, context)
    for text in (letter.subject, letter.text, letter.html):
        assert not re.search(r"[\x00\x1b\r\u202a-\u202e\u2066-\u2069\ue000]", text)
        assert "49" not in text.replace("2049", "")
    assert "\n" not in letter.subject
    if not FORMAL_HEAD & {template}:  # an address keeps its lines, in the body only
        assert not re.search(r"^Bcc", letter.text, re.MULTILINE)
    page = tags_of(letter.html)
    assert not {"script", "img"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert page.tags.count("table") <= 1


def test_a_long_subject_is_cut():
    long = replace(sample().invoices[0], subject="mot " * 500, number="N" * 500)
    letter = LETTERS.render("relance-1", replace(sample(), invoices=(long,)))
    assert len(letter.subject) <= 200
    assert "mot mot" in letter.text
    assert letter.text.count("mot") < 40


# --- the HTML version -----------------------------------------------------------


def test_the_page_says_what_the_text_says():
    context = sample(many=True)
    letter = LETTERS.render("relance-2", context)
    page = tags_of(letter.html)
    assert page.tags.count("table") == 1
    assert page.tags.count("tr") == 1 + 3 + 1
    words = reading(" ".join(page.words))
    for line in ("Malgré nos messages", "17 760,50 €", "Réf. R7K2-9QXD", "1 800,50 €"):
        assert line in words
    assert '<html lang="fr">' in letter.html
    assert max(map(len, letter.html.split("\n"))) < 900  # SMTP cuts longer lines
    assert not re.search(
        r"(?<!-)color:|background", letter.html
    )  # dark mode keeps its own
    assert "<link" not in letter.html
    assert "src=" not in letter.html


def test_only_the_operator_s_secure_link_can_be_clicked():
    context = sample()
    invoice = replace(context.invoices[0], subject="voir https://mal.example/x")
    letter = LETTERS.render("relance-1", replace(context, invoices=(invoice,)))
    links = re.findall(r'href="([^"]+)"', letter.html)
    assert links == ["https://paiement.exemple.fr/"]
    creditor = replace(context.creditor, payment_link="javascript:alert(1)")
    letter = LETTERS.render("relance-1", replace(context, creditor=creditor))
    assert "href" not in letter.html


def test_lists_become_lists():
    context = sample()
    letter = LETTERS.render("promesse-non-tenue-2", context)
    assert "<li>soit le règlement complet\u202f;</li>" in letter.html


def test_an_own_html_template_is_escaped_and_keeps_the_reference():
    templates = {
        "x.txt.j2": "Objet : {{ numbers }}\n\nBonjour {{ client.name }}",
        "x.html.j2": "<h1>{{ client.name }}</h1>{{ table }}",
    }
    context = replace(sample(), client="<b>Lumen & Cie</b>")
    letter = Letters(templates).render("x", context)
    assert "<h1>&lt;b&gt;Lumen &amp; Cie&lt;/b&gt;</h1><table" in letter.html
    assert "Réf. R7K2-9QXD" in letter.html
    assert "<b>Lumen & Cie</b>" in letter.text


# --- the operator's own templates -----------------------------------------------


def letters(body: str, **more: str) -> Letters:
    """Give one letter named x, with more files."""
    files = {name.replace("_", ".") + ".txt.j2": text for name, text in more.items()}
    return Letters({"x.txt.j2": body, **files})


def only_error(found: Letters) -> LetterError:
    errors = check(found, english=False)
    assert len(errors) == 1, [str(error) for error in errors]
    return errors[0]


MISTAKES = [
    (
        "Objet : {{ numbers }}\n\nBonjour\n{{ delai }}",
        4,
        ["variable inconnue « delai »", "variables connues", "deadline"],
    ),
    (
        "Objet : {{ numbers }}\n\n{% if not count %}{{ deadlin }}{% endif %}",
        3,
        ["« deadlin »", "vouliez-vous dire « deadline » ?"],
    ),
    (
        "Objet : {{ numbers }}\n\nBonjour\n\n{{ client.nom }}",
        5,
        ["champ inconnu « nom »", "vouliez-vous dire"],
    ),
    (
        "Objet : {{ numbers }}\n\n{{ total | euro }}",
        3,
        ["filtre inconnu « euro »"],
    ),
    ("Objet : {{ numbers }}\n\n{% if one %}\nBonjour", 4, ["reste ouvert"]),
    ("Objet : {{ numbers }}\n\n{{ total", 3, ["reste ouvert"]),
    ("Objet : {{ numbers }}\n\n{% si one %}\n{% endif %}", 3, ["erreur d’écriture"]),
    ("Bonjour\n\n{{ table }}", 1, ["la première ligne doit être « Objet : … »"]),
    ("Objet :\n\nBonjour", 1, ["la première ligne doit être « Objet : … »"]),
    ("Objet : {{ numbers }}\n\n{{ '' }}\n", 2, ["le corps de la lettre est vide"]),
    ("", 1, ["la première ligne"]),
    (
        "Objet : {{ total }} à payer\n\nBonjour",
        0,
        ["l’objet ne doit pas dire de somme"],
    ),
    (
        "Objet : {{ numbers }}\n\nAvant notre avocat, payez.",
        0,
        ["« avocat »", "mise en demeure"],
    ),
    (
        "Objet : {{ numbers }}\n\nVous devez 40 € de frais.",
        0,
        ["{{ penalty_rule }}"],
    ),
    (
        "Objet : {{ numbers }}\n\n{% include 'y.txt.j2' %}",
        3,
        ["le modèle « y.txt.j2 » n’existe pas"],
    ),
    ("Objet : {{ numbers }}\n\n{{ 1 / 0 }}", 3, ["calcul impossible"]),
    ("Objet : {{ numbers }}\n\n{{ total() }}", 3, ["calcul impossible"]),
    (
        "Objet : {{ numbers }}\n\n{% for n in range(10**9) %}{{ n }}{% endfor %}",
        3,
        ["calcul impossible"],
    ),
    (
        "Objet : {{ numbers }}\n\n{{ invoices.clear() }}",
        3,
        ["un modèle ne peut pas faire cela"],
    ),
    (
        "Objet : {{ numbers }}\n\n{% include 'x.txt.j2' %}",
        3,
        ["calcul impossible"],
    ),
    (
        "Objet : {{ numbers }}\n\n{{ ''.__class__.__mro__ }}",
        3,
        ["un modèle ne peut pas faire cela"],
    ),
]


@pytest.mark.parametrize(("body", "line", "words"), MISTAKES, ids=lambda x: str(x)[:40])
def test_every_mistake_is_named_with_its_line(body, line, words):
    error = only_error(letters(body))
    assert error.path == "templates/x.txt.j2"
    assert error.line == line
    for word in words:
        assert word in error.text
    assert "\n" not in str(error)


def test_a_mistake_inside_an_included_file_names_that_file():
    found = letters(
        "Objet : {{ numbers }}\n\n{% include '_pied.txt.j2' %}",
    )
    found = Letters({**found.templates, "_pied.txt.j2": "a\nb\n{{ client.nom }}"})
    error = only_error(found)
    assert (error.path, error.line) == ("templates/_pied.txt.j2", 3)
    assert found.names == {"x"}


def test_all_mistakes_are_given_at_once():
    found = Letters(
        {
            "a.txt.j2": "Objet : {{ nombre }}\n\n{{ sum }}",
            "b.txt.j2": "Objet : x\n\n{{",
            "c.txt": "perdu",
        }
    )
    paths = [error.path for error in check(found, english=False)]
    assert sorted(set(paths)) == [
        "templates/a.txt.j2",
        "templates/b.txt.j2",
        "templates/c.txt",
    ]
    assert paths.count("templates/a.txt.j2") == 2


def test_every_variable_can_be_used_and_is_explained():
    view = view_of(sample())
    assert set(view) == set(VARIABLES)
    body = "Objet : {{ numbers }}\n\n" + "\n".join(f"{{{{ {name} }}}}" for name in view)
    found = Letters({"mise-en-demeure-x.txt.j2": body})
    assert check(found, english=False) == ()
    for name in ("invoice", "promise"):
        fields = view[name]
        assert isinstance(fields, dict)
        for field in fields:
            assert re.search(rf"\b{field}\b", VARIABLES[name]), f"{name}.{field}"


def test_a_missing_familiar_letter_falls_back_to_the_polite_one_and_says_so():
    found = letters("Objet : {{ numbers }}\n\nBonjour")
    letter = found.render("x", sample(formality=Formality.TU))
    assert "version au vouvoiement" in letter.notice
    assert found.render("x", sample()).notice == ""


def test_nothing_replaces_a_missing_polite_or_english_letter():
    familiar = Letters(
        {"x.tu.txt.j2": "Objet : a\n\nb", "x.en.txt.j2": "Subject: a\n\nb"}
    )
    with pytest.raises(LetterError, match=r"templates/x\.txt\.j2"):
        familiar.render("x", sample())
    french = letters("Objet : {{ numbers }}\n\nBonjour")
    with pytest.raises(LetterError, match=r"x\.en\.txt\.j2"):
        french.render("x", sample(Language.ENGLISH))
    assert [error.path for error in check(french)] == ["templates/x.en.txt.j2"]


def test_only_the_directory_is_read(tmp_path):
    directory = tmp_path / "templates"
    directory.mkdir()
    (tmp_path / "secret.txt.j2").write_text("secret", encoding="utf-8")
    (directory / "x.txt.j2").write_text(
        "\ufeffObjet : a\r\n\r\n{% include '../secret.txt.j2' %}", encoding="utf-8"
    )
    (directory / "latin.txt.j2").write_bytes("Objet : é".encode("latin-1"))
    (directory / "note.md").write_text("rien", encoding="utf-8")
    found = Letters.read(directory)
    assert set(found.templates) == {"x.txt.j2"}
    texts = {error.path: error.text for error in check(found, english=False)}
    assert "n’existe pas" in texts["templates/x.txt.j2"]
    assert "UTF-8" in texts["templates/latin.txt.j2"]


def test_a_line_that_ends_with_a_tag_still_ends():
    body = (
        "Objet : {% if one %}une{% endif %}\n\n"
        "Bonjour{% if one %} une{% endif %}\n"
        "{% if one %}\n"
        "seule\n"
        "{% endif %}\n"
        "fin{{ '  ' }}.\n\n\n\n\nAu revoir"
    )
    letter = letters(body).render("x", sample())
    assert letter.subject == "une"
    assert letter.text == "Bonjour une\nseule\nfin .\n\nAu revoir\n\nRéf. R7K2-9QXD\n"


def test_a_letter_error_compares_by_what_it_says():
    error = LetterError("a", 1, "b")
    assert error == LetterError("a", 1, "b")
    assert error != LetterError("a", 2, "b")
    assert str(error) == "a:1: b"
    assert str(LetterError("a", 0, "b")) == "a: b"


def test_the_samples_cover_every_kind_of_letter():
    found = list(samples(Language.FRENCH, Formality.VOUS))
    assert {context.debtor_kind for context in found} == set(DebtorKind)
    assert {len(context.invoices) for context in found} == {1, 3}
    assert {bool(context.invoices[0].deeds) for context in found} == {True, False}
    assert {bool(context.invoices[0].promise) for context in found} == {True, False}
    assert all(dataclasses.is_dataclass(context) for context in found)


def test_the_operator_s_guide_names_every_variable():
    guide = (TEMPLATES / "LISEZMOI.md").read_text(encoding="utf-8")
    for name, meaning in VARIABLES.items():
        assert f"| `{name}` | {meaning} |" in guide
