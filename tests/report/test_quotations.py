"""Quotations in a text: printed as released, and held back in every language and format."""

from dataclasses import replace
from pathlib import Path

import pytest
from small_study import COUNTS, FACTS, make_release, make_study, write

import peil
from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.disclose.excerpts import release_excerpts
from peil.disclose.gate import release
from peil.disclose.release import Release
from peil.report.compose.render import render
from peil.report.document import Document, Quote
from peil.report.html.write import to_html
from peil.report.quote_problems import AROUND, HELD_BACK_QUOTE, UNTRANSLATED_QUOTE
from peil.report.template.read import read_template
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.table import BaseCount, Cell, Table

QUOTES = AROUND["quotes.toml"]
INVENTED = """\

[[quote]]
id = "made"
text = { nl = "Eerst dit.\\n\\nDan dat.", en = "First this." }
approved_by = "A. Author"
approved_on = 2026-03-02
invented = true
"""


@pytest.fixture
def study(tmp_path: Path) -> Study:
    make_study(tmp_path)
    (tmp_path / "quotes.toml").write_text(QUOTES + INVENTED, encoding="utf-8")
    return read_study(tmp_path)


def composed(
    study: Study, text: str, language: str = "nl", employers: int = 28
) -> tuple[Document, list[Problem]]:
    """Compose a text with the quotations released beside a table of who people are."""
    write(study.folder, text, language)
    template, problems = read_template(study.folder, study, language)
    document, more = render(study, with_excerpts(study, employers), template)
    return document, [*problems, *more]


def with_excerpts(study: Study, employers: int) -> Release:
    counts = {**COUNTS["employment"][None], "employer": employers}
    n = sum(counts.values())
    cells = tuple(Cell(name, count, count / n) for name, count in counts.items())
    table = Table(TableSpec("employment"), "employment", "employment", None, BaseCount(n, n, ""), cells)
    released = release(study, [table], FACTS, "")
    return replace(released, excerpts=release_excerpts(study, released))


def quotes(document: Document) -> list[list[str]]:
    found = [block for block in document.blocks if isinstance(block, Quote)]
    return [["".join(run.text for run in line) for line in one.paragraphs] for one in found]


@pytest.mark.parametrize(
    ("language", "words", "who"),
    [
        ("nl", "Zonder haalde ik geen deadline.", "— werkgever"),
        ("en", "I would meet no deadline without it.", "— employer"),
    ],
)
def test_a_quotation_is_printed_with_its_one_attribute(
    study: Study, language: str, words: str, who: str
) -> None:
    document, problems = composed(study, "# T\n\n::: quote deadline\n:::\n", language)
    assert problems == []
    assert quotes(document) == [[words, who]]


def test_an_invented_one_says_so_in_each_language(study: Study) -> None:
    text = "# T\n\n::: quote made\n:::\n"
    assert quotes(composed(study, text)[0]) == [["Eerst dit.", "Dan dat.", "— (verzonnen)"]]
    (study.folder / "report/1.md").unlink()
    assert quotes(composed(study, text, "en")[0]) == [["First this.", "— (invented)"]]


def test_what_is_held_back_is_a_problem_with_the_reason_and_is_not_printed(study: Study) -> None:
    document, problems = composed(study, "# T\n\n::: quote raw\n:::\n")
    assert [str(one) for one in problems] == [
        (
            'report/1.md:3:5  R055  The quotation "raw" is held back: no consent is recorded. '
            "See to it in quotes.toml, or take the quotation out."
        )
    ]
    assert quotes(document) == []
    assert "Mijn baas" not in repr(document)
    assert "Mijn baas" not in to_html(document)


def test_an_attribute_of_too_few_holds_the_words_back(study: Study) -> None:
    document, problems = composed(study, "# T\n\n::: quote deadline\n:::\n", employers=9)
    assert [one.code for one in problems] == ["R055"]
    assert quotes(document) == []


