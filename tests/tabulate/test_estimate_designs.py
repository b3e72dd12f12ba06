"""Estimates of designs against R's survey package: strata, clusters, populations, replicates."""

from math import nan
from pathlib import Path
from typing import Any

import pytest
from test_estimate_golden import CLOSE_BOUND, GOLDEN, cells, golden, near

from peil.core.problem import Unusable
from peil.estimation.design import Lonely
from peil.tabulate.estimate import estimate
from peil.tabulate.estimate_table import EstimateTable
from peil.tabulate.sample_columns import SampleColumns

needs_golden = pytest.mark.skipif(not GOLDEN.is_dir(), reason=f"reference values are not at {GOLDEN}")

DESIGNS = {
    ("apistrat", "stratified_fpc"): SampleColumns("pw", "stype", fpc=("fpc",)),
    ("apistrat", "stratified_wr"): SampleColumns("pw", "stype"),
    ("apiclus1", "cluster_fpc"): SampleColumns("pw", psu=("dnum",), fpc=("fpc",)),
    ("apiclus1", "cluster_wr"): SampleColumns("pw", psu=("dnum",)),
}


@needs_golden
@pytest.mark.parametrize(("name", "design"), sorted(DESIGNS))
def test_shares_of_a_design(name: str, design: str) -> None:
    expected = golden(name)[design]["freq"]
    tables = estimate(GOLDEN / f"{name}.csv", list(expected), sample=DESIGNS[name, design])
    assert len(tables) == len(expected)
    for table in tables:
        _compare(table, expected[table.question]["levels"])


@needs_golden
@pytest.mark.parametrize(("name", "design"), sorted(DESIGNS))
def test_columns_of_a_banner_and_their_test(name: str, design: str) -> None:
    crosses = golden(name)[design]["cross"]
    for cross, expected in crosses.items():
        row, by = cross.split(" by ")
        tables = estimate(GOLDEN / f"{name}.csv", [row], [by], sample=DESIGNS[name, design])
        for table in tables[1:]:
            _compare(table, expected["columns"][table.group]["levels"], bounds=False)
        _compare_test(tables[-1], expected["chisq"]["F"])


REPLICATES = [
    ("apistrat", "replicates_jkn", "apistrat_jkn_replicates.csv", "pw"),
    ("apistrat", "replicates_bootstrap", "apistrat_bootstrap_replicates.csv", "pw"),
    ("apistrat", "replicates_bootstrap_mse", "apistrat_bootstrap_replicates.csv", "pw"),
    ("apiclus1", "replicates_jk1", "apiclus1_jk1_replicates.csv", "pw"),
    ("panel130", "replicates_jkn", "panel130_jkn_replicates.csv", "w"),
    ("panel130", "replicates_bootstrap", "panel130_bootstrap_replicates.csv", "w"),
]


@pytest.mark.slow
@needs_golden
@pytest.mark.parametrize(("name", "key", "file", "weights"), REPLICATES)
def test_replicates(tmp_path: Path, name: str, key: str, file: str, weights: str) -> None:
    expected = golden(name)[key]
    rscales = tmp_path / "rscales.csv"
    rscales.write_text("r\n" + "\n".join(map(repr, expected["rscales"])) + "\n", encoding="utf-8")
    sample = SampleColumns(
        weights,
        replicates=GOLDEN / file,
        scale=expected["scale"],
        rscales=rscales,
        mse=expected["mse"],
    )
    compared = 0
    for found, levels in expected.items():
        kind, _, rest = found.partition(":")
        if kind == "freq":
            (table,) = estimate(GOLDEN / f"{name}.csv", [rest], sample=sample)
            compared += _compare(table, levels, bounds=False)
        elif kind == "cross":
            row, _, group = rest.partition("|")
            by, _, level = group.partition("=")
            tables = estimate(GOLDEN / f"{name}.csv", [row], [by], sample=sample)
            (table,) = (one for one in tables if one.group == level)
            compared += _compare(table, levels, bounds=False)
        elif kind == "chisqF":
            row, by = rest.split("x", 1)
            _compare_test(estimate(GOLDEN / f"{name}.csv", [row], [by], sample=sample)[-1], levels)
            compared += 1
    assert compared > 3


def _compare(table: EstimateTable, levels: dict[str, Any], *, bounds: bool = True) -> int:
    found = cells(table)
    for option, level in levels.items():
        if option not in found:  # R knows it as a level; in the file nobody chose it
            assert level["proportion"] == 0
            continue
        cell = found[option]
        assert (cell.share, cell.se) == (near(level["proportion"]), near(level["se"])), (table, option)
        if "deff_replace" in level:
            assert cell.deff == near(level["deff_replace"])
        if bounds and 0 < level["proportion"] < 1:
            assert cell.low == near(level["svyciprop_logit"]["lo"], CLOSE_BOUND)
            assert cell.high == near(level["svyciprop_logit"]["hi"], CLOSE_BOUND)
    return len(levels)


def _compare_test(table: EstimateTable, expected: dict[str, Any]) -> None:
    test = table.test
    assert test is not None
    if expected["statistic"] is None:  # R stumbles over a level without cases, which the test leaves out
        assert test.statistic is not None
        assert (test.df1, test.df2) == (near(expected["ndf"]), near(expected["ddf"]))
        return
    assert (test.statistic, test.df1, test.df2) == (
        near(expected["statistic"]),
        near(expected["ndf"]),
        near(expected["ddf"]),
    )
    assert test.p == near(expected["p"], CLOSE_BOUND)


