"""How the rows of a file came to be in it: weights, strata, stages, populations, replicates."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from peil.estimation.arrays import Floats, Positions


class Lonely(StrEnum):
    """What is done with a stratum that has a single first-stage unit: one can't say how much such units vary.

    ``FAIL``: it is a problem. ``REMOVE``: it adds nothing, like ``CERTAINTY``, which says that it was drawn
    for sure. ``ADJUST``: its unit is compared with the mean of all strata. ``AVERAGE``: it adds the average
    of the other strata. These are the options of R's ``survey`` (Lumley 2010, section 3.2.1).
    """

    FAIL = "fail"
    REMOVE = "remove"
    ADJUST = "adjust"
    AVERAGE = "average"
    CERTAINTY = "certainty"


@dataclass(frozen=True)
class Stage:
    """One stage in which units were drawn.

    Args:
        units: The unit of each row, from 0, numbered within the unit of the stage before or over the whole
            file; None when each row is a unit of its own.
        population: How many units of this stage there are, one a row: in the row's stratum, or at a later
            stage in the row's unit of the stage before. Where no population of any stage is above one, they
            are the shares that were drawn. None when units were drawn with replacement, or out of so many
            that it makes no difference.
    """

    units: Positions | None = None
    population: Floats | None = None


def make_stages(units: Sequence[Positions], populations: Sequence[Floats]) -> tuple[Stage, ...]:
    """Pair units with the populations that they were drawn from, stage by stage; at least one stage.

    The last stage has no units where rows themselves were drawn in it.
    """
    return tuple(
        Stage(
            units[place] if place < len(units) else None,
            populations[place] if place < len(populations) else None,
        )
        for place in range(max(len(units), len(populations), 1))
    )


@dataclass(frozen=True)
class Replicates:
    """Weights for each of several made or given samples; a statistic's spread over them is its error.

    Variance is ``scale * sum(rscales * (theta_r - centre)^2)``: the centre is the mean over the replicates,
    or with ``mse`` the statistic of the whole sample (Wolter 2007).

    Args:
        weights: Rows × replicates, each the whole weight for the analysis.
        scale: Common factor.
        rscales: One a replicate.
        mse: Centre on the whole sample.
    """

    weights: Floats
    scale: float
    rscales: Floats
    mse: bool = False


@dataclass(frozen=True)
class Design:
    """The design of a file's rows. Units are nested in strata.

    Args:
        rows: Number of rows.
        weights: One a row, none below zero; None when every row counts once.
        strata: The stratum of each row, from 0; None when there is one.
        stages: The stages in which units were drawn, the first one first.
        lonely: What is done with strata that have one unit.
        replicates: Where they are there, variances come from them and not from the stages.
    """

    rows: int
    weights: Floats | None = None
    strata: Positions | None = None
    stages: tuple[Stage, ...] = (Stage(),)
    lonely: Lonely = Lonely.FAIL
    replicates: Replicates | None = None
