"""What debtors say without the words of the trade: no money, never, not mine, later."""

from relancebot.domain.reading import Label
from relancebot.reading.claims.rule import Rule

RULES = (
    Rule(
        "ne-serez-pas-paye",
        Label.REFUSAL,
        r"\bne serez (?:pas|jamais) (?:paye|regle|rembours)\w*\b|\bvous ne serez "
        r"(?:donc )?"
        r"(?:pas|jamais) (?:paye|regle)|\bni aujourd'hui,? ni (?:demain|jamais|plus "
        r"tard)|"
        r"\b(?:reponse|decision|avis) (?:du bureau |du conseil )?(?:est|sera|reste) "
        r"(?:negative?|non)\b|\bchequier (?:restera|reste) ferme|\b(?:asseoir|assoir) "
        r"dessus\b|\bpas de (?:\w+), pas (?:de|d') ?(?:cheque|argent|paiement|sous)|"
        r"\bpas (?:un|le moindre) (?:kopeck|centime|euro|sou) ne (?:sera|sortira|"
        r"quittera)|"
        r"\bpas question\b$|\bc'est non\b",
        (
            "Vous ne serez pas payé.",
            "Ni aujourd'hui ni jamais.",
            "Le bureau a délibéré : sa réponse est négative.",
        ),
        unless=r"\b(?:avant|tant que|que le|que lundi|d'ici|sans (?:rib|facture|"
        r"bon))\b",
        but_not=("Vous ne serez pas payé avant le 15.",),
    ),
    Rule(
        "leaving-unpaid-en",
        Label.REFUSAL,
        r"\bleaving (?:it |this )?unpaid\b|\bwill (?:stay|remain) unpaid|\bwon't see a|"
        r"\bnot paying (?:this|it|that|you)\b",
        ("This is one bill we are leaving unpaid.",),
        unless=r"\buntil\b|\bbefore\b",
        language="en",
    ),
    Rule(
        "plus-rien-en-poche",
        Label.HARDSHIP,
        r"\brien a vous donner\b|\bpas tout (?:d'?un coup|en une fois|d'un seul coup)|"
        r"\b(?:finis|finit|finissons|termin\w+) le mois avec|"
        r"\b(?:il )?(?:me |nous )?reste (?:que )?\d+ ?(?:€|euros?) (?:sur|en|dans|au)|"
        r"\b\d+ ?% de (?:chiffre|ca|ventes|clients|recettes) en moins|"
        r"\b(?:caisse|caisses) (?:sonne|sonnent) creux|\bsaisi (?:le|mon|notre) compte|"
        r"\b(?:gele|supprime|coupe|raboté|rabote)\w* (?:la|le|notre|nos|mon) "
        r"(?:dotation|"
        r"subvention|decouvert|credits?|budget)|\bma (?:petite )?(?:pension|retraite|"
        r"aah|"
        r"allocation)\b[^.]{0,40}\b(?:tout ce que|peux|seulement|que)\b|"
        r"\btout ce que (?:je|nous|l'\w+|on) (?:peux|peut|pouvons)\b|"
        r"\b(?:vends|vendre|vendu) (?:mes|ma|nos|notre) \w+ pour (?:payer|manger)|"
        r"\bpay\w+ (?:le gaz|le loyer|les salaires)[^.]{0,40}\ble reste (?:patiente|"
        r"attend)",
        (
            "Je n'ai rien à vous donner aujourd'hui.",
            "On finit le mois avec 312 € en caisse.",
            "je n'ai pas tout d'un coup là",
        ),
        unless=r"\breste (?:que )?\d+ ?(?:€|euros?) (?:a (?:payer|regler))",
    ),
    Rule(
        "no-takings-en",
        Label.HARDSHIP,
        r"\bhaven'?t drawn a salary|\bhow bad the books|\bate (?:the|whatever|our|"
        r"up)\b|"
        r"\b(?:was|were|is) empty\b|\bholding our (?:payouts?|funds)|\bno bookings",
        ("I haven't drawn a salary since spring.",),
        language="en",
    ),
    Rule(
        "encore-a-signer",
        Label.AWAITING_APPROVAL,
        r"\b(?:vote|griffe|paraphe|autorisation|feu vert|visa) (?:du|de la|de l'|d'un) "
        r"(?:ca|conseil|president\w*|maire|directeur|directrice|juge|bureau)\b|"
        r"\bdoit (?:encore|d'abord) (?:cocher|me donner|donner|attester|viser)|"
        r"\bdoit etre autorisee? par|\bdebloque\w* les fonds\b|\bseule? a pouvoir le|"
        r"\bcommission\b[^.]{0,60}\bpas encore pass\w+|\btient (?:encore|toujours) la "
        r"plume|"
        r"\bnous paie, nous vous payons|\bdes l'acte signe|\bpas encore presente le "
        r"dossier",
        (
            "Il manque toujours la griffe du président.",
            "C'est l'assureur qui débloque les fonds.",
        ),
        unless=r"\b(?:a|ont) (?:tranche|vote|refuse)\b",
    ),
    Rule(
        "has-to-sign-en",
        Label.AWAITING_APPROVAL,
        r"\bhas to (?:\w+ )?(?:countersign|sign off|approve)|\bso far (?:he|she|they) "
        r"has(?:n't| not)\b|\bonly pay you out of\b",
        ("Our grant officer has to sign off every fee.",),
        language="en",
    ),
    Rule(
        "accordez-nous",
        Label.EXTENSION,
        r"\b(?:accord|laiss|donn|consent)(?:ez|e|er)[- ](?:nous|"
        r"moi)\b[^.]{0,25}\b(?:treve|"
        r"grace|repit|sursis|mois|semaine|delai|quinzaine|jours)|\bdelai de grace\b|"
        r"\bde (?:rab|rabiot)\b|\blacher jusqu'|\bne rien faire avant mon retour|"
        r"\bpetit mois\b",
        (
            "Accordez-nous la grâce d'un mois.",
            "Un petit mois de rab, c'est négociable ?",
        ),
    ),
    Rule(
        "slide-en",
        Label.EXTENSION,
        r"\b(?:could|can) (?:this|it|that)(?: one)? (?:slide|wait)\b|\bgive us (?:a "
        r"bit|"
        r"another|some)\b",
        ("Could this one slide until April?",),
        language="en",
    ),
    Rule(
        "corrigez-la-piece",
        Label.DOCUMENT_REQUEST,
        r"\b(?:un |une |le )?(?:rib|duplicata|rectificatif|pdf|exemplaire|"
        r"attestation)\b"
        r"[^.]{0,25}\b(?:lisible|rectifie|s'il vous plait|svp|suffira|serait bienvenu|"
        r"et tout|et nous payons|que la \w+ reclame)|\bla mention "
        r"«[^»]{2,40}»[^.]{0,20}"
        r"\b(?:manque|en pied)|\b(?:manque|manquent) (?:la mention|votre numero|le "
        r"numero)|"
        r"\b(?:facture|note) (?:porte|mentionne)\b[^.]{0,20}\b(?:le nom|l'ancien)|"
        r"\bl'en-tete\b[^.]{0,60}\bremplacer|\b(?:note|facture) mentionne\b|"
        r"\b(?:plateforme|robot|portail|outil|systeme|"
        r"automate)\b[^.]{0,20}\b(?:recrach|"
        r"rejet|refus|retoqu)\w*[^.]{0,20}\b(?:piece|facture)|\blequel est (?:vivant|"
        r"bon|"
        r"valable|le bon)|\blaquelle est la bonne (?:reference|piece)|\bprotegee? par "
        r"mot "
        r"de passe",
        (
            "Un RIB lisible, s'il vous plaît.",
            "La mention « autoliquidation » manque.",
            "La plateforme a recraché votre pièce.",
        ),
        unless=r"\bavoir\b",
    ),
    Rule(
        "il-est-mort",
        Label.CONTACT_CHANGE,
        r"\b(?:decede\w*|deces)\b[^.]{0,60}|\bregle la succession\b|\bgere\w* par "
        r"(?:ma|mon|"
        r"le|la|me|maitre)\b|\bc'est (?:a )?\w+(?: \w+)? qu'il faut (?:solliciter|"
        r"reclamer|voir|joindre)|\bne touche plus a\b|\bseul (?:le|la) (?:siege|"
        r"federation)"
        r"\b[^.]{0,40}\bdetient",
        ("C'est Fanny Oriol qu'il faut solliciter.",),
    ),
    Rule(
        "wrong-person-en",
        Label.CONTACT_CHANGE,
        r"\bwrong (?:person|peter|address|department)\b|\btry \w+ (?:in|at|on)\b",
        ("Wrong person I'm afraid. Try Gwen in procurement.",),
        language="en",
    ),
    Rule(
        "bien-arrive",
        Label.ACKNOWLEDGEMENT,
        r"\b(?:message|courriel|mail|courrier|lettre) (?:de \w+ \w+ )?(?:nous est |"
        r"m'est )?"
        r"bien (?:arrive|parvenu)\w*|\bc'est lu\b|\bdans la boucle\b",
        ("Message bien arrivé, merci à vous.",),
    ),
    Rule(
        "lettre-d-information",
        Label.UNRELATED,
        r"\b(?:reservez|retirez|prenez) (?:votre|vos|des) (?:badge|place|billet|"
        r"invitation)"
        r"s?\b|\benquete (?:annuelle|de satisfaction)|\bvotre avis nous\b|\bvenez "
        r"nombreux\b|\bbeneficiez de \d+ ?%|\b(?:entree|verre)\b[^.]{0,20}\b(?:au "
        r"chapeau|"
        r"offert)|\bbadges?\b[^.]{0,60}\b(?:desactiv|rapport|rendu)|\b(?:cour|quai|"
        r"parking|"
        r"rue|bureau)\b[^.]{0,20}\b(?:ferme|en travaux)\w*|"
        r"\bchauffage\b[^.]{0,30}\bcoupe|"
        r"\b(?:connaitriez|auriez)[- ]vous (?:quelqu'un|par hasard|encore)\b|"
        r"\btombola\b|\ba ceder\b|\bpellicule\b",
        (
            "Réservez votre badge avant le 30 septembre.",
            "Connaîtriez-vous quelqu'un pour nos chariots ?",
        ),
        unless=r"\b(?:facture|reglement|paiement|virement|payer|regler)\b",
    ),
    Rule(
        "code-penal",
        Label.HOSTILE,
        r"\bcode penal\b|\bbatonnier\b|\bau barreau\b|\bprendra (?:desormais )?la "
        r"plume a "
        r"ma place|\bje la publie\b|\bservice juridique, en copie|\bmaitre \w+ prendra",
        ("Cela porte un nom dans le code pénal.",),
    ),
    Rule(
        "linkedin-en",
        Label.HOSTILE,
        r"\bkeep this up\b|\bwhat kind of people you are|\bwill hear (?:about|what)\b",
        ("Keep this up and the whole town will hear about you.",),
        language="en",
    ),
    Rule(
        "sortez-cette-boite",
        Label.STOP,
        r"\b(?:sort|ot|enlev|retir)\w* (?:cette |la |notre )?(?:boite|"
        r"adresse)\b[^.]{0,20}"
        r"\b(?:de|d[ue])\b[^.]{0,12}\b(?:automate|liste|robot|fichier|envois?)|"
        r"\bplus de mails?\b|\bne voulons (?:plus )?recevoir encore",
        ("Ôtez cette boîte de votre automate.", "Pitié, plus de mails."),
        unless=r"\b(?:desormais|a partir de)\b",
    ),
    Rule(
        "drop-my-address-en",
        Label.STOP,
        r"\bdrop my (?:address|name|e-?mail)",
        ("Kindly drop my address from these mailings.",),
        language="en",
    ),
    Rule(
        "rideau-baisse",
        Label.INSOLVENCY,
        r"\bbaiss\w+ le rideau (?:le|en|depuis|fin|pour de bon)|\bvote la "
        r"dissolution\b|"
        r"\bliquidee? par le tribunal",
        ("La société a baissé le rideau le 30 juin.",),
    ),
    Rule(
        "administrator-en",
        Label.INSOLVENCY,
        r"\badministrators? (?:was|were|has been|have been) appointed",
        ("An administrator was appointed on Friday.",),
        language="en",
    ),
)
