"""How sure a reading is, and whether a person should look before anything is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from relancebot.domain.reading import Label

#: What always goes before a person, however clearly it was said.
ALWAYS_REVIEWED = frozenset(
    {
        Label.DISPUTE, Label.REFUSAL, Label.PAYMENT_PLAN, Label.EXTENSION,
        Label.INSOLVENCY, Label.HOSTILE, Label.STOP, Label.UNRELATED,
    }
)  # fmt: skip
#: From this likelihood on the statistical opinion alone makes a dispute …
DISPUTED_FROM = 0.12
#: … and below this one a dispute that only the rules see is not believed.
UNDISPUTED_BELOW = 0.03
#: What the program may act on by itself.
CLEAR = frozenset(
    {
        Label.PROMISE, Label.PROMISE_UNDATED, Label.PAID_CLAIM, Label.DOCUMENT_REQUEST,
        Label.AWAITING_APPROVAL, Label.ACKNOWLEDGEMENT, Label.CONTACT_CHANGE,
    }
)  # fmt: skip


#: Fitted on mails that neither the model nor most of the rules had seen: at the usual
#: threshold of 0.8 a person looks from a review likelihood of 0.3, or from a dispute
#: likelihood of 0.12.
_REVIEW_WEIGHT, _DISPUTE_WEIGHT = 0.66, 1.6
_ABOUT_PAYING = frozenset({Label.PAID_CLAIM, Label.PROMISE_UNDATED})
_ABOUT_MONEY = frozenset(
    {
        Label.PROMISE, Label.PROMISE_UNDATED, Label.PAID_CLAIM, Label.DOCUMENT_REQUEST,
        Label.AWAITING_APPROVAL,
    }
)  # fmt: skip
_SHORT_THANKS = 45
_EXPLAINED = 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against acting alone on an answer."""

    labels: frozenset[Label]
    weak_date: bool = False
    doubtful_words: bool = False
    outsider: bool = False
    hesitant: bool = False
    unexplained: int = 0
    opinion: Mapping[str, float] = field(default_factory=dict)
    overruled: bool = False
    guessed: bool = False
    loose: int = 0
    rivals: int = 0
    words: int = 0
    calls: bool = False
    hangs: bool = False
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a person looks, how sure the reading is, and why (in French)."""

    review: bool
    confidence: float
    why: tuple[str, ...]


def decide(evidence: Evidence, act_alone_from: float) -> Decision:
    """Decide whether the reading may act alone."""
    why: list[str] = []
    labels = evidence.labels
    confidence = 0.95
    why.extend(_REASONS[label] for label in sorted(labels & ALWAYS_REVIEWED))
    if Label.HARDSHIP in labels and Label.PROMISE not in labels:
        why.append("difficultés de paiement sans date promise")
    if evidence.outsider:
        why.append("l’expéditeur n’est peut-être pas le client")
    if evidence.doubtful_words:
        why.append("la réponse n’a pas pu être séparée du message cité")
    if evidence.too_long:
        why.append("réponse trop longue pour être lue en entier")
    if evidence.calls and not labels & (_ABOUT_MONEY | ALWAYS_REVIEWED):
        why.append("un appel est annoncé, rien d’autre")
    if evidence.guessed or not labels:
        why.append("rien de reconnu dans la réponse")
        confidence = 0.2
    if evidence.weak_date:
        confidence = min(confidence, 0.6)
    if evidence.hesitant:
        confidence = min(confidence, 0.5)
    if evidence.hangs and Label.PROMISE in labels:
        confidence = min(confidence, 0.7)
    if evidence.loose and Label.PROMISE not in labels and labels & _ABOUT_PAYING:
        confidence = min(confidence, 0.7)
    if evidence.rivals and Label.PROMISE in labels:
        confidence = min(confidence, 0.75)
    if labels == {Label.ACKNOWLEDGEMENT} and (
        evidence.words > _SHORT_THANKS or evidence.loose or evidence.unexplained
    ):
        confidence = min(confidence, 0.7)
    if evidence.overruled:
        why.append("les règles et l’avis statistique se contredisent")
    doubt = max(
        _REVIEW_WEIGHT * evidence.opinion.get("review", 0.0),
        _DISPUTE_WEIGHT * evidence.opinion.get("dispute", 0.0),
    )
    if not evidence.unexplained and labels & _ABOUT_MONEY:
        doubt *= _EXPLAINED  # nothing unread is left for the doubt to rest on
    if Label.DISPUTE not in labels:
        confidence = min(confidence, 1.0 - min(1.0, doubt))
    review = bool(why) or confidence < act_alone_from
    if review and not why:
        why.append("lecture trop peu sûre pour agir seul")
    return Decision(review, round(confidence, 3), tuple(why))


_REASONS = {
    Label.DISPUTE: "la dette est contestée",
    Label.REFUSAL: "le client refuse de payer",
    Label.PAYMENT_PLAN: "un échéancier est demandé ou proposé",
    Label.EXTENSION: "un délai est demandé",
    Label.INSOLVENCY: "procédure collective ou cessation d’activité",
    Label.HOSTILE: "ton hostile ou menace",
    Label.STOP: "le destinataire ne veut plus être contacté",
    Label.UNRELATED: "le message parle d’autre chose",
}
