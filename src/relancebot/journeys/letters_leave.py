"""The letters of the day leave: checked again, written down, then sent once."""

import hashlib
import logging
import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from relancebot import french
from relancebot.domain.dossier import Dossier, LetterState
from relancebot.domain.facts import LetterFate, LetterLeaves
from relancebot.domain.gate import Moment, keeps_back
from relancebot.domain.message import Address
from relancebot.domain.plan import LetterPlan, plan_day
from relancebot.domain.policy import Account
from relancebot.domain.why import Why
from relancebot.journeys.advance import record, redraw
from relancebot.journeys.letters_settle import OWN_HEADER
from relancebot.journeys.prepared import quotes_of
from relancebot.letters import LetterError, letter_context
from relancebot.mail.errors import Ambiguous, MailError, Refused
from relancebot.mail.outgoing import compose, new_message_id
from relancebot.office import Office
from relancebot.store.letterbook import Attempt
from relancebot.store.mailbag import StoredMessage
from relancebot.store.settings import PAUSED

log = logging.getLogger(__name__)

FIRST_RETRY = timedelta(minutes=15)
# Their servers give each letter a Message-ID of their own.
REPLACING_HOSTS = (
    "office365.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "amazonaws.com",
)
LONGEST_SUBJECT = 200
LEFT = (LetterState.TAKEN, LetterState.SENT, LetterState.UNKNOWN)


class NoLongerDueError(Exception):
    """News made a letter wrong in the very moment of sending it."""


@dataclass
class LettersRun:
    """What one run of the outbox did."""

    sent: list[tuple[Attempt, LetterPlan]] = field(default_factory=list)
    unknown: list[Attempt] = field(default_factory=list)
    refused: list[tuple[Attempt, str]] = field(default_factory=list)
    kept_back: Why | None = None
    failures: dict[str, MailError] = field(default_factory=dict)

    @property
    def failed(self) -> MailError | None:
        """The first account by which nothing could leave, and why."""
        return next(iter(self.failures.values()), None)


@dataclass(frozen=True)
class Outside:
    """What the run is told of the world around it.

    Attributes:
        clock: gives the moment.
        inbox_fresh: false when the reading of a mailbox has just failed: then
            nothing leaves.
        resting: accounts by which nothing may be sent now.
        news: tells whether mail has come in since the mailboxes were read.
    """

    clock: Callable[[], datetime]
    inbox_fresh: bool = True
    resting: frozenset[str] = frozenset()
    news: Callable[[], bool] = lambda: False


def letters_leave(office: Office, outside: Outside) -> LettersRun:
    """Send what is due now, one letter at a time.

    A server that cannot be talked to ends the run for its account; the rest is tried
    at the next one. News that arrive meanwhile end it too: they are read first.
    """
    run = LettersRun()
    clock = outside.clock
    unread = office.store.mail.clients_aside()
    for client in office.store.clients_to_wake(office.today(clock())):
        sent_one = client not in unread
        while sent_one and run.kept_back is None:
            try:
                sent_one = _next_letter(office, client, run, outside)
            except NoLongerDueError:
                sent_one = False
            except LetterError as error:  # a template: told with its file and line
                log.error("%s", error)  # noqa: TRY400  # no trace for a known fault
                _put_aside(office, client, str(error), clock())
                sent_one = False
            except Exception as error:  # one broken file never stops the turn
                log.exception("no letter could be made for client %s", client)
                _put_aside(office, client, repr(error), clock())
                sent_one = False
            if sent_one and outside.news():
                return run
    return run


def _put_aside(office: Office, client: str, error: str, now: datetime) -> None:
    office.store.mail.set_aside("letter", client, error, None, now)


def _next_letter(
    office: Office, client: str, run: LettersRun, outside: Outside
) -> bool:
    """Take and send a client's next letter; false when there is none (any more)."""
    now = outside.clock()
    with office.store.turn():
        dossier = office.store.dossier(client)
        if dossier is None:
            return False
        today = office.today(now)
        ready = [
            letter
            for letter in plan_day(office.trade, dossier, today).letters
            if not _waits_for_retry(dossier, letter, now)
        ]
        if not ready:
            # Nothing to send: the file is drawn again so that it sleeps till its day.
            redraw(office, dossier, today)
            return False
        run.kept_back = keeps_back(
            office.trade, _moment(office, now, inbox_fresh=outside.inbox_fresh)
        )
        account = office.account_of(dossier.client).name
        resting = account in outside.resting or account in run.failures
        if run.kept_back is not None or resting:
            return False
        attempt = _take(office, dossier, ready[0], now)
        office.store.mail.drop_aside("letter", client)
    _send(office, attempt, ready[0], run, outside.clock)
    return True


def _waits_for_retry(dossier: Dossier, letter: LetterPlan, now: datetime) -> bool:
    records = (
        dossier.cases[item.case].letter_for(item.due.occasion) for item in letter.items
    )
    return any(r and r.retry_at and r.retry_at > now for r in records)


def _moment(office: Office, now: datetime, *, inbox_fresh: bool) -> Moment:
    store = office.store
    read_at = [
        store.mail.synced_at(account.name, folder)
        for account in office.policy.accounts
        for folder in account.folders
    ]
    known = [office.local(at) for at in read_at if at is not None]
    fresh = inbox_fresh and len(known) == len(read_at)
    return Moment(
        office.local(now),
        store.setting(PAUSED) is not None,
        min(known) if fresh else None,
        store.letters.taken_on(office.today(now), LEFT),
    )


