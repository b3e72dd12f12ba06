"""Tables of a sample that plan.toml says was drawn: errors by strata, clusters, populations, replicates."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest
import svy
from drawn_study import ANALYSIS, WEIGHTED, make_rows, write_rows, write_study
from scipy import stats

from peil import line
from peil.cli.tables_text import tables_text
from peil.core.problem import Problem, Unusable
from peil.tabulate.as_json import tables_json
from peil.tabulate.table import Table

STRATA = '\n[design]\nstrata = "region"\n'
CLUSTERS = '\n[design]\nstrata = "region"\npsu = "school"\n'
ALL = '\n[design]\nstrata = "region"\npsu = "school"\npopulation = "schools"\n'
COLUMNS = ("weight", "region", "school", "schools")
DESIGN = {"stratum": "region", "psu": "school", "pop_size": "schools"}
TOLERANCE = 1e-9


def tables(folder: Path, plan: str, rows: list[dict[str, str]], by: str | None = "job") -> dict[str, Table]:
    """Give a study's tables by item and group."""
    used = tuple(name for name in COLUMNS if f'"{name}"' not in plan)
    study = write_study(folder, plan)
    write_rows(folder, rows, leave_out=used)
    made = line.make_tables(line.read_analysis_set(study, None), by=(by,) if by else ())
    return {f"{table.item}/{table.group}" if table.group else table.item: table for table in made}


def oracle(rows: list[dict[str, str]], **design: str) -> svy.Sample:
    frame = pl.DataFrame(rows).with_columns(
        pl.col("weight").cast(pl.Float64), pl.col("schools").cast(pl.Float64), pl.lit(value=1).alias("rowno")
    )
    return svy.Sample(frame, svy.Design(wgt="weight", **design))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("plan", "design"),
    [
        ("", {}),
        (STRATA, {"stratum": "region"}),
        (CLUSTERS, {"stratum": "region", "psu": "school"}),
        (ALL, DESIGN),
    ],
    ids=["rows", "strata", "clusters", "population"],
)
def test_errors_are_those_of_a_second_oracle(tmp_path: Path, plan: str, design: dict[str, str]) -> None:
    rows = make_rows()
    made = tables(tmp_path, ANALYSIS + WEIGHTED + plan, rows)
    found = oracle(rows, **design).estimation.prop("usage", by="job").to_polars().to_dicts()
    for row in found:
        cell = made[f"usage/{row['job']}"].cell(row["usage"])
        assert cell is not None
        assert (cell.share, cell.se) == pytest.approx((row["est"], row["se"]), abs=TOLERANCE)
        assert (cell.low, cell.high) == pytest.approx((row["lci"], row["uci"]), abs=TOLERANCE)
    assert len(found) == 9
    whole = [row | {"number": float(row["hours"])} for row in rows]
    (mean,) = oracle(whole, **design).estimation.mean("number").to_polars().to_dicts()
    got = made["hours"].mean
    assert got is not None
    assert (got.value, got.se) == pytest.approx((mean["est"], mean["se"]), abs=TOLERANCE)
    assert (got.low, got.high) == pytest.approx((mean["lci"], mean["uci"]), abs=TOLERANCE)


def test_of_several_answers_the_base_is_who_answered(tmp_path: Path) -> None:
    rows = make_rows()
    table = tables(tmp_path, ANALYSIS + WEIGHTED + ALL, rows)["reasons"]
    asked = [row for row in rows if row["usage"] != "never"]
    assert table.n == len(asked)
    answered = [row | {"gain": str(int("1" in {row["reasons.speed"], row["reasons.cost"]}))} for row in rows]
    sample = oracle(answered, stratum="region", psu="school", pop_size="schools")
    for option, column in (("speed", "reasons.speed"), ("net:gain", "gain")):
        asked_of = svy.col("usage") != "never"
        found = sample.estimation.prop(column, where=asked_of).to_polars().to_dicts()
        (row,) = (row for row in found if row[column] == "1")
        cell = table.cell(option)
        assert cell is not None
        assert (cell.share, cell.se) == pytest.approx((row["est"], row["se"]), abs=TOLERANCE)


