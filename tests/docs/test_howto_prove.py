"""What the how-to on proving a questionnaire says is done is done."""

from pathlib import Path

import pytest
from told import ROOT, Command, page_steps

from peil.cli.main import main

PAGE = ROOT / "docs" / "howto" / "prove-a-questionnaire.md"


@pytest.mark.slow
def test_a_questionnaire_is_proved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-survey"]) == 0
    commands = [step for step in page_steps(PAGE.read_text(encoding="utf-8")) if isinstance(step, Command)]
    assert [main(list(step.words[1:])) for step in commands] == [0, 0, 0, 0]
    assert Path("out/cover.csv").is_file()
    assert Path("out/show/questionnaire.en.pdf").is_file()
