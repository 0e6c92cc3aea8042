"""The client is under a procedure of the court, or has ceased to trade."""

from relancebot.domain.reading import Label
from relancebot.reading.claims.rule import Rule

_NOT_US = (
    r"\b(?:pas|ni|jamais|sans|evit\w+|frol\w+|contrairement|n'avons|menac\w+|"
    r"ne depos\w+|"
    r"votre|client (?:est|a ete|en)|fournisseur)\b[^.;]{0,30}"
    r"(?:redressement|liquidation|sauvegarde|bilan|faillite)"
)

RULES = (
    Rule(
        "procedure-collective",
        Label.INSOLVENCY,
        r"redressement judiciaire|liquidation judiciaire|procedures? collectives?|"
        r"procedure de (?:sauvegarde|redressement|liquidation|conciliation)|"
        r"(?:en|sous|la|de|ma|notre|une?) (?:liquidation|redressement|sauvegarde)\b"
        r"(?! (?:est faite|du dossier|de (?:la depense|stock|donn)|informatique|"
        r"des depenses|des (?:factures|frais|mandats|comptes)|d'un|de (?:notre|mon) "
        r"(?:client|"
        r"fournisseur)|automatique|des (?:donn|fich)|totale|du site))|"
        r"\b(?:rj|lj)\b (?:depuis|ouvert|prononc)|"
        r"plan de (?:sauvegarde|redressement|continuation)|"
        r"sauvegarde (?:ouverte|judiciaire|accelere)|concordat|mise? en faillite|"
        r"(?:fait|en|declare\w*|de) (?:en )?faillite|surendettement",
        (
            "La société a été placée en liquidation judiciaire.",
            "On est en redressement depuis mardi.",
            "Procédure de sauvegarde ouverte le 11 février.",
            "J'ai déposé un dossier de surendettement.",
        ),
        unless=_NOT_US
        + r"|(?:dossier|piece) de liquidation|redressement (?:de l'ecart|fiscal|"
        r"du compte)|"
        r"sauvegarde informatique|sauvegarde (?:des|du|de nos) (?:donn|serv|fich)",
        but_not=("On n'est pas en redressement hein, juste à découvert.",),
    ),
    Rule(
        "depot-de-bilan",
        Label.INSOLVENCY,
        r"depos\w* (?:le|notre|son|mon) bilan|depot de (?:le |notre |son )?bilan|"
        r"cessation de(?:s)? paiements?|etat de cessation",
        ("On a déposé le bilan vendredi.", "Nous sommes en cessation des paiements."),
        unless=_NOT_US,
        but_not=("Contrairement à ce qu'on dit, nous ne déposons pas le bilan.",),
    ),
    Rule(
        "organes-de-la-procedure",
        Label.INSOLVENCY,
        r"mandataire(?: judiciaire|\b)|liquidateur|administrat\w+ judiciaire|"
        r"declar\w+ (?:de |des |la |sa |votre |vos |leurs? )*creances?|bodacc|"
        r"periode d'observation|jugement d'ouverture|greffe du tribunal|"
        r"creanciers? (?:seront|sont|convoqu)|creances? anterieures?|"
        r"tribunal de commerce a|l\. ?622",
        (
            "Déclarez votre créance auprès de Me Lefort, mandataire.",
            "Étant en période d'observation, je ne peux payer les dettes antérieures.",
        ),
        unless=r"mandataire social|mandataire immobilier",
    ),
    Rule(
        "fin-d-activite",
        Label.INSOLVENCY,
        r"cess(?:e|ons|er|ation|a|ent|era) (?:definitivement )?(?:toute |d'|son |"
        r"notre |mon |"
        r"l'|leur |ses |nos )*activites?|cessation d'activite|"
        r"ferm\w* (?:ses |nos |mes )?(?:portes )?(?:definitivement|pour toujours)|"
        r"fermeture definitive|definitivement ferm\w+|"
        r"(?:baiss\w+|tir\w+) (?:definitivement )?le rideau (?:pour toujours|"
        r"definitivement)|"
        r"cle[fs]? sous la porte|mis la cle|"
        r"(?:radi\w+|dissou\w+|dissolution|liquid\w+) (?:de |la |l'|le |ma |notre |"
        r"mon )*"
        r"(?:societe|entreprise|sarl|sas|eurl|micro|activite|boite|affaire|association|"
        r"asso|auto-entreprise|structure)|radiation (?:en cours|au rcs|du rcs)|"
        r"(?:societe|entreprise|boite|asso\w*|sarl|sas) (?:n'existe|existe) plus|"
        r"(?:est|etre|sera|a ete) (?:radiee?|dissoute?)\b|rendu les cles? d\w (?:salon|"
        r"magasin|local|boutique|bail)",
        (
            "Cessation d'activité au 31 janvier, radiation en cours.",
            "Mon père a cessé son activité au 31 décembre.",
            "J'ai radié l'entreprise, il n'y a plus rien à partager.",
            "Je ferme définitivement la micro-entreprise.",
        ),
        unless=r"ne (?:ferm|cess)\w+ pas",
    ),
    Rule(
        "insolvency-en",
        Label.INSOLVENCY,
        r"administration\b(?! fee| depart| team| office| cost)|liquidat\w+|insolven\w+|"
        r"bankrupt\w*|winding[ -]up|wound up|receivership|ceased trading|"
        r"stopped trading|dissolved|struck off|cva\b|chapter (?:7|11)|"
        r"official receiver|went under|gone under|into receiv",
        (
            "We have entered administration.",
            "The company is being wound up.",
            "We ceased trading just after Christmas.",
        ),
        unless=r"\bnot (?:in|going|being|bankrupt|insolvent)",
        language="en",
    ),
)
