"""What was never asked for, not yet due, set off, or somebody else's, said quietly."""

from relancebot.domain.reading import DisputeReason as Reason
from relancebot.domain.reading import Label
from relancebot.reading.claims.no_dispute import NO_DISPUTE
from relancebot.reading.claims.rule import Rule

_NOT = rf"(?:{NO_DISPUTE})"
_HARM = (
    r"(?:pli|fend|fendu|egorg|effac|ray|cass|abim|endommag|bris|renvers|arrach|perc|"
    r"inond|brul|tach|defonc|embout|debranch|supprim|perd|perdu|ecras|heurt|tord|tordu|"
    r"deterior|detru)"
)

RULES = (
    # ------------------------------------------------------------- not_ordered
    Rule(
        "ajoute-d-office",
        Label.DISPUTE,
        r"\b(?:decochee?|barree?|rayee?|biffee?)s?\b[^.]{0,40}\b(?:exemplaire|devis|"
        r"bon|"
        r"contrat|formulaire|offre)|\b(?:option|case|ligne|module|poste|assistance)\b"
        r"[^.]{0,50}\b(?:decochee?|barree?|rayee?|biffee?)s?\b|"
        r"\bd'office\b|\bsans avenant\b|\bau fil de l'eau\b|\bs'y (?:est|sont) "
        r"(?:greffe|ajoute)\w*|\b(?:est|sont) venue?s? s'ajouter|"
        r"\bsans que (?:personne|quiconque|la|le|nous|on|j')\b[^.]{0,60}\b(?:ait|dise|"
        r"aie|ayons|choisi\w*|demand\w*|mot)|"
        r"\bpersonne (?:n'|ne )?(?:en |l'|vous )?(?:a|ait|avait) (?:\w+ )?(?:dit oui|"
        r"sonne|eu l'idee|choisi\w*|appele\w*|sollicite\w*|reclame\w*|voulu)|"
        r"\bc(?:'est| est|'etait|) vous qui (?:l'|m'|nous |les |vous )?(?:avez|aviez) "
        r"(?:\w+ )?(?:inscrit|sugger|propos|decid|ajout|insist|voulu|tenu|pris)\w*|"
        r"\bvotre (?:propre )?(?:initiative|idee)\b|"
        r"\b(?:pas|jamais) (?:ete )?(?:propose|chiffre|souscrit|retenu|evoque)\w*\b|"
        r"\b(?:on|nous|je) (?:ne )?(?:l'|les )(?:avait|avions|avais|a|ai|avons) pas "
        r"(?:pris|prise|voulu\w*|retenu\w*)|"
        r"\bqui\b[^.]{0,20}\b(?:vous )?a (?:appele|demande|sollicite|mandate|fait "
        r"venir)|"
        r"\bdepuis quand fait[- ]on payer|\bje (?:decouvre|decouvrons) (?:la|cette|"
        r"une) "
        r"(?:ligne|prestation|option|depense)|\bn'est pas (?:acheter|commander)\b|"
        r"\bpas que vous (?:demarr|commenc|fass|lanc|all)\w+|"
        r"\bn'engage(?:nt)? (?:pas|que|en rien)\b|\bpas (?:de )?delegation\b|"
        r"\bne (?:la |le |les )?connai[ts] pas$|"
        r"\b(?:option|ligne|prestation|module|poste|"
        r"supplement)\b[^.]{0,40}\b(?:refusee?s?|declinee?s?|ecartee?s?) (?:sur|dans|"
        r"lors|au|par ecrit|des)|"
        r"\bqui vous a (?:autorise|permis|dit|prie|donne l'ordre|charge)\w*\b|"
        r"\b(?:demand|voul|souhait|command|achet)\w* (?:qu'|que |une? |le |la "
        r")?(?:simple|seul\w*|unique\w*|juste)\b|\brien de plus$",
        (
            "L'option était barrée sur l'exemplaire que nous avons retourné.",
            "Trois ateliers sont venus s'ajouter au fil de l'eau, sans avenant.",
            "C'est vous qui l'avez suggérée, personne n'a dit oui.",
        ),
        unless=_NOT + r"|\b(?:virement|mandatement|paiement|signature|argent|banque|"
        r"programm\w+|rejet\w+|chorus)\b"
        r"|\ba etal\w+|\bechelon\w+|\bvoulais juste|\bmensualit\w+",
        reason=Reason.NOT_ORDERED,
    ),
    # ------------------------------------------------------------------- terms
    Rule(
        "pas-encore-du",
        Label.DISPUTE,
        r"\b(?:le |votre |ce )?delai (?:\w+ ){0,3}court\b|\bcourt (?:a compter|a "
        r"partir|"
        r"de la reception|du service)|"
        r"\b(?:payable|exigible|due?|reglable|facturable|libera\w+) (?:« ?)?(?:a "
        r"(?:la |"
        r"l')|apres|un an|au|une fois|qu')\s?(?:la |l')?(?!plus)\w+[^.]{0,60}|"
        r"\b(?:quarante[- ]cinq|soixante|quatre[- ]vingt[- ]dix|45|60|90) "
        r"jours\b[^.]{0,40}"
        r"\b(?:paraph|sign|page|article|depuis 20|chez vous|contrat)\w*|"
        r"\bou voyez[- ]vous un retard|\b(?:trimestre|mois|terme) echu\b|"
        r"\b(?:echeance|date)\b[^.]{0,25}\b(?:ne la|pas) reconn\w+|"
        r"\brien a (?:verser|payer|regler) avant\b|\b(?:ne |n')\w+ (?:regle|paye|"
        r"verse)e?s? "
        r"qu'(?:a|apres|au|une fois)\b|\b(?:verseme?nt|paiement) unique\b|"
        r"\bconditionne (?:le|la|tout)\b|\b(?:l'annee|le delai|la periode) n'est pas "
        r"ecoul\w+|"
        r"\b(?:relanc\w+|ecri\w+|reclam\w+|vous y prenez|"
        r"appel\w+)\b[^.]{0,25}\b(?:trop tot|avant l'heure|en avance|avant terme)|"
        r"\bne (?:devait|doit|devrait|devaient|doivent) (?:etre )?(?:verse|paye|regle|"
        r"facture|intervenir|tomber)\w* qu'",
        (
            "Le délai court à compter du service fait.",
            "Payable à la mise en production, dit le contrat.",
            "45 jours fin de mois, page 7, paraphé par vous.",
        ),
        unless=_NOT + r"|\bau (?:guichet|comptoir)\b",
        but_not=("Le virement est prévu à 45 jours.",),
        reason=Reason.TERMS,
    ),
    Rule(
        "frais-et-clauses",
        Label.DISPUTE,
        r"\b(?:40|quarante) ?(?:€|euros?)\b[^.]{0,20}\b(?:indemnite|recouvrement|"
        r"forfaitaire|frais)|\b(?:indemnite|forfait) (?:\w+ )?de (?:recouvrement|40|"
        r"quarante)|\binterets moratoires|\bpenalites (?:a|de) \d+ ?%|"
        r"\bvous (?:pouvez )?(?:vous )?(?:asseoir|assoir) dessus|\bsans (?:la|cette) "
        r"surtaxe|\bfrais d'annulation|\b(?:decommande|desist)\w+\b|"
        r"\b(?:au|un|le) forfait,? (?:c'est|pas|et (?:non|pas))|\betais au forfait|"
        r"\b(?:revision|indexation|augmentation)\b[^.]{0,30}\bavenant|\bsans base\b|"
        r"\b(?:lettre|courrier) de (?:rupture|resiliation|desistement)|\bmis fin au "
        r"contrat|\brien de tel ne figur\w+|\bvos? heures? sup\w*\b|"
        r"\b(?:indemnite|penalites?|frais|interets|majoration)\b[^.]{0,50}\b(?:n'est|"
        r"ne sont|pas|s'applique\w*)[^.]{0,12}\b(?:applicable|appliqu|opposable|"
        r"du[es]?)\w*\b",
        (
            "Quarante euros de recouvrement pour deux jours, vous êtes sérieux ?",
            "Notre lettre de rupture a mis fin au contrat le 30 juin.",
        ),
        unless=_NOT + r"|\bnos salaries\b|\bm'? ?evit\w+|\bajout\w+ les 40|\bregle "
        r"aussi les",
        reason=Reason.TERMS,
    ),
    # ------------------------------------------------------------------- other
    Rule(
        "degat-a-imputer",
        Label.DISPUTE,
        rf"\b(?:votre|vos|un de vos|l'un de vos) (?:\w+ ){{0,4}}?(?:a|ont|avait) "
        rf"(?:\w+ "
        rf"){{0,2}}?{_HARM}\w*\b|\bl'un annule l'autre|"
        r"\b(?:j'|je |nous |on )(?:l'|les |la )?(?:impute|retire|defalque|soustrai)\w* "
        r"(?:\w+ )?(?:sur|de) (?:votre|vos|la|l'|ce)|\bcette perte\b|\bdebauch\w+|"
        r"\brend(?:ez|re|iez)\b[^.]{0,12}\b(?:d'abord|les cles|le badge|le materiel|"
        r"nos|"
        r"mes|notre|mon)\b|\b(?:que vous|vous n'avez pas) (?:rendiez|restituiez|ote|"
        r"retire|efface)\w*|\b(?:ne |n')\w+ pas ote\b|\b(?:revelee?|etait) (?:expiree?|"
        r"perimee?)|\bsans declaration\b|\bsolidaires? de\b|\bnous (?:y )?(?:avons|a) "
        r"(?:\w+ )?perdu (?:le|la|un|une|notre) (?:salon|marche|client|contrat|vente|"
        r"saison|prime)|\bnous coute (?:plus|bien)|"
        r"\bvous avez (?:toujours|encore) (?:notre|mon|ma|nos|mes) (?!confiance|"
        r"facture|rib|adresse|numero|accord)\w+|"
        r"\brendez[- ](?:le|la|les|nous|moi)\b",
        (
            "Votre chauffeur a plié notre barrière levante.",
            "Cette perte, je l'impute sur votre solde.",
            "Rendez d'abord les trois ordinateurs.",
        ),
        unless=_NOT + r"|\b(?:facture|mail|message|courrier|lettre|relance|iban|rib)\b"
        r"[^.]{0,20}\b(?:a ete|perdu|efface)|(?:j'ai|nous avons|on a) (?:perdu|efface)",
        reason=Reason.OTHER,
    ),
    Rule(
        "dette-d-un-autre",
        Label.DISPUTE,
        r"\b(?:aucun|sans (?:le )?(?:moindre|aucun)) lien (?:contractuel|de contrat|"
        r"juridique)|\bpersonne physique\b|\bdettes? (?:anterieures? )?(?:rest\w+|"
        r"incomb\w+|revien\w+) (?:au|a la|a l')|\bchacun ses dettes|\bex[- "
        r"]associee?\b|"
        r"\bn(?:e|') ?(?:sommes|suis) plus (?:le |la )?(?:syndic|locataire|gerant|"
        r"proprietaire|exploitant|titulaire)|\bn(?:'etions|e sommes) que "
        r"(?:l'intermediaire|le mandataire|l'agent)|\bqui vous a(?:vait)? fait venir|"
        r"\bne (?:nous|m') ?est pas ouvert|\bjamais agree|\bavec toutes ses dettes|"
        r"\b(?:pas|plus) a (?:porter|supporter|assumer) (?:cette|la|ces|leurs?) "
        r"dettes?|"
        r"\bconcerne (?:la|le|une) (?:copropriete|residence|immeuble|exploitation)\b|"
        r"\bce n'est pas (?:moi|nous)\b[^.]{0,30}\bqui (?:vous )?doi\w+|"
        r"\b(?:facture|dette|somme|cela|ca|elle)\b[^.]{0,35}\b(?:a |au |de "
        r")l'?\s?ancien(?:ne)? (?:exploitant|proprietaire|gerant|locataire|associe|"
        r"titulaire|franchise|equipe|societe)\w*|"
        r"\b(?:repris|reprenons|rachet\w+) que (?:le|la|les)\b",
        (
            "Nous sommes une filiale sans le moindre lien contractuel avec vous.",
            "Nous n'étions que l'intermédiaire.",
        ),
        unless=_NOT,
        reason=Reason.OTHER,
    ),
)
