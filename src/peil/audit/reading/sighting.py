"""A number seen in a stretch of text."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Seen(StrEnum):
    """What a number seems to be; ``words`` is a share such as "one third", which is a hint and no figure."""

    PERCENT = "percent"
    COUNT = "count"
    BASE = "base"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One number.

    Args:
        kind: What it seems to be.
        value: The number.
        decimals: As many as it is printed with.
        start: Where it starts in the text.
        end: Where it ends.
        noun: The people that a count is of, as printed; empty elsewhere.
    """

    kind: Seen
    value: Decimal
    decimals: int
    start: int
    end: int
    noun: str = ""
