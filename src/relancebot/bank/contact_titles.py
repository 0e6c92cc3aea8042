"""Titles of contact columns, composed of a kind and a role: « Email compta »."""

from relancebot.bank.title_words import title_key

_CONTACT_KIND = {
    "email": "email",
    "telephone": "phone",
    "contact": "contact",
    "interlocuteur": "contact",
    "prenom": "first_name",
}
_ROLE_WORDS = {
    "accounting": "compta comptabilite comptable accounting accountant accounts payable"
    " billing facture facturier tresorerie finance finances financier fournisseurs"
    " paiement",
    "decision_maker": "daf direction directeur directrice dirigeant dirigeante gerant "
    "gerante decideur decideuse decision maker ceo owner patron president presidente "
    "dg pdg signataire",
    "operations": "operationnel operationnelle operations ops projet project chef"
    " technique production operation commanditaire acheteur achats achat",
    "other": "autre other assistante assistant secretariat copie cc",
}
_ROLE_OF = {word: role for role, text in _ROLE_WORDS.items() for word in text.split()}
_CONTACT_FILLER_TEXT = (
    "id adresse address client facture principal principale contact numero nom"
    " name service societe personne email secondaire 1 2 3 4 fixe et complet"
    " partner tiers debiteur interlocuteur responsable s"
)
_CONTACT_FILLER = frozenset(_CONTACT_FILLER_TEXT.split())
_KIND_LABEL = {
    "email": "adresse e-mail",
    "contact": "nom du contact",
    "phone": "téléphone du contact",
    "first_name": "prénom du contact",
}
_ROLE_LABEL = {
    "": "",
    "accounting": " (comptabilité)",
    "decision_maker": " (direction)",
    "operations": " (opérationnel)",
    "other": " (autre)",
}
CONTACT_FIELDS = {
    f"{kind}_{role}" if role else kind: f"{label}{_ROLE_LABEL[role]}"
    for kind, label in _KIND_LABEL.items()
    for role in _ROLE_LABEL
}


def contact_field(title: str) -> str:
    """Recognise a title such as « Email compta » or « Téléphone du gérant »."""
    words = title_key(title)
    kinds = [k for w, k in _CONTACT_KIND.items() if w in words]
    if not kinds:
        return ""
    kind = "contact" if set(kinds) == {"contact"} else ""
    for wanted in ("email", "phone", "first_name"):
        if not kind and wanted in kinds:
            kind = wanted
    roles = {_ROLE_OF[w] for w in words if w in _ROLE_OF and w != "facture"}
    if not roles and kind != "contact" and "facture" in words:
        roles = {"accounting"}
    if roles == {"accounting", "decision_maker"}:
        roles = {"decision_maker"}  # "Directeur financier"
    stranger = words - set(_CONTACT_KIND) - set(_ROLE_OF) - _CONTACT_FILLER
    if stranger or len(roles) > 1:
        # "Email du vendeur" is somebody else's: it must never receive a reminder.
        return ""
    role = roles.pop() if roles else ""
    return f"{kind}_{role}" if role else kind
