"""Confidence intervals of shares and means."""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np

from peil.estimation.arrays import Floats, Mask
from peil.estimation.tails import t_quantile

SymmetricKind = Literal["normal", "t"]
IntervalKind = Literal["normal", "t", "logit", "asin", "beta", "wilson", "likelihood"]

MOST_LOGIT = 700.0
"""Beyond, a share is 0 or 1 in every digit, and its odds have no number."""


@dataclass(frozen=True)
class Interval:
    """Lower and upper bounds, as arrays of one shape; NaN where there is none."""

    low: Floats
    high: Floats


@dataclass(frozen=True)
class Known:
    """What an interval of a share is made of, as arrays of one shape.

    Args:
        share: The share.
        variance: Of the share.
        df: Degrees of freedom.
        rows: Rows in the base.
        positive: Those with a weight above zero.
        kish_n: Kish's effective size of the base.
    """

    share: Floats
    variance: Floats
    df: Floats
    rows: Floats
    positive: Floats
    kish_n: Floats


def share_interval(known: Known, kind: IntervalKind, level: float = 0.95) -> Interval:
    """Give an interval of a share.

    ``normal``, ``t``: the share with so many standard errors on both sides. ``logit``: ``t`` on the scale of
    log(p / (1 - p)), carried back (Korn & Graubard 1998); ``asin`` on that of the arcsine of the root of p.
    ``beta``: Clopper and Pearson's with an effective sample size p (1 - p) / variance, adjusted for degrees
    of freedom (Korn & Graubard 1998). ``wilson``: Wilson's with that size, unadjusted and with t, or with
    Kish's where everybody or nobody chose. ``likelihood``: where the likelihood of a simple sample, flattened
    by the design effect, has fallen by what t allows (Rao & Scott 1984).

    ``logit``, ``asin``, ``beta`` and ``likelihood`` have none at shares 0 and 1, and all but ``normal`` none
    without degrees of freedom. A share between 0 and 1 that can't vary is its own interval.
    """
    if kind == "normal" or kind == "t":  # noqa: PLR1714 - mypy narrows a kind by equality only
        return symmetric_interval(known.share, known.variance, known.df, kind, level)
    between = (known.share > 0) & (known.share < 1)
    usable = (
        np.isfinite(known.variance) & (known.df > 0) & (between | ((kind == "wilson") & (known.kish_n > 0)))
    )
    still = usable & between & (known.variance == 0)
    makers = {"logit": _logit, "asin": _asin, "beta": _beta, "wilson": _wilson, "likelihood": _likelihood}
    bounds = makers[kind](_at(known, usable & ~still), (1 - level) / 2)
    low, high = np.where(still, known.share, np.nan), np.where(still, known.share, np.nan)
    low[usable & ~still], high[usable & ~still] = bounds.low, bounds.high
    return Interval(low, high)


def symmetric_interval(
    centre: Floats, variance: Floats, df: Floats, kind: SymmetricKind = "t", level: float = 0.95
) -> Interval:
    """Give the interval of so many standard errors on both sides; by t it has none without freedom."""
    upper = (1 + level) / 2
    reach = NormalDist().inv_cdf(upper) if kind == "normal" else t_quantile(df, upper)
    far = reach * np.sqrt(variance)
    return Interval(centre - far, centre + far)


def _logit(known: Known, tail: float) -> Interval:
    spread = known.share * (1 - known.share)
    reach = t_quantile(known.df, 1 - tail) * np.sqrt(known.variance) / spread
    centre = np.log(known.share) - np.log1p(-known.share)
    return Interval(_share_of_logit(centre - reach), _share_of_logit(centre + reach))


def _share_of_logit(logit: Floats) -> Floats:
    return 1 / (1 + np.exp(np.clip(-logit, -MOST_LOGIT, MOST_LOGIT)))


def _asin(known: Known, tail: float) -> Interval:
    reach = t_quantile(known.df, 1 - tail) * np.sqrt(known.variance / (known.share * (1 - known.share))) / 2
    centre = np.arcsin(np.sqrt(known.share))
    low, high = np.maximum(centre - reach, 0.0), np.minimum(centre + reach, np.pi / 2)
    return Interval(np.sin(low) ** 2, np.sin(high) ** 2)


def _beta(known: Known, tail: float) -> Interval:
    from scipy.special import betaincinv  # noqa: PLC0415 - scipy is slow to load and most tables need none

    effective = known.share * (1 - known.share) / known.variance
    effective *= (t_quantile(known.rows - 1, 1 - tail) / t_quantile(known.df, 1 - tail)) ** 2
    chosen, others = effective * known.share, effective * (1 - known.share)
    return Interval(betaincinv(chosen, others + 1, tail), betaincinv(chosen + 1, others, 1 - tail))


def _wilson(known: Known, tail: float) -> Interval:
    spread = known.share * (1 - known.share)
    inside = (spread > 0) & (known.variance > 0)
    effective = np.where(inside, spread / np.where(inside, known.variance, 1.0), known.kish_n)
    reach = t_quantile(known.df, 1 - tail)
    scale = 1 + reach**2 / effective
    centre = (known.share + reach**2 / (2 * effective)) / scale
    half = reach * np.sqrt(spread / effective + reach**2 / (4 * effective**2)) / scale
    low = np.where(known.share <= 0, 0.0, centre - half)
    return Interval(low, np.where(known.share >= 1, 1.0, centre + half))


def _likelihood(known: Known, tail: float) -> Interval:
    """Find where the divergence from the share is what t allows, the dispersion estimated with n - 1."""
    dispersion = known.positive / (known.positive - 1)
    reach = (
        t_quantile(known.df, 1 - tail) ** 2
        * dispersion
        * known.variance
        / (2 * known.share * (1 - known.share))
    )
    low = _where_divergence_is(known.share, reach, np.zeros_like(known.share))
    return Interval(low, _where_divergence_is(known.share, reach, np.ones_like(known.share)))


def _where_divergence_is(share: Floats, reach: Floats, far: Floats) -> Floats:
    """Halve between the share and a far end until the divergence is what is asked for."""
    from scipy.special import rel_entr  # noqa: PLC0415 - as above

    near, far = share.copy(), far.copy()
    for _ in range(80):
        middle = (near + far) / 2
        beyond = rel_entr(share, middle) + rel_entr(1 - share, 1 - middle) > reach
        near, far = np.where(beyond, near, middle), np.where(beyond, middle, far)
    found: Floats = (near + far) / 2
    return found


def _at(known: Known, chosen: Mask) -> Known:
    return Known(
        known.share[chosen],
        known.variance[chosen],
        known.df[chosen],
        known.rows[chosen],
        known.positive[chosen],
        known.kish_n[chosen],
    )
