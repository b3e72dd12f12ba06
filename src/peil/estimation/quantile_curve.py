"""The cumulated distribution of a number's values, and the rules by which a quantile is read off it."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from peil.estimation.arrays import Floats, Positions
from peil.estimation.moments import Moments

QuantileRule = Literal["math", "school", "hf7"]
TIED = 1e-12
"""A cumulated share this close to the one asked for is it."""


@dataclass(frozen=True)
class Values:
    """The distinct values of a number, lowest first.

    Args:
        numbers: The values: the options of the table.
        last: Groups × values: the weight of the last row with the value, in the order of the file; None where
            ``hf7`` isn't asked for.
    """

    numbers: Floats
    last: Floats | None = None


@dataclass(frozen=True)
class Curve:
    """The cumulated distribution of one group, over its values of rows with weight.

    Args:
        numbers: The values.
        upto: Share of the weight up to and with each value.
        knots: For ``hf7``: where each value's first and last row lie.
    """

    numbers: Floats
    upto: Floats
    knots: Floats


def last_weights(codes: Positions, weights: Floats, values: int) -> Floats:
    """Give for each value the weight of its last row of positive weight in the order of the rows.

    Args:
        codes: The value of each row, by its place; -1 for none.
        weights: One a row.
        values: How many values there are.
    """
    found: Floats = np.zeros(values)
    counted = (codes >= 0) & (weights > 0)
    found[codes[counted]] = weights[counted]
    return found


def make_curves(values: Values, moments: Moments) -> list[Curve]:
    """Give each group's distribution, without values that only rows of weight zero have."""
    weights, positive = moments.cells.w.sum(axis=0), moments.cells.positive.sum(axis=0)
    last = np.zeros_like(weights) if values.last is None else values.last
    found = []
    for of, there, final in zip(weights, positive > 0, last, strict=True):
        upto = np.cumsum(of[there])
        whole = upto[-1:]
        rest = np.where(whole > final[there][-1:], whole - final[there][-1:], 1.0)
        ends = np.stack([upto - of[there], upto - final[there]], axis=1).reshape(-1) / rest
        found.append(Curve(values.numbers[there], upto / whole, ends))
    return found


def _read(rule: QuantileRule, curve: Curve, p: float) -> float:
    """Give a quantile; NaN of an empty group."""
    if not len(curve.numbers) or np.isnan(p):
        return float("nan")
    if rule == "hf7":
        return float(np.interp(p, curve.knots, np.repeat(curve.numbers, 2)))
    at = int(np.searchsorted(curve.upto, p - TIED))
    at = min(at, len(curve.numbers) - 1)
    if rule == "school" and abs(curve.upto[at] - p) <= TIED and at + 1 < len(curve.numbers):
        return float(curve.numbers[at] + curve.numbers[at + 1]) / 2
    return float(curve.numbers[at])


def read_quantiles(rule: QuantileRule, curves: list[Curve], shares: Floats) -> Floats:
    """Give the quantiles at shares, groups × probabilities."""
    found = [[_read(rule, curve, p) for p in of] for curve, of in zip(curves, shares, strict=True)]
    return np.array(found).reshape(shares.shape)
