"""Every command as its user calls it: in a folder, with text or JSON out, and an exit status."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from peil.cli.main import main
from published_reference import copy_without_texts

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "studies" / "genai-creative-work"


@pytest.fixture
def study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "study"
    assert main(["new", str(folder), "--title", "Working from home"]) == 0
    capsys.readouterr()
    return folder


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> dict[str, Any]:
    assert main([*arguments, "--format", "json"]) == status
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_new_study_has_no_problems(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "check", str(study))
    assert found["problems"] == []
    assert found["questions"] >= 5


def test_a_new_study_is_not_written_over(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    assert main(["new", str(study)]) == 2
    assert str(study) in capsys.readouterr().err
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before


def test_a_problem_has_every_field_of_the_contract(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = study / "questionnaire.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n## extra\nif nothing is here\nMore? ____\n", encoding="utf-8"
    )
    problems = as_json(capsys, "check", str(study), status=1)["problems"]
    unknown = next(problem for problem in problems if problem["code"] == "Q010")
    assert set(unknown) == {"code", "severity", "file", "line", "column", "message", "hint", "witness"}
    assert (unknown["severity"], unknown["file"], unknown["column"]) == ("error", "questionnaire.md", 4)
    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines[unknown["line"] - 1] == "if nothing is here"


def test_a_folder_without_a_questionnaire_is_unusable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, "check", str(tmp_path), status=2)
    assert found["problems"][0]["severity"] == "error"


def test_later_stages_refuse_a_study_with_errors(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = study / "questionnaire.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n## extra\nif nothing is here\nMore? ____\n", encoding="utf-8"
    )
    assert as_json(capsys, "tables", str(study), status=2)["problems"][0]["code"] == "Q010"


def test_the_same_seed_gives_the_same_file(study: Path, tmp_path: Path) -> None:
    one, two, other = tmp_path / "one.csv", tmp_path / "two.csv", tmp_path / "other.csv"
    for out, seed in ((one, "7"), (two, "7"), (other, "8")):
        assert main(["simulate", str(study), "-n", "20", "--seed", seed, "--out", str(out)]) == 0
    assert one.read_bytes() == two.read_bytes() != other.read_bytes()
    rows = list(csv.DictReader(one.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 20
    assert {row["synthetic"] for row in rows} == {"1"}


def test_simulated_responses_can_be_tabulated(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "simulated.csv"
    main(["simulate", str(study), "-n", "60", "--out", str(out), "--break-off", "0.1"])
    capsys.readouterr()
    found = as_json(capsys, "tables", str(study), "--data", str(out))
    assert found["synthetic"] is True
    for table in found["tables"]:
        assert set(table) >= {"question", "item", "by", "group", "base", "cells"}
        assert set(table["base"]) == {"n", "weighted", "rule"}
        for cell in table["cells"]:
            assert set(cell) >= {"option", "n", "share", "se", "low", "high", "status"}


@pytest.mark.slow
def test_released_tables_hide_small_groups(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_without_texts(tmp_path / "study")
    arguments = ("tables", str(folder), "--rows", "usage", "--by", "employment")
    shown = {table["group"]: table for table in as_json(capsys, *arguments)["tables"]}
    assert shown["other"]["base"]["n"] == 6
    released = {table["group"]: table for table in as_json(capsys, *arguments, "--released")["tables"]}
    hidden = released["other"]
    assert hidden["base"]["n"] is None
    assert {cell["status"] for cell in hidden["cells"]} == {"suppressed"}
    assert {value for cell in hidden["cells"] for value in (cell["n"], cell["share"])} == {None}
    assert released[None]["cells"][1]["status"] == "shown"
    often = {group: released[group]["cells"][1] for group in ("zzp", "employer", "employee")}
    left_out = [group for group, cell in often.items() if cell["status"] == "suppressed"]
    assert len(left_out) == 1, "the total less the three others would tell what the six chose"
    caution = {"zzp": "shown", "employer": "indicative", "employee": "indicative"}
    for group in set(often) - set(left_out):
        assert often[group]["status"] == caution[group]
        assert often[group]["share"] == pytest.approx(shown[group]["cells"][1]["share"])


@pytest.mark.slow
def test_a_condition_narrows_the_tables(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "tables", str(REFERENCE), "--rows", "usage", "--where", "employment is employer")
    assert [table["base"]["n"] for table in found["tables"]] == [28]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--rows", "usige"), "Q010"),
        (("--where", "usage is oftn"), "Q012"),
        (("--data", "no-such-file.csv"), "D000"),
    ],
)
def test_what_the_study_does_not_know_is_said(
    arguments: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert as_json(capsys, "tables", str(REFERENCE), *arguments, status=2)["problems"][0]["code"] == code


@pytest.mark.slow
def test_a_report_is_written_and_says_what_is_untrue(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report"
    found = as_json(capsys, "report", str(study), "--to", "html", "--out", str(out))
    assert found["problems"] == []
    assert [Path(name).name for name in found["files"]] == ["report.en.html"]
    page = next((study / "report").rglob("*.md"))
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\n[999]{= fact analysed} people answered.\n", encoding="utf-8")
    found = as_json(capsys, "report", str(study), "--to", "html", "--out", str(out), status=1)
    assert [problem["line"] for problem in found["problems"]] == [len(text.splitlines()) + 2]


@pytest.mark.slow
def test_the_audit_gives_every_claim_a_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "audit", str(REFERENCE))
    verdicts = [claim["verdict"] for claim in found["claims"]]
    assert (verdicts.count("holds"), verdicts.count("differs"), verdicts.count("unchecked")) == (540, 16, 42)
    assert all(set(claim) >= {"id", "verdict", "printed", "computed"} for claim in found["claims"])


@pytest.mark.slow
def test_an_audit_in_words_says_what_holds_means(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", str(REFERENCE)])
    assert "synthetic" in capsys.readouterr().out.lower()


def test_any_file_can_be_estimated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("q,g,w\nyes,a,1\nno,a,2\nyes,b,1\n,b,5\n", encoding="utf-8")
    found = as_json(capsys, "estimate", str(path), "--rows", "q", "--by", "g", "--weights", "w")
    tables = {table["group"]: table for table in found["tables"]}
    assert tables[None]["base"]["n"] == 3
    assert tables[None]["base"]["weighted"] == pytest.approx(4)
    shares = {
        group: {cell["option"]: cell["share"] for cell in table["cells"]} for group, table in tables.items()
    }
    assert shares["a"] == {"yes": pytest.approx(1 / 3), "no": pytest.approx(2 / 3)}
    assert shares["b"] == {"yes": 1, "no": 0}


@pytest.mark.parametrize("arguments", [["check", "--help"], ["--help"], ["estimate", "--help"]])
def test_help_shows_an_example_or_the_commands(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 0
    assert "peil" in capsys.readouterr().out
