"""The how-to on versions, done step by step in a repository of its own."""

import subprocess
from pathlib import Path

import pytest
from told import ROOT, Command, Edit, page_steps

from peil.cli.main import main

PAGE = ROOT / "docs" / "howto" / "compare-two-versions.md"


@pytest.mark.slow
def test_two_versions_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-survey"]) == 0
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], [*author, "commit", "-q", "-m", "first"]):
        subprocess.run(["git", *words], check=True)
    capsys.readouterr()
    statuses = []
    for step in page_steps(PAGE.read_text(encoding="utf-8")):
        if isinstance(step, Edit):
            step.make(tmp_path)
        elif isinstance(step, Command):
            statuses.append(main(step.words[1:]))
    assert statuses == [0, 1]
    shown = capsys.readouterr().out
    assert "Nothing changed that a respondent would notice." in shown
    assert "  ! option removed: required; answers that chose it lose their place\n" in shown
    newly = "  ! newly asked of some, whose interviews are unfinished now\n"
    assert f"{newly}        paid_work: yes\n        job: self_employed\n" in shown
