"""The French word of every value that the trade names in English."""

from typing import Final

from relancebot.domain.dossier import LetterState, PromiseState
from relancebot.domain.events import Decision, HoldWhy, ReviewKind
from relancebot.domain.policy import (
    Channel,
    DebtorKind,
    MeansOfPayment,
    Tone,
)
from relancebot.domain.reading import DisputeReason, Label
from relancebot.french.typography import one_line

LABELS: Final = {
    Label.PROMISE: "promesse de paiement",
    Label.PROMISE_UNDATED: "promesse sans date",
    Label.PAID_CLAIM: "dit avoir déjà payé",
    Label.DISPUTE: "litige",
    Label.REFUSAL: "refus de payer",
    Label.PAYMENT_PLAN: "demande d’échéancier",
    Label.EXTENSION: "demande de délai",
    Label.HARDSHIP: "difficultés de trésorerie",
    Label.INSOLVENCY: "procédure collective",
    Label.DOCUMENT_REQUEST: "document demandé",
    Label.AWAITING_APPROVAL: "en attente de validation chez le client",
    Label.CONTACT_CHANGE: "autre interlocuteur",
    Label.OUT_OF_OFFICE: "absence",
    Label.AUTO_ACK: "accusé de réception automatique",
    Label.BOUNCE: "message non remis",
    Label.HOSTILE: "message hostile",
    Label.STOP: "demande de ne plus être contacté",
    Label.ACKNOWLEDGEMENT: "accusé de réception",
    Label.UNRELATED: "sans rapport avec la facture",
}

REASONS: Final = {
    DisputeReason.QUALITY: "qualité",
    DisputeReason.NOT_DELIVERED: "prestation non livrée",
    DisputeReason.AMOUNT: "montant",
    DisputeReason.NOT_ORDERED: "non commandé",
    DisputeReason.DUPLICATE: "facture en double",
    DisputeReason.TERMS: "conditions de paiement",
    DisputeReason.OTHER: "motif à préciser",
}

REVIEWS: Final = {
    ReviewKind.ANSWER: "réponse à comprendre",
    ReviewKind.DISPUTE: "litige à traiter",
    ReviewKind.CONTACT: "interlocuteur à vérifier",
    ReviewKind.OBJECTION: "ne veut plus être contacté, ou menace : à vous de voir",
    ReviewKind.STRANGER: "réponse d’une adresse inconnue",
    ReviewKind.OLD_INVOICE: "facture ancienne, à examiner avant toute relance",
    ReviewKind.CLAIM_UNPAID: "paiement annoncé, pas encore vu en banque",
    ReviewKind.NO_CONTACT: "aucune adresse où écrire",
    ReviewKind.AMBIGUOUS: "envoi incertain : le message est-il parti ?",
    ReviewKind.REFUSED: "message refusé par le serveur",
    ReviewKind.INSOLVENCY: "procédure collective à confirmer",
    ReviewKind.DOCUMENT: "document à envoyer au client",
    ReviewKind.APPROVE: "message à approuver avant envoi",
    ReviewKind.CALL: "appel à passer",
    ReviewKind.LETTER: "courrier à relire et à poster",
    ReviewKind.HAND_OVER: "transmission à décider",
    ReviewKind.CAP_REACHED: "nombre maximal de relances atteint",
}

DECISIONS: Final = {
    Decision.ACCEPTED: "accepté",
    Decision.PROMISE: "promesse notée",
    Decision.DISPUTE: "litige noté",
    Decision.PAID: "payé",
    Decision.NOTHING: "rien à retenir",
    Decision.HOLD: "suspendu",
    Decision.SEND: "envoi approuvé",
    Decision.CANCEL: "annulé",
    Decision.DONE: "fait",
    Decision.SENT: "le message était bien parti",
    Decision.NOT_SENT: "le message n’était pas parti",
    Decision.SUPERSEDED: "sans objet, d’autres nouvelles étant arrivées",
}

TONES: Final = {
    Tone.NOTICE: "simple avis",
    Tone.COURTEOUS: "courtois",
    Tone.FIRM: "ferme",
    Tone.FORMAL: "formel",
    Tone.FORMAL_NOTICE: "mise en demeure",
}

HOLDS: Final = {
    HoldWhy.PERSON: "à votre demande",
    HoldWhy.ABSENCE: "client absent",
    HoldWhy.UNDATED_PROMISE: "paiement promis sans date",
    HoldWhy.AWAITING_APPROVAL: "en attente de validation chez le client",
    HoldWhy.DOCUMENT_REQUEST: "document demandé par le client",
}

CHANNELS: Final = {
    Channel.MAIL: "e-mail",
    Channel.CALL: "appel",
    Channel.LETTER: "courrier",
    Channel.HAND_OVER: "transmission",
}

MEANS: Final = {
    MeansOfPayment.TRANSFER: "virement",
    MeansOfPayment.CHEQUE: "chèque",
    MeansOfPayment.CARD: "carte",
}

DEBTORS: Final = {
    DebtorKind.PRO: "professionnel",
    DebtorKind.PUBLIC: "acheteur public",
    DebtorKind.CONSUMER: "particulier",
    DebtorKind.UNKNOWN: "statut à préciser",
}

PROMISES: Final = {
    PromiseState.OPEN: "en cours",
    PromiseState.KEPT: "tenue",
    PromiseState.PARTLY_KEPT: "tenue en partie",
    PromiseState.BROKEN: "non tenue",
    PromiseState.REPLACED: "remplacée",
}

LETTERS: Final = {
    LetterState.TAKEN: "en cours d’envoi",
    LetterState.SENT: "envoyé",
    LetterState.REFUSED: "refusé par le serveur",
    LetterState.UNKNOWN: "envoi incertain",
}


def say_label(label: Label) -> str:
    """Name one thing that an answer says."""
    return LABELS[label]


def say_reason(reason: DisputeReason) -> str:
    """Name the reason of a dispute."""
    return REASONS[reason]


def say_review(kind: ReviewKind) -> str:
    """Say what waits for the person."""
    return REVIEWS[kind]


def say_decision(decision: Decision) -> str:
    """Say how the person closed an item."""
    return DECISIONS[decision]


def say_tone(tone: Tone) -> str:
    """Say how firmly a message speaks."""
    return TONES[tone]


def say_hold(why: HoldWhy) -> str:
    """Say why reminders are suspended."""
    return HOLDS[why]


def say_channel(channel: Channel) -> str:
    """Name the way by which a step reaches the client."""
    return CHANNELS[channel]


def say_means(means: MeansOfPayment) -> str:
    """Name a means of payment."""
    return MEANS[means]


def say_debtor(kind: DebtorKind) -> str:
    """Say which kind of client owes."""
    return DEBTORS[kind]


def say_promise(state: PromiseState) -> str:
    """Say what became of a promise."""
    return PROMISES[state]


def say_letter(state: LetterState) -> str:
    """Say how far a letter got."""
    return LETTERS[state]


def say_occasion(occasion: str) -> str:
    """Name what a letter or a task was for, from its key in the log.

    >>> say_occasion("promise:2:broken")
    'suite de la 2e promesse'
    """
    kind, _, rest = occasion.partition(":")
    match kind:
        case "step":
            return f"étape «\N{NO-BREAK SPACE}{one_line(rest)}\N{NO-BREAK SPACE}»"
        case "promise":
            number, _, what = rest.partition(":")
            rank = "1re" if number == "1" else f"{one_line(number)}e"
            if what == "confirmation":
                return f"confirmation de la {rank} promesse"
            return f"suite de la {rank} promesse"
        case _:
            return one_line(occasion)
