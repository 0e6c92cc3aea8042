"""What a clause says about a payment: announced, made, denied, or somebody else's.

Each frame is a small named pattern over one clause; together they tell the tense, the
person and the polarity of paying, which decides what the clause does with its date.
"""

from dataclasses import dataclass
from enum import Enum


class Event(Enum):
    """What a clause says about paying."""

    COMMIT = "commit"
    PAID = "paid"
    DENIED = "denied"
    RECALL = "recall"
    WISH = "wish"
    THIRD = "third"
    CALL = "call"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Frame:
    """Some words of a clause tell of a payment; examples are tests."""

    name: str
    event: Event
    pattern: str
    examples: tuple[str, ...]
    unless: str = ""
    dated_only: bool = False


_FUTURE_AUX = (
    r"(?:sera|seront|serons|va etre|vont etre|devrait etre|devraient etre|devra etre|"
    r"doit etre|doivent etre|aura ete|auront ete|serait|pourra etre)"
)
_MOVES = (
    r"(?:part(?:ent|ira|iront)?|sui(?:t|vent|vra|vront)|arriv(?:e|ent|era|eront)|sera|"
    r"seront|se (?:fera|feront|fait)|ce fera|aura lieu|auront lieu|interviendr(?:a|ont)|"
    r"intervient|s'effectu\w+|sor(?:t|tent|tira|tiront)|tomb(?:e|ent|era|eront)|"
    r"parviendr(?:a|ont)|va (?:partir|suivre|etre|arriver|sortir)|vont (?:partir|etre)|"
    r"vien(?:t|dra|dront)|est (?:bien )?(?:prevue?|programmee?|calee?|planifiee?|pour (?:le|la|"
    r"lundi|mardi|mercredi|jeudi|vendredi)|au |fixee?|inscrite?|positionnee?|dans le lot|"
    r"datee? d)|attendr\w+|passer(?:a|ont)|sort|sera|bascul\w+|s'execut\w+|aura|"
    r"le sera|le seront|prevue?s?|programmee?s?|calee?s?|planifiee?s?|devrait|devraient|"
    r"quitter(?:a|ont)|rejoindr(?:a|ont)|executera|(?:est|sont) prevue?s?)"
)

