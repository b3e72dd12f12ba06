"""Each kind of block as Word has it."""

from collections.abc import Mapping

from docx.document import Document as WordFile
from docx.shared import Emu, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from peil.report.chart import Chart
from peil.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    KeyNumbers,
    NumberedTable,
    Paragraph,
    Quote,
    Run,
)
from peil.report.docx.caption import write_caption
from peil.report.docx.chart import add_charts
from peil.report.docx.inline import Writer
from peil.report.docx.map import add_map
from peil.report.docx.numbering import restart
from peil.report.docx.styled import NORMAL, add_styled
from peil.report.docx.styles import SOURCE, font_of, with_region
from peil.report.docx.table import write_table
from peil.report.docx.xml import element_of
from peil.report.native_chart.make import make_native
from peil.report.native_chart.native_chart import Setting
from peil.report.outline import heading_levels

_DEEPEST = 4
_LEVELS = 3  # of lists that Word has a style for
_OF_PAGE = 0.84  # of a page's height that a chart may take: its caption and lines stand beside it
_LABELS = 9.0
_AFTER = Pt(10)


class BlockWriter:
    """Writes blocks at the end of a file."""

    def __init__(self, file: WordFile, writer: Writer, words: Mapping[str, str], document: Document) -> None:
        self.file = file
        self.writer = writer
        self.words = words
        self.document = document
        self.levels = heading_levels(document.blocks)
        page = file.sections[0]
        self.room = Emu((page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0))
        tall = (page.page_height or 0) - (page.top_margin or 0) - (page.bottom_margin or 0)
        self.setting = Setting(
            width=self.room.pt,
            tallest=_OF_PAGE * Emu(tall).pt,
            font=font_of(file),
            size=_LABELS,
            language=with_region(document.language),
        )
        self.charts = 0

    def write(self, block: Block, position: int = -1, style: str = "") -> None:
        """Write a block; ``style`` is that of a list's first paragraph."""
        match block:
            case Heading():
                self._heading(block, self.levels.get(position, block.level))
            case Paragraph():
                self.writer.write(add_styled(self.file, style or NORMAL), block.text)
            case Quote():
                for text in block.paragraphs:
                    self.writer.write(add_styled(self.file, "Quote"), text)
            case Bullets():
                self._list(block, 1)
            case KeyNumbers():
                self._list(block.as_list(), 1)
            case Figure():
                self._figure(block)
            case NumberedTable():
                self._table(block)

    def _heading(self, block: Heading, level: int) -> None:
        line = add_styled(self.file, f"Heading {min(level, _DEEPEST)}")
        number = (Run(f"{block.number} "),) if block.number else ()
        self.writer.write(line, (*number, *block.text))
        self.writer.mark(line, block.anchor)

    def _list(self, block: Bullets, level: int) -> None:
        name = "List Number" if block.ordered else "List Bullet"
        style = name if level == 1 else f"{name} {min(level, _LEVELS)}"
        numbering = restart(self.file, style) if block.ordered else None
        for item in block.items:
            for place, part in enumerate(item):
                if isinstance(part, Bullets):
                    self._list(part, level + 1)
                    continue
                self.write(part, style=style if place == 0 else "List Continue")
                if numbering is not None and place == 0:
                    number_of(self.file.paragraphs[-1], numbering)

    def _figure(self, block: Figure) -> None:
        write_caption(self.file, block, self.words["figure"], self.writer)
        if isinstance(block.chart, Chart):
            charts = make_native(block.chart, self.setting)
            add_charts(self.file, charts, self.charts + 1, self.room.pt)
            self.charts += len(charts)
        else:
            add_map(self.file, block.chart, block.anchor, self.room)
        self._lines(block)

    def _table(self, block: NumberedTable) -> None:
        if block.caption or block.number:
            write_caption(self.file, block, self.words["table"], self.writer)
        write_table(self.file, block, self.writer, self.room.pt)
        if not self._lines(block):
            after = self.file.add_paragraph()
            after.paragraph_format.space_after = Pt(2)

    def _lines(self, block: Figure | NumberedTable) -> bool:
        """Write what stands under a table or figure; says whether there was something."""
        said = " ".join(part for part in (block.base, block.cautions) if part)
        lines = [*([(Run(said),)] if said else []), *block.notes]
        for place, line in enumerate(lines, start=1):
            said_in = add_styled(self.file, SOURCE)
            self.writer.write(said_in, line)
            if place == len(lines):
                said_in.paragraph_format.space_after = _AFTER
        return bool(lines)


def number_of(paragraph: WordParagraph, numbering: int) -> None:
    """Make a paragraph count in a list of its own."""
    numbered = element_of(paragraph).get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_ilvl().val = 0
    numbered.get_or_add_numId().val = numbering
