"""The difference of two independent shares, with its interval."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

Z95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share (0 to 1) and its size: persons of a simple random sample that would tell as much."""

    share: float
    size: float

    @classmethod
    def of_sample(cls, share: float, n: int, se: float | None) -> "Proportion":
        """Give the share of a sample of which the standard error is known.

        Its size is the effective one, ``p (1 - p) / se²``, so that weights and clusters count (L. Kish,
        Survey Sampling, 1965, § 8.2); without an error, as for a share of nothing or of all, it is ``n``.

        Args:
            share: The share.
            n: Persons in its base.
            se: Its standard error, or None.
        """
        varies = se is not None and se > 0 and 0 < share < 1
        return cls(share, share * (1 - share) / se**2 if varies and se else float(n))

    def bounds(self) -> tuple[float, float]:
        """Give the score interval of 95 % (E.B. Wilson, JASA 22, 1927, 209-212)."""
        p, n, z = self.share, self.size, Z95
        middle = p + z * z / (2 * n)
        half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        below = 1 + z * z / n
        return max(0.0, (middle - half) / below), min(1.0, (middle + half) / below)


def between_shares(one: Proportion, other: Proportion) -> tuple[float, float]:
    """Give the 95 % interval of ``one - other``, two independent shares.

    The hybrid score interval: R.G. Newcombe, Interval estimation for the difference between independent
    proportions, Statistics in Medicine 17 (1998) 873-890, method 10. It stays within -1 and 1, and has a
    width where a share is nothing or all, which the normal approximation hasn't.

    Returns:
        The lower and the upper bound, as shares.
    """
    low_one, high_one = one.bounds()
    low_other, high_other = other.bounds()
    gap = one.share - other.share
    below = sqrt((one.share - low_one) ** 2 + (high_other - other.share) ** 2)
    above = sqrt((high_one - one.share) ** 2 + (other.share - low_other) ** 2)
    return gap - below, gap + above
