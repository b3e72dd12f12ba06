"""The how-to on weighting is carried out as it stands."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from told import ROOT, Command, indented_blocks, page_steps

from peil.cli.main import main
from peil.line import check_study, read_study
from peil.study.reader.read_weighting import KNOWN
from peil.study.weighting import FITTED

PAGE = ROOT / "docs" / "howto" / "weight-a-sample.md"
STUDY = ROOT / "tests" / "weighting" / "raked_study"
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The page; its plan stands in a study beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(STUDY, "my-survey")
    page = PAGE.read_text(encoding="utf-8")
    blocks = indented_blocks(page)
    plans = [block for block in blocks if "[" in block.splitlines()[0]]
    head = '[analysis]\nsampling = "probability"\ngroups = ["age", "age2"]\n\n'
    (Path("my-survey") / "plan.toml").write_text(head + "\n\n".join(map(unindented, plans)), encoding="utf-8")
    return page


def unindented(block: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in block.splitlines())


def test_its_plan_is_sound_and_its_commands_run(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    study = read_study("my-survey")
    assert check_study(study) == ()
    weighting = study.plan.weighting
    assert [target.variable for target in weighting.targets] == ["age", "district"]
    assert weighting.nonresponse is not None
    steps = [step for step in page_steps(text) if isinstance(step, Command) and step.words[0] == "peil"]
    assert [main(step.words[1:]) for step in steps] == [0, 0]
    assert "reads" in capsys.readouterr().out


def test_its_python_prints_every_class(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = PYTHON.findall(text)
    exec(program, {})  # noqa: S102 - the page's own lines
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[:3] for line in printed] == [
        ["age", "young", "8"],
        ["age", "middle", "12"],
        ["age", "old", "20"],
        ["district", "north", "23"],
        ["district", "south", "17"],
    ]
    for line in printed:
        *_, target, after = line.split()
        assert float(after) == pytest.approx(float(target))


def test_the_methods_and_the_reference_are_told(text: str) -> None:
    reference = (ROOT / "docs" / "reference" / "study-and-plan.md").read_text(encoding="utf-8")
    for method in FITTED:
        assert f"`{method}`" in reference
        assert method in text
    blocks = re.findall(r"```toml\n(.*?)```", reference, re.DOTALL)
    shown = tomllib.loads(next(one for one in blocks if "[weighting]" in one))["weighting"]
    assert set(shown) == set(KNOWN)
