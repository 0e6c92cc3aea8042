"""Checks of the ladders: the order of the levels, and what only a person decides."""

from relancebot.domain.policy import (
    Channel,
    Confirm,
    Origin,
    Reaction,
    Scenario,
    Step,
    Tone,
)
from relancebot.rules.parts import known
from relancebot.rules.report import Report
from relancebot.rules.source import Place

FORMAL_TEMPLATE = "mise-en-demeure"
WRITTEN = (Channel.MAIL, Channel.LETTER)
SHORTEST_NOTICE = 8  # days, by usage; the law sets none
_TIMED = ("after", "channel", "tone", "counted_from", "deadline_days")


def check_written(report: Report, place: Place, item: Step | Reaction) -> None:
    """Check one step, or what follows a broken promise, by itself."""
    here = (*place, "template")
    if item.channel in WRITTEN and item.template == "":
        report.wrong(here, f"l’envoi « {item.channel} » demande un modèle (template)")
    report.check_template(here, item.template)
    if known(item, "channel", "tone", "confirm"):
        _check_confirmed(report, place, item)
    if not known(item, "channel", "tone", "template"):
        return
    if item.tone is Tone.FORMAL_NOTICE:
        _check_formal_notice(report, place, item)
    elif item.template.startswith(FORMAL_TEMPLATE) and item.channel in WRITTEN:
        report.wrong(
            (*place, "tone"),
            f"le modèle « {item.template} » demande « tone: formal_notice »",
        )


def _check_confirmed(report: Report, place: Place, item: Step | Reaction) -> None:
    if item.confirm is Confirm.PERSON:
        return
    why = {
        Channel.LETTER: "un courrier postal est toujours confirmé par une personne",
        Channel.HAND_OVER: "une transmission est toujours décidée par une personne",
    }.get(item.channel)
    if item.tone is Tone.FORMAL_NOTICE:
        why = "une mise en demeure est toujours confirmée par une personne"
    if why:
        report.wrong((*place, "confirm"), f"{why} : « confirm: person » attendu")


def _check_formal_notice(report: Report, place: Place, item: Step | Reaction) -> None:
    if item.channel not in WRITTEN:
        report.wrong(
            (*place, "channel"), "une mise en demeure s’écrit : « letter » ou « mail »"
        )
    here = (*place, "deadline_days")
    if item.deadline_days == 0:
        report.wrong(here, "une mise en demeure fixe un délai : 8 à 15 jours attendus")
    elif item.deadline_days and item.deadline_days < SHORTEST_NOTICE:
        report.notice(
            here, f"{item.deadline_days} jours de délai : l’usage est de 8 à 15 jours"
        )


def check_scenario(report: Report, place: Place, scenario: Scenario) -> None:
    """Check that a scenario has something to do."""
    if scenario.steps == ():
        report.wrong((*place, "steps"), "au moins une étape est attendue")


def check_ladder(report: Report, place: Place, steps: list[tuple[Place, Step]]) -> None:
    """Check the order of the steps of a scenario, and tell what will be late."""
    latest: dict[Origin, Step] = {}
    begun = False
    for here, step in steps:
        if known(step, "after", "tone"):
            _check_tone(report, here, step)
        if step.counted_from is Origin.FIRST_REMINDER and not begun:
            report.wrong(
                (*here, "counted_from"),
                "aucune relance (mail ou letter) ne précède cette étape : « due » "
                "attendu",
            )
        begun = begun or not known(step, "channel", "tone") or _is_reminder(step)
        if not known(step, "after", "counted_from"):
            continue
        before = latest.get(step.counted_from)
        if before and step.after < before.after:
            report.wrong(
                (*here, "after"),
                f"les étapes se suivent dans l’ordre des jours : {step.after} vient "
                f"après {before.after} (« {before.name} »)",
            )
        latest[step.counted_from] = step
    if all(known(step, *_TIMED) for _, step in steps):
        _tell_delays(report, place, steps)


def _check_tone(report: Report, place: Place, step: Step) -> None:
    """Keep reproaches for what is overdue, and the soft notice for what is not."""
    if step.after < 0 and step.tone is not Tone.NOTICE:
        report.wrong(
            (*place, "tone"),
            "avant l’échéance rien n’est dû : « tone: notice » attendu",
        )
    if step.after > 0 and step.tone is Tone.NOTICE:
        report.wrong(
            (*place, "tone"),
            "après l’échéance, « courteous » est le ton le plus doux",
        )


def _tell_delays(report: Report, place: Place, steps: list[tuple[Place, Step]]) -> None:
    """Say which steps will wait, as the engine never breaks an announced delay.

    Steps of one day go together: neither a delay nor the spacing parts them. A
    notice before the due date is no reminder: spacing does not count from it.
    """
    spacing = _spacing(report, place)
    start = next((s.after for _, s in steps if _is_reminder(s)), 0)
    for rank, (here, step) in enumerate(steps):
        day = _day(step, start)
        earlier = [s for _, s in steps[:rank] if _day(s, start) < day]
        if not earlier:
            continue
        by = max(earlier, key=lambda s: _day(s, start) + s.deadline_days)
        sent, delay = _day(by, start), by.deadline_days
        mails = [s for s in earlier if s.channel is Channel.MAIL and _is_reminder(s)]
        gap = day - max((_day(s, start) for s in mails), default=day - spacing)
        if delay and day <= sent + delay:
            report.notice(
                here,
                f"J{day:+d} tombe dans le délai annoncé par « {by.name} » (J{sent:+d} "
                f"et {delay} jours) : cette étape attendra J{sent + delay + 1:+d}",
            )
        elif step.channel is Channel.MAIL and gap < spacing:
            report.notice(
                here,
                f"{gap} jours seulement après l’e-mail d’avant : cette étape attendra "
                f"que {spacing} jours les séparent (min_spacing_days)",
            )


def _is_reminder(step: Step) -> bool:
    return step.channel in WRITTEN and step.tone is not Tone.NOTICE


def _day(step: Step, start: int) -> int:
    """Count from the due date, for a client who never answers."""
    return step.after + (start if step.counted_from is Origin.FIRST_REMINDER else 0)


def _spacing(report: Report, place: Place) -> int:
    tree = report.source.tree
    scenarios = tree.get("scenarios") if isinstance(tree, dict) else None
    rank = place[1]
    if isinstance(scenarios, list) and isinstance(rank, int):
        found = scenarios[rank].get("min_spacing_days", Scenario.min_spacing_days)
        if isinstance(found, int):
            return found
    return Scenario.min_spacing_days
