"""An absence message known by its words alone, where no header betrays it.

Such a message speaks of its writer's absence first and of nothing else: it gives
a day of return, or someone to turn to, and never answers anything. One word on
the matter (a payment, an invoice, the reader's name) and it is a person's.
"""

import re

MAX_WORDS = 110

_FIRST = re.compile(
    r"(?:je suis|je serai|nous sommes|nous serons|[ée]tant|actuellement|i am"
    r"|i'm|i will be|we are|our offices?|l'entreprise|(?:le|la|notre|nos|mon"
    r"|l') ?(?:cabinet|agence|soci[ée]t[ée]|bureaux?|bureau|[ée]tude|service"
    r"|magasin|entreprise|[ée]tablissement|atelier|ateliers)\b.{0,30})\s*"
    r"(?:est |sont |sera |seront |is |are |will be )?(?:actuellement "
    r"|exceptionnellement |currently |en ce moment |momentan[ée]ment "
    r"|presently |now )?"
    r"(?:absente?s?\b|absent\(e\)|en (?:cong[ée]s?|vacances|arr[êe]t"
    r"|d[ée]placement|formation)|out of (?:the )?office|on (?:annual "
    r"|maternity |parental |sick |paternity )?leave|on (?:vacation|holidays?)"
    r"|away|unavailable|travell?ing|ferm[ée]e?s?|closed|indisponible"
    r"|injoignable|traveling|hors du bureau|not in the office)"
    r"|^\W*(?:absente?|absent\(e\)|en (?:cong[ée]s?|vacances|d[ée]placement"
    r"|arr[êe]t)|out of (?:the )?office|on leave|actuellement (?:absente?|en)"
    r"|currently out)\b"
    r"|(?:i have|i've) (?:limited|no) access to (?:my )?e-?mails?"
    r"|je n['’]ai (?:pas|qu'un) (?:acc[èe]s|un acc[èe]s).{0,30}(?:mails?"
    r"|messagerie|courriels?)|je ne consulte (?:pas|que)|(?:ce (?:message"
    r"|courriel)|cette adresse) (?:ne sera|n['’]est) pas (?:lu|consult|relev)"
    r"|your (?:message|e-?mail) will not be (?:read|forwarded)|cette (?:adresse"
    r"|bo[iî]te) n['’]est plus (?:relev|consult|utilis)",
    re.IGNORECASE,
)
_RETURN = re.compile(
    r"(?:de |mon |notre |son )?retour\b|jusqu['’]au|r[ée]ouv|reprendr|until"
    r"|return(?:ing)?\b|be back|back (?:on|in)|du \d{1,2}.{0,30} au \d"
    r"|from .{1,30} (?:to|until)|inclus|à partir du|dès le|as of",
    re.IGNORECASE,
)
_REPLACEMENT = re.compile(
    r"en cas d['’]urgence|pour toute (?:urgence|question|demande)"
    r"|(?:pour (?:les|une) )?urgences?\b|(?:vous pouvez|merci de|veuillez"
    r"|n'h[ée]sitez pas à) (?:contacter|joindre|vous adresser|[ée]crire"
    r"|appeler)|contacte[zr]|adressez-vous|please contact|in urgent|for urgent"
    r"|if (?:it is|this is|your .{0,30} is) urgent|emergency|mon (?:coll[èe]gue"
    r"|assistante?)|ma coll[èe]gue|my colleague|for (?:any )?(?:immediate"
    r"|urgent)",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"(?:votre|vos) (?:message|mail|courriel|e-?mail|demande)s? (?:sera|seront"
    r"|ne sera|ne seront|n['’]est|a bien)|(?:je|nous) (?:vous )?(?:r[ée]pondrai"
    r"|r[ée]pondrons|traiterai|traiterons|prendrai|prendrons|lirai)\b|(?:i"
    r"|we) (?:will|shall|'ll) (?:reply|respond|answer|get back|read|be back)"
    r"|merci (?:pour|de) votre (?:message|mail|courriel|e-?mail"
    r"|compr[ée]hension)|thank you for your (?:e-?mail|message|mail"
    r"|understanding)|thanks for your (?:e-?mail|message)|message automatique"
    r"|automatic (?:reply|message)|auto-?reply|acc[èe]s (?:tr[èe]s )?limit"
    r"|limited access|(?:will|has|ne sera) (?:not )?(?:been |be )?(?:forwarded"
    r"|pas transf[ée]r)",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"\b(?:virements?|vir[ée]e?|(?:je|on|nous|vous) (?:vous |te )?(?:paie|paye"
    r"|r[èe]gle|paierai|r[èe]glerai|ferai|fais|vire|verse|appelle|rappelle"
    r"|confirme|propose|transmets|r[ée]ponds|vois|regarde|envoie"
    r"|reviens vers (?:toi|vous) (?:lundi|mardi|mercredi|jeudi|vendredi))|payer"
    r"|r[ée]gler(?:ai|ons)?|paiement (?:sera|est|a)|r[èe]glement (?:sera|est|a"
    r"|part)|ch[èe]que|votre (?:facture|relance|rappel|r[èe]glement)"
    r"|ta (?:facture|relance)|la facture|vous serez (?:pay|r[ée]gl)|i(?:'ll"
    r"| will)? (?:pay|send|wire|transfer|settle)|we(?:'ll| will)? (?:pay|send"
    r"|wire|transfer|settle)|your (?:invoice|reminder)|the invoice|payment will"
    r"|litige|avoir|devis)\b|\?",
    re.IGNORECASE,
)
_GREETED = re.compile(
    r"^\W*(?:bonjour|bonsoir|hello|hi|hey|salut|dear|ch[eè]re?|coucou|monsieur"
    r"|madame) (?!(?:et|à|and|all|tous|toutes|everyone|madame|monsieur|sir"
    r"|there|colleague|sender|correspond|client|ami|collègue|coll[èe]gue"
    r"|partenaire))(?:m\. |mme |mr |mrs |monsieur |madame )?[A-ZÀ-Þ][\w-]+",
)


def reads_as_absence(text: str, *, announced: bool) -> bool:
    """Whether only an answering machine would have written this.

    ``announced``: the subject already says absence; then it is enough that the
    words answer nothing.
    """
    words = text.split()
    if not words or len(words) > MAX_WORDS:
        return False
    matter = bool(_MATTER.search(text))
    if announced:
        return not matter
    if matter or not _FIRST.search(text[:400]):
        return False
    score = 2
    score += bool(_RETURN.search(text))
    score += bool(_REPLACEMENT.search(text))
    score += bool(_MACHINE.search(text))
    score -= 2 * bool(_GREETED.match(text))
    return score >= 4
