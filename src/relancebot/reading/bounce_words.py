"""The words of delivery reports: their subjects, their sentences, their reasons.

Each pattern lists what servers write, in the languages in which they write it.
"""

import re

DAEMON = re.compile(
    r"(?:mailer[-_. ]?daemon|mail[-_. ]?daemon|mdaemon|postmaster|post_master"
    r"|postoffice|mailerdaemon|maildelivery|mail-?delivery(?:[-_](?:system"
    r"|subsystem))?"
    r"|delivery[-_.]?(?:failure|status|notification|subsystem)s?|undeliver(?:ed"
    r"|able)[\w-]*|bounces?|bounce[-+_].*|returned?-?mail|mailsystem"
    r"|mail-system|email-?delivery|microsoftexchange[0-9a-f]+"
    r"|exchange|symantec_antivirus.*|mmsc|dsn|nondelivery|double-bounce|mta)$"
)
# These names belong to mail servers alone; a small firm's own may be "postmaster".
SURE_DAEMON = re.compile(
    r"mailer[-_. ]?daemon|mail[-_. ]?daemon|mailerdaemon|mail-?delivery"
    r"|microsoftexchange[0-9a-f]{8,}|double-bounce|mailsystem|nondelivery"
)
DAEMON_NAME = re.compile(
    r"mailer[- ]?daemon|mail (?:delivery|transport) (?:system|subsystem|service"
    r"|agent)|delivery (?:sub)?system|postmaster|mail administrator"
    r"|system administrator"
    r"|administrateur (?:syst[èe]me|de messagerie)|service de messagerie"
    r"|microsoft (?:outlook|exchange)|internet mail delivery|mail system"
    r"|syst[èe]me de (?:messagerie|distribution)|mta\b|mail router",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"^\W*(?:(?:\*+\s*)?undeliver(?:ed|able)|failure notice|returned (?:mail"
    r"|e-?mail|to sender)|mail (?:system error|delivery (?:failed|failure"
    r"|problem|error|warning|delayed|status)|could not be delivered"
    r"|not delivered|returned|failure|status report)"
    r"|(?:mail|message|e-?mail)[- ]?(?:delivery )?(?:has )?(?:failed|failure"
    r"|undeliverable|rejected|bounced|not delivered|delayed|returned|error)"
    r"|delivery (?:status notification|failure|failed|report|error|problem"
    r"|notification|has failed|delayed|of your|unsuccessful|incomplete)"
    r"|delivered? failure|warning: (?:could not send|message|mail|e-?mail)"
    r"|could not (?:send|deliver)|non[- ]?remis\b|non[- ]d[ée]livr"
    r"|[ée]chec (?:de (?:la |l')?(?:remise|livraison|distribution|envoi"
    r"|transmission|acheminement)|d'envoi|d['’]acheminement)"
    r"|(?:message|mail|courriel|e-?mail|courrier)s? (?:non|pas) (?:d[ée]livr"
    r"|distribu|remis|envoy|transmis|livr)|retour (?:de|du|à) (?:message|mail"
    r"|courriel|l'exp[ée]diteur|courrier)|notification d[e'](?: ?(?:[ée]chec"
    r"|non))|avis de non|[ée]tat de (?:la )?(?:remise|distribution)"
    r"|(?:remise|distribution|livraison) (?:diff[ée]r|retard|impossible"
    r"|[ée]chou)|rapport de non|adresse introuvable|impossible de (?:remettre"
    r"|distribuer|livrer|d[ée]livrer|transmettre)|(?:message|remise) retard[ée]"
    r"|votre (?:message|courriel|mail|e-?mail) n['’ ]"
    r"|unzustellbar|nicht zustellbar|zustell(?:ung|fehler)|unzustellbarkeits"
    r"|mail(?:zustellung)? fehlgeschlagen|r[üu]ckl[äa]ufer|entrega (?:fallida"
    r"|no)|no se puede (?:entregar|enviar)|correo (?:devuelto|no entregado)"
    r"|error de entrega|mensaje no entregado"
    r"|mancat[oa] (?:recapito|consegna)|recapito fallito"
    r"|messaggio non (?:recapitato|consegnato)|impossibile recapitare"
    r"|non recapitabile|onbestelbaar|niet (?:bezorgd|afgeleverd)"
    r"|bezorging mislukt|falha (?:na|de) entrega|n[ãa]o entreg|mensagem n[ãa]o"
    r"|devolvid"
    r"|nie(?:dostarcz|dor[ęe]cz)|zwrot|kan inte leverera|olevererat"
    r"|leveringsfeil|ikke leveret|kunne ikke lever|toimitus"
    r"|perille toimittamaton|user unknown|unknown (?:user|address|recipient)"
    r"|address not found|message blocked|nondeliverable|non[- ]?delivery"
    r"|undelivered"
    r"|postmaster notify|delivery[- ]status|\[?bounce|banned|rejected:"
    r"|failed mail|failed to deliver|not delivered|unable to deliver)",
    re.IGNORECASE,
)
BODY = re.compile(
    r"(?:could|can|was|were|has|have|is)(?: ?not"
    r"|n['’]t) (?:been )?(?:be )?(?:be )?(?:deliver|sent|reach)|undeliver(?:ed"
    r"|able)|delivery (?:to the following|of (?:the|your) message|has failed"
    r"|failed|attempt|error|status)|returned to (?:the )?sender"
    r"|permanent(?:ly)? (?:fatal )?(?:error|failure|failed)"
    r"|qmail-send program|mail delivery (?:failed|system|subsystem)"
    r"|transcript of session|unable to deliver|failed to deliver|did not reach"
    r"|message that you sent|following address(?:es)? (?:had|failed|could)"
    r"|following recipients?|host .{1,120} said:|recipient address rejected"
    r"|user (?:is )?unknown|unknown user|no such (?:user|address|recipient"
    r"|mailbox)"
    r"|mailbox (?:is )?(?:full|unavailable|not found|does not exist|disabled)"
    r"|n['’](?:a|ont) (?:pas )?(?:pu|été) ?(?:pas )?(?:être )?(?:d[ée]livr"
    r"|distribu|remis|livr|transmis|achemin)|[ée]chec de la (?:remise"
    r"|distribution|livraison)|impossible de (?:remettre|distribuer|d[ée]livrer"
    r"|livrer)|n['’]a pas pu être|n'a pu être|motif du rejet"
    r"|adresse (?:inconnue|introuvable|n'existe)"
    r"|utilisateur inconnu|bo[iî]te (?:de r[ée]ception"
    r"|aux lettres)? ?.{0,30}(?:pleine|inexistante|satur)"
    r"|konnte nicht zugestellt|nicht zustellbar|unbekannter empf|no se (?:pudo"
    r"|ha podido) entregar|non [èe] stato (?:possibile )?(?:recapit|conseg)"
    r"|kon niet worden (?:bezorgd|afgeleverd)|não (?:pôde"
    r"|foi)(?: possível)? (?:ser )?entreg"
    r"|\b5\d\d[ -]#?5\.\d{1,3}\.\d{1,3}\b|\bstatus: ?5\.\d"
    r"|this (?:is an automatically generated delivery"
    r"|message was created automatically by mail delivery)|nicht ausgeliefert"
    r"|diagnostic(?:-code| information)|informations? de diagnostic"
    r"|has been rejected|was rejected|was blocked|will (?:be retried"
    r"|keep trying)|delivery will continue|still trying|temporary (?:failure"
    r"|problem|error)",
    re.IGNORECASE,
)
ADDRESS = (
    r"[A-Za-z0-9!#$&'*+/=?^_`{|}~.%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
)
CODE = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
SMTP = re.compile(r"(?<![\d.])([45])(\d\d)(?=[ #-])")
MESSAGE_ID = re.compile(
    r"^[>\s*]{0,8}(?:original-)?message-?id[\s*]{0,3}:[\s*]{0,3}(<[^<>\s]{1,300"
    r"}@[^<>\s]{1,300}>|[^<>\s]{1,200}@[^<>\s]{1,200})",
    re.IGNORECASE | re.MULTILINE,
)
BELOW = re.compile(
    r"^\W{0,40}(?:below this line|-{2,} ?(?:this is a copy|original message"
    r"|message (?:header|transf[ée]r[ée]|d'origine|original)|en-t[êe]tes"
    r"|the header|headers? of|included|forwarded|returned|contents of|a copy"
    r"|la version|weitergeleitet|copie)|message (?:headers?|text) follow"
    r"|the (?:first|header|following is)|original message (?:headers?|follows)"
    r"|en-t[êe]tes (?:du message )?d'origine|return-path: |received: (?:from"
    r"|by) )",
    re.IGNORECASE | re.MULTILINE,
)
# Reasons in the order in which they are believed: (name, address dead, words).
REASONS: tuple[tuple[str, bool, re.Pattern[str]], ...] = tuple(
    (name, dead, re.compile(words, re.IGNORECASE))
    for name, dead, words in (
        (
            "orange_unknown",
            True,
            r"(?:ofr|lpn)\d{0,3}[_-]?416\b|archived recipient|destinataire archiv",
        ),
        ("orange_full", False, r"(?:ofr|lpn)\d{0,3}[_-]?417\b"),
        ("orange_refused", False, r"(?:ofr|lpn)\d{0,3}[_-]?\d{3}\b|service refus[eé]"),
        (
            "full",
            False,
            (
                r"(?:mailbox|mail box|inbox|account|bo[iî]te|quota|user|storage"
                r"|postfach|buz[óo]n|casella).{0,40}(?:full|over ?quota|exceed"
                r"|pleine|satur|d[ée]pass|voll|llen[ao]|piena|out of storage"
                r"|insufficient)|over ?quota|quota (?:exceeded|d[ée]pass)"
                r"|exceeded (?:storage|quota|his|the|mailbox)|disk quota"
                r"|insufficient (?:system )?(?:storage|disk)|not enough (?:storage"
                r"|space)|552 5\.2\.2|storage (?:limit|space|allocation)"
                r"|mailfolder is full|too many messages (?:in|on) (?:this"
                r"|the) mailbox"
            ),
        ),
        (
            "too_big",
            False,
            (
                r"message (?:size|is too (?:big|large)|too (?:big|large))"
                r"|size (?:limit|exceed)|exceeds (?:the )?(?:maximum|fixed|size)"
                r"|trop (?:volumineux|gros|lourd)|too large"
            ),
        ),
        (
            "unknown",
            True,
            (
                r"(?:user|recipient|mailbox|address|account|alias|utilisateur"
                r"|destinataire|adresse|compte|bo[iî]te|empf[äa]nger|benutzer"
                r"|usuario|utente|e-?mail account|addressee"
                r"|local ?part)s?(?: address)?(?: rejected:?"
                r"| \S{1,80})?.{0,25}(?:unknown|not (?:known|found|exist"
                r"|recogni[sz]ed|listed|a (?:known|valid)|local|our customer)"
                r"|does ?n[o'’]t (?:exist|have)|do(?:es)? not exist|invalid"
                r"|introuvable|inconnue?|inexistante?|n['’]existe (?:pas|plus)"
                r"|n['’]a pas [ée]t[ée] trouv|no longer (?:available|valid|exists?"
                r"|in use|active|works?|here)|unbekannt|existiert nicht|desconocido"
                r"|no existe|non r[ée]pertori|sconosciuto|inesistente|disabled"
                r"|deactivated|inactive"
                r"|suspended|closed|d[ée]sactiv|ferm[ée]e?\b|supprim|terminated"
                r"|expired account)"
                r"|(?:unknown|no such|invalid|bad|non-?existent|unrouteable"
                r"|unroutable|undefined) (?:\S+ )?(?:user|recipient|mailbox|address"
                r"|local|account|alias|person|virtual|destination|name|here)"
                r"|unknown (?:in|or)|no (?:such|valid) |not a valid (?:mailbox"
                r"|recipient|user)|no mailbox (?:here|by)"
                r"|does not have an? .{0,30}account"
                r"|doesn['’]t have an? .{0,30}account|there is no (?:one|such|user"
                r"|account)|couldn't (?:be found|find)|could ?n[o'’]t be found"
                r"|wasn['’]t found|user (?:has )?moved|has left|recipientnotfound"
                r"|adr\.ex(?:recip)?notfound|utilisateur .{0,20}inconnu"
                r"|adresse (?:[ée]lectronique )?(?:incorrecte|invalide|erron)"
                r"|no account by that name|mailbox unavailable"
                r"|mailbox not available|address (?:lookup failed|rejected)"
                r"|recipient (?:address )?(?:rejected|not accepted)|unknown-?user"
                r"|is not a (?:known|registered)|nonexist|no recipient"
                r"|not our customer|not listed in"
            ),
        ),
        (
            "no_domain",
            True,
            (
                r"(?:host|domain|dns|nom d'h[ôo]te|domaine|serveur|rechnername"
                r"|dominio)s?(?: name)?(?: or domain)?(?: name)?(?: "
                r"\S{1,80})?.{0,25}(?:not found|unknown|does(?: ?n[o'’]t"
                r"| not) (?:exist|accept)|introuvable|inconnue?|n['’]existe pas"
                r"|nicht gefunden|no encontrado|not exist|lookup failed"
                r"|couldn['’]t be found|is not valid)|nxdomain|name service error"
                r"|no (?:mx|such domain)|null mx|bad destination (?:host|system)"
                r"|unable to (?:find|resolve|look ?up) .{0,30}(?:host|mx|domain"
                r"|dns)|unrouteable mail domain|illegal host/domain"
                r"|domain name system"
            ),
        ),
    )
)
POLICY = re.compile(
    r"spam|blacklist|block(?:ed|list)|black ?list|rbl\b|spamhaus|policy"
    r"|politique|unsolicited|ind[ée]sirable|virus|malware|reputation"
    r"|r[ée]putation|relay(?:ing)? (?:access )?(?:denied|not)|access denied"
    r"|not authori[sz]ed|dmarc|spf\b|dkim|greylist|content"
    r"|authentication required|permission|refus[ée] par|rate limit"
    r"|too many (?:connections|recipients|emails)"
    r"|sender (?:address )?(?:rejected|denied|blocked|verify)|helo|reverse dns"
    r"|ptr record",
    re.IGNORECASE,
)
DELAYED = re.compile(
    r"will (?:be retried|keep trying|continue to|retry)"
    r"|delivery will (?:continue|be)|still (?:trying|being tried|be retried)"
    r"|no action is required on your part|warning message only"
    r"|you do not need to resend|sera (?:r[ée]essay|retent)"
    r"|nouvelles? tentatives|delivery (?:to .{0,80})?(?:is |has been )?delayed"
    r"|(?:remise|distribution|livraison) (?:est )?(?:retard|diff[ée]r)"
    r"|not yet been delivered|temporarily (?:deferred|delayed)",
    re.IGNORECASE,
)
EXPIRED = re.compile(
    r"expired|d[ée]lai (?:de|d['’]).{0,30}(?:d[ée]pass|expir)|timed? ?out"
    r"|too old|retry time(?:out)? (?:not reached|exceeded)|message expired"
    r"|could not connect|connection refused|(?:deferred|retry) timeout"
    r"|plusieurs tentatives|unable to connect|no route to host"
    r"|network unreachable|too long in queue|in the queue too long",
    re.IGNORECASE,
)
DEAD_CODES = frozenset(
    {
        (5, 1, 1),
        (5, 1, 2),
        (5, 1, 3),
        (5, 1, 6),
        (5, 1, 10),
        (5, 2, 1),
        (5, 4, 4),
        (5, 0, 1),
        (5, 1, 0),
    }
)
LEAD = re.compile(
    rf"(?:final-recipient\s*:\s*rfc822\s*;|original-recipient\s*:\s*rfc822\s*;"
    rf"|(?:recipient|destinataire|to|à|an|empf[äa]nger|address|adresse)s?\s*:"
    rf"|rcpt to:?|delivered to|delivery to|d[ée]livr[ée]e? [àa]"
    rf"|distribu[ée]e? [àa]|remis [àa]|livr[ée] [àa]|envoy[ée] [àa]|(?:sent"
    rf"|message) (?:to|à|an)|recipients?:?|reach"
    rf"|for)\s*[<\"']?(?:mailto:)?({ADDRESS})",
    re.IGNORECASE,
)
ALONE = re.compile(
    rf"^[ \t>*-]{{0,12}}(?:[^<>@\n]{{0,80}}[ \t])?[<(\"']?(?:mailto:"
    rf"|smtp:)?({ADDRESS})[>)\"']?[ \t]*(?:[:;,(|<-].{{0,400}}"
    rf"|\.{{2,}}.{{0,400}}|$)",
    re.MULTILINE,
)
INSIDE = re.compile(rf"<({ADDRESS})>\s*(?::|\.\.\.|\.\. )")
ANYWHERE = re.compile(rf"[<'\"(\[]({ADDRESS})[>'\")\]]")
