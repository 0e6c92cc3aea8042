"""Letters: the facts of a file and the operator's templates make what leaves.

``letter_context`` gathers the facts (pure), ``Letters`` fills a template in. Nothing
that a client wrote is ever read as a template, and no bank detail comes from
anywhere but the rules.
"""

from relancebot.letters.checks import check
from relancebot.letters.context import (
    LetterContext,
    Particulars,
    Setting,
    letter_context,
    plan_of_task,
)
from relancebot.letters.engine import Letter, Letters
from relancebot.letters.mistakes import LetterError
from relancebot.letters.view import VARIABLES, missing_fields

__all__ = [
    "VARIABLES",
    "Letter",
    "LetterContext",
    "LetterError",
    "Letters",
    "Particulars",
    "Setting",
    "check",
    "letter_context",
    "missing_fields",
    "plan_of_task",
]
