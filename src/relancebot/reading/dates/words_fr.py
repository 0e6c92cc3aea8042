"""The French words of dates, by kind: plain letters, as folding leaves them.

A word that stands under several kinds keeps the first; "mar." and "sept" have kinds
of their own because only their neighbours tell what they are.
"""

from collections.abc import Mapping
from typing import Any

from relancebot.reading.dates.windows import (
    AUTUMN,
    SPRING,
    SUMMER,
    WINTER,
    Grain,
    Part,
)

WORDS: Mapping[str, Mapping[str, Any]] = {
    "Weekday": {
        "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3,
        "vendredi": 4, "samedi": 5, "dimanche": 6,
    },
    "WeekdayAbbr": {
        "lun": 0, "mer": 2, "merc": 2, "mercr": 2, "jeu": 3, "ven": 4, "vend": 4,
        "vendr": 4, "sam": 5, "dim": 6,
    },
    "Weekdays": {
        "lundis": 0, "mardis": 1, "mercredis": 2, "jeudis": 3, "vendredis": 4,
        "samedis": 5, "dimanches": 6,
    },
    "Month": {
        "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "juin": 6, "juillet": 7,
        "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
        "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "juill": 7,
        "jul": 7, "aou": 8, "oct": 10, "nov": 11, "novem": 11, "dec": 12, "decem": 12,
        "septem": 9, "octob": 10,
    },
    "May": {"mai": 5},
    "Mar": {"mar": 1},
    "Sept": {"sept": 7},
    "Letters": {
        "zero": 0, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "huit": 8,
        "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
        "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
        "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
        "huitante": 80, "octante": 80, "nonante": 90, "cent": 100, "cents": 100,
    },
    "Un": {"un": 1, "une": 1},
    "Ordinal": {
        "premier": 1, "premiere": 1, "premiers": 1, "deuxieme": 2, "second": 2,
        "seconde": 2, "troisieme": 3, "quatrieme": 4,
        "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9,
        "dixieme": 10, "onzieme": 11, "douzieme": 12,
    },
    "UDay": {"jour": 1, "jours": 1, "journees": 1, "jrs": 1, "jr": 1, "j": 1},
    "UWeek": {"semaine": 1, "semaines": 1, "sem": 1, "smaine": 1},
    "UMonth": {"mois": 1, "mosi": 1, "mios": 1},
    "UQuarter": {"trimestre": 1, "trimestres": 1, "trim": 1},
    "UHalf": {"semestre": 1, "semestres": 1},
    "UYear": {"an": 1, "ans": 1, "annee": 1, "annees": 1, "exercice": 1},
    "UHour": {"heure": 1, "heures": 1, "h": 1, "hrs": 1},
    "UMinute": {"minute": 1, "minutes": 1, "min": 1, "mn": 1},
    "Weekend": {"weekend": Grain.WEEKEND, "weekends": Grain.WEEKEND},
    "We": {"we": Grain.WEEKEND},
    "Fortnight": {"quinzaine": 15, "quinz": 15},
    "Eight": {"huitaine": 8},
    "Dozen": {"dizaine": 10, "douzaine": 12, "vingtaine": 20, "trentaine": 30},
    "Moiety": {"moitie": 1},
    "Half": {"demi": 1, "demie": 1},
    "Worked": {
        "ouvre": 1, "ouvres": 1, "ouvree": 1, "ouvrees": 1, "ouvrable": 1,
        "ouvrables": 1, "travailles": 1,
    },
    "Calendar": {"calendaire": 1, "calendaires": 1, "franc": 1, "francs": 1},
    "Part": {
        "debut": Part.START, "debuts": Part.START, "milieu": Part.MIDDLE,
        "fin": Part.END, "mi": Part.MIDDLE,
    },
    "Courant": {"courant": 1, "ct": 1, "cours": 1, "pendant": 1, "durant": 1},
    "Next": {
        "prochain": 1, "prochaine": 1, "pro": 1, "proch": 1, "prochainne": 1,
    },
    "Prochains": {"prochains": 1, "prochaines": 1},
    "Following": {
        "suivant": 1, "suivante": 1, "suit": 1, "suivants": 1, "suivantes": 1,
    },
    "Coming": {"vient": 1, "arrive": 1, "venir": 1, "venant": 1},
    "Last": {
        "dernier": -1, "derniere": -1, "passe": -1, "passee": -1, "ecoule": -1,
        "ecoulee": -1, "precedent": -1, "precedente": -1,
    },
    "Lasts": {"derniers": -1, "dernieres": -1, "precedents": -1, "ecoules": -1},
    "This": {"ce": 1, "cet": 1, "cette": 1, "ces": 1, "c": 1},
    "Le": {"le": 1},
    "La": {"la": 1, "l": 1},
    "Les": {"les": 1},
    "De": {"de": 1, "d": 1, "des": 1},
    "Du": {"du": 1},
    "A": {"a": 1},
    "Au": {"au": 1, "aux": 1},
    "En": {"en": 1},
    "Dans": {"dans": 1, "ds": 1, "endeans": 1, "dan": 1},
    "Sous": {"sous": 1, "ss": 1, "ssous": 1},
    "Pour": {"pour": 1, "pr": 1},
    "Vers": {
        "vers": 1, "autour": 1, "alentours": 1, "environs": 1, "environ": 1,
        "presque": 1,
    },
    "Avant": {"avant": 1, "avt": 1},
    "Apres": {"apres": 1},
    "Depuis": {"depuis": 1},
    "Jusque": {"jusqu": 1, "jusque": 1},
    "Ici": {"ici": 1},
    "Entre": {"entre": 1},
    "Et": {"et": 1},
    "Ou": {"ou": 1, "voire": 1},
    "Il": {"il": 1},
    "Y": {"y": 1},
    "Partir": {"partir": 1, "compter": 1, "dater": 1},
    "Plus": {"plus": 1, "maximum": 1, "maxi": 1, "max": 1},
    "Tard": {"tard": 1, "tart": 1},
    "Lendemain": {"lendemain": 1},
    "Surlendemain": {"surlendemain": 2},
    "Veille": {"veille": -1, "vigile": -1},
    "Today": {"ajd": 0, "auj": 0, "aujourdhui": 0, "ojd": 0, "tantot": 0},
    "Tomorrow": {
        "demain": 1, "2main": 1, "dem1": 1, "2m1": 1, "dmain": 1, "dem": 1, "dmn": 1,
    },
    "Yesterday": {"hier": -1},
    "DayPart": {
        "matin": 1, "matinee": 1, "soir": 1, "soiree": 1, "nuit": 1, "aprem": 1,
        "apremidi": 1,
    },
    "Noon": {"midi": 1, "minuit": 1},
    "Moment": {"journee": 1},
    "Season": {
        "printemps": SPRING, "ete": SUMMER, "automne": AUTUMN, "hiver": WINTER,
    },
    "Feast": {
        "noel": "christmas", "paques": "easter", "ascension": "ascension",
        "pentecote": "pentecost", "toussaint": "all_saints",
        "assomption": "assumption", "armistice": "armistice", "rentree": "rentree",
        "halloween": "halloween", "epiphanie": "epiphany", "chandeleur": "candlemas",
        "reveillon": "new_years_eve", "rameaux": "palm_sunday",
    },
    "Bridge": {"pont": 1},
    "Chaque": {"chaque": 1, "tous": 1, "toutes": 1, "ts": 1},
    "Tout": {"tout": 1, "toute": 1},
    "Petite": {"petite": 1, "petits": 1},
    "Wish": {
        "bon": 1, "bonne": 1, "bons": 1, "bonnes": 1, "joyeux": 1, "joyeuses": 1,
        "bel": 1, "belle": 1, "excellent": 1, "excellente": 1, "agreable": 1,
        "heureuse": 1, "heureux": 1,
    },
    "Delai": {"delai": 1, "delais": 1, "carat": 1, "limite": 1},
    "Count": {"comptez": 1, "prevoyez": 1, "prevoir": 1},
    "Several": {"quelques": 1, "plusieurs": 1},
    "Fait": {"fait": 1},
    "Pas": {"pas": 1},
    "Que": {"que": 1, "qui": 1},
}  # fmt: skip

