"""One French line of a file's timeline for every event of the log."""

from datetime import date
from typing import Final

from relancebot.domain import events as e
from relancebot.domain.dossier import BLOCKING
from relancebot.domain.policy import Channel, MeansOfPayment
from relancebot.french.amounts import day_without_year, euros, listed, ordinal
from relancebot.french.typography import fine_spaces, one_line, quoted
from relancebot.french.words import (
    say_decision,
    say_hold,
    say_means,
    say_occasion,
    say_reason,
    say_review,
    say_tone,
)

SOURCES: Final = {
    "import": "d’après le fichier de factures",
    "person": "noté par vous",
    "bank": "vu en banque",
}


def say_event(event: e.Event, *, quote: str = "") -> str:
    """Tell one event on one line, with the words that it rests on.

    Args:
        event: what the log holds (it holds no words of people).
        quote: the words of the message that the event's evidence points to.
    """
    said = quoted(quote)
    said = f" ({said})" if said else ""
    if isinstance(event, e.ClientEvent):
        return fine_spaces(_client(event, said))
    return fine_spaces(_case(event, said))


def _client(event: e.ClientEvent, said: str) -> str:
    match event:
        case e.ClientRegistered(name=name, reference=reference):
            return f"client enregistré : {one_line(name)} (réf. {reference})"
        case e.ClientChanged(name=name):
            return f"fiche du client mise à jour : {one_line(name)}"
        case e.AnswerArrived(quiet_until=until):
            return (
                f"le client a répondu{said} :"
                f" plus aucune relance jusqu’au {day_without_year(until)} inclus"
            )
        case e.ClientHeld(why=why, until=until):
            return f"client suspendu{_until(until)} : {say_hold(why)}{said}"
        case e.ClientReleased(why=why):
            return f"fin de la suspension du client ({say_hold(why)})"
        case e.ClientReviewOpened(review=kind):
            return f"{_waiting(kind)} : {say_review(kind)}{said}"
        case e.ClientReviewClosed(decision=decision):
            return _closed(decision)
        case e.AddressFailed(email=email, hard=hard):
            if hard:
                return f"adresse morte : rien n’arrive à {one_line(email)}{said}"
            return f"message non remis à {one_line(email)}, pour l’instant{said}"
        case e.ClientInsolvent():
            return f"procédure collective : plus aucune relance à ce client{said}"


