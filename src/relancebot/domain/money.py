"""Amounts of money, to the cent, never mixed between currencies."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in one currency (ISO 4217), rounded half up to the cent.

    Raises:
        ValueError: when two currencies meet in one operation.
    """

    amount: Decimal
    currency: str = "EUR"

    def __post_init__(self) -> None:
        """Round once, where the value is made."""
        object.__setattr__(
            self, "amount", self.amount.quantize(CENT, rounding=ROUND_HALF_UP)
        )

    @classmethod
    def of(cls, amount: str | int | Decimal, currency: str = "EUR") -> "Money":
        """Make a sum from a plain decimal text such as ``"1200.50"``."""
        return cls(Decimal(amount), currency)

    @classmethod
    def zero(cls, currency: str = "EUR") -> "Money":
        """Nothing, in that currency."""
        return cls(Decimal(0), currency)

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.amount - other.amount, self.currency)

    def __lt__(self, other: "Money") -> bool:
        self._same(other)
        return self.amount < other.amount

    def __le__(self, other: "Money") -> bool:
        self._same(other)
        return self.amount <= other.amount

    def __bool__(self) -> bool:
        return self.amount != 0

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
