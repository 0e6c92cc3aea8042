"""A payment is denied, recalled, wished for, another's; a call or a meeting instead."""

from relancebot.reading.claims.frame import Event, Frame

DENIALS: tuple[Frame, ...] = (
    Frame(
        "pas-ce-jour-la",
        Event.DENIED,
        r"\b(?:ne |n'|n )(?:<CLIT>)*(?:pourr\w+|peux|peut|pouvons|sommes|suis|serai|"
        r"sera|"
        r"serons|saurai\w*|"
        r"vais|va|pourrai\w*|puis)\b"
        r"[^.;]{0,14}\b(?:pas|plus|rien|jamais|aucun\w*|guere|ni|point)\b[^.;]{0,40}"
        r"(?:<PAY_INF>|<SEND_INF>|<PAY_PP>|bouger|sortir|avancer|engager|honorer|tenir|"
        r"avant|"
        r"partir|donner|faire mieux)|\b(?:ne |n'|n )(?:<CLIT>)*(?:partir\w*|"
        r"<PAY_PRES>|<PAY_FUT>|<SEND_FUT>|<SEND_PRES>)\b"
        r"[^.;]{0,12}\b(?:pas|plus|rien|jamais|aucun\w*|guere|ni|point)\b|"
        r"\b(?:peux|pourrai|peut) (?:pas|rien|plus)\b[^.;]{0,30}(?:<PAY_INF>|"
        r"<SEND_INF>|bouger|sortir|"
        r"avant)|\b(?:payerai|paye|paie|vire) (?:pas|rien|plus)\b|"
        r"\bimpossible (?:de|d'|pour|le|avant|donc|a)|"
        r"\b(?:pas|aucun) (?:de |d')?(?:<TRANSFER>) (?:ne |avant|possible|ce|cette|"
        r"lundi|mardi|"
        r"mercredi|jeudi|vendredi|le)|\b(?:ne )?comptez pas|\bpas (?:avant (?:le |la |"
        r"lundi|mardi|mercredi|jeudi|vendredi|fin|mi|debut|\d)|possible|aujourd|"
        r"demain|ce soir|tout de suite|cette semaine|le \d|lundi|mardi|mercredi|jeudi|"
        r"vendredi)"
        r"|\brien (?:avant|ne (?:sera|part|sort))|\baucun (?:paiement|mandat|virement|"
        r"reglement)"
        r"|\bni (?:lundi|le|demain)|\bje ne dis pas|\bn'est plus le cas|\bplus rien ne|"
        r"\bn'y comptez pas|\b(?:can't|cannot|won't|not able|unable|not going to|"
        r"never said)\b|"
        r"\bn'est (?:donc )?(?:pas|plus) (?:encore )?(?:prevu|programme|planifie|"
        r"possible|"
        r"d'actualite)|\btrop tard pour|\bs'avere impossible|\braté le\b",
        ("je ne pourrai pas vous payer lundi", "impossible de vous régler ce vendredi"),
        unless=r"\bpas (?:un jour de plus|oublie)|ne manquer\w+ pas|"
        r"ne vous fer\w+ pas attendre|"
        r"n'ai pas oublie|pas de (?:souci|probleme)|pas d'inquietude",
    ),
    Frame(
        "date-rappelee",
        Event.RECALL,
        r"\b(?:(?:j'|nous |vous |lui |leur |on |te |t'|il |elle |collegue |"
        r"commercial )?"
        r"(?:vous |t'|te )?(?:avai[st]|avions|aviez|avaient) (?:\w+ )?(?:dit|promis|"
        r"indiqu\w+|"
        r"annonc\w+|ecrit|laiss\w+|parl\w+|prev\w+|convenu|donn\w+|fixe\w*|"
        r"assur\w+)|il etait (?:question|prevu|convenu)|etait (?:prevu|annonce|"
        r"promis)\w*|"
        r"je devais|on devait|nous devions|jdevais|devait (?:etre|partir|vous)|"
        r"comme (?:je l'|nous l'|on l'|il )?(?:avai\w+|avions|etait)|"
        r"comme je l'ecrivais|"
        r"(?:a|ont|ai|avons) (?:annonc\w+|indiqu\w+|promis|dit) (?:que |un |une |le |"
        r"pour )|"
        r"j'aurais prefere|i never said|i said|we said|you were told|had (?:said|"
        r"promised))\b",
        ("je vous avais dit lundi", "il était question du 15"),
    ),
    Frame(
        "souhait",
        Event.WISH,
        r"\b(?:aimerai[st]|aurai[st] (?:aime|voulu|souhaite)|voudrai[st]|"
        r"souhaiterai[st]|"
        r"si seulement|j'esperais)\b[^.;]{0,30}\b(?:ecrire|dire|pouvoir|annoncer|payer|"
        r"regler|"
        r"vous payer)\b",
        ("J'aimerais pouvoir vous écrire « je paie le 15 »",),
    ),
    Frame(
        "paiement-d-autrui",
        Event.THIRD,
        r"\b(?:nous|me|m'|lui|leur)\s(?:doit |devait |doivent |a |aura |ont |auront |"
        r"a deja |en )?(?:<PAY_PRES>|<PAY_FUT>|<PAY_PP>|<PAY_INF>|debloqu\w+|doit\b|"
        r"apporte|rembours\w+)|\b(?:notre|mon|nos|mes) (?:propres? )?(?:client\w*|"
        r"donneur\w* "
        r"d'ordre|locataire\w*|financeur\w*|acheteur\w*)\b[^.;]{0,25}"
        r"(?:<PAY_PRES>|<PAY_FUT>|paie|verse)|\b(?:encaiss\w+|touch\w+|recev\w+|"
        r"recoi\w+|"
        r"attend\w*|percev\w+) (?:le|la|les|l'|mon|ma|mes|notre|nos|un|une|des)\b|"
        r"\b(?:paye|salaire|pension|paie|retraite|rsa|subvention|aide|prime|"
        r"indemnit\w+|"
        r"acompte|cheque|pac|cotisations) (?:\w+ ){0,2}(?:tombe\w*|arrive\w*|verse\w*|"
        r"est|"
        r"remonte\w*)|\bma (?:paye|pension|paie)|\bun gros cheque\b|"
        r"\b(?:plombier|carreleur|voisin|salaries?|fournisseurs? strategiques) "
        r"(?:est|a|sont|ont)\b|\bpasse\w* (?:les |la |nos )?(?:salaires|paie|urssaf)|"
        r"\bsi (?:l'|le|la|les|notre|mon|on|nous)\b[^.;]{0,40}(?:pai|pay|credit|vers|"
        r"regl)",
        ("notre client nous paie le 15", "ma pension tombe le 9"),
    ),
    Frame(
        "appel",
        Event.CALL,
        r"\b(?:rappell?e\w*|appell?e\w*|appeler\w*|telephon\w+|recontact\w+|"
        r"tien[st] (?:vous )?"
        r"(?:au courant|informe)|tiendr\w+|revien\w+ (?:vers|a) (?:vous|toi)|"
        r"reviendr\w+|"
        r"fai[st]\w* signe|vous (?:dis|dirai|dira|redis|ecri[st]|ecrir\w+|repond\w*|"
        r"confirm\w+)|"
        r"aurez (?:une reponse|de mes nouvelles|des nouvelles)|"
        r"donne\w* (?:une )?(?:reponse|"
        r"nouvelles)|regarde\w* (?:ca|cela)|nous nous (?:voyons|verrons|parlons)|"
        r"on (?:en )?(?:parle|reparle|cause|recause|discute|"
        r"se (?:re)?(?:voit|parle|telephone|rappelle))|ring|call|get back|"
        r"let you know)\b",
        ("je vous rappelle lundi", "on se voit jeudi sur le chantier"),
        unless=r"(?:^|\s)(?:virement|reglement|paiement)\b|appel de fonds|"
        r"(?:votre|vos|le|ce|du) (?:rappel|appel)\b",
    ),
    Frame(
        "reunion",
        Event.MEETING,
        r"\b(?:reunion|reunit|reunissent|rendez[- ]vous|rdv|comite|conseil|commission|"
        r"assemblee|"
        r"ag\b|rentre\b|rentrer|revient|reviens|retour|rouvr\w+|repart\b|reprend\w*|"
        r"ferme\w*|fermee?s?\b|fermons|livraison|livre\w*|camion|passe (?:vous|mardi|"
        r"vendredi|"
        r"lundi|jeudi|mercredi|te)|chantier|hopital|conge\w*|vacances|inventaire|"
        r"deplacement|"
        r"signe (?:lundi|mardi|mercredi|jeudi|vendredi|le)|audience|vote\w*|"
        r"delibere\w*|"
        r"arrete\w* ses comptes|banquier|banquiere|boucl\w+|est ferie|ferie|"
        r"ouvr\w+|demarre\w*|commence\w*|debut\w* de|saisie?|facture du|votre (?:mail|"
        r"courrier|"
        r"message|relance|rappel|facture|lettre)|mandatee? par|recu le|enregistree?|"
        r"parvenue?|dimanche soir|jusqu'a)\b",
        ("le patron signe jeudi", "la réunion budgétaire a lieu le 28"),
    ),
)
