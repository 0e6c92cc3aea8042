"""A document or a detail is needed before paying; payment waits on somebody else."""

from relancebot.domain.reading import Label
from relancebot.reading.claims.rule import Rule

_PAPER = (
    r"(?:rib\b|ribs\b|iban\b|\bbic\b|coordonnees bancaires|(?:numero|n°|no|"
    r"num) (?:de )?"
    r"(?:compte|commande|tva|siret|siren|bon|engagement|fournisseur|marche|contrat|bc|"
    r"dossier|po)|n° de tva|factures?\b|duplicata|copies?\b|double\b|pdf\b|"
    r"exemplaires?|"
    r"bons? de (?:commande|livraison|"
    r"travaux|intervention)|\bbdc\b|\bbc\b|\bpo\b|purchase order|engagement juridique|"
    r"code[- ]service|siret|siren|kbis|k-bis|attestation\w*|justificatif\w*|"
    r"detail\w* (?:des|de|du)|releve (?:de|d'|des)|feuilles? d'heures|"
    r"feuilles? de temps|"
    r"time ?sheets?|comptes? ?rendus?|proces[- ]verba\w+|\bpv\b|pieces? (?:jointes?|"
    r"justificatives?|manquantes?)|piece\b|original\b|documents?\b|formulaire|"
    r"mandat sepa|fiche fournisseur|adresse (?:postale|de facturation)|references?\b|"
    r"montant exact|numeros?\b|lien (?:de paiement|pour payer)|qr ?code|"
    r"le bon\b|devis (?:signe|accepte)|contrat (?:signe)?|version|scan|urssaf|"
    r"vigilance|"
    r"ordre (?:du|de) cheque|nom (?:exact )?(?:du|de la) (?:titulaire|societe)|"
    r"certificat\w*|decompte|tva intra\w*|facture proforma|releve|\bdc4\b|dgd|"
    r"email? de (?:facturation)|mentions? (?:obligatoires?|legales?)|format (?:xml|"
    r"factur))"
)
_GIVE = (
    r"(?:re|r)?(?:env(?:o[iy]|er)\w*|transme\w+|donne\w*|fournir|fourni\w*|"
    r"communiqu\w+|"
    r"adress(?:er|ez|iez|es)\b|faire (?:parvenir|suivre|passer)|fai(?:tes|s)[- ](?:moi|"
    r"nous)|"
    r"passe(?:r|z|s)?\b|joindre|joignez|remett\w+|repasse\w*|scann?er?\w*|"
    r"depose[rz]?\b|"
    r"indique[rz]\b|precise[rz]\b|rappele[rz]\b|rappelle\b|confirme[rz]\b|ajoute[rz]\b|"
    r"ajout\w+|mettre|mettez|mets|"
    r"reedite[rz]?\b|edite[rz]?\b|etabli\w+|refaire|refai(?:tes|s)|corrige[rz]\b|"
    r"rectifi\w+|modifie[rz]\b|completer?\w*|telecharge\w*|charge[rz]?\b|"
    r"redonn\w+|retransme\w+|partage[rz]\b|detaille[rz]|reemett\w+|saisi[rs]\w*)"
)

