"""The words that tell what a date is for, as data: folded, most telling first.

In these expressions the date itself is the character NUL.
"""

import re

from relancebot.reading.dates.found import Role

_MONEY = (
    r"(?:virements?|vir|cheques?|paiements?|payements?|reglements?|versements?"
    r"|mandats?|mandatements?|prelevements?|lettres?-cheques?|acomptes?|soldes?)"
)
#: What is done with money and papers: the participle without its last letter, which
#: is "é" for those who write accents.
_STEMS = (
    r"(?:pay|regl|vir|vers|sold|acquitt|honor|apur|effectu|execut|envoy|expedi|post"
    r"|adress|mandat|ordonnanc|debit|credit|encaiss|depos|pass|sign|donn|valid|liber"
    r"|lanc|quitt|rembours|lettr|desinteress|liquid)"
)
_OTHERS = (
    r"(?:emise?|transfere|transmise?|remis|faite?|parti|sorti|clos|refait|saisi"
    r"|(?:mise?|miss?) (?:en|au) paiement)"
)
_DONE = rf"(?:{_STEMS}[eé]|{_OTHERS})e?s?\b"
_DONE_SURE = rf"(?:{_STEMS}é|{_OTHERS})e?s?\b"
_WILL = r"(?:sera|seront|serez|serons|seras|serai|seriez|serait|etre|soit|soient|soyez)"
#: Before a final "é": these plan a day, or are nouns.
_NOT_PLANNED = (
    r"(?<!programm)(?<!repouss)(?<!report)(?<!decal)(?<!planifi)(?<!cal)(?<!fix)"
    r"(?<!moiti)(?<!alit)(?<!ilit)(?<!iet)"
)
_NOT = r"(?:ne|n'|n|nous ne|j'n|jn)\b"

#: The noun that a date hangs on: "votre mail de jeudi".
BOUND_NOUNS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:{nouns})$"))
    for role, nouns in (
        (
            Role.RECALL,
            (
                r"\b(?:mails?|e-?mails?|messages?|courriels?|courriers?|lettres?"
                r"|relances?"
                r"|rappels?|appels?|echanges?|conversations?|entretiens?|discussions?"
                r"|mises? en demeure|demandes?|notifications?|sms|reclamations?)\b"
                r"(?: \S+){0,3}? (?:du|de|d'|des|dat[eé]e? du|en date du|recue? "
                r"le)"
                r"(?: du)? ?"
            ),
        ),
        (
            Role.INVOICE,
            (
                r"\b(?:factures?|notes?|avoirs?|devis|commandes?|contrats?|prestations?"
                r"|missions?|interventions?|visites?|pieces?|honoraires|bons?"
                r"|conventions?"
                r"|march[eé]s?|lois?|decrets?|arret[eé]s?|ordonnances?|jugements?"
                r"|articles?|pv"
                r"|proces-verba\w+|attestations?|formations?|journ[eé]es?|seances?"
                r"|ateliers?"
                r"|audits?|factura\w+|extraits?|statuts|numeros?|editions?"
                r"|echographies?)\b"
                r"(?: (?!est|sera|sont|au|à|en|par)\S+){0,3}? (?:du|de|d'|des"
                r"|dat[eé]e?s? "
                r"du|en date du|emise?s? le"
                r"|signee?s? le|etablie?s? le|recue?s? le|livree?s? le)(?: du)? ?"
            ),
        ),
        (
            Role.PAST,
            (
                r"\b(?:operation|mandat(?: postal)?|lettre-cheque|avis d'\w+|preuve"
                r"|releve"
                r"|debit|virement|cheque)s?"
                r"(?: (?:postal|bancaire|instantane|n\S+ \S+))?"
                r"(?: du| en date du|(?: \S+){0,4}? dat[eé]e?s? du) ?"
            ),
        ),
        (
            Role.RECALL,
            r"\b(?:e-?mails?|letters?|reminders?|messages?|calls?) (?:of|from|dated) ",
        ),
        (Role.INVOICE, r"\b(?:invoices?|order|contract) (?:of|from|dated) "),
        (
            Role.OTHER,
            r"\b(?:ne|nee|age|anniversaire|version|edition|en date) (?:le|du|de) ?",
        ),
    )
)
#: A payment run, a due date: its day is the day of a payment.
DEFERRED_NOUNS = re.compile(
    r"\b(?:celui|celle|ceux|mandatements?|bordereau|echeances?|echeancier|lots?"
    r"|campagnes?|trains?|tournees?|batch|bordereaux?"
    r"|passages?|remises?|series?|vagues?|prochain\w*)\b(?: \S+){0,3}? (?:du|de|des) ?$"
)
SINCE = re.compile(r"depuis\b|since\b")
NEGATED_BEFORE = re.compile(
    r"\b(?:pas|ni|plus|not|non)(?: (?:ce|le|d'ici|pour|by|on))? $"
)
QUESTIONS = re.compile(
    r"\b(?:serait-il|serait il|est-ce qu|est ce qu|pouvez-vous|pouvez vous|peut-on"
    r"|peut on|pourrait-on|pourriez|pourrions-nous|pourrais-je|puis-je|peux-tu"
    r"|accepteriez|accepteriez-vous|consentiriez|que diriez|seriez-vous|auriez-vous"
    r"|verriez-vous|possible de|est-il possible|vous irait|te va\b|vous va\b"
    r"|vous convient|vous conviendrait|could you|could we|can we|would it|may we"
    r"|is it possible)|\b(?:sollicit\w+|un report|report d'echeance|un delai jusqu"
    r"|patienter|nous accorder|nous laisser|laissez-nous|laissez nous|laissez-moi)\b"
)

