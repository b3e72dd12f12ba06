"""Parquet and SPSS files, read as the CSV file with the same cells is."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.core.problem import Unusable
from peil.formats.cell_table import CellTable
from peil.formats.file_table import read_file_table

CSV = "name,size,again,share\nx,1,b,0.5\n,2,a,\ny,1,b,1.25\nx,,b,3\n"
COLUMNS = {
    "name": ["x", None, "y", "x"],
    "size": [1, 2, 1, None],
    "again": pa.array(["b", "a", "b", "b"]).dictionary_encode(),
    "share": [0.5, float("nan"), 1.25, 3.0],
}


def told(table: CellTable, names: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], list[int]]]:
    columns = {name: table.columns[table.header.index(name)] for name in names}
    return {name: (column.texts, column.places.tolist()) for name, column in columns.items()}


@pytest.fixture
def csv(tmp_path: Path) -> CellTable:
    path = tmp_path / "data.csv"
    path.write_text(CSV, encoding="utf-8")
    return read_file_table(path)


def test_parquet_is_read_as_csv_is(tmp_path: Path, csv: CellTable) -> None:
    path = tmp_path / "data.anything"
    pq.write_table(pa.table(COLUMNS), path)
    found = read_file_table(path, csv.header)
    assert (found.header, found.n) == (csv.header, csv.n)
    assert told(found, csv.header) == told(csv, csv.header)


def test_spss_is_read_as_csv_is_with_labels_for_values(tmp_path: Path, csv: CellTable) -> None:
    path = tmp_path / "data.sav"
    frame = pa.table({**COLUMNS, "name": ["x", "", "y", "x"], "again": ["b", "a", "b", "b"]}).to_pandas()
    labels = {"size": {1.0: "small", 2.0: "large"}}
    pyreadstat.write_sav(frame, path, variable_value_labels=labels)
    found = read_file_table(path, csv.header)
    names = ("name", "again", "share")
    assert told(found, names) == told(csv, names)
    assert told(found, ("size",)) == {"size": (("small", "large", ""), [0, 1, 0, 2])}


def test_what_spss_declares_missing_is_absent(tmp_path: Path) -> None:
    path = tmp_path / "data.sav"
    frame = pa.table({"q": [1.0, 9.0, 2.0]}).to_pandas()
    pyreadstat.write_sav(frame, path, missing_ranges={"q": [9]})
    assert told(read_file_table(path, ("q",)), ("q",)) == {"q": (("1", "", "2"), [0, 1, 2])}


def test_two_values_with_one_label_stay_two(tmp_path: Path) -> None:
    path = tmp_path / "data.sav"
    frame = pa.table({"q": [1.0, 2.0, 3.0]}).to_pandas()
    pyreadstat.write_sav(frame, path, variable_value_labels={"q": {1.0: "yes", 2.0: "yes", 3.0: "no"}})
    assert told(read_file_table(path, ("q",)), ("q",)) == {"q": (("1", "2", "no"), [0, 1, 2])}


def test_a_label_that_is_another_value_s_text_joins_nothing(tmp_path: Path) -> None:
    path = tmp_path / "data.sav"
    frame = pa.table({"q": [1.0, 2.0, 3.0, 4.0]}).to_pandas()
    pyreadstat.write_sav(frame, path, variable_value_labels={"q": {1.0: "2", 3.0: "three", 4.0: "4"}})
    assert told(read_file_table(path, ("q",)), ("q",)) == {"q": (("1", "2", "three", "4"), [0, 1, 2, 3])}


def test_labels_of_texts_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "data.sav"
    frame = pa.table({"q": ["m", "f", "", "x"]}).to_pandas()
    labels: dict[str, Any] = {"q": {"m": "man", "f": "woman"}}
    pyreadstat.write_sav(frame, path, variable_value_labels=labels)
    assert told(read_file_table(path, ("q",)), ("q",)) == {"q": (("man", "woman", "", "x"), [0, 1, 2, 3])}


def test_only_what_is_wanted_is_read(tmp_path: Path) -> None:
    path = tmp_path / "data.parquet"
    pq.write_table(pa.table(COLUMNS), path)
    found = read_file_table(path, ("name",), ("share",))
    assert [len(column.places) for column in found.columns] == [4, 0, 0, 0]
    assert found.header == ("name", "size", "again", "share")
    np.testing.assert_array_equal(found.numbers["share"], [0.5, np.nan, 1.25, 3.0])


def test_numbers_that_a_file_keeps_as_texts_come_as_texts(tmp_path: Path) -> None:
    path = tmp_path / "data.parquet"
    pq.write_table(pa.table({"w": ["1.5", "2"]}), path)
    found = read_file_table(path, (), ("w",))
    assert (dict(found.numbers), told(found, ("w",))) == ({}, {"w": (("1.5", "2"), [0, 1])})


def test_a_whole_number_beyond_all_floats_is_the_nearest_one(tmp_path: Path) -> None:
    path = tmp_path / "data.parquet"
    pq.write_table(pa.table({"w": [2**53 + 1, 7]}), path)
    found = read_file_table(path, ("w",), ("w",))
    assert found.numbers["w"].tolist() == [float(2**53), 7.0]
    assert told(found, ("w",)) == {"w": ((str(2**53 + 1), "7"), [0, 1])}


@pytest.mark.parametrize("cell", [[1], {"part": 1}])
def test_a_column_of_lists_or_records_is_a_problem(tmp_path: Path, cell: object) -> None:
    path = tmp_path / "data.parquet"
    pq.write_table(pa.table({"a": ["x"], "q": [cell]}), path)
    assert told(read_file_table(path, ("a",)), ("a",)) == {"a": (("x",), [0])}
    with pytest.raises(Unusable, match='Column "q" holds lists or records'):
        read_file_table(path, ("a", "q"))


def test_columns_that_share_a_name_are_read_each(tmp_path: Path) -> None:
    path = tmp_path / "data.parquet"
    pq.write_table(pa.table([[1, 2], [3.5, 3.5], ["x", "y"]], names=["q", "q", "q.r"]), path)
    found = read_file_table(path, ("q",), ("q",))
    assert (found.header, dict(found.numbers)) == (("q", "q", "q.r"), {})
    assert [column.texts for column in found.columns] == [("1", "2"), ("3.5",), ()]


def test_days_are_told_as_days(tmp_path: Path) -> None:
    days = ["2026-11-22", "1999-12-31", "2026-11-22"]
    frame = pa.table({"day": pa.array(days).cast(pa.date32())}).to_pandas()
    pyreadstat.write_sav(frame, tmp_path / "days.sav")
    pq.write_table(pa.table({"day": pa.array(days).cast(pa.timestamp("ns"))}), tmp_path / "days.parquet")
    expected = (("2026-11-22", "1999-12-31"), [0, 1, 0])
    assert told(read_file_table(tmp_path / "days.sav", ("day",)), ("day",)) == {"day": expected}
    (column,) = read_file_table(tmp_path / "days.parquet", ("day",)).columns
    assert [text[:10] for text in column.texts] == ["2026-11-22", "1999-12-31"]


@pytest.mark.parametrize("begins", [b"PAR1", b"$FL2", b"$FL3"])
def test_half_a_file_is_a_problem(tmp_path: Path, begins: bytes) -> None:
    path = tmp_path / "half"
    path.write_bytes(begins + b"\0" * 20)
    with pytest.raises(Unusable) as caught:
        read_file_table(path, ("a",))
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.file) == ("D001", str(path))
    assert problem.hint


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(cells=st.lists(st.none() | st.text(max_size=3) | st.sampled_from(["a", "b"]), max_size=30))
def test_any_texts_come_back_in_the_order_in_which_they_first_occur(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str | None]
) -> None:
    path = tmp_path_factory.mktemp("parquet") / "data.parquet"
    pq.write_table(pa.table({"a": pa.array(cells, pa.string())}), path)
    (column,) = read_file_table(path, ("a",)).columns
    texts = [cell or "" for cell in cells]
    assert [column.texts[place] for place in column.places] == texts
    assert column.texts == tuple(dict.fromkeys(texts))
