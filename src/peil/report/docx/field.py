"""Fields: words that Word can work out anew, filled in beforehand."""

from collections.abc import Callable

from docx.text.paragraph import Paragraph as WordParagraph

from peil.report.docx.xml import add_child, element_of


def add_field(paragraph: WordParagraph, instruction: str, fill: Callable[[], object]) -> None:
    """Add a field whose result ``fill`` writes; it is taken as it stands until the reader has it made anew.

    It isn't marked as old: Word asks before it updates such fields in a file that somebody sent.
    """
    begin_field(paragraph, instruction)
    fill()
    end_field(paragraph)


def begin_field(paragraph: WordParagraph, instruction: str) -> None:
    """Open a field; what follows up to its end is its result."""
    _mark(paragraph, "begin")
    holder = add_child(element_of(paragraph), "w:r")
    add_child(holder, "w:instrText", {"xml:space": "preserve"}, f" {instruction} ")
    _mark(paragraph, "separate")


def end_field(paragraph: WordParagraph) -> None:
    """Close a field."""
    _mark(paragraph, "end")


def _mark(paragraph: WordParagraph, kind: str) -> None:
    add_child(add_child(element_of(paragraph), "w:r"), "w:fldChar", {"w:fldCharType": kind})
