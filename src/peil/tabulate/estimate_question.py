"""A question's estimates, whole and in the groups of each banner."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Design, Replicates
from peil.estimation.engine import Engine
from peil.estimation.frame import Frame
from peil.estimation.moments import Moments, ReplicateMoments
from peil.estimation.rao_scott import SECOND_ORDER, second_order, test_tables
from peil.estimation.replicate_crossing import cross_choices
from peil.estimation.replicate_variance import estimate_shares_by_replicates
from peil.estimation.shares import Shares, estimate_shares
from peil.estimation.tested import Tested, Untestable, refused
from peil.tabulate.estimate_table import EstimateCell, EstimateTable
from peil.tabulate.table import BaseCount

MOST_TESTED = 2_000
"""A test takes the covariances of all cells with each other: of so many 32 MB, several times over."""


@dataclass(frozen=True)
class Sampled:
    """A file's rows, ready to be counted, with how they were drawn.

    Args:
        engine: Counts them.
        frame: The design's units.
        design: The design.
        rule: What a question's base is, in words.
    """

    engine: Engine
    frame: Frame
    design: Design
    rule: str


@dataclass(frozen=True)
class EstimatedQuestion:
    """A question as it was counted.

    Args:
        question: The question.
        moments: By each banner.
        replicates: Those of replicates, where variances come from them.
        freedom: With these, the degrees of freedom of replicates among the rows of each banner's cells,
            all together, and then of each group's.
    """

    question: Question
    moments: Mapping[Banner, Moments]
    replicates: Mapping[Banner, ReplicateMoments] = field(default_factory=dict)
    freedom: Mapping[Banner, tuple[float, Floats]] = field(default_factory=dict)


def estimate_question(sampled: Sampled, one: EstimatedQuestion) -> Iterator[EstimateTable]:
    """Give a question's tables: by each banner its groups in order, with the test of whether they differ.

    Raises:
        LonelyUnit: A stratum has a single unit, and the design calls that a problem.
    """
    split = [banner for banner in one.moments if banner != WHOLE]
    tested = [banner for banner in split if len(one.question.options) * len(banner.groups) <= MOST_TESTED]
    tests = dict.fromkeys(split, refused(SECOND_ORDER, Untestable.MANY_CELLS))
    tests |= zip(tested, _tests(sampled, one, tested), strict=True)
    for banner in one.moments:
        shares = _shares(sampled, one, banner)
        base_n, base_weighted = shares.base_n.tolist(), shares.base_weighted.tolist()
        cells = _cells(one.question.options, shares)
        for place, group in enumerate(banner.groups):
            yield EstimateTable(
                one.question.name,
                None if banner == WHOLE else banner.name,
                None if banner == WHOLE else group,
                BaseCount(base_n[place], base_weighted[place], sampled.rule),
                cells[place],
                tests.get(banner),
            )


def _shares(sampled: Sampled, one: EstimatedQuestion, banner: Banner) -> Shares:
    moments, replicates = one.moments[banner], sampled.design.replicates
    if one.replicates and replicates:
        return estimate_shares_by_replicates(
            moments, one.replicates[banner], replicates, df=one.freedom[banner][1]
        )
    return estimate_shares(moments, sampled.frame, lonely=sampled.design.lonely)


def _tests(sampled: Sampled, one: EstimatedQuestion, banners: list[Banner]) -> tuple[Tested, ...]:
    if sampled.design.replicates:
        return tuple(_test_by_replicates(sampled.design.replicates, one, banner) for banner in banners)
    return test_tables([one.moments[banner] for banner in banners], sampled.frame, sampled.design.lonely)


def _test_by_replicates(replicates: Replicates, one: EstimatedQuestion, banner: Banner) -> Tested:
    made = cross_choices(one.moments[banner], one.replicates[banner], replicates, one.freedom[banner][0])
    return second_order(made)[0]


def _cells(options: tuple[str, ...], shares: Shares) -> list[tuple[EstimateCell, ...]]:
    """Give the cells of every group, in order."""
    counts = shares.n.tolist()
    columns = [_told(array) for array in (shares.share, shares.se, shares.low, shares.high, shares.deff)]
    return [
        tuple(
            EstimateCell(option, counts[group][place], *(column[group][place] for column in columns))
            for place, option in enumerate(options)
        )
        for group in range(len(counts))
    ]


def _told(array: Floats) -> list[list[float | None]]:
    """Give an array as lists, None where a number doesn't exist."""
    return [
        [value if fine else None for value, fine in zip(*row, strict=True)]
        for row in zip(array.tolist(), np.isfinite(array).tolist(), strict=True)
    ]
