"""Documentation that lags behind the code fails here."""

import json
import re
from pathlib import Path

import pytest

from peil import line
from peil.audit.audit import Verdict
from peil.audit.finding import Grade
from peil.cli.commands import all_commands
from peil.cli.main import main
from peil.report.document import NumberedTable
from peil.study.checks.catalogue import rules
from peil.study.question import Kind
from published_reference import composed, copy_without_texts

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def text(name: str) -> str:
    return (DOCS / "reference" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.name)
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
    prose = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", prose):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_page_is_on_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for page in DOCS.rglob("*.md"):
        name = page.relative_to(DOCS)
        assert page.name == "README.md" or name.parts[0] == "decisions" or str(name) in index, name


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_paths_and_names_of_code_exist(page: str) -> None:
    """A path is one of the project or of ``src/peil``; ``line.f`` is a function of the composer."""
    named = re.findall(r"`([^`\n]+)`", (ROOT / page).read_text(encoding="utf-8"))
    paths = [name for name in named if re.fullmatch(r"[\w.][\w./-]*(?:/|\.(?:py|md|toml))", name)]
    assert len(paths) >= 10
    for path in paths:
        assert any((base / path).exists() for base in (ROOT, ROOT / "src" / "peil")), path
    for name in named:
        if function := re.fullmatch(r"line\.(?!py$)(\w+)", name):
            assert hasattr(line, function[1]), name


def test_every_room_of_the_house_is_told() -> None:
    table = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("## The house")[1]
    told = set(re.findall(r"^\| `([\w.]+)` \|", table, re.MULTILINE))
    rooms = {path.parent.name for path in (ROOT / "src" / "peil").glob("*/__init__.py")}
    assert told == rooms | {"line.py"}


def test_decisions_are_numbered_in_a_row_and_say_why() -> None:
    pages = sorted((DOCS / "decisions").glob("*.md"))
    for number, page in enumerate(pages, 1):
        told = page.read_text(encoding="utf-8")
        assert page.name.startswith(f"{number:04}-")
        assert told.startswith(f"# {number}. ")
        assert "**Decision.**" in told
        assert "**Why.**" in told


def keys(value: object) -> set[str]:
    """Give every key inside a JSON value."""
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys(inner)}
    return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()


def untrue_report(folder: Path) -> str:
    """Write a report of which something changed, something is no longer true and something can't be said."""
    (copy_without_texts(folder) / "report").mkdir()
    found = (
        "[1%]{= usage: often} en [de meesten]{= claim usage: often > 99%}[, ook zij]{if shown usage: often}"
    )
    unsaid = "[1%]{= usage: often | employment: other}"
    text = f"# Uitkomsten {{findings}}\n\nHet zijn {found}.\n\nVan hen {unsaid}.\n"
    (folder / "report" / "1.md").write_text(text, encoding="utf-8")
    return str(folder)


@pytest.mark.slow
def test_every_key_of_the_json_is_on_its_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = str(ROOT / "studies" / "genai-creative-work")
    data = f"{study}/data/responses-synthetic.csv"
    runs = (
        ("new", str(tmp_path / "new")),
        ("check", study),
        ("diff", str(tmp_path / "new"), study),
        ("show", study, "--out", str(tmp_path)),
        ("simulate", study, "-n", "2", "--out", str(tmp_path / "simulated.csv")),
        ("import", study, "--data", str(tmp_path / "simulated.csv"), "--store", str(tmp_path / "store")),
        ("export", study, "--out", str(tmp_path / "exported.csv"), "--store", str(tmp_path / "store")),
        ("serve", study, "--store", "mysql://nowhere"),
        ("phase", study, "pilot", "--store", str(tmp_path / "store")),
        ("invite", study, "--store", str(tmp_path / "store")),
        ("remind", study, "--store", str(tmp_path / "store")),
        ("status", study, "--store", str(tmp_path / "store")),
        ("contacts", study, "--store", str(tmp_path / "store")),
        ("qda", study, "--talks", "--out", str(tmp_path / "project.qdpx")),
        ("talks", study, "--theme", "prices"),
        ("code", study, "remarks", "--agreement"),
        ("retire", study, "--store", str(tmp_path / "store")),
        ("privacy", study, "--out", str(tmp_path), "--store", str(tmp_path / "store")),
        ("tables", study, "--rows", "usage", "ability", "--by", "employment"),
        ("compare", study),
        ("report", untrue_report(tmp_path / "untrue"), "--to", "html", "--out", str(tmp_path)),
        ("pack", study, "--out", str(tmp_path / "pack")),
        ("publish", str(tmp_path / "new"), "--out", str(tmp_path / "site")),
        ("audit", study),
        ("estimate", data, "--rows", "usage"),
    )
    assert {name for name, *_ in runs} == {command.name for command in all_commands()}
    for run in runs:
        main([*run, "--format", "json"])
        for key in keys(json.loads(capsys.readouterr().out)):
            assert re.search(rf'["`]{key}["`]', text("json.md")), (run[0], key)


@pytest.mark.slow
def test_figures_in_the_readme_are_those_of_the_reference_study() -> None:
    folder = ROOT / "studies" / "genai-creative-work"
    study = line.read_study(folder)
    numbered = {question.source for question in study.questionnaire.questions if question.source}
    questions = {found for source in numbered for found in re.findall(r"Q\d+", source)}
    report = "\n".join(path.read_text(encoding="utf-8") for path in (folder / "report").glob("*.md"))
    audited, _ = line.audit_study(study, None, None)
    counts = [
        len(audited.with_verdict(verdict)) for verdict in (Verdict.HOLDS, Verdict.DIFFERS, Verdict.UNCHECKED)
    ]
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    asked = len(study.questionnaire.questions)
    assert f"{len(questions)} questions in four role wordings ({asked} with follow-ups and notices)" in told
    assert len(study.roles) - 1 == 4
    figures = len(re.findall(r"^::: figure", report, re.MULTILINE))
    blocks = composed("nl")[0].blocks
    tables = sum(isinstance(block, NumberedTable) and block.number > 0 for block in blocks)
    assert f"{figures} figures, {tables} tables" in told
    assert "{} hold, {} differ and are listed; {} are about other studies".format(*counts) in told
    printed, _ = line.audit_study(study, None, None, with_data=False)
    certain = sum(finding.grade is Grade.CERTAIN for finding in printed.findings)
    assert f"{len(printed.findings)} findings, {certain} of them certain" in told
