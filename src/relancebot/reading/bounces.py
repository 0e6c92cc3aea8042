"""A letter that came back: whose address, and whether it is dead.

Half of all delivery reports follow the standard; the others are prose in a dozen
languages. Structure decides first (report parts, the null sender, the daemon's
name), words only where structure is silent. Whether an address is dead is told by
the enhanced code and by the words together: servers write 5.5.0 for a mailbox
that does not exist and 5.1.1 for one that is full.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relancebot.domain.message import Message
from relancebot.domain.reading import BounceRead

MAX_TEXT = 100_000

_DAEMON = re.compile(
    r"(?:mailer[-_. ]?daemon|mail[-_. ]?daemon|mdaemon|postmaster|post_master"
    r"|postoffice|mailerdaemon|maildelivery|mail-?delivery(?:[-_](?:system"
    r"|subsystem))?"
    r"|delivery[-_.]?(?:failure|status|notification|subsystem)s?|undeliver(?:ed"
    r"|able)[\w-]*|bounces?|bounce[-+_].*|returned?-?mail|mailsystem"
    r"|mail-system|email-?delivery|microsoftexchange[0-9a-f]+"
    r"|exchange|symantec_antivirus.*|mmsc|dsn|nondelivery|double-bounce|mta)$"
)
# These names belong to mail servers alone; a small firm's own may be "postmaster".
_SURE_DAEMON = re.compile(
    r"mailer[-_. ]?daemon|mail[-_. ]?daemon|mailerdaemon|mail-?delivery"
    r"|microsoftexchange[0-9a-f]{8,}|double-bounce|mailsystem|nondelivery"
)
_DAEMON_NAME = re.compile(
    r"mailer[- ]?daemon|mail (?:delivery|transport) (?:system|subsystem|service"
    r"|agent)|delivery (?:sub)?system|postmaster|mail administrator"
    r"|system administrator"
    r"|administrateur (?:syst[èe]me|de messagerie)|service de messagerie"
    r"|microsoft (?:outlook|exchange)|internet mail delivery|mail system"
    r"|syst[èe]me de (?:messagerie|distribution)|mta\b|mail router",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
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
_BODY = re.compile(
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
_ADDRESS = (
    r"[A-Za-z0-9!#$&'*+/=?^_`{|}~.%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
)
_CODE = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_SMTP = re.compile(r"(?<![\d.])([45])(\d\d)(?=[ #-])")
_MESSAGE_ID = re.compile(
    r"^[>\s*]{0,8}(?:original-)?message-?id[\s*]{0,3}:[\s*]{0,3}(<[^<>\s]{1,300"
    r"}@[^<>\s]{1,300}>|[^<>\s]{1,200}@[^<>\s]{1,200})",
    re.IGNORECASE | re.MULTILINE,
)
_BELOW = re.compile(
    r"^\W{0,40}(?:below this line|-{2,} ?(?:this is a copy|original message"
    r"|message (?:header|transf[ée]r[ée]|d'origine|original)|en-t[êe]tes"
    r"|the header|headers? of|included|forwarded|returned|contents of|a copy"
    r"|la version|weitergeleitet|copie)|message (?:headers?|text) follow"
    r"|the (?:first|header|following is)|original message (?:headers?|follows)"
    r"|en-t[êe]tes (?:du message )?d'origine|return-path: |received: (?:from"
    r"|by) )",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a letter is a delivery report, and the rule that says so."""

    rule: str
    why: str


def recognise(message: Message) -> Verdict | None:
    """Say whether a letter came back, by structure before words."""
    if message.report_type in {"disposition-notification", "feedback-report"}:
        return None
    actions = {d.action for d in message.deliveries}
    failing = actions - {"delivered", "relayed", "expanded"}
    if message.report_type == "delivery-status" and (failing or not actions):
        return Verdict("bounce.report", "rapport de remise normalisé")
    if message.deliveries and failing:
        return Verdict("bounce.status", "état de remise joint")
    if message.header("x-failed-recipients"):
        return Verdict("bounce.failed_recipients", "en-tête X-Failed-Recipients")
    if actions and not failing:
        return None
    daemon = is_daemon(message)
    null = has_null_sender(message)
    subject = _SUBJECT.search(message.subject) is not None
    head = f"{message.text[:6_000]}\n{message.html[:6_000] if not message.text else ''}"
    body = _BODY.search(head) is not None
    if daemon and (subject or body):
        return Verdict("bounce.daemon", "envoyé par le service de remise")
    if daemon and null and not _has_auto_words(message):
        return Verdict("bounce.daemon_null", "envoyé par le service de remise")
    if daemon and _is_sure_daemon(message) and not _has_auto_words(message):
        return Verdict("bounce.mailer", "envoyé par le service de remise")
    if subject and (null or _is_machine(message)):
        return Verdict("bounce.subject", "objet d’un avis de non-remise")
    if null and body and _Codes.of(head).any_failure and not _is_answer(message):
        return Verdict("bounce.null_sender", "expéditeur vide et code d’échec")
    if subject and body and not _is_answer(message):
        return Verdict("bounce.words", "objet et texte d’un avis de non-remise")
    return None


