"""Reading sample files, and comparing French without its special spaces."""

from pathlib import Path

from relancebot.bank.invoices_csv import InvoiceFile, read_invoices

FILES = Path(__file__).parent / "files"


def plain(text: object) -> str:
    return " ".join(str(text).replace("\N{NARROW NO-BREAK SPACE}", " ").split())


def sample(name: str, **options) -> InvoiceFile:
    return read_invoices((FILES / name).read_bytes(), name, **options)


def read(text: str, **options) -> InvoiceFile:
    return read_invoices(text.encode(), "factures.csv", **options)


def errors(found: InvoiceFile) -> list[str]:
    return [plain(error) for error in found.errors]


def notices(found: InvoiceFile) -> list[str]:
    return [plain(notice) for notice in found.notices]
