"""A message that can be said in several languages: a kind, and the values that it is filled in with."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Named:
    """An item of the study, or options of it: a report gives their titles, a terminal their ids.

    ``alone``: the options without the item, as for a column that several items share.
    """

    item: str
    options: tuple[str, ...] = ()
    alone: bool = False

    def __str__(self) -> str:
        """Give the ids."""
        if self.alone:
            return " + ".join(self.options)
        return f"{self.item}: {' + '.join(self.options)}" if self.options else self.item


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage as printed, with its decimals."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Printed:
    """A claim as printed, with its place: ``46% in 2.2 Figure 5 (C085)``."""

    claim: str


Value = str | int | Decimal | Percent | Named | Printed
Values = Value | tuple[Value, ...]
"""What fills a place of a phrase: one value, or a list of them."""


@dataclass(frozen=True)
class Said:
    """A message: its kind in the catalogue of phrases, and values by the phrase's names for them."""

    kind: str
    values: Mapping[str, Values]
