"""``peil report``: what it lists as changed and untrue, and ``--fix``."""

import json
import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from peil.cli.main import main

STUDY = '[about]\ntitle = "P"\nlanguages = ["nl"]\n'
QUESTIONNAIRE = """\
# main: Vragen

## sector
Waar werkt u?
- ( ) film: Film
- ( ) music: Muziek

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit
"""
PLAN = '[analysis]\ngroups = ["sector"]\n'
REPORT = """\
# Uitkomsten  {findings}

Eerst dit. Van allen gebruikt [een kwart]{= usage: often} het vaak (n = [40]{= base usage}). En dan dat.

Filmers doen dat [minder vaak]{= compare usage: often | sector: film vs rest}; het antwoord
[nooit]{= mode usage | sector: film} kiezen zij het meest{plain}.[^1]

[^1]: Met [marges (± 5)]{= usage: often} of [30% (± 5)]{= usage: often}.

[Veel]{if claim usage: often > 50%; holds}[Weinig]{else} mensen, [dus]{if not claim usage: often > 50%}.
"""


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "report").mkdir()
    rows = [
        f"r{n},1,usage,complete,{'film' if n < 20 else 'music'},{'often' if n % 2 else 'never'}"
        for n in range(40)
    ]
    rows[0] = rows[0].replace("never", "often")
    data = "\n".join(["id,synthetic,last_page,outcome,sector,usage", *rows]) + "\n"
    text = REPORT.replace("het meest{plain}", "vooral")
    files = {"study.toml": STUDY, "questionnaire.md": QUESTIONNAIRE, "plan.toml": PLAN}
    for name, content in (files | {"data/responses.csv": data, "report/1.md": text}).items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
def test_the_lists_of_a_build(
    study: Path, capsys: pytest.CaptureFixture[str], snapshot: SnapshotAssertion
) -> None:
    assert main(["report", ".", "--to", "html"]) == 1
    assert capsys.readouterr().out == snapshot
    assert (study / "report/1.md").read_text(encoding="utf-8").count("een kwart") == 1


@pytest.mark.slow
@pytest.mark.usefixtures("study")
def test_the_lists_as_data(capsys: pytest.CaptureFixture[str], snapshot: SnapshotAssertion) -> None:
    assert main(["report", ".", "--to", "html", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {key: found[key] for key in ("changed", "untrue", "unsaid", "conditionals", "written")} == snapshot


def test_fix_writes_what_changed_and_a_second_run_nothing(
    study: Path, capsys: pytest.CaptureFixture[str], snapshot: SnapshotAssertion
) -> None:
    assert main(["report", ".", "--to", "html", "--fix"]) == 1
    assert capsys.readouterr().out == snapshot
    text = (study / "report/1.md").read_text(encoding="utf-8")
    assert "[ruim de helft]{= usage: often}" in text
    assert "[vaker]{= compare usage: often | sector: film vs rest}" in text
    assert "[nooit]{= mode" in text
    assert main(["report", ".", "--to", "html", "--fix", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["written"], found["changed"]) == ([], [])
    assert (study / "report/1.md").read_text(encoding="utf-8") == text
    shutil.rmtree(study / "out")
