"""Web addresses, and names on social networks."""

import re
from collections.abc import Iterator

from peil.study.identifiers.identifier import Identifier, IdentifierKind

ENDINGS = "nl|be|de|fr|com|org|eu|info|io|me|art|design|studio|online|amsterdam|frl"
PATH = r"[^\s<>]*[\w/]"
"""What follows a host; a stop or comma at its end belongs to the sentence."""

ADDRESS = re.compile(
    rf"(?<![\w@.-])(?:https?://{PATH}|www\.{PATH}|(?:[A-Za-z0-9][\w-]*\.)+(?:{ENDINGS})(?![\w-])(?:/(?:{PATH})?)?)",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{1,29}")


def find_web_addresses(text: str) -> Iterator[Identifier]:
    """Find addresses, with or without ``https://``, and names that begin with ``@``."""
    for found in ADDRESS.finditer(text):
        yield Identifier(*found.span(), IdentifierKind.WEB)
    for found in HANDLE.finditer(text):
        yield Identifier(*found.span(), IdentifierKind.HANDLE)
