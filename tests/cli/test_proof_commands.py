"""``peil check --explain`` and ``peil simulate --cover`` as their users see them."""

import json
from pathlib import Path

import pytest

from peil.cli.main import main
from peil.formats.csv_file import read_responses_csv
from peil.study.reader.read import read_study

STUDY = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"
QUESTIONNAIRE = """\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## tools
if usage is often
How many tools do you use? ___ [0..20]

## course
if tools > 5
Did you follow a course?
- ( ) yes: Yes
- ( ) no: No
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["en"]\n', encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    return folder


def run_json(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    main([*words, "--format", "json"])
    return json.loads(capsys.readouterr().out)


def test_what_is_read_unasked_is_told_only_when_asked_for(study, capsys) -> None:
    assert run_json(capsys, "check", str(study))["problems"] == []
    (told,) = run_json(capsys, "check", str(study), "--explain")["problems"]
    assert (told["code"], told["severity"], told["line"]) == ("Q066", "info", 13)
    assert told["witness"] == [["usage", "never"]]
    assert main(["check", str(study), "--explain"]) == 0


def test_the_cover_visits_everything_with_the_fewest(study, tmp_path, capsys) -> None:
    out = tmp_path / "cover.csv"
    told = run_json(capsys, "simulate", str(study), "--cover", "--out", str(out))
    assert (told["interviews"], told["smallest"], told["beyond"]) == (3, True, [])
    assert told["visited"]["question"] == 3
    dataset = read_responses_csv(out, read_study(study))
    assert dataset.n == 3
    assert dataset.synthetic


@pytest.mark.parametrize("drawn", [("-n", "5"), ("--seed", "1"), ("--break-off", "0.1")])
def test_a_cover_is_not_drawn(study, tmp_path, capsys, drawn) -> None:
    told = run_json(capsys, "simulate", str(study), "--cover", *drawn, "--out", str(tmp_path / "c.csv"))
    assert [problem["code"] for problem in told["problems"]] == ["W002"]
    assert drawn[0] in told["problems"][0]["message"]
    assert not (tmp_path / "c.csv").exists()


def test_a_cover_says_what_no_interview_can_visit(study, tmp_path, capsys) -> None:
    text = QUESTIONNAIRE.replace(
        "- ( ) no: No\n", "- ( ) no: No\n- ( ) late: Too late  {if usage is never}\n"
    )
    (study / "questionnaire.md").write_text(text, encoding="utf-8")
    told = run_json(capsys, "simulate", str(study), "--cover", "--out", str(tmp_path / "c.csv"))
    assert "course.late" in told["beyond"]


@pytest.mark.slow
def test_the_reference_study_is_covered_by_twelve_interviews(tmp_path, capsys) -> None:
    told = run_json(capsys, "simulate", str(STUDY), "--cover", "--out", str(tmp_path / "c.csv"))
    assert (told["interviews"], told["smallest"], told["beyond"]) == (12, True, [])
    assert told["visited"]["question"] == 46
