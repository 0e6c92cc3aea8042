"""What remains to be paid, from all that a row says of it; contradictions are asked.

A paid invoice must never be reminded: where the columns of a row disagree on whether
it is paid, the row is not taken, and the person settles it at the source.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from relancebot.bank.report import CellError, say
from relancebot.domain.invoice import Stated

NOTHING = Decimal(0)
_SAYS_PAID = say(
    "une colonne dit la facture payée, une autre qu’il reste à payer ; corrigez celle "
    "qui se trompe puis relancez l’import"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the cells of one row say; None where the file is silent."""

    total: Decimal
    open: Decimal | None = None
    paid: Decimal | None = None
    payment: Decimal | None = None
    stated: Stated = Stated.NOTHING
    has_paid_on: bool = False


def remaining(said: Said, note: Callable[[str], None]) -> Decimal:
    """Give what remains to be paid of an invoice (its total is not negative).

    Raises:
        CellError: when the row contradicts itself, or does not say how much.
    """
    if said.stated is Stated.CANCELLED:
        return NOTHING
    if said.open is not None:
        return _from_open(said.open, said, note)
    paid = _together(said.paid, said.payment)
    if paid is not None and paid != 0:
        left = said.total - paid
        if left > 0 and said.stated is Stated.PAID:
            raise CellError(_SAYS_PAID)
        return _not_below_nothing(left, note)
    if said.stated is Stated.PAID:
        return NOTHING
    if said.stated is Stated.PARTLY_PAID:
        raise CellError(
            say(
                "facture payée en partie, sans ce qu’il en reste ; ajoutez une colonne "
                "« Reste à payer » puis relancez l’import"
            )
        )
    if said.has_paid_on and said.paid is None:
        if said.stated is Stated.NOTHING:
            note(say("payée, d’après sa date de paiement"))
            return NOTHING
        note(
            say(
                "une date de paiement, mais un statut impayé : la facture est prise "
                "comme impayée"
            )
        )
    return said.total


def _together(paid: Decimal | None, payment: Decimal | None) -> Decimal | None:
    return paid if paid is not None else payment


def _from_open(left: Decimal, said: Said, note: Callable[[str], None]) -> Decimal:
    if left > said.total:
        raise CellError(
            say(
                "reste à payer ({left}) supérieur au montant TTC ({total}) ; corrigez "
                "l’un des deux puis relancez l’import",
                left=plain(left),
                total=plain(said.total),
            )
        )
    if left > 0 and said.stated is Stated.PAID:
        raise CellError(_SAYS_PAID)
    return _not_below_nothing(left, note)


def _not_below_nothing(left: Decimal, note: Callable[[str], None]) -> Decimal:
    if left >= 0:
        return left
    note(
        say(
            "payée de {more} en trop : rien ne sera relancé",
            more=plain(-left),
        )
    )
    return NOTHING


def plain(value: Decimal) -> str:
    """Write a sum as French files do, without any currency."""
    return f"{value:.2f}".replace(".", ",")
