"""What one turn of the daemon did, told in lines."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from relancebot import french
from relancebot.domain import events as e
from relancebot.journeys.letters_leave import LettersRun
from relancebot.journeys.views.words import capital, say_recorded, say_why
from relancebot.office import Office

if TYPE_CHECKING:
    from relancebot.journeys.mailbox_read import MailRead


def told_turn(
    office: Office,
    reads: Mapping[str, "MailRead"],
    events: Sequence[e.Event],
    letters: LettersRun,
) -> list[str]:
    """Say in French what one turn did, a line each."""
    lines: list[str] = []
    for read in reads.values():
        for arrived in read.arrived:
            sender = french.one_line(str(arrived.message.sender))
            subject = french.one_line(arrived.message.subject)
            lines.append(f"Réponse de {sender} : « {subject} »")
            lines += [f"  {why}" for why in arrived.reading.why]
            lines += [f"  → {say_recorded(office, x)}" for x in arrived.events]
    lines += [say_recorded(office, x) for x in events]
    for attempt, plan in letters.sent:
        to = ", ".join(attempt.recipients)
        why = say_why(office, plan.items[0].why)
        lines.append(f"Envoyé à {to} : « {attempt.subject} » ({why})")
    for attempt in letters.unknown:
        lines.append(
            f"INCERTAIN : « {attempt.subject} » est peut-être parti ; à vous de dire "
            "(relancebot review)"
        )
    lines += [f"Refusé : {detail}" for _, detail in letters.refused]
    if letters.kept_back is not None:
        lines.append(capital(say_why(office, letters.kept_back)))
    return lines