def test_a_release_without_excerpts_prints_none(study: Study) -> None:
    """What didn't pass the gate isn't printed because the study has it."""
    write(study.folder, "# T\n\n::: quote deadline\n:::\n")
    template, _ = read_template(study.folder, study, "nl")
    document, problems = render(study, make_release(study, template), template)
    assert [one.code for one in problems] == ["R055"]
    assert quotes(document) == []


@pytest.mark.parametrize("rule", [HELD_BACK_QUOTE, UNTRANSLATED_QUOTE], ids=lambda rule: rule.name)
def test_bad_example_has_the_problem_and_good_one_has_none(study: Study, rule: Rule) -> None:
    bad_document, bad = composed(study, rule.bad, "en")
    assert [one.code for one in bad] == [rule.code]
    assert bad[0].span.line > 0
    assert bad[0].hint
    assert quotes(bad_document) == []
    assert composed(study, rule.good, "en")[1] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("::: quote\n:::", ["R013"]),
        ("::: quote deadline made\n:::", ["R013"]),
        ("::: quote deadline\nmore words\n:::", ["R013"]),
        ("::: quote deadlne\n:::", ["R008"]),
    ],
)
def test_what_cannot_be_read_is_told(study: Study, text: str, codes: list[str]) -> None:
    _, problems = composed(study, f"# T\n\n{text}\n")
    assert [one.code for one in problems] == codes


def test_a_misspelt_id_is_told_with_the_one_that_is_meant(study: Study) -> None:
    _, (problem,) = composed(study, "# T\n\n::: quote deadlne\n:::\n")
    assert problem.hint == 'Did you mean "deadline"?'
    assert (problem.span.line, problem.span.column) == (3, 11)


@pytest.mark.parametrize(
    ("quoted", "column"),
    [
        ("> Mail mij op a@example.org.", 15),
        ("> Eerste regel,\nbel 06-12345678 gerust", 5),
        ("- > In een lijst: Kerkstraat 12", 19),
    ],
)
def test_an_identifier_in_a_quotation_of_the_text_is_told(study: Study, quoted: str, column: int) -> None:
    _, problems = composed(study, f"# T\n\n{quoted}\n")
    (found,) = [one for one in problems if one.code == "R057"]
    assert found.span.column == column
    assert found.hint


@pytest.mark.parametrize(
    "text", ["Mail ons op a@example.org.", "> In 2026 AI gebruiken?\n\nBel 06-12345678.", "5 > 3 en 1234 AB"]
)
def test_text_outside_quotations_may_hold_an_address(study: Study, text: str) -> None:
    assert composed(study, f"# T\n\n{text}\n")[1] == []


def test_texts_in_two_languages_have_the_same_quotations(study: Study) -> None:
    write(study.folder, "# T\n\n::: quote deadline\n:::\n")
    write(study.folder, "# T\n\n::: quote made\n:::\n", "en")
    _, problems = read_template(study.folder, study, "en")
    assert {one.code for one in problems} == {"R022"}
    assert 'quotation "deadline"' in " ".join(one.message for one in problems)
    assert 'quotation "made"' in " ".join(one.message for one in problems)


def generated() -> list[Path]:
    """Give the files that hold words which reports, pages and mails say by themselves."""
    package = Path(peil.__file__).parent
    found = [*package.rglob("words/*.toml"), *package.rglob("*.j2"), *package.rglob("*.typ")]
    return sorted([*found, *(package / "report").rglob("*.py"), package / "weighting/describe.py"])


@pytest.mark.parametrize("path", generated(), ids=lambda path: path.name)
def test_nothing_that_is_generated_calls_anything_anonymised(path: Path) -> None:
    """Nobody who is told about is ever said to be unrecognisable: that can't be known."""
    text = path.read_text(encoding="utf-8").lower()
    for never in (
        "anonymised",
        "anonymized",
        "anonymisation",
        "anonymization",
        "anonimiseer",
        "anonimisering",
    ):
        assert never not in text
