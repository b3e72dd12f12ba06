"""The how-to on populations is carried out as it stands, on a copy of the reference study."""

import re
import shutil
from pathlib import Path

import pytest
from told import ROOT, Command, agrees, indented_blocks, page_steps

from peil.cli.main import main
from peil.report.template.read import read_template
from peil.study.population import Unit
from peil.study.reader.read import read_study
from peil.study.reader.read_population_classes import COLUMNS
from peil.study.reader.read_populations import KNOWN

PAGE = (ROOT / "docs" / "howto" / "set-beside-the-population.md").read_text(encoding="utf-8")
REFERENCE_PAGE = (ROOT / "docs" / "reference" / "study-and-plan.md").read_text(encoding="utf-8")
STUDY = ROOT / "studies" / "genai-creative-work"
FILE = "compare/population/jobs2025.toml"


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the reference study with the page's population, and its text in English."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(STUDY, "my-survey", ignore=shutil.ignore_patterns("deck", "site", "press", "report"))
    blocks = indented_blocks(PAGE)
    (written,) = [block for block in blocks if block.startswith(f"# {FILE}")]
    (verdict,) = [block for block in blocks if block.startswith("[verdict]")]
    (tmp_path / "my-survey" / FILE).write_text(f"{written}\n\n{verdict}\n", encoding="utf-8")
    return tmp_path / "my-survey"


@pytest.mark.slow
def test_its_file_is_sound_and_its_commands_show_what_the_page_shows(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = [step for step in page_steps(PAGE) if isinstance(step, Command)]
    checked, compared = [step for step in steps if step.words[0] == "peil"]
    assert main(checked.words[1:]) == 0
    capsys.readouterr()
    assert main(compared.words[1:]) == 0
    shown = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert shown
    assert agrees(capsys.readouterr().out, shown[1])
    assert read_study(study).populations["jobs2025"].verdict is not None


@pytest.mark.slow
def test_its_block_and_bindings_are_read(study: Path) -> None:
    blocks = indented_blocks(PAGE)
    text = "\n\n".join(block for block in blocks if block.startswith((":::", "[40%]")))
    (study / "report" / "en").mkdir(parents=True)
    (study / "report" / "en" / "1.md").write_text(f"# T\n\n{text}\n", encoding="utf-8")
    template, problems = read_template(study, read_study(study), "en")
    assert problems == ()
    assert len([binding for binding in template.bindings() if binding.value]) == 3


def test_the_settings_on_the_reference_page_are_read(tmp_path: Path) -> None:
    """Every setting that there is stands on the page; what is one or the other stands there twice."""
    part = REFERENCE_PAGE.split("## `compare/population/*.toml`")[1]
    example = re.search(r"```toml\n(.*?)```", part, re.DOTALL)
    assert example
    shutil.copytree(STUDY, tmp_path / "s", ignore=shutil.ignore_patterns("deck", "site", "press", "report"))
    folder = tmp_path / "s"
    text = example[1].replace("takes = [", "# takes = [").replace("sectors", "")
    (folder / "compare/population/page.toml").write_text(text, encoding="utf-8")
    (folder / "compare/population/cbs2025q3.csv").write_text(
        "class,percent,to\nA,3,media\n", encoding="utf-8"
    )
    problems = [one for one in read_study(folder).problems if one.span.file.endswith("page.toml")]
    assert {one.message for one in problems} <= {
        "Percentages have no total.",
        "Percentages have no rounded_to.",
    }


def test_every_setting_is_on_the_reference_page() -> None:
    part = REFERENCE_PAGE.split("## `compare/population/*.toml`")[1].split("\n## ")[0]
    of_classes, of_verdicts = ("name", "percent", "count", "to", "takes"), ("text", "source", "paraphrase")
    for key in {*KNOWN, *of_classes, *of_verdicts} - {"class", "verdict"}:
        assert re.search(rf"(?<!\w){key} = ", part), key
    assert all(f"`{unit}`" in part for unit in Unit)
    assert all(f"`{column}`" in part for column in COLUMNS)


def test_no_page_says_the_word_of_a_sample_but_to_say_that_nobody_does() -> None:
    """Outside the rule that refuses it, and what is quoted there."""
    for page in (PAGE, REFERENCE_PAGE.split("## `compare/population/*.toml`")[1].split("\n## ")[0]):
        assert "representati" not in page.lower()
