"""What a text holds that points at one person by itself."""

from dataclasses import dataclass
from enum import StrEnum


class IdentifierKind(StrEnum):
    """Kinds of direct identifiers, as a problem names them."""

    EMAIL = "an e-mail address"
    PHONE = "a telephone number"
    CITIZEN = "a citizen service number (BSN)"
    ACCOUNT = "a bank account (IBAN)"
    POSTCODE = "a postcode"
    STREET = "a street with a house number"
    WEB = "a web address"
    HANDLE = "a name on a social network"


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """Something found in a text: where it begins and ends, and what it looks like."""

    start: int
    end: int
    kind: IdentifierKind
