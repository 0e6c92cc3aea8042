"""What a letter written in HTML says, as plain text with its quotes still marked.

Readers of text know one mark for another's words: a line that begins with ">".
Mail programs write quotes in a dozen kinds of element; all of them become that
mark here, and a signature becomes the line "-- ", so that whoever reads the text
cuts by structure without knowing any HTML. What a person would not see on the
screen is left out: hidden words in a letter are somebody's trap.
"""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from relancebot.mail import html_marks as marks

MAX_HTML = 2_000_000


@dataclass(slots=True)
class _Open:
    """What holds for an element and all that it contains."""

    node: LexborNode
    quote: int
    pre: bool
    background: bool
    white: bool
    list_number: int = 0


class _Page:
    """Collects lines; a quoted line carries one mark a level."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._current: list[str] = []
        self._size = 0
        self._blank_wanted = False
        self.quote = 0
        self._line_quote = 0

    @property
    def full(self) -> bool:
        return self._size > marks.MAX_TEXT

    def words(self, text: str, *, pre: bool) -> None:
        if pre:
            head, *rest = re.split(r"\r\n|\n|\r", text)
            self._add(head)
            for line in rest:
                self.newline(force=True)
                self._add(line)
            return
        text = marks.SPACE.sub(" ", text)
        if not self._current or self._current[-1].endswith((" ", "\t")):
            text = text.lstrip(" ")
        self._add(text)

    def _add(self, text: str) -> None:
        if not text:
            return
        if not self._current:
            self._line_quote = self.quote
        self._current.append(text)
        self._size += len(text)

    def newline(self, *, force: bool = False) -> None:
        """End the line; an empty one is written only when forced (``<br>``)."""
        text = "".join(self._current).rstrip(" \t")
        if text:
            if self._blank_wanted and self.lines and self.lines[-1].strip("> "):
                self._write("", min(self._line_quote, self._last_quote()))
            self._blank_wanted = False
            self._write(text, self._line_quote)
        elif (force or self._current) and force:
            self._write("", self.quote)
        self._current.clear()

    def paragraph(self) -> None:
        self.newline()
        self._blank_wanted = True

    def raw_line(self, text: str) -> None:
        self.newline()
        self._blank_wanted = False
        self._write(text, self.quote)

    def _last_quote(self) -> int:
        match = re.match(r"(?:> ?)*", self.lines[-1])
        return match.group().count(">") if match else 0

    def _write(self, text: str, quote: int) -> None:
        depth = min(quote, marks.MAX_QUOTE)
        mark = "> " * depth
        self.lines.append((mark + text).rstrip() if text != "-- " else mark + text)
        self._size += len(mark) + 1

    def text(self) -> str:
        self.newline()
        text = "\n".join(self.lines)
        return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def html_to_text(html: str) -> str:
    """Say what a person sees of an HTML letter, quotes marked with "> "."""
    # Pictures written into the text, and attributes beyond number, say nothing.
    html = marks.LONG_TAG.sub(r"<\1>", html.replace("\x00", ""))
    html = _flatten(html[:MAX_HTML])
    tree = LexborHTMLParser(html)
    root = tree.root
    if root is None:
        return ""
    hidden_names = _hidden_names(html)
    page = _Page()
    _walk(root, page, hidden_names)
    return page.text()


def _flatten(html: str) -> str:
    """Drop the tags beyond a nesting that no mail program writes.

    The parser's time grows with the square of the depth; the words inside stay.
    """
    if html.count("<") < marks.MAX_NESTING:
        return html
    pieces: list[str] = []
    end = depth = excess = 0
    for match in marks.TAG.finditer(html):
        name = match.group(2).lower()
        if (
            name in marks.VOID
            or name in marks.SELF_CLOSING
            or match.group().endswith("/>")
        ):
            continue
        if match.group(1):
            if excess:
                excess -= 1
            else:
                depth = max(0, depth - 1)
                continue
        elif depth < marks.MAX_NESTING:
            depth += 1
            continue
        else:
            excess += 1
        pieces.append(html[end : match.start()])
        end = match.end()
    pieces.append(html[end:])
    return "".join(pieces)


def _hidden_names(html: str) -> frozenset[str]:
    """Classes and ids that the letter's own style sheet hides everywhere."""
    names: set[str] = set()
    lower = html[:400_000].lower()
    begin = lower.find("<style")
    while begin >= 0 and len(names) < 200:
        end = lower.find("</style", begin)
        end = len(lower) if end < 0 else end
        sheet = html[begin:end]
        at_rule = sheet.find("@media")
        sheet = sheet if at_rule < 0 else sheet[:at_rule]
        names.update(marks.RULE_HIDDEN.findall(sheet[:50_000]))
        begin = lower.find("<style", end)
    return frozenset(names)


