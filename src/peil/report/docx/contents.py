"""The list of contents: a field that Word can make anew, filled in beforehand."""

from typing import Any

from docx.document import Document as WordFile
from docx.shared import Mm, Pt

from peil.report.document import Document, Heading
from peil.report.docx.inline import Writer
from peil.report.docx.xml import add_child, element_of
from peil.report.outline import heading_levels, plain_text

DEEPEST = 2
_INDENT = 6.0  # mm for each level
_FIELD = f' TOC \\o "1-{DEEPEST}" \\n \\h \\z \\u '
"""Headings to that level, as links, without page numbers: those only Word knows."""


def write_contents(file: WordFile, document: Document, writer: Writer, word: str) -> None:
    """Add the list of contents, each entry a link."""
    levels = heading_levels(document.blocks)
    headings = [(levels[i], block) for i, block in enumerate(document.blocks) if isinstance(block, Heading)]
    entries = [(level, block) for level, block in headings if level <= DEEPEST]
    if not entries:
        return
    writer.plain(file.add_paragraph(style="Subtitle"), word)
    for place, (level, block) in enumerate(entries):
        line = file.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        line.paragraph_format.left_indent = Mm(_INDENT * (level - 1))
        if place == 0:
            _field(element_of(line), "begin")
            add_child(add_child(element_of(line), "w:r"), "w:instrText", {"xml:space": "preserve"}, _FIELD)
            _field(element_of(line), "separate")
        writer.link(line, block.anchor, heading_words(block))
        if place == len(entries) - 1:
            _field(element_of(line), "end")


def heading_words(heading: Heading) -> str:
    """Give a heading's number and words."""
    return f"{heading.number} {plain_text(heading.text)}".strip()


def _field(paragraph: Any, part: str) -> None:  # noqa: ANN401 - lxml elements are untyped
    add_child(add_child(paragraph, "w:r"), "w:fldChar", {"w:fldCharType": part})
