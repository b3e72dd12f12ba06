"""A document as the data that the Typst template sets."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from peil.report.charts.picture import alternative_text, draw_picture
from peil.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Grid,
    Heading,
    Inline,
    KeyNumber,
    KeyNumbers,
    NumberedTable,
    Paragraph,
    Quote,
    Run,
    Spoken,
    TableCell,
)
from peil.report.outline import heading_levels, plain_text
from peil.report.pdf.split_columns import split_columns
from peil.report.pdf.widths import column_widths, too_tall, too_wide
from peil.report.vocabulary import words_of

Data = dict[str, object]
NO_DATE = dt.date(1970, 1, 1)
"""Stands for a day that nobody gave, as in other files that are made the same each time."""
_SHORT = 6  # characters of a key number that can be set very large
_TWO_LINES = 200  # characters of the running head's type


def encode(document: Document) -> Data:
    """Give the whole document as JSON can hold it: every text a string, every chart an SVG."""
    encoder = _Encoder(_anchors(document.blocks), heading_levels(document.blocks))
    numbered = [block for block in document.blocks if isinstance(block, NumberedTable) and block.number]
    return {
        "language": document.language,
        "title": document.title,
        "subtitle": document.subtitle,
        "authors": document.authors,
        "front": document.front,
        "warning": document.warning,
        "watermark": document.watermark,
        "date": date_of(document),
        "running": _running_head(document.warning),
        "words": dict(words_of(document)),
        "figures": any(isinstance(block, Figure) for block in document.blocks),
        "tables": bool(numbered),
        "blocks": [encoder.block(block, position) for position, block in enumerate(document.blocks)],
        "notes": {note: encoder.inline(text) for note, text in document.notes.items()},
    }


def date_of(document: Document) -> list[int]:
    """The day in the file's properties, which an archive asks for: never today's."""
    date = document.date or NO_DATE
    return [date.year, date.month, date.day]


def _running_head(warning: str) -> str:
    """The warning above each page: all of it if that takes two lines at most, else its first sentence."""
    return warning if len(warning) <= _TWO_LINES else warning.split(". ", maxsplit=1)[0]


def _anchors(blocks: tuple[Block, ...]) -> frozenset[str]:
    return frozenset(block.anchor for block in blocks if isinstance(block, Heading | Figure | NumberedTable))


@dataclass
class _Encoder:
    """Remembers which notes were called: the first call holds the note, later ones refer to it."""

    anchors: frozenset[str]
    levels: Mapping[int, int]
    called: set[str] = field(default_factory=set)

    def block(self, block: Block, position: int = -1) -> Data:
        match block:
            case Heading():
                level = self.levels.get(position, block.level)
                return self._kind(
                    "heading",
                    number=block.number,
                    anchor=block.anchor,
                    level=level,
                    text=self.inline(block.text),
                )
            case Paragraph():
                return self._kind("paragraph", text=self.inline(block.text))
            case Quote():
                return self._kind("quote", paragraphs=[self.inline(text) for text in block.paragraphs])
            case Bullets():
                items = [[self.block(part) for part in item] for item in block.items]
                return self._kind("bullets", items=items, ordered=block.ordered)
            case KeyNumbers():
                return self._kind("key", numbers=[self.number(one) for one in block.numbers])
            case Figure() | NumberedTable():
                return self._exhibit(block)
            case Spoken():
                raise TypeError("what is spoken with a deck stands on no page")

    def number(self, number: KeyNumber) -> Data:
        short = len(plain_text(number.value)) <= _SHORT
        return {"value": self.inline(number.value), "words": self.inline(number.words), "short": short}

    def inline(self, inline: Inline) -> list[Data]:
        return [self._run(run) for run in inline]

    def grids(self, grid: Grid) -> list[Data]:
        parts = split_columns(grid)
        smallest = min(column_widths(part)[0] for part in parts)
        return [self.grid(part, smallest) for part in parts]

    def grid(self, grid: Grid, largest: float) -> Data:
        size, widths = column_widths(grid, largest)
        rows = {"head": grid.head, "body": grid.body}
        cells = {part: [self._row(row, size, widths) for row in of] for part, of in rows.items()}
        return {**cells, "size": size, "widths": widths}

    def _row(self, row: tuple[TableCell, ...], size: float, widths: tuple[float, ...]) -> list[Data]:
        """Cells; only one with a word too wide for it may be hyphenated, and only a tall one broken."""
        starts = accumulate((cell.columns for cell in row), initial=0)
        rooms = [sum(widths[start : start + cell.columns]) for start, cell in zip(starts, row, strict=False)]
        return [
            self._cell(cell, tight=too_wide(cell, size, room), tall=too_tall(cell, size, room))
            for cell, room in zip(row, rooms, strict=True)
        ]

    def _cell(self, cell: TableCell, *, tight: bool, tall: bool) -> Data:
        return {
            "hyphenate": tight,
            "breakable": tall,
            "text": self.inline(cell.text),
            "numeric": cell.numeric,
            "header": cell.header,
            "mark": cell.mark,
            "columns": cell.columns,
        }

    def _run(self, run: Run) -> Data:
        inside = run.link.startswith("#")
        first = bool(run.note) and run.note not in self.called
        self.called.add(run.note)
        return {
            "text": run.text,
            "bold": run.bold,
            "italic": run.italic,
            "anchor": run.link[1:] if inside and run.link[1:] in self.anchors else "",
            "address": "" if inside else run.link,
            "note": run.note,
            "first": first,
        }

    def _exhibit(self, block: Figure | NumberedTable) -> Data:
        if isinstance(block, NumberedTable):
            return self._with_lines("table", block, grids=self.grids(block.grid))
        chart = draw_picture(block.chart, block.anchor)
        return self._with_lines("figure", block, chart=chart, alt=alternative_text(block.chart))

    def _with_lines(self, kind: str, block: Figure | NumberedTable, **more: object) -> Data:
        common = {name: getattr(block, name) for name in ("number", "anchor", "caption", "source")}
        base = " ".join(part for part in (block.base, block.cautions) if part)
        notes = [self.inline(note) for note in block.notes]
        return self._kind(kind, **common, base=base, notes=notes, **more)

    @staticmethod
    def _kind(kind: str, **values: object) -> Data:
        return {"kind": kind, **values}