def _take(office: Office, dossier: Dossier, plan: LetterPlan, now: datetime) -> Attempt:
    """Write a letter down as taken, with its exact bytes, before it is sent."""
    account = office.account_of(dossier.client)
    today = office.today(now)
    token = secrets.token_hex(10)
    message_id = new_message_id(token, account.address.rpartition("@")[2])
    quotes = quotes_of(office, dossier, tuple(item.case for item in plan.items))
    context = letter_context(office.trade, dossier, plan, today, quotes=quotes)
    letter = office.letters.render(plan.template, context)
    answered, thread = _thread(office, plan)
    subject = letter.subject
    if answered is not None:
        bare = french.one_line(answered.subject, LONGEST_SUBJECT)
        subject = bare if bare[:3].casefold() == "re:" else f"Re: {bare}"
    raw = compose(
        sender=Address(account.address, account.display_name),
        to=[Address(plan.to.email, plan.to.name)],
        subject=subject,
        text=letter.text,
        html=letter.html,
        message_id=message_id,
        in_reply_to=thread[-1] if thread else None,
        references=[*thread, message_id] if _replaces_ids(account) else thread,
        date=office.local(now),
        headers=_headers(account, token),
    )
    sha256 = hashlib.sha256(raw).hexdigest()
    attempt = Attempt(
        token,
        plan.key,
        plan.client,
        account.name,
        message_id,
        (plan.to.email,),
        subject,
        sha256,
        raw,
        LetterState.TAKEN,
        "",
        office.local(now),
        filed=False,
    )
    office.store.letters.take(attempt)
    office.store.mail.add(
        _as_message(office, attempt, account, letter.text),
        [item.case for item in plan.items],
    )
    fact = LetterLeaves(plan, token, message_id, sha256)
    if not record(office, plan.client, fact, f"letter:{token}", now):
        # The file no longer calls for it: nothing of this is kept, nothing leaves.
        raise NoLongerDueError(plan.key)
    return attempt


def _headers(account: Account, token: str) -> dict[str, str]:
    headers = {OWN_HEADER: token}
    if account.auto_submitted:
        headers["Auto-Submitted"] = "auto-generated"
    return headers


def _replaces_ids(account: Account) -> bool:
    """Tell whether a server puts another Message-ID in the place of ours.

    Then ours also stands among the references: every answer repeats them.
    """
    host = account.smtp.host.casefold()
    return any(host == one or host.endswith(f".{one}") for one in REPLACING_HOSTS)


def _as_message(
    office: Office, attempt: Attempt, account: Account, text: str
) -> StoredMessage:
    return StoredMessage(
        f"out:{attempt.letter}",
        "out",
        attempt.message_id,
        account.name,
        "",
        office.local(attempt.taken_at),
        account.address,
        attempt.recipients,
        attempt.subject,
        attempt.sha256,
        None,  # the exact bytes lie with the attempt
        text,
        None,
        attempt.client,
        "sent",
    )


def _thread(office: Office, plan: LetterPlan) -> tuple[StoredMessage | None, list[str]]:
    """Give the mail that a letter answers, and the ids of its thread in order."""
    messages = {
        message.key: message
        for item in plan.items
        for message in office.store.mail.of_case(item.case)
        if message.message_id
    }
    in_order = sorted(messages.values(), key=lambda m: m.at)
    ids = list(dict.fromkeys(m.message_id for m in in_order))
    answers = next((i.due.answers for i in plan.items if i.due.answers), None)
    answered = messages.get(answers.message) if answers else None
    if answered is not None:
        ids = [i for i in ids if i != answered.message_id] + [answered.message_id]
    return answered, ids


def _send(
    office: Office,
    attempt: Attempt,
    plan: LetterPlan,
    run: LettersRun,
    clock: Callable[[], datetime],
) -> None:
    account = office.account(attempt.account)
    unreached = False
    state, permanent, code, detail = LetterState.SENT, False, 0, ""
    try:
        receipt = office.postman(account).send(
            attempt.raw, account.address, attempt.recipients
        )
        detail = receipt.reply
        run.sent.append((attempt, plan))
    except Ambiguous as error:
        state, detail = LetterState.UNKNOWN, str(error)
        run.unknown.append(attempt)
    except Refused as error:
        state, detail = LetterState.REFUSED, str(error)
        permanent, code = error.permanent, error.code
        run.refused.append((attempt, detail))
        if not permanent and not error.refusals:
            run.failures[account.name] = error  # it wants nobody's letters just now
    except MailError as error:  # before the letter's first byte: it has not left
        state, detail, unreached = LetterState.REFUSED, str(error), True
        run.failures[account.name] = error
    except ValueError as error:  # an address that is none
        state, detail, permanent = LetterState.REFUSED, str(error), True
        run.refused.append((attempt, detail))
    now = clock()
    retry_at = now if unreached else _retry_at(office, attempt, now)
    fact = LetterFate(attempt.letter, state, permanent, retry_at, code, unreached)
    with office.store.turn():
        office.store.letters.settle(attempt.letter, state, now, detail)
        record(office, attempt.client, fact, f"letter:{attempt.letter}", now)


def _retry_at(office: Office, attempt: Attempt, now: datetime) -> datetime:
    """Wait longer after each refusal, and never all letters at the same moment."""
    dossier = office.store.dossier(attempt.client)
    refusals = max(
        (
            letter.refusals
            for case in (dossier.cases.values() if dossier else ())
            for letter in case.letters
            if letter.letter == attempt.letter
        ),
        default=0,
    )
    jitter: float = random.uniform(0.9, 1.1)  # noqa: S311  # no secret
    return now + FIRST_RETRY * 2.0**refusals * jitter
