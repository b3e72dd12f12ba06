"""Read the parts of a PDF by its text: lines joined into paragraphs, tables as far as lines show them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2

from peil.audit.reading.caption import is_caption
from peil.audit.reading.passage import Part, Passage, Spot, TextTable

NUMBERED = re.compile(r"(?:\d+|[A-Z])(?:\.\d+)*\.?\s+[A-ZÀ-Ý][^.!?%]{2,80}")
CELL = r"(?:\d{1,3}(?:[.,]\d+)?\s?%\*?|[-–—·.]|<\s?\d+\s?%?)"
ROW = re.compile(rf"(?P<label>\S.*?)\s+(?P<cells>{CELL}(?:\s+{CELL})*)")
CELLS_ALONE = re.compile(rf"{CELL}(?:\s+{CELL})*")
ENDS = re.compile(r"[.!?:]['\"”’)]*$")
REPEATED = 3
HEAD = 160
"""Letters of a table's head, or of a chart's legend, at most; what is longer is text."""


def read_pdf(path: Path) -> Iterator[Part]:
    """Give headings, paragraphs, captions and tables in order, each with its page.

    Headings are lines that the file's outline names, or short numbered ones. Lines that stand on several
    pages (heads, feet) are left out.

    Raises:
        Exception: What pdfium raises for a file that is no PDF.
    """
    pages, titles = read_pages(path)
    often = Counter(line for lines in pages for line in {*lines[:2], *lines[-2:]})
    spot = Spot()
    for number, lines in enumerate(pages, 1):
        kept = [line for line in lines if line and not line.isdigit() and often[line] < REPEATED]
        for part in read_lines(kept, replace(spot, page=number), titles):
            spot = part.spot
            yield part


def read_pages(path: Path) -> tuple[list[list[str]], frozenset[str]]:
    """Give each page's lines, and the titles in the outline."""
    document = pypdfium2.PdfDocument(path)
    try:
        titles = frozenset(letters(one.get_title()) for one in document.get_toc())
        pages = []
        for page in document:
            text = page.get_textpage()
            whole = text.get_text_range().replace("\ufffe", "\u00ad")
            pages.append([" ".join(line.split()) for line in join_hyphens(whole).splitlines()])
            text.close()
            page.close()
    finally:
        document.close()
    return pages, titles


def join_hyphens(text: str) -> str:
    """Join words that a line's end broke at a soft hyphen."""
    return re.sub(r"\u00ad[ \r\n]*", "", text)


def letters(text: str) -> str:
    """Give a title's letters and figures alone, so that spaces and numbering dots don't matter."""
    return re.sub(r"\W+", "", text).casefold()


def read_lines(lines: Sequence[str], spot: Spot, titles: frozenset[str]) -> Iterator[Part]:
    """Give the parts of a page."""
    held: list[str] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        rows = rows_at(lines, place, held)
        heading = is_heading(line, titles)
        if held and (
            rows or heading or is_caption(line) or ENDS.search(held[-1]) or is_caption(" ".join(held))
        ):
            yield paragraph(held, spot)
            spot, held = after(held, spot), []
        if rows:
            yield table_of(rows, spot)
            place += len(rows)
        elif heading:
            spot = Spot(section=line, page=spot.page)
            yield Passage(line, spot)
            place += 1
        else:
            held.append(line)
            place += 1
    if held:
        yield paragraph(held, spot)


def is_heading(line: str, titles: frozenset[str]) -> bool:
    """Say whether a line is a heading."""
    return letters(line) in titles or bool(NUMBERED.fullmatch(line))


def paragraph(lines: Sequence[str], spot: Spot) -> Passage:
    """Give lines as one paragraph, which may be a caption."""
    said = " ".join(lines)
    return Passage(said, after(lines, spot))


def after(lines: Sequence[str], spot: Spot) -> Spot:
    """Give the spot with the caption that the lines are, or that they stand under as a head without names."""
    said = " ".join(lines)
    if is_caption(said):
        return replace(spot, caption=said)
    head = bool(spot.caption) and len(said) <= HEAD and not ENDS.search(said)
    return spot if head else replace(spot, caption="")


def rows_at(lines: Sequence[str], place: int, held: list[str]) -> list[tuple[str, ...]]:
    """Give the rows that start at a line: a label and percentages, or percentages alone below their label.

    Two rows or more, or one of several percentages, are a table; fewer are text. A label on lines of its
    own is taken from those held back.
    """
    rows: list[tuple[str, ...]] = []
    for line in lines[place:]:
        found = ROW.fullmatch(line)
        label = found["label"] if found else ""
        if found and "%" in found["cells"] and not re.search(r"\d\s?%", label):
            rows.append((label, *re.findall(CELL, found["cells"])))
        else:
            break
    alone = CELLS_ALONE.fullmatch(lines[place])
    named = bool(held) and "%" not in held[-1] and any(letter.isalpha() for letter in held[-1])
    if not rows and alone and named and "%" in lines[place]:
        above = 2 if held[-1].startswith("(") and len(held) > 1 else 1
        label = " ".join(held[-above:])
        del held[-above:]
        rows.append((label, *re.findall(CELL, lines[place])))
        return rows
    return rows if len(rows) > 1 or (rows and len(rows[0]) > 2) else []


def table_of(rows: Sequence[tuple[str, ...]], spot: Spot) -> TextTable:
    """Give rows as a table under a header row without names."""
    width = max(map(len, rows))
    aligned = len({len(row) for row in rows}) == 1
    full = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return TextTable((("",) * width, *full), spot, aligned)
