"""The rows of each group, the groups of all banners in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from peil.estimation.arrays import Floats, Mask
from peil.estimation.design import Replicates
from peil.estimation.packed.codes import Codes
from peil.estimation.replicate_variance import replicate_freedom


def inside_groups(base: Mask, classes: Sequence[Codes | None]) -> Iterator[Mask]:
    """Give the rows of a base that are in each group.

    Args:
        base: Rows that count.
        classes: The groups of the rows by each banner, None for the whole sample.
    """
    for codes in classes:
        if codes is None:
            yield base
        else:
            yield from (base & (codes.of == place) for place in range(codes.options))


def freedom_inside(base: Mask, classes: Sequence[Codes | None], replicates: Replicates) -> Floats:
    """Give the degrees of freedom that replicates have among the rows of each group."""
    return np.array(
        [
            replicate_freedom(replace(replicates, weights=replicates.weights[rows]))
            for rows in inside_groups(base, classes)
        ],
        np.float64,
    )
