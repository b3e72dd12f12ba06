"""International bank account numbers (IBAN): the length of the country's, and a remainder of one by 97."""

import re
from collections.abc import Iterator

from peil.study.identifiers.identifier import Identifier, IdentifierKind

LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20,
    "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27,
    "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25,
    "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26, "UA": 29,
}  # fmt: skip
"""How long an account number of each country is."""

START = re.compile(r"(?<!\w)[A-Za-z]{2}\d{2}")
PART = re.compile(r"[ .-]?[A-Za-z0-9]")
MODULUS = 97


def find_accounts(text: str) -> Iterator[Identifier]:
    """Find account numbers, in groups or together."""
    for start in START.finditer(text):
        length = LENGTHS.get(start.group()[:2].upper(), 0)
        end = start.end()
        for _ in range(length - len(start.group())):
            part = PART.match(text, end)
            if part is None:
                break
            end = part.end()
        written = [letter for letter in text[start.start() : end] if letter.isalnum()]
        if len(written) == length and not text[end : end + 1].isalnum() and leaves_one(written):
            yield Identifier(start.start(), end, IdentifierKind.ACCOUNT)


def leaves_one(letters: list[str]) -> bool:
    """Say whether the number leaves one by 97, its first four at the end and letters as 10 to 35."""
    moved = letters[4:] + letters[:4]
    return int("".join(str(int(letter, 36)) for letter in moved)) % MODULUS == 1
