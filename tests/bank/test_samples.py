"""Files as the tools and people write them."""

from datetime import date
from decimal import Decimal

import pytest

from relancebot.domain.invoice import Contact, Role, Stated
from relancebot.domain.money import Money
from relancebot.domain.policy import DebtorKind
from tests.bank.helpers import errors, notices, sample


def test_the_smallest_useful_file():
    found = sample("minimal.csv")

    assert not found.errors
    assert [(r.number, r.client_id, r.total, r.open, r.due) for r in found.rows] == [
        (
            "F-2026-001",
            "studio-lumen",
            Money.of(1200),
            Money.of(1200),
            date(2026, 3, 15),
        ),
        (
            "F-2026-002",
            "atelier-bois-clair",
            Money.of("3480.50"),
            Money.of("3480.50"),
            date(2026, 3, 31),
        ),
    ]
    assert found.rows[0].contacts == (Contact("compta@lumen.example"),)
    assert [(use.header, use.field) for use in found.columns] == [
        ("numero", "number"),
        ("client", "client"),
        ("montant_ttc", "total"),
        ("echeance", "due"),
        ("email", "email"),
    ]
    assert found.columns[1].examples == ("Studio Lumen", "Atelier Bois Clair")


def test_dolibarr_writes_a_row_for_each_payment():
    found = sample("dolibarr.csv")

    assert not found.errors
    by_number = {row.number: row for row in found.rows}
    assert by_number["FA2601-0013"].open == Money.of(1500)
    assert by_number["FA2601-0013"].paid_on == date(2026, 3, 2)
    assert by_number["FA2601-0014"].open == Money.of(0)
    assert by_number["FA2601-0014"].stated is Stated.PAID
    assert by_number["FA2601-0012"].client_id == "CU2601-0004"
    assert [(c.number, c.total) for c in found.credits] == [
        ("AV2601-0001", Money.of(120))
    ]


def test_odoo_technical_names():
    found = sample("odoo.csv")

    assert not found.errors
    assert [(row.number, row.open) for row in found.rows] == [
        ("INV/2026/00017", Money.of(1800)),
        ("INV/2026/00018", Money.of(900)),
        ("INV/2026/00019", Money.of(0)),
    ]
    assert found.rows[0].client == "Boulangerie Martin, SARL"
    assert [credit.number for credit in found.credits] == ["RINV/2026/00002"]
    assert any(
        "« in_invoice » n’est pas une facture client" in n for n in notices(found)
    )
    assert any("« draft » n’est pas une facture émise" in n for n in notices(found))


def test_quickbooks_report_in_american_order():
    found = sample("quickbooks.csv")

    assert not found.errors
    assert found.header_line == 5
    assert [(row.line, row.due, row.open.amount) for row in found.rows] == [
        (6, date(2026, 2, 14), Decimal("1250.00")),
        (7, date(2026, 2, 27), Decimal("7000.00")),
    ]
    assert found.credits[0].total == Money.of(300)
    told = notices(found)
    assert any("« Due Date » : dates américaines" in n for n in told)
    assert any(n.startswith("quickbooks.csv:10 : ligne de total") for n in told)


def test_pennylane_names():
    found = sample("pennylane.csv")

    assert not found.errors
    assert [row.open for row in found.rows] == [Money.of(6000), Money.of(0)]
    assert [contact.email for contact in found.rows[0].contacts] == [
        "compta@ateliernord.example",
        "direction@ateliernord.example",
    ]
    assert found.rows[0].subject == "Mission de conseil mars"


def test_french_tool_with_newlines_in_cells_and_a_total():
    found = sample("sellsy_like.csv")

    assert not found.errors
    assert [(row.line, row.debtor_kind, row.open.amount) for row in found.rows] == [
        (2, DebtorKind.PUBLIC, Decimal("1800.00")),
        (4, DebtorKind.CONSUMER, Decimal("0.00")),
        (5, DebtorKind.PRO, Decimal("400.00")),
    ]
    assert found.rows[0].subject == "Atelier d'écriture (2 séances)"
    assert found.rows[0].order_reference == "ENG-2026-44"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("tableur_cp1252.csv", "cp1252"),
        ("tableur_mac.csv", "mac_roman"),
        ("tableur_utf16.csv", "utf-16"),
    ],
)
def test_one_spreadsheet_in_three_encodings(name, encoding):
    found = sample(name)

    assert found.encoding == encoding
    assert not found.errors
    assert [(row.line, row.client, row.open.amount) for row in found.rows] == [
        (5, "Menuiserie Génin", Decimal("2400.00")),
        (6, "Crèche Les P’tits Loups", Decimal("650.40")),
        (7, "Hôtel du Cœur", Decimal("0.00")),
    ]
    assert found.rows[0].contacts == (
        Contact("compta@genin.example"),
        Contact("g.genin@genin.example", "Gérard Génin", Role.DECISION_MAKER),
    )
    assert found.rows[2].due == date(2026, 11, 30)


def test_every_bad_row_is_named_and_the_good_ones_are_kept():
    found = sample("fautes.csv")

    assert [row.number for row in found.rows] == ["F-7", "F-11", "F-12", "F-15"]
    assert found.rows[1].client == "=cmd|' /C calc'!A0"
    told = errors(found)
    assert told[0] == (
        "fautes.csv:2 : date d’échéance « 31/02/2026 » impossible ; corrigez la date "
        "puis relancez l’import"
    )
    assert [error.line for error in found.errors] == [
        *range(2, 8),
        *range(9, 14),
        16,
        17,
    ]
    expected = {
        3: "montant TTC « mille » illisible",
        4: "client manquant",
        5: "numéro de facture manquant",
        6: "échéance du 03/03/2026 avant l’émission du 05/03/2026",
        7: "sans date d’échéance",
        9: "numéro « F-8 » répété avec d’autres valeurs (ligne 10)",
        11: "numéro « F-9 » déjà pris par un autre client (ligne 12)",
        13: "numéro « 2,02E+11 » abîmé par le tableur",
        16: "un guillemet ouvert n’est jamais fermé",
        17: "plus de cases que de titres (8 au lieu de 7)",
    }
    for line, text in expected.items():
        assert any(e.startswith(f"fautes.csv:{line} : {text}") for e in told), text
    said = notices(found)
    assert any("« eta.example » invalide" in n for n in said)
    assert any("« martien » inconnu" in n for n in said)
    assert any("au plus tard le 14/04/2026" in n for n in said)
    assert any(
        "« F-15 » répétée avec les mêmes montants (lignes 18 et 19)" in n for n in said
    )
