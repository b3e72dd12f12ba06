"""How a Word file looks: Word's own styles, set once, so that a reader can change them in one place."""

from babel.core import get_global
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from peil.report.compose.phrases import LOCALES
from peil.report.docx.xml import child_of

FONT = "Calibri"
ACCENT = RGBColor(0x17, 0x43, 0x6B)
QUIET = RGBColor(0x55, 0x60, 0x6B)
INK = RGBColor(0x1B, 0x23, 0x2B)

BODY = 10.5
HEADINGS = ((1, 20.0), (2, 15.0), (3, 12.0), (4, 11.0))
CELL, SOURCE = "Table Text", "Source Line"
"""Styles of our own: text in a table's cell, and lines under a table or figure."""


def set_styles(file: WordFile, language: str) -> None:
    """Set type, colours and language of the styles that are used."""
    _paragraph(file, "Normal", BODY, INK, after=6)
    for level, size in HEADINGS:
        _heading(file, f"Heading {level}", size)
    _heading(file, "Title", 26.0)
    _paragraph(file, "Subtitle", 14.0, QUIET, after=18).font.italic = False
    caption = _paragraph(file, "Caption", BODY - 1, INK, after=4)
    caption.font.bold = False
    caption.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number"):
        _paragraph(file, name, BODY, INK, after=3)
    _paragraph(file, "Quote", BODY, INK, after=6)
    _own(file, CELL, BODY - 1.5, INK, after=1).paragraph_format.line_spacing = 1.0
    _own(file, SOURCE, BODY - 2, QUIET, after=4)
    _set_language(file, with_region(language))


def with_region(language: str) -> str:
    """Give a language with the region where most speak it: Word checks spelling for those alone."""
    likely = LOCALES.get(language) or get_global("likely_subtags").get(language, "")
    region = likely.rpartition("_")[2]
    return f"{language}-{region}" if region and "-" not in language else language


def _heading(file: WordFile, name: str, size: float) -> None:
    style = _paragraph(file, name, size, ACCENT, after=6)
    style.font.bold = True
    style.paragraph_format.space_before = Pt(size)
    style.paragraph_format.keep_with_next = True
    border = style.element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _own(file: WordFile, name: str, size: float, colour: RGBColor, after: float) -> ParagraphStyle:
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles["Normal"]
    return _paragraph(file, name, size, colour, after=after)


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


def _set_language(file: WordFile, language: str) -> None:
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
