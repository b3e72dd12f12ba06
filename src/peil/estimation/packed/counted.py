"""Rows counted by joint cell and slot of a question."""

from dataclasses import dataclass

from peil.estimation.arrays import Counts, Floats


@dataclass(frozen=True, eq=False)
class Counted:
    """Counts of one question.

    Args:
        n: Number of rows, cells × slots (``Codes.slots``, ``Bits.slots``).
        sums: Their weights and squared weights, cells × slots × 2; None when every row counts once.
    """

    n: Counts
    sums: Floats | None
