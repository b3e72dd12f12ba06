"""Means, ratios and quantiles of numbers, at their ends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_engine import PlainEngine

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Design, Lonely, Stage
from peil.estimation.frame import make_frame
from peil.estimation.lonely import LonelyUnit
from peil.estimation.means import Means, estimate_means
from peil.estimation.quantile_curve import Values, last_weights
from peil.estimation.quantiles import QuantileMethod, Quantiles, estimate_quantiles
from peil.estimation.ratios import RatioMoments, Ratios, estimate_ratios

GROUPS = Banner("group", ("x", "y"), "group")
NUMBERS = st.lists(st.tuples(st.integers(0, 6), st.sampled_from([0.0, 1.0, 2.5])), min_size=1, max_size=20)


def make_engine(numbers: list[float | None], weights: list[float], **more: list[object]) -> PlainEngine:
    design = Design(len(numbers), np.array(weights))
    return PlainEngine({"number": list(numbers), **more}, design, make_frame(design))


def means(plain: PlainEngine, banner: Banner = WHOLE) -> Means:
    return estimate_means(next(plain.numbers(["number"], [banner]))[2], plain.frame)


def quantiles(
    numbers: list[float], weights: list[float], p: list[float], method: QuantileMethod | None = None
) -> Quantiles:
    plain = make_engine(list(numbers), weights)
    distinct = sorted(set(numbers))
    ((_, _, moments),) = plain.tables([Question("number", tuple(distinct), ("number",))])
    codes = np.array([distinct.index(number) for number in numbers])
    values = Values(np.array(distinct, float), last_weights(codes, np.array(weights), len(distinct))[None])
    return estimate_quantiles(values, moments, plain.frame, np.array(p), method=method or QuantileMethod())


@given(st.floats(0.1, 1e6), st.lists(st.floats(0.1, 10), min_size=2, max_size=12))
def test_a_number_that_is_the_same_everywhere_has_no_error(number, weights) -> None:
    found = means(make_engine([number] * len(weights), weights))
    assert found.mean[0] == pytest.approx(number)
    assert (found.se[0], found.variance[0]) == (0, 0)
    assert np.isnan([found.deff[0], found.deff_without[0]]).all()


def test_groups_without_numbers_have_no_mean() -> None:
    plain = make_engine([1.0, None, 3.0], [1.0, 1.0, 0.0], group=["x", "y", "y"])
    found = means(plain, GROUPS)
    assert found.n.tolist() == [1, 1]
    assert found.positive.tolist() == [1, 0]
    np.testing.assert_array_equal(found.mean, [1, np.nan])
    np.testing.assert_array_equal(found.se, [0, np.nan])
    np.testing.assert_array_equal(found.variance, [np.nan, np.nan])
    np.testing.assert_array_equal(found.total, [1, 0])


def test_a_mean_of_zeros_and_ones_is_a_share_with_its_error() -> None:
    rng = np.random.default_rng(2)
    plain = make_engine(rng.integers(0, 2, 40).astype(float).tolist(), rng.uniform(1, 3, 40).tolist())
    from peil.estimation.shares import estimate_shares  # noqa: PLC0415 - only here

    ((_, _, moments),) = plain.tables([Question("number", (1.0,), ("number",))])
    share, mean = estimate_shares(moments, plain.frame), means(plain)
    assert mean.mean[0] == pytest.approx(share.share[0, 0], rel=1e-12)
    assert mean.se[0] == pytest.approx(share.se[0, 0], rel=1e-12)
    assert mean.deff[0] == pytest.approx(share.deff[0, 0], rel=1e-12)


def test_single_units_can_be_a_problem() -> None:
    design = Design(3, strata=np.array([0, 0, 1]))
    plain = PlainEngine({"number": [1.0, 2.0, 3.0]}, design, make_frame(design))
    ((_, _, moments),) = plain.numbers(["number"])
    with pytest.raises(LonelyUnit):
        estimate_means(moments, plain.frame)
    assert estimate_means(moments, plain.frame, lonely=Lonely.ADJUST).se[0] > 0


def ratio(above: list[float], below: list[float], weights: list[float]) -> Ratios:
    both = [a + b for a, b in zip(above, below, strict=True)]
    plain = make_engine(above, weights, below=list(below), both=list(both))
    return estimate_ratios(
        RatioMoments(*(moments for _, _, moments in plain.numbers(["number", "below", "both"]))), plain.frame
    )


def test_a_ratio_to_ones_is_a_mean() -> None:
    rng = np.random.default_rng(4)
    numbers, weights = rng.normal(5, 2, 30).tolist(), rng.uniform(1, 3, 30).tolist()
    found, mean = ratio(numbers, [1.0] * 30, weights), means(make_engine(numbers, weights))
    for name in ("se", "low", "high", "df"):
        assert getattr(found, name)[0] == pytest.approx(getattr(mean, name)[0], rel=1e-9)
    assert found.ratio[0] == pytest.approx(mean.mean[0])


@given(st.lists(st.tuples(st.floats(0.5, 99), st.floats(0.5, 9)), min_size=2, max_size=12), st.floats(0.1, 9))
def test_a_ratio_that_is_the_same_in_every_row_has_no_error(rows, times) -> None:
    below, weights = [number for number, _ in rows], [weight for _, weight in rows]
    found = ratio([times * number for number in below], below, weights)
    assert found.ratio[0] == pytest.approx(times)
    assert found.se[0] == 0


def test_a_ratio_to_nothing_is_none() -> None:
    found = ratio([1.0, 2.0], [0.0, 0.0], [1.0, 1.0])
    assert np.isnan([found.ratio[0], found.se[0], found.low[0]]).all()


@given(NUMBERS, st.floats(0.01, 0.99))
def test_a_quantile_has_so_much_of_the_weight_up_to_it(rows, p) -> None:
    numbers, weights = [float(number) for number, _ in rows], [weight for _, weight in rows]
    found = quantiles(numbers, weights, [p]).quantile[0, 0]
    whole = sum(weights)
    if whole == 0:
        assert np.isnan(found)
        return
    below = sum(weight for number, weight in rows if number < found)
    upto = sum(weight for number, weight in rows if number <= found)
    assert below < p * whole + 1e-9
    assert upto >= p * whole - 1e-9
    assert any(number == found and weight > 0 for number, weight in rows)


@given(NUMBERS, st.lists(st.floats(0.0, 1.0), min_size=1, max_size=4))
def test_linear_quantiles_of_equal_weights_are_those_of_numpy(rows, ps) -> None:
    numbers = [float(number) for number, _ in rows]
    found = quantiles(numbers, [2.0] * len(numbers), ps, QuantileMethod("hf7")).quantile[0]
    np.testing.assert_allclose(found, np.quantile(numbers, ps), atol=1e-9)


def test_a_share_that_is_reached_exactly() -> None:
    numbers, weights = [1.0, 2.0, 3.0, 4.0], [0.1] * 4
    assert quantiles(numbers, weights, [0.5]).quantile[0, 0] == 2
    assert quantiles(numbers, weights, [0.5], QuantileMethod("school")).quantile[0, 0] == 2.5
    assert quantiles(numbers, weights, [0.51], QuantileMethod("school")).quantile[0, 0] == 3
    assert quantiles(numbers, weights, [0.0, 1.0], QuantileMethod("school")).quantile[0].tolist() == [1, 4]


def test_values_of_rows_without_weight_are_no_quantiles() -> None:
    found = quantiles([1.0, 2.0, 9.0], [1.0, 1.0, 0.0], [0.01, 0.99])
    assert found.quantile[0].tolist() == [1, 2]


@pytest.mark.parametrize("interval", ["mean", "xlogit", "asin", "beta", "score"])
@pytest.mark.parametrize("rule", ["math", "school", "hf7"])
def test_bounds_lie_around_a_quantile_and_end_where_the_share_does(rule, interval) -> None:
    rng = np.random.default_rng(6)
    numbers, weights = rng.integers(0, 50, 200).astype(float).tolist(), [1.5] * 200
    found = quantiles(numbers, weights, [0.001, 0.5, 0.999], QuantileMethod(rule, interval))
    assert found.low[0, 1] < found.quantile[0, 1] < found.high[0, 1]
    assert found.se[0, 1] > 0
    assert np.isnan(found.low[0, 0]) == (interval in ("mean", "score"))
    assert np.isnan(found.high[0, 2]) == (interval != "mean")


def test_a_higher_level_gives_a_wider_interval() -> None:
    rng = np.random.default_rng(7)
    numbers, weights = rng.normal(size=300).tolist(), [1.0] * 300
    narrow, wide = (quantiles(numbers, weights, [0.5], QuantileMethod(level=level)) for level in (0.8, 0.99))
    assert wide.low[0, 0] < narrow.low[0, 0] < narrow.high[0, 0] < wide.high[0, 0]


def test_quantiles_of_an_empty_group_are_none() -> None:
    found = quantiles([1.0, 2.0], [0.0, 0.0], [0.5], QuantileMethod(interval="score"))
    assert np.isnan([found.quantile[0, 0], found.low[0, 0], found.high[0, 0], found.se[0, 0]]).all()


def test_quantiles_of_clusters() -> None:
    """The interval is as wide as that of the share up to the median: rows of a cluster tell the same."""
    rows = [float(number) for number in range(40) for _ in range(3)]
    clusters = Stage(np.repeat(np.arange(40), 3))
    design = Design(120, np.ones(120), stages=(clusters,))
    plain = PlainEngine({"number": list(rows)}, design, make_frame(design))
    ((_, _, moments),) = plain.tables([Question("number", tuple(range(40)), ("number",))])
    found = estimate_quantiles(Values(np.arange(40.0)), moments, plain.frame, np.array([0.5]))
    alone = quantiles([float(number) for number in range(40)], [1.0] * 40, [0.5])
    assert (found.low[0, 0], found.high[0, 0]) == (alone.low[0, 0], alone.high[0, 0])


def test_linear_quantiles_need_the_last_weights() -> None:
    plain = make_engine([1.0, 2.0], [1.0, 1.0])
    ((_, _, moments),) = plain.tables([Question("number", (1.0, 2.0), ("number",))])
    with pytest.raises(ValueError, match="last"):
        estimate_quantiles(
            Values(np.array([1.0, 2.0])), moments, plain.frame, np.array([0.5]), method=QuantileMethod("hf7")
        )
