"""Weights that meet margins, or a reason why there are none."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.estimation.arrays import Floats
from peil.estimation.calibration.calibrate import calibrate
from peil.estimation.calibration.collapse import DENSE, Cells, collapse
from peil.estimation.calibration.distance import Bounds, Distance, Method
from peil.estimation.calibration.margin import Margin
from peil.estimation.calibration.margin_fit import compare_margin
from peil.estimation.calibration.nonresponse import OverResponse, adjust_for_nonresponse
from peil.estimation.calibration.rake import poststratify, rake
from peil.estimation.calibration.spread import measure_spread
from peil.estimation.calibration.trim import trim
from peil.estimation.calibration.unfitted import (
    Contradiction,
    EmptyClass,
    NotConverged,
    Unclassed,
    Unfitted,
    Untrimmable,
    Vanished,
)

Fit = Callable[[Cells], Floats]
BOUNDS = Bounds(0.2, 5)
FITS: dict[str, Fit] = {
    "rake": rake,
    "linear": lambda cells: calibrate(cells, Distance(Method.LINEAR)),
    "raking": lambda cells: calibrate(cells, Distance(Method.RAKING)),
    "logit": lambda cells: calibrate(cells, Distance(Method.LOGIT, BOUNDS)),
    "linear, bounded": lambda cells: calibrate(cells, Distance(Method.LINEAR, BOUNDS)),
    "raking, bounded": lambda cells: calibrate(cells, Distance(Method.RAKING, BOUNDS)),
}
ABOVE_ZERO = [name for name in FITS if name != "linear"]
few = settings(max_examples=25)
every_fit = pytest.mark.parametrize("fit", FITS.values(), ids=FITS)


def margin(name: str, codes: list[int], totals: list[float]) -> Margin:
    return Margin(name, tuple("abcdefgh"[: len(totals)]), np.array(codes, np.int64), np.array(totals, float))


def weights_of(margins: list[Margin], base: Floats, fit: Fit) -> Floats:
    cells = collapse(margins, base)
    return cells.spread(fit(cells)) * base


@st.composite
def samples(draw: st.DrawFn) -> tuple[list[Margin], Floats]:
    """Rows with one to three margins, each class at least once; totals that add up to one population."""
    rows = draw(st.integers(8, 60))
    population = draw(st.floats(1, 1e7))
    margins = []
    for place in range(draw(st.integers(1, 3))):
        size = draw(st.integers(1, 4))
        tail = draw(st.lists(st.integers(0, size - 1), min_size=rows - size, max_size=rows - size))
        codes = draw(st.permutations([*range(size), *tail]))
        parts = np.array(draw(st.lists(st.floats(0.05, 1), min_size=size, max_size=size)))
        margins.append(margin(f"m{place}", list(codes), list(parts / parts.sum() * population)))
    base = draw(st.lists(st.floats(0.1, 10), min_size=rows, max_size=rows))
    return margins, np.array(base)


@pytest.mark.slow
@every_fit
@few
@given(samples())
def test_every_margin_is_met_or_it_is_said_that_none_can_be(
    fit: Fit, sample: tuple[list[Margin], Floats]
) -> None:
    margins, base = sample
    try:
        weights = weights_of(margins, base, fit)
    except Unfitted:
        return
    for each in margins:
        assert np.allclose(np.bincount(each.codes, weights), each.totals, rtol=1.0001e-8, atol=0)


@pytest.mark.slow
@pytest.mark.parametrize("name", ABOVE_ZERO)
@few
@given(sample=samples())
def test_weights_stay_above_zero(name: str, sample: tuple[list[Margin], Floats]) -> None:
    margins, base = sample
    try:
        weights = weights_of(margins, base, FITS[name])
    except Unfitted:
        return
    assert (weights > 0).all()


@pytest.mark.slow
@few
@given(samples())
def test_a_calibrated_weight_stays_within_its_bounds(sample: tuple[list[Margin], Floats]) -> None:
    margins, base = sample
    for name in ("logit", "linear, bounded", "raking, bounded"):
        try:
            weights = weights_of(margins, base, FITS[name])
        except Unfitted:
            continue
        ratio = weights / base * base.sum() / margins[0].total
        assert ratio.min() >= BOUNDS.low * (1 - 1e-12)
        assert ratio.max() <= BOUNDS.high * (1 + 1e-12)


@pytest.mark.slow
@few
@given(samples())
def test_raking_and_calibration_by_its_distance_agree(sample: tuple[list[Margin], Floats]) -> None:
    margins, base = sample
    try:
        raked = weights_of(margins, base, rake)
    except Unfitted:
        with pytest.raises(Unfitted):
            weights_of(margins, base, FITS["raking"])
        return
    assert np.allclose(weights_of(margins, base, FITS["raking"]), raked, rtol=1e-6)


@pytest.mark.slow
@few
@given(samples())
def test_post_stratification_is_raking_on_one_margin(sample: tuple[list[Margin], Floats]) -> None:
    margins, base = sample
    assert np.allclose(
        weights_of(margins[:1], base, poststratify), weights_of(margins[:1], base, rake), rtol=1e-12
    )


@pytest.mark.slow
@every_fit
@few
@given(samples(), st.floats(1e-6, 1e6))
def test_the_scale_of_base_weights_changes_nothing(
    fit: Fit, sample: tuple[list[Margin], Floats], scale: float
) -> None:
    margins, base = sample
    same_fate([(margins, base), (margins, base * scale)], fit)


@pytest.mark.slow
@every_fit
@few
@given(samples(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(
    fit: Fit, sample: tuple[list[Margin], Floats], random: Random
) -> None:
    margins, base = sample
    order = list(range(len(base)))
    random.shuffle(order)
    shuffled = [replace(each, codes=each.codes[order]) for each in margins]
    same_fate([(margins, base), (shuffled, base[order])], fit, order)


def same_fate(cases: list[tuple[list[Margin], Floats]], fit: Fit, order: list[int] | None = None) -> None:
    """Both have the same weights, or neither has any."""
    found = []
    for margins, base in cases:
        try:
            found.append(weights_of(margins, base, fit))
        except Unfitted:
            found.append(None)
    one, other = found
    if one is None or other is None:
        assert one is other
        return
    assert np.allclose(one if order is None else one[order], other, rtol=1e-7)


def test_large_joint_tables_are_collapsed_to_the_cells_that_occur() -> None:
    random = np.random.default_rng(3)
    sizes = (50, 60, 70)
    codes = [np.concatenate([np.arange(size), random.integers(0, size, 500 - size)]) for size in sizes]
    margins = [
        Margin(str(size), tuple(map(str, range(size))), code, np.bincount(code).astype(float))
        for size, code in zip(sizes, codes, strict=True)
    ]
    assert np.prod(sizes) > DENSE
    base = random.uniform(0.5, 2, 500)
    cells = collapse(margins, base)
    assert len(cells.n) == len(set(zip(*(code.tolist() for code in codes), strict=True)))
    weights = cells.spread(rake(cells)) * base
    for each in margins:
        assert np.allclose(np.bincount(each.codes, weights), each.totals, rtol=1e-8)


def test_a_joint_table_beyond_the_largest_number_is_collapsed_too() -> None:
    codes = np.arange(200) % 100
    margins = [
        Margin(str(place), tuple(map(str, range(100))), np.roll(codes, place), np.full(100, 2.0))
        for place in range(12)
    ]
    cells = collapse(margins)
    assert len(cells.n) == 100
    assert np.allclose(cells.spread(rake(cells)), 1)


def test_contradictions_and_gaps_are_told_before_anything_is_computed() -> None:
    sex, age = margin("sex", [0, 1, 1], [5, 5]), margin("age", [0, 0, 1], [5, 6])
    with pytest.raises(Contradiction, match="sex adds up to 10 and age to 11"):
        collapse([sex, age])
    with pytest.raises(Unclassed) as unclassed:
        collapse([margin("sex", [0, -1, -1], [5, 5])])
    assert (unclassed.value.margin, unclassed.value.rows) == ("sex", 2)
    with pytest.raises(Unclassed):
        collapse([margin("sex", [0, 1, 2], [5, 5])])
    with pytest.raises(EmptyClass) as empty:
        collapse([margin("sex", [0, 0, 2], [5, 3, 2])])
    assert (empty.value.margin, empty.value.classes) == ("sex", ("b",))


def test_a_diagonal_table_can_t_meet_margins_that_differ() -> None:
    codes = [0, 0, 1, 1]
    with pytest.raises(NotConverged) as error:
        rake(collapse([margin("one", codes, [3, 1]), margin("other", codes, [2, 2])]))
    assert error.value.margin in {"one", "other"}
    with pytest.raises(NotConverged):
        calibrate(
            collapse([margin("one", codes, [3, 1]), margin("other", codes, [2, 2])]), Distance(Method.LINEAR)
        )


def test_rows_that_the_margins_leave_no_weight_for_are_told() -> None:
    one, other = margin("one", [0, 1, 1], [2, 3]), margin("other", [0, 0, 1], [2, 3])
    for fit in (FITS["rake"], FITS["raking"]):
        with pytest.raises(Vanished) as error:
            fit(collapse([one, other]))
        assert error.value.classes == {"one": "b", "other": "a"}


def test_raking_that_gains_little_each_round_ends_in_the_same_weights() -> None:
    codes = [0] * 999 + [1] + [0] + [1] * 999
    margins = [margin("one", codes, [900, 1100]), margin("other", [0] * 1000 + [1] * 1000, [910, 1090])]
    weights = weights_of(margins, np.ones(2000), rake)
    for each in margins:
        assert np.allclose(np.bincount(each.codes, weights), each.totals, rtol=1e-12)
    assert (weights > 0).all()


def test_bounds_that_are_too_narrow_are_told() -> None:
    cells = collapse([margin("sex", [0, 0, 0, 1], [1, 3])])
    for method in Method:
        with pytest.raises(NotConverged):
            calibrate(cells, Distance(method, Bounds(0.9, 1.1)))
    with pytest.raises(ValueError, match="below and above 1"):
        Bounds(1, 2)


@pytest.mark.parametrize("huge", [1e9, 1e-9])
def test_a_huge_base_weight_gives_weights_and_no_nan(huge: float) -> None:
    base = np.array([huge, 1, 1, 1, 1, 1])
    weights = weights_of(
        [margin("sex", [0, 0, 0, 1, 1, 1], [3, 3]), margin("age", [0, 1, 0, 1, 0, 1], [2, 4])], base, rake
    )
    assert np.isfinite(weights).all()
    assert (weights > 0).all()


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=50), st.floats(0, 0.99), st.floats(1.01, 20))
def test_trimmed_weights_lie_between_their_bounds_and_keep_their_sum(
    weights: list[float], low: float, high: float
) -> None:
    given_weights = np.array(weights)
    mean = given_weights.mean()
    found = trim(given_weights, low * mean, high * mean)
    assert found.min() >= low * mean * (1 - 1e-9)
    assert found.max() <= high * mean * (1 + 1e-9)
    assert found.sum() == pytest.approx(given_weights.sum(), rel=1e-9)
    order = np.argsort(given_weights, kind="stable")
    assert (np.diff(found[order]) >= -1e-9 * mean).all()


def test_weights_can_t_be_trimmed_to_bounds_that_leave_out_their_mean() -> None:
    with pytest.raises(Untrimmable, match="the mean weight is 2"):
        trim(np.array([1.0, 3.0]), 0.1, 1.5)
    untouched = np.array([1.0, 3.0])
    assert trim(untouched, 0.5, 4) is untouched


def test_who_answered_takes_over_the_weight_of_who_didn_t() -> None:
    cells = margin("region", [0, 0, 1], [4, 5])
    assert adjust_for_nonresponse(np.array([1.0, 2.0, 3.0]), cells).tolist() == [2, 4, 15]
    with pytest.raises(OverResponse) as over:
        adjust_for_nonresponse(np.ones(3), margin("region", [0, 0, 1], [1, 5]))
    assert (over.value.kind, over.value.rows, over.value.sampled) == ("a", 2, 1)
    with pytest.raises(EmptyClass):
        adjust_for_nonresponse(np.ones(3), margin("region", [0, 0, 0], [4, 5]))
    with pytest.raises(Unclassed):
        adjust_for_nonresponse(np.ones(3), margin("region", [0, 0, -1], [4, 5]))


def test_spread_and_margins_are_measured() -> None:
    spread = measure_spread(np.array([1.0, 1.0, 2.0]))
    assert (spread.n, spread.low, spread.high, spread.total) == (3, 1, 2, 4)
    assert spread.kish_n == pytest.approx(16 / 6)
    assert spread.kish_deff == pytest.approx(3 * 6 / 16)
    assert spread.cv == pytest.approx(np.std([1, 1, 2], ddof=1) / (4 / 3))
    assert measure_spread(np.array([1e200, 1e200])).kish_n == pytest.approx(2)
    fit = compare_margin(margin("sex", [0, 0, 0, 1], [5, 5]), np.ones(4), np.array([1.0, 1, 1, 3]))
    a, b = fit.classes
    assert (a.name, a.n, a.before, a.target, a.after, a.difference) == ("a", 3, 0.75, 0.5, 0.5, 0)
    assert (b.n, b.before) == (1, 0.25)
