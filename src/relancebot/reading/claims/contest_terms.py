"""The terms are contested, the debtor, or the debt as such."""

from relancebot.domain.reading import DisputeReason as Reason
from relancebot.domain.reading import Label
from relancebot.reading.claims.no_dispute import NO_DISPUTE
from relancebot.reading.claims.rule import Rule

_NOT = rf"(?:{NO_DISPUTE})"

RULES = (
    # ------------------------------------------------------------------- terms
    Rule(
        "echeance-contestee",
        Label.DISPUTE,
        r"\b(?:echeance|date limite|exigib\w+|delai)\b[^.]{0,40}"
        r"\b(?:n'est (?:donc )?(?:pas|que)|pas la bonne|errone\w*|fausse|incorrect\w*|"
        r"ne correspond|conteste\w*|c'est le|est (?:au|fixee|a) \d|est de \d)|"
        r"\bcontest\w+ (?:l'|la |les |vos |le )?(?:echeance|exigibilite|delai|"
        r"conditions|"
        r"penalites|interets|date)|\b(?:convenu|negoci\w+|signe|accord|prevoi\w+|prevu|"
        r"contrat|marche|conditions?|sommes|paie|paye|payons|regle|reglons|tope|agreed|"
        r"on)\b"
        r"[^.]{0,50}\b(?:a|de|sur|du|c'est|net|est) (?:du )?(?:\d{2}|trente|"
        r"quarante[- ]cinq|soixante|quatre[- ]vingt[- ]dix) ?(?:j\b|jours?|days?)|"
        r"\b(?:net|nos conditions)\b[^.]{0,15}\b(?:30|45|60|90)\b|"
        r"\b(?:30|45|60|90) ?(?:j|jours?)\b[^.]{0,20}\b(?:pas|et non|au lieu|"
        r"c'est vous)|"
        r"\b(?:pas|rien n'est|n'est pas|nothing is|not) (?:encore )?(?:echue?|exigible|"
        r"due?\b(?! (?:a|au))|payable|overdue|en retard)|\bexigible (?:a|au|qu')|"
        r"\bse (?:paie|paye|regle)\w* (?:a la|au|apres|sur|qu')|"
        r"\bpaiement a (?:la )?(?:livraison|reception|completion|recette|signature|"
        r"l'achevement)|\bconditions (?:generales|de paiement|au dos|de vente|signees|"
        r"particulieres)|\bcgv\b",
        (
            "on conteste l'échéance, nos conditions c'est 60 jours pas 30",
            "Le délai négocié est de 45 jours fin de mois.",
            (
                "Le marché prévoit un paiement à livraison complète, le jalon "
                "n'est pas payable."
            ),
        ),
        unless=_NOT
        + r"|(?:sommes|est) d'accord sur le|echeance a \d+ ?j\w* soit|bon a payer|"
        r"retractation|resili\w+|renvoye"
        r"|jour ou vous|autrement dit|sur place",
        reason=Reason.TERMS,
    ),
    Rule(
        "frais-contestes",
        Label.DISPUTE,
        r"\b(?:penalites?|interets?|frais|indemnite|40 ?(?:€|euros)|majoration|"
        r"supplement)\b[^.]{0,60}\b(?:pas|refus\w*|nulle part|ecart\w*|contest\w*|"
        r"jamais|"
        r"ne sont|n'est|ne figur\w*|injustifi\w*|abusi\w*|sans|pour le proprietaire|"
        r"hors de question)\b|\b(?:refus\w*|contest\w*|pas|ecart\w*|"
        r"aucun\w*)\b[^.]{0,25}"
        r"\b(?:penalites?|interets de|frais de|indemnite forfaitaire|majoration)\b",
        (
            "Les pénalités que vous ajoutez ne figurent nulle part, je les écarte.",
            "Ces frais de dossier ne sont pas au contrat.",
        ),
        unless=_NOT + r"|sans frais|m'evit|notes? de frais",
        reason=Reason.TERMS,
    ),
    Rule(
        "compris-ou-offert",
        Label.DISPUTE,
        r"\b(?:offerte?s?|gratuite?s?|inclus\w*|comprise?s?|sous garantie|garantie|"
        r"tout compris|forfait\w*|prix ferme|prix fixe)\b[^.]{0,60}"
        r"\b(?:aviez|avait|aviez-vous|devait|dit|promis|garanti|assure|ecrit|convenu|"
        r"annonce|presente\w*|etait|devis|contrat|facture\w*|apparai\w+)\b|"
        r"\b(?:aviez|avait|aviez-vous|devait|dit|promis|garanti|assure|ecrit|"
        r"convenu\w*|"
        r"presente\w*|parle|tope|etait)\b[^.]{0,50}"
        r"\b(?:offerte?s?|gratuite?s?|inclus\w*|comprise?s?|sous garantie|forfait\w*|"
        r"tout compris|prix ferme)\b|\bclause\b|\b\d+ ?% a la (?:commande|livraison|"
        r"pose|"
        r"signature)|\bfixed price\b|\ben regie\b(?! publi)",
        (
            "On m'avait garanti que la maintenance était offerte la première année.",
            "Nous avions convenu d'un forfait. Nous avions parlé de forfait.",
        ),
        unless=_NOT + r"|\bla votre comprise|vous compris|le mien compris|y compris",
        reason=Reason.TERMS,
    ),
    Rule(
        "contrat-rompu",
        Label.DISPUTE,
        r"\b(?:resili\w+|retract\w+|annul\w+ (?:la|le|notre|ma|cette|mon|dans|avant|"
        r"a temps|"
        r"en|par|ce)|deprogramm\w+|droit de retractation|denonc\w+ le contrat|"
        r"contrat (?:est |a ete )?(?:rompu|termine|annule|resilie|arrete|echu))\b|"
        r"\b(?:rien|ne vous|n'est) (?:n'est )?(?:plus )?(?:du|dus|dois rien|"
        r"devons rien)\b|"
        r"\bj(?:e |')(?:ne )?(?:vous )?(?:dois|doit) rien|\bdois (?:donc )?rien\b|"
        r"\bn'av\w+ (?:donc )?rien a (?:vous )?(?:payer|regler)|\brien a (?:payer|"
        r"regler|devoir)",
        (
            "J'ai résilié dans les quatorze jours, rien n'est dû.",
            "La commande a été annulée : nous avons annulé la commande en mai.",
        ),
        unless=_NOT
        + r"|annul\w+ (?:l'operation|le virement|l'ordre|mon virement|le rdv|"
        r"la reunion)|"
        r"dois plus rien, tout|ne vous dois plus rien",
        reason=Reason.TERMS,
    ),
    # ------------------------------------------------------------------- other
    Rule(
        "prescription-ou-mauvaise-entite",
        Label.DISPUTE,
        r"\bprescri(?:te?s?|ption)\b|\bforclu\w+|"
        r"\b(?:pas|jamais|et non|ni) (?:la|le|l'|ma|mon|notre|a la|de la|chez|"
        r"celle de) ?"
        r"(?:sci|sarl|sas|eurl|earl|gaec|scp|selarl|filiale|meme (?:societe|entite)|"
        r"bonne "
        r"(?:societe|entite|structure))|\b(?:deux|2) (?:societes?|entites?|"
        r"structures?) "
        r"(?:differentes?|distinctes?)|\berreur d'entite|\bautre (?:societe|entite|"
        r"structure|"
        r"filiale)\b|\bn'a rien a (?:regler|payer|voir)|\brien a voir (?:avec (?:moi|"
        r"nous|"
        r"notre)|$)|\bpas (?:le )?(?:debiteur|redevable)|\bne (?:nous |m'|"
        r"me )?engage pas|"
        r"\bsimple locataire|\bmediat\w+|\bconciliat\w+|\bconcerne (?:la|le|une?) "
        r"(?:societe|sci|autre|voisin)|\bau nom de (?:l'eurl|la sci|mon|ma)\b",
        (
            "Une pièce de 2019, prescrite depuis longtemps.",
            "erreur d'entité, ce sont deux sociétés différentes",
        ),
        unless=_NOT + r"|\b(?:refai\w+|mettez|libell\w+|remettez|reedit\w+)"
        r"|mediation ayant|releve de forclusion",
        reason=Reason.OTHER,
    ),
    Rule(
        "compensation",
        Label.DISPUTE,
        r"\bcompens\w+|\bvous (?:nous |me )?devez\b|\bnous (?:devez|etes redevable)|"
        r"\bon (?:deduit|compense)\b|\b(?:a|avez|ont|vous) (?:\w+ )?(?:casse|abime|"
        r"raye|"
        r"endommage|egare|perdu|detruit|inonde|coupe|arrache|perce)\w* (?:\w+ )?"
        r"(?:la|le|les|l'|une?|notre|mon|ma|mes|nos|\d|pour|des)\b|"
        r"\bdegats?\b(?! des eaux)|"
        r"\bsinistre\b|\bprejudice\b|\bdommages?\b|\bvotre (?:assurance|faute|"
        r"responsabilite)|"
        r"\bnotre creance\b|\bnous vous avons (?:facture|refacture)",
        (
            (
                "Vos ouvriers ont cassé la barrière en reculant. On déduit et on est "
                "quittes."
            ),
            "Vous oubliez la location de la salle, que vous nous devez encore.",
        ),
        unless=_NOT
        + r"|\bdommage\b(?!s)|compensat\w+ bancaire|chambre de compens|indemnis\w+ du"
        r"|du sinistre\b|\bassureur du|pourrez (?:ray|barr)er",
        reason=Reason.OTHER,
    ),
    Rule(
        "litige-declare",
        Label.DISPUTE,
        r"\bcontest\w+\b|\b(?:en|un|le|notre|ce|de) litiges?\b|\bdesaccords?\b|"
        r"\b(?:pas|point) (?:du tout )?d'? ?accord\b|\breclamations?\b|\b(?:petit |"
        r"gros |"
        r"serieux |vrai )?(?:souci|probleme)s? (?:avec|sur|de) (?:la |le |les |l'|"
        r"votre |"
        r"vos |cette |ce )(?:ligne|facture|prestation|livraison|montant|travaux?|"
        r"travail|"
        r"commande|qualite|poste|resultat)|\b(?:il y a|y a|ya|c'est) (?:une? )?"
        r"(?:erreur|probleme|malentendu|confusion)\b(?! (?:de banque|avec ma banque|"
        r"chez "
        r"nous|de ma part|de notre))|\berreur chez vous|\bvous (?:vous )?(?:trompe[sz]|"
        r"faites erreur)|\binjustifi\w+|\babusi(?:f|ve)\w*|\bfacture (?:fausse|erronee|"
        r"incorrecte|indue|non conforme)|\bpas (?:normal|logique|justifie)\b|"
        r"\bhors poste \d|\bne (?:correspond|comprend)\w* (?:pas|rien|en rien|"
        r"absolument pas)"
        r"[^.]{0,25}(?:facture|prestation|somme|ligne|realite|devis|attendu|demande|"
        r"a ce)|"
        r"\bne vois pas (?:pourquoi|ce que|quelle|a quoi|de quoi)|\bvois pas quelle|"
        r"\bpas (?:a )?(?:payer|regler) (?:pour )?(?:ce|un travail|quelque chose|ca)|"
        r"\bmerci d'annuler (?:la|cette|votre)|\bannule[zr] (?:la|cette|votre|moi)",
        (
            "Nous contestons cette facture.",
            "je lance le paiement demain hors poste 7 qui reste en litige",
            "ya un petit souci avec la ligne 3",
        ),
        unless=_NOT + r"|ne vois pas (?:passer|votre|le virement|de piece)|"
        r"erreur (?:de ma|de notre|chez nous|interne|de ma part|de virement|de banque)"
        r"|allais contest|rien n'est conteste|votre reclamation|procedure abusive|"
        r"j'avais tort|vous aviez raison",
        reason=Reason.OTHER,
    ),
)
