"""One French line for every reason why something is done or left."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from relancebot.domain.events import HoldWhy, ReviewKind
from relancebot.domain.reading import DisputeReason
from relancebot.domain.why import Why, WhyCode
from relancebot.french.amounts import day, day_without_year, many, ordinal
from relancebot.french.typography import fine_spaces, one_line, quoted
from relancebot.french.words import HOLDS, REASONS, REVIEWS

Value = TypeVar("Value", bound=StrEnum)


def say_why(why: Why, *, quote: str = "") -> str:
    """Explain one decision on one line, with the words that it rests on.

    Args:
        why: the reason, as the plan gives it.
        quote: the words of the client's message that ``why.evidence`` points to.
    """
    said = quoted(quote)
    return fine_spaces(_sentence(why, f" ({said})" if said else ""))


def _sentence(why: Why, said: str) -> str:  # noqa: PLR0915 - one line for each reason
    what = _step(why)
    match why.code:
        case WhyCode.SETTLED:
            return f"rien ne part : facture payée{_past(why)}"
        case WhyCode.WRITTEN_OFF:
            return f"rien ne part : créance abandonnée{_past(why)}"
        case WhyCode.HANDED_OVER:
            return f"rien ne part : dossier transmis{_past(why)}"
        case WhyCode.INSOLVENT:
            return f"rien ne part : procédure collective connue{_past(why)}{said}"
        case WhyCode.UNDER_REVIEW:
            item = _word(why.detail, ReviewKind, REVIEWS)
            return f"rien ne part : à lire, {item}{said}"
        case WhyCode.DISPUTED:
            ground = _word(why.detail, DisputeReason, REASONS)
            return f"rien ne part : litige, {ground}{said}"
        case WhyCode.HELD:
            cause = _word(why.detail, HoldWhy, HOLDS)
            return f"rien ne part : suspendu{_until(why)}, {cause}{said}"
        case WhyCode.HELD_BY_RULE:
            return f"rien ne part : suspendu{_until(why)} par rules.yaml (hold_until)"
        case WhyCode.CLAIMED_PAID:
            return (
                f"rien ne part : le client dit avoir payé{said},"
                f" la banque est attendue{_until(why)}"
            )
        case WhyCode.WAITS_FOR_PROMISE:
            by = f" pour {day_without_year(why.until)}" if why.until else ""
            grace = f", tolérance jusqu’au {day_without_year(why.on)}" if why.on else ""
            return f"rien ne part : paiement promis{by}{said}{grace}"
        case WhyCode.WAITS_FOR_PERSON:
            item = _word(why.detail, ReviewKind, REVIEWS)
            return f"attend votre décision : {item}{said}"
        case WhyCode.CAP_REACHED:
            sent = f" ({many(why.days, 'relance envoyée', 'relances envoyées')})"
            return (
                "rien ne part : nombre maximal de relances de cette facture atteint"
                f"{sent if why.days else ''}, à vous de décider de la suite"
            )
        case WhyCode.LADDER_ENDED:
            return (
                "rien ne part : le scénario est terminé, à vous de décider de la suite"
            )
        case WhyCode.LETTER_UNKNOWN:
            return (
                "rien ne part : un envoi précédent est incertain,"
                " dites d’abord s’il est parti"
            )
        case WhyCode.LETTER_ON_ITS_WAY:
            return "rien d’autre ne part : un message est en cours d’envoi"
        case WhyCode.NO_CONTACT:
            return "rien ne part : aucune adresse e-mail valable pour ce client"
        case WhyCode.NOT_DUE_YET:
            day_due = why.until or why.on
            due = f", elle échoit le {day_without_year(day_due)}" if day_due else ""
            return f"rien ne part : facture pas encore échue{due}"
        case WhyCode.SCENARIO_STEP:
            place = f" (J{why.days:+d} du scénario)" if why.days else " (J du scénario)"
            when = f", prévue le{_on(why)}" if why.on else ""
            return f"{what}{when}{place}"
        case WhyCode.AFTER_SPACING:
            days = many(why.days, "jour")
            return f"{what}{_from(why)} : au moins {days} entre deux messages"
        case WhyCode.AFTER_DEADLINE:
            run = f" court{_until(why)}" if why.until else " n’est pas passé"
            return f"{what}{_from(why)} : le délai annoncé au client{run}"
        case WhyCode.AFTER_ANSWER:
            when = f" le {day_without_year(why.until)}" if why.until else ""
            return f"{what}{_from(why)} : le client a répondu{when}{said}"
        case WhyCode.RETRY:
            return (
                f"nouvel essai{_on(why)} :"
                " le serveur de messagerie a refusé ce message pour l’instant"
            )
        case WhyCode.PROMISE_CONFIRMED:
            by = f" pour {day_without_year(why.until)}" if why.until else ""
            return f"confirmation écrite du paiement promis{by}{said}"
        case WhyCode.PROMISE_BROKEN:
            by = f" pour {day_without_year(why.until)}" if why.until else ""
            rank = f", {ordinal(why.rank)} promesse non tenue" if why.rank else ""
            return f"paiement promis{by}, pas arrivé{said}{rank}"
        case WhyCode.PAUSED:
            return "rien ne part : tous les envois sont en pause, à votre demande"
        case WhyCode.OUTSIDE_WINDOW:
            return f"{_waits(why)} : hors des heures d’envoi{_detail(why)}"
        case WhyCode.NOT_WORKED:
            return f"{_waits(why)} : jour non ouvré{_detail(why)}"
        case WhyCode.INBOX_STALE:
            return (
                "rien ne part : la messagerie n’a pas pu être relevée récemment,"
                f" une réponse a pu arriver{_detail(why)}"
            )
        case WhyCode.DAY_CAP:
            most = f" ({many(why.days, 'message')})" if why.days else ""
            return f"{_waits(why)} : le plafond d’envois du jour est atteint{most}"
        case WhyCode.WEEK_CAP:
            sent = many(why.days, "message")
            most = f" ({sent} en sept jours)" if why.days else ""
            return f"{_waits(why)} : le plafond d’envois à ce client est atteint{most}"
        case WhyCode.ONE_LETTER_A_DAY:
            return f"{_waits(why)} : un seul message par jour à un même client"


def _step(why: Why) -> str:
    name = one_line(why.detail)
    return f"étape « {name} »" if name else "étape suivante"


def _detail(why: Why) -> str:
    detail = one_line(why.detail)
    return f" ({detail})" if detail else ""


def _from(why: Why) -> str:
    return f", à partir du{_on(why)}" if why.on else ", plus tard"


def _waits(why: Why) -> str:
    return f"attend{_on(why)}" if why.on else "rien ne part maintenant"


def _on(why: Why) -> str:
    return f" {day_without_year(why.on)}" if why.on else ""


def _until(why: Why) -> str:
    if why.until is None:
        return " jusqu’à votre décision" if why.code is WhyCode.HELD else ""
    return f" jusqu’au {day(why.until)}"


def _past(why: Why) -> str:
    on = why.until or why.on
    link = " depuis le" if why.code is WhyCode.INSOLVENT else " le"
    return f"{link} {day(on)}" if on else ""


def _word(value: str, kind: type[Value], words: Mapping[Value, str]) -> str:
    """Say a value that travels as text inside a reason."""
    try:
        return words[kind(value)]
    except ValueError:
        return one_line(value) or "motif à préciser"
