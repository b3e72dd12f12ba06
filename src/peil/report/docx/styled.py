"""Paragraphs in a style by its name."""

from weakref import WeakKeyDictionary

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.parts.story import StoryPart
from docx.text.paragraph import Paragraph as WordParagraph

NORMAL = ""
"""No style of its own: the file's normal one."""

_ids: WeakKeyDictionary[StoryPart, dict[str, str | None]] = WeakKeyDictionary()


def add_styled(file: WordFile, name: str) -> WordParagraph:
    """Add a paragraph in a style."""
    made = file.add_paragraph()
    if name != NORMAL:
        set_style(made, name)
    return made


def set_style(paragraph: WordParagraph, name: str) -> None:
    """Set a paragraph in a style; the style's id is looked up once a file, for that takes long."""
    ids = _ids.setdefault(paragraph.part, {})
    if name not in ids:
        ids[name] = paragraph.part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH)
    paragraph._p.style = ids[name]  # noqa: SLF001 - the library's own way looks through all styles each time
