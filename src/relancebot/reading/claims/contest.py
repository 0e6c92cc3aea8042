"""The debt is contested, aloud or quietly, and why."""

from relancebot.domain.reading import DisputeReason as Reason
from relancebot.domain.reading import Label
from relancebot.reading.claims.rule import Rule

# What was to be made or delivered; what arrives instead is a complaint.
_WORK = (
    r"(?:site|page|pages|boutique|appli\w*|logiciel|module|modules|logo|maquettes?|"
    r"plaquettes?|flyers?|brochures?|affiches?|cartes?|photos?|tirages?|images?|"
    r"fichiers? sources?|sources|video|film|montage|traductions?|textes?|articles?|"
    r"rapports?|compte[- ]rendus?|comptes? rendus?|livrables?|dossiers?|plans?|etudes?|audits?|diagnostics?|"
    r"formations?|stages?|ateliers?|seances?|sessions?|cours|animation|prestations?|"
    r"travaux|chantiers?|pose|peintures?|carrelage|parquet|cloisons?|portes?|fenetres?|"
    r"toiture|vitres?|menage|nettoyage|entretien|maintenance|depannage|reparations?|"
    r"interventions?|passages?|livraisons?|colis|palettes?|cartons?|marchandises?|"
    r"materiel|machines?|pieces?|meubles?|chaises?|tables?|commandes?|produits?|articles|"
    r"lots?|jalons?|versions?|fonctionnalites?|installation|branchement|mise en (?:ligne|"
    r"service|page)|newsletter|campagnes?|referencement|bugs?|anomalies|enseignes?|"
    r"corrections?|reprises?|finitions|reserves?|plinthes|couches?|escaliers?|robots?|"
    r"caisse enregistreuse|fichiers?|base|donnees|serveurs?|acces|codes? source|"
    r"documentation|mode d'emploi|notices?|cles?|suite|travail|boulot|job|"
    r"support|assistance|hebergement|sono|micros|spectacle|repas|buffet|traiteur|"
    r"interprete|voyage|transport|location|vehicules?|camions?)"
)
# Said of a complaint in order to deny it: these sentences contest nothing.
NO_DISPUTE = (
    r"\b(?:aucun(?:e)?|pas (?:de|une?|d')|sans|ni|n'est pas (?:une?|un)|"
    r"n'y a (?:pas|aucun\w*) (?:de |d')?|zero|nul(?:le)?) ?(?:\w+ ){0,2}?"
    r"(?:litiges?|contestations?|reclamations?|reserves?|desaccords?|plaintes?|problemes?|"
    r"disputes?|soucis?|reproches?|remarques?|objections?)|"
    r"\bne (?:la |le |les |vous )?(?:conteste|remets?|discute|dispute)\w* (?:\w+ ){0,2}?"
    r"(?:pas|rien|nullement|aucun\w*)|\bje conteste rien|\brien a redire|"
    r"\bnon non\b|\b(?:litige|reclamation|contestation|bug|probleme|anomalie|dossier)s?\b"
    r"[^.]{0,30}\b(?:clos\w*|close|cloture\w*|regle[es]?|resolu\w*|leve\w*|corrige\w*|"
    r"solde\w*|termine\w*)|\bavais conteste\b|\bmalgre son nom\b|"
    r"\brien a voir avec (?:la|votre|cette) (?:facture|note)|\bpole litiges|"
    r"\breserves (?:sont |ont ete )?levees\b(?<!soient levees)|"
    r"\bno (?:dispute|complaint|issue|problem|quarrel)s?\b|\bnot disput\w+"
)
_NOT = rf"(?:{NO_DISPUTE})"
_BILLING = (
    r"(?:factur\w+|compt\w+|note\w*|reclam\w+|mis|mettez|demand\w+|annonc\w+|affich\w+)"
)

