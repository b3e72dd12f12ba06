"""Quantiles of a number, with their intervals.

They come from a table whose options are the number's distinct values: its moments add up like all others.
What of a value can't be added up, and only ``hf7`` asks for, is the weight of its last row (``Values.last``).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from peil.estimation.arrays import Counts, Floats, Positions
from peil.estimation.design import Lonely
from peil.estimation.design_effects import kish_n
from peil.estimation.frame import Frame
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.intervals import IntervalKind, Known, share_interval
from peil.estimation.linearised import linearise_shares
from peil.estimation.moments import Moments, Sums
from peil.estimation.quantile_curve import QuantileRule, Values, make_curves, read_quantiles
from peil.estimation.tails import t_quantile
from peil.estimation.variance import variances

QuantileInterval = Literal["mean", "xlogit", "asin", "beta", "score"]


@dataclass(frozen=True)
class Quantiles:
    """Quantiles, groups × probabilities. NaN where a number doesn't exist.

    Args:
        quantile: The quantile.
        low: Lower bound; NaN where the interval of the share begins below zero.
        high: Upper bound; NaN where it ends above one.
        se: Half the interval's width over t.
    """

    quantile: Floats
    low: Floats
    high: Floats
    se: Floats


@dataclass(frozen=True)
class QuantileMethod:
    """How quantiles and their intervals are made.

    Args:
        rule: ``math``: the smallest value that more than so much of the weight lies up to; where exactly so
            much does, the value where it is reached. ``school``: there the mean of that value and the next.
            ``hf7``: linear between rows, the first at 0 and the last at 1 (Hyndman & Fan 1996, type 7).
        interval: That of the share up to the quantile, carried back by the rule (Woodruff 1952): by t on the
            share (``mean``), on its logit (``xlogit``), its arcsine (``asin``), or ``beta``. ``score``: up to
            where a score test begins to reject, carried back too (Francisco & Fuller 1991).
        level: Of the interval.
    """

    rule: QuantileRule = "math"
    interval: QuantileInterval = "mean"
    level: float = 0.95


DEFAULT = QuantileMethod()
_SHARE_INTERVALS: dict[str, IntervalKind] = {"mean": "t", "xlogit": "logit", "asin": "asin", "beta": "beta"}


def estimate_quantiles(
    values: Values,
    moments: Moments,
    frame: Frame,
    probabilities: Floats,
    *,
    method: QuantileMethod = DEFAULT,
    lonely: Lonely = Lonely.FAIL,
) -> Quantiles:
    """Give quantiles of each group.

    Args:
        values: The number's values.
        moments: Of the table that has them as options.
        frame: The design's units.
        probabilities: Which quantiles.
        method: How.
        lonely: What is done with single units.

    Raises:
        LonelyUnit: A stratum with rows that have a number has a single unit, and this fails.
        ValueError: ``hf7`` without the last weights.
    """
    if method.rule == "hf7" and values.last is None:
        raise ValueError("hf7 lies between rows: it needs the weight of each value's last one")
    curves = make_curves(values, moments)
    asked = np.broadcast_to(probabilities, (len(curves), len(probabilities)))
    found = read_quantiles(method.rule, curves, asked)
    places = np.searchsorted(values.numbers, found, side="right")
    df = degrees_of_freedom(moments.base, frame)[:, None]
    reach = t_quantile(df, (1 + method.level) / 2)
    if method.interval == "score":
        every = np.broadcast_to(np.arange(1, len(values.numbers) + 1), (len(curves), len(values.numbers)))
        low, high = _score_bounds(*_share_upto(moments, frame, every, lonely), probabilities, reach)
    else:
        share, variance = _share_upto(moments, frame, places, lonely)
        rows = [of.sum(axis=0)[:, None] for of in (moments.base.n, moments.base.positive)]
        known = [np.broadcast_to(each, share.shape) for each in (df, *rows, kish_n(moments.base)[:, None])]
        kind = _SHARE_INTERVALS[method.interval]
        bounds = share_interval(Known(share, variance, *known), kind, method.level)
        low, high = (
            np.where(bounds.low < 0, np.nan, bounds.low),
            np.where(bounds.high > 1, np.nan, bounds.high),
        )
    low, high = read_quantiles(method.rule, curves, low), read_quantiles(method.rule, curves, high)
    return Quantiles(found, low, high, (high - low) / (2 * reach))


def _share_upto(moments: Moments, frame: Frame, places: Positions, lonely: Lonely) -> tuple[Floats, Floats]:
    """Give the share of the base that has one of so many lowest values, and its variance.

    Args:
        moments: Of the values.
        frame: The design's units.
        places: Groups × anything: how many values.
        lonely: What is done with single units.
    """
    units, groups, _ = moments.cells.w.shape
    wide = (units, groups, places.shape[1])

    def below(cells: Floats | Counts) -> Floats:
        summed = np.concatenate([np.zeros((units, groups, 1)), np.cumsum(cells, axis=-1)], axis=-1)
        return np.take_along_axis(summed, np.broadcast_to(places, wide), axis=-1).reshape(units, -1, 1)

    def whole(base: Floats | Counts) -> Floats:
        return np.broadcast_to(base[..., None], wide).reshape(units, -1).astype(np.float64)

    cells, base = moments.cells, moments.base
    lines = linearise_shares(
        Moments(
            Sums(_counts(whole(base.n)), _counts(whole(base.positive)), whole(base.w), whole(base.w2)),
            Sums(_counts(below(cells.n)), _counts(below(cells.positive)), below(cells.w), below(cells.w2)),
        )
    )
    variance = variances(frame, lines.totals, lines.squares, lines.present, lonely)
    variance[lines.empty] = np.nan
    return lines.share.reshape(places.shape), variance.reshape(places.shape)


def _counts(numbers: Floats) -> Counts:
    return numbers.astype(np.int64)


def _score_bounds(
    share: Floats, variance: Floats, probabilities: Floats, reach: Floats
) -> tuple[Floats, Floats]:
    """Give the shares, groups × probabilities, between which a score test doesn't reject.

    A test changes only at values: of the two shares around a change the one with the nearer score is taken.
    """
    low = np.full((len(share), len(probabilities)), np.nan)
    high = low.copy()
    for group, (upto, error) in enumerate(zip(share, np.sqrt(variance), strict=True)):
        for at, p in enumerate(probabilities):
            score = np.where(upto > p, -np.inf, np.inf)
            np.divide(p - upto, error, out=score, where=error > 0)
            low[group, at] = _crossed(score - reach[group, 0], upto)
            high[group, at] = _crossed(score + reach[group, 0], upto)
    return low, high


def _crossed(falling: Floats, upto: Floats) -> float:
    """Give the share at which a falling score crosses zero; NaN where it doesn't."""
    after = int(np.argmax(falling <= 0))
    if after == 0 or np.isinf(falling[after]):
        return float("nan")
    return float(upto[after] if abs(falling[after]) < abs(falling[after - 1]) else upto[after - 1])
