"""``python -m relancebot.demo``: the case of Thomas, through the real code.

Real SMTP and IMAP dialogues on loopback, in a temporary directory; nothing that is
printed is scripted but the line that says what the clients do.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

import click

from relancebot import french
from relancebot.bank.invoices_csv import read_invoices
from relancebot.daemon import Daemon, alone
from relancebot.demo.servers import EmbeddedMail
from relancebot.demo.stage import (
    ANSWERS,
    CONSULTANT,
    PARIS,
    PASSWORD,
    PASSWORD_NAME,
    FastClock,
    answer,
    mail_servers,
    write_rules,
)
from relancebot.domain.dossier import LetterState
from relancebot.journeys.invoices_arrive import invoices_arrive
from relancebot.journeys.person_decides import Click, mark_paid
from relancebot.journeys.views import case_view, items, outlook, told_turn
from relancebot.office import Office, open_office
from relancebot.starter import create_directory

FIRST_DAY = date(2024, 3, 6)
LAST_DAY = date(2024, 3, 28)
THE_CASE = "2024-053"
SHOWN_LETTERS = frozenset(
    {"relance-1", "confirmation-promesse", "promesse-non-tenue-1"}
)


@dataclass(frozen=True)
class Play:
    """The demo's means: the office at work, the servers, the clock, the pace."""

    office: Office
    servers: EmbeddedMail
    clock: FastClock
    pace: float


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time_of_day(hour, minute), PARIS)


def _answers(name: str, said: str) -> Callable[[Play], str]:
    def act(play: Play) -> str:
        answer(play.servers, name, play.clock.now())
        return said

    return act


def _pays(play: Play) -> str:
    click_ = Click("demo", play.clock.now())
    mark_paid(play.office, "2024-061", None, play.clock.now().date(), click_)
    return (
        "Thomas voit le virement de La Brasserie du Canal sur son compte : "
        "« relancebot paid 2024-061 »."
    )


# What people do in the story; all the rest is what the program makes of it.
STORY: tuple[tuple[datetime, Callable[[Play], str]], ...] = (
    (
        _at(date(2024, 3, 6), 10, 2),
        _answers("3-ordinal-absent.eml", "La messagerie d’Ordinal répond toute seule."),
    ),
    (
        _at(date(2024, 3, 7), 11, 20),
        _answers("2-lumen-conteste.eml", "Hélène Marchand (Atelier Lumen) répond."),
    ),
    (
        _at(date(2024, 3, 8), 9, 41),
        _answers("4-brasserie-paie.eml", "Nadia (La Brasserie du Canal) répond."),
    ),
    (_at(date(2024, 3, 12), 9, 5), _pays),
    (
        _at(date(2024, 3, 14), 10, 12),
        _answers("1-karine-promet.eml", "Karine Roussel (Véga Industries) répond."),
    ),
)


def main(arguments: list[str]) -> None:
    """Play the story; ``--fast`` does not wait for the reader."""
    pace = 0.0 if "--fast" in arguments else 1.0
    clock = FastClock(_at(FIRST_DAY, 8, 30))
    with (
        tempfile.TemporaryDirectory(prefix="relancebot-") as folder,
        mail_servers(clock) as servers,
    ):
        home = Path(folder) / "relances"
        create_directory(home)
        write_rules(home, servers)
        _title("Thomas, consultant, met relancebot en route")
        _say(
            f"Sa boîte : {CONSULTANT}, sur un vrai serveur IMAP (port "
            f"{servers.imap_port}) et un vrai serveur SMTP (port {servers.smtp_port}) "
            "de cette machine. Scénario : recouveo."
        )
        office = open_office(home, {PASSWORD_NAME: PASSWORD})
        try:
            with alone(home):
                _play(Play(office, servers, clock, pace))
        finally:
            office.store.close()


