"""The work is contested: never ordered, never delivered, badly done."""

from relancebot.domain.reading import DisputeReason as Reason
from relancebot.domain.reading import Label
from relancebot.reading.claims.no_dispute import NO_DISPUTE
from relancebot.reading.claims.rule import Rule

_NOT = rf"(?:{NO_DISPUTE})"

# What was to be made or delivered; what arrives instead is a complaint.
_WORK = (
    r"(?:site|page|pages|boutique|appli\w*|logiciel|module|modules|logo|maquettes?|"
    r"plaquettes?|flyers?|brochures?|affiches?|cartes?|photos?|tirages?|images?|"
    r"fichiers? sources?|sources|video|film|montage|traductions?|textes?|articles?|"
    r"rapports?|compte[- ]rendus?|comptes? rendus?|livrables?|dossiers?|plans?|etudes?|"
    r"audits?|diagnostics?|"
    r"formations?|stages?|ateliers?|seances?|sessions?|cours|animation|prestations?|"
    r"travaux|chantiers?|pose|peintures?|carrelage|parquet|cloisons?|portes?|fenetres?|"
    r"toiture|vitres?|menage|nettoyage|entretien|maintenance|depannage|reparations?|"
    r"interventions?|passages?|livraisons?|colis|palettes?|cartons?|marchandises?|"
    r"materiel|machines?|pieces?|meubles?|chaises?|tables?|commandes?|produits?|"
    r"articles|"
    r"lots?|jalons?|versions?|fonctionnalites?|installation|branchement|"
    r"mise en (?:ligne|"
    r"service|page)|newsletter|campagnes?|referencement|bugs?|anomalies|enseignes?|"
    r"corrections?|reprises?|finitions|reserves?|plinthes|couches?|escaliers?|robots?|"
    r"caisse enregistreuse|fichiers?|base|donnees|serveurs?|acces|codes? source|"
    r"documentation|mode d'emploi|notices?|cles?|suite|travail|boulot|job|"
    r"support|assistance|hebergement|sono|micros|spectacle|repas|buffet|traiteur|"
    r"interprete|voyage|transport|location|vehicules?|camions?)"
)

