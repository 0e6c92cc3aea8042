"""Lines that announce another's whole letter: "-----Message d'origine-----"."""

import re

_TITLES = (
    r"message d'origine|message original|mail original|e-?mail d'origine"
    r"|courriel d'origine|message initial"
    r"|message transf[ée]r[ée]|message r[ée]exp[ée]di[ée]|mail transf[ée]r[ée]"
    r"|courriel transf[ée]r[ée]"
    r"|original message|original e-?mail|original appointment|forwarded message"
    r"|forwarded mail|forwarded by .{1,80}"
    r"|forwarded message from .{1,80}|message transf[ée]r[ée] (?:par"
    r"|de) .{1,80}|reply message|replied message"
    r"|urspr[üu]ngliche nachricht|originalnachricht|original-nachricht"
    r"|weitergeleitete nachricht|ursprüngliche e-mail"
    r"|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato"
    r"|oorspronkelijk bericht|origineel bericht|doorgestuurd bericht"
    r"|mensagem original|mensagem encaminhada|wiadomość oryginalna"
    r"|oryginalna wiadomość|pierwotna wiadomość"
    r"|wiadomość przekazana|oprindelig meddelelse|videresendt meddelelse"
    r"|opprinnelig melding|opprinnelig e-post"
    r"|ursprungligt meddelande|vidarebefordrat meddelande|originalmeddelande"
    r"|alkuperäinen viesti|välitetty viesti"
    r"|edelleenlähetetty viesti|исходное сообщение|původní zpráva"
    r"|eredeti üzenet|missatge original"
)
_FRAMED = re.compile(
    rf"[-_=*~#>+ ]{{2,}}\s*(?:{_TITLES})\s*:?\s*[-_=*~#<+ ]{{0,80}}$", re.IGNORECASE
)
_OPENING = re.compile(
    r"(?:d[ée]but du (?:message|mail|courriel|e-mail) (?:transf[ée]r[ée]"
    r"|r[ée]exp[ée]di[ée]|d'origine)"
    r"|begin forwarded message|begin original message|start of forwarded message"
    r"|anfang der weitergeleiteten (?:nachricht|e-mail)"
    r"|inizio (?:del )?messaggio inoltrato"
    r"|inicio del mensaje reenviado|begin doorgestuurd bericht"
    r"|início da mensagem (?:reencaminhada|encaminhada)"
    r"|vidarebefordrat brev|början på vidarebefordrat meddelande"
    r"|videresendt besked|start på videresendt melding"
    r"|välitetty viesti alkaa|początek przekazanej wiadomości"
    r"|message transf[ée]r[ée]|message d'origine)\s*:$",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"[#\-=*_ <]{0,20}\s*(?:(?:please )?(?:type|write|enter|add"
    r"|reply)[^.]{0,40}above this line"
    r"|(?:merci de |veuillez )?(?:saisir|[ée]crire|r[ée]pondre|r[ée]pondez"
    r"|inscrire|ajouter)[^.]{0,60}au[- ]dessus de cette ligne"
    r"|(?:bitte )?antworten sie oberhalb dieser (?:linie|zeile))[^a-z]{0,20}$",
    re.IGNORECASE,
)


_GROUPWISE = re.compile(r">>> .{1,200}\d{1,2}[/.:]\d{2}.{0,40} >>>$")
_HIDDEN = re.compile(
    r"\[(?:quoted text hidden|texte des messages pr[ée]c[ée]dents masqu[ée]"
    r"|zitierter text wird ausgeblendet|el texto citado est[áa] oculto"
    r"|testo tra virgolette nascosto|tekst uit oorspronkelijke bericht is verborgen"
    r"|texto das mensagens anteriores oculto|citat text d[oö]lj)\]?$",
    re.IGNORECASE,
)


def opens_groupwise(raw: str) -> bool:
    """Whether a line is the mark that GroupWise sets above what it quotes."""
    return bool(_GROUPWISE.match(raw[:300].strip()))


def stands_for_quote(body: str) -> bool:
    """Whether a line says that a quote was left out here."""
    return bool(_HIDDEN.match(body[:100]))


def announces(body: str) -> bool:
    """Whether a line says that another's letter follows."""
    text = body[:300]
    return bool(_FRAMED.match(text) or _OPENING.match(text.strip("*_ ")))


def reply_above(body: str) -> bool:
    """Whether a line is a ticket desk's "write above this line"."""
    return bool(_ABOVE.match(body[:300]))
