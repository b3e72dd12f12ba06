"""The reference report's tables beside other studies, the population and talks, in a PDF that is heard."""

from functools import cache

import page as page_validation
import pypdfium2
import pytest

from peil.report.document import Document, NumberedTable
from peil.report.pdf.write import to_pdf
from published_reference import composed

pytestmark = pytest.mark.slow

BESIDE = (
    "population-cbs2025q3", "population-cbs2025q3-weights", "boekman2025-use", "boekman2025-jobs12",
    "boekman2025-jobs5", "talks", "annex-audit", "annex-comparisons", "remarks_coded",
)  # fmt: skip


@cache
def alone(language: str) -> Document:
    """Give the tables alone: what references in their notes lead to isn't there."""
    document = composed(language)[0]
    found = [one for one in document.blocks if isinstance(one, NumberedTable) and one.anchor in BESIDE]
    assert [one.anchor for one in sorted(found, key=lambda one: BESIDE.index(one.anchor))] == list(BESIDE)
    return Document(language, document.title, "", (), document.warning, tuple(found))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_they_conform_and_are_read_as_they_are_written(language: str) -> None:
    pdf = to_pdf(alone(language))
    for profile in (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A):
        assert page_validation.validate_pdf_bytes(pdf, profile=profile).failures == []
    opened = pypdfium2.PdfDocument(pdf)
    try:
        said = " ".join(page.get_textpage().get_text_range() for page in opened)
    finally:
        opened.close()
    assert said.count("verzonnen" if language == "nl" else "invented") >= 5


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_figure_beside_ours_says_of_how_many_and_where_and_when_it_was_printed(language: str) -> None:
    unknown = {"nl": "datum onbekend", "en": "date unknown"}[language]
    for table in (one for one in composed(language)[0].blocks if isinstance(one, NumberedTable)):
        if table.anchor.startswith("boekman2025-"):
            heads = ["".join(run.text for run in cell.text) for cell in table.grid.head[0]]
            assert all("(n" in head.replace("\u00a0", " ") for head in heads[1:] if "procent" not in head
                       and "percent" not in head), heads  # fmt: skip
            assert "2026" in table.source
        elif table.number == 0 and "Kunstenbond" in table.source and not table.anchor:
            assert unknown in table.source


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_generated_says_representative(language: str) -> None:
    said = str(composed(language)[0].blocks).casefold()
    assert "representati" not in said
