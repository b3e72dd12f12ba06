"""What a design and its weights cost."""

import numpy as np
import pytest
from plain_engine import PlainEngine

from peil.estimation.asked import Question
from peil.estimation.design import Design, Stage
from peil.estimation.design_effects import kish_effect, kish_n, weight_variation
from peil.estimation.frame import make_frame
from peil.estimation.moments import Sums
from peil.estimation.shares import estimate_shares


def sums(weights: list[float]) -> Sums:
    """The sums over rows in one unit and one group."""
    w = np.array(weights)
    return Sums(*(np.array([[number]]) for number in (len(w), (w > 0).sum(), w.sum(), (w**2).sum())))


def test_weights_of_people_who_count() -> None:
    of = sums([1.0, 2.0, 3.0, 0.0])
    assert kish_n(of)[0] == pytest.approx(36 / 14)
    assert kish_effect(of)[0] == pytest.approx(3 * 14 / 36)
    assert weight_variation(of)[0] == pytest.approx(np.std([1, 2, 3], ddof=1) / 2)


@pytest.mark.parametrize("weight", [0.1, 0.7, 1 / 3, 33.847])
def test_equal_weights_cost_nothing(weight) -> None:
    of = sums([weight] * 49)
    assert kish_n(of)[0] == pytest.approx(49)
    assert kish_effect(of)[0] == pytest.approx(1)
    assert weight_variation(of)[0] == 0


def test_nobody_and_one_have_no_variation() -> None:
    assert np.isnan(
        [kish_n(sums([]))[0], kish_effect(sums([0.0]))[0], weight_variation(sums([0.0]))[0]]
    ).all()
    assert np.isnan(weight_variation(sums([2.0]))[0])


def test_a_simple_sample_costs_nothing_and_whole_clusters_their_size() -> None:
    answers = ["a", "b", "b", "a", "b", "b", "a", "a"]
    design = Design(8, np.full(8, 5.0))
    simple = PlainEngine({"q": list(answers)}, design, make_frame(design))
    asked = Question("q", ("a", "b"), ("q",))
    found = estimate_shares(next(simple.tables([asked]))[2], simple.frame)
    assert found.deff[0].tolist() == pytest.approx([1, 1])
    assert found.deff_without[0].tolist() == pytest.approx([1 / (1 - 8 / 40)] * 2)
    alike = Design(24, np.full(24, 5.0), stages=(Stage(np.repeat(np.arange(8), 3)),))
    clustered = PlainEngine({"q": [answer for answer in answers for _ in range(3)]}, alike, make_frame(alike))
    found = estimate_shares(next(clustered.tables([asked]))[2], clustered.frame)
    assert found.deff[0, 0] == pytest.approx(23 / 7)
