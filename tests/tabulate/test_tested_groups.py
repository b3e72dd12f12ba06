"""Groups tested against the rest, as tables and their JSON tell it."""

from pathlib import Path

import numpy as np
import pytest
from drawn_study import ANALYSIS, WEIGHTED, make_rows, write_rows, write_study
from scipy import stats

from peil import line
from peil.cli.tables_text import tables_text
from peil.data.dataset import Dataset
from peil.study.base import Base
from peil.study.tablespec import TableSpec
from peil.tabulate.table import Table
from peil.tabulate.tabulate import tabulate

CLUSTERS = """
[design]
strata = "region"
psu = "school"
"""


def rule(**settings: object) -> str:
    lines = [f"{name} = {value!r}" for name, value in settings.items()]
    return "\n".join(["", "[deviation]", "rule = 'tested'", *lines, ""])


def dataset(folder: Path, plan: str, rows: list[dict[str, str]]) -> Dataset:
    study = write_study(folder, plan)
    named = ("weight", "region", "school", "schools")
    write_rows(folder, rows, leave_out=tuple(name for name in named if f'"{name}"' not in plan))
    return line.read_analysis_set(study, None)


def skewed(n: int = 120) -> list[dict[str, str]]:
    """Rows in which the self-employed use it often far more than others."""
    draw = np.random.default_rng(5)
    rows = make_rows(n)
    for row in rows:
        often = draw.random() < (0.8 if row["job"] == "zzp" else 0.2)
        row |= {"usage": "often" if often else "never"}
        if not often:
            row |= {"reasons.speed": "", "reasons.cost": "", "reasons.none": ""}
    return rows


def by_job(data: Dataset, item: str = "usage") -> dict[str | None, Table]:
    return {
        table.group: table for table in line.make_tables(data, rows=(item,), by=("job",)) if table.spec.by
    }


def t_test(rows: list[dict[str, str]], group: str, option: str) -> float:
    """Linearised by hand, for rows drawn with replacement."""
    w = np.array([float(row["weight"]) for row in rows])
    inside = np.array([row["job"] == group for row in rows])
    y = np.array([row["usage"] == option for row in rows], float)
    n = len(rows)
    here, rest = np.average(y[inside], weights=w[inside]), np.average(y[~inside], weights=w[~inside])
    u = np.where(inside, w * (y - here) / w[inside].sum(), -w * (y - rest) / w[~inside].sum())
    t = (here - rest) / np.sqrt(n / (n - 1) * np.sum(u**2))
    return float(2 * stats.t.sf(abs(t), n - 1))


def test_p_is_that_of_the_group_against_the_rest_adjusted_over_the_table(tmp_path: Path) -> None:
    rows = skewed()
    tables = by_job(dataset(tmp_path, ANALYSIS + WEIGHTED + rule(correction="bonferroni"), rows))
    size = tables["zzp"].test.size if tables["zzp"].test else 0
    assert size == 6  # three groups, two options that anyone chose
    for group, table in tables.items():
        for option in ("often", "never"):
            cell = table.cell(option)
            assert cell is not None
            expected = min(1.0, size * t_test(rows, group or "", option))
            assert cell.p == pytest.approx(expected, abs=1e-12)
        dont_know = table.cell("dk")
        assert dont_know is not None
        assert dont_know.p is None


def test_the_family_may_be_everything(tmp_path: Path) -> None:
    plan = ANALYSIS + WEIGHTED + CLUSTERS
    whole = dataset(tmp_path, plan + rule(family="all", correction="bh"), skewed())
    tables = [table for table in line.make_tables(whole, by=("job",)) if table.test]
    (test,) = {(table.test.family, table.test.size, table.test.correction) for table in tables if table.test}
    p = [cell.p for table in tables for cell in table.cells if cell.p is not None]
    assert test == ("all tables", len(p), "bh")
    alone = dataset(tmp_path, plan + rule(correction="bh"), skewed())
    (small,) = {table.test.size for table in by_job(alone).values() if table.test}
    assert small < len(p)


def test_a_table_in_another_base_is_another_family(tmp_path: Path) -> None:
    data = dataset(tmp_path, ANALYSIS + WEIGHTED + rule(), skewed())
    alone = tabulate(data, [TableSpec("usage", "job")])
    both = tabulate(data, [TableSpec("usage", "job"), TableSpec("usage", "job", base=Base(without=("dk",)))])
    assert both[:3] == alone


def test_the_json_says_which_groups_deviate_and_above_which_they_lie(tmp_path: Path) -> None:
    data = dataset(tmp_path, ANALYSIS + WEIGHTED + CLUSTERS + rule(), skewed())
    found = line.tables_json(data.study, line.make_tables(data, rows=("usage",), by=("job",))).tables
    total, *groups = found
    assert "test" not in total
    assert {table["group"]: table["deviates"] for table in groups}["zzp"] is True
    tests = [table["test"] for table in groups]
    assert [test["letter"] for test in tests] == ["A", "B", "C"]
    assert {test["family"] for test in tests} == {"usage by job"}
    often = {table["group"]: next(c for c in table["cells"] if c["option"] == "often") for table in groups}
    assert often["zzp"]["above"] == ["B", "C"]
    assert often["employer"]["above"] == []
    assert often["zzp"]["p"] < 0.05


