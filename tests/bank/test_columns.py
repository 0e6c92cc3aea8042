"""Titles: recognised in both languages, asked about when two could be meant."""

import pytest

from relancebot.bank.columns import choose_columns
from relancebot.bank.contact_titles import contact_field
from relancebot.bank.title_words import title_currency, title_key
from relancebot.bank.titles import FIELDS, is_known_title
from tests.bank.helpers import errors, notices, plain, read


def fields(*header: str, **mapping: str) -> dict[str, str]:
    layout = choose_columns(header, [["x"] for _ in header], mapping)
    return {header[at]: name for name, places in layout.places.items() for at in places}


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("N° facture", "number"),
        ("FACTURE N°", "number"),
        ("Numéro de la facture", "number"),
        ("*InvoiceNo", "number"),
        ("Invoice #", "number"),
        ("Réf. facture", "number"),
        ("\ufeffNumero", "number"),
        ("Raison sociale", "client"),
        ("Nom du client", "client"),
        ("Customer Name", "client"),
        ("Montant TTC (€)", "total"),
        ("TotalTTC", "total"),
        ("Total T.T.C.", "total"),
        ("Amount", "total"),
        ("Reste à payer", "open"),
        ("Montant dû", "open"),
        ("Montant du", "open"),
        ("Open Balance", "open"),
        ("Restant dû TTC", "open"),
        ("Date d’échéance", "due"),
        ("date_echeance", "due"),
        ("DATE ECHEANCE", "due"),
        ("Due Date", "due"),
        ("À payer avant le", "due"),
        ("Date de facturation", "issued"),
        ("Émise le", "issued"),
        ("Date", "issued"),
        ("Payée le", "paid_on"),
        ("Date de règlement", "paid_on"),
        ("Montant réglé", "paid_amount"),
        ("Statut", "status"),
        ("Devise", "currency"),
        ("Type de client", "debtor_kind"),
        ("Objet de la facture", "subject"),
        ("Bon de commande", "order_reference"),
        ("Conditions de règlement", "term"),
        ("E-mail", "email"),
        ("Adresse e-mail du client", "email"),
        ("Email compta", "email_accounting"),
        ("Courriel comptabilité", "email_accounting"),
        ("Mail facturation", "email_accounting"),
        ("E-mail de la direction", "email_decision_maker"),
        ("Email chef de projet", "email_operations"),
        ("Téléphone du gérant", "phone_decision_maker"),
        ("Contact", "contact"),
        ("Email du directeur financier", "email_decision_maker"),
        ("Due Date (UTC)", "due"),
        ("InvoiceAmountDue", "open"),
        ("Réglé (O/N)", "settled"),
    ],
)
def test_a_title_alone(title, field):
    assert fields(title) == {title: field}


@pytest.mark.parametrize(
    "title",
    [
        "Total HT",
        "TVA",
        "SIREN",
        "Email du vendeur",
        "E-mail émetteur",
        "Remise",
        "Commentaire",
        "",
    ],
)
def test_a_title_that_nothing_reads(title):
    assert fields(title) == {}


def test_no_title_means_two_things():
    for field in FIELDS:
        for other in FIELDS:
            if other is not field:
                assert not field.strong_keys & other.strong_keys, (field, other)


def test_a_strong_title_wins_over_a_weak_one():
    assert fields(
        "Date", "Date de facture", "Montant", "Total TTC", "Réf", "N° facture"
    ) == {
        "Date de facture": "issued",
        "Total TTC": "total",
        "N° facture": "number",
    }


def test_two_candidates_are_asked_about_with_the_way_to_say_it():
    text = "N°;Client;TTC;Date limite;Date d'échéance\n1;A;12;01/02/2026;02/02/2026\n"
    found = read(text)

    assert not found.rows
    (told,) = errors(found)
    assert told == (
        "factures.csv:1 : 2 colonnes peuvent être « date d’échéance » : "
        "« Date limite », « Date d'échéance » ; dites laquelle : "
        '--map due="Date limite" ou --map due="Date d\'échéance"'
    )
    said = read(text, mapping={"due": "date limite"})
    assert not said.errors
    assert said.rows[0].due.day == 1


def test_two_columns_of_one_name_are_told_by_their_place():
    text = "N°;Client;TTC;TTC;Échéance\n1;A;12;13;01/02/2026\n"

    assert '--map total="#3" ou --map total="#4"' in errors(read(text))[0]
    said = read(text, mapping={"total": "#4"})
    assert said.rows[0].total.amount == 13


def test_an_empty_or_twin_column_is_no_candidate():
    text = (
        "N°;Client;Société;TTC;Montant dû;Reste à payer;Échéance\n"
        "1;A;A;12;;5;01/02/2026\n"
    )
    found = read(text)

    assert not found.errors
    assert found.rows[0].open.amount == 5


