"""What one invoice calls for next, and when."""

from datetime import date

from relancebot.domain import dossier as d
from relancebot.domain.dossier import (
    Case,
    Client,
    LetterState,
    Promise,
    PromiseState,
)
from relancebot.domain.events import ReviewKind
from relancebot.domain.plan.deeds import (
    act,
    as_task,
    call_is_open,
    letter_plan,
    promise_occasion,
    waits_for_word,
)
from relancebot.domain.plan.ladder import kept_back_by, ladder
from relancebot.domain.plan.values import ONE_DAY, CasePlan, LetterDue
from relancebot.domain.policy import Channel, Tone
from relancebot.domain.trade import Terms, Trade
from relancebot.domain.why import Why, WhyCode


def plan_case(trade: Trade, client: Client, case: Case, today: date) -> CasePlan:
    """Say what one invoice calls for next, from ``today`` on."""
    terms = trade.terms(client, case)

    def stop(why: Why, on: date | None = None) -> CasePlan:
        return CasePlan(case.number, why, on)

    def wait(why: Why, on: date | None = None) -> CasePlan:
        # Promises and claims end on their own day, whatever else is waited for.
        days = [day for day in (on, *_ends(case)) if day is not None]
        return stop(why, min(days, default=None))

    standing = d.standing(client, case, today)
    match standing:
        case d.Settled(on):
            return stop(Why(WhyCode.SETTLED, until=on))
        case d.WrittenOff(on):
            return stop(Why(WhyCode.WRITTEN_OFF, until=on))
        case d.HandedOver(on):
            return stop(Why(WhyCode.HANDED_OVER, until=on))
        case d.Insolvent(on):
            return stop(Why(WhyCode.INSOLVENT, until=on))
        case d.UnderReview(kind, _):
            review = d.blocking_review(client, case)
            evidence = review.evidence if review else None
            return stop(Why(WhyCode.UNDER_REVIEW, detail=str(kind), evidence=evidence))
        case d.Disputed(ground, _, _):
            evidence = case.dispute.evidence if case.dispute else None
            return stop(Why(WhyCode.DISPUTED, detail=str(ground), evidence=evidence))
        case d.Held(cause, until):
            wake = until + ONE_DAY if until else None
            hold = d.longest_hold((*case.holds, *client.holds), today)
            evidence = hold.evidence if hold else None
            reason = Why(
                WhyCode.HELD, until=until, detail=str(cause), evidence=evidence
            )
            return wait(reason, wake)
        case d.ClaimedPaid(_, check_on):
            evidence = case.claim.evidence if case.claim else None
            reason = Why(WhyCode.CLAIMED_PAID, until=check_on, evidence=evidence)
            return wait(reason, check_on + ONE_DAY)
        case d.Promised() | d.PromiseFailed() | d.Reminding() | d.Upcoming():
            pass
    if terms.hold_until and terms.hold_until >= today:
        until = terms.hold_until
        return wait(Why(WhyCode.HELD_BY_RULE, until=until), until + ONE_DAY)
    if stuck := _stuck_letter(case):
        return wait(Why(stuck))
    match standing:
        case d.Promised(by, wait_until, _):
            plan = _confirmation(trade, terms, case, today)
            if plan:
                return plan
            promise = case.open_promise
            evidence = promise.evidence if promise else None
            code = WhyCode.WAITS_FOR_PROMISE
            reason = Why(code, on=wait_until, until=by, evidence=evidence)
            return wait(reason, wait_until + ONE_DAY)
        case d.PromiseFailed():
            plan = _reaction(trade, terms, client, case, today)
            return plan or ladder(trade, terms, client, case, today)
        case _:
            return ladder(trade, terms, client, case, today)


def _ends(case: Case) -> tuple[date, ...]:
    """The days on which a promise fails or a claim must be checked."""
    days = [p.wait_until for p in case.promises if p.state is PromiseState.OPEN]
    if case.claim:
        days.append(case.claim.check_on)
    return tuple(day + ONE_DAY for day in days)


def _stuck_letter(case: Case) -> WhyCode | None:
    """A letter whose fate is open keeps every other one back."""
    states = {letter.state for letter in case.letters}
    if LetterState.UNKNOWN in states:
        return WhyCode.LETTER_UNKNOWN
    if LetterState.TAKEN in states:
        return WhyCode.LETTER_ON_ITS_WAY
    return None


def _confirmation(
    trade: Trade, terms: Terms, case: Case, today: date
) -> CasePlan | None:
    """The letter that spells the promised day out, at once and only once."""
    promise, rules = case.open_promise, trade.policy.promises
    if promise is None:
        return None
    occasion = promise_occasion(case, promise, "confirmation")
    if case.is_done(occasion) or _confirmed_before(case, promise):
        return None
    confirmed = [
        x.on
        for x in case.letters
        if not x.reminder and x.state is not LetterState.REFUSED
    ]
    # Whoever answers every mail with a new promise may be a robot: bounded.
    if len(confirmed) >= trade.policy.caps.per_case:
        return None
    due = LetterDue(
        occasion,
        rules.confirmation_template,
        Tone.COURTEOUS,
        reminder=False,
        answers=promise.evidence,
    )
    day = today + ONE_DAY if today in confirmed else today
    why = Why(WhyCode.PROMISE_CONFIRMED, until=promise.by, evidence=promise.evidence)
    if waits_for_word(terms, case, due, rules.confirmation):
        if any(r.occasion == occasion for r in case.reviews) or day >= promise.by:
            return None  # prepared, the promise is waited for all the same
        task = as_task(due, ReviewKind.APPROVE, Channel.MAIL)
        return CasePlan(case.number, why, day, task)
    plan = letter_plan(trade, case, due, why, day)
    # On the promised day itself the letter would come too late.
    return plan if plan.on and plan.on < promise.by else None


def _confirmed_before(case: Case, promise: Promise) -> bool:
    """The same promise said again has had its letter."""
    return any(
        (earlier.by, earlier.amount) == (promise.by, promise.amount)
        and case.is_done(promise_occasion(case, earlier, "confirmation"))
        for earlier in case.promises
        if earlier is not promise
    )


def _reaction(
    trade: Trade, terms: Terms, client: Client, case: Case, today: date
) -> CasePlan | None:
    """The follow-up of a promise that was not kept, by its rank."""
    failed, reactions = d.failed_promise(case), trade.policy.promises.broken
    if failed is None or not reactions:
        return None
    occasion = promise_occasion(case, failed, "broken")
    if case.is_done(occasion) or call_is_open(case, occasion):
        return None
    rank = max(case.broken_promises, 1)
    reaction = reactions[min(rank, len(reactions)) - 1]
    due = LetterDue(occasion, reaction.template, reaction.tone, reaction.deadline_days)
    pushes = kept_back_by(terms, client, case, reaction.channel, case.deadlines())
    why = Why(
        WhyCode.PROMISE_BROKEN,
        on=max((push.on for push in pushes if push.on), default=None),
        until=failed.by,
        rank=rank,
        evidence=failed.evidence,
    )
    return act(
        trade, terms, case, (reaction.channel, reaction.confirm, due), why, today
    )
