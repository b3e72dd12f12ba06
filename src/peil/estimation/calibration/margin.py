"""A margin: a variable whose classes have known sizes in the population."""

from dataclasses import dataclass

from peil.estimation.arrays import Floats, Positions


@dataclass(frozen=True)
class Margin:
    """A variable that weights are fitted to.

    Args:
        name: What it is called by.
        classes: What its classes are called by, in order.
        codes: The class of each row, by its place in ``classes``.
        totals: What the weights of each class are to add up to, one a class.
    """

    name: str
    classes: tuple[str, ...]
    codes: Positions
    totals: Floats

    @property
    def total(self) -> float:
        """Size of the whole population."""
        return float(self.totals.sum())