def test_what_matters_little_is_left_aside_with_a_word():
    found = read(
        "N°;Client;TTC;Échéance;Libellé;Description\n1;A;12;01/02/2026;Audit;Deux "
        "jours\n"
    )

    assert not found.errors
    assert found.rows[0].subject == ""
    assert any("2 colonnes peuvent être « objet »" in n for n in notices(found))


@pytest.mark.parametrize(
    ("mapping", "text"),
    [
        ({"duee": "Échéance"}, "--map duee : champ inconnu ; vouliez-vous dire due ?"),
        (
            {"zzz": "Échéance"},
            "--map zzz : champ inconnu ; les champs sont number, client",
        ),
        ({"due": "Terme"}, '--map due="Terme" : aucune colonne ne porte ce titre'),
    ],
)
def test_a_mapping_that_cannot_be(mapping, text):
    found = read("N°;Client;TTC;Échéance\n1;A;12;01/02/2026\n", mapping=mapping)

    assert len(found.errors) == 1
    assert text in errors(found)[0]


def test_a_mapping_finds_the_titles_that_nobody_knows():
    found = read(
        "Pièce comptable;Qui;Combien;Quand\n7;A;12;01/02/2026\n",
        mapping={
            "number": "Pièce comptable",
            "client": "Qui",
            "total": "combien",
            "due": "QUAND",
        },
    )

    assert not found.errors
    assert found.rows[0].number == "7"


def test_a_mapping_speaks_french_too():
    found = read(
        "N°;Client;TTC;Date limite;Date d'échéance\n1;A;12;01/02/2026;02/02/2026\n",
        mapping={"échéance": "Date limite"},
    )

    assert not found.errors
    assert found.rows[0].due.day == 1


def test_an_empty_mapping_leaves_a_column_aside():
    text = "N°;Client;TTC;Solde;Échéance\n1;A;12;5;01/02/2026\n"

    assert read(text).rows[0].open.amount == 5
    assert read(text, mapping={"open": ""}).rows[0].open.amount == 12


def test_missing_columns_are_all_named():
    told = errors(read("Total HT;TVA;Date\n1;A;01/02/2026\n"))

    assert [e.split(" : ")[1].split(" ;")[0] for e in told] == [
        "aucune colonne « numéro de facture »",
        "aucune colonne « client »",
        "aucune colonne « montant TTC »",
        "aucune colonne « date d’échéance »",
    ]
    assert "--default-term-days 30" in told[3]


def test_a_column_that_may_say_what_was_paid_is_never_passed_over():
    text = "N°;Client;TTC;Échéance;Acompte versé\n1;A;12;01/02/2026;5\n"
    asked = read(text)

    assert not asked.rows
    assert "la colonne « Acompte versé » n’est pas lue" in errors(asked)[0]
    paid = read(text, mapping={"paid_amount": "Acompte versé"})
    assert paid.rows[0].open.amount == 7
    ignored = read(text, mapping={"settled": ""})
    assert not ignored.errors
    assert ignored.rows[0].open.amount == 12
    known = read(
        "N°;Client;TTC;Échéance;Acompte versé;Reste dû\n1;A;12;01/02/2026;5;7\n"
    )
    assert known.rows[0].open.amount == 7
    assert any("« Acompte versé »" in notice for notice in notices(known))


def test_currency_of_a_title():
    assert title_currency("Montant TTC (CHF)") == "CHF"
    assert title_currency("Total en €") == "EUR"
    assert title_currency("Total") == ""
    found = read("N°;Client;Total TTC (CHF);Échéance\n1;A;12;01/02/2026\n")
    assert found.rows[0].total.currency == "CHF"


def test_small_helpers():
    assert title_key("Date d'échéance") == title_key("ÉCHÉANCE (date)")
    assert is_known_title("Total HT")
    assert not is_known_title("")
    assert not is_known_title("x" * 200)
    assert contact_field("Email compta chef de projet") == ""
    assert plain("a\N{NARROW NO-BREAK SPACE}: b") == "a : b"


def test_two_columns_called_paid_are_left_to_the_person():
    found = read("N°;Client;TTC;Échéance;Payé;Réglé\n1;A;12;01/02/2026;oui;non\n")

    assert any("2 colonnes peuvent être « payé »" in n for n in notices(found))
    assert not found.rows
    assert all("n’est pas lue" in error for error in errors(found))


def test_an_empty_column_called_paid_says_nothing():
    found = read("N°;Client;TTC;Échéance;Payé\n1;A;12;01/02/2026;\n")

    assert found.rows[0].open.amount == 12


def test_the_person_comes_before_a_column_called_paid():
    text = "N°;Client;TTC;Échéance;Payé\n1;A;12;01/02/2026;oui\n"

    assert read(text).rows[0].open.amount == 0
    assert read(text, mapping={"settled": ""}).rows[0].open.amount == 12
