"""The Word file: native charts, fields filled in, footnotes, what stands on every page, a house style."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from office_charts import KINDS, MADE, cells_at, drawn_series, parts_of
from sample_document import figure, matrix_table, sample_document, text
from small_study import STUDY, compose, make_study

from peil.core.span import Span
from peil.report.chart import Bar, ChartKind
from peil.report.charts.picture import alternative_text
from peil.report.document import Document, Figure, Heading, NumberedTable, Paragraph, Run
from peil.report.docx.house import House, open_house, read_house
from peil.report.docx.make import make_docx
from peil.report.docx.write import to_docx
from peil.report.outline import plain_text
from peil.report.pptx.write import to_pptx

AT = Span("study.toml", 3, 1)
CHARTS = [figure(number, KINDS[kind](), ()) for number, kind in enumerate(ChartKind, start=1)]
DUTCH = STUDY.replace('["nl", "en"]', '["nl"]')


def small(*blocks: object, **more: object) -> Document:
    return sample_document(**({"blocks": blocks, "notes": {}, "warning": ""} | more))


def opened(document: Document, house: House | None = None) -> WordFile:
    return docx.Document(BytesIO(to_docx(document, house)))


def instructions(file: WordFile) -> list[str]:
    return [element.text.strip() for element in file.element.body.iter(qn("w:instrText"))]


def words_of(element: object) -> str:
    return "".join(part.text or "" for part in element.iter(qn("w:t"))).replace("\u00a0", " ")


# ---- Charts


@pytest.fixture(scope="module")
def charts() -> bytes:
    return to_docx(small(*CHARTS))


@pytest.mark.slow
def test_every_chart_is_words_own_and_opens_its_workbook(charts: bytes) -> None:
    parts = parts_of(charts)
    drawn = [name for name in parts if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    assert len(drawn) == len(CHARTS) - 1 + 3, "small multiples are three"
    for name in drawn:
        relations = parts[name.replace("charts/", "charts/_rels/") + ".rels"].decode()
        target = re.search(r'Id="rId1"[^>]*Target="\.\./(embeddings/[^"]+)"', relations) or re.search(
            r'Target="\.\./(embeddings/[^"]+)"[^>]*Id="rId1"', relations
        )
        workbook = parts[f"word/{target.group(1)}"]
        for series in drawn_series(parts[name]):
            for address, cells in series.cells.values():
                assert len(cells_at(workbook, address)) == len(cells)
    assert not any(name.endswith(".png") for name in parts)
    types = parts["[Content_Types].xml"].decode()
    assert "drawingml.chart+xml" in types
    assert "spreadsheetml.sheet" in types


@pytest.mark.slow
def test_charts_are_told_in_words(charts: bytes) -> None:
    file = docx.Document(BytesIO(charts))
    drawn = [shape._inline.docPr for shape in file.inline_shapes]  # noqa: SLF001 - python-docx has no other door
    told = [(one.get("title"), one.get("descr")) for one in drawn]
    for block in CHARTS:
        if block.chart.kind is not ChartKind.MULTIPLES:
            assert (block.chart.title, alternative_text(block.chart)) in told
    ids = [element.get("id") for element in file.element.body.iter(qn("wp:docPr"))]
    assert len(ids) == len(set(ids))


def test_charts_fit_the_page(charts: bytes) -> None:
    file = docx.Document(BytesIO(charts))
    page = file.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    for shape in file.inline_shapes:
        assert 0 < shape.width <= room
        assert shape.height <= page.page_height - page.top_margin - page.bottom_margin


# ---- Fields


@pytest.mark.slow
def test_captions_are_numbered_by_word_and_filled_in() -> None:
    file = opened(
        small(figure(1, KINDS[ChartKind.BARS]()), matrix_table(1), figure(2, KINDS[ChartKind.BARS]()))
    )
    sequences = [one for one in instructions(file) if one.startswith("SEQ")]
    assert sequences == ["SEQ Figuur \\* ARABIC", "SEQ Tabel \\* ARABIC", "SEQ Figuur \\* ARABIC"]
    captions = [words_of(p._p) for p in file.paragraphs if p.style.name == "Caption"]  # noqa: SLF001 - python-docx has no other door
    assert [caption.partition(".")[0] for caption in captions] == ["Figuur 1", "Tabel 1", "Figuur 2"]


def test_a_reference_to_a_figure_follows_its_number() -> None:
    made = small(
        Paragraph((Run("Zie "), Run("Figuur 1", link="#figuur-1"))), figure(1, KINDS[ChartKind.BARS]())
    )
    file = opened(made)
    assert "REF figuur_1 \\h \\* CHARFORMAT" in instructions(file)
    (mark,) = (
        one for one in file.element.body.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) == "figuur_1"
    )
    held = []
    for element in mark.itersiblings():
        if element.tag == qn("w:bookmarkEnd"):
            break
        held.append(words_of(element))
    assert "".join(held) == "Figuur 1"


@pytest.mark.slow
def test_lists_of_contents_figures_and_tables_are_filled_in() -> None:
    document = sample_document()
    file = opened(document)
    lists = [one for one in instructions(file) if one.startswith("TOC")]
    assert lists == ['TOC \\o "1-2" \\h \\z \\u', 'TOC \\h \\z \\c "Figuur"', 'TOC \\h \\z \\c "Tabel"']
    by_style = {
        style: [p for p in file.paragraphs if p.style.name == style]
        for style in ("toc 1", "toc 2", "table of figures")
    }
    chapters = [b for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    assert [words_of(p._p) for p in by_style["toc 1"]] == [  # noqa: SLF001 - python-docx has no other door
        f"{b.number} {plain_text(b.text)}".strip() for b in chapters
    ]
    listed = [words_of(p._p).partition(".")[0] for p in by_style["table of figures"]]  # noqa: SLF001 - as above
    figures = [f"Figuur {b.number}" for b in document.blocks if isinstance(b, Figure)]
    tables = [f"Tabel {b.number}" for b in document.blocks if isinstance(b, NumberedTable) and b.number]
    assert listed == figures + tables
    titles = [p.text for p in file.paragraphs if p.style.name == "TOC Heading"]
    assert titles == ["Inhoud", "Figuren", "Tabellen"]


@pytest.mark.slow
def test_every_field_is_closed_and_none_is_marked_as_old() -> None:
    file = opened(sample_document())
    kinds = [one.get(qn("w:fldCharType")) for one in file.element.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    assert not any(one.get(qn("w:dirty")) for one in file.element.body.iter(qn("w:fldChar")))
    assert file.settings.element.find(qn("w:updateFields")) is None


# ---- Footnotes


@pytest.mark.slow
def test_notes_are_words_own_and_called_once() -> None:
    document = sample_document()
    made = to_docx(document)
    file = docx.Document(BytesIO(made))
    calls = [one.get(qn("w:id")) for one in file.element.body.iter(qn("w:footnoteReference"))]
    assert calls == ["1", "2", "3"]
    root = docx.oxml.parse_xml(parts_of(made)["word/footnotes.xml"])
    notes = {one.get(qn("w:id")): words_of(one).strip() for one in root.iter(qn("w:footnote"))}
    assert [notes[number] for number in calls] == [plain_text(one) for one in document.notes.values()]
    assert {"-1", "0"} <= set(notes)
    assert "NOTEREF _RefNote1 \\f \\h" in instructions(file), "the second call refers to the first"


def test_a_note_that_calls_a_note_has_its_words_instead() -> None:
    notes = {"a": (Run("Zie ook"), Run("", note="b"), Run(".")), "b": text("dit")}
    made = parts_of(to_docx(small(Paragraph((Run("Woord"), Run("", note="a"))), notes=notes)))
    assert words_of(docx.oxml.parse_xml(made["word/footnotes.xml"])).strip() == "Zie ook [dit]."


def test_a_link_in_a_note_leads_out() -> None:
    notes = {"a": (Run("het CBS", link="https://www.cbs.nl/"),)}
    made = parts_of(to_docx(small(Paragraph((Run("", note="a"),)), notes=notes)))
    assert b"https://www.cbs.nl/" in made["word/_rels/footnotes.xml.rels"]


def test_without_notes_there_is_no_part_for_them() -> None:
    assert "word/footnotes.xml" not in parts_of(to_docx(small(Paragraph(text("Niets.")))))


# ---- Every page


def test_the_warning_and_the_watermark_stand_on_every_page() -> None:
    plain = parts_of(to_docx(small(Paragraph(text("x")))))
    assert not any(name.startswith("word/header") for name in plain)
    made = parts_of(to_docx(small(Paragraph(text("x")), warning=MADE, watermark="concept")))
    header = made["word/header1.xml"].decode()
    assert MADE in header
    assert 'string="CONCEPT"' in header


def test_pages_are_numbered() -> None:
    assert b" PAGE " in parts_of(to_docx(small(Paragraph(text("x")))))["word/footer1.xml"]


def test_the_file_bears_the_day_of_the_report() -> None:
    file = opened(small(Paragraph(text("x")), date=dt.date(2026, 4, 17)))
    assert file.core_properties.created.date() == dt.date(2026, 4, 17)


def test_header_cells_are_bold_and_tables_are_told() -> None:
    table = opened(small(matrix_table(1, rows=2))).tables[0]
    assert all(run.bold for run in table.rows[2].cells[0].paragraphs[0].runs)
    assert not any(run.bold for run in table.rows[2].cells[1].paragraphs[0].runs)
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no other door
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == matrix_table(1).caption
    look = properties.find(qn("w:tblLook"))
    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")


# ---- A house style


def house_file(*lacking: str) -> bytes:
    """A house style, made as somebody would: a letter with its own type, margins, header and text."""
    file = docx.Document()
    for name in lacking:
        file.styles[name].delete()
    file.styles["Title"].font.color.rgb = RGBColor(0x99, 0x00, 0x33)
    file.styles["Normal"].font.name = "Georgia"
    file.sections[0].left_margin = Mm(45)
    file.sections[0].header.paragraphs[0].text = "Huis van Onderzoek"
    file.add_paragraph("Geachte mevrouw Jansen")
    made = BytesIO()
    file.save(made)
    return made.getvalue()


@pytest.mark.slow
def test_a_house_style_is_taken_over_without_its_text() -> None:
    house, problems = read_house(house_file(), AT, "house.docx")
    assert problems == ()
    made = to_docx(small(figure(1, KINDS[ChartKind.BARS]()), warning=MADE), house)
    assert made == to_docx(small(figure(1, KINDS[ChartKind.BARS]()), warning=MADE), house)
    parts = parts_of(made)
    assert not any(b"Geachte" in part for part in parts.values())
    header = next(part.decode() for name, part in parts.items() if name.startswith("word/header"))
    assert "Huis van Onderzoek" in header
    assert MADE in header
    assert 'typeface="Georgia"' in parts["word/charts/chart1.xml"].decode()
    file = docx.Document(BytesIO(made))
    assert file.styles["Title"].font.color.rgb == RGBColor(0x99, 0x00, 0x33)
    assert file.sections[0].left_margin.mm == pytest.approx(45, abs=0.1)
    languages = {element.get(qn("w:val")) for element in file.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}


@pytest.mark.slow
def test_what_a_house_style_lacks_is_told_and_borrowed() -> None:
    house, problems = read_house(house_file("Caption", "List Bullet", "List Number"), AT, "house.docx")
    assert " ".join(map(str, problems)) == (
        "study.toml:3:1  R047  house.docx has no style Caption; ours are taken. "
        "Use each of them once in that file and save it: Word leaves out styles that nothing uses."
    )
    file = opened(sample_document(), house)
    bullets = [p for p in file.paragraphs if p.style.name == "List Bullet"]
    assert [p.text for p in bullets] == [
        "Wie gebruikt GenAI, en waarvoor?",
        "Wat betekent dat voor werk en inkomen?",
    ]
    numbered = file.styles["List Bullet"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    known = {one.get(qn("w:numId")) for one in file.part.numbering_part.element.iter(qn("w:num"))}
    assert numbered in known


@pytest.mark.parametrize("content", [b"", b"niets", b"PK\x03\x04", None])
def test_what_is_no_word_file_is_a_problem(content: bytes | None) -> None:
    house, problems = read_house(
        parts_of(house_file())["word/document.xml"] if content is None else content, AT, "x.docx"
    )
    assert house is None
    assert [one.code for one in problems] == ["R046"]


@pytest.mark.slow
def test_comments_and_pictures_of_a_house_style_stay_out() -> None:
    source = docx.Document(BytesIO(house_file()))
    source.paragraphs[0].add_run("tekst")
    source.add_comment(source.paragraphs[0].runs, text="Geheim over Jansen", author="P. de Groot")
    made = BytesIO()
    source.save(made)
    file = open_house(House(made.getvalue()))
    kinds = {relation.reltype.rpartition("/")[2] for relation in file.part.rels.values()}
    assert "comments" not in kinds
    written = parts_of(to_docx(small(Paragraph(text("x"))), House(made.getvalue())))
    assert not any(b"Groot" in part for part in written.values())


@pytest.mark.slow
def test_a_study_names_its_house_style(tmp_path) -> None:
    study = make_study(tmp_path, study=DUTCH + '\n[report]\nreference = "house.docx"\n')
    document, problems = compose(study, "# T\n\nWoorden.\n")
    assert problems == []
    made, told = make_docx(document, study)
    assert [(one.code, one.span.file, one.span.line > 0) for one in told] == [("R046", "study.toml", True)]
    assert made == to_docx(document)
    (tmp_path / "house.docx").write_bytes(house_file())
    made, told = make_docx(document, study)
    assert told == ()
    assert docx.Document(BytesIO(made)).styles["Normal"].font.name == "Georgia"


@pytest.mark.parametrize("name", ["../house.docx", "/etc/house.docx", "a\\\\b.docx"])
def test_a_house_style_lies_in_the_studys_folder(name: str, tmp_path) -> None:
    from peil.study.reader.read import read_study  # noqa: PLC0415 - the maker of small studies takes no errors

    make_study(tmp_path, study=DUTCH)
    (tmp_path / "study.toml").write_text(DUTCH + f'\n[report]\nreference = "{name}"\n', encoding="utf-8")
    found = [one for one in read_study(tmp_path).problems if one.span.file == "study.toml"]
    assert [one.message for one in found] == ["The house style lies in the study's folder."]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("write", [to_docx, to_pptx])
def test_a_hidden_value_is_in_no_byte_of_the_file(
    kind: ChartKind, write: Callable[[Document], bytes]
) -> None:
    def bytes_with(share: float | None) -> bytes:
        chart = KINDS[kind]()
        planted = Bar(share, "–" if share is None else "73,91%", low=share, high=share)
        first = replace(chart.series[0], bars=(planted, *chart.series[0].bars[1:]))
        shown = replace(chart, description="Beschreven.", series=(first, *chart.series[1:]))
        document = small(Heading(2, "", text("Kop"), "kop"), figure(1, shown))
        return b"\n".join(parts_of(write(document)).values())

    for planted in (b"0.7391", b"73,91%"):
        assert planted in bytes_with(0.7391), "the control: it is found where it is shown"
        assert planted not in bytes_with(None)