RULES = (
    Rule(
        "envoyez-moi",
        Label.DOCUMENT_REQUEST,
        rf"(?:<YOU_CAN>|^|[,;:] |\b(?:et|merci|bien|faut|faudrait|pour|si vous|si tu|"
        rf"me|nous|"
        rf"quand vous|vous|tu|que|peux|puis|mais|donc|veuillez|priere|de|d'|attente|"
        rf"attend\w*|"
        rf"souhait\w+|aimer\w+) )(?:bien |aussi |egalement |juste |vite |me |m'|nous |"
        rf"la |le |"
        rf"les |l'|d'|de |me l'|me le |me la |en |s'il vous plait |svp |donc |"
        rf"par retour |a |"
        rf"vouloir |(?:avoir )?l'obligeance |l'amabilite |y |bien vouloir |d'abord |"
        rf"d')*"
        rf"\b{_GIVE}[- ]?(?:moi|nous|la|le|les|m'|y)?[^.?!;]{{0,50}}\b{_PAPER}",
        (
            "Envoyez-moi votre RIB svp.",
            "Pouvez-vous nous renvoyer la facture en PDF ?",
            "Merci de nous communiquer le numéro de bon de commande.",
        ),
        unless=r"\bavoir\b(?! (?:la|le|un rib|l'|votre|une copie))|\bcredit note|"
        r"\b(?:je|nous|on) (?:vous |t'|te |l'|vs )*(?:ai |avons |a |av\w+ )?(?:deja )?"
        r"(?:envo[iy]\w*|transme\w+|adress\w+|rempli\w+|joins|joint|"
        r"remets|enverr\w+|fais (?:suivre|parvenir))\b[^.]{0,25}"
        r"(?:justificat|copie|preuve|avis|capture|releve|scan|bon|rib|facture)|"
        r"preuve de (?:virement|paiement)|avant de relancer|"
        r"vous (?:parviendra|sera (?:envoye|transmis))|inutile de (?:me |nous )?(?:re|"
        r"r)?env|"
        r"\bpas (?:besoin )?(?:de|la peine) (?:me |nous |de )*(?:re)?env|"
        r"comme (?:convenu|demande)|ne m'envoyez|plus (?:m'|nous )?envo|harcel"
        r"|sur (?:la bonne|cette) base|rien ne bloque",
        but_not=("Inutile de me renvoyer la facture, je l'ai.",),
    ),
    Rule(
        "il-me-manque",
        Label.DOCUMENT_REQUEST,
        rf"\b(?:il (?:me |nous )?(?:manqu\w+|faut|faudrait)|(?:me |nous )manqu\w+|"
        rf"manqu\w+|"
        rf"besoin (?:de |d'|du )|(?:en )?attente (?:de |d'|du )|"
        rf"attend\w* (?:toujours |encore |de recevoir |juste |plus que )*"
        rf"(?:le |la |l'|les |votre |vos |un |une |de |du |que )|"
        rf"(?:pas|plus|jamais|aucune?) (?:encore )?(?:eu |recu |trouve |retrouve |"
        rf"retrouver |"
        rf"trace |le |la |l'|de |d'|votre |vos |vu )+|"
        rf"(?:ne |n')(?:retrouv\w+|trouv\w+) (?:pas|plus|ni) |"
        rf"(?:ne|n') ?(?:est|figure|comporte|mentionne|porte|contient|indique|"
        rf"apparait) "
        rf"(?:pas|ni|aucun\w*) |sans (?!doute)(?:le |la |ce |un |une |votre |l'|"
        rf"cette )?|"
        rf"(?:perdu|egare|efface|jete) (?:le |la |l'|votre |vos |mon |cette )*|"
        rf"\b(?:cherchons|recherchons|demandons|exige\w*|reclam\w+|veut|requiert|"
        rf"necessite) "
        rf"(?:\w+ ){{0,2}}(?:le |la |l'|les |un |une |votre |vos )?)"
        rf" ?(?:\w+ |l'|d'|qu'){{0,5}}?{_PAPER}",
        (
            "Il me faut le numéro de bon de commande sur la facture.",
            "On n'a pas trace de cette facture 88 dans le classeur.",
            "Il nous manque votre attestation URSSAF.",
            "Sans numéro de TVA sur votre document, impossible de l'encoder.",
        ),
        unless=r"\bremets?\w* (?:pas|rien)|ne reprend pas|j'attends (?:l'avoir|"
        r"le carton|la suite|les corrections)|"
        r"n'est pas (?:prevu|conforme|due?|justifi|la bonne|la notre|a nous|pour nous)|"
        r"\bavoir\b|remise|il me manque les fichiers|aucun (?:devis|bon|"
        r"contrat)\b[^.]{0,20} "
        r"(?:signe|valide)|ni (?:bon de commande|devis|contrat)|pas (?:le|la|"
        r"l') ?(?:bon|du) "
        r"(?:montant|prix)|sans (?:devis|bon de commande|accord|facture supp)"
        r"|\bsolution\b",
    ),
    Rule(
        "donnez-nous",
        Label.DOCUMENT_REQUEST,
        r"\b(?:communiqu|transmett|fourniss|envoy|renvoy|retransmett|precis|indiqu|"
        r"confirm|redonn|adress|fait|remett|ajout|rectifi|redepos|reedit|renvoi|corrig|"
        r"joign|retourn|complet)(?:ez|es|s|z)[- ](?:nous|moi|le|la|les)\b"
        r"(?! (?:au courant|confiance|un (?:avoir|geste|signe|delai)|patienter|"
        r"savoir si|"
        r"plaisir|signe|suivre votre))|"
        r"(?:<YOU_CAN>) (?:me |nous )?(?:la |le |les |l')(?:r|re)?(?:envoyer|"
        r"transmettre|adresser|"
        r"communiquer|scanner|editer|reediter|faire|refaire|corriger|rectifier|fournir|"
        r"deposer)\b|"
        r"\b(?:copie|duplicata|scan|original) (?:de |du |d')[^.]{0,40}(?:svp|"
        r"s'il vous plait|"
        r"s'il te plait|stp|merci)|\b(?:merci|priere|pensez|veuillez|il faut|"
        r"il faudrait) "
        r"(?:de |d'|a )?(?:bien vouloir )?(?:completer|remplir|renseigner|signer|"
        r"retourner|"
        r"valider|enregistrer|referencer|actualiser)\b[^.]{0,50}",
        (
            "Communiquez-nous l'avancement détaillé poste par poste.",
            "Copie de l'acte de cession Dailly, s'il vous plaît.",
            "Merci de compléter le questionnaire dans Ivalua.",
        ),
        unless=r"\bavoir (?:de|du|pour|partiel|total)|adressez-vous|(?:vos|"
        r"votre) (?:carnet|"
        r"base|fichier|reclamation)|une (?:adresse|proposition)|"
        r"actualiser votre carnet|"
        r"@|contactez|harcel"
        r"|faites[- ]le (?:\d|en )|envoyez[- ](?:la suite|l'huissier)|huissier",
    ),
    Rule(
        "quel-compte",
        Label.DOCUMENT_REQUEST,
        r"\b(?:sur|a|vers) quels? (?:compte|rib|iban|adresse|ordre|nom|banque)|"
        r"\bquel(?:le)? (?:est )?(?:le |la |votre |l')?(?:rib|iban|numero|reference|"
        r"montant exact|adresse|compte|libelle|ordre)|"
        r"\bc'est (?:toujours|bien) (?:l'|le |votre |la )?(?:meme )?(?:iban|rib|"
        r"compte)|"
        r"^(?:votre|vos|ton|le|l') ?(?:adresse|rib|iban|coordonnees|numero)[^.]{0,20} "
        r"(?:svp|s'il|stp|merci)|\bfacture\b[^.]{0,30}(?:s'est perdue|est perdue|"
        r"egaree?|"
        r"jamais (?:arrivee|parvenue)|pas (?:arrivee|parvenue))[^.]{0,40}(?:renvo|"
        r"duplicat)|"
        r"\ba quel ordre|\bou (?:est-ce que )?(?:je|on) (?:dois |doit |peux )?(?:vire|"
        r"virer|"
        r"payer|envoyer le cheque)|\bcomment (?:puis-je|je peux|on|je|"
        r"dois-je) (?:vous )?"
        r"(?:regler|payer|fai[ts])|\bpar quel moyen|"
        r"\b(?:plus|pas|pus) (?:ton|votre|vos|le|son) ?(?:rib|iban|coordonnees)",
        ("Sur quel compte dois-je virer ?", "c'est toujours l'iban au crédit mut ?"),
    ),
    Rule(
        "vice-de-forme",
        Label.DOCUMENT_REQUEST,
        r"\b(?:chorus|portail|plateforme|edi\b|basware|coupa|ariba|dematerialis\w+|"
        r"jaggaer|esker|tungsten|tradeshift|pdp\b|generix)\b[^.]{0,80}\b(?:depos\w+|"
        r"deposer|"
        r"charger|telecharg\w+|transmet\w*|passer|saisi\w*|rejet\w*|obligatoire|"
        r"uniquement|"
        r"exclusivement|refus\w*|envoy\w*|seul\w*|introduire)|"
        r"\b(?:depos\w+|redepos\w+|charg\w+|transme\w+|passer|saisir|redep\w+|"
        r"introduire)\b[^.]{0,50}"
        r"\b(?:chorus|portail|plateforme|basware|coupa|ariba|edi)\b|"
        r"\b(?:refai\w+|refaire|reedit\w+|etabli\w*|libell\w+|adress\w+|mett\w*|"
        r"remett\w+|factur\w+|reemett\w+|corrig\w+)[- ]?(?:la|les|moi)?\b[^.]{0,40}"
        r"\b(?:au nom de|au nom du|a l'ordre de|au bon nom|a la bonne (?:entite|"
        r"adresse)|"
        r"a l'adresse|a la nouvelle adresse|au nouveau (?:nom|siege)|"
        r"avec (?:le|la|notre|nos|l') (?:bon|bonne|numero|n°|nouvelle|siret|adresse|"
        r"mention|tva|"
        r"reference)|(?:ancienne|nouvelle) (?:adresse|raison sociale))|"
        r"\b(?:facture|piece|elle)\b[^.]{0,40}\b(?:rejetee?|refusee?|bloquee?|"
        r"renvoyee?|"
        r"retournee?)\b[^.]{0,40}\b(?:car|faute|manqu\w+|absence|sans|motif|numero|"
        r"siret|"
        r"code|parce qu|defaut|bon de commande|pour (?:defaut|absence|cause))|"
        r"\b(?:mention|numero|reference|siret|code)\w* [^.]{0,30}(?:manquante?s?|"
        r"absente?s?|"
        r"erronee?s?|obligatoires?|incorrecte?s?)|"
        r"\b(?:iban|rib|coordonnees bancaires)\b[^.]{0,30}\b(?:invalides?|errone\w*|"
        r"n'existe pas|perim\w+|faux|incorrect\w*|rejet\w+|plus (?:bon|valable)|"
        r"illisible)|"
        r"\bancienne (?:adresse|raison sociale)|(?:illisible|s'ouvre (?:pas|tout)|"
        r"piece jointe (?:vide|manqu\w+|est vide)|fichier (?:corrompu|illisible|vide)|"
        r"(?:ne|n') (?:vois|trouve|ai|avons) (?:pas|aucune) (?:de |la )?piece jointe)",
        (
            "Merci de déposer la facture sur Chorus.",
            "Refaites-la au nom de Valcor SAS.",
            "Facture rejetée par notre outil faute de numéro d'engagement.",
            "Votre pdf est illisible.",
        ),
        unless=r"\bavoir (?:est )?(?:attendu|de|partiel|total)|montant superieur|"
        r"service fait refuse|\bdepos\w* (?:hier|ce matin|le \d)|deja depos"
        r"|represente\w* a la banque|pourtant bien votre",
    ),
    Rule(
        "detail-demande",
        Label.DOCUMENT_REQUEST,
        r"(?:<YOU_CAN>)[^.?]{0,30}\b(?:detailler|expliquer|preciser|justifier|ventiler|"
        r"eclaircir)\b|\b(?:le|un) (?:detail|decompte|recapitulatif|releve)\b[^.]{0,30}"
        r"\b(?:svp|s'il vous plait|merci|\?)|\bquelles? (?:sont )?(?:les )?factures?\b|"
        r"\b(?:de quoi|a quoi) (?:s'agit|correspond)|\bc'est quelle facture|"
        r"\brappel\w*[- ](?:moi|nous) (?:le|les|la|votre|ce|quel)",
        ("Pouvez-vous me détailler les heures jour par jour ?",),
        question=None,
    ),
    Rule(
        "document-en",
        Label.DOCUMENT_REQUEST,
        r"\b(?:send|resend|forward|share|provide|give|reissue|re-issue|re-send|email|"
        r"supply|"
        r"attach|upload|submit|include|add|put|quote|confirm)\b[^.?]{0,50}\b(?:invoice|"
        r"copy|"
        r"bank details|iban|account (?:number|details)|sort code|po\b|purchase order|"
        r"po number|vat number|vat|w-?9|remittance|statement|timesheets?|portal|"
        r"reference|breakdown|details|pdf|it again|attachment)\b|"
        r"\b(?:need|needs|missing|require[sd]?|without|lost|can't find|cannot find|"
        r"haven't (?:got|received|seen)|never (?:got|received)|don't have|"
        r"no)\b[^.?]{0,30}"
        r"\b(?:invoice|copy|bank details|iban|account (?:number|details)|sort code|"
        r"purchase order|po (?:number)?|vat number|w-?9|breakdown|portal|po\b)|"
        r"\bwhich account\b|\bbank details\b|\bportal\b",
        (
            (
                "Could you resend it with our VAT number on? Please send the invoice "
                "again."
            ),
            "We need a PO number on this one.",
        ),
        unless=r"\b(?:i|we)(?:'ll| will|'ve| have)? (?:sent|send|forward|attached?|"
        r"already)|"
        r"\bpo \d+ (?:does not|doesn't)|does not exist",
        language="en",
    ),
    # --- somebody else decides or pays first
    Rule(
        "attend-un-accord",
        Label.AWAITING_APPROVAL,
        r"\b(?:en )?(?:attente|attend\w*|attends|attendons)\b[^.]{0,50}"
        r"\b(?:accord|validation|signatures?|feu vert|visas?|aval|approbation|"
        r"bon a payer|\bbap\b|autorisation|decision|deblocage|arbitrage|vote|"
        r"delegation|signe\w*|valid\w+|tranch\w+|approuv\w+|paraph\w+|vise\b|"
        r"retour de)|"
        r"\ben (?:cours|attente|circuit) (?:de |d')(?:validation|signature|approbation|"
        r"visa|"
        r"arbitrage|verification|controle)|"
        r"\b(?:circuit|workflow|processus|boucle|parapheur) (?:de |d')?(?:validation|"
        r"signature|interne|visa|approbation)?|"
        r"\b(?:soumis|chez|entre les mains|sur le bureau|a la signature|"
        r"dans le parapheur)\b"
        r"[^.]{0,30}\b(?:validation|signature|dg\b|direction|direct\w+|daf\b|maire|"
        r"president\w*|gerant\w*|patron\w*|elu\w*|ordonnateur|comite|conseil|"
        r"associe\w*)|"
        r"\ba la signature\b|\bau visa\b|\bdouble validation|"
        r"\b(?:suspendue?s?|subordonnee?s?|conditionnee?s?|soumise?s?) (?:a|au|aux)\b|"
        r"\barbitree?s? par\b|\breste\w* a obtenir\b|\bmanque (?:juste |encore |"
        r"plus que )*"
        r"(?:le ok|l'ok|le go|l'accord|l'aval)|\bdetenteur\b|\bhabilite\w*\b|"
        r"\bseule? (?:ordonnat\w+|signataire|a (?:pouvoir )?(?:signer|valider)|"
        r"habilite\w*)|"
        r"\b(?:delibererait?|deliberera|statuera|tranchera|decidera|arbitrera)\b|"
        r"\bsous reserve d[ue] (?:vote|l'accord|la validation|la decision)|"
        r"\bpouvoirs? bancaires?\b|\bseul\w* (?:detent|decid)\w+",
        (
            "J'attends le feu vert de l'expert-comptable.",
            "Règlement en cours de validation chez notre directrice financière.",
        ),
        unless=r"en attente de (?:votre|vos)|attend\w* (?:votre|vos)|"
        r"(?:valid|sign|approuv)\w+ (?:hier|ce matin|le \d|vendredi|lundi|mardi|jeudi)",
    ),
    Rule(
        "doit-valider",
        Label.AWAITING_APPROVAL,
        r"\b(?:doit|doivent|devra|devront|faut que|faut qu'|reste a|attendre que|"
        r"avant que|"
        r"veut|reste (?:a|plus qu'a)|(?:lui|eux|elle) (?:de|qui)) ?[^.]{0,40}"
        r"\b(?:valid(?:er|e|ent)|sign(?:er|e|ent)|vis(?:er|e|ent)|approuv(?:er|e|ent)|"
        r"autoris(?:er|e|ent)|donner (?:son|leur)|contresign\w+|paraph\w+|"
        r"tranch(?:er|e)|se prononcer|arbitr(?:er|e)|statuer|"
        r"accept(?:er|e)|debloqu(?:er|e)|repondre|attest(?:er|e)|certifi(?:er|e))\b|"
        r"\b(?:n'a|n'ont|a|ai|est|sont)? ?(?:pas|toujours pas|pas encore) (?:encore |"
        r"ete )*"
        r"(?:signe|valide|vise|approuve|donne son (?:accord|feu vert|aval))\w*\b|"
        r"\b(?:il )?manque\w* (?:plus que |juste |encore |toujours |que )*(?:la |sa |"
        r"le |une |"
        r"l'|son )(?:signature|validation|paraphe|visa|accord|feu vert|aval)|"
        r"\b(?:seule?|seul[se]?) (?:a (?:pouvoir )?|habilite\w* a |qui )?"
        r"(?:signer|valider|autoris\w+)|\bdeuxieme signat\w+|\bdouble signature|"
        r"\bdeux signatures\b|\bsignataire\b|"
        r"\b(?:sign|valid|autoris)\w+ (?:tou[ts]|toutes) les (?:paiement|virement|"
        r"cheque|"
        r"depense|reglement|facture)|\bqui (?:signe|valide|autorise|decide|tranche)\b|"
        r"\bune fois (?:\w+ )?(?:contre)?(?:signe|valide|vise|approuve|paraphe)\w*|"
        r"\bfaut juste que [^.]{0,25}(?:paraph|sign|valid)\w+|\bfaire valider\b|"
        r"\bpasse\w* (?:en|devant|au) (?:comite|conseil|commission|ca\b)",
        (
            "Le syndic doit passer ça au conseil syndical, il doit valider.",
            "Il manque la signature de mon associé.",
            "Votre dossier n'est pas encore validé.",
        ),
        unless=r"(?:pv|proces|devis|bon|contrat|commande|travaux|lot|recette|"
        r"livrable)\b"
        r"[^.]{0,30}(?:pas|jamais|ni)[^.]{0,14}(?:signe|valide)|(?:pas|jamais|rien)"
        r"[^.]{0,10}(?:signe|valide)\w* (?:ce|le|la|ces|cette|votre|vos|un|de)? ?"
        r"(?:devis|bon|contrat|commande|travaux|avenant|heures|jours|option|"
        r"supplement)|"
        r"vous ne? (?:n')?ave[zs]|ni moi ni|n'avons (?:rien |jamais )?(?:signe|valide)|"
        r"n'ai (?:rien |jamais |pas )?(?:signe|valide)",
    ),
    Rule(
        "organe-qui-decide",
        Label.AWAITING_APPROVAL,
        r"\b(?:conseil(?: (?:municipal|d'administration|syndical|communautaire|"
        r"departemental|"
        r"regional))?|comite\b|assemblee(?: generale)?|commission|bureau|\bag\b|\bca\b|"
        r"collectivite|juge des tutelles|notaire|ordonnateur|tresorier|"
        r"commune|mairie|codir|direction|associes?)\b[^.]{0,50}"
        r"\b(?:se reuni\w+|doit\b|doivent|vot\w+|delibe\w+|statu\w+|tranch\w+|"
        r"decide\w*|se pronon\w+|autoris\w+|examin\w+|arbitr\w+|donn\w+ (?:son|leur))|"
        r"\b(?:pas|plus) la main\b|\bpas de mon ressort|\bne depend pas de (?:moi|"
        r"nous)|"
        r"\bdepend (?:de|du|d')(?! votre| vous| la (?:couche|reprise|qualite))|"
        r"\bhors de (?:mon|notre) controle|"
        r"\b(?:decision|accord|choix) (?:appartient|revient|releve|depend|est prise)|"
        r"\b(?:ne )?(?:decide|maitrise) (?:plus |pas )?(?:rien )?(?:tout )?seule?",
        (
            "La commune vote son budget le 9 avril.",
            "La décision appartient au siège.",
            "Moi je n'ai pas la main.",
        ),
        unless=r"decision (?:etant|est) prise|\bayant (?:\w+ )?(?:donne|vote|valide|"
        r"accepte|approuve)|\b(?:a|ont) (?:enfin |bien |deja )?(?:donne|rendu) (?:son|"
        r"leur) (?:accord|feu vert|aval)|a (?:decide|vote|tranche)\w* (?:de|"
        r"en faveur)|"
        r"reponse est favorable|ne pas donner suite|depend\w* de (?:la|votre|vos)",
    ),
    Rule(
        "paye-quand-paye",
        Label.AWAITING_APPROVAL,
        r"\b(?:des que|des qu'|quand|lorsque|lorsqu'|une fois que|aussitot que|"
        r"sitot que|"
        r"apres que|tant que|tant qu'|si|le jour ou|attend\w* que|attend\w* qu'|"
        r"d'ici que|"
        r"jusqu'a ce que|jusqu'a ce qu'|le temps que|avant que) "
        r"(?:[^.,]{0,40}\b)?(?:<THIRD>)\b[^.,]{0,40}"
        r"\b(?:<PAY_PRES>|<PAY_FUT>|<PAY_PP>|debloqu\w+|liber\w+|pa[iy]\w+|vers\w+|"
        r"regl\w+|"
        r"indemnis\w+|rembours\w+|rentr\w+|arriv\w+|tomb\w+|accord\w+|repond\w+|"
        r"encaiss\w+|credit\w+|sold\w+|honor\w+|signe\w*|reglera)|"
        r"\b(?:<THIRD>)\b[^.]{0,30}\b(?:n'a|n'ont|a|ai|ne|n'est|n'arriv\w+)[^.]{0,12}"
        r"\b(?:pas|toujours|rien|encore)[^.]{0,25}\b(?:<PAY_PP>|<PAY_PRES>|debloqu\w+|"
        r"liber\w+|verse\w*|rentre\w*|arrive\w*|recu\w*|tombe\w*|la\b)|"
        r"\battend\w* (?:que |qu')[^.;]{0,30} (?:nous|me|m') ?(?:pai|pay|rembours|vers|"
        r"regl|"
        r"vire|debloqu)\w*|\b(?:with|at) our (?:\w+ )?(?:parent|head office|group) for|"
        r"\b(?:attend\w*|attente)\b[^.]{0,30}\b(?:paiements?|reglements?|versements?|"
        r"virements?|encaissements?|subventions?|indemni\w+|rentree|remboursement|"
        r"solde|acompte|deblocage|fonds|credit|pret|argent|sous) "
        r"(?:de |d'|du |des )[^.]{0,30}|"
        r"\b(?:<THIRD>)\b[^.]{0,20}\b(?:doit|doivent|va|vont|devrait|devraient) (?:me |"
        r"nous |m')"
        r"(?:<PAY_INF>|<SEND_INF>|debloquer)|\bencore faut[- ]il\b|"
        r"\b(?:<THIRD>) (?:que |qu')[^.]{0,12}attend\w*|"
        r"\b(?:<THIRD>) (?:me |nous )(?:<PAY_PRES>|doit|<PAY_FUT>)[^.]{0,25}\b(?:apres|"
        r"ensuite|"
        r"alors|je verrai|on verra)\b|\bjusqu'a(?:u)? (?:l'|la |le )?(?:accord|"
        r"feu vert|signature|"
        r"validation|decision)\b|"
        r"\battend\w* (?:(?:le|la|l'|les|notre|mon|nos|une?|sa|leur) )(?:paiement|"
        r"reglement|"
        r"versement|subvention|indemni\w+|virement|remboursement|deblocage|"
        r"vente|signature de la vente|heritage|pret|credit)|"
        r"\b(?:paye|payee|payes|regle|regles) (?:moi-meme|nous-memes|quand (?:je|"
        r"nous) l)",
        (
            "Mon donneur d'ordre me paie le 15, après je verrai.",
            "Dès que notre client nous aura payés, nous réglons.",
            "Tant que l'assurance n'a pas versé l'indemnité je suis coincé.",
            (
                "Aussitôt que le promoteur nous aura versé la situation n° 4, "
                "vous serez payé."
            ),
        ),
        unless=r"attend\w* (?:votre|vos)|deja (?:verse|paye)",
    ),
    Rule(
        "awaiting-en",
        Label.AWAITING_APPROVAL,
        r"\b(?:waiting|wait|awaiting|pending)\b[^.]{0,40}\b(?:approv\w+|sign[- ]?off|"
        r"signature|authori[sz]\w+|client|customer|board|director|payment from|budget|"
        r"funder|grant|insur\w+|head office|manager|committee|cfo|finance)|"
        r"\bfor (?:approval|sign-?off|signature)\b|\bno control over\b|"
        r"\b(?:needs?|requires?|needing) (?:to be )?(?:approv\w+|signed? ?off|"
        r"sign-?off|"
        r"authori[sz]\w+)|\b(?:with|sitting with|gone to) (?:the|our|my) (?:board|"
        r"committee|"
        r"director|cfo|approver|manager|finance director|hall committee|boss|"
        r"budget holder)|\bout of my hands\b|\bhasn'?t (?:approved|signed|released|"
        r"paid|"
        r"been (?:approved|signed|released))|\b(?:once|when|until|as soon as) "
        r"(?:our|my|the) (?:client|customer|funder|insur\w+|grant|bank|board|director|"
        r"investor)\b|\bif our (?:investor|client|customer)|\bpaid when paid|"
        r"\bapproval process|\bcan'?t pay anyone until",
        (
            "It's sitting with the hall committee for sign-off.",
            "We're waiting for our client to pay us. Still awaiting payment from them.",
        ),
        language="en",
    ),
)