def test_the_terminal_shows_letters_and_who_differs(tmp_path: Path) -> None:
    data = dataset(tmp_path, ANALYSIS + WEIGHTED + CLUSTERS + rule(), skewed())
    found = line.tables_json(data.study, line.make_tables(data, rows=("usage",), by=("job",)))
    text = tables_text(data.study, found.tables, found.means, synthetic=False)
    assert "zzp [A]" in text
    assert "% BC" in text
    assert "Differ from the rest, p at most 0.05 (usage by job, 6 tests, holm): zzp" in text
    assert "Letters behind a share" in text


def test_letters_run_on_over_the_banners_and_each_has_its_own_family(tmp_path: Path) -> None:
    rows = skewed()
    for row in rows:
        row["mark"] = "3" if row["job"] == "zzp" else "1"
    data = dataset(tmp_path, ANALYSIS + WEIGHTED + CLUSTERS + rule(), rows)
    found = line.tables_json(data.study, line.make_tables(data, rows=("usage",), by=("job", "mark")))
    tests = [table["test"]["letter"] for table in found.tables if "test" in table]
    assert tests == [chr(ord("A") + place) for place in range(len(tests))]
    assert len(tests) > 3
    above = {
        (table["by"], letter)
        for table in found.tables
        for c in table["cells"]
        for letter in c.get("above", ())
    }
    assert above
    assert all((letter in "ABC") == (by == "job") for by, letter in above)
    text = tables_text(data.study, found.tables, found.means, synthetic=False)
    assert "(usage by job, 6 tests, holm): zzp" in text
    assert "(usage by mark, 4 tests, holm): 3" in text or "(usage by mark, 4 tests, holm): 1, 3" in text


def test_released_columns_without_letters_behind_shares_bear_none(tmp_path: Path) -> None:
    data = dataset(tmp_path, ANALYSIS + WEIGHTED + CLUSTERS + rule(), skewed())
    made = line.make_tables(data, rows=("usage",), by=("job",))
    found = line.released_tables_json(data.study, line.release_tables(data, made))
    text = tables_text(data.study, found.tables, found.means, synthetic=False)
    assert "Differ from the rest, p at most 0.05 (usage by job, 6 tests, holm): zzp" in text
    assert "[A]" not in text


def test_a_group_under_the_minimum_is_in_no_family(tmp_path: Path) -> None:
    rows = skewed()
    for place, row in enumerate([row for row in rows if row["job"] == "other"]):
        row["job"] = "other" if place < 9 else "zzp"
    tables = by_job(dataset(tmp_path, ANALYSIS + WEIGHTED + rule(), rows))
    assert {cell.p for cell in tables["other"].cells} == {None}
    assert all("C" not in (cell.above or ()) for table in tables.values() for cell in table.cells)
    assert tables["zzp"].test is not None
    assert tables["zzp"].test.size == 4


def test_what_is_hidden_takes_its_p_along(tmp_path: Path) -> None:
    plan = ANALYSIS + WEIGHTED + rule() + "\n[disclosure]\nminimum_base = 45\n"
    data = dataset(tmp_path, plan, skewed())
    released = line.release_tables(data, line.make_tables(data, rows=("usage",), by=("job",)))
    hidden = [table for table in released.tables if table.n is None]
    assert hidden
    assert all(table.test is None and {cell.p for cell in table.cells} == {None} for table in hidden)


def test_the_descriptive_rule_tests_nothing(tmp_path: Path) -> None:
    tables = by_job(dataset(tmp_path, ANALYSIS + WEIGHTED, skewed()))
    assert {(table.test, cell.p, cell.above) for table in tables.values() for cell in table.cells} == {
        (None, None, None)
    }


def test_replicates_test_groups_too(tmp_path: Path) -> None:
    rows = skewed(40)
    n = len(rows)
    for left in range(n):
        for number, row in enumerate(rows):
            row[f"rep{left}"] = "0" if number == left else f"{float(row['weight']) * n / (n - 1):.12f}"
    plan = (
        f'{ANALYSIS}{WEIGHTED}\n[design.replicates]\ncolumns = "rep[0..{n - 1}]"\nscale = {(n - 1) / n!r}\n'
    )
    made = by_job(dataset(tmp_path, plan + rule(correction="bonferroni"), rows))
    cell, test = made["zzp"].cell("often"), made["zzp"].test
    assert cell is not None
    assert cell.p is not None
    assert test is not None
    w, often = (
        np.array([float(row["weight"]) for row in rows]),
        np.array([row["usage"] == "often" for row in rows]),
    )
    inside = np.array([row["job"] == "zzp" for row in rows])

    def apart(kept: np.ndarray) -> float:
        here, rest = kept & inside, kept & ~inside
        return float(np.average(often[here], weights=w[here]) - np.average(often[rest], weights=w[rest]))

    each = np.array([apart(np.arange(n) != left) for left in range(n)])
    se = np.sqrt((n - 1) / n * np.sum((each - each.mean()) ** 2))
    p = 2 * stats.t.sf(abs(apart(np.ones(n, bool))) / se, n - 1)
    assert cell.p == pytest.approx(test.size * p, rel=1e-6)
