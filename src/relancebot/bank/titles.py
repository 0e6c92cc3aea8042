"""The titles that invoicing tools and people really give to their columns.

Titles are compared without accents, case, punctuation, word order or small words, in
French and in English. A title is *strong* for a field when it can mean nothing else
("Date d'échéance"), *weak* when it counts only for want of a strong one ("Date").
"""

from dataclasses import dataclass
from functools import lru_cache

from relancebot.bank.contact_titles import CONTACT_FIELDS, contact_field
from relancebot.bank.title_words import title_key


@dataclass(frozen=True)
class Field:
    """One thing that a column can say.

    ``asks``: two candidates stop the import, for a wrong choice would write a wrong
    letter. ``many``: several columns may serve together.
    """

    name: str
    label: str
    strong: str
    weak: str = ""
    asks: bool = False
    many: bool = False

    @property
    def strong_keys(self) -> frozenset[frozenset[str]]:
        """The titles that can mean nothing else."""
        return _keys(self.strong)

    @property
    def weak_keys(self) -> frozenset[frozenset[str]]:
        """The titles that count for want of a strong one."""
        return _keys(self.weak)

    def takes(self, key: frozenset[str], *, strong: bool) -> bool:
        """Tell whether a title is one of them; every sum owed includes taxes."""
        keys = self.strong_keys if strong else self.weak_keys
        if self.name in {"open", "paid_amount", "payment"}:
            return key in keys or key - {"ttc", "facture"} in keys
        return key in keys


@lru_cache(maxsize=256)
def _keys(titles: str) -> frozenset[frozenset[str]]:
    return frozenset(title_key(title.strip()) for title in titles.split("|") if title)


