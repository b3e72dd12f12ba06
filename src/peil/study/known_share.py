"""A share that a source gives, as exact as the source is."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class KnownShare:
    """A class's share of a population.

    Args:
        percent: The share in percents, as the source gives it or as its counts make it.
        decimals: How many decimals it is printed with.
        slack: How far rounding in the source can have moved it, in percentage points; 0 for exact counts.
    """

    percent: Fraction
    decimals: int = 0
    slack: Fraction = Fraction(0)

    def __add__(self, other: "KnownShare") -> "KnownShare":
        """Give the share of two classes together: what rounding did to each adds up."""
        decimals = max(self.decimals, other.decimals)
        return KnownShare(self.percent + other.percent, decimals, self.slack + other.slack)
