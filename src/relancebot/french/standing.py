"""Where an invoice stands, in the few words of a table's cell."""

from relancebot.domain import dossier as d
from relancebot.french.amounts import euros, ordinal, short_day
from relancebot.french.words import say_hold, say_reason, say_review


def say_standing(standing: d.Standing) -> str:
    """Say where an invoice stands: ``relance 2``, ``promis pour lun. 18 mars``."""
    match standing:
        case d.Settled(on):
            return f"payée le {short_day(on)}" if on else "payée"
        case d.WrittenOff(on):
            return f"abandonnée le {short_day(on)}"
        case d.HandedOver(on):
            return f"transmise le {short_day(on)}"
        case d.Insolvent(on):
            return f"procédure collective ({short_day(on)})"
        case d.UnderReview(kind, _):
            return f"à lire\N{NO-BREAK SPACE}: {say_review(kind)}"
        case d.Disputed(reason, _, amount):
            part = f" ({euros(amount)})" if amount else ""
            return f"litige\N{NO-BREAK SPACE}: {say_reason(reason)}{part}"
        case d.Held(why, until):
            end = f" jusqu’au {short_day(until)}" if until else ""
            return f"suspendue{end}\N{NO-BREAK SPACE}: {say_hold(why)}"
        case d.ClaimedPaid(_, check_on):
            return f"dite payée, banque attendue jusqu’au {short_day(check_on)}"
        case d.Promised(by, _, amount):
            part = f"{euros(amount)} promis" if amount else "promis"
            return f"{part} pour {short_day(by)}"
        case d.PromiseFailed(by, rank):
            if rank == 0:
                return f"promesse du {short_day(by)} tenue en partie"
            if rank == 1:
                return f"promesse non tenue ({short_day(by)})"
            return f"{ordinal(rank)} promesse non tenue ({short_day(by)})"
        case d.Reminding(level):
            return f"relance {level}" if level else "échue, à relancer"
        case d.Upcoming(due):
            return f"échéance le {short_day(due)}"