FIELDS = (
    Field(
        "number",
        "numéro de facture",
        "numéro facture|n° facture|n° de la facture|facture|réf facture|référence "
        "facture"
        "|numéro document|document number|docnumber|doc number|numéro pièce"
        "|pièce numéro|facnumber|f.ref|code facture|invoice name",
        "numéro|n°|référence|pièce|document|invoice id|id facture",
        asks=True,
    ),
    Field(
        "client",
        "client",
        "client|nom client|raison sociale|raison sociale client|client raison sociale"
        "|société|nom société|nom de la société|société client|customer name"
        "|customer full name|company|company name|tiers|nom du tiers|débiteur"
        "|nom débiteur|debtor|debtor name|partner|partner name|partner id|partner id "
        "name|partner id display name|partenaire"
        "|nom du partenaire|invoice partner display name"
        "|nom affiché du partenaire de la facture|bill to|billed to|facturé à|s.nom"
        "|nom entreprise|nom de l'entreprise|nom ou raison sociale|client facturé"
        "|nom client facturé|client name company|account name|intitulé tiers|intitulé "
        "client|intitulé compte|libellé tiers",
        "nom|name|entreprise|destinataire|display name|contact name",
        asks=True,
    ),
    Field(
        "client_id",
        "code client",
        "code client|numéro compte tiers|compte tiers|numéro client|id client"
        "|identifiant client|client code"
        "|code tiers|numéro tiers|code du tiers|compte auxiliaire|compte client"
        "|customer account|s.code client|account number|partner ref",
    ),
    Field(
        "total",
        "montant TTC",
        "total ttc|montant ttc|ttc|montant total ttc|total facture ttc|montant facture "
        "ttc"
        "|prix ttc|prix total ttc|amount total|total amt|total signed|amount total "
        "signed"
        "|total signé|montant total signé|f.total ttc|total incl tax|total including "
        "tax"
        "|total inc vat|total incl vat|amount incl vat|amount including tax"
        "|amount with tax|total with tax|gross amount|total gross|facture total"
        "|montant facture|montant facturé|total ttc facture|total taxes comprises"
        "|total toutes taxes comprises|montant toutes taxes comprises",
        "total|montant|net à payer|total à payer|prix|grand total",
        asks=True,
    ),
    Field(
        "open",
        "reste à payer",
        "reste à payer|reste à payer ttc|reste à régler|reste owed|restant owed"
        "|restant à payer|restant à régler|restant|solde owed|solde à payer"
        "|solde à régler|solde restant|solde restant owed|solde ouvert|solde ttc"
        "|montant owed|montant owed ttc|montant owed signé|montant restant"
        "|montant restant owed|montant restant owed ttc|montant restant à payer"
        "|montant ouvert|montant impayé|impayé|amount residual|amount residual signed"
        "|amount due|amount due signed|balance due|open balance|open amount"
        "|outstanding|outstanding amount|outstanding balance|remaining amount"
        "|remaining amount with tax|remaining|remaining balance|unpaid amount|reste à "
        "encaisser"
        "|restant à encaisser|encours|reste owed ttc|amount owed|total owed|total due",
        "solde|balance|reste|à payer|montant à payer|à encaisser",
        asks=True,
    ),
    Field(
        "paid_amount",
        "montant déjà payé",
        "montant payé|montant réglé|déjà payé|déjà réglé|montant déjà payé"
        "|montant déjà réglé|amount paid|total payé|total réglé|montant encaissé"
        "|payé ttc|total paid|paid amount|règlements|paiements|payments|total payments"
        "|somme réglée|somme payée|montant acquitté",
        asks=True,
    ),
    Field(
        "payment",
        "montant du paiement",
        "montant paiement|montant du règlement|amount payment|payment amount|p.amount"
        "|pf.amount",
        asks=True,
    ),
    Field(
        "due",
        "date d’échéance",
        "échéance|date échéance|échéance le|date échéance facture|échéance facture"
        "|date limite|date limite paiement|date limite règlement|limite paiement|due"
        "|due date|date due|due on|deadline|payment deadline|facture date due|payment "
        "due"
        "|payment due date|f.date lim reglement|date lim reglement|à payer avant"
        "|à payer avant le|à régler avant|à régler avant le|à payer le|à régler le"
        "|date exigibilité|maturity|maturity date|facture due date|expiration date"
        "|échéance paiement|date échéance paiement|échoit le",
        asks=True,
    ),
    Field(
        "issued",
        "date d’émission",
        "date facture|date de facturation|facturé le|émis le|émise le"
        "|date émission|date émission facture|invoice date|txn date|transaction date"
        "|issue date|issued|issued on|issued at|date issued|date pièce|date document"
        "|document date|f.datef|datef|invoiced on|date établissement",
        "date|émission|date création|created|created at|creation date",
        asks=True,
    ),
    Field(
        "paid_on",
        "date de paiement",
        "date paiement|payé le|réglé le|date règlement|date encaissement|encaissé le"
        "|paid on|paid at|paid date|date paid|payment date|date dernier paiement"
        "|last payment date|p.datep|date acquittement|facture payée le|facture réglée "
        "le",
        asks=True,
    ),
    Field(
        "settled",
        "facture payée",
        "facture payée|facture réglée|facture acquittée|est payée|is paid|invoice paid"
        "|f.paye|soldée|payé o n|payé oui non|payé (oui/non)|acquittée|facture soldée",
        asks=True,
    ),
    # "Payé" holds yes or no, a sum or a date: the cells decide.
    Field("paid_any", "payé", "payé|réglé|paid|encaissé|acquitté"),
    Field(
        "status",
        "statut",
        "état|état facture|état paiement|état paiement facture|état règlement"
        "|invoice payment state|état document|situation|f.fk statut|fk statut"
        "|avancement",
        many=True,
    ),
    Field(
        "kind",
        "type de pièce",
        "type|type facture|type document|type de pièce|document type|invoice type"
        "|move type|transaction type|txn type|type opération|type transaction|f.type"
        "|nature|nature pièce|nature document|type d'écriture",
        asks=True,
    ),
    Field(
        "credited",
        "facture d’origine",
        "facture origine|facture d'origine|facture source|facture liée|facture créditée"
        "|facture rectifiée|avoir sur facture|original invoice|reversed entry"
        "|credited invoice|avoir de la facture|facture avoir|origine|related invoice"
        "|numéro facture origine|n° facture d'origine|facture annulée|facture corrigée",
    ),
    Field(
        "currency",
        "devise",
        "devise|code devise|devise facture|currency id|currency id name|currency code"
        "|monnaie|devise "
        "code"
        "|f.multicurrency code",
        asks=True,
    ),
    Field(
        "debtor_kind",
        "type de client",
        "type client|type de client|client type|catégorie client|nature client"
        "|profil client|typologie client|type tiers|type de tiers"
        "|customer type|customer category|debtor kind|type débiteur|nature du débiteur"
        "|client category|type de société|company type|type partenaire",
    ),
    Field(
        "subject",
        "objet",
        "objet|objet facture|objet de la facture|subject|sujet",
        # No "commentaire", no "mémo": what one notes for oneself is not for the client.
        "libellé|description|désignation|prestation|mission|intitulé|titre"
        "|memo description|title|projet|project|label|item description",
    ),
    Field(
        "order_reference",
        "référence de commande",
        "bon de commande|numéro commande|référence commande|bon commande numéro"
        "|numéro bon de commande|commande|po|po number|purchase order"
        "|purchase order number|order reference|order number|numéro engagement"
        "|votre référence|vos références|référence client|réf client|client reference"
        "|f.ref client|customer po|engagement|numéro de contrat",
    ),
    Field(
        "service_end",
        "fin de la prestation",
        "fin prestation|date fin prestation|date de fin de prestation|service date"
        "|date prestation|date de la prestation|date livraison|livré le|delivery date"
        "|fin mission|date fin mission|date exécution|service end|period end"
        "|fin de période|date de service|date de réalisation|end date|date fin",
    ),
    Field(
        "term",
        "délai de paiement",
        "conditions paiement|conditions de règlement|condition de paiement"
        "|condition de règlement|délai paiement|délai règlement|délai de paiement jours"
        "|délai|délai jours|terms|payment terms|payment term|modalités de paiement"
        "|invoice payment term id|termes de paiement|conditions|délai (j)|échéance "
        "jours|échéance (j)",
        asks=True,
    ),
    Field("language", "langue", "langue|langue client|language|lang|client language"),
    Field(
        "formality",
        "tutoiement",
        "tutoiement|tu|tu vous|tu ou vous|tutoyer|formality|vouvoiement tutoiement",
    ),
)
BY_NAME = {known.name: known for known in FIELDS}


