"""Groups against the rest and against all, with what the two have in common kept.

A group and the rest are different rows of the same strata and clusters, and both bases are as chance made
them. So the difference of their shares is linearised as one statistic: a row's part is its part in the
group's share or, taken off, in the rest's (Särndal, Swensson & Wretman 1992, section 5.5). Its degrees of
freedom are those of the whole table's base. All groups are those of the banner: rows that are in none are in
no comparison.
"""

from dataclasses import dataclass

import numpy as np

from peil.estimation.adjust_p import Adjustment, Family, adjust
from peil.estimation.arrays import Floats, Mask
from peil.estimation.crossing import left_over
from peil.estimation.design import Lonely, Replicates
from peil.estimation.differences import Differences, compare
from peil.estimation.frame import Frame
from peil.estimation.linearised import without
from peil.estimation.moments import Moments, ReplicateMoments
from peil.estimation.pairwise import table_freedom
from peil.estimation.replicate_crossing import replicate_others
from peil.estimation.replicate_variance import replicate_variance
from peil.estimation.variance import variances

NAME = "Group against the rest, t"


@dataclass(frozen=True)
class Deviations:
    """How each group's shares differ, groups × options.

    Args:
        name: What a methodology calls the test.
        rest: Group minus rest.
        adjusted: p of those, adjusted over the family; NaN where nothing was tested.
        family: Which p-values were adjusted together.
        total: Group minus all groups together. A report that calls a group different goes by ``rest``; this
            is the same question asked of a smaller number.
    """

    name: str
    rest: Differences
    adjusted: Floats
    family: Family
    total: Differences


@dataclass(frozen=True)
class _Sides:
    """Numbers of rows in a group and in the rest, and of those who chose an option and the others.

    Units × groups × options of weights, or factors that they are multiplied by, groups × options.
    """

    chose: Floats
    others: Floats
    rest_chose: Floats
    rest_others: Floats

    def times(self, factors: "_Sides") -> Floats:
        """Give the sum of the four, each with its factor."""
        return np.asarray(
            self.chose * factors.chose
            + self.others * factors.others
            + self.rest_chose * factors.rest_chose
            + self.rest_others * factors.rest_others
        )

    def squared(self) -> "_Sides":
        """Give each squared."""
        return _Sides(self.chose**2, self.others**2, self.rest_chose**2, self.rest_others**2)

    def summed(self) -> "_Sides":
        """Give the sums over the first axis."""
        return _Sides(
            *(part.sum(axis=0) for part in (self.chose, self.others, self.rest_chose, self.rest_others))
        )


@dataclass(frozen=True)
class _Shares:
    """Shares in each group, in its rest and in both, with the inverses of their bases; groups × options."""

    group: Floats
    rest: Floats
    every: Floats
    of_group: Floats
    of_rest: Floats
    of_every: Floats

    def against_rest(self) -> _Sides:
        """Give each side's factor in the linearised difference of group and rest."""
        return _Sides(
            (1 - self.group) * self.of_group,
            -self.group * self.of_group,
            -(1 - self.rest) * self.of_rest,
            self.rest * self.of_rest,
        )

    def against_every(self) -> _Sides:
        """Give each side's factor in the linearised difference of group and all."""
        chose, others = (1 - self.every) * self.of_every, self.every * self.of_every
        return _Sides(
            (1 - self.group) * self.of_group - chose, others - self.group * self.of_group, -chose, others
        )


def deviate(
    moments: Moments, frame: Frame, lonely: Lonely, *, family: str, method: Adjustment = Adjustment.HOLM
) -> Deviations:
    """Give how groups differ from the rest and from all, of one choice or of several.

    Args:
        moments: A question by a banner.
        frame: The design's units.
        lonely: What is done with strata that have a single unit.
        family: What the table's cells with a p are together, as a methodology names it. Several tables become
            one family by ``adjust_p.adjust_family``.
        method: How p is adjusted over it.

    Raises:
        LonelyUnit: A stratum with rows in the base has a single unit, and this fails.
    """
    others = left_over(moments)
    weights, squares = _sides(moments.cells.w, others.w), _sides(moments.cells.w2, others.w2)
    shares = _shares(weights.summed())
    present: Mask = np.repeat(moments.base.n.sum(axis=1, keepdims=True) > 0, moments.base.n.shape[1], axis=1)
    rest, every = (
        variances(frame, weights.times(factors), squares.times(factors.squared()), present, lonely)
        for factors in (shares.against_rest(), shares.against_every())
    )
    return _tested(shares, rest, every, table_freedom(moments, frame), Family(family, method, 0))


def deviate_replicates(
    moments: Moments, made: ReplicateMoments, replicates: Replicates, df: float, family: Family
) -> Deviations:
    """Give the same with errors from replicates.

    Args:
        moments: Of the whole sample.
        made: Of the replicates.
        replicates: How they tell a variance.
        df: ``replicate_freedom`` of the replicates with the weights of the base's rows alone.
        family: Its name and how p is adjusted; its size is found here.
    """
    each = _shares(_sides(made.cells, replicate_others(moments, made)))
    shares = _shares(_sides(moments.cells.w, left_over(moments).w).summed())
    rest = replicate_variance(each.group - each.rest, shares.group - shares.rest, replicates)
    every = replicate_variance(each.group - each.every, shares.group - shares.every, replicates)
    return _tested(shares, rest, every, df, family)


def _tested(shares: _Shares, rest: Floats, every: Floats, df: float, family: Family) -> Deviations:
    freedom = np.full(shares.group.shape, df)
    against = compare(shares.group - shares.rest, rest, freedom)
    size = int(np.count_nonzero(~np.isnan(against.p)))
    named = Family(family.name, family.method, size)
    total = compare(shares.group - shares.every, every, freedom)
    return Deviations(NAME, against, adjust(against.p, family.method), named, total)


def _sides(chose: Floats, others: Floats) -> _Sides:
    return _Sides(chose, others, _elsewhere(chose), _elsewhere(others))


def _elsewhere(each: Floats) -> Floats:
    """Give the sums over the other groups."""
    turned = np.moveaxis(each, 1, -1)
    return np.moveaxis(without(turned.sum(axis=-1), turned), -1, 1)


def _shares(sums: _Sides) -> _Shares:
    """Give the shares that sums tell, NaN where there is no base."""
    group, rest = sums.chose + sums.others, sums.rest_chose + sums.rest_others
    chose, others = sums.chose + sums.rest_chose, sums.others + sums.rest_others
    every = chose + others
    return _Shares(
        _share(sums.chose, sums.others, group),
        _share(sums.rest_chose, sums.rest_others, rest),
        _share(chose, others, every),
        _inverse(group),
        _inverse(rest),
        _inverse(every),
    )


def _share(chose: Floats, others: Floats, base: Floats) -> Floats:
    """Give a share, exactly 1 where nobody else is there."""
    return np.where(others > 0, chose * _inverse(base), np.where(base > 0, 1.0, np.nan))


def _inverse(base: Floats) -> Floats:
    return np.where(base > 0, 1 / np.where(base > 0, base, 1.0), np.nan)
