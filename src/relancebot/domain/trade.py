"""The rules as they apply to one client and one invoice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from relancebot.domain.calendar import WorkCalendar
from relancebot.domain.dossier import Case, Client
from relancebot.domain.invoice import Contact, Role
from relancebot.domain.ledger import Rate, Semester
from relancebot.domain.policy import (
    Channel,
    ClientRule,
    Confirm,
    DebtorKind,
    Formality,
    InvoiceRule,
    Language,
    Policy,
    Scenario,
    Tolerance,
)

POSTING_WORKED_DAYS = 3
"""From posting a registered letter to its first presentation."""


@dataclass(frozen=True)
class Terms:
    """What holds for one invoice once every override has been applied."""

    scenario: Scenario
    confirm: Confirm
    tolerance: Tolerance
    hold_until: date | None
    language: Language
    formality: Formality
    debtor_kind: DebtorKind


@dataclass(frozen=True)
class Trade:
    """The operator's policy and working calendar: what every decision needs."""

    policy: Policy
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    rates: Mapping[Semester, Rate] = field(default_factory=dict)

    def client_rule(self, client: Client) -> ClientRule | None:
        """Find the override of a client, named by id or by name."""
        names = {client.id.casefold(), client.name.casefold()}
        return next(
            (r for r in self.policy.clients if r.client.casefold() in names), None
        )

    def invoice_rule(self, case: Case) -> InvoiceRule | None:
        """Find the override of an invoice."""
        return next((r for r in self.policy.invoices if r.invoice == case.number), None)

    def terms(self, client: Client, case: Case) -> Terms:
        """Apply the overrides, the invoice's over the client's over the common."""
        theirs, its = self.client_rule(client), self.invoice_rule(case)
        rows = [rule for rule in (its, theirs) if rule is not None]
        scenario = next((r.scenario for r in rows if r.scenario), self.policy.scenario)
        return Terms(
            scenario=self.policy.scenario_named(scenario),
            confirm=next((r.confirm for r in rows if r.confirm), Confirm.AUTO),
            tolerance=(theirs and theirs.tolerance_days)
            or self.policy.promises.tolerance_days,
            hold_until=max(
                (r.hold_until for r in rows if r.hold_until is not None), default=None
            ),
            language=(theirs and theirs.language) or client.language or Language.FRENCH,
            formality=(theirs and theirs.formality)
            or client.formality
            or Formality.VOUS,
            debtor_kind=(theirs and theirs.debtor_kind) or client.debtor_kind,
        )

    def deadline(
        self, days: int, today: date, channel: Channel = Channel.MAIL
    ) -> date | None:
        """Give the day that a letter announces: a worked one, ``days`` away at least.

        The delay of a posted letter runs from when it is first presented.
        """
        if not days:
            return None
        if channel is Channel.LETTER:
            today = self.calendar.add_worked(today, POSTING_WORKED_DAYS)
        return self.calendar.next_worked(today + timedelta(days=days))

    def recipient(self, client: Client) -> Contact | None:
        """Choose whom a reminder is written to: accounting first, never a dead box."""
        alive = [
            c
            for c in client.contacts
            if c.email and c.email not in client.dead_addresses
        ]
        accounting = [c for c in alive if c.role is Role.ACCOUNTING]
        return next(iter(accounting or alive), None)
