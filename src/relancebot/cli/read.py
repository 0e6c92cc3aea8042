"""``relancebot read`` and ``relancebot dates``: what a letter says, and why."""

from __future__ import annotations

import base64
import binascii
import json
import sys
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    from relancebot.domain.reading import InvoiceRef, Reading

Json = dict[str, Any]

_LABELS = {
    "promise": "promesse de paiement",
    "promise_undated": "promesse sans date",
    "paid_claim": "dit avoir payé",
    "dispute": "litige",
    "refusal": "refus de payer",
    "payment_plan": "échéancier",
    "extension": "demande de délai",
    "hardship": "difficultés de trésorerie",
    "insolvency": "procédure collective",
    "document_request": "demande de pièce",
    "awaiting_approval": "en attente d’un tiers",
    "contact_change": "autre interlocuteur",
    "out_of_office": "absence",
    "auto_ack": "accusé automatique",
    "bounce": "message non remis",
    "hostile": "ton hostile",
    "stop": "ne plus écrire",
    "acknowledgement": "simple accusé de réception",
    "unrelated": "sans rapport",
}
_REASONS = {
    "quality": "qualité",
    "not_delivered": "non livré",
    "amount": "montant",
    "not_ordered": "non commandé",
    "duplicate": "doublon",
    "terms": "conditions",
    "other": "autre",
}
_KINDS = {
    "human": "une personne",
    "auto_reply": "réponse automatique",
    "bounce": "message non remis",
}
_STYLES = {
    "promise": "bold green",
    "paid_claim": "bold cyan",
    "dispute": "bold red",
    "refusal": "bold red",
    "insolvency": "bold red",
    "hostile": "bold red",
    "stop": "bold red",
}


def _invoices(rows: object) -> tuple[InvoiceRef, ...]:
    """Take the invoices of a request; what is missing in one stays unknown."""
    from relancebot.domain.reading import InvoiceRef

    found = []
    for row in rows if isinstance(rows, list) else []:
        if not isinstance(row, dict) or not row.get("number"):
            continue
        found.append(
            InvoiceRef(
                str(row["number"]),
                _amount(row.get("amount")),
                str(row.get("currency") or "EUR"),
                _day(row.get("issued")),
                _day(row.get("due")),
            )
        )
    return tuple(found)


def _amount(value: object) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def as_json(reading: Reading, ident: object = None) -> Json:
    """Give a reading as the JSON object of the filter."""
    dispute, bounce = reading.dispute, reading.bounce
    return {
        "id": ident,
        "kind": reading.kind.value,
        "labels": sorted(label.value for label in reading.labels),
        "promises": [
            {
                "by": promise.by.isoformat(),
                "start": _iso(promise.start),
                "amount": _text(promise.amount),
                "quote": promise.quote,
                "rule": promise.rule,
                "invoice": promise.invoice,
            }
            for promise in reading.promises
        ],
        "dispute": None
        if dispute is None
        else {
            "reason": dispute.reason.value,
            "quote": dispute.quote,
            "rule": dispute.rule,
            "amount": _text(dispute.amount),
            "invoice": dispute.invoice,
        },
        "paid_on": _iso(reading.paid_on),
        "return_date": _iso(reading.return_date),
        "contact": reading.contact,
        "review": reading.review,
        "text": reading.text,
        "language": reading.language,
        "confidence": reading.confidence,
        "why": list(reading.why),
        "claims": [
            {
                "label": claim.label.value,
                "quote": claim.quote,
                "rule": claim.rule,
                "invoice": claim.invoice,
            }
            for claim in reading.claims
        ],
        "bounce": None
        if bounce is None
        else {
            "recipients": list(bounce.recipients),
            "hard": bounce.hard,
            "original_message_id": bounce.original_message_id,
        },
    }


def _failure(ident: object, error: str) -> Json:
    """Answer a line that cannot be read: a person looks, the rest goes on."""
    return {
        "id": ident, "kind": "human", "labels": [], "promises": [], "dispute": None,
        "paid_on": None, "return_date": None, "contact": None, "review": True,
        "text": "", "language": "fr", "confidence": 0.0, "why": [error], "claims": [],
        "bounce": None, "error": error,
    }  # fmt: skip


