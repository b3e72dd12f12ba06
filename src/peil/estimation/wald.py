"""Wald's test of whether groups differ in what they chose."""

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.crossing import Crossings
from peil.estimation.pearson import NO_SPREAD
from peil.estimation.tails import f_tail
from peil.estimation.tested import Tested, Untestable, refused

WALD = "Wald F"
ADJUSTED = "Wald F, adjusted"

SINGULAR = 1e-11
"""Cells whose correlations have an eigenvalue under this part of the largest say the same thing twice."""


def test_wald(crossings: Crossings, *, adjusted: bool) -> list[Tested]:
    """Test the differences between totals and what independence expects of them, by their own covariance.

    The statistic over its number of differences is an F (Koch, Freeman & Freeman 1975). ``adjusted`` takes
    the design's few degrees of freedom into account: times (df - differences + 1) / df, on that many
    (Korn & Graubard 1990). Both as in ``svychisq`` of R's ``survey``. Neither can be had with fewer degrees
    of freedom than there are differences.

    Args:
        crossings: At least two groups and two options, none without cases.
        adjusted: The adjusted form.
    """
    name = ADJUSTED if adjusted else WALD
    differences, covariance = _departures(crossings)
    parts = zip(differences, covariance, _simple_variances(crossings), crossings.df.tolist(), strict=True)
    return [_tested(name, *part, adjusted=adjusted) for part in parts]


def _tested(
    name: str, differences: Floats, covariance: Floats, simple: Floats, df: float, *, adjusted: bool
) -> Tested:
    size = len(differences)
    if df <= 0:
        return refused(name, Untestable.NO_FREEDOM)
    if df < size:
        return refused(name, Untestable.FEW_FREEDOM)
    if np.isnan(covariance).any():
        return refused(name, Untestable.EMPTY_REPLICATES)
    if np.any(np.diag(covariance) <= NO_SPREAD * simple):
        return refused(name, Untestable.NO_SPREAD)
    scale = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(scale, scale)
    values, vectors = np.linalg.eigh(correlation)
    if values[0] <= SINGULAR * values[-1]:
        return refused(name, Untestable.NO_SPREAD)
    statistic = float(np.sum((vectors.T @ (differences / scale)) ** 2 / values)) / size
    df2 = df - size + 1 if adjusted else df
    statistic *= df2 / df
    p = f_tail(np.asarray(statistic), np.asarray(float(size)), np.asarray(df2))
    return Tested(name, statistic, float(size), df2, float(p))


def _departures(crossings: Crossings) -> tuple[Floats, Floats]:
    """Give totals less the product of their margins, of all but the first group and option, with covariances.

    Returns:
        Tables × differences, and tables × differences × differences.
    """
    tables, groups, options = crossings.w.shape
    whole = crossings.w.sum(axis=(1, 2))[:, None, None]
    of_group = crossings.w.sum(axis=2, keepdims=True) / whole
    of_option = crossings.w.sum(axis=1, keepdims=True) / whole
    departures = crossings.w - of_group * of_option * whole
    same_group, same_option = np.eye(groups), np.eye(options)
    slopes = (
        same_group[None, :, None, :, None] * same_option[None, None, :, None, :]
        - same_group[None, :, None, :, None] * of_option[:, :, :, None, None]
        - same_option[None, None, :, None, :] * of_group[:, :, :, None, None]
        + (of_group * of_option)[:, :, :, None, None]
    )[:, 1:, 1:]
    flat = slopes.reshape(tables, (groups - 1) * (options - 1), groups * options)
    covariance = np.matmul(flat, np.matmul(crossings.of_totals, flat.transpose(0, 2, 1)))
    return departures[:, 1:, 1:].reshape(tables, -1), covariance


def _simple_variances(crossings: Crossings) -> Floats:
    """Give what the differences' variances would be in a multinomial sample where independence holds."""
    whole = crossings.w.sum(axis=(1, 2))[:, None, None]
    of_group, of_option = crossings.w.sum(axis=2) / whole[..., 0], crossings.w.sum(axis=1) / whole[..., 0]
    of_group, of_option = of_group * (1 - of_group), of_option * (1 - of_option)
    rows = crossings.positive.sum(axis=(1, 2))[:, None, None]
    found = whole**2 / rows * of_group[:, 1:, None] * of_option[:, None, 1:]
    return np.asarray(found.reshape(len(found), -1))
