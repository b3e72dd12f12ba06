"""The interval of a difference: published examples, values from R (newcombe.R), and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.compare.two_shares import Proportion, between_shares

PUBLISHED = {
    (56, 70, 48, 80): (0.0524, 0.3339),
    (9, 10, 3, 10): (0.1705, 0.8090),
    (6, 7, 2, 7): (0.0582, 0.8062),
    (5, 56, 0, 29): (-0.0381, 0.1926),
    (0, 10, 0, 20): (-0.1611, 0.2775),
    (0, 10, 0, 10): (-0.2775, 0.2775),
    (10, 10, 0, 20): (0.6791, 1.0),
    (10, 10, 0, 10): (0.6075, 1.0),
}
"""Newcombe 1998, table II, method 10: the examples (a) to (h)."""
OF_R = {
    (39, 130, 207, 713): (-0.0702027777685, 0.0992257169554),
    (28, 130, 209, 713): (-0.14863004932901, 0.00692346237788),
    (0, 44, 85, 713): (-0.1450639521099, -0.0360206028596),
    (71, 130, 613, 713): (-0.402456366621, -0.226151281391),
}
SCORES = {
    (39, 130): (0.227892518208, 0.383588106269),
    (5, 56): (0.0387421484496, 0.1925600138551),
    (0, 29): (0.0, 0.1169697985),
    (130, 130): (0.971298438806, 1.0),
}


def between(one: int, of_one: int, other: int, of_other: int) -> tuple[float, float]:
    return between_shares(Proportion(one / of_one, of_one), Proportion(other / of_other, of_other))


@pytest.mark.parametrize("counts", PUBLISHED)
def test_published_examples(counts: tuple[int, int, int, int]) -> None:
    assert between(*counts) == pytest.approx(PUBLISHED[counts], abs=5.1e-5)


@pytest.mark.parametrize("counts", OF_R)
def test_values_from_r(counts: tuple[int, int, int, int]) -> None:
    assert between(*counts) == pytest.approx(OF_R[counts], abs=1e-10)


@pytest.mark.parametrize("counts", SCORES)
def test_score_intervals_from_r(counts: tuple[int, int]) -> None:
    count, n = counts
    assert Proportion(count / n, n).bounds() == pytest.approx(SCORES[counts], abs=1e-9)


counted = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counted, counted)
def test_it_holds_the_difference_stays_within_one_and_turns_around(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    low, high = between(*one, *other)
    gap = one[0] / one[1] - other[0] / other[1]
    assert -1 - 1e-12 <= low <= gap <= high <= 1 + 1e-12
    back = between(*other, *one)
    assert back == pytest.approx((-high, -low), abs=1e-12)


def test_a_design_that_doubles_the_variance_halves_the_size() -> None:
    p, n = 0.3, 200
    simple = (p * (1 - p) / n) ** 0.5
    assert Proportion.of_sample(p, n, simple).size == pytest.approx(n)
    assert Proportion.of_sample(p, n, simple * 2**0.5).size == pytest.approx(n / 2)


@pytest.mark.parametrize(("share", "se"), [(0.0, 0.0), (1.0, 0.0), (0.3, None)])
def test_a_share_without_an_error_has_the_size_of_its_base(share: float, se: float | None) -> None:
    assert Proportion.of_sample(share, 40, se).size == 40
