"""Who codes, as the exchange format has it: a user."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coder:
    """A user of a coded project: a GUID and what others call them."""

    guid: str
    name: str
