"""How each language of the letters writes days, sums and lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_currency

from relancebot import french
from relancebot.domain.money import Money
from relancebot.domain.policy import DebtorKind, Language

MOST_NUMBERS = 3
"""Invoice numbers spelled out in a subject before the rest are only counted."""


@dataclass(frozen=True)
class French:
    """Letters in French."""

    subject_word: str = "Objet"
    reference_word: str = "Réf."

    def day(self, on: date, today: date) -> str:
        """Spell a day: ``lundi 18 mars``."""
        same = on.year == today.year
        return french.day_without_year(on) if same else french.day(on)

    def full_date(self, on: date) -> str:
        """Write a date: ``18 mars 2026``."""
        return french.date_of(on)

    def money(self, money: Money) -> str:
        """Write a sum: ``15 000,00 €``."""
        return french.euros(money)

    def listed(self, items: Sequence[str]) -> str:
        """Join names with « et »."""
        return french.listed(list(items))

    def of_days(self, days: Sequence[date], today: date) -> str:
        """Say ``du 3 mars et du 10 mars``; with the year when it is not today's."""
        year = f" {today.year}"
        return self.listed([f"du {self.full_date(d).removesuffix(year)}" for d in days])

    def percent(self, rate: Decimal) -> str:
        """Write a rate: ``12,15 %``."""
        return f"{rate:f} %".replace(".", ",")

    def days(self, count: int) -> str:
        """Count days."""
        return french.many(count, "jour")

    def numbers(self, numbers: Sequence[str], most: int = 0) -> str:
        """Name invoices: ``n° 12, 13 et 14``; beyond ``most``: ``et 4 autres``."""
        return "n° " + self.listed(_shortened(numbers, most, "autre", "autres"))

    def the_invoices(self, numbers: Sequence[str]) -> str:
        """Say ``la facture n° 12`` or ``les factures n° 12 et 13``."""
        what = "la facture" if len(numbers) == 1 else "les factures"
        return f"{what} {self.numbers(numbers)}"

    def in_full(
        self, number: str, issued: date | None, service: str, total: Money
    ) -> str:
        """Say one invoice with its day, its subject and its sum."""
        of = f" du {self.full_date(issued)}" if issued else ""
        about = f" ({self.quoted(service)})" if service else ""
        sum_ = self.money(total)
        return f"la facture n° {number}{of}{about}, d’un montant de {sum_}"

    def greeting(self, name: str) -> str:
        """Open the letter."""
        return f"Bonjour {name}," if name else "Bonjour,"

    def quoted(self, words: str) -> str:
        """Put someone's words between guillemets."""
        return french.quoted(words)

    def penalty_rule(self, kind: DebtorKind, count: int) -> str:
        """State the rule of the trade, or of public orders; never a sum."""
        match kind:
            case DebtorKind.PRO:
                each = "pour chaque facture" if count > 1 else "pour cette facture"
                return (
                    "Les pénalités de retard prévues par l’article L. 441-10 du code"
                    " de commerce courent de plein droit depuis le lendemain de"
                    " l’échéance, et l’indemnité forfaitaire de 40 € pour frais de"
                    f" recouvrement est due {each}."
                )
            case DebtorKind.PUBLIC:
                return (
                    "Les intérêts moratoires et l’indemnité forfaitaire de 40 € pour"
                    " frais de recouvrement, prévus par le code de la commande"
                    " publique, sont dus de plein droit."
                )
            case DebtorKind.CONSUMER | DebtorKind.UNKNOWN:
                return ""

    def finish(self, text: str) -> str:
        """Keep high punctuation with its word."""
        return french.fine_spaces(text)


@dataclass(frozen=True)
class English:
    """Letters to clients abroad, in English."""

    subject_word: str = "Subject"
    reference_word: str = "Ref."
    locale: str = "en_GB"

    def day(self, on: date, today: date) -> str:
        """Spell a day: ``Monday 18 March``."""
        pattern = "EEEE d MMMM" if on.year == today.year else "EEEE d MMMM y"
        return format_date(on, pattern, locale=self.locale)

    def full_date(self, on: date) -> str:
        """Write a date: ``18 March 2026``."""
        return format_date(on, "d MMMM y", locale=self.locale)

    def money(self, money: Money) -> str:
        """Write a sum: ``€15,000.00``."""
        return _english_money(money, self.locale)

    def listed(self, items: Sequence[str]) -> str:
        """Join names with "and"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} and {items[-1]}"

    def of_days(self, days: Sequence[date], today: date) -> str:
        """Say ``of 3 March and 10 March``; with the year when it is not today's."""
        year = f" {today.year}"
        return "of " + self.listed([self.full_date(d).removesuffix(year) for d in days])

    def percent(self, rate: Decimal) -> str:
        """Write a rate: ``12.15%``."""
        return f"{rate:f}%"

    def days(self, count: int) -> str:
        """Count days."""
        return f"{count} day" if count == 1 else f"{count} days"

    def numbers(self, numbers: Sequence[str], most: int = 0) -> str:
        """Name invoices: ``12, 13 and 14``; beyond ``most``: ``and 4 others``."""
        return self.listed(_shortened(numbers, most, "other", "others"))

    def the_invoices(self, numbers: Sequence[str]) -> str:
        """Say ``invoice 12`` or ``invoices 12 and 13``."""
        what = "invoice" if len(numbers) == 1 else "invoices"
        return f"{what} {self.numbers(numbers)}"

    def in_full(
        self, number: str, issued: date | None, service: str, total: Money
    ) -> str:
        """Say one invoice with its day, its subject and its sum."""
        of = f" of {self.full_date(issued)}" if issued else ""
        about = f" ({service})" if service else ""
        return f"invoice {number}{of}{about} for {self.money(total)}"

    def greeting(self, name: str) -> str:
        """Open the letter."""
        return f"Dear {name}," if name else "Hello,"

    def quoted(self, words: str) -> str:
        """Put someone's words between quotation marks, whatever theirs were."""
        inner = french.one_line(words, french.LONGEST_QUOTE).strip('«»"“” \u00a0\u202f')
        return f"“{inner}”" if inner else ""

    def penalty_rule(self, kind: DebtorKind, count: int) -> str:
        """State the rule of French law, for a client who may not know it."""
        match kind:
            case DebtorKind.PRO:
                each = "on each invoice" if count > 1 else "on this invoice"
                return (
                    "Under article L. 441-10 of the French Commercial Code, late"
                    " payment penalties accrue automatically from the day after the"
                    " due date, and a fixed recovery charge of €40 is payable"
                    f" {each}."
                )
            case DebtorKind.PUBLIC:
                return (
                    "Under the French Public Procurement Code, default interest and"
                    " a fixed recovery charge of €40 are payable automatically."
                )
            case DebtorKind.CONSUMER | DebtorKind.UNKNOWN:
                return ""

    def finish(self, text: str) -> str:
        """Leave English as it is."""
        return text


@lru_cache(maxsize=1024)
def _english_money(money: Money, locale: str) -> str:
    return format_currency(
        money.amount, money.currency, locale=locale, currency_digits=False
    )


def _shortened(numbers: Iterable[str], most: int, one: str, several: str) -> list[str]:
    names = list(numbers)
    if not most or len(names) <= most:
        return names
    left = len(names) - most
    return [*names[:most], f"{left} {one if left == 1 else several}"]


Tongue = French | English


def tongue_of(language: Language) -> Tongue:
    """Give the manners of a language."""
    match language:
        case Language.FRENCH:
            return French()
        case Language.ENGLISH:
            return English()
