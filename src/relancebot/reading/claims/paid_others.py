"""A payment is said to be made by its traces: books, crossings, a bank, a courier."""

from relancebot.reading.claims.frame import Event, Frame

PAID_OTHERS: tuple[Frame, ...] = (
    Frame(
        "a-fait-l-objet",
        Event.PAID,
        r"\b(?:a|ont|avait) (?:bien |deja )*fait l'objet (?:d'un|d'une|du) "
        r"(?:\w+ )?(?:<TRANSFER>|mandatement|mise en paiement|ordonnancement)\b|"
        r"\b(?:a|ai|avons|ont|j'ai) (?:<ADV>)*procede (?:a |au |aux )(?:l'|la |son |"
        r"votre |vos |leur |ce |un )?(?:<TRANSFER>|mandatement|mise en paiement)\b|"
        r"\b(?:<TRANSFER>|mandatement|debit|decaissement|operation)\b[^.;,]{0,25}"
        r"\b(?:est|sont) (?:<ADV>)*intervenue?s?\b|"
        r"\b(?:virement|paiement|argent|fonds|cheque|somme|reglement)\b[^.;,]{0,20}"
        r"\b(?:est|sont) (?:<ADV>)*arrivee?s?\b|"
        r"\b(?:banque|elle|ils?) (?:nous |me |m')?(?:confirm\w+|indiqu\w+|atteste\w*) "
        r"(?:le depart|l'execution|le debit|l'envoi|la bonne execution)\b|"
        r"\b(?:mandatement|decaissement|debit)\b[^.;,]{0,25}\b(?:a|"
        r"ont) (?:<ADV>)*(?:ete "
        r"(?:fait|effectue|realise|execute)\w*|eu lieu)\b",
        (
            "Cette facture a fait l'objet d'un virement en date du 23 décembre",
            "Nous avons procédé au virement le 20",
        ),
    ),
    Frame(
        "c-fait",
        Event.PAID,
        r"^(?:voila|bon|ok|hop|et|ca y est|pardon|desole|oui)*,? ?c'? ?(?:est )?"
        r"(?:fait|fai|regle|paye|vire|parti|envoye|bon)\b(?: (?:a l'instant|ce matin|"
        r"hier|tout|bien|depuis|tt|aujourd|par|avec|ce jour|maintenant|;|:)|$|"
        r" ?[!;:)])|"
        r"\b(?:g|jai|j'ai|jé) (?:deja |bien |tout )*(?:paye|regle|vire|envoye|verse|"
        r"fait (?:le|un|ton|ca|votre))\b|"
        r"\b(?:mise?s?|poste\w*|depose\w*|parti\w*|remis\w*) (?:au courrier|a la poste|"
        r"a la boite|a la banque|en banque) (?:hier|ce matin|avant|le \d|lundi|mardi|"
        r"mercredi|jeudi|vendredi|samedi)|"
        r"\b(?:remis|signe|depose)\w* (?:et \w+ )?(?:au guichet|en agence|en mains? "
        r"propres?)\b|"
        r"\bai (?:mis|pose|glisse|depose)\b[^.;]{0,25}\b(?:courrier|poste|boite)\b",
        ("c fait a l'instant", "Chèque mis au courrier hier", "g payé hier"),
        unless=r"\bc'? ?(?:est )?(?:fait|bon) (?:pour|de|que|par (?:vous|un))|"
        r"\b(?:pas|ne|n')\b",
    ),
    Frame(
        "dans-nos-livres",
        Event.PAID,
        r"\b(?:apparait|apparaissent|figure|figurent|ressort|ressortent|"
        r"indiquee?s?|marquee?s?|notee?s?|pointee?s?|enregistree?s?|comptabilisee?s?) "
        r"(?:<ADV>)*(?:comme |en )?(?:etant |deja |bien )*(?:payee?s?|reglee?s?|"
        r"soldee?s?|"
        r"acquittee?s?|viree?s?|lettree?s?)\b|"
        r"\b(?:relance|mail|courriel|message|courrier|rappel|lettre)s? (?:a|ont|s'est|"
        r"se sont|avait) (?:du |sans doute |surement )*(?:croise\w*|se croiser)\b|"
        r"\b(?:messages|courriers|mails|envois) (?:ont du |ont |doivent |auront )?"
        r"se (?:croiser|sont croises)|"
        r"\b(?:mails|courriers|messages|envois) se sont (?:surement |sans doute )*"
        r"croises\b",
        (
            "Elle apparaît comme réglée dans nos livres",
            "Votre relance a croisé notre règlement",
        ),
        unless=r"\b(?:n'|ne )|\b(?:sera|seront|une fois|quand|des que|pas encore|"
        r"si )\b|"
        r"\b(?:fin|debut|mi|prochain\w*|semaine|quinzaine)\b",
    ),
    Frame(
        "vous-avez-encaisse",
        Event.PAID,
        r"\b(?:vous|tu) (?:l'|la |les )?(?:avez|as) (?:<ADV>)*"
        r"(?:ete (?:<ADV>)*(?:<PAY_PP>)|"
        r"encaisse\w*|touche\w*|empoche\w*)\b|"
        r"\b(?:cheque|virement|somme|montant|paiement|reglement)\b[^.;,]{0,25}"
        r"\b(?:a|ont) "
        r"(?:<ADV>)*ete (?:<ADV>)*(?:encaisse|presente|preleve|retire|credite)\w*\b|"
        r"\b(?:virement|paiement|reglement|cheque|argent|prelevement|operation)s?\b"
        r"[^.;,]{0,15}\b(?:vient|viennent) (?:juste |tout juste )?(?:de partir|"
        r"d'etre|d'arriver|de passer|de sortir)\b|"
        r"^(?:virement|cheque|mandat) (?:instantane |postal |n\S* ?\d* )?(?:du|en date "
        r"du) \d|\b(?:notre|mon) (?:virement|cheque|paiement|reglement) (?:du|en date "
        r"du) \d[^.;]{0,25}\b(?:devrait|a du|doit)\b",
        (
            "Vous avez été réglés le 20 novembre",
            "Le virement vient de partir",
        ),
        unless=r"\b(?:pas|jamais|n'avez|n'as|sera|seront|partira|prevu|programme|"
        r"devait|rejete|refuse|annule|revenu|impaye|run|lot|campagne|concern|compren|"
        r"inclu|integr)\w*\b|\bqui\b",
    ),
    Frame(
        "paid-others-en",
        Event.PAID,
        r"\b(?:payment|transfer|money|funds|wire|cheque|check|it) (?:already )?(?:left|"
        r"cleared|went (?:out|through)|has gone|was (?:debited|executed|released|made|"
        r"sent))\b|\b(?:has|have|was|were) (?:already |just )?(?:been )?(?:remitted|"
        r"debited|settled|cleared|released) (?:on|yesterday|last|this|already|by)\b|"
        r"^(?:the |your |bank )?(?:payment|transfer|wire) (?:done|sent|made|completed|"
        r"executed|issued)\b|\bjust (?:paid|sent|wired|transferred|settled)\b|\bpaid "
        r"already\b",
        ("Payment left our bank yesterday",),
        unless=r"\b(?:not|hasn't|haven't|never|if|once|until|will)\b",
    ),
)
