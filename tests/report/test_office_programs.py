"""Word and PowerPoint files as LibreOffice opens them: every page and slide, charts drawn, nothing asked."""

import re
from pathlib import Path

import pypdfium2
import pytest
from office_charts import KINDS, MADE
from sample_document import figure, sample_document, text

from office_programs import LibreOffice
from peil.report.chart import ChartKind
from peil.report.document import Bullets, Document, Figure, Heading, Paragraph
from peil.report.docx.write import to_docx
from peil.report.pptx.write import to_pptx

CHARTS = [figure(number, KINDS[kind](synthetic=MADE)) for number, kind in enumerate(ChartKind, start=1)]
"""Few enough that LibreOffice keeps them all: beyond twenty it shows stretched stand-ins."""


def pages_of(office: LibreOffice, path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(office.as_pdf(path))]


def missing(shown: Figure, words: str) -> list[str]:
    """The labels of a chart that aren't drawn; a single series needs no name."""
    names = [series.name for series in shown.chart.series] if len(shown.chart.series) > 1 else []
    told = words.replace("-", "")
    wanted = (*names, *shown.chart.categories)
    return [name for name in wanted if squeezed(name).replace("-", "") not in told]


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.mark.slow
def test_libreoffice_opens_the_word_file_with_its_charts(libreoffice: LibreOffice, tmp_path) -> None:
    document = sample_document(blocks=(*sample_document().blocks, *CHARTS))
    pages = pages_of(libreoffice, tmp_path / "report.docx", to_docx(document))
    words = squeezed(" ".join(pages))
    for block in CHARTS:
        assert missing(block, words) == []
    assert all(squeezed(document.warning) in squeezed(page) for page in pages)
    assert "Deelnemersmelddenzichzelfaan" in words
    assert words.count(squeezed(MADE)) >= len(CHARTS)


@pytest.mark.slow
def test_libreoffice_opens_the_deck_with_its_charts(libreoffice: LibreOffice, tmp_path) -> None:
    blocks = []
    for shown in CHARTS:
        blocks += [Heading(2, "", text(f"Kop {shown.number}"), f"k{shown.number}"), shown]
    blocks += [Heading(2, "", text("Tekst"), "t"), Bullets(((Paragraph(text("Een zin.")),),))]
    document: Document = sample_document(blocks=tuple(blocks), notes={})
    pages = pages_of(libreoffice, tmp_path / "deck.pptx", to_pptx(document))
    assert len(pages) == len(CHARTS) + 2
    for shown, page in zip(CHARTS, pages[1:], strict=False):
        words = squeezed(page)
        assert f"Kop{shown.number}" in words
        assert missing(shown, words) == []
        assert squeezed(MADE) in words
    assert "Eenzin." in squeezed(pages[-1])


@pytest.mark.slow
def test_what_isnt_a_word_file_doesnt_open(libreoffice: LibreOffice, tmp_path) -> None:
    made = to_docx(sample_document(blocks=(Paragraph(text("x")),), notes={}))
    with pytest.raises(AssertionError):
        pages_of(libreoffice, tmp_path / "broken.docx", made[: len(made) // 2])