COMMITS: tuple[Frame, ...] = (
    Frame(
        "je-paie",
        Event.COMMIT,
        r"\b<JE>(?:<CLIT>)*(?:<ADV>)*(?:<PAY_PRES>|<PAY_FUT>)|\bje (?:<CLIT>)*reglerez\b|"
        r"<NOUS>(?:<CLIT>)*(?:<ADV>)*(?:<PAY_NOUS>)|\b(?:je|on|nous) prevo\w+ (?:le|un|votre) "
        r"(?:<TRANSFER>)",
        ("je vous regle lundi", "on solde tous nos fournisseurs", "jpaye le 5 promis"),
        unless=r"\bcotis\w+ (?:que|qu')|(?:on|nous|je) (?:se |ne )?vers\w+ (?:plus )?de "
        r"salaire|\bsi (?:je|on|nous) |\bque je (?:vous )?(?:paye|paie|regle)\b|dit que",
    ),
    Frame(
        "je-vais-payer",
        Event.COMMIT,
        r"\b<ME>(?:<CLIT>)*(?:<ADV>)*(?:vais|va|allons|vont|compt(?:e|ons)|prevoi[st]|"
        r"prevoyons|pens(?:e|ons)|engage|engageons|m'engage|apprete|tacher(?:ai|ons)|"
        r"fer(?:ai|ons) en sorte|dois|devons|doit|devrais|devrait|devrions|peux|peut|pouvons|"
        r"pourrai|pourra|pourrons|suis en mesure|sommes en mesure|manquer(?:ai|ons) pas|"
        r"veillons|veillerai|sais que je|en profite)\b[^.;]{0,40}"
        r"(?:<PAY_INF>|<SEND_INF> (?:<DET>)?(?:<MONEY>|necessaire)|"
        r"(?:vous |te |l'|le |la )(?:<SEND_INF>)|virement|reglement|paiement|partir ca)",
        ("je compte vous régler demain", "on va payer vendredi"),
        unless=r"\bne (?:peux|peut|pouvons|pourrai|vais|sais)|\b(?:doi[st]|devons) "
        r"(?:attendre|encore|d'abord)|recevoir (?:un|le) (?:virement|paiement)|"
        r"dois (?:a|de l'argent)",
    ),
    Frame(
        "on-vous-paie",
        Event.COMMIT,
        r"\b(?:vous|vs|te|t')\s?(?:le |la |les |l'|en )?(?:<ADV>)*(?:<PAY_PRES>|<PAY_FUT>)|"
        r"\b(?:la|le|les|l') ?(?:mettra|mettront|passera|passeront|reglera|regleront|paiera|"
        r"paieront|payera|virera|vireront|soldera|solderont|lancera|effectuera|enverra)\b|"
        r"\b(?:vous|te) (?:desinteresse\w*|dedommag\w+)\b",
        (
            "ma soeur vous règle courant semaine prochaine",
            "la trésorerie vous paie fin juin",
        ),
        unless=r"\bque vous (?:paye|regle)|\bsi vous|vous regle (?:le|la) (?:bain|note) ?$",
    ),
    Frame(
        "vous-serez-paye",
        Event.COMMIT,
        r"\b(?:vous|tu|vs|toi|t'|ils?|elles?)\s?(?:serez|sere|seras|etes|es|sera|seront|"
        r"allez etre|vas etre|devriez etre|"
        r"pouvez etre|vous serez)\s(?:<ADV>)*(?:<PAY_PP>|servie?s?|desinteresse\w*|quitte)\b",
        ("vous serez payé mi-novembre", "vous êtes réglés fin avril"),
        unless=r"\bsi (?:vous|tu) |\b(?:avez|a) ete|\b(?:plombier|carreleur)",
    ),
    Frame(
        "ce-sera-regle",
        Event.COMMIT,
        rf"\b{_FUTURE_AUX}\s(?:<ADV>)*(?:a |au |(?:vous )?(?:bien )?)?(?:<PAY_PP>|<SEND_PP>|pliee?|"
        r"chose faite|dans la boite|en ordre|en regle|sur (?:votre|ton) compte|"
        r"chez (?:vous|toi)|boucle\w*|bon\b|ok\b|a jour|entre vos mains|a votre disposition|"
        r"desinteresse\w*|regularis\w+|quitte\b|executee?|sold\w+|transfer\w+|"
        r"approvisionn\w+|remis\w*|adress\w+)|"
        r"\b(?:la|le|celle)[^.;,]{0,25} le (?:sera|seront) (?:le|au|en|dans|d'ici|fin|mi|sous)\b|"
        r"\b(?:flux|fichier|ordre|lot|operation|virement|envoi)s? (?:\w+ ){0,2}(?:sera|seront) "
        r"(?:rejou|relanc|reemis|represent|repass|refait|renvoy|reexecut)\w*|"
        r"\b(?:qu'elles?|qu'ils?) soi(?:t|ent) (?:<ADV>)*(?:<PAY_PP>)|\bque (?:tu sois|vous soyez) (?:<ADV>)*(?:<PAY_PP>)|"
        r"\bce sera (?:donc |bien )?(?:le|pr|pour|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
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
        rf"\b(?:<TRANSFER>|argent|fonds|sommes?|solde|reste|restants?|sous|montant|moitie|"
        rf"tiers|reliquat|complement|surplus|principal|totalite|du|suivants?|mandatement|"
        rf"net|<SUM>)\b[^.;:]{{0,60}}?\b{_MOVES}\b",
        (
            "le virement part vendredi",
            "Payment : le règlement interviendra sous peu",
            "le mandatement interviendra en semaine 7",
            "le reste suivra",
        ),
        unless=r"\bde (?:notre|ma|votre) part\b|\b(?:caution|depot de garantie|sort|ressort)\b|"
        r"\b(?:recu|notre client|subvention)\b[^.;]{0,15}\b(?:part|arriv)|d'ou ca sor|"
        r"tombe (?:pile|mal|bien|sur|un|une)\b",
    ),
    Frame(
        "ca-part",
        Event.COMMIT,
        r"\b(?:ca|cela|elle|elles|tout|il|ils|la \d+|le tout|facture|piece|note|dossier|"
        r"et (?:ca|hop)|votre)\b[^.;,]{0,25}\b(?:part\b|partent|repart\b|partira|partiront|sera (?:en )?(?:fait|"
        r"regle|paye|vire|sold|honor|envo)\w*|va (?:venir|partir|suivre|arriver)|"
        r"passer(?:a|ont) (?:au|dans|en|sur|le|avec)|passe (?:au|dans|en|sur)|tombe (?:le|au)|"
        r"sort(?:ira|iront)? (?:a|au|le|dans|en)|(?:figure|est) (?:bien )?(?:au|a|dans|sur) "
        r"(?:l'echeancier|le (?:lot|bordereau|prochain|train|fichier)|la (?:campagne|liste|"
        r"tournee|remise|prochaine))|est (?:bien )?(?:retenue?|inscrite?|integree?|prevue?|"
        r"programmee?|calee?|planifiee?|positionnee?|notee?) (?:pour|au|sur|dans|a|en|le))|"
        r"\bc(?:'| ?)est (?:bien )?(?:cale|prevu|programme|planifie|note|inscrit)\w*\b",
        ("ça part vendredi", "elle est retenue sur la campagne de paiement du 25"),
        unless=r"\bsi (?:ca|tout)|courrier part|camion|ca part (?:dans tous|en)",
    ),
    Frame(
        "vous-aurez-l-argent",
        Event.COMMIT,
        r"\b(?:vous|tu|vs|t')\s?(?:l'|la |le |les |en )?(?:aurez|auras|avez|as|recevrez|"
        r"recevras|toucherez|percevrez|verrez|verras|recuperez|recupererez)\b[^.,;]{0,30}"
        r"\b(?:(?:le|la|les|l'|votre|ton|vos|tes|notre|nos|mon|un|de l'|du|des|vos \d\S*|"
        r"l')\s?(?:<MONEY>|prorata|compte\b))|"
        r"\b(?:vous|tu) l'(?:aurez|auras)\b[^.;]{0,25}|"
        r"\bdevriez (?:donc |normalement )?(?:l'avoir|le recevoir|la recevoir|recevoir|voir) "
        r"(?:(?:les fonds|l'argent|le virement|arriver \w+) )?(?:lundi|mardi|mercredi|jeudi|"
        r"vendredi|demain|le \d|sous|dans|d'ici)",
        (
            "vous aurez votre argent lundi prochain",
            "vous recevrez alors notre règlement",
        ),
        unless=r"\bavez (?:recu|eu|deja|notre|mon|un|facture|mis|des)|si vous|vous avez "
        r"(?:le|la|les|l'|un|une) |\b(?:releve|avis|reponse)\b|l'avez (?:deja|depuis|recu)",
    ),
    Frame(
        "j-envoie-l-argent",
        Event.COMMIT,
        r"(?:\b<JE>(?:<CLIT>)*(?:<ADV>)*(?:<SEND_PRES>|<SEND_FUT>)|"
        r"<NOUS>(?:<CLIT>)*(?:<ADV>)*(?:<SEND_NOUS>))\b[^.;]{0,45}?"
        r"\b(?:<TRANSFER>|argent|sommes?|solde|sous|necessaire|ca\b|cela|fonds|compte|"
        r"\d[\d .,]*(?:€|e\b|euros?|balles)?|moitie|tiers|reste|ordre|operation|totalite|tout|"
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
        unless=r"\b(?:fais|ferai|faisons) (?:suivre|le point|part\b|signe|remonter|des|du|"
        r"confiance|de mon mieux|faire|refaire|appel)|"
        r"\b(?:passe|passons|passerai) (?:vous voir|chercher|au bureau|a l'atelier|chez|"
        r"les salaires|le relais)|remets (?:pas|en)|ne \w+ (?:pas|rien)|"
        r"(?:mets?|mettons) (?:en copie|de cote|a disposition|fin|au courant|la)|"
        r"\badress\w+ (?:vos|un|mes|une)|envo\w+ (?:un (?:mail|message)|le pv|les photos|le "
        r"bon|la copie|l'avis|l'annexe|un devis)|note (?:le|que|dans)|donne (?:des|une|"
        r"plus|pas|ma|les cles|suite)|valide (?:pas|le (?:devis|bon|pv))|"
        r"(?:transme\w+|fais suivre) (?:votre|a|au|le|la|en interne|ce|cela)",
    ),
    Frame(
        "je-m-en-occupe",
        Event.COMMIT,
        r"\bnous en (?:occupons|chargeons)|\bm'?en (?:occupe|charge|occuperai|chargerai|acquitt\w+)|\bs'en (?:occupe|charge)\b|"
        r"\bje m'y (?:mets|colle|attelle)|\bjm en (?:charge|occupe)|\bm'acquitt\w+|"
        r"\b(?:fais|ferai|faisons|ferons|fait|sera|faire) (?:donc |vite |rapidement |tout )?le "
        r"necessaire|\bnecessaire (?:sera|va etre) fait|\bje m'occupe (?:de|d')|\bon s'en occupe|"
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
        pattern=        r"\b(?:campagne|train|tournee|lot|run|fournee|vague|batch|cycle|session|"
        r"passage|bordereau|proposition|serie|releve|echeancier|planning|calendrier|"
        r"fichier|liste|comite) (?:de |des |d'|du )?(?:paiements?|reglements?|virements?|"
        r"decaissements?|fournisseurs?)\b|"
        r"\bvous (?:etes|passez|passerez|figurez|y figurez|y etes|serez|prendra) "
        r"(?:donc )?(?:bien )?(?:dans|sur|en|au|inscrite?|a)\b|\by figurez\b|\bvous y etes|"
        r"\b(?:echeance|paiements?|reglements?) (?:au|du|de|est|repositionne\w*|fixe\w*|"
        r"ressort|prevue?s?)\b|\bdans (?:le|la) (?:lot|bordereau|remise|batch|campagne)\b|"
        r"\b(?:paiements?|virements?|reglements?) (?:reprennent|reprendront|repartent)|"
        r"\bdepart (?:des fonds|du virement|de l'argent)|\bvous serez de la (?:prochaine )?"
        r"campagne|^(?:prevue?s?|programmee?s?|calee?s?|planifiee?s?|inscrite?s?|payable)\b|"
        r"\b(?:signe|fait|lance|passe|valide|execute|fais|faire)(?:ra|nt|ront|rai)? (?:les|ses|nos|"
        r"vos|des|mes|tous) (?:\w+ )?(?:paiements|virements|reglements|cheques)\b|"
        r"\bvous prendra\b|\b(?:train|lot|batch|run|bordereau|campagne|remise) (?:du|de) \d|\b(?:est|sont|sera) (?:integre|retenu|inscrit|selectionne|"
        r"bascul|ajoute)\w* (?:a|au|dans|sur)|\bprochain (?:passage|train|lot|run)|"
        r"\bajoutee? a la remise|\bpayons (?:le|a)\b",
        examples=(
            "vous êtes dans le lot ce mois-ci",
            "votre facture est sur la campagne de paiement",
        ),
        unless=r"\bvous etes (?:dans (?:le (?:faux|vrai)|l'erreur)|sur (?:liste|que)|en (?:train|"
        r"retard|vacances))|(?:conge|vacances)",
    ),
    Frame(
        "comptez",
        Event.COMMIT,
        dated_only=True,
        pattern=        r"\b(?:comptez|faut compter|compter|attendez|tablez) (?:plutot |bien |donc |sur )*"
        r"(?:(?:un|le|mon|notre|votre) )?(?:<TRANSFER>|une? (?:bonne |petite )?(?:dizaine|quinzaine|"
        r"huitaine|semaine)|\d+|lundi|mardi|mercredi|jeudi|vendredi|fin|debut|mi|le|la|sous|"
        r"deux|trois)\b",
        examples=("comptez une dizaine de jours", "comptez sur un versement début septembre"),
        unless=r"\b(?:ne )?comptez pas|comptez (?:le|la|les) (?:jours|heures|quatre)|vous "
        r"comptez",
    ),
    Frame(
        "encaissez-mon-cheque",
        Event.COMMIT,
        dated_only=True,
        pattern=        r"\b(?:pouvez|peux|pourrez|pourras) (?:le |la |les )?(?:porter|deposer|encaisser|"
        r"remettre|mettre)[^.;]{0,25}(?:cheque|banque|encaissement)?\b",
        examples=("vous pouvez porter mon chèque en banque le 22",),
        unless=r"\?|quand je serai",
    ),
    Frame(
        "bordereau",
        Event.COMMIT,
        dated_only=True,
        pattern=        r"\b(?:pour|concernant|cote|quant a) (?:le|votre|mon|notre|ce|la) (?:<TRANSFER>)\b|"
        r"^(?:donc |et |le |la |un |notre |votre |prochain |ok |mais |puis |alors |"
        r"mode : |d'accord |pour |bon |oui )*(?:<TRANSFER>|mise en paiement|execution|"
        r"valeur|date de valeur|second envoi|paiement fdm)\b(?! (?:que|est (?:parti|fait)|"
        r"a ete|effectue|parti|execute|emis|envoye|recu|du \d))",
        examples=("virement vendredi", "Règlement 15.04", "paiement à la réouverture"),
        unless=r"\b(?:fait|effectue|(?<!suis )(?<!suis deja )parti|execute|recu|emis|refuse|rejete|bloque|impossible|"
        r"en attente|revenu|retourne|impaye|annule|soumis|depend\w*|a \d+ jours|a 30|a la "
        r"livraison|par jugement|caution|etait|concernait|avait|besoin|attend\w*|merci)\b",
    ),
    Frame(
        "solde-promis",
        Event.COMMIT,
        r"\b(?:payer|regler|solder),? c'est prevu|\bj'honorerai|"
        r"\bje m'engage (?:pour|sur)\b|\bje (?:tiens|tiendrai) (?:parole|mes engagements)|\b(?:c'est|j'ai) promis\b|"
        r"\btenir\w* (?:cette date|mes engagements|parole)|\brespecter(?:ai|ons) (?:cette|la) "
        r"(?:date|echeance)|\bviendra sans tarder|\bsera honore|\bne vous fer\w+ plus attendre|"
        r"\b(?:un|le) (?:virement|cheque|reglement|versement) suit|\btout rentre dans l'ordre|"
        r"\bca va (?:venir|arriver|se faire)|\bje (?:vous )?dois (?:encore )?(?:cette|la) "
        r"(?:somme|facture)[^.;]{0,20}(?:regler|payer)|\bserez (?:le )?premiers? (?:servi|"
        r"paye)|\bdans la foulee\b|\bje debloque",
        examples=("Payer, c'est prévu.", "nous respecterons cette date"),
    ),
    Frame(
        "commit-en",
        Event.COMMIT,
        r"\b(?:i|we|she|he|they|accounts|finance|our \w+|my \w+|you)(?:'ll| will|'re going to|"
        r"'m going to| are going to| am going to| shall|'re|'m| are| am| can| plan to|"
        r" intend to|'d like to)\s(?:\w+ ){0,3}?(?:pay|paying|settle|settling|transfer|"
        r"transferring|send|sending|wire|wiring|sort|sorting|clear|clearing|get (?:it|this|"
        r"that|the payment|paid)|have (?:it|the|your)|be paid|receive|process|processing|"
        r"release|releasing|make|making|remit|issue|see (?:the|it)|arrange|do it|"
        r"put (?:it|this|the))\b|"
        r"\b(?:will|'ll|shall|should|going to) (?:\w+ ){0,2}?(?:pay|settle|transfer|wire|sort|"
        r"clear|be paid|be settled|be made|be sent|be with you|go out|"
        r"be transferred|be processed|be included|land|follow|arrive|be in your|hit|remit|"
        r"leave|be released|be cleared)\b|"
        r"\b(?:payment|transfer|funds|wire|bank transfer|money|cheque|check|remaining[^.]{0,20}|"
        r"balance|rest|it|half)(?: itself)?(?:'s| is| are)? (?:now |already )?(?:scheduled|set for|planned|"
        r"set (?:up )?for|due to go|going out|goes out|on its way|lined up|booked|leaving|"
        r"arriving|in the (?:next )?(?:payment )?run|included|coming|to follow|"
        r"approved for|queued|on the list)\b|"
        r"\b(?:payment|pay) run\b|\bsorting (?:the|this|it)|\bon it\b|\bhappy to (?:pay|settle)|"
        r"\byou'll (?:have|get|see|receive|be)|\byou will (?:have|get|see|receive|be)|"
        r"\bwill do\b|\bpayment (?:by|on|next|this|tomorrow|before|at|end)",
        ("Payment will go out on Friday.", "I'll settle it tomorrow"),
        unless=r"\b(?:won't|will not|not going|can't|cannot|never)\b|\bring you|call you|"
        r"\bif (?:you|we|our)|(?:send|sending) (?:me|us|you (?:the|a) (?:po|form|remittance))",
    ),
)

