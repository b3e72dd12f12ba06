"""Variances and covariances of totals over a design of strata, clusters and several stages.

A total's variance is added up level by level, the strata first. Each unit of a level in which n of N units of
the next were drawn adds ``(1 - n/N) * n/(n-1) * sum((t_j - mean t)^2)`` over the totals t_j of those units,
times the shares drawn n/N of all levels above it. With an endless N the levels below add nothing (Särndal,
Swensson & Wretman 1992, sections 4.3-4.4; Lumley 2010, chapter 2).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats, Mask
from peil.estimation.design import Lonely
from peil.estimation.frame import Frame, Level
from peil.estimation.lonely import LonelyUnit

ROUNDING = 1e-12
"""A spread smaller than this part of the squares that it is a difference of is what rounding left."""

CENSUS = 1e-7
"""Where a smaller part of the units wasn't drawn, all were."""


@dataclass(frozen=True)
class _Drawing:
    """How the units below those of one level add to a variance.

    Args:
        level: The level.
        factor: What each unit's sum of squared deviations is multiplied by.
        whole: Units whose single unit below is compared with zero, the mean of all strata.
        lonely: Units with a single unit below of more than one.
        at: The level's place, from 0.
    """

    level: Level
    factor: Floats
    whole: Mask
    lonely: Mask
    at: int


def variances(frame: Frame, totals: Floats, squares: Floats, present: Mask, lonely: Lonely) -> Floats:
    """Give the variance of the sum of totals over the units.

    Args:
        frame: The design's units.
        totals: Of the variable times weight, units × groups × anything.
        squares: Sums over rows of the squared variable times weight, of the same shape; only looked at where
            rows are drawn.
        present: Units × groups: where a unit has rows in the group's domain. Strata without any don't count
            as there, as R's ``survey`` sees a subset.
        lonely: What is done with single units.

    Returns:
        Groups × anything. NaN of a sample that is one unit in all, where that fails, and where every stratum
        is single and their average is asked for.

    Raises:
        LonelyUnit: A stratum with rows in a domain has a single unit, and this fails.
    """
    found: Floats = np.full(totals.shape[1:], np.nan if _is_one_unit(frame, lonely) else 0.0)
    there = sum_by_level(frame, present.astype(np.float64))
    sums = sum_by_level(frame, totals)
    for drawing in _drawings(frame, lonely):
        _refuse(drawing, there[drawing.at] > 0, frame, lonely)
        if drawing.at + 1 < len(frame.levels):
            off = _deviations(drawing, sums[drawing.at], sums[drawing.at + 1], frame)
            added = np.tensordot(drawing.factor[frame.levels[drawing.at + 1].parent], off**2, axes=1)
        else:
            added = np.tensordot(drawing.factor, _spread(drawing, totals, squares), axes=1)
        average = _stand_in(drawing, there[drawing.at] > 0, lonely)
        found = found + added * average.reshape(average.shape + (1,) * (added.ndim - 1))
    return found


def covariances(frame: Frame, totals: Floats, squares: Floats, present: Mask, lonely: Lonely) -> Floats:
    """Give the covariances of sums of totals over the units.

    Args:
        frame: The design's units.
        totals: Units × variables.
        squares: Sums over rows of products of two variables times squared weight; only looked at where rows
            are drawn. Units × variables × variables; or units × variables where products of two are zero; or
            units × blocks × variables × variables where they are zero between blocks of variables.
        present: Of each unit: it has rows in the domain.
        lonely: As in ``variances``.

    Returns:
        Variables × variables.

    Raises:
        LonelyUnit: As in ``variances``.
    """
    nothing = np.nan if _is_one_unit(frame, lonely) else 0.0
    found: Floats = np.full((totals.shape[1], totals.shape[1]), nothing)
    there = sum_by_level(frame, present.astype(np.float64)[:, None])
    sums = sum_by_level(frame, totals)
    for drawing in _drawings(frame, lonely):
        _refuse(drawing, there[drawing.at] > 0, frame, lonely)
        if drawing.at + 1 < len(frame.levels):
            off = _deviations(drawing, sums[drawing.at], sums[drawing.at + 1], frame)
            added = off.T @ (off * drawing.factor[frame.levels[drawing.at + 1].parent][:, None])
        else:
            added = _spread_products(drawing, totals, squares)
        found = found + added * _stand_in(drawing, there[drawing.at] > 0, lonely)
    return found


