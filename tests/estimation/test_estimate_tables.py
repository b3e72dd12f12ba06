"""Many tables at once give what each gives alone."""

from dataclasses import fields

import numpy as np
import pytest
from plain_engine import PlainEngine

from peil.estimation import estimate_tables as module
from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Design, Lonely
from peil.estimation.estimate_tables import estimate_tables
from peil.estimation.frame import make_frame
from peil.estimation.lonely import LonelyUnit
from peil.estimation.shares import Shares, estimate_shares

RANDOM = np.random.default_rng(5)
ROWS = 60
QUESTIONS = [
    Question("two", ("a", "b"), ("two",)),
    Question("three", ("a", "b", "c"), ("three",)),
    Question("other", ("b", "a"), ("two",)),
]
BANNERS = [WHOLE, Banner("group", ("x", "y", "nobody"), "group")]


@pytest.fixture
def plain() -> PlainEngine:
    columns = {
        "two": RANDOM.choice(["a", "b"], ROWS).tolist(),
        "three": RANDOM.choice(["a", "b", "c"], ROWS).tolist(),
        "group": RANDOM.choice(["x", "y"], ROWS).tolist(),
    }
    strata = np.repeat([0, 1, 2], [29, 30, 1])
    design = Design(ROWS, RANDOM.uniform(1, 3, ROWS), strata)
    return PlainEngine(columns, design, make_frame(design))


@pytest.mark.parametrize("cells", [1, 60, 10**6])
@pytest.mark.parametrize("lonely", [Lonely.ADJUST, Lonely.AVERAGE])
def test_each_table_is_estimated_as_if_alone(plain, cells, lonely, monkeypatch) -> None:
    monkeypatch.setattr(module, "CELLS", cells)
    tables = [moments for _, _, moments in plain.tables(QUESTIONS, BANNERS)]
    together = estimate_tables(tables, plain.frame, lonely=lonely, interval="beta", level=0.9)
    assert len(together) == len(tables)
    for found, moments in zip(together, tables, strict=True):
        alone = estimate_shares(moments, plain.frame, lonely=lonely, interval="beta", level=0.9)
        for each in fields(Shares):
            np.testing.assert_allclose(getattr(found, each.name), getattr(alone, each.name), rtol=1e-12)


def test_single_units_can_be_a_problem(plain) -> None:
    with pytest.raises(LonelyUnit):
        estimate_tables([moments for _, _, moments in plain.tables(QUESTIONS)], plain.frame)


def test_no_tables_give_nothing(plain) -> None:
    assert estimate_tables([], plain.frame) == []
