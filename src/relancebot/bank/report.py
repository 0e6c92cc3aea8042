"""What an import tells the person: where in the file, what, and what to do."""

import re
from dataclasses import dataclass

THIN = "\N{NARROW NO-BREAK SPACE}"
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class _Remark:
    """A place in a file (line 0 is the file as a whole) and a French sentence."""

    file: str
    line: int
    column: str
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}{THIN}: {self.text}"


@dataclass(frozen=True, slots=True)
class RowError(_Remark):
    """A row, or a file, that could not be taken, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Notice(_Remark):
    """Something taken as it stands that the person should know of."""


class CellError(ValueError):
    """A cell that cannot be read; its text says why and what to do."""

    def __init__(self, text: str, column: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.column = column


def say(template: str, **values: object) -> str:
    """Write a French sentence with its narrow no-break spaces.

    Only the template is typeset: what comes from the file is shown as it is.
    """
    spaced = re.sub(r" (?=[;:!?»])|(?<=«) ", THIN, template)
    return spaced.format(**values)


def quote(cell: str) -> str:
    """Show a cell of the file between « », on one line and not too long."""
    shown = " ".join(cell.split())
    if len(shown) > _LONGEST_QUOTE:
        shown = shown[: _LONGEST_QUOTE - 1] + "…"
    return f"«{THIN}{shown}{THIN}»"


def lines_list(lines: list[int]) -> str:
    """Name some lines: « ligne 4 », « lignes 4, 7 et 9 », « … et 40 autres »."""
    if len(lines) == 1:
        return f"ligne {lines[0]}"
    shown = lines[:5]
    rest = len(lines) - len(shown)
    if rest:
        other = "autre" if rest == 1 else "autres"
        return f"lignes {', '.join(map(str, shown))} et {rest} {other}"
    return f"lignes {', '.join(map(str, shown[:-1]))} et {shown[-1]}"
