"""One slip is told once on the terminal; what comes of it is counted there, and told in the JSON."""

import json
from pathlib import Path

import pytest

from peil.cli.main import main

STUDY = '[about]\ntitle = "AI"\nlanguages = ["en"]\n'
WORK = "# s: S\n\n## work\n{end}Do you work?\n- ( ) yes: Yes\n- ( ) no: No\n\n"
HOURS = (
    "## hours\n{asked}How many hours? ___ [0..60]\n\n## tired\nif hours > 40\nTired?\n"
    "- ( ) yes: Yes\n- ( ) no: No\n"
)
ALL_OUT = WORK.format(end="end if work is one of (yes, no): out\n") + HOURS.format(asked="")
CHAIN = WORK.format(end="") + HOURS.format(asked="if work is yes and work is no\n")
OPTION = WORK.format(end="") + (
    "## pay\nif work is yes\nHow much?\n- ( ) much: Much\n- ( ) none: Nothing  {if work is no}\n"
)
"""An option is gone from a question that is asked: that follows from nothing."""


@pytest.mark.parametrize(
    ("text", "told", "follow"),
    [(ALL_OUT, ["Q058", "Q059"], 4), (CHAIN, ["Q054"], 3), (OPTION, ["Q055"], 0)],
)
def test_one_slip_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: list[str], follow: int
) -> None:
    files = {"study.toml": STUDY, "plan.toml": "[analysis]\ngroups = []\n", "questionnaire.md": text}
    for name, written in files.items():
        (tmp_path / name).write_text(written, encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if not line.startswith(" ")]
    shown = [code for line in lines for code in line.split() if code.startswith("Q0")]
    assert shown == told
    assert any(f"{follow} more problem" in line for line in lines) == bool(follow)

    assert main(["check", str(tmp_path), "--format", "json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert len(problems) == len(told) + follow
