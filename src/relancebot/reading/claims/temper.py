"""Anger, threats, and the wish to hear no more."""

from relancebot.domain.reading import Label
from relancebot.reading.claims.rule import Rule

RULES = (
    Rule(
        "avocat",
        Label.HOSTILE,
        r"\b(?:mon|notre|nos|mes|leur|un|d'un|son)\s?(?:avocate?s?|conseil juridique|"
        r"juristes?)\b|"
        r"\b(?:nos|mes|leurs) (?:avocats|conseils|juristes)\b|\bnotre juriste\b|"
        r"\baction reconventionnelle|\bdans les interets de\b|\bdirection juridique\b|"
        r"notre conseil,|sur instruction de notre conseil|protection juridique|"
        r"\bassign(?:er|ation)|devant (?:le|les|un) (?:tribunal|juge|tribunaux)|"
        r"(?:saisi\w*|voie de) (?:le |la |de )*(?:justice|tribunal|juge|dgccrf|prefet)|"
        r"au tribunal|en justice|poursui(?:tes?|vre|vrai|vrons)\b(?! (?:la|le|notre|"
        r"nos|les))",
        (
            "La prochaine fois c'est mon avocat qui vous répond.",
            "Ma protection juridique prend contact avec vous.",
        ),
        unless=r"tribunal de commerce|redressement|liquidation|sauvegarde|mandataire|"
        r"(?:valid\w+|relu|relit|sign\w+|succession)[^.]{0,30}avocat|"
        r"avocats? (?:et|&) associes",
        but_not=("Le tribunal de commerce a ouvert une procédure de sauvegarde.",),
    ),
    Rule(
        "plainte",
        Label.HOSTILE,
        r"harcelement|\b(?:me|nous) harcel\w+|\bharcel(?:ez|es)\b|porte\w* plainte|"
        r"depo\w+ plainte|(?:une|la|ma|notre) plainte|"
        r"\bplainte (?:pour|sera|au|contre)|main courante|\bdenonc\w+|"
        r"(?:gendarm\w+|police)\b|signal\w* (?:a|aupres de) la (?:dgccrf|repression)|"
        r"repression des fraudes|procureur|diffamation|chantage|intimidation|"
        r"menaces?\b",
        (
            "C'est du harcèlement, trois mails en une semaine !",
            "Un message de plus et je porte plainte.",
        ),
        unless=r"aucune plainte|pas (?:de|une) plainte|cambriol|\bvol\b|sans plainte"
        r"|(?:gendarmerie|police) (?:a ete )?(?:prevenue|avertie|alertee)",
        but_not=("Rien à redire sur la prestation, aucune plainte.",),
    ),
    Rule(
        "insultes",
        Label.HOSTILE,
        r"\bescro\w+|\bvoleurs?\b|\barnaqu\w+|\bvautours?\b|\brapaces?\b|\bclowns?\b|"
        r"\bguignols?\b|\bconnards?\b|\bconn?ass?e?s?\b|\bcons?\b|\babrutis?\b|"
        r"\bcretins?\b|\bimbeciles?\b|\bcharognards?\b|\bparasites?\b|\bmalhonnetes?\b|"
        r"\bincapables\b|\bbande d\w+ |\bsalauds?\b|\bsalopards?\b|\bemmerd\w+|"
        r"\bfai(?:tes|s) chier|\bchier\b|\bputain\b|\bmerde\b|\bfout(?:re|ez|u|ais)\b|"
        r"\bboucle[zr]?-?(?:la|vous)|\bva(?:s|tte)? te faire|allez vous faire|"
        r"allez au diable|\bcrapules?\b|\bfilous?\b|\bminables?\b|\braclures?\b|"
        r"\bcasse[- ]?(?:toi|pieds|couilles)|\bcharlatans?\b|\bgoinfr\w+|"
        r"\bgangsters?\b|"
        r"\bracket\w*|\bmafieu\w+|\bculott?es?\b|\bpourri[se]?\b|\bsangsues?\b|"
        r"\bdegage[sz]?\b(?! (?:une?|des|du|la|le|\d))|\bfermez[- ]la|\bta gueule|"
        r"\bracaille|\bmargoulins?\b|"
        r"\bescrocs?\b|"
        r"\bhonte a vous|vous devriez avoir honte",
        ("T'es qu'un escroc.", "Bande de rapaces, allez vous faire voir."),
        unless=r"saison (?:\w+ ){0,4}pourri|mois pourri|temps pourri|ete pourri|"
        r"(?:m'en|en|rien a) foutre du retard|un peu con\b",
    ),
    Rule(
        "menaces",
        Label.HOSTILE,
        r"(?:on|je|nous) (?:sai[ts]|savons) ou (?:vous|tu|est|se trouve|t')|"
        r"continue[zr]? comme (?:ca|cela)|vous (?:le |allez (?:le )?|"
        r"vous en )?regrett\w+|"
        r"vous (?:allez )?(?:entendrez|entendre) parler|gare a vous|a vos risques|"
        r"(?:avis|note|reputation|commentaires?)[^.]{0,30}(?:internet|google|"
        r"trustpilot|"
        r"en ligne|souffr\w+|ternie?)|tout le (?:monde|village|quartier) (?:va|saura)|"
        r"vous le paierez|ca va mal (?:finir|se passer)|je (?:vais )?(?:vous )?casser?|"
        r"je viendrai (?:vous|m'expliquer)|(?:on|nous) viend\w+ vous voir|"
        r"dernier avertissement|reseaux sociaux|faire (?:une|de la) (?:mauvaise )?pub",
        (
            "On sait où est votre bureau. Continuez comme ça.",
            "Je serais navré que votre note sur Internet en souffre.",
        ),
        unless=r"\b(?:pack|prestation|gestion|animation|module|"
        r"forfait)\b[^.]{0,15}reseaux sociaux",
    ),
    Rule(
        "hostile-en",
        Label.HOSTILE,
        r"\b(?:my|our) (?:lawyers?|solicitors?|attorneys?|legal team|legal counsel)\b|"
        r"\bharass\w*|\bsue you|\blegal action\b|\bscam\w*|\bcrooks?\b|\bfraudsters?\b|"
        r"\bthie(?:f|ves)\b|\bidiots?\b|\bfuck\w*|\bbullshit\b|\bpiss off|\bget lost\b|"
        r"\bgo to hell\b|\bscrew you|\bshameless|\bleeches?\b|\bvultures?\b|"
        r"\bcon ?(?:man|artist)|"
        r"\bcomplaint (?:to|with|of)\b|\bsee you in court|\bin court\b|\bparasites?\b|"
        r"\byou people\b|\bripoff\b|\brip-off\b|\bthugs?\b|\bbully(?:ing)?\b|"
        r"\breport you\b",
        ("Our lawyer will be in touch.", "This is harassment."),
        language="en",
    ),
    Rule(
        "ne-plus-ecrire",
        Label.STOP,
        r"\b(?:ne |n'|veuillez ne |merci de ne )(?:plus |pas )?(?:m'|nous |me |m' )?"
        r"(?:plus |pas )?(?:ecri\w+|envo[iy]\w+|contact\w+|relanc\w+|solicit\w+|"
        r"sollicit\w+|"
        r"derang\w+|importun\w+|recevoir|adress\w+|appel\w+) (?:plus|davantage|de "
        r"(?:mail|message|courrier|relance|rappel)|a cette adresse|rien)|"
        r"\bne (?:nous |me |m')?(?:ecrivez|contactez|relancez|envoyez|appelez|"
        r"sollicitez|"
        r"derangez|importunez)(?:[- ](?:moi|nous|m'))? plus|\bn'ecrivez plus|"
        r"\bne m'ecrivez plus|\bm'ecrivez plus|"
        r"\bne plus (?:me |nous |m'|jamais )?(?:ecrire|contacter|relancer|solliciter|"
        r"envoyer|recevoir|deranger|adresser|importuner|appeler|etre)|"
        r"\b(?:je |on |nous )?ne (?:veux|veut|voulons|souhait\w+|desir\w+) plus "
        r"(?:rien )?(?:recevoir|etre|de vos|entendre|avoir de|vous)|"
        r"plus (?:rien )?recevoir (?:de|vos|d')|"
        r"plus (?:un|aucun)e? (?:seule? )?(?:mail|message|courrier|mot|appel|relance|"
        r"rappel)|"
        r"\bn'y (?:envoyez|ecrivez) plus|\bplus aucun contact|\bechanges s'arretent|"
        r"\b(?:cesser|cessez) tou[ts]e? (?:envoi|relance|contact|correspondance)|"
        r"\bmettre (?:un terme|fin) a (?:nos|ces|cette) (?:echanges|relances|"
        r"correspondance)|"
        r"(?:dernier|ultime) (?:mail|message) que (?:je|nous|vous)",
        (
            "Je ne veux plus rien recevoir de vous.",
            "Ne m'écrivez plus.",
            "Merci de ne plus me contacter à cette adresse.",
            "Plus un mail, plus un appel, compris ?",
        ),
        unless=r"ne m'ecrivez plus (?:a|sur) (?:l'ancienne|cette boite)",
    ),
    Rule(
        "arretez",
        Label.STOP,
        r"\b(?:arret\w+|cess\w+|stop\w*|fini\w*|assez)\b[^.]{0,30}"
        r"\b(?:m'ecri\w+|nous ecri\w+|m'envoy\w+|vos (?:mail|message|courrier|relance|"
        r"rappel|"
        r"envoi)|ces (?:mail|message|courrier|relance|rappel|envoi)|les (?:mail|"
        r"relance|"
        r"rappel|message)|de (?:me|m'|nous) )|"
        r"^stop\b(?: svp| merci| aux| les|$)|"
        r"\b(?:fout\w+|laiss\w+|fich\w+)[- ](?:moi|nous|le|la|mon|mes|notre)"
        r"(?: adresse| boite)?[^.]{0,12}"
        r"(?:la paix|tranquille|en paix)|lachez[- ]moi|oubliez[- ](?:moi|nous)",
        ("Arrêtez de m'écrire, j'ai compris.", "STOP SVP", "Foutez-moi la paix."),
        unless=r"arret\w+ le compteur|cess\w+ (?:notre|son|mon|l'|toute) ?activite",
    ),
    Rule(
        "retirez-cette-adresse",
        Label.STOP,
        r"\bdes(?:inscri|abonn)\w+|\bunsubscribe\b|"
        r"\b(?:enlev|retir|suppri|ray|effac|otez|oter|sort)\w*[- ](?:moi|nous|cette|"
        r"cet|"
        r"mon|notre|mes|nos|de|la|l')\b[^.]{0,40}"
        r"\b(?:adresse|mail|liste|fichier|envois?|relances?|base|coordonnees|"
        r"destinataires?|rappels?)|"
        r"\brgpd\b|droit (?:a l'effacement|d'opposition|a l'oubli)|"
        r"\bm'oppose a (?:toute|ce|tout|l')|"
        r"(?:opposition|oppose) [^.]{0,40}(?:donnees|sollicitation|prospection|"
        r"traitement)",
        (
            "Merci d'enlever cette adresse de vos relances automatiques.",
            "Désinscrivez-moi de vos rappels svp.",
            "Au titre du RGPD, je m'oppose à toute nouvelle sollicitation.",
        ),
        unless=r"(?:supprim\w+|retir\w+|enlev\w+) (?:la|les|cette|ces) (?:ligne|frais|"
        r"option)"
        r"|\bse desinscri|efface\w* (?:notre|nos|ma) |rayer notre nom",
    ),
    Rule(
        "stop-en",
        Label.STOP,
        r"\bstop (?:e-?mailing|contacting|writing|sending|chasing|messaging|calling|"
        r"these|the|this|pestering|bothering)|^stop\b|"
        r"\b(?:take|remove|delete) (?:me|us|this address|my (?:address|e-?mail))|"
        r"\bunsubscribe|\bdo ?n[o']?t (?:contact|e-?mail|write|message) (?:me|us|this|"
        r"here)|"
        r"\bno (?:more|further) (?:e-?mails?|messages|reminders|contact)|"
        r"\bleave (?:me|us) alone|\bcease (?:all )?(?:contact|e-?mail)|\bgdpr\b",
        ("Please take me off this list.", "Stop emailing me."),
        unless=r"gdpr (?:module|audit|training|work|review)|\bto unsubscribe",
        language="en",
    ),
)