PAID: tuple[Frame, ...] = (
    Frame(
        "j-ai-paye",
        Event.PAID,
        r"\b(?:j'|j|je l'|je vous l'|je t'|je te l'|je vous |nous (?:vous )?(?:l'|les )?|on (?:vous )?"
        r"(?:l'|les |a )?|l'|vous |"
        r"elle |il |ils |t'|te l'|vous l'|vous en |m'|nous |l'|"
        r"(?:compta|femme|mari|s(?:oe|œ)ur|frere|fille|fils|mere|pere|associee?|banque|notaire|"
        r"tresori\w+|patron\w*|siege|assurance|affactureur|que \w+|maison mere|comptable|"
        r"asso\w*) (?:m'|vous |nous |l'|vous l')?)"
        r"(?:ai|avons|a|ont|avait|avions|aurai|avaient|aurait)\s?(?:<ADV>|bien |deja )*"
        r"(?:<PAY_PP>|debit\w+|reposte\w*|poste\w*|envoye\w*|expedie\w*|"
        r"effectue\w* (?:le|un|les|votre|ce)[^.;]{0,10}|desinteresse\w*|"
        r"passee?s? (?:dans|hier|sur|en paiement)|(?:fait|passe|donne|emis|"
        r"transmis|remis|depose|lance|valide|adresse|execute|glisse|programme|saisi|mis|"
        r"ordonne)\w* [^.;]{0,30}(?:<TRANSFER>|argent|somme|ordre|necessaire|enveloppe|"
        r"especes|paiement|compte|sous|ca\b|virement|solde|principal|\d)|"
        r"(?:fait|refait) (?:ton|le|ca|votre)|refait l'operation|"
        r"(?:fait|passe|donne|emis|remis|depose|glisse|envoye|adresse|poste) "
        r"(?:hier|ce matin|le \d|lundi|mardi|mercredi|jeudi|vendredi|samedi|avant))",
        ("j'ai payé hier", "nous avons viré le 3", "ma banque m'a débité de 312,40 €"),
        unless=r"\b(?:nous|m'|me) (?:a|ont|avait) (?:\w+ )?(?:pay|regl|vers|vire|rembours)|"
        r"\bn'(?:ai|avons|a|ont|avait) |\bai pas|\ba pas|\bavons pas|\bavait (?:dit|"
        r"promis|indique)|\b(?:vous avez|avez)\b[^.;]{0,12}$|cru (?:l')?avoir|pensais "
        r"(?:l')?avoir|croyais",
    ),
    Frame(
        "je-viens-de-payer",
        Event.PAID,
        r"\b(?:viens|venons|vient) (?:juste |tout juste )?(?:de |d')(?:vous |te |la |le |les |l')*"
        r"(?:<PAY_INF>|effectuer|faire (?:le|partir|votre|ca|un)|donner l'ordre|passer (?:le|l'|un)|"
        r"valider (?:le|l'|votre|ca)|lancer|envoyer (?:le|l'|ca|un)|poster|emettre|deposer|"
        r"proceder|mettre en paiement)|\bmis\w* (?:en|au) paiement (?:le|hier|ce matin|"
        r"lundi|mardi|mercredi|jeudi|vendredi)|\brefait (?:ce|hier)|\ba ete mis\w* (?:en|au) "
        r"paiement|\benvoi a ete refait",
        ("Je viens de donner l'ordre à la banque", "le mandat a été mis en paiement le 6"),
    ),
    Frame(
        "avoir-paye",
        Event.PAID,
        r"\bavoir (?:bien |deja )?(?:<PAY_PP>|liber\w+|debloqu\w+|vire|envoye|effectue)\b"
        r"(?! (?:le|la) (?:tva))|\b(?:carte|cb) passee?\b|\bremittance (?:advice )?"
        r"(?:enclosed|attached)",
        ("le notaire m'assure avoir libéré votre part le 23",),
        unless=r"\b(?:pens\w+|croy\w+|cru|apres|sans|avant d|pour|afin d|regrett\w+|"
        r"pas) (?:\w+ )?(?:vous |l')?avoir",
    ),
    Frame(
        "a-ete-paye",
        Event.PAID,
        r"\b(?:a|ont|avait|avaient|ai|avons) (?:bien |deja |donc |en effet |vous )*ete "
        r"(?:<ADV>)*(?:<PAY_PP>|(?:effectue|envoye|adresse|poste|passe|lance|verse|emis|transmis|execute|depose|fait|programme|complet)\w*|debit\w+|transfer\w+|expedi\w+|emis\w*|pris\w* en "
        r"charge|traite\w*|remis\w*|execut\w+|ordonnanc\w+|debite\w*|"
        r"desinteress\w+)",
        (
            "le règlement vous a été adressé par chèque le 18",
            "le nécessaire a été fait",
        ),
        unless=r"\bn'(?:a|ont|avait) |\b(?:facture|piece|relance|bon|devis|dossier|demande|"
        r"version|reserve|jugement|procedure|message|rappel|lettre|courrier|attestation|"
        r"verification|mises? en demeure|recommandee?|mail|reclamation|cle|livrable|"
        r"rapport|travaux|intervention|prestation|correction|societe|pere|mere|"
        r"document|question|decision)s?\b[^.;]{0,40}\b"
        r"ete (?:emis|transmis|adress|remis|traite|depos|valid|envoy|pass|donn|lanc|not|"
        r"fait|verse au|transfer|execut|complet|effectu)|verse\w* (?:au dossier|en trop)|\bete fait\w* (?:aupres|par "
        r"(?:vos|votre))",
    ),
    Frame(
        "c-est-paye",
        Event.PAID,
        r"\b(?:c'|c |ca |elle |ce |tout |ils |elles |la \d+ |le \d+ |facture |factures |note |piece |pieces |dette |"
        r"virement |reglement |paiement |cheque |somme |argent |fonds |moitie |tiers |"
        r"montant |votre compte |compte |solde |celle-ci |echeance |creance |prelevement |"
        r"mandat |<SUM> |\d+ % (?:de la somme )?|acompte |\d[\d ]*(?:€ )?|operation |"
        r"dossier |l')[^.;,]{0,50}?(?:est|sont|etait|ont ete|a ete|c'est) "
        r"(?:<ADV>|bien |deja |donc |en effet )*(?:<PAY_PP>|partie?s?|fait\w*\b|sortie?s?|reposte\w*|resigne\w*|"
        r"poste\w*|envoye\w*|expedie\w*|debit\w+|en ordre|regle\w*|passe\w*\b|lettre\w*|"
        r"ordonnance\w*|execute\w*|chez vous|dans votre boite|emis\w*|valide\w* (?:par la banque)|"
        r"en cours (?:cote|chez|a la) (?:la )?banque|bon depuis|quitte|clos)\b|"
        r"\bc(?:'est)? chez (?:vous|toi)\b|\bc'est (?:fait|parti|regle|paye|vire|bon|en ordre|dans la poste|envoye)\b|"
        r"\b(?:vous etes|elle est|est) passee? (?:dans|avec|lors) |"
        r"\bc'?est partie?\b|\bca y est\b|\bc est (?:fait|parti|regle|paye|bon)\b|"
        r"\bc en cours cote banque|\bvoila c(?:'| )est fait|\bquittes depuis\b|"
        r"\b(?:l'argent|les fonds|la somme|ca) (?:a|ont) quitte",
        ("c'est fait à l'instant sur l'appli", "le virement est parti hier"),
        unless=r"\b(?:n'est|ne sont|n'etait|est pas|sera|seront|va etre) ?|\ben est sorti|"
        r"\b(?:une fois que?|quand|des que|si) [^.;]{0,30}(?:est|sont)\b|c'est bon\b[^.;]{0,6}\bpour (?:moi|nous)|\bprevue?\b|parti\w* "
        r"(?:en|a la retraite)|c'est parti pour|compte est (?:bloque|a decouvert|vide)|"
        r"facture (?:est )?bien passee en compta|passee? en compta|comptes? (?:est|sont) "
        r"(?:fait|passe)",
    ),
    Frame(
        "regle-hier",
        Event.PAID,
        r"^(?:bonjour,? |bonsoir,? |salut,? |hello,? |bjr,? |mais |si,? |oui,? |et |ca,? |"
        r"deja |bien |elle est |voila,? |nan,? |non,? |moitie |facture |premiere? )*"
        r"(?:<PAY_PP>|envoyee?s?|postee?s?|parti[es]*|fait|viree?s?|valide\w*|execute\w*|"
        r"emis\w*|effectue\w*|opere\w*|transmis)\b(?! (?:lundi|mardi|mercredi|jeudi|vendredi) "
        r"(?:prochain|en huit)| (?:demain|ce soir|fin|sous|dans))",
        ("Réglé ce matin par ma belle-soeur", "Viré le 3", "deja paye ce boulot"),
        unless=r"^payer|^parti\w* (?:en|a|au|aux|de|dans|chez|depuis)\b|\b(?:une fois|sera|seront|va|"
        r"tant que|a |votre) ?$|^(?:regle|vire|verse|solde|"
        r"paye|mandate)(?:z|r) |^solde\b(?! (?:depuis|le|hier|ce))|^paye (?:moi|nous)",
    ),
    Frame(
        "virement-effectue",
        Event.PAID,
        r"\b(?:<TRANSFER>|operation|fonds|somme|mandat|lettre-cheque|<SUM>|acompte|"
        r"wero|interac|solde|principal|moitie|virement instantane)\b[^.;,]{0,45}?"
        r"\b(?:parti[es]*\b(?! pour)|effectue\w*|fait\w*\b|execut[e]\w*\b(?<!executera)|emis\w*|"
        r"envoye\w*|passe[es]*\b|poste\w*|depose\w*|expedie\w*|realise\w*|transmis\w*|remis\w*|"
        r"debite\w*|viree?s?\b|sorti[es]*\b|verse[es]*\b|adresse[es]*\b|"
        r"est (?:dans|chez|a) (?:votre|vous|la poste)|a l'instant|ce jour a|bloque\w*)",
        ("virement effectué le 11 mars", "chèque n° 4471 posté le 2 mars"),
        unless=r"\b(?:doivent|ne peut|ne pourra|remise|article|de caution|restitue|sera|seront|va etre|vont etre|devrait|devra|doit etre|pas|n'est|n'a|"
        r"suis|une fois|quand|des que|apres|soit|si|en attente|impossible|refuse|rejete|"
        r"retourne|pret|bloque|annule|a ete rejete|daté|revenu|impaye|part\b|partira|"
        r"prevu|programme|aurait|sous \d|dans \d|demande|daté de demain|date de demain|"
        r"date du|je|sans|comptable pour)\b",
    ),
    Frame(
        "debite",
        Event.PAID,
        r"\bdebit(?:e|ee|es|ees|s)?\b[^.;]{0,30}\b(?:le|au|de|depuis|lundi|mardi|mercredi|"
        r"jeudi|vendredi|hier|a votre|figure|sur)\b|\b(?:ont|a) quitte (?:notre|mon) "
        r"(?:banque|compte)|\bplus sur (?:mon|notre) compte|\bmon releve (?:dit|indique|montre)|"
        r"\bavis (?:d'|de )(?:oper\w+|execution|virement|debit)\b|\b(?:preuve|justificatif|"
        r"capture|copie|recu|confirmation|ordre) (?:de |d'|du )?(?:virement|paiement|"
        r"l'operation)?[^.;]{0,12}(?:en pj|ci-?joint\w*|en piece|joint\w*|datee?|jointe)|"
        r"\bci[- ]?jointe?s? (?:la |le |l'|mon |notre )?(?:preuve|justificatif|avis|recu|"
        r"confirmation|copie (?:du|de l'ordre))|\bstatut . ?mise en paiement|"
        r"\bproof en pj|\bj'ai le (?:sms|recu|talon|justificatif)|\bla bonne fin\b|"
        r"\bbordereau n|\ble debit (?:figure|apparait|est)",
        ("nous avons été débités le 5", "avis d opération en pj, bonne réception"),
        unless=r"\bsera debit|n'a pas ete debit|vous aurez l'avis|enverrai l'avis|besoin|"
        r"debite (?:de rien|demain)",
    ),
    Frame(
        "vous-l-avez",
        Event.PAID,
        r"\b(?:vous|tu|vs) (?:devriez|devez|devrais|dois|avez|as|l'avez) (?:du |deja |donc |"
        r"normalement |bien )?(?:l'avoir|la recevoir|le voir|l'avoir recue?|y voir|"
        r"avoir recu|voir (?:passer|arriver|les fonds|l'argent)|recu (?:le|notre|mon|la)|"
        r"deja|recevoir (?:le|les|la))\b|\b(?:vous|tu|vs) l'(?:avez|as)\b|"
        r"\b(?:depuis|deja) (?:\w+ ){0,3}(?:chez vous|sur votre compte|dans votre boite|"
        r"entre vos mains)|\b(?:chez vous|sur votre compte|dans votre boite[^.;]{0,15}|"
        r"entre vos mains) (?:depuis|deja)|\bregardez (?:mieux|votre releve|votre compte)|"
        r"\bverifiez (?:bien )?(?:votre|vos|de votre) (?:compte|solde|releve|cote|banque)|"
        r"\b(?:ne )?(?:vous )?(?:dois|devons|doit) plus rien\b|\bplus rien entre nous|"
        r"\best a jour\b|\bsommes a jour\b|\bdeja (?:regle|paye|sold|vire|acquitt)\w*",
        (
            "regardez mieux ça fait 10 jours que vous l'avez",
            "vous devriez l'avoir depuis un moment",
        ),
        unless=r"\b(?:facture|rib|copie|pv)\b[^.;]{0,10}l'avez|si vous|vous l'avez (?:dit|promis|"
        r"ecrit|fait|mis|facture|accepte|juste)|devriez (?:\w+ )?(?:l'avoir|le recevoir|recevoir|voir) "
        r"(?:(?:les fonds|l'argent) )?(?:lundi|mardi|mercredi|jeudi|vendredi|demain|le \d|sous)|deja (?:facture|paye "
        r"leur)|l'aviez",
    ),
    Frame(
        "ordre-donne",
        Event.PAID,
        r"\b(?:ordre|virement|paiement|reglement|mandat) (?:de virement |de paiement )?"
        r"(?:est |a ete |bien |deja )*(?:donne|passe|saisi|signe|transmis|ordonnance|lance|"
        r"valide)\w*\b|\bdonne l'ordre|\bl'ordre est|\b(?:ete|mandat) ordonnance[es]*\b|"
        r"\bordonnanc(?:ee|es|ees)\b|\bmandatee?s?\b "
        r"(?:par nos services )?(?:le|hier|mardi|lundi|mercredi|jeudi|vendredi|ce)|"
        r"\ba ete mandate|\ben cours (?:cote|chez|aupres de|a la|au niveau de) (?:notre |la |"
        r"ma |votre )?banque|\bpasse au statut",
        (
            "ordre passé ce matin à l'ouverture",
            "les 95 % restants ont été ordonnancés mardi",
        ),
        unless=r"\b(?:sera|va|date de demain|datee? du|pour (?:le|demain|lundi)|pas|"
        r"n'est|n'a|executee? (?:demain|le)|execution demain|en attente|bloque|"
        r"sera paye\w*)\b",
    ),
    Frame(
        "paid-en",
        Event.PAID,
        r"\b(?:(?:i|we|she|he|they)(?:'ve| have| had)? (?:already )?(?:remitted|paid|wired|sent (?:it|"
        r"the|you|payment|over)|transferred|settled|made (?:the|this|a) (?:payment|transfer)|"
        r"posted)|(?:was|were|been|is|has been|already) (?:already )?(?:paid|wired|sent|"
        r"settled|transferred|made|cleared|posted)|(?:wire|payment|transfer|cheque|check|"
        r"money|funds) (?:went|was|has|left|is in the post|already)|^paid\b|"
        r"went out (?:on )?(?:yesterday|monday|tuesday|wednesday|thursday|friday|last|this "
        r"morning|today|already)|in the post|remittance (?:advice )?attached|all paid|"
        r"paid (?:from|by|on|in full|yesterday|last|this morning)|sent yesterday)\b",
        ("We wired this on Tuesday", "cheque is in the post as of this morning"),
        unless=r"\b(?:not|haven't|hasn't|never|once|will be|if|until|when|going to be|to be)\b",
    ),
)

