"""What tables say, held against the reference data's published statements."""

from pathlib import Path

import pytest

from peil import line
from peil.data.dataset import Dataset
from peil.study.verdict.table_verdict import TableVerdict, judge_tables, means_over_items

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return line.read_analysis_set(line.read_study(REFERENCE), None)


def verdicts(dataset, *rows: str, by: tuple[str, ...] = ()) -> dict[tuple[str, str | None], TableVerdict]:
    tables = line.make_tables(dataset, rows=rows, by=by)
    told = judge_tables(dataset.study, tables)
    return {(table.item, table.group): verdict for table, verdict in zip(tables, told, strict=True)}


def test_modes_name_ties_and_can_leave_out_dont_know(dataset) -> None:
    told = verdicts(dataset, "price_pressure", "hours_future", by=("employment",))
    assert told["price_pressure", "employee"].mode == ("none", "dk")
    assert told["price_pressure", "employee"].mode_without_missing == ("none",)
    assert told["hours_future", "employer"].mode == ("p1_20", "p21_40")


def test_ranks_are_by_share(dataset) -> None:
    ranks = verdicts(dataset, "factors")["factors", None].ranks
    assert (ranks["time"], ranks["quality"], ranks["ethics"]) == (1, 2, 3)
    assert ranks["costs"] == ranks["creativity"] == 4


def test_groups_are_held_against_the_total(dataset) -> None:
    told = verdicts(dataset, "usage", by=("employment",))
    assert told["usage", "employer"].differences["often"] == pytest.approx(13 / 28 - 36 / 130)
    assert told["usage", "employer"].deviates is True
    assert told["usage", None].differences == {}
    assert told["usage", None].deviates is None
    assert told["usage", "other"].deviates is False  # six people: under the minimum nothing deviates


def test_the_mean_of_shares_counts_every_row_once(dataset) -> None:
    tables = line.make_tables(dataset, rows=["ability"])
    (mean,) = means_over_items(dataset.study, tables)
    rows = [table.cell("better").share for table in tables if table.n]
    assert mean.question == "ability"
    assert mean.shares["better"] == pytest.approx(sum(rows) / len(rows))


def test_a_hidden_table_says_nothing(dataset) -> None:
    tables = line.make_tables(dataset, rows=["usage"], by=["employment"])
    released = line.release_tables(dataset, tables).tables
    told = dict(zip([table.group for table in released], judge_tables(dataset.study, released), strict=True))
    assert told["other"].mode == told["other"].mode_without_missing == ()
    assert told["other"].ranks == told["other"].differences == {}
    assert told["other"].deviates is None
