"""The words that a template may use: every fact spelled, in the letter's language.

Templates never see a date, a sum or an object of the program: only text, numbers and
lists of them, already made harmless. A text that came from outside is one line
without any control character.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from relancebot.domain.dossier import PromiseState
from relancebot.domain.policy import DebtorKind, Formality, Language, Tone
from relancebot.french import one_line
from relancebot.letters.context import (
    InvoiceFacts,
    LetterContext,
    PastPromise,
)
from relancebot.letters.table import service
from relancebot.letters.tongue import MOST_NUMBERS, Tongue, tongue_of

TABLE: Final = "\ue000table\ue000"
"""Stands where the invoices are listed; no text from outside can hold it."""

View = Mapping[str, object]

VARIABLES: Final = {
    "greeting": "« Bonjour Karine Roussel, »",
    "the_invoices": "« la facture n° 12 » ou « les factures n° 12 et 13 »",
    "numbers": "« n° 12 et 13 »",
    "one": "vrai quand la lettre porte sur une seule facture",
    "count": "le nombre de factures",
    "invoice": "la première facture : number, subject, total, paid, balance, issued,"
    " due, due_date, days_late, late,"
    " level, partly_paid, paid_on, order_reference, in_full,"
    " promise",
    "invoices": "toutes les factures, de mêmes champs que invoice",
    "table": "la liste des factures (un tableau dans la version HTML)",
    "total": "ce qui reste dû en tout",
    "deadline": "le jour annoncé, « lundi 18 mars » ; vide s’il n’y en a pas",
    "deadline_date": "le même en toutes lettres, avec l’année",
    "today": "la date de la lettre",
    "creditor": "vous : name, signature, address, siren, phone, email, iban, bic,"
    " payment_link",
    "client": "le client : name, reference, address, siren",
    "contact": "le destinataire : name, email",
    "payment": "vos coordonnées de paiement ; vide si rules.yaml n’en donne pas",
    "reminders": "les rappels déjà reçus pour toutes ces factures : count, dates",
    "some_reminders": "les rappels déjà reçus pour certaines seulement : count, dates",
    "notice": "le jour de l’avis envoyé avant l’échéance ; vide sinon",
    "promise": "la promesse de règlement : same, by, by_date, made_on, today, amount,"
    " quote, written, rank, received, partly, earlier",
    "penalty_rule": "la règle légale des retards ; vide pour un particulier",
    "statement": "le décompte de chaque facture : number, principal, segments (since,"
    " until, days, rate, interest), missing, interest, indemnity, total, per_day,"
    " order ; vide si rien ne s’ajoute",
    "debtor": "pro, public, consumer ou unknown",
    "history": "ce qui a été envoyé ou promis jusqu’ici, du plus ancien au plus"
    " récent : on, what",
}
"""Every variable of the templates with its meaning, for the operator."""

HISTORY_WORDS: Final = {
    Language.FRENCH: {
        "mail": "rappel par e-mail",
        "notice": "avis d’échéance par e-mail",
        "letter": "courrier postal",
        "open": "paiement promis pour le {by}",
        "kept": "paiement promis pour le {by}, reçu",
        "partly_kept": "paiement promis pour le {by}, reçu en partie",
        "broken": "paiement promis pour le {by}, non reçu",
        "replaced": "paiement promis pour le {by}, remplacé ensuite",
    },
    Language.ENGLISH: {
        "mail": "reminder by e-mail",
        "notice": "notice of the due date by e-mail",
        "letter": "letter by post",
        "open": "payment promised for {by}",
        "kept": "payment promised for {by}, received",
        "partly_kept": "payment promised for {by}, received in part",
        "broken": "payment promised for {by}, not received",
        "replaced": "payment promised for {by}, later replaced",
    },
}

PAYMENT_WORDS: Final = {
    Language.FRENCH: ("Référence à indiquer : {}", "Paiement en ligne : {}", " : "),
    Language.ENGLISH: ("Reference to quote: {}", "Online payment: {}", ": "),
}

DESKS = re.compile(
    r"(service|comptabilit|compta\b|facturation|factures?\b|accounts?\b|accounting"
    r"|finance|billing|contact|direction)",
    re.IGNORECASE,
)


def view_of(context: LetterContext) -> View:
    """Spell every fact of a letter for its template."""
    tongue, today = tongue_of(context.language), context.today
    numbers = [one_line(invoice.number) for invoice in context.invoices]
    invoices = [_invoice(invoice, tongue, today) for invoice in context.invoices]
    deadline = context.deadline
    common, some, notice = _deeds_told(context)
    return {
        "greeting": tongue.greeting(name_to_greet(context)),
        "the_invoices": tongue.the_invoices(numbers),
        "numbers": tongue.numbers(numbers, MOST_NUMBERS),
        "one": len(invoices) == 1,
        "count": len(invoices),
        "invoice": invoices[0],
        "invoices": invoices,
        "table": TABLE,
        "total": tongue.listed([tongue.money(money) for money in context.totals]),
        "deadline": tongue.day(deadline, today) if deadline else "",
        "deadline_date": _full(deadline, tongue) if deadline else "",
        "today": tongue.full_date(today),
        "creditor": _creditor(context),
        "client": {
            "name": one_line(context.client),
            "reference": one_line(context.reference),
            "address": _lines(context.client_address),
            "siren": one_line(context.client_siren),
        },
        "contact": {
            "name": one_line(context.contact.name),
            "email": one_line(context.contact.email),
        },
        "payment": _payment(context, numbers),
        "reminders": _told(common, tongue, today),
        "some_reminders": _told(some, tongue, today),
        "notice": tongue.full_date(notice) if notice else "",
        "promise": _promise(context, tongue),
        "statement": [
            told for each in context.invoices if (told := _statement(each, tongue))
        ],
        "penalty_rule": tongue.penalty_rule(context.debtor_kind, len(invoices)),
        "debtor": str(context.debtor_kind),
        "history": _history(context, tongue),
    }


def _lines(text: str) -> str:
    """Keep the operator's own line breaks, each line made harmless."""
    lines = (one_line(line) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def name_to_greet(context: LetterContext) -> str:
    """Say the name as its bearer hears it; nothing when it is no person's name.

    Titles are written in full, a friend is called by the first name where it is
    certain which word that is, and nobody is shouted at in capitals.
    """
    name = one_line(context.contact.name)
    if DESKS.match(name) or "@" in name or name.casefold() == context.client.casefold():
        return ""
    last, comma, first = name.partition(",")
    if comma:
        name = f"{first.strip()} {last.strip()}".strip()
    words = name.split()
    firsts = [word for word in words if not word.isupper()]
    if name.isupper():
        name = name.title()
    name = re.sub(r"^M(?:r|onsieur)?\.?(?= )", "Monsieur", name)
    name = re.sub(r"^(?:Mme|Mrs|Ms)\.?(?= )", "Madame", name)
    titled = name.startswith(("Monsieur ", "Madame "))
    if context.language is Language.ENGLISH:
        return name.replace("Monsieur ", "Mr ").replace("Madame ", "Ms ")
    friendly = context.formality is Formality.TU and not titled
    if friendly and len(words) == 2 and firsts:  # of more words: which is the first?
        return firsts[0]
    return name


def grouped_iban(iban: str) -> str:
    """Write an IBAN in groups of four, as on a bank's slip."""
    bare = re.sub(r"\s", "", iban).upper()
    return " ".join(bare[n : n + 4] for n in range(0, len(bare), 4))


def _creditor(context: LetterContext) -> View:
    creditor = context.creditor
    return {
        "name": one_line(creditor.name),
        "signature": _lines(creditor.signature) or one_line(creditor.name),
        "address": _lines(creditor.address),
        "siren": one_line(creditor.siren),
        "phone": one_line(creditor.phone),
        "email": one_line(context.creditor_email),
        "iban": grouped_iban(creditor.iban),
        "bic": one_line(creditor.bic),
        "payment_link": one_line(creditor.payment_link),
    }


def _payment(context: LetterContext, numbers: Sequence[str]) -> str:
    """How to pay: the operator's own account and link, and what to write on it."""
    creditor, tongue = context.creditor, tongue_of(context.language)
    reference, link, colon = PAYMENT_WORDS[context.language]
    lines: list[str] = []
    if creditor.iban:
        lines.append(f"IBAN{colon}{grouped_iban(creditor.iban)}")
        if creditor.bic:
            lines.append(f"BIC{colon}{one_line(creditor.bic)}")
        lines.append(reference.format(tongue.numbers(numbers)))
    if creditor.payment_link:
        lines.append(link.format(one_line(creditor.payment_link)))
    return "\n".join(lines)


def _invoice(invoice: InvoiceFacts, tongue: Tongue, today: date) -> View:
    promise = invoice.promise
    return {
        "number": one_line(invoice.number),
        "subject": service(invoice),
        "total": tongue.money(invoice.total),
        "paid": tongue.money(invoice.paid),
        "balance": tongue.money(invoice.balance),
        "issued": tongue.full_date(invoice.issued) if invoice.issued else "",
        "due": tongue.day(invoice.due, today),
        "due_date": tongue.full_date(invoice.due),
        "days_late": invoice.days_late,
        "late": tongue.days(invoice.days_late) if invoice.days_late > 0 else "",
        "level": invoice.level,
        "partly_paid": bool(invoice.paid),
        "paid_on": (
            tongue.day(invoice.last_payment, today) if invoice.last_payment else ""
        ),
        "order_reference": one_line(invoice.order_reference),
        "in_full": tongue.in_full(
            one_line(invoice.number), invoice.issued, service(invoice), invoice.total
        ),
        "promise": _one_promise(promise, tongue, today) if promise else None,
    }


def _one_promise(promise: PastPromise, tongue: Tongue, today: date) -> View:
    return {
        "by": tongue.day(promise.by, today),
        "amount": tongue.money(promise.amount) if promise.amount else "",
    }


def _promise(context: LetterContext, tongue: Tongue) -> View | None:
    """The promise that the letter is about; ``same`` when one day holds for all."""
    promises = [invoice.promise for invoice in context.invoices if invoice.promise]
    if not promises:
        return None
    last, today = max(promises, key=lambda promise: promise.by), context.today
    only = len(context.invoices) == 1
    same = len(promises) == len(context.invoices) and (
        only or all(p.by == last.by and p.amount is None for p in promises)
    )
    earlier = sorted({p.by for invoice in context.invoices for p in invoice.broken})
    return {
        "same": same,
        "by": tongue.day(last.by, today),
        "by_date": _full(last.by, tongue),
        "made_on": tongue.day(last.made_on, today),
        "today": last.made_on == today,
        "amount": tongue.money(last.amount) if last.amount and only else "",
        "quote": tongue.quoted(last.quote) if same else "",
        "written": last.written,
        "rank": min(invoice.rank for invoice in context.invoices),
        "received": tongue.money(last.received) if last.received and only else "",
        "partly": same and all(p.state is PromiseState.PARTLY_KEPT for p in promises),
        "earlier": tongue.listed([tongue.day(by, today) for by in earlier]),
    }


def _full(on: date, tongue: Tongue) -> str:
    """Spell a day with its year, whatever today is."""
    return tongue.day(on, date(1, 1, 1))


def _deeds_told(
    context: LetterContext,
) -> tuple[Sequence[date], Sequence[date], date | None]:
    """Sort the mails sent before: for all the invoices, for some, before the due day.

    What a letter says of its invoices must hold for each of them.
    """
    each = [
        {deed.on for deed in invoice.deeds if deed.reminds}
        for invoice in context.invoices
    ]
    common = set.intersection(*each)
    some = set.union(*each) if not common else set()
    notices = [
        {d.on for d in invoice.deeds if d.tone is Tone.NOTICE}
        for invoice in context.invoices
    ]
    shared = set.intersection(*notices)
    return sorted(common), sorted(some), max(shared, default=None)


def _statement(invoice: InvoiceFacts, tongue: Tongue) -> View | None:
    """Spell what late payment adds to one invoice, each stretch at its rate."""
    said = invoice.statement
    if said is None:
        return None
    return {
        "number": one_line(invoice.number),
        "principal": tongue.money(said.principal),
        "segments": [
            {
                "since": tongue.full_date(part.since + timedelta(days=1)),
                "until": tongue.full_date(part.until),
                "days": tongue.days(part.days),
                "rate": tongue.percent(part.rate),
                "interest": tongue.money(part.interest),
            }
            for part in said.segments
            if part.rate is not None and part.interest is not None
        ],
        "missing": ", ".join(str(semester) for semester in said.missing),
        "interest": tongue.money(said.interest),
        "indemnity": tongue.money(said.indemnity),
        "total": tongue.money(said.total),
        "per_day": tongue.money(said.per_day) if said.per_day else "",
        "order": str(said.imputation) if invoice.paid else "",
    }


def _told(days: Sequence[date], tongue: Tongue, today: date) -> View | None:
    if not days:
        return None
    return {"count": len(days), "dates": tongue.of_days(days, today)}


def _history(context: LetterContext, tongue: Tongue) -> list[View]:
    """Tell all that was sent and promised, for a formal letter or a hand-over."""
    words = HISTORY_WORDS[context.language]
    told: dict[tuple[date, str], None] = {}
    for invoice in context.invoices:
        for deed in invoice.deeds:
            kind = "notice" if deed.tone is Tone.NOTICE else str(deed.channel)
            told[deed.on, words[kind]] = None
        latest = (invoice.promise,) if invoice.promise else ()
        for promise in (*invoice.broken, *latest):
            what = words[promise.state].format(by=tongue.full_date(promise.by))
            told[promise.made_on, what] = None
    return [{"on": tongue.full_date(on), "what": what} for on, what in sorted(told)]


def missing_fields(context: LetterContext) -> tuple[str, ...]:
    """Name, in French, what a formal notice still lacks: it must not leave without.

    A client of unknown kind is a gap too: the law to quote depends on it.
    """
    creditor, company = context.creditor, context.debtor_kind is not DebtorKind.CONSUMER
    wanted: list[tuple[str, object]] = [
        ("votre nom (creditor.name)", creditor.name.strip()),
        ("votre adresse (creditor.address)", creditor.address.strip()),
        ("votre SIREN (creditor.siren)", creditor.siren.strip()),
        ("votre téléphone (creditor.phone)", creditor.phone.strip()),
        (
            "votre IBAN ou votre lien de paiement (creditor.iban)",
            creditor.iban.strip() or creditor.payment_link.strip(),
        ),
        ("le nom du client", context.client.strip()),
        ("l’adresse du client", context.client_address.strip()),
        ("le SIREN du client", context.client_siren.strip() or not company),
        (
            "la nature du client (debtor_kind : pro, public ou consumer)",
            context.debtor_kind is not DebtorKind.UNKNOWN,
        ),
        ("la date limite (deadline_days de l’étape)", context.deadline),
    ]
    for invoice in context.invoices:
        number = one_line(invoice.number)
        wanted += [
            (f"la date d’émission de la facture n° {number}", invoice.issued),
            (f"l’objet de la facture n° {number}", service(invoice)),
        ]
        wanted += [
            (f"la confirmation du taux de la BCE du semestre {semester}", None)
            for semester in _unconfirmed(invoice)
        ]
    return tuple(name for name, value in wanted if not value)


def _unconfirmed(invoice: InvoiceFacts) -> list[str]:
    """Name the semesters whose rate is not known, or from no official page."""
    segments = invoice.statement.segments if invoice.statement else ()
    return list(dict.fromkeys(str(s.semester) for s in segments if not s.confirmed))
