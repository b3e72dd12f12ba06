"""Replicates that are made give the errors that their theory promises."""

from dataclasses import replace

import numpy as np
import pytest
from plain_engine import PlainEngine

from peil.estimation.arrays import Floats
from peil.estimation.asked import Question
from peil.estimation.design import Design, Lonely, Replicates, Stage
from peil.estimation.frame import make_frame
from peil.estimation.hadamard import make_hadamard
from peil.estimation.lonely import LonelyUnit
from peil.estimation.make_replicates import NotInPairs, ReplicateKind, make_replicates
from peil.estimation.replicate_variance import (
    estimate_shares_by_replicates,
    replicate_covariance,
    replicate_freedom,
    replicate_freedoms,
    replicate_variance,
)
from peil.estimation.shares import estimate_shares
from peil.estimation.totals import estimate_totals

ASKED = Question("answer", ("a", "b"), ("answer",))
RANDOM = np.random.default_rng(3)
ROWS = 24
WEIGHTS = RANDOM.uniform(1, 5, ROWS)
STRATA = np.repeat([0, 1, 2], 8)
PAIRS = np.tile(np.repeat([0, 1], 4), 3)
FOURS = np.tile(np.repeat([0, 1, 2, 3], 2), 3)
ANSWER = RANDOM.choice(["a", "b"], ROWS).tolist()


def design(units: np.ndarray | None, population: float | None = None, **more: object) -> Design:
    of = None if population is None else np.full(ROWS, population)
    return replace(Design(ROWS, WEIGHTS, STRATA, (Stage(units, of),)), **more)


def variance_of_totals(of: Design, made: Replicates) -> Floats:
    chosen = np.array([[cell == option for option in ASKED.options] for cell in ANSWER])
    return replicate_variance(made.weights.T @ chosen, of.weights @ chosen, made)


def linearised(of: Design, lonely: Lonely = Lonely.FAIL) -> Floats:
    plain = PlainEngine({"answer": ANSWER}, of, make_frame(of))
    return estimate_totals(next(plain.tables([ASKED]))[2], plain.frame, lonely=lonely).se[0] ** 2


@pytest.mark.parametrize("units", [None, PAIRS, FOURS])
@pytest.mark.parametrize("population", [None, 40.0])
def test_a_jackknife_in_strata_gives_a_totals_variance_exactly(units, population) -> None:
    of = design(units, population)
    np.testing.assert_allclose(
        variance_of_totals(of, replace(make_replicates(of, ReplicateKind.JKN), mse=True)),
        linearised(of),
        rtol=1e-9,
    )


@pytest.mark.parametrize("population", [None, 40.0])
def test_a_jackknife_without_strata_gives_a_totals_variance_exactly(population) -> None:
    of = design(FOURS + 4 * STRATA, population, strata=None)
    made = make_replicates(of, ReplicateKind.JK1)
    assert made.weights.shape == (ROWS, 12)
    np.testing.assert_allclose(variance_of_totals(of, made), linearised(of), rtol=1e-9)


def test_a_jackknife_without_strata_takes_strata_together() -> None:
    of = design(FOURS, 10.0)
    made = make_replicates(of, ReplicateKind.JK1)
    whole = design(FOURS + 4 * STRATA, 30.0, strata=None)
    np.testing.assert_allclose(variance_of_totals(of, made), linearised(whole), rtol=1e-9)


@pytest.mark.parametrize(
    ("kind", "rho"), [(ReplicateKind.BRR, 0.5), (ReplicateKind.FAY, 0.3), (ReplicateKind.FAY, 0.7)]
)
def test_balanced_half_samples_give_a_totals_variance_exactly(kind, rho) -> None:
    of = design(PAIRS)
    made = make_replicates(of, kind, rho=rho)
    np.testing.assert_allclose(variance_of_totals(of, made), linearised(of), rtol=1e-9)
    np.testing.assert_allclose(made.weights.mean(axis=1), WEIGHTS, rtol=1e-12)


def test_half_samples_take_one_of_two_and_fays_keep_a_part_of_the_other() -> None:
    halves = make_replicates(design(PAIRS), ReplicateKind.BRR).weights / WEIGHTS[:, None]
    assert set(np.unique(halves.round(12))) == {0, 2}
    fays = make_replicates(design(PAIRS), ReplicateKind.FAY, rho=0.3).weights / WEIGHTS[:, None]
    assert set(np.unique(fays.round(12))) == {0.3, 1.7}
    assert all(len(set(halves[(STRATA == 1) & (PAIRS == 0), at])) == 1 for at in range(halves.shape[1]))


def test_half_samples_want_pairs() -> None:
    with pytest.raises(NotInPairs) as told:
        make_replicates(design(np.where(STRATA == 1, FOURS, PAIRS)), ReplicateKind.BRR)
    assert told.value.strata == (1,)


@pytest.mark.parametrize("population", [None, 6.0])
def test_a_bootstrap_comes_near_the_linearised_error(population) -> None:
    of = design(FOURS, population)
    made = make_replicates(of, ReplicateKind.BOOTSTRAP, number=4000)
    np.testing.assert_allclose(variance_of_totals(of, made), linearised(of), rtol=0.1)
    assert made.weights.min() >= 0


