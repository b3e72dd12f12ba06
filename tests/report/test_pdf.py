"""The PDF report: conforms to PDF/UA-1, holds its text as text, and is the same each time."""

import json
from dataclasses import replace
from importlib.resources import files

import page as page_validation
import pypdfium2
import pytest
import typst
from pdf_tags import Tag, read_tags
from sample_document import (
    HOSTILE,
    REASONS,
    bars_chart,
    figure,
    grouped_chart,
    hostile_chart,
    matrix_table,
    sample_document,
    text,
)

from peil.report.charts.picture import alternative_text
from peil.report.document import Document, Grid, Heading, NumberedTable, Paragraph, Run, TableCell
from peil.report.pdf.encode import encode
from peil.report.pdf.widths import TEXT_WIDTH, column_widths, too_tall, too_wide
from peil.report.pdf.write import drawable, to_pdf


def failures(pdf: bytes) -> set[str]:
    report = page_validation.validate_pdf_bytes(pdf, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant == (not report.failures)
    return {failure.rule_id for failure in report.failures}


def pages_of(pdf: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(opened[i].get_textpage().get_text_range().split()) for i in range(len(opened))]
    finally:
        opened.close()


def tags_of(pdf: bytes) -> list[tuple[str, str]]:
    """Every structure element's type and alternative text, in reading order."""

    def flat(tag: Tag) -> list[tuple[str, str]]:
        return [(tag.kind, tag.alt), *(one for child in tag.children for one in flat(child))]

    return [one for root in read_tags(pdf) for one in flat(root)]


@pytest.fixture(scope="module")
def document() -> Document:
    return sample_document(authors=("A. de Vries", "B. Jansen"))


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return to_pdf(document)


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[str]:
    return pages_of(pdf)


@pytest.mark.slow
def test_it_conforms_to_pdf_ua_1(pdf: bytes) -> None:
    assert failures(pdf) == set()


@pytest.mark.slow
def test_the_checker_finds_a_pdf_without_tags_or_title(document: Document) -> None:
    folder = files("peil.report.pdf")
    parts = (folder.joinpath(name).read_bytes() for name in ("shared.typ", "report.typ"))
    template = b"\n".join((b"#let tallest-chart = 228mm", *parts))
    data = {"report": drawable(json.dumps(encode(document)))}
    fonts = [str(files("fontpkg_fira_sans").joinpath("files"))]
    untagged = typst.compile(template, sys_inputs=data, font_paths=fonts, pdf_tags=False)
    assert failures(untagged)
    untitled = typst.compile(b'#set text(lang: "nl")\nTekst', font_paths=fonts)
    assert failures(untitled)


def test_an_image_without_alternative_text_is_refused() -> None:
    """Typst itself refuses it, so a chart can't lose its description unnoticed."""
    svg = r"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    source = f'#set document(title: "t")\n#image(bytes("{svg}"), format: "svg")'.encode()
    with pytest.raises(typst.TypstError, match="alt"):
        typst.compile(source, pdf_standards="ua-1")


@pytest.mark.slow
def test_the_alternative_text_of_a_chart_has_all_its_numbers(pdf: bytes) -> None:
    told = alternative_text(grouped_chart())
    assert told.startswith("Redenen om GenAI te gebruiken, naar arbeidsrelatie.")
    assert "Nieuwsgierigheid: Totaal (n = 130) 12%, Zzp’er (n = 71) 15%, Werknemer (n = 34) 9%, " in told
    assert "Anders: 0%; Geen van deze: –" in alternative_text(bars_chart())
    assert told in [alt.replace("\u00a0", " ") for _, alt in tags_of(pdf)]


def test_tags_tell_headings_tables_lists_and_notes_apart(pdf: bytes) -> None:
    tags = [tag for tag, _ in tags_of(pdf)]
    assert {
        "H1",
        "H2",
        "H3",
        "TOC",
        "TOCI",
        "L",
        "LI",
        "Table",
        "TR",
        "TH",
        "TD",
        "Caption",
        "Note",
    } <= set(tags)
    assert tags.count("Figure") == 6
    assert tags.count("TH") == 2 * (2 + 9) + 12 + 45 + 2  # columns, but no empty corner; rows of three tables


def test_properties_name_title_and_authors(pdf: bytes) -> None:
    opened = pypdfium2.PdfDocument(pdf)
    properties = opened.get_metadata_dict()
    outline = [bookmark.get_title() for bookmark in opened.get_toc()]
    opened.close()
    assert properties["Title"] == "Generatieve AI en creatief werk"
    assert properties["Author"] == "A. de Vries, B. Jansen"
    assert "2 Gebruik van generatieve AI" in outline or "Gebruik van generatieve AI" in outline


@pytest.mark.slow
def test_the_same_document_gives_the_same_bytes(document: Document, pdf: bytes) -> None:
    assert to_pdf(document) == pdf


def test_title_page_and_lists_come_first(pages: list[str]) -> None:
    assert 9 <= len(pages) <= 16
    assert pages[0].startswith("Generatieve AI en creatief werk Gebruik, gevolgen")
    assert "Dit rapport rust op synthetische gegevens. De uitkomsten" in pages[0]
    assert "Opdrachtgever Kunstenbond" in pages[0]
    lists = " ".join(pages[1:3])
    assert lists.index("Inhoud") < lists.index("Figuren") < lists.index("Tabellen")
    assert "Een noot bij een kop" not in lists
    assert "Figuur 1 Gebruik van GenAI, naar arbeidsrelatie . ." in lists
    assert "(vraag 1, n = 130)" not in pages[1]


def test_the_warning_and_the_page_number_stand_on_every_page(pages: list[str]) -> None:
    for number, words in enumerate(pages[1:], start=2):
        assert words.startswith("Dit rapport rust op synthetische gegevens")
        assert words.endswith(f"Generatieve AI en creatief werk {number}")


def test_captions_charts_and_notes_are_text(pages: list[str]) -> None:
    body = " ".join(pages[2:])
    assert "Figuur 1. Gebruik van GenAI, naar arbeidsrelatie (vraag 1, n = 130)" in body
    assert "Tabel 1. Eens met de stelling, naar arbeidsrelatie en sector (vraag 12, n = 130)" in body
    assert "De kwaliteit van mijn werk wordt er beter van, zeker bij teksten in een vreemde taal" in body
    assert "Zeer vaak Vaak Soms Zelden Nooit Weet ik niet of zeg ik liever niet" in body
    assert "Basis: alle respondenten. Groepen kleiner dan tien zijn weggelaten. Rollen" in body
    assert body.count("Collectieve arbeidsovereenkomst.") == 1
    assert body.count("Deelnemers meldden zich zelf aan; zie bijlage A.") == 1


def test_numbering_follows_the_document_not_a_count() -> None:
    blocks = (figure(7, hostile_chart()), matrix_table(3, rows=2))
    words = " ".join(pages_of(to_pdf(sample_document(blocks=blocks, notes={}))))
    assert "Figuur 7." in words
    assert "Tabel 3." in words


def test_a_table_without_a_number_has_its_caption_and_source_and_no_number() -> None:
    table = replace(matrix_table(1, rows=2), number=0, anchor="")
    made = to_pdf(sample_document(blocks=(table,), notes={}))
    words = " ".join(pages_of(made))
    assert f"{table.caption} ({table.source})" in words
    assert "Tabel 0" not in words
    assert failures(made) == set()


def test_a_long_table_repeats_its_header(pages: list[str]) -> None:
    with_header = [words for words in pages if "Stelling Totaal Zzp’er Werknemer Werkgever" in words]
    assert len(with_header) >= 4


def test_a_figure_stays_on_one_page(pages: list[str]) -> None:
    at = next(words for words in pages if "Figuur 2. Redenen" in words)
    assert "Meer antwoorden mogelijk; zie ook Tabel 1." in at
    assert REASONS[0] in at


def test_a_chart_too_tall_for_a_page_is_set_smaller() -> None:
    tall = replace(
        grouped_chart(),
        categories=grouped_chart().categories * 5,
        series=tuple(replace(series, bars=series.bars * 5) for series in grouped_chart().series),
    )
    pdf = to_pdf(sample_document(blocks=(figure(1, tall),), notes={}))
    opened = pypdfium2.PdfDocument(pdf)
    inside = opened[2].get_textpage().get_text_bounded(bottom=70, top=770)
    opened.close()
    assert inside.count("70%") == 5
    assert "Basis: wie de vraag kreeg" in inside


@pytest.mark.slow
def test_a_caption_stays_with_its_table() -> None:
    for lines in range(33, 38):
        blocks = (*(Paragraph(text("Regel.")) for _ in range(lines)), matrix_table(1))
        pages = pages_of(to_pdf(sample_document(blocks=blocks, notes={}, warning="")))
        at = next(words for words in pages[2:] if "Tabel 1. Eens met" in words)
        assert "1. Ik kan er sneller door werken" in at


@pytest.mark.slow
def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    """However far down the page it comes, a heading goes with the first lines of its text."""
    for lines in range(28, 42):
        blocks = (
            *(Paragraph(text("Regel.")) for _ in range(lines)),
            Heading(2, "", text("Kopje"), "kopje"),
            Paragraph(text("Onder het kopje staat tekst. " * 12)),
        )
        pages = pages_of(to_pdf(sample_document(blocks=blocks, notes={}, warning="")))
        at = next(words for words in pages[2:] if "Kopje" in words)
        assert "Kopje Onder het kopje staat tekst." in at


@pytest.mark.slow
def test_hostile_text_comes_out_as_itself(pages: list[str]) -> None:
    words = " ".join(pages)
    assert words.count(HOSTILE) >= 3  # heading, paragraph, caption, chart
    evil = sample_document(title=HOSTILE, subtitle=HOSTILE, front=((HOSTILE, HOSTILE),), warning=HOSTILE)
    assert (
        " ".join(pages_of(to_pdf(evil))[0].split()).count('<script>alert("x")</script> & #typst[markup]') >= 4
    )


def test_a_character_without_a_glyph_does_not_stop_the_report() -> None:
    blocks = (
        Paragraph(
            text("Emoji \U0001f600, Arabisch \u0627\u0644, smal\u202fwit, zacht\u00adstreepje, cafe\u0301.")
        ),
    )
    pdf = to_pdf(sample_document(blocks=blocks, notes={}))
    assert failures(pdf) == set()
    assert "Emoji ?, Arabisch ??, smal wit, zachtstreepje, café." in pages_of(pdf)[2].replace(
        "\u00a0", " "
    ).replace("\u00ad", "")


def test_control_characters_are_left_out_and_backslashes_are_not() -> None:
    blocks = (Paragraph(text("een\x07twee\x08drie\x1bvier \\u0007 \\\\b")),)
    words = " ".join(pages_of(to_pdf(sample_document(blocks=blocks, notes={}))))
    assert "eentweedrievier \\u0007 \\\\b" in words


def test_a_link_to_nowhere_is_plain_text() -> None:
    blocks = (Paragraph((Run("Figuur 9", link="#figuur-9"),)),)
    assert "Figuur 9" in " ".join(pages_of(to_pdf(sample_document(blocks=blocks, notes={}))))


# ---- Columns


def grid_of(*rows: tuple[str, ...]) -> Grid:
    cells = [tuple(TableCell(text(words)) for words in row) for row in rows]
    return Grid((cells[0],), tuple(cells[1:]))


def test_columns_never_outgrow_the_page() -> None:
    for columns in (1, 2, 5, 9, 14, 25):
        size, widths = column_widths(grid_of(*[("Onderzoeksverantwoording",) * columns] * 3))
        assert len(widths) == columns
        assert sum(widths) <= TEXT_WIDTH + 0.5
        assert 6.5 <= size <= 9


def test_row_headers_get_room_and_wide_tables_smaller_type() -> None:
    size, widths = column_widths(matrix_table(1).grid)
    assert widths[0] >= 135
    assert size < 9


def test_only_a_word_too_wide_for_its_column_is_hyphenated() -> None:
    cell = TableCell(text("Geen overstap"))
    assert not too_wide(cell, 9, 60)
    assert too_wide(cell, 9, 40)


def test_a_small_table_is_not_stretched() -> None:
    _, widths = column_widths(grid_of(("Antwoord", "%"), ("Ja", "12%")))
    assert sum(widths) < 0.6 * TEXT_WIDTH


def test_given_widths_let_the_type_be_as_large_as_words_allow() -> None:
    long = "Aantal opdrachten in de laatste twaalf maanden door GenAI"
    rows = (("Vraag", "Antwoord", "Groep", "Cijfer", "Plaats", "Nr."),) + (
        (long, long, long, "6%", "1", "C1"),
    ) * 2
    grid = replace(grid_of(*rows), row_headers=3)
    size, _ = column_widths(replace(grid, widths=(4, 3, 3, 1.5, 1.5, 1.2)))
    assert size == 9
    size, _ = column_widths(replace(grid, widths=(4, 0.6, 3, 1, 1, 1)))
    assert size < 9


def test_a_row_stays_on_one_page_unless_it_is_very_tall() -> None:
    said = " ".join(["Getallen die niet samen kunnen kloppen."] * 12)
    grid = grid_of(("Soort", "Som"), *[("Delen", said)] * 12)
    document = Document("nl", "T", "", (), "", (NumberedTable(0, "", "Toetsing", "", "", (), grid),))
    pages = pages_of(to_pdf(document))
    assert len(pages) > 1
    assert all(page.count("Getallen") % 12 == 0 for page in pages)
    assert not too_tall(TableCell(text(said)), 9, 200)
    assert too_tall(TableCell(text(said * 12)), 9, 200)


def test_no_note_of_a_small_table_begins_a_page() -> None:
    """Wherever on the page the table comes: its rows and notes are together."""
    for paragraphs in range(28, 37):
        grid = grid_of(("Antwoord", "Cijfer"), *[("Nooit", "29%")] * 4)
        table = NumberedTable(0, "", "Cijfers", "", "", (text("Eerste noot."), text("Laatste noot.")), grid)
        before = tuple(Paragraph(text("Tekst.")) for _ in range(paragraphs))
        pages = pages_of(to_pdf(Document("nl", "T", "", (), "", (*before, table))))
        assert any("29%" in page and "Laatste noot" in page and "Cijfers" in page for page in pages)


def test_given_widths_are_kept_in_proportion() -> None:
    _, widths = column_widths(replace(grid_of(("a", "b"), ("c", "d")), widths=(1, 3)))
    assert widths == pytest.approx((TEXT_WIDTH / 4, TEXT_WIDTH * 3 / 4), abs=0.1)
