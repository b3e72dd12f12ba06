"""Dutch postcodes: four digits and two letters, which point at a stretch of a street."""

import re
from collections.abc import Iterator

from peil.study.identifiers.identifier import Identifier, IdentifierKind

CODE = re.compile(r"(?<![\w.,€$£-])(?<![€$£] )([1-9]\d{3})( ?)([A-Z]{2}|[a-z]{2})(?![\w’'-])")
NEVER = frozenset({"SA", "SD", "SS"})
"""Letters that no postcode has."""

WORDS = frozenset({
    "AI", "AV", "BV", "CD", "EU", "GB", "HR", "IT", "KB", "KG", "KM", "KW", "MB", "MW", "NL", "NS",
    "NV", "OV", "PC", "PK", "PR", "TB", "TV", "UK", "US", "UX", "VK", "VN", "VR", "VS", "WW",
})  # fmt: skip
"""Units, abbreviations and the like that stand after numbers and years."""


def find_postcodes(text: str) -> Iterator[Identifier]:
    """Find postcodes; a year or amount before an abbreviation or a word is none."""
    for found in CODE.finditer(text):
        _, space, letters = found.groups()
        spaced_word = bool(space) and (letters in WORDS or letters.islower())
        if letters.upper() not in NEVER and not spaced_word:
            yield Identifier(*found.span(), IdentifierKind.POSTCODE)
