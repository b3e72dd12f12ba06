"""Intervals keep what their definitions say."""

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta, norm, t

from peil.estimation.intervals import Interval, IntervalKind, Known, share_interval, symmetric_interval

KINDS = get_args(IntervalKind)
CLOSED = [kind for kind in KINDS if kind not in ("normal", "t")]


def known(share: float = 0.3, variance: float = 0.002, df: float = 40.0, rows: float = 100.0) -> Known:
    one = [np.array([number]) for number in (share, variance, df, rows, rows, rows / 1.5)]
    return Known(*one)


def bounds(interval: Interval) -> tuple[float, float]:
    return float(interval.low[0]), float(interval.high[0])


@pytest.mark.parametrize("kind", CLOSED)
@given(
    share=st.floats(0.001, 0.999),
    effect=st.floats(0.1, 20),
    df=st.integers(1, 500),
    rows=st.integers(2, 5000),
)
def test_bounds_lie_around_the_share_and_between_0_and_1(kind, share, effect, df, rows) -> None:
    of = known(share, effect * share * (1 - share) / rows, df, rows)
    low, high = bounds(share_interval(of, kind))
    assert 0 <= low <= share <= high <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_higher_level_gives_a_wider_interval(kind) -> None:
    low, high = bounds(share_interval(known(), kind, 0.9))
    lower, higher = bounds(share_interval(known(), kind, 0.99))
    assert lower < low < high < higher


@pytest.mark.parametrize("kind", ["logit", "asin", "beta", "likelihood"])
@pytest.mark.parametrize("share", [0.0, 1.0])
def test_nobody_and_everybody_have_none(kind, share) -> None:
    assert np.isnan(bounds(share_interval(known(share, 0.0), kind))).all()


def test_wilson_has_one_of_nobody_and_everybody() -> None:
    reach = t.ppf(0.975, 40) ** 2
    low, high = bounds(share_interval(known(0.0, 0.0), "wilson"))
    assert (low, high) == (0, pytest.approx(reach / (100 / 1.5 + reach), rel=1e-12))
    low, high = bounds(share_interval(known(1.0, 0.0), "wilson"))
    assert (low, high) == (pytest.approx(1 - reach / (100 / 1.5 + reach), rel=1e-12), 1)


@pytest.mark.parametrize("kind", KINDS)
def test_without_degrees_of_freedom_only_normal_has_one(kind) -> None:
    found = bounds(share_interval(known(df=0.0), kind))
    assert np.isnan(found).all() == (kind != "normal")


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_group_has_none(kind) -> None:
    nothing = replace(
        known(), share=np.array([np.nan]), variance=np.array([np.nan]), kish_n=np.array([np.nan])
    )
    assert np.isnan(bounds(share_interval(nothing, kind))).all()


def test_normal_and_t_reach_as_far_on_both_sides() -> None:
    se = 0.002**0.5
    assert bounds(share_interval(known(), "normal")) == pytest.approx(
        (0.3 - norm.ppf(0.975) * se, 0.3 + norm.ppf(0.975) * se)
    )
    assert bounds(share_interval(known(), "t")) == pytest.approx(
        (0.3 - t.ppf(0.975, 40) * se, 0.3 + t.ppf(0.975, 40) * se)
    )
    mean = symmetric_interval(np.array([7.0]), np.array([4.0]), np.array([3.0]), "t", 0.9)
    assert bounds(mean) == pytest.approx((7 - t.ppf(0.95, 3) * 2, 7 + t.ppf(0.95, 3) * 2))


def test_wilson_solves_its_equation() -> None:
    for bound in bounds(share_interval(known(), "wilson")):
        effective = 0.3 * 0.7 / 0.002
        assert (0.3 - bound) ** 2 == pytest.approx(t.ppf(0.975, 40) ** 2 * bound * (1 - bound) / effective)


def test_likelihood_falls_by_what_t_allows() -> None:
    for bound in bounds(share_interval(known(), "likelihood")):
        divergence = 0.3 * np.log(0.3 / bound) + 0.7 * np.log(0.7 / (1 - bound))
        effective = 0.3 * 0.7 / 0.002 * 99 / 100
        assert 2 * effective * divergence == pytest.approx(t.ppf(0.975, 40) ** 2, rel=1e-9)


def test_beta_is_that_of_clopper_and_pearson_for_a_simple_sample() -> None:
    """With variance p (1 - p) / n and n - 1 degrees of freedom nothing is adjusted."""
    found = bounds(share_interval(known(0.3, 0.3 * 0.7 / 100, 99.0), "beta"))
    assert found == pytest.approx((beta.ppf(0.025, 30, 71), beta.ppf(0.975, 31, 70)), rel=1e-9)
