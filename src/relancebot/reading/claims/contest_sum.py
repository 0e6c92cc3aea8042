"""The sum is contested, or the same thing is billed twice."""

from relancebot.domain.reading import DisputeReason as Reason
from relancebot.domain.reading import Label
from relancebot.reading.claims.no_dispute import NO_DISPUTE
from relancebot.reading.claims.rule import Rule

_NOT = rf"(?:{NO_DISPUTE})"
_BILLING = (
    r"(?:factur\w+|compt\w+|note\w*|reclam\w+|mis|mettez|demand\w+|annonc\w+|affich\w+)"
)

RULES = (
    # ------------------------------------------------------------------ amount
    Rule(
        "montant-conteste",
        Label.DISPUTE,
        r"\bcontest\w+ (?:formellement |fermement )?(?:le |ce |du |votre )?(?:montant|"
        r"total|"
        r"calcul|prix|decompte|chiffrage|nombre|tarif)|"
        r"\bd'?\s?accord (?:avec|sur) (?:le |ce |votre |les )?(?:montant|total|prix|"
        r"heures|"
        r"nombre|tarif|decompte|calcul|somme)|\bdesaccord sur (?:le |les |"
        r"la )?(?:montant|"
        r"heures?|prix|nombre|total|quantite|tarif|jours)|"
        r"\berreur (?:de |dans |sur |d')(?:le |la |les |l'|votre )?(?:montant|calcul|"
        r"tva|"
        r"taux|prix|quantite|total|facturation|tarif|addition|saisie|chiffre|virgule)|"
        r"\b(?:montant|total|prix|somme|tarif|facture|note|calcul|tva|"
        r"taux)\b[^.,]{0,25}"
        r"\b(?:n'est pas (?:le bon|la bonne|juste|correct\w*|celui|celle|bon|exact\w*)|"
        r"ne correspond\w* (?:pas|a rien)|est (?:faux|fausse|errone\w*|incorrect\w*|"
        r"inexact\w*|trop eleve\w*|exagere\w*|excessi\w*|superieur\w*)|"
        r"(?:pas|ne sont pas) (?:conforme|bon)\w*|excede|depasse|ne colle pas)|"
        r"\bmontant superieur\b|\b(?:ecart|difference|decalage) (?:de |d'|"
        r"entre)\s?(?:\d|prix|"
        r"tarif|le |montant)|\btrop (?:factur\w+|percu|cher)|\bsurfactur\w+|\bgonfl\w+|"
        r"\b(?:pas|jamais|n'avons|n'avait|avait) [^.]{0,14}(?:ce|au) (?:prix|tarif|"
        r"montant)|"
        r"\ble (?:bon )?(?:prix|tarif|taux|montant) (?:convenu|prevu|du devis|est de|"
        r"etait)|"
        r"\ben facture[zr]?\b|\bvous en (?:annonc|compt|factur|reclam)\w+|"
        r"\b(?:n'etait|n'est|etait|est) (?:que de|pas de) \d",
        (
            "pas d accord avec le montant du tout",
            "Erreur de TVA : 20 % sur un chantier de rénovation.",
            "Mon mari a compté 14 heures sur place, vous en facturez 22.",
        ),
        unless=_NOT + r"|\brib\b",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "devis-contre-facture",
        Label.DISPUTE,
        rf"\b(?:devis|contrat|bon(?: de commande)?|commande|marche|convenu|accord|"
        rf"engagement|tope|entendus?|dit|annonce|accepte|valide|compte|releve|pointe|"
        rf"pointage|plannings?|feuilles?|parle|signe|prevu|prevoyait|portait|"
        rf"proposition|offre|tjm|bl|livraison|mes|nos|notre|hand on|quoted?|agreed)\b"
        rf"[^.;]{{0,35}}\d[^.;]{{0,60}}\b(?:et |mais |, |or |alors que |pour |"
        rf"=)?[^.;]{{0,12}}"
        rf"\b(?:{_BILLING}|facture|recois|lis|vois|billed|invoiced?|charged|annoncez|"
        rf"au lieu)\b[^.;]{{0,20}}\d|"
        rf"\b(?:{_BILLING}|facture|lis|vois|recois|reclamez|annoncez|facturez|"
        rf"comptez)\b"
        rf"[^.;]{{0,25}}\d[^.;]{{0,30}}\b(?:au lieu|alors|contre|mais|quand|, (?:le|"
        rf"mes|nos|"
        rf"mon|or)|pour)\b[^.;]{{0,45}}\d|"
        r"\b\d[\d .,]* ?\w* au lieu (?:de |d'|des )\d|"
        r"\b(?:devis|convenu|accord|prix)\b[^.;]{0,20}, ?(?:et )?(?:pas|non) (?:les |"
        r"a )?\d{2}|"
        r"\b(?:\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|dix) (?:\w+ ){0,2}"
        r"(?:pas|et non|non|contre|sur) (?:pas )?(?:\d+|deux|trois|quatre|cinq|six|"
        r"sept|huit|"
        r"dix|douze|les \w+)\b(?! ?(?:%|fois|h\b))|"
        r"\bpourquoi (?:\d+|un|une|deux|trois|quatre|cinq) \w+|\bpk \d",
        (
            "Le devis disait 3 200 HT, la facture dit 3 850.",
            "tjm contrat 480, tjm facture 520.",
            "j'ai validé cinq jours pas sept",
        ),
        unless=_NOT
        + r"|\b(?:echeance|jours? fin de mois|paye le|virement|mois|heures? sur 24|"
        r"24/24|7j)"
        r"[^.]{0,20}\bau lieu|paiement au|en (?:deux|trois) fois|h ?\d* contre"
        r"|\betal\w+|\bechelon\w+|satisfaction|\bmandatee? par|(?:lundi|mardi|"
        r"mercredi|jeudi|vendredi|mois|semaine) sur deux"
        r"|\bpaye \d+ sur",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "avoir-attendu",
        Label.DISPUTE,
        r"\b(?:un|l'|d'|votre|notre|cet|une note de|en|d'un|son|votre|avec|par un|"
        r"aucun) ?"
        r"avoirs?\b(?= (?:de|du|pour|sur|total|partiel|attendu|est|et|a|d'|annonc|"
        r"promis|"
        r"correspond|avant|des|que|n'|doit|nous|\d)|[.,;]|$)|"
        r"^avoir (?:et|de|attendu)|\bcredit note|\b(?:emett\w+|etabli\w*|emiss\w+|"
        r"fai\w+) "
        r"(?:un |l')avoir",
        (
            "Merci d'établir un avoir de 300 € sur la 2026-018.",
            "J'attends encore l'avoir pour les 40 chaises.",
        ),
        unless=r"\bapres (?:l'|en |y )avoir|\bpour (?:l'|en )avoir|sans (?:l'|en |"
        r"y )?avoir|"
        r"\bde (?:l'|vous |nous |en )avoir|\bd'avoir (?:\w+e|\w+i|\w+u|\w+is|du|ete|"
        r"a)\b|"
        r"\bavoir (?:un peu|le|la|les|du temps|des nouvelles|oublie|fait|regle|paye|"
        r"recu|"
        r"ete|pu|mis|du|de la)\b|avoir (?:bien )?recu"
        r"|(?:devriez|devez|pouvoir|faut) l'avoir",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "remise-ou-acompte-oublie",
        Label.DISPUTE,
        r"\b(?:remise|rabais|ristourne|arrhes|acompte|escompte|reduction|"
        r"geste commercial|"
        r"deduction|avance)\b[^.]{0,60}\b(?:pas|nulle part|oubli\w+|manqu\w+|omis\w*|"
        r"n'apparai\w+|n'a\b|n'est\b|deduit\w*|applique\w*|prevue?|convenue?|promise?)|"
        r"\b(?:manqu\w+|oubli\w+|pas|sans|ou est|n'ave[sz]|deduire|deduis\w*) "
        r"(?:\w+ ){0,3}(?:remise|rabais|ristourne|arrhes|acompte(?:s)? (?:de|deja|"
        r"verse)|"
        r"escompte|geste)",
        (
            "Il manque la remise de 5 % qu'on avait vue ensemble.",
            "Les 500 € d'arrhes ne sont pas déduits du total.",
        ),
        unless=_NOT + r"|acompte (?:raisin|de notre client)|nous verse|me verse",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "retenue-sur-facture",
        Label.DISPUTE,
        r"\b(?:retir|enlev|ot|supprim|soustra|dedui|retranch|corrig|reduis|revoy|"
        r"baiss)\w*"
        r"(?:[- ](?:moi|nous|les|la|le|ca))? ?(?:de |la |les? |des |ces |ma |sa |"
        r"d'abord |"
        r"l'|cette |ce |du |nombre )*(?:\d[\d .,]*(?:€|euros?)|ligne|frais|supplement|"
        r"montant|heures?|jours?|option|deplacements?|note|forfait|majoration|poste|"
        r"parking|km|penalites|interets|somme)|"
        r"\b(?:retranchee?s?|deduite?s?|deductions?|decomptee?s?|soustraite?s?) (?:de|"
        r"du|des|"
        r"sur|$)|\ben deduction\b|\bpenalites de retard (?:de|du|prevues|a votre|"
        r"viennent|"
        r"pour votre|contractuelles)|retard[^.]{0,30}\ben deduction|"
        r"\bretranche(?:e|es)?$|\bsera? retranche|\bdeduit le net|remise deduite|"
        r"\b(?:revoir|rediscuter|renegocier|revoyons)\b[^.]{0,30}(?:montant|nombre|"
        r"prix|"
        r"total|tarif|somme|note|heures|facture)|(?:paie|regle|paye|paierai|reglerai) "
        r"(?:que|seulement|uniquement) (?:les?|la|ce|\d|une?|pour)|"
        r"\bpas d'ou (?:ca|cela|il) (?:sort|vien)|\bj'en regle (?:un|une|deux|trois)\b",
        (
            "Retirez les 60 € de parking et je vous fais le virement mercredi.",
            "Vous comprendrez que cette somme soit retranchée.",
        ),
        unless=_NOT + r"|adresse|liste|mail",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "prix-augmente",
        Label.DISPUTE,
        r"[+] ?\d+ ?%|\b(?:augment\w+|hausse|majoration|supplement|surcout|depassement|"
        r"plus[- ]value)\b[^.]{0,40}"
        r"(?:pas|jamais|sans|aucun\w*|non|n'|inattendu\w*|surpris\w*|prevenu\w*|ne )|"
        r"\bsans (?:me |nous )?(?:prevenir|devis|avoir (?:prevenu|demande)|accord|"
        r"notre accord|mon accord|me (?:le )?dire)|"
        r"\b(?:tarif|prix) (?:double|triple)|\bdouble du prix|\bdeux fois plus cher",
        ("+18 % sans prévenir ?? c'est une blague ?",),
        unless=_NOT,
        reason=Reason.AMOUNT,
    ),
    # --------------------------------------------------------------- duplicate
    Rule(
        "facture-en-double",
        Label.DISPUTE,
        r"\bdeja (?:ete )?(?:pay|regl|sold|acquitt)\w*[^.]{0,20} (?:sous|avec|sur) "
        r"(?:le |la |un |une |l')(?:autre )?(?:numero|n°|facture|reference)|"
        r"\bdoublons?\b|\ben double\b|\bdouble (?:facturation|emploi|factur\w+)|"
        r"\b(?:factur|mis|compt|reclam|demand|envoy|factu|regl|pay|relanc)\w* "
        r"(?:\w+ ){0,3}?(?:2|deux) fois\b|\b(?:2|deux) fois (?:la|le|les|cette|ce|pour|"
        r"factur\w+|dans|sur)|"
        r"\bdeja (?:factur\w+|compte\w*|compris\w*|inclus\w*|figur\w+|repris\w*|"
        r"presente?\w*|"
        r"dans (?:la|votre) facture)|\bfigur\w+ (?:deja|aussi|egalement) (?:sur|dans)|"
        r"\b(?:deux|2) (?:notes?|factures?|numeros?|fois) (?:pour|du|de|differents?) "
        r"(?:la |le |les )?(?:meme|identique|seul)|"
        r"\bmeme (?:chose|prestation|journee|facture|intervention|commande|ligne|note|"
        r"montant|"
        r"objet|travail|travaux|mission|periode|mois)\b[^.]{0,40}\b(?:que|deux|double|"
        r"numeros?|deja)|\bsous (?:deux|2) numeros|\b(?:identique|la meme) (?:a|que) "
        r"(?:celle|la|votre)|\brenumerot\w+|\bfait double|"
        r"\bdeja (?:ete )?(?:pay|regl|sold|acquitt)\w+ (?:\w+ ){0,3}?(?:avec|sur|dans|"
        r"via) "
        r"(?:la|une|votre|l')",
        (
            "erreur chez vous, le déplacement du 12 est facturé 2 fois",
            "Ces deux journées figurent déjà sur votre facture d'avril.",
            "doublon avec la 2025-311 à mon avis",
        ),
        unless=_NOT + r"|\brelance (?:en double|deux fois)|en deux fois|"
        r"mail\w* (?:en double|deux fois)|rejou|deux fois (?:ce mois|cette semaine)|"
        r"un double\b|"
        r"signature",
        reason=Reason.DUPLICATE,
    ),
)