def is_daemon(message: Message) -> bool:
    """Whether the sender is a mail server, by address or by name."""
    local = message.sender.email.partition("@")[0].strip('"')
    if _DAEMON.match(local):
        return True
    if local and not re.match(
        r"(?:no-?reply|admin|system|mail|support|info|exchange|ne-?pas)", local
    ):
        return bool(
            re.search(
                r"mailer-daemon|mail delivery", message.sender.name, re.IGNORECASE
            )
        )
    return bool(_DAEMON_NAME.search(message.sender.name))


def _is_sure_daemon(message: Message) -> bool:
    local = message.sender.email.partition("@")[0].strip('"')
    return bool(_SURE_DAEMON.match(local))


def has_null_sender(message: Message) -> bool:
    """Whether the envelope's sender is empty, as reports must have it."""
    values = message.headers.get("return-path", ())
    return any(value.strip() in {"<>", "<MAILER-DAEMON>"} for value in values)


def _is_machine(message: Message) -> bool:
    submitted = message.header("auto-submitted").lower()
    return submitted.startswith("auto-") or is_daemon(message)


def _is_answer(message: Message) -> bool:
    return bool(
        re.match(
            r"\s*(?:re|aw|sv|vs|antw|fwd?|tr|wg|rif|odp)\s?:",
            message.subject,
            re.IGNORECASE,
        )
    )


def _has_auto_words(message: Message) -> bool:
    return bool(
        re.search(
            r"absen|out of office|automatique|auto-?reply|vacation|cong[ée]s",
            message.subject,
            re.IGNORECASE,
        )
    )


@dataclass(frozen=True, slots=True)
class _Codes:
    """The enhanced and the basic codes that a report names."""

    enhanced: tuple[tuple[int, int, int], ...]
    basic: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "_Codes":
        enhanced = tuple(
            (int(m.group(1)), int(m.group(2)), int(m.group(3)))
            for m in _CODE.finditer(text)
        )
        basic = tuple(int(m.group(1) + m.group(2)) for m in _SMTP.finditer(text))
        return cls(enhanced[:50], tuple(b for b in basic if 400 <= b < 560)[:50])

    @property
    def any_failure(self) -> bool:
        return any(code[0] in {4, 5} for code in self.enhanced) or any(
            code >= 421 for code in self.basic
        )