#: Several words that are one, joined before the rules see them.
PHRASES: Mapping[tuple[str, ...], tuple[str, Any]] = {
    ("aujourd", "hui"): ("Today", 0),
    ("aujour", "hui"): ("Today", 0),
    ("ce", "jour"): ("Today", 0),
    ("ce", "jour", "la"): ("Lendemain", 0),
    ("cette", "date"): ("Lendemain", 0),
    ("dici",): ("Ici", 1),
    ("week", "end"): ("Weekend", Grain.WEEKEND),
    ("jour", "de", "l", "an"): ("Feast", "new_year"),
    ("nouvel", "an"): ("Feast", "new_year"),
    ("premier", "de", "l", "an"): ("Feast", "new_year"),
    ("saint", "sylvestre"): ("Feast", "new_years_eve"),
    ("st", "sylvestre"): ("Feast", "new_years_eve"),
    ("veille", "de", "noel"): ("Feast", "christmas_eve"),
    ("reveillon", "de", "noel"): ("Feast", "christmas_eve"),
    ("lundi", "de", "paques"): ("Feast", "easter_monday"),
    ("dimanche", "de", "paques"): ("Feast", "easter"),
    ("vendredi", "saint"): ("Feast", "good_friday"),
    ("lundi", "de", "pentecote"): ("Feast", "whit_monday"),
    ("jeudi", "de", "l", "ascension"): ("Feast", "ascension"),
    ("mardi", "gras"): ("Feast", "mardi_gras"),
    ("mercredi", "des", "cendres"): ("Feast", "ash_wednesday"),
    ("fete", "du", "travail"): ("Feast", "labour"),
    ("fete", "des", "meres"): ("Feast", "mothers"),
    ("fete", "nationale"): ("Feast", "bastille"),
    ("fete", "de", "la", "victoire"): ("Feast", "victory"),
    ("saint", "jean"): ("Feast", "saint_john"),
    ("st", "jean"): ("Feast", "saint_john"),
    ("saint", "nicolas"): ("Feast", "saint_nicholas"),
    ("saint", "valentin"): ("Feast", "valentine"),
    ("st", "valentin"): ("Feast", "valentine"),
    ("fetes", "de", "fin", "d", "annee"): ("Feast", "year_end"),
    ("les", "fetes"): ("Feast", "year_end"),
    ("apres", "midi"): ("DayPart", 1),
    ("avant", "veille"): ("Veille", -2),
    ("avant", "hier"): ("Yesterday", -2),
    ("apres", "demain"): ("Tomorrow", 2),
    ("apre", "demain"): ("Tomorrow", 2),
    ("sur", "lendemain"): ("Surlendemain", 2),
    ("avant", "dernier"): ("Last", -2),
    ("avant", "derniere"): ("Last", -2),
    ("fdm",): ("Fin", 1),
    ("eom",): ("Fin", 1),
}

