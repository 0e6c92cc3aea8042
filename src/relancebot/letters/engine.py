"""Templates become letters: a sandbox, no file but the operator's templates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from relancebot.domain.policy import Formality, Language
from relancebot.french import one_line
from relancebot.letters.context import LetterContext
from relancebot.letters.html import page, to_html
from relancebot.letters.mistakes import LetterError, explain
from relancebot.letters.table import html_table, text_table
from relancebot.letters.tongue import Tongue, tongue_of
from relancebot.letters.view import TABLE, View, view_of

TEXT, HTML = ".txt.j2", ".html.j2"
LONGEST_SUBJECT: Final = 200
LONE_TAG = re.compile(r"\s*\{%(?:(?!%\}).)*%\}")
_MISTAKES = (
    TemplateError,
    ArithmeticError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template of the operator's can do wrong, beside what Jinja names."""
SUBJECT = re.compile(r"\s*(?:Objet|Subject)\s*:\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it can leave; ``notice`` says when another variant was used."""

    subject: str
    text: str
    html: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """The file that serves a letter, and a word when it is not the one wished."""

    file: str
    notice: str = ""


class Letters:
    """The operator's templates, ready to be filled in.

    ``templates`` maps file names (``relance-1.tu.txt.j2``) to their text; the files
    of a directory that could not be read are in ``unreadable`` with the reason.
    """

    def __init__(
        self,
        templates: Mapping[str, str],
        unreadable: Mapping[str, str] | None = None,
        place: str = "templates",
    ) -> None:
        self.templates = dict(templates)
        self.unreadable = dict(unreadable or {})
        self.place = place
        self.environment = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._source),
            undefined=StrictUndefined,
            autoescape=lambda name: bool(name and name.endswith(HTML)),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self.environment.filters["sentence"] = sentence

    def __eq__(self, other: object) -> bool:
        """Two sets of templates are the same when they say the same."""
        return isinstance(other, Letters) and self._content == other._content

    def __hash__(self) -> int:
        return hash(self._content)

    @property
    def _content(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        return self.place, tuple(sorted(self.templates.items()))

    def _source(self, file: str) -> tuple[str, str, None] | None:
        """Give a template to Jinja under its own name, so that errors name it."""
        text = self.templates.get(file)
        return None if text is None else (keep_line_ends(text), file, None)

    @classmethod
    def read(cls, directory: Path) -> "Letters":
        """Read the templates of a directory, and of no other place."""
        templates: dict[str, str] = {}
        unreadable: dict[str, str] = {}
        for path in sorted(directory.glob("*.j2")):
            try:
                templates[path.name] = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError:
                unreadable[path.name] = "ce fichier n’est pas en UTF-8"
            except OSError as error:
                unreadable[path.name] = f"lecture impossible : {error.strerror}"
        return cls(templates, unreadable, directory.name)

    @property
    def names(self) -> frozenset[str]:
        """The letters that exist, as the rules name them."""
        texts = [file.removesuffix(TEXT) for file in self.templates if _is_text(file)]
        return frozenset(re.sub(r"\.(?:tu|en)$", "", name) for name in texts)

    def variant(self, template: str, language: Language, how: Formality) -> Variant:
        """Choose the file of a letter; only a more polite one may take its place.

        Raises:
            LetterError: when the language, or the polite form, is missing.
        """
        english, friendly = f"{template}.en", f"{template}.tu"
        wanted = template
        if language is Language.ENGLISH:
            wanted = english
        elif how is Formality.TU:
            wanted = friendly
        if wanted + TEXT in self.templates:
            return Variant(wanted)
        if wanted == friendly and template + TEXT in self.templates:
            notice = (
                f"le modèle « {template} » n’a pas de version au tutoiement"
                f" ({friendly}{TEXT}) : la version au vouvoiement est employée"
            )
            return Variant(template, notice)
        raise LetterError(
            f"{self.place}/{wanted}{TEXT}", 0, "ce modèle n’existe pas : créez-le"
        )

    def render(self, template: str, context: LetterContext) -> Letter:
        """Write one letter.

        Raises:
            LetterError: when the template is missing or wrong; nothing may leave.
        """
        variant = self.variant(template, context.language, context.formality)
        return self.render_file(variant, context)

    def render_file(
        self, variant: Variant, context: LetterContext, view: View | None = None
    ) -> Letter:
        """Fill one file in, and its HTML companion when there is one.

        Args:
            variant: the file.
            context: the facts.
            view: the facts already spelled, when many letters share them.

        Raises:
            LetterError: when the template is wrong.
        """
        tongue = tongue_of(context.language)
        view = dict(view or view_of(context))
        written = self._filled(variant.file + TEXT, view)
        first, _, rest = written.strip().partition("\n")
        match = SUBJECT.fullmatch(first)
        place = f"{self.place}/{variant.file}{TEXT}"
        if match is None or not match[1].strip():
            word = tongue.subject_word
            raise LetterError(place, 1, f"la première ligne doit être « {word} : … »")
        body = tidy(rest)
        if not body:
            raise LetterError(place, 2, "le corps de la lettre est vide")
        reference = _reference(context, tongue)
        whole = f"{tongue.finish(body)}\n\n{reference}"
        text = tongue.finish(whole.replace(TABLE, text_table(context, tongue)))
        if variant.file + HTML in self.templates:
            view["table"] = Markup(html_table(context, tongue))  # noqa: S704 - escaped
            own = self._filled(variant.file + HTML, view)
            html = page(f"{own.strip()}\n<p>{Markup.escape(reference)}</p>", context)
        else:
            html = to_html(whole, context, tongue)
        subject = one_line(tongue.finish(match[1]), LONGEST_SUBJECT)
        return Letter(subject, text + "\n", html, variant.notice)

    def _filled(self, file: str, view: Mapping[str, object]) -> str:
        try:
            return self.template(file).render(view)
        except _MISTAKES as error:
            raise explain(error, file, self.place, self.templates) from error

    def template(self, file: str) -> Template:
        """Compile one file; Jinja keeps it.

        Raises:
            TemplateNotFound: when there is no such file.
        """
        if file not in self.templates:
            raise TemplateNotFound(file)
        return self.environment.get_template(file)


def sentence(text: str) -> str:
    """Begin with a capital, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def keep_line_ends(source: str) -> str:
    """Let a line that ends with a tag end: Jinja would join it to the next one.

    A tag alone on its line still leaves nothing behind.
    """
    return "\n".join(
        line + '{{ "" }}'
        if line.endswith("%}") and not LONE_TAG.fullmatch(line)
        else line
        for line in (line.rstrip() for line in source.splitlines())
    )


def tidy(text: str) -> str:
    """Take away what empty variables leave: double spaces, lines of nothing."""
    lines = [re.sub(r"(?<=\S) {2,}", " ", line).strip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _is_text(file: str) -> bool:
    return file.endswith(TEXT) and not file.startswith("_")


def _reference(context: LetterContext, tongue: Tongue) -> str:
    """The last line of every letter: an answer that quotes it finds its file."""
    return f"{tongue.reference_word} {one_line(context.reference)}"
