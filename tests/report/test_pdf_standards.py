"""PDF/UA-1 and PDF/A-2a in one file, by an independent checker; what that can't see is read with pdfium.

The checker looks at alternative texts, languages, tags and fonts; damage to each is found. It doesn't look at
the headers of tables: without any the file still passes, so these are looked at here.
"""

import datetime as dt
import re
from dataclasses import replace

import page as page_validation
import pypdfium2
import pytest
from pdf_tags import Tag, read_tags
from sample_document import matrix_table, sample_document, text

from peil.report.document import Bullets, Document, Grid, NumberedTable, TableCell
from peil.report.pdf.encode import NO_DATE
from peil.report.pdf.objects import UnexpectedPdfError
from peil.report.pdf.row_headers import tag_row_headers
from peil.report.pdf.split_columns import split_columns
from peil.report.pdf.widths import SIZES, TEXT_WIDTH, least_widths
from peil.report.pdf.write import to_pdf

UA, ARCHIVE = page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A
TEXT = rb"\((?:\\.|[^\\)])*\)"


def failures(pdf: bytes, profile: page_validation.ValidationProfile) -> set[str]:
    report = page_validation.validate_pdf_bytes(pdf, profile=profile)
    assert report.is_compliant == (not report.failures)
    return {failure.rule_id for failure in report.failures}


def damage(pdf: bytes, what: bytes, by: bytes = b"", count: int = 1) -> bytes:
    """Write spaces, or something of the same length, over part of a file: its references stay right."""
    done, made = re.subn(what, lambda found: by.ljust(len(found.group())), pdf, count=count)
    assert made
    assert len(done) == len(pdf)
    return done


@pytest.fixture(scope="module")
def document() -> Document:
    return sample_document(date=dt.date(2026, 6, 1))


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return to_pdf(document)


@pytest.mark.slow
@pytest.mark.parametrize("profile", [UA, ARCHIVE])
def test_it_conforms(pdf: bytes, profile: page_validation.ValidationProfile) -> None:
    assert failures(pdf, profile) == set()


@pytest.mark.parametrize(
    ("what", "by", "rules"),
    [
        (rb"/Alt" + TEXT, b"", {"PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"}),
        (rb"DisplayDocTitle true", b"DisplayDocTitl3 true", {"PDFUA1-VIEWER-PREFERENCES-001"}),
        (rb"/S/H1", b"/S/H5", {"PDFUA1-HEADING-NESTING-001"}),
        (rb"/Contents" + TEXT, b"", {"PDFUA1-LINK-CONTENTS-001"}),
        (rb"<pdfuaid:part>1", b"<pdfuaid:part>2", {"PDFUA1-ID-PART-001"}),
    ],
    ids=["alternative text", "title shown", "headings in order", "links told", "its claim"],
)
def test_damage_to_what_a_reader_needs_is_found(pdf: bytes, what: bytes, by: bytes, rules: set[str]) -> None:
    assert failures(damage(pdf, what, by), UA) == rules


def test_a_file_without_a_language_is_found(pdf: bytes) -> None:
    assert "PDFUA1-ALT-TEXT-LANGUAGE-001" in failures(damage(pdf, rb"/Lang\(nl\)"), UA)


@pytest.mark.parametrize(
    ("what", "by", "rule"),
    [
        (rb"<pdfaid:part>2", b"<pdfaid:part>1", "ID-PART-001"),
        (rb"/FontFile\d \d+ 0 R", b"", "FONT-EMBEDDING-001"),
        (rb"/ToUnicode \d+ 0 R", b"", "UNICODE-MAPPING-001"),
        (rb"/MarkInfo<<[^>]*>>", b"", "TAGGED-DOCUMENT-001"),
        (rb"/S/Figure", b"/S/Figur3", "STRUCT-TREE-ROLE-MAP-001"),
    ],
    ids=["its claim", "a font inside", "letters known", "tagged", "tags known"],
)
def test_damage_to_what_an_archive_needs_is_found(pdf: bytes, what: bytes, by: bytes, rule: str) -> None:
    assert f"PDFA2A-{rule}" in failures(damage(pdf, what, by), ARCHIVE)


def test_the_file_tells_its_language_its_title_and_its_day(pdf: bytes) -> None:
    opened = pypdfium2.PdfDocument(pdf)
    properties = opened.get_metadata_dict()
    opened.close()
    assert b"/Lang(nl)" in pdf
    assert properties["Title"] == "Generatieve AI en creatief werk"
    assert properties["CreationDate"].startswith("D:20260601")


def test_a_report_without_a_day_never_gets_todays() -> None:
    opened = pypdfium2.PdfDocument(to_pdf(sample_document(blocks=(), notes={}, date=None)))
    assert opened.get_metadata_dict()["CreationDate"].startswith(f"D:{NO_DATE:%Y%m%d}")
    opened.close()


@pytest.mark.slow
def test_a_draft_says_so_on_every_page(document: Document) -> None:
    made = to_pdf(replace(document, watermark="concept"))
    opened = pypdfium2.PdfDocument(made)
    words = [page.get_textpage().get_text_range() for page in opened]
    opened.close()
    assert ["CONCEPT" in one for one in words] == [True] * len(words)
    assert failures(made, UA) == failures(made, ARCHIVE) == set()


# ---- Row headers


def rows_of(pdf: bytes) -> list[Tag]:
    return [row for root in read_tags(pdf) for row in root.all("TR")]


def set_table(grid: Grid, caption: str = "Tabel") -> bytes:
    table = NumberedTable(1, "t", caption, "", "", (), grid)
    return to_pdf(sample_document(blocks=(table,), notes={}))


