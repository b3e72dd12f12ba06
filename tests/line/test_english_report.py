"""The reference study's report in English: the Dutch report's findings, in English alone."""

import re
from collections.abc import Iterator
from html import unescape

import page as pdf_checker
import pypdfium2
import pytest

from peil.core.problem import Problem, Severity
from peil.report.document import Document, Figure, Heading, NumberedTable
from peil.report.html.write import to_html
from peil.report.pdf.write import to_pdf
from published_reference import composed as composed_in

pytestmark = pytest.mark.slow

# Words that are English as well as Dutch, and names: all that the two reports have in common.
SHARED = (
    "ai apart april bases basis beginners best boekman budget codes computer contact contract cookies data "
    "deadline design effect even genai had half in interview interviewer ip is items kunstenbond links mail "
    "mails makers marketing masi media minimum museum of open over panteia past peil per percentage "
    "percentages project public register routing sbi sector software stand tab taken ten video want was web"
)
# What the annex on methodology names in every language: who asks for its items, an address, an act.
NAMES = (
    "American Association for Public Opinion Research (AAPOR)",
    "AAPOR Transparency Initiative",
    "Transparency Initiative",
    "CHERRIES",
    "Eysenbach, Journal of Medical Internet Research",
    "onderzoek@example.org",
    "art. 6(1)(a) GDPR",
    "SHA-256",
    # Answers in own words that were printed, and that the annex on printed figures names as they were given.
    "gepensioneerd",
    "bestuurslid",
    "“student”",
    "half in loondienst, half zzp",
)
# A fingerprint is no word, nor are the ids by which an origin names its table.
FINGERPRINT = re.compile(r"(?:[0-9a-f]{8} ?){8}")
TABLE = re.compile(r"; tab(?:le|el) [\w.]+(?: × [\w.]+)*")

Composed = tuple[Document, tuple[Problem, ...]]


@pytest.fixture(scope="module")
def composed() -> Composed:
    return composed_in("en")


@pytest.fixture(scope="module")
def document(composed: Composed) -> Document:
    return composed[0]


@pytest.fixture(scope="module")
def dutch() -> Document:
    return composed_in("nl")[0]


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


def without_names(text: str) -> str:
    for name in NAMES:
        assert name in text
        text = text.replace(name, " ")
    return FINGERPRINT.sub(" ", TABLE.sub(" ", text))


def words_in(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text.casefold()))


def names_of_classes(document: Document) -> list[str]:
    """Give the classes of the sectors' annex, which go by their Dutch names in every language."""
    tables = (block for block in document.blocks if isinstance(block, NumberedTable))
    (crosswalk,) = (table for table in tables if table.anchor == "crosswalk-sectors")
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


def test_the_page_has_no_dutch_words(document: Document, dutch: Document) -> None:
    html = to_html(document)
    assert '<html lang="en"' in html
    text = text_of(html)
    for name in names_of_classes(document):
        assert name in text
        text = text.replace(name, "")
    dutch_words = words_in(without_names(text_of(to_html(dutch))))
    assert words_in(without_names(text)) & dutch_words == words_in(SHARED)


def test_the_pdf_is_in_english_is_labelled_and_passes_the_checker(
    document: Document, dutch: Document, pdf: bytes
) -> None:
    words = words_of(pdf)
    dutch_words = words_in(without_names(text_of(to_html(dutch))))
    assert words_in(words.split("Classes in the other source")[0]) & dutch_words <= words_in(SHARED)
    for block in exhibits(document):
        if block.number:
            name = f"{'Figure' if isinstance(block, Figure) else 'Table'} {block.number}."
            assert name in words.replace("\u00a0", " "), name
    opened = pypdfium2.PdfDocument(pdf)
    assert all("Synthetic data" in page.get_textpage().get_text_bounded() for page in opened)
    profile = pdf_checker.ValidationProfile.PDF_UA_1
    assert pdf_checker.validate_pdf_bytes(pdf, profile=profile).is_compliant


def test_the_sectors_annex_tells_its_title_and_source(pdf: bytes) -> None:
    words = words_of(pdf)
    assert "classes of the Dutch Standard Industrial Classification (SBI 2008)" in words
    assert "Question 5; Peil's own assignment" in words
