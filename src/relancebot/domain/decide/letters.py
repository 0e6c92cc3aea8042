"""Letters: taken before they leave, then sent, refused or unknown."""

from datetime import date

from relancebot.domain import events as e
from relancebot.domain.dossier import Dossier, LetterState
from relancebot.domain.facts import LetterFate, LetterLeaves
from relancebot.domain.plan import plan_day
from relancebot.domain.trade import Trade

MOST_REFUSALS = 6


def decide_leaving(
    trade: Trade, dossier: Dossier, fact: LetterLeaves, today: date
) -> tuple[e.Event, ...]:
    """Record, for every invoice in it, that a letter may have left from now on.

    The plan is looked at again in this moment: a letter that news made wrong (paid,
    disputed, answered, taken already, another address) gives no event, and without
    its event it must not leave.
    """
    plan = fact.plan
    if plan not in plan_day(trade, dossier, today).letters:
        return ()
    deadline = trade.deadline(plan.deadline_days, today)
    return tuple(
        e.LetterTaken(
            item.case,
            item.due.occasion,
            fact.letter,
            fact.message_id,
            fact.sha256,
            (plan.to.email,),
            item.due.tone,
            today,
            deadline,
            item.due.reminder,
        )
        for item in plan.items
    )


def decide_fate(dossier: Dossier, fact: LetterFate, today: date) -> tuple[e.Event, ...]:
    """Record what became of a letter; what is not known goes to a person."""
    events: list[e.Event] = []
    for case in dossier.cases.values():
        record = next((x for x in case.letters if x.letter == fact.letter), None)
        if record is None or record.state is LetterState.SENT:
            continue  # a letter that left has left: nothing makes it leave again
        if record.state is fact.state and record.state is not LetterState.TAKEN:
            continue
        number, occasion = case.number, record.occasion
        if fact.state in {LetterState.SENT, LetterState.REFUSED}:
            events.extend(
                e.ReviewClosed(number, review.key, e.Decision.SUPERSEDED)
                for review in case.reviews
                if review.key == f"ambiguous:{fact.letter}"
            )
        match fact.state:
            case LetterState.SENT:
                events.append(e.LetterSent(number, occasion, fact.letter, today))
            case LetterState.UNKNOWN | LetterState.TAKEN:
                events.append(e.LetterUnknown(number, occasion, fact.letter))
                events.append(
                    e.ReviewOpened(
                        number,
                        f"ambiguous:{fact.letter}",
                        e.ReviewKind.AMBIGUOUS,
                        today,
                        occasion,
                    )
                )
            case LetterState.REFUSED:
                refusals = record.refusals + (0 if fact.unreached else 1)
                given_up = (
                    fact.permanent or fact.retry_at is None or refusals >= MOST_REFUSALS
                )
                events.append(
                    e.LetterRefused(
                        number,
                        occasion,
                        fact.letter,
                        given_up,
                        None if given_up else fact.retry_at,
                        fact.code,
                        fact.unreached,
                    )
                )
                if given_up:
                    events.append(
                        e.ReviewOpened(
                            number,
                            f"refused:{fact.letter}",
                            e.ReviewKind.REFUSED,
                            today,
                            occasion,
                        )
                    )
    return tuple(events)