DENIALS: tuple[Frame, ...] = (
    Frame(
        "pas-ce-jour-la",
        Event.DENIED,
        r"\b(?:ne |n'|n )(?:<CLIT>)*(?:pourr\w+|peux|peut|pouvons|sommes|suis|serai|sera|"
        r"serons|saurai\w*|"
        r"vais|va|pourrai\w*|puis)\b"
        r"[^.;]{0,14}\b(?:pas|plus|rien|jamais|aucun\w*|guere|ni|point)\b[^.;]{0,40}"
        r"(?:<PAY_INF>|<SEND_INF>|<PAY_PP>|bouger|sortir|avancer|engager|honorer|tenir|avant|"
        r"partir|donner|faire mieux)|\b(?:ne |n'|n )(?:<CLIT>)*(?:partir\w*|"
        r"<PAY_PRES>|<PAY_FUT>|<SEND_FUT>|<SEND_PRES>)\b"
        r"[^.;]{0,12}\b(?:pas|plus|rien|jamais|aucun\w*|guere|ni|point)\b|"
        r"\b(?:peux|pourrai|peut) (?:pas|rien|plus)\b[^.;]{0,30}(?:<PAY_INF>|<SEND_INF>|bouger|sortir|"
        r"avant)|\b(?:payerai|paye|paie|vire) (?:pas|rien|plus)\b|"
        r"\bimpossible (?:de|d'|pour|le|avant|donc|a)|"
        r"\b(?:pas|aucun) (?:de |d')?(?:<TRANSFER>) (?:ne |avant|possible|ce|cette|lundi|mardi|"
        r"mercredi|jeudi|vendredi|le)|\b(?:ne )?comptez pas|\bpas (?:avant (?:le |la |lundi|mardi|mercredi|jeudi|vendredi|fin|mi|debut|\d)|possible|aujourd|"
        r"demain|ce soir|tout de suite|cette semaine|le \d|lundi|mardi|mercredi|jeudi|vendredi)"
        r"|\brien (?:avant|ne (?:sera|part|sort))|\baucun (?:paiement|mandat|virement|reglement)"
        r"|\bni (?:lundi|le|demain)|\bje ne dis pas|\bn'est plus le cas|\bplus rien ne|"
        r"\bn'y comptez pas|\b(?:can't|cannot|won't|not able|unable|not going to|never said)\b|"
        r"\bn'est (?:donc )?(?:pas|plus) (?:encore )?(?:prevu|programme|planifie|possible|"
        r"d'actualite)|\btrop tard pour|\bs'avere impossible|\braté le\b",
        ("je ne pourrai pas vous payer lundi", "impossible de vous régler ce vendredi"),
        unless=r"\bpas (?:un jour de plus|oublie)|ne manquer\w+ pas|ne vous fer\w+ pas attendre|"
        r"n'ai pas oublie|pas de (?:souci|probleme)|pas d'inquietude",
    ),
    Frame(
        "date-rappelee",
        Event.RECALL,
        r"\b(?:(?:j'|nous |vous |lui |leur |on |te |t'|il |elle |collegue |commercial )?"
        r"(?:vous |t'|te )?(?:avai[st]|avions|aviez|avaient) (?:\w+ )?(?:dit|promis|indiqu\w+|"
        r"annonc\w+|ecrit|laiss\w+|parl\w+|prev\w+|convenu|donn\w+|fixe\w*|"
        r"assur\w+)|il etait (?:question|prevu|convenu)|etait (?:prevu|annonce|promis)\w*|"
        r"je devais|on devait|nous devions|jdevais|devait (?:etre|partir|vous)|"
        r"comme (?:je l'|nous l'|on l'|il )?(?:avai\w+|avions|etait)|comme je l'ecrivais|"
        r"(?:a|ont|ai|avons) (?:annonc\w+|indiqu\w+|promis|dit) (?:que |un |une |le |pour )|"
        r"j'aurais prefere|i never said|i said|we said|you were told|had (?:said|promised))\b",
        ("je vous avais dit lundi", "il était question du 15"),
    ),
    Frame(
        "souhait",
        Event.WISH,
        r"\b(?:aimerai[st]|aurai[st] (?:aime|voulu|souhaite)|voudrai[st]|souhaiterai[st]|"
        r"si seulement|j'esperais)\b[^.;]{0,30}\b(?:ecrire|dire|pouvoir|annoncer|payer|regler|"
        r"vous payer)\b",
        ("J'aimerais pouvoir vous écrire « je paie le 15 »",),
    ),
    Frame(
        "paiement-d-autrui",
        Event.THIRD,
        r"\b(?:nous|me|m'|lui|leur)\s(?:doit |devait |doivent |a |aura |ont |auront |"
        r"a deja |en )?(?:<PAY_PRES>|<PAY_FUT>|<PAY_PP>|<PAY_INF>|debloqu\w+|doit\b|"
        r"apporte|rembours\w+)|\b(?:notre|mon|nos|mes) (?:propres? )?(?:client\w*|donneur\w* "
        r"d'ordre|locataire\w*|financeur\w*|acheteur\w*)\b[^.;]{0,25}"
        r"(?:<PAY_PRES>|<PAY_FUT>|paie|verse)|\b(?:encaiss\w+|touch\w+|recev\w+|recoi\w+|"
        r"attend\w*|percev\w+) (?:le|la|les|l'|mon|ma|mes|notre|nos|un|une|des)\b|"
        r"\b(?:paye|salaire|pension|paie|retraite|rsa|subvention|aide|prime|indemnit\w+|"
        r"acompte|cheque|pac|cotisations) (?:\w+ ){0,2}(?:tombe\w*|arrive\w*|verse\w*|est|"
        r"remonte\w*)|\bma (?:paye|pension|paie)|\bun gros cheque\b|"
        r"\b(?:plombier|carreleur|voisin|salaries?|fournisseurs? strategiques) "
        r"(?:est|a|sont|ont)\b|\bpasse\w* (?:les |la |nos )?(?:salaires|paie|urssaf)|"
        r"\bsi (?:l'|le|la|les|notre|mon|on|nous)\b[^.;]{0,40}(?:pai|pay|credit|vers|regl)",
        ("notre client nous paie le 15", "ma pension tombe le 9"),
    ),
    Frame(
        "appel",
        Event.CALL,
        r"\b(?:rappell?e\w*|appell?e\w*|appeler\w*|telephon\w+|recontact\w+|tien[st] (?:vous )?"
        r"(?:au courant|informe)|tiendr\w+|revien\w+ (?:vers|a) (?:vous|toi)|reviendr\w+|"
        r"fai[st]\w* signe|vous (?:dis|dirai|dira|redis|ecri[st]|ecrir\w+|repond\w*|confirm\w+)|"
        r"aurez (?:une reponse|de mes nouvelles|des nouvelles)|donne\w* (?:une )?(?:reponse|"
        r"nouvelles)|regarde\w* (?:ca|cela)|on (?:en )?(?:parle|reparle|cause|recause|discute|"
        r"se (?:re)?(?:voit|parle|telephone|rappelle))|ring|call|get back|let you know)\b",
        ("je vous rappelle lundi", "on se voit jeudi sur le chantier"),
        unless=r"(?:^|\s)(?:virement|reglement|paiement)\b|appel de fonds|"
        r"(?:votre|vos|le|ce|du) (?:rappel|appel)\b",
    ),
    Frame(
        "reunion",
        Event.MEETING,
        r"\b(?:reunion|reunit|reunissent|rendez[- ]vous|rdv|comite|conseil|commission|assemblee|"
        r"ag\b|rentre\b|rentrer|revient|reviens|retour|rouvr\w+|repart\b|reprend\w*|"
        r"ferme\w*|fermee?s?\b|fermons|livraison|livre\w*|camion|passe (?:vous|mardi|vendredi|"
        r"lundi|jeudi|mercredi|te)|chantier|hopital|conge\w*|vacances|inventaire|deplacement|"
        r"signe (?:lundi|mardi|mercredi|jeudi|vendredi|le)|audience|vote\w*|delibere\w*|"
        r"arrete\w* ses comptes|banquier|banquiere|boucl\w+|est ferie|ferie|"
        r"ouvr\w+|demarre\w*|commence\w*|debut\w* de|saisie?|facture du|votre (?:mail|courrier|"
        r"message|relance|rappel|facture|lettre)|mandatee? par|recu le|enregistree?|"
        r"parvenue?|dimanche soir|jusqu'a)\b",
        ("le patron signe jeudi", "la réunion budgétaire a lieu le 28"),
    ),
)
