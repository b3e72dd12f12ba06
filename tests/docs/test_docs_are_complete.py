"""Documentation that lags behind the code fails here."""

import re
import tomllib
from pathlib import Path

import pytest

from peil.cli.commands import COMMANDS
from peil.study.checks.catalogue import rules
from peil.study.question import Kind

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def text(name: str) -> str:
    return (DOCS / "reference" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_its_section(command) -> None:
    assert f"## `peil {command.name}`" in text("commands.md")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_check_has_its_section(rule) -> None:
    assert rule.code in text("checks.md")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_question_has_its_line(kind: Kind) -> None:
    assert re.search(rf"^\| {kind.value} \|", text("questionnaire.md"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_page_is_on_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for page in DOCS.rglob("*.md"):
        name = page.relative_to(DOCS)
        assert page.name == "README.md" or name.parts[0] == "decisions" or str(name) in index, name


def test_settings_in_the_reference_study_are_documented() -> None:
    page = text("study-and-plan.md")
    about = tomllib.loads((ROOT / "studies/genai-creative-work/study.toml").read_text(encoding="utf-8"))[
        "about"
    ]
    plan = tomllib.loads((ROOT / "studies/genai-creative-work/plan.toml").read_text(encoding="utf-8"))
    for key in (
        *about,
        *plan,
        *plan["analysis"],
        *plan["disclosure"],
        *plan["weighting"],
        *plan["deviation"],
    ):
        assert re.search(rf"\b{key}\b", page), key


def test_readme_names_commands_that_make_has() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(
        r"^    make ([\w-]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    ):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
