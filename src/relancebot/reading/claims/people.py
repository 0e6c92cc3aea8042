"""Somebody else is to be written to; thanks and nothing more; another matter."""

from relancebot.domain.reading import Label
from relancebot.reading.claims.rule import Rule

RULES = (
    Rule(
        "adressez-vous-a",
        Label.CONTACT_CHANGE,
        r"\b(?:adress(?:ez|er|e)[- ](?:vous|toi)|vous adresser|tourn(?:ez|er)[- ]vous|"
        r"rapproch(?:ez|er)[- ]vous|vous rapprocher|voyez|voir|vois|contact(?:ez|er|"
        r"e)\b"
        r"(?! moi| nous)|parl(?:ez|er)|ecri(?:vez|re|s)\b|demand(?:ez|er)|relanc(?:ez|"
        r"er)\b|"
        r"chase|appel(?:ez|er)\b(?! moi| nous)|"
        r"(?:envoy(?:ez|er)|transmett(?:ez|re)|adress(?:ez|er)|passez|passer|mett(?:ez|"
        r"re))"
        r"[^.]{0,30}|prendre contact|prenez contact|joind(?:re|s)|joignez)[- ]?"
        r"(?:plutot |directement |donc |desormais |maintenant |moi |dorenavant |"
        r"tout de suite |la |le |les |lui |ca |cela |s'il vous plait |svp |"
        r"exclusivement |"
        r"aussi |(?:votre|cette|vos|la|les) \w+ )*"
        r"(?:avec|a|au|aux|chez|par|vers|aupres|de|mon|ma|le|la|notre|en copie|me|mme|"
        r"m\.)\b"
        r"[^.]{0,12}\b(?:me|mme|madame|m|monsieur|maitre|mandataire|service|compta\w*|"
        r"cabinet|siege|etude|tresorie\w*|associee?|collegue|femme|mari|s(?:oe|œ)ur|"
        r"frere|"
        r"direct\w+|daf|gerante?|proprietaire|proprio|syndic|agence|"
        r"responsable|patronn?e?|fils|fille|secretaire|expert|notaire|assurance|dg|"
        r"successeur|remplacante?|nouve\w+|lui|elle|eux|[a-z]+ qui|fournisseurs?)\b",
        (
            "Adressez-vous à Mme Perrin qui s'occupe de la suite.",
            "Voyez avec mon associé Paul, c'est lui qui gère ce chantier.",
            "Tournez-vous vers Me Ferrand, rue de la République.",
        ),
        unless=r"rien a voir|je (?:vais |dois )?(?:voir|demander|parler|appeler)|"
        r"(?:dois|doit|devons|vais|allons|faut que je|va) (?:d'abord )?(?:en |le |la |"
        r"lui )?"
        r"(?:voir|demander|parler|contacter|appeler)|laissez-moi|on (?:doit|va) ",
    ),
    Rule(
        "ecrire-a-cette-adresse",
        Label.CONTACT_CHANGE,
        r"[\w.+-]+@[\w-]+\.[\w.]+",
        (
            "Pour les factures, c'est compta@norvia.example maintenant.",
            "Passez directement par compta@jouets-leroy.example.",
        ),
        unless=r"\b(?:mon|notre) (?:paypal|interac)|paypal|\b(?:envoyez|"
        r"renvoyez)[^.]{0,20}"
        r"(?:rib|facture|copie)[^.]{0,25}@|enlev\w+|supprim\w+|retir\w+",
    ),
    Rule(
        "c-est-elle-qui-gere",
        Label.CONTACT_CHANGE,
        r"\b(?:c'est|c est|c|ce sera|ce sont|c'etait) (?:\w+ ){0,6}?(?:maintenant |"
        r"desormais )?"
        r"(?:qui|qu') (?:s'occupe\w*|gere\w*|tien\w+|suit|suiv\w+|traite\w*|a repris|"
        r"reprend\w*|pren\w+ (?:la|ma) suite|regle\w* (?:les|tout)|centralise\w*|"
        r"paie\w* les|paye\w* les|decide maintenant|est en charge|"
        r"a (?:les|la) (?:comptes?|main))|"
        r"\b(?:s'occupe\w*|gere|en charge|charge\w*) (?:desormais|maintenant|"
        r"dorenavant)|"
        r"\b(?:desormais|dorenavant|maintenant)[^.]{0,30}\b(?:s'occupe|gere|tient|"
        r"traite|"
        r"suit|en charge|interlocut\w+|correspondant|a (?:lille|paris|lyon|nantes))|"
        r"\b(?:pren[ds]\w*|reprend\w*|repris) (?:ma|la|sa|notre) (?:suite|place)|"
        r"\bme remplace|\bmon (?:remplacant|successeur)|\bma remplacante|"
        r"\b(?:nouve(?:au|lle)|votre|bon(?:ne)?) (?:interlocut\w+|contact|"
        r"correspondant\w*|"
        r"tresori\w+|gerante?|comptable|proprietaire|responsable)\b|"
        r"\bqu'il faudra (?:solliciter|contacter|relancer|ecrire)|"
        r"\bvoudrez bien vous adresser|"
        r"\b(?:priere de|veuillez|merci de) saisir\b|\bsaisissez (?:le|la)\b|"
        r"\brelev\w+ (?:desormais )?(?:de la|du|de l') ?(?:commissaire|centre|service|"
        r"pole|siege)|"
        r"\blui etre (?:envoye|adresse)e?|\ba (?:vendu|cede|repris)\w* (?:le|la|l'|son|"
        r"ma|mon|notre) (?:fonds|affaire|"
        r"societe|cabinet|magasin|boutique|commerce|restaurant)|"
        r"\b(?:reglera|paiera|versera|prendra en charge) directement|"
        r"ne passez plus par",
        (
            "C'est le cabinet Fidalp qui s'occupe de tout.",
            "Mme Poirier prend ma suite au 1er juin.",
            "c'est elle qui tient les papiers",
        ),
        unless=r"\bvous (?:qui|avez)|je prends la suite",
    ),
    Rule(
        "je-ne-m-en-occupe-plus",
        Label.CONTACT_CHANGE,
        r"\b(?:ne |n')?(?:m'occupe|gere|travaille|suis|fais|tiens) plus "
        r"(?:de|du|des|chez|pour|dans|en charge|la|le|les|partie|a la|au|tresorier\w*|"
        r"employe|salarie|gerante?|comptable)|"
        r"\b(?:ne|n') ?(?:travaille|fait|est|sommes|suis|exerce) plus (?:chez|partie|"
        r"dans|"
        r"l'interlocut|votre|concerne|le bon|la bonne)|"
        r"\bquitte (?:la|l'|le|mes|mon|notre|cette|les) (?:societe|entreprise|boite|"
        r"poste|"
        r"fonctions|association|structure|service)|\bplus (?:en poste|"
        r"dans la (?:societe|boite|"
        r"structure)|l'interlocut)|parti\w* (?:a la|en) retraite|"
        r"\b(?:mauvaise|pas la bonne) (?:personne|adresse|interlocut\w+|boite)|"
        r"\b(?:pas|plus) le bon (?:interlocut\w+|contact|destinataire|service|"
        r"correspond\w+)|"
        r"\bpas (?:moi|a moi) (?:qui|qu'il|que)|ne (?:me|nous) concerne (?:pas|plus)|"
        r"\berreur de destinataire|\bj'ai vendu|\bvendu (?:le|la|mon|ma) (?:fonds|"
        r"affaire|"
        r"societe|boutique|shop|magasin|restaurant)|"
        r"\b(?:c'est a|faut) (?:m|mme|me|la|le|l'|mon|"
        r"ma)\b[^.]{0,25}qu'il faut (?:ecrire|"
        r"s'adresser|demander)",
        (
            "Je ne m'occupe plus des comptes du club.",
            "Je ne travaille plus chez Delmas depuis avril.",
            "Mauvaise personne ! Je suis le frère, pas le gérant.",
        ),
    ),
    Rule(
        "contact-en",
        Label.CONTACT_CHANGE,
        r"\b(?:contact|speak to|talk to|write to|e-?mail|get in touch with|"
        r"reach out to|"
        r"chase|direct\w* (?:this|it|your|them|all)[^.]{0,20} to|send (?:this|it|your|"
        r"future|"
        r"all)[^.]{0,30} to|address\w* [^.]{0,20} to|liaise with|refer to|cc)\b"
        r"(?! me| us\b)[^.]{0,40}|[\w.+-]+@[\w-]+\.[\w.]+|"
        r"\b(?:no longer|don't|do not|not) (?:work|with|handle|deal|employed|"
        r"responsible|"
        r"at|in charge|the right)\b|\bleft the (?:company|business|firm)|"
        r"\bnew (?:owner|contact|accountant|bookkeeper|finance)|\bsold the\b|"
        r"\b(?:handles?|looks? after|deals? with|takes? care of|taken over|"
        r"in charge of|"
        r"responsible for) (?:all |our |the |this|my|invoices|payments|accounts)",
        ("Chase Moira, she's the chair.", "Please contact our accounts team."),
        unless=r"\b(?:i|we)(?:'ll| will)? (?:contact|speak|talk|chase|e-?mail)|"
        r"don't (?:work|contact) (?:on|me)|does not work|doesn't work"
        r"|(?:third|an|your|this|another|second|by) e-?mail|\bnot with you",
        language="en",
    ),
    # --- receipt acknowledged
    Rule(
        "bien-recu",
        Label.ACKNOWLEDGEMENT,
        r"\b(?:bien (?:recu|eu|note|pris note|lu|enregistre\w*|vu)|(?:j'ai|avons|"
        r"ai) bien|"
        r"accus\w+ (?:de )?reception|accusons|pren\w+ (?:bonne )?note|c'est note|"
        r"note merci|"
        r"pri\w* (?:bonne )?(?:note|connaissance)|pren\w+ connaissance|bonne reception|"
        r"recu 5|message recu|^(?:ok|recu|vu|lu|note|entendu|d'accord)\b|ok vu|"
        r"ok merci|merci (?:pour|de) (?:votre|le|ce|ton) (?:mail|message|rappel|"
        r"courriel|retour)|"
        r"j'ai vu|nous avons vu|suis (?:bien )?au courant|recu votre|"
        r"recu (?:et )?(?:lu|vu))",
        ("Bien noté, merci.", "J'accuse réception de votre courriel.", "ok vu"),
    ),
    Rule(
        "je-reviens-vers-vous",
        Label.ACKNOWLEDGEMENT,
        r"\b(?:revien\w+ vers|tien\w+ (?:vous |te )?(?:au courant|informe)|"
        r"vous (?:tien\w*|tiendr\w+) (?:au courant|informe)|"
        r"(?:je|on|nous|j') ?(?:vous |te |t'|vs )(?:re)?(?:contact\w+|r?appell?e\w*|"
        r"telephon\w+)|"
        r"(?:fais|ferai|faisons|ferons) signe|vous (?:dirai|dira|redis|ecris|ecrirai)|"
        r"on (?:en )?(?:parle|reparle|cause|recause|discute|se voit|"
        r"se (?:re)?telephone|"
        r"se tient)|(?:je|on|nous) (?:vais |va )?regard\w+ (?:ca|cela|tout)|(?:vais|"
        r"va) (?:regarder|verifier|voir|me "
        r"renseigner|chercher|en parler)|je (?:regarde|verifie|me renseigne)|"
        r"vous (?:repondrai\w*|aurez une reponse)|se (?:parle|voit|rencontre)|"
        r"passe\w* vous voir|me penche|fais le point|montre (?:votre|ca)|"
        r"aurez (?:une reponse|de mes nouvelles)|ring you|call you|get back)",
        (
            "je vous appelle lundi pour caler tout ça",
            "on se voit jeudi sur le chantier on en cause",
            "Vous aurez une réponse demain dans la matinée.",
        ),
    ),
    Rule(
        "ack-en",
        Label.ACKNOWLEDGEMENT,
        r"\b(?:got it|received|noted|thanks? (?:for|you)|cheers|will (?:get back|look)|"
        r"speak soon|i'll (?:call|ring|look|check|get back)|get back to you|"
        r"acknowledg\w+|well received|ring you|call you|"
        r"look(?:ing)? into)\b",
        ("Got it, cheers, speak soon.",),
        language="en",
    ),
)
