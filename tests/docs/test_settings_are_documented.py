"""Every setting that a reader accepts is on its reference page, and every one on the page is accepted.

What is accepted comes from the readers' own tables, or from the readers themselves at work.
"""

import ast
import importlib
import inspect
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from peil.audit.claim_fields import ClaimFields
from peil.audit.read_claims import OTHER_STUDY, READERS
from peil.core.span import Span
from peil.formats.csv_header import ROW_COLUMNS
from peil.report.chart import ChartKind
from peil.report.problems import RULES as REPORT_RULES
from peil.report.template import read_binding, read_block, read_exhibit, read_prose
from peil.report.template.template import Show
from peil.study.checks.check import check_study
from peil.study.fielding import Access, Privacy
from peil.study.plan import CORRECTIONS, DESCRIPTIVE, TESTED, Sampling
from peil.study.question import Kind
from peil.study.reader import (
    read_about,
    read_amendments,
    read_attributes,
    read_derived,
    read_design,
    read_deviation,
    read_disclosure,
    read_fielding,
    read_interim,
    read_nets,
    read_plan,
    read_quotas,
    read_targets,
    read_weighting,
)
from peil.study.reader.build_items import ITEM_FITTING
from peil.study.reader.build_question import FITTING
from peil.study.reader.read import read_study
from peil.study.reader.read_heading import RESERVED
from peil.study.reader.read_lines import DIRECTIVE
from peil.study.sample_design import LONELY

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "studies" / "genai-creative-work"


