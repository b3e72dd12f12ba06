"""The deck as a file: slides with titles, native charts, words that fit, what is said at each."""

import re
from dataclasses import replace
from io import BytesIO

import pptx
import pytest
from office_charts import KINDS, MADE, cells_at, drawn_series, parts_of
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Made
from sample_document import HOSTILE, bound, figure, matrix_table, sample_document, text

from peil.report.chart import ChartKind
from peil.report.charts.picture import alternative_text
from peil.report.document import (
    Block,
    Bullets,
    Document,
    Grid,
    Heading,
    KeyNumber,
    KeyNumbers,
    NumberedTable,
    Paragraph,
    Quote,
    Run,
    Spoken,
    TableCell,
)
from peil.report.pptx.arrange import BODY, HEIGHT, WIDTH, arrange
from peil.report.pptx.grid import words_fit
from peil.report.pptx.slide import cut_slides
from peil.report.pptx.write import to_pptx
from peil.report.vocabulary import words_of

SMALLEST = 12 * 12700


def heading(words: str, level: int = 2) -> Heading:
    return Heading(level, "", text(words), words)


def bullets(*words: str) -> Bullets:
    return Bullets(tuple((Paragraph(text(one)),) for one in words))


def deck(*blocks: Block, **more: object) -> Document:
    return sample_document(**({"blocks": blocks, "notes": {}, "warning": ""} | more))


def opened(document: Document) -> Deck:
    return pptx.Presentation(BytesIO(to_pptx(document)))


def titles(made: Deck) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in made.slides]


def wrong(document: Document) -> list[str]:
    """What doesn't fit, slide by slide."""
    words = words_of(document)
    return [arrange(slide, document, words, "nl-NL").wrong for slide in cut_slides(document)]


def all_words(slide: Made) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.fixture(scope="module")
def charts() -> Document:
    blocks = [
        block for kind in ChartKind for block in (heading(kind.value), figure(1, KINDS[kind](synthetic=MADE)))
    ]
    return deck(*blocks, warning=MADE)


# ---- Slides


def test_each_heading_of_two_levels_starts_a_slide() -> None:
    document = deck(
        heading("Deel", 1),
        heading("Een"),
        Paragraph(text("a")),
        heading("kop", 3),
        heading("Los", 1),
        bullets("b"),
    )
    made = opened(document)
    assert titles(made) == [document.title, "Deel", "Een", "Los"]
    assert [slide.slide_layout.name for slide in made.slides] == [
        "Title Slide",
        "Section Header",
        "Title and Content",
        "Title and Content",
    ]
    assert "kop" in all_words(made.slides[2])


def test_no_two_slides_have_the_same_title() -> None:
    document = deck(heading("Een"), bullets("a"), heading("Een"), bullets("b"), heading("Een"), bullets("c"))
    assert titles(opened(document))[1:] == ["Een", "Een (2)", "Een (3)"]


def test_the_opening_slide_says_who_made_it() -> None:
    document = deck()
    (slide,) = opened(document).slides
    assert document.subtitle in all_words(slide)
    assert "Opdrachtgever: Kunstenbond" in all_words(slide)


@pytest.mark.slow
def test_the_deck_is_the_same_each_time_and_no_slide_has_an_empty_shape(charts: Document) -> None:
    made = to_pptx(charts)
    assert made == to_pptx(charts)
    for slide in pptx.Presentation(BytesIO(made)).slides:
        assert all(shape.text_frame.text.strip() for shape in slide.shapes if shape.has_text_frame)
    names = parts_of(made)
    assert not any("thumbnail" in name or "printer" in name for name in names)


def test_the_file_names_title_authors_and_language() -> None:
    made = opened(deck(authors=("A. de Vries",)))
    properties = made.core_properties
    assert (properties.title, properties.author, properties.language) == (deck().title, "A. de Vries", "nl")
    assert (made.slide_width, made.slide_height) == (WIDTH * 12700, HEIGHT * 12700)


# ---- Charts and tables


@pytest.mark.slow
def test_charts_are_powerpoints_own_with_their_workbook(charts: Document) -> None:
    package = to_pptx(charts)
    parts = parts_of(package)
    drawn = [name for name in parts if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]
    assert len(drawn) == len(ChartKind) - 1 + 3
    for name in drawn:
        relations = parts[name.replace("charts/", "charts/_rels/") + ".rels"].decode()
        workbook = parts["ppt/" + re.search(r'Target="\.\./(embeddings/[^"]+)"', relations).group(1)]
        for series in drawn_series(parts[name]):
            for address, cells in series.cells.values():
                held = cells_at(workbook, address)
                assert [cell is None for cell in cells] == [cell is None for cell in held]
    made = pptx.Presentation(BytesIO(package))
    assert sum(shape.has_chart for slide in made.slides for shape in slide.shapes) == len(drawn)


