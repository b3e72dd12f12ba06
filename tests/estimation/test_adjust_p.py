"""Adjusted p-values against R's ``p.adjust``, and what holds of all of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from more_r_values import r_values

from peil.estimation import tested
from peil.estimation.adjust_p import Adjustment, Family, adjust, adjust_family

chances = st.lists(st.floats(0, 1), min_size=1, max_size=30).map(np.array)
methods = st.sampled_from(Adjustment)


@pytest.mark.parametrize("method", [each for each in Adjustment if each is not Adjustment.NONE])
def test_r(method: Adjustment) -> None:
    wanted = r_values()["adjusted"]
    assert adjust(np.array(wanted["p"]), method) == pytest.approx(np.array(wanted[method]), rel=1e-12)


def test_by_hand() -> None:
    p = np.array([0.03, 0.01, 0.04])
    assert adjust(p, Adjustment.HOLM) == pytest.approx(np.array([0.06, 0.03, 0.06]))
    assert adjust(p, Adjustment.BH) == pytest.approx(np.array([0.04, 0.03, 0.04]))
    assert adjust(p, Adjustment.BY) == pytest.approx(np.array([0.04, 0.03, 0.04]) * (1 + 1 / 2 + 1 / 3))
    assert adjust(p, Adjustment.BONFERRONI) == pytest.approx(np.array([0.09, 0.03, 0.12]))
    assert adjust(p, Adjustment.NONE).tolist() == p.tolist()


@given(chances, methods)
def test_never_below_p_never_above_one_and_in_its_order(p, method: Adjustment) -> None:
    found = adjust(p, method)
    assert np.all(found >= p)
    assert np.all(found <= 1)
    order = np.argsort(p, kind="stable")
    assert np.all(np.diff(found[order]) >= 0)


@given(chances, methods)
def test_the_same_p_stays_the_same(p, method: Adjustment) -> None:
    found = adjust(np.concatenate([p, p]), method)
    assert found[: len(p)].tolist() == found[len(p) :].tolist()


@given(chances)
def test_holm_is_never_above_bonferroni_and_bh_never_above_holm(p) -> None:
    holm = adjust(p, Adjustment.HOLM)
    assert np.all(holm <= adjust(p, Adjustment.BONFERRONI))
    assert np.all(adjust(p, Adjustment.BH) <= holm * (1 + 1e-12))


@given(chances, methods, st.integers(0, 30))
def test_what_was_not_tested_counts_for_nothing(p, method: Adjustment, place: int) -> None:
    gap = np.insert(p, min(place, len(p)), np.nan)
    found = adjust(gap, method)
    assert np.isnan(found).tolist() == np.isnan(gap).tolist()
    assert found[~np.isnan(gap)].tolist() == adjust(p, method).tolist()


def test_tables_of_one_family() -> None:
    tables = {"q1 by age": np.array([[0.01, np.nan], [0.03, 0.5]]), "q2 by age": np.array([0.04])}
    found = adjust_family(tables, Adjustment.BONFERRONI)
    assert found["q1 by age"] == pytest.approx(np.array([[0.04, np.nan], [0.12, 1.0]]), nan_ok=True)
    assert found["q2 by age"] == pytest.approx(np.array([0.16]))
    assert adjust_family({}, Adjustment.HOLM) == {}


def test_tests_name_their_family() -> None:
    tests = {
        "q1 by age": tested.Tested("F", 3.0, 2.0, 90.0, 0.02),
        "q2 by age": tested.refused("F", tested.Untestable.ONE_GROUP),
        "q3 by age": tested.Tested("F", 1.0, 2.0, 90.0, 0.4),
    }
    found = tested.adjust_tests(tests, "tables by age", Adjustment.BONFERRONI)
    assert found["q1 by age"].adjusted == pytest.approx(0.04)
    assert found["q1 by age"].family == Family("tables by age", Adjustment.BONFERRONI, 2)
    assert found["q2 by age"] == tests["q2 by age"]
