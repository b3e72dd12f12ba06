"""How a Word file looks: Word's own styles, set once, so that a reader can change them in one place."""

from babel.core import get_global
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from peil.report.compose.phrases import LOCALES
from peil.report.docx.xml import child_of

FONT = "Calibri"
ACCENT = RGBColor(0x17, 0x43, 0x6B)
QUIET = RGBColor(0x55, 0x60, 0x6B)
INK = RGBColor(0x1B, 0x23, 0x2B)

BODY = 10.5
HEADINGS = ((1, 20.0), (2, 15.0), (3, 12.0), (4, 11.0))
CELL, SOURCE, WARNING = "Table Text", "Source Line", "Warning"
"""Styles of our own: text in a table's cell, lines under a table or figure, the warning on every page."""
CONTENTS, LISTED = "toc {level}", "table of figures"
NOTE, NOTE_SIGN = "footnote text", "footnote reference"
_TABLES = frozenset(("Normal Table", "Table Grid"))
_INDENT = 6.0  # mm for each level of contents


def set_styles(file: WordFile) -> None:
    """Set type and colours of the styles that are used."""
    _paragraph(file, "Normal", BODY, INK, after=6)
    for level, size in HEADINGS:
        _heading(file, f"Heading {level}", size)
    _heading(file, "Title", 26.0)
    _heading(file, "TOC Heading", 15.0)
    _paragraph(file, "Subtitle", 14.0, QUIET, after=18).font.italic = False
    caption = _paragraph(file, "Caption", BODY - 1, INK, after=4)
    caption.font.bold = False
    caption.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number"):
        _paragraph(file, name, BODY, INK, after=3)
    _paragraph(file, "Quote", BODY, INK, after=6)
    _paragraph(file, "Header", BODY - 2, QUIET, after=0)
    _paragraph(file, "Footer", BODY - 2, QUIET, after=0)


def drop_unused(file: WordFile) -> None:
    """Take away the hundred looks of tables that the template brings along; Word has them itself."""
    for style in list(file.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLES:
            style.delete()


def add_own_styles(file: WordFile) -> None:
    """Add the styles that a file lacks and that are no part of what a house style has to say.

    A house style may define them: ``Table Text``, ``Source Line`` and ``Warning`` too.
    """
    for level in (1, 2):
        contents = _added(file, CONTENTS.format(level=level), builtin=True)
        if contents:
            contents.paragraph_format.left_indent = Mm(_INDENT * (level - 1))
            contents.paragraph_format.space_after = Pt(2)
    for name, size, after in ((CELL, BODY - 1.5, 1.0), (SOURCE, BODY - 2, 4.0), (WARNING, BODY - 1.5, 0.0)):
        own = _added(file, name)
        if own:
            own.font.size = Pt(size)
            own.paragraph_format.space_after = Pt(after)
            own.paragraph_format.line_spacing = 1.0
            own.paragraph_format.space_before = Pt(2 if name == SOURCE else 0)
            own.font.color.rgb = QUIET if name == SOURCE else INK
            own.font.bold = True if name == WARNING else None
    for name, size in ((LISTED, BODY), (NOTE, BODY - 2)):
        own = _added(file, name, builtin=True)
        if own:
            own.font.size = Pt(size)
            own.paragraph_format.space_after = Pt(2)
    if NOTE_SIGN not in names_of(file):
        sign = file.styles.add_style(NOTE_SIGN, WD_STYLE_TYPE.CHARACTER, builtin=True)
        if isinstance(sign, CharacterStyle):
            sign.font.superscript = True


def font_of(file: WordFile) -> str:
    """Give the typeface of running text; charts follow it."""
    normal = file.styles["Normal"]
    return (normal.font.name if isinstance(normal, ParagraphStyle) else "") or FONT


def names_of(file: WordFile) -> frozenset[str]:
    """Give the names of a file's styles."""
    return frozenset(style.name for style in file.styles if style.name)


def with_region(language: str) -> str:
    """Give a language with the region where most speak it: Word checks spelling for those alone."""
    likely = LOCALES.get(language) or get_global("likely_subtags").get(language, "")
    region = likely.rpartition("_")[2]
    return f"{language}-{region}" if region and "-" not in language else language


def set_language(file: WordFile, language: str) -> None:
    """Say the language once, for all text; a style that says another one loses it."""
    for element in file.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
    for element in file.settings.element.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), language)
    defaults = file.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        element = OxmlElement("w:lang")
        element.set(qn("w:val"), language)
        defaults.append(element)


def _added(file: WordFile, name: str, *, builtin: bool = False) -> ParagraphStyle | None:
    """Add a style on top of ``Normal``; None where the file has it."""
    if name in names_of(file):
        return None
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin)
    style.base_style = file.styles["Normal"]
    return style if isinstance(style, ParagraphStyle) else None


def _heading(file: WordFile, name: str, size: float) -> None:
    style = _paragraph(file, name, size, ACCENT, after=6)
    style.font.bold = True
    style.paragraph_format.space_before = Pt(size)
    style.paragraph_format.keep_with_next = True
    border = style.element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _paragraph(file: WordFile, name: str, size: float, colour: RGBColor, *, after: float) -> ParagraphStyle:
    style = file.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no style of paragraphs")
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    style.paragraph_format.space_after = Pt(after)
    fonts = child_of(style.element.get_or_add_rPr(), "w:rFonts")
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
    return style
