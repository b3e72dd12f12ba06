"""Replicate weights made of a design: jackknife, bootstrap and balanced half samples.

What is drawn anew or left out are the units of the first stage, with all their rows.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from peil.estimation.arrays import Counts, Floats, Positions
from peil.estimation.design import Design, Lonely, Replicates
from peil.estimation.frame import Frame, make_frame
from peil.estimation.hadamard import make_hadamard
from peil.estimation.lonely import LonelyUnit


class ReplicateKind(StrEnum):
    """How replicates are made.

    ``JK1``: each unit left out in turn, strata or not. ``JKN``: each left out in turn, and those of its
    stratum weighted up. ``BOOTSTRAP``: units of each stratum drawn with replacement, one fewer than there are
    (Rao & Wu 1988). ``BRR``: half samples of strata with two units, balanced by a Hadamard matrix (McCarthy
    1969). ``FAY``: BRR that weighs down instead of leaving out (Judkins 1990). All are in Wolter 2007.
    """

    JK1 = "jk1"
    JKN = "jkn"
    BOOTSTRAP = "bootstrap"
    BRR = "brr"
    FAY = "fay"


class NotInPairs(Exception):  # noqa: N818 - it tells what is wrong with the input
    """Raised when half samples are asked for and strata don't have two units.

    Attributes:
        strata: By their place in the frame.
    """

    def __init__(self, strata: tuple[int, ...]) -> None:
        super().__init__(f"strata without two units: {strata}")
        self.strata = strata


@dataclass(frozen=True)
class _Units:
    """First-stage units.

    Args:
        of_row: The unit of each row.
        stratum: The stratum of each unit, never falling.
        drawn: Units of each stratum.
        left: Of each stratum the part of the population that wasn't drawn.
    """

    of_row: Positions
    stratum: Positions
    drawn: Counts
    left: Floats


def make_replicates(
    design: Design,
    kind: ReplicateKind,
    *,
    number: int = 500,
    seed: int = 1,
    rho: float = 0.5,
) -> Replicates:
    """Make replicate weights of a design.

    Where the first stage has a population, jackknife and bootstrap take account of it; half samples can't.

    Args:
        design: The design; of its later stages only the units of the first one's matter.
        kind: How they are made.
        number: How many bootstrap samples.
        seed: The same seed draws the same samples.
        rho: Fay's factor, from 0 to 1: what a unit that is left out keeps of its weight.

    Raises:
        LonelyUnit: A stratum has a single unit. Only where the design says that such units are removed or
            certain do they keep their weight in every replicate.
        NotInPairs: BRR or Fay, and a stratum doesn't have two units.
    """
    units = _find_units(make_frame(design))
    if kind is ReplicateKind.JK1:
        units = _without_strata(units)
    single = np.flatnonzero((units.drawn == 1) & (units.left > 0))
    if len(single) and design.lonely not in {Lonely.REMOVE, Lonely.CERTAINTY}:
        raise LonelyUnit(tuple(single.tolist()))
    weights = np.ones(design.rows) if design.weights is None else design.weights
    if kind in {ReplicateKind.JK1, ReplicateKind.JKN}:
        factors, scale, rscales = _jackknife(units, together=kind is ReplicateKind.JK1)
    elif kind is ReplicateKind.BOOTSTRAP:
        factors, scale, rscales = _bootstrap(units, number, seed)
    else:
        factors, scale, rscales = _half_samples(units, rho if kind is ReplicateKind.FAY else 0.0)
    return Replicates(weights[:, None] * factors[units.of_row], scale, rscales)


def _find_units(frame: Frame) -> _Units:
    top = frame.levels[0]
    left = 1 - top.drawn / top.population
    if len(frame.levels) == 1:
        order = np.argsort(frame.unit_of, kind="stable")
        of_row = np.empty(len(order), np.int64)
        of_row[order] = np.arange(len(order))
        return _Units(of_row, frame.unit_of[order], top.drawn, left)
    of_row = frame.unit_of
    for level in frame.levels[:1:-1]:
        of_row = level.parent[of_row]
    return _Units(of_row, frame.levels[1].parent, top.drawn, left)


def _without_strata(units: _Units) -> _Units:
    """Give units as of one stratum; the part of the population that wasn't drawn is that of all of them."""
    population = (units.drawn / (1 - units.left)).sum() if np.all(units.left < 1) else np.inf
    drawn = np.array([len(units.stratum)])
    return _Units(units.of_row, np.zeros_like(units.stratum), drawn, 1 - drawn / population)


def _jackknife(units: _Units, *, together: bool) -> tuple[Floats, float, Floats]:
    """Leave each unit out in turn; those of strata with one stay."""
    drawn = units.drawn[units.stratum]
    out = np.flatnonzero(drawn > 1)
    factors = np.ones((len(drawn), len(out)))
    for at, unit in enumerate(out.tolist()):
        factors[units.stratum == units.stratum[unit], at] = drawn[unit] / (drawn[unit] - 1)
        factors[unit, at] = 0.0
    shrunk = (drawn[out] - 1) / drawn[out] * units.left[units.stratum[out]]
    if together and len(out):
        return factors, float(shrunk[0]), np.ones(len(out))
    return factors, 1.0, shrunk


def _bootstrap(units: _Units, number: int, seed: int) -> tuple[Floats, float, Floats]:
    """Draw n - 1 of n units with replacement, in every stratum; a small population draws factors to one."""
    random = np.random.default_rng(seed)
    factors = np.ones((len(units.stratum), number))
    for stratum, drawn in enumerate(units.drawn.tolist()):
        if drawn > 1:
            times = random.multinomial(drawn - 1, np.full(drawn, 1 / drawn), size=number).T
            spread = np.sqrt(units.left[stratum])
            factors[units.stratum == stratum] = 1 + spread * (times * drawn / (drawn - 1) - 1)
    return factors, 1 / (number - 1), np.ones(number)


def _half_samples(units: _Units, rho: float) -> tuple[Floats, float, Floats]:
    """Take one unit of each pair, by the columns of a Hadamard matrix after its first."""
    odd = np.flatnonzero(units.drawn > 2)
    single = np.flatnonzero(units.drawn == 1)
    if len(odd):
        raise NotInPairs(tuple(odd.tolist()))
    signs = make_hadamard(len(units.drawn) + 1)[:, 1 : len(units.drawn) + 1].T
    first = np.diff(units.stratum, prepend=-1) > 0
    sign = np.where(first, 1, -1)[:, None] * signs[units.stratum]
    sign[np.isin(units.stratum, single)] = 0
    factors = np.asarray(1 + (1 - rho) * sign, np.float64)
    number = signs.shape[1]
    return factors, 1 / (number * (1 - rho) ** 2), np.ones(number)
