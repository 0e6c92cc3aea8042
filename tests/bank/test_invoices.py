"""Rows into invoices: what is owed, by whom, since when; repeats; credit notes."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relancebot.bank.contacts import is_address, split_addresses, tidy_phone
from relancebot.bank.invoices_csv import read_invoices
from relancebot.bank.terms import due_by_term, latest_legal_due
from relancebot.domain.invoice import Contact, Role, Stated, client_slug
from relancebot.domain.money import Money
from relancebot.domain.policy import DebtorKind, Formality, Language
from tests.bank.helpers import errors, notices, read


def rows_of(header: str, *lines: str, **options):
    return read("\n".join([header, *lines]) + "\n", **options)


# --- what is owed -----------------------------------------------------------------

BASE = "N°;Client;Total TTC;Échéance"


@pytest.mark.parametrize(
    ("columns", "cells", "left", "stated"),
    [
        ("", "", "1200", Stated.NOTHING),
        (";Reste à payer", ";200,00", "200", Stated.NOTHING),
        (";Reste à payer", ";0", "0", Stated.NOTHING),
        (";Reste à payer", ";", "1200", Stated.NOTHING),
        (";Reste à payer", ";-5", "0", Stated.NOTHING),
        (";Montant réglé", ";200", "1000", Stated.NOTHING),
        (";Montant réglé", ";1300", "0", Stated.NOTHING),
        (";Montant paiement", ";200", "1000", Stated.NOTHING),
        (";Statut", ";Payée", "0", Stated.PAID),
        (";Statut", ";PAYÉE le 12/03/2026", "0", Stated.PAID),
        (";Statut", ";Envoyée", "1200", Stated.UNPAID),
        (";Statut", ";En retard de 12 jours", "1200", Stated.UNPAID),
        (";Statut", ";En litige", "1200", Stated.DISPUTED),
        (";Statut", ";Annulée", "0", Stated.CANCELLED),
        (
            ";Statut;Reste à payer",
            ";Partiellement payée;300",
            "300",
            Stated.PARTLY_PAID,
        ),
        (";Facture payée", ";1", "0", Stated.PAID),
        (";Facture payée", ";non", "1200", Stated.UNPAID),
        (";Payé", ";oui", "0", Stated.PAID),
        (";Payé", ";200,00", "1000", Stated.NOTHING),
        (";Payé", ";15/02/2026", "0", Stated.NOTHING),
        (";Date de paiement", ";15/02/2026", "0", Stated.NOTHING),
        (";Date de paiement;Statut", ";15/02/2026;Impayée", "1200", Stated.UNPAID),
        (";Statut;Reste à payer", ";Bizarre;300", "300", Stated.NOTHING),
    ],
)
def test_what_remains(columns, cells, left, stated):
    found = rows_of(BASE + columns, "F1;A;1 200,00;01/02/2026" + cells)

    assert not found.errors
    assert found.rows[0].total == Money.of(1200)
    assert found.rows[0].open == Money.of(left)
    assert found.rows[0].stated is stated


@pytest.mark.parametrize(
    ("columns", "cells", "reason"),
    [
        (";Reste à payer", ";1300", "reste à payer (1300,00) supérieur au montant TTC"),
        (";Statut;Reste à payer", ";Payée;300", "une autre qu’il reste à payer"),
        (";Statut;Montant réglé", ";Payée;300", "une autre qu’il reste à payer"),
        (";Statut", ";Partiellement payée", "sans ce qu’il en reste"),
        (";Statut", ";Bizarre", "rien ne dit si la facture est payée"),
        (";Statut;Facture payée", ";Payée;non", "une autre non"),
        (";Reste à payer", ";beaucoup", "reste à payer « beaucoup » illisible"),
        (
            ";Date de paiement",
            ";31/02/2026",
            "date de paiement « 31/02/2026 » impossible",
        ),
        (";Devise", ";XYZ", "devise « XYZ » inconnue"),
        (";Devise;Reste à payer", ";CHF;12 €", "deux devises sur la même ligne"),
    ],
)
def test_a_row_that_contradicts_itself_is_asked_about(columns, cells, reason):
    found = rows_of(BASE + columns, "F1;A;1 200,00;01/02/2026" + cells)

    assert not found.rows
    assert len(found.errors) == 1
    assert reason in errors(found)[0]


def test_every_mistake_of_a_row_is_named():
    found = rows_of(BASE, ";;mille;31/02/2026")

    assert len(found.errors) == 4


def test_other_currencies_are_kept():
    found = rows_of(
        BASE + ";Devise", "F1;A;12;01/02/2026;CHF", "F2;A;$12;01/02/2026;CAD"
    )

    assert [row.total.currency for row in found.rows] == ["CHF", "CAD"]


def test_an_aged_balance_without_totals():
    found = rows_of("N°;Client;Solde dû;Échéance", "F1;A;12;01/02/2026")

    assert found.rows[0].total == found.rows[0].open == Money.of(12)
    assert any("le reste à payer en tient lieu" in n for n in notices(found))


def test_a_doubtful_thousand_is_said():
    found = rows_of(BASE, "F1;A;1,234;01/02/2026", "F2;A;12,50;01/02/2026")

    assert any("« 1,234 » lu 1,23, comme le reste" in n for n in notices(found))


# --- days -------------------------------------------------------------------------


def test_terms_stand_in_for_a_missing_due_date():
    header = "N°;Client;TTC;Émise le;Échéance;Conditions de paiement"
    found = rows_of(
        header,
        "F1;A;12;01/02/2026;;30 jours",
        "F2;A;12;01/02/2026;;",
        "F3;A;12;01/02/2026;À réception;",
        "F4;A;12;;;",
        "F5;A;12;01/02/2026;;45 jours fin de mois",
        default_term_days=15,
    )

    assert [(row.number, row.due) for row in found.rows] == [
        ("F1", date(2026, 3, 3)),
        ("F2", date(2026, 2, 16)),
        ("F3", date(2026, 2, 1)),
        ("F5", date(2026, 2, 16)),
    ]
    assert errors(found) == [
        "factures.csv:5 : sans date d’échéance ni date d’émission ; ajoutez l’échéance"
    ]
    assert any("15 jours après l’émission (lignes 3 et 6)" in n for n in notices(found))


@pytest.mark.parametrize(
    ("term", "days"),
    [
        ("30", 30),
        ("30 jours", 30),
        ("30 j", 30),
        ("30 jours nets", 30),
        ("Net 45", 45),
        ("Paiement à 60 jours date de facture", 60),
        ("30 days", 30),
        ("À réception", 0),
        ("à réception de facture", 0),
        ("Comptant", 0),
        ("Due on receipt", 0),
        ("30 jours fin de mois", None),
        ("fin de mois", None),
        ("virement", None),
        ("", None),
    ],
)
def test_terms(term, days):
    issued = date(2026, 2, 1)

    expected = None if days is None else issued + timedelta(days=days)
    assert due_by_term(issued, term) == expected


@pytest.mark.parametrize(
    ("issued", "latest"),
    [
        (date(2026, 1, 15), date(2026, 3, 31)),
        (date(2026, 2, 15), date(2026, 4, 30)),
        (date(2026, 1, 31), date(2026, 4, 1)),
        (date(2026, 12, 17), date(2027, 2, 15)),
    ],
)
def test_the_longest_term_that_the_law_allows(issued, latest):
    assert latest_legal_due(issued) == latest


@pytest.mark.parametrize(
    ("due", "kind", "said"),
    [
        ("30/04/2026", "pro", False),
        ("01/05/2026", "pro", True),
        ("01/05/2026", "", True),
        ("01/05/2026", "particulier", False),
    ],
)
def test_a_due_date_beyond_the_law_is_said_and_never_changed(due, kind, said):
    found = rows_of(
        "N°;Client;TTC;Émise le;Échéance;Type de client",
        f"F1;A;12;15/02/2026;{due};{kind}",
    )

    assert f"{found.rows[0].due:%d/%m/%Y}" == due
    assert any("maximum légal" in n for n in notices(found)) is said


def test_a_zero_date_of_issue_loses_no_row():
    found = rows_of("N°;Client;TTC;Émise le;Échéance", "F1;A;12;0000-00-00;")

    assert [error.line for error in found.errors] == [2]


def test_the_order_of_dates_is_that_of_the_file():
    found = rows_of(
        "N°;Client;TTC;Émise le;Échéance",
        "F1;A;12;01/13/2026;02/03/2026",
        "F2;A;12;01/14/2026;02/04/2026",
    )

    assert [row.due for row in found.rows] == [date(2026, 2, 3), date(2026, 2, 4)]
    assert sum("dates américaines" in n for n in notices(found)) == 2


def test_times_of_a_column_in_utc_are_days_in_paris():
    found = rows_of(
        "Number,Customer,Total,Due Date (UTC)",
        "F1,A,12,2026-03-14 23:00",
        "F2,A,12,2026-03-15 08:00",
        "F3,A,12,2026-03-15",
    )

    assert {row.due for row in found.rows} == {date(2026, 3, 15)}


def test_an_unreadable_day_of_service_costs_only_itself():
    found = rows_of(BASE + ";Date de prestation", "F1;A;12;01/02/2026;tout janvier")

    assert not found.errors
    assert found.rows[0].service_end is None
    assert any("« tout janvier » illisible" in n for n in notices(found))


# --- the client --------------------------------------------------------------------


def test_contacts_by_role():
    header = (
        BASE + ";Email;Email compta;Contact compta;Tél compta;Email direction;"
        "Email du commercial"
    )
    found = rows_of(
        header,
        "F1;A;12;01/02/2026;x@a.example;c@a.example, d@a.example;Zoé Lam;612345678;"
        "Gérard Génin <g@a.example>;moi@moi.example",
    )

    assert found.rows[0].contacts == (
        Contact("x@a.example"),
        Contact("c@a.example", "Zoé Lam", Role.ACCOUNTING, "0612345678"),
        Contact("d@a.example"),
        Contact("g@a.example", "Gérard Génin", Role.DECISION_MAKER),
    )


@pytest.mark.parametrize(
    ("cell", "found", "wrong"),
    [
        ("a@b.fr", [("a@b.fr", "")], []),
        ("a@b.fr; c@d.fr", [("a@b.fr", ""), ("c@d.fr", "")], []),
        ("a@b.fr c@d.fr", [("a@b.fr", ""), ("c@d.fr", "")], []),
        ("a@b.fr / c@d.fr", [("a@b.fr", ""), ("c@d.fr", "")], []),
        ("a@b.fr\nc@d.fr", [("a@b.fr", ""), ("c@d.fr", "")], []),
        ("Dupont, Jean <j@b.fr>", [("j@b.fr", "Dupont, Jean")], []),
        ('"Jean" <j@b.fr>, c@d.fr', [("j@b.fr", "Jean"), ("c@d.fr", "")], []),
        ("mailto:a@b.fr", [("a@b.fr", "")], []),
        ("a@b.fr.", [("a@b.fr", "")], []),
        ("a@b.fr (Zoé)", [("a@b.fr", "")], []),
        ("Compta : a@b.fr", [("a@b.fr", "")], []),
        ("a@b", [], ["a@b"]),
        ("jean.dupont", [], ["jean.dupont"]),
        ("é@b.fr; c@d.fr", [("c@d.fr", "")], ["é@b.fr"]),
        ("a@@b.fr", [], ["a@@b.fr"]),
    ],
)
def test_addresses_in_one_cell(cell, found, wrong):
    assert split_addresses(cell) == (found, wrong)


@pytest.mark.parametrize(
    "text", ["a..b@c.fr", ".a@c.fr", "a.@c.fr", "a@-c.fr", "a b@c.fr"]
)
def test_what_is_no_address(text):
    assert not is_address(text)


def test_phones():
    assert tidy_phone("612345678") == "0612345678"
    assert tidy_phone("06 12\N{NO-BREAK SPACE}34 56 78") == "06 12 34 56 78"
    assert tidy_phone("+33 6 12 34 56 78") == "+33 6 12 34 56 78"


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Professionnel", DebtorKind.PRO),
        ("pro", DebtorKind.PRO),
        ("ENTREPRISE", DebtorKind.PRO),
        ("Mairie", DebtorKind.PUBLIC),
        ("administration", DebtorKind.PUBLIC),
        ("Collectivité", DebtorKind.PUBLIC),
        ("particulier", DebtorKind.CONSUMER),
        ("B2C", DebtorKind.CONSUMER),
        ("consommateur", DebtorKind.CONSUMER),
        ("", DebtorKind.UNKNOWN),
        ("martien", DebtorKind.UNKNOWN),
    ],
)
def test_kinds_of_client(cell, kind):
    found = rows_of(BASE + ";Type de client", f"F1;A;12;01/02/2026;{cell}")

    assert found.rows[0].debtor_kind is kind


def test_language_and_formality():
    found = rows_of(
        BASE + ";Langue;Tutoiement",
        "F1;A;12;01/02/2026;Anglais;oui",
        "F2;B;12;01/02/2026;;",
        "F3;C;12;01/02/2026;klingon;peut-être",
    )

    assert [(row.language, row.formality) for row in found.rows] == [
        (Language.ENGLISH, Formality.TU),
        (None, None),
        (None, None),
    ]
    assert sum("inconnu, laissé de côté" in n for n in notices(found)) == 2


def test_slugs():
    assert client_slug("Dupont & Fils, S.A.R.L.") == "dupont-fils-sarl"
    assert client_slug("CRÈCHE  Les P’tits") == client_slug("crèche les p'tits")
    assert client_slug("株式会社") != client_slug("有限会社")
    assert client_slug("株式会社").startswith("client-")


def test_one_code_for_two_names_is_said():
    found = rows_of(
        "N°;Code client;Client;TTC;Échéance",
        "F1;C1;Alpha;12;01/02/2026",
        "F2;C1;ALPHA;12;01/02/2026",
        "F3;C1;Beta;12;01/02/2026",
    )

    assert [row.client_id for row in found.rows] == ["C1", "C1", "C1"]
    assert sum("deux noms, « Alpha » et « Beta »" in n for n in notices(found)) == 1


def test_a_lost_character_in_a_name_is_said():
    found = rows_of(BASE, "F1;G\N{REPLACEMENT CHARACTER}nin;12;01/02/2026")

    assert any("un caractère a été perdu" in n for n in notices(found))


# --- numbers ----------------------------------------------------------------------


def test_the_same_row_twice_is_one_invoice():
    found = rows_of(BASE, *["F1;A;12;01/02/2026"] * 3)

    assert len(found.rows) == 1
    assert any("(lignes 2, 3 et 4)" in n for n in notices(found))


def test_a_row_for_each_line_of_work_is_one_invoice():
    found = rows_of(
        BASE + ";Description",
        "F1;A;12;01/02/2026;Audit",
        "F1;A;12;01/02/2026;Formation",
    )

    assert [row.subject for row in found.rows] == ["Audit"]
    assert any("(lignes 2 et 3)" in n for n in notices(found))


def test_spaces_and_case_make_no_other_number():
    found = rows_of(BASE, "F 1;A;12;01/02/2026", "f1;A;13;01/02/2026")

    assert not found.rows
    assert [error.line for error in found.errors] == [2, 3]


def test_payments_on_rows_of_their_own():
    found = rows_of(
        BASE + ";Montant du règlement;Date de règlement",
        "F1;A;100;01/02/2026;30;10/02/2026",
        "F1;A;100;01/02/2026;30;10/02/2026",
        "F2;A;100;01/02/2026;;",
        "F3;A;100;01/02/2026;110;10/02/2026",
    )

    assert not found.errors
    assert [row.open.amount for row in found.rows] == [40, 100, 0]
    assert any("payée" in n and "en trop" in n for n in notices(found))


def test_numbers_that_a_spreadsheet_may_have_spoilt():
    found = rows_of(
        BASE,
        "0012;A;12;01/02/2026",
        "13;A;12;01/02/2026",
        "mars-26;A;12;01/02/2026",
        '="0014";A;12;01/02/2026',
    )

    assert [row.number for row in found.rows] == ["0012", "13", "mars-26", "0014"]
    told = notices(found)
    assert any("« 13 » : Excel a peut-être retiré ses zéros" in n for n in told)
    assert any("« mars-26 » : le tableur l’a peut-être changé" in n for n in told)


def test_numbers_taken_for_quantities():
    found = rows_of(BASE, "12.0;A;12;01/02/2026", "13.0;A;12;01/02/2026")

    assert [row.number for row in found.rows] == ["12", "13"]


@pytest.mark.parametrize("number", ["2E10", "24E001", "2026/03/001", "F-1", "01-2026"])
def test_numbers_that_only_look_strange(number):
    found = rows_of(BASE, f"{number};A;12;01/02/2026")

    assert [row.number for row in found.rows] == [number]


# --- credit notes -------------------------------------------------------------------


def test_credit_notes_come_apart():
    found = rows_of(
        "N°;Type;Client;TTC;Émise le;Échéance;Facture d'origine",
        "F1;Facture;A;100;01/02/2026;03/03/2026;",
        "AV1;Avoir;A;40,00;05/02/2026;;F1",
        "AV2;Facture;A;-10,00;05/02/2026;;",
        "AV3;Note de crédit client;A;-5;05/02/2026;;",
        "AV1;Avoir;A;40,00;05/02/2026;;F1",
        "AV4;Avoir;A;7;05/02/2026;;",
        "AV4;Avoir;A;8;05/02/2026;;",
    )

    assert [row.number for row in found.rows] == ["F1"]
    assert [(c.number, c.total, c.credited) for c in found.credits] == [
        ("AV1", Money.of(40), "F1"),
        ("AV2", Money.of(10), ""),
        ("AV3", Money.of(5), ""),
    ]
    assert [error.line for error in found.errors] == [7, 8]


# --- all of it, written in any dialect --------------------------------------------

NAMES = st.text(
    st.characters(categories=["L", "N", "P"], exclude_characters="=#@\N{SOFT HYPHEN}"),
    min_size=1,
    max_size=15,
).map(lambda text: "C" + text)


@st.composite
def debts(draw):
    issued = draw(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
    total = draw(st.integers(1, 10**9))
    return (
        draw(NAMES),
        Decimal(total) / 100,
        Decimal(draw(st.integers(0, total))) / 100,
        issued,
        issued + timedelta(days=draw(st.integers(0, 60))),
    )


DIALECTS = st.fixed_dictionaries(
    {
        "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
        "delimiter": st.sampled_from([";", ",", "\t", "|"]),
        "decimal": st.sampled_from([",", "."]),
        "group": st.sampled_from(["", " ", "\N{NARROW NO-BREAK SPACE}"]),
        "shape": st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y"]),
        "newline": st.sampled_from(["\n", "\r\n"]),
    }
)


@settings(deadline=None)
@given(
    data=st.lists(debts(), min_size=1, max_size=8),
    dialect=DIALECTS,
    preamble=st.integers(0, 3),
)
def test_invoices_written_in_any_dialect_come_back(data, dialect, preamble):
    group, decimal, shape = dialect["group"], dialect["decimal"], dialect["shape"]

    def money(value: Decimal) -> str:
        return f"{value:,.2f}".replace(",", group).replace(".", decimal)

    out = io.StringIO()
    writer = csv.writer(
        out, delimiter=dialect["delimiter"], lineterminator=dialect["newline"]
    )
    for _ in range(preamble):
        writer.writerow(["Cabinet de conseil"])
    writer.writerow(["N° facture", "Client", "TTC", "Reste dû", "Émise le", "Échéance"])
    for rank, (client, total, left, issued, due) in enumerate(data):
        writer.writerow(
            [
                f"F-{rank}",
                client,
                money(total),
                money(left),
                issued.strftime(shape),
                due.strftime(shape),
            ]
        )

    found = read_invoices(out.getvalue().encode(dialect["encoding"]), "factures.csv")

    assert not found.errors
    assert [
        (row.client, row.total.amount, row.open.amount, row.issued, row.due)
        for row in found.rows
    ] == [
        (client, total, left, issued, due) for client, total, left, issued, due in data
    ]
    assert [row.line for row in found.rows] == [
        preamble + 2 + rank for rank in range(len(data))
    ]


@settings(deadline=None)
@given(
    kind=st.sampled_from(["", "Facture", "Avoir", "Devis", "Bizarre"]),
    number=st.sampled_from(["", "F1", "#REF!", "1,2E+05", "Total"]),
    client=st.sampled_from(["", "A", "#N/A"]),
    sums=st.tuples(
        *[st.sampled_from(["", "0", "12,50", "-3", "1,234", "douze", "1E+09"])] * 2
    ),
    days=st.tuples(
        *[st.sampled_from(["", "0000-00-00", "01/02/2026", "31/02/2026", "30 jours"])]
        * 3
    ),
    status=st.sampled_from(["", "Payée", "Annulée", "Brouillon", "partielle", "?"]),
)
def test_every_row_ends_somewhere(kind, number, client, sums, days, status):
    """A row is taken, or something is said of its line: never nothing."""
    cells = [kind, number, client, *sums, *days, status]
    found = rows_of(
        "Type;N°;Client;TTC;Reste à payer;Émise le;Échéance;Payée le;Statut",
        ";".join(cells),
    )

    taken = [*found.rows, *found.credits]
    said = [*found.errors, *(n for n in found.notices if n.line == 2)]
    assert taken or said or not any(cells)
    assert not (taken and found.errors)
    for row in found.rows:
        assert row.total.amount >= row.open.amount >= 0
        if row.stated in {Stated.PAID, Stated.CANCELLED}:
            assert not row.open
