"""A sum or a second bill is contested without the word: two counts set side by side."""

from relancebot.domain.reading import DisputeReason as Reason
from relancebot.domain.reading import Label
from relancebot.reading.claims.no_dispute import NO_DISPUTE
from relancebot.reading.claims.rule import Rule

_NOT = rf"(?:{NO_DISPUTE})"
_NUM = (
    r"(?:\d[\d .,]*|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|"
    r"quinze|vingt|trente|quarante|cinquante|cent|mille)"
)

RULES = (
    Rule(
        "deux-comptes",
        Label.DISPUTE,
        rf"\b{_NUM}\b[^.;?!]{{0,60}}[,;:] ?(?:et |mais |or )?(?:vous(?: en)?|chez vous|"
        rf"selon vous|la (?:ligne|facture|note)(?: en)?|votre (?:facture|piece|note|"
        rf"ligne|etat|releve|decompte)(?: en)?) (?:\w+ )?{_NUM}\b|"
        rf"\b\d[\d .,]* ?(?:€|euros?)?[^.;?!]{{0,40}}[,;:] ?(?:et |mais )?\d[\d .,]* ?"
        rf"(?:€|euros?)? (?:chez|selon|d'apres|pour) vous\b|"
        r"\b\d+ ?(?:x|\*|fois|a) ?\d[\d ,]*[^.?!]{0,40}\b(?:ca|cela) (?:fait|donne) \d|"
        r"\b(?:je|nous|on) (?:lis|lisons|vois|voyons|trouve|trouvons|recompte|"
        r"obtien\w+|arriv\w+ a) \d[\d .,]*(?: ?€)? (?:en bas|au total|a la fin)|"
        r"\b(?:passage|heure|jour|journee|ligne|poste|unite|article)s? fantomes?\b|"
        r"\ble compte n'y est\b|\bcomptez[- ]en (?:\w+)|"
        r"\b(?:plafonne|s'arrete|est limite|se limite)\w* a \d[^.]{0,40}\bvotre\b",
        (
            "Notre conductrice a pointé 11,5 jours, vous 14.",
            "1 245,00 € au bon de commande, 12 450 € chez vous.",
            "3 x 480, à la mairie, cela fait 1 440.",
            "Il y a un passage fantôme dans votre total.",
        ),
        unless=_NOT + r"|\b(?:virement|verse|paye|paie|regle)\w*\b",
        but_not=("Le solde de 1 200 € sera viré mardi.",),
        reason=Reason.AMOUNT,
    ),
    Rule(
        "mauvaise-base",
        Label.DISPUTE,
        r"\brefai\w+ (?:donc )?(?:le|votre|vos|la|les) (?:calcul|total|compte|"
        r"addition|decompte)s?\b|"
        r"\bsur (?:cette|la bonne|une autre) base\b|\bau prorata\b|\bun prorata\b|"
        r"\bviendrai?t en (?:moins|deduction)|\ba retrancher\b|"
        r"\b(?:applique\w*|s'applique\w*|parti\w* sur)\b[^.]{0,15}\b(?:le |la |au |"
        r"celui |celle )?(?:bareme|grille|tarif|taux|celle)\b|"
        r"\b(?:bareme|grille|tarif|taux)\b[^.]{0,25}\bs'applique|"
        r"\bplein tarif\b|\btarif (?:plein|adherent|membre|reduit)|"
        r"\btva\b[^.]{0,60}\b(?:franchise|exoner\w+|perplexe|autoliquid\w+ aurait|"
        r"alors que|pourtant|293)|\b(?:franchise|exoner\w+)\b[^.]{0,60}\btva\b|"
        r"\bd'ou (?:sor\w+|vien\w+|tirez|provien\w+)\b|"
        r"\b(?:les|ces|vos) (?:kilometres|heures|jours|nuits|"
        r"frais)[^.]{0,20}\blaisse\w* "
        r"(?:\w+ )?(?:reveu\w+|songeu\w+|perplexe)|"
        r"\b(?:pas|jamais) (?:ete )?(?:de )?(?:passe|passee|augment\w+|revalori\w+) "
        r"(?:de|"
        r"a) \d|\bune virgule\b|\b(?:tienne|tiendrez|tenir) "
        r"compte\b[^.]{0,40}\b(?:prix|"
        r"facture|total|retard)|\b(?:facture|note|prix|total)\b[^.]{0,12} en tien\w+ "
        r"compte|"
        r"\b(?:frais|€|euros|supplement|majoration|somme|ligne|"
        r"heures)\b[^.]{0,30}\b(?:sor\w+|vien\w+|provien\w+) d'ou\b|"
        r"\b(?:bien|un peu|plutot|tres|sacrement|assez) (?:genereu\w+|salee?s?|"
        r"corsee?s?|gonflee?s?|gourmande?s?|optimiste)\b|"
        r"\b(?:remise|rabais|ristourne|acompte|arrhes|geste|reduction|"
        r"avance)\b[^.]{0,30}\b(?:evapor|dispar|envol|a la trappe|saute|oubli|"
        r"perdu)\w*",
        (
            "La majoration de 12 % pour urgence, d'où sort-elle ?",
            "Il conviendrait de refaire le total sur cette base.",
            "De la TVA à 20 % alors que vous êtes exonéré ?",
        ),
        unless=_NOT + r"|d'ou vien\w+ (?:ce|cet|votre) (?:mail|message|courriel)|"
        r"base de donnees"
        r"|salee? pour (?:moi|nous)|vous etes (?:bien|tres) genereu",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "deja-vu",
        Label.DISPUTE,
        r"\bmemes? \w+(?: \w+)?, (?:et )?memes? \w+|"
        r"\b(?:est|serait|sont|paraissent?|semblent?|etre) (?:donc )?(?:de trop|"
        r"superflue?s?|jumelles?|jumeaux|identiques|redondante?s?)\b|"
        r"\bme (?:para\w+|semble) (?:donc )?superflu\w*|\bune fois de trop|"
        r"\b(?:copie conforme|plus lieu d'etre|deja[- ]vu|deja vu)\b|"
        r"\bsans (?:un iota|la moindre|une virgule) (?:de )?difference|"
        r"\b(?:ici|la|sur celle-ci) et (?:aussi|deja|encore|egalement) (?:dans|sur)|"
        r"\bpuis (?:re(?:saisi|factur|compt|mis|pris)|a nouveau|de nouveau|encore)|"
        r"\b(?:repay|repai)\w+|\b(?:pay|regl|sold|acquitt)\w+ (?:une (?:seconde|"
        r"deuxieme) fois|a nouveau|deux fois|de nouveau)|"
        r"\b(?:pay|regl|sold|acquitt|honor)\w+\b[^.]{0,60} sous (?:un|une) autre "
        r"(?:numero|"
        r"nom|reference|intitule|libelle)|"
        r"\bfactur\w+ a (?:chacun|chacune|la fois|mon|ma|notre)\b|"
        r"\b(?:couvr\w+|vis\w+|concern\w+|port\w+ sur) (?:toutes )?(?:les deux "
        r")?(?:le|la|"
        r"les) memes? \w+|\b(?:le|la|les) meme (?:pdf|piece|document|"
        r"facture)\b[^.]{0,40}"
        r"\b(?:numero|et de|deux)|\blequel dois-je jeter|\blaquelle (?:dois-je|"
        r"faut-il) "
        r"(?:jeter|garder|annuler|payer|oublier)|"
        r"\b(?:contenait|comprenait|incluait|englobait|couvrait) (?:pourtant|deja)(?! "
        r"bien)\b|"
        r"\b(?:revient|reparait|reapparait|ressort|ressurgit) (?:toute seule|tout seul|"
        r"une (?:seconde|deuxieme) fois|encore|pourtant)|\b(?:je|on|nous) (?:la |le |"
        r"les "
        r")?retrouv\w+ (?:a part|aussi|encore|de nouveau|une (?:seconde|deuxieme) "
        r"fois)|"
        r"\bpourtant la meme\b|\bl'une des deux\b|\bgarde\w* (?:la|celle)[^.]{0,40}\b"
        r"(?:oubli|annul|jet)\w+ (?:la|celle|l'autre)|"
        r"\b(?:etait|est|etaient|sont) deja (?:compris\w* |inclus\w* |comptee?s? |"
        r"prevue?s? )?(?:dans|au|sur) (?:le |la |l'|notre |votre |mon )?(?:forfait|"
        r"abonnement|facture|contrat|precedente|note)",
        (
            "Même date, même intitulé, même total que la note 91.",
            "Cette prestation a été soldée en août sous une autre référence.",
            "On ne va pas la payer à nouveau.",
        ),
        unless=_NOT,
        reason=Reason.DUPLICATE,
    ),
)
