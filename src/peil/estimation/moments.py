"""Additive moments: what statistics need, summed over rows, and nothing that can't be added up.

The first axis of every array is the design's units (``estimation/frame.py``), the second a banner's groups,
the third a question's options. Moments of two parts of a file that has the same units add up to those of the
whole.
"""

from dataclasses import dataclass

from peil.estimation.arrays import Counts, Floats


@dataclass(frozen=True)
class Sums:
    """Four sums over rows, as arrays of one shape.

    Args:
        n: Number of rows.
        positive: Number of rows with a weight above zero.
        w: Sum of weights.
        w2: Sum of squared weights.
    """

    n: Counts
    positive: Counts
    w: Floats
    w2: Floats

    def __add__(self, other: "Sums") -> "Sums":
        """Give the sums over both parts."""
        return Sums(self.n + other.n, self.positive + other.positive, self.w + other.w, self.w2 + other.w2)


@dataclass(frozen=True)
class Moments:
    """A question by a banner.

    Args:
        base: Sums over the base, units × groups.
        cells: Sums over those who chose, units × groups × options.
    """

    base: Sums
    cells: Sums

    def __add__(self, other: "Moments") -> "Moments":
        """Give the moments of both parts of the rows."""
        return Moments(self.base + other.base, self.cells + other.cells)


@dataclass(frozen=True)
class NumberMoments:
    """A number by a banner, over the rows that have one: units × groups.

    Args:
        sums: Counts and weights.
        wx: Sum of weight times number.
        wx2: Sum of weight times squared number.
        w2x: Sum of squared weight times number.
        w2x2: Sum of squared weight times squared number.
    """

    sums: Sums
    wx: Floats
    wx2: Floats
    w2x: Floats
    w2x2: Floats

    def __add__(self, other: "NumberMoments") -> "NumberMoments":
        """Give the moments of both parts of the rows."""
        return NumberMoments(
            self.sums + other.sums,
            self.wx + other.wx,
            self.wx2 + other.wx2,
            self.w2x + other.w2x,
            self.w2x2 + other.w2x2,
        )


@dataclass(frozen=True)
class ReplicateMoments:
    """Sums of each replicate's weights.

    Args:
        base: Over the base, replicates × groups.
        cells: Over those who chose, replicates × groups × options.
    """

    base: Floats
    cells: Floats

    def __add__(self, other: "ReplicateMoments") -> "ReplicateMoments":
        """Give the moments of both parts of the rows."""
        return ReplicateMoments(self.base + other.base, self.cells + other.cells)


@dataclass(frozen=True)
class ReplicateNumberMoments:
    """Sums of each replicate's weights over the rows that have a number, replicates × groups.

    Args:
        w: Of weights.
        wx: Of weight times number.
    """

    w: Floats
    wx: Floats

    def __add__(self, other: "ReplicateNumberMoments") -> "ReplicateNumberMoments":
        """Give the moments of both parts of the rows."""
        return ReplicateNumberMoments(self.w + other.w, self.wx + other.wx)


@dataclass(frozen=True)
class TickMoments:
    """What the shares of responses of a question with several choices need besides its moments.

    Args:
        overlap: Units × groups × options: over the rows that ticked an option, the sum of squared weight
            times the number of options that the row ticked.
    """

    overlap: Floats

    def __add__(self, other: "TickMoments") -> "TickMoments":
        """Give the moments of both parts of the rows."""
        return TickMoments(self.overlap + other.overlap)
