"""Payment hangs on somebody else, said by a pronoun, a cash receipt or a desk."""

from relancebot.domain.reading import Label
from relancebot.reading.claims.rule import Rule

_SIGNS = (
    r"(?:sign\w*|vis(?:er|ee?|e)|valid\w+|approuv\w+|autoris\w+|debloqu\w+|liber\w+|"
    r"paraph\w+|tamponn\w+|donn\w+ (?:son|le) (?:accord|feu vert|aval|ok))"
)

RULES = (
    Rule(
        "si-un-autre-tient-parole",
        Label.AWAITING_APPROVAL,
        r"\b(?:s'il|s'ils|si (?:il|elle|ils|elles|lui|eux|ce dernier|celui-ci|"
        r"celle-ci)) "
        r"(?:<CLIT>)*(?:tien\w+ (?:parole|promesse|ses|leurs)|<PAY_PRES>|<PAY_FUT>|"
        r"respect\w+|honor\w+|debloqu\w+|liber\w+|vers\w+|envoi\w*|sign\w+|valid\w+|"
        r"donn\w+ (?:son|leur) (?:accord|feu vert))|"
        r"\b(?:des|a|apres) (?:l')?(?:encaissement|reception|versement|arrivee|"
        r"deblocage) "
        r"(?:du |de la |de |des |de l'|d'un )(?:[^.,;]{0,25} )?(?:<THIRD>)\b|"
        r"\b(?:des|a) (?:l')?encaissement (?:du|de|des) (?:reglement|paiement|virement|"
        r"cheque|prix|solde|situation)s? (?:de |du |des )(?:notre|mon|nos|mes|l'|la |"
        r"le )?"
        r"(?:<THIRD>)?",
        (
            "S'il tient parole vous êtes payé le 20.",
            "Paiement dès encaissement de notre client.",
        ),
        unless=r"\bs'il (?:vous|te) plait|\bvotre client\b",
        but_not=("Virement lundi, s'il vous plaît patientez.",),
    ),
    Rule(
        "sur-son-bureau",
        Label.AWAITING_APPROVAL,
        rf"\b(?:lui|elle|eux) seule?s? (?:peut|peuvent|doit|est "
        rf"habilite\w*)\b[^.]{{0,30}}"
        rf"{_SIGNS}|"
        rf"\b(?:des qu'|quand |lorsqu'|une fois qu'|sitot qu'|aussitot qu')(?:il|"
        rf"elle|ils|"
        rf"elles|on) (?:<CLIT>)*(?:a|aura|ont|auront|est|sera)\s?(?:<ADV>)*{_SIGNS}|"
        r"\bsur le bureau (?:de|du) (?:m\.|mme|monsieur|madame|mon|notre|la|l'|chef|"
        r"patron|directeur|maire|president)\b|"
        r"\b(?:n'a|n'ont|n'est|ne sont) (?:pas|toujours pas|pas encore) (?:encore )?"
        r"(?:donne|rendu) (?:son|leur|sa) (?:accord|feu vert|aval|reponse|decision)|"
        r"\b(?:apres|sous reserve de|sous condition de|une fois obtenue?) (?:la |l'|"
        r"le )?"
        r"(?:validation|signature|accord|vote|approbation|visa|deliberation|feu vert) "
        r"(?:du|de|des|d'|par)\b|"
        r"\b(?:avoir|obtenir|attendre|besoin de) (?:d'abord )?(?:l'|de l'|la |le )"
        r"(?:accord|aval|feu vert|autorisation|signature|validation) (?:du|de|des|"
        r"d')\b|"
        r"\bbon a payer\b[^.;]{0,15}\b(?:pas|attente|manque)\b|"
        r"\b(?:se prononcera|se prononceront|se prononcer)\b",
        (
            "Lui seul peut la viser et il est au Brésil.",
            "Je vous paie dès qu'elle a signé.",
        ),
        unless=r"\b(?:pv|devis|bon de commande|contrat|recette|avenant)\b",
    ),
    Rule(
        "stuck-in-approvals",
        Label.AWAITING_APPROVAL,
        r"\b(?:stuck|held up|sitting|caught|waiting) (?:in|with|for|at|on) (?:\w+ "
        r"){0,3}?"
        r"(?:approvals?|approver|manager|director|boss|finance|workflow|sign-?off|cfo|"
        r"queue|legal|procurement)\b|"
        r"\b(?:manager|director|boss|cfo|board|approver|controller|partner|treasurer) "
        r"(?:needs to|has to|must|still has to|hasn't|has yet to|has not) (?:\w+ )?"
        r"(?:release|approve|sign|authori[sz]e|ok)\w*\b|"
        r"\b(?:once|when|after|as soon as) we (?:are|get|have been|'re)"
        r"(?: (?:paid|funded)|$)|"
        r"\b(?:once|when|as soon as) (?:he|she|they) (?:has |have )?(?:sign|approv|"
        r"releas|"
        r"pa(?:y|id)|authori)\w*",
        (
            "It's stuck in approvals, my manager needs to release it.",
            "You will be paid once we are.",
        ),
        language="en",
    ),
)