RULES = (
    # ------------------------------------------------------------- not_ordered
    Rule(
        "jamais-commande",
        Label.DISPUTE,
        r"\b(?:jamais|rien|pas|aucun\w*|personne\b[^.]{0,40}|ni)\b[^.]{0,25}"
        r"\b(?:command\w*|demand(?:e|ee|es|ees|er|ait)|solicit\w*|sollicit\w*|"
        r"souscri\w*|"
        r"signe\w*|valide\w*|accepte\w*|autorise\w*|mandate\w*|reserve\w*|engage\w*|"
        r"resigne\w*|approuve\w*|donne (?:le|mon|notre|son)(?: \w+){0,2} (?:accord|bon|"
        r"ordre))\b|"
        r"\b(?:aucune? (?:trace|commande|demande|devis|contrat|bon de commande)|"
        r"aucune trace de (?:cette|la|votre) commande)\b|"
        r"\bn'av(?:ons|ait|ez|ais|aient) (?:jamais |rien |pas )(?:\w+ )?(?:commande|"
        r"demande|signe|valide|souscrit|accepte)|\b(?:pas|jamais|ne) (?:ete |a ete |"
        r"etait )?"
        r"(?:cochee?|prevue? au (?:devis|contrat)|command\w+|convenue?s?|discutee?s?|"
        r"au devis|"
        r"dans le devis|comprise? dans|causee?|question)\b|"
        r"\bdont (?:on|nous|je) n'?(?:av\w+ )?jamais|"
        r"\bni (?:bon de commande|devis|commande|contrat|moi)\b|"
        r"\bqui (?:l'aurait|aurait|l'a|a) (?:passe\w*|command\w*|signe\w*|demande\w*|"
        r"valid\w*)|"
        r"\b(?:renouvele|reconduit|renouvelle)\w* (?:tout|toute) seule?|"
        r"\btacite reconduction|\bde votre (?:propre )?(?:chef|initiative)|"
        r"\bconfusion (?:de nom|d'adresse|avec)|\berreur sur la personne|"
        r"\bhors (?:devis|contrat|perimetre|commande|forfait)|"
        r"\bpas (?:de )?(?:bon de commande|devis|commande) (?:signe|valide|de notre|"
        r"a ce|chez|correspond)\w*",
        (
            "Jamais commandé ça.",
            "Personne ici n'a demandé cette deuxième séance photo.",
            "jai rien signé chez vous moi",
        ),
        unless=_NOT
        + r"|\b(?:signe|valide|accepte|autorise|donne)\w* (?:encore|toujours|avant|"
        r"sans|"
        r"de cheque|un cheque)|pas encore|toujours pas|(?:pv|proces|jalon|recette|"
        r"lot)\b|"
        r"\bconditions\b|(?:depense|virement|paiement|mandat)s?\b|\bfeu vert\b|\bpas "
        r"(?:demand\w+|command\w+) (?:du|de) (?:bleu|rouge|vert)|cheque|"
        r"plus rien signer|"
        r"formation|est (?:pas|rien)[^.]{0,12}valide|"
        r"n'a pas (?:encore )?(?:ete )?(?:valid|"
        r"sign|approuv)|manque|virgule|\ben attente"
        r"|parapheur|rien mandater|\brecevoir\b|n'honor\w+|autorise\w* a (?:regler|"
        r"payer)|personne ne signe"
        r"|payer personne",
        reason=Reason.NOT_ORDERED,
    ),
    # ----------------------------------------------------------- not_delivered
    Rule(
        "jamais-recu",
        Label.DISPUTE,
        rf"\b(?:jamais|toujours pas|pas encore|pas|rien|n'a pas|n'ont pas|n'est pas|"
        rf"ne sont pas|n'avons pas|aucun\w*|"
        rf"n'existe\w* (?:toujours )?pas)\b[^.]{{0,30}}"
        rf"\b(?:recue?s?|livree?s?|eu lieu|arrivee?s?|terminee?s?|finie?s?|"
        rf"achevee?s?|commencee?s?|demarree?s?|realisee?s?|effectuee?s?|faite?s?|"
        rf"executee?s?|rendue?s?|remise?s?|posee?s?|installee?s?|mise?s? en (?:ligne|"
        rf"service)|"
        rf"vue?s?|venue?s?|passee?s?|presentee?s?|suivie?|existe\w*|livraison|"
        rf"pret\w*|complete?s?|fournie?s?|debute\w*|intervenue?s?)\b[^.]{{0,40}}"
        rf"(?:\b{_WORK}\b|\bpersonne\b|\bintervenant|\btechnicien)|"
        rf"\b{_WORK}\b[^.]{{0,45}}\b(?:jamais|toujours pas|pas encore|n'a pas|"
        rf"n'ont pas|"
        rf"n'est pas|ne sont pas|pas|n'est toujours|ne sont toujours|n'existe\w*|"
        rf"manqu\w+|"
        rf"attend\w*|rien)\b[^.]{{0,25}}"
        rf"(?:\b(?:recue?s?|livree?s?|lieu|arrivee?s?|terminee?s?|finie?s?|achevee?s?|"
        rf"commencee?s?|demarree?s?|realisee?s?|effectuee?s?|faite?s?|executee?s?|"
        rf"rendue?s?|"
        rf"remise?s?|posee?s?|installee?s?|en ligne|en service|vue?s?|venue?s?|"
        rf"passee?s?|"
        rf"suivie?|pas|prete?s?|complete?s?|la|toujours|encore|existe|fournie?s?|"
        rf"debute\w*)\b|$)",
        (
            "L'atelier du 14 n'a jamais eu lieu.",
            "La page réservation par contre n'existe toujours pas.",
            "Les flyers ne sont toujours pas arrivés.",
        ),
        unless=_NOT
        + r"|\bfactures?\b[^.]{0,25}(?:jamais|pas)[^.]{0,15}(?:recue?|parvenue?|"
        r"arrivee?|trouve)"
        r"|(?:jamais|pas)[^.]{0,15}(?:recu|eu|vu|trouve)[^.]{0,15}(?:factures?|mail|"
        r"relance|"
        r"courrier|rib|message|rappel)|(?:virement|paiement|cheque|reglement|argent|"
        r"fonds|"
        r"subvention|aide)\b[^.]{0,30}(?:n'|pas|toujours)|pas (?:passe\w*|"
        r"fait\w*) (?:expres|"
        r"attention|le (?:virement|necessaire))|pas vu (?:passer )?(?:votre|la|le) "
        r"(?:facture|mail|message)|comptes?\b[^.]{0,20}(?:n'|pas)"
        r"|ne (?:nous )?manquer\w+ pas|n'en a pas|rien ne bloque|regarde pas|pas "
        r"arretee|plan de cession|sortira pas|impeccable|pas tout de suite|sans "
        r"(?:reference|numero)|je l'attends par|pas encore presente|n'est vraiment "
        r"pas|cadeau"
        r"|\btout sortir\b|d'un coup",
        reason=Reason.NOT_DELIVERED,
    ),
    Rule(
        "on-attend-toujours",
        Label.DISPUTE,
        rf"\b(?:attend\w*|attends|cherche|reclam\w+) (?:toujours |encore |depuis \w+ |"
        rf"tjs |tjrs |les? |la |l'|vos |votre |que )*"
        rf"(?:les? |la |l'|vos |votre |que |un |une |des |mes |nos |"
        rf"mon )+(?:\w+ ){{0,2}}{_WORK}\b|"
        rf"\b{_WORK}\b[^.]{{0,30}}\b(?:on|je|nous|je l'|nous l'|on l'|les) ?(?:l'|les |"
        rf"la )?"
        r"(?:attend\w*|attends) (?:toujours|encore|depuis)|"
        rf"\b(?:il |y |nous |me |vous )*manqu\w+ (?:encore |toujours |plus que |"
        rf"juste )*"
        rf"(?:tout |toute |la moitie |les? |la |l'|des |deux |trois |un |une |\d+ )+"
        rf"(?:\w+ )?(?:{_WORK}|bord|moitie)\b|\bou (?:est|sont|en (?:est|sont)) (?:le|"
        rf"la|les|"
        rf"mon|ma|mes|notre|nos|l')\s?{_WORK}|"
        r"\b(?:pas|jamais|toujours pas|n'est pas|est pas|n'a pas ete) (?:encore )?"
        r"(?:finie?s?|terminee?s?|achevee?s?|livree?s?|termine)\b|\binacheve\w*|"
        r"\b(?:absent|manquant)e?s? (?:a|de|sur) (?:la|l') ?(?:livraison|appel)|"
        r"\brecu (?:que |seulement |uniquement )?(?:\d+|un|une|deux|trois|quatre|"
        r"la moitie) "
        r"(?:\w+ )?(?:sur|au lieu)|\bn'(?:a|ont|avons|ai) (?:recu|eu|vu|livre) que|"
        r"\b(?:recu|livre|eu|vu|fait) que (?:la moitie|deux|trois|une?|\d|le premier)|"
        r"\bau premier tiers|\bne s'(?:est|etant) (?:pas|jamais) presente|"
        r"\bpersonne n'est (?:venu|passe|intervenu)|\bsans nouvelles? de (?:vous|votre|"
        r"l'equipe)",
        (
            "Le rapport, lui, je l'attends depuis janvier.",
            "La job est pas finie, y manque encore tout le bord de l'escalier.",
            "On n'a reçu que deux modules sur les quatre.",
        ),
        unless=_NOT
        + r"|factures?\b[^.]{0,10}(?:attend|manqu)|(?:attend\w*|manqu\w+)[^.]{0,20}"
        r"(?:factures?\b|\brib\b|bon de commande|signature|validation|accord|reponse|"
        r"virement|"
        r"paiement|subvention|versement|la piece|copie|carte|avis)",
        reason=Reason.NOT_DELIVERED,
    ),
    # ----------------------------------------------------------------- quality
    Rule(
        "defaut",
        Label.DISPUTE,
        r"\b(?:ne |n'|n)?(?:fonctionn\w+|marche\w*|tien(?:t|nent)|ouvre\w*|demarre\w*|"
        r"charge\w*|"
        r"s'affiche\w*|s'ouvre\w*|s'allume\w*|repond\w*) (?:toujours |plus |donc |"
        r"meme |encore )*"
        r"(?:pas|plus|mal|jamais|qu'a moitie|toujours en)\b|"
        r"\bplant(?:e|ent|er|ait|age)\b|\bbug\w*\b|\bbogu\w+|\banomalies?\b|"
        r"\bdysfonction\w+|"
        r"\bmalfacons?\b|\bdefaut(?:s|ueu\w+)?\b(?! de (?:paiement|provision|reglement|"
        r"numero|"
        r"reference))|\bdefect\w+|\bvices? (?:cache|de construction)|"
        r"\bnon[- ]conform\w+|"
        r"\b(?:pas|ne sont pas|n'est pas|rien de) conformes?\b|\bbacle\w*|\bsabote\w*|"
        r"\btorchon|\bnul(?:le)?s?\b(?! part| ne| n\'| \w+ement)|\bcatastroph\w+|"
        r"\blamentable\w*|"
        r"\b(?:inutilisable|inexploitable|illisible|injouable|imbuvable|inacceptable|"
        r"deplorable|insatisfaisant|mediocre|decevant|indigne|inadmissible|"
        r"insuffisant)\w*|"
        r"\bfui(?:t|te|tes|ent)\b|\bgondol\w+|\bcloqu\w+|\bfissur\w+|\bdecoll\w+|"
        r"\brouill\w+|"
        r"\bcass(?:e|ee|es|ees|ent)\b|\babim\w+|\bray(?:e|ee|es|ees)\b|\bdegorg\w+|"
        r"\bclignot\w+|\bdetach\w+|\becaill\w+|\bs'effrit\w+|\btach(?:e|ee|es|ees)\b|"
        r"\bsonne\w* creux|\bpenche\w*|\bbancal\w*|\bgrinc\w+|\bcoule\b|\bmoisi\w*|"
        r"\bde travers\b|\ba l'envers\b|\bflou\w*|\bpixell?is\w+|\bfautes? (?:d'|de |"
        r"a |dans)|"
        r"\bbourre\w* de (?:fautes|coquilles|bugs)|\bcoquilles?\b|\bcontresens\b|"
        r"\b(?:mal|tres mal) (?:fait|pose|fini|traduit|ecrit|installe|cable|regle|"
        r"monte|"
        r"execute|imprime|coupe|range|decoupe|concu|realise|redige)\w*|"
        r"\ba (?:refaire|reprendre|recommencer|revoir|corriger)\b|"
        r"\b(?:du |dut?|fallu|fait|faire) (?:faire )?(?:re)?(?:faire|passer|refaire|"
        r"reprendre|"
        r"repasser|recommencer|reecrire|intervenir) (?:un |une |par |appel |derriere |"
        r"le |la |"
        r"tout|les )|\brepasser derriere|\btout (?:re(?:faire|prendre|ecrire)|"
        r"a refaire)|"
        r"\breserves? (?:non|ne|n'|pas|soient|restent|emises?|au pv|toujours|mentionn)|"
        r"\bavec reserves\b|\blevee des reserves|\bpas (?:a la hauteur|satisfai\w*|"
        r"contente?s?|"
        r"au niveau|convaincu\w*|serieux|propre|du travail|fini|professionnel|ce (?:qu|"
        r"que|qui)|"
        r"le resultat|la qualite|acceptable|recevable)\b|"
        r"\binsatisf\w+|\bmecontent\w*|\bdecu\w*\b|\bdeception\b|\bqualite\b|"
        r"\bresultat\b"
        r"[^.]{0,20}\b(?:pas|loin|nul|mauvais|decev)|"
        r"\btombe\w* en panne|\ben panne\b|\bretombe\w* en panne|\bs'arrete\w*\b|"
        r"\b(?:repercu\w+|perdu) (?:deux|trois|des|plusieurs) (?:jours|clients|donnees|"
        r"ventes)|"
        r"\bcahier des charges\b|\bservice (?:fait )?refuse|\brefus(?:e|ons|ee) (?:le|"
        r"la|ce|"
        r"cette|les) (?:lot|livraison|livrable|recette|marchandise|travail)|"
        r"\bsignal\w+ (?:un|"
        r"des|plusieurs) (?:probleme|defaut|erreur|bug)s?|"
        r"\bpage blanche|\btout noir|\berreurs? (?:dans|sur|de) (?:les?|la|vos?|votre|"
        r"l'|"
        r"conception|mesure|cotes|traduction|impression|plan)|"
        r"\bsav\b|\bgarantie\b|\bexpertise\b|\bconstat\b|\bhuissier\b[^.]{0,20}constat",
        (
            "La peinture cloque déjà dans la salle de bain.",
            "ça plante toujours au démarrage donc on verra après pour les sous",
            "Le site ne fonctionne pas sur mobile.",
            "Les photos sont floues.",
        ),
        unless=_NOT
        + r"|\b(?:app|appli|banque|carte|ordi\w*|pc|mail|connexion|boite|internet|"
        r"imprimante|"
        r"logiciel de (?:compta|paie)|serveur de (?:mail|messagerie)|messagerie|"
        r"chaudiere|voiture|camion|telephone|lecteur|virement|prelevement|terminal|"
        r"site de (?:ma|la) banque)\b[^.]{0,45}"
        r"(?:plant|panne|bug|rade|marche|fonctionn|casse|bloqu|s'arrete)|"
        r"\b(?:plant|panne|bug|casse)\w*[^.]{0,20}(?:appli|banque|ordi|carte|"
        r"serveur mail|"
        r"messagerie|logiciel de compta)|bonne qualite|tres bon|excellent|"
        r"\bfacture\b[^.]{0,10}illisible|pdf\b|defaut de (?:paiement|reference|numero)|"
        r"au resultat|garantis?\b|saison|vous le garanti|en qualite de|panne de"
        r"|dans le coup|casse la (?:jambe|figure|gueule)|bras casse"
        r"|\bfaute (?:de|d')\s?(?!frappe|orthographe|gout)|en doute la qualite|"
        r"responsable qualite|echanges s'arret|m'a plante|\bclients? en defaut|"
        r"\b(?:rib|piece jointe|pj)\b|caisse sonne creux|vu la qualite de|accueil que",
        reason=Reason.QUALITY,
    ),
    Rule(
        "paiera-quand-ce-sera-fait",
        Label.DISPUTE,
        r"\b(?:tant que|tant qu'|une fois que?|quand|des que|des qu'|lorsque|lorsqu'|"
        r"le jour ou|apres que|jusqu'a ce que|jusqu'a ce qu'|avant que|avant qu'|"
        r"attend\w* que|"
        r"apres (?:la |le |les |vos |votre )?|avant (?:la |le |les )?|a condition que|"
        r"sous reserve (?:que|de)|a la|au|once|until|when) "
        r"[^.;]{0,50}\b(?:repar\w+|remise? (?:en etat|d'equerre|a neuf|en ordre|"
        r"en service|en route)|corrig\w+|corrections?|repris\w*|reprises?|"
        r"reprendr\w+|termin\w+|finir?\b|finie?s?|achev\w+|livr\w+|livraison|"
        r"regl[eé]\w* (?:ce|le|"
        r"les) (?:probleme|souci|defaut)|resol\w+|refai\w+|refaite?s?|reposee?s?|"
        r"posee?s?|"
        r"levee?s?|levee des|fonctionn\w+|marcher\w*|cess\w+ de|tiendra|tient|"
        r"recette|conform\w+|revenir?|revenus?|reven\w+ (?:finir|faire|terminer)|"
        r"cles?|en ligne|installe\w*|ajust\w+|remplac\w+|rembours\w+ (?:moi|nous|les|"
        r"la)|"
        r"fixed|finished|delivered|repaired|working|works|sorted|complete\w*|corrected|"
        r"land|replaced|done properly)\b",
        (
            "On soldera une fois que ce sera remis d'équerre.",
            "oui oui ce sera payé quand vous serez revenu finir les plinthes",
            "Tant que les réserves ne sont pas levées, nous gardons le solde.",
        ),
        unless=_NOT
        + r"|\b(?:cloture|comptes?|ordi\w*|logiciel|travaux du bureau|inventaire|"
        r"saison|"
        r"mon (?:chantier|demenagement)|la banque|paie|conges|virement|rib|facture|"
        r"pv de|"
        r"la bonne facture|facture corrigee|boite mail)\b|bon de commande|reven\w+ de|"
        r"de (?:nouveau |retour)|quand (?:je|j'|on|nous) (?:aur|fin|termin|rev|"
        r"r)\w+(?! mes)|"
        r"suis reven|reviens|je finis|on finit|on a fini|j'ai fini|avoir fini"
        r"|premiere heure|comptable (?:aura|ait)|refais surface|par mois|attester|"
        r"passeront par"
        r"|\bfin du mois\b",
        reason=Reason.QUALITY,
    ),
    Rule(
        "le-reste-quand",
        Label.DISPUTE,
        r"\b(?:reste|solde|autre moitie|suite|seconde moitie|complement|"
        r"surplus)\b[^.]{0,25}"
        r"\b(?:quand|le jour ou|une fois que?|des que|lorsque|apres que) "
        r"(?!je|j'|on |nous|notre|nos|mon|ma|mes|possible|ce sera possible)",
        (
            "Je paie la moitié vendredi et le reste quand la porte fermera.",
            "le solde le jour où l'enseigne tiendra au mur",
        ),
        unless=_NOT + r"|\b(?:<THIRD>|salaires?|tresorerie|saison|conges?|budget|"
        r"agent comptable)\b",
        reason=Reason.QUALITY,
    ),
    Rule(
        "retient-une-part",
        Label.DISPUTE,
        r"\b(?:gard(?:e|ons|erai|erons)|retien[st]|retenons|retiendr\w+|bloqu(?:e|ons)|"
        r"conserv(?:e|ons)|suspend\w*|gele?\w*) (?:donc |alors |pour (?:le moment|"
        r"l'instant) )?"
        r"(?:\d+ ?%|les \d+ ?%|\d[\d .]*(?:€|euros)|le (?:solde|reste|paiement|"
        r"reglement)|"
        r"la (?:moitie|difference|somme|retenue)|une (?:partie|retenue)|"
        r"notre (?:paiement|"
        r"reglement)|tout (?:paiement|reglement))|\bretenue de (?:garantie|\d)|"
        r"\b(?:mets?|mettons) (?:\w+ ){0,3}de cote\b|\ben suspens\b|"
        r"\b(?:paiement|reglement|solde|facture)\b[^.]{0,20}\b(?:bloque\w* (?:pour|"
        r"tant|"
        r"jusqu)|suspendu\w*|en litige|gele\w*|retenu\w* (?:pour|tant|jusqu))|"
        r"\bavant (?:de |d'|que |tout )?(?:parler|bouger|discuter|regler|payer|"
        r"debloquer|"
        r"reglement|paiement|versement|virement|liberer|aller plus loin|sortir)\b"
        r"(?! (?:le|la) \d| (?:lundi|mardi|mercredi|jeudi|vendredi))",
        (
            "Je garde 10 % sous le coude et le reste part ce vendredi.",
            "Nous gardons les 5 % restants jusqu'à ce que les réserves soient levées.",
            "Je préfère qu'on se voie avant de bouger l'argent.",
        ),
        unless=_NOT + r"|\brib\b|bon de commande|signature|valid\w+|avant de (?:payer|"
        r"regler)[^.]{0,30}"
        r"(?:besoin|faut|avoir)|mandater|le conseil|chequier|avant le paiement des|"
        r"avant (?:de )?relancer|facture de|copie|numero|attestation|piece"
        r"|releve de compte|\bpointer\b",
        reason=Reason.QUALITY,
    ),
)
