"""A column that is kept as its different cells."""

from dataclasses import dataclass

from peil.estimation.arrays import Positions


@dataclass(frozen=True, eq=False)
class Distinct:
    """A column of any length that has few different cells.

    Args:
        cells: The different cells: texts, numbers or None.
        places: For each row the place of its cell among them.
    """

    cells: tuple[object, ...]
    places: Positions

    def __len__(self) -> int:
        return len(self.places)
