"""How mail programs mark quotes and signatures in HTML, and hide words in it.

Classes and identifiers are those that the programs write; Outlook prefixes them
with "x_" when it quotes them in turn.
"""

import re

MAX_NESTING = 800
MAX_QUOTE = 12
MAX_TEXT = 4_000_000
SKIPPED = frozenset(
    [
        "head",
        "style",
        "script",
        "title",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "select",
        "option",
        "button",
        "textarea",
        "audio",
        "video",
        "canvas",
        "input",
        "meta",
        "link",
        "base",
        "map",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
PARAGRAPHS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "table"]
)
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
# Elements that HTML closes by itself when the next one opens.
SELF_CLOSING = frozenset(
    ["p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot"]
)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]{0,40})[^<>]*>")
LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]{4000,}(?:>|\Z)")
SPACE = re.compile(r"[ \t\n\r\f]+")
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|(?<![a-z-])font-size\s*:\s*(?:0(?![.\d]*[1-9])|1px)"
    r"|(?<![a-z-])font\s*:\s*0(?:px|pt)?\s*/"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)"
    r"|(?:max-height|(?<![a-z-])height|max-width|(?<![a-z-])width)\s*:\s*0(?:px"
    r"|pt)?\s*(?:;|$|!)(?=.*overflow\s*:\s*hidden)"
    r"|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}"
)
OVERFLOW_FIRST = re.compile(
    r"overflow\s*:\s*hidden.*(?:(?<![a-z-])|max-)(?:height|width)\s*:\s*0(?:px"
    r"|pt)?\s*(?:;|$|!)"
)
COLOR = re.compile(r"(?<![a-z-])color\s*:\s*([^;!]{1,40})")
BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]{1,80})")
WHITE = re.compile(
    r"^(?:white|#fff|#ffffff|#fe[fe]efe|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*"
    r"|transparent|rgba\(.*,\s*0(?:\.0+)?\s*\))$"
)
RULE_HIDDEN = re.compile(
    r"([.#][A-Za-z_][\w-]{0,60})\s*\{[^{}]{0,400}?(?:display\s*:\s*none"
    r"|visibility\s*:\s*hidden)"
)
# Whole elements that hold another's words.
QUOTE_NAMES = re.compile(
    r"\b(?:x_)*(?:gmail_attr|yahoo_quoted|yahoo-quoted|moz-cite-prefix"
    r"|moz-forward-container|"
    r"moz-email-headers-table|protonmail_quote|protonmail-quote|tutanota_quote"
    r"|zmail_extra|"
    r"OutlookMessageHeader|divRplyFwdMsg|quoted-text|quoted_text|sh-quoted-content|"
    r"front-blockquote|mail_quote|mailbox_quote|reply-quote|replyquote"
    r"|history_container|"
    r"ms-outlook-mobile-reference-message|mail-editor-reference-message-container|"
    r"mail-editor-reference-message|OLK_SRC_BODY_SECTION|bloop_original_html"
    r"|airmail_on|"
    r"gmail_quote_container|cm_quote|citation|message-reply-quote|ox-quote|"
    r"messageReplySection|isReplyContent|ReplyForwardHeader|replyforwardmessage|WM_quote"
    r"|divtagdefaultwrapper_quote)",
    re.IGNORECASE,
)
# Elements after which the rest of the letter is another's words.
REST_NAMES = re.compile(
    r"\b(?:x_)*(?:divRplyFwdMsg|OutlookMessageHeader"
    r"|ms-outlook-mobile-reference-message|"
    r"mail-editor-reference-message-container)\b",
    re.IGNORECASE,
)
SIGNATURE_NAMES = re.compile(
    r"(?:^|\s)(?:x_)*(?:gmail_signature|messageSignatureSection|moz-signature|protonmail_signature_block|"
    r"ms-outlook-mobile-signature|Signature|AppleMailSignature|ymail_android_signature|"
    r"signature|mail-signature|email-signature|tutanota_signature|zimbra-signature|"
    r"yahoo-signature|ydp\w{0,20}-signature|ydp\w{0,20}signature|bloop_sign\w{0,40}|"
    r"mobile-signature|ox-signature|rc-signature|_rc_sig)(?:\s|$)"
)
GMAIL = re.compile(r"(?:^|\s)(?:x_)*gmail_(?:quote|extra)(?:\s|$)")
TOP_RULE = re.compile(
    r"border-top\s*:\s*(?:solid\s+#?\w+\s+[\d.]+p[tx]|[\d.]+p[tx]\s+solid"
    r"|#?\w+\s+[\d.]+p[tx]\s+solid)"
)
LABEL = re.compile(
    r"^[\s\u200b\ufeff*]*(?:de|from|von|exp[ée]diteur|da|van|fra|från|lähettäjä"
    r"|od|от|mittente)\s*:",
    re.IGNORECASE,
)
# Gmail's own indentation, and that of several editors, is no quote.
INDENT = re.compile(
    r"margin[^;]{0,40}40px.*border\s*:\s*none|border\s*:\s*none.*margin[^;]{0,40}40px"
)