@pytest.mark.slow
def test_charts_are_told_in_words(charts: Document) -> None:
    told = {}
    for slide in opened(charts).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                named = shape._element.find(f".//{qn('p:cNvPr')}")  # noqa: SLF001 - python-pptx has no other door
                told[named.get("title")] = named.get("descr")
    for kind in ChartKind:
        chart = KINDS[kind](synthetic=MADE)
        if kind is not ChartKind.MULTIPLES:
            assert told[chart.title] == alternative_text(chart)


def test_caption_source_base_and_cautions_stand_under_a_chart() -> None:
    shown = replace(figure(3, KINDS[ChartKind.BARS]()), cautions="– = niet getoond.")
    slide = opened(deck(heading("Een"), shown)).slides[1]
    said = all_words(slide).replace("\u00a0", " ")
    assert "Figuur 3. Redenen om GenAI te gebruiken (vraag 3, n = 130)." in said
    assert "Basis: wie de vraag kreeg en beantwoordde. – = niet getoond." in said


def test_a_table_says_which_cells_head_others() -> None:
    slide = opened(deck(heading("Een"), matrix_table(1, rows=3))).slides[1]
    (shape,) = (one for one in slide.shapes if one.has_table)
    assert (shape.table.first_row, shape.table.first_col) == (True, True)
    assert shape.table.cell(2, 0).text_frame.text.startswith("1. Ik kan er sneller")


# ---- Words


def test_headline_numbers_stand_large_and_text_beside_a_chart() -> None:
    keys = KeyNumbers(
        (KeyNumber(text("46%"), text("van de werkgevers")), KeyNumber(text("71"), text("zzp’ers")))
    )
    slide = opened(deck(heading("Een"), keys, Paragraph(text("Meer.")))).slides[1]
    sizes = {
        run.text: run.font.size.pt
        for shape in slide.shapes
        if shape.has_text_frame
        for p in shape.text_frame.paragraphs
        for run in p.runs
    }
    assert sizes["46%"] == sizes["71"] == 44
    assert "Meer." in sizes
    beside = opened(deck(heading("Een"), figure(1, KINDS[ChartKind.SLOPE]()), bullets("Zin"))).slides[1]
    (chart,) = (shape for shape in beside.shapes if shape.has_chart)
    assert chart.left + chart.width <= beside.placeholders[1].left


def test_what_is_said_and_where_numbers_come_from_stands_in_the_notes() -> None:
    said = Spoken((text("Vertel wie meedeed."), (bound("71", "Aantal zzp op vraag 1"),)))
    title = Heading(2, "", (bound("46%", "Aandeel vaak op vraag 6"), Run(" gebruikt het")), "a")
    made = opened(deck(title, bullets("x"), said, heading("Twee"), bullets("y")))
    notes = made.slides[1].notes_slide.notes_text_frame.text
    assert notes.splitlines() == [
        "Vertel wie meedeed.",
        "71",
        "Waar de getallen vandaan komen:",
        "46%: Aandeel vaak op vraag 6",
        "71: Aantal zzp op vraag 1",
    ]
    assert "Vertel" not in all_words(made.slides[1])
    assert not made.slides[2].has_notes_slide


def test_a_footnote_stands_on_its_slide() -> None:
    noted = Paragraph((Run("Woord"), Run("", note="n")))
    slide = opened(deck(heading("Een"), noted, notes={"n": text("Met uitleg.")})).slides[1]
    assert "Woord1" in all_words(slide)
    assert "1 Met uitleg." in all_words(slide)


@pytest.mark.slow
def test_warning_number_and_watermark_stand_on_every_slide(charts: Document) -> None:
    package = to_pptx(replace(charts, watermark="concept"))
    made = pptx.Presentation(BytesIO(package))
    for number, slide in enumerate(made.slides, start=1):
        kinds = {one.get("type"): one for one in slide.shapes._spTree.iter(qn("p:ph"))}  # noqa: SLF001 - python-pptx has no other door
        assert {"ftr", "sldNum"} <= set(kinds)
        assert MADE in all_words(slide)
        assert all_words(slide).splitlines()[-1] == str(number)
    assert b"CONCEPT" in parts_of(package)["ppt/slideMasters/slideMaster1.xml"]
    assert b"CONCEPT" not in parts_of(to_pptx(charts))["ppt/slideMasters/slideMaster1.xml"]