@pytest.mark.parametrize("plan", ["", STRATA, ALL], ids=["rows", "strata", "population"])
def test_shares_of_responses_are_ratios_of_totals(tmp_path: Path, plan: str) -> None:
    rows = make_rows()
    study = write_study(tmp_path, ANALYSIS + WEIGHTED + plan)
    write_rows(
        tmp_path,
        rows,
        leave_out=tuple(name for name in COLUMNS if f'"{name}"' not in ANALYSIS + WEIGHTED + plan),
    )
    data = line.read_analysis_set(study, None)
    (table, *groups) = line.make_tables(data, rows=("reasons",), by=("job",), responses=True)
    ticked = [
        row
        | {
            "speed": float(row["reasons.speed"] or 0),
            "all": float(row["reasons.speed"] or 0) + float(row["reasons.cost"] or 0),
        }
        for row in rows
    ]
    design = {"": {}, STRATA: {"stratum": "region"}, ALL: DESIGN}[plan]
    sample = oracle(ticked, **design)
    for one, where in ((table, None), *((group, svy.col("job") == group.group) for group in groups)):
        (row,) = sample.estimation.ratio("speed", "all", where=where).to_polars().to_dicts()
        cell = one.cell("speed")
        assert cell is not None
        assert cell.of_responses is not None
        found = (cell.of_responses.share, cell.of_responses.se)
        assert found == pytest.approx((row["est"], row["se"]), abs=TOLERANCE)
        parts = [each.of_responses.share for each in one.cells if each.of_responses]
        assert (len(parts), sum(parts)) == (2, pytest.approx(1))
    told = [cell for cell in tables_json([table])[0]["cells"] if "share_of_responses" in cell]  # type: ignore[attr-defined]
    assert [cell["option"] for cell in told] == ["speed", "cost"]
    json_of = line.tables_json(study, [table])
    assert "of all answers" in tables_text(study, json_of.tables, json_of.means, synthetic=False)


def test_fitted_weights_leave_no_error_in_what_they_were_fitted_to(tmp_path: Path) -> None:
    fitted = """
[weighting]
method = "poststratify"

[[weighting.target]]
variable = "job"
shares = { zzp = 0.2, employer = 0.5, other = 0.3 }
source = "Register"
date = 2026-01-01
"""
    rows = make_rows()
    made = tables(tmp_path, ANALYSIS + fitted + STRATA, rows)
    assert [cell.share for cell in made["job"].cells] == pytest.approx([0.2, 0.5, 0.3])
    assert [cell.se for cell in made["job"].cells] == pytest.approx([0, 0, 0], abs=1e-12)
    # Post-stratified: the variance of what is left of each class's own mean, over strata by hand.
    hours, mean = np.array([float(row["hours"]) for row in rows]), made["hours"].mean
    jobs, regions = np.array([row["job"] for row in rows]), np.array([row["region"] for row in rows])
    weights, left = np.zeros(len(rows)), np.zeros(len(rows))
    for job, share in (("zzp", 0.2), ("employer", 0.5), ("other", 0.3)):
        here = jobs == job
        weights[here] = share / here.sum()
        left[here] = hours[here] - hours[here].mean()
    variance = 0.0
    for region in np.unique(regions):
        part = (weights * left)[regions == region]
        variance += len(part) * np.var(part, ddof=1)
    assert mean is not None
    assert (mean.value, mean.se) == pytest.approx((weights @ hours, np.sqrt(variance)), abs=TOLERANCE)
    assert mean.low is not None


