"""What little or odd data come to: a result or a problem with its place, never a NaN."""

import json
import math
from pathlib import Path

import pytest
from drawn_study import ANALYSIS, WEIGHTED, make_rows, write_rows, write_study

from peil import line
from peil.core.problem import Unusable

STRATA = '\n[design]\nstrata = "region"\n'
TESTED = '\n[deviation]\nrule = "tested"\n'
SELF_SELECTED = ANALYSIS.replace("probability", "self_selected")
MODEL = '\n[intervals]\nmodel = "alsof"\nassumptions = "niets"\n'
Rows = list[dict[str, str]]


def told(folder: Path, plan: str, rows: Rows) -> list[dict[str, object]]:
    """Give the study's tables as JSON that has no NaN."""
    study = write_study(folder, plan)
    named = ("weight", "region", "school", "schools")
    write_rows(folder, rows, leave_out=tuple(name for name in named if f'"{name}"' not in plan))
    made = line.make_tables(line.read_analysis_set(study, None), by=("job",))
    found = line.tables_json(study, made)
    json.dumps([found.tables, found.means], allow_nan=False)
    return found.tables


def cells(
    tables: list[dict[str, object]], question: str, group: str | None = None
) -> dict[str, dict[str, object]]:
    (table,) = (one for one in tables if (one["question"], one["group"]) == (question, group))
    listed = table["cells"]
    assert isinstance(listed, list)
    return {cell["option"]: cell for cell in listed}


PLANS = pytest.mark.parametrize(
    "plan",
    [ANALYSIS + WEIGHTED, ANALYSIS + WEIGHTED + STRATA + TESTED, SELF_SELECTED, SELF_SELECTED + MODEL],
    ids=["rows", "tested", "self-selected", "model"],
)


@PLANS
def test_a_question_that_nobody_answered(tmp_path: Path, plan: str) -> None:
    rows = [
        row | {"usage": "never", "reasons.speed": "", "reasons.cost": "", "reasons.none": ""}
        for row in make_rows()
    ]
    found = cells(told(tmp_path, plan, rows), "reasons")
    for cell in found.values():
        assert (cell["n"], cell["share"], cell["se"], cell["low"], cell["high"]) == (
            0,
            None,
            None,
            None,
            None,
        )


@PLANS
def test_an_empty_group_and_an_option_nobody_chose(tmp_path: Path, plan: str) -> None:
    rows = [row for row in make_rows() if row["job"] != "other"]
    rows = [row | ({"usage": "never"} if row["usage"] == "dk" else {}) for row in rows]
    rows = [
        row | {name: "" for name in row if name.startswith("reasons")} | {"usage": "never"} for row in rows
    ]
    tables = told(tmp_path, plan, rows)
    empty = cells(tables, "usage", "other")
    assert {(cell["n"], cell["share"], cell["se"]) for cell in empty.values()} == {(0, None, None)}
    whole = cells(tables, "usage")
    errors = None if "self_selected" in plan and "intervals" not in plan else 0.0
    for option, share in (("often", 0.0), ("never", 1.0)):
        cell = whole[option]
        assert (cell["share"], cell["se"], cell["low"], cell["high"]) == (share, errors, None, None)


@PLANS
def test_one_row(tmp_path: Path, plan: str) -> None:
    (chosen,) = (cell for cell in cells(told(tmp_path, plan, make_rows(1)), "usage").values() if cell["n"])
    assert (chosen["share"], chosen["low"], chosen["high"]) == (1.0, None, None)


@PLANS
def test_no_rows(tmp_path: Path, plan: str) -> None:
    for cell in cells(told(tmp_path, plan, []), "job").values():
        assert (cell["n"], cell["share"], cell["se"]) == (0, None, None)


def test_a_weight_of_a_thousand_million_counts(tmp_path: Path) -> None:
    rows = make_rows()
    rows[0]["weight"] = "1000000000"
    chosen, others = rows[0]["usage"], [row for row in rows if row["usage"] != rows[0]["usage"]]
    cell = cells(told(tmp_path, ANALYSIS + WEIGHTED, rows), "usage")[chosen]
    rest = math.fsum(float(row["weight"]) for row in others)
    whole = math.fsum(float(row["weight"]) for row in rows)
    share, se, low = (cell[name] for name in ("share", "se", "low"))
    assert isinstance(share, float)
    assert isinstance(se, float)
    assert isinstance(low, float)
    assert 1 - share == pytest.approx(rest / whole, rel=1e-6)
    assert 0 < se < 1e-6
    assert 0 <= low < share


@pytest.mark.parametrize("weight", ["-1", "", "0"])
def test_a_negative_or_absent_weight_has_a_place(tmp_path: Path, weight: str) -> None:
    rows = make_rows()
    rows[4]["weight"] = weight
    with pytest.raises(Unusable) as refusal:
        told(tmp_path, ANALYSIS + WEIGHTED, rows)
    assert [(one.code, one.span.line) for one in refusal.value.problems] == [("D031", 6)]


def test_a_self_selected_sample_has_errors_only_by_a_named_model(tmp_path: Path) -> None:
    plain = cells(told(tmp_path, SELF_SELECTED, make_rows()), "usage")
    assert {cell[name] for cell in plain.values() for name in ("se", "low", "high")} == {None}
    modelled = cells(told(tmp_path, SELF_SELECTED + MODEL, make_rows()), "usage")
    drawn = cells(told(tmp_path, ANALYSIS, make_rows()), "usage")
    assert modelled == drawn
    assert all(isinstance(cell["se"], float) for cell in drawn.values())


@pytest.mark.parametrize("part", ['model = "alsof"', 'assumptions = "niets"', ""])
def test_a_model_without_its_assumptions_is_no_model(tmp_path: Path, part: str) -> None:
    with pytest.raises(Unusable, match="Q032"):
        write_study(tmp_path, f'{SELF_SELECTED}\n[intervals]\n{part}\nother = "x"\n')


def test_tests_without_a_drawn_sample_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="Q089"):
        write_study(tmp_path, SELF_SELECTED + TESTED)
    write_study(tmp_path, SELF_SELECTED + MODEL + TESTED)


def test_a_design_without_a_drawn_sample_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="Q088"):
        write_study(tmp_path, SELF_SELECTED + STRATA)
