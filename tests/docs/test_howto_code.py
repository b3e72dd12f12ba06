"""The commands of the page on open answers work on the study that they name."""

import re
import shutil
from pathlib import Path

import pytest

from peil.cli.main import main
from peil.study.reader.read import read_study
from peil.study.reader.read_frames import KNOWN

ROOT = Path(__file__).resolve().parents[2]
STUDY = "studies/genai-creative-work"
PAGE = (ROOT / "docs" / "howto" / "code-open-answers.md").read_text(encoding="utf-8")
COMMANDS = [one for one in re.findall(r"^    peil (.+)$", PAGE, re.MULTILINE) if "--coder" not in one]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("study") / "genai-creative-work"
    shutil.copytree(ROOT / STUDY, folder, ignore=shutil.ignore_patterns("releases", "out"))
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_on_the_page_works(study: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = [word.strip('"') for word in re.findall(r'"[^"]+"|\S+', command)]
    assert main([str(study) if word == STUDY else word for word in words]) == 0
    assert capsys.readouterr().out


@pytest.mark.slow
def test_the_quotation_that_the_page_drafts_waits_for_approval(tmp_path: Path) -> None:
    drafting = [one.split() for one in COMMANDS if "--quote" in one]
    assert drafting
    own = tmp_path / "study"
    shutil.copytree(ROOT / STUDY, own, ignore=shutil.ignore_patterns("releases", "out"))
    for words in drafting:
        assert main([str(own) if word == STUDY else word for word in words]) == 0
    quote = read_study(own).quotes["remarks_1"]
    assert (quote.approved_by, quote.invented, quote.source) == ("", True, "remarks")


def test_the_page_shows_a_frame_that_can_be_read(study: Path) -> None:
    frame, _ = re.findall(r"```toml\n(.+?)```", PAGE, re.DOTALL)
    (study / "coding" / "why_same.toml").write_text(frame, encoding="utf-8")
    read = read_study(study)
    assert [str(one) for one in read.problems if one.span.file.startswith("coding")] == []
    assert read.frames["why_same"].code_ids == ("income", "nothing")
    (study / "coding" / "why_same.toml").unlink()


def test_every_setting_of_a_frame_is_on_its_page() -> None:

    page = (ROOT / "docs" / "reference" / "coding.md").read_text(encoding="utf-8")
    for name in {*KNOWN, "number", "definition", "examples", "net"} - {"codes", "nets"}:
        assert f"`{name}`" in page, name
    assert "`[codes.ID]`" in page
    assert "`[nets.ID]`" in page


def test_the_plan_on_the_page_splits_by_codes(study: Path) -> None:
    _, plan = re.findall(r"```toml\n(.+?)```", PAGE, re.DOTALL)
    written = (study / "plan.toml").read_text(encoding="utf-8")
    groups, derived = plan.split("\n\n", 1)
    path = study / "plan.toml"
    try:
        path.write_text(
            re.sub(r"^groups = .*$", groups.splitlines()[1], written, count=1, flags=re.MULTILINE).replace(
                "[nets.usage]", f"{derived}\n[nets.usage]", 1
            ),
            encoding="utf-8",
        )
        read = read_study(study)
        assert [one for one in read.problems if one.span.file == "plan.toml"] == []
        assert read.plan.groups == ("position", "worried")
    finally:
        path.write_text(written, encoding="utf-8")
