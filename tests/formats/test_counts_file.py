"""The counts of fieldwork beside a data file: read back as written, and used for these data alone."""

import datetime as dt
import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.core.problem import Unusable
from peil.fieldwork.disposition import Disposition
from peil.fieldwork.field_report import UNREPORTED, FieldReport
from peil.fieldwork.response import NoRate, OpenCounts, ResponseCounts
from peil.formats.counts_file import check_counts_place, counts_path, read_counts, write_counts

counted = st.integers(0, 10**9)
COUNTS = st.builds(
    ResponseCounts,
    st.dates(),
    st.booleans(),
    counted,
    counted,
    st.none() | st.dictionaries(st.sampled_from(Disposition), counted),
    st.none() | st.builds(OpenCounts, counted, counted, st.none() | counted),
    st.none() | st.sampled_from(NoRate),
    st.builds(
        FieldReport,
        st.none() | st.dates(),
        st.none() | st.dates(),
        st.none() | counted,
        st.lists(st.text(max_size=5), max_size=2).map(tuple),
    ),
)
SOME = ResponseCounts(
    dt.date(2026, 3, 2), going_on=False, rows=3, complete=2, invited={Disposition.COMPLETE: 2}
)


@given(COUNTS)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, counts: ResponseCounts
) -> None:
    data = tmp_path_factory.mktemp("d") / "responses.csv"
    path = write_counts(data, counts)
    assert path.name == "responses.fieldwork.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_counts(data, counts.rows, counts.complete) == (counts, ())


def test_without_a_file_nothing_is_known_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert read_counts(tmp_path / "responses.csv", 3, 2) == (None, ())


@pytest.mark.parametrize(("rows", "complete"), [(4, 2), (3, 3)])
def test_counts_of_other_rows_are_not_used(tmp_path: Path, rows: int, complete: int) -> None:
    data = tmp_path / "responses.csv"
    write_counts(data, SOME)
    counts, (problem,) = read_counts(data, rows, complete)
    assert counts is None
    assert problem.code == "D043"
    assert f"has {rows}, {complete} of them complete" in problem.message


@pytest.mark.parametrize(
    "changed",
    [
        {"form": "peil fieldwork 2"},
        {"day": "yesterday"},
        {"going_on": 1},
        {"rows": -1},
        {"rows": True},
        {"rows": 3.0},
        {"complete": "2"},
        {"invited": {"9.9": 1}},
        {"invited": {"1.1": -1}},
        {"invited": []},
        {"open": {"begun": 1, "complete": 1}},
        {"open": {"begun": 1, "complete": 1, "visitors": "many"}},
        {"no_response_rate": "because"},
    ],
)
def test_what_was_changed_by_hand_is_not_used(tmp_path: Path, changed: dict[str, object]) -> None:
    data = tmp_path / "responses.csv"
    path = write_counts(data, SOME)
    path.write_text(json.dumps({**json.loads(path.read_text()), **changed}), encoding="utf-8")
    counts, (problem,) = read_counts(data, 3, 2)
    assert (counts, problem.code) == (None, "D042")


@given(st.binary(max_size=60) | st.just(b"[" * 100_000))
def test_whatever_stands_there_is_told_and_not_written_over(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    data = tmp_path_factory.mktemp("d") / "responses.csv"
    counts_path(data).write_bytes(content)
    counts, (problem,) = read_counts(data, 3, 2)
    assert (counts, problem.code) == (None, "D042")
    with pytest.raises(Unusable, match="D034"):
        check_counts_place(data)


def test_an_earlier_one_may_be_written_over(tmp_path: Path) -> None:
    data = tmp_path / "responses.csv"
    check_counts_place(data)
    write_counts(data, SOME)
    check_counts_place(data)


def test_a_file_of_before_there_were_reports_says_nothing_of_days(tmp_path: Path) -> None:
    data = tmp_path / "responses.csv"
    path = write_counts(data, SOME)
    told = json.loads(path.read_text(encoding="utf-8"))
    del told["report"]
    path.write_text(json.dumps(told), encoding="utf-8")
    counts, problems = read_counts(data, SOME.rows, SOME.complete)
    assert problems == ()
    assert counts is not None
    assert counts.report == UNREPORTED


@pytest.mark.parametrize(
    "report",
    [
        3,
        {"opened": "yesterday"},
        {"closed": 3},
        {"approached": -1},
        {"approached": "9"},
        {"versions": "a"},
        {"versions": [3]},
    ],
)
def test_a_report_that_cannot_be_read_makes_the_file_unusable(tmp_path: Path, report: object) -> None:
    data = tmp_path / "responses.csv"
    path = write_counts(data, SOME)
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**told, "report": report}), encoding="utf-8")
    counts, (problem,) = read_counts(data, SOME.rows, SOME.complete)
    assert counts is None
    assert problem.code == "D042"