@pytest.mark.slow
def test_titles_are_read_first_and_all_words_have_a_language_and_a_size(charts: Document) -> None:
    document = replace(charts, blocks=(*charts.blocks, heading("Tekst"), bullets("a"), Quote((text("b"),))))
    for slide in opened(document).slides:
        assert slide.shapes[0] == slide.shapes.title
        for run in slide.shapes._spTree.iter(qn("a:rPr")):  # noqa: SLF001 - python-pptx has no other door
            assert run.get("lang") == "nl-NL"
            assert int(run.get("sz")) >= 1200
    for name, part in parts_of(to_pptx(document)).items():
        if name.startswith("ppt/charts/chart"):
            assert min(map(int, re.findall(rb'sz="(\d+)"', part))) >= 1200


def test_hostile_words_come_out_as_themselves() -> None:
    made = opened(deck(heading(HOSTILE), bullets(HOSTILE), title=HOSTILE + "x", watermark=HOSTILE))
    assert titles(made) == [HOSTILE + "x", HOSTILE]


# ---- Fit


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ((bullets(*["Een regel"] * 6),), ""),
        ((bullets(*["Een regel"] * 40),), "holds more text than fits"),
        ((figure(1, KINDS[ChartKind.BARS]()),), ""),
        (
            (figure(1, KINDS[ChartKind.GROUPED]()), bullets("x")),
            "holds a figure or table that is too large for it",
        ),
        ((matrix_table(1, rows=40),), "holds a figure or table that is too large for it"),
        ((figure(1, KINDS[ChartKind.SLOPE]()), matrix_table(2)), "holds more than one figure or table"),
        (
            (figure(1, KINDS[ChartKind.SLOPE]()), bullets(*["Een zin die niet kort is"] * 20)),
            "holds more text than fits",
        ),
    ],
)
def test_a_slide_that_holds_too_much_is_found(blocks: tuple[Block, ...], said: str) -> None:
    assert wrong(deck(heading("Een"), *blocks)) == [said]


def test_a_title_stands_on_three_lines_at_most() -> None:
    assert wrong(deck(heading("woord " * 30))) == [""]
    assert wrong(deck(heading("woord " * 60))) == ["has a title of more than three lines"]


@pytest.mark.slow
def test_everything_stands_within_the_slide_and_nothing_over_another(charts: Document) -> None:
    keys = KeyNumbers((KeyNumber(text("46%"), text("van de werkgevers")),))
    more = (
        heading("Sleutels"),
        keys,
        bullets("a"),
        heading("Naast"),
        figure(1, KINDS[ChartKind.SLOPE]()),
        bullets("b"),
    )
    for slide in list(opened(replace(charts, blocks=(*charts.blocks, *more))).slides)[1:]:
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes]
        for place, box in enumerate(boxes):
            assert min(box[:2]) >= 0
            assert box[2] <= WIDTH * 12700 + 1
            assert box[3] <= HEIGHT * 12700 + 1
            for other in boxes[place + 1 :]:
                apart = (
                    box[2] <= other[0] + 9
                    or other[2] <= box[0] + 9
                    or box[3] <= other[1] + 9
                    or other[3] <= box[1] + 9
                )
                assert apart, (slide.shapes.title.text_frame.text, box, other)


def table_of(columns: int, word: str) -> NumberedTable:
    cells = tuple(TableCell(text(word)) for _ in range(columns))
    return NumberedTable(1, "t", "Tabel", "", "", (), Grid((cells,), (cells,) * 2))


@pytest.mark.parametrize("columns", [3, 7])
def test_a_table_keeps_its_words_whole_beside_text_or_else_under_it(columns: int) -> None:
    document = deck(heading("Een"), bullets("kort"), table_of(columns, "procentpunten"))
    (slide,) = (one for one in cut_slides(document) if one.blocks)
    made = arrange(slide, document, words_of(document), "nl-NL")
    assert made.wrong == ""
    assert isinstance(made.exhibit, NumberedTable)
    assert words_fit(made.exhibit.grid, made.exhibit_size, made.exhibit_box.width)
    under = made.exhibit_box.width == BODY.width
    assert under == (columns == 7)
    if under:
        assert made.exhibit_box.top >= made.text_box.top + made.text_box.height