#: Words that resemble one word of dates and are another, or a name.
NOT_TYPOS = frozenset(
    {
        *("ainee", "april", "automnes", "debat", "debats", "debit", "debits", "debout"),
        *("debuta", "debute", "dedain", "demembre", "denain", "denier", "derain"),
        *("derriere", "domain", "douce", "doute", "douve", "drain", "druze", "ecole"),
        *("ferrier", "hivers", "javier", "joues", "juilly", "landi", "mahdi", "malin"),
        *("marin", "marti", "martin", "matic", "matines", "milie", "november"),
        *("october", "paquet", "paquets", "parques", "parues", "piques", "plaques"),
        *("precedence", "procedent", "radeaux", "rameau", "rentre", "rentrer"),
        *("rentres", "rentrez", "saine", "sedaine", "seine", "september", "tarente"),
        *("tente", "trenet", "trios", "troie", "trous", "jouis", "marge", "mardis"),
        *("sereine", "semence", "semelle", "domaine", "romaine", "nouer", "fruits"),
    }
)
#: Read only as they are written: too near to other words, or short for another.
EXACT = frozenset(
    {
        *("passe", "passee", "ecoule", "ecoulee", "tantot", "quinz", "novem", "decem"),
        *("septem", "octob", "juill", "proch", "smaine", "dmain", "mercr", "precedent"),
        *("precedents", "rentree", "seconde", "second"),
    }
)
