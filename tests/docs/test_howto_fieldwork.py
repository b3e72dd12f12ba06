"""The page about following fieldwork: its commands run, its entry is read by the plan's reader."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from told import ROOT, Command, page_steps

from peil.cli.main import main
from peil.fieldwork.as_json import status_json
from peil.fieldwork.disposition import MEANINGS
from peil.fieldwork.gathered import Gathered
from peil.fieldwork.make_status import make_status
from peil.fieldwork.quality import FlagKind
from peil.line import read_study

HOWTO = (ROOT / "docs" / "howto" / "follow-fieldwork.md").read_text(encoding="utf-8")
WHY = (ROOT / "docs" / "explanation" / "response-rates.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_its_commands_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PEIL_STORE", raising=False)
    assert main(["new", "my-survey"]) == 0
    assert main(["simulate", "my-survey", "-n", "20", "--out", "made.csv"]) == 0
    assert main(["import", "my-survey", "--data", "made.csv"]) == 0
    commands = [step.words[1:] for step in page_steps(HOWTO) if isinstance(step, Command)]
    assert len(commands) >= 5
    for words in commands:
        capsys.readouterr()
        # Live, a status needs a terminal: tests/cli/test_status_command.py shows it there.
        assert main(words) == (2 if words[0] == "status" and "--live" in words else 0), words
        shown = capsys.readouterr().out
        assert "Interviews: 20 begun" in shown or len(words) > 2
    assert json.loads(shown)["status"]["interviews"]["begun"] == 20


def test_the_entry_that_it_shows_excludes_an_interview(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "s")]) == 0
    entry = re.search(r"```toml\n(.*?)```", HOWTO, re.DOTALL)
    assert entry
    plan = tmp_path / "s" / "plan.toml"
    plan.write_text(f"{plan.read_text('utf-8')}\n{entry[1]}", encoding="utf-8")
    study = read_study(tmp_path / "s")
    assert not [problem for problem in study.problems if problem.span.file.endswith("plan.toml")]
    assert [one.interview for one in study.plan.exclusions] == ["5f0c2a9e"]


@pytest.mark.parametrize("code", sorted(MEANINGS))
def test_every_disposition_is_explained(code) -> None:
    assert f"| {code.value} | {MEANINGS[code].name} |" in WHY


@pytest.mark.parametrize("kind", sorted(FlagKind))
def test_every_flag_is_explained(kind) -> None:
    assert f"| {kind.value} |" in WHY
    assert f"`{kind.value}`" in JSON


def test_every_key_of_a_status_is_on_its_page(tmp_path: Path) -> None:
    """A study without a store has none of them: so this looks at a status itself."""
    assert main(["new", str(tmp_path / "s")]) == 0
    study = read_study(tmp_path / "s")
    told = status_json(make_status(study, Gathered(dt.date(2026, 3, 2))))
    assert [key for key in told if f'"{key}"' not in JSON] == []
