"""What is wrong in a template, said in French with its line and the remedy."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from relancebot.letters.view import VARIABLES

UNKNOWN_NAME = re.compile(r"'([^']+)' is undefined")
UNKNOWN_FIELD = re.compile(r"has no attribute '([^']+)'")
UNKNOWN_FILTER = re.compile(r"No (filter|test) named '([^']+)'")
FIELDS: Final = frozenset(
    word
    for meaning in VARIABLES.values()
    for word in re.findall(r"\b[a-z]+(?:_[a-z]+)*\b", meaning.partition(" : ")[2])
)


class LetterError(Exception):
    """A letter cannot be written; ``str`` is one line: file, line, what to do."""

    def __init__(self, path: str, line: int, text: str) -> None:
        super().__init__(path, line, text)
        self.path, self.line, self.text = path, line, text

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.text}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LetterError) and self.args == other.args

    def __hash__(self) -> int:
        return hash(self.args)


def explain(
    error: Exception, file: str, place: str, templates: Mapping[str, str]
) -> LetterError:
    """Say in French what Jinja found, where, and what was probably meant."""
    if isinstance(error, TemplateSyntaxError):
        where = f"{place}/{error.name or file}"
        return LetterError(where, error.lineno, _syntax(error))
    found, line = _where(error, file, templates)
    where = f"{place}/{found}"
    if isinstance(error, TemplateNotFound):
        missing = str(error.name)
        near = _near(missing, templates)
        return LetterError(where, line, f"le modèle « {missing} » n’existe pas{near}")
    if isinstance(error, UndefinedError):
        return LetterError(where, line, unknown(str(error)))
    if isinstance(error, SecurityError):
        return LetterError(where, line, "un modèle ne peut pas faire cela")
    return LetterError(where, line, f"calcul impossible dans le modèle ({error})")


def unknown(message: str) -> str:
    """Turn Jinja's words about something undefined into a remedy."""
    if found := UNKNOWN_NAME.search(message):
        return unknown_variable(found[1])
    if message.startswith("'None' has no attribute"):
        return (
            "cette lettre parle d’une promesse ou d’un rappel qui n’existe pas ici :"
            " entourez le passage de « {% if promise %} … {% endif %} »"
        )
    if found := UNKNOWN_FIELD.search(message):
        name = found[1]
        return f"champ inconnu « {name} »{_near(name, FIELDS)}"
    return f"valeur inconnue ({message})"


def unknown_variable(name: str) -> str:
    """Name the variable that does not exist, the nearest, and all those that do."""
    known = ", ".join(sorted(VARIABLES))
    near = _near(name, VARIABLES)
    return f"variable inconnue « {name} »{near} ; variables connues : {known}"


def _syntax(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if found := UNKNOWN_FILTER.search(message):
        what = "filtre" if found[1] == "filter" else "test"
        return f"{what} inconnu « {found[2]} »"
    if "end of template" in message.lower():
        return f"un bloc ou une accolade reste ouvert ({message})"
    return f"erreur d’écriture du modèle ({message})"


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" ; vouliez-vous dire « {near[0]} » ?" if near else ""


def _where(
    error: Exception, file: str, templates: Mapping[str, str]
) -> tuple[str, int]:
    """Find the template and its line: Jinja puts them into the traceback."""
    line, step = 0, error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename in templates:
            file, line = step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
    return file, line
