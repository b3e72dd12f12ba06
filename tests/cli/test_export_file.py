"""What an export holds, who can read it, and what it may be written over."""

import json
import stat
from pathlib import Path

import pytest
from store_and_files import (
    HEAD,
    PAPER,
    PLAN,
    answer,
    begin,
    bring_in,
    opened,
    rows,
    take_out,
    write,
)

from peil.formats import exported_file
from peil.formats.csv_file import write_responses_csv


def test_a_web_interview_is_exported_without_contact_details_and_unfinished_pages(
    study: Path, store_url: str, tmp_path: Path
) -> None:
    with opened(study, store_url) as store:
        for name in ("b", "a", "c"):
            begin(store, name)
        answer(store, study, "a", "usage", usage="rarely")
        answer(store, study, "a", "who", who__name="Iemand", who__email="iemand@example.org")
        answer(store, study, "a", "remarks", remarks="Klaar")
        answer(store, study, "b", "usage", usage="often")
        answer(store, study, "b", "reasons", draft=True)
    out = tmp_path / "out.csv"
    assert take_out(study, out, store_url) == 0
    assert out.read_text(encoding="utf-8") == (
        f"{HEAD}id a,0,remarks,complete,rarely,,,,Klaar\nid b,0,usage,,often,,,,\nid c,0,,,,,,,\n"
    )
    assert take_out(study, out, store_url, "--complete") == 0
    assert [row[0] for row in rows(out)] == ["id", "id a"]


def test_an_export_can_be_read_by_its_owner_alone_and_says_what_it_holds(
    study: Path, paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(study, paper, tmp_path / "store") == 0
    out = tmp_path / "new" / "deep" / "out.csv"
    capsys.readouterr()
    assert take_out(study, out, tmp_path / "store", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "interviews": 3,
        "complete": 1,
        "file": str(out),
        "synthetic": False,
        "batch": 1,
        "counts": str(out.with_name("out.fieldwork.json")),
        "problems": [],
    }
    written = {out, out.with_name("out.fieldwork.json")}
    assert {*out.parent.iterdir()} == written
    assert {stat.S_IMODE(one.stat().st_mode) for one in written} == {0o600}


def test_an_earlier_export_is_written_over_and_stays_private(
    study: Path, paper: Path, tmp_path: Path
) -> None:
    place, out = tmp_path / "store", tmp_path / "out.csv"
    assert bring_in(study, paper, place) == 0
    with opened(study, place) as store:
        begin(store, "a")
        answer(store, study, "a", "usage", usage="rarely")
    assert take_out(study, out, place, "--labels") == 0
    with opened(study, place) as store:
        answer(store, study, "a", "usage", usage="often")
        begin(store, "b")
    out.chmod(0o644)
    assert take_out(study, out, place) == 0
    assert [row[0] for row in rows(out)] == ["id", "id a", "id b", "p1", "p2", "p3"]
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert take_out(study, paper, place, "--complete") == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEAD}other,0,usage,,often,,,,\n", "1 row (other) stands in this file, and not in the store"),
        (f"{PAPER}x1,0,,,,,,,\nx2,0,,,,,,,\nx3,0,,,,,,,\nx4,0,,,,,,,\n", "4 rows (x1, x2, x3, …)"),
        (
            PAPER.replace("often,1,0,,Dank", "often,0,1,,Dank"),
            "1 row (p1) stands in this file with other answers",
        ),
        (PAPER.replace("p3,0", "p3,1"), "1 row (p3)"),
        (PAPER.replace("usage,not_using", "usage,"), 'Row "p3": there is no outcome'),
        (f"{HEAD.strip()},weight\np3,0,usage,not_using,never,,,,,2\n", 'column of weights, "weight"'),
        (f"{HEAD.strip()},mine\np3,0,usage,not_using,never,,,,,2\n", "isn't data of this study"),
        ("# questionnaire\n", "isn't data of this study"),
        ("", "isn't data of this study"),
    ],
)
def test_nothing_is_written_over_that_the_store_does_not_have(
    study: Path, paper: Path, tmp_path: Path, text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(study / "plan.toml", PLAN)
    assert bring_in(study, paper, tmp_path / "store") == 0
    out = write(tmp_path / "out.csv", text)
    assert take_out(study, out, tmp_path / "store") == 2
    err = capsys.readouterr().err
    assert "D034" in err
    assert told in err
    assert out.read_text(encoding="utf-8") == text


def test_what_was_erased_is_not_quietly_left_in_an_old_export(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, out = tmp_path / "store", tmp_path / "out.csv"
    with opened(study, place) as store:
        begin(store, "a")
        begin(store, "b")
    assert take_out(study, out, place) == 0
    with opened(study, place) as store:
        assert store.erase("key a", "contact a")
    assert take_out(study, out, place) == 2
    assert "If they were erased, delete this file and export again" in capsys.readouterr().err
    out.unlink()
    assert take_out(study, out, place) == 0
    assert [row[0] for row in rows(out)] == ["id", "id b"]


@pytest.mark.parametrize("name", ["questionnaire.md", "absent.txt", "absent"])
def test_a_name_that_is_no_csv_file_is_refused(
    study: Path, paper: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(study, paper, tmp_path / "store") == 0
    assert take_out(study, study / name, tmp_path / "store") == 2
    assert "D034" in capsys.readouterr().err


def test_a_crash_while_writing_leaves_the_earlier_export(
    study: Path, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, out = tmp_path / "store", tmp_path / "out.csv"
    assert bring_in(study, paper, place) == 0
    assert take_out(study, out, place) == 0
    before = out.read_bytes()

    def fail(path: Path, *arguments: object, **named: object) -> None:
        write_responses_csv(path, *arguments, **named)  # type: ignore[arg-type]
        path.write_text("id,syn", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exported_file, "write_responses_csv", fail)
    assert take_out(study, out, place) == 2
    assert out.read_bytes() == before
    left = {"study", "store", "paper.csv", "out.csv", "out.fieldwork.json"}
    assert {path.name for path in tmp_path.iterdir()} == left


def test_a_store_that_is_not_there_is_not_made_by_an_export(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take_out(study, tmp_path / "out.csv", tmp_path / "store", "--format", "json") == 2
    told = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in told.pop("problems")] == ["D036"]
    assert told == {"interviews": 0, "complete": 0}
    assert {path.name for path in tmp_path.iterdir()} == {"study"}


def test_an_empty_store_gives_a_file_without_rows(study: Path, tmp_path: Path) -> None:
    with opened(study, tmp_path / "store"):
        pass
    assert take_out(study, tmp_path / "out.csv", tmp_path / "store") == 0
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == HEAD


def test_made_rows_are_told(
    study: Path, paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(paper, PAPER.replace("p3,0", "p3,1"))
    assert bring_in(study, paper, tmp_path / "store") == 0
    assert take_out(study, tmp_path / "out.csv", tmp_path / "store") == 0
    assert "3 interviews (1 complete, synthetic ones among them)" in capsys.readouterr().out


def test_labels_and_codes_exclude_each_other(study: Path, tmp_path: Path) -> None:
    assert take_out(study, tmp_path / "out.csv", tmp_path / "store", "--labels", "--codes") == 2
