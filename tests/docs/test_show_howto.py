"""What the how-to on showing a questionnaire says is written is written."""

from pathlib import Path

import pytest
from told import ROOT, Command, page_steps

from peil.cli.main import main

PAGE = ROOT / "docs" / "howto" / "show-a-questionnaire.md"


@pytest.mark.slow
def test_a_questionnaire_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-survey"]) == 0
    commands = [step for step in page_steps(PAGE.read_text(encoding="utf-8")) if isinstance(step, Command)]
    assert [main(list(step.words[1:])) for step in commands] == [0, 0]
    assert sorted(path.name for path in Path("out/show").iterdir()) == [
        "questionnaire.en.docx",
        "questionnaire.en.html",
        "questionnaire.en.pdf",
        "questionnaire.self_employed.en.html",
    ]
    assert main(["show", "my-survey", "--language", "nl"]) == 0
    assert "Gesteld aan" in Path("out/show/questionnaire.nl.html").read_text(encoding="utf-8")
