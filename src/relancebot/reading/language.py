"""French or English: by the small words that only one of the two uses."""

import re

_FRENCH = frozenset(
    "le la les des du de un une et est je nous vous on ce ca pas ne pour sur dans avec que "
    "qui votre notre mon ma mes vos ai avons sera au aux par plus bonjour merci facture "
    "virement cordialement il elle tu te jour oui non mais donc depuis chez suis sommes "
    "bonsoir fait demain lundi mardi mercredi jeudi vendredi reglement paiement".split()
)
_ENGLISH = frozenset(
    "the a an and is are i we you it this that not do does will would be to of in for with "
    "your our my have has on by at from please thanks thank hi hello dear invoice payment "
    "paid regards can could if but was were sorry been get still yet week month tomorrow "
    "monday tuesday wednesday thursday friday i'm we're i'll we'll don't it's".split()
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def language_of(folded: str) -> str:
    """Tell in which language folded words are written; French when in doubt.

    >>> language_of("we will pay on friday"), language_of("ok pour vendredi")
    ('en', 'fr')
    """
    french = english = 0
    for word in _WORD.findall(folded[:4000]):
        if word in _FRENCH:
            french += 1
        elif "'" in word and word.split("'")[0] in {
            "j",
            "l",
            "d",
            "c",
            "n",
            "qu",
            "s",
            "m",
        }:
            french += 1
        if word in _ENGLISH:
            english += 1
    return "en" if english > french else "fr"
