"""``peil show`` as its user calls it."""

import json
from pathlib import Path
from typing import Any

import pytest

from peil.cli.main import main

QUESTIONNAIRE = """\
# who: About you

## employment
What are you?
- ( ) zzp: Freelancer
- ( ) staff: Employee

---

## boss
if employment is staff
Who leads you? ____
"""
SETTINGS = """\
[about]
title = "Work"
languages = ["en"]

[roles]
zzp = { if = "employment is zzp", label = "freelancer" }
rest = { if = "otherwise", label = "others" }
"""


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    return folder


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> dict[str, Any]:
    assert main([*arguments, "--format", "json"]) == status
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.slow
def test_the_questionnaire_is_written_as_a_page(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(study)]) == 0
    assert capsys.readouterr().out == "out/show/questionnaire.en.html\n"
    page = Path("out/show/questionnaire.en.html").read_text(encoding="utf-8")
    assert "Asked of those who answered “Employee”" in page


@pytest.mark.slow
def test_every_format_is_written_where_it_was_asked(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "show", str(study), "--to", "html,pdf,docx", "--out", "here")
    assert found == {
        "files": [f"here/questionnaire.en.{name}" for name in ("html", "pdf", "docx")],
        "problems": [],
    }
    starts = [Path(name).read_bytes()[:4] for name in found["files"]]
    assert starts == [b"<!do", b"%PDF", b"PK\x03\x04"]


def test_one_role_has_a_file_of_its_own(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "show", str(study), "--role", "zzp")
    assert found["files"] == ["out/show/questionnaire.zzp.en.html"]
    page = Path(found["files"][0]).read_text(encoding="utf-8")
    assert "Who leads you?" not in page
    assert as_json(capsys, "show", str(study), "--role", "all")["files"] == ["out/show/questionnaire.en.html"]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--role", "boss", 'The study has no role "boss".'),
        ("--language", "de", 'The study is not in the language "de".'),
        ("--to", "odt", "Argument --to: odt: choose from html, pdf, docx."),
        ("--to", ",", "Argument --to: nothing: choose from html, pdf, docx."),
    ],
)
def test_what_there_is_not_is_refused(
    study: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, message: str
) -> None:
    found = as_json(capsys, "show", str(study), option, value, status=2)
    assert found["files"] == []
    assert [(problem["code"], problem["message"]) for problem in found["problems"]] == [("W002", message)]
    assert not Path("out").exists()


def test_a_study_with_errors_is_not_shown(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = study / "questionnaire.md"
    page.write_text(QUESTIONNAIRE.replace("employment is staff", "work is staff"), encoding="utf-8")
    assert as_json(capsys, "show", str(study), status=2)["problems"][0]["code"] == "Q010"


def test_a_report_still_refuses_what_it_can_not_write(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, "report", str(study), "--to", "odt", status=2)
    known = "html, pdf, docx, pptx, press, xlsx"
    assert found["problems"][0]["message"] == f"Argument --to: odt: choose from {known}."
