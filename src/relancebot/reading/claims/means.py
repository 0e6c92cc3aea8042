"""No money, more time, several payments: what a debtor says of their means."""

from relancebot.domain.reading import Label
from relancebot.reading.claims.rule import Rule

_NUMBER = (
    r"(?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix|douze|plusieurs|quelques|two|"
    r"three|"
    r"four|five|six|several)"
)

RULES = (
    Rule(
        "plus-d-argent",
        Label.HARDSHIP,
        r"\b(?:a|au|est|etre|suis|sommes|compte\w*|caisses?|tresorerie\w*|"
        r"on est|completement|totalement|vraiment) (?:\w+ )?(?:a sec|a plat|exsangues?|"
        r"vides?|"
        r"dans le rouge|au plus bas|a zero|asphyxi\w+|au plafond)\b|\ba sec\b|"
        r"\bexsangues?\b|"
        r"\bdans le rouge\b|\b(?:plus|pas|pus) (?:un|une|le moindre) "
        r"(?:rond|sou|centime|euro|kopeck|radis|cenne|balle)\b|"
        r"\b(?:pas|plus|pus)(?: de quoi| les? moyens?| assez| suffisamment| cet argent|"
        r" l'argent| d'argent| un sou| les fonds| la somme| de sous| de tresorerie|"
        r" de liquidites?| la tresorerie| de revenus?| provisionne)|"
        r"\b(?:n'|n )(?:y a|ai|avons|a|ont) (?:plus|pas) (?:rien|d'argent|de quoi|"
        r"de tresorerie|"
        r"les moyens)|"
        r"plus rien (?:dans|sur|en|en caisse|a (?:donner|partager))|sans (?:le sou|"
        r"revenus?|"
        r"ressources?|salaire|un (?:sou|centime|rond))|"
        r"\bpa?s? de (?:dispo|tresorerie|liquid\w+)\b|\bchui raide|\b(?:suis|est|"
        r"sommes) (?:raides?|fauches?e?s?|ruines?e?s?|aux abois|"
        r"etrangles|acculee?s?|coinces? financ)|\bj'ai plus rien|j ?ai plus rien\b|"
        r"\bjuste de quoi\b|\bcaisses? (?:est|sont) vides?|\bfonds de tiroirs?",
        (
            "La trésorerie est à sec.",
            "j'ai plus un rond c'est la vérité",
            "Nous n'avons pas les moyens de payer.",
            "chui raide jusqu'à la paie",
        ),
        unless=r"pas de probleme|plus rien a (?:faire|dire|voir)|(?:ne m'a|"
        r"n'a) pas cout|prestation ne vaut pas"
        r"|(?:pas|plus) (?:un|une|le moindre) \w+ (?:ne|n'|de moins|de ce)\b|"
        r"repertoire|fichier|\bposte\b|colis|d'insister",
    ),
    Rule(
        "tresorerie-difficile",
        Label.HARDSHIP,
        r"tresorerie\w*[^.]{0,30}\b(?:tendue?|difficile|serree?|fragile|delicate|"
        r"courte|"
        r"sous tension|compliquee?|mal en point|insuffisante|catastroph\w+|"
        r"au plus mal|ne (?:me |nous )?permet|limite|juste|bloquee|negative|plombee|"
        r"en souffrance|tres basse|exsangue)|"
        r"\b(?:probleme|souci|difficulte|tension|manque|trou|creux|impasse|crise)s? "
        r"(?:passag\w+ |ponctuel\w* |temporaires? |reels? |serieu\w+ |actuel\w* |"
        r"important\w* |grosses? |petit\w* )*(?:de |d'|en |dans (?:la|notre) )?"
        r"(?:tresorerie|tresor|treso|liquidites?|cash|argent|financ\w+|economiques?|"
        r"fonds|paiement)|\bdifficultes? financieres?|"
        r"\b(?:tresorerie|finances|comptes?|budget|situation financiere)\b[^.]{0,20}"
        r"\b(?:ne permet\w*|ressentent|souffr\w+|vont mal|catastroph\w+|au plus mal|"
        r"difficiles?|tendues?|fragiles?)|"
        r"\bvu l'etat de nos finances|\bplus de tresorerie|\bfaute de (?:liquidites?|"
        r"tresorerie|"
        r"fonds|moyens|rentrees|cash)|\bcash (?:est |un peu )*(?:short|tendu|serre|"
        r"limite)|"
        r"\bencaissements?\b[^.]{0,30}\b(?:faibles?|insuffisants?|maigres?|decevants?|"
        r"en baisse)|"
        r"\btresorerie\b[^.]{0,15}\bpas permis|\bsans marge\b|\btreso\b[^.]{0,15}"
        r"\b(?:tendue|serree|a sec|juste|limite|short)|"
        r"\bs'en (?:ressent|ressentent)\b|\bpaie passe avant|\bsalaires passent avant|"
        r"\ben difficulte(?:s)?\b(?! pour (?:ouvrir|lire|acceder))|\bnos difficultes\b",
        (
            "La trésorerie est très tendue en ce moment.",
            "Nous rencontrons des difficultés financières.",
            "Nos finances sont au plus mal.",
        ),
        unless=r"(?:pas|aucun|aucune|sans) (?:de |d'|le moindre )?(?:probleme|souci|"
        r"difficulte)s?",
    ),
    Rule(
        "decouvert",
        Label.HARDSHIP,
        r"\ba decouvert|\b(?:mon|notre|le|du|au|autorisation de|gros) decouverts?\b|"
        r"\bautorisation de decouvert|\bagios\b|\binterdit bancaire|\bfichage\b|"
        r"\b(?:banque|banquier)\b[^.]{0,25}\b(?:refus\w+|coup\w+|lach\w+|suppri\w+|"
        r"bloque tout)"
        r"[^.]{0,25}(?:credit|pret|decouvert|facilite|ligne|lachee|tout)?|"
        r"\bbanque (?:nous |m'|me )?(?:a |ne )?(?:lach|sui[tv])|\bsaisie (?:sur|"
        r"de) (?:mon|"
        r"notre|nos) comptes?|compte(?:s)? (?:est |sont )?(?:saisi|bloque par)",
        ("Je suis à découvert jusqu'à la Toussaint.",),
        unless=r"decouvert (?:que|qu')|\biban\b|\brib\b|virement|carte|ordre",
    ),
    Rule(
        "mauvaise-passe",
        Label.HARDSHIP,
        r"\b(?:temps|mois|periode|passe|moment|annee|saison|hiver|ete|trimestre|"
        r"conjoncture|"
        r"situation|contexte)s? (?:\w+ ){0,2}"
        r"(?:durs?|dures?|rudes?|difficiles?|complique\w*|delicate?s?|noire?s?|"
        r"pourrie?s?|"
        r"catastroph\w+|tres (?:dur|difficile)\w*|critique|maudite?|blanche|"
        r"serree?s?|creuse|calamiteu\w+|penible|desastreu\w+|tendue?s?)|"
        r"\b(?:mauvaise|sale|difficile|dure|drole de) (?:passe|periode|saison|annee)|"
        r"\b(?:on est|nous sommes|suis|c'est|est|etre) (?:un peu |assez |tres |"
        r"deja assez |"
        r"vraiment |bien |deja |trop |super |hyper )*(?:justes?|serree?s?|short|"
        r"tendue?s?|charrette financierement)\b(?! (?:titre|retour|milieu|prix|de|"
        r"en (?:temps|"
        r"effectif)|que|au niveau (?:temps|planning)|niveau planning|une question|"
        r"un oubli|la|"
        r"le|un|une|pour|pas|mon|l'|d'|ma|qu))|"
        r"\b(?:activite|chiffre d'affaires|ca|ventes|"
        r"frequentation)\b[^.]{0,12}\b(?:chute|"
        r"effondre\w*|baisse\w*|plonge\w*|recule)|\b(?:baisse|chute|perte|effondrement|"
        r"recul) (?:\w+ )?(?:de |d'|du |des )?"
        r"(?:l'activite|activite|chiffre|ca\b|ventes|commandes|frequentation|revenus?|"
        r"clients?|emploi)|"
        r"\bperdu (?:mon|notre) (?:emploi|travail|boulot|plus gros|principal|gros)|"
        r"\b(?:au|de) chomage|\bau rsa\b|\bplus de salaire|\bsans emploi|"
        r"\b(?:fins? de mois|boucler le mois)\b[^.]{0,20}(?:difficile|dur|serre)|"
        r"\bnoye?s? sous les (?:dettes|factures|credits)|\bcroul\w+ sous|\bendett\w+|"
        r"\bclopinettes|\bruin\w+\b|\bcouler?\b[^.]{0,10}\b(?:boite|entreprise)|"
        r"\bse verse plus|\bplus de (?:clients?|commandes|chantiers?|travail)\b|"
        r"\bsans un client|\ba (?:tout )?pris\b[^.]{0,20}revenu|"
        r"\btres? peu de (?:rentrees|ventes|clients|commandes|visibilite)|"
        r"\bpas de rentrees|\bimpayes? (?:d'un|de (?:nos|mes|notre|plusieurs)|"
        r"important)|"
        r"\b(?:sortir|trouver|avancer) (?:\d[\d .]*|une telle somme|cette somme|autant)"
        r"[^.]{0,12}(?:d'un coup|d'un seul coup|en une fois)|"
        r"(?:le compte|ca) (?:ne )?(?:tiendrait|passerait) pas",
        (
            "On traverse une mauvaise passe depuis les travaux de la rue.",
            "Les temps sont durs à la ferme.",
            "On est un peu justes en ce moment avec la TVA à sortir.",
        ),
        unless=r"\b(?:date|delai)s? (?:est|sont) (?:tres )?(?:juste|serre)",
    ),
    Rule(
        "hardship-en",
        Label.HARDSHIP,
        r"\bcash ?flow\b|\bcash is (?:\w+ )?(?:tight|low)|\bmoney is (?:\w+ )?tight|"
        r"\bstruggl\w+|\bfinancial(?:ly)? (?:difficult\w*|trouble|hardship|strain|"
        r"position)|"
        r"\bcan(?:'t|not|t) afford|\bno (?:money|cash|funds) (?:left|at all|in)|"
        r"\bskint\b|"
        r"\bbroke\b(?! the| down| my)|\boverdraft|\btrade'?s? been (?:dead|slow|"
        r"terrible)|"
        r"\bbusiness (?:has been|is) (?:slow|dead|terrible|very quiet)|\bhard times|"
        r"\btough (?:time|month|year|quarter)s?|\blost (?:my job|our (?:biggest|main))|"
        r"\bnothing left to pay|\bdon'?t have the (?:money|funds|cash)|\bin the red\b|"
        r"\bout of (?:cash|money)|\btight (?:until|this|at|right)",
        ("Cash is really tight until the lambs go.", "We're struggling this quarter."),
        language="en",
    ),
    # --- several payments
    Rule(
        "en-plusieurs-fois",
        Label.PAYMENT_PLAN,
        rf"\b(?:en|sur) {_NUMBER} (?:fois|mensualites|echeances|versements|paiements|"
        rf"reglements|virements|parties|temps|mois|payes|cheques|semaines|tranches)\b|"
        rf"\ben \d ?x\b|\b\d ?x \d|\b\d ?x ?(?:\d|sans frais)|\ben plusieurs\b|"
        rf"\b{_NUMBER} (?:mensualites|versements|cheques|acomptes|tranches)\b"
        rf"(?! (?:ont ete|sont deja))|"
        rf"\b{_NUMBER} fois sans frais|"
        r"\betal\w+|\bechelon\w+|\bechean?ciers?\b|\bmensualis\w+|\bmensualites?\b|"
        r"\bfacilites? de paiement|\bpaiements? (?:fractionn\w+|echelonn\w+|partiels?)|"
        r"\bfractionn\w+|\bpetit a petit|petit bout par|\bau fur et a mesure\b|"
        r"\b(?:versement|paiement|virement|reglement)s? (?:mensuels?|reguliers?|"
        r"par mois|"
        r"hebdomadaires?)|\bpar petit\w* (?:bout|somme|montant|versement)\w*|"
        r"\bplan (?:de paiement|d'apurement|de reglement)|"
        r"\b(?:une|la) partie (?:maintenant|tout de suite|aujourd'hui|ce mois)\b",
        (
            "Serait-il possible de payer en trois fois ?",
            "Pouvons-nous étaler la somme sur quatre mois ?",
            "3x 600 ça vous va ?",
        ),
        unless=r"\b(?:a|dans|sur) l'echeancier|\b(?:rejet\w+|refus\w+|deja paye|mis|"
        r"facture\w*|compte\w*|venu\w*|relance\w*|"
        r"appel\w+) (?:en |a )?(?:deux|trois|plusieurs) fois|\bcalend\w+ des echeances|"
        r"abonnement|sur (?:les |ces )?(?:deux|trois|\d) (?:dernier|premier)|planning|"
        r"(?:jalon|livr|recett|garantie|retard|audit|mission|travaux|"
        r"chantier)\w* (?:\w+ )"
        r"{0,3}sur (?:deux|trois|quatre|six|\d+) mois|rosiers|solde[rs]? d'ete|offre",
    ),
    Rule(
        "tant-par-mois",
        Label.PAYMENT_PLAN,
        r"(?:\d[\d .,]*(?:€| ?euros?| ?e\b)?|cent|deux cents?|cinquante)\s*"
        r"(?:€ |euros? )?(?:par|/|chaque|tous les|a chaque|au) ?(?:mois|semaine|"
        r"quinzaine)|"
        r"\b(?:chaque|tous les|par) mois\b[^.]{0,20}\b\d+|"
        r"\b(?:un|l'un) (?:par|chaque|tous les) mois|l'un apres l'autre",
        ("200 par mois c'est tout ce que je peux, ok pour vous ?",),
        unless=r"abonnement|factur\w+|forfait|intervention|maintenance|loyer|"
        r"au lieu de|"
        r"tarif|contrat|option",
    ),
    Rule(
        "plan-en",
        Label.PAYMENT_PLAN,
        r"\binstal?lments?\b|\bpayment plan|\b\d+ a (?:month|week)|\bper month|"
        r"\ba month\b|"
        r"\bmonthly\b|\bspread (?:it|this|the)|\bin (?:two|three|four|several|\d) "
        r"(?:payments|parts|goes|instal)|\bpay it off\b|\bhalf (?:now|today|this)\b|"
        r"\bpart payments?|\bstagger",
        ("Could I pay it off at 150 a month?", "Can we do this in instalments?"),
        unless=r"subscription|retainer|end of (?:the |this )?month|charged|billed|"
        r"(?:for|in|within|about|over) a month\b",
        language="en",
    ),
    # --- more time
    Rule(
        "demande-de-delai",
        Label.EXTENSION,
        r"(?:<YOU_CAN>|<QUESTION_ME>|laiss\w+|accord\w+|octroy\w+|consent\w+|"
        r"solicit\w+|"
        r"sollicit\w+|demand\w+|souhait\w+|aimerai\w+|besoin|voudrai\w+|possible|"
        r"faudrait|envisag\w+|esper\w+|merci pour|obtenir|permettez|encore|"
        r"donne[zr]?[- ](?:nous|moi))"
        r"[^.?!]{0,60}\b(?:delais?(?! de (?:livraison|paiement (?:est|de))|"
        r"s? contractuel)|"
        r"sursis|report(?:er|ions|e)?\b|repouss\w+|decal\w+|differ(?:er|ions)|"
        r"prolong\w+|"
        r"patient(?:er|iez|ez)\b|attendre\b|suspend\w+ (?:l'echeance|les relances)|"
        r"(?:un peu|davantage|plus) de (?:temps|repit|souplesse|marge|patience)|"
        r"un peu d'air|un (?:petit )?(?:moratoire|repit)|"
        r"(?:jours?|semaines?|mois) (?:de plus|supplementaires?|de delai)|"
        r"jusqu'(?:a|au|aux|en)\b)",
        (
            "Vous pouvez m'accorder un petit délai ?",
            "Serait-il envisageable de repousser l'échéance au 30 avril ?",
            (
                "Laissez-nous encore un mois, il nous faut un délai. "
                "Pourriez-vous nous laisser jusqu'au 10 mai ?"
            ),
        ),
        unless=r"\b(?:depuis|apres) (?:un |ce |le |long )*delai|j'attends|"
        r"nous attendons|"
        r"\bfai(?:t|re|ites) attendre|ne (?:vous )?fer\w+ (?:plus |pas )?attendre|"
        r"merci (?:de|pour) (?:votre )?patience|desole[es]? (?:de|pour) (?:ce|le|l'|"
        r"vous|cette) ",
        but_not=("Désolé pour ce délai, je n'ai pas eu le temps.",),
    ),
    Rule(
        "report-demande",
        Label.EXTENSION,
        r"\b(?:un|le|ce) report (?:d'|de |du |a |au )|\bdemande\w* (?:de |"
        r"un )(?:report|delai)|"
        r"\b(?:un|petit|leger|court) delai (?:supplementaire|de (?:quelques|deux|trois|"
        r"\d+))|"
        r"\bjours de grace\b|\blaisse[zr]?[- ](?:moi|nous) (?:encore |juste |"
        r"donc )?(?:jusqu|un peu|un mois|"
        r"une semaine|(?:\d+|deux|trois|huit|dix|quinze|quelques|une (?:dizaine|"
        r"quinzaine|"
        r"huitaine) de) (?:jours|semaines|mois)|le temps|"
        r"souffler)|"
        r"\b(?:encore|besoin de) (?:\d+|deux|trois|quelques|une?) (?:semaines?|mois|"
        r"jours?)"
        r"(?: svp| s.il| de plus|$| si| pour| je| jsuis| j.)|"
        r"\b(?:\d+|un|une|deux|trois|quelques) (?:jours?|semaines?|"
        r"mois) de plus\b(?! que)|"
        r"\bsoye?z? (?:un peu )?patient|\bun peu de patience\b|"
        r"\bsoul\w+ (?:beaucoup|grandement|bien|un peu)",
        (
            "svp encore 3 semaines je suis à découvert",
            "laissez moi un peu de temps svp",
            "Un report d'échéance à fin septembre nous soulagerait beaucoup.",
        ),
        unless=r"laisse[zr]?[- ](?:moi|nous) le temps de (?:retrouver|regarder|"
        r"verifier)|"
        r"pas un jour de plus|retard|merci de votre patience",
    ),
    Rule(
        "question-de-date",
        Label.EXTENSION,
        r"\b(?:vous|te|t') (?:irait|conviendrait|convient|va)\b|"
        r"\b(?:ca|cela|ce|c'est|c|est-ce|est ce|la date|c'est) ?(?:vous |te |t')?"
        r"(?:irait|va\b|convien\w+|conviendrait|arrange\w*|est (?:possible|ok|jouable|"
        r"bon)|"
        r"serait (?:possible|bon|jouable|ok)|ok|possible|bon|grave|gene\w*|pose)|"
        r"\b(?:possible|d'accord|ok|envisageable|jouable) ?(?:pour vous |si |pour |"
        r"que )?|"
        r"\bon peut (?:dire|faire|partir|decaler|voir|caler|fixer|attendre)|"
        r"(?:<QUESTION_ME>|<YOU_CAN>)[^.?]{0,50}(?:<PAY_INF>|caler|fixer|decal\w+|"
        r"payer|"
        r"regler|la date|l'echeance|encaisser)|"
        r"\b(?:vous|tu) (?:patient|attend)\w+|\bsi (?:je|on|nous) (?:vous |te |la |"
        r"le )*(?:<PAY_PRES>|<PAY_COND>|fais|fait)\b|"
        r"\bque (?:diriez|dites|penseriez|dirais)[- ](?:vous|tu)|"
        r"\b(?:dire|faire|plutot) (?:plutot )?(?:pour )?(?:fin|mi|debut|le|au)\b|"
        r"revenir sur la date",
        ("le 15 ça vous irait ??", "on peut dire fin novembre plutôt ?"),
        question=True,
        unless=r"\ben (?:\d|deux|trois) ?(?:fois|x)|\bpar mois|\brib\b|\biban\b|copie|"
        r"facture (?:en|au) (?:pdf|nom)|renvoyer|envoyer|faire parvenir|detail\w+|"
        r"\bmensu|confirmer|echelon|etaler",
    ),
    Rule(
        "extension-en",
        Label.EXTENSION,
        r"\b(?:can|could|would|may|might) (?:you|we|i)\b[^.?]{0,50}"
        r"(?:hold off|wait|give (?:me|us)|until|till|extend|extension|more time|"
        r"bear with|extend the due date|push|postpone|pay (?:it |this |you )?(?:on|by|"
        r"next|at|in)|do the \d|"
        r"make it|defer|delay)|\bany chance\b[^.?]{0,60}|"
        r"\b(?:extension|more time|extra (?:time|week|month|days)|grace period|"
        r"another (?:week|month|fortnight|few (?:days|weeks)))\b|"
        r"\bwould (?:it|that|the|next|\w+day) (?:be (?:ok|okay|possible|alright|"
        r"all right|fine)|"
        r"work|suit)|\b(?:is|are) (?:it|that|you) (?:ok|okay|possible|alright|"
        r"all right) "
        r"(?:if|with|for)|\bplease (?:hold off|be patient|bear with|wait)",
        (
            "Any chance you could give me till the 20th?",
            "could we do the 30th instead?",
            "Can you hold off until then?",
        ),
        unless=r"resend|send (?:me|us|it|over|a|the|your)|\ba month\b|instal|"
        r"bank details|\bpo\b|copy",
        language="en",
    ),
)
