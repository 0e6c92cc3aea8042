"""The words around a signature: closings, notices, addresses, mail programs.

What firms and programs write below a letter is known; what people write is not.
"""

import re

MAX_SCAN = 4_000
DELIMITER = re.compile(r"--(?: |-)?$")
DRAWN = re.compile(r"[_=*~#\-+.]{4,}$")
RULED = re.compile(r"[_=*~#\-+]{5,}$")
DEVICE = (
    r"(?:mon |ma |my |mein(?:em)? |mi |il mio |meu |min |mijn |moj(?:ego|ej) )?"
    r"(?:iphone|ipad|ipod|mac\b|android|samsung|galaxy|huawei|xiaomi|redmi"
    r"|oneplus|pixel|oppo|honor|nokia|sony|xperia"
    r"|blackberry|windows|smartphone|t[ée]l[ée]phone|mobile|portable|tablette"
    r"|appareil|ordiphone|phone|tablet|handy"
    r"|m[oó]vil|telefono|cellulare|telefon|outlook|yahoo|gmail|proton|mail(?:\b"
    r"|pour)|courrier|orange|bouygues|sfr|free"
    r"|laposte|la poste|thunderbird|bluemail|spark|my mail|mailbird|k-9"
    r"|fairemail|nine|typemail|boxer|airmail|zimbra|tutanota)"
)
MOBILE = re.compile(
    r"[-_*|> ]{0,6}(?:"
    rf"(?:envoy[ée]|exp[ée]di[ée]|[ée]crit|transmis)e?s? (?:de|du|depuis"
    rf"|à partir d[e']|avec|via|par|en utilisant|à l'aide de) ?(?:l'|la |le "
    rf"|un |une )?(?:application "
    rf"|messagerie (?:s[ée]curis[ée]e )?)?(?:de )?{DEVICE}.{{0,80}}"
    rf"|provenance ?: ?(?:courrier|mail|outlook).{{0,60}}"
    rf"|yahoo mail ?: .{{0,80}}|(?:garanti(?:e)? )?sans virus\b.{{0,120}}"
    rf"|virus-free\b.{{0,80}}|<#[0-9a-f-]{{30,40}}>"
    rf"|(?:sent|written|composed|typed) (?:from|with|via|using|by|on) (?:the "
    rf"|a )?{DEVICE}.{{0,80}}"
    rf"|(?:get|obtenir|t[ée]l[ée]charger?|obtenez|t[ée]l[ée]chargez"
    rf"|holen sie sich|obtener|scarica|download) outlook (?:for|pour|für|para"
    rf"|per)\b.{{0,120}}"
    rf"|(?:(?:von|vom) {DEVICE}.{{0,40}} gesendet|gesendet (?:von|mit"
    rf"|aus)(?: der)? {DEVICE}.{{0,60}})"
    rf"|enviado (?:desde|do|a partir do|de) {DEVICE}.{{0,60}}|inviat[oa] (?:da"
    rf"|dal|con) {DEVICE}.{{0,60}}"
    rf"|(?:verzonden|verstuurd) (?:vanaf|met|via|van) {DEVICE}.{{0,60}}"
    rf"|skickat från {DEVICE}.{{0,60}}"
    rf"|sendt fra {DEVICE}.{{0,60}}|wysłan[eo] z {DEVICE}.{{0,60}}"
    rf"|lähetetty {DEVICE}.{{0,60}}"
    r"|(?:typed|sent) (?:with|on) (?:my )?(?:thumbs|a mobile)\b.{0,80}"
    r"|excuse[zs]? (?:la bri[èe]vet[ée]|les? fautes?).{0,60}"
    r")[-_*| .]*$",
    re.IGNORECASE,
)
NOTICE = re.compile(
    r"(?:[*_«\"' (\[-]{0,6})(?:"
    r"(?:ce|cet|le présent|cette) (?:e-?mail|message|courriel|courrier"
    r"|transmission|communication|mail)(?: \([^)]*\))?"
    r"(?: électronique)?,? (?:et (?:toutes? |tous )?(?:ses|les|leurs?"
    r"|son) .{0,60}|ainsi que .{0,60}|est (?:strictement "
    r"|uniquement )?(?:confidentiel|destiné|établi|adressé à l'attention)"
    r"|peut contenir|contient|s'adresse|a été (?:vérifié|envoyé à|analysé"
    r"|scanné)|n'engage|provient|ne contient aucun virus|transmis|électronique)"
    r"|les informations (?:contenues|figurant|ci-incluses|transmises|de ce)"
    r"|l'int[ée]grit[ée] de ce|le contenu de ce (?:message|courriel|mail"
    r"|e-?mail)"
    r"|(?:avis|clause|mention|note|avertissement)s? (?:de|légale?s?"
    r"|sur la)? ?(?:confidentialit|légal|juridique)|avertissement\s*:"
    r"|disclaimer"
    r"|si vous (?:n'êtes pas|avez reçu|recevez|n'en êtes"
    r"|avez recu) .{0,60}(?:destinataire|erreur)"
    r"|(?:p )?(?:pensez|pensons|merci de penser|n'oubliez pas|adoptez|soyons"
    r"|soyez|before|avant d|n'imprimez|préserv|economisons|économisons"
    r"|please consider|please think|think before|consider the environment"
    r"|save a tree|ayons).{0,80}(?:environnement|planète|imprim|environment"
    r"|print|éco-?|arbre|tree|planet|papier|paper)"
    r"|afin de (?:contribuer au respect|respecter|préserver) (?:de )?l'environnement"
    r"|this (?:e-?mail|message|communication|transmission"
    r"|electronic mail)(?: message)?,? (?:and |including |is |are |was |may "
    r"|contains? |has been |\(|together|transmission|was sent)"
    r"|the (?:information|contents?|materials?) (?:contained |transmitted "
    r"|included |of |in )|confidentiality (?:notice|note)|important notice"
    r"|legal notice"
    r"|if you (?:are not the|have received this|received this|received it"
    r"|believe you)|any (?:views|opinions|unauthori[sz]ed)"
    r"|unauthori[sz]ed (?:use|copying)"
    r"|(?:strictly |privileged and )?confidential\b.{0,20}$|internal use only"
    r"|no virus found|sans virus|virus-free|garanti sans virus"
    r"|l'absence de virus dans ce"
    r"|diese (?:e-?mail|nachricht) (?:enthält|ist|kann|und)"
    r"|der inhalt dieser e-?mail|este (?:mensaje|correo|e-?mail) (?:y|es|puede"
    r"|contiene|e |pode)|esta mensagem"
    r"|questo (?:messaggio|documento)|(?:il|le) (?:presente"
    r"|informazioni) .{0,40}(?:messaggio|e-?mail|riservat)|dit (?:bericht"
    r"|e-?mailbericht)|de informatie (?:in|verzonden)"
    r"|conformément (?:à la loi|au rgpd|au règlement|à l'article)"
    r"|vos données personnelles|rgpd\b"
    r"|toute (?:utilisation|diffusion|publication|modification|reproduction)"
    r"|campagnes? de (?:r[èe]glement|paiement)"
    r")",
    re.IGNORECASE,
)
# What a notice goes on to say; a person's sentence that begins like one does not.
CONFIRMED = re.compile(
    r"confiden|destin[ae]t|destin[ée]e?s? |intended|addressee|recipient"
    r"|d[ée]trui|supprim|delet|destroy|avertir|signaler|notif|notify|imprim"
    r"|environ|plan[èe]te|virus"
    r"|int[ée]grit|responsab|liab|copi[ae]|diffus|utilisation|disclos|privileg"
    r"|rgpd|personn?[ea]l|autoris|prohib|interdi|alt[ée]r|usurp|print|campagne"
    r"|vertrau|empf[äa]nger|riservat|vertrouwelijk"
    r"|extern|ext[ée]rieur|phish|hame[çc]onn|views|opinions|disclaimer|notice"
    r"|avertissement|planet|paper|papier",
    re.IGNORECASE,
)
POINTS_BELOW = re.compile(
    r"(?::|\b(?:à|au|aux|sur|par|chez|de|vers|au numéro|adresse|at|to|on|is|est"
    r"|contact|email|mail|with|with:|suivant|suivante|following))$",
    re.IGNORECASE,
)
STRONG_CLOSING = re.compile(
    r"(?:^|.*[.,;!?…)] ?)(?:(?:bien |très |trés |tres |sinc[èe]rement "
    r"|avec mes |mes |nos |sinc[èe]res |meilleures |salutations |amicales "
    r"|respectueuses |cordiales |"
    r"confraternelles |je vous prie d|veuillez|nous vous prions|recevez"
    r"|agr[ée]ez|en vous|kind |best |warm |warmest |yours |with |many |mit "
    r"|viele |beste |liebe |freundliche |schöne |"
    r"atentamente|un cordial |cordiali |distinti |met |vriendelijke |com os "
    r"|med |vänliga? |venlig |hilsen|pozdr|z |ystäväl|terv).{0,120}"
    r")?(?:cordialement|cdlt|cdt|cordlt|crdlt|bien à (?:vous|toi)|bàv|b[àa]t"
    r"|salutations?|sentiments|consid[ée]ration|sinc[èe]rement"
    r"|confraternellement|amicalement|amiti[ée]s|respectueusement"
    r"|salutations .{0,40}|votre (?:bien )?d[ée]vou[ée]e?|d[ée]vou[ée]s?"
    r"|respects|remerciements|hommages|kenavo"
    r"|regards|sincerely|faithfully|truly|cheers|best wishes|best|grüßen?|gruß"
    r"|grüssen?|mfg|lg|hochachtungsvoll|saludos?|atentamente|saluti|groeten?"
    r"|groet|cumprimentos|abraços?"
    r"|hälsning(?:ar)?|hilsen|pozdrawiam|poważaniem|terveisin)"
    r"(?:,? (?:bien (?:à (?:vous|toi)|cordialement|confraternellement)"
    r"|les meilleure?s|distingu[ée]e?s|sinc[èe]res|d[ée]vou[ée]s|sportives?"
    r"|d'alsace|respectueuses?|cordiales?|amicales?|/ .{1,40}|et .{1,60}))?"
    r"[ ,.!;:)*~_-]*$",
    re.IGNORECASE,
)
FORMAL = re.compile(
    r"(?:veuillez|je vous prie|nous vous prions|recevez|agr[ée]ez|daignez"
    r"|croyez|je vous prie de|dans l'attente|restant à votre|en vous remerciant"
    r"|en vous souhaitant|vous (?:en )?souhaitant|vous remerciant).{0,200}"
    r"(?:salutations|sentiments|consid[ée]ration|salutation|respects|hommages"
    r"|d[ée]vouement|sinc[èe]res|distingu[ée]e?s?|cordial\w*"
    r"|attente de (?:votre|vos).{0,60}|disposition.{0,60}|remerciant.{0,60}"
    r"|souhaitant.{0,60})[ ,.!]*$",
    re.IGNORECASE,
)
WEAK_CLOSING = re.compile(
    r"(?:merci(?: beaucoup| bien| encore| d'avance| par avance| à vous)?"
    r"|thanks?(?: you| again| in advance| so much)?|many thanks|bises?|bisous?"
    r"|biz|a\+|à\+|à plus|(?:à|a) (?:bient[oô]t|tr[èe]s (?:vite|bient[oô]t))"
    r"|(?:bonne|belle|excellente|tr[èe]s bonne) (?:journ[ée]e|soir[ée]e|semaine"
    r"|fin de (?:semaine|journ[ée]e|matin[ée]e)|apr[èe]s-midi|r[ée]ception|nuit"
    r"|ann[ée]e|continuation|lecture)(?: à (?:vous|toi|tous))?"
    r"|bon(?:ne)?s? (?:f[êe]tes|week-?end|courage|vacances)"
    r"|bon week-?end|bel [ée]t[ée]|(?:joyeuses|belles) f[êe]tes"
    r"|meilleurs v[œo]eux|bien|sincerely|take care|have a (?:nice|good"
    r"|great) .{1,20}|danke|gracias|grazie|bedankt|obrigad[oa]|tack|dzięki)"
    r"[ ,.!;:)*~_-]*$",
    re.IGNORECASE,
)
POSTSCRIPT = re.compile(
    r"(?:p\.? ?s\.?(?: ?\d)?|post-?scriptum|n\.? ?b\.?|edit|ajout|update"
    r"|au fait|by the way|btw|ah et|oh et|et aussi)\s*[:.,;!-]|(?:ps|p\.s\.) ",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"(?<![\w'])(?:je|j'|jai|moi|nous|on|vous|tu|t'|te|toi|votre|vos|ton|ta|tes"
    r"|mon|ma|mes|notre|nos|i|i'm|i'll|i've|we|we'll|you|your|my|our|me|ich|wir"
    r"|sie)(?![\w])|(?<![\w])[jt]'",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"(?:^|\s)(?:je|j'\w+|c'est|on|nous|vous|tu|i|i'm|we|it's)(?=\s|$)|^j'",
    re.IGNORECASE,
)
TRADE = re.compile(
    r"\b(?:virements?|vir[ée]e?s?|r[èe]glements?|r[ée]gl[ée]e?s?|pay(?:é|ée|er"
    r"|e|ez|ons|erai|erons)s?|paiements?|ch[èe]ques?|facture[sd]?|payments?"
    r"|paid|transfer(?:red)?|invoices?|solde|avoir|litige|rib)\b",
    re.IGNORECASE,
)
BAIT = re.compile(
    r"nous (?:contacter|suivre|trouver|rejoindre|[ée]crire)|temps partiel"
    r"|horaires?|\bouvert|ouverture|ferm(?:é|e|eture|ons|ée|és)"
    r"|campagnes? de|conditions? (?:de|g)|suivez|retrouvez|venez|visitez"
    r"|d[ée]couvr|imprim|environnement|merci de (?:noter|ne pas r[ée]pondre"
    r"|penser|privil[ée]gier|ne pas)|confidential|confidentiel"
    r"|absente? (?:le|les|du|tous)|joignable|rejoign|abonn|https?:|www\."
    r"|portes? |salon|stand\b|offre|promo|certifi|label|soldes|inscri"
    r"|nos (?:factures|bureaux|magasins|conditions|locaux|agences|ateliers"
    r"|[ée]quipes|services|partenaires)|toute (?:facture|demande"
    r"|correspondance)|siret|rcs\b|capital|t[ée]l\b|standard|newsletter"
    r"|r[ée]servez|suivre|linkedin|facebook|instagram|follow us|opening hours"
    r"|office hours"
    r"|à votre service|au service|votre partenaire|your partner"
    r"|we are (?:closed|moving|hiring)|recrut|prochaine?|rendez-vous sur"
    r"|flashez|cliquez|r[ée]ception des|toute l'[ée]quipe",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"(?:(?:t[ée]l(?:[ée]phone)?|phone|mob(?:ile)?|port(?:able)?|fax|gsm|cell"
    r"|ligne directe|standard|direct|office|tel|std|fixe|e-?mail|mail|courriel"
    r"|web|site|skype|adresse|📞|☎|✆|📱|✉|🌐|m|t|p|f|e|w)\s*[.:"
    r"|/ ]{1,3}[ ]?[+(\d@h☎]"
    r"|[+(]?\d[\d .()/-]{7,20}\d(?:\s*[(|/-].{0,60})?$"
    r"|\+?\d{2,3}[ .()\d/-]{7,25}(?:$|\s*[|/-])"
    r"|(?:https?://|www\.)\S+$|<?(?:https?://|www\.)\S+>?$"
    r"|[\w.+-]+@[\w.-]+\.\w+(?:<mailto:[^>]*>)?$"
    r"|\[(?:cid:|image|logo|http)[^\]]*\]|\[[^\]]{0,60}(?:logo|image"
    r"|banni[èe]re|signature)[^\]]{0,60}\]$"
    r"|(?:\S+ ){0,10}(?:siret|siren|rcs|r\.c\.s|ape|naf|tva|vat"
    r"|capital (?:social )?(?:de|social))\b.{0,120}\d"
    r"|\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|av\.?|bd|boulevard"
    r"|place|all[ée]e|impasse|chemin|quai|cours|route|square|za|zi|zac|rte"
    r"|passage|faubourg|street|road|st\.)\b"
    r"|.{0,80}\b(?:f-?)?\d{5} [A-ZÀ-Þ][\w' -]{2,40}(?:$|,)|bp \d+|cs \d{4,}"
    r"|.{0,60}\S+\.\w{2,}<https?://[^>]*>$)",
    re.IGNORECASE,
)
NAME = re.compile(
    r"(?:(?:m(?:r|me|lle|rs|s|\.)?|dr|pr|me|ma[îi]tre|prof|monsieur"
    r"|madame)\.? )?[^\W\d_][\w'.&-]*(?:[ ,/&-]+[^\W\d_]?[\w'.&-]*){0,5}[,. "
    r"!)(:;x]*$",
    re.IGNORECASE,
)
SMALL = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "de",
        "du",
        "des",
        "d",
        "et",
        "and",
        "the",
        "team",
        "equipe",
        "service",
        "m",
        "mme",
        "mr",
        "mlle",
        "mrs",
        "ms",
        "dr",
        "me",
        "pour",
        "of",
        "a",
        "au",
        "aux",
    ]
)