# Reasons in the order in which they are believed: (name, address dead, words).
_REASONS: tuple[tuple[str, bool, re.Pattern[str]], ...] = tuple(
    (name, dead, re.compile(words, re.IGNORECASE))
    for name, dead, words in (
        ("orange_unknown", True, r"(?:ofr|lpn)\d{0,3}[_-]?416\b"),
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
                r"|no existe|sconosciuto|inesistente|disabled|deactivated|inactive"
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
_POLICY = re.compile(
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
_DELAYED = re.compile(
    r"will (?:be retried|keep trying|continue to|retry)"
    r"|delivery will (?:continue|be)|still (?:trying|being tried|be retried)"
    r"|no action is required on your part|warning message only"
    r"|you do not need to resend|sera (?:r[ée]essay|retent)"
    r"|nouvelles? tentatives|delivery (?:to .{0,80})?(?:is |has been )?delayed"
    r"|(?:remise|distribution|livraison) (?:est )?(?:retard|diff[ée]r)"
    r"|not yet been delivered|temporarily (?:deferred|delayed)",
    re.IGNORECASE,
)
_EXPIRED = re.compile(
    r"expired|d[ée]lai (?:de|d['’]).{0,30}(?:d[ée]pass|expir)|timed? ?out"
    r"|too old|retry time(?:out)? (?:not reached|exceeded)|message expired"
    r"|could not connect|connection refused|(?:deferred|retry) timeout"
    r"|plusieurs tentatives|unable to connect|no route to host"
    r"|network unreachable|too long in queue|in the queue too long",
    re.IGNORECASE,
)
_DEAD_CODES = frozenset(
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


def read(message: Message) -> BounceRead:
    """Tell whom a delivery report concerns and whether the address is dead."""
    text = _text(message)
    account = _BELOW.split(text, maxsplit=1)[0]
    return BounceRead(
        recipients=tuple(dict.fromkeys(_recipients(message, account, text)))[:100],
        hard=_is_hard(message, account),
        original_message_id=_original_id(message, text),
        diagnostic=_diagnostic(message, account),
    )


def _text(message: Message) -> str:
    return (message.text or message.html)[:MAX_TEXT]


def _is_hard(message: Message, account: str) -> bool:
    actions = {d.action for d in message.deliveries if d.action}
    if actions and actions <= {"delayed", "delivered", "relayed", "expanded"}:
        return False
    said = " \n".join(d.diagnostic for d in message.deliveries)
    said = f"{said}\n{account[:20_000]}"
    for name, dead, words in _REASONS[:3]:
        if words.search(said):
            return dead and bool(name)
    named = "\n".join([*(d.status for d in message.deliveries), said])
    codes = set(_Codes.of(named).enhanced)
    basic = set(_Codes.of(said).basic)
    failed = (
        "failed" in actions
        or any(c[0] == 5 for c in codes)
        or any(b >= 500 for b in basic)
    )
    if _DELAYED.search(account) and not (
        "failed" in actions or any(b >= 500 for b in basic)
    ):
        return False
    reason = next(((n, d) for n, d, words in _REASONS[3:] if words.search(said)), None)
    dead_code = bool(codes & _DEAD_CODES)
    if reason is not None and reason[0] == "full":
        unknown = next((d for n, d, w in _REASONS[5:6] if w.search(said)), False)
        return unknown and dead_code and (5, 2, 2) not in codes and 552 not in basic
    if reason is not None and not reason[1]:
        return False
    if reason is not None:
        return failed or not (codes or basic)
    if _POLICY.search(said) and any(c[:2] == (5, 7) for c in codes):
        return False
    if dead_code:
        return True
    if _EXPIRED.search(said) or _POLICY.search(said):
        return False
    return False


def _recipients(message: Message, account: str, text: str) -> Iterator[str]:
    own = {a.email for a in message.to} | {message.sender.email}
    found = False
    for delivery in message.deliveries:
        if delivery.action in {"delivered", "relayed", "expanded"}:
            continue
        if "@" in delivery.recipient:
            found = True
            yield delivery.recipient
    for value in message.headers.get("x-failed-recipients", ()):
        for address in re.findall(_ADDRESS, value):
            found = True
            yield address.lower()
    if found:
        return
    for address in _named(account, own):
        found = True
        yield address
    if found:
        return
    for value in (*message.original_headers.get("to", ()), *_to_lines(text)):
        for address in re.findall(_ADDRESS, value)[:20]:
            if address.lower() not in own:
                yield address.lower()


_LEAD = re.compile(
    rf"(?:final-recipient\s*:\s*rfc822\s*;|original-recipient\s*:\s*rfc822\s*;"
    rf"|(?:recipient|destinataire|to|à|an|empf[äa]nger|address|adresse)s?\s*:"
    rf"|rcpt to:?|delivered to|delivery to|d[ée]livr[ée]e? [àa]"
    rf"|distribu[ée]e? [àa]|remis [àa]|livr[ée] [àa]|envoy[ée] [àa]|(?:sent"
    rf"|message) (?:to|à|an)|recipients?:?|reach"
    rf"|for)\s*[<\"']?(?:mailto:)?({_ADDRESS})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^[ \t>*-]{{0,12}}(?:[^<>@\n]{{0,80}}[ \t])?[<(\"']?(?:mailto:"
    rf"|smtp:)?({_ADDRESS})[>)\"']?[ \t]*(?:[:;,(|<-].{{0,400}}"
    rf"|\.{{2,}}.{{0,400}}|$)",
    re.MULTILINE,
)
_INSIDE = re.compile(rf"<({_ADDRESS})>\s*(?::|\.\.\.|\.\. )")


def _named(account: str, own: Iterable[str]) -> list[str]:
    ours = set(own)
    found: list[str] = []
    for pattern in (_LEAD, _ALONE, _INSIDE):
        for match in pattern.finditer(account[:30_000]):
            address = match.group(1).strip("'.").lower()
            if address not in ours and not _DAEMON.match(address.partition("@")[0]):
                found.append(address)
        if found:
            break
    return list(dict.fromkeys(found))[:50]


def _to_lines(text: str) -> list[str]:
    return re.findall(
        r"^[>\s]{0,6}(?:to|à)\s?: ?(.{1,500})$", text, re.IGNORECASE | re.MULTILINE
    )[:3]


def _original_id(message: Message, text: str) -> str | None:
    own = message.message_id
    for name in ("message-id", "x-original-message-id", "original-message-id"):
        for value in message.original_headers.get(name, ()):
            match = re.search(r"<[^<>\s]+>|[^<>\s]+@[^<>\s]+", value)
            if match:
                return _bracketed(match.group())
    for source in (text, message.html[:MAX_TEXT]):
        for match in _MESSAGE_ID.finditer(source):
            found = _bracketed(match.group(1))
            if found != own:
                return found
    for one in (*message.in_reply_to, *reversed(message.references)):
        if one != own:
            return one
    for name in ("x-original-message-id", "x-ms-exchange-parent-message-id"):
        if message.header(name):
            return _bracketed(message.header(name).strip())
    return None


def _bracketed(value: str) -> str:
    return f"<{value.strip('<>')}>"


def _diagnostic(message: Message, account: str) -> str:
    for delivery in message.deliveries:
        if delivery.diagnostic:
            text = delivery.diagnostic.partition(";")[2] or delivery.diagnostic
            return re.sub(r"\s+", " ", text).strip()[:300]
    for line in account[:20_000].splitlines():
        if _CODE.search(line) or re.search(r"\b[45]\d\d[ -]", line):
            return line.strip()[:300]
    for line in account[:20_000].splitlines():
        if _BODY.search(line):
            return line.strip()[:300]
    return next((d.status for d in message.deliveries if d.status), "")
