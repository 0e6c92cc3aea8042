"""Numbers that carry their own proof: a slip of the pen is caught at once.

Each function gives the complaint in French, or an empty text when nothing is wrong.
"""

import re

_WORD = r"[^\s@<>,;:\"()\[\]\\]+"
_LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_ADDRESS = re.compile(rf"{_WORD}@[^\W_]([\w-]*[^\W_])?(\.[^\W_]([\w-]*[^\W_])?)+")
_HOST = re.compile(rf"(?i){_LABEL}(\.{_LABEL})*\.?")
_LOOPBACK = re.compile(r"127(\.[0-9]{1,3}){3}")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")
# The countries whose IBAN is of a known length, around France.
_IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "CH": 21, "DE": 22, "ES": 24, "FR": 27, "GB": 22,
    "IE": 22, "IT": 27, "LT": 20, "LU": 20, "MC": 27, "NL": 18, "PT": 25,
}  # fmt: skip


def iban_complaint(text: str) -> str:
    """Check a bank account number (ISO 13616): its length, then its key."""
    iban = re.sub(r"\s", "", text).upper()
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", iban):
        return "un IBAN est attendu : deux lettres de pays, deux chiffres, le compte"
    length = _IBAN_LENGTHS.get(iban[:2], len(iban))
    if len(iban) != length:
        return f"un IBAN {iban[:2]} a {length} caractères, celui-ci en a {len(iban)}"
    digits = "".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])
    if int(digits) % 97 != 1:
        return "la clé de cet IBAN est fausse : recopiez-le depuis votre RIB"
    return ""


def bic_complaint(text: str) -> str:
    """Check the code of a bank: 8 or 11 signs, no key to verify."""
    if _BIC.fullmatch(re.sub(r"\s", "", text).upper()):
        return ""
    return "un BIC a 8 ou 11 caractères (exemple : AGRIFRPP)"


def siren_complaint(text: str) -> str:
    """Check the number of a French company by its Luhn key."""
    siren = re.sub(r"\s", "", text)
    if re.fullmatch(r"[0-9]{14}", siren):
        return "14 chiffres font un SIRET : le SIREN est ses 9 premiers chiffres"
    if not re.fullmatch(r"[0-9]{9}", siren):
        return "un SIREN a 9 chiffres"
    doubled = (int(d) * (1 + rank % 2) for rank, d in enumerate(reversed(siren)))
    if sum(d // 10 + d % 10 for d in doubled) % 10:
        return "la clé de ce SIREN est fausse : recopiez-le"
    return ""


def address_complaint(text: str) -> str:
    """Check that an e-mail address is plausible; only its server knows the rest."""
    if _ADDRESS.fullmatch(text) and ".." not in text:
        return ""
    return "une adresse e-mail est attendue (prenom@domaine.fr)"


def host_complaint(text: str) -> str:
    """Check the name of a server: a bare name or address, no protocol, no port."""
    if _HOST.fullmatch(text) or is_loopback(text):
        return ""
    return "le nom seul du serveur est attendu (imap.domaine.fr), sans port ni « :// »"


def is_loopback(host: str) -> bool:
    """Tell whether a server is this very machine."""
    name = host.lower().strip("[]").rstrip(".")
    return name in ("localhost", "::1") or bool(
        re.fullmatch(r"127(\.\d{1,3}){3}", name)
    )
