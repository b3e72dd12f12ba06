"""A margin before and after weighting, beside what it was weighted to."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.calibration.add_up import add_up
from peil.estimation.calibration.margin import Margin


@dataclass(frozen=True)
class ClassFit:
    """A class of a margin: shares of the whole, from 0 to 1.

    Args:
        name: The class.
        n: How many rows.
        before: Its share by the base weights.
        target: Its share of the population.
        after: Its share by the weights.
    """

    name: str
    n: int
    before: float
    target: float
    after: float

    @property
    def difference(self) -> float:
        """How far the share lies from its target."""
        return self.after - self.target


@dataclass(frozen=True)
class MarginFit:
    """A margin's classes, in their order."""

    name: str
    classes: tuple[ClassFit, ...]


def compare_margin(margin: Margin, base: Floats, weights: Floats) -> MarginFit:
    """Compare a margin with its target.

    Args:
        margin: The margin; every row has a class.
        base: Weight of each row before.
        weights: Weight of each row after.
    """
    size = len(margin.classes)
    n = add_up(margin.codes, np.ones(len(margin.codes)), size)
    before, after = (add_up(margin.codes, each, size) / each.sum() for each in (base, weights))
    target = margin.totals / margin.total
    return MarginFit(
        margin.name,
        tuple(
            ClassFit(name, int(n[at]), float(before[at]), float(target[at]), float(after[at]))
            for at, name in enumerate(margin.classes)
        ),
    )
