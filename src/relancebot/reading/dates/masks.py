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
_SHAPES = (
    # addresses of the net
    r"\S{1,200}@\S{1,200}",
    r"(?:https?://|www\.)\S+",
    # accounts and registers
    r"\b[a-z]{2}\d{2}(?:[ ]?\d[a-z0-9]{3}|[ ]?[a-z0-9]{3}\d){3,8}(?:[ ]?\w{1,3}\b)?",
    r"\b\d{3}[ .]\d{3}[ .]\d{3}(?:[ .]\d{5}|(?:[ .]\d{2,3}){1,2})?\b",
    # telephones
    r"(?<![\d/.-])0\d(?:[ .-]?\d{2}){4}(?!\d)",
    r"\+\d{1,3}[ .]?(?:\(0\)[ ]?)?\d{1,4}(?:[ .-]?\d{2,4}){2,5}(?!\d)",
    r"(?:tel|fax|mob|gsm|phone|portable|standard|poste)[a-z]{0,8}[ .]{0,2}:?[ ]?"
    r"\+?[\d(][\d ().-]{3,}\d",
    # amounts and quantities
    r"(?<![\d/.,-])\d{1,3}(?:[ .']\d{3})+(?:,\d{1,2})?(?![\d/])(?:[ ]?"
    + _UNITS
    + r")?",
    r"(?<![\d/.-])\d+(?:[.,]\d{1,2})?[ ]?" + _UNITS,
    r"(?<![\d/.-])\d+,\d+",
    r"(?:€|\$|£|\beur|\busd|\bchf|\bgbp)[ ]?\d[\d,.]*",
    r"(?<![\d/.-])\d+(?:[.,]\d+)?[ ]?[x×][ ]?\d+(?:[.,]\d+)?",
    # numbers of papers
    r"\bn(?:[°º]|o\.?[ ]|\.[ ]?)[ ]?[a-z]{0,6}[-/ ]?\d[\w]*(?:[-/._]\w+)*",
    r"#[ ]?\d[\w-]*",
    r"\b" + _NUMBERED + r"[ ]?(?:n[°ºo]?\.?|num(?:ero)?|#|:)?[ ]?"
    r"(?:[a-z]{1,6}[-/_]?\d{2,}(?:[-/_]\d+)*|\d{2,4}[-/_]\d{3,}|\d{3,}(?:[-_]\d+)*)"
    r"(?![\d/])",
    r"(?<![a-z0-9])(?!(?:le|au|du|sem|semaine|dem|s|j|t|q|w|week|wk|dans|sous)\d)"
    r"[a-z]{1,6}[-_]\d{2,}(?:[-/_]\d+)*\b",
    r"(?<![a-z0-9])(?!(?:le|au|du|sem|semaine|dem|s|j|t|q|w|dans|sous|lundi|mardi)\d)"
    r"[a-z]{2,6}\d{2,}(?:[-/_]\d+)*\b",
    r"(?<![\d/.-])(?:19|20)\d{2}[-_]\d{2}(?![-_\d/])",
    r"(?<![\d/.-])(?:19|20)?\d{2}(?:[-_]|/(?!20\d\d\b))\d{3,}(?:-\d+)?(?!\d|[-/]\d)",
    # laws, versions, standards
    r"\b(?:articles?|art\.?|alinea|§)[ ]?(?:[lrd]\.?[ ]?)?\d+(?:[-.]\d+)*"
    r"(?:[ ](?:et|a)[ ](?:[lrd]\.?[ ]?)?\d+(?:-\d+)*)?",
    r"\b[lrd]\.[ ]?\d{2,}(?:-\d+)*",
    r"\b(?:loi|decret|arrete|ordonnance|directive|reglement)[ ](?:n[°o][ ]?)?"
    r"\d{2,4}[-/]\d+",
    r"\bv(?:ersion)?[ .]?\d+(?:\.\d+)+",
    r"\b(?:iso|nf|rfc|din)[ -]?\d{3,}(?:[:-]\d+)*",
    # marks, ratios, opening hours
    r"\b24[ ]?h?[ ]?/[ ]?(?:24|7)[ ]?h?\b|\b7[ ]?j?[ ]?/[ ]?7[ ]?j?\b",
    r"(?<!le )(?<!du )(?<!au )\b(10/10|20/20|5/5|50/50|1/1|100/100)\b",
    r"\b\d+(?:,\d+)?/(?:20|100|50|5)\b(?!/|[.\d])(?<!/0[1-9])(?<!/1[012])",
    r"\bs[1-4][ ]?[/-][ ]?s[1-4]\b",
    # streets and other places that bear a date
    r"(?:\b\d{1,4}(?:[ ]?(?:bis|ter|quater|[a-d]))?,?[ ])?\b(?:rue|avenue|av\.?|boulevard|bd|place|square|quai|metro|station|impasse"
    r"|allee|cite|stade|salle|lycee|college|ecole|caserne|rond-point|rte|route)[ ]"
    r"(?:du[ ]|de[ ]la[ ]|des[ ]|de[ ]l'|de[ ])?\d{1,2}(?:er)?[ -]" + _MONTHS + r"\b"
    r"(?:[ -]\d{4})?",
    r"\b\d{1,4}(?:[ ]?(?:bis|ter|quater|[a-d]))?,?[ ]" + _STREET + r"\b",
    r"\b(?:salle|bat(?:iment)?\.?|porte|galaxy|serie|modele|bureau|quai|etage|niveau"
    r"|room|allee)[ ][a-z]\d+",
)
_MASKS = re.compile("|".join(f"(?:{shape})" for shape in _SHAPES))
_DIGIT = re.compile(r"\d|@|www\.|://")
HIDDEN = "\x00"


def hide(folded: str) -> str:
    """Blank what only looks like a date, length for length."""
    if _DIGIT.search(folded) is None:
        return folded
    return _MASKS.sub(lambda found: HIDDEN * len(found[0]), folded)
