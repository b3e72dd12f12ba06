"""What holds of every estimate, whatever the design and the answers."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from exact_shares import Row, exact_share
from hypothesis import given
from hypothesis import strategies as st
from plain_engine import PlainEngine

from peil.estimation.asked import Banner, Question
from peil.estimation.covariance import share_covariance, total_covariance
from peil.estimation.design import Design, Lonely, Stage
from peil.estimation.frame import make_frame
from peil.estimation.lonely import LonelyUnit
from peil.estimation.shares import Shares, estimate_shares
from peil.estimation.totals import estimate_totals

ANSWERS = Question("answer", ("a", "b", "c"), ("answer",))
GROUPS = Banner("group", ("x", "y"), "group")
CERTAIN = Lonely.CERTAINTY

ROWS = st.lists(
    st.builds(
        Row,
        st.integers(0, 2),
        st.integers(0, 3),
        st.sampled_from([0.0, 0.25, 1.0, 1.5, 7.3]),
        st.sampled_from(["x", "y", None]),
        st.sampled_from(["a", "b", "c", None]),
    ),
    min_size=1,
    max_size=25,
)


def make_engine(rows: list[Row], *, clusters: bool, population: float | None = None) -> PlainEngine:
    """An engine over rows that were drawn in strata, or in units of strata."""
    strata, units = np.array([row.stratum for row in rows]), np.array([row.unit for row in rows])
    of = None if population is None else np.full(len(rows), population)
    weights = np.array([row.weight for row in rows])
    design = Design(len(rows), weights, strata, (Stage(units if clusters else None, of),))
    columns = {"answer": [row.answer for row in rows], "group": [row.group for row in rows]}
    return PlainEngine(columns, design, make_frame(design))


def estimate(plain: PlainEngine) -> Shares:
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    return estimate_shares(moments, plain.frame, lonely=CERTAIN)


def assert_exact(rows: list[Row], found: Shares, left: Fraction = Fraction(1)) -> None:
    for group, name in enumerate(GROUPS.groups):
        for at, option in enumerate(ANSWERS.options):
            exact = exact_share(rows, name, option, left)
            if exact.share is None or exact.variance is None:
                assert np.isnan([found.share[group, at], found.se[group, at]]).all()
            else:
                assert found.share[group, at] == pytest.approx(float(exact.share), rel=1e-12)
                assert found.se[group, at] == pytest.approx(float(exact.variance) ** 0.5, rel=1e-9, abs=1e-12)


@given(ROWS, st.booleans())
def test_errors_are_those_of_exact_arithmetic(rows, clusters) -> None:
    alone = rows if clusters else [replace(row, unit=at) for at, row in enumerate(rows)]
    assert_exact(alone, estimate(make_engine(rows, clusters=clusters)))


@given(ROWS)
def test_a_part_drawn_without_replacement(rows) -> None:
    drawn = [replace(row, unit=at) for at, row in enumerate(rows)]
    assert_exact(drawn, estimate(make_engine(rows, clusters=False, population=0.25)), Fraction(3, 4))


@given(ROWS, st.integers(0, 24))
def test_a_weight_of_a_billion_hides_nobody(rows, place) -> None:
    heavy = list(rows)
    heavy[place % len(rows)] = replace(rows[place % len(rows)], weight=1e9)
    drawn = [replace(row, unit=at) for at, row in enumerate(heavy)]
    found = estimate(make_engine(heavy, clusters=False))
    for group, name in enumerate(GROUPS.groups):
        for at, option in enumerate(ANSWERS.options):
            exact = exact_share(drawn, name, option, Fraction(1))
            if exact.variance is not None:
                assert found.se[group, at] == pytest.approx(float(exact.variance) ** 0.5, rel=1e-6, abs=1e-15)


@pytest.mark.slow
@given(ROWS, st.integers(0, 25), st.booleans())
def test_moments_of_two_parts_add_up(rows, cut, clusters) -> None:
    plain = make_engine(rows, clusters=clusters)
    ((_, _, whole),) = plain.tables([ANSWERS], [GROUPS])
    parts = []
    for rows_of in (slice(0, cut), slice(cut, None)):
        design = replace(plain.design, rows=len(rows[rows_of]), weights=plain.design.weights[rows_of])
        frame = replace(plain.frame, unit_of=plain.frame.unit_of[rows_of])
        columns = {name: cells[rows_of] for name, cells in plain.columns.items()}
        parts.append(next(PlainEngine(columns, design, frame).tables([ANSWERS], [GROUPS]))[2])
    added = parts[0] + parts[1]
    for one, other in ((added.base, whole.base), (added.cells, whole.cells)):
        for name in ("n", "positive", "w", "w2"):
            np.testing.assert_allclose(getattr(one, name), getattr(other, name), rtol=1e-12)


@given(ROWS, st.floats(1e-3, 1e6), st.booleans())
def test_scaled_weights_give_the_same_errors(rows, factor, clusters) -> None:
    scaled = [replace(row, weight=row.weight * factor) for row in rows]
    assert_same(
        estimate(make_engine(rows, clusters=clusters)), estimate(make_engine(scaled, clusters=clusters))
    )


@given(ROWS, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_rows_makes_no_difference(rows, random, clusters) -> None:
    shuffled = random.sample(rows, len(rows))
    assert_same(
        estimate(make_engine(rows, clusters=clusters)), estimate(make_engine(shuffled, clusters=clusters))
    )


@pytest.mark.slow
@given(ROWS)
def test_clusters_of_one_row_are_elements(rows) -> None:
    alone = [replace(row, unit=at) for at, row in enumerate(rows)]
    assert_same(estimate(make_engine(rows, clusters=False)), estimate(make_engine(alone, clusters=True)))


@given(ROWS, st.booleans())
def test_a_census_has_no_errors(rows, clusters) -> None:
    plain = make_engine(rows, clusters=clusters, population=1.0)
    found = estimate(plain)
    assert np.nan_to_num(found.se, nan=0.0).max() == 0
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    assert estimate_totals(moments, plain.frame).se.max() == 0


@given(ROWS, st.booleans())
def test_covariances_add_up_to_nothing_over_the_options(rows, clusters) -> None:
    plain = make_engine(rows, clusters=clusters)
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    found = share_covariance(moments, plain.frame, CERTAIN)
    variance = estimate_shares(moments, plain.frame, lonely=CERTAIN).se ** 2
    np.testing.assert_allclose(np.diag(found), variance.ravel(), rtol=1e-9, atol=1e-14)
    sums = found.reshape(6, 2, 3).sum(axis=2)
    np.testing.assert_allclose(sums, np.where(np.isnan(sums), np.nan, 0.0), atol=1e-12)


@given(ROWS, st.booleans())
def test_covariances_of_totals_tell_the_variance_of_their_sum(rows, clusters) -> None:
    plain = make_engine(rows, clusters=clusters)
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    anybody = [None if row.answer is None or row.group is None else "a" for row in rows]
    merged = PlainEngine({"answer": anybody}, plain.design, plain.frame)
    ((_, _, together),) = merged.tables([ANSWERS])
    found = total_covariance(moments, plain.frame, CERTAIN).sum()
    wanted = estimate_totals(together, plain.frame, lonely=CERTAIN).se[0, 0] ** 2
    assert found == pytest.approx(wanted, rel=1e-9, abs=1e-9)


def test_an_option_that_all_chose_has_no_error_when_sums_differ_in_a_bit() -> None:
    rows = [Row(0, 0, 0.1, "x", "a") for _ in range(10)]
    plain = make_engine(rows, clusters=False)
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    bit = 1 + 2**-52
    off = replace(moments, base=replace(moments.base, w=moments.base.w * bit, w2=moments.base.w2 * bit))
    found = estimate_shares(off, plain.frame)
    assert found.share[0].tolist() == [1, 0, 0]
    assert found.se[0].tolist() == [0, 0, 0]


def test_options_that_nobody_and_everybody_of_nobody_chose() -> None:
    plain = make_engine([Row(0, 0, 0.0, "x", "a"), Row(0, 1, 1.0, None, None)], clusters=False)
    found = estimate(plain)
    assert found.base_n.tolist() == [1, 0]
    assert found.base_positive.tolist() == [0, 0]
    assert found.n[0].tolist() == [1, 0, 0]
    assert np.isnan(found.share).all()
    assert np.isnan(found.low).all()
    assert found.df.tolist() == [0, 0]


def test_degrees_of_freedom_are_of_those_who_answered() -> None:
    rows = [
        Row(0, 0, 1.0, "x", "a"),
        Row(0, 1, 1.0, "x", None),
        Row(0, 2, 0.0, "x", "b"),
        Row(0, 3, 2.0, "x", "b"),
    ]
    rows += [
        Row(1, 0, 1.0, "x", "a"),
        Row(1, 0, 1.0, "x", "a"),
        Row(1, 1, 1.0, "y", "a"),
        Row(2, 0, 1.0, "y", None),
    ]
    assert estimate(make_engine(rows, clusters=False)).df.tolist() == [2, 0]
    assert estimate(make_engine(rows, clusters=True)).df.tolist() == [1, 0]


def assert_same(one: Shares, other: Shares) -> None:
    for name in ("n", "base_n", "df", "share", "se", "low", "high", "deff", "kish_n"):
        np.testing.assert_allclose(
            getattr(one, name), getattr(other, name), rtol=1e-6, atol=1e-9, err_msg=name
        )


@pytest.mark.parametrize("clusters", [False, True])
def test_a_sample_of_one_unit_has_shares_without_errors(clusters) -> None:
    rows = [Row(0, 0, 1.0, "x", "a"), Row(0, 0, 2.0, "x", "b")] if clusters else [Row(0, 0, 2.0, "x", "a")]
    plain = make_engine(rows, clusters=clusters)
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    found = estimate_shares(moments, plain.frame)
    assert found.share[0, 0] == (1 / 3 if clusters else 1)
    assert np.isnan(found.se).all()
    assert np.isnan(found.low).all()
    assert np.isnan(total_covariance(moments, plain.frame)).all()
    removed = estimate_shares(moments, plain.frame, lonely=Lonely.REMOVE)
    assert (removed.se[0] == 0).all()
    all_there_is = make_engine(rows, clusters=clusters, population=1.0)
    assert (estimate_shares(moments, all_there_is.frame).se[0] == 0).all()


def test_a_file_without_rows() -> None:
    plain = make_engine([], clusters=False)
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    found = estimate_shares(moments, plain.frame)
    assert found.base_n.tolist() == [0, 0]
    assert np.isnan(found.share).all()
    assert np.isnan(found.se).all()
    assert found.df.tolist() == [0, 0]
    assert (total_covariance(moments, plain.frame) == 0).all()


def strata_of_groups() -> list[Row]:
    """Group x is in strata 0 and 2, group y in 0 and 1; stratum 2 has one row."""
    answers = ["a", "b", "a", "b", "b", "a"]
    rows = [Row(0, at, 1.0 + at, "xy"[at % 2], answers[at]) for at in range(4)]
    rows += [Row(1, at, 2.0, "y", answers[at]) for at in range(3)]
    return [*rows, Row(2, 0, 1.5, "x", "a")]


def test_a_single_unit_outside_a_base_is_no_problem() -> None:
    plain = make_engine(strata_of_groups(), clusters=False)
    ((_, _, of_y),) = plain.tables([ANSWERS], [Banner("group", ("y",), "group")])
    assert estimate_shares(of_y, plain.frame).se[0, 0] > 0
    assert total_covariance(of_y, plain.frame)[0, 0] > 0
    ((_, _, of_all),) = plain.tables([ANSWERS], [GROUPS])
    with pytest.raises(LonelyUnit) as told:
        estimate_shares(of_all, plain.frame)
    assert told.value.strata == (2,)
    with pytest.raises(LonelyUnit):
        total_covariance(of_all, plain.frame)


def test_the_average_is_of_the_strata_that_a_group_is_in() -> None:
    plain = make_engine(strata_of_groups(), clusters=False)
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    removed, average = (
        estimate_shares(moments, plain.frame, lonely=lonely).se ** 2
        for lonely in (Lonely.REMOVE, Lonely.AVERAGE)
    )
    np.testing.assert_allclose(average[0], removed[0] * 2 / 1, rtol=1e-12)
    np.testing.assert_allclose(average[1], removed[1], rtol=1e-12)


def test_where_every_stratum_of_a_group_is_single_there_is_no_average() -> None:
    rows = [
        Row(0, 0, 1.0, "x", "a"),
        Row(1, 0, 2.0, "x", "b"),
        Row(2, 0, 1.0, "y", "b"),
        Row(2, 1, 1.0, "y", "a"),
    ]
    plain = make_engine(rows, clusters=False)
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    found = estimate_shares(moments, plain.frame, lonely=Lonely.AVERAGE)
    assert np.isnan(found.se[0]).all()
    assert found.se[1, 0] > 0


def test_all_but_nothing_drawn_is_a_census() -> None:
    plain = make_engine(strata_of_groups(), clusters=False, population=1 - 1e-9)
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    assert estimate_shares(moments, plain.frame).se.max() == 0


def test_totals_of_strata_do_not_vary() -> None:
    rows = [Row(at % 3, at, 0.1 * (1 + at % 3), "x", "abc"[at % 3]) for at in range(30)]
    plain = make_engine(rows, clusters=False)
    ((_, _, moments),) = plain.tables([ANSWERS], [Banner("group", ("x",), "group")])
    assert (total_covariance(moments, plain.frame) == 0).all()
    assert (estimate_totals(moments, plain.frame).se == 0).all()


def test_a_single_unit_below_units_drawn_with_replacement_is_no_problem() -> None:
    """What is drawn below such units adds nothing, so that one more isn't missed."""
    strata, psus = np.array([0, 0, 0, 1, 1, 1, 1]), np.array([0, 1, 1, 0, 0, 1, 1])
    ssus = np.array([0, 0, 1, 0, 1, 0, 1])
    populations = np.where(strata == 0, np.inf, 9.0), np.full(7, 5.0)
    stages = (Stage(psus, populations[0]), Stage(ssus, populations[1]))
    design = Design(7, np.arange(1.0, 8), strata, stages)
    plain = PlainEngine({"answer": list("abbabab")}, design, make_frame(design))
    ((_, _, moments),) = plain.tables([ANSWERS])
    found = estimate_shares(moments, plain.frame)
    assert found.se[0, 0] == estimate_shares(moments, plain.frame, lonely=Lonely.REMOVE).se[0, 0]
