"""What a task asks the person to read, say or post: its letter, filled in."""

from dataclasses import replace
from datetime import date

from relancebot.domain.dossier import Dossier
from relancebot.domain.invoice import Contact
from relancebot.domain.plan import TaskDue, plan_case
from relancebot.domain.policy import Channel
from relancebot.letters import (
    Letter,
    LetterError,
    Particulars,
    Setting,
    letter_context,
    missing_fields,
    plan_of_task,
)
from relancebot.office import Office

NOBODY = Contact("")


def prepared_letter(
    office: Office, dossier: Dossier, number: str, key: str, today: date
) -> tuple[Letter | None, tuple[str, ...]]:
    """Fill in the letter or the call script of an open task.

    Returns:
        The letter (null for an item that has none) and, for a formal notice, what
        is still missing from it.
    """
    case = dossier.cases[number]
    review = next((r for r in case.reviews if r.key == key), None)
    if review is None or not review.occasion:
        return None, ()
    # The task as it was planned: the plan of the case without its own open item.
    without = replace(case, reviews=tuple(r for r in case.reviews if r.key != key))
    plan = plan_case(office.trade, dossier.client, without, today)
    task = plan.action
    if task is None or task.occasion != review.occasion or not task.template:
        return None, ()
    to = office.trade.recipient(dossier.client) or NOBODY
    letter_plan = plan_of_task(to, plan)
    if letter_plan is None:
        return None, ()
    channel = task.channel if isinstance(task, TaskDue) else Channel.MAIL
    context = letter_context(
        office.trade,
        dossier,
        letter_plan,
        today,
        quotes=quotes_of(office, dossier, (number,)),
        setting=Setting(channel, _particulars(office, dossier)),
    )
    missing = missing_fields(context) if channel is Channel.LETTER else ()
    try:
        return office.letters.render(task.template, context), missing
    except LetterError as error:
        return None, (str(error),)


def _particulars(office: Office, dossier: Dossier) -> Particulars:
    """What the rules know of a client beyond their invoices."""
    rule = office.trade.client_rule(dossier.client)
    return Particulars(rule.address, rule.siren) if rule else Particulars()


def quotes_of(
    office: Office, dossier: Dossier, numbers: tuple[str, ...]
) -> dict[str, str]:
    """Give the client's words of each invoice's latest promise."""
    return {
        number: office.store.mail.quote(words.message, words.start, words.end)
        for number in numbers
        for promise in dossier.cases[number].promises[-1:]
        if (words := promise.evidence)
    }
