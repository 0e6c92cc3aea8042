"""A payment is announced in the name of others: staff, a bank, a board, a schedule."""

from relancebot.reading.claims.frame import Event, Frame

_DAY_NAME = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)"
#: What a payment is called when somebody is to make it.
_PAYMENT = (
    r"(?:<TRANSFER>|mandatements?|decaissements?|ordonnancements?|liberation|transfert|"
    r"mises? en paiement|(?:votre |la |cette |vos |les )?factures?|"
    r"(?:la |votre |cette )?(?:somme|creance|dette)|solde)"
)
_ITS = (
    r"(?:le |la |les |l'|un |une |ce |cette |ces |votre |vos |ton |tes |notre |nos |"
    r"au |aux |a (?:votre |vos |ce |cette |la |l'|un |une |son |leur )|du |de la |"
    r"de votre |de ce )"
)
_OWN_PEOPLE = (
    r"(?:comptab\w+|compta\b|secretaire|associee?s?|tresori\w+|services? \w+|direction|"
    r"siege|banque|mairie|commune|epouse|femme|mari|compagne|compagnon|collegues?|"
    r"assistante?|gerante?|patronn?e?|chef\w*|gestionnaire|daf|raf|tresor public|"
    r"regisseu\w+|fils|fille|s(?:oe|œ)ur|frere|mere|pere|societe|entreprise|groupe|"
    r"association|syndic|maison mere|filiale|cabinet|etude|notaire|fiduciaire|equipe|"
    r"regie|ordonnat\w+|administration|agence|finances?|responsable|directeur|"
    r"directrice|cooperative|office|etablissement|fondation|college|lycee|hopital|"
    r"centre|copropriete|region|departement|communaute|mme \w+|m\. \w+|mr \w+|"
    r"monsieur \w+|madame \w+|lui|elle|ils?|elles)"
)
_SETTLED = (
    r"(?:prevue?s?|programmee?s?|calee?s?|planifiee?s?|positionnee?s?|inscrite?s?|"
    r"integree?s?|retenue?s?|selectionnee?s?|notee?s?|ajoutee?s?|fixee?s?|mise?s?)"
)