def page(name: str) -> str:
    return (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")


def section(name: str, heading: str) -> str:
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", page(name), re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def rows(text: str) -> Iterator[list[str]]:
    """Give the cells of every row of the tables in a text, heads and rules left out."""
    for line in re.findall(r"^\|(?!-)(.*)\|$(?!\n\|-)", text, re.MULTILINE):
        yield [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def words_known(module: object) -> set[str]:
    """Give the settings that a reader's ``known((…))`` calls let pass."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module.__name__)))  # type: ignore[attr-defined]
    calls = [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "known"
    ]
    named = [vars(module)[node.id] for node in calls if isinstance(node, ast.Name)]
    listed = [ast.literal_eval(node) for node in calls if not isinstance(node, ast.Name)]
    return {word for words in (*named, *listed) for word in words}


ABOUT, PLAN = (page("study-and-plan.md").split(f"## `{name}.toml`")[1] for name in ("study", "plan"))


@pytest.mark.parametrize(
    "key", sorted({*read_about.KNOWN, *words_known(read_about), *words_known(read_fielding)})
)
def test_every_setting_of_the_study_is_on_its_page(key: str) -> None:
    assert re.search(rf"(?<!\w){key}(?= =|\])", ABOUT), key


@pytest.mark.parametrize(
    "key",
    sorted(
        words_known(read_plan)
        | words_known(read_derived)
        | words_known(read_nets)
        | words_known(read_quotas)
        | words_known(read_weighting)
        | words_known(read_targets)
        | words_known(read_amendments)
        | words_known(read_design)
        | words_known(read_deviation)
        | words_known(read_interim)
    ),
)
def test_every_setting_of_the_plan_is_on_its_page(key: str) -> None:
    assert re.search(rf"(?<!\w){key}(?= =|\]|\.\w+( =|\]))", PLAN), key


@pytest.mark.parametrize("value", [*Access, *Privacy])
def test_every_value_of_a_choice_in_the_study_is_on_its_page(value: str) -> None:
    assert f'"{value}"' in ABOUT


@pytest.mark.parametrize(
    "value",
    [
        *Sampling,
        *LONELY,
        *CORRECTIONS,
        *read_deviation.FAMILIES,
        DESCRIPTIVE,
        TESTED,
        *read_disclosure.PROFILES,
        *read_weighting.METHODS,
    ],
)
def test_every_value_of_a_choice_in_the_plan_is_on_its_page(value: str) -> None:
    assert f'"{value}"' in PLAN


@pytest.mark.slow
def test_the_settings_on_the_page_are_accepted(tmp_path: Path) -> None:
    """Beside the reference questionnaire nothing on the page is unknown or of the wrong kind."""
    for name in ("study", "plan"):
        example = re.search(
            r"```toml\n(.*?)```", page("study-and-plan.md").split(f"## `{name}.toml`")[1], re.DOTALL
        )
        assert example
        (tmp_path / f"{name}.toml").write_text(example[1], encoding="utf-8")
    shutil.copy(REFERENCE / "questionnaire.md", tmp_path)
    shutil.copytree(REFERENCE / "translations", tmp_path / "translations")
    study = read_study(tmp_path)
    wrong = [
        problem
        for problem in check_study(study)
        if problem.span.file.endswith(".toml") and problem.severity == "error"
    ]
    assert wrong == []
    assert set(study.about.extra) == {"project", "licence"}, "a data pack takes the licence from there"


def test_every_attribute_is_on_its_page_and_no_other() -> None:
    listed = {
        on: set(map(plain, quoted(words)))
        for on, words in rows(section("questionnaire.md", "Attributes").split("| attribute of")[0])
    }
    assert listed.pop("section") == set(read_attributes.SECTION_WORDS)
    listed.pop("question")
    assert listed.pop("option (of a single or multi question)") == set(read_attributes.ITEM_WORDS)
    places = {
        (Kind.MATRIX, "option"): "column",
        (Kind.MATRIX, "row"): "matrix row",
        (Kind.CONTACT, "row"): "contact field",
        (Kind.RANKING, "item"): "item to rank",
        (Kind.SCALE, "option"): "option beside a scale",
    }
    fitting = {place: words for place, words in ITEM_FITTING.items() if words}
    assert {places[place]: set(words) for place, words in fitting.items()} == listed


def plain(attribute: str) -> str:
    """Give the word of an attribute as the page writes it: ``at most N`` is ``at most``."""
    return re.sub(r":? [A-Z.]+$|: end$", "", attribute)


def test_every_attribute_of_a_question_is_on_its_page_with_its_kinds() -> None:
    table = section("questionnaire.md", "Attributes").split("| attribute of")[1]
    listed = {plain(word): kinds for words, kinds, _ in rows(table) for word in quoted(words)}
    assert set(listed) == set(read_attributes.QUESTION_WORDS)
    for word, kinds in FITTING.items():
        named = set(re.findall(r"\w+", listed[word]))
        everyone = set(Kind) if "all" in named else set()
        assert (everyone ^ (named & set(Kind))) == kinds, word
    for word in set(listed) - set(FITTING) - set(read_attributes.KINDS):
        assert listed[word] == "all", word


def test_every_directive_and_reserved_word_is_on_the_page() -> None:
    lines = section("questionnaire.md", "Lines")
    directives = next(quoted(line) for line, meaning in rows(lines) if meaning.startswith("directives"))
    assert all(DIRECTIVE.fullmatch(directive) for directive in directives)
    assert {word for directive in directives for word in re.findall(r"[a-z]+", directive)} >= set(
        re.findall(r"(?<!\\)\b[a-z]{2,}", DIRECTIVE.pattern)
    )
    reserved = re.search(r"share one name space; (.*) are reserved", lines)
    assert reserved
    assert set(quoted(reserved[1])) == RESERVED


EXHIBITS = {
    key: text
    for keys, text in rows(section("report.md", "Figures and tables").split("### Charts")[0])
    for key in quoted(keys)
}


def test_every_key_of_a_figure_or_table_is_on_the_page_and_no_other() -> None:
    assert set(EXHIBITS) == set(read_exhibit.SETTINGS)


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("chart", tuple(ChartKind)),
        ("columns", tuple(Show)),
        ("sort", ("share", "given")),
        ("mark", ("extremes",)),
    ],
)
def test_every_value_of_such_a_key_is_on_the_page_and_no_other(key: str, values: tuple[str, ...]) -> None:
    assert set(values) <= set(quoted(EXHIBITS[key])) <= {*values, "show", "by"}


@pytest.mark.parametrize("kind", sorted(read_block.KINDS))
def test_every_block_is_on_the_page(kind: str) -> None:
    assert re.search(rf":::(?: figure or)? {kind}\b", page("report.md"))


@pytest.mark.parametrize("word", sorted(read_prose.ATTRIBUTES))
def test_every_attribute_of_a_heading_is_on_the_page(word: str) -> None:
    assert f"{{{word}}}" in section("report.md", "Chapters")


def test_every_binding_is_on_the_page_and_no_other() -> None:
    cells = [binding for binding, *_ in rows(section("report.md", "Bindings"))]
    written = {word for cell in cells for word in re.findall(r"\]\{= (\w+) [\w.*]", cell)}
    assert written == set(read_binding.READERS)
    facts = next(cell for cell in cells if "fact" in cell)
    assert all(fact in facts for fact in read_binding.FACTS)


def test_every_problem_of_a_report_is_on_the_page_and_no_other() -> None:
    listed = {code[1:5] for code, _ in rows(section("report.md", "Problems"))}
    assert listed == {rule.code for rule in REPORT_RULES}


def test_every_column_of_a_data_file_is_on_the_page() -> None:
    assert set(ROW_COLUMNS) <= set(quoted(section("study-and-plan.md", "Data files")))


STATISTICS = {
    name: keys for names, keys, _ in rows(section("claims.md", "Statistics")) for name in quoted(names)
}
BASE_SETTINGS = {"without", "without_missing"}
SELECTION = {key for keys, _ in rows(section("claims.md", "Selections")) for key in quoted(keys)}


def test_every_statistic_is_on_the_page_and_no_other() -> None:
    assert set(STATISTICS) == set(READERS)
    assert OTHER_STUDY in section("claims.md", "Keys of every claim")


@pytest.mark.parametrize("statistic", sorted(READERS))
def test_every_key_of_a_statistic_is_on_the_page_and_no_other(statistic: str) -> None:
    study = read_study(REFERENCE)
    for against in ("against", "against_percent"):
        values = {"item": "usage", "items": ["usage"], against: {}}
        fields = ClaimFields(study, Span("claims.json"), values, [])
        READERS[statistic](fields)
        taken = fields.taken - {"printed"}
        cell = re.sub(r"\(.*?\)", "", STATISTICS[statistic].split("; `printed`")[0])
        known = set(quoted(cell))
        known |= SELECTION if "a selection" in cell else set()
        known |= BASE_SETTINGS if "base settings" in cell else set()
        assert taken == known - ({"against", "against_percent"} - {against}), statistic


def test_the_claims_on_the_page_are_read() -> None:
    example = re.search(r"```json\n(.*?)```", page("claims.md"), re.DOTALL)
    assert example
    study = read_study(REFERENCE)
    for claim in json.loads(example[1])["claims"]:
        problems: list[object] = []
        fields = ClaimFields(study, Span("claims.json"), claim, problems)  # type: ignore[arg-type]
        READERS[claim["statistic"]](fields)
        assert problems == []
