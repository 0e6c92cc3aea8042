"""A payment is said to have been made, ordered or received."""

from relancebot.reading.claims.frame import Event, Frame

PAID: tuple[Frame, ...] = (
    Frame(
        "j-ai-paye",
        Event.PAID,
        r"\b(?:j'|j|je l'|je vous l'|je t'|je te l'|je vous |nous (?:vous )?(?:l'|"
        r"les )?|on (?:vous )?"
        r"(?:l'|les |a )?|l'|vous |"
        r"elle |il |ils |t'|te l'|vous l'|vous en |m'|nous |l'|"
        r"(?:compta|femme|mari|s(?:oe|œ)ur|frere|fille|fils|mere|pere|associee?|banque|"
        r"notaire|"
        r"tresori\w+|patron\w*|siege|assurance|affactureur|que \w+|maison mere|"
        r"comptable|"
        r"asso\w*) (?:m'|vous |nous |l'|vous l')?)"
        r"(?:ai|avons|a|ont|avait|avions|aurai|avaient|aurait)\s?(?:<ADV>|bien |deja )*"
        r"(?:<PAY_PP>|debit\w+|reposte\w*|poste\w*|envoye\w*|expedie\w*|"
        r"effectue\w* (?:le|un|les|votre|ce)[^.;]{0,10}|desinteresse\w*|"
        r"passee?s? (?:dans|hier|sur|en paiement)|(?:fait|passe|donne|emis|"
        r"transmis|remis|depose|lance|valide|adresse|execute|glisse|programme|saisi|"
        r"mis|"
        r"ordonne)\w* [^.;]{0,30}(?:<TRANSFER>|argent|somme|ordre|necessaire|enveloppe|"
        r"especes|paiement|compte|sous|ca\b|virement|solde|principal|\d)|"
        r"(?:fait|refait) (?:ton|le|ca|votre)|refait l'operation|"
        r"(?:fait|passe|donne|emis|remis|depose|glisse|envoye|adresse|poste) "
        r"(?:hier|ce matin|le \d|lundi|mardi|mercredi|jeudi|vendredi|samedi|avant))",
        ("j'ai payé hier", "nous avons viré le 3", "ma banque m'a débité de 312,40 €"),
        unless=r"\bmis\w* (?:\w+ ){0,3}dans (?:le|la) (?:lot|pile|liste|remise)|"
        r"\b(?:nous|m'|me) (?:a|ont|avait) (?:\w+ )?(?:pay|regl|vers|vire|"
        r"rembours)|"
        r"\bn'(?:ai|avons|a|ont|avait) |\bai pas|\ba pas|\bavons pas|\bavait (?:dit|"
        r"promis|indique)|\b(?:vous avez|avez)\b[^.;]{0,12}$|cru (?:l')?avoir|pensais "
        r"(?:l')?avoir|croyais",
    ),
    Frame(
        "je-viens-de-payer",
        Event.PAID,
        r"\b(?:viens|venons|vient) (?:juste |tout juste )?(?:de |d')(?:vous |te |la |"
        r"le |les |l')*"
        r"(?:<PAY_INF>|effectuer|faire (?:le|partir|votre|ca|un)|donner l'ordre|"
        r"passer (?:le|l'|un)|"
        r"valider (?:le|l'|votre|ca)|lancer|envoyer (?:le|l'|ca|un)|poster|emettre|"
        r"deposer|"
        r"proceder|mettre en paiement)|\bmis\w* (?:en|au) paiement (?:le|hier|ce matin|"
        r"lundi|mardi|mercredi|jeudi|vendredi)|\brefait (?:ce|hier)|"
        r"\ba ete mis\w* (?:en|au) "
        r"paiement|\benvoi a ete refait",
        (
            "Je viens de donner l'ordre à la banque",
            "le mandat a été mis en paiement le 6",
        ),
        unless=r"\bpaiement (?:pour|au) (?:le |la |\d|fin|mi|debut)|"
        r"\b(?:sera|seront|va etre|devrait)\b",
    ),
    Frame(
        "avoir-paye",
        Event.PAID,
        r"\bavoir (?:bien |deja )?(?:<PAY_PP>|liber\w+|debloqu\w+|vire|envoye|"
        r"effectue)\b"
        r"(?! (?:le|la) (?:tva))|\b(?:carte|cb) passee?\b|\bremittance (?:advice )?"
        r"(?:enclosed|attached)",
        ("le notaire m'assure avoir libéré votre part le 23",),
        unless=r"\b(?:pens\w+|croy\w+|cru|apres|sans|avant d|pour|afin d|regrett\w+|"
        r"pas) (?:\w+ )?(?:vous |l')?avoir",
    ),
    Frame(
        "a-ete-paye",
        Event.PAID,
        r"\b(?:a|ont|avait|avaient|ai|avons) (?:bien |deja |donc |en effet |vous )*ete "
        r"(?:<ADV>)*(?:<PAY_PP>|(?:effectue|envoye|adresse|poste|passe|lance|verse|"
        r"emis|transmis|execute|depose|fait|programme|complet)\w*|debit\w+|transfer\w+|"
        r"expedi\w+|emis\w*|pris\w* en "
        r"charge|traite\w*|remis\w*|execut\w+|ordonnanc\w+|debite\w*|"
        r"desinteress\w+)",
        (
            "le règlement vous a été adressé par chèque le 18",
            "le nécessaire a été fait",
        ),
        unless=r"\bn'(?:a|ont|avait) |\b(?:facture|piece|relance|bon|devis|dossier|"
        r"demande|"
        r"version|reserve|jugement|procedure|message|rappel|lettre|courrier|"
        r"attestation|"
        r"verification|mises? en demeure|recommandee?|mail|reclamation|cle|livrable|"
        r"rapport|travaux|intervention|prestation|correction|societe|pere|mere|"
        r"document|question|decision)s?\b[^.;]{0,40}\b"
        r"ete (?:emis|transmis|adress|remis|traite|depos|valid|envoy|pass|donn|lanc|"
        r"not|"
        r"fait|verse au|transfer|execut|complet|effectu)|verse\w* (?:au dossier|"
        r"en trop)|\bete fait\w* (?:aupres|par "
        r"(?:vos|votre))",
    ),
    Frame(
        "c-est-paye",
        Event.PAID,
        r"\b(?:c'|c |ca |elle |ce |tout |ils |elles |la \d+ |le \d+ |facture |"
        r"factures |note |piece |pieces |dette |"
        r"virement |reglement |paiement |cheque |somme |argent |fonds |moitie |tiers |"
        r"montant |votre compte |compte |solde |celle-ci |echeance |creance |"
        r"prelevement |"
        r"mandat |<SUM> |\d+ % (?:de la somme )?|acompte |\d[\d ]*(?:€ )?|operation |"
        r"dossier |l')[^.;,]{0,50}?(?:est|sont|etait|ont ete|a ete|c'est) "
        r"(?:<ADV>|bien |deja |donc |en effet )*(?:<PAY_PP>|partie?s?|fait\w*\b|"
        r"sortie?s?|reposte\w*|resigne\w*|"
        r"poste\w*|envoye\w*|expedie\w*|debit\w+|en ordre|regle\w*|passe\w*\b|"
        r"lettre\w*|"
        r"ordonnance\w*|execute\w*|chez vous|dans votre boite|emis\w*|"
        r"valide\w* (?:par la banque)|"
        r"en cours (?:cote|chez|a la) (?:la )?banque|bon depuis|quitte|clos)\b|"
        r"\bc(?:'est)? chez (?:vous|toi)\b|\bc'est (?:fait|parti|regle|paye|vire|bon|"
        r"en ordre|dans la poste|envoye)\b|"
        r"\b(?:vous etes|elle est|est) passee? (?:dans|avec|lors) |"
        r"\bc'?est partie?\b|\bca y est\b|\bc est (?:fait|parti|regle|paye|bon)\b|"
        r"\bc en cours cote banque|\bvoila c(?:'| )est fait|\bquittes depuis\b|"
        r"\b(?:l'argent|les fonds|la somme|ca) (?:a|ont) quitte",
        ("c'est fait à l'instant sur l'appli", "le virement est parti hier"),
        unless=r"\b(?:n'est|ne sont|n'etait|est pas|sera|seront|va etre) ?|"
        r"\ben est sorti|"
        r"\b(?:une fois que?|quand|des que|si) [^.;]{0,30}(?:est|sont)\b|"
        r"considere\w+ que|comme si|c'est bon pour (?:le|la|lundi|mardi|mercredi|jeudi|"
        r"vendredi)|c'est bon\b[^.;]{0,6}\bpour (?:moi|nous)|"
        r"\bprevue?\b|parti\w* "
        r"(?:en|a la retraite)|c'est parti pour|compte est (?:bloque|a decouvert|vide)|"
        r"facture (?:est )?bien passee en compta|passee? en compta|comptes? (?:est|"
        r"sont) "
        r"(?:fait|passe)",
    ),
    Frame(
        "regle-hier",
        Event.PAID,
        r"^(?:bonjour,? |bonsoir,? |salut,? |hello,? |bjr,? |mais |si,? |oui,? |et |"
        r"ca,? |"
        r"deja |bien |elle est |voila,? |nan,? |non,? |moitie |facture |premiere? )*"
        r"(?:<PAY_PP>|envoyee?s?|postee?s?|parti[es]*|fait|viree?s?|valide\w*|"
        r"execute\w*|"
        r"emis\w*|effectue\w*|opere\w*|transmis)\b(?! (?:lundi|mardi|mercredi|jeudi|"
        r"vendredi) "
        r"(?:prochain|en huit)| (?:demain|ce soir|fin|sous|dans))",
        ("Réglé ce matin par ma belle-soeur", "Viré le 3", "deja paye ce boulot"),
        unless=r"^payer|^parti\w* (?:en|a|au|aux|de|dans|chez|depuis)\b|\b(?:une fois|"
        r"sera|seront|va|"
        r"tant que|a |votre) ?$|^(?:regle|vire|verse|solde|"
        r"paye|mandate)(?:z|r) |^solde\b(?! (?:depuis|le|hier|ce))|^paye (?:moi|nous)",
    ),
    Frame(
        "virement-effectue",
        Event.PAID,
        r"\b(?:<TRANSFER>|operation|fonds|somme|mandat|lettre-cheque|<SUM>|acompte|"
        r"wero|interac|solde|principal|moitie|virement instantane)\b[^.;,]{0,45}?"
        r"\b(?:parti[es]*\b(?! pour)|effectue\w*|fait\w*\b|"
        r"execut[e]\w*\b(?<!executera)|emis\w*|"
        r"envoye\w*|passe[es]*\b|poste\w*|depose\w*|expedie\w*|realise\w*|transmis\w*|"
        r"remis\w*|"
        r"debite\w*|viree?s?\b|sorti[es]*\b|verse[es]*\b|adresse[es]*\b|"
        r"est (?:dans|chez|a) (?:votre|vous|la poste)|a l'instant|ce jour a|bloque\w*)",
        ("virement effectué le 11 mars", "chèque n° 4471 posté le 2 mars"),
        unless=r"\b(?:doivent|ne peut|ne pourra|remise|article|de caution|restitue|"
        r"sera|seront|va etre|vont etre|devrait|devra|doit etre|pas|n'est|n'a|"
        r"suis|une fois|quand|des que|apres|soit|si|en attente|impossible|refuse|"
        r"rejete|"
        r"retourne|pret|bloque|annule|a ete rejete|daté|revenu|impaye|part\b|partira|"
        r"prevu|programme|aurait|sous \d|dans \d|demande|daté de demain|date de demain|"
        r"date du|je|sans|comptable pour)\b",
    ),
    Frame(
        "debite",
        Event.PAID,
        r"\bdebit(?:e|ee|es|ees|s)?\b[^.;]{0,30}\b(?:le|au|de|depuis|lundi|mardi|"
        r"mercredi|"
        r"jeudi|vendredi|hier|a votre|figure|sur)\b|\b(?:ont|a) quitte (?:notre|mon) "
        r"(?:banque|compte)|\bplus sur (?:mon|notre) compte|\bmon releve (?:dit|"
        r"indique|montre)|"
        r"\bavis (?:d'|de )(?:oper\w+|execution|virement|debit)\b|\b(?:preuve|"
        r"justificatif|"
        r"capture|copie|recu|confirmation|ordre) (?:de |d'|du )?(?:virement|paiement|"
        r"l'operation)?[^.;]{0,12}(?:en pj|ci-?joint\w*|en piece|joint\w*|datee?|"
        r"jointe)|"
        r"\bci[- ]?jointe?s? (?:la |le |l'|mon |notre )?(?:preuve|justificatif|avis|"
        r"recu|"
        r"confirmation|copie (?:du|de l'ordre))|\bstatut . ?mise en paiement|"
        r"\bproof en pj|\bj'ai le (?:sms|recu|talon|justificatif)|\bla bonne fin\b|"
        r"\bbordereau n|\ble debit (?:figure|apparait|est)",
        ("nous avons été débités le 5", "avis d opération en pj, bonne réception"),
        unless=r"\bsera debit|n'a pas ete debit|vous aurez l'avis|enverrai l'avis|"
        r"besoin|"
        r"debite (?:de rien|demain)",
    ),
    Frame(
        "vous-l-avez",
        Event.PAID,
        r"\b(?:vous|tu|vs) (?:devriez|devez|devrais|dois|avez|as|l'avez) (?:du |deja |"
        r"donc |"
        r"normalement |bien )?(?:l'avoir|la recevoir|le voir|l'avoir recue?|y voir|"
        r"avoir recu|voir (?:passer|arriver|les fonds|l'argent)|recu (?:le|notre|mon|"
        r"la)|"
        r"deja|recevoir (?:le|les|la))\b|\b(?:vous|tu|vs) l'(?:avez|as)\b|"
        r"\b(?:depuis|deja) (?:\w+ ){0,3}(?:chez vous|sur votre compte|"
        r"dans votre boite|"
        r"entre vos mains)|\b(?:chez vous|sur votre compte|dans votre boite[^.;]{0,15}|"
        r"entre vos mains) (?:depuis|deja)|\bregardez (?:mieux|votre releve|"
        r"votre compte)|"
        r"\bverifiez (?:bien )?(?:votre|vos|de votre) (?:compte|solde|releve|cote|"
        r"banque)|"
        r"\b(?:ne )?(?:vous )?(?:dois|devons|doit) plus rien\b|\bplus rien entre nous|"
        r"\best a jour\b|\bsommes a jour\b|\bdeja (?:regle|paye|sold|vire|acquitt)\w*",
        (
            "regardez mieux ça fait 10 jours que vous l'avez",
            "vous devriez l'avoir depuis un moment",
        ),
        unless=r"\b(?:facture|rib|copie|pv)\b[^.;]{0,10}l'avez|si vous|"
        r"vous l'avez (?:dit|promis|"
        r"ecrit|fait|mis|facture|accepte|juste)|devriez (?:\w+ )?(?:l'avoir|"
        r"le recevoir|recevoir|voir) "
        r"(?:(?:les fonds|l'argent) )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain|"
        r"le \d|sous)|deja (?:facture|paye "
        r"leur)|l'aviez",
    ),
    Frame(
        "ordre-donne",
        Event.PAID,
        r"\b(?:ordre|virement|paiement|reglement|mandat) (?:de virement |de paiement )?"
        r"(?:est |a ete |bien |deja )*(?:donne|passe|saisi|signe|transmis|ordonnance|"
        r"lance|"
        r"valide)\w*\b|\bdonne l'ordre|\bl'ordre est|\b(?:ete|"
        r"mandat) ordonnance[es]*\b|"
        r"\bordonnanc(?:ee|es|ees)\b|\bmandatee?s?\b "
        r"(?:par nos services )?(?:le|hier|mardi|lundi|mercredi|jeudi|vendredi|ce)|"
        r"\ba ete mandate|\ben cours (?:cote|chez|aupres de|a la|"
        r"au niveau de) (?:notre |la |"
        r"ma |votre )?banque|\bpasse au statut",
        (
            "ordre passé ce matin à l'ouverture",
            "les 95 % restants ont été ordonnancés mardi",
        ),
        unless=r"\b(?:sera|va|parapheur|date de demain|datee? du|pour (?:le|demain|"
        r"lundi)|pas|"
        r"n'est|n'a|executee? (?:demain|le)|execution demain|en attente|bloque|"
        r"sera paye\w*)\b",
    ),
    Frame(
        "paid-en",
        Event.PAID,
        r"\b(?:(?:i|we|she|he|they)(?:'ve| have| had)? (?:already )?(?:remitted|paid|"
        r"wired|sent (?:it|"
        r"the|you|payment|over)|transferred|settled|made (?:the|this|a) (?:payment|"
        r"transfer)|"
        r"posted)|(?:was|were|been|is|has been|already) (?:already )?(?:paid|wired|"
        r"sent|"
        r"settled|transferred|made|cleared|posted)|(?:wire|payment|transfer|cheque|"
        r"check|"
        r"money|funds) (?:went|was|has|left|is in the post|already)|^paid\b|"
        r"went out (?:on )?(?:yesterday|monday|tuesday|wednesday|thursday|friday|last|"
        r"this "
        r"morning|today|already)|in the post|remittance (?:advice )?attached|all paid|"
        r"paid (?:from|by|on|in full|yesterday|last|this morning)|sent yesterday)\b",
        ("We wired this on Tuesday", "cheque is in the post as of this morning"),
        unless=r"\b(?:not|haven't|hasn't|never|once|will be|if|until|when|going to be|"
        r"to be)\b",
    ),
)
