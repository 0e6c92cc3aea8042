"""Lines of text into records of cells, quotes respected, one stray quote contained.

The standard reader follows an opening quote to the end of the file if it must, and
swallows every invoice on its way; here it costs the one line that bears it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST_CELL_LINES = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the physical line on which it begins, and its cells."""

    line: int
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Tell whether nothing is written on it."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class BrokenQuote:
    """A line whose opening quote is never closed properly."""

    line: int
    text: str


class Splitter:
    """Cut lines into cells at one separator, quotes and their newlines respected."""

    def __init__(self, delimiter: str) -> None:
        """Prepare the pattern of one cell for that separator."""
        self.delimiter = delimiter
        sep = re.escape(delimiter)
        self._cell = re.compile(
            rf' *"((?:[^"]|"")*+)"([^{sep}\n]*)(?:({sep})|\Z)'
            rf"|([^{sep}\n]*)(?:({sep})|\Z)"
        )
        self._unclosed = re.compile(r' *"')

    def split(self, text: str) -> tuple[list[str], bool, bool]:
        """Give the cells, whether a quote stays open, and whether all was regular."""
        if '"' not in text:
            return text.split(self.delimiter), False, True
        cells: list[str] = []
        place, regular = 0, True
        while True:
            found = self._cell.match(text, place)
            if found is None:
                return cells, True, False
            quoted, tail, more, plain, plain_more = found.groups()
            if quoted is not None:
                cells.append(quoted.replace('""', '"') + tail.rstrip(" "))
                regular = regular and not tail.strip(" ")
            elif self._unclosed.match(plain):
                return cells, True, False
            else:
                cells.append(plain)
            place = found.end()
            if not (more or plain_more):
                return cells, False, regular

    def records(self, lines: Sequence[str]) -> Iterator[Row | BrokenQuote]:
        """Give the records; a stray quote costs its own line, never the rest."""
        at = 0
        while at < len(lines):
            cells, unclosed, _ = self.split(lines[at])
            if not unclosed:
                yield Row(at + 1, tuple(cells))
                at += 1
                continue
            joined, last = lines[at], at
            whole: list[str] | None = None
            while last + 1 < min(len(lines), at + _LONGEST_CELL_LINES):
                last += 1
                joined += "\n" + lines[last]
                if '"' not in lines[last]:
                    continue
                cells, unclosed, regular = self.split(joined)
                if not unclosed:
                    # A quote that closes in the middle of a word belongs to another
                    # cell: the one that we followed was never closed.
                    whole = cells if regular else None
                    break
            if whole is None:
                yield BrokenQuote(at + 1, lines[at])
                at += 1
            else:
                yield Row(at + 1, tuple(whole))
                at = last + 1
