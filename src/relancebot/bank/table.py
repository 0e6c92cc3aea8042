"""From the bytes of an exported table to rows of cells that keep their line number.

Tools and spreadsheets disagree on the encoding, the separator and on how many lines
of address come before the titles; a person should not have to know any of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from relancebot.bank.encodings import decode
from relancebot.bank.records import BrokenQuote, Row, Splitter
from relancebot.bank.report import RowError, quote, say

# Some 500 000 invoices; a table in memory weighs twenty times its file.
MAX_BYTES = 64 * 1024 * 1024
DELIMITERS = (";", "\t", ",", "|")
_HEADER_WITHIN = 60

_NOT_TEXT = (
    (b"PK\x03\x04", "un classeur Excel ou LibreOffice"),
    (b"\xd0\xcf\x11\xe0", "un ancien classeur Excel (.xls)"),
    (b"%PDF", "un PDF"),
    (b"\x1f\x8b", "une archive compressée"),
)
_MARKUP = re.compile(r"\s*<(\?xml|!doctype|html|table)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose titles were found, or the errors that say why not."""

    header: Row | None
    rows: tuple[Row, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    errors: tuple[RowError, ...] = field(default=())


def _titles(
    lines: Sequence[str], delimiter: str, known: Callable[[str], bool]
) -> tuple[int, int, int]:
    """Find the row with most known titles: how many, minus its line, its width."""
    best = (0, 0, 0)
    for record in Splitter(delimiter).records(lines[:_HEADER_WITHIN]):
        if isinstance(record, Row):
            score = sum(1 for cell in record.cells if known(cell))
            best = max(best, (score, -record.line, len(record.cells)))
    return best


def read_table(data: bytes, filename: str, known: Callable[[str], bool]) -> Table:
    """Find the encoding, the separator and the titles, and cut the rest in rows.

    Args:
        data: the file.
        filename: its name, for the errors.
        known: tells whether a cell is a title that the reader knows.
    """

    def fails(template: str, line: int = 0, **values: object) -> RowError:
        return RowError(filename, line, "", say(template, **values))

    if len(data) > MAX_BYTES:
        return Table(
            None,
            errors=(
                fails(
                    "fichier de {size} Mo, plus que la limite de {most} Mo ; exportez "
                    "une période plus courte, ou coupez-le en plusieurs fichiers",
                    size=len(data) // 1024**2,
                    most=MAX_BYTES // 1024**2,
                ),
            ),
        )
    for mark, what in _NOT_TEXT:
        if data.startswith(mark):
            return Table(
                None,
                errors=(
                    fails(
                        "ce fichier est {what}, pas un CSV ; ouvrez-le puis "
                        "enregistrez-le au format « CSV UTF-8 »",
                        what=what,
                    ),
                ),
            )
    text, encoding = decode(data)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x00", "")
    if not text.strip():
        return Table(
            None, encoding=encoding, errors=(fails("fichier vide ; refaites l’export"),)
        )
    if _MARKUP.match(text):
        return Table(
            None,
            encoding=encoding,
            errors=(
                fails(
                    "ce fichier est du XML ou du HTML, pas un CSV ; ouvrez-le dans un "
                    "tableur puis enregistrez-le au format « CSV UTF-8 »"
                ),
            ),
        )
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    declared = re.fullmatch(r'"?sep=(.)"?;*', lines[0], re.IGNORECASE)
    if declared:
        delimiter = declared[1]
        lines[0] = ""
        score, minus_line, _ = _titles(lines, delimiter, known)
    else:
        scored = [
            (_titles(lines, sign, known), -rank, sign)
            for rank, sign in enumerate(DELIMITERS)
        ]
        (score, minus_line, _), _, delimiter = max(scored)
    if score < 2:
        first = next(line for line in lines if line.strip())
        return Table(
            None,
            encoding=encoding,
            delimiter=delimiter,
            errors=(
                fails(
                    "aucune ligne de titres reconnue (le fichier commence par "
                    "{first}) ; il faut au moins un numéro de facture, un client, un "
                    "montant TTC et une échéance, sinon dites quelles colonnes lire, "
                    "par exemple "
                    '--map number="Pièce" --map total="À encaisser"',
                    first=quote(first),
                ),
            ),
        )
    return _cut(lines, -minus_line, delimiter, encoding, filename)


def _cut(
    lines: list[str], header_line: int, delimiter: str, encoding: str, filename: str
) -> Table:
    header: Row | None = None
    rows: list[Row] = []
    errors: list[RowError] = []
    blank_before = [""] * (header_line - 1)
    for record in Splitter(delimiter).records(blank_before + lines[header_line - 1 :]):
        if isinstance(record, BrokenQuote):
            errors.append(
                RowError(
                    filename,
                    record.line,
                    "",
                    say(
                        "un guillemet ouvert n’est jamais fermé ({text}) ; fermez-le "
                        "ou retirez-le, puis relancez l’import",
                        text=quote(record.text),
                    ),
                )
            )
        elif header is None:
            header = record if record.line == header_line else None
        elif not record.blank and not _same_titles(record, header):
            rows.append(record)
    return Table(header, tuple(rows), encoding, delimiter, tuple(errors))


def _same_titles(record: Row, header: Row) -> bool:
    """Recognise the titles that a report repeats on each of its pages."""
    return record.cells == header.cells or (
        record.cells[0].strip() == header.cells[0].strip()
        and [c.strip() for c in record.cells] == [c.strip() for c in header.cells]
    )
