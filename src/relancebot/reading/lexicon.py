"""The words of paying, as pieces of patterns over folded text.

A pattern names a piece in angle brackets, ``<PAY_FUT>``; :func:`expand` puts it in.
Tense and person come from the endings, written out for the verbs of the trade: the
statistical tagger takes "je vous règle" for an imperative and does not know "jte
vire" at all. For other verbs, :mod:`relancebot.reading.morphology` asks spaCy.
"""

import re
from functools import cache

# Stems of verbs that mean "to pay" by themselves.
_PAY_STEMS = (
    "regl", "pa[iy]", "vir", "vers", "sold", "honor", "acquit+", "mandat", "rembours",
    "regularis", "credit", "rembours", "apur", "debours", "regul",
)  # fmt: skip
# Stems of verbs that pay when what they send is money.
_SEND_STEMS = (
    "envo[iy]", "adress", "post", "expedi", "depos", "donn", "pass", "lanc", "valid",
    "ordonnanc", "programm", "effectu", "execut", "liber", "debloqu", "debloq",
    "glis+", "declench", "bascul", "balanc", "port", "apport", "rapport", "complet",
    "emet+", "signal", "planifi", "prepar", "apport", "file", "cal", "not", "tent",
    "retent", "repass", "relanc",
)  # fmt: skip

_STEM = f"(?:{'|'.join(dict.fromkeys(_PAY_STEMS))})"
_SEND = f"(?:{'|'.join(dict.fromkeys(_SEND_STEMS))})"

_IRREGULAR_SEND_PRES = (
    "fais|fai|fait|faisons|font|mets|met|mettons|remets|remet|remettons|transmets|transmet|"
    "transmettons|transfere|transferons|procede|procedons|procedent|emets|emettons"
)
_IRREGULAR_SEND_FUT = (
    "fer(?:ai|a|as|ons|ez|ont)|(?:re|trans|e)?mettr(?:ai|a|ons|ont)|"
    "transferer(?:ai|a|ons|ont)|enver+(?:ai|a|ons|ont)|proceder(?:ai|a|ons|ont)"
)
_IRREGULAR_SEND_INF = (
    "faire|mettre|remettre|transmettre|transferer|proceder|emettre|envoyer|fr"
)
_IRREGULAR_SEND_PP = "fait|faite|faits|faites|mis|remis|transmis|transfere|emis|emise"

