"""Telephone numbers: Dutch ones as they are dialled, and any with the code of a country."""

import re
from collections.abc import Iterator

from peil.study.identifiers.identifier import Identifier, IdentifierKind

SEPARATOR = r"[ \-]{0,3}"
FREE = r"(?<![\w.,+/-])"
"""Nothing stands before it that makes it part of another number."""

NATIONAL = re.compile(
    rf"{FREE}(?!\(?\d\d[- ]\d\d[- ](?:19|20)\d\d)"
    rf"\(?0(?:6|[1-578]\d{{1,2}})\)?(?:{SEPARATOR}\d){{6,8}}(?!\d|[.,]\d)"
)
"""``06 …`` and area codes of three or four digits; ten digits together. A date before a time is none."""

ABROAD = re.compile(rf"(?:(?<![\w.,])\+|{FREE}00)[1-9](?:[ \-()]{{0,3}}\d){{7,14}}(?!\d)")
"""``+31 6 …``, ``+31 (0)6 …`` and ``0031 …``."""

DIGITS = 10


def find_phones(text: str) -> Iterator[Identifier]:
    """Find telephone numbers; years, dates, amounts and service numbers (0800, 0900) are none."""
    for found in NATIONAL.finditer(text):
        if sum(map(str.isdigit, found.group())) == DIGITS:
            yield Identifier(*found.span(), IdentifierKind.PHONE)
    for found in ABROAD.finditer(text):
        yield Identifier(*found.span(), IdentifierKind.PHONE)
