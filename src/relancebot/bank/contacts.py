"""Whom to write to at the client's: the addresses, names and numbers of one row."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from relancebot.bank.report import quote, say
from relancebot.domain.invoice import Contact, Role

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = re.compile(
    rf"(?=.{{6,254}}\Z)(?!.*\.\.)[a-z0-9!#$%&'*+/=?^_`{{|}}~-]"
    rf"[a-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{0,63}}@(?:{_LABEL}\.)+[a-z]{{2,24}}",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?<![^\s:(\[])[^\s:()\[\]@]+@[^\s:()\[\]@]+(?![^\s)\]])")
_ANGLED = re.compile(r"([^<>;,\n]*(?:,[^<>;,@\n]*)?)<\s*([^<>]*)\s*>")
_ROLES = {
    "": Role.ACCOUNTING,
    "accounting": Role.ACCOUNTING,
    "decision_maker": Role.DECISION_MAKER,
    "operations": Role.OPERATIONS,
    "other": Role.OTHER,
}


def is_address(text: str) -> bool:
    """Tell whether a mail can be sent there, as far as its writing goes."""
    local, _, _ = text.partition("@")
    return bool(_ADDRESS.fullmatch(text)) and not local.endswith(".")


def split_addresses(cell: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Take a cell of addresses apart.

    Returns:
        The (address, name) pairs in their order, and what is no address.
    """
    found: list[tuple[str, str]] = []
    wrong: list[str] = []

    def take(address: str, name: str = "") -> None:
        bare = address.strip().strip("\"'()[]").rstrip(".").strip()
        bare = re.sub(r"^mailto:", "", bare, flags=re.IGNORECASE)
        if not bare:
            return
        alone = _WITHIN.findall(bare)
        if not is_address(bare) and len(alone) == 1:
            bare = alone[0].rstrip(".")  # "compta@x.fr (Zoé)", "Compta : compta@x.fr"
        if is_address(bare):
            found.append((bare, " ".join(name.split()).strip("\"' ")))
        else:
            wrong.append(bare)

    def angled(match: re.Match[str]) -> str:
        take(match[2], match[1])
        return ";"

    if is_address(cell):
        return [(cell, "")], []
    rest = _ANGLED.sub(angled, cell) if "<" in cell else cell
    for part in re.split(r"[;,\n|]|\s/\s|\set\s|\s&\s", rest):
        pieces = part.split()
        if len(pieces) > 1 and all("@" in piece for piece in pieces):
            for piece in pieces:
                take(piece)
        else:
            take(part)
    return found, wrong


def tidy_phone(cell: str) -> str:
    """Write a phone number as typed, with the zero that a spreadsheet ate."""
    text = " ".join(cell.replace("\u202f", " ").replace("\xa0", " ").split())
    if re.fullmatch(r"[1-79]\d{8}", text):
        return "0" + text
    return text


@dataclass
class Contacts:
    """The contacts of one row, and what was wrong with them, by position."""

    found: tuple[Contact, ...] = ()
    notices: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ContactColumns:
    """The positions of one role's columns, by kind."""

    suffix: str
    role: Role
    email: Sequence[int]
    contact: Sequence[int]
    phone: Sequence[int]
    first_name: Sequence[int]


def contact_columns(places: Mapping[str, Sequence[int]]) -> tuple[ContactColumns, ...]:
    """Gather the contact columns of a file by role; roles without any are left out."""
    found = []
    for suffix, role in _ROLES.items():
        ends = f"_{suffix}" if suffix else ""
        kinds = [
            places.get(f"{kind}{ends}", ())
            for kind in ("email", "contact", "phone", "first_name")
        ]
        if any(kinds):
            found.append(ContactColumns(suffix, role, *kinds))
    return tuple(found)


def read_contacts(
    columns: Sequence[ContactColumns], cell: Callable[[int], str]
) -> Contacts:
    """Gather the contacts of a row, role by role.

    Args:
        columns: where they are written.
        cell: gives the text at a position.
    """
    result = Contacts()
    contacts: dict[str, Contact] = {}
    for group in columns:
        names: list[str] = []
        addresses: list[tuple[str, str]] = []
        for at in (*group.email, *group.contact):
            text = cell(at).strip()
            if not text:
                continue
            if "@" not in text and at in group.contact:
                names.append(" ".join(text.split()))
                continue
            pairs, wrong = split_addresses(text)
            addresses += pairs
            result.notices += [(at, _wrong_address(bad)) for bad in wrong]
        first = [" ".join(cell(at).split()) for at in group.first_name]
        phones = [tidy_phone(cell(at)) for at in group.phone if cell(at).strip()]
        for rank, (address, own_name) in enumerate(addresses):
            given = names[rank] if rank < len(names) else ""
            if rank < len(first):
                given = f"{first[rank]} {given}".strip()
            phone = phones[rank] if rank < len(phones) else ""
            contacts.setdefault(
                address.casefold(),
                Contact(address, own_name or given, group.role, phone),
            )
    result.found = tuple(contacts.values())
    return result


def _wrong_address(text: str) -> str:
    return say(
        "adresse e-mail {text} invalide, laissée de côté ; corrigez-la pour que ce "
        "contact reçoive les relances",
        text=quote(text),
    )
