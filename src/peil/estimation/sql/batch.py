"""Banners that are counted in one statement, by the cells of all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from peil.estimation.arrays import Positions
from peil.estimation.asked import Banner

MOST_CELLS = 4_000
"""Units times groups that a statement splits each answer by, as long as it counts more than one banner."""


@dataclass(frozen=True)
class Batch:
    """Banners that are counted together.

    Args:
        places: Where each stood among those asked for.
        banners: The banners.
    """

    places: tuple[int, ...]
    banners: tuple[Banner, ...]

    @property
    def levels(self) -> tuple[int, ...]:
        """How many groups each banner has, and one more for rows in none of them."""
        return tuple(len(banner.groups) + 1 for banner in self.banners)

    def groups_of(self, at: int, cells: Positions) -> Positions:
        """Give the group of one banner that each joint cell lies in; the number of its groups for none."""
        groups: Positions = cells // prod(self.levels[:at]) % self.levels[at]
        return groups

    def cell(self, groups: Sequence[str]) -> str:
        """Give the joint cell as an expression, of those of each banner's group."""
        steps = np.cumprod([1, *self.levels])
        return " + ".join(f"{step} * {group}" for step, group in zip(steps, groups, strict=False))


def batch_banners(banners: Sequence[Banner], units: int, most: int = MOST_CELLS) -> list[Batch]:
    """Give the banners in batches of at most so many cells, each banner in the first that has room.

    One that is too much on its own is a batch of its own.
    """
    batches: list[list[int]] = []
    for place, banner in enumerate(banners):
        for batch in batches:
            levels = prod(len(banners[other].groups) + 1 for other in batch) * (len(banner.groups) + 1)
            if levels * max(1, units) <= most:
                batch.append(place)
                break
        else:
            batches.append([place])
    return [Batch(tuple(batch), tuple(banners[place] for place in batch)) for batch in batches]
