"""Krippendorff's alpha: how far coders agree beyond chance, for any number of them and with gaps.

Sources: Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), and Andrew F. Hayes and
Klaus Krippendorff, "Answering the Call for a Standard Reliability Measure for Coding Data", Communication
Methods and Measures 1(1), 2007, 77-89.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

Values = Sequence[Hashable]
Floats = NDArray[np.float64]
Distances = Callable[[Values, Floats], Floats]
"""Values in order, and how often each occurs, to the squared distance of every two."""

DRAWS = 10_000
LEVEL = 0.95
TOGETHER = 500
"""Draws made at once: what bounds the memory."""


@dataclass(frozen=True, slots=True)
class Alpha:
    """Agreement of coders about a set of answers.

    Args:
        alpha: 1 for full agreement, 0 for what chance gives, below it for less than chance; None where
            nothing varies or nothing was coded twice, so that there is nothing to agree on.
        low: Lower end of the interval; None with ``alpha``.
        high: Upper end.
        agreed: Share of the pairs of codings of one answer that are the same, from 0 to 1; None without
            pairs.
        units: Answers that two coders or more have coded.
        pairable: Codings of these.
    """

    alpha: float | None
    low: float | None
    high: float | None
    agreed: float | None
    units: int
    pairable: int


def nominal(values: Values, counts: Floats) -> Floats:
    """Give 0 for the same value, 1 for two."""
    del counts
    return 1.0 - np.eye(len(values))


def ordinal(values: Values, counts: Floats) -> Floats:
    """Give the squared number of codings that lie between two ranks, each of these counted half.

    Values are in the order of their ranks.
    """
    del values
    upto = np.cumsum(counts) - counts / 2
    return np.asarray((upto[:, None] - upto[None, :]) ** 2)


def interval(values: Values, counts: Floats) -> Floats:
    """Give the squared difference of two numbers."""
    del counts
    numbers = np.array(values, np.float64)
    return np.asarray((numbers[:, None] - numbers[None, :]) ** 2)


def ratio(values: Values, counts: Floats) -> Floats:
    """Give the squared difference of two numbers from 0, as a part of their sum."""
    del counts
    numbers = np.array(values, np.float64)
    total = numbers[:, None] + numbers[None, :]
    apart = numbers[:, None] - numbers[None, :]
    return np.asarray(np.divide(apart, total, out=np.zeros_like(apart), where=total != 0) ** 2)


def masi(values: Values, counts: Floats) -> Floats:
    """Give the distance of two sets: 1 less their Jaccard index times how they lie to each other.

    The factor is 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap, 0 where they have
    nothing in common; two empty sets are equal. After Rebecca Passonneau, "Measuring Agreement on Set-valued
    Items (MASI) for Semantic and Pragmatic Annotation", LREC 2006. It is itself what chance is reckoned with.
    """
    del counts
    sets = [frozenset(value) for value in values if isinstance(value, frozenset)]
    found = np.zeros((len(sets), len(sets)))
    for one, other in combinations(range(len(sets)), 2):
        found[one, other] = found[other, one] = masi_distance(sets[one], sets[other])
    return found


def masi_distance(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the MASI distance of two sets."""
    if one == other:
        return 0.0
    common = len(one & other)
    factor = 2 / 3 if one <= other or other <= one else 1 / 3
    return 1.0 - common / len(one | other) * factor


def alpha(
    units: Sequence[Sequence[Hashable]],
    distances: Distances = nominal,
    *,
    order: Callable[[Hashable], Any] = str,
    draws: int = DRAWS,
    seed: int = 1,
) -> Alpha:
    """Give Krippendorff's alpha with its interval.

    Alpha is 1 - Do / De. Do is the mean distance of two values given to one unit, De that of any two values.
    Which coder gave a value plays no part, nor does a unit with fewer than two.

    Args:
        units: The values that each unit was given, without gaps.
        distances: How far values lie apart: ``nominal``, ``ordinal``, ``interval``, ``ratio`` or ``masi``.
        order: What values are put in order by.
        draws: How many times units are drawn for the interval; 0 for no interval.
        seed: Starts the draws: the same seed gives the same interval.
    """
    paired = [unit for unit in units if len(unit) > 1]
    values = sorted({value for unit in paired for value in unit}, key=order)
    places = {value: place for place, value in enumerate(values)}
    counts = np.zeros((len(paired), len(values)))
    for row, unit in enumerate(paired):
        for value in unit:
            counts[row, places[value]] += 1
    sizes = counts.sum(axis=1)
    total = float(sizes.sum())
    marginal = counts.sum(axis=0)
    apart = distances(values, marginal) if values else np.zeros((0, 0))
    expected = float(marginal @ apart @ marginal) / (total * (total - 1)) if total else 0.0
    agreed = _agreed(counts, sizes) if paired else None
    if expected == 0:
        return Alpha(None, None, None, agreed, len(paired), int(total))
    observed = np.einsum("ui,ij,uj->u", counts, apart, counts) / (sizes - 1)
    found = 1 - float(observed.sum()) / total / expected
    low, high = _interval(observed, sizes, expected, draws, seed) if draws else (None, None)
    return Alpha(found, low, high, agreed, len(paired), int(total))


def _agreed(counts: Floats, sizes: Floats) -> float:
    """Give the share of the pairs of values of one unit that are the same."""
    same = float((counts * (counts - 1)).sum())
    return same / float((sizes * (sizes - 1)).sum())


def _interval(observed: Floats, sizes: Floats, expected: float, draws: int, seed: int) -> tuple[float, float]:
    """Give the middle 95 % of alphas of drawn units.

    As Hayes and Krippendorff (2007) describe it, what coders made of units is drawn again with replacement
    and the expected disagreement stays what it is. They draw pairs of values; here whole units are drawn,
    with all their pairs. With two coders that is the same. With more, the pairs of one unit hang together,
    and drawing them one by one would make the interval too narrow.
    """
    drawer = np.random.default_rng(seed)
    number = len(sizes)
    alphas = []
    for start in range(0, draws, TOGETHER):
        times = drawer.multinomial(number, np.full(number, 1 / number), size=min(TOGETHER, draws - start))
        alphas.append(1 - (times @ observed) / (times @ sizes) / expected)
    low, high = np.quantile(np.concatenate(alphas), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


METRICS: Mapping[str, Distances] = {
    "nominal": nominal,
    "ordinal": ordinal,
    "interval": interval,
    "ratio": ratio,
    "masi": masi,
}
"""Every distance by its name."""
