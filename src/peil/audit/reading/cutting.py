"""A number cut from a report's text, with what stands around it."""

from dataclasses import dataclass, field

from peil.audit.reading.passage import Spot
from peil.audit.reading.sighting import Sighting


@dataclass(frozen=True, slots=True)
class Cutting:
    """One number that may be a claim.

    Args:
        sighting: The number.
        spot: Where it stands.
        text: The sentence that it stands in, the caption, or the table's row.
        base: The base that is printed for it, or None where the text leaves more than one possible or none.
        bases: Every base printed near it.
        table: A name of the table that it is a cell of; empty for running text.
        row: Its row's label.
        column: Its column's label.
        by_row: The table's rows are groups, each with its base, and its columns answers; else the other way.
    """

    sighting: Sighting
    spot: Spot
    text: str
    base: int | None = None
    bases: tuple[int, ...] = field(default=())
    table: str = ""
    row: str = ""
    column: str = ""
    by_row: bool = False
