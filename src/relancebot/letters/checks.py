"""Every template is tried on invented facts before the program may use any."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from jinja2 import TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from relancebot.domain.policy import DebtorKind, Formality, Language
from relancebot.letters.context import LetterContext
from relancebot.letters.engine import HTML, TEXT, Letter, Letters, Variant
from relancebot.letters.mistakes import LetterError, explain, unknown_variable
from relancebot.letters.samples import samples
from relancebot.letters.tongue import tongue_of
from relancebot.letters.view import VARIABLES, View, view_of

FORMAL: Final = ("mise-en-demeure", "transmission")
"""Letters that a person always confirms: they alone may name a court."""

COURTS: Final = {
    Language.FRENCH: re.compile(
        r"\b(mises? en demeure|tribuna(?:l|ux)|injonction de payer|huissiers?"
        r"|commissaires? de justice|avocate?s?|contentieux|juridictions?|saisies?)\b",
        re.IGNORECASE,
    ),
    Language.ENGLISH: re.compile(
        r"\b(formal notice|courts?|bailiffs?|lawyers?|solicitors?|attorneys?"
        r"|legal (?:action|proceedings)|lawsuit)\b",
        re.IGNORECASE,
    ),
}
TRADE_LAW: Final = re.compile(r"441-10|\b40\s*€|€\s*40\b|indemnité forfaitaire")
VARIANTS: Final = (
    ("", Language.FRENCH, Formality.VOUS),
    (".tu", Language.FRENCH, Formality.TU),
    (".en", Language.ENGLISH, Formality.VOUS),
)
AMBIGUOUS: Final = "qui n’existe pas ici"


def check(letters: Letters, *, english: bool = True) -> tuple[LetterError, ...]:
    """Try every template and give all that is wrong, each with its file and line.

    Args:
        letters: the operator's templates.
        english: whether each letter must exist in English too.
    """
    unread = [
        LetterError(f"{letters.place}/{file}", 0, reason)
        for file, reason in letters.unreadable.items()
    ]
    return (*unread, *_checked(letters, english=english))


@lru_cache(maxsize=4)
def _checked(letters: Letters, *, english: bool) -> tuple[LetterError, ...]:
    """Try the templates once for each directory's content: it takes a second."""
    found: list[LetterError] = []
    for file in sorted(letters.templates):
        if file.endswith((TEXT, HTML)):
            found += _names(letters, file)
        else:
            text = f"le nom d’un modèle finit par {TEXT} ou {HTML}"
            found.append(LetterError(f"{letters.place}/{file}", 0, text))
    broken = {error.path for error in found}
    for name in sorted(letters.names):
        found += _variants(letters, name, english=english)
    for suffix, language, formality in VARIANTS:
        spelled = [(x, view_of(x)) for x in samples(language, formality)]
        for name in sorted(letters.names):
            file = name + suffix + TEXT
            if file in letters.templates and f"{letters.place}/{file}" not in broken:
                found += _tried(letters, name + suffix, spelled)
    return tuple(dict.fromkeys(found))


def _variants(letters: Letters, name: str, *, english: bool) -> list[LetterError]:
    wanted = [name, f"{name}.en"] if english else [name]
    return [
        LetterError(f"{letters.place}/{file}{TEXT}", 0, "ce modèle manque : créez-le")
        for file in wanted
        if file + TEXT not in letters.templates
    ]


def _names(letters: Letters, file: str) -> list[LetterError]:
    """Find syntax errors, and variables that do not exist, wherever they stand."""
    path = f"{letters.place}/{file}"
    try:
        tree = letters.environment.parse(letters.templates[file], name=file)
        letters.template(file)
    except TemplateSyntaxError as error:
        return [explain(error, file, letters.place, letters.templates)]
    unknown = find_undeclared_variables(tree) - VARIABLES.keys()
    unknown -= letters.environment.globals.keys()
    return [
        LetterError(path, name.lineno, unknown_variable(name.name))
        for name in tree.find_all(nodes.Name)
        if name.name in unknown and name.ctx == "load"
    ]


def _tried(
    letters: Letters, variant: str, spelled: Sequence[tuple[LetterContext, View]]
) -> list[LetterError]:
    """Write the letter for every invented file; keep each mistake once."""
    found: dict[LetterError, None] = {}
    written = 0
    spared: LetterError | None = None
    for context, view in spelled:
        try:
            letter = letters.render_file(Variant(variant), context, view)
        except LetterError as error:
            if AMBIGUOUS in error.text:
                spared = error  # a letter about a promise needs one: fine
            else:
                found[error] = None
            continue
        written += 1
        for text in _unlawful(variant, letter, context):
            found[LetterError(f"{letters.place}/{variant}{TEXT}", 0, text)] = None
    if spared and not written:
        found[spared] = None
    return list(found)


def _unlawful(variant: str, letter: Letter, context: LetterContext) -> list[str]:
    """Say what a letter must never say."""
    wrong: list[str] = []
    tongue = tongue_of(context.language)
    sums = [context.totals[0], *(invoice.total for invoice in context.invoices)]
    if "€" in letter.subject or any(tongue.money(m) in letter.subject for m in sums):
        wrong.append("l’objet ne doit pas dire de somme : il se lit sans être ouvert")
    private = context.debtor_kind in {DebtorKind.CONSUMER, DebtorKind.UNKNOWN}
    if private and TRADE_LAW.search(letter.text):
        wrong.append(
            "un particulier ne doit ni pénalités du code de commerce ni indemnité de"
            " 40 € : employez {{ penalty_rule }}, vide quand la règle ne vaut pas"
        )
    formal = variant.startswith(FORMAL)
    word = COURTS[context.language].search(f"{letter.subject} {letter.text}")
    if word and not formal:
        wrong.append(
            f"« {word[0]} » : un message qui part seul ne menace pas ; ces mots sont"
            " réservés à la mise en demeure, que vous relisez"
        )
    return wrong
