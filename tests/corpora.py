"""The labelled corpora of this directory, as the reader and the trainer take them."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from email import message_from_string
from email.message import EmailMessage
from email.message import Message as Mail
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from relancebot.domain.message import Message
from relancebot.domain.reading import InvoiceRef
from relancebot.mail.message import parse_message
from relancebot.reading.own_words import own_words
from relancebot.reading.training import Example, example

Item = dict[str, Any]
CORPUS = Path(__file__).with_name("corpus")
#: Judged by a model that never saw them.
JUDGED = ("train_1", "train_2", "train_3", "dev_replies")
#: Only teach: phrases, unusual wordings by other authors, mails read while writing
#: the rules.
TEACHING = ("own_phrases", "own_1", "own_2", "own_3", "held_out_a")
#: Never taught and never read for the rules: the figure that means something.
HELD_OUT = "held_out_b"


def items(name: str) -> list[Item]:
    """Give the labelled lines of one corpus."""
    text = (CORPUS / f"{name}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def gold_of(item: Item) -> Item:
    """Give what an item is labelled with, whichever kind of file it is from."""
    if "gold" in item:
        gold: Item = item["gold"]
        return gold
    kept = {key: item.get(key) for key in ("labels", "promises", "dispute", "paid_on")}
    return {"kind": "human", "review": None, **kept}


def raw_of(item: Item) -> bytes:
    """Write the labelled item as the mail that it was."""
    headers = dict(item.get("headers") or {})
    body: str = item.get("body") or item.get("text") or ""
    content_type = headers.pop("Content-Type", "")
    if content_type.startswith("multipart/report"):
        message: Mail = _report(body, "disposition" in content_type)
    else:
        message = plain = EmailMessage()
        plain.set_content(body, charset="utf-8")
    message["From"] = item.get("from", "Client <client@debtor.example>")
    message["To"] = "Consultant <moi@consultant.example>"
    message["Subject"] = item.get("subject", "Re: Facture impayée")
    message["Date"] = format_datetime(datetime.fromisoformat(item["received"]))
    message["Message-ID"] = f"<{item['id']}@debtor.example>"
    if headers.get("Auto-Submitted") != "auto-generated":
        reminder = f"<reminder-{item['id']}@consultant.example>"
        message["In-Reply-To"] = message["References"] = reminder
    for header, value in headers.items():
        if header.lower() not in {"from", "to", "subject", "date", "message-id"}:
            message[header] = value
    return message.as_string().encode()


def _report(body: str, disposition: bool) -> MIMEMultipart:  # noqa: FBT001 - one fact
    kind = "disposition-notification" if disposition else "delivery-status"
    message = MIMEMultipart("report")
    message.set_param("report-type", kind)
    message.attach(MIMEText(body, "plain", "utf-8"))
    outcome = (
        "Disposition: automatic-action/MDN-sent-automatically; displayed\n"
        if disposition
        else "Action: failed\nStatus: 5.1.1\n"
    )
    inner = (
        f"Content-Type: message/{kind}\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; client@debtor.example\n{outcome}"
    )
    message.attach(message_from_string(inner))
    return message


def message_of(item: Item) -> Message:
    """Parse the mail of a labelled item."""
    return parse_message(raw_of(item), datetime.fromisoformat(item["received"]))


def invoices_of(item: Item) -> tuple[InvoiceRef, ...]:
    """Give the open invoices of a labelled item."""
    return tuple(
        InvoiceRef(
            row["number"],
            Decimal(row["amount"]),
            row["currency"],
            date.fromisoformat(row["issued"]),
            date.fromisoformat(row["due"]),
        )
        for row in item.get("case", {}).get("invoices", ())
    )


def examples(name: str) -> Iterator[Example]:
    """Give what the categoriser may learn from one corpus: what people wrote."""
    for item in items(name):
        gold = gold_of(item)
        if gold["kind"] != "human":
            continue
        received = datetime.fromisoformat(item["received"])
        text = item.get("text") or own_words(message_of(item)).text
        yield example(item["id"], text, received, gold, invoices_of(item))
