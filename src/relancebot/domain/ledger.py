"""What late payment adds to a claim: interest by semester, 40 € an invoice.

The law: C. com. L441-10 II and D441-5 between professionals (the rate of the European
Central Bank on the first day of each semester, plus 10 points), CCP R2192-31 for
public buyers (plus 8 points, the rate of the semester in which interest began). Simple
interest on what is owed, taxes included: amount × rate × days / 365, rounded half up
to the cent for each segment; days run from the day after the due date. A semester
whose rate is not known is said, never guessed. Consumers, and clients of unknown
kind, owe nothing of all this here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from relancebot.domain.money import Money
from relancebot.domain.policy import DebtorKind, Imputation

ADDED_POINTS = {DebtorKind.PRO: Decimal(10), DebtorKind.PUBLIC: Decimal(8)}
INDEMNITY = Decimal(40)
YEAR = 365
"""Also in leap years: that is how the formula is used."""


@dataclass(frozen=True, slots=True, order=True)
class Semester:
    """Half a calendar year: ``half`` is 1 or 2."""

    year: int
    half: int

    @classmethod
    def of(cls, day: date) -> "Semester":
        """Give the semester of a day."""
        return cls(day.year, 1 if day.month <= 6 else 2)

    @property
    def last(self) -> date:
        """The last day of the semester."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    def __str__(self) -> str:
        return f"{self.year}-S{self.half}"


@dataclass(frozen=True, slots=True)
class Rate:
    """The central bank's rate on a semester's first day, in per cent.

    ``confirmed`` is false when no official page has been seen for it.
    """

    percent: Decimal
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed: an invoice's total with taxes, its due date, the law."""

    total: Money
    due: date
    kind: DebtorKind


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that came, and the day on which it did."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Segment:
    """Interest of one stretch of days on one principal, at one rate.

    ``days`` runs from the day after ``since`` to ``until``. ``rate`` is in per cent
    and ``interest`` a sum, both null when the semester's rate is not known.
    """

    since: date
    until: date
    principal: Money
    semester: Semester
    rate: Decimal | None
    interest: Money | None
    confirmed: bool = True

    @property
    def days(self) -> int:
        """How many days of delay the stretch has."""
        return (self.until - self.since).days


@dataclass(frozen=True, slots=True)
class Statement:
    """The claim about one invoice on a day.

    ``interest`` and ``indemnity`` are what is still owed of each; ``missing`` names
    the semesters whose rate is not known, for which nothing was computed.
    """

    on: date
    principal: Money
    interest: Money
    indemnity: Money
    segments: tuple[Segment, ...]
    per_day: Money | None
    imputation: Imputation

    @property
    def total(self) -> Money:
        """All that is owed."""
        return self.principal + self.interest + self.indemnity

    @property
    def missing(self) -> tuple[Semester, ...]:
        """The semesters without a rate, each once."""
        without = [s.semester for s in self.segments if s.rate is None]
        return tuple(dict.fromkeys(without))


def statement(
    claim: Claim,
    payments: Iterable[Payment],
    on: date,
    rates: Mapping[Semester, Rate],
    imputation: Imputation = Imputation.INTEREST,
) -> Statement:
    """State what is owed for one invoice on a day, its late interest included.

    Payments up to the due date reduce the principal; later ones are imputed in the
    order that ``imputation`` says. Interest never bears interest.
    """
    due, currency = claim.due, claim.total.currency
    owed = _Owed(claim.total, Money.zero(currency), Money.zero(currency))
    segments: list[Segment] = []
    last = due
    late = False
    for payment in sorted(payments, key=lambda p: p.on):
        if payment.on > on:
            continue
        if payment.on > due and owed.principal and claim.kind in ADDED_POINTS:
            new = _segments(claim, owed.principal, last, payment.on, rates)
            segments += new
            owed = owed.with_interest(_sum(new, currency))
            owed = owed if late else owed.with_indemnity()
            late = True
            last = payment.on
        owed = owed.paying(payment.amount, imputation)
    if on > due and owed.principal and claim.kind in ADDED_POINTS:
        new = _segments(claim, owed.principal, last, on, rates)
        segments += new
        owed = owed.with_interest(_sum(new, currency))
        owed = owed if late else owed.with_indemnity()
    return Statement(
        on,
        owed.principal,
        owed.interest,
        owed.indemnity,
        tuple(segments),
        _per_day(claim, owed.principal, on, rates),
        imputation,
    )


@dataclass(frozen=True, slots=True)
class _Owed:
    principal: Money
    interest: Money
    indemnity: Money

    def with_interest(self, interest: Money) -> "_Owed":
        return _Owed(self.principal, self.interest + interest, self.indemnity)

    def with_indemnity(self) -> "_Owed":
        fixed = Money(INDEMNITY, self.principal.currency)
        return _Owed(self.principal, self.interest, fixed)

    def paying(self, amount: Money, imputation: Imputation) -> "_Owed":
        order = {
            Imputation.INTEREST: ("interest", "principal", "indemnity"),
            Imputation.COSTS: ("indemnity", "interest", "principal"),
            Imputation.PRINCIPAL: ("principal", "interest", "indemnity"),
        }[imputation]
        left = {
            "principal": self.principal,
            "interest": self.interest,
            "indemnity": self.indemnity,
        }
        for name in order:
            part = min(amount, left[name])
            left[name] -= part
            amount -= part
        return _Owed(left["principal"], left["interest"], left["indemnity"])


def _segments(
    claim: Claim,
    principal: Money,
    since: date,
    until: date,
    rates: Mapping[Semester, Rate],
) -> list[Segment]:
    """Cut a stretch where the rate changes: at the ends of semesters."""
    found: list[Segment] = []
    while since < until:
        semester = _ruling(claim, since + timedelta(days=1))
        # A public buyer's rate never changes: the stretch is one.
        end = until if claim.kind is DebtorKind.PUBLIC else min(semester.last, until)
        rate = rates.get(semester)
        percent = rate.percent + ADDED_POINTS[claim.kind] if rate else None
        interest = (
            _interest(principal, percent, (end - since).days)
            if percent is not None
            else None
        )
        found.append(
            Segment(
                since,
                end,
                principal,
                semester,
                percent,
                interest,
                rate.confirmed if rate else False,
            )
        )
        since = end
    return found


def _ruling(claim: Claim, day: date) -> Semester:
    """Give the semester whose rate counts on a day.

    A public buyer keeps the one of the semester in which interest began.
    """
    if claim.kind is DebtorKind.PUBLIC:
        return Semester.of(claim.due + timedelta(days=1))
    return Semester.of(day)


def _interest(principal: Money, percent: Decimal, days: int) -> Money:
    amount = principal.amount * percent / 100 * days / YEAR
    return Money(amount, principal.currency)


def _sum(segments: Iterable[Segment], currency: str) -> Money:
    total = Money.zero(currency)
    for segment in segments:
        if segment.interest is not None:
            total += segment.interest
    return total


def _per_day(
    claim: Claim, principal: Money, on: date, rates: Mapping[Semester, Rate]
) -> Money | None:
    """What one more day adds, null when that is nothing or not known."""
    if claim.kind not in ADDED_POINTS or not principal:
        return None
    rate = rates.get(_ruling(claim, max(on, claim.due) + timedelta(days=1)))
    if rate is None:
        return None
    return _interest(principal, rate.percent + ADDED_POINTS[claim.kind], 1)
