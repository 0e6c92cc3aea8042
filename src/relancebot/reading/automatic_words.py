"""The words of answering machines: absences, receipts, tickets, challenges.

They name the sort of a letter that structure has already called automatic; alone
they decide only together.
"""

import re

ABSENT = re.compile(
    r"absen(?:t|ce|ts|tes|te|\(e\))\b|en (?:cong[ée]s?|vacances|arr[êe]t"
    r"|d[ée]placement|formation|repos)|cong[ée]s? (?:de |d['’]|pay[ée]s"
    r"|annuels?|maternit|maladie|parental|estiv|sans)|cong[ée] maternit"
    r"|out of (?:the )?office|\booo\b|on (?:annual |maternity |parental |sick "
    r"|paternity )?leave|on (?:vacation|holidays?)|annual leave"
    r"|away from (?:my |the )?(?:desk|office|e-?mail|keyboard)|be back (?:on|in"
    r"|at)"
    r"|travell?ing|not in the office|currently (?:away|unavailable|out)"
    r"|limited access to|abwesen|nicht im (?:b[üu]ro|haus)|im urlaub|urlaub"
    r"|fuera de (?:la )?oficina|de vacaciones|ausente|fuori (?:sede|ufficio)"
    r"|assente|in ferie|afwezig|vakantie|ausência|fora do escrit|de férias"
    r"|semester|frånvar|fravær|ferie\b|poissa|lomalla|nieobecn|urlop"
    r"|(?:sommes?|est|seront?|serons|sont|[ée]t[ée]) (?:actuellement "
    r"|exceptionnellement )?ferm[ée]e?s?|fermeture (?:annuelle|estivale"
    r"|exceptionnelle|de|du|pour)|ferment? du|r[ée]ouv|serai de retour"
    r"|de retour (?:le|au|à|du)|retour (?:le|pr[ée]vu|au)|ne (?:suis|serai"
    r"|consulte|consulterai) pas|(?:ne|n['’])\s?(?:ai|aurai|ai qu|consulte"
    r"|prends|lis|rel[èe]ve).{0,40}(?:acc[èe]s|messagerie|mails?|courriels?"
    r"|bo[iî]te)|acc[èe]s (?:tr[èe]s )?limit[ée]|indisponible|a quitt[ée]"
    r"|no longer (?:with|works?|employed)|ne (?:fais|fait) plus partie"
    r"|n['’]exerce plus|has left|injoignable",
    re.IGNORECASE,
)
ABSENT_SUBJECT = re.compile(
    r"^\W*(?:(?:re|tr|aw|fwd?)\s?: ?)?(?:(?:r[ée]ponse (?:automatique|auto)"
    r"|automatic reply|auto(?:matic)?[- ]?(?:reply|response|reponse|r[ée]ponse"
    r"|matische antwort)|automatische (?:antwort|r[üu]ckantwort|reactie)"
    r"|automatisch antwoord|risposta automatica|respuesta autom[áa]tica"
    r"|resposta autom[áa]tica|automatiskt svar|automatisk (?:svar|meddelelse"
    r"|antwort)|autosvar|autom[áa]tica|odpowied[źz] automatyczna"
    r"|automaattinen vastaus|auto ?: )"
    r"|(?:je suis )?(?:absen(?:t|te|ce|t\(e\))\b(?! (?:de (?:r[èe]glement"
    r"|paiement|r[ée]ponse|facture)|d['’]))|out of (?:the )?office|ooo\b"
    r"|abwesenheits?|nicht im b[üu]ro|message d['’]absence"
    r"|notification d['’]absence|avis d['’]absence|away (?:from|until|notice)"
    r"|vacation|on (?:vacation|leave|holiday)|fuera de (?:la )?oficina"
    r"|fuori sede|ausencia|assenza|afwezig|fr[åa]nvaro|fravær|poissaolo"
    r"|cong[ée]s?\b|en cong[ée]s?|fermeture)"
    r")|\[(?:r[ée]ponse automatique|auto(?:matic)?[- ]?(?:reply|response)"
    r"|out of office|absence|absent)\]|\((?:out of office|auto[- ]?reply"
    r"|r[ée]ponse automatique|absent)\)",
    re.IGNORECASE,
)
REPLY_SUBJECT = re.compile(
    r"^\W*(?:r[ée]ponse (?:automatique|auto)|automatic reply"
    r"|auto(?:matic)?[- ]?(?:reply|response|r[ée]ponse)|automatische (?:antwort"
    r"|r[üu]ckantwort|reactie)|automatisch antwoord|risposta automatica"
    r"|respuesta autom[áa]tica|resposta autom[áa]tica|automatiskt svar"
    r"|automatisk (?:svar|antwort)|autosvar|odpowied[źz] automatyczna"
    r"|automaattinen vastaus)"
    r"|\[(?:r[ée]ponse automatique|auto(?:matic)?[- ]?(?:reply|response)"
    r"|out of office)\]",
    re.IGNORECASE,
)
READ_SUBJECT = re.compile(
    r"^\W*(?:lu|lue|read|gelesen|le[íi]do|letto|gelezen|lida|l[äa]st|l[æe]st"
    r"|luettu|przeczytano|non lu|not read|ungelesen gel[öo]scht|nicht gelesen"
    r"|accus[ée] de (?:lecture|r[ée]ception \((?:affich|lecture))"
    r"|return receipt|read receipt|confirmation de lecture"
    r"|disposition notification)\s?(?::|\(|$)",
    re.IGNORECASE,
)
READ_TEXT = re.compile(
    r"\ba [ée]t[ée] (?:lue?|affich[ée]|supprim[ée]|ouvert)|was (?:read"
    r"|displayed|deleted|opened)|return receipt|accus[ée] de (?:lecture"
    r"|r[ée]ception)|wurde (?:am .{0,40} )?(?:gelesen|angezeigt)"
    r"|no guarantee that (?:the )?(?:recipient|message)|disposition",
    re.IGNORECASE,
)
CHALLENGE = re.compile(
    r"mailinblack|spam ?arrest|boxbe|qurb|challenge[- ]response"
    r"|sender (?:address )?verification|verify (?:that )?you(?:r| are)(?: are"
    r"| e-?mail| a (?:human|real)| address)|confirm (?:that )?(?:you are"
    r"|your (?:e-?mail|message|identity|address|request)).{0,120}(?:deliver"
    r"|human|reach|sent|spam)|demande d['’]authentification"
    r"|(?:vous )?authentifi(?:er|ez).{0,120}(?:message|mail|courriel"
    r"|exp[ée]diteur)|(?:cliqu|confirm|valid)\w{1,8}.{0,160}(?:pour que votre"
    r"|afin que votre|pour d[ée]livrer|pour lib[ée]rer|afin de d[ée]livrer"
    r"|soit (?:d[ée]livr|remis|transmis|lib[ée]r))|(?:antispam"
    r"|anti-spam).{0,200}(?:cliqu|confirm|valid|click)|en (?:attente"
    r"|quarantaine).{0,160}(?:cliqu|confirm|authentifi)|(?:held|quarantine"
    r"|pending|waiting).{0,160}(?:click|confirm|reply to this)"
    r"|prouve[zr] que vous (?:êtes|n['’]êtes)|you are not a (?:robot|spammer)"
    r"|captcha|protected by .{0,30}(?:anti-?spam|whitelist)|whitelist",
    re.IGNORECASE,
)
INVITATION = re.compile(
    r"^\W*(?:accepted|accept[ée]e?|declined|d[ée]clin[ée]e?|refus[ée]e?"
    r"|tentative(?:ly accepted)?|provisoire(?:ment)?|tentatif|zugesagt"
    r"|abgelehnt|mit vorbehalt|aceptad[oa]|rechazad[oa]|accettat[oa]"
    r"|rifiutat[oa]|geaccepteerd|geweigerd|aceito|recusado|peut-[êe]tre)\s?:",
    re.IGNORECASE,
)
ACK_SUBJECT = re.compile(
    r"(?:nous avons (?:bien )?re[çc]u|bien re[çc]u votre"
    r"|accus[ée] de (?:r[ée]ception|d[ée]p[ôo]t)|votre (?:demande|message"
    r"|ticket|requ[êe]te|courriel|mail|dossier) .{0,40}(?:enregistr|re[çc]u"
    r"|pris en compte|cr[ée][ée])|confirmation de r[ée]ception|(?:ticket|case"
    r"|request|incident|demande|dossier)\s*(?:n[°o]|#|\[|id|num).{0,40}"
    r"|\[(?:ticket|case|request|demande)[^\]]*\]|(?:we have"
    r"|we've) received your|thank you for (?:contacting|your (?:e-?mail|message"
    r"|inquiry|enquiry))|your (?:request|message|ticket|e-?mail"
    r"|enquiry) (?:has been |was )?(?:received|registered|logged|created)"
    r"|acknowledge?ment of receipt|(?:received|case) .{0,20}received)",
    re.IGNORECASE,
)
ACK_TEXT = re.compile(
    r"ceci est (?:un|une) (?:message|r[ée]ponse|accus[ée]|e-?mail|courriel"
    r"|mail) (?:automatique|auto)|(?:message|r[ée]ponse|e-?mail|courriel"
    r"|mail) (?:est )?(?:automatique|g[ée]n[ée]r[ée]e? automatiquement"
    r"|envoy[ée]e? automatiquement)|(?:merci de"
    r"|veuillez) ne pas (?:y )?r[ée]pondre|ne pas r[ée]pondre|(?:this is an? "
    r"|an )auto(?:mated|matic|matically)|automatically generated|do not reply"
    r"|please don['’]t reply|votre (?:demande|message|courriel|mail|ticket"
    r"|requ[êe]te|sollicitation|pi[èe]ce|dossier)[^.]{0,80}(?:enregistr[ée]e?"
    r"|(?:a bien [ée]t[ée]|a [ée]t[ée]) (?:re[çc]u|pris)|sera trait[ée]e?"
    r"|d[ée]pos[ée]e?)|under (?:the )?(?:number|reference)|sous (?:le"
    r"|la) (?:num[ée]ro|r[ée]f[ée]rence|n°)|(?:ticket|case|reference"
    r"|request) (?:number|id|no)|dans les (?:meilleurs|plus brefs) d[ée]lais"
    r"|(?:we|our team|someone|an agent) (?:will|shall) (?:get back|respond"
    r"|reply|be in touch|contact)|un (?:conseiller|agent|gestionnaire"
    r"|collaborateur|technicien|op[ée]rateur) (?:vous|va|prendra)"
    r"|temps de r[ée]ponse|response time|d[ée]lai de (?:r[ée]ponse|traitement)",
    re.IGNORECASE,
)
NO_REPLY = re.compile(
    r"no-?_?reply|ne-?_?pas-?_?repondre|donotreply|do-not-reply|nepasrepondre"
    r"|noresponse|sans-?reponse|robot|automat",
    re.IGNORECASE,
)
# Headers that only an answering machine sets; a value of "no" unsays them.
MACHINE_HEADERS = (
    "x-autoreply",
    "x-autorespond",
    "x-auto-reply",
    "x-autoresponse",
    "x-autoresponder",
    "x-auto-response",
    "x-autoreply-from",
    "x-autogenerated",
    "x-auto-generated",
    "x-mail-autoreply",
    "x-mail-auto-reply",
    "x-vacation",
    "x-vacation-message",
    "x-out-of-office",
    "x-ooo",
    "x-autoreply-version",
    "x-amavis-alert",
    "x-ms-exchange-generated-oof",
    "x-fc-machinegenerated",
    "x-post-messageclass",
    "x-zimbra-autoreply",
    "x-autoreplyto",
    "x-autoreply-to",
)
