"""Rows split by one banner."""

from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Positions
from peil.estimation.asked import Banner
from peil.estimation.packed.cells import group_of
from peil.estimation.packed.coded import Coded


@dataclass(frozen=True, eq=False)
class Split:
    """Where each row is counted.

    Args:
        banner: The banner.
        places: Each row's place among units × groups, or its group alone; -1 in no group.
    """

    banner: Banner
    places: Positions

    @property
    def banners(self) -> tuple[Banner, ...]:
        """The only banner."""
        return (self.banner,)


def split_rows(data: Coded, banner: Banner, *, units: bool = True) -> Split:
    """Split the rows by a banner, by units too unless told otherwise."""
    groups = group_of(data, banner).astype(np.int64)
    many = len(banner.groups)
    inside = groups < many
    if units and data.unit_of is not None:
        groups += data.unit_of * many
    return Split(banner, np.where(inside, groups, -1))
