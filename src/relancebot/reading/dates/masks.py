"""What only looks like a date: telephone numbers, accounts, amounts, streets.

These are taken out before any rule looks, by their shape or by the word before them.
"""

import re

_MONTHS = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre"
    r"|decembre)"
)
_STREET = (
    r"(?:rue|avenue|av\.?|bd|bld|boulevard|place|pl\.|chemin|impasse|allees?|quai|route"
    r"|cours|square|passage|faubourg|fbg|rond-point|promenade|parvis|voie|esplanade"
    r"|residence|zone|za|zi|zac|lieu-dit)"
)
#: "… du 8 mai 1945": what a street is named after.
_DATED = (
    r"[ ](?:du[ ]|de[ ]la[ ]|des[ ]|de[ ]l'|de[ ])?\d{1,2}(?:er)?[ -]"
    rf"{_MONTHS}\b(?:[ -]\d{{4}})?"
)
_NUMBERED = (
    r"(?:factures?|fact?|fac|devis|commandes?|bc|cmd|avoirs?|dossiers?|contrats?"
    r"|cheques?|mandats?|bordereaux?|invoices?|inv|orders?|po|tickets?|cheque"
    r"|references?|refs?|reference|numeros?|num|pieces?|lots?|clients?|comptes?)"
)
_UNITS = (
    r"(?:€|eur(?:os?)?\b|ke?\b|k€|chf\b|usd\b|gbp\b|\$|£|%|pour\s?cents?\b"
    r"|francs?\s+suisses?\b|balles\b|dollars?\b|ht\b|ttc\b|kg\b|km\b|cm\b|mm\b|m2\b|m²"
    r"|m3\b|px\b|[gmk]o\b|articles?\b|pages?\b|couverts?\b|exemplaires?\b|personnes?\b"
    r"|pieces?\b|places?\b|etoiles?\b|litres?\b|tonnes?\b|metres?\b|pts?\b|points?\b"
    r"|fois\b|factures?\b|lots?\b|virements?\b|cheques?\b|echeances?\b|mensualites?\b"
    r"|degres?\b|°)"
)
#: Shapes that begin with a figure; none begins inside a number or a date.
_FIGURES = (
    # streets and other places that bear a date
    r"\d{1,4}(?:[ ]?(?:bis|ter|quater|[a-d]))?,?[ ]"
    + _STREET
    + r"\b(?:"
    + _DATED
    + r")?",
    # accounts and registers, telephones
    r"\d{3}[ .]\d{3}[ .]\d{3}(?:[ .]\d{5}|(?:[ .]\d{2,3}){1,2})?\b",
    r"0\d(?:[ .-]?\d{2}){4}(?!\d)",
    # amounts and quantities
    r"\d{1,3}(?:[ .']\d{3})+(?:,\d{1,2})?(?![\d/])(?:[ ]?" + _UNITS + r")?",
    r"\d+(?:[.,]\d{1,2})?[ ]?" + _UNITS,
    r"\d+,\d+",
    r"\d+(?:[.,]\d+)?[ ]?[x×][ ]?\d+(?:[.,]\d+)?",
    # numbers of papers
    r"(?:19|20)\d{2}[-_]\d{2}(?![-_\d/])",
    r"(?:19|20)?\d{2}(?:[-_]|/(?!20\d\d\b))\d{3,}(?:-\d+)?(?!\d|[-/]\d)",
    # marks, ratios, opening hours
    r"24[ ]?h?[ ]?/[ ]?(?:24|7)[ ]?h?\b|7[ ]?j?[ ]?/[ ]?7[ ]?j?\b",
    r"(?<!le )(?<!du )(?<!au )(?:10/10|20/20|5/5|50/50|1/1|100/100)\b",
    r"\d+(?:,\d+)?/(?:20|100|50|5)\b(?!/|[.\d])(?<!/0[1-9])(?<!/1[012])",
)
#: Shapes that begin with a word.
_WORDS = (
    (
        r"(?:tel|fax|mob|gsm|phone|portable|standard|poste)[a-z]{0,8}[ .]{0,2}:?[ ]?"
        r"\+?[\d(][\d ().-]{3,}\d"
    ),
    r"[a-z]{2}\d{2}(?:[ ]?\d[a-z0-9]{3}|[ ]?[a-z0-9]{3}\d){3,8}(?:[ ]?\w{1,3}\b)?",
    r"(?:eur|usd|chf|gbp)[ ]?\d[\d,.]*",
    r"n(?:[°º]|o\.?[ ]|\.[ ]?)[ ]?[a-z]{0,6}[-/ ]?\d[\w]*(?:[-/._]\w+)*",
    _NUMBERED + r"[ ]?(?:n[°ºo]?\.?|num(?:ero)?|#|:)?[ ]?"
    r"(?:[a-z]{1,6}[-/_]?\d{2,}(?:[-/_]\d+)*|\d{2,4}[-/_]\d{3,}|\d{3,}(?:[-_]\d+)*)"
    r"(?![\d/])",
    (
        r"(?!(?:le|au|du|sem|semaine|dem|s|j|t|q|w|week|wk|dans|sous)\d)"
        r"[a-z]{1,6}[-_]\d{2,}(?:[-/_]\d+)*\b"
    ),
    (
        r"(?!(?:le|au|du|sem|semaine|dem|s|j|t|q|w|dans|sous|lundi|mardi)\d)"
        r"[a-z]{2,6}\d{2,}(?:[-/_]\d+)*\b"
    ),
    # laws, versions, standards
    (
        r"(?:articles?|art\.?|alinea)[ ]?(?:[lrd]\.?[ ]?)?\d+(?:[-.]\d+)*"
        r"(?:[ ](?:et|a)[ ](?:[lrd]\.?[ ]?)?\d+(?:-\d+)*)?"
    ),
    r"[lrd]\.[ ]?\d{2,}(?:-\d+)*",
    (
        r"(?:loi|decret|arrete|ordonnance|directive"
        r"|reglement)[ ](?:n[°o][ ]?)?\d{2,4}[-/]\d+"
    ),
    r"v(?:ersion)?[ .]?\d+(?:\.\d+)+",
    r"(?:iso|nf|rfc|din)[ -]?\d{3,}(?:[:-]\d+)*",
    r"s[1-4][ ]?[/-][ ]?s[1-4]\b",
    r"(?:rue|avenue|av\.?|boulevard|bd|place|square|quai|metro|station|impasse|allee"
    r"|cite|stade|salle|lycee|college|ecole|caserne|rond-point|rte|route)" + _DATED,
    (
        r"(?:salle|bat(?:iment)?\.?|porte|galaxy|serie|modele|bureau|quai|etage|niveau"
        r"|room|allee)[ ][a-z]\d+"
    ),
)
#: Shapes that begin with a sign.
_SIGNS = (
    r"[€$£][ ]?\d[\d,.]*",
    r"#[ ]?\d[\w-]*",
    r"§[ ]?\d+",
    r"\+\d{1,3}[ .]?(?:\(0\)[ ]?)?\d{1,4}(?:[ .-]?\d{2,4}){2,5}(?!\d)",
)
_MASKS = re.compile(
    rf"(?<![\d/.,-])(?=\d)(?:{'|'.join(_FIGURES)})"
    rf"|\b(?=[a-z])(?:{'|'.join(_WORDS)})"
    rf"|(?=[€$£#§+])(?:{'|'.join(_SIGNS)})"
)
_ADDRESSES = re.compile(r"(?<!\S)(?:[^\s@]+@\S+|<?(?:https?://|www\.)\S+)")
_DIGIT = re.compile(r"\d")
HIDDEN = "\x00"


def hide(folded: str) -> str:
    """Blank what only looks like a date, length for length."""
    if "@" in folded or "://" in folded or "www." in folded:
        folded = _ADDRESSES.sub(_blank, folded)
    if _DIGIT.search(folded) is None:
        return folded
    return _MASKS.sub(_blank, folded)


def _blank(found: re.Match[str]) -> str:
    return HIDDEN * len(found[0])
