"""A payment is announced: in the future, in the present that means it, or barely."""

from relancebot.reading.claims.frame import Event, Frame

_FUTURE_AUX = (
    r"(?:sera|seront|serons|va etre|vont etre|devrait etre|devraient etre|devra etre|"
    r"doit etre|doivent etre|aura ete|auront ete|serait|pourra etre)"
)
_MOVES = (
    r"(?:part(?:ent|ira|iront)?|sui(?:t|vent|vra|vront)|arriv(?:e|ent|era|eront)|sera|"
    r"seront|se (?:fera|feront|fait)|ce fera|aura lieu|auront lieu|interviendr(?:a|"
    r"ont)|"
    r"intervient|s'effectu\w+|sor(?:t|tent|tira|tiront)|tomb(?:e|ent|era|eront)|"
    r"parviendr(?:a|ont)|va (?:partir|suivre|etre|arriver|sortir)|vont (?:partir|etre)|"
    r"vien(?:t|dra|dront)|est (?:bien )?(?:prevue?|programmee?|calee?|planifiee?|"
    r"pour (?:le|la|"
    r"lundi|mardi|mercredi|jeudi|vendredi)|au |fixee?|inscrite?|positionnee?|"
    r"dans le lot|"
    r"datee? d)|attendr\w+|passer(?:a|ont)|sort|sera|bascul\w+|s'execut\w+|aura|"
    r"le sera|le seront|prevue?s?|programmee?s?|calee?s?|planifiee?s?|devrait|"
    r"devraient|"
    r"quitter(?:a|ont)|rejoindr(?:a|ont)|executera|(?:est|sont) prevue?s?)"
)

