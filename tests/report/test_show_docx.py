"""The Word file: Word's own headings, lists, captions and tables, its language, and words for pictures."""

import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_document import HOSTILE, matrix_table, sample_document, text
from show_study import shown, write_show_study

from peil.report.charts.picture import alternative_text
from peil.report.document import (
    Bullets,
    Document,
    Figure,
    Grid,
    Heading,
    NumberedTable,
    Paragraph,
    Run,
    TableCell,
)
from peil.report.docx.write import to_docx
from peil.report.outline import plain_text


@pytest.fixture(scope="module")
def document() -> Document:
    return sample_document(authors=("A. de Vries", "B. Jansen"))


@pytest.fixture(scope="module")
def made(document: Document) -> bytes:
    return to_docx(document)


@pytest.fixture(scope="module")
def file(made: bytes) -> WordFile:
    return docx.Document(BytesIO(made))


def opened(document: Document) -> WordFile:
    return docx.Document(BytesIO(to_docx(document)))


def styled(file: WordFile, style: str) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs if paragraph.style.name == style]


def small(*blocks: object) -> Document:
    return sample_document(blocks=blocks, notes={}, warning="")


# ---- What it holds


@pytest.mark.slow
def test_every_part_is_sound_xml_and_the_same_each_time(document: Document, made: bytes) -> None:
    with ZipFile(BytesIO(made)) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(parts.read(name))  # noqa: S314 - our own file
        assert {entry.date_time[0] for entry in parts.infolist()} == {1980}
    assert to_docx(document) == made


@pytest.mark.slow
def test_headings_are_words_own(document: Document, file: WordFile) -> None:
    for level in (1, 2):
        wanted = [
            f"{block.number} {plain_text(block.text)}".strip()
            for block in document.blocks
            if isinstance(block, Heading) and block.level == level
        ]
        found = [words for words in styled(file, f"Heading {level}") if words != "Noten"]
        assert [re.sub(r"\d*$", "", words) for words in found] == [
            re.sub(r"\d*$", "", words) for words in wanted
        ]


@pytest.mark.slow
def test_it_names_its_title_authors_and_language(document: Document, file: WordFile) -> None:
    assert file.core_properties.title == document.title
    assert file.core_properties.author == "A. de Vries, B. Jansen"
    assert file.core_properties.language == "nl"
    assert styled(file, "Title") == [document.title]
    languages = {element.get(qn("w:val")) for element in file.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}


def test_headers_of_tables_stand_again_on_each_page_and_rows_stay_whole(file: WordFile) -> None:
    grids = [block.grid for block in sample_document().blocks if isinstance(block, NumberedTable)]
    assert len(file.tables) == len(grids)
    for table, grid in zip(file.tables, grids, strict=True):
        assert table.style.name == "Table Grid"
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]  # noqa: SLF001 - python-docx has no other door
        assert heads == [True] * len(grid.head) + [False] * len(grid.body)
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)  # noqa: SLF001 - as above
        last = grid.body[-1]
        assert table.rows[-1].cells[0].text == plain_text(last[0].text)
        assert table.rows[-1].cells[-1].text.startswith(plain_text(last[-1].text))


def test_a_cell_over_several_columns_is_one_cell(file: WordFile) -> None:
    cells = (TableCell(text("a")), TableCell(text("b"))), (TableCell(text("samen"), columns=2),)
    table = opened(small(NumberedTable(0, "", "", "", "", (), Grid((), cells)))).tables[0]
    assert table.rows[1].cells[0]._tc is table.rows[1].cells[1]._tc  # noqa: SLF001 - python-docx has no other door
    assert table.rows[1].cells[0].text == "samen"
    assert file.tables


def test_pictures_are_drawn_and_told_in_words(document: Document, file: WordFile) -> None:
    figures = [block for block in document.blocks if isinstance(block, Figure)]
    told = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]  # noqa: SLF001 - python-docx has no other door
    assert told == [alternative_text(figure.chart) for figure in figures]
    room = file.sections[0].page_width - 2 * file.sections[0].left_margin
    for shape in file.inline_shapes:
        assert 0 < shape.width <= room
        assert shape.height <= file.sections[0].page_height


