"""The how-to on data packs is carried out as it stands."""

from pathlib import Path

import pytest
from told import ROOT, Command, indented_blocks, page_steps

from peil.cli.main import main
from peil.formats.pack.readme import TOLD
from peil.formats.pack.state_codes import beside_codes
from peil.study.plan import Disclosure
from public_study import write_study

pytestmark = pytest.mark.slow

PAGE = ROOT / "docs" / "howto" / "make-a-data-pack.md"


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    write_study(Path("my-survey"))
    return PAGE.read_text(encoding="utf-8")


def test_its_commands_run(text: str) -> None:
    steps = [step for step in page_steps(text) if isinstance(step, Command)]
    assert len(steps) == 3
    assert [main(step.words[1:]) for step in steps] == [0, 0, 0]
    names = {path.name for path in Path("pack").iterdir()}
    for version in ("restricted", "public"):
        assert {f"my-survey-{version}{ending}" for ending in (*TOLD, ".README.md")} <= names
    assert "report.nl.xlsx" in names


def test_it_names_every_file_code_and_setting(text: str) -> None:
    for ending in TOLD:
        assert f"`{ending}`" in text
    assert all(str(code) in text for code in (*beside_codes([1]), beside_codes([1])[0] - 1))
    (plan,) = (block for block in indented_blocks(text) if block.startswith("[disclosure]"))
    assert f"k = {Disclosure().k}" in plan
