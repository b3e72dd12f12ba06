"""The commands of the how-to on qualitative tools, there and back."""

import shutil
from pathlib import Path

import pytest
from told import ROOT, Command, page_steps

from exchanged_study import CODINGS, FRAME, write_study
from peil.cli.main import main

PAGE = ROOT / "docs" / "howto" / "exchange-with-qualitative-tools.md"


def test_its_commands_lead_there_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    codings = tuple((one, coder.replace("mt", "an"), codes, note) for one, coder, codes, note in CODINGS)
    study = write_study(tmp_path / "my-survey", frame=FRAME.replace('"mt"', '"an"'), codings=codings)
    before = (study / "coding/remarks.csv").read_bytes()
    steps = [step for step in page_steps(PAGE.read_text(encoding="utf-8")) if isinstance(step, Command)]
    assert len(steps) == 3
    assert (
        main([*steps[0].words[1:], "--codebook", "codes.qdc", "--question", "remarks"]) == 1
    )  # words left out
    shutil.copy("out/project.qdpx", "back.qdpx")
    assert [main(step.words[1:]) for step in steps[1:]] == [0, 0]
    assert (study / "coding/remarks.csv").read_bytes() == before
