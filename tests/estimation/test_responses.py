"""Shares of responses, at their ends."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_engine import PlainEngine

from peil.estimation.asked import Banner, Question
from peil.estimation.design import Design
from peil.estimation.frame import make_frame
from peil.estimation.responses import Responses, estimate_responses
from peil.estimation.shares import estimate_shares

ASKED = Question("q", ("one", "two", "three"), ("one", "two", "three"), many=True)
GROUPS = Banner("group", ("x", "y"), "group")
TICKS = st.lists(st.tuples(*[st.integers(0, 1)] * 3), min_size=2, max_size=15)


def make_engine(ticks: list[tuple[int, int, int]], weights: list[float]) -> PlainEngine:
    one, two, three = (list(column) for column in zip(*ticks, strict=True))
    design = Design(len(ticks), np.array(weights))
    group = ["x"] * len(ticks)
    return PlainEngine({"one": one, "two": two, "three": three, "group": group}, design, make_frame(design))


def responses(plain: PlainEngine, banner: Banner) -> Responses:
    moments, ticks = (next(each([ASKED], [banner]))[2] for each in (plain.tables, plain.ticks))
    return estimate_responses(moments, ticks, plain.frame)


@given(TICKS, st.integers(0, 99))
def test_errors_are_those_of_the_ratio_row_by_row(ticks, seed) -> None:
    weights = np.random.default_rng(seed).uniform(1, 3, len(ticks))
    found = responses(make_engine(ticks, weights.tolist()), GROUPS)
    chosen = np.array(ticks, float)
    count = chosen.sum(axis=1)
    total = (weights * count).sum()
    n = len(ticks)
    assert found.total[0] == pytest.approx(total)
    if total == 0:
        assert np.isnan(found.share[0]).all()
        assert np.isnan(found.se[0]).all()
        assert (found.mean[0], found.mean_se[0]) == (0, 0)
        return
    share = weights @ chosen / total
    lines = weights[:, None] * (chosen - share * count[:, None]) / total
    np.testing.assert_allclose(found.share[0], share)
    variance = n / (n - 1) * (lines**2).sum(axis=0)
    np.testing.assert_allclose(found.se[0] ** 2, variance, rtol=1e-9, atol=1e-13)
    mean = total / weights.sum()
    line = weights * (count - mean) / weights.sum()
    assert found.mean[0] == pytest.approx(mean)
    assert found.mean_se[0] ** 2 == pytest.approx(n / (n - 1) * (line**2).sum(), rel=1e-9, abs=1e-13)


@given(st.integers(0, 999), st.integers(2, 9), st.sampled_from([(1, 1, 1), (1, 0, 1), (0, 1, 0)]))
def test_where_all_tick_the_same_nothing_varies(seed, rows, ticks) -> None:
    weights = np.random.default_rng(seed).uniform(1, 3, rows)
    found = responses(make_engine([ticks] * rows, weights.tolist()), GROUPS)
    assert found.se[0].tolist() == [0, 0, 0]
    assert found.mean_se[0] == 0


def test_a_group_without_anybody() -> None:
    found = responses(make_engine([(1, 0, 0), (0, 1, 1)], [1.0, 2.0]), GROUPS)
    assert found.n[1].tolist() == [0, 0, 0]
    assert found.total[1] == 0
    assert np.isnan([found.share[1, 0], found.se[1, 0], found.mean[1], found.mean_se[1]]).all()


def test_one_response_each_makes_shares_of_respondents() -> None:
    plain = make_engine([(1, 0, 0), (0, 1, 0), (0, 1, 0), (0, 0, 1)], [1.0, 2.0, 1.5, 1.0])
    shares = estimate_shares(next(plain.tables([ASKED]))[2], plain.frame)
    found = responses(plain, Banner("group", ("x",), "group"))
    np.testing.assert_allclose(found.share, shares.share)
    np.testing.assert_allclose(found.se, shares.se)
    assert (found.mean[0], found.mean_se[0]) == (1, 0)


def test_an_option_that_is_no_response_is_not_counted() -> None:
    ticks = [(1, 0, 1), (0, 1, 1), (0, 1, 0), (0, 0, 1)]
    plain = make_engine(ticks, [1.0, 2.0, 1.5, 1.0])
    counted = Question("q", ("one", "two"), ("one", "two"), many=True)
    of = next(plain.ticks([counted]))[2]
    found = estimate_responses(next(plain.tables([ASKED]))[2], of, plain.frame, counted=[0, 1])
    base = np.ones(4, bool)
    alone = replace(plain, asked={"q": base})
    wanted = estimate_responses(next(alone.tables([counted]))[2], of, plain.frame)
    np.testing.assert_allclose(found.share, wanted.share)
    np.testing.assert_allclose(found.se, wanted.se)
    assert found.mean == pytest.approx(wanted.mean)


def test_moments_of_ticks_add_up() -> None:
    ticks, weights = [(1, 0, 1), (0, 1, 1), (1, 1, 1)], [1.0, 2.0, 1.5]
    whole = next(make_engine(ticks, weights).ticks([ASKED]))[2]
    first = next(make_engine(ticks[:2], weights[:2]).ticks([ASKED]))[2]
    last = next(make_engine(ticks[2:], weights[2:]).ticks([ASKED]))[2]
    np.testing.assert_allclose((first + last).overlap, whole.overlap)