def _case(event: e.CaseEvent, said: str) -> str:
    match event:
        case e.InvoiceRegistered() | e.InvoiceChanged():
            verb = (
                "enregistrée" if isinstance(event, e.InvoiceRegistered) else "modifiée"
            )
            due = day_without_year(event.due)
            return (
                f"facture {one_line(event.case)} {verb} :"
                f" {euros(event.total)}, échéance le {due} {event.due.year}"
            )
        case e.PaymentBooked(amount=amount, on=on, source=source):
            known = SOURCES.get(source, one_line(source))
            origin = f" ({known})" if known else ""
            return f"paiement de {euros(amount)} reçu le {day_without_year(on)}{origin}"
        case e.PromiseMade(by=by, amount=amount, wait_until=wait, means=means):
            part = f" de {euros(amount)}" if amount else ""
            # A transfer is what is supposed when nothing is said: not worth a word.
            way = (
                "" if means is MeansOfPayment.TRANSFER else f", par {say_means(means)}"
            )
            return (
                f"paiement{part} promis pour {day_without_year(by)}{said}{way},"
                f" tolérance jusqu’au {day_without_year(wait)}"
            )
        case e.PromiseKept(by=by):
            return f"promesse tenue : payé comme promis pour {day_without_year(by)}"
        case e.PromiseBroken(by=by, partly=True):
            return (
                "promesse tenue en partie : une part du paiement promis pour"
                f" {day_without_year(by)} manque encore"
            )
        case e.PromiseBroken(by=by, rank=rank):
            return (
                f"promesse non tenue ({ordinal(rank)}) :"
                f" le paiement promis pour {day_without_year(by)} n’est pas arrivé"
            )
        case e.PromiseReplaced(by=by):
            return f"la promesse pour {day_without_year(by)} ne compte plus"
        case e.DisputeOpened(reason=reason, amount=amount):
            part = f", {euros(amount)} contestés" if amount else ""
            return f"litige ouvert : {say_reason(reason)}{part}{said}"
        case e.DisputeClosed():
            return "litige clos"
        case e.PaymentClaimed(paid_on=paid_on, check_on=check_on):
            when = f" le {day_without_year(paid_on)}" if paid_on else ""
            return (
                f"le client dit avoir payé{when}{said} :"
                f" la banque est attendue jusqu’au {day_without_year(check_on)}"
            )
        case e.ClaimDropped():
            return "le paiement annoncé n’est plus attendu"
        case e.CaseHeld(why=why, until=until):
            return f"relances suspendues{_until(until)} : {say_hold(why)}{said}"
        case e.CaseReleased(why=why):
            return f"fin de la suspension ({say_hold(why)})"
        case e.ReviewOpened(review=kind, occasion=occasion):
            about = f", {say_occasion(occasion)}" if occasion else ""
            return f"{_waiting(kind)} : {say_review(kind)}{about}{said}"
        case e.ReviewClosed(decision=decision):
            return _closed(decision)
        case e.StepDone():
            return _step(event)
        case e.LetterApproved(occasion=occasion):
            return f"message approuvé par vous : {say_occasion(occasion)}"
        case e.LetterTaken():
            return _taken(event)
        case e.LetterSent(occasion=occasion):
            return f"message envoyé : {say_occasion(occasion)}"
        case e.LetterRefused(occasion=occasion, permanent=permanent, code=code):
            reply = f" (code {code})" if code else ""
            then = (
                "il ne sera plus présenté"
                if permanent
                else "il sera présenté à nouveau"
            )
            return (
                f"message refusé par le serveur{reply}, il n’est pas parti ;"
                f" {then} : {say_occasion(occasion)}"
            )
        case e.LetterUnknown(occasion=occasion):
            return (
                "envoi incertain, le message ne repartira pas seul :"
                f" {say_occasion(occasion)}"
            )
        case e.HandedOver(on=on):
            return f"dossier transmis le {day_without_year(on)}"
        case e.WrittenOff(on=on):
            return f"créance abandonnée le {day_without_year(on)}"


def _waiting(kind: e.ReviewKind) -> str:
    return "à lire par vous" if kind in BLOCKING else "à faire par vous"


def _closed(decision: e.Decision) -> str:
    # What news made pointless was not the person's doing.
    by = "retiré" if decision is e.Decision.SUPERSEDED else "décision prise"
    return f"{by} : {say_decision(decision)}"


def _step(event: e.StepDone) -> str:
    what = say_occasion(event.occasion)
    if event.skipped:
        return f"laissé de côté : {what}"
    deed = {
        Channel.MAIL: "message traité",
        Channel.CALL: "appel passé",
        Channel.LETTER: "courrier posté",
        Channel.HAND_OVER: "transmission faite",
    }[event.channel]
    return f"{deed} le {day_without_year(event.on)} : {what}{_deadline(event)}"


def _taken(event: e.LetterTaken) -> str:
    to = listed([one_line(address) for address in event.to])
    return (
        f"message préparé pour {to} ({say_tone(event.tone)}) :"
        f" {say_occasion(event.occasion)}{_deadline(event)}"
    )


def _deadline(event: e.StepDone | e.LetterTaken) -> str:
    if event.deadline is None:
        return ""
    return f", délai annoncé jusqu’au {day_without_year(event.deadline)}"


def _until(until: date | None) -> str:
    return f" jusqu’au {day_without_year(until)}" if until else ""
