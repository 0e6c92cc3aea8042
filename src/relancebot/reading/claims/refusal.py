"""They say that they will not pay: neither later, nor on a condition."""

from relancebot.domain.reading import Label
from relancebot.reading.claims.rule import Rule

# "je ne paierai pas lundi, mais mardi", "pas avant le 10", "tant que…": no refusal.
_LATER = (
    r"\b(?:avant|tant que|tant qu'|tout de suite|aujourd'hui|demain|ce (?:mois|soir)|"
    r"cette (?:semaine|annee)|maintenant|pour (?:le moment|l'instant)|en une fois|"
    r"en une seule|d'un coup|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"le \d|a temps|dans les (?:temps|delais)|immediatement|jusqu|si vite|encore|"
    r"sans (?:le|la|un|une|ce|avoir|que|votre|numero)|deux fois|seul\w*|"
    r"a la date|en totalite|sous (?:\w+ )?\w* jours)\b"
)

RULES = (
    Rule(
        "nous-ne-paierons-pas",
        Label.REFUSAL,
        r"\b(?:ne |n'|n )(?:<CLIT>)*(?:<PAY_FUT>|<PAY_PRES>|donnerai|donnerons|"
        r"debourserai|sortirai|lacherai|acquitterons) "
        r"(?:certainement |surement |donc |absolument |evidemment )*"
        r"(?:pas|plus|rien|jamais|aucun\w*|ni)\b|"
        r"\b(?:je|on|j'|j) ?(?:vs |vous |la |le |l')*(?:<PAY_FUT>|payerai|paierez|"
        r"payerez)s? "
        r"(?:pas|rien|jamais|plus)\b|"
        r"\bni paye\w* ni\b|\bni (?:lundi|demain|jamais)[^.]{0,12} ni\b|"
        r"\bdecision de ne (?:rien|pas) (?:<PAY_INF>|<SEND_INF>)|\baucune? (?:somme|"
        r"versement|"
        r"virement|reglement|paiement)\b[^.]{0,12}(?:ne (?:vous )?sera|de notre part|"
        r"de ma part)|"
        r"\bsans qu'un (?:euro|centime|sou)|\bwill not be paid\b|"
        r"\b(?:n'|ne |n )?(?:ai|avons|a|avait|aurai) (?:pas |nullement |aucunement |"
        r"plus )"
        r"(?:du tout )?(?:l'intention|envie|prevu)[^.]{0,20} (?:de |d')(?:la |le |"
        r"vous |les |"
        r"l'|la )*(?:<PAY_INF>|<SEND_INF>)|"
        r"\bn'(?:entend\w*|envisag\w+)\b[^.]{0,6} (?:pas|"
        r"nullement)\b[^.]{0,14}<PAY_INF>",
        (
            "Je ne les réglerai pas.",
            "je payerai pas point barre",
            "Nous n'honorerons pas cette facture. Nous ne paierons rien.",
        ),
        unless=_LATER,
        but_not=("Je ne paierai pas lundi.", "On ne réglera pas tant que ça fuit."),
    ),
    Rule(
        "je-refuse",
        Label.REFUSAL,
        r"\brefus\w* (?:categoriquement |purement (?:et simplement )?)?(?:de |d')"
        r"(?:vous |la |le |l'|les |y )*(?:<PAY_INF>|<SEND_INF>|debourser)|"
        r"\b(?:hors de|pas) question (?:que|de|d')[^.]{0,25}"
        r"(?:<PAY_INF>|<PAY_PRES>|verse|donne|debourse|sorte|lache|paye)|"
        r"\brefus de (?:paiement|payer|reglement)|"
        r"\bpas (?:la peine )?d'insister|\binutile d'insister[^.]{0,4}$|"
        r"\bfaites une croix|\btoujours courir|\bcourir apres|\bcompter la[- ]dessus|"
        r"\bquand les poules|\bles poules (?:auront|ont) des dents|"
        r"\ba la saint[- ]glinglin|"
        r"\bautant pisser|\bdans vos reves|\bmeme pas en reve",
        (
            "Je refuse de payer cette facture.",
            "Vous pouvez toujours courir.",
            "Faites une croix dessus.",
        ),
        unless=r"evite\w* de courir|courir apres moi",
    ),
    Rule(
        "rien-ne-sera-verse",
        Label.REFUSAL,
        r"\b(?:rien|aucun\w*(?: \w+){0,2}) (?:ne |n')(?:vous )?(?:sera|seront|ser\w+|"
        r"va etre) "
        r"(?:\w+ )?(?:<PAY_PP>|<SEND_PP>|du\b)|\b(?:ne|n') ?(?:vous )?(?:sera|seront) "
        r"(?:donc |jamais |pas )+(?:<PAY_PP>|<SEND_PP>)|"
        r"\bil n'y aura (?:pas|aucun|jamais)(?: de| d'un)? ?(?:<MONEY>)|"
        r"\b(?:vous |tu )?(?:n'|ne )(?:aurez|auras|obtiendrez|toucherez|percevrez|"
        r"recevrez) "
        r"(?:pas|rien|jamais|aucun)\b(?! (?:besoin|a |de (?:souci|prob|retour)))|"
        r"\b(?:vous |tu )(?:aurez|auras|verrez|toucherez) (?:pas|rien) (?:un|de (?:moi|"
        r"nous|ma|"
        r"mon)|la couleur|le moindre|de plus)|ne verrez (?:pas|jamais|rien)|"
        r"\bpas (?:un|le moindre) (?:rond|centime|sou|euro|kopeck|radis|"
        r"cent)\b(?! (?:devant|"
        r"en|sur le|dans))|"
        r"\b(?:reste|restera|resteront|demeurera) (?:donc )?(?:impaye\w*|dans (?:mon|"
        r"notre) "
        r"(?:tiroir|poche|caisse))|"
        r"\bne sortir\w* (?:pas|jamais)\b|\bfinira (?:a la|dans la|au) (?:corbeille|"
        r"poubelle|"
        r"panier)|pas de virement de (?:notre|ma) part|"
        r"\btrouvez quelqu'? ?un d'autre|\bfermez (?:votre|le) dossier|"
        r"\bclassez (?:le|votre|ce) dossier",
        (
            "Rien ne vous sera versé.",
            "Vous n'aurez pas un rond.",
            "Cette somme ne sortira pas de nos comptes.",
            "Il n'y aura pas de virement de notre part.",
        ),
        unless=_LATER + r"|pas un \w+ de (?:moins|ce)",
    ),
    Rule(
        "aucune-suite",
        Label.REFUSAL,
        r"\b(?:ne|n'y|n'|ne pas) ?(?:<CLIT>)*(?:donn\w+|reserv\w+|"
        r"honor\w+)\b[^.]{0,14} "
        r"(?:pas|aucune|plus)\b[^.]{0,25}(?:suite|demande|reclamation)?|"
        r"\bpas (?:de |d'y |y )?(?:donner|donne|donnerons|donnerai) (?:de |"
        r"aucune )?suite|"
        r"\bne pas (?:donner|honorer|regler|payer|acquitter|y donner)|"
        r"\bne manquerons pas de ne pas|"
        r"\bn'y donne(?:rai|rons)? pas suite|\bpas donner de suite|\bsans suite\b|"
        r"\bne (?:vous )?(?:devons|dois|doit) (?:absolument )?rien (?:et|donc|"
        r",)[^.]{0,20}"
        r"(?:pas|rien)",
        (
            "Nous avons décidé de ne pas donner suite à cette facture.",
            "Notre comité n'honorera pas cette demande.",
        ),
        unless=r"n'honor\w+ pas vos|vous n'avez pas (?:honor|donn)|(?:vos|votre|"
        r"vous) \w* ?n'|"
        r"\bpas (?:donn|repond)\w+ suite a (?:ma|notre|mes|nos)",
    ),
    Rule(
        "refusal-en",
        Label.REFUSAL,
        r"\b(?:won't|will not|wont|not going to|refuse to|never going to|"
        r"no intention of|"
        r"not prepared to|decline to|aren't going to|isn't going to|not be) (?:be )?"
        r"(?:pay\w*|settl\w+|honou?r\w*|transfer\w*|send\w* (?:you )?(?:any|a penny|"
        r"money))\b|"
        r"\bnothing (?:is going to be|will be|is to be|shall be) (?:paid|sent)|"
        r"\bnot a (?:penny|cent|dime)|\bwhistle for it|\bwrite it off|\bdream on\b|"
        r"\bclose your file|\bno payment will|\bnever (?:see|get) (?:a|the|any|your) "
        r"(?:penny|money|cent)",
        (
            "We won't be paying this.",
            "I refuse to pay.",
            "Nothing is going to be paid.",
        ),
        unless=r"\buntil\b|\bbefore\b|\bunless\b|\bthis (?:week|month)|\btoday\b|"
        r"\byet\b|"
        r"\b(?:mon|tues|wednes|thurs|fri)day",
        language="en",
    ),
)
