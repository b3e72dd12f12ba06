"""What the how-tos on method and on quotations show is read by the readers it is meant for."""

import re
import shutil
from pathlib import Path

import pytest
from told import ROOT, indented_blocks

from peil.report.document import Heading, Quote
from peil.report.template.part import Part
from peil.store.version import read_version
from peil.study.checks.check import check_study
from peil.study.method import METHOD
from peil.study.reader import read_quotes
from peil.study.reader.read import read_study
from published_reference import published_with

HOWTO = ROOT / "docs" / "howto"
STUDY = ROOT / "studies" / "genai-creative-work"
PAGE = (ROOT / "docs" / "reference" / "study-and-plan.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the reference study, with one chapter for each report."""
    for name in ("questionnaire.md", "plan.toml"):
        shutil.copy(STUDY / name, tmp_path)
    for name in ("data", "translations"):
        shutil.copytree(STUDY / name, tmp_path / name)
    (tmp_path / "study.toml").write_text(before_method(), encoding="utf-8")
    return tmp_path


def before_method() -> str:
    """Give the reference study's settings without what it says of its method."""
    return (STUDY / "study.toml").read_text(encoding="utf-8").split("[method]")[0]


def blocks(name: str) -> list[str]:
    return list(indented_blocks((HOWTO / name).read_text(encoding="utf-8")))


def block(name: str, start: str) -> str:
    return next(one for one in blocks(name) if one.startswith(start))


@pytest.mark.slow
def test_the_annex_of_the_howto_is_printed_with_what_it_says(folder: Path) -> None:
    (folder / "report").mkdir()
    (folder / "report" / "08-methodology.md").write_text(
        block("write-a-methodology-annex.md", "# Methodology"), encoding="utf-8"
    )
    assert [one.code for one in check_study(read_study(folder)) if one.code == "Q091"] == ["Q091"]
    said = block("write-a-methodology-annex.md", "[method]")
    (folder / "study.toml").write_text(f"{before_method()}\n{said}\n", encoding="utf-8")
    study = read_study(folder)
    assert len(study.method.said) == said.count(" = ")
    codes = {one.code for one in check_study(study)}
    assert not codes & {"Q031", "Q091"}
    document, problems = published_with(study).compose(Part.REPORT, "nl")
    assert [one for one in problems if one.severity == "error"] == []
    assert any(isinstance(one, Heading) and "methodology-cherries" in one.anchor for one in document.blocks)
    assert "The union's newsletter and social media" in repr(document)
    assert read_version(study).fingerprint[:8] in repr(document)


@pytest.mark.slow
def test_the_quotation_of_the_howto_is_printed(folder: Path) -> None:
    (folder / "quotes.toml").write_text(block("quote-respondents.md", "[[quote]]"), encoding="utf-8")
    (folder / "report").mkdir()
    (folder / "report" / "1.md").write_text(
        f"# Uitkomsten\n\n{block('quote-respondents.md', '::: quote')}\n", encoding="utf-8"
    )
    study = read_study(folder)
    assert [one for one in study.problems if one.span.file == "quotes.toml"] == []
    document, problems = published_with(study).compose(Part.REPORT, "nl")
    assert [one for one in problems if one.severity == "error"] == []
    (quote,) = [one for one in document.blocks if isinstance(one, Quote)]
    assert ["".join(run.text for run in line) for line in quote.paragraphs] == [
        "Zonder haal ik geen deadline meer.",
        "— Zelfstandigen en anderen",
    ]


@pytest.mark.parametrize("name", METHOD)
def test_every_text_on_method_is_on_its_page(name: str) -> None:
    example = PAGE.split("[method]")[1].split("[accept]")[0]
    assert re.search(rf"^{name} = ", example, re.MULTILINE)


@pytest.mark.parametrize("name", read_quotes.KNOWN)
def test_every_setting_of_a_quotation_is_on_its_page(name: str) -> None:
    example = PAGE.split("## `quotes.toml`")[1].split("## Accepting")[0]
    assert re.search(rf"^{name} = ", example, re.MULTILINE)
