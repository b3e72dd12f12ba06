"""Our own tails of t and F against scipy's."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betainc, fdtrc, stdtr, stdtrit

from peil.estimation.beta_tail import MOST, beta_tail
from peil.estimation.tails import f_tail, t_quantile, t_reach, t_tails

shapes = st.floats(0.25, MOST / 2)
freedom = st.floats(0.5, MOST)


def close(expected: float) -> object:
    """Nine digits; seven of what is so small that nobody prints it."""
    return pytest.approx(expected, rel=1e-9 if expected > 1e-100 else 1e-7, abs=1e-290)


@pytest.mark.slow
@settings(max_examples=300)
@given(x=st.floats(0, 1), a=shapes, b=shapes)
def test_the_beta_function_is_scipys(x: float, a: float, b: float) -> None:
    found = beta_tail(np.array(x), np.array(1 - x), np.array(a), np.array(b))
    assert float(found) == pytest.approx(float(betainc(a, b, x)), rel=1e-9, abs=1e-12)


@pytest.mark.slow
@settings(max_examples=300)
@given(statistic=st.floats(0, 1e4), df1=st.floats(0.5, 200), df2=freedom)
def test_tails_of_f_are_scipys(statistic: float, df1: float, df2: float) -> None:
    found = f_tail(np.array(statistic), np.array(df1), np.array(df2))
    assert float(found) == close(float(fdtrc(df1, df2, statistic)))


@pytest.mark.slow
@settings(max_examples=200)
@given(t=st.floats(-50, 50), df=freedom)
def test_tails_of_t_are_scipys(t: float, df: float) -> None:
    assert float(t_tails(np.array(t), np.array(df))) == close(float(2 * stdtr(df, -abs(t))))


@pytest.mark.slow
@settings(max_examples=200)
@given(df=st.floats(0.5, 2 * MOST), upper=st.sampled_from([0.6, 0.9, 0.95, 0.975, 0.995, 0.9999]))
def test_quantiles_of_t_are_scipys(df: float, upper: float) -> None:
    assert float(t_quantile(np.array([df]), upper)[0]) == close(float(stdtrit(df, upper)))


def test_more_degrees_of_freedom_are_asked_of_scipy_and_join_on() -> None:
    df = np.array([MOST * (1 - 1e-9), MOST * (1 + 1e-9), 1e7])
    assert t_reach(0.95, df).tolist() == pytest.approx(stdtrit(df, 0.975).tolist(), rel=1e-9)
    assert f_tail(np.full(3, 3.0), np.full(3, 2.0), df).tolist() == pytest.approx(
        fdtrc(2, df, 3).tolist(), rel=1e-9
    )


def test_without_degrees_of_freedom_there_is_no_number() -> None:
    df = np.array([0.0, -1.0, np.nan])
    assert np.isnan(t_quantile(df, 0.975)).all()
    assert np.isnan(f_tail(np.ones(3), np.ones(3), df)).all()
    assert np.isnan(t_tails(np.array([np.nan]), np.array([3.0]))).all()


def test_the_ends_have_their_own_numbers() -> None:
    assert f_tail(np.array([0.0, np.inf]), np.array([2.0, 2.0]), np.array([5.0, 5.0])).tolist() == [1.0, 0.0]
    assert float(t_quantile(np.array([7.0]), 0.5)[0]) == pytest.approx(0, abs=1e-12)