def test_replicates_give_errors_of_shares_and_means(tmp_path: Path) -> None:
    """The jackknife that leaves out one row at a time, by hand."""
    rows = make_rows(20)
    n, weights = len(rows), np.array([float(row["weight"]) for row in rows])
    for left in range(n):
        for number, row in enumerate(rows):
            row[f"rep{left + 1}"] = "0" if number == left else f"{weights[number] * n / (n - 1):.12f}"
    plan = f'\n[design.replicates]\ncolumns = "rep[1..{n}]"\nscale = {(n - 1) / n!r}\n'
    made = tables(tmp_path, ANALYSIS + WEIGHTED + plan, rows, by=None)

    def spread(values: np.ndarray, base: np.ndarray) -> float:
        each = [
            np.average(values[base & (np.arange(n) != left)], weights=weights[base & (np.arange(n) != left)])
            for left in range(n)
        ]
        return float(np.sqrt((n - 1) / n * np.sum((each - np.mean(each)) ** 2)))

    everyone = np.ones(n, bool)
    often = np.array([row["usage"] == "often" for row in rows], float)
    cell, mean = made["usage"].cell("often"), made["hours"].mean
    assert cell is not None
    assert mean is not None
    assert cell.se == pytest.approx(spread(often, everyone), abs=TOLERANCE)
    assert mean.se == pytest.approx(
        spread(np.array([float(row["hours"]) for row in rows]), everyone), abs=TOLERANCE
    )
    assert mean.low is not None
    # Each group's degrees of freedom are those of its own rows.
    logit, reach = np.log(cell.share / (1 - cell.share)), stats.t.ppf(0.975, n - 1)
    low = 1 / (1 + np.exp(reach * cell.se / (cell.share * (1 - cell.share)) - logit))
    assert cell.low == pytest.approx(low, abs=TOLERANCE)
    zzp = [row["job"] for row in rows].count("zzp")
    group = tables(tmp_path, ANALYSIS + WEIGHTED + plan, rows)["usage/zzp"].cell("never")
    assert group is not None
    logit, reach = np.log(group.share / (1 - group.share)), stats.t.ppf(0.975, zzp - 1)
    low = 1 / (1 + np.exp(reach * group.se / (group.share * (1 - group.share)) - logit))
    assert group.low == pytest.approx(low, abs=TOLERANCE)


def test_means_have_their_errors_in_the_json(tmp_path: Path) -> None:
    table = tables(tmp_path, ANALYSIS + WEIGHTED, make_rows(), by=None)["mark"]
    (told,) = tables_json([table])
    assert table.mean is not None
    assert [told[key] for key in ("mean", "mean_se", "mean_low", "mean_high")] == [
        table.mean.value,
        table.mean.se,
        table.mean.low,
        table.mean.high,
    ]
    plain = tables(tmp_path, ANALYSIS.replace("probability", "self_selected"), make_rows(), by=None)["mark"]
    assert not {"mean_se", "mean_low"} & set(tables_json([plain])[0])


def refused(folder: Path, plan: str, rows: list[dict[str, str]]) -> list[Problem]:
    with pytest.raises(Unusable) as refusal:
        tables(folder, ANALYSIS + WEIGHTED + plan, rows)
    return list(refusal.value.problems)


def test_a_row_without_its_stratum_or_unit_is_told_with_its_place(tmp_path: Path) -> None:
    rows = make_rows()
    rows[3]["region"] = rows[5]["region"] = " "
    rows[7]["school"] = ""
    found = refused(tmp_path, CLUSTERS, rows)
    assert [(one.code, one.span.line, one.span.file.endswith("responses.csv")) for one in found] == [
        ("T004", 5, True),
        ("T004", 9, True),
    ]
    assert "(2 rows in all)" in found[0].message


