"""``peil check`` counts what the study accepts."""

import json
from pathlib import Path

import pytest

from peil.cli.main import main

STUDY = '[about]\ntitle = "AI"\nlanguages = ["en"]\n'
QUESTION = "# use: AI\n\n## a\n{accept}Don't you think that AI helps?\n- ( ) a: Often\n- ( ) b: {label}\n"


def write(folder: Path, *, accept: str = "", label: str = "Rarely") -> str:
    (folder / "study.toml").write_text(STUDY, encoding="utf-8")
    (folder / "plan.toml").write_text("[analysis]\ngroups = []\n", encoding="utf-8")
    text = QUESTION.format(accept=accept, label=label)
    (folder / "questionnaire.md").write_text(text, encoding="utf-8")
    return str(folder)


def test_a_warning_is_told_until_it_is_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert "Q074" in printed.out + printed.err
    assert "1 question checked: 1 warning." in printed.out
    accept = "accept leading_wording: as in the wave of 2023\n"
    assert main(["check", write(tmp_path, accept=accept)]) == 0
    assert capsys.readouterr().out.strip() == "1 question checked: no problems, 1 accepted."


def test_what_is_accepted_is_counted_beside_what_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path, accept="accept leading_wording: as in 2023\n", label="Often")
    assert main(["check", folder]) == 1
    assert "1 question checked: 1 warning, 1 accepted." in capsys.readouterr().out
    assert main(["check", folder, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["questions"], found["accepted"]) == (1, 1)
    assert [problem["code"] for problem in found["problems"]] == ["Q053"]
