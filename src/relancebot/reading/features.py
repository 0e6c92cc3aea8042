"""What the statistical opinion looks at: word stems, their neighbours, and findings."""

import re
from collections.abc import Iterable, Iterator, Sequence

from relancebot.reading.clauses import Sentence
from relancebot.reading.patterns import RuleHit
from relancebot.reading.said import Said

#: A longer answer is judged by its beginning.
MAX_LETTERS = 3000
_WORD = re.compile(r"[a-zœæ]+'?|\d[\d.,]*|[€%?!+]")
_ENDING = re.compile(
    r"(?:ements?|ations?|ions?|euses?|eurs?|ables?|iques?|ites?|erons|eront|erez|"
    r"eraient|erait|erai|era|aient|ait|ais|ees|ee|es|er|ez|ent|ant|e|s|x)$"
)
_FORMULA = re.compile(
    r"(?:re)?(?:bonjour|bonsoir|salut|hello|hi|hey|dear|coucou|bjr|bsr|cher|chere|"
    r"madame|"
    r"monsieur|cordialement|bien (?:cordialement|a vous)|sinceres|salutations|"
    r"amicalement|"
    r"meilleures|recevez|veuillez (?:agreer|recevoir|croire)|je vous prie d'agreer|"
    r"bonne (?:journee|soiree|fin)|best|kind regards|regards|cdlt|cdt|bises?|"
    r"merci d'avance|"
    r"a bientot|sent from|envoye de mon|respectueusement|votre bien devoue)\b"
)
_NAME_ONLY = 3
_KEPT = 4
_GRAMS = (4, 5)


def stem(word: str) -> str:
    """Cut a French ending off: "livraisons", "livraison" and "livrer" come close.

    >>> stem("factures"), stem("reglement")
    ('factur', 'regl')
    """
    if len(word) <= _KEPT:
        return word
    short = _ENDING.sub("", word)
    return short if len(short) >= _KEPT - 1 else word


def _is_formula(sentence: Sentence) -> bool:
    """Tell whether a sentence only greets or closes."""
    return len(sentence.folded.split()) <= _NAME_ONLY + 5 and bool(
        _FORMULA.match(sentence.folded)
    )


def _of_words(words: Sequence[str]) -> Iterator[str]:
    stems = [stem(word) for word in words]
    for at, one in enumerate(stems):
        yield f"s:{one}"
        if at + 1 < len(stems):
            yield f"b:{one}_{stems[at + 1]}"
        if at + 2 < len(stems):
            yield f"t:{one}_{stems[at + 2]}"
    for word in words:
        if len(word) > _KEPT:
            marked = f"^{word}$"
            for size in _GRAMS:
                for at in range(len(marked) - size + 1):
                    yield f"c:{marked[at : at + size]}"


def _of_findings(hits: Iterable[RuleHit], clauses: Iterable[Said]) -> Iterator[str]:
    for hit in hits:
        yield f"R:{hit.rule.name}"
        yield f"L:{hit.rule.label}"
    for said in clauses:
        for found in said.hits:
            yield f"F:{found.frame.name}"
            yield f"E:{found.frame.event.value}"


def features(
    sentences: Sequence[Sentence],
    hits: Iterable[RuleHit],
    clauses: Iterable[Said],
    labels: Iterable[str] = (),
) -> list[str]:
    """Give the features of one answer, each once, in a fixed order."""
    said = [sentence for sentence in sentences if not _is_formula(sentence)]
    folded = " ".join(sentence.folded for sentence in said)[:MAX_LETTERS]
    marks = {"?" for sentence in sentences if sentence.asks}
    words = [
        "<n>" if word[0].isdigit() else word for word in _WORD.findall(folded)
    ] + sorted(marks)
    names = sorted(labels)
    found = {
        *_of_words(words),
        *_of_findings(hits, clauses),
        *(f"G:{name}" for name in names),
        f"G:{'+'.join(names)}",
    }
    return sorted(found)