def _raw(request: Json) -> bytes:
    encoded = request.get("raw_b64")
    if isinstance(encoded, str):
        return base64.b64decode(encoded, validate=False)
    raw = request.get("raw")
    if not isinstance(raw, str):
        raise TypeError("« raw » ou « raw_b64 » manque")
    return raw.encode("utf-8", "surrogateescape" if _surrogates(raw) else "strict")


def _surrogates(text: str) -> bool:
    return any("\udc80" <= character <= "\udcff" for character in text)


def answer_mail(request: Json) -> Json:
    """Read the mail of one request of the filter."""
    from relancebot.mail.message import parse_message
    from relancebot.reading import read

    received = request.get("received")
    moment = datetime.fromisoformat(received) if isinstance(received, str) else None
    message = parse_message(_raw(request), moment)
    reading = read(message, _invoices(request.get("invoices")))
    return as_json(reading, request.get("id"))


def _request(line: bytes) -> Json:
    request = json.loads(line.decode("utf-8", "replace"))
    if not isinstance(request, dict):
        raise TypeError("chaque ligne doit être un objet JSON")
    return request


def _answer_line(
    line: bytes, answer: Callable[[Json], Mapping[str, Any]]
) -> Mapping[str, Any]:
    ident: object = None
    try:
        request = _request(line)
        ident = request.get("id")
        return answer(request)
    except json.JSONDecodeError as error:
        return _failure(ident, f"ligne illisible (JSON) : {error.msg}")
    except (binascii.Error, UnicodeError):
        return _failure(ident, "contenu du message illisible (encodage)")
    except (TypeError, ValueError, OverflowError) as error:
        return _failure(ident, f"ligne inutilisable : {error}")
    except Exception as error:  # noqa: BLE001 - one bad line never stops the others
        return _failure(ident, f"lecture impossible ({type(error).__name__})")


def filter_lines(
    lines: Iterable[bytes], answer: Callable[[Json], Mapping[str, Any]]
) -> Iterator[str]:
    """Answer each line as it comes, one JSON object a line; memory stays flat."""
    for line in lines:
        if line.strip():
            yield json.dumps(_answer_line(line, answer), ensure_ascii=False)


def _stream(answer: Callable[[Json], Mapping[str, Any]]) -> None:
    source, target = sys.stdin.buffer, sys.stdout.buffer
    for answered in filter_lines(source, answer):
        target.write(answered.encode("utf-8", "backslashreplace") + b"\n")
        target.flush()


def _highlighted(reading: Reading) -> Text:
    """Show the sender's words with what was found marked in them."""
    from rich.text import Text

    words = Text(reading.text)
    for claim in reading.claims:
        style = _STYLES.get(claim.label.value, "bold yellow")
        words.stylize(style, claim.span.start, claim.span.end)
    return words


def _tree(reading: Reading) -> Tree:
    """Draw the rules that produced each value, from the whole to the parts."""
    from rich.tree import Tree

    tree = Tree(f"[bold]{_KINDS[reading.kind.value]}[/] · langue {reading.language}")
    for claim in reading.claims:
        if claim.label.value == "promise":
            continue
        branch = tree.add(f"[bold]{_LABELS[claim.label.value]}[/]")
        branch.add(f"règle {claim.rule}").add(f"« {_escaped(claim.quote)} »")
    for promise in reading.promises:
        amount = _sum(promise.amount)
        branch = tree.add(f"[bold]promesse[/] : {promise.by:%d/%m/%Y}{amount}")
        branch.add(f"« {_escaped(promise.quote)} »")
        frame, _, rule = promise.rule.partition("/")
        branch.add(f"engagement : {frame}")
        _nest(branch.add(f"date : {rule.partition('(')[0]}"), rule)
    if reading.dispute is not None:
        branch = tree.add(f"[bold]motif[/] : {_REASONS[reading.dispute.reason.value]}")
        branch.add(f"règle {reading.dispute.rule}")
    return tree


def _nest(branch: Tree, rule: str) -> None:
    """Hang the parts of a composed rule, "on(part(start, month))", on its branch."""
    inner = rule.partition("(")[2].removesuffix(")")
    depth, start = 0, 0
    for at, character in enumerate(f"{inner},"):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            part = inner[start:at].strip()
            if part:
                _nest(branch.add(part.partition("(")[0]), part)
            start = at + 1