@pytest.fixture
def strata(tmp_path: Path) -> Path:
    path = tmp_path / "strata.csv"
    path.write_text("a,h,u,N\nx,1,1,10\ny,1,2,10\nx,2,1,8\ny,2,2,8\nx,3,9,4\n", encoding="utf-8")
    return path


def test_a_lonely_stratum_is_named(strata: Path) -> None:
    with pytest.raises(Unusable) as caught:
        estimate(strata, ["a"], sample=SampleColumns(strata="h"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.line) == ("T006", 6)  # where the stratum's row stands
    assert problem.message.startswith('A single unit was drawn: in h "3".')
    assert "--lonely adjust" in problem.hint
    (table,) = estimate(strata, ["a"], sample=SampleColumns(strata="h", lonely=Lonely.ADJUST))
    assert all(cell.se for cell in table.cells)


def test_several_lonely_strata_are_named(tmp_path: Path) -> None:
    path = tmp_path / "lonely.csv"
    path.write_text("a,h\nx,1\ny,1\nx,2\ny,3\n", encoding="utf-8")
    with pytest.raises(Unusable, match='drawn: in h "2", h "3"'):
        estimate(path, ["a"], sample=SampleColumns(strata="h"))


def test_one_stratum_is_not_named_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "late.csv"
    path.write_text("a,h\nx,z\ny,z\nx,b\nx,m\ny,m\n", encoding="utf-8")
    with pytest.raises(Unusable, match='drawn: in h "b"'):
        estimate(path, ["a"], sample=SampleColumns(strata="h"))


def test_units_of_the_same_name_in_other_strata_are_others(strata: Path) -> None:
    nested = SampleColumns(strata="h", psu=("u",), lonely=Lonely.CERTAINTY)
    alone = SampleColumns(strata="h", lonely=Lonely.CERTAINTY)
    (by_unit,), (by_row,) = (estimate(strata, ["a"], sample=sample) for sample in (nested, alone))
    assert [cell.se for cell in by_unit.cells] == pytest.approx([cell.se for cell in by_row.cells])


@pytest.mark.parametrize(
    ("text", "sample", "code", "told"),
    [
        ("a,h\nx,1\ny,\n", SampleColumns(strata="h"), "T004", 'Column "h" says nothing here (1 row in all)'),
        ("a,N\nx,3\ny,\n", SampleColumns(fpc=("N",)), "T005", 'Column "N" has ""'),
        (
            "a,N\nx,3\ny,4\n",
            SampleColumns(fpc=("N",)),
            "T005",
            "isn't the same in all rows of it: in the whole sample",
        ),
        (
            "a,N\nx,1.5\ny,1.5\n",
            SampleColumns(fpc=("N",)),
            "T005",
            "is smaller than the number of those drawn",
        ),
        ("a,N\nx,-3\ny,-3\n", SampleColumns(fpc=("N",)), "T005", "is no number above zero"),
        ("a,N\nx,1\ny,1\n", SampleColumns(psu=("P",)), "D003", 'There is no column "P"'),
        ("a,N\nx,1\ny,1\n", SampleColumns(weights=""), "D003", 'There is no column ""'),
        ("a,N\nx,1\ny,1\n", SampleColumns(strata=""), "D003", 'There is no column ""'),
        (
            "a,N,M\nx,9,8\ny,9,8\n",
            SampleColumns(fpc=("N", "M")),
            "T005",
            'out of the population in column "M"',
        ),
    ],
)
def test_what_a_design_lacks_is_told(
    tmp_path: Path, text: str, sample: SampleColumns, code: str, told: str
) -> None:
    path = tmp_path / "data.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unusable) as caught:
        estimate(path, ["a"], sample=sample)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert told in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("replicates", "rscales", "scale", "told"),
    [
        ("r1,r2\n1,1\n", None, 1.0, "There is 1 row of replicate weights and 2 of data."),
        ("r1,r2\n1,1\n2,-1\n", None, 1.0, "The replicate weight in row 2, column 2 is below zero."),
        ("r1,r2\n1,1\n2,x\n", None, 1.0, 'Column "r2" has "x", which is no number.'),
        ("r1,r2\n1,1\n2,2\n", None, None, "Nothing says what the replicates' variance is multiplied by."),
        ("r1,r2\n1,1\n2,2\n", "r\n1\n", 1.0, "There is 1 factor for 2 replicates."),
        ("r1,r2\n1,1\n2,2\n", "r\n1\n-3\n", 1.0, "Factor 2 of the replicates is -3, which is below zero."),
        ("r1,r2\n1,1\n2,2e15\n", None, 1.0, "The replicate weight in row 2, column 2 is above 1e+15."),
        (
            "r1,r2\n1,1\n2,2\n",
            "r\n0\n0\n",
            1.0,
            "The factors of all replicates are zero: nothing is left of them.",
        ),
        ("r1,r2\n1,1\n2,2\n", None, -1.0, "The replicates' variance can't be multiplied by -1."),
        ("r1,r2\n1,1\n2,2\n", None, nan, "The replicates' variance can't be multiplied by nan."),
    ],
)
def test_what_replicates_lack_is_told(
    tmp_path: Path, replicates: str, rscales: str | None, scale: float | None, told: str
) -> None:
    data, weights, factors = (tmp_path / name for name in ("data.csv", "weights.csv", "factors.csv"))
    data.write_text("a\nx\ny\n", encoding="utf-8")
    weights.write_text(replicates, encoding="utf-8")
    if rscales:
        factors.write_text(rscales, encoding="utf-8")
    sample = SampleColumns(replicates=weights, scale=scale, rscales=factors if rscales else None)
    with pytest.raises(Unusable) as caught:
        estimate(data, ["a"], sample=sample)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("T007", told)
