"""Invented facts with which every template is tried before it is ever used."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from relancebot.domain.dossier import PromiseState
from relancebot.domain.invoice import Contact
from relancebot.domain.money import Money
from relancebot.domain.policy import (
    Channel,
    Creditor,
    DebtorKind,
    Formality,
    Language,
    Tone,
)
from relancebot.letters.context import (
    Deed,
    InvoiceFacts,
    LetterContext,
    PastPromise,
)

TODAY = date(2026, 3, 12)

CREDITOR = Creditor(
    name="Exemple Conseil",
    signature="Camille Exemple\n06 00 00 00 00",
    address="1 rue de l’Exemple\n75000 Paris",
    siren="123 456 782",
    phone="06 00 00 00 00",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
    payment_link="https://paiement.exemple.fr/",
)


def _invoice(number: str, subject: str, total: str, age: int) -> InvoiceFacts:
    due = TODAY - timedelta(days=age)
    money = Money.of(total)
    return InvoiceFacts(
        number=number,
        total=money,
        paid=Money.zero(),
        balance=money,
        due=due,
        days_late=age,
        subject=subject,
        issued=due - timedelta(days=30),
    )


def samples(language: Language, formality: Formality) -> Iterator[LetterContext]:
    """Give letters of every shape: one invoice or several, each kind of debtor.

    Each past (mails sent or not, payment promised or not) meets one invoice and
    several; each kind of debtor meets both.
    """
    pasts = [(True, True), (False, True), (True, False), (False, False)]
    for n, kind in enumerate(DebtorKind):
        for many in (False, True):
            past = pasts[(n + 2 * many) % len(pasts)]
            yield sample(language, formality, many=many, kind=kind, past=past)


def sample(
    language: Language = Language.FRENCH,
    formality: Formality = Formality.VOUS,
    *,
    many: bool = False,
    kind: DebtorKind = DebtorKind.PRO,
    past: tuple[bool, bool] = (True, True),
) -> LetterContext:
    """Make the facts of one invented letter.

    Args:
        language: of the letter.
        formality: of the letter.
        many: whether it groups several invoices.
        kind: the law that applies to the client.
        past: whether mails were sent before, whether a payment was promised.
    """
    invoices = [_invoice("2026-053", "Audit énergétique", "15000", 26)]
    if many:
        invoices.append(_invoice("2026-061", "Formation des équipes", "1800.50", 12))
        invoices.append(_invoice("2026-064", "", "960", 3))
    deeds, promised = past
    history = (
        Deed(date(2026, 2, 11), Channel.MAIL, Tone.NOTICE),
        Deed(date(2026, 2, 17), Channel.MAIL, Tone.COURTEOUS),
        Deed(date(2026, 2, 26), Channel.MAIL, Tone.FIRM),
    )
    promise = PastPromise(
        by=date(2026, 3, 9),
        made_on=date(2026, 3, 5),
        state=PromiseState.BROKEN,
        quote="Je vous règle lundi prochain",
        written=True,
    )
    before = replace(promise, by=date(2026, 3, 2), made_on=date(2026, 2, 27), quote="")
    return LetterContext(
        creditor=CREDITOR,
        creditor_email="camille@exemple.fr",
        client="Atelier Lumen SARL",
        reference="R7K2-9QXD",
        contact=Contact("k.roussel@atelier-lumen.example", "Karine Roussel"),
        invoices=tuple(
            replace(
                invoice,
                deeds=history if deeds else (),
                level=2 if deeds else 0,
                promise=promise if promised else None,
                broken=(before,) if promised else (),
                rank=2 if promised else 0,
            )
            for invoice in invoices
        ),
        today=TODAY,
        deadline=TODAY + timedelta(days=8),
        language=language,
        formality=formality,
        debtor_kind=kind,
        client_address="2 quai de l’Exemple\n69000 Lyon",
        client_siren="987 654 324",
    )
