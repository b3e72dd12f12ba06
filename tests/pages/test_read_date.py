"""Dates typed in three parts."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.pages.read_date import date_parts, read_date


@given(st.dates())
def test_a_date_shown_reads_back(date: dt.date) -> None:
    assert read_date(date_parts(date.isoformat())) == date.isoformat()


@pytest.mark.parametrize("parts", [("1", "2", "1980"), ("01", "02", "1980"), (" 1", "2 ", "１９８０")])
def test_a_date_is_read(parts: tuple[str, str, str]) -> None:
    assert read_date(parts) == "1980-02-01"


@pytest.mark.parametrize(
    "parts",
    [
        ("30", "2", "1980"),
        ("29", "2", "1981"),
        ("0", "2", "1980"),
        ("1", "13", "1980"),
        ("1", "2", "80"),
        ("1", "2", "0000"),
        ("1", "2", "19800"),
        ("1", "2", ""),
        ("", "2", "1980"),
        ("1", "feb", "1980"),
        ("-1", "2", "1980"),
        ("1.", "2", "1980"),
    ],
)
def test_what_is_no_date_is_not_guessed(parts: tuple[str, str, str]) -> None:
    assert read_date(parts) is None


@given(st.tuples(st.text(), st.text(), st.text()))
def test_nothing_typed_raises(parts: tuple[str, str, str]) -> None:
    assert read_date(parts) is None or len(parts[2].strip()) == 4
