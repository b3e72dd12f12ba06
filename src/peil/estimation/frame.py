"""The frame: a design's units as moments are added up over them, and how they are nested."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from peil.estimation.arrays import Counts, Floats, Positions
from peil.estimation.design import Design
from peil.estimation.impossible_population import ImpossiblePopulation


@dataclass(frozen=True)
class Level:
    """The units of one stage, or the strata above the first.

    Args:
        parent: For each unit its place among those of the level above, never falling; empty at the top.
        drawn: How many units of the stage below were drawn in each.
        population: How many of those there are, one a unit of this level; infinity when drawn with
            replacement.
    """

    parent: Positions
    drawn: Counts
    population: Floats


@dataclass(frozen=True)
class Frame:
    """What of a design is left when rows are added up.

    Args:
        unit_of: For each row its place on the moments' first axis: the units of the last stage that aren't
            rows themselves; the strata where rows are drawn at the first stage.
        levels: Strata first, then the units of each stage that isn't of rows; the last one's are the units
            of the moments' first axis.
        rows_drawn: Rows are the units of the last stage, drawn in the units of the last level: squared
            weights tell their spread. Else rows are all there is in their units.
    """

    unit_of: Positions
    levels: tuple[Level, ...]
    rows_drawn: bool

    @property
    def size(self) -> int:
        """Number of places on the moments' first axis."""
        return len(self.levels[-1].drawn)


def make_frame(design: Design, times: Counts | None = None) -> Frame:
    """Give a design's frame; units with the same number in different strata or units are different units.

    Rows of every weight count as drawn, those of weight zero too. Levels keep the order of the design's
    numbers.

    Args:
        design: The design.
        times: How many rows of the file each of the design's rows stands for; None for one each.

    Raises:
        ImpossiblePopulation: There are fewer units than were drawn of them, or a unit has two populations.
    """
    places = [_renumbered(np.zeros(design.rows, np.int64) if design.strata is None else design.strata)]
    parents = [np.zeros(0, np.int64)]
    for stage in design.stages:
        if stage.units is None:
            return Frame(places[-1], _levels(design, places, parents, times), rows_drawn=True)
        below = _nested(places[-1], stage.units)
        parents.append(_one_each(below, places[-1]))
        places.append(below)
    return Frame(places[-1], _levels(design, places, parents, times), rows_drawn=False)


def _levels(
    design: Design, places: Sequence[Positions], parents: Sequence[Positions], times: Counts | None
) -> tuple[Level, ...]:
    """Give the levels; ``places`` tells for each level where each row is in it."""
    fractions = _are_fractions(design)
    levels = []
    for at, (place, parent) in enumerate(zip(places, parents, strict=True)):
        if at == len(design.stages):
            alone = np.ones(_count(place), np.int64)
            levels.append(Level(parent, alone, alone.astype(np.float64)))
            continue
        if at + 1 == len(places):
            drawn = np.bincount(place, times, minlength=_count(place)).astype(np.int64)
        else:
            drawn = np.bincount(parents[at + 1], minlength=_count(place))
        levels.append(Level(parent, drawn, _population(at, design, place, drawn, fractions=fractions)))
    return tuple(levels)


def _are_fractions(design: Design) -> bool:
    """Tell whether populations are shares that were drawn, as R's ``survey`` does: none is above one."""
    given = [stage.population for stage in design.stages if stage.population is not None]
    return not any(np.any(population > 1) for population in given)


def _population(at: int, design: Design, place: Positions, drawn: Counts, *, fractions: bool) -> Floats:
    """Give how many units of a stage there are in each unit of the level above it."""
    given = design.stages[at].population
    if given is None:
        return np.full(len(drawn), np.inf)
    found = np.zeros(len(drawn))
    found[place] = given
    _refuse(at, place[~(given > 0)], "none")
    _refuse(at, place[given != found[place]], "differs")
    if fractions:
        found = drawn / found
    _refuse(at, np.flatnonzero(found < drawn * (1 - 1e-12)), "smaller")
    return found


def _refuse(at: int, places: Positions, why: Literal["smaller", "differs", "none"]) -> None:
    if len(places):
        raise ImpossiblePopulation(at + 1, tuple(np.unique(places).tolist()), why)


def _nested(above: Positions, units: Positions) -> Positions:
    """Give the place of each row's unit: those of one unit of the level above stand together."""
    numbers = _renumbered(units)
    return _renumbered(above * _count(numbers) + numbers)


def _renumbered(codes: Positions) -> Positions:
    """Give codes as places from 0 without gaps, in the order of the codes."""
    if len(codes) and codes.min() >= 0 and codes.max() < 4 * len(codes):
        there = np.bincount(codes) > 0
        return (np.cumsum(there) - 1)[codes]
    _, places = np.unique(codes, return_inverse=True)
    return places.astype(np.int64, copy=False)


def _count(places: Positions) -> int:
    return int(places.max(initial=-1)) + 1


def _one_each(units: Positions, above: Positions) -> Positions:
    """Give for each unit the place of the one above that its rows lie in."""
    found = np.zeros(_count(units), np.int64)
    found[units] = above
    return found