def is_known_title(cell: str) -> bool:
    """Tell whether a cell is a title that some field would take."""
    if not cell.strip() or len(cell) > 80:
        return False
    key = title_key(cell)
    if any(f.takes(key, strong=True) or f.takes(key, strong=False) for f in FIELDS):
        return True
    return key in _IGNORED_KEYS or bool(contact_field(cell))


# Known, and of no use to a reminder: they help to find the row of titles.
_IGNORED_KEYS = _keys(
    "total ht|montant ht|ht|total tva|tva|montant tva|siren|siret|adresse|ville"
    "|code postal|pays|amount untaxed|total vat|vat|subtotal|numéro tva|tva intra"
)


# Odoo's technical export calls the invoice number "name", and has these beside it.
ODOO_TITLES = _keys("amount_residual|invoice_date_due|move_type|amount_total_signed")


def label_of(name: str) -> str:
    """Give the French name of a field."""
    known = BY_NAME.get(name)
    return known.label if known else CONTACT_FIELDS.get(name, "")


# Words of titles that may say that money came in: never passed over in silence.
_MONEY_WORDS_TEXT = (
    "paye solde impaye restant reste owed remaining residual acompte deposit"
)
MONEY_WORDS = frozenset(_MONEY_WORDS_TEXT.split())
