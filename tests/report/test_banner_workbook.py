"""The banner workbook, read back and opened in LibreOffice."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from office_programs import LibreOffice
from peil.disclose.release import Release, Status
from peil.report.compose.labels import Labels
from peil.report.xlsx.sheet_names import sheet_names
from peil.report.xlsx.words import words_in
from peil.report.xlsx.write import to_xlsx
from peil.study.plan import DRAFT
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.table import GroupTest
from published_reference import published

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def study() -> Study:
    return published().study


@pytest.fixture(scope="module")
def release() -> Release:
    return published().released("nl")


@pytest.fixture(scope="module")
def content(study: Study, release: Release) -> bytes:
    return to_xlsx(study, release, "nl")


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def book(content: bytes) -> openpyxl.Workbook:
    return opened(content)


def rows_of(sheet: Worksheet, heading: str) -> dict[str, list[object]]:
    """Give the rows under a question's heading, by label; of one that stands twice the first."""
    found: dict[str, list[object]] = {}
    inside = False
    for row in sheet.iter_rows(values_only=True):
        label = row[0]
        inside = inside or label == heading
        if inside and label is None:
            break
        if inside:
            found.setdefault(str(label), list(row[1:]))
    return found


def test_the_index_leads_to_every_question(book: openpyxl.Workbook) -> None:
    index = book.worksheets[0]
    assert index.title == "Inhoud"
    links = [cell.hyperlink for row in index.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) > 60
    for link in links:
        name, cell = re.fullmatch(r"'(.+)'!(A\d+)", link.location or "").groups()  # type: ignore[union-attr]
        assert book[name.replace("''", "'")][cell].value
    for sheet in book.worksheets[1:]:
        assert sheet["A2"].hyperlink.location == "'Inhoud'!A1"


def test_every_released_share_stands_in_its_column(
    book: openpyxl.Workbook, study: Study, release: Release
) -> None:
    labels = Labels(study, "nl")
    item = study.codebook.items["usage"]
    section = study.questionnaire.by_id["usage"].section
    title = study.questionnaire.sections_by_id[section].wording.plain("nl")
    sheet = book[title]
    heads = [cell.value for cell in sheet[6]][1:]
    rows = rows_of(sheet, f"{labels.number('usage')}. {labels.row(item)}")
    total = release.find(TableSpec("usage"))
    assert total is not None
    assert rows["Basis (ongewogen)"][0] == total.n
    assert rows["Basis (gewogen)"][0] == total.weighted
    for by in study.plan.groups:
        for table in release.tables:
            if table.spec != TableSpec("usage", by) or table.n is None or table.group is None:
                continue
            column = heads.index(labels.group(by, table.group))
            for cell in table.cells:
                shown = rows[labels.option(item, cell.option)][column]
                if cell.share is None:
                    assert shown == "–"
                elif table.status is Status.INDICATIVE:
                    assert shown == pytest.approx(cell.share, abs=0.00501)
                    assert round(float(str(shown)) * 100, 9).is_integer()
                else:
                    assert shown == pytest.approx(cell.share)


def test_a_group_is_not_split_by_itself(book: openpyxl.Workbook, study: Study) -> None:
    labels = Labels(study, "nl")
    sheet = next(
        sheet for sheet in book.worksheets[1:] if any("Sector" in str(row[0].value) for row in sheet)
    )
    heads = [cell.value for cell in sheet[6]][1:]
    rows = rows_of(sheet, f"{labels.number('sector')}. Sector")
    column = heads.index(labels.group("sector", "music_stage"))
    assert rows["Basis (ongewogen)"][0] is not None
    assert all(row[column] is None for row in rows.values())


def hidden_in(release: Release, item: str) -> Release:
    """Hide one cell of an item in a class that is shown."""
    done = []

    def less(table):  # noqa: ANN202 - the table, less one number
        if done or table.item != item or table.group is None or table.n is None:
            return table
        done.append(table)
        first, *rest = table.cells
        hidden = replace(first, n=None, share=None, se=None, status=Status.SUPPRESSED)
        return replace(table, cells=(hidden, *rest))

    return replace(release, tables=tuple(map(less, release.tables)))


