"""Codings become columns with a state per cell, and what is wrong with them is told."""

from pathlib import Path

import pytest

from peil import line as stages
from peil.core.problem import Severity, Unusable, has_errors
from peil.data.build import data_variables
from peil.data.dataset import Dataset
from peil.interview.state import State
from peil.study.coding import answer_mark
from peil.study.reader.read import read_study
from remarks_study import ALL, FRAME, HEADER, ROWS, line, write_coded


def dataset(folder: Path, codings: str = ALL, files=None) -> Dataset:
    study = read_study(write_coded(folder, codings, files))
    return stages.read_analysis_set(study, None)


def told(found: Dataset) -> dict[str, str]:
    return {one.code: str(one) for one in found.problems if one.code.startswith("D05")}


def states(found: Dataset, item: str = "remarks.coded") -> list[State]:
    return [State(int(state)) for state in found.states[item]]


def shares(found: Dataset, where: str | None = None) -> dict[str, tuple[int, int]]:
    (table,) = stages.make_tables(found, rows=["remarks.coded"], where=where)
    return {cell.option: (cell.n, table.base.n) for cell in table.cells}


def test_states_are_those_of_the_question_and_codes_are_counted(tmp_path: Path) -> None:
    found = dataset(tmp_path)
    assert told(found) == {}
    left = [State.NOT_ASKED, State.BLANK, State.LEFT_BEFORE]
    assert states(found) == [*[State.ANSWERED] * 5, *left]
    assert list(found.columns["remarks.coded.income"]) == [
        True,
        False,
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    assert shares(found) == {"income": (3, 5), "rights": (1, 5), "tool": (1, 5), "net:worries": (3, 5)}
    assert shares(found, where="remarks.coded has rights")["income"] == (1, 1)


def test_an_item_with_one_code_counts_who_has_none_in_the_base(tmp_path: Path) -> None:
    frame = FRAME.replace('status = "final"', 'status = "final"\nkind = "single"')
    found = dataset(tmp_path, ALL.replace("income rights", "rights"), {"coding/remarks.toml": frame})
    assert list(found.columns["remarks.coded"]) == [0, -1, 0, 1, 2, -1, -1, -1]
    assert shares(found) == {"income": (2, 5), "rights": (1, 5), "tool": (1, 5), "net:worries": (3, 5)}
    by = stages.make_tables(found, rows=["usage"], by=["remarks.coded"])
    assert [(one.group, one.base.n) for one in by] == [(None, 8), ("income", 2), ("rights", 1), ("tool", 1)]
    assert len(stages.make_tables(found, rows=["usage"], where="remarks.coded is not tool")) == 1


def test_an_answer_without_a_final_code_is_out_of_the_base_and_stops_publishing(tmp_path: Path) -> None:
    without = ALL.replace(line("r2", "bo", ""), "").replace(
        line("r3", "bo", "income"), line("r3", "bo", "tool")
    )
    found = dataset(tmp_path, without)
    assert states(found)[1:3] == [State.NOT_CODED] * 2
    assert shares(found)["income"] == (2, 3)
    assert "2 of 5 answers to remarks have no final code (r2, r3)" in told(found)["D059"]
    assert "1 answer was coded differently" in told(found)["D058"]
    assert has_errors(found.problems)


def test_nothing_coded_yet_is_told_for_a_final_frame_only(tmp_path: Path) -> None:
    assert "5 of 5 answers" in told(dataset(tmp_path / "a", HEADER))["D059"]
    trial = {"coding/remarks.toml": FRAME.replace("final", "coding")}
    assert told(dataset(tmp_path / "b", HEADER, trial)) == {}


def test_a_decision_stands_above_the_coders(tmp_path: Path) -> None:
    decided = ALL.replace(line("r5", "bo", "tool"), line("r5", "bo", "income")) + line(
        "r5", "final", "rights"
    )
    found = dataset(tmp_path, decided)
    assert told(found) == {}
    assert found.columns["remarks.coded.rights"][4]


def test_a_changed_answer_must_be_coded_again(tmp_path: Path) -> None:
    rows = ROWS.replace("Fewer assignments than before\n", "More assignments than before\n")
    found = dataset(tmp_path, files={"data/responses.csv": rows})
    assert states(found)[0] is State.NOT_CODED
    assert "1 answer was changed after being coded (r1)" in told(found)["D056"]
    assert "1 of 5" in told(found)["D059"]


def test_codings_of_nobody_and_with_unknown_codes_are_told(tmp_path: Path) -> None:
    text = ALL.replace(line("r5", "an", "tool"), line("r5", "an", "toool"))
    found = dataset(tmp_path, f"{text}r99,an,income,0011,\n")
    assert "r99" in told(found)["D055"]
    assert "r5: toool" in told(found)["D057"]
    assert [one.severity for one in found.problems if one.code == "D057"] == [Severity.ERROR]
    assert states(found)[4] is State.NOT_CODED


def test_text_beside_an_option_is_asked_of_who_chose_it(tmp_path: Path) -> None:
    marks = {
        name: answer_mark("reasons.other.text", name, text)
        for name, text in {"r2": "For fun", "r4": "For the money"}.items()
    }
    text = HEADER + "".join(
        f"{name},{who},income,{mark},\n" for name, mark in marks.items() for who in ("an", "bo")
    )
    found = dataset(
        tmp_path, files={"coding/reasons.other.text.toml": FRAME, "coding/reasons.other.text.csv": text}
    )
    kept = states(found, "reasons.other.coded")
    assert kept[:5] == [State.NOT_ASKED, State.ANSWERED, State.BLANK, State.ANSWERED, State.NOT_ASKED]
    (table,) = stages.make_tables(found, rows=["reasons.other.coded"])
    assert table.base.n == 2
    assert "Other" in table.base.rule


def test_only_rows_that_are_analysed_need_a_code(tmp_path: Path) -> None:
    plan = '[analysis]\n[[exclusions]]\ninterview = "r5"\non = 2026-01-01\nreason = "A test"\n'
    text = ALL.replace(line("r5", "an", "tool"), "").replace(line("r5", "bo", "tool"), "")
    assert told(dataset(tmp_path, text, {"plan.toml": plan})) == {}


def test_a_data_file_has_no_column_of_codes(tmp_path: Path) -> None:
    assert not [name for name in data_variables(read_study(write_coded(tmp_path))) if "coded" in name]
    rows = ROWS.replace("remarks\n", "remarks.coded\n", 1)
    with pytest.raises(Unusable) as refused:
        dataset(tmp_path, files={"data/responses.csv": rows})
    assert [one.code for one in refused.value.problems] == ["D003"]
