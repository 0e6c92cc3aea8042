"""What YAML itself refuses, said in French with the line where to look."""

import re

from ruamel.yaml.error import MarkedYAMLError, YAMLError

_GUESS = "l’écriture YAML est incorrecte ici (retrait, « : », guillemets ou crochets)"

# The first pattern found in ruamel's own words gives the French sentence.
_SENTENCES = {
    r"character '\\t'": (
        "une tabulation est interdite en début de ligne : employez des espaces"
    ),
    r"character '[@`%]'": (
        "un texte qui commence par « @ », « ` » ou « % » se met entre guillemets"
    ),
    r"mapping values are not allowed": (
        "« : » inattendu : vérifiez le retrait de la ligne, le « : » qui manque à la "
        "ligne d’avant, ou mettez entre guillemets le texte qui contient « : »"
    ),
    r"(sequence entries|mapping keys) are not allowed": (
        "« - » ou « ? » inattendu : une liste commence à la ligne suivante"
    ),
    r"undefined alias": "un texte qui commence par « * » se met entre guillemets",
    r"another document": "un seul document est attendu : retirez la ligne « --- »",
    r"unexpected end of stream": "le guillemet ouvert ici n’est jamais fermé",
    r"unknown escape|escape sequence": (
        "« \\ » dans des guillemets doubles annonce un caractère spécial : employez "
        "des guillemets simples"
    ),
    r"expected ',' or '\]'": "le crochet « [ » ouvert ici n’est pas bien fermé",
    r"expected ',' or '\}'": "l’accolade « { » ouverte ici n’est pas bien fermée",
    r"expected <block end>": (
        "le retrait de cette ligne ne correspond à aucune ligne d’au-dessus"
    ),
    r"could not find expected ':'": (
        "« : » manque après la clé (« clé: valeur », avec une espace)"
    ),
    r"expected the node content": "une valeur est attendue ici",
    r"block scalar|indentation indicators": "rien ne suit « | » ni « > » sur la ligne",
    r"incompatible YAML|directive": "retirez la ligne qui commence par « % »",
}

# For these, the place to mend is where the thing was opened, not where YAML gave up.
_OPENED = re.compile(r"unexpected end of stream|expected (',' or|':')")

_CONTROL = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def syntax_mistake(error: YAMLError) -> tuple[int, str]:
    """Say in French what YAML could not read, and on which line."""
    if not isinstance(error, MarkedYAMLError):
        return 1, _GUESS
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if _OPENED.search(said) and error.context_mark is not None:
        mark = error.context_mark
    sentence = next(
        (text for words, text in _SENTENCES.items() if re.search(words, said)), _GUESS
    )
    return (mark.line + 1 if mark is not None else 1), sentence


def unreadable_character(text: str) -> tuple[int, str] | None:
    """Find the first character that no text file should hold, with its line."""
    found = _CONTROL.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    return line, (
        f"caractère illisible (U+{ord(found.group()):04X}) : effacez-le, et "
        "enregistrez le fichier en UTF-8"
    )


def readable(text: str) -> str:
    """Put a question mark in the place of what cannot be read."""
    return _CONTROL.sub("?", text)
