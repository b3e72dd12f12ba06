"""A sheet of the workbook: a section's questions under one banner."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from peil.report.compose.labels import Labels
from peil.report.xlsx.banner import Banner
from peil.report.xlsx.block import Block, Kind, Line
from peil.report.xlsx.looks import Looks
from peil.report.xlsx.words import words_in

LABEL_WIDTH, TOTAL_WIDTH, CLASS_WIDTH = 48, 10, 14
A4 = 9
LINK_ROW = 1
HEAD_ROW = 4
HEAD_HEIGHT = 48


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a block stands: its sheet and row, from 0."""

    block: Block
    sheet: str
    row: int


Told = tuple[str, str, tuple[str, ...], str, Labels]
"""Title, name of the sheet, what every sheet says of itself, name of the index, names of things."""


def set_section(
    sheet: Worksheet, looks: Looks, banner: Banner, blocks: Sequence[Block], told: Told
) -> list[Placed]:
    """Set a section's blocks one under another; give where each stands."""
    title, name, marks, index, labels = told
    words = words_in(labels.language)
    _lay_out(sheet, banner, labels)
    sheet.write_string(0, 0, title, looks.title)
    sheet.write_url(LINK_ROW, 0, f"internal:'{quoted(index)}'!A1", looks.link, words["to_index"])
    for number, mark in enumerate(marks[:2]):
        sheet.write_string(LINK_ROW + 1 + number, 0, mark, looks.warning)
    _set_heads(sheet, looks, banner)
    placed: list[Placed] = []
    row = HEAD_ROW + 2
    for block in blocks:
        placed.append(Placed(block, name, row))
        row = _set_block(sheet, looks, block, row, len(banner.heads)) + 1
    return placed


def quoted(name: str) -> str:
    """Give a sheet's name as it stands between quotes in an address."""
    return name.replace("'", "''")


def _lay_out(sheet: Worksheet, banner: Banner, labels: Labels) -> None:
    sheet.set_column(0, 0, LABEL_WIDTH)
    sheet.set_column(1, 1, TOTAL_WIDTH)
    sheet.set_column(2, max(2, len(banner.heads)), CLASS_WIDTH)
    sheet.set_row(HEAD_ROW + 1, HEAD_HEIGHT)
    sheet.freeze_panes(HEAD_ROW + 2, 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW, HEAD_ROW + 1)
    sheet.set_header("&L" + labels.study.about.title.plain(labels.language).replace("&", "&&") + "&R&A")
    sheet.set_footer("&C&P / &N")
    sheet.hide_gridlines(2)


def _set_heads(sheet: Worksheet, looks: Looks, banner: Banner) -> None:
    """Set both levels of the head; a group's name runs over its columns without merging them."""
    sheet.write_blank(HEAD_ROW, 0, None, looks.corner)
    sheet.write_blank(HEAD_ROW + 1, 0, None, looks.corner)
    before: str | None = None
    for column, head in enumerate(banner.heads, 1):
        if head.by is None or head.by == before:
            sheet.write_blank(HEAD_ROW, column, None, looks.group)
        else:
            sheet.write_string(HEAD_ROW, column, head.title, looks.group)
        sheet.write_string(HEAD_ROW + 1, column, head.label, looks.head)
        before = head.by


def _set_block(sheet: Worksheet, looks: Looks, block: Block, row: int, columns: int) -> int:
    """Set one block; give the row after it."""
    numbered = f"{block.number}. {block.title}" if block.number else block.title
    sheet.write_string(row, 0, numbered, looks.heading)
    row += 1
    for text in dict.fromkeys((block.asked, block.rule, block.test)):
        if text and text != block.title:
            sheet.write_string(row, 0, text, looks.small)
            row += 1
    for line in block.lines:
        _set_line(sheet, looks, line, row, columns)
        row += 1
    return row


def _set_line(sheet: Worksheet, looks: Looks, line: Line, row: int, columns: int) -> None:
    sheet.write_string(row, 0, line.label, looks.labels[line.kind])
    for column, entry in enumerate(line.entries[:columns], 1):
        look = looks.cells[line.kind, entry.indicative]
        if isinstance(entry.value, str):
            sheet.write_string(row, column, entry.value, looks.cells[Kind.TEXT, False])
        elif entry.value is not None:
            sheet.write_number(row, column, entry.value, look)
