"""Where a letter's words end and its signature begins.

The greeting, the closing formula and the name are words of the sender and stay.
What mail programs and firms add below goes: the firm, its telephone, its address,
its opening hours (full of dates that promise nothing) and its legal notices. What
somebody wrote below their name, a postscript or one more sentence, stays.
"""

import re
import unicodedata
from collections.abc import Sequence

MAX_TAIL = 40
_MAX_SCAN = 4_000

_DELIMITER = re.compile(r"--(?: |-)?$")
_DRAWN = re.compile(r"[_=*~#\-+.]{4,}$")
_RULED = re.compile(r"[_=*~#\-+]{5,}$")

_DEVICE = (
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
_MOBILE = re.compile(
    r"[-_*|> ]{0,6}(?:"
    rf"(?:envoy[ée]|exp[ée]di[ée]|[ée]crit|transmis)e?s? (?:de|du|depuis"
    rf"|à partir d[e']|avec|via|par|en utilisant|à l'aide de) ?(?:l'|la |le "
    rf"|un |une )?(?:application "
    rf"|messagerie (?:s[ée]curis[ée]e )?)?(?:de )?{_DEVICE}.{{0,80}}"
    rf"|provenance ?: ?(?:courrier|mail|outlook).{{0,60}}"
    rf"|yahoo mail ?: .{{0,80}}|(?:garanti(?:e)? )?sans virus\b.{{0,120}}"
    rf"|virus-free\b.{{0,80}}|<#[0-9a-f-]{{30,40}}>"
    rf"|(?:sent|written|composed|typed) (?:from|with|via|using|by|on) (?:the "
    rf"|a )?{_DEVICE}.{{0,80}}"
    rf"|(?:get|obtenir|t[ée]l[ée]charger?|obtenez|t[ée]l[ée]chargez"
    rf"|holen sie sich|obtener|scarica|download) outlook (?:for|pour|für|para"
    rf"|per)\b.{{0,120}}"
    rf"|(?:(?:von|vom) {_DEVICE}.{{0,40}} gesendet|gesendet (?:von|mit"
    rf"|aus)(?: der)? {_DEVICE}.{{0,60}})"
    rf"|enviado (?:desde|do|a partir do|de) {_DEVICE}.{{0,60}}|inviat[oa] (?:da"
    rf"|dal|con) {_DEVICE}.{{0,60}}"
    rf"|(?:verzonden|verstuurd) (?:vanaf|met|via|van) {_DEVICE}.{{0,60}}"
    rf"|skickat från {_DEVICE}.{{0,60}}"
    rf"|sendt fra {_DEVICE}.{{0,60}}|wysłan[eo] z {_DEVICE}.{{0,60}}"
    rf"|lähetetty {_DEVICE}.{{0,60}}"
    r"|(?:typed|sent) (?:with|on) (?:my )?(?:thumbs|a mobile)\b.{0,80}"
    r"|excuse[zs]? (?:la bri[èe]vet[ée]|les? fautes?).{0,60}"
    r")[-_*| .]*$",
    re.IGNORECASE,
)

_NOTICE = re.compile(
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
_CONFIRMED = re.compile(
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
_POINTS_BELOW = re.compile(
    r"(?::|\b(?:à|au|aux|sur|par|chez|de|vers|au numéro|adresse|at|to|on|is|est"
    r"|contact|email|mail|with|with:|suivant|suivante|following))$",
    re.IGNORECASE,
)
_STRONG_CLOSING = re.compile(
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
_FORMAL = re.compile(
    r"(?:veuillez|je vous prie|nous vous prions|recevez|agr[ée]ez|daignez"
    r"|croyez|je vous prie de|dans l'attente|restant à votre|en vous remerciant"
    r"|en vous souhaitant|vous (?:en )?souhaitant|vous remerciant).{0,200}"
    r"(?:salutations|sentiments|consid[ée]ration|salutation|respects|hommages"
    r"|d[ée]vouement|sinc[èe]res|distingu[ée]e?s?|cordial\w*"
    r"|attente de (?:votre|vos).{0,60}|disposition.{0,60}|remerciant.{0,60}"
    r"|souhaitant.{0,60})[ ,.!]*$",
    re.IGNORECASE,
)
_WEAK_CLOSING = re.compile(
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
_POSTSCRIPT = re.compile(
    r"(?:p\.? ?s\.?(?: ?\d)?|post-?scriptum|n\.? ?b\.?|edit|ajout|update"
    r"|au fait|by the way|btw|ah et|oh et|et aussi)\s*[:.,;!-]|(?:ps|p\.s\.) ",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?<![\w'])(?:je|j'|jai|moi|nous|on|vous|tu|t'|te|toi|votre|vos|ton|ta|tes"
    r"|mon|ma|mes|notre|nos|i|i'm|i'll|i've|we|we'll|you|your|my|our|me|ich|wir"
    r"|sie)(?![\w])|(?<![\w])[jt]'",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\b(?:virements?|vir[ée]e?s?|r[èe]glements?|r[ée]gl[ée]e?s?|pay(?:é|ée|er"
    r"|e|ez|ons|erai|erons)s?|paiements?|ch[èe]ques?|facture[sd]?|payments?"
    r"|paid|transfer(?:red)?|invoices?|solde|avoir|litige|rib)\b",
    re.IGNORECASE,
)
_BAIT = re.compile(
    r"temps partiel|horaires?|\bouvert|ouverture|ferm(?:é|e|eture|ons|ée|és)"
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
_CONTACT = re.compile(
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
_NAME = re.compile(
    r"(?:(?:m(?:r|me|lle|rs|s|\.)?|dr|pr|me|ma[îi]tre|prof|monsieur"
    r"|madame)\.? )?[^\W\d_][\w'.&-]*(?:[ ,/&-]+[^\W\d_]?[\w'.&-]*){0,5}[,. "
    r"!)(:;x]*$",
    re.IGNORECASE,
)
_SMALL = frozenset(
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


def is_closing(line: str) -> bool:
    """Whether a line is a closing formula ("Cordialement,")."""
    return bool(_STRONG_CLOSING.match(line[:400]) or _FORMAL.match(line[:400]))


def mark(lines: Sequence[str], sender: str = "", address: str = "") -> list[bool]:
    """Say of each line of one block whether it is signature, not words."""
    signed = [False] * len(lines)
    written = [i for i, line in enumerate(lines) if line]
    if not written:
        return signed
    for i in written:
        if _MOBILE.match(lines[i][:300]):
            signed[i] = True
    _delimited(lines, signed)
    _drawn(lines, signed)
    known = _folded_words(f"{sender} {re.sub('[@._-]', ' ', address)}")
    end = _closing(lines, signed, known)
    if end is not None:
        _below_closing(lines, signed, end, known)
    _notices(lines, signed)
    _contacts(lines, signed)
    return signed


def _tail(lines: Sequence[str], signed: Sequence[bool]) -> list[int]:
    """The last written lines of a block, in order, signature left out."""
    found: list[int] = []
    for i in range(len(lines) - 1, -1, -1):
        if lines[i] and not signed[i]:
            found.append(i)
            if len(found) > MAX_TAIL:
                break
    return found[::-1]


def _delimited(lines: Sequence[str], signed: list[bool]) -> None:
    tail = [i for i, line in enumerate(lines) if line][-MAX_TAIL - 1 :]
    for i in tail:
        line = lines[i]
        if not _DELIMITER.match(line):
            continue
        after = [j for j in tail if j > i]
        if not after and i and not any(lines[:i]):
            continue
        for j in range(i, len(lines)):
            signed[j] = True
        for start, stop in _paragraphs(lines, i + 1, len(lines)):
            text = " ".join(lines[start:stop])
            # Two hyphens without the space of the standard may be a mere line.
            drawn = line != "-- " and start > i + 1 and is_own_sentence(text)
            if _POSTSCRIPT.match(text) or drawn:
                for j in range(start, stop):
                    signed[j] = False
        return


def _paragraphs(lines: Sequence[str], start: int, stop: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin: int | None = None
    for i in range(start, stop):
        if lines[i] and begin is None:
            begin = i
        elif not lines[i] and begin is not None:
            found.append((begin, i))
            begin = None
    if begin is not None:
        found.append((begin, stop))
    return found


def _closing(
    lines: Sequence[str], signed: Sequence[bool], known: frozenset[str]
) -> int | None:
    """Give the line on which the letter's words end: its formula, or its name."""
    tail = _tail(lines, signed)
    strong = weak = name = None
    for i in tail:
        line = lines[i][:400]
        if strong is None and is_closing(line):
            strong = i
        elif _WEAK_CLOSING.match(line) and len(line) < 60:
            weak = i
        elif name is None and i and _is_sender(line, known):
            name = i
    if strong is not None:
        return strong
    if weak is not None and (name is None or weak > name or name - weak <= 3):
        # "Merci" closes a letter only where nothing but a name follows.
        rest = [i for i in tail if i > weak]
        if rest and not _NAME.match(lines[rest[0]][:80]):
            return name - 1 if name is not None else None
        return weak
    return name - 1 if name is not None else None


def _is_sender(line: str, known: frozenset[str]) -> bool:
    if len(line) > 60 or not known:
        return False
    head = re.split(r"[|,:(\u2022/]| - ", line, maxsplit=1)[0]
    words = _folded_words(head) - _SMALL
    if not words or len(words) > 5 or re.search(r"\d", head):
        return False
    initials = {word[0] for word in known}
    hits = sum(
        word in known or (len(word) <= 2 and word[0] in initials) for word in words
    )
    long_hit = any(word in known and len(word) > 2 for word in words)
    if len(words) == 1 and len(next(iter(words))) in {2, 3}:
        word = next(iter(words))  # "PYC", "VP": the initials of the name
        return word in known or all(letter in initials for letter in word)
    return long_hit and hits == len(words)


def _folded_words(text: str) -> frozenset[str]:
    base = unicodedata.normalize("NFKD", text.lower())
    base = "".join(c for c in base if not unicodedata.combining(c))
    return frozenset(re.findall(r"[^\W\d_]+", base))


def _below_closing(
    lines: Sequence[str], signed: list[bool], end: int, known: frozenset[str]
) -> None:
    named = False
    for start, stop in _paragraphs(lines, end + 1, len(lines)):
        text = " ".join(lines[start:stop])
        if _POSTSCRIPT.match(text):
            continue
        first = start
        while first < stop and (
            signed[first]
            or _STRONG_CLOSING.match(lines[first][:300])
            or _WEAK_CLOSING.match(lines[first][:80])
        ):
            first += 1
        if not named and first < stop and _is_name(lines[first], known):
            named = True
            first += 1
        elif is_own_sentence(" ".join(lines[first:stop])) and stop - first <= 12:
            continue
        for i in range(first, stop):
            if _POSTSCRIPT.match(lines[i]) or is_own_sentence(lines[i]):
                continue
            signed[i] = True


def _is_name(line: str, known: frozenset[str]) -> bool:
    if _is_sender(line, known):
        return True
    return len(line) <= 50 and bool(_NAME.match(line)) and not _CONTACT.match(line)


def is_own_sentence(text: str) -> bool:
    """Whether words below a signature are the sender's, not the firm's."""
    text = text[:_MAX_SCAN]
    if len(text.split()) < 4 or _NOTICE.match(text) or _BAIT.search(text):
        return False
    return bool(_PERSON.search(text) or _TRADE.search(text))


def _notices(lines: Sequence[str], signed: list[bool]) -> None:
    """Legal and green notices: from their first line to the end of their block."""
    paragraphs = _paragraphs(lines, 0, len(lines))
    found = False
    for position, (start, stop) in enumerate(paragraphs):
        if not found:
            at = next(
                (i for i in range(start, stop) if _is_notice(lines, i, stop)), None
            )
            if at is None or (at == 0 and len(paragraphs) == 1 and stop - start == 1):
                continue
            if position == 0 and at == start and len(paragraphs) > 1:
                # A notice above the words: only its own paragraph.
                for i in range(start, stop):
                    signed[i] = True
                continue
            found = True
            start = at  # noqa: PLW2901  # the paragraph's words above it stay
        elif is_own_sentence(" ".join(lines[start:stop])):
            continue
        for i in range(start, stop):
            signed[i] = True


def _is_notice(lines: Sequence[str], at: int, stop: int) -> bool:
    if not _NOTICE.match(lines[at][:300]):
        return False
    return bool(_CONFIRMED.search(" ".join(lines[at : min(stop, at + 6)])[:1_500]))


def _drawn(lines: Sequence[str], signed: list[bool]) -> None:
    """A drawn line with a firm's address or a notice below it."""
    tail = _tail(lines, signed)
    for position, i in enumerate(tail):
        if not _RULED.match(lines[i][:200]) or position == 0:
            continue
        below = [j for j in tail[position:] if not _RULED.match(lines[j][:200])]
        if not below or len(below) > 14:
            continue
        firm = any(
            _CONTACT.match(lines[j][:300]) or _NOTICE.match(lines[j][:300])
            for j in below
        )
        if firm and not is_own_sentence(" ".join(lines[j] for j in below[:3])):
            for j in range(i, len(lines)):
                signed[j] = True
            return


def _contacts(lines: Sequence[str], signed: list[bool]) -> None:
    """Telephone, address and picture lines at the very end."""
    written = [i for i, line in enumerate(lines) if line and not signed[i]]
    first = len(written)
    while first > 1 and (
        _CONTACT.match(lines[written[first - 1]][:300])
        or _DRAWN.match(lines[written[first - 1]][:200])
    ):
        first -= 1
    # "Écrivez à", "Notre comptable :" make the lines below part of what is said.
    above = written[max(0, first - 2) : first]
    if any(_POINTS_BELOW.search(lines[i][-60:]) for i in above):
        return
    for i in written[first:]:
        signed[i] = True