def _sum(amount: Decimal | None) -> str:
    from relancebot.domain.money import Money
    from relancebot.french.amounts import euros

    return "" if amount is None else f", {euros(Money(amount))}"


def _escaped(text: str) -> str:
    from rich.markup import escape

    return escape(" ".join(text.split()))


def _show(console: Console, name: str, reading: Reading, *, explain: bool) -> None:
    console.rule(name)
    if reading.text.strip():
        console.print(_highlighted(reading))
        console.print()
    if explain:
        console.print(_tree(reading))
    else:
        for line in _summary(reading):
            console.print(line, markup=False)
    verdict = "à lire par vous" if reading.review else "peut être traité sans vous"
    console.print(
        f"→ {verdict} (confiance {reading.confidence:.0%})", style="bold", markup=False
    )
    for line in reading.why:
        console.print(f"   {line}", markup=False)


def _summary(reading: Reading) -> Iterator[str]:
    if reading.kind.value != "human":
        yield f"• {_KINDS[reading.kind.value]}"
    for promise in reading.promises:
        amount = _sum(promise.amount)
        yield (
            f"• promesse pour le {promise.by:%d/%m/%Y}{amount} :"
            f" « {' '.join(promise.quote.split())} »"
        )
    seen: set[str] = {"promise"} if reading.promises else set()
    for claim in reading.claims:
        if claim.label.value in seen:
            continue
        seen.add(claim.label.value)
        label = _LABELS[claim.label.value]
        if claim.label.value == "dispute" and reading.dispute is not None:
            label += f" ({_REASONS[reading.dispute.reason.value]})"
        yield f"• {label} : « {' '.join(claim.quote.split())} »"
    if reading.paid_on is not None:
        yield f"• payé le {reading.paid_on:%d/%m/%Y}, d’après lui"
    if reading.return_date is not None:
        yield f"• de retour le {reading.return_date:%d/%m/%Y}"
    if reading.contact is not None:
        yield f"• écrire plutôt à {reading.contact}"


@click.command(
    "read", help="Lit des réponses à vos relances et dit ce qu’elles disent."
)
@click.argument(
    "files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--json", "machine", is_flag=True, help="Un objet JSON par message.")
@click.option("--explain", is_flag=True, help="Montre l’arbre des règles.")
@click.option(
    "--jsonl",
    "stream",
    is_flag=True,
    help="Filtre : un objet JSON par ligne, de l’entrée vers la sortie standard.",
)
def read_command(
    files: tuple[Path, ...], *, machine: bool, explain: bool, stream: bool
) -> None:
    """Read answers from files, or from standard input one JSON object a line."""
    if stream:
        _stream(answer_mail)
        return
    if not files:
        raise click.UsageError("donnez au moins un fichier .eml, ou --jsonl")
    from rich.console import Console

    from relancebot.mail.message import UNKNOWN_DAY, parse_message
    from relancebot.reading import read

    console = Console(highlight=False)
    for path in files:
        raw = path.read_bytes()
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        message = parse_message(raw)
        if message.received == UNKNOWN_DAY:
            message = parse_message(raw, written)
        reading = read(message)
        if machine:
            click.echo(json.dumps(as_json(reading, path.name), ensure_ascii=False))
        else:
            _show(console, path.name, reading, explain=explain)


@click.command("dates", help="Dit quels jours nomment des textes, et à quel titre.")
@click.argument("texts", nargs=-1)
@click.option("--ref", default=None, help="Jour de réception (AAAA-MM-JJ).")
@click.option(
    "--jsonl",
    "stream",
    is_flag=True,
    help="Filtre : un objet JSON par ligne, de l’entrée vers la sortie standard.",
)
def dates_command(texts: tuple[str, ...], ref: str | None, *, stream: bool) -> None:
    """Read the dates of texts, or of standard input one JSON object a line."""
    from relancebot.reading.dates import answer

    if stream:
        _stream(answer)
        return
    if not texts or ref is None:
        raise click.UsageError("donnez un texte et --ref AAAA-MM-JJ, ou --jsonl")
    for text in texts:
        found = answer({"id": text, "ref": ref, "text": text})
        click.echo(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(read_command())