COMMITS_OTHERS: tuple[Frame, ...] = (
    Frame(
        "quelqu-un-paiera",
        Event.COMMIT,
        rf"\b(?:<SEND_FUT>|<PAY_FUT>|signera|signeront)\s(?:<ADV>)*{_ITS}"
        rf"(?:\w+ )?{_PAYMENT}\b|"
        rf"\b(?:s'occupera|s'occuperont|se chargera|se chargeront) {_ITS}(?:\w+ )?"
        rf"{_PAYMENT}\b",
        (
            "La comptable fera le virement lundi",
            "Le service financier procédera au virement lundi 30",
        ),
        unless=r"\b(?:nous|me|m'|lui|leur) (?:<SEND_FUT>|<PAY_FUT>)|\bfera[- ]t[- ]|"
        r"\b(?:ne|n') ?(?:<CLIT>)*(?:<SEND_FUT>|<PAY_FUT>)|\b(?:duplicata|copie|"
        r"avoir|rib)\b",
    ),
    Frame(
        "quelqu-un-paie",
        Event.COMMIT,
        rf"\b{_OWN_PEOPLE}\s(?:<CLIT>)*(?:fait|effectue|emet|adresse|envoie|"
        rf"envoi|lance|"
        rf"passe|signe|execute|depose|vire|regle|paie|paye|verse|poste|remet|procede|"
        rf"expedie|libere|debloque|solde|font|effectuent|envoient|signent|virent|"
        rf"reglent|paient|payent|versent|procedent)\s(?:<ADV>)*{_ITS}(?:\w+ )?"
        rf"{_PAYMENT}\b|"
        r"\b(?:banque|etablissement bancaire)\s(?:<CLIT>)*(?:debite|debitera|execute|"
        r"executera|vire|virera|transfere|transferera)\b|"
        r"\b(?:sera|serons|seront|sommes|suis) debitee?s?\b",
        (
            "Ma secrétaire vous adresse le chèque lundi",
            "la banque débite fin février",
        ),
        unless=r"\b(?:a|ont|ai|avons) (?:<ADV>)*(?:fait|effectue|adresse|envoie|lance|"
        r"passe|signe|execute|depose|vire|regle|paye|verse|poste)|"
        r"\b(?:nous|me|m'|lui|leur) (?:fait|verse|paie|paye|vire|regle|doit)|"
        r"\b(?:ne|n') ?(?:<CLIT>)*(?:fait|effectue|emet|envoie|signe|vire|regle|paie|"
        r"paye|verse)|\bclients?\b|\bsi (?:l|n|m)\w* ",
    ),
    Frame(
        "quelqu-un-doit-payer",
        Event.COMMIT,
        r"\b(?:doit|doivent|va|vont|devrait|devraient|compte|comptent|pourra|pourront|"
        r"prevoit|prevoient)\s(?:bien |donc |normalement |juste |de )*"
        r"(?:vous |te |vs |t')(?:le |la |les |l'|en )?(?:<PAY_INF>|faire (?:le|un|ce|"
        r"parvenir) |adresser (?:le|un|votre) |envoyer (?:le|un|votre) )|"
        r"\b(?:ca|cela|il|elle|ils|elles|tout|le tout)\s(?:devrait|devraient|doit|va|"
        r"vont)\s(?:<ADV>)*(?:partir|arriver|suivre|tomber|passer (?:au|le|dans|en)|"
        r"sortir|etre (?:<PAY_PP>|fait|bon|regularis\w+))\b|"
        r"\b(?:il est |c'est |est bien |avons |j'ai |reste )?prevu (?:bien )?(?:de |d')"
        r"(?:vous |te |l'|le |la )*(?:<PAY_INF>|effectuer|proceder)",
        (
            "La trésorerie doit vous virer lundi",
            "Ça devrait partir lundi",
            "Il est prévu de vous régler le 5 décembre",
        ),
        unless=r"\b(?:clients?|locataires?|assureur|subvention)\b[^.;]{0,25}(?:doit|va|"
        r"devrait)|\bne (?:doit|va|devrait)|\b(?:camion|colis|courrier|livraison)\b",
    ),
    Frame(
        "mis-en-paiement",
        Event.COMMIT,
        r"\b(?:sera|seront|va etre|vont etre|devrait etre|devraient etre|pourra etre|"
        r"doit etre|est a)\s(?:<ADV>)*(?:mise?s? (?:en|au|a) (?:paiement|reglement|"
        r"virement|la banque|poste)|mandate\w*|ordonnanc\w+|procede (?:a|au)|"
        r"liquide\w*|"
        r"decaiss\w+|debourse\w*|prise?s? dans|integree?s? (?:a|au|dans)|repris\w* (?:"
        r"dans|sur)|"
        r"disponibles? sur)\b|"
        r"\b(?:<TRANSFER>|ordre)s?\b[^.;,]{0,25}\b(?:sera|seront|va etre|devrait etre) "
        r"(?:<ADV>)*(?:emis|signe|depose|execut|lance|libere|debloque)\w*\b|"
        r"\b(?:decaissement|debit|mandatement|ordonnancement|mise (?:en|au) paiement|"
        r"deblocage|liberation des fonds|transfert|liquidation (?:de|du) \w+)s?\b"
        r"[^.;:]{0,40}?\b(?:interviendr\w+|intervient|est (?:bien )?(?:prevue?|"
        r"programmee?|calee?|planifiee?|fixee?|pour|au)|aura lieu|auront lieu|"
        r"sera (?:fait|effectue|realise)\w*|se (?:fera|fait)|prevue?|programmee?)\b|"
        r"\b(?:paiements?|reglements?|virements?)(?: (?:des )?fournisseurs)? "
        r"(?:ont lieu|se font|auront lieu|partent|sont (?:emis|faits|effectues|"
        r"traites))\b",
        (
            "Elle sera mise en paiement à partir du 22",
            "Le décaissement interviendra le 9 avril",
        ),
        unless=r"\b(?:facture|piece|elle) (?:doit|devra) etre (?:emise|depose)|"
        r"\b(?:recours|plainte|devis|bon de commande|avoir)\b",
    ),
    Frame(
        "c-est-programme",
        Event.COMMIT,
        rf"\b(?:vous|tu|vs)\s(?:y )?(?:etes|es|serez|seras)\s(?:<ADV>)*{_SETTLED}\b|"
        rf"\b(?:est|sont|a ete|ont ete|sera|seront)\s(?:<ADV>)*{_SETTLED}\s"
        rf"(?:<ADV>)*(?:pour (?:le |la |ce |fin |mi|debut |{_DAY_NAME}|demain|"
        rf"paiement)|au \d|au {_DAY_NAME}|le \d|{_DAY_NAME}|fin |mi-|debut |"
        rf"en (?:paiement|reglement|date|semaine)|semaine|a (?:l'echeance|la date|"
        rf"echeance)|demain|sous)|"
        r"\b(?:ai|avons|a|ont|j'|on)\s(?:<ADV>)*(?:programme|planifie|cale|prevu|"
        r"positionne|pose|cree|saisi|enregistre|mis en place|rentre)e?s?\b[^.;]{0,25}"
        r"\b(?:<TRANSFER>|ordres? (?:permanents?|de \w+)|paiement|(?:la|votre|cette) "
        r"facture)|"
        r"\b(?:ordre (?:de \w+ )?|ordres? permanents?|virement)s? (?:est |sont )?"
        r"(?:bien )?(?:cree|saisi|enregistre|programme|pose|mis en place)e?s?\b"
        r"[^.;]{0,12}\b(?:pour|au|le|a effet|execution)\b|"
        r"\bbonne? a payer\b(?! depuis)|"
        r"\b(?:date|echeance) (?:de |d'|du )?(?:paiement|reglement|execution|virement|"
        r"valeur|retenue|prevue)\b|"
        r"\b(?:prochaine? )?(?:remise|campagne|virement groupe|train|lot|passage) "
        r"(?:est|"
        r"sera|aura lieu|a lieu) (?:le|au|prevue?)\b|"
        r"\b(?:sera|est|figure|passera|comprise?|prise?) dans (?:le|la|les|celui|"
        r"celle) "
        r"(?:\w+ )?(?:virement|paiement|reglement|remise|lot|liste|campagne|train|"
        r"du)s?\b|"
        r"\b(?:reglement|paiement|virement|echeance)s?\b[^.;]{0,40}\b(?:est|sont) "
        r"(?:reportee?s?|repoussee?s?|decalee?s?|ramenee?s?|avancee?s?|fixee?s?) "
        r"(?:au|a|"
        r"en|pour)\b",
        (
            "vous êtes prévue en semaine 23 pour la totalité",
            "J'ai programmé le virement pour lundi",
        ),
        unless=r"\b(?:reunion|rendez[- ]vous|rdv|livraison|audience|travaux|chantier|"
        r"formation|intervention|seance|conge|pose|visite|assemblee|recette)\b|"
        r"vous etes (?:notee?|mise?) (?:en copie|en demeure)|\bn'(?:est|a|ai|avons) ",
        dated_only=True,
    ),
    Frame(
        "je-le-remets",
        Event.COMMIT,
        r"\b<JE>(?:<CLIT>)*(?:<ADV>)*(?:pose|poserai|mets|mettrai|glisse|glisserai|"
        r"depose|deposerai|poste|posterai|apporte|apporterai|amene|amenerai|remets|"
        r"remettrai|laisse|laisserai|tends|donne|donnerai)\s(?:<CLIT>)*(?:<DET>)?"
        r"(?:<TRANSFER>|argent|especes|liquide|enveloppe|sommes?|(?:votre |ton )?du)\b|"
        r"\b(?:je|on|nous) (?:vous |te |t')?(?:garanti\w+|assur\w+|confirm\w+|"
        r"promet\w*|"
        r"certifi\w+|annonc\w+|prevoi\w+|prevoyons)\s(?:bien |donc )?(?:<DET>)?"
        r"(?:<TRANSFER>)\b|"
        r"\b(?:m'|nous |me |m' )?(?:a|ont|vient de|viennent de)\s(?:me |m'|nous )?"
        r"(?:confirm\w+|assur\w+|promis|garanti\w*|indiqu\w+)\s(?:<DET>)?"
        r"(?:<TRANSFER>)\s(?:pour|le|au|sous|d'ici|avant|{day})|"
        r"\b(?:je|on|nous) (?:le |la |les |l'|te |vous |t')*(?:clotur\w+|boucl\w+|"
        r"ordonn\w+|ordonnanc\w+|mandat\w+|decaiss\w+|"
        r"liquid\w+)\s(?:<DET>)?(?:ca\b|cela|"
        r"facture|dossier|solde|<TRANSFER>)\b".replace("{day}", _DAY_NAME),
        (
            "je pose le chèque au courrier jeudi",
            "Je vous garantis un règlement pour lundi",
            "La compta m'a confirmé le paiement pour lundi",
        ),
        unless=r"\b(?:ne|n') ?(?:<CLIT>)*(?:pose|mets|glisse|depose|garanti|assur|"
        r"confirm|promet)|\bconfirm\w+ (?:la |bonne )?reception",
    ),
    Frame(
        "sans-faute",
        Event.COMMIT,
        dated_only=True,
        pattern=r"\b(?:sans faute|dernier delai|c'est promis|promis jure|promis|"
        r"c'est sur|grand max|c sur|ca ira|on part sur|disons|on dit|ca sera pour)\b",
        examples=("Lundi sans faute.", "On part sur fin novembre."),
        unless=r"\b(?:vous (?:devez|me|nous)|livr\w+|attend\w*|appel\w*|rappel\w*|"
        r"envo\w+|avais|avez|aviez|chose due)\b|"
        r"\b(?:a|ai|ont|avait|avons) promis\b|\?",
    ),
    Frame(
        "prelevez-moi",
        Event.COMMIT,
        dated_only=True,
        pattern=r"\b(?:pouvez|peux|pourrez|pourras|vous pouvez) (?:me |nous |m')?"
        r"(?:prelever|debiter|retirer|presenter (?:le|au))\b|"
        r"\b(?:prelevement|debit) (?:passe|passera|aura lieu|prevu)|"
        r"\btu auras (?:tout|ca|le tout|tes sous|ton argent|la somme)\b|"
        r"\b(?:table|tablez|compte|comptez) (?:plutot |donc |bien |plutot |d'abord )*"
        r"sur (?:le |la |un |une |debut |fin |mi|\d|lundi|mardi|mercredi|jeudi|"
        r"vendredi|courant)",
        examples=("Vous pouvez me prélever le 30", "Table plutôt sur le 15"),
        unless=r"\bsi (?:vous|tu)|\?",
    ),
)
