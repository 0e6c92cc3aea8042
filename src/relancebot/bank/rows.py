"""One row of an invoice file into one invoice or credit note, or why it is neither."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from relancebot.bank import vocabulary
from relancebot.bank.columns import Layout
from relancebot.bank.contacts import ContactColumns, read_contacts
from relancebot.bank.dates import Order, read_date
from relancebot.bank.records import Row
from relancebot.bank.report import CellError, quote, say
from relancebot.bank.sums import Said, plain, remaining
from relancebot.bank.terms import due_by_term, latest_legal_due
from relancebot.bank.titles import label_of
from relancebot.bank.values import (
    AmountStyle,
    currency_code,
    is_abbreviated,
    is_spreadsheet_fault,
    read_amount,
    unwrap,
)
from relancebot.bank.vocabulary import Kind
from relancebot.domain.invoice import (
    Contact,
    CreditRow,
    InvoiceRow,
    Stated,
    client_slug,
)
from relancebot.domain.money import Money
from relancebot.domain.policy import DebtorKind, Formality, Language

_LONGEST_NUMBER = 80
# What Excel makes of « 03-26 »; a real invoice number hardly looks like it.
_MONTH_YEAR = re.compile(
    r"(janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|dec)\.?-\d\d",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reading:
    """How the columns of a file are to be read, decided over all its rows."""

    header: tuple[str, ...]
    layout: Layout
    styles: dict[str, AmountStyle]
    orders: dict[str, Order]
    contacts: tuple[ContactColumns, ...] = ()
    currency: str = "EUR"
    utc_days: frozenset[str] = frozenset()
    default_term_days: int | None = None


@dataclass
class Taken:
    """What became of a row: the thing itself, and what must be said of it.

    ``remarks`` are the notices that many rows share; the file's report gathers them.
    """

    row: Row
    invoice: InvoiceRow | None = None
    credit: CreditRow | None = None
    payment: Money | None = None
    open_stated: bool = False
    errors: list[CellError] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sums:
    total: Money
    open: Money
    payment: Money | None
    open_stated: bool


class RowReader:
    """Reads one row by what was decided for the whole file."""

    def __init__(self, reading: Reading, row: Row) -> None:
        """Take a row in hand."""
        self.reading = reading
        self.layout = reading.layout
        self.row = row
        self.taken = Taken(row)

    # --- cells ----------------------------------------------------------------------

    def _cell(self, at: int) -> str:
        return self.row.cells[at] if at < len(self.row.cells) else ""

    def _raw(self, name: str) -> str:
        at = self.layout.place(name)
        return "" if at is None else self._cell(at)

    def _text(self, name: str) -> str:
        return " ".join(self._raw(name).split())

    def _title(self, name: str) -> str:
        at = self.layout.place(name)
        return "" if at is None else self.reading.header[at].strip()

    def _fail(self, name: str, template: str, **values: object) -> None:
        self.taken.errors.append(CellError(say(template, **values), self._title(name)))

    def _note(self, name: str, template: str, **values: object) -> None:
        self.taken.notices.append((self._title(name), say(template, **values)))

    def _sum(self, name: str) -> tuple[Decimal | None, str]:
        if self.layout.place(name) is None:
            return None, ""
        try:
            found = read_amount(
                self._raw(name), self.reading.styles[name], label_of(name)
            )
        except CellError as error:
            self.taken.errors.append(CellError(error.text, self._title(name)))
            return None, ""
        if found is None:
            return None, ""
        if found.doubtful:
            self._note(
                name,
                "{label} {cell} lu {value}, comme le reste de la colonne ; vérifiez "
                "que ce "
                "ne sont pas des milliers",
                label=label_of(name),
                cell=quote(self._raw(name)),
                value=plain(found.value),
            )
        return found.value, found.currency

    def _day(self, name: str) -> date | None:
        if self.layout.place(name) is None:
            return None
        cell = self._raw(name)
        if name in self.reading.utc_days and ":" in cell:
            cell = cell.strip() + "Z"
        try:
            return read_date(cell, self.reading.orders[name], label_of(name))
        except CellError as error:
            self.taken.errors.append(CellError(error.text, self._title(name)))
            return None

    # --- the whole ------------------------------------------------------------------

    def read(self) -> Taken:
        """Read the row; every mistake in it is named, not only the first."""
        kind = self._kind()
        stated = self._stated()
        if isinstance(stated, Kind):
            kind = stated
        if kind in {Kind.PURCHASE, Kind.OTHER, Kind.DRAFT}:
            self.taken.errors.clear()
            return self.taken
        number, client = self._number(), self._client()
        issued, paid_on = self._day("issued"), self._day("paid_on")
        at_stated = stated if isinstance(stated, Stated) else Stated.NOTHING
        sums = self._sums(kind, at_stated, paid_on)
        is_credit = kind is Kind.CREDIT or (sums is not None and sums.total.amount < 0)
        due = None if is_credit else self._due(issued)
        if sums is None or self.taken.errors:
            return self.taken
        client_id = unwrap(self._text("client_id")) or client_slug(client)
        if is_credit:
            self.taken.credit = CreditRow(
                number,
                client,
                client_id,
                Money(abs(sums.total.amount), sums.total.currency),
                Money(abs(sums.open.amount), sums.open.currency),
                issued,
                self._text("credited"),
                self._text("subject"),
                self.row.line,
            )
        elif due is not None:
            self.taken.payment = sums.payment
            self.taken.open_stated = sums.open_stated
            self.taken.invoice = InvoiceRow(
                number,
                client,
                client_id,
                sums.total,
                sums.open,
                issued,
                due,
                self._contacts(),
                self._debtor_kind(),
                self._text("subject"),
                self._text("order_reference"),
                self._service_end(),
                paid_on,
                self._language(),
                self._formality(),
                at_stated,
                self.row.line,
            )
            self._watch(self.taken.invoice)
        return self.taken

    # --- what the row is --------------------------------------------------------------

    def _kind(self) -> Kind:
        cell = self._raw("kind")
        found = vocabulary.read_kind(cell)
        if cell.strip() and found is None:
            self.taken.remarks.append(
                say(
                    "type de pièce {cell} inconnu, lu comme une facture",
                    cell=quote(cell),
                )
            )
        if found in {Kind.PURCHASE, Kind.OTHER, Kind.DRAFT}:
            self._aside(found, cell)
        return found or Kind.INVOICE

    def _aside(self, kind: Kind, cell: str) -> None:
        what = {
            Kind.PURCHASE: "n’est pas une facture client",
            Kind.DRAFT: "n’est pas une facture émise",
        }.get(kind, "n’est pas une facture")
        self.taken.remarks.append(
            say("laissé de côté : {cell} {what}", cell=quote(cell), what=what)
        )

    def _stated(self) -> Stated | Kind:
        """Give what the tool says of the invoice, over all its status columns."""
        found: set[Stated] = set()
        unknown: list[str] = []
        for at in self.layout.places.get("status", ()):
            cell = self._cell(at)
            if not cell.strip():
                continue
            word = vocabulary.read_stated(cell)
            if isinstance(word, Kind):
                self._aside(word, cell)
                return word
            if word is None:
                unknown.append(cell)
            else:
                found.add(word)
        settled = self._raw("settled")
        if settled.strip():
            answer = vocabulary.read_yes_no(settled)
            if answer is None:
                unknown.append(settled)
            else:
                found.add(Stated.PAID if answer else Stated.UNPAID)
                if not answer and Stated.PAID in found:
                    self._fail(
                        "settled",
                        "une colonne dit la facture payée, une autre non ; corrigez "
                        "celle "
                        "qui se trompe puis relancez l’import",
                    )
        for cell in unknown:
            self._unknown_status(cell, known=bool(found))
        for first in (
            Stated.CANCELLED,
            Stated.DISPUTED,
            Stated.PAID,
            Stated.PARTLY_PAID,
            Stated.UNPAID,
        ):
            if first in found:
                return first
        return Stated.NOTHING

    def _unknown_status(self, cell: str, *, known: bool) -> None:
        if known or self._raw("open").strip() or self._raw("paid_amount").strip():
            self.taken.remarks.append(
                say("statut {cell} inconnu, laissé de côté", cell=quote(cell))
            )
            return
        self._fail(
            "status",
            "statut {cell} inconnu : rien ne dit si la facture est payée ; écrivez "
            "« payée » ou « impayée », ou ajoutez une colonne « Reste à payer »",
            cell=quote(cell),
        )

    def _number(self) -> str:
        cell = self._raw("number")
        number = " ".join(unwrap(cell).split())
        if not number:
            self._fail("number", "numéro de facture manquant ; ajoutez-le")
        elif is_spreadsheet_fault(number) or is_abbreviated(number):
            self._fail(
                "number",
                "numéro {cell} abîmé par le tableur ; mettez la colonne au format "
                "« Texte » puis refaites l’export",
                cell=quote(cell),
            )
        elif len(number) > _LONGEST_NUMBER:
            self._fail(
                "number",
                "numéro {cell} trop long ; est-ce la bonne colonne ?",
                cell=quote(cell),
            )
        elif _MONTH_YEAR.fullmatch(number):
            self._note(
                "number",
                "numéro {cell} : le tableur l’a peut-être changé en date ; vérifiez-le "
                "sur la facture",
                cell=quote(cell),
            )
        return number

    def _client(self) -> str:
        name = self._text("client")
        if not name:
            self._fail("client", "client manquant ; ajoutez son nom")
        elif "\N{REPLACEMENT CHARACTER}" in name:
            self._note(
                "client",
                "client {cell} : un caractère a été perdu ; corrigez le nom, ou "
                "refaites "
                "l’export en UTF-8",
                cell=quote(name),
            )
        elif is_spreadsheet_fault(name):
            self._fail(
                "client",
                "client {cell} : le tableur n’affiche pas la valeur ; corrigez la "
                "formule "
                "puis refaites l’export",
                cell=quote(name),
            )
        return name

    # --- money -----------------------------------------------------------------------

    def _sums(self, kind: Kind, stated: Stated, paid_on: date | None) -> _Sums | None:
        errors_before = len(self.taken.errors)
        read = {name: self._sum(name) for name in self.reading.styles}
        currency = self._currency([beside for _, beside in read.values() if beside])
        total, open_ = read["total"][0], read["open"][0]
        paid, payment = read["paid_amount"][0], read["payment"][0]
        if len(self.taken.errors) > errors_before:
            return None
        if total is None and self.layout.place("total") is None and open_ is not None:
            total = open_ + (paid or Decimal(0))
            self.taken.remarks.append(
                say("sans montant TTC : le reste à payer en tient lieu")
            )
        if total is None:
            self._fail("total", "montant TTC manquant ; ajoutez-le")
            return None
        if open_ is None and self.layout.place("open") is not None:
            self._open_left_empty(stated, paid)
        said = Said(total, open_, paid, payment, stated, paid_on is not None)
        if kind is Kind.CREDIT or total < 0:
            left = self._left_of_credit(said)
        else:
            try:
                left = remaining(said, lambda text: self._note("open", "{t}", t=text))
            except CellError as error:
                self.taken.errors.append(CellError(error.text, self._title("open")))
                return None
        return _Sums(
            Money(total, currency),
            Money(left, currency),
            None if payment is None else Money(payment, currency),
            open_ is not None or paid is not None or stated is Stated.CANCELLED,
        )

    def _open_left_empty(self, stated: Stated, paid: Decimal | None) -> None:
        if stated is Stated.NOTHING and paid is None:
            self.taken.remarks.append(
                say("reste à payer vide : tout le montant est pris comme dû")
            )

    def _left_of_credit(self, said: Said) -> Decimal:
        if said.total == 0 or said.stated in {Stated.PAID, Stated.CANCELLED}:
            return Decimal(0)
        return said.total if said.open is None else said.open

    def _currency(self, beside: list[str]) -> str:
        cell = self._text("currency")
        stated = currency_code(cell) if cell else ""
        if cell and not stated:
            self._fail(
                "currency",
                "devise {cell} inconnue ; écrivez son code, par exemple EUR",
                cell=quote(cell),
            )
        kinds = set(beside) | ({stated} if stated else set())
        # « $ » is also how Canadians and Australians write theirs.
        if len(kinds) > 1 and not (kinds - {stated} == {"USD"} and stated != "EUR"):
            self._fail(
                "total",
                "deux devises sur la même ligne ({kinds}) ; gardez celle de la facture",
                kinds=" et ".join(sorted(kinds)),
            )
        return stated or (beside[0] if beside else "") or self.reading.currency

    # --- days ------------------------------------------------------------------------

    def _due(self, issued: date | None) -> date | None:
        errors_before = len(self.taken.errors)
        written = self._text("due")
        due = None
        if issued is not None and any(letter.isalpha() for letter in written):
            due = due_by_term(issued, written)
        if due is not None:
            self.taken.remarks.append(
                say("échéance {cell} : comptée depuis l’émission", cell=quote(written))
            )
            return due
        due = self._day("due")
        if due is None and len(self.taken.errors) == errors_before:
            due = self._due_by_terms(issued)
        if due is not None and issued is not None and due < issued:
            self._fail(
                "due",
                "échéance du {due} avant l’émission du {issued} ; corrigez l’une des "
                "deux "
                "dates puis relancez l’import",
                due=f"{due:%d/%m/%Y}",
                issued=f"{issued:%d/%m/%Y}",
            )
        return due

    def _due_by_terms(self, issued: date | None) -> date | None:
        term, days = self._text("term"), self.reading.default_term_days
        if issued is None:
            if self._raw("issued").strip():
                return None  # its own error says it already
            self._fail(
                "due",
                "sans date d’échéance ni date d’émission ; ajoutez l’échéance",
            )
            return None
        if term and (due := due_by_term(issued, term)):
            self.taken.remarks.append(
                say("sans échéance : comptée d’après le délai de la ligne")
            )
            return due
        if days is not None:
            self.taken.remarks.append(
                say("sans échéance : comptée {days} jours après l’émission", days=days)
            )
            return issued + timedelta(days=days)
        self._fail(
            "due",
            "sans date d’échéance ; ajoutez-la, ou donnez votre délai habituel, par "
            "exemple --default-term-days 30",
        )
        return None

    def _service_end(self) -> date | None:
        errors = len(self.taken.errors)
        day = self._day("service_end")
        for error in self.taken.errors[errors:]:
            self.taken.notices.append((error.column, error.text))
        del self.taken.errors[errors:]
        return day

    # --- the client ------------------------------------------------------------------

    def _contacts(self) -> tuple[Contact, ...]:
        read = read_contacts(self.reading.contacts, self._cell)
        for at, text in read.notices:
            self.taken.notices.append((self.reading.header[at].strip(), text))
        if self.reading.contacts and not read.found and not read.notices:
            self.taken.remarks.append(
                say(
                    "sans adresse e-mail : aucune relance ne partira avant d’en avoir "
                    "une"
                )
            )
        return read.found

    def _unknown_word(self, name: str, cell: str) -> None:
        self.taken.remarks.append(
            say(
                "{label} {cell} inconnu, laissé de côté",
                label=label_of(name),
                cell=quote(cell),
            )
        )

    def _debtor_kind(self) -> DebtorKind:
        cell = self._raw("debtor_kind")
        found = vocabulary.read_debtor_kind(cell)
        if found is None:
            self._unknown_word("debtor_kind", cell)
        return found or DebtorKind.UNKNOWN

    def _language(self) -> Language | None:
        cell = self._raw("language")
        found = vocabulary.read_language(cell)
        if cell.strip() and found is None:
            self._unknown_word("language", cell)
        return found

    def _formality(self) -> Formality | None:
        cell = self._raw("formality")
        found = vocabulary.read_formality(cell)
        if cell.strip() and found is None:
            self._unknown_word("formality", cell)
        return found

    # --- what is taken, but said ------------------------------------------------------

    def _watch(self, invoice: InvoiceRow) -> None:
        if not invoice.total:
            self._note("total", "montant nul : rien ne sera relancé")
        if invoice.issued is None or invoice.debtor_kind is DebtorKind.CONSUMER:
            return
        latest = latest_legal_due(invoice.issued)
        if invoice.due > latest:
            self._note(
                "due",
                "échéance du {due} au-delà du maximum légal (60 jours après la "
                "facture, "
                "ou 45 jours fin de mois : au plus tard le {latest}) ; elle est gardée "
                "telle quelle",
                due=f"{invoice.due:%d/%m/%Y}",
                latest=f"{latest:%d/%m/%Y}",
            )
