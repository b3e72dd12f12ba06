"""The lists of contents, figures and tables: fields that Word can make anew, filled in beforehand.

Their entries are links without page numbers: only a program that sets the pages knows those. Updating a list
in Word or LibreOffice adds them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docx.document import Document as WordFile

from peil.report.document import Document, Figure, Heading, NumberedTable
from peil.report.docx.caption import caption_words
from peil.report.docx.field import begin_field, end_field
from peil.report.docx.inline import Writer
from peil.report.docx.styled import add_styled
from peil.report.docx.styles import CONTENTS, LISTED
from peil.report.outline import heading_levels, plain_text

DEEPEST = 2
_CONTENTS = f'TOC \\o "1-{DEEPEST}" \\h \\z \\u'
_LIST = 'TOC \\h \\z \\c "{word}"'


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: its style, where it leads, what it says."""

    style: str
    anchor: str
    words: str


def write_contents(file: WordFile, document: Document, writer: Writer, words: Mapping[str, str]) -> None:
    """Add the list of contents, then those of figures and tables, each where there is something to list."""
    levels = heading_levels(document.blocks)
    headings = [
        Entry(CONTENTS.format(level=levels[place]), block.anchor, heading_words(block))
        for place, block in enumerate(document.blocks)
        if isinstance(block, Heading) and levels[place] <= DEEPEST
    ]
    _write_list(file, words["contents"], headings, _CONTENTS, writer)
    for kind, title, word in (
        (Figure, words["figures"], words["figure"]),
        (NumberedTable, words["tables"], words["table"]),
    ):
        entries = [
            Entry(LISTED, block.anchor, f"{word} {block.number}. {caption_words(block)}")
            for block in document.blocks
            if isinstance(block, kind) and block.number
        ]
        _write_list(file, title, entries, _LIST.format(word=word), writer)


def heading_words(heading: Heading) -> str:
    """Give a heading's number and words."""
    return f"{heading.number} {plain_text(heading.text)}".strip()


def _write_list(
    file: WordFile, title: str, entries: Sequence[Entry], instruction: str, writer: Writer
) -> None:
    if not entries:
        return
    writer.plain(add_styled(file, "TOC Heading"), title)
    for place, entry in enumerate(entries):
        line = add_styled(file, entry.style)
        if place == 0:
            begin_field(line, instruction)
        writer.link(line, entry.anchor, entry.words)
        if place == len(entries) - 1:
            end_field(line)
