"""E-mail addresses."""

import re
from collections.abc import Iterator

from peil.study.identifiers.identifier import Identifier, IdentifierKind

ADDRESS = re.compile(r"[\w.+%-]+(?:@|\s?[\[(]at[\])]\s?)[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
"""``a@b.nl``, and ``a(at)b.nl``, which is written so to be overlooked by machines."""


def find_emails(text: str) -> Iterator[Identifier]:
    """Find e-mail addresses."""
    for found in ADDRESS.finditer(text):
        yield Identifier(*found.span(), IdentifierKind.EMAIL)