def test_an_absent_column_is_told(tmp_path: Path) -> None:
    rows = [{name: cell for name, cell in row.items() if name != "school"} for row in make_rows()]
    assert [(one.code, one.got) for one in refused(tmp_path, CLUSTERS, rows)] == [("T004", "school")]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"r0": "2", "r1": "9", "r2": "9"}, 'is smaller than the number of those drawn: in region "r0"'),
        ({"r0": "9", "r1": "0", "r2": "9"}, "has no number that can be used in row 1"),
        ({"r0": "9", "r1": "-4", "r2": "9"}, "has no number that can be used in row 1"),
    ],
)
def test_an_impossible_population_is_told_with_its_place(
    tmp_path: Path, cells: dict[str, str], said: str
) -> None:
    rows = [row | {"schools": cells[row["region"]]} for row in make_rows()]
    (problem,) = refused(tmp_path, ALL, rows)
    assert problem.code == "T005"
    assert said in problem.message
    assert problem.span.line in {2, 3}


def test_two_populations_of_one_stratum_are_told(tmp_path: Path) -> None:
    rows = make_rows()
    rows[9]["schools"] = "12"
    (problem,) = refused(tmp_path, ALL, rows)
    assert (problem.code, 'isn\'t the same in all rows of it: in region "r0"' in problem.message) == (
        "T005",
        True,
    )


def test_a_stratum_with_one_school_is_told_unless_the_plan_says_what_to_do(tmp_path: Path) -> None:
    rows = [row | ({"school": "s1"} if row["region"] == "r2" else {}) for row in make_rows()]
    (problem,) = refused(tmp_path, CLUSTERS, rows)
    assert (problem.code, problem.span.line) == ("T006", 4)
    assert 'in region "r2"' in problem.message
    se = {}
    for way in ("remove", "adjust", "average", "certainty"):
        made = tables(tmp_path, f'{ANALYSIS}{WEIGHTED}{CLUSTERS}lonely = "{way}"\n', rows)
        cell = made["usage"].cell("often")
        assert cell is not None
        se[way] = cell.se
    assert se["remove"] == se["certainty"]
    assert len(set(se.values())) == 3


def test_bad_replicate_weights_are_told(tmp_path: Path) -> None:
    rows = [row | {"rep1": "1", "rep2": "-1" if row["id"] == "4" else "2"} for row in make_rows()]
    (problem,) = refused(tmp_path, '\n[design.replicates]\ncolumns = ["rep1", "rep2"]\nscale = 0.5\n', rows)
    assert (problem.code, problem.span.line) == ("T007", 6)


def test_replicates_may_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    rows = make_rows(12)
    weights = {row["id"]: [f"{1 + (int(row['id']) * k) % 5}" for k in (1, 2, 3)] for row in rows}
    both = [row | dict(zip(("r1", "r2", "r3"), weights[row["id"]], strict=True)) for row in rows]
    plan = ANALYSIS + WEIGHTED + '\n[design.replicates]\ncolumns = "r[1..3]"\nscale = 0.5\n'
    inside = tables(tmp_path, plan, both)
    lines = ["id,r1,r2,r3", *(",".join([name, *weights[name]]) for name in reversed(weights))]
    file = tmp_path / "replicates.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    apart = plan + 'file = "replicates.csv"\n'
    assert tables(tmp_path, apart, rows) == inside
    for text, code, place in (
        ("\n".join(lines[:-1]), "T007", "responses.csv:2:1"),  # the first row has none
        ("\n".join([*lines, lines[1]]), "D006", "replicates.csv:14:1"),
        (lines[0].replace("id", "row"), "D002", "replicates.csv:1:1"),
        ("\n".join([*lines[:-1], "0,1,x,1"]), "D009", "replicates.csv:13:5"),
    ):
        file.write_text(text + "\n", encoding="utf-8")
        with pytest.raises(Unusable) as refusal:
            tables(tmp_path, apart, rows)
        first = refusal.value.problems[0]
        assert (first.code, str(first.span).endswith(place)) == (code, True)
    file.unlink()
    with pytest.raises(Unusable, match="D001"):
        tables(tmp_path, apart, rows)
