"""The reference study's report in English: the Dutch report's findings, in English alone."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import page as pdf_checker
import pypdfium2
import pytest

from peil import line, reportline
from peil.core.problem import Problem, Severity
from peil.report.document import Document, Figure, Heading, NumberedTable
from peil.report.html.write import to_html
from peil.report.pdf.write import to_pdf

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"
# Words that are English as well as Dutch, and names: all that the two reports have in common.
SHARED = (
    "ai apart april best budget codes deadline design even genai in is items kunstenbond mails makers "
    "marketing media museum of open over panteia peil per percentage percentages public register sbi "
    "sector software taken ten video want was"
)

Composed = tuple[Document, tuple[Problem, ...]]


@pytest.fixture(scope="module")
def composed() -> Composed:
    return reportline.compose_report(line.read_sound_study(REFERENCE), None, language="en")


@pytest.fixture(scope="module")
def document(composed: Composed) -> Document:
    return composed[0]


@pytest.fixture(scope="module")
def dutch() -> Document:
    return reportline.compose_report(line.read_sound_study(REFERENCE), None, language="nl")[0]


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return to_pdf(document)


def words_of(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in opened)


def exhibits(document: Document) -> Iterator[Figure | NumberedTable]:
    return (block for block in document.blocks if isinstance(block, Figure | NumberedTable))


def text_of(html: str) -> str:
    """Give what a page shows or reads out."""
    body = re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)
    shown = re.findall(r">([^<]+)<", body)
    told = re.findall(r'(?:title|alt|aria-label)="([^"]*)"', body)
    return " ".join(map(unescape, (*shown, *told)))


def words_in(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text.casefold()))


def names_of_classes(document: Document) -> list[str]:
    """Give the classes of the sectors' annex, which go by their Dutch names in every language."""
    tables = (block for block in document.blocks if isinstance(block, NumberedTable) and not block.number)
    (crosswalk,) = tables
    return [name for row in crosswalk.grid.body for run in row[1].text for name in run.text.split("; ")]


def test_every_sentence_is_true_and_says_what_the_dutch_one_says(composed: Composed) -> None:
    """A difference between the two texts is a warning of its own (R022)."""
    assert [str(problem) for problem in composed[1] if problem.severity is not Severity.INFO] == []


def test_chapters_figures_and_tables_are_those_of_the_dutch_report(
    document: Document, dutch: Document
) -> None:
    headings, exhibits_told, charts = [], [], []
    for report in (document, dutch):
        headings.append(
            [(block.level, block.number) for block in report.blocks if isinstance(block, Heading)]
        )
        exhibits_told.append([(type(block), block.number, block.anchor) for block in exhibits(report)][:-1])
        charts.append(
            [
                [bar.printed for series in block.chart.series for bar in series.bars]
                for block in exhibits(report)
                if isinstance(block, Figure)
            ]
        )
    assert headings[0] == headings[1]
    assert exhibits_told[0] == exhibits_told[1]
    assert charts[0] == charts[1]
    assert len(charts[0]) == 35


def test_the_title_page_and_what_the_plan_says_are_in_english(document: Document) -> None:
    assert document.title == "Generative AI and work in the creative sector"
    assert document.front == (
        ("Commissioned by", "Kunstenbond (original study)"),
        ("Carried out by", "Panteia (original study)"),
        ("Date", "17 April 2026"),
    )
    assert document.warning.startswith("Synthetic data: ")


@pytest.mark.slow
def test_the_page_has_no_dutch_words(document: Document, dutch: Document) -> None:
    html = to_html(document)
    assert '<html lang="en"' in html
    text = text_of(html)
    for name in names_of_classes(document):
        assert name in text
        text = text.replace(name, "")
    assert words_in(text) & words_in(text_of(to_html(dutch))) == words_in(SHARED)


@pytest.mark.slow
def test_the_pdf_is_in_english_is_labelled_and_passes_the_checker(
    document: Document, dutch: Document, pdf: bytes
) -> None:
    words = words_of(pdf)
    assert words_in(words.split("Classes in the other source")[0]) & words_in(
        text_of(to_html(dutch))
    ) <= words_in(SHARED)
    for block in exhibits(document):
        if block.number:
            name = f"{'Figure' if isinstance(block, Figure) else 'Table'} {block.number}."
            assert name in words.replace("\u00a0", " "), name
    opened = pypdfium2.PdfDocument(pdf)
    assert all("Synthetic data" in page.get_textpage().get_text_bounded() for page in opened)
    profile = pdf_checker.ValidationProfile.PDF_UA_1
    assert pdf_checker.validate_pdf_bytes(pdf, profile=profile).is_compliant


@pytest.mark.slow
def test_the_sectors_annex_tells_its_title_and_source(pdf: bytes) -> None:
    words = words_of(pdf)
    assert "classes of the Dutch Standard Industrial Classification (SBI 2008)" in words
    assert "Question 5; Peil's own assignment" in words
