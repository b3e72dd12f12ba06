"""The Dutch citizen service number (burgerservicenummer, BSN): nine digits with a checksum."""

import re
from collections.abc import Iterator

from peil.study.identifiers.identifier import Identifier, IdentifierKind

NINE = re.compile(
    r"(?<![\w.,€$£+-])(?<![€$£] )(?:\d{9}|\d{4}[. -]\d{2}[. -]\d{3}|\d{3}[ -]\d{3}[ -]\d{3})(?![\w]|[.,]\d)"
)
"""Together, or in groups as forms have it; thousands with stops, which are amounts, are left alone."""

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
ELEVEN = 11


def find_citizen_numbers(text: str) -> Iterator[Identifier]:
    """Find numbers of nine digits that pass the test of eleven."""
    for found in NINE.finditer(text):
        if passes_eleven([int(digit) for digit in found.group() if digit.isdigit()]):
            yield Identifier(*found.span(), IdentifierKind.CITIZEN)


def passes_eleven(digits: list[int]) -> bool:
    """Say whether the digits, weighted from nine down to two and the last one by minus one, make elevens."""
    total = sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True))
    return any(digits) and total % ELEVEN == 0
