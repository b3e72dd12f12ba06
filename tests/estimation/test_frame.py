"""A frame keeps what of a design is left when rows are added up."""

import numpy as np
import pytest

from peil.estimation.design import Design, Stage
from peil.estimation.frame import Level, make_frame
from peil.estimation.impossible_population import ImpossiblePopulation

STRATA = np.array([4, 4, 4, 9, 9, 9, 9])
PSUS = np.array([1, 1, 2, 1, 2, 2, 2])
SSUS = np.array([0, 1, 0, 5, 5, 5, 6])


def told(level: Level) -> tuple[list[int], list[int], list[float]]:
    return level.parent.tolist(), level.drawn.tolist(), level.population.tolist()


def test_rows_drawn_without_strata() -> None:
    frame = make_frame(Design(3))
    assert frame.rows_drawn
    assert frame.unit_of.tolist() == [0, 0, 0]
    assert [told(level) for level in frame.levels] == [([], [3], [np.inf])]
    assert frame.size == 1


def test_rows_drawn_in_strata_that_are_numbered_with_gaps() -> None:
    frame = make_frame(Design(7, strata=STRATA, stages=(Stage(None, np.array([5.0] * 3 + [40.0] * 4)),)))
    assert frame.rows_drawn
    assert frame.unit_of.tolist() == [0, 0, 0, 1, 1, 1, 1]
    assert [told(level) for level in frame.levels] == [([], [3, 4], [5, 40])]


def test_clusters_with_the_same_number_in_different_strata_are_different() -> None:
    frame = make_frame(Design(7, strata=STRATA, stages=(Stage(PSUS),)))
    assert not frame.rows_drawn
    assert frame.unit_of.tolist() == [0, 0, 1, 2, 3, 3, 3]
    assert [told(level) for level in frame.levels] == [
        ([], [2, 2], [np.inf, np.inf]),
        ([0, 0, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]),
    ]


def test_two_stages_of_clusters() -> None:
    populations = np.array([8.0, 8, 8, 9, 9, 9, 9]), np.array([3.0, 3, 4, 5, 6, 6, 6])
    stages = (Stage(PSUS, populations[0]), Stage(SSUS, populations[1]))
    frame = make_frame(Design(7, strata=STRATA, stages=stages))
    assert not frame.rows_drawn
    assert frame.unit_of.tolist() == [0, 1, 2, 3, 4, 4, 5]
    assert [told(level) for level in frame.levels] == [
        ([], [2, 2], [8, 9]),
        ([0, 0, 1, 1], [2, 1, 1, 2], [3, 4, 5, 6]),
        ([0, 0, 1, 2, 3, 3], [1] * 6, [1] * 6),
    ]


def test_rows_as_the_last_of_three_stages() -> None:
    stages = (Stage(PSUS), Stage(SSUS), Stage(None, np.array([9.0] * 7)))
    frame = make_frame(Design(7, strata=STRATA, stages=stages))
    assert frame.rows_drawn
    assert frame.unit_of.tolist() == [0, 1, 2, 3, 4, 4, 5]
    assert told(frame.levels[2]) == ([0, 0, 1, 2, 3, 3], [1, 1, 1, 1, 2, 1], [9] * 6)
    assert frame.levels[0].population.tolist() == [np.inf, np.inf]


def test_units_of_one_above_stand_together_whatever_the_order_of_rows() -> None:
    order = np.array([6, 0, 4, 2, 3, 5, 1])
    frame = make_frame(Design(7, strata=STRATA[order], stages=(Stage(PSUS[order]), Stage(SSUS[order]))))
    assert frame.unit_of.tolist() == [5, 0, 4, 2, 3, 4, 1]
    assert [level.parent.tolist() for level in frame.levels] == [[], [0, 0, 1, 1], [0, 0, 1, 2, 3, 3]]


def test_huge_numbers_of_strata_and_clusters_are_kept_apart() -> None:
    strata, psus = STRATA + 10**15, PSUS * 10**14
    frame = make_frame(Design(7, strata=strata, stages=(Stage(psus),)))
    assert frame.unit_of.tolist() == [0, 0, 1, 2, 3, 3, 3]


def test_populations_that_are_all_at_most_one_are_the_shares_drawn() -> None:
    stages = (Stage(PSUS, np.array([0.5] * 3 + [0.1] * 4)), Stage(None, np.array([1.0] * 3 + [0.25] * 4)))
    frame = make_frame(Design(7, strata=STRATA, stages=stages))
    assert frame.levels[0].population.tolist() == [4, 20]
    assert frame.levels[1].population.tolist() == [2, 1, 4, 12]


def test_a_population_above_one_at_any_stage_makes_them_all_counts() -> None:
    stages = (Stage(PSUS, np.array([8.0] * 7)), Stage(SSUS, np.array([2.0, 2, 1, 1, 2, 2, 2])))
    frame = make_frame(Design(7, strata=STRATA, stages=stages))
    assert frame.levels[1].population.tolist() == [2, 1, 1, 2]


@pytest.mark.parametrize(
    ("population", "why", "places"),
    [
        ([3.0, 3, 3, 3, 3, 3, 3], "smaller", (1,)),
        ([3.0, 4, 3, 9, 9, 9, 9], "differs", (0,)),
        ([3.0, 3, 3, np.nan, 9, 9, 9], "none", (1,)),
        ([np.nan, np.nan, np.nan, 9, 9, 9, 9], "none", (0,)),
        ([0.0, 0, 0, 0.5, 0.5, 0.5, 0.5], "none", (0,)),
        ([-5.0, -5, -5, 9, 9, 9, 9], "none", (0,)),
    ],
)
def test_impossible_populations(population, why, places) -> None:
    design = Design(7, strata=STRATA, stages=(Stage(None, np.array(population)),))
    with pytest.raises(ImpossiblePopulation) as told:
        make_frame(design)
    assert (told.value.stage, told.value.places, told.value.why) == (1, places, why)


def test_a_later_stage_is_named() -> None:
    stages = (Stage(PSUS, np.array([8.0] * 7)), Stage(None, np.array([9.0] * 4 + [2.0] * 3)))
    with pytest.raises(ImpossiblePopulation) as told:
        make_frame(Design(7, strata=STRATA, stages=stages))
    assert (told.value.stage, told.value.places, told.value.why) == (2, (3,), "smaller")


def test_a_design_without_rows() -> None:
    frame = make_frame(Design(0, strata=np.zeros(0, np.int64), stages=(Stage(np.zeros(0, np.int64)),)))
    assert (frame.size, len(frame.levels)) == (0, 2)
