"""Running text in a shape of a slide."""

from collections.abc import Iterable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Pt

from peil.report.document import Inline, Run
from peil.report.pptx.arrange import Box
from peil.report.pptx.flow import BETWEEN, INDENT, LEADING, Para
from peil.report.sound import sound
from peil.report.typography import keep_together

INK = RGBColor(0x1B, 0x23, 0x2B)  # type: ignore[no-untyped-call]  # python-pptx leaves it without types
QUIET = RGBColor(0x55, 0x60, 0x6B)  # type: ignore[no-untyped-call]  # python-pptx leaves it without types
ACCENT = RGBColor(0x17, 0x43, 0x6B)  # type: ignore[no-untyped-call]  # python-pptx leaves it without types
_BULLET = "•"


class TextWriter:
    """Writes text in one language; ``numbers`` are those of footnotes."""

    def __init__(self, language: str, numbers: dict[str, int]) -> None:
        self.language = language
        self.numbers = numbers

    def fill(self, frame: Any, paras: Iterable[Para], size: float, colour: RGBColor = INK) -> None:  # noqa: ANN401 - python-pptx's frames
        """Fill a frame with paragraphs at a size, set as they were measured."""
        for place, para in enumerate(paras):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no other door
            indent = round(Pt(INDENT * size) * 1)
            properties.set("marL", str(indent * para.level))
            properties.set("indent", str(-indent if para.level and not para.number else 0))
            paragraph.line_spacing, paragraph.space_before = Pt(LEADING * size), Pt(BETWEEN * size)
            paragraph.space_after = Pt(0)
            self._bullet(properties, shown=bool(para.level) and not para.number)
            self.runs(paragraph, para.text, size, colour, bold=para.bold, italic=para.italic)

    def runs(
        self,
        paragraph: Any,  # noqa: ANN401 - python-pptx's paragraphs
        text: Inline,
        size: float,
        colour: RGBColor,
        *,
        bold: bool = False,
        italic: bool = False,
    ) -> None:
        """Write the runs of a paragraph; a footnote's call is raised."""
        for run in text:
            made = paragraph.add_run()
            words = str(self.numbers.get(run.note, "")) if run.note else run.text
            made.text = sound(keep_together(words))
            made.font.size, made.font.color.rgb = Pt(size), colour
            made.font.bold, made.font.italic = (run.bold or bold) or None, (run.italic or italic) or None
            looks = made._r.get_or_add_rPr()  # noqa: SLF001 - python-pptx has no other door
            looks.set("lang", self.language)
            if run.note:
                looks.set("baseline", "30000")
            if run.link and not run.link.startswith("#"):
                made.hyperlink.address = run.link

    def plain(self, frame: Any, words: str, size: float, colour: RGBColor = INK) -> None:  # noqa: ANN401 - python-pptx's frames
        """Write one paragraph of plain words."""
        self.fill(frame, (Para((Run(words),)),), size, colour)

    def _bullet(self, properties: Any, *, shown: bool) -> None:  # noqa: ANN401 - lxml elements are untyped
        """Say whether a bullet stands before a paragraph, whatever its level is elsewhere."""
        for tag in ("a:buNone", "a:buChar"):
            for old in properties.findall(qn(tag)):
                properties.remove(old)
        element = properties.makeelement(qn("a:buChar" if shown else "a:buNone"), {})
        if shown:
            element.set("char", _BULLET)
        properties.append(element)


def place(shape: Any, box: Box) -> None:  # noqa: ANN401 - any shape
    """Put a shape in its place."""
    shape.left, shape.top = Pt(box.left), Pt(box.top)
    shape.width, shape.height = Pt(box.width), Pt(box.height)


def close_margins(frame: Any) -> None:  # noqa: ANN401 - python-pptx's frames
    """Let text begin where its shape does, broken at its width."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
