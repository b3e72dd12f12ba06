"""What the how-to on amendments shows is read and carried out on the reference study."""

import json
import shutil
from pathlib import Path

import pytest
from told import ROOT, Command, indented_blocks, page_steps

from peil.cli.main import main
from peil.study.reader.read import read_study

PAGE = (ROOT / "docs" / "howto" / "amend-the-data.md").read_text(encoding="utf-8")
REFERENCE = ROOT / "studies" / "genai-creative-work"
TABLES = ["tables", "my-survey", "--data", "out/responses.csv", "--rows", "employment", "--format", "json"]


def counts(capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    capsys.readouterr()
    assert main(TABLES) == 0
    told = json.loads(capsys.readouterr().out)
    return {cell["option"]: cell["n"] for cell in told["tables"][0]["cells"]}


@pytest.mark.slow
def test_amendments_are_carried_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(REFERENCE, "my-survey")
    Path("out").mkdir()
    shutil.copy("my-survey/data/responses-synthetic.csv", "out/responses.csv")
    before = counts(capsys)
    entries = [block for block in indented_blocks(PAGE) if block.startswith("[[")]
    plan = Path("my-survey/plan.toml")
    plan.write_text("\n\n".join([plan.read_text(encoding="utf-8"), *entries]), encoding="utf-8")
    commands = [step.words[1:] for step in page_steps(PAGE) if isinstance(step, Command)]
    assert [main(list(words)) for words in commands] == [0, 0]
    assert "D039" not in capsys.readouterr().out
    after = counts(capsys)
    # syn043 wrote "half in loondienst, half zzp" beside "other", syn018 "bestuurslid"
    assert after == before | {"other": before["other"] - 2, "employer": before["employer"] + 1}
    study = read_study("my-survey")
    assert len(study.plan.exclusions) == len(study.plan.recodings) == 1
