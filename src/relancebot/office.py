"""What the program works with, opened once: rules, templates, store, mail."""

import csv
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

import holidays

from relancebot.domain.calendar import WorkCalendar
from relancebot.domain.dossier import Client
from relancebot.domain.ledger import Rate, Semester
from relancebot.domain.policy import Account, Policy, Region
from relancebot.domain.trade import Trade
from relancebot.letters import LetterError, Letters, check
from relancebot.mail.inbox import Inbox
from relancebot.mail.postman import Postman
from relancebot.mail.secrets import find_secret
from relancebot.rules import read_rules
from relancebot.store import Store

RULES = "rules.yaml"
TEMPLATES = "templates"
DATABASE = "relancebot.db"
LETTERS_AND_DIGITS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class TemplatesError(Exception):
    """Letters that cannot be used, each with its file, its line and what to do."""

    def __init__(self, errors: tuple[LetterError, ...]) -> None:
        """Keep every mistake."""
        super().__init__(*errors)
        self.errors = errors

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


@dataclass(frozen=True)
class Office:
    """An operator's directory, ready to work with."""

    home: Path
    trade: Trade
    letters: Letters
    store: Store
    env: Mapping[str, str]

    @property
    def policy(self) -> Policy:
        """The rules in force."""
        return self.trade.policy

    @property
    def zone(self) -> ZoneInfo:
        """The operator's time zone."""
        return ZoneInfo(self.policy.time_zone)

    def local(self, moment: datetime) -> datetime:
        """Give a moment in the operator's time zone."""
        return moment.astimezone(self.zone)

    def today(self, now: datetime) -> date:
        """Give the operator's day at a moment."""
        return self.local(now).date()

    def account_of(self, client: Client) -> Account:
        """Choose the mailbox from which a client is written to."""
        rule = self.trade.client_rule(client)
        name = rule.account if rule else None
        accounts = self.policy.accounts
        return next((a for a in accounts if a.name == name), accounts[0])

    def account(self, name: str) -> Account:
        """Find an account by its name; the rules were checked, so it exists."""
        return next(a for a in self.policy.accounts if a.name == name)

    def secret(self, account: Account) -> str:
        """Find the password of an account where the rules say that it lies."""
        return find_secret(account.secret, account.name, self.env)

    def inbox(self, account: Account) -> Inbox:
        """Make the reading end of a mailbox (not yet connected)."""
        return Inbox(account, self.secret(account))

    def postman(self, account: Account) -> Postman:
        """Make the sending end of a mailbox (not yet connected)."""
        return Postman(account, self.secret(account))

    def currency_of(self, case: str) -> str:
        """Give the currency of an invoice, euros when it is not known."""
        return self.store.currency_of(case) or "EUR"

    def new_reference(self) -> str:
        """Draw a reference for a client's letters: 40 bits that nobody guesses."""
        drawn = "".join(secrets.choice(LETTERS_AND_DIGITS) for _ in range(8))
        return f"{drawn[:4]}-{drawn[4:]}"


def check_letters(letters: Letters) -> None:
    """Try every template with made-up cases, before any client sees one.

    Raises:
        TemplatesError: with every mistake.
    """
    errors = check(letters)
    if errors:
        raise TemplatesError(errors)


def shipped_rates() -> dict[Semester, Rate]:
    """Read the central bank's rates that come with the program.

    A semester without one is left out: interest for it is said to be unknown.
    """
    table = files("relancebot") / "data" / "rates.csv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return {
        Semester(int(row["semestre"][:4]), int(row["semestre"][-1])): Rate(
            Decimal(row["bce_refi_1er_jour"]), row["statut_bce"] == "found"
        )
        for row in rows
        if row["bce_refi_1er_jour"]
    }


def work_calendar(region: Region) -> WorkCalendar:
    """Give the working days of a region of France."""
    subdivision = "57" if region is Region.ALSACE_MOSELLE else None
    return WorkCalendar(holidays.country_holidays("FR", subdiv=subdivision))


def open_office(home: Path, env: Mapping[str, str]) -> Office:
    """Open an operator's directory.

    Raises:
        RulesError: with every mistake of rules.yaml.
        StoreError: when the store cannot be opened.
    """
    letters = Letters.read(home / TEMPLATES)
    policy = read_rules(home / RULES, letters.names)
    trade = Trade(policy, work_calendar(policy.region), shipped_rates())
    store = Store.open(home / DATABASE)
    return Office(home, trade, letters, store, env)
