"""Krippendorff's alpha: his own worked examples, and what must hold of any data.

The examples are those of Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): A (binary
data, two observers), B (nominal data, two observers), C (nominal data with gaps, four observers) and D (the
same data by other metrics), with the values that he prints.
"""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peil.qual.alpha import METRICS, Alpha, alpha, masi_distance, nominal

GAP = None
BINARY = ("0100000010", "1110010000")
FOUR = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, GAP, GAP, GAP),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, GAP, 3),
    (GAP, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, GAP),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, GAP),
)


def units(rows) -> list[list]:
    return [[value for value in unit if value is not GAP] for unit in zip(*rows, strict=True)]


def test_krippendorffs_example_a_binary_data_two_observers() -> None:
    assert round(alpha(units(BINARY)).alpha, 3) == 0.095


def test_krippendorffs_example_b_nominal_data_two_observers() -> None:
    first, second = "aabbdcccedda", "babbbccceddd"
    assert round(alpha(units((first, second))).alpha, 3) == 0.692


@pytest.mark.parametrize(
    ("metric", "printed"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_krippendorffs_examples_c_and_d_four_observers_with_gaps(metric, printed) -> None:
    found = alpha(units(FOUR), METRICS[metric], order=int)
    assert round(found.alpha, 3) == printed
    assert (found.units, found.pairable) == (11, 40)


def test_alpha_by_hand_from_the_coincidence_matrix() -> None:
    # two coders, four answers: aa, ab, bb, bb. Coincidences: aa 2, ab 1, ba 1, bb 4; n = 8, n_a = 3, n_b = 5
    found = alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")])
    assert found.alpha == pytest.approx(1 - (2 / 8) / (2 * 3 * 5 / (8 * 7)))
    assert found.agreed == 0.75


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("ab", "ab", 0.0),
        ("", "", 0.0),
        ("a", "ab", 1 - 1 / 2 * 2 / 3),
        ("ab", "bc", 1 - 1 / 3 * 1 / 3),
        ("a", "b", 1.0),
        ("", "a", 1.0),
    ],
)
def test_masi_is_jaccard_times_how_sets_lie_to_each_other(one, other, distance) -> None:
    assert masi_distance(frozenset(one), frozenset(other)) == pytest.approx(distance)
    assert masi_distance(frozenset(other), frozenset(one)) == pytest.approx(distance)


numbers = st.integers(1, 5)
matrices = st.integers(2, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.one_of(st.none(), numbers), min_size=coders, max_size=coders), min_size=2, max_size=15
    )
)
metrics = st.sampled_from(["nominal", "ordinal", "interval", "ratio"])


def compute(rows, metric) -> Alpha:
    found = [[value for value in unit if value is not GAP] for unit in rows]
    return alpha(found, METRICS[metric], order=int, draws=0)


@given(st.lists(numbers, min_size=2, max_size=20), st.integers(2, 4), metrics)
def test_coders_who_agree_on_all_have_an_alpha_of_one(values, coders, metric) -> None:
    assume(len(set(values)) > 1)
    assert compute([[value] * coders for value in values], metric).alpha == pytest.approx(1)


@given(matrices, metrics, st.randoms())
def test_neither_the_order_of_answers_nor_that_of_coders_plays_a_part(rows, metric, drawer) -> None:
    shuffled = [drawer.sample(unit, len(unit)) for unit in drawer.sample(rows, len(rows))]
    one, other = compute(rows, metric).alpha, compute(shuffled, metric).alpha
    assert (one is None) == (other is None)
    assert one is None or other == pytest.approx(one)


@given(matrices, metrics, numbers)
def test_an_answer_that_one_person_coded_changes_nothing(rows, metric, value) -> None:
    alone = [value, *[GAP] * (len(rows[0]) - 1)]
    assert compute([*rows, alone], metric) == compute(rows, metric)


@given(matrices, metrics)
def test_alpha_is_at_most_one_and_nothing_is_told_where_nothing_varies(rows, metric) -> None:
    found = compute(rows, metric)
    paired = [unit for unit in rows if sum(value is not GAP for value in unit) > 1]
    values = {value for unit in paired for value in unit if value is not GAP}
    assert (found.alpha is None) == (len(values) < 2)
    assert found.alpha is None or found.alpha <= 1


def test_the_interval_is_the_same_each_time_and_holds_alpha() -> None:
    first, second = alpha(units(BINARY)), alpha(units(BINARY))
    assert first == second
    assert first.low < first.alpha < first.high
    few = [alpha(units(FOUR), draws=50, seed=seed).low for seed in range(5)]
    assert len(set(few)) > 1


@pytest.mark.slow
def test_the_interval_narrows_as_more_is_coded() -> None:
    drawer = random.Random(7)  # noqa: S311 - made codings
    made = [(value, value if drawer.random() < 0.8 else 1 - value) for value in (i % 2 for i in range(400))]
    few, many = alpha(made[:40], nominal), alpha(made, nominal)
    assert many.high - many.low < (few.high - few.low) / 2