def _walk(root: LexborNode, page: _Page, hidden_names: frozenset[str]) -> None:
    """Visit the tree without recursion: its depth is the sender's choice."""
    stack: list[_Open] = []
    top = _Open(root, 0, pre=False, background=False, white=False)
    rest = 0  # quote levels that hold until the letter ends
    node: LexborNode | None = root.first_child
    while True:
        around = stack[-1] if stack else top
        if node is None:
            if not stack or page.full:
                return
            closed = stack.pop()
            _leave(closed, page)
            page.quote = (stack[-1] if stack else top).quote + rest
            node = closed.node.next
            continue
        tag = (node.tag or "").lower()
        if node.is_text_node:
            if not around.white:
                page.words(node.text_content or "", pre=around.pre)
            node = node.next
            continue
        if not node.is_element_node or tag in marks.SKIPPED:
            node = node.next
            continue
        attributes = {k.lower(): v or "" for k, v in node.attributes.items()}
        style = attributes.get("style", "").lower()[:2_000]
        if _is_hidden(attributes, style, hidden_names):
            node = node.next
            continue
        opened = _enter(node, tag, attributes, style, around, page)
        if _begins_rest(node, attributes, style):
            page.newline()
            rest += 1
        page.quote = opened.quote + rest
        if tag == "br":
            page.newline(force=True)
            node = node.next
            continue
        if tag == "hr":
            page.newline()
            node = node.next
            continue
        child = node.first_child
        stack.append(opened)
        node = child


def _enter(
    node: LexborNode,
    tag: str,
    attributes: dict[str, str],
    style: str,
    around: _Open,
    page: _Page,
) -> _Open:
    if tag in marks.PARAGRAPHS:
        page.paragraph()
    elif tag in marks.BLOCKS:
        page.newline()
    names = " ".join(attributes.get(key, "") for key in ("class", "id", "name"))[:500]
    quoted = _is_quote(node, tag, attributes, style, names)
    if quoted:
        page.newline()
    opened = _Open(
        node,
        around.quote + quoted,
        pre=around.pre or tag == "pre" or "white-space:pre" in style.replace(" ", ""),
        background=around.background,
        white=around.white,
    )
    _colours(opened, attributes, style)
    page.quote = opened.quote
    if (
        not around.quote
        and not quoted
        and names.strip()
        and marks.SIGNATURE_NAMES.search(names)
        and (not page.lines or page.lines[-1] != "-- ")
    ):
        page.raw_line("-- ")
    if tag == "li":
        parent = around
        if (parent.node.tag or "").lower() == "ol":
            parent.list_number += 1
            page.words(f"{parent.list_number}. ", pre=False)
        else:
            page.words("- ", pre=False)
    elif tag in {"td", "th"}:
        page.words(" ", pre=False)
    return opened


def _leave(closed: _Open, page: _Page) -> None:
    tag = (closed.node.tag or "").lower()
    if tag in marks.PARAGRAPHS:
        page.paragraph()
    elif tag in marks.BLOCKS:
        page.newline()


def _is_hidden(
    attributes: dict[str, str], style: str, hidden_names: frozenset[str]
) -> bool:
    if "hidden" in attributes:
        return True
    if style and (marks.HIDDEN.search(style) or marks.OVERFLOW_FIRST.search(style)):
        return True
    if not hidden_names:
        return False
    own = {f".{name}" for name in attributes.get("class", "").split()}
    own.add(f"#{attributes.get('id', '')}")
    return not own.isdisjoint(hidden_names)


def _colours(opened: _Open, attributes: dict[str, str], style: str) -> None:
    """White words on a page without any other background cannot be seen."""
    background = marks.BACKGROUND.search(style)
    shade = background.group(1).strip() if background else ""
    shade = shade or attributes.get("bgcolor", "").strip().lower()
    if shade:
        opened.background = not marks.WHITE.match(shade)
    if attributes.get("background"):
        opened.background = True
    colour = marks.COLOR.search(style)
    ink = colour.group(1).strip() if colour else ""
    ink = ink or attributes.get("color", "").strip().lower()
    if ink:
        opened.white = bool(marks.WHITE.match(ink))
    if opened.background:
        opened.white = False


def _is_quote(
    node: LexborNode, tag: str, attributes: dict[str, str], style: str, names: str
) -> bool:
    if tag == "blockquote":
        if attributes.get("type", "").lower() == "cite" or names.strip():
            return True
        return not marks.INDENT.search(style)
    if not names.strip():
        return False
    if marks.GMAIL.search(names):
        # The answers that Gmail's writers put between quotes stand inside this
        # element, beside its blockquotes: only a quote without any is one whole.
        return "gmail_quote" in names and node.css_first("blockquote") is None
    return bool(marks.QUOTE_NAMES.search(names)) and not marks.REST_NAMES.search(names)


def _begins_rest(node: LexborNode, attributes: dict[str, str], style: str) -> bool:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if names.strip() and marks.REST_NAMES.search(names[:500]):
        return True
    if "border-top" not in style or not marks.TOP_RULE.search(style):
        return False
    return bool(marks.LABEL.match((node.text(deep=True) or "")[:200]))