def test_a_hidden_cell_is_a_sign_and_no_formula_gives_it_away(study: Study, release: Release) -> None:
    made = to_xlsx(study, hidden_in(release, "usage"), "nl")
    before, after = opened(to_xlsx(study, release, "nl")), opened(made)
    changed = [
        (cell.value, other.value)
        for sheet, same in zip(before.worksheets, after.worksheets, strict=True)
        for row, others in zip(sheet.iter_rows(), same.iter_rows(), strict=True)
        for cell, other in zip(row, others, strict=True)
        if cell.value != other.value
    ]
    assert len(changed) == 2  # its share and its count
    assert {new for _, new in changed} == {"–"}
    with zipfile.ZipFile(io.BytesIO(made)) as zipped:
        sheets = [zipped.read(name) for name in zipped.namelist() if "worksheets/sheet" in name]
    assert all(b"<f>" not in sheet and b"<f " not in sheet for sheet in sheets)


def test_a_class_that_is_hidden_throughout_has_no_column_and_is_told(study: Study, release: Release) -> None:
    by, group = study.plan.groups[0], study.codebook.items[study.plan.groups[0]].option_ids[0]

    def less(table):  # noqa: ANN202 - the table, hidden
        if (table.spec.by, table.group) != (by, group):
            return table
        cells = tuple(replace(one, n=None, share=None, status=Status.SUPPRESSED) for one in table.cells)
        return replace(table, n=None, weighted=None, cells=cells, mean=None, status=Status.SUPPRESSED)

    made = opened(to_xlsx(study, replace(release, tables=tuple(map(less, release.tables))), "nl"))
    label = Labels(study, "nl").group(by, group)
    assert all(label not in [cell.value for cell in sheet[6]] for sheet in made.worksheets[1:])
    legend = [row[0] for row in made.worksheets[0].iter_rows(values_only=True)]
    assert any(str(text).startswith("Niet getoond:") and label in str(text) for text in legend)


def test_every_sheet_says_that_data_are_made_or_a_draft(study: Study, release: Release) -> None:
    draft = replace(release, disclosure=replace(release.disclosure, profile=DRAFT))
    for sheet in opened(to_xlsx(study, draft, "nl")).worksheets:
        texts = [str(sheet.cell(row, 1).value) for row in range(1, 5)]
        assert any("Synthetische gegevens" in text for text in texts), sheet.title
        assert any("Concept" in text for text in texts), sheet.title


def test_nothing_is_merged_and_heads_stay_in_sight(book: openpyxl.Workbook) -> None:
    for sheet in book.worksheets[1:]:
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes == "B7"
        assert sheet.print_title_rows == "$5:$6"
        assert sheet.page_setup.orientation == "landscape"
    assert book.properties.title
    assert book.properties.creator


def test_tests_are_told_with_their_correction_and_letters(study: Study, release: Release) -> None:
    test = GroupTest("Rao-Scott", "table", "holm", 12, 0.05, "A")

    def tested(table):  # noqa: ANN202 - the table, tested
        if table.item != "usage" or table.group is None or table.n is None:
            return table
        cells = tuple(replace(cell, p=0.031, above=("B",)) for cell in table.cells)
        return replace(table, cells=cells, test=test)

    made = opened(to_xlsx(study, replace(release, tables=tuple(map(tested, release.tables))), "nl"))
    texts = [str(cell.value) for sheet in made.worksheets for row in sheet.iter_rows() for cell in row]
    assert any("holm" in text and "12 toetsen" in text and "per tabel" in text for text in texts)
    assert {"0.031", "B", "A"} <= set(texts)


def test_the_same_release_gives_the_same_bytes(study: Study, release: Release, content: bytes) -> None:
    assert to_xlsx(study, release, "nl") == content


def test_libreoffice_opens_it_and_prints_the_numbers(
    content: bytes, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    path = tmp_path / "banner.xlsx"
    path.write_bytes(content)
    pdf = pypdfium2.PdfDocument(libreoffice.as_pdf(path))
    text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Gebruik van GenAI" in text
    assert "Basis (ongewogen)" in text
    assert re.search(r"\d+%\*", text)
    assert "###" not in text


def test_every_language_has_every_word() -> None:
    assert words_in("nl").keys() == words_in("en").keys()
    assert words_in("nl") != words_in("en")
    assert words_in("de") == words_in("en")


def test_names_of_sheets() -> None:
    titles = ["Wat: [een] naam/die*niet?mag\\", "x" * 40, "X" * 40, "'", "Zelfde", "zelfde"]
    names = sheet_names(titles)
    assert len({name.lower() for name in names}) == len(titles)
    assert all(0 < len(name) <= 31 for name in names)
    assert not set("".join(names)) & set("[]:*?/\\")
