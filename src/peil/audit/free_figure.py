"""A published figure in free words: of another study, or as it was read from a text."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """What a figure counts in."""

    PERCENT = "percent"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class FreeFigure:
    """A figure whose question, options and group have no names in this study.

    Two figures are about the same thing when study (of the claim), question, options, group and unit are the
    same texts. Several options are those taken together, a net.

    Args:
        question: What was asked, in the source's words or as the claims file calls it.
        options: The answers that are counted, together; empty where the text doesn't tell.
        group: Among whom; empty for everyone.
        value: The printed number, or None for one in words only ("almost one in five").
        unit: What it counts in.
        decimals: As many as it is printed with.
        choices: All answers of the question, of which each person gave one; empty when that isn't known.
    """

    question: str
    options: tuple[str, ...]
    group: str
    value: Decimal | None
    unit: Unit = Unit.PERCENT
    decimals: int = 0
    choices: tuple[str, ...] = ()