COMMITS: tuple[Frame, ...] = (
    Frame(
        "je-paie",
        Event.COMMIT,
        r"\b<JE>(?:<CLIT>)*(?:<ADV>)*(?:<PAY_PRES>|<PAY_FUT>)|"
        r"\bje (?:<CLIT>)*reglerez\b|"
        r"<NOUS>(?:<CLIT>)*(?:<ADV>)*(?:<PAY_NOUS>)|\b(?:je|on|nous) prevo\w+ (?:le|un|"
        r"votre) "
        r"(?:<TRANSFER>)",
        ("je vous regle lundi", "on solde tous nos fournisseurs", "jpaye le 5 promis"),
        unless=r"\bcotis\w+ (?:que|qu')|(?:on|nous|je) (?:se |"
        r"ne )?vers\w+ (?:plus )?de "
        r"salaire|\bsi (?:je|on|nous) |\bque je (?:vous )?(?:paye|paie|regle)\b|"
        r"dit que",
    ),
    Frame(
        "je-vais-payer",
        Event.COMMIT,
        r"\b<ME>(?:<CLIT>)*(?:<ADV>)*(?:vais|va|allons|vont|compt(?:e|ons)|prevoi[st]|"
        r"prevoyons|pens(?:e|ons)|engage|engageons|m'engage|apprete|tacher(?:ai|ons)|"
        r"fer(?:ai|ons) en sorte|dois|devons|doit|devrais|devrait|devrions|peux|peut|"
        r"pouvons|"
        r"pourrai|pourra|pourrons|suis en mesure|sommes en mesure|manquer(?:ai|"
        r"ons) pas|"
        r"veillons|veillerai|sais que je|en profite)\b[^.;]{0,40}"
        r"(?:<PAY_INF>|<SEND_INF> (?:<DET>)?(?:<MONEY>|necessaire)|"
        r"(?:vous |te |l'|le |la )(?:<SEND_INF>)|virement|reglement|paiement|"
        r"partir ca)",
        ("je compte vous régler demain", "on va payer vendredi"),
        unless=r"\bsi (?:je|on|nous) (?:<CLIT>)*(?:peux|peut|pouvons|pourr\w+)\b|"
        r"\bne (?:peux|peut|pouvons|pourrai|vais|sais)|\b(?:doi[st]|devons) "
        r"(?:attendre|encore|d'abord)|recevoir (?:un|le) (?:virement|paiement)|"
        r"dois (?:a|de l'argent)",
    ),
    Frame(
        "on-vous-paie",
        Event.COMMIT,
        r"\b(?:vous|vs|te|t')\s?(?:le |la |les |l'|en )?(?:<ADV>)*(?:<PAY_PRES>|"
        r"<PAY_FUT>)|"
        r"\b(?:la|le|les|l') ?(?:mettra|mettront|passera|passeront|reglera|regleront|"
        r"paiera|"
        r"paieront|payera|virera|vireront|soldera|solderont|lancera|effectuera|"
        r"enverra)\b|"
        r"\b(?:procede|procedera|procederont|effectuera|emettra|lancera|executera|"
        r"mettra) "
        r"(?:au|aux|le|en paiement|votre|ce|son|a la)\b|"
        r"\b(?:vous|te) (?:desinteresse\w*|dedommag\w+)\b",
        (
            "ma soeur vous règle courant semaine prochaine",
            "la trésorerie vous paie fin juin",
        ),
        unless=r"\bque vous (?:paye|regle)|\bsi vous|vous regle (?:le|la) (?:bain|"
        r"note) ?$",
    ),
    Frame(
        "vous-serez-paye",
        Event.COMMIT,
        r"\b(?:vous|tu|vs|toi|t'|ils?|elles?)\s?(?:serez|sere|seras|etes|es|sera|"
        r"seront|"
        r"allez etre|vas etre|devriez etre|"
        r"pouvez etre|vous serez)\s(?:<ADV>)*(?:<PAY_PP>|servie?s?|desinteresse\w*|"
        r"quitte)\b",
        ("vous serez payé mi-novembre", "vous êtes réglés fin avril"),
        unless=r"\bsi (?:vous|tu) |\b(?:avez|a) ete|\b(?:plombier|carreleur)",
    ),
    Frame(
        "ce-sera-regle",
        Event.COMMIT,
        rf"\b{_FUTURE_AUX}\s(?:<ADV>)*(?:a |au |(?:vous )?(?:bien )?)?(?:<PAY_PP>|"
        rf"<SEND_PP>|pliee?|"
        r"chose faite|dans la boite|en ordre|en regle|sur (?:votre|ton) compte|"
        r"chez (?:vous|toi)|boucle\w*|bon\b|ok\b|a jour|entre vos mains|"
        r"a votre disposition|"
        r"desinteresse\w*|regularis\w+|quitte\b|executee?|sold\w+|transfer\w+|"
        r"approvisionn\w+|remis\w*|adress\w+)|"
        r"\b(?:la|le|celle)[^.;,]{0,25} le (?:sera|seront) (?:le|au|en|dans|d'ici|fin|"
        r"mi|sous)\b|"
        r"\b(?:flux|fichier|ordre|lot|operation|virement|envoi)s? (?:\w+ ){0,2}(?:sera|"
        r"seront) "
        r"(?:rejou|relanc|reemis|represent|repass|refait|renvoy|reexecut)\w*|"
        r"\b(?:qu'elles?|qu'ils?) soi(?:t|ent) (?:<ADV>)*(?:<PAY_PP>)|\bque (?:tu sois|"
        r"vous soyez) (?:<ADV>)*(?:<PAY_PP>)|"
        r"\bce sera (?:donc |bien )?(?:le|pr|pour|lundi|mardi|mercredi|jeudi|vendredi|"
        r"samedi|"
        r"demain|fin|mi|debut|avant|dans|sous|la|courant|a|d'ici|fait|regle|paye|plie|"
        r"demain|apres|en)\b|\bsera fait\b",
        (
            "ce sera payé milieu de semaine prochaine",
            "votre compte sera crédité sous 48 heures",
            "tout sera soldé pour le 30 avril",
        ),
        unless=r"(?:travaux|chantier|site|bon de commande|devis|commande|recette|pv|"
        r"caution|depot de garantie|reunion|livraison)\b[^.;]{0,20}"
        r"(?:sera|seront|va etre)|repare|corrige|livre|une fois|quand|apres que",
    ),
    Frame(
        "le-virement-part",
        Event.COMMIT,
        rf"\b(?:<TRANSFER>|argent|fonds|sommes?|solde|reste|restants?|sous|montant|"
        rf"moitie|"
        rf"tiers|reliquat|complement|surplus|principal|totalite|du|suivants?|"
        rf"mandatement|"
        rf"net|(?<!le )(?<!au )(?<!du )<SUM>)\b[^.;:]{{0,60}}?\b{_MOVES}\b",
        (
            "le virement part vendredi",
            "Payment : le règlement interviendra sous peu",
            "le mandatement interviendra en semaine 7",
            "le reste suivra",
        ),
        unless=r"\bde (?:notre|ma|votre) part\b|\b(?:caution|depot de garantie|sort|"
        r"ressort)\b|"
        r"\b(?:recu|notre client|subvention)\b[^.;]{0,15}\b(?:part|arriv)|d'ou ca sor|"
        r"tombe (?:pile|mal|bien|sur|un|une)\b",
    ),
    Frame(
        "ca-part",
        Event.COMMIT,
        r"\b(?:ca|cela|elle|elles|tout|il|ils|la \d+|le tout|facture|piece|note|"
        r"dossier|"
        r"et (?:ca|hop)|votre)\b[^.;,]{0,25}\b(?:part\b|partent|repart\b|partira|"
        r"partiront|sera (?:en )?(?:fait|"
        r"regle|paye|vire|sold|honor|envo)\w*|va (?:venir|partir|suivre|arriver)|"
        r"passer(?:a|ont) (?:au|dans|en|sur|le|avec)|passe (?:au|dans|en|sur)|"
        r"tombe (?:le|au)|"
        r"sort(?:ira|iront)? (?:a|au|le|dans|en)|(?:figure|est) (?:bien )?(?:au|a|dans|"
        r"sur) "
        r"(?:l'echeancier|le (?:lot|bordereau|prochain|train|fichier)|la (?:campagne|"
        r"liste|"
        r"tournee|remise|prochaine))|est (?:bien )?(?:retenue?|inscrite?|integree?|"
        r"prevue?|"
        r"programmee?|calee?|planifiee?|positionnee?|notee?) (?:pour|au|sur|dans|a|en|"
        r"le))|"
        r"\bc(?:'| ?)est (?:bien )?(?:cale|prevu|programme|planifie|note|inscrit)\w*\b",
        ("ça part vendredi", "elle est retenue sur la campagne de paiement du 25"),
        unless=r"\bsi (?:ca|tout)|courrier part|camion|ca part (?:dans tous|en)",
    ),
    Frame(
        "vous-aurez-l-argent",
        Event.COMMIT,
        r"\b(?:vous|tu|vs|t')\s?(?:l'|la |le |les |en )?(?:aurez|auras|avez|as|"
        r"trouverez|"
        r"recevrez|"
        r"recevras|toucherez|percevrez|verrez|verras|recuperez|"
        r"recupererez)\b[^.,;]{0,30}"
        r"\b(?:(?:le|la|les|l'|votre|ton|vos|tes|notre|nos|mon|un|de l'|du|des|"
        r"vos \d\S*|"
        r"l')\s?(?:<MONEY>|prorata|compte\b))|"
        r"\b(?:vous|tu) l'(?:aurez|auras)\b[^.;]{0,25}|"
        r"\bdevriez (?:donc |normalement )?(?:l'avoir|le recevoir|la recevoir|recevoir|"
        r"voir) "
        r"(?:(?:les fonds|l'argent|le virement|arriver \w+) )?(?:lundi|mardi|mercredi|"
        r"jeudi|"
        r"vendredi|demain|le \d|sous|dans|d'ici)",
        (
            "vous aurez votre argent lundi prochain",
            "vous recevrez alors notre règlement",
        ),
        unless=r"\bavez (?:recu|eu|deja|notre|mon|un|facture|mis|des)|si vous|"
        r"vous avez "
        r"(?:le|la|les|l'|un|une) |\b(?:releve|avis|reponse)\b|l'avez (?:deja|depuis|"
        r"recu)",
    ),
    Frame(
        "j-envoie-l-argent",
        Event.COMMIT,
        r"(?:\b<JE>(?:<CLIT>)*(?:<ADV>)*(?:<SEND_PRES>|<SEND_FUT>)|"
        r"<NOUS>(?:<CLIT>)*(?:<ADV>)*(?:<SEND_NOUS>))\b[^.;]{0,45}?"
        r"\b(?:<TRANSFER>|argent|sommes?|solde|sous|necessaire|ca\b|cela|fonds|compte|"
        r"\d[\d .,]*(?:€|e\b|euros?|balles)?|moitie|tiers|reste|ordre|operation|"
        r"totalite|tout|"
        r"facture|partir|principal|en (?:deux|trois) fois|demande|mise en paiement)|"
        r"\b<ME>(?:(?:te |t'|vous |vs )?(?:l'|le |la |les ))(?:<ADV>)*(?:<SEND_PRES>|"
        r"<SEND_FUT>)\b|\bnous procederons\b|\bje (?:m'execute|retente|reemets)|"
        r"\bnous (?:reemettrons|reemettons|reexpedions|liberons)",
        (
            "je te fais le virement demain",
            "jte fais ca vendredi",
            "je passe l'ordre lundi",
            "Je le fais lundi à la première heure",
        ),
        unless=r"\b(?:valid|sign|envo|transm|adress|rem|fer|enver)\w* (?:parvenir )?"
        r"(?:le |la |les |un |une |l'|mon |notre )(?:recette|pv\b|bon de|devis|rapport|"
        r"contrat|document|attestation|planning|photo|plan\b)|"
        r"\b(?:fais|ferai|faisons) (?:suivre|le point|part\b|signe|remonter|des|"
        r"du|"
        r"confiance|de mon mieux|faire|refaire|appel)|"
        r"\b(?:passe|passons|passerai) (?:vous voir|chercher|au bureau|a l'atelier|"
        r"chez|"
        r"les salaires|le relais)|remets (?:pas|en)|ne \w+ (?:pas|rien)|"
        r"(?:mets?|mettons) (?:en copie|de cote|a disposition|fin|au courant|la)|"
        r"\badress\w+ (?:vos|un|mes|une)|envo\w+ (?:un (?:mail|message)|le pv|"
        r"les photos|le "
        r"bon|la copie|l'avis|l'annexe|un devis)|note (?:le|que|dans)|donne (?:des|une|"
        r"plus|pas|ma|les cles|suite)|valide (?:pas|le (?:devis|bon|pv))|"
        r"(?:transme\w+|fais suivre) (?:votre|a|au|le|la|en interne|ce|cela)",
    ),
    Frame(
        "je-m-en-occupe",
        Event.COMMIT,
        r"\bnous en (?:occupons|chargeons)|\bm'?en (?:occupe|charge|occuperai|"
        r"chargerai|acquitt\w+)|\bs'en (?:occupe|charge)\b|"
        r"\bje m'y (?:mets|colle|attelle)|\bjm en (?:charge|occupe)|\bm'acquitt\w+|"
        r"\b(?:fais|ferai|faisons|ferons|fait|sera|faire) (?:donc |vite |rapidement |"
        r"tout )?le "
        r"necessaire|\bnecessaire (?:sera|va etre) fait|\bje m'occupe (?:de|d')|"
        r"\bon s'en occupe|"
        r"\b(?:je|on|nous) (?:vais |vous |te )?(?:regularis\w+|gere|complete\w*)\b|"
        r"\bcomptez sur (?:moi|nous|un)|\b(?:vous )?(?:aurez|avez) ma parole|"
        r"\bm'en vais (?:la|le|vous)|\bje (?:fonce|cours) (?:a|la|le|au)|"
        r"\bje reprends (?:le|la|votre) (?:dossier|paiement)",
        ("je m'en charge", "je fais le nécessaire", "le nécessaire sera fait"),
        unless=r"n'est pas moi|\bc'est \w+ qui|maintenant c'est|necessaire aupres",
    ),
    Frame(
        "dans-le-lot",
        Event.COMMIT,
        dated_only=True,
        pattern=r"\b(?:campagne|train|tournee|lot|run|fournee|vague|batch|cycle|"
        r"session|"
        r"passage|bordereau|proposition|serie|releve|echeancier|planning|calendrier|"
        r"fichier|liste|comite) (?:de |des |d'|du )?(?:paiements?|reglements?|"
        r"virements?|"
        r"decaissements?|fournisseurs?)\b|"
        r"\bvous (?:etes|passez|passerez|figurez|y figurez|y etes|serez|prendra) "
        r"(?:donc )?(?:bien )?(?:dans|sur|en|au|inscrite?|a)\b|\by figurez\b|"
        r"\bvous y etes|"
        r"\b(?:echeance|paiements?|reglements?) (?:au|du|de|est|repositionne\w*|"
        r"fixe\w*|"
        r"ressort|prevue?s?)\b|\bdans (?:le|la) (?:lot|bordereau|remise|batch|"
        r"campagne)\b|"
        r"\b(?:paiements?|virements?|reglements?) (?:reprennent|reprendront|repartent)|"
        r"\bdepart (?:des fonds|du virement|de l'argent)|"
        r"\bvous serez de la (?:prochaine )?"
        r"campagne|^(?:prevue?s?|programmee?s?|calee?s?|planifiee?s?|inscrite?s?|"
        r"payable)\b|"
        r"\b(?:signe|fait|lance|passe|valide|execute|fais|faire)(?:ra|nt|ront|"
        r"rai)? (?:les|ses|nos|"
        r"vos|des|mes|tous) (?:\w+ )?(?:paiements|virements|reglements|cheques)\b|"
        r"\bvous prendra\b|\b(?:train|lot|batch|run|bordereau|campagne|remise) (?:du|"
        r"de) \d{1,2}\b(?! ?%)|\b(?:est|sont|sera) (?:integre|retenu|inscrit|"
        r"selectionne|"
        r"bascul|ajoute)\w* (?:a|au|dans|sur)|\bprochain (?:passage|train|lot|run)|"
        r"\bajoutee? a la remise|\bpayons (?:le|a)\b",
        examples=(
            "vous êtes dans le lot ce mois-ci",
            "votre facture est sur la campagne de paiement",
        ),
        unless=r"\bvous etes (?:dans (?:le (?:faux|vrai)|l'erreur)|sur (?:liste|que)|"
        r"en (?:train|"
        r"retard|vacances))|(?:conge|vacances)",
    ),
    Frame(
        "comptez",
        Event.COMMIT,
        dated_only=True,
        pattern=r"\b(?:comptez|faut compter|compter|attendez|tablez) (?:plutot |bien |"
        r"donc |sur )*"
        r"(?:(?:un|le|mon|notre|votre) )?(?:<TRANSFER>|une? (?:bonne |"
        r"petite )?(?:dizaine|quinzaine|"
        r"huitaine|semaine)|\d+|lundi|mardi|mercredi|jeudi|vendredi|fin|debut|mi|le|la|"
        r"sous|"
        r"deux|trois)\b",
        examples=(
            "comptez une dizaine de jours",
            "comptez sur un versement début septembre",
        ),
        unless=r"\b(?:ne )?comptez pas|comptez (?:le|la|les) (?:jours|heures|quatre)|"
        r"vous "
        r"comptez",
    ),
    Frame(
        "encaissez-mon-cheque",
        Event.COMMIT,
        dated_only=True,
        pattern=r"\b(?:pouvez|peux|pourrez|pourras) (?:le |la |les )?(?:porter|deposer|"
        r"encaisser|"
        r"remettre|mettre)[^.;]{0,25}(?:cheque|banque|encaissement)?\b",
        examples=("vous pouvez porter mon chèque en banque le 22",),
        unless=r"\?|quand je serai",
    ),
    Frame(
        "bordereau",
        Event.COMMIT,
        dated_only=True,
        pattern=r"\b(?:pour|concernant|cote|quant a) (?:le|votre|mon|notre|ce|"
        r"la) (?:<TRANSFER>)\b|"
        r"^(?:donc |et |le |la |un |notre |votre |prochain |ok |mais |puis |alors |"
        r"mode : |d'accord |pour |bon |oui )*(?:<TRANSFER>|mise en paiement|execution|"
        r"valeur|date de valeur|second envoi|paiement fdm)\b(?! (?:que|est (?:parti|"
        r"fait)|"
        r"a ete|effectue|parti|execute|emis|envoye|recu|du \d))",
        examples=("virement vendredi", "Règlement 15.04", "paiement à la réouverture"),
        unless=r"\b(?:fait|effectue|(?<!suis )(?<!suis deja )parti|execute|recu|emis|"
        r"refuse|rejete|bloque|impossible|"
        r"en attente|revenu|retourne|impaye|annule|soumis|depend\w*|a \d+ jours|a 30|"
        r"a la "
        r"livraison|par jugement|caution|etait|concernait|avait|besoin|attend\w*|"
        r"merci)\b",
    ),
    Frame(
        "solde-promis",
        Event.COMMIT,
        r"\bconfirm\w+ (?:le|la|votre|notre|mon|un) (?:<TRANSFER>|mise en paiement)|"
        r"\b(?:ai|avons|a|ont) prevu de (?:vous |te |la |le |l')*(?:<PAY_INF>|"
        r"<SEND_INF>)|"
        r"\bc'est (?:bon|ok|d'accord|entendu|convenu) pour (?:le|la|lundi|mardi|"
        r"mercredi|jeudi|"
        r"vendredi|demain|fin|mi|debut|cette)|"
        r"\b(?:payer|regler|solder),? c'est prevu|\bj'honorerai|"
        r"\bje m'engage (?:pour|sur)\b|\bje (?:tiens|tiendrai) (?:parole|"
        r"mes engagements)|\b(?:c'est|j'ai) promis\b|"
        r"\btenir\w* (?:cette date|mes engagements|parole)|\brespecter(?:ai|"
        r"ons) (?:cette|la) "
        r"(?:date|echeance)|\bviendra sans tarder|\bsera honore|"
        r"\bne vous fer\w+ plus attendre|"
        r"\b(?:un|le) (?:virement|cheque|reglement|versement) suit|"
        r"\btout rentre dans l'ordre|"
        r"\bca va (?:venir|arriver|se faire)|\bje (?:vous )?dois (?:encore )?(?:cette|"
        r"la) "
        r"(?:somme|facture)[^.;]{0,20}(?:regler|payer)|"
        r"\bserez (?:le )?premiers? (?:servi|"
        r"paye)|\bdans la foulee\b|\bje debloque",
        examples=("nous respecterons cette date",),
    ),
    Frame(
        "commit-en",
        Event.COMMIT,
        r"\b(?:i|we|she|he|they|accounts|finance|our \w+|my \w+|you)(?:'ll| will|"
        r"'re going to|"
        r"'m going to| are going to| am going to| shall|'re|'m| are| am| can| plan to|"
        r" intend to|'d like to)\s(?:\w+ ){0,3}?(?:pay|paying|settle|settling|transfer|"
        r"transferring|send|sending|wire|wiring|sort|sorting|clear|clearing|get (?:it|"
        r"this|"
        r"that|the payment|paid)|have (?:it|the|your)|be paid|receive|process|"
        r"processing|"
        r"release|releasing|make|making|remit|issue|see (?:the|it)|arrange|do it|"
        r"put (?:it|this|the))\b|"
        r"\b(?:will|'ll|shall|should|going to) (?:\w+ ){0,2}?(?:pay|settle|transfer|"
        r"wire|sort|"
        r"clear|be paid|be settled|be made|be sent|be with you|go out|"
        r"be transferred|be processed|be included|land|follow|arrive|be in your|hit|"
        r"remit|"
        r"leave|be released|be cleared)\b|"
        r"\b(?:payment|transfer|funds|wire|bank transfer|money|cheque|check|"
        r"remaining[^.]{0,20}|"
        r"balance|rest|it|half)(?: itself)?(?:'s| is| are)? (?:now |"
        r"already )?(?:scheduled|set for|planned|"
        r"set (?:up )?for|due to go|going out|goes out|on its way|lined up|booked|"
        r"leaving|"
        r"arriving|in the (?:next )?(?:payment )?run|included|coming|to follow|"
        r"approved for|queued|on the list)\b|"
        r"\b(?:payment|pay) run\b|\bsorting (?:the|this|it)|\bon it\b|"
        r"\bhappy to (?:pay|settle)|"
        r"\byou should (?:receive|have|get|see)\b|"
        r"\byou'll (?:have|get|see|receive|be)|\byou will (?:have|get|see|receive|be)|"
        r"\bwill do\b|\bpayment (?:by|on|next|this|tomorrow|before|at|end)",
        ("Payment will go out on Friday.", "I'll settle it tomorrow"),
        unless=r"\b(?:won't|will not|not going|can't|cannot|never)\b|\bring you|"
        r"call you|"
        r"\bif (?:you|we|our)|(?:send|sending) (?:me|us|you (?:the|a) (?:po|form|"
        r"remittance))",
    ),
)
