"""Differences of shares between waves, and a straight line through several.

Two kinds of waves are known here:

- Independent ones, each a sample of its own (``compare_waves``, ``fit_waves``): variances add up, with the
  degrees of freedom of Welch and Satterthwaite. Waves that name their respondents or clusters and have one in
  common are refused: their covariance isn't in their moments.
- Linked ones, of a panel (wholly or partly the same respondents) or in the same clusters (``compare_linked``,
  ``fit_linked``): one file with all waves' rows, its waves the groups of a banner, its first-stage units the
  respondents or the clusters that they stay in. What waves have in common then follows from those units'
  totals. A frame in which rows are drawn by themselves is refused: it says that no two are one respondent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from peil.estimation.adjust_p import Adjustment, Family, adjust
from peil.estimation.arrays import Floats
from peil.estimation.covariance import share_covariance
from peil.estimation.design import Lonely
from peil.estimation.differences import Differences, compare
from peil.estimation.frame import Frame
from peil.estimation.linearised import linearise_shares
from peil.estimation.moments import Moments
from peil.estimation.pairwise import ROUNDING, table_freedom
from peil.estimation.shares import estimate_shares
from peil.estimation.wave import RowsNotLinked, SharedUnits, Wave

INDEPENDENT = "Difference of two independent waves, t (Welch-Satterthwaite)"
LINKED = "Difference of two linked waves, t"
LINE = "Linear trend over independent waves, t (Welch-Satterthwaite)"
LINKED_LINE = "Linear trend over linked waves, t"


@dataclass(frozen=True)
class Trend:
    """A difference between waves or a slope over them, of each share: groups × options.

    Args:
        name: What a methodology calls the test.
        waves: The waves in it.
        change: Later minus earlier; of a line the change in a unit of time.
        adjusted: p adjusted over the family.
        family: Which p-values were adjusted together.
    """

    name: str
    waves: tuple[str, ...]
    change: Differences
    adjusted: Floats
    family: Family


@dataclass(frozen=True)
class Reading:
    """How changes are told.

    Args:
        family: What the cells' p-values are together, as a methodology names it.
        method: How p is adjusted over it.
        level: Of the intervals.
        lonely: What is done with strata that have a single unit.
    """

    family: str
    method: Adjustment = Adjustment.HOLM
    level: float = 0.95
    lonely: Lonely = Lonely.FAIL


def compare_waves(earlier: Wave, later: Wave, reading: Reading) -> Trend:
    """Give later minus earlier of two independent waves.

    Raises:
        SharedUnits: They have units in common.
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    return _independent(INDEPENDENT, (earlier, later), np.array([-1.0, 1.0]), reading)


def fit_waves(waves: Sequence[Wave], reading: Reading) -> Trend:
    """Give the slope of a line through the shares of independent waves, as a contrast of them.

    Every wave counts alike: the slope is ``sum((t - mean t) p) / sum((t - mean t)^2)``.

    Raises:
        SharedUnits: Two have units in common.
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
        ValueError: There are fewer than two different times.
    """
    return _independent(LINE, tuple(waves), _slope([wave.at for wave in waves]), reading)


def compare_linked(
    moments: Moments, frame: Frame, waves: Sequence[str], places: tuple[int, int], reading: Reading
) -> Trend:
    """Give later minus earlier of two linked waves; the result has one group.

    Args:
        moments: A question by wave: the banner's groups are the waves.
        frame: Units that keep a respondent's rows of all waves together.
        waves: The waves' names.
        places: Of the earlier and the later wave.
        reading: How it is told.

    Raises:
        RowsNotLinked: The frame doesn't keep rows together.
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    contrast = np.zeros(len(waves))
    contrast[list(places)] = (-1.0, 1.0)
    return _linked(LINKED, moments, frame, waves, contrast, reading)


def fit_linked(
    moments: Moments, frame: Frame, waves: Sequence[str], times: Sequence[float], reading: Reading
) -> Trend:
    """Give the slope of a line through the shares of linked waves, as ``fit_waves``; in one group.

    Raises:
        RowsNotLinked: The frame doesn't keep rows together.
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
        ValueError: There are fewer than two different times.
    """
    return _linked(LINKED_LINE, moments, frame, waves, _slope(times), reading)


def _independent(name: str, waves: tuple[Wave, ...], contrast: Floats, reading: Reading) -> Trend:
    for one, other in combinations(waves, 2):
        if one.units is not None and other.units is not None and (both := set(one.units) & set(other.units)):
            raise SharedUnits((one.name, other.name), len(both))
    shares = [estimate_shares(wave.moments, wave.frame, lonely=reading.lonely) for wave in waves]
    share, se = np.stack([each.share for each in shares]), np.stack([each.se for each in shares])
    df = np.stack([np.broadcast_to(each.df[:, None], each.share.shape) for each in shares])
    parts = (contrast[:, None, None] * se) ** 2
    variance = parts.sum(axis=0)
    slack = np.where(parts > 0, parts**2 / np.where(df > 0, df, np.nan), 0.0).sum(axis=0)
    freedom = np.full(variance.shape, np.nan)
    np.divide(variance**2, slack, out=freedom, where=slack > 0)
    change = compare(np.tensordot(contrast, share, axes=1), variance, freedom, reading.level)
    return _told(name, tuple(wave.name for wave in waves), change, reading)


def _linked(
    name: str, moments: Moments, frame: Frame, waves: Sequence[str], contrast: Floats, reading: Reading
) -> Trend:
    if frame.rows_drawn:
        raise RowsNotLinked
    groups, options = moments.cells.w.shape[1:]
    used = np.flatnonzero(contrast)
    share = linearise_shares(moments).share[used]
    covariance = share_covariance(moments, frame, reading.lonely).reshape(groups, options, groups, options)
    each = np.einsum("gkhk->kgh", covariance)[:, used[:, None], used]
    weights = contrast[used]
    variance = np.einsum("g,kgh,h->k", weights, each, weights)
    apart = np.einsum("g,kgg->k", weights**2, each)
    variance = np.where(variance <= ROUNDING * apart, 0.0, variance)[None]
    df = np.asarray(table_freedom(moments, frame))
    change = compare((weights @ share)[None], variance, df, reading.level)
    return _told(name, tuple(waves[place] for place in used.tolist()), change, reading)


def _slope(times: Sequence[float]) -> Floats:
    """Give each wave's part in the slope."""
    at = np.array(times, np.float64)
    off = at - at.mean() if len(at) else at
    if not np.any(off):
        raise ValueError("a trend needs waves at two different times")
    return np.asarray(off / np.sum(off**2))


def _told(name: str, waves: tuple[str, ...], change: Differences, reading: Reading) -> Trend:
    size = int(np.count_nonzero(~np.isnan(change.p)))
    family = Family(reading.family, reading.method, size)
    return Trend(name, waves, change, adjust(change.p, reading.method), family)
