"""Which client and invoices a mail is about, and how sure that is.

Header ids first, then our reference, then a known sender who names an invoice.
Nothing else matches: mail that is not about a case is left exactly as it was.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from relancebot.domain.message import Message

REFERENCE = re.compile(r"\b([A-Z2-9]{4}-[A-Z2-9]{4})\b")
"""Our reference in a letter: two groups of four, no 0/O or 1/I to confuse."""

# Mail domains that anybody may have an address in: sharing one proves nothing.
PUBLIC_DOMAINS = frozenset(
    {
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "outlook.fr",
        "hotmail.com",
        "hotmail.fr",
        "live.com",
        "live.fr",
        "msn.com",
        "yahoo.com",
        "yahoo.fr",
        "ymail.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "aol.com",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "sfr.fr",
        "neuf.fr",
        "bbox.fr",
        "laposte.net",
        "numericable.fr",
        "club-internet.fr",
        "aliceadsl.fr",
        "gmx.com",
        "gmx.fr",
        "gmx.de",
        "proton.me",
        "protonmail.com",
        "tutanota.com",
        "mail.com",
        "zoho.com",
        "yandex.com",
        "mailo.com",
        "ik.me",
    }
)


class How(StrEnum):
    """What led to the client, from the surest to the weakest."""

    THREAD = "thread"
    REFERENCE = "reference"
    SENDER_AND_NUMBER = "sender_and_number"
    SENDER = "sender"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows that a mail could be about.

    ``threads`` maps the Message-IDs named by the mail's headers to (client, cases);
    ``references`` our references found in it to the client; ``senders`` are the
    clients with that very address, ``domains`` those with one in its domain;
    ``numbers`` maps the open invoices of all these clients to their client.
    ``returned`` gives (client, cases) of the letter that a delivery report without
    any id of ours must be about: the last one to the address that it names.
    """

    threads: Mapping[str, tuple[str, tuple[str, ...]]]
    references: Mapping[str, str]
    senders: Sequence[str]
    domains: Sequence[str]
    numbers: Mapping[str, str]
    returned: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """The client a mail is about; ``trusted`` when the sender is a known contact.

    ``sure`` is false when the mail may be about somebody else's invoices as well, or
    when nothing but its sender's address leads here: then it never acts alone.
    """

    client: str
    cases: tuple[str, ...]
    how: How
    trusted: bool
    sure: bool = True


def thread_ids(message: Message) -> tuple[str, ...]:
    """Give the ids that a mail answers, the nearest first, each once."""
    ids = (*message.in_reply_to, *reversed(message.references))
    return tuple(dict.fromkeys(i for i in ids if i))


def bounced_ids(message: Message) -> tuple[str, ...]:
    """Give the Message-IDs of our own letters that a report returns."""
    return message.original_headers.get("message-id", ())


def references_in(message: Message) -> tuple[str, ...]:
    """Find our references in the subject and the text, quoted parts included."""
    found = REFERENCE.findall(f"{message.subject}\n{message.text}")
    return tuple(dict.fromkeys(found))


def numbers_in(message: Message, numbers: Sequence[str]) -> tuple[str, ...]:
    """Find which of these invoice numbers a mail names, as whole words."""
    text = f"{message.subject}\n{message.text}"
    return tuple(
        number
        for number in numbers
        if re.search(rf"(?<![\w-]){re.escape(number)}(?![\w-])", text, re.IGNORECASE)
    )


def match(message: Message, known: Known) -> tuple[Match, ...]:
    """Say which clients a mail is about; none when it is no business of ours.

    Mostly one. An address that several clients share (an accounting firm, the owner
    of two companies) may write about any of them: what names an invoice goes to its
    client, what answers one client's letter about another's invoice goes to both,
    and what gives no clue goes to all; a person then looks.
    """
    named = numbers_in(message, tuple(known.numbers))

    def theirs(client: str) -> tuple[str, ...]:
        return tuple(n for n in named if known.numbers[n] == client)

    def answered(client: str, cases: tuple[str, ...], how: How) -> tuple[Match, ...]:
        found = Match(client, cases, how, client in known.senders)
        others = [c for c in known.senders if c != client and theirs(c)]
        if not found.trusted or not others:
            return (found,)
        return (
            replace(found, sure=False),
            *(
                Match(c, theirs(c), How.SENDER_AND_NUMBER, trusted=True, sure=False)
                for c in others
            ),
        )

    for message_id in (*thread_ids(message), *bounced_ids(message)):
        if message_id in known.threads:
            client, cases = known.threads[message_id]
            return answered(client, cases or theirs(client), How.THREAD)
    for client in known.references.values():
        return answered(client, theirs(client), How.REFERENCE)
    owners = {known.numbers[n] for n in named}
    concerned = [c for c in known.senders if c in owners]
    if not concerned:
        concerned = [c for c in known.domains if c in owners][:1]
    if concerned:
        return tuple(
            Match(
                client,
                theirs(client),
                How.SENDER_AND_NUMBER,
                client in known.senders,
                sure=len(concerned) == 1,
            )
            for client in concerned
        )
    return tuple(
        Match(c, (), How.SENDER, trusted=True, sure=False) for c in known.senders
    )


def match_report(known: Known) -> tuple[Match, ...]:
    """Say whose letter came back: by any id of ours in it, then by its recipient.

    Its sender is a mail server, and what else it quotes proves nothing.
    """
    for client, cases in known.threads.values():
        return (Match(client, cases, How.THREAD, trusted=False),)
    if known.returned is not None:
        client, cases = known.returned
        return (Match(client, cases, How.RECIPIENT, trusted=False),)
    return ()
