"""The HTML version of a letter, made from its text: sober, and readable everywhere.

No image, no style sheet, no colour of background or text: a mail program in dark mode
keeps its own.
"""

import re
from html import escape
from urllib.parse import urlsplit

from relancebot.letters.context import LetterContext
from relancebot.letters.table import html_table
from relancebot.letters.tongue import Tongue
from relancebot.letters.view import TABLE

FONT = "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5"
ITEM = "- "


def to_html(body: str, context: LetterContext, tongue: Tongue) -> str:
    """Make paragraphs, lists and the table of invoices from the text of a letter."""
    blocks = [
        _block(block, context, tongue) for block in re.split(r"\n{2,}", body.strip())
    ]
    return page("\n".join(blocks), context)


def page(content: str, context: LetterContext) -> str:
    """Put the content in a whole page, in its language."""
    return (
        f'<!DOCTYPE html>\n<html lang="{context.language}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'</head>\n<body style="{FONT}">\n{content}\n</body>\n</html>\n'
    )


def _block(block: str, context: LetterContext, tongue: Tongue) -> str:
    """Draw one paragraph; a list or the table may stand inside it."""
    parts: list[str] = []
    plain: list[str] = []
    items: list[str] = []

    def close() -> None:
        if plain:
            lines = "<br>\n".join(_linked(line, context) for line in plain)
            parts.append(f'<p style="margin:0 0 16px 0">{lines}</p>')
            plain.clear()
        if items:
            rows = "".join(f"<li>{_linked(item, context)}</li>" for item in items)
            parts.append(f'<ul style="margin:0 0 16px 0">{rows}</ul>')
            items.clear()

    for line in block.split("\n"):
        if line == TABLE:
            close()
            parts.append(html_table(context, tongue))
        elif line.startswith(ITEM):
            if plain:
                close()
            items.append(line.removeprefix(ITEM))
        else:
            if items:
                close()
            plain.append(line)
    close()
    return "\n".join(parts)


def _linked(line: str, context: LetterContext) -> str:
    """Escape a line; the operator's own payment link, and no other, can be clicked."""
    link = context.creditor.payment_link.strip()
    if urlsplit(link).scheme != "https":
        return escape(line)
    anchor = f'<a href="{escape(link)}">{escape(link)}</a>'
    return anchor.join(escape(part) for part in line.split(link))