def test_a_bootstrap_is_drawn_by_its_seed() -> None:
    one, same, other = (
        make_replicates(design(FOURS), ReplicateKind.BOOTSTRAP, number=5, seed=seed) for seed in (1, 1, 2)
    )
    assert (one.weights == same.weights).all()
    assert (one.weights != other.weights).any()
    kept = one.weights[FOURS + 4 * STRATA == 0] / WEIGHTS[FOURS + 4 * STRATA == 0][:, None]
    assert (np.ptp(kept, axis=0) < 1e-12).all()


@pytest.mark.parametrize("kind", list(ReplicateKind))
def test_a_stratum_with_one_unit(kind) -> None:
    units = np.where(STRATA == 1, 0, PAIRS)
    alone = replace(design(units), strata=None) if kind is ReplicateKind.JK1 else design(units)
    if kind is ReplicateKind.JK1:
        alone = replace(alone, stages=(Stage(np.zeros(ROWS, np.int64)),))
    with pytest.raises(LonelyUnit):
        make_replicates(alone, kind)
    kept = make_replicates(replace(alone, lonely=Lonely.CERTAINTY), kind)
    single = STRATA == 1
    assert (kept.weights[single] == WEIGHTS[single][:, None]).all()
    if kind in {ReplicateKind.JKN, ReplicateKind.BRR, ReplicateKind.FAY}:
        wanted = linearised(alone, Lonely.CERTAINTY)
        np.testing.assert_allclose(variance_of_totals(alone, replace(kept, mse=True)), wanted, rtol=1e-9)


@pytest.mark.parametrize("at_least", [1, 2, 3, 5, 9, 13, 17, 21, 29, 33, 37, 41, 61, 100])
def test_hadamard_matrices_have_orthogonal_columns(at_least) -> None:
    found = make_hadamard(at_least)
    order = len(found)
    assert at_least <= order < at_least + 4 * (at_least > 2) + 4
    assert (found.T @ found == order * np.eye(order)).all()
    assert (found[:, 0] == 1).all()


def test_degrees_of_freedom_of_replicates_are_units_less_strata() -> None:
    assert replicate_freedom(make_replicates(design(FOURS), ReplicateKind.JKN)) == 12 - 3
    assert replicate_freedom(make_replicates(design(PAIRS), ReplicateKind.BRR)) == 3


def test_a_replicate_without_a_base_is_left_out() -> None:
    made = Replicates(np.ones((2, 3)), 0.5, np.ones(3))
    thetas = np.array([[1.0, 2], [np.nan, 4], [3, 6]])
    found = replicate_variance(thetas, np.array([2.0, 4]), made)
    assert found.tolist() == [0.5 * 2, 0.5 * 8]
    assert replicate_covariance(thetas, np.array([2.0, 4]), made).tolist() == [[1, 2], [2, 4]]
    assert np.isnan(replicate_variance(thetas * np.nan, np.array([2.0, 4]), made)).all()
    assert np.isnan(replicate_covariance(thetas * np.nan, np.array([2.0, 4]), made)).all()


def test_the_centre_is_the_mean_of_replicates_that_count_or_the_whole_sample() -> None:
    made = Replicates(np.ones((2, 3)), 1.0, np.array([1.0, 1, 0]))
    thetas = np.array([1.0, 3, 100])
    assert replicate_variance(thetas, np.array(0.0), made) == 2
    assert replicate_variance(thetas, np.array(0.0), replace(made, mse=True)) == 10
    assert replicate_covariance(thetas[:, None], np.zeros(1), made).tolist() == [[2]]
    assert replicate_covariance(thetas[:, None], np.zeros(1), replace(made, mse=True)).tolist() == [[10]]


def test_shares_by_replicates_come_near_linearised_ones() -> None:
    of = design(FOURS)
    with_replicates = replace(of, replicates=make_replicates(of, ReplicateKind.JKN))
    plain = PlainEngine({"answer": ANSWER}, with_replicates, make_frame(of))
    moments, of_replicates = next(plain.tables([ASKED]))[2], next(plain.replicates([ASKED]))[2]
    assert with_replicates.replicates is not None
    found = estimate_shares_by_replicates(moments, of_replicates, with_replicates.replicates)
    wanted = estimate_shares(moments, plain.frame)
    np.testing.assert_allclose(found.se, wanted.se, rtol=0.05)
    np.testing.assert_allclose(found.low, wanted.low, rtol=0.05)
    assert found.df.tolist() == wanted.df.tolist()
    assert found.share.tolist() == wanted.share.tolist()


def test_a_groups_degrees_of_freedom_are_those_of_its_rows() -> None:
    of = design(FOURS)
    made = make_replicates(of, ReplicateKind.JKN)
    groups = np.where(STRATA == 0, 0, np.where((STRATA == 1) & (FOURS < 2), 1, -1))
    found = replicate_freedoms(made, groups, 3)
    assert found.tolist() == [4 - 1, 2 - 1, 0]
    plain = PlainEngine({"answer": ANSWER}, replace(of, replicates=made), make_frame(of))
    moments, of_replicates = next(plain.tables([ASKED]))[2], next(plain.replicates([ASKED]))[2]
    wide, narrow = (
        estimate_shares_by_replicates(moments, of_replicates, made, df=df) for df in (found[1:2], None)
    )
    assert wide.df.tolist() == [1]
    assert wide.low[0, 0] < narrow.low[0, 0]
