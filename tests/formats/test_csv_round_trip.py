from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import pytest
from csv_survey import PLAN, make_study
from hypothesis import example, given, settings
from hypothesis import strategies as st

from peil.data.to_responses import to_responses
from peil.formats.cell_table import ROWS_AT_ONCE
from peil.formats.csv_file import read_responses_csv, write_responses_csv
from peil.interview.answers import Answers
from peil.interview.simulate import simulate
from peil.interview.walk import to_response
from peil.study.quota import QUOTA_FULL
from peil.study.study import Study

AWKWARD = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)


@cache
def study() -> Study:
    return make_study(Path(mkdtemp()))


def written(folder: Path, responses: object, **style: bool) -> bytes:
    path = folder / "data.csv"
    write_responses_csv(path, study(), responses, **style)  # type: ignore[arg-type]
    return path.read_bytes()


@pytest.mark.parametrize("style", [{}, {"labels": True}, {"codes": True}], ids=["ids", "labels", "codes"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_read_is_written_byte_for_byte(tmp_path: Path, style: dict[str, bool], seed: int) -> None:
    first = written(tmp_path, simulate(study(), 40, seed, 0.05), **style)
    found = read_responses_csv(tmp_path / "data.csv", study())
    assert found.problems == ()
    assert written(tmp_path, found, **style) == first


@pytest.mark.parametrize("style", [{"labels": True}, {"codes": True}], ids=["labels", "codes"])
def test_labels_and_codes_read_as_the_ids_do(tmp_path: Path, style: dict[str, bool]) -> None:
    responses = tuple(simulate(study(), 60, 5, 0.05))
    by_id = written(tmp_path, responses)
    written(tmp_path, responses, **style)
    assert written(tmp_path, read_responses_csv(tmp_path / "data.csv", study())) == by_id


def test_labels_and_codes_stand_in_the_cells(tmp_path: Path) -> None:
    one = [to_response(study(), "r1", Answers({"usage": "often"}, frozenset({"usage"})))]
    assert ",Vaak," in written(tmp_path, one, labels=True).decode()
    assert ",3," in written(tmp_path, one, codes=True).decode()
    with pytest.raises(ValueError, match="not both"):
        written(tmp_path, one, labels=True, codes=True)


def test_a_label_that_could_be_misread_gives_way_to_the_id(tmp_path: Path) -> None:
    """The label of ``rarely`` is the code of ``often``; ``never`` and ``never2`` share theirs."""
    some = [
        to_response(study(), option, Answers({"usage": option}, frozenset({"usage"})))
        for option in ("rarely", "never", "never2")
    ]
    text = written(tmp_path, some, labels=True).decode()
    assert all(f",{option}," in text for option in ("rarely", "never", "never2"))


@pytest.mark.slow
@example(["a\rb", "\r", " "])
@given(st.lists(AWKWARD, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_but_white_space_alone_survives(texts: list[str]) -> None:
    folder = Path(mkdtemp())
    pages = frozenset(study().route.pages)
    values = {"usage": "dk", "amount": 1, "grade": 3}
    responses = [
        to_response(study(), f"r{number}", Answers(values | {"remarks": text}, pages))
        for number, text in enumerate(texts)
    ]
    first = written(folder, responses)
    found = read_responses_csv(folder / "data.csv", study())
    assert list(found.columns["remarks"]) == [text if text.strip() else "" for text in texts]
    assert written(folder, found) == first


def test_a_file_with_some_columns_keeps_them_and_their_order(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    text = "usage,id,last_page\nrarely,a,usage\nother,b,usage\n"
    path.write_text(text, encoding="utf-8")
    found = read_responses_csv(path, study())
    assert [problem.code for problem in found.problems] == ["D022"]
    assert written(tmp_path, found).decode() == text


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes("\ufeffid,usage,last_page\r\na,often,usage\r\n".encode())
    assert list(read_responses_csv(path, study()).columns["usage"]) == [0]


def test_ticks_of_a_question_left_blank_may_be_zero_or_empty(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    head = "id,last_page,usage,reasons.speed,reasons.cost,reasons.none\n"
    path.write_text(
        f"{head}a,reasons,often,0,0,0\nb,reasons,often,,,\nc,reasons,never,,,\n", encoding="utf-8"
    )
    assert list(read_responses_csv(path, study()).states["reasons"]) == [1, 1, 0]


def test_a_missing_option_in_place_of_a_step(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    text = "id,last_page,usage,amount,grade\na,grade,never,1,dk\nb,grade,never,1,no\nc,grade,never,1,7\n"
    path.write_text(text, encoding="utf-8")
    found = read_responses_csv(path, study())
    assert list(found.states["grade"]) == [2, 2, 3]
    assert np.array_equal(found.columns["grade"], [np.nan, np.nan, 7.0], equal_nan=True)
    assert written(tmp_path, found).decode() == text


def test_weights_and_made_rows_are_kept(tmp_path: Path) -> None:
    weighted = make_study(tmp_path, PLAN)
    path = tmp_path / "data.csv"
    text = "id,synthetic,last_page,usage,weight\na,1,usage,often,0.5\nb,0,usage,rarely,2\n"
    path.write_text(text, encoding="utf-8")
    found = read_responses_csv(path, weighted)
    assert list(found.columns["weight"]) == [0.5, 2.0]
    assert found.synthetic
    write_responses_csv(path, weighted, found)
    assert path.read_text(encoding="utf-8") == text


def test_contact_details_are_never_written(tmp_path: Path) -> None:
    pages = frozenset(study().route.pages)
    values = {"usage": "dk", "amount": 1, "grade": 3, "address.email": "iemand@example.org"}
    text = written(tmp_path, [to_response(study(), "a", Answers(values, pages))])
    assert b"example.org" not in text
    assert b"address.email" not in text


def test_an_empty_file_of_rows(tmp_path: Path) -> None:
    first = written(tmp_path, ())
    assert written(tmp_path, read_responses_csv(tmp_path / "data.csv", study())) == first


def test_rows_after_many_empty_lines_are_read(tmp_path: Path) -> None:
    written(tmp_path, simulate(study(), 2, 1, 0))
    path = tmp_path / "data.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, rows[0], *[""] * 3 * ROWS_AT_ONCE, rows[1], ""]), encoding="utf-8")
    assert read_responses_csv(path, study()).n == 2


def test_who_came_when_the_quota_was_full_is_read_and_written(tmp_path: Path) -> None:
    answers = Answers({"usage": "often"}, frozenset({"usage"}))
    full = replace(to_response(study(), "r1", answers), outcome=QUOTA_FULL)
    left = to_response(study(), "r2", answers)
    first = written(tmp_path, [full, left])
    found = read_responses_csv(tmp_path / "data.csv", study())
    assert found.problems == ()
    assert found.rows is not None
    assert found.rows.outcomes.tolist() == [QUOTA_FULL, ""]
    assert written(tmp_path, found) == first
    assert [one.outcome for one in to_responses(found)] == [QUOTA_FULL, None]