CUES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(cue))
    for role, cue in (
        (
            Role.DUE,
            (
                r"\b(?:vous|te|t') ?(?:paiera|payera|reglera|virera|versera"
                r"|fera (?:le|un|son) (?:virement|cheque|reglement|paiement))\w*"
            ),
        ),
        # "pas avant le 2", "ne … que le 15" are promises all the same.
        (
            Role.DUE,
            (
                rf"{_NOT}.{{0,40}}\b(?:pay|regl|vir|vers|sold)\w*.{{0,20}}\bqu(?:e|'a"
                rf"|'au)?"
                r"\b[^,]{0,12}\x00|\bpas plus tard que \x00"
            ),
        ),
        (
            Role.NEGATED,
            (
                rf"\b{_NOT} ?(?:(?:vous|te|le|la|les|lui|l'|y|en) ?){{0,2}}(?:pourr\w+"
                rf"|peu[xt]"
                r"|pouvons|puis|peuvent|pay\w+|paie\w*|regl\w+|vir\w+|vers\w+|part\w*"
                r"|sort\w*"
                r"|ser\w+|fer\w+|dis|dit|vais|va|vont|aur\w+|depend\w*|pren\w+|touch\w+"
                r"|promets?|sold\w+) (?:\w+ ){0,2}?(?:pas|plus|jamais|rien|aucun\w*|ni"
                r"|point"
                r"|guere)\b(?! avant\b)(?! plus tard)"
                rf"|\b(?:aucun\w*|plus aucun\w*|pas de) (?:{_MONEY}|decaissement)\b"
                r"|\brien ne \w+|\brien \x00|\bpas possible\b|\bimpossible\b"
                r"|\bincapable|\b(?:peux"
                r"|peut|pouvons|pourrai|pourra"
                r"|compte[zr]?"
                r"|paye|paie|regle) pas\b(?! avant)|\bn'y comptez"
                r"|\b(?:cannot|can't|won't|will not|unable|not be able|not going to)\b"
            ),
        ),
        (
            Role.DUE,
            (
                r"\b(?:vous|vs|tu|t'|jte|je te|je vous|on vous|nous vous) ?"
                r"(?:etes|es|serez|seras|sera|serons|le serez)? ?(?:tous |donc |bien )?"
                r"(?:pay[eé]|regl[eé]|vir[eé]|sold[eé]|credit[eé]|servi|vers[eé])e?s?\b"
            ),
        ),
        (
            Role.RECALL,
            (
                r"\b(?:j?ai|as|a|avons|avez|ont) (?:\w+ )?pas (?:\w+ )?pu\b"
                r"|\b(?:avais|avait|avions|aviez|avaient) (?:\w+ ){0,3}?(?:\w+é[es]*"
                r"|dit"
                r"|ecrit"
                r"|promis|annonce|indique|prevu|parle|confirme|demande|convenu|envoye"
                r"|espere"
                r"|pense|emis|transmis|mis|fait|recu)\b"
                r"|\b(?:devais|devait|devions|deviez|devaient|pensais|pensait|pensions"
                r"|esperais|esperions|comptais|comptions|voulais|etait (?:prevue?|due?"
                r"|payable|a payer)|etais)\b"
                r"|\b(?:aurais|aurait|aurions) (?:\w+ ){0,2}?(?:aime|voulu|prefere|du"
                r"|pu|ete)"
                r"|\b(?:au lieu|a la place|plutot qu[e']?) ?(?:du? )?\x00"
                r"|\b(?:(?:had )?(?:said|told|promised|hoped)|was (?:due|supposed)"
                r"|should "
                r"have)\b"
            ),
        ),
        (Role.DUE, rf"\b{_WILL} (?:\w+ ){{0,3}}?{_DONE}"),
        (
            Role.PAST,
            r"\b(?:j?ai|as|a|avons|avez|ont|avoir|ayant) (?:\w+ ){0,3}?(?:ete |deja "
            r"|bien"
            r" )*"
            + _DONE
            + r"|\b(?:est|sont|suis|etant|etes|es) (?:\w+ ){0,2}?(?:ete |deja |bien "
            r"|donc )*"
            r"(?:parti|sorti|pass[eé]|arriv[eé]|tomb[eé]|all[eé]|venu|rentré"
            r"|rest[eé])e?s?\b"
            r"|\b(?:est|sont|c'est|etait) (?:\w+ ){0,2}?"
            + _DONE
            + r"(?: \w+){0,3} \x00|\bviens? d[e']|\bvenons d[e']|\b(?:avez|as|a|ont) "
            r"du\b|^\W*(?:bien )?(?:vu|recu|not[eé])\b"
            r"|\b(?:paid|sent|wired|posted|settled|transferred|cleared|remitted|went "
            r"out"
            r"|was (?:made|paid|sent|released)|has been|have been)\b(?<!be paid)",
        ),
        (
            Role.OTHER,
            (
                rf"\b{_WILL} (?:\w+ ){{0,2}}?(?:recu|livr[eé]|restitu[eé]|examin[eé]"
                r"|etudi[eé]|present[eé]|ferm[eé]|ouvert|absent|rendu"
                r"|remplac[eé])e?s?\b"
                r"|\x00 ?(?:tombe|etant|est (?:un|ferie|trop))\b"
            ),
        ),
        (
            Role.THIRD_PARTY,
            (
                r"\b(?:client|clients|locataire|assur\w+|donneur d'ordre|maitre "
                r"d'ouvrage"
                r"|acheteur|debiteur|caf|region|etat|subvention|cpam|mairie)\b.{0,40}"
                r"\b(?:nous|me|m')\s?(?:paie|paye|paient|payent|regle|reglent|verse"
                r"|versent"
                r"|credite|vire|rembourse|paiera|payera|reglera|versera|doit|ont? "
                r"promis)"
                r"|\b(?:nous|me|m')\s?(?:paie|paye|paient|payent|regle|reglent|verse"
                r"|versent"
                r"|creditent?|rembourse|paiera|payera|reglera|versera|paieront)\b(?! "
                r"pas)"
                r"|\b(?:pays?|paid|owes?) us\b|\ble notaire\b|\bj'attends\b|\bnous "
                r"attendons\b|\bon attend\b"
            ),
        ),
        (
            Role.OTHER,
            (
                r"\b(?:redressement|liquidation|sauvegarde|tribunal|jugement|retraite"
                r"|garantie|abonnement|remonte\w*|prend fin|expire\w*|court jusqu"
                r"|demenag\w+|cess[eé]e?s?|cessation|repondre|ecrivez|ecrire|adressez"
                r"|contactez)\b|\b(?:vous|tu) (?:avez|as) \x00"
            ),
        ),
        (Role.PAST, r"\bs'(?:est|etait|sont|etaient) \w+"),
        (
            Role.ABSENCE,
            (
                r"\b(?:fermé\w*|fermee?s|ferment|fermons|fermeture\w*|cong[eé]s?"
                r"|absente?s?"
                r"|absence|arrive|arrivent|arrivera|vacances|de retour|(?:mon|son) "
                r"retour|revien[st]\w*(?! vers)"
                r"|rentre|rentrons|rentrerai|reouv\w+|rouvr\w+|reprise|reprenons"
                r"|pas la\b|pas dispo\w*|pas joignable|pas au bureau|indisponible"
                r"|injoignable|en deplacement|teletravail|arret maladie"
                r"|f[eé]ri[eé]e?s?|repart\w*|out of (?:the )?office|on leave|on holiday"
                r"|annual leave|return to|returning|(?<!you )(?<!it )back (?:in|on"
                r"|\x00)|be back|travell?ing"
                r"|ouverts?)\b"
                r"|\b(?:on|nous|bureaux?|banques?|magasin|usine|atelier|boutique"
                r"|agence|restaurant|garage)s? (?:\w+ ){0,2}ferm[eé]e?s?\b"
            ),
        ),
        (
            Role.CALL,
            (
                r"\b(?:rappelle\w*|appelle\w*|telephone\w*|recontacte\w*|contacte\w*"
                r"|reponds?|repondrai?|reponse|reviens vers|revenons vers|reviendr\w+ "
                r"vers"
                r"|tiens au courant|tiendrai\w*|fais le point|faisons le point|fera le "
                r"point"
                r"|fait le point|en parle|en cause\w*|en discut\w*|confirme\w*|ecris"
                r"|ecrirai|transmets|saurai|saura|saurons|renseigne\w*|regarde\w*"
                r"|verifie\w*|vois (?:avec|ca"
                r"|cela)"
                r"|call you|get back to you|let you know|check with)\b"
            ),
        ),
        (
            Role.MEETING,
            (
                r"\b(?:reunions?|reunit|rdv|rendez-vous|rendez vous|visio\w*|comit[eé]"
                r"|assembl[eé]e"
                r"|conseil|commission|audience|convocation|se voit|se verra|se retrouve"
                r"|s[eé]minaire|salon|tournoi|convention|portes ouvertes|colloque"
                r"|inauguration"
                r"|ag\b|meeting|conference|webinaire|atelier|formation|stage|spectacle"
                r"|concert|representation|mariage|vote|statue\w*|tranche\w*)\b"
            ),
        ),
        (
            Role.DELIVERY,
            (
                r"\b(?:commercial|technicien|collegue|livreur|facteur|mari|fils"
                r"|associe|expert|huissier)\b"
                r".{0,20}\bpass|\b(?:livraisons?|livrer|livr[eé]\w*|livrons|livrera\w*"
                r"|expedition"
                r"|colis"
                r"|palettes?|camion|chauffeur|marchandises?|recuperer|chercher"
                r"|deliver\w*"
                r"|shipment|installation|intervention|chantier|travaux|demarr\w+"
                r"|commence\w*"
                r"|debute\w*)\b"
            ),
        ),
        (
            Role.INVOICE,
            (
                r"\b(?:echue?s?|exigible|emise?s?|facturée?s?|datée?s?|datees?"
                r"|sign[eé]e?s?|etablie?s?"
                r"|recue?s?|prescrite?|resilie\w*|dated|issued|due "
                r"since)\b[^,]{0,12}\x00"
                r"|\bechue?s?\b"
            ),
        ),
    )
)
#: A participle without its verb speaks of its own clause alone: "viré le 3".
DONE = re.compile(
    rf"^\W*(?:deja |bien )?{_DONE}[^,]{{0,24}}\x00"
    rf"|\b(?:{_MONEY}|ordre|mandat|bordereau|carte|moiti[eé]|tiers|solde"
    rf"|acompte"
    rf"|facture|operation)s?\b(?: \S+){{0,5}}? (?:deja |bien )?{_DONE_SURE}"
    r"(?! pour\b)[^,]{0,24}\x00"
    rf"|\b{_MONEY} (?:deja |bien )?{_DONE}(?! pour\b)[^,]{{0,16}}\x00"
    r"|\bsold(?:ée?|ee) de "
    rf"|^\W*\w{{3,}}{_NOT_PLANNED}é(?:e|s|es)?"
    r"\b(?! pour)[^,]{0,20}\x00"
    rf"|{_NOT_PLANNED}é(?:e|s|es)? \x00"
    r"|\b(?:j?ai|as|a|avons|avez|ont) (?:\w+ ){0,3}?(?:\w{2,}é(?:e|s|es)?"
    r"|pris|repondu|attendu|venu|mise?s?"
    r"|remise?s?|recue?s?|tenu|vu|eu|perdu|rendu|vendu|repris|atteint"
    r"|obtenu"
    r"|ouvert|compris|appris|promis|dit|ecrit)\b|\batteinte?s?\b"
    r"|\battendue?s?\b"
)
#: The clause speaks of a payment to come.
PAYS = re.compile(
    rf"\b(?:{_MONEY}|pay\w*|paie\w*|regl\w+|vire\w*|vers\w+|sold\w+|acquitt\w+|honor\w+"
    r"|rembours\w+|credit\w+|execut\w+|mandat\w+|echeanc\w+|partir\w*|part|partent"
    r"|partira|fonds|argent|somme|totalit[eé]|moiti[eé]|solde|reste|reliquat|complement"
    r"|tiers|acompte|du|lot|campagne|batch|pay run|payment|paid|settle\w*|wire\w*"
    r"|transfer\w*|send\w*|sort|release\w*|money|funds|balance|fais|fait|ferai|faire"
    r"|aurez|auras|aura|recevrez|ce sera|sera|seront|serez|suivra|suivront|suit"
    r"|\w{3,}(?:erai|era|erons|eront|irai|ira|irons|iront)|calé|prévu|prevue?s?"
    r"|programm\w+|planifi\w+|va|vais|allons|vont)\b"
)
#: These in a clause make even "à la réouverture" the day of a payment.
PAYMENT = re.compile(
    rf"\b(?:{_MONEY}|argent|fonds|somme|(?:paie|paye|regle|vire|verse|paierai|reglerai"
    rf"|payer|regler)\w*)\b"
)
#: A noun that the date belongs to: "ma paye du 28", "la liste de novembre".
ATTRIBUTE = re.compile(
    r"\b(?!(?:partir|compter|dater|alentours|environs|autour|lors|cours|courant|fin"
    r"|debut|milieu"
    r"|pres|valeur|date|et|ou|mais|car|donc|puis|virements?|paiements?|payements?"
    r"|reglements?|campagne|versements?|jusque?|avant|apres|plus|tard|vers)\b)"
    r"(?!(?:celui|celle|ceux|mandatement|echeance)\b)[a-z]{3,} $"
)
#: What somebody else is to do, or what is only supposed.
CONDITIONS = re.compile(
    r"^\W*(?:si|s'|if|des que|quand|lorsque|when|once) ?\b(?!possible)"
    r"|(?<!vous )(?<!vous nous )\b(?:transmettez|communiquez|renvoyez|envoyez|adressez"
    r"|repondez|appelez|rappelez|confirmez|faites|passez|prevenez|please|merci de"
    r"|pri[eè]re de)\b"
)
#: The payment itself stands in the clause of the condition: "dès que je l'ai ça part".
CONCLUDES = re.compile(
    r"\b(?:je|j'|jte|on|nous|ca|vous|tu)\W+(?:\w+ )?(?:vire|virons|regle|part|paye|paie"
    r"|payons|fais|verse|serez|etes|aurez|auras|ferai|paierai|reglerai|envoie)\w*"
)
#: A clause that has a subject of its own takes no verb from the clause before.
SUBJECT = re.compile(
    r"\b(?:je|j|jte|on|nous|vous|tu|il|elle|ils|elles|ca|c|cela)[ '](?!\x00)\w+"
)
#: A plan undoes a participle: "mise en paiement prévue le 20".
PLANNED = re.compile(
    r"\b(?:prevue?s?|programm\w+|planifi\w+|cal[eé]e?s?|inscrite?s?)\b"
)
