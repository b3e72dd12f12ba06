"""Estimates of any CSV file: its options, bases and problems."""

import json
import math
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peil.core.problem import Unusable
from peil.estimation.tested import Untestable
from peil.tabulate.estimate import estimate
from peil.tabulate.estimate_json import estimate_json
from peil.tabulate.sample_columns import SampleColumns

DATA = """\
id,colour,size,w,w
1,red,big,1,1
2,NA,big,2,1
3,red,small,1,1
4,blue,,1,1
5,,small,1,1
6,red,NA,4,1
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.csv"
    path.write_text(DATA.replace("w,w", "w,again"), encoding="utf-8")
    return path


def test_every_option_is_listed_in_every_group(data: Path) -> None:
    whole, big, small = estimate(data, ["colour"], ["size"])
    assert [(table.by, table.group, table.base.n) for table in (whole, big, small)] == [
        (None, None, 4),
        ("size", "big", 1),
        ("size", "small", 1),
    ]
    assert [(cell.option, cell.n, cell.share) for cell in whole.cells] == [
        ("red", 3, 0.75),
        ("blue", 1, 0.25),
    ]
    assert [(cell.option, cell.n, cell.share) for cell in small.cells] == [("red", 1, 1.0), ("blue", 0, 0.0)]
    assert [(cell.se, cell.low, cell.high, cell.deff) for cell in small.cells] == [
        (0.0, None, None, None)
    ] * 2


def test_weights_count_in_shares_and_bases(data: Path) -> None:
    (table,) = estimate(data, ["colour"], weights="w")
    assert (table.base.n, table.base.weighted) == (4, 7.0)
    assert [cell.share for cell in table.cells] == [6 / 7, 1 / 7]


def test_what_says_no_answer_can_be_named(data: Path) -> None:
    (table,) = estimate(data, ["colour"], na=["", "blue"])
    assert [(cell.option, cell.n) for cell in table.cells] == [("red", 3), ("NA", 1)]
    assert table.base.rule == "rows whose answer is not one of: '', 'blue'"


def test_banners_are_apart(data: Path) -> None:
    tables = estimate(data, ["colour", "size"], ["size", "again"])
    assert [(table.question, table.by, table.group) for table in tables] == [
        (question, by, group)
        for question in ("colour", "size")
        for by, group in ((None, None), ("size", "big"), ("size", "small"), ("again", "1"))
    ]


def test_json_is_the_contract(data: Path) -> None:
    found = json.loads(json.dumps(estimate_json(estimate(data, ["colour"], ["size"]))))
    assert list(found[1]) == ["question", "item", "by", "group", "base", "test", "cells"]
    assert (found[1]["item"], found[1]["by"], found[1]["group"]) == (None, "size", "big")
    assert found[1]["cells"][1] == {
        "option": "blue",
        "n": 0,
        "share": 0.0,
        "se": 0.0,
        "low": None,
        "high": None,
        "deff": None,
        "status": "shown",
    }


def test_a_file_of_one_row_has_no_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("a,b\nx,y\n", encoding="utf-8")
    (table,) = estimate(path, ["a"])
    assert [(cell.share, cell.se, cell.low, cell.deff) for cell in table.cells] == [(1.0, None, None, None)]


def test_a_header_alone_gives_an_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    path.write_text("a,w\n", encoding="utf-8")
    (table,) = estimate(path, ["a"], ["a"], "w")
    assert (table.base.n, table.cells) == (0, ())


def test_columns_that_are_not_there_are_told_at_once(data: Path) -> None:
    with pytest.raises(Unusable) as caught:
        estimate(data, ["color"], ["sizes"])
    assert [(problem.code, problem.got, problem.hint) for problem in caught.value.problems] == [
        ("D003", "color", 'Did you mean "colour"?'),
        ("D003", "sizes", 'Did you mean "size"?'),
    ]


def test_a_column_named_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    path.write_text(DATA, encoding="utf-8")
    with pytest.raises(Unusable, match='Several columns are named "w"'):
        estimate(path, ["colour"], weights="w")
    assert estimate(path, ["colour"])


@pytest.mark.parametrize("weight", ["", "NA", "-1", "nan", "inf", "1,5"])
def test_a_weight_that_is_none_is_refused(tmp_path: Path, weight: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(f'a,w\nx,1\nx,"{weight}"\ny,"{weight}"\n', encoding="utf-8")
    with pytest.raises(Unusable) as caught:
        estimate(path, ["a"], weights="w")
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.line, problem.got) == ("D031", 3, weight)
    assert "2 rows" in problem.message


def test_a_row_of_zero_weight_counts_in_n_alone(tmp_path: Path) -> None:
    path = tmp_path / "zero.csv"
    path.write_text("a,w\nx,0\nx,1\ny,1\ny,2\n", encoding="utf-8")
    (table,) = estimate(path, ["a"], weights="w")
    assert (table.base.n, [(cell.n, cell.share) for cell in table.cells]) == (4, [(2, 0.25), (2, 0.75)])


@pytest.mark.parametrize("weight", ["1e308", "1e16", "1e-320", "1e-16", "-inf", "-1e-320", "1_0", "0x1"])
def test_a_weight_that_no_sum_can_hold_is_refused(tmp_path: Path, weight: str) -> None:
    path = tmp_path / "absurd.csv"
    path.write_text(f"a,w\nx,1\ny,{weight}\n", encoding="utf-8")
    with pytest.raises(Unusable) as caught:
        estimate(path, ["a"], weights="w")
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.line, problem.got) == ("D031", 3, weight)
    assert "(1 row)" in problem.message
    assert "1e+15" in problem.hint


def test_a_file_full_of_bad_weights_is_told_in_twenty_lines(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("a,w\n" + "".join(f"x,-{number}\n" for number in range(1, 99)), encoding="utf-8")
    with pytest.raises(Unusable) as caught:
        estimate(path, ["a"], weights="w")
    assert len(caught.value.problems) == 20


WEIGHTS = st.sampled_from(["0", "-0", "1", "1e-15", "1e15", "0.1", "3", "7e14", "2e-15"])
ROW = st.tuples(st.sampled_from(["x", "y", "z", ""]), st.sampled_from(["g", "h", ""]), WEIGHTS)


@pytest.mark.slow
@given(st.lists(ROW, max_size=6))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_weights_that_are_taken_give_shares_and_no_warning(
    tmp_path: Path, rows: list[tuple[str, str, str]]
) -> None:
    path = tmp_path / "any.csv"
    path.write_text("a,g,w\n" + "".join(f"{','.join(row)}\n" for row in rows), encoding="utf-8")
    for table in estimate(path, ["a"], ["g"], "w"):
        for cell in table.cells:
            numbers = (cell.share, cell.se, cell.low, cell.high, cell.deff)
            assert all(number is None or math.isfinite(number) for number in numbers)
            assert cell.share is None or -1e-9 <= cell.share <= 1 + 1e-9
            if cell.share is not None and cell.low is not None and cell.high is not None:
                assert 0 <= cell.low <= cell.share <= cell.high <= 1


def test_a_share_that_rounds_to_one_has_no_interval(tmp_path: Path) -> None:
    path = tmp_path / "apart.csv"
    path.write_text("a,w\nx,1e15\ny,1e-15\nx,1e15\n", encoding="utf-8")
    (table,) = estimate(path, ["a"], weights="w")
    assert [(cell.n, cell.low is None) for cell in table.cells] == [(2, True), (1, False)]


def test_a_group_of_zero_weights_alone_has_a_count_and_no_share(tmp_path: Path) -> None:
    path = tmp_path / "zero.csv"
    path.write_text("a,g,w\nx,g,0\ny,g,0\nx,h,1\ny,h,3\n", encoding="utf-8")
    _, zero, whole = estimate(path, ["a"], ["g"], "w")
    assert (zero.base.n, zero.base.weighted) == (2, 0)
    assert [(cell.n, cell.share, cell.se, cell.low, cell.deff) for cell in zero.cells] == [
        (1, None, None, None, None)
    ] * 2
    assert [cell.share for cell in whole.cells] == [0.25, 0.75]


def test_a_name_given_twice_counts_once(data: Path) -> None:
    found = estimate(data, ["colour", "colour"], ["size", "size"])
    assert found == estimate(data, ["colour"], ["size"])


def test_a_table_of_more_than_a_million_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ids.csv"
    path.write_text("id,other\n" + "".join(f"r{row},o{row}\n" for row in range(1001)), encoding="utf-8")
    with pytest.raises(Unusable) as caught:
        estimate(path, ["id"], ["other"])
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.line) == ("T003", 1)
    assert '"id" has 1001 categories, split by the 1001 of "other"' in problem.message
    assert len(estimate(path, ["id"])[0].cells) == 1001


def test_a_table_whose_cells_of_all_units_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ids.csv"
    path.write_text("id,unit\n" + "".join(f"r{row},u{row}\n" for row in range(10_001)), encoding="utf-8")
    with pytest.raises(Unusable) as caught:
        estimate(path, ["id"], sample=SampleColumns(psu=("unit",)))
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.line) == ("T003", 1)
    told = '"id" has 10001 categories in each of 10001 strata or units: more than a hundred million cells.'
    assert problem.message == told


def test_a_table_of_very_many_cells_is_estimated_and_not_tested(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    rows = "".join(f"r{row % 50},g{row % 41},h{row % 3}\n" for row in range(4100))
    path.write_text("a,many,few\n" + rows, encoding="utf-8")
    found = estimate(path, ["a"], ["many", "few"])
    tests = {table.by: table.test for table in found}
    assert tests["many"] is not None
    assert (tests["many"].p, tests["many"].reason) == (None, Untestable.MANY_CELLS)
    assert tests["few"] is not None
    assert tests["few"].p is not None
    assert all(cell.se is not None for table in found for cell in table.cells)


ODD_FILES = {
    "empty": (b"", "The file is empty."),
    "first line empty": (b"\nq\na\n", "The first line is empty."),
    "Latin-1": ("q\nä\n".encode("latin-1"), "This character is not UTF-8."),
    "UTF-16": ("q\na\n".encode("utf-16"), "This file is UTF-16, not UTF-8."),
    "UTF-16 without its mark": (
        "q\na\n".encode("utf-16-le"),
        "Here stands a control character (U+0000), which nobody can see.",
    ),
}


def test_weights_that_a_file_keeps_as_numbers_are_not_read_as_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "data.parquet"
    pq.write_table(pa.table({"q": ["x", "y", "x"], "w": [0.5, 1.25, 2.0], "N": [9.0, 9.0, 9.0]}), path)
    monkeypatch.setattr("peil.formats.parquet_file.plain_number", None)
    (table,) = estimate(path, ["q"], sample=SampleColumns("w", fpc=("N",)))
    assert (table.base.weighted, table.cells[0].share) == (3.75, pytest.approx(2 / 3))


@pytest.mark.parametrize(("content", "message"), ODD_FILES.values(), ids=ODD_FILES)
def test_a_file_that_is_no_table_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(Unusable) as caught:
        estimate(path, ["q"])
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("D001", message)
    assert problem.hint


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unusable) as caught:
        estimate(tmp_path / name, ["q"])
    assert [problem.code for problem in caught.value.problems] == ["D001"]