def _play(play: Play) -> None:
    _import(play)
    daemon = Daemon(play.office, play.clock)
    acts = list(STORY)
    day = FIRST_DAY
    while day <= LAST_DAY:
        moments = [_at(day, 9, 30)]
        moments += [when for when, _ in acts if when.date() == day]
        told_day = False
        for moment in sorted(moments):
            play.clock.set(moment)
            lines: list[str] = []
            for when, act in acts:
                if when == moment:
                    lines.append(click.style(act(play), fg="cyan"))
            play.clock.set(moment + timedelta(minutes=1))
            lines += _turn(play, daemon)
            if lines and not told_day:
                _title(french.day(day).capitalize())
                told_day = True
            for line in lines:
                _say(line)
                time.sleep(play.pace * 0.12)
        if not told_day:
            time.sleep(play.pace * 0.1)
        day += timedelta(days=1)
    _the_end(play)


def _import(play: Play) -> None:
    parsed = read_invoices((ANSWERS / "factures.csv").read_bytes(), "factures.csv")
    imported = invoices_arrive(
        play.office, parsed.rows, "factures.csv", play.clock.now()
    )
    count = french.many(len(imported.new), "facture impayée", "factures impayées")
    _say(f"Import de factures.csv : {count}.")
    for row in parsed.rows:
        late = (FIRST_DAY - row.due).days
        _say(f"  {row.number}  {row.client} : {french.euros(row.open)}, J+{late}")


def _turn(play: Play, daemon: Daemon) -> list[str]:
    turn = daemon.turn()
    for error in turn.errors.values():
        raise error
    lines = told_turn(play.office, turn.reads, turn.events, turn.letters)
    if turn.letters.kept_back is not None:
        lines.pop()
    for attempt, plan in turn.letters.sent:
        if plan.template in SHOWN_LETTERS and plan.items[0].case == THE_CASE:
            message = play.office.store.mail.find(f"out:{attempt.letter}")
            lines += (
                ["", *_framed(attempt.subject, message.own_text or "")]
                if (message)
                else []
            )
    return lines


def _framed(subject: str, text: str) -> list[str]:
    lines = [subject, "", *text.strip().splitlines()]
    return [click.style(f"    │ {line}", dim=True) for line in lines]


def _the_end(play: Play) -> None:
    office, now = play.office, play.clock.now()
    _title(f"La facture {THE_CASE}, du début à aujourd’hui")
    view = case_view(office, THE_CASE, now)
    for line in view.timeline:
        _say(f"{line.at:%d/%m %H:%M}  {line.text}")
    _say(f"Où elle en est : {view.standing}. Suite : {view.next}")
    _title("À lire par Thomas")
    for item in items(office):
        about = item.case or "client"
        _say(f"[{item.id}] {item.client_name}, {about} : {item.title}")
        if item.quote:
            _say(f"         {french.quoted(item.quote)}")
    _title("Ce qui viendrait ensuite")
    ahead = outlook(office, now, 30)
    for coming in ahead.coming:
        cases = ", ".join(coming.cases)
        what = f"{coming.client_name} · {cases} : {coming.what}"
        _say(f"{french.short_day(coming.on)}  {what}")
        if coming.why:
            _say(f"            {coming.why}")
    for rest in ahead.resting:
        _say(f"rien de prévu  {rest.client_name} · {rest.case} : {rest.why}")
    sent = office.store.letters.in_state(LetterState.SENT)
    received = [mail.raw for mail in play.servers.sent]
    twice = len(received) - len(set(received))
    lost = len({attempt.raw for attempt in sent} - set(received))
    _title(
        f"{french.many(len(sent), 'lettre envoyée', 'lettres envoyées')}, "
        f"{len(received)} reçues par le serveur : {twice} en double, {lost} perdue"
    )


def _title(text: str) -> None:
    click.echo()
    click.secho(f"── {text} ", bold=True)


def _say(text: str) -> None:
    click.echo(f"  {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