RULES = (
    # ------------------------------------------------------------------ amount
    Rule(
        "montant-conteste",
        Label.DISPUTE,
        r"\bcontest\w+ (?:formellement |fermement )?(?:le |ce |du |votre )?(?:montant|total|"
        r"calcul|prix|decompte|chiffrage|nombre|tarif)|"
        r"\bd'?\s?accord (?:avec|sur) (?:le |ce |votre |les )?(?:montant|total|prix|heures|"
        r"nombre|tarif|decompte|calcul|somme)|\bdesaccord sur (?:le |les |la )?(?:montant|"
        r"heures?|prix|nombre|total|quantite|tarif|jours)|"
        r"\berreur (?:de |dans |sur |d')(?:le |la |les |l'|votre )?(?:montant|calcul|tva|"
        r"taux|prix|quantite|total|facturation|tarif|addition|saisie|chiffre|virgule)|"
        r"\b(?:montant|total|prix|somme|tarif|facture|note|calcul|tva|taux)\b[^.,]{0,25}"
        r"\b(?:n'est pas (?:le bon|la bonne|juste|correct\w*|celui|celle|bon|exact\w*)|"
        r"ne correspond\w* (?:pas|a rien)|est (?:faux|fausse|errone\w*|incorrect\w*|"
        r"inexact\w*|trop eleve\w*|exagere\w*|excessi\w*|superieur\w*)|"
        r"(?:pas|ne sont pas) (?:conforme|bon)\w*|excede|depasse|ne colle pas)|"
        r"\bmontant superieur\b|\b(?:ecart|difference|decalage) (?:de |d'|entre)\s?(?:\d|prix|"
        r"tarif|le |montant)|\btrop (?:factur\w+|percu|cher)|\bsurfactur\w+|\bgonfl\w+|"
        r"\b(?:pas|jamais|n'avons|n'avait|avait) [^.]{0,14}(?:ce|au) (?:prix|tarif|montant)|"
        r"\ble (?:bon )?(?:prix|tarif|taux|montant) (?:convenu|prevu|du devis|est de|etait)|"
        r"\ben facture[zr]?\b|\bvous en (?:annonc|compt|factur|reclam)\w+|"
        r"\b(?:n'etait|n'est|etait|est) (?:que de|pas de) \d",
        (
            "pas d accord avec le montant du tout",
            "Erreur de TVA : 20 % sur un chantier de rénovation.",
            "Mon mari a compté 14 heures sur place, vous en facturez 22.",
        ),
        unless=_NOT,
        reason=Reason.AMOUNT,
    ),
    Rule(
        "devis-contre-facture",
        Label.DISPUTE,
        rf"\b(?:devis|contrat|bon(?: de commande)?|commande|marche|convenu|accord|"
        rf"engagement|tope|entendus?|dit|annonce|accepte|valide|compte|releve|pointe|"
        rf"pointage|plannings?|feuilles?|parle|signe|prevu|prevoyait|portait|"
        rf"proposition|offre|tjm|bl|livraison|mes|nos|notre|hand on|quoted?|agreed)\b"
        rf"[^.;]{{0,35}}\d[^.;]{{0,60}}\b(?:et |mais |, |or |alors que |pour |=)?[^.;]{{0,12}}"
        rf"\b(?:{_BILLING}|facture|recois|lis|vois|billed|invoiced?|charged|annoncez|"
        rf"au lieu)\b[^.;]{{0,20}}\d|"
        rf"\b(?:{_BILLING}|facture|lis|vois|recois|reclamez|annoncez|facturez|comptez)\b"
        rf"[^.;]{{0,25}}\d[^.;]{{0,30}}\b(?:au lieu|alors|contre|mais|quand|, (?:le|mes|nos|"
        rf"mon|or)|pour)\b[^.;]{{0,45}}\d|"
        r"\b\d[\d .,]* ?\w* au lieu (?:de |d'|des )\d|"
        r"\b(?:\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|dix) (?:\w+ ){0,2}"
        r"(?:pas|et non|non|contre|sur) (?:pas )?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|"
        r"dix|douze|les \w+)\b(?! ?(?:%|fois|h\b))|"
        r"\bpourquoi (?:\d+|un|une|deux|trois|quatre|cinq) \w+|\bpk \d",
        (
            "Le devis disait 3 200 HT, la facture dit 3 850.",
            "tjm contrat 480, tjm facture 520.",
            "j'ai validé cinq jours pas sept",
        ),
        unless=_NOT
        + r"|\b(?:echeance|jours? fin de mois|paye le|virement|mois|heures? sur 24|24/24|7j)"
        r"[^.]{0,20}\bau lieu|paiement au|en (?:deux|trois) fois|h ?\d* contre",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "avoir-attendu",
        Label.DISPUTE,
        r"\b(?:un|l'|d'|votre|notre|cet|une note de|en|d'un|son|votre|avec|par un|aucun) ?"
        r"avoirs?\b(?= (?:de|du|pour|sur|total|partiel|attendu|est|et|a|d'|annonc|promis|"
        r"correspond|avant|des|que|n'|doit|nous|\d)|[.,;]|$)|"
        r"^avoir (?:et|de|attendu)|\bcredit note|\b(?:emett\w+|etabli\w*|emiss\w+|fai\w+) "
        r"(?:un |l')avoir",
        (
            "Merci d'établir un avoir de 300 € sur la 2026-018.",
            "J'attends encore l'avoir pour les 40 chaises.",
        ),
        unless=r"\bapres (?:l'|en |y )avoir|\bpour (?:l'|en )avoir|sans (?:l'|en |y )?avoir|"
        r"\bde (?:l'|vous |nous |en )avoir|\bd'avoir (?:\w+e|\w+i|\w+u|\w+is|du|ete|a)\b|"
        r"\bavoir (?:un peu|le|la|les|du temps|des nouvelles|oublie|fait|regle|paye|recu|"
        r"ete|pu|mis|du|de la)\b|avoir (?:bien )?recu",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "remise-ou-acompte-oublie",
        Label.DISPUTE,
        r"\b(?:remise|rabais|ristourne|arrhes|acompte|escompte|reduction|geste commercial|"
        r"deduction|avance)\b[^.]{0,60}\b(?:pas|nulle part|oubli\w+|manqu\w+|omis\w*|"
        r"n'apparai\w+|n'a\b|n'est\b|deduit\w*|applique\w*|prevue?|convenue?|promise?)|"
        r"\b(?:manqu\w+|oubli\w+|pas|sans|ou est|n'ave[sz]|deduire|deduis\w*) "
        r"(?:\w+ ){0,3}(?:remise|rabais|ristourne|arrhes|acompte(?:s)? (?:de|deja|verse)|"
        r"escompte|geste)",
        (
            "Il manque la remise de 5 % qu'on avait vue ensemble.",
            "Les 500 € d'arrhes ne sont pas déduits du total.",
        ),
        unless=_NOT + r"|acompte (?:raisin|de notre client)|nous verse|me verse",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "retenue-sur-facture",
        Label.DISPUTE,
        r"\b(?:retir|enlev|ot|supprim|soustra|dedui|retranch|corrig|reduis|revoy|baiss)\w*"
        r"(?:[- ](?:moi|nous|les|la|le|ca))? ?(?:de |la |les? |des |ces |ma |sa |d'abord |"
        r"l'|cette |ce |du |nombre )*(?:\d[\d .,]*(?:€|euros?)|ligne|frais|supplement|"
        r"montant|heures?|jours?|option|deplacements?|note|forfait|majoration|poste|"
        r"parking|km|penalites|interets|somme)|"
        r"\b(?:retranchee?s?|deduite?s?|deductions?|decomptee?s?|soustraite?s?) (?:de|du|des|"
        r"sur|$)|\ben deduction\b|\bpenalites de retard (?:de|du|prevues|a votre|viennent|"
        r"pour votre|contractuelles)|retard[^.]{0,30}\ben deduction|"
        r"\bsera? retranche|\bdeduit le net|remise deduite|"
        r"\b(?:revoir|rediscuter|renegocier|revoyons)\b[^.]{0,30}(?:montant|nombre|prix|"
        r"total|tarif|somme|note|heures|facture)|(?:paie|regle|paye|paierai|reglerai) "
        r"(?:que|seulement|uniquement) (?:les?|la|ce|\d|une?|pour)|"
        r"\bpas d'ou (?:ca|cela|il) (?:sort|vien)|\bj'en regle (?:un|une|deux|trois)\b",
        (
            "Retirez les 60 € de parking et je vous fais le virement mercredi.",
            "Vous comprendrez que cette somme soit retranchée.",
        ),
        unless=_NOT + r"|adresse|liste|mail",
        reason=Reason.AMOUNT,
    ),
    Rule(
        "prix-augmente",
        Label.DISPUTE,
        r"[+] ?\d+ ?%|\b(?:augment\w+|hausse|majoration|supplement|surcout|depassement|"
        r"plus[- ]value)\b[^.]{0,40}"
        r"(?:pas|jamais|sans|aucun\w*|non|n'|inattendu\w*|surpris\w*|prevenu\w*|ne )|"
        r"\bsans (?:me |nous )?(?:prevenir|devis|avoir (?:prevenu|demande)|accord|"
        r"notre accord|mon accord|me (?:le )?dire)|"
        r"\b(?:tarif|prix) (?:double|triple)|\bdouble du prix|\bdeux fois plus cher",
        ("+18 % sans prévenir ?? c'est une blague ?",),
        unless=_NOT,
        reason=Reason.AMOUNT,
    ),
    # --------------------------------------------------------------- duplicate
    Rule(
        "facture-en-double",
        Label.DISPUTE,
        r"\bdoublons?\b|\ben double\b|\bdouble (?:facturation|emploi|factur\w+)|"
        r"\b(?:factur|mis|compt|reclam|demand|envoy|factu|regl|pay|relanc)\w* "
        r"(?:\w+ ){0,3}?(?:2|deux) fois\b|\b(?:2|deux) fois (?:la|le|les|cette|ce|pour|"
        r"factur\w+|dans|sur)|"
        r"\bdeja (?:factur\w+|compte\w*|compris\w*|inclus\w*|figur\w+|repris\w*|presente?\w*|"
        r"dans (?:la|votre) facture)|\bfigur\w+ (?:deja|aussi|egalement) (?:sur|dans)|"
        r"\b(?:deux|2) (?:notes?|factures?|numeros?|fois) (?:pour|du|de|differents?) "
        r"(?:la |le |les )?(?:meme|identique|seul)|"
        r"\bmeme (?:chose|prestation|journee|facture|intervention|commande|ligne|note|montant|"
        r"objet|travail|travaux|mission|periode|mois)\b[^.]{0,40}\b(?:que|deux|double|"
        r"numeros?|deja)|\bsous (?:deux|2) numeros|\b(?:identique|la meme) (?:a|que) "
        r"(?:celle|la|votre)|\brenumerot\w+|\bfait double|"
        r"\bdeja (?:ete )?(?:pay|regl|sold|acquitt)\w+ (?:\w+ ){0,3}?(?:avec|sur|dans|via) "
        r"(?:la|une|votre|l')",
        (
            "erreur chez vous, le déplacement du 12 est facturé 2 fois",
            "Ces deux journées figurent déjà sur votre facture d'avril.",
            "doublon avec la 2025-311 à mon avis",
        ),
        unless=_NOT + r"|\brelance (?:en double|deux fois)|en deux fois|"
        r"mail\w* (?:en double|deux fois)|rejou|deux fois (?:ce mois|cette semaine)|un double\b|"
        r"signature",
        reason=Reason.DUPLICATE,
    ),
    # ------------------------------------------------------------- not_ordered
    Rule(
        "jamais-commande",
        Label.DISPUTE,
        r"\b(?:jamais|rien|pas|aucun\w*|personne\b[^.]{0,40}|ni)\b[^.]{0,25}"
        r"\b(?:command\w*|demand(?:e|ee|es|ees|er|ait)|solicit\w*|sollicit\w*|souscri\w*|"
        r"signe\w*|valide\w*|accepte\w*|autorise\w*|mandate\w*|reserve\w*|engage\w*|"
        r"resigne\w*|approuve\w*|donne (?:le|mon|notre|son)(?: \w+){0,2} (?:accord|bon|ordre))\b|"
        r"\b(?:aucune? (?:trace|commande|demande|devis|contrat|bon de commande)|"
        r"aucune trace de (?:cette|la|votre) commande)\b|"
        r"\bn'av(?:ons|ait|ez|ais|aient) (?:jamais |rien |pas )(?:\w+ )?(?:commande|"
        r"demande|signe|valide|souscrit|accepte)|\b(?:pas|jamais|ne) (?:ete |a ete |etait )?"
        r"(?:cochee?|prevue? au (?:devis|contrat)|command\w+|convenue?s?|discutee?s?|au devis|"
        r"dans le devis|comprise? dans|causee?|question)\b|"
        r"\bdont (?:on|nous|je) n'?(?:av\w+ )?jamais|"
        r"\bni (?:bon de commande|devis|commande|contrat|moi)\b|"
        r"\bqui (?:l'aurait|aurait|l'a|a) (?:passe\w*|command\w*|signe\w*|demande\w*|valid\w*)|"
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
        + r"|\b(?:signe|valide|accepte|autorise|donne)\w* (?:encore|toujours|avant|sans|"
        r"de cheque|un cheque)|pas encore|toujours pas|(?:pv|proces|jalon|recette|lot)\b|"
        r"\bconditions\b|(?:depense|virement|paiement|mandat)s?\b|\bfeu vert\b|\bpas "
        r"(?:demand\w+|command\w+) (?:du|de) (?:bleu|rouge|vert)|cheque|plus rien signer|"
        r"formation|est (?:pas|rien)[^.]{0,12}valide|n'a pas (?:encore )?(?:ete )?(?:valid|"
        r"sign|approuv)|manque|virgule|\ben attente",
        reason=Reason.NOT_ORDERED,
    ),
    # ----------------------------------------------------------- not_delivered
    Rule(
        "jamais-recu",
        Label.DISPUTE,
        rf"\b(?:jamais|toujours pas|pas encore|pas|rien|n'a pas|n'ont pas|n'est pas|"
        rf"ne sont pas|n'avons pas|aucun\w*|n'existe\w* (?:toujours )?pas)\b[^.]{{0,30}}"
        rf"\b(?:recue?s?|livree?s?|eu lieu|arrivee?s?|terminee?s?|finie?s?|"
        rf"achevee?s?|commencee?s?|demarree?s?|realisee?s?|effectuee?s?|faite?s?|"
        rf"executee?s?|rendue?s?|remise?s?|posee?s?|installee?s?|mise?s? en (?:ligne|service)|"
        rf"vue?s?|venue?s?|passee?s?|presentee?s?|suivie?|existe\w*|livraison|"
        rf"pret\w*|complete?s?|fournie?s?|debute\w*|intervenue?s?)\b[^.]{{0,40}}"
        rf"(?:\b{_WORK}\b|\bpersonne\b|\bintervenant|\btechnicien)|"
        rf"\b{_WORK}\b[^.]{{0,45}}\b(?:jamais|toujours pas|pas encore|n'a pas|n'ont pas|"
        rf"n'est pas|ne sont pas|pas|n'est toujours|ne sont toujours|n'existe\w*|manqu\w+|"
        rf"attend\w*|rien)\b[^.]{{0,25}}"
        rf"(?:\b(?:recue?s?|livree?s?|lieu|arrivee?s?|terminee?s?|finie?s?|achevee?s?|"
        rf"commencee?s?|demarree?s?|realisee?s?|effectuee?s?|faite?s?|executee?s?|rendue?s?|"
        rf"remise?s?|posee?s?|installee?s?|en ligne|en service|vue?s?|venue?s?|passee?s?|"
        rf"suivie?|pas|prete?s?|complete?s?|la|toujours|encore|existe|fournie?s?|"
        rf"debute\w*)\b|$)",
        (
            "L'atelier du 14 n'a jamais eu lieu.",
            "La page réservation par contre n'existe toujours pas.",
            "Les flyers ne sont toujours pas arrivés.",
        ),
        unless=_NOT
        + r"|\bfactures?\b[^.]{0,25}(?:jamais|pas)[^.]{0,15}(?:recue?|parvenue?|arrivee?|trouve)"
        r"|(?:jamais|pas)[^.]{0,15}(?:recu|eu|vu|trouve)[^.]{0,15}(?:factures?|mail|relance|"
        r"courrier|rib|message|rappel)|(?:virement|paiement|cheque|reglement|argent|fonds|"
        r"subvention|aide)\b[^.]{0,30}(?:n'|pas|toujours)|pas (?:passe\w*|fait\w*) (?:expres|"
        r"attention|le (?:virement|necessaire))|pas vu (?:passer )?(?:votre|la|le) "
        r"(?:facture|mail|message)|comptes?\b[^.]{0,20}(?:n'|pas)",
        reason=Reason.NOT_DELIVERED,
    ),
    Rule(
        "on-attend-toujours",
        Label.DISPUTE,
        rf"\b(?:attend\w*|attends|cherche|reclam\w+) (?:toujours |encore |depuis \w+ |"
        rf"tjs |tjrs |les? |la |l'|vos |votre |que )*"
        rf"(?:les? |la |l'|vos |votre |que |un |une |des |mes |nos |mon )+(?:\w+ ){{0,2}}{_WORK}\b|"
        rf"\b{_WORK}\b[^.]{{0,30}}\b(?:on|je|nous|je l'|nous l'|on l'|les) ?(?:l'|les |la )?"
        r"(?:attend\w*|attends) (?:toujours|encore|depuis)|"
        rf"\b(?:il |y |nous |me |vous )*manqu\w+ (?:encore |toujours |plus que |juste )*"
        rf"(?:tout |toute |la moitie |les? |la |l'|des |deux |trois |un |une |\d+ )+"
        rf"(?:\w+ )?(?:{_WORK}|bord|moitie)\b|\bou (?:est|sont|en (?:est|sont)) (?:le|la|les|"
        rf"mon|ma|mes|notre|nos|l')\s?{_WORK}|"
        r"\b(?:pas|jamais|toujours pas|n'est pas|est pas|n'a pas ete) (?:encore )?"
        r"(?:finie?s?|terminee?s?|achevee?s?|livree?s?|termine)\b|\binacheve\w*|"
        r"\b(?:absent|manquant)e?s? (?:a|de|sur) (?:la|l') ?(?:livraison|appel)|"
        r"\brecu (?:que |seulement |uniquement )?(?:\d+|un|une|deux|trois|quatre|la moitie) "
        r"(?:\w+ )?(?:sur|au lieu)|\bn'(?:a|ont|avons|ai) (?:recu|eu|vu|livre) que|"
        r"\b(?:recu|livre|eu|vu|fait) que (?:la moitie|deux|trois|une?|\d|le premier)|"
        r"\bau premier tiers|\bne s'(?:est|etant) (?:pas|jamais) presente|"
        r"\bpersonne n'est (?:venu|passe|intervenu)|\bsans nouvelles? de (?:vous|votre|l'equipe)",
        (
            "Le rapport, lui, je l'attends depuis janvier.",
            "La job est pas finie, y manque encore tout le bord de l'escalier.",
            "On n'a reçu que deux modules sur les quatre.",
        ),
        unless=_NOT
        + r"|factures?\b[^.]{0,10}(?:attend|manqu)|(?:attend\w*|manqu\w+)[^.]{0,20}"
        r"(?:factures?\b|\brib\b|bon de commande|signature|validation|accord|reponse|virement|"
        r"paiement|subvention|versement|la piece|copie|carte|avis)",
        reason=Reason.NOT_DELIVERED,
    ),
    # ----------------------------------------------------------------- quality
    Rule(
        "defaut",
        Label.DISPUTE,
        rf"\b(?:ne |n'|n)?(?:fonctionn\w+|marche\w*|tien(?:t|nent)|ouvre\w*|demarre\w*|charge\w*|"
        rf"s'affiche\w*|s'ouvre\w*|s'allume\w*|repond\w*) (?:toujours |plus |donc |meme |encore )*"
        rf"(?:pas|plus|mal|jamais|qu'a moitie|toujours en)\b|"
        r"\bplant(?:e|ent|er|ait|age)\b|\bbug\w*\b|\bbogu\w+|\banomalies?\b|\bdysfonction\w+|"
        r"\bmalfacons?\b|\bdefaut(?:s|ueu\w+)?\b(?! de (?:paiement|provision|reglement|numero|"
        r"reference))|\bdefect\w+|\bvices? (?:cache|de construction)|\bnon[- ]conform\w+|"
        r"\b(?:pas|ne sont pas|n'est pas|rien de) conformes?\b|\bbacle\w*|\bsabote\w*|"
        r"\btorchon|\bnul(?:le)?s?\b(?! part)|\bcatastroph\w+|\blamentable\w*|"
        r"\b(?:inutilisable|inexploitable|illisible|injouable|imbuvable|inacceptable|"
        r"deplorable|insatisfaisant|mediocre|decevant|indigne|inadmissible|insuffisant)\w*|"
        r"\bfui(?:t|te|tes|ent)\b|\bgondol\w+|\bcloqu\w+|\bfissur\w+|\bdecoll\w+|\brouill\w+|"
        r"\bcass(?:e|ee|es|ees|ent)\b|\babim\w+|\bray(?:e|ee|es|ees)\b|\bdegorg\w+|"
        r"\bclignot\w+|\bdetach\w+|\becaill\w+|\bs'effrit\w+|\btach(?:e|ee|es|ees)\b|"
        r"\bsonne\w* creux|\bpenche\w*|\bbancal\w*|\bgrinc\w+|\bcoule\b|\bmoisi\w*|"
        r"\bde travers\b|\ba l'envers\b|\bflou\w*|\bpixell?is\w+|\bfautes? (?:d'|de |a |dans)|"
        r"\bbourre\w* de (?:fautes|coquilles|bugs)|\bcoquilles?\b|\bcontresens\b|"
        r"\b(?:mal|tres mal) (?:fait|pose|fini|traduit|ecrit|installe|cable|regle|monte|"
        r"execute|imprime|coupe|range|decoupe|concu|realise|redige)\w*|"
        r"\ba (?:refaire|reprendre|recommencer|revoir|corriger)\b|"
        r"\b(?:du |dut?|fallu|fait|faire) (?:faire )?(?:re)?(?:faire|passer|refaire|reprendre|"
        r"repasser|recommencer|reecrire|intervenir) (?:un |une |par |appel |derriere |le |la |"
        r"tout|les )|\brepasser derriere|\btout (?:re(?:faire|prendre|ecrire)|a refaire)|"
        r"\breserves? (?:non|ne|n'|pas|soient|restent|emises?|au pv|toujours|mentionn)|"
        r"\bavec reserves\b|\blevee des reserves|\bpas (?:a la hauteur|satisfai\w*|contente?s?|"
        r"au niveau|convaincu\w*|serieux|propre|du travail|fini|professionnel|ce (?:qu|que|qui)|"
        r"le resultat|la qualite|acceptable|recevable)\b|"
        r"\binsatisf\w+|\bmecontent\w*|\bdecu\w*\b|\bdeception\b|\bqualite\b|\bresultat\b"
        r"[^.]{0,20}\b(?:pas|loin|nul|mauvais|decev)|"
        r"\btombe\w* en panne|\ben panne\b|\bretombe\w* en panne|\bs'arrete\w*\b|"
        r"\b(?:repercu\w+|perdu) (?:deux|trois|des|plusieurs) (?:jours|clients|donnees|ventes)|"
        r"\bcahier des charges\b|\bservice (?:fait )?refuse|\brefus(?:e|ons|ee) (?:le|la|ce|"
        r"cette|les) (?:lot|livraison|livrable|recette|marchandise|travail)|\bsignal\w+ (?:un|"
        r"des|plusieurs) (?:probleme|defaut|erreur|bug)s?|"
        r"\bpage blanche|\btout noir|\berreurs? (?:dans|sur|de) (?:les?|la|vos?|votre|l'|"
        r"conception|mesure|cotes|traduction|impression|plan)|"
        r"\bsav\b|\bgarantie\b|\bexpertise\b|\bconstat\b|\bhuissier\b[^.]{0,20}constat",
        (
            "La peinture cloque déjà dans la salle de bain.",
            "ça plante toujours au démarrage donc on verra après pour les sous",
            "Le site ne fonctionne pas sur mobile.",
            "Les photos sont floues.",
        ),
        unless=_NOT
        + r"|\b(?:app|appli|banque|carte|ordi\w*|pc|mail|connexion|boite|internet|imprimante|"
        r"logiciel de (?:compta|paie)|serveur de (?:mail|messagerie)|messagerie|"
        r"chaudiere|voiture|camion|telephone|lecteur|virement|prelevement|terminal|"
        r"site de (?:ma|la) banque)\b[^.]{0,45}"
        r"(?:plant|panne|bug|rade|marche|fonctionn|casse|bloqu|s'arrete)|"
        r"\b(?:plant|panne|bug|casse)\w*[^.]{0,20}(?:appli|banque|ordi|carte|serveur mail|"
        r"messagerie|logiciel de compta)|bonne qualite|tres bon|excellent|"
        r"\bfacture\b[^.]{0,10}illisible|pdf\b|defaut de (?:paiement|reference|numero)|"
        r"au resultat|garantis?\b|saison|vous le garanti|en qualite de|panne de"
        r"|dans le coup|casse la (?:jambe|figure|gueule)|bras casse",
        reason=Reason.QUALITY,
    ),
    Rule(
        "paiera-quand-ce-sera-fait",
        Label.DISPUTE,
        r"\b(?:tant que|tant qu'|une fois que?|quand|des que|des qu'|lorsque|lorsqu'|"
        r"le jour ou|apres que|jusqu'a ce que|jusqu'a ce qu'|avant que|avant qu'|attend\w* que|"
        r"apres (?:la |le |les |vos |votre )?|avant (?:la |le |les )?|a condition que|"
        r"sous reserve (?:que|de)|a la|au|once|until|when) "
        r"[^.;]{0,50}\b(?:repar\w+|remise? (?:en etat|d'equerre|a neuf|en ordre|en service|en route)|corrig\w+|corrections?|repris\w*|reprises?|"
        r"reprendr\w+|termin\w+|finir?\b|finie?s?|achev\w+|livr\w+|livraison|regl[eé]\w* (?:ce|le|"
        r"les) (?:probleme|souci|defaut)|resol\w+|refai\w+|refaite?s?|reposee?s?|posee?s?|"
        r"levee?s?|levee des|fonctionn\w+|marcher\w*|cess\w+ de|tiendra|tient|"
        r"recette|conform\w+|revenir?|revenus?|reven\w+ (?:finir|faire|terminer)|"
        r"cles?|en ligne|installe\w*|ajust\w+|remplac\w+|rembours\w+ (?:moi|nous|les|la)|"
        r"fixed|finished|delivered|repaired|working|works|sorted|complete\w*|corrected|"
        r"land|replaced|done properly)\b",
        (
            "On soldera une fois que ce sera remis d'équerre.",
            "oui oui ce sera payé quand vous serez revenu finir les plinthes",
            "Tant que les réserves ne sont pas levées, nous gardons le solde.",
        ),
        unless=_NOT
        + r"|\b(?:cloture|comptes?|ordi\w*|logiciel|travaux du bureau|inventaire|saison|"
        r"mon (?:chantier|demenagement)|la banque|paie|conges|virement|rib|facture|pv de|"
        r"la bonne facture|facture corrigee|boite mail)\b|bon de commande|reven\w+ de|"
        r"de (?:nouveau |retour)|quand (?:je|j'|on|nous) (?:aur|fin|termin|rev|r)\w+(?! mes)|"
        r"suis reven|reviens|je finis|on finit|on a fini|j'ai fini|avoir fini",
        reason=Reason.QUALITY,
    ),
    Rule(
        "retient-une-part",
        Label.DISPUTE,
        r"\b(?:gard(?:e|ons|erai|erons)|retien[st]|retenons|retiendr\w+|bloqu(?:e|ons)|"
        r"conserv(?:e|ons)|suspend\w*|gele?\w*) (?:donc |alors |pour (?:le moment|l'instant) )?"
        r"(?:\d+ ?%|les \d+ ?%|\d[\d .]*(?:€|euros)|le (?:solde|reste|paiement|reglement)|"
        r"la (?:moitie|difference|somme|retenue)|une (?:partie|retenue)|notre (?:paiement|"
        r"reglement)|tout (?:paiement|reglement))|\bretenue de (?:garantie|\d)|"
        r"\b(?:mets?|mettons) (?:\w+ ){0,3}de cote\b|\ben suspens\b|"
        r"\b(?:paiement|reglement|solde|facture)\b[^.]{0,20}\b(?:bloque\w* (?:pour|tant|"
        r"jusqu)|suspendu\w*|en litige|gele\w*|retenu\w* (?:pour|tant|jusqu))|"
        r"\bavant (?:de |d'|que |tout )?(?:parler|bouger|discuter|regler|payer|debloquer|"
        r"reglement|paiement|versement|virement|liberer|aller plus loin|sortir)\b"
        r"(?! (?:le|la) \d| (?:lundi|mardi|mercredi|jeudi|vendredi))",
        (
            "Je garde 10 % sous le coude et le reste part ce vendredi.",
            "Nous gardons les 5 % restants jusqu'à ce que les réserves soient levées.",
            "Je préfère qu'on se voie avant de bouger l'argent.",
        ),
        unless=_NOT
        + r"|\brib\b|bon de commande|signature|valid\w+|avant de (?:payer|regler)[^.]{0,30}"
        r"(?:besoin|faut|avoir)|mandater|le conseil|chequier|avant le paiement des|"
        r"avant (?:de )?relancer|facture de|copie|numero|attestation|piece",
        reason=Reason.QUALITY,
    ),
    # ------------------------------------------------------------------- terms
    Rule(
        "echeance-contestee",
        Label.DISPUTE,
        r"\b(?:echeance|date limite|exigib\w+|delai)\b[^.]{0,40}"
        r"\b(?:n'est (?:donc )?(?:pas|que)|pas la bonne|errone\w*|fausse|incorrect\w*|"
        r"ne correspond|conteste\w*|c'est le|est (?:au|fixee|a) \d|est de \d)|"
        r"\bcontest\w+ (?:l'|la |les |vos |le )?(?:echeance|exigibilite|delai|conditions|"
        r"penalites|interets|date)|\b(?:convenu|negoci\w+|signe|accord|prevoi\w+|prevu|"
        r"contrat|marche|conditions?|sommes|paie|paye|payons|regle|reglons|tope|agreed|on)\b"
        r"[^.]{0,50}\b(?:a|de|sur|du|c'est|net|est) (?:du )?(?:\d{2}|trente|"
        r"quarante[- ]cinq|soixante|quatre[- ]vingt[- ]dix) ?(?:j\b|jours?|days?)|"
        r"\b(?:net|nos conditions)\b[^.]{0,15}\b(?:30|45|60|90)\b|"
        r"\b(?:30|45|60|90) ?(?:j|jours?)\b[^.]{0,20}\b(?:pas|et non|au lieu|c'est vous)|"
        r"\b(?:pas|rien n'est|n'est pas|nothing is|not) (?:encore )?(?:echue?|exigible|"
        r"due?\b(?! (?:a|au))|payable|overdue|en retard)|\bexigible (?:a|au|qu')|"
        r"\bse (?:paie|paye|regle)\w* (?:a la|au|apres|sur|qu')|"
        r"\bpaiement a (?:la )?(?:livraison|reception|completion|recette|signature|"
        r"l'achevement)|\bconditions (?:generales|de paiement|au dos|de vente|signees|"
        r"particulieres)|\bcgv\b",
        (
            "on conteste l'échéance, nos conditions c'est 60 jours pas 30",
            "Le délai négocié est de 45 jours fin de mois.",
            "Le marché prévoit un paiement à livraison complète, le jalon n'est pas payable.",
        ),
        unless=_NOT
        + r"|(?:sommes|est) d'accord sur le|echeance a \d+ ?j\w* soit|bon a payer|"
        r"retractation|resili\w+|renvoye",
        reason=Reason.TERMS,
    ),
    Rule(
        "frais-contestes",
        Label.DISPUTE,
        r"\b(?:penalites?|interets?|frais|indemnite|40 ?(?:€|euros)|majoration|"
        r"supplement)\b[^.]{0,60}\b(?:pas|refus\w*|nulle part|ecart\w*|contest\w*|jamais|"
        r"ne sont|n'est|ne figur\w*|injustifi\w*|abusi\w*|sans|pour le proprietaire|"
        r"hors de question)\b|\b(?:refus\w*|contest\w*|pas|ecart\w*|aucun\w*)\b[^.]{0,25}"
        r"\b(?:penalites?|interets de|frais de|indemnite forfaitaire|majoration)\b",
        (
            "Les pénalités que vous ajoutez ne figurent nulle part, je les écarte.",
            "Ces frais de dossier ne sont pas au contrat.",
        ),
        unless=_NOT + r"|sans frais|m'evit|notes? de frais",
        reason=Reason.TERMS,
    ),
    Rule(
        "compris-ou-offert",
        Label.DISPUTE,
        r"\b(?:offerte?s?|gratuite?s?|inclus\w*|comprise?s?|sous garantie|garantie|"
        r"tout compris|forfait\w*|prix ferme|prix fixe)\b[^.]{0,60}"
        r"\b(?:aviez|avait|aviez-vous|devait|dit|promis|garanti|assure|ecrit|convenu|"
        r"annonce|presente\w*|etait|devis|contrat|facture\w*|apparai\w+)\b|"
        r"\b(?:aviez|avait|aviez-vous|devait|dit|promis|garanti|assure|ecrit|convenu\w*|"
        r"presente\w*|parle|tope|etait)\b[^.]{0,50}"
        r"\b(?:offerte?s?|gratuite?s?|inclus\w*|comprise?s?|sous garantie|forfait\w*|"
        r"tout compris|prix ferme)\b|\bclause\b|\b\d+ ?% a la (?:commande|livraison|pose|"
        r"signature)|\bfixed price\b|\bregie\b",
        (
            "On m'avait garanti que la maintenance était offerte la première année.",
            "Nous avions convenu d'un forfait. Nous avions parlé de forfait.",
        ),
        unless=_NOT + r"|\bla votre comprise|vous compris|le mien compris|y compris",
        reason=Reason.TERMS,
    ),
    Rule(
        "contrat-rompu",
        Label.DISPUTE,
        r"\b(?:resili\w+|retract\w+|annul\w+ (?:la|le|notre|ma|cette|mon|dans|avant|a temps|"
        r"en|par|ce)|deprogramm\w+|droit de retractation|denonc\w+ le contrat|"
        r"contrat (?:est |a ete )?(?:rompu|termine|annule|resilie|arrete|echu))\b|"
        r"\b(?:rien|ne vous|n'est) (?:n'est )?(?:plus )?(?:du|dus|dois rien|devons rien)\b|"
        r"\bj(?:e |')(?:ne )?(?:vous )?(?:dois|doit) rien|\bdois (?:donc )?rien\b|"
        r"\bn'av\w+ (?:donc )?rien a (?:vous )?(?:payer|regler)|\brien a (?:payer|regler|devoir)",
        (
            "J'ai résilié dans les quatorze jours, rien n'est dû.",
            "La commande a été annulée : nous avons annulé la commande en mai.",
        ),
        unless=_NOT
        + r"|annul\w+ (?:l'operation|le virement|l'ordre|mon virement|le rdv|la reunion)|"
        r"dois plus rien, tout|ne vous dois plus rien",
        reason=Reason.TERMS,
    ),
    # ------------------------------------------------------------------- other
    Rule(
        "prescription-ou-mauvaise-entite",
        Label.DISPUTE,
        r"\bprescri(?:te?s?|ption)\b|\bforclu\w+|"
        r"\b(?:pas|jamais|et non|ni) (?:la|le|l'|ma|mon|notre|a la|de la|chez|celle de) ?"
        r"(?:sci|sarl|sas|eurl|earl|gaec|scp|selarl|filiale|meme (?:societe|entite)|bonne "
        r"(?:societe|entite|structure))|\b(?:deux|2) (?:societes?|entites?|structures?) "
        r"(?:differentes?|distinctes?)|\berreur d'entite|\bautre (?:societe|entite|structure|"
        r"filiale)\b|\bn'a rien a (?:regler|payer|voir)|\brien a voir (?:avec (?:moi|nous|"
        r"notre)|$)|\bpas (?:le )?(?:debiteur|redevable)|\bne (?:nous |m'|me )?engage pas|"
        r"\bsimple locataire|\bmediat\w+|\bconciliat\w+|\bconcerne (?:la|le|une?) "
        r"(?:societe|sci|autre|voisin)|\bau nom de (?:l'eurl|la sci|mon|ma)\b",
        (
            "Une pièce de 2019, prescrite depuis longtemps.",
            "erreur d'entité, ce sont deux sociétés différentes",
        ),
        unless=_NOT + r"|\b(?:refai\w+|mettez|libell\w+|remettez|reedit\w+)",
        reason=Reason.OTHER,
    ),
    Rule(
        "compensation",
        Label.DISPUTE,
        r"\bcompens\w+|\bvous (?:nous |me )?devez\b|\bnous (?:devez|etes redevable)|"
        r"\bon (?:deduit|compense)\b|\b(?:a|avez|ont|vous) (?:\w+ )?(?:casse|abime|raye|"
        r"endommage|egare|perdu|detruit|inonde|coupe|arrache|perce)\w* (?:\w+ )?"
        r"(?:la|le|les|l'|une?|notre|mon|ma|mes|nos|\d|pour|des)\b|\bdegats?\b(?! des eaux)|"
        r"\bsinistre\b|\bprejudice\b|\bdommages?\b|\bvotre (?:assurance|faute|responsabilite)|"
        r"\bnotre creance\b|\bnous vous avons (?:facture|refacture)",
        (
            "Vos ouvriers ont cassé la barrière en reculant. On déduit et on est quittes.",
            "Vous oubliez la location de la salle, que vous nous devez encore.",
        ),
        unless=_NOT
        + r"|\bdommage\b(?!s)|compensat\w+ bancaire|chambre de compens|indemnis\w+ du",
        reason=Reason.OTHER,
    ),
    Rule(
        "litige-declare",
        Label.DISPUTE,
        r"\bcontest\w+\b|\b(?:en|un|le|notre|ce|de) litiges?\b|\bdesaccords?\b|"
        r"\b(?:pas|point) (?:du tout )?d'? ?accord\b|\breclamations?\b|\b(?:petit |gros |"
        r"serieux |vrai )?(?:souci|probleme)s? (?:avec|sur|de) (?:la |le |les |l'|votre |"
        r"vos |cette |ce )(?:ligne|facture|prestation|livraison|montant|travaux?|travail|"
        r"commande|qualite|poste|resultat)|\b(?:il y a|y a|ya|c'est) (?:une? )?"
        r"(?:erreur|probleme|malentendu|confusion)\b(?! (?:de banque|avec ma banque|chez "
        r"nous|de ma part|de notre))|\berreur chez vous|\bvous (?:vous )?(?:trompe[sz]|"
        r"faites erreur)|\binjustifi\w+|\babusi(?:f|ve)\w*|\bfacture (?:fausse|erronee|"
        r"incorrecte|indue|non conforme)|\bpas (?:normal|logique|justifie)\b|"
        r"\bhors poste \d|\bne (?:correspond|comprend)\w* (?:pas|rien|en rien|absolument pas)"
        r"[^.]{0,25}(?:facture|prestation|somme|ligne|realite|devis|attendu|demande|a ce)|"
        r"\bne vois pas (?:pourquoi|ce que|quelle|a quoi|de quoi)|\bvois pas quelle|"
        r"\bpas (?:a )?(?:payer|regler) (?:pour )?(?:ce|un travail|quelque chose|ca)|"
        r"\bmerci d'annuler (?:la|cette|votre)|\bannule[zr] (?:la|cette|votre|moi)",
        (
            "Nous contestons cette facture.",
            "je lance le paiement demain hors poste 7 qui reste en litige",
            "ya un petit souci avec la ligne 3",
        ),
        unless=_NOT + r"|ne vois pas (?:passer|votre|le virement|de piece)|"
        r"erreur (?:de ma|de notre|chez nous|interne|de ma part|de virement|de banque)",
        reason=Reason.OTHER,
    ),
)
