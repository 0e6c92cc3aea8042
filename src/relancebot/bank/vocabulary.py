"""What tools write in their columns of choice: statuses, kinds, clients, tongues."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from relancebot.domain.invoice import Stated
from relancebot.domain.policy import DebtorKind, Formality, Language


class Kind(StrEnum):
    """What a row of an export is, beside an invoice."""

    INVOICE = "invoice"
    CREDIT = "credit"
    DRAFT = "draft"
    PURCHASE = "purchase"
    OTHER = "other"


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Compare words without accents, case or punctuation."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def _table(**phrases: str) -> dict[str, str]:
    return {
        fold(word): value for value, text in phrases.items() for word in text.split("|")
    }


_STATED = _table(
    paid="payé|payée|payés|payées|paid|réglé|réglée|acquitté|acquittée|soldé|soldée"
    "|encaissé|encaissée|in payment|en cours d'encaissement|fully paid|paid in full"
    "|payé intégralement|entièrement payé|entièrement payée|totalement payée"
    "|totalement réglée|lettré|lettrée|closed|clôturée|clôturé|paiement reçu|deposited"
    "|payée en totalité|réglée en totalité|paiement effectué|reversed|extournée",
    partly_paid="partiel|partielle|partial|partially paid|partiellement payé"
    "|partiellement payée|partiellement réglé|partiellement réglée|paid partially"
    "|paiement partiel|règlement partiel|payée partiellement|réglée partiellement"
    "|règlement commencé|acompte versé|partly paid|commencé|commencée|started",
    unpaid="impayé|impayée|non payé|non payée|non réglé|non réglée|à payer|à régler"
    "|en attente|en attente de paiement|en attente de règlement|en cours|en retard"
    "|retard|échu|échue|à échoir|non échu|non échue|envoyé|envoyée|émise|émis|validée"
    "|validé|finalisée|finalisé|ouvert|ouverte|open|overdue|past due|sent|not paid"
    "|unpaid|due|late|pending|awaiting payment|posted|comptabilisé|comptabilisée"
    "|publiée|publié|finalized|upcoming|à encaisser|déposée|mise à disposition"
    "|prise en charge|approuvée|reçue|viewed|vue|relancée|relancé|transmise|outstanding"
    "|paiement en attente|en attente d'encaissement|non soldée|non soldé|not due",
    disputed="en litige|litige|disputed|contestée|contesté|refusée|refusé|rejetée"
    "|suspendue|in dispute",
    cancelled="annulé|annulée|cancelled|canceled|cancel|void|voided|abandonné"
    "|abandonnée|abandoned|supprimée|supprimé|irrécouvrable|written off|passée en "
    "perte",
    draft="brouillon|draft|provisoire|à valider|pro forma|proforma|devis|à émettre"
    "|non validée|non validé|planifiée|to validate|saisie",
)
_YES = frozenset(("oui", "o", "yes", "y", "true", "vrai", "x", "1"))
_NO = frozenset(("non", "n", "no", "false", "faux", "0"))

_KIND = _table(
    invoice="facture|invoice|factures|facture client|customer invoice|out invoice"
    "|facture de vente|vente|facture standard|standard invoice|facture d'acompte"
    "|facture acompte|acompte|deposit|deposit invoice|down payment invoice|facture "
    "finale"
    "|facture de solde|solde|facture de situation|situation|facture récurrente|fa|fac"
    "|inv|380|386|services|prestation|prestations|biens|facture libre|sales invoice"
    "|facture rectificative|replacement invoice|384",
    credit="avoir|avoirs|facture d'avoir|note de crédit|note de credit|credit note"
    "|credit memo|credit|crédit|customer credit note|out refund|refund|remboursement"
    "|avoir client|av|381|credit invoice|avoir partiel|avoir total|sales credit note",
    draft="brouillon|draft|devis|quote|proforma|pro forma|facture proforma"
    "|facture pro forma|estimate|bon de commande|commande|bon de livraison|325",
    purchase="facture fournisseur|facture d'achat|achat|vendor bill|bill|in invoice"
    "|in refund|supplier invoice|avoir fournisseur|vendor credit note|vendor credit"
    "|purchase invoice|dépense|expense",
    other="paiement|payment|règlement|encaissement|journal entry|écriture|entry"
    "|virement|transfer|out receipt|sales receipt|reçu de vente|reçu|deposit slip"
    "|journal|opérations diverses",
)
# "Avoir n° 3", "Note de crédit client": never to be asked for as a debt.
_CREDIT_WORDS = re.compile(r"\b(?:avoir|note de credit|credit (?:note|memo)|refund)\b")
_DEBTOR = _table(
    pro="pro|professionnel|professionnels|professionnelle|entreprise|entreprises"
    "|société|company|business|b2b|professional|personne morale|commerçant|artisan"
    "|tpe|pme|eti|grand compte|association|profession libérale|indépendant|organisation"
    "|auto entrepreneur|micro entreprise|btob|b to b|client professionnel|startup",
    public="public|administration|administrations|mairie|commune|collectivité"
    "|collectivités|collectivité territoriale|secteur public|état|ministère|hôpital"
    "|établissement public|b2g|btog|b to g|government|public sector|organisme public"
    "|personne publique|département|région|université publique|acheteur public"
    "|administration publique|métropole|communauté de communes|client public"
    "|entité publique|chorus|chorus pro",
    consumer="particulier|particuliers|consommateur|consommatrice|consommateurs|consumer"
    "|individual|personne physique|privé|b2c|btoc|b to c|client particulier|person"
    "|foyer|non professionnel",
    unknown="inconnu|inconnue|unknown|autre|other|non renseigné|nc|n a|na|indéterminé",
)
_LANGUAGE = _table(
    fr="fr|français|francais|french|fr fr|fr ch|fr be|fr ca|fra|france",
    en="en|anglais|english|en us|en gb|eng|uk|gb|en ie",
)
_FORMALITY = _table(
    vous="vous|vouvoiement|vouvoyer|non|n|no|false|0|faux|formal|formel",
    tu="tu|tutoiement|tutoyer|oui|o|yes|y|true|1|vrai|x|informal|informel",
)


def read_stated(cell: str) -> Stated | Kind | None:
    """Read a status; a draft is a kind of its own; None when it is not known."""
    word = fold(cell)
    # "Payée le 12/03/2026", "En retard de 12 jours": the figures come after.
    bare = re.sub(r"(?: (?:le|de|depuis|on|of|\d+|jours?|days?|j))+$", "", word)
    value = _STATED.get(word) or _STATED.get(bare)
    if value is None:
        return None
    return Kind.DRAFT if value == "draft" else Stated(value)


def read_yes_no(cell: str) -> bool | None:
    """Read a yes or a no, or a status word that says as much."""
    word = fold(cell)
    if word in _YES or cell.strip() in {"✓", "✔", "✅"}:
        return True
    if word in _NO:
        return False
    return {Stated.PAID: True, Stated.UNPAID: False}.get(
        stated if isinstance(stated := read_stated(cell), Stated) else Stated.NOTHING
    )


def read_kind(cell: str) -> Kind | None:
    """Read what a row is; None when the word is not known."""
    words = fold(cell)
    value = _KIND.get(words)
    if value is None and _CREDIT_WORDS.search(words):
        value = Kind.CREDIT
    return Kind(value) if value else None


def read_debtor_kind(cell: str) -> DebtorKind | None:
    """Read which law applies to the client; None when the word is not known."""
    if not cell.strip():
        return DebtorKind.UNKNOWN
    value = _DEBTOR.get(fold(cell))
    return DebtorKind(value) if value else None


def read_language(cell: str) -> Language | None:
    """Read a language; None when it is another one."""
    value = _LANGUAGE.get(fold(cell))
    return Language(value) if value else None


def read_formality(cell: str) -> Formality | None:
    """Read « tu » or « vous »; None when the word is not known."""
    value = _FORMALITY.get(fold(cell))
    return Formality(value) if value else None