def test_captions_are_words_own(document: Document, file: WordFile) -> None:
    captions = styled(file, "Caption")
    for block in document.blocks:
        if isinstance(block, Figure):
            assert any(
                words.replace("\u00a0", " ").startswith(f"Figuur {block.number}. {block.caption}")
                for words in captions
            )
        elif isinstance(block, NumberedTable) and block.number:
            assert any(
                words.replace("\u00a0", " ").startswith(f"Tabel {block.number}. {block.caption}")
                for words in captions
            )


def test_every_link_within_leads_somewhere(file: WordFile) -> None:
    body = file.element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert links
    assert links <= set(marks)
    starts = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(starts) == len(set(starts))
    assert set(starts) == {mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkEnd"))}


def test_hostile_words_come_out_as_themselves() -> None:
    hostile = f"{HOSTILE}\x07\ufffe"
    blocks = (
        Heading(1, "", text(hostile), "kop"),
        Paragraph((Run(hostile, bold=True), Run("zie", link="#kop"))),
    )
    made = opened(replace(small(*blocks), title=hostile))
    assert styled(made, "Heading 1") == [HOSTILE]
    assert styled(made, "Normal")[-1] == f"{HOSTILE}zie"
    assert made.core_properties.title == HOSTILE


def test_each_numbered_list_begins_at_one() -> None:
    items = tuple((Paragraph(text(words)),) for words in ("een", "twee"))
    made = opened(
        small(Bullets(items, ordered=True), Paragraph(text("tussen")), Bullets(items, ordered=True))
    )
    numbered = [p for p in made.paragraphs if p.style.name == "List Number"]
    ids = [p._p.pPr.numPr.numId.val for p in numbered]  # noqa: SLF001 - python-docx has no other door
    assert ids[0] == ids[1] != ids[2] == ids[3]


def test_a_list_within_a_list_is_indented() -> None:
    inner = Bullets(((Paragraph(text("binnen")),),))
    made = opened(small(Bullets(((Paragraph(text("buiten")), inner),))))
    assert styled(made, "List Bullet") == ["buiten"]
    assert styled(made, "List Bullet 2") == ["binnen"]


def test_anchors_alike_in_their_first_letters_stay_apart() -> None:
    long = "x" * 60
    blocks = [Heading(1, "", text(str(i)), f"{long}{i}") for i in range(3)]
    made = opened(small(*blocks, Paragraph((Run("naar", link=f"#{long}2"),))))
    marks = [mark.get(qn("w:name")) for mark in made.element.body.iter(qn("w:bookmarkStart"))]
    assert len(set(marks)) == 3
    assert max(map(len, marks)) <= 40


characters = st.text(max_size=30)


@pytest.mark.slow
@settings(max_examples=25)
@given(
    words=characters,
    anchor=characters,
    cells=st.lists(st.lists(characters, min_size=2, max_size=2), min_size=1),
)
def test_any_words_can_be_written(words: str, anchor: str, cells: list[list[str]]) -> None:
    rows = tuple(tuple(TableCell(text(cell)) for cell in row) for row in cells)
    blocks = (
        Heading(1, "", text(words), anchor),
        Paragraph((Run(words, link=f"#{anchor}"),)),
        NumberedTable(1, f"t{anchor}", words, words, words, (text(words),), Grid((), rows)),
    )
    assert len(opened(replace(small(*blocks), title=words)).tables[0].rows) == len(cells)


# ---- The questionnaire


@pytest.mark.slow
def test_the_questionnaire_with_its_map_is_a_word_file(tmp_path) -> None:
    document = shown(write_show_study(tmp_path / "study"))
    made = to_docx(document)
    file = docx.Document(BytesIO(made))
    assert "Vraag 4 · reasons" in styled(file, "Heading 3")
    assert any("Na deze pagina eindigt de vragenlijst" in words for words in styled(file, "Normal"))
    (picture,) = file.inline_shapes
    assert "3 Gebruikt u AI?: altijd gesteld;" in picture._inline.docPr.get("descr")  # noqa: SLF001 - python-docx has no other door
    with ZipFile(BytesIO(made)) as parts:
        (name,) = (name for name in parts.namelist() if name.endswith(".png"))
        width, _ = struct.unpack(">II", parts.read(name)[16:24])
    assert width > 1000


def test_a_wide_table_keeps_to_the_page() -> None:
    made = opened(small(matrix_table(1)))
    widths = [column.width for column in made.tables[0].columns]
    assert sum(widths) <= made.sections[0].page_width - 2 * made.sections[0].left_margin + 9 * 12700
