"""Shares of responses: each answer counted, where respondents may give several."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Counts, Floats
from peil.estimation.design import Lonely
from peil.estimation.frame import Frame
from peil.estimation.moments import Moments, TickMoments
from peil.estimation.rounding import drop_rounding
from peil.estimation.variance import variances


@dataclass(frozen=True)
class Responses:
    """A question's responses. NaN where a number doesn't exist.

    Args:
        n: Responses, groups × options.
        share: Of the weight of all responses, groups × options.
        se: Its standard error.
        total: Weight of all responses, one a group.
        mean: Responses a row of the base, one a group.
        mean_se: Its standard error.
    """

    n: Counts
    share: Floats
    se: Floats
    total: Floats
    mean: Floats
    mean_se: Floats


def estimate_responses(
    moments: Moments,
    ticks: TickMoments,
    frame: Frame,
    *,
    counted: Sequence[int] | None = None,
    lonely: Lonely = Lonely.FAIL,
) -> Responses:
    """Give what part of all responses each option has, linearised as the ratio that it is.

    With c one for rows that ticked an option and r the number of options that a row ticked, the variable of
    the share p is ``w (c - p r) / sum(w r)`` (Särndal, Swensson & Wretman 1992, section 5.6).

    Args:
        moments: Of the question.
        ticks: Of the options that count as responses.
        frame: The design's units.
        counted: Places of those options among the moments'; None for all.
        lonely: What is done with single units.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    kept = list(range(moments.cells.w.shape[-1]) if counted is None else counted)
    w, w2, n = moments.cells.w[..., kept], moments.cells.w2[..., kept], moments.cells.n[..., kept]
    all_w, overlap = w.sum(axis=-1), ticks.overlap
    total, base = all_w.sum(axis=0), moments.base.w.sum(axis=0)
    whole, divisor = np.where(total > 0, total, 1.0), np.where(base > 0, base, 1.0)
    share = w.sum(axis=0) / whole[:, None]
    squares = w2 - 2 * share * overlap + share**2 * overlap.sum(axis=-1, keepdims=True)
    lines = (w - share * all_w[..., None]) / whole[:, None]
    present = moments.base.n > 0
    error = variances(frame, lines, drop_rounding(squares, overlap) / whole[:, None] ** 2, present, lonely)
    mean = total / divisor
    mean_squares = overlap.sum(axis=-1) - 2 * mean * w2.sum(axis=-1) + mean**2 * moments.base.w2
    mean_lines = (all_w - mean * moments.base.w) / divisor
    mean_error = variances(
        frame, mean_lines, drop_rounding(mean_squares, overlap.sum(axis=-1)) / divisor**2, present, lonely
    )
    none, nobody = (total <= 0)[:, None], base <= 0
    return Responses(
        n.sum(axis=0),
        np.where(none, np.nan, share),
        np.where(none, np.nan, np.sqrt(error)),
        total,
        np.where(nobody, np.nan, mean),
        np.where(nobody, np.nan, np.sqrt(mean_error)),
    )