def sum_by_level(frame: Frame, totals: Floats) -> list[Floats]:
    """Give totals of the moments' units as those of the units of every level, the strata first."""
    found = [totals]
    for level in frame.levels[:0:-1]:
        starts = np.flatnonzero(np.diff(level.parent, prepend=-1))
        found.append(np.add.reduceat(found[-1], starts, axis=0) if len(starts) else found[-1])
    return found[::-1]


def _drawings(frame: Frame, lonely: Lonely) -> Iterator[_Drawing]:
    """Give the levels in which units were drawn, as far as they add anything."""
    reach: Floats = np.ones(len(frame.levels[0].drawn))
    for at, level in enumerate(frame.levels):
        if at:
            reach = reach[level.parent]
        if not np.any(reach) or (at + 1 == len(frame.levels) and not frame.rows_drawn):
            return
        part = level.drawn / level.population
        left = np.where(1 - part < CENSUS, 0.0, 1 - part)
        single = (level.drawn == 1) & (left > 0) & (reach > 0)
        whole = single & (lonely is Lonely.ADJUST)
        among = np.where(level.drawn > 1, level.drawn / np.maximum(level.drawn - 1, 1), whole)
        yield _Drawing(level, reach * left * among, whole, single, at)
        reach = reach * part


def _is_one_unit(frame: Frame, lonely: Lonely) -> bool:
    """Tell whether the whole sample is a single unit of more, so that nothing is known of how units vary."""
    top = frame.levels[0]
    return lonely is Lonely.FAIL and len(top.drawn) == 1 and top.drawn[0] == 1 and bool(top.population[0] > 1)


def _refuse(drawing: _Drawing, there: Mask, frame: Frame, lonely: Lonely) -> None:
    """Stop where a stratum with a single unit has rows in a domain, beside others, and this fails."""
    if lonely is Lonely.FAIL and not (drawing.at == 0 and _is_one_unit(frame, lonely)):
        places = np.flatnonzero(drawing.lonely & there.any(axis=1))
        if len(places):
            raise LonelyUnit(tuple(places.tolist()), drawing.at + 1)


def _stand_in(drawing: _Drawing, there: Mask, lonely: Lonely) -> Floats:
    """Give what each domain's sum is multiplied by, so that single units add the average of the others."""
    if lonely is not Lonely.AVERAGE:
        return np.ones(there.shape[1])
    known = (there & ~drawing.lonely[:, None]).sum(axis=0)
    every = there.sum(axis=0)
    return np.where(known > 0, every / np.maximum(known, 1), np.where(every > 0, np.nan, 1.0))


def _deviations(drawing: _Drawing, sums: Floats, below: Floats, frame: Frame) -> Floats:
    """Give how far the totals of the units below lie from their mean."""
    parent = frame.levels[drawing.at + 1].parent
    shape = (-1,) + (1,) * (sums.ndim - 1)
    means = sums * (~drawing.whole / drawing.level.drawn).reshape(shape)
    return below - means[parent]


def _spread(drawing: _Drawing, totals: Floats, squares: Floats) -> Floats:
    """Give the rows' sum of squared deviations in each unit."""
    shape = (-1,) + (1,) * (totals.ndim - 1)
    spread = squares - totals**2 * (~drawing.whole / drawing.level.drawn).reshape(shape)
    return np.where(spread > ROUNDING * squares, spread, 0.0)


def _spread_products(drawing: _Drawing, totals: Floats, squares: Floats) -> Floats:
    """Give the rows' products of deviations, added up over the units."""
    within = (drawing.factor * ~drawing.whole / drawing.level.drawn)[:, None]
    raw = _as_matrix(np.tensordot(drawing.factor, squares, axes=1))
    found = raw - totals.T @ (totals * within)
    size = np.sqrt(np.diagonal(raw))
    return np.where(np.abs(found) > ROUNDING * np.outer(size, size), found, 0.0)


def _as_matrix(products: Floats) -> Floats:
    """Give products of variables as a matrix: they are its diagonal, or blocks along it, or it is one."""
    if products.ndim == 1:
        return np.diag(products)
    if products.ndim == 2:
        return products
    blocks, each, _ = products.shape
    found = np.zeros((blocks, each, blocks, each))
    found[np.arange(blocks), :, np.arange(blocks), :] = products
    return found.reshape(blocks * each, blocks * each)
