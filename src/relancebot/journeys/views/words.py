"""The lines themselves: reasons and events with the words that they rest on."""

from relancebot import french
from relancebot.domain import events as e
from relancebot.domain.events import Evidence
from relancebot.domain.plan import CasePlan
from relancebot.domain.why import Why
from relancebot.office import Office


def quote_of(office: Office, evidence: Evidence | None) -> str:
    """Give the words that evidence points at, inert and on one line."""
    if evidence is None or evidence.end <= evidence.start:
        return ""
    words = office.store.mail.quote(evidence.message, evidence.start, evidence.end)
    return french.one_line(words)


def inert(text: str) -> str:
    """Keep a stranger's lines, without what commands a terminal or hides in it."""
    return "\n".join(french.one_line(line) for line in text.splitlines())


def say_plan(office: Office, plan: CasePlan) -> str:
    """Give the one French line that explains a plan, with the words it rests on."""
    return say_why(office, plan.why)


def say_why(office: Office, why: Why) -> str:
    """Give the one French line of a reason, with the words it rests on."""
    return french.say_why(why, quote=quote_of(office, why.evidence))


def say_recorded(office: Office, event: e.Event) -> str:
    """Give the timeline's line for an event, with the words that it rests on."""
    return french.say_event(
        event, quote=quote_of(office, getattr(event, "evidence", None))
    )


def capital(line: str) -> str:
    """Begin a line with a capital."""
    return line[:1].upper() + line[1:]