def test_every_number_is_read_with_its_row_and_its_column(pdf: bytes) -> None:
    """Of the matrix of 12 and 45 rows: eight numbers a row, each with the one header of its row."""
    numbers = 0
    for row in rows_of(pdf):
        heads = [cell for cell in row.children if cell.scope == "Row"]
        data = [cell for cell in row.children if cell.kind == "TD"]
        if len(row.children) < 9 or not data:
            continue
        assert len(heads) == 1
        assert heads[0].kind == "TH"
        for cell in data:
            numbers += 1
            assert heads[0].id in cell.headers
            assert len([one for one in cell.headers if one.startswith("U")]) == 2  # arbeidsrelatie, zzp'er
    assert numbers == 8 * (12 + 45)


def test_ids_of_headers_are_unique_and_all_that_are_named_exist(pdf: bytes) -> None:
    rows = rows_of(pdf)
    ids = [cell.id for row in rows for cell in row.children if cell.id]
    assert len(ids) == len(set(ids))
    named = {one for row in rows for cell in row.children for one in cell.headers}
    empty_corners = {one for one in named if re.fullmatch(r"U\d+x0y0", one)}  # pdfium skips empty elements
    assert named - set(ids) == empty_corners
    tree = b"".join(re.findall(rb"/IDTree<</Names\[([^]]*)\]", pdf))
    held = re.findall(rb"\(([^)]*)\)", tree)
    assert held == sorted(held)
    assert set(ids) <= {one.decode() for one in held}


def test_a_row_that_heads_others_is_read_with_them_and_comes_back_on_a_new_page() -> None:
    def row(name: str) -> tuple[TableCell, ...]:
        return (TableCell(text(name), header=True), TableCell(text("12%"), numeric=True))

    block = (TableCell(text("Muziek en podium"), header=True, columns=2),)
    head = (TableCell((), header=True), TableCell(text("Aandeel"), numeric=True, header=True))
    made = set_table(Grid((head,), (row("Los"), block, *(row(f"Rij {i}") for i in range(60)))))
    rows = rows_of(made)
    _, over = [
        cell for one in rows for cell in one.children if len(one.children) == 1
    ]  # the first is "Aandeel"
    heard = [over.id in one.children[1].headers for one in rows if len(one.children) == 2]
    assert over.kind == "TH"
    assert heard == [False] + [True] * 60
    opened = pypdfium2.PdfDocument(made)
    assert sum("Muziek en podium" in page.get_textpage().get_text_range() for page in opened) >= 2
    opened.close()
    assert failures(made, UA) == failures(made, ARCHIVE) == set()


def test_tables_without_a_header_row_and_within_lists_have_row_headers_too() -> None:
    grid = Grid((), ((TableCell(text("Opdrachtgever")), TableCell(text("De Bond"))),))
    plain = NumberedTable(0, "", "", "", "", (), grid)
    made = to_pdf(sample_document(blocks=(plain, Bullets(((plain,),))), notes={}))
    assert [[cell.scope for cell in row.children] for row in rows_of(made)] == [["Row", ""]] * 2
    assert [row.children[1].headers == (row.children[0].id,) for row in rows_of(made)] == [True] * 2
    assert failures(made, UA) == failures(made, ARCHIVE) == set()


def test_an_empty_cell_heads_nothing_and_a_table_may_have_no_row_headers() -> None:
    cells = (TableCell(()), TableCell(text("12%"), numeric=True))
    one = set_table(Grid((), (cells,)))
    two = set_table(Grid((), ((TableCell(text("a")), TableCell(text("b"))),), row_headers=0))
    for made in (one, two):
        assert {cell.kind for row in rows_of(made) for cell in row.children} == {"TD"}


def test_tagging_refuses_a_file_that_holds_other_tables(pdf: bytes) -> None:
    with pytest.raises(UnexpectedPdfError, match="tables"):
        tag_row_headers(pdf, (matrix_table(1).grid,))


# ---- Wide tables


def wide_grid(columns: int) -> Grid:
    top = (TableCell((), header=True), TableCell(text("Sector"), header=True, columns=columns))
    names = [f"Groep {number} podiumkunsten" for number in range(columns)]
    head = (TableCell((), header=True), *(TableCell(text(name), numeric=True, header=True) for name in names))
    block = (TableCell(text("Blok"), header=True, columns=columns + 1),)
    row = (
        TableCell(text("Eens"), header=True),
        *(TableCell(text(f"{i}%"), numeric=True) for i in range(columns)),
    )
    return Grid((top, head), (block, row))


def test_a_table_that_fits_is_not_split() -> None:
    grid = matrix_table(1).grid
    assert split_columns(grid) == (grid,)
    given = replace(wide_grid(30), widths=(1.0,) * 31)
    assert split_columns(given) == (given,)


@pytest.mark.parametrize("columns", [9, 17, 40])
def test_a_wide_table_is_set_in_parts_that_fit_with_every_column_once(columns: int) -> None:
    parts = split_columns(wide_grid(columns))
    assert len(parts) > 1
    for part in parts:
        assert sum(least_widths(part, SIZES[-1])) <= TEXT_WIDTH
        top, head = part.head
        block, row = part.body
        assert [cell.text for cell in row[:1]] == [text("Eens")]
        assert top[1].columns == len(head) - 1 == len(row) - 1
        assert block[0].columns == len(row)
    numbers = [cell.text[0].text for part in parts for cell in part.body[1][1:]]
    assert numbers == [f"{number}%" for number in range(columns)]


def test_the_parts_of_a_wide_table_are_on_the_page_and_tagged() -> None:
    made = set_table(wide_grid(17), "Breed")
    data = [cell for row in rows_of(made) for cell in row.children if cell.kind == "TD"]
    assert len(data) == 17
    assert all(any(one.startswith("H") for one in cell.headers) for cell in data)
    assert failures(made, UA) == failures(made, ARCHIVE) == set()
