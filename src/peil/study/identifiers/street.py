"""Streets with a house number, by the endings that Dutch and German names of streets have, and in English."""

import re
from collections.abc import Iterator

from peil.study.identifiers.identifier import Identifier, IdentifierKind

ENDINGS = (
    "straat|laan|gracht|plein|singel|kade|dijk|steeg|dreef|plantsoen|boulevard|straße|strasse|weg|pad|hof"
)
NUMBER = (
    r"[ ]{1,2}(?!(?:19|20)\d\d(?!\d))\d{1,4}(?:[ -]?[A-Za-z](?!\w)|[-/]\d{1,3})?(?![\w%]|[.,:]\d|ste\b|de\b)"
)
"""A house number, with its letter; no year, no time, no share."""

NAMED = re.compile(rf"(?<!\w)([A-Z][\w’'-]*(?:{ENDINGS}))\.?{NUMBER}")
PREFIXED = re.compile(
    rf"(?<!\w)(?:[Ll]aan|[Pp]lein|[Ww]eg|[Pp]ad|[Ss]traat|Kade|Hof)"
    rf" (?:van|der|den|ter|ten|te)(?: (?:de|het|der|den))?"
    rf"(?: [A-Z][\w’'-]*)+{NUMBER}"
)
LOWER = re.compile(
    rf"(?<!\w)([a-z][a-z’'-]{{2,}}(?:straat|laan|gracht|plein|singel|kade|straße|strasse)){NUMBER}"
)
SPACED = re.compile(rf"(?<!\w)[A-Z][\w’'-]+ (?:Markt|Voorhout|Hof|Weg|Pad|Kade|Plein|Dijk|Singel){NUMBER}")
ENGLISH = re.compile(
    r"(?<![\w.,])\d{1,4}[a-z]?,? (?:[A-Z][\w’']+ ){1,3}"
    r"(?:Street|Road|Avenue|Lane|Drive|Square|Terrace|Close)(?!\w)"
)
NO_STREETS = frozenset(
    {"onderweg", "overweg", "snelweg", "omweg", "uitweg", "voetpad", "fietspad", "ipad", "gerechtshof"}
)


def find_streets(text: str) -> Iterator[Identifier]:
    """Find streets that a house number follows or, in English, goes before."""
    for pattern in (NAMED, LOWER):
        for found in pattern.finditer(text):
            if found.group(1).lower() not in NO_STREETS:
                yield Identifier(*found.span(), IdentifierKind.STREET)
    for pattern in (PREFIXED, SPACED, ENGLISH):
        for found in pattern.finditer(text):
            yield Identifier(*found.span(), IdentifierKind.STREET)
