"""A column's title reduced to the words that carry its meaning.

Accents, case, punctuation, the order of words and the small ones are how two tools
differ; "N° facture", "Facture n°" and "invoice_number" say the same thing.
"""

import re
import unicodedata
from functools import lru_cache

_SMALL_WORDS_TEXT = "a au de des d l la le les du the of en in sur"
_SMALL_WORDS = frozenset(_SMALL_WORDS_TEXT.split())
_SAME_WORD = {
    "invoice": "facture",
    "invoices": "facture",
    "factures": "facture",
    "facturation": "facture",
    "fact": "facture",
    "n": "numero",
    "no": "numero",
    "num": "numero",
    "nr": "numero",
    "number": "numero",
    "customer": "client",
    "customers": "client",
    "clients": "client",
    "ref": "reference",
    "amount": "montant",
    "amt": "montant",
    "balance": "solde",
    "mail": "email",
    "mails": "email",
    "emails": "email",
    "courriel": "email",
    "courriels": "email",
    "tel": "telephone",
    "phone": "telephone",
    "mobile": "telephone",
    "portable": "telephone",
    "currency": "devise",
    "reglement": "paiement",
    "payment": "paiement",
    "regle": "paye",
    "reglee": "paye",
    "payee": "paye",
    "paid": "paye",
    "encaisse": "paye",
    "encaissee": "paye",
    "statut": "etat",
    "status": "etat",
    "state": "etat",
}
_CURRENCY_WORDS = {
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "usd": "USD",
    "chf": "CHF",
    "gbp": "GBP",
    "cad": "CAD",
}

_UNITS = re.compile(r"[€$£]")


def _words(title: str) -> list[str]:
    text = title.replace("\ufeff", "").replace("’", "'").replace("_", " ")
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    text = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", text)  # "T.T.C."
    text = re.sub(r"n\s*[°º]|№", " numero ", text, flags=re.IGNORECASE)
    # "Montant dû" is a sum; "montant du devis" is not: the accent alone tells them.
    text = re.sub(r"\bdûe?s?\b", " owed ", text, flags=re.IGNORECASE)
    folded = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    plain = re.sub(r"\be mail", "email", plain.replace("-", " "))
    words = re.findall(r"[a-z0-9]+", plain)
    if words and words[-1] == "du":
        words[-1] = "owed"
    return words


@lru_cache(maxsize=4096)
def title_key(title: str) -> frozenset[str]:
    """Reduce a title to the words that carry its meaning."""
    words = [w for w in _words(title) if w not in _CURRENCY_WORDS and w != "utc"]
    # "Payé le" is a day, "payé" is not: a small word at the end carries meaning.
    return frozenset(
        _SAME_WORD.get(word, word)
        for at, word in enumerate(words)
        if word not in _SMALL_WORDS or at == len(words) - 1 > 0
    )


def title_currency(title: str) -> str:
    """Give the currency that a title names: « Montant TTC (CHF) »."""
    for sign, code in (("€", "EUR"), ("$", "USD"), ("£", "GBP")):
        if sign in title:
            return code
    named = {_CURRENCY_WORDS[w] for w in _words(title) if w in _CURRENCY_WORDS}
    return named.pop() if len(named) == 1 else ""


def title_is_utc(title: str) -> bool:
    """Tell whether a column's times are those of UTC: « Due Date (UTC) »."""
    return "utc" in _words(title)
