"""Shares and their linearised variances in fractions, by the textbook's sums: slow, and never rounded."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Row:
    """One respondent: stratum, unit, weight, group and answer; None where nothing stands."""

    stratum: int
    unit: int
    weight: float
    group: str | None
    answer: str | None


@dataclass(frozen=True)
class Exact:
    """A share and its variance; None where the base has no weight."""

    share: Fraction | None
    variance: Fraction | None


def exact_share(rows: Sequence[Row], group: str, option: str, left: Fraction) -> Exact:
    """The share of a group's answers, units drawn in strata; ``left`` is what wasn't drawn of each stratum.

    A stratum with one unit adds nothing.
    """
    base = [row.group == group and row.answer is not None for row in rows]
    whole = sum((Fraction(row.weight) for row, there in zip(rows, base, strict=True) if there), Fraction(0))
    if not whole:
        return Exact(None, None)
    weighted = [Fraction(row.weight) * there for row, there in zip(rows, base, strict=True)]
    share = sum(w for w, row in zip(weighted, rows, strict=True) if row.answer == option) / whole
    totals: dict[int, dict[int, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for row, w in zip(rows, weighted, strict=True):
        totals[row.stratum][row.unit] += w * ((row.answer == option) - share) / whole
    variance = Fraction(0)
    for units in totals.values():
        n, mean = len(units), sum(units.values()) / len(units)
        if n > 1:
            variance += left * Fraction(n, n - 1) * sum((total - mean) ** 2 for total in units.values())
    return Exact(share, variance)
