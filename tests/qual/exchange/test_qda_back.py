"""``peil qda --read``: codings that come back from a tool."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from exchanged_study import ANSWERS, write_study
from exchanged_work import Capture, codings, edited, estranged, give, read, run, told, written
from peil.qual.exchange.guid import make_guid
from peil.qual.exchange.study_guids import answer_key


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return write_study(tmp_path / "study")


def test_a_file_that_nobody_touched_changes_nothing(study: Path, tmp_path: Path, capsys: Capture) -> None:
    before = codings(study)
    run(capsys, study, "--out", str(tmp_path / "p.qdpx"), "--with-identifiers")
    for coder in ("mt", "jp"):
        found = run(capsys, study, "--read", str(tmp_path / "p.qdpx"), "--coder", coder)
        assert (found["problems"], found["codings"], found["status"]) == ([], {"remarks": 0}, 0)
    assert codings(study) == before


def test_work_in_a_tool_becomes_the_coders(study: Path, capsys: Capture) -> None:
    """The tool drew all GUIDs anew, wrote lines as Windows does, and knows the coder by another name."""
    project = give(written(capsys, study), "r6", "Lof", "Tempo")
    found = read(capsys, study, estranged(project), "--coder", "mt")
    assert (told(found), found["codings"]) == ([], {"remarks": 1})
    lines = [one.rsplit(",", 2)[0] for one in codings(study)]
    assert "r6,mt,tempo praise" in lines
    assert len(lines) == 5


def test_what_a_coder_finds_is_not_written_over(study: Path, capsys: Capture) -> None:
    before = codings(study)
    project = give(written(capsys, study), "r1", "Lof")
    found = read(capsys, study, project, "--coder", "mt")
    assert told(found) == [("X006", '"mt" gave this answer income, and praise in the file.')]
    assert found["problems"][0]["file"] == "coding/remarks.csv"
    assert (found["status"], codings(study)) == (1, before)
    found = read(capsys, study, project, "--coder", "mt", "--replace")
    assert found["codings"] == {"remarks": 1}
    assert any(one.startswith("r1,mt,praise,") for one in codings(study))


def test_one_error_keeps_everything_from_being_written(study: Path, capsys: Capture) -> None:
    before = codings(study)
    project = give(give(written(capsys, study), "r6", "Lof"), "r1", "Lof")
    assert read(capsys, study, project, "--coder", "mt")["files"] == []
    assert codings(study) == before


def test_changed_words_are_told_with_their_line_and_not_taken_over(study: Path, capsys: Capture) -> None:
    project = give(written(capsys, study), "r6", "Lof")
    project = edited(project, "remarks", lambda one: replace(one, text=one.text.replace("haken", "HAKEN")))
    found = read(capsys, study, project, "--coder", "mt")
    ((code, message),) = told(found)
    line = (
        project.sources[0].text[: project.sources[0].text.index(answer_key("remarks", "r6"))].count("\n") + 1
    )
    assert (code, found["problems"][0]["line"]) == ("X005", line)
    assert "other words" in message
    assert found["codings"] == {"remarks": 0}


def test_white_space_and_composed_accents_are_no_change(study: Path, capsys: Capture) -> None:
    project = give(written(capsys, study), "r6", "Lof")
    project = edited(
        project,
        "remarks",
        lambda one: replace(
            one, text=one.text.replace("[tussen haken] e\u0301e\u0301n", "[tussen  haken]  één ")
        ),
    )
    found = read(capsys, study, project, "--coder", "mt")
    assert (told(found), found["codings"]) == ([], {"remarks": 1})


def test_a_mark_that_is_nobodys_or_stands_twice_is_told(study: Path, capsys: Capture) -> None:
    project = written(capsys, study)
    key, other = answer_key("remarks", "r6"), answer_key("remarks", "r1")
    twice = edited(project, "remarks", lambda one: replace(one, text=one.text.replace(key, other)))
    assert [code for code, _ in told(read(capsys, study, twice, "--coder", "mt"))] == ["X005", "X005"]
    strange = edited(project, "remarks", lambda one: replace(one, text=one.text.replace(key, "0" * 12)))
    assert [code for code, _ in told(read(capsys, study, strange, "--coder", "mt"))] == ["X005"]


def test_two_strangers_are_never_one_coder(study: Path, capsys: Capture) -> None:
    project = give(give(written(capsys, study), "r6", "Lof"), "r3", "Tempo", by="Bo")
    found = read(capsys, study, project, "--coder", "mt")
    assert [code for code, _ in told(found)] == ["X006"]
    assert "Ann, Bo" in told(found)[0][1]
    found = read(capsys, study, project, "--coder", "jp", "--user", "ann")
    assert found["codings"] == {"remarks": 1}
    assert any(one.startswith("r6,jp,praise,") for one in codings(study))
    assert [code for code, _ in told(read(capsys, study, project, "--coder", "jp", "--user", "Cy"))] == [
        "X009"
    ]


def test_the_other_coders_work_stays_theirs(study: Path, capsys: Capture) -> None:
    project = give(written(capsys, study), "r6", "Lof", by="jp")
    assert read(capsys, study, project, "--coder", "mt")["codings"] == {"remarks": 0}
    assert read(capsys, study, project, "--coder", "jp")["codings"] == {"remarks": 1}


def test_a_piece_over_two_answers_counts_for_both_and_a_mark_for_its_own(
    study: Path, capsys: Capture
) -> None:
    project = written(capsys, study)
    project = give(project, "r6", "Lof")
    source = project.sources[0]
    new = source.selections[-1]
    order = sorted(ANSWERS, key=lambda one: answer_key("remarks", one))
    here = order.index("r6")
    after = next(one for one in order[here + 1 :] if answer_key("remarks", one) in source.text)
    mark = source.text.index(answer_key("remarks", "r6"))
    end = source.text.index(answer_key("remarks", after)) + 16
    for start, stop, holders in (
        (mark, end, {"r6", after}),
        (mark, mark + 5, {"r6"}),
        (mark, end - 16, {"r6"}),
    ):
        moved = replace(new, start=start, end=stop)
        given = edited(project, "remarks", lambda one, moved=moved: replace(one, selections=(moved,)))
        folder = write_study(study.parent / f"{start}-{stop}", codings=())
        read(capsys, folder, given, "--coder", "mt")
        assert {one.split(",")[0] for one in codings(folder)} == holders


def test_a_coder_whom_the_frame_does_not_name_is_told(study: Path, capsys: Capture) -> None:
    project = give(written(capsys, study), "r6", "Lof")
    assert [code for code, _ in told(read(capsys, study, project, "--coder", "xx"))] == ["X009"]
    assert [code for code, _ in told(read(capsys, study, project, "--coder", "X x"))] == ["X009"]


def test_a_file_of_another_study_is_told(study: Path, capsys: Capture) -> None:
    project = edited(
        written(capsys, study, "--talks"), "talk1", lambda one: replace(one, guid=make_guid("z"), name="z")
    )
    assert [code for code, _ in told(read(capsys, study, project, "--coder", "mt"))] == ["X004", "X009"]


def test_a_coding_of_other_words_makes_way(study: Path, capsys: Capture) -> None:
    """It says nothing of the words that there are now, so nobody has to choose."""
    project = give(written(capsys, study), "r1", "Lof")
    path = study / "coding/remarks.csv"
    path.write_text(re.sub(r"(?m)^(r1,mt,income),\w+", r"\1,0000", path.read_text()), encoding="utf-8")
    found = read(capsys, study, project, "--coder", "mt")
    assert (told(found), found["codings"]) == ([], {"remarks": 1})
    assert any(one.startswith("r1,mt,praise,") for one in codings(study))
