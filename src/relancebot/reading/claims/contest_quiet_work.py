"""Work that is missing or bad, told as a plain fact, with irony, or by a number."""

from relancebot.domain.reading import DisputeReason as Reason
from relancebot.domain.reading import Label
from relancebot.reading.claims.no_dispute import NO_DISPUTE
from relancebot.reading.claims.rule import Rule

_NOT = rf"(?:{NO_DISPUTE})"
_NUM = (
    r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|"
    r"vingt|cent)"
)
_MONEY = (
    r"|\b(?:virement|reglement|paiement|cheque|argent|subvention|accord|validation|"
    r"rib|facture|courrier|mail|message|relance|cagnotte|caisse|compte)\b"
)

RULES = (
    # ----------------------------------------------------------- not_delivered
    Rule(
        "moins-que-prevu",
        Label.DISPUTE,
        rf"\b{_NUM} (?:\w+ ){{0,2}}(?:prevu|command|annonc|promis|attendu|factur|"
        rf"convenu)\w*[^.]{{0,20}}[,;:] ?(?:et )?(?:seulement )?{_NUM} (?:\w+ ){{0,2}}"
        rf"(?:present|recu|livr|rendu|remis|fait|venu|tenu|realis|assur|vu)\w*|"
        rf"^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) [a-z]+, "
        rf"(?:une?|deux|trois|quatre|cinq|six|\d) [a-z]+(?: [a-z]+)?$|"
        rf"\bj'en (?:vois|trouve|compte|suis a|ai (?:recu|eu)) (?:que )?{_NUM}\b|"
        rf"\b(?:nous|on|je) n'en (?:av\w+|ai|a) (?:\w+ )?que {_NUM}|"
        rf"\b(?:attendra|attendront|patientera) (?:les|la|le) (?:{_NUM}|suite|reste|"
        rf"autres?)\b|\b(?:il en|en) manque (?:encore )?{_NUM}\b|"
        r"\bsur (?:les |vos |nos )?(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|"
        r"douze|\d+) [^.,;]{3,40}, (?:seule?s? )?(?:une?|deux|trois|quatre|cinq|six|"
        r"sept|huit|\d+)\b",
        (
            "Mandat de recherche : cinq profils prévus, deux présentés.",
            "Huit réunions, trois comptes rendus.",
            "J'ai demandé trois ateliers et j'en suis à un.",
        ),
        unless=_NOT
        + _MONEY
        + r"|\bjeudi\b|\blundi\b|\bmardi\b|\bmercredi\b|\bvendredi\b|€|\beuros?\b",
        reason=Reason.NOT_DELIVERED,
    ),
    Rule(
        "rien-vu-venir",
        Label.DISPUTE,
        r"\b(?:n'a|n'ont|n'avait|n'ayant) (?:pas|jamais|toujours pas|donc pas) "
        r"(?:encore )?(?:eu lieu|ete (?:tenue?s?|assuree?s?|restituee?s?))\b|"
        r"\b(?:n'y|ne) figur\w+ (?:\w+ )?(?:pas|nulle part)\b[^.]{0,50}\b(?:perimetre|"
        r"devis|contrat|prevu\w*|commande|mission)|"
        r"\btoujours rien (?:recu|vu|eu|livre|en|dans|ici|chez)\b|\btoujours rien$|"
        r"\b(?:ai|a|avons|ont) (?:\w+ )?rien (?:recu|vu (?:venir|arriver))\b|"
        r"\b(?:on|nous|je) (?:n'?)?(?:a|avons|ai) rien vu$|"
        r"\bvu la couleur\b|\bpas (?:meme|le moindre|l'ombre d'|la queue "
        r"d')\s?(?:une? )?"
        r"(?:ebauche|brouillon|maquette|livrable|debut|fichier)|"
        r"\b(?:nous|on|je) (?:vous |la |le |l'|les )?(?:attend\w*|guett\w+|esper\w+) "
        r"(?:encore|toujours)\b$|"
        r"\baucune? (?:ne nous est|ne m'est|n'est|ne nous sont) (?:encore )?parven\w+|"
        r"\bne (?:nous|m') ?(?:est|sont) (?:jamais |pas |toujours pas )(?:encore )?"
        r"parven\w+|\baucun\w* n'a vu (?:passer )?(?:votre|vos|le|la)|"
        r"\b(?:n'existe|existe|vit|tourne)\w*[^.]{0,25}\bque sur (?:votre|vos|le|un) "
        r"(?:diaporama|papier|powerpoint|slides?|maquette|devis)|"
        r"\b(?:s'est tenu\w*|s'est fait\w*|s'est passe\w*) sans (?:animat|formateur|"
        r"formatrice|intervenant|vous|personne)|"
        r"\b(?:repertoire|dossier|fichier|carton|colis|poste|lien|page|mur|stand|"
        r"emplacement|onglet)s?\b[^.]{0,25}\b(?:est|sont|reste\w*) (?:encore |"
        r"toujours |"
        r"reste )?(?:vides?|nus?|blanc\w*|introuvables?)\b|"
        r"\b(?:mot de passe|cles? d'activation|codes? d'acces|identifiants?|acces)\b"
        r"[^.]{0,40}\b(?:attend\w*|restee?s? chez|jamais|toujours pas|pas (?:recu|"
        r"donne))|\b(?:attend\w*|attends)\b[^.]{0,15}\b(?:mot de passe|cles? "
        r"d'activation|codes? d'acces|identifiants)|"
        r"\b(?:reporte|repousse|decale|ajourne)\w* par vos soins|"
        r"\bnon une (?:mission|prestation) (?:interrompue|inachevee|partielle)|"
        r"\b(?:cherche|attend\w*) (?:encore |toujours )?(?:la fin|la suite|le reste)$|"
        r"\breliquat a suivre|\bs'arrete (?:a la )?page|"
        r"\b(?:formateur|formatrice|technicien\w*|intervenant\w*|equipe|livreur|"
        r"camion|animat\w+|consultant\w*|photographe|prof\w*|coach|ouvriers?|artisan|"
        r"traiteur|interprete|nettoyeu\w+|plombier)\b[^.]{0,20}\b(?:n'est|ne sont|n'a|"
        r"n'ont|est|ont) (?:pas|jamais|toujours pas) (?:ete )?(?:venue?s?|passee?s?|"
        r"arrivee?s?|presente\w*|vu\w*|la)\b|"
        r"\bmanqu\w+ (?:encore |toujours )?a l'appel|"
        r"\b(?:guett\w+|esper\w+|attend\w*|attends) (?:encore |toujours )(?:le |la |"
        r"les |votre |vos |l')(?!\w* ?(?:facture|rib|accord|virement|feu|validation|"
        r"signature|paiement|bon|numero|reponse|retour|avoir|mail|subvention))\w+",
        (
            "Le sous-sol n'y figure pas alors qu'il faisait partie du périmètre.",
            "La restitution en assemblée n'a pas eu lieu.",
            "Nous n'avons toujours rien reçu.",
            "Dans notre GED, le répertoire est vide.",
        ),
        unless=_NOT
        + r"|\b(?:virement|reglement|paiement|cheque|argent|subvention|vote|reunion|"
        r"commission|facture|rib|courrier|mail|relance|caisse|compte en banque)\b"
        r"|\bvisa\b|\bsignatures?\b|\bfeu vert\b|\bmandat\w*",
        but_not=("Je n'ai rien reçu de vous, aucune facture.",),
        reason=Reason.NOT_DELIVERED,
    ),
    # ----------------------------------------------------------------- quality
    Rule(
        "ne-sert-pas",
        Label.DISPUTE,
        r"\b(?:ne |n'|n')?(?:ont|a|aura|auront) (?:donc )?servi a (?:rien|personne)|"
        r"\bne (?:sert|servent|servira) (?:donc )?(?:a|plus a) rien|"
        r"\brame\b|\bramait\b|\b(?:site|page|outil|appli\w*|logiciel|"
        r"serveur)\b[^.]{0,25}"
        r"\brame\w*|\bs'est efface\w*|\btout s'est (?:efface|perdu|plante)|"
        r"\bconfond\w*\b|\bdans le desordre\b|\bcopie[r]?[- ]colle\w*|\bmot pour mot\b|"
        r"\b(?:laisse\w*) a desirer|\becorche\w*\b|\bsous[- ]dimension\w+|"
        r"\bcorrompu\w*|\bavis defavorable|\b(?:tire\w*|vire\w*) (?:sur|au) (?:le )?"
        r"(?:vert|bleu|jaune|rouge|rose|gris|violet|orange)\b|\bverdatre\w*|"
        r"\bjaunatre\w*|"
        r"\bdistingue\w* (?:meme )?(?:pas|rien)|\bne ressemble\w* (?:a rien|pas)|"
        r"\b(?:refuse|rejete|retoque|recale)(?:e|s|es)? en bloc|"
        r"\bl(?:'|a |es |e )(?:a|ont) (?:refuse|rejete|retoque|recale)\w*\b|"
        r"\b(?:cartons?|palettes?|films?|colis|emballages?|bacs?|caisses?|pieces?|"
        r"panneaux?)\b[^.]{0,15}\b(?:ecrase|dechire|enfonce|tordu|mouille|trou[e]|"
        r"eventre|brise)\w*|\bmise?s? de cote par\b|"
        r"\b(?:soixante|trente|vingt|cent|\d+)[\w -]* (?:annotations|corrections|"
        r"fautes|"
        r"erreurs|remarques)\b|\bautant\b[^.]{0,30}\bqu'avant votre|"
        r"\bclaque la porte|\bl'etiquette \d{4}|\bune usine qui n'est pas\b|"
        r"\bqui n'est pas la notre\b|\bs'en moque\w* encore|\ben rit encore|"
        r"\bcoche « ?(?:inutile|insatisfait|mauvais|decevant)|\binutiles?\b[^.]{0,30}\b"
        r"questionnaire|\bse sont bless\w+|\baberrant\w*|\bcharabia\b|\bde travers\b|"
        r"\bpas (?:bouge|change) d'un (?:pouce|iota|poil)|\bressaisiss\w+\b[^.]{0,15}"
        r"\ba la main|\bon ne (?:peut|saurait) rien en (?:montrer|faire|tirer)|"
        r"\blibre acces par votre|\ble (?:soir|lendemain|jour) (?:du|de la|de "
        r"l')[^.]{0,30}"
        r"\btrop tard\b|\bserv\w+ a rien\b|"
        r"\b(?:sorti|arriv|livr|imprim|rendu)\w* (?:toute?s? |tous |completement |a "
        r"moitie )?(?:roses?|bleue?s?|vertes?|jaunes?|grises?|floues?|pales?|tordu\w+|"
        r"sales?|humides?|moisi\w*|froid\w*|fendu\w*|abim\w+|ray\w+)\b|"
        r"\b(?:refuse\w*) de (?:les |la |le |l')(?:coller|poser|afficher|utiliser|"
        r"diffuser|porter|publier|signer|exposer|servir|manger|mettre)|"
        r"\bse (?:ferme|bloque|fige|coupe|deconnecte|decroche|detache|deforme|dechire|"
        r"decolle)(?:nt)? (?:tout|sans|des|a|au|deja|en)\b|"
        r"\b(?:dalles?|carreaux|marches?|planches?|lames?|poignees?|tuiles?|joints?|"
        r"portes?)\b[^.]{0,25}\b(?:bougent|branl\w+|craqu\w+|sonne\w* creux|se "
        r"souleve\w*|coince\w*|frotte\w*|laisse\w* passer)|"
        r"\bmalgre (?:vos|votre) (?:cours|conseils|formation|intervention|passage|"
        r"travaux|seances|accompagnement)",
        (
            "Ils ne sont arrivés que le lendemain du festival, ils n'ont servi à rien.",
            "Le fond tire sur le vert et le client final les a refusées en bloc.",
            "Le bulletin est paru avec les pages dans le désordre.",
        ),
        unless=_NOT + r"|\b(?:rib|iban|virements|flux|fournisseurs|bancaire)\b|"
        r"\b(?:banque|assurance|mutuelle|comptable|chorus|portail)\b"
        r"[^.]{0,30}(?:l'a|les a) (?:refuse|rejete)|(?:facture|pdf|rib|virement|cheque|"
        r"piece jointe)\b[^.]{0,40}(?:l'a|les a|corrompu|refuse|rejete)|"
        r"je (?:confond|me suis confondu)|comptable (?:la|l'a) refus"
        r"|\b(?:comptable|service|tresorier)\b[^.]{0,20}\brefuse de (?:le|la|"
        r"l')\s?(?:signer|mettre)",
        reason=Reason.QUALITY,
    ),
    Rule(
        "rien-avant-d-en-parler",
        Label.DISPUTE,
        r"\bavant (?:de |d'|que (?:je|nous|on) )?(?:\w+ )?(?:sort\w+ (?:le|mon|un) "
        r"(?:chequier|portefeuille)|ordonnanc\w+|trait\w+ (?:la|votre|cette) "
        r"facture|(?:tout|un|le) (?:virement|reglement|paiement))\b|"
        r"\b(?:laiss\w+|gard\w+|met\w*|reste\w*) (?:\w+ ){0,2}(?:la |le |votre |cette "
        r")?(?:facture|dossier|note|reglement|paiement|piece)? ?(?:de cote|ouvert|en "
        r"suspens|au tiroir|sous cle|en reserve)\b|"
        r"\b(?:le )?(?:solde|reglement|paiement|reste|cheque) (?:attendra|patientera|"
        r"viendra apres)\b|\b(?:je|nous|on) (?:bloque|gele|suspend|garde|retien)\w* "
        r"(?:donc )?(?:tout|votre)\b|\b(?:conseil|comite|bureau|"
        r"direction)\b[^.]{0,15}\b"
        r"suspend$|\b(?:on|nous) (?:en )?(?:re)?parl\w+ (?:d'argent|argent|de la "
        r"facture|du reglement|de ce que je dois)\b|"
        r"\bje (?:pay|pai|regl)\w* (?:quoi|koi)\b|\bpour quoi (?:exactement )?(?:je "
        r")?pai|"
        r"\bje (?:ne )?signe pas (?:ca|cela|un)\b|\bdemeure consignee\b",
        (
            "Je préfère qu'on en cause avant de sortir le chéquier.",
            "Tant qu'on n'a pas trouvé de solution je laisse la facture de côté.",
            "Le règlement attendra les conclusions de l'enquête.",
        ),
        unless=_NOT
        + r"|\b(?:signature|validation|accord|subvention|tresorerie|saison|conges|paye|"
        r"salaire|rib|bon de commande|conseil municipal|encaiss\w+|banque|bic|mefiance|"
        r"comprendre)\b",
        reason=Reason.QUALITY,
    ),
)
