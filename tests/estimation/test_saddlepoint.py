"""The saddlepoint's tail against distributions that are known, and against drawing."""

import numpy as np
import pytest
from scipy.stats import f

from peil.estimation.saddlepoint import saddlepoint_tail


@pytest.mark.parametrize("size", [1, 3, 8])
@pytest.mark.parametrize("factor", [0.1, 0.8, 1.0, 2.0, 6.0])
def test_equal_weights_are_an_f(size: int, factor: float) -> None:
    found = saddlepoint_tail(factor * size * 1.7, np.full(size, 1.7), 60)
    assert found == pytest.approx(f.sf(factor, size, 60), rel=0.06, abs=0.02 if factor < 1 else 0)


def test_unequal_weights_are_what_drawing_gives() -> None:
    chance = np.random.default_rng(1)
    weights = np.array([3.0, 1.0, 0.4])
    drawn = chance.chisquare(1, (200_000, 3)) @ weights / (chance.chisquare(40, 200_000) / 40)
    for statistic in (2.0, 8.0, 15.0):
        found = saddlepoint_tail(statistic, weights, 40)
        assert found == pytest.approx((drawn >= statistic).mean(), rel=0.05)


def test_nothing_and_very_much() -> None:
    weights = np.array([2.0, 1.0])
    assert saddlepoint_tail(0.0, weights, 30) == 1
    assert 0 <= saddlepoint_tail(1e6, weights, 30) < 1e-12
    falling = [saddlepoint_tail(x, weights, 30) for x in np.linspace(0.01, 30, 200)]
    assert np.all(np.diff(falling) < 0)