PIECES: dict[str, str] = {
    # who: the debtor, in full or as typed on a telephone
    "ME": r"(?:j'|je |j |j(?=[a-z])|nous |on |moi je |chui |c nous qui )",
    "CLIT": (
        r"(?:(?:ne |n'|n |te |t'|t |vous |vs |v |ns |nous |le |la |l'|les |en |y |lui |"
        r"leur |me |m'|se |s'|ca )\s*)"
    ),
    "ADV": (
        r"(?:(?:bien|donc|deja|aussitot|alors|vite|desormais|normalement|aussi|enfin|"
        r"egalement|tout|tous|toute|toutes|certainement|evidemment|integralement|"
        r"immediatement|sans faute|au plus vite|directement|tres|probablement|"
        r"effectivement|sous peu|totalement|entierement|automatiquement|ainsi|"
        r"rapidement|prochainement|sans tarder|promis|juste|encore|egalement|"
        r"finalement|toujours|bientot|d'ailleurs|simplement|justement|"
        r"vraiment|volontiers|definitivement|par consequent|en principe|depuis)\s+)"
    ),
    "JE": r"(?:j'|je |j |j(?=[a-z])|on |moi je )",
    "NOUS": r"(?:\bnous )",
    # to pay
    "PAY_NOUS": rf"{_STEM}(?:e?r)?ons\b",
    "SEND_NOUS": (
        rf"(?:{_SEND}(?:e?r)?ons|faisons|ferons|(?:re|trans|e)?mett(?:r)?ons|"
        rf"transferons|"
        rf"procedons|procederons|enverrons)\b"
    ),
    "PAY_PRES": rf"{_STEM}(?:e|es|ent|ons)\b",
    "PAY_FUT": rf"{_STEM}e?r(?:ai|as|a|ons|ont|e)\b",
    "PAY_COND": rf"{_STEM}e?r(?:ais|ait|ions|iez|aient)\b",
    "PAY_INF": rf"{_STEM}er\b",
    "PAY_PP": rf"{_STEM}(?:e|ee|es|ees|er)\b",
    "SEND_PRES": rf"(?:{_SEND}(?:e|es|ent|ons)|{_IRREGULAR_SEND_PRES})\b",
    "SEND_FUT": rf"(?:{_SEND}e?r(?:ai|as|a|ons|ont)|{_IRREGULAR_SEND_FUT})\b",
    "SEND_INF": rf"(?:{_SEND}er|{_IRREGULAR_SEND_INF})\b",
    "SEND_PP": rf"(?:{_SEND}(?:e|ee|es|ees)|{_IRREGULAR_SEND_PP})\b",
    # what is paid
    "SUM": (
        r"(?:\d[\d .,]*\s?(?:€|e\b|euros?|eur\b|balles|francs|chf|k€|ht|ttc|£|\$)|"
        r"\d{2,3}(?:[ .]\d{3})*(?:,\d\d)?)"
    ),
    "MONEY": (
        r"(?:virements?|virmens?|virments?|virmt|vire?m?t|vir|reglements?|reglemnt|"
        r"regl|paiements?|"
        r"payements?|paiment|versements?|cheques?|chq|transferts?|mandats?|"
        r"mandatements?|"
        r"sommes?|argent|sous|fonds|solde|restant|reste|du|montants?|principal|"
        r"totalite|"
        r"totalit[ey]|acompte|moitie|tiers|reliquat|complement|especes|liquide|"
        r"prelevements?|lettre-cheque|interac|wero|remboursements?|enveloppe|"
        r"remise|reglmt|rglt|rglmt|echeance|mise en paiement|pognon|fric|thunes?|"
        r"ordre(?: de (?:virement|paiement))?|<SUM>)"
    ),
    "TRANSFER": (
        r"(?:virements?|virmens?|virments?|virmt|virt|vir|reglements?|reglemnt|regl|"
        r"reglmt|rglt|"
        r"paiements?|payements?|paiment|versements?|cheques?|chq|transferts?|"
        r"mandats?|mandatements?|lettre-cheque|interac|prelevements?|"
        r"mise en paiement|ordre(?: de (?:virement|paiement))?)"
    ),
    "BILL": (
        r"(?:factures?|fact|notes?|pieces?|echeances?|releves?|"
        r"situations?|honoraires|dette|creance|du|compte|ardoise|montant|somme|"
        r"document|dossier|solde|reste|tout|votre)"
    ),
    "DET": (
        r"(?:le |la |les |l'|un |une |des |du |de la |de l'|ce |cet |cette |ces |"
        r"votre |"
        r"vos |vs |ton |ta |tes |notre |nos |mon |ma |mes |son |sa |leur |deux |trois |"
        r"au |aux |premier |second |deuxieme |troisieme |prochain )"
    ),
    # who else pays or decides
    "THIRD": (
        r"(?:client(?:e|s|es)?|donneur d'ordre|maitre d'ouvrage|moa|promoteur|mairie|"
        r"commune|region|departement|agglo\w*|etat|prefecture|assur\w+|mutuelle|banque|"
        r"banqui\w+|investisseurs?|fonds|financeurs?|subventions?|aides?|cooperative|"
        r"locataires?|bailleur|caf|caisse|federation|fede|drac|ademe|opco|"
        r"notaire|acquereur|acheteur|affactureur|factor|employeur|pac|tva|fisc|"
        r"siege|maison mere|franchiseur|syndic|proprietaires?|proprio|"
        r"maitrise d'(?:oe?uvre|ouvrage)|donneurs? d'ordres?|credit|pret|"
        r"bpi(?:france)?|europe|feder|urssaf|cpam|secu|france travail|pole emploi)"
    ),
    "QUESTION_ME": (
        r"(?:puis-je|puis je|pouvons-nous|peut-on|pourrait-on|pourrions-nous|"
        r"pourrais-je)"
    ),
    "YOU_CAN": (
        r"(?:pouvez[- ]vous|pourriez[- ]vous|peux[- ]tu|pourrais[- ]tu|vous pouvez|"
        r"vous pourriez|tu peux|tu pourrais|auriez[- ]vous|accepteriez[- ]vous|"
        r"acceptez[- ]vous|consentiriez[- ]vous|seriez[- ]vous|voulez[- ]vous|"
        r"est[- ]ce que vous (?:pouvez|pourriez)|est[- ]ce que tu (?:peux|pourrais)|"
        r"serait[- ]il|est[- ]il|serait ce|y aurait[- ]il|y a[- ]t[- ]il|"
        r"merci de|svp|veuillez|priere de|vous serait[- ]il|"
        r"je vous (?:prie|demande|saurais gre)|nous vous (?:prions|demandons|"
        r"saurions gre))"
    ),
}  # fmt: skip


@cache
def expand(pattern: str) -> str:
    """Put the named pieces into a pattern, pieces within pieces too."""
    while True:
        wider = re.sub(
            r"<([A-Z][A-Z_0-9]*)>", lambda piece: f"(?:{PIECES[piece[1]]})", pattern
        )
        if wider == pattern:
            return wider
        pattern = wider


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with its pieces, once."""
    return re.compile(expand(pattern))
