"""Estimates against R's survey package: shares, bases, standard errors, intervals, design effects."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from peil.tabulate.estimate import estimate
from peil.tabulate.estimate_table import EstimateCell, EstimateTable

GOLDEN = Path(__file__).parents[2] / ".." / "shared" / "reference" / "golden"
CLOSE = 1e-9
CLOSE_BOUND = 1e-7

pytestmark = pytest.mark.skipif(not GOLDEN.is_dir(), reason=f"reference values are not at {GOLDEN}")

DESIGNS = [
    ("panel130", "weights_only", "w"),
    ("panel130", "unweighted_srs", None),
    ("apistrat", "weights_only", "pw"),
    ("apistrat", "unweighted_srs", None),
]


@cache
def golden(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    return found


def cells(table: EstimateTable) -> dict[str, EstimateCell]:
    return {cell.option: cell for cell in table.cells}


def near(expected: float | None, tolerance: float = CLOSE) -> object:
    return None if expected is None else pytest.approx(expected, rel=tolerance, abs=1e-12)


@pytest.mark.parametrize(("name", "design", "weights"), DESIGNS)
def test_whole_sample(name: str, design: str, weights: str | None) -> None:
    expected = golden(name)[design]["freq"]
    compared = 0
    for table in estimate(GOLDEN / f"{name}.csv", list(expected), weights=weights):
        want = expected[table.question]
        assert table.base.n == want["n_base"]
        assert table.base.weighted == near(want["weighted_base"])
        for option, cell in cells(table).items():
            level = want["levels"][option]
            assert (cell.n, cell.share) == (level["n"], near(level["proportion"])), (table.question, option)
            assert cell.se == near(level["se"])
            assert cell.deff == near(level["deff_replace"])
            if 0 < level["proportion"] < 1:
                assert cell.low == near(level["svyciprop_logit"]["lo"], CLOSE_BOUND)
                assert cell.high == near(level["svyciprop_logit"]["hi"], CLOSE_BOUND)
            compared += 1
    assert compared >= 10


@pytest.mark.parametrize(("name", "design", "weights"), DESIGNS)
def test_crosses(name: str, design: str, weights: str | None) -> None:
    compared = 0
    for cross, want in golden(name)[design]["cross"].items():
        row, by = cross.split(" by ")
        tables = {table.group: table for table in estimate(GOLDEN / f"{name}.csv", [row], [by], weights)}
        for group, column in want["columns"].items():
            table = tables[group]
            assert table.base.n == column["n_base"]
            assert table.base.weighted == near(column["weighted_base"])
            for option, cell in cells(table).items():
                level = column["levels"][option]
                assert (cell.n, cell.share) == (level["n"], near(level["proportion"])), (cross, group, option)
                assert cell.se == near(level["se"]), (cross, group, option)
                compared += 1
    assert compared >= 30


def test_ticks_in_the_base_of_those_who_answered() -> None:
    want = golden("panel130")["multi_response"]
    path, named = (
        GOLDEN / "panel130.csv",
        [option for option in want["options"] if want["options"][option]["n"]],
    )
    found = {
        table.question: cells(table)["1"]
        for table in estimate(path, named, ["m1_answered"], "w")
        if table.group == "1" and table.by == "m1_answered"
    }
    assert len(found) == len(named)
    for option, cell in found.items():
        level = want["options"][option]
        assert (cell.n, cell.share) == (level["n"], near(level["pct_of_respondents"]))
        assert cell.low is not None


def test_a_small_column_and_zero_weights() -> None:
    path, edge = GOLDEN / "panel130.csv", golden("panel130")["edge"]
    one = next(table for table in estimate(path, ["q1"], ["tiny"], "w") if table.group == "een")
    want = edge["empty_subgroup"]["table"]["columns"]["een"]["levels"]
    assert {option: (cell.n, cell.share) for option, cell in cells(one).items()} == {
        option: (level["n"], near(level["proportion"])) for option, level in want.items()
    }
    assert {(cell.se, cell.low, cell.high, cell.deff) for cell in one.cells} == {(0.0, None, None, None)}
    (zero,) = estimate(path, ["q1"], weights="w0")
    assert zero.base.n == edge["zero_weights"]["q1"]["n_base"]
    assert zero.base.weighted == near(edge["zero_weights"]["q1"]["weighted_base"])
    for option, cell in cells(zero).items():
        assert cell.share == near(edge["zero_weights"]["q1"]["levels"][option]["proportion"])


def test_a_constant_has_no_interval_and_an_empty_column_no_share() -> None:
    path = GOLDEN / "panel130.csv"
    constant, empty = estimate(path, ["q_const", "q_all_missing"], weights="w")
    assert [(cell.share, cell.se, cell.low, cell.high) for cell in constant.cells] == [(1.0, 0.0, None, None)]
    assert (empty.base.n, empty.base.weighted, empty.cells) == (0, 0.0, ())
