"""What a schema cannot say: whether the rules make sense together.

The checks run over every section that is right by itself, even when another is
wrong, and names are looked up in the file as it is written: so one reading gives
every mistake.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields
from difflib import get_close_matches
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from relancebot.domain.policy import (
    Account,
    Caps,
    Channel,
    ClientRule,
    Creditor,
    InvoiceRule,
    Policy,
    PromiseRules,
    Reaction,
    Reader,
    Scenario,
    Secret,
    Server,
    Step,
    Tolerance,
    Waiting,
    Window,
)
from relancebot.rules.ladder import check_ladder, check_scenario, check_written
from relancebot.rules.mailbox import (
    check_account,
    check_creditor,
    check_secret,
    check_server,
)
from relancebot.rules.parts import known, parts_of
from relancebot.rules.report import Report
from relancebot.rules.source import Place, Source

# Kind of section → key → smallest and largest value accepted. Read by the JSON
# Schema too. Nothing here is a law; it stops slips that would flood or silence.
BOUNDS: Mapping[type, Mapping[str, tuple[float, float]]] = {
    Step: {"after": (-90, 730), "deadline_days": (0, 90)},
    Scenario: {"min_spacing_days": (1, 90)},
    Reaction: {"deadline_days": (0, 90)},
    Tolerance: {"transfer": (0, 30), "cheque": (0, 30), "card": (0, 30)},
    PromiseRules: {"furthest_days": (1, 365)},
    Waiting: {
        "any_answer_worked_days": (1, 60),
        "paid_claim_worked_days": (1, 60),
        "undated_promise_worked_days": (1, 60),
        "awaiting_approval_worked_days": (1, 60),
        "document_request_worked_days": (1, 60),
        "absence_without_date_worked_days": (1, 60),
        "after_return_worked_days": (0, 60),
    },
    Caps: {
        "per_day": (1, 1000),
        "per_client_per_week": (1, 7),
        "per_case": (1, 30),
    },
    Reader: {"act_alone_from": (0.5, 1)},
    Server: {"port": (1, 65535)},
    Policy: {
        "old_invoice_days": (1, 3650),
        "max_inbox_age_minutes": (1, 1440),
        "poll_minutes": (1, 1440),
    },
}
# A letter has an address and a signature of several lines; nothing else has.
SEVERAL_LINES = ("address", "signature")
_BREAK = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def check_trade(report: Report) -> None:
    """Check everything that the shape alone does not prove."""
    steps: dict[Place, list[tuple[Place, Step]]] = {}
    for place, part in parts_of(report.source.tree):
        _check_bounds(report, place, part)
        _check_texts(report, place, part)
        match part:
            case Creditor():
                check_creditor(report, place, part)
            case Account():
                check_account(report, place, part)
            case Secret():
                check_secret(report, place, part)
            case Server():
                check_server(report, place, part)
            case Step():
                check_written(report, place, part)
                steps.setdefault(place[:-2], []).append((place, part))
            case Reaction():
                check_written(report, place, part)
            case Scenario():
                check_scenario(report, place, part)
            case PromiseRules():
                _check_promises(report, place, part)
            case Window():
                _check_window(report, place, part)
            case Reader():
                _check_reader(report, place, part)
            case ClientRule() | InvoiceRule():
                _check_override(report, place, part)
            case Policy():
                _tell_cap(report, part)
            case _:
                pass  # its bounds and texts are all there is to check
    for place, ladder in steps.items():
        check_ladder(report, place, ladder)
    _check_names(report)
    _check_whole(report)


def _check_bounds(report: Report, place: Place, part: object) -> None:
    for key, (low, high) in BOUNDS.get(type(part), {}).items():
        _check_bound(report, (*place, key), getattr(part, key), (low, high))


def _check_bound(
    report: Report, place: Place, value: object, bounds: tuple[float, float]
) -> None:
    low, high = bounds
    if isinstance(value, int | float) and not low <= value <= high:
        report.wrong(place, f"entre {low:g} et {high:g} attendu (reçu : {value:g})")


def _check_texts(report: Report, place: Place, part: object) -> None:
    """Refuse empty names, and line breaks that would open a header of a mail."""
    for key in fields(part):  # type: ignore[arg-type]  # parts_of gives dataclasses
        value = getattr(part, key.name)
        if not isinstance(value, str):
            continue
        several = isinstance(part, Creditor) and key.name in SEVERAL_LINES
        if not several and _BREAK.search(value.rstrip("\n")):
            report.wrong((*place, key.name), "une seule ligne est attendue")
        if key.default is MISSING and not value.strip():
            report.wrong((*place, key.name), "ne peut pas rester vide")


def _check_promises(report: Report, place: Place, rules: PromiseRules) -> None:
    here = (*place, "confirmation_template")
    report.check_template(here, rules.confirmation_template)
    if rules.confirmation_template == "":
        report.wrong(here, "ne peut pas rester vide")
    for rank, reaction in enumerate(rules.broken or ()):
        report.check_template((*place, "broken", rank, "template"), reaction.template)
    if rules.broken == ():
        report.wrong(
            (*place, "broken"),
            "au moins une suite est attendue pour une promesse non tenue",
        )


def _tell_cap(report: Report, policy: Policy) -> None:
    """Say which ladders the cap of a case will leave unfinished."""
    if not known(policy, "caps", "scenarios"):
        return
    cap = policy.caps.per_case
    for scenario in policy.scenarios:
        mails = sum(step.channel is Channel.MAIL for step in scenario.steps)
        if mails > cap:
            report.notice(
                ("caps", "per_case"),
                f"le scénario « {scenario.name} » a {mails} e-mails : après {cap}, la "
                "suite attendra votre décision",
            )


def _check_window(report: Report, place: Place, window: Window) -> None:
    if not known(window, "start", "end"):
        return
    for key in ("start", "end"):
        hour = getattr(window, key)
        if hour.tzinfo or hour.second or hour.microsecond:
            report.wrong((*place, key), 'une heure est attendue, sous la forme "09:00"')
            return
    if window.start >= window.end:
        report.wrong(
            (*place, "end"),
            f"la fin ({window.end:%H:%M}) doit suivre le début ({window.start:%H:%M})",
        )
    elif window.start.hour < 8 or (window.end.hour, window.end.minute) > (19, 0):
        report.notice(place, "des relances avant 8 h ou après 19 h sont mal reçues")


def _check_reader(report: Report, place: Place, reader: Reader) -> None:
    for rank, phrase in enumerate(reader.dispute_phrases or ()):
        if len(phrase.strip()) < 4:
            report.wrong(
                (*place, "dispute_phrases", rank),
                "une expression d’au moins 4 lettres est attendue",
            )


def _check_override(
    report: Report, place: Place, rule: ClientRule | InvoiceRule
) -> None:
    _check_known(report, (*place, "scenario"), rule.scenario, "scenarios")
    if isinstance(rule, ClientRule):
        _check_known(report, (*place, "account"), rule.account, "accounts")


def _check_known(report: Report, place: Place, name: object, among: str) -> None:
    names = _names(report.source, among)
    if not isinstance(name, str) or names is None or name in names:
        return
    word = {"scenarios": "scénario", "accounts": "compte"}[among]
    near = get_close_matches(name, names, n=1)
    more = f"vouliez-vous dire « {near[0]} » ?" if near else _choice(names)
    report.wrong(place, f"aucun {word} ne s’appelle « {name} » ; {more}")


def _choice(names: Collection[str]) -> str:
    return "au choix : " + (", ".join(names) or "aucun n’est défini")


def _names(source: Source, section: str) -> list[str] | None:
    """List the names written in a section (``None`` when it is not a list)."""
    items = source.tree.get(section) if isinstance(source.tree, dict) else None
    if not isinstance(items, list):
        return None
    found = (item.get("name") for item in items if isinstance(item, dict))
    return [name for name in found if isinstance(name, str)]


def _check_names(report: Report) -> None:
    """Refuse two things of one name: nobody could say which one is meant."""
    tree = report.source.tree
    if not isinstance(tree, dict):
        return
    for section, key in (
        ("accounts", "name"),
        ("scenarios", "name"),
        ("clients", "client"),
        ("invoices", "invoice"),
    ):
        _check_unique(report, (section,), tree.get(section), key)
    scenarios = tree.get("scenarios")
    for rank, scenario in enumerate(scenarios if isinstance(scenarios, list) else ()):
        if isinstance(scenario, dict):
            place = ("scenarios", rank, "steps")
            _check_unique(report, place, scenario.get("steps"), "name")


def _check_unique(report: Report, place: Place, items: object, key: str) -> None:
    first: dict[str, int] = {}
    for rank, item in enumerate(items if isinstance(items, list) else ()):
        name = item.get(key) if isinstance(item, dict) else None
        if not isinstance(name, str):
            continue
        here = (*place, rank, key)
        line = first.setdefault(name.casefold().strip(), report.source.line_of(here))
        if line != report.source.line_of(here):
            report.wrong(here, f"« {name} » est déjà pris, ligne {line}")


def _check_whole(report: Report) -> None:
    tree = report.source.tree
    if not isinstance(tree, dict):
        return
    for section in ("accounts", "scenarios"):
        if tree.get(section) == []:
            report.wrong((section,), "au moins un élément est attendu")
    if "promises" not in tree:
        _check_promises(report, ("promises",), PromiseRules())
    _check_known(report, ("scenario",), tree.get("scenario"), "scenarios")
    zone = tree.get("time_zone")
    if isinstance(zone, str) and not _is_zone(zone):
        near = get_close_matches(zone, available_timezones(), n=1)
        more = f" ; vouliez-vous dire « {near[0]} » ?" if near else ""
        report.wrong(
            ("time_zone",), f"fuseau horaire inconnu (exemple : Europe/Paris){more}"
        )
    poll = tree.get("poll_minutes", Policy.poll_minutes)
    oldest = tree.get("max_inbox_age_minutes", Policy.max_inbox_age_minutes)
    if isinstance(poll, int) and isinstance(oldest, int) and poll >= oldest:
        report.wrong(
            ("poll_minutes",),
            f"la messagerie, relevée toutes les {poll} min, serait plus vieille que "
            f"les {oldest} min permises (max_inbox_age_minutes) : rien ne partirait",
        )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
