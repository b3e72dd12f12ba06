"""A document as a deck."""

import datetime as dt
from io import BytesIO

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Made
from pptx.slide import SlideLayout
from pptx.util import Emu

from peil.report.document import Document, Figure, Inline, NumberedTable, Run
from peil.report.docx.styles import with_region
from peil.report.native_chart.xml import tag, words
from peil.report.outline import plain_text
from peil.report.pptx.arrange import BODY, KEY_SIZE, Arranged, Box, arrange, fit_title
from peil.report.pptx.exhibit import add_figure, add_table, next_id, tree_of
from peil.report.pptx.flow import SMALLEST, Para, flow
from peil.report.pptx.master import CONTENT, OPENING, SECTION, TITLED, start_deck
from peil.report.pptx.slide import cut_slides
from peil.report.pptx.text import ACCENT, INK, QUIET, TextWriter, close_margins, place
from peil.report.sound import sound
from peil.report.vocabulary import words_of
from peil.report.zipped import settle

_LONG_AGO = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the format's times have no zone
_LONGEST = 255
_NONE = Emu(0)
_OPENING_TEXT, _SUBTITLE = 18.0, 22.0
_KEY_WORDS = 16.0
_KEY_HIGH = 58.0


def to_pptx(document: Document) -> bytes:
    """Give the document as a PowerPoint file; the same document gives the same bytes.

    Each heading of the first or second level starts a slide. Titles are the layout's own, charts are drawn by
    PowerPoint from a workbook that holds the printed numbers, and what is said at a slide stands in its
    notes, with where its numbers come from.
    """
    writer = _DeckWriter(document)
    writer.opening()
    for slide in cut_slides(document):
        writer.add(arrange(slide, document, writer.words, writer.language))
    made = BytesIO()
    writer.deck.save(made)
    return settle(made.getvalue())


class _DeckWriter:
    """Adds slides at the end of a deck."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = with_region(document.language)
        self.words = words_of(document)
        self.deck: Deck = start_deck(document.watermark)
        self.layouts: dict[str, SlideLayout] = {layout.name: layout for layout in self.deck.slide_layouts}
        numbers = {note: number for number, note in enumerate(document.notes, start=1)}
        self.text = TextWriter(self.language, numbers)
        _set_properties(self.deck, document)

    def opening(self) -> None:
        """Add the slide that says what it is about and who made it."""
        document = self.document
        made = self._start(OPENING, (Run(document.title),))
        front = [Para((Run(f"{name}: ", bold=True), Run(value))) for name, value in document.front]
        subtitle = [Para((Run(document.subtitle),))] if document.subtitle else []
        frame = made.placeholders[1].text_frame
        self.text.fill(frame, [*subtitle, *front], _OPENING_TEXT)
        for run in frame.paragraphs[0].runs if subtitle else ():
            run.font.size = _points(_SUBTITLE)
        if not subtitle and not front:
            _remove(made, 1)
        self._edges(made)

    def add(self, arranged: Arranged) -> None:
        """Add a slide: title, text, figure or table, small lines, the foot; they are read in this order."""
        slide = arranged.slide
        layout = SECTION if slide.section else CONTENT if arranged.text else TITLED
        made = self._start(layout, slide.title, arranged.title_size)
        if arranged.keys:
            self._keys(made, arranged)
        if arranged.text:
            shape = made.placeholders[1]
            place(shape, arranged.text_box)
            self.text.fill(shape.text_frame, arranged.text, arranged.text_size)
        self._exhibit(made, arranged)
        if arranged.under:
            small = made.shapes.add_textbox(_NONE, _NONE, _NONE, _NONE)
            place(small, arranged.under_box)
            close_margins(small.text_frame)
            self.text.fill(small.text_frame, arranged.under, SMALLEST, QUIET)
        self._edges(made)
        self._notes(made, arranged)

    def _start(self, layout: str, title: Inline, size: float = 0.0) -> Made:
        made: Made = self.deck.slides.add_slide(self.layouts[layout])
        shown = made.shapes.title
        if shown is not None:
            best, _ = fit_title(title)
            self.text.runs(shown.text_frame.paragraphs[0], title, size or max(best, 32.0), ACCENT, bold=True)
        return made

    def _exhibit(self, made: Made, arranged: Arranged) -> None:
        box, size = arranged.exhibit_box, arranged.exhibit_size
        match arranged.exhibit:
            case Figure() as figure:
                add_figure(made, figure, box, size, self.language)
            case NumberedTable() as table:
                add_table(made, table, box, size, self.text)

    def _keys(self, made: Made, arranged: Arranged) -> None:
        """Set headline numbers side by side, each above its words."""
        numbers = arranged.keys.numbers if arranged.keys else ()
        width = BODY.width / max(1, len(numbers))
        for number, key in enumerate(numbers):
            shape = made.shapes.add_textbox(_NONE, _NONE, _NONE, _NONE)
            place(shape, Box(BODY.left + number * width, BODY.top, width - 16, _KEY_HIGH * 2))
            close_margins(shape.text_frame)
            frame = shape.text_frame
            self.text.runs(frame.paragraphs[0], key.value, KEY_SIZE, ACCENT, bold=True)
            self.text.runs(frame.add_paragraph(), key.words, _KEY_WORDS, INK)

    def _edges(self, made: Made) -> None:
        """Add the warning and the slide's number, which stand on every slide."""
        for shape in tuple(made.slide_layout.placeholders):
            kind = shape.placeholder_format.type.name
            if kind == "FOOTER" and self.document.warning:
                run = tag(
                    "a:r",
                    tag("a:rPr", lang=self.language, sz=round(SMALLEST * 100), b=1),
                    tag("a:t", words(self.document.warning)),
                )
                self._edge(made, "ftr", shape.placeholder_format.idx, run)
            elif kind == "SLIDE_NUMBER":
                number = tag("a:rPr", lang=self.language, sz=round(SMALLEST * 100))
                at = len(self.deck.slides)
                field = f'<a:fld id="{_FIELD}" type="slidenum">{number}<a:t>{at}</a:t></a:fld>'
                self._edge(made, "sldNum", shape.placeholder_format.idx, field)

    def _edge(self, made: Made, kind: str, index: int, content: str) -> None:
        number = next_id(made)
        named = tag("p:cNvPr", id=number, name={"ftr": "Footer", "sldNum": "Slide number"}[kind])
        holder = tag("p:nvPr", tag("p:ph", type=kind, sz="quarter", idx=index))
        head = tag("p:nvSpPr", named, '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>', holder)
        text = tag("p:txBody", "<a:bodyPr/><a:lstStyle/>", tag("a:p", content))
        tree_of(made).append(parse_xml(f"<p:sp {nsdecls('a', 'p')}>{head}<p:spPr/>{text}</p:sp>"))

    def _notes(self, made: Made, arranged: Arranged) -> None:
        """Write what is said, then where the slide's bound numbers come from."""
        spoken = [plain_text(line) for line in arranged.slide.spoken]
        lines = (arranged.slide.title, *(para.text for para in arranged.text), *arranged.slide.spoken)
        keys = flow((arranged.keys,)) if arranged.keys else ()
        runs = [run for line in (*lines, *(para.text for para in keys)) for run in line]
        origins = dict.fromkeys(f"{run.text}: {run.origin}" for run in runs if run.origin)
        said = [*spoken, *([self.words["sources"]] if origins else []), *origins]
        if not said:
            return
        frame = made.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = sound("\n".join(said))
            for paragraph in frame.paragraphs:
                for run in paragraph.runs:
                    run._r.get_or_add_rPr().set("lang", self.language)  # noqa: SLF001 - python-pptx has no other door


_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""Names the field of a slide's number; any fixed name does."""


def _points(size: float) -> int:
    return round(size * 12700)


def _remove(made: Made, index: int) -> None:
    """Take an empty placeholder away: nobody should come upon a shape without anything in it."""
    element = made.placeholders[index]._element  # noqa: SLF001 - python-pptx has no other door
    element.getparent().remove(element)


def _set_properties(deck: Deck, document: Document) -> None:
    """Say what the file is about; no time of making."""
    properties = deck.core_properties
    properties.title = sound(document.title)[:_LONGEST]
    properties.subject = sound(document.subtitle)[:_LONGEST]
    properties.author = sound(", ".join(document.authors))[:_LONGEST]
    properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = document.language
    properties.revision = 1
    day = dt.datetime.combine(document.date, dt.time()) if document.date else _LONG_AGO
    properties.created = properties.modified = day
    package = deck.part.package
    thumbnails = [one.rId for one in package.iter_rels() if one.reltype.endswith("/thumbnail")]
    for name in thumbnails:
        package.drop_rel(name)
    _drop_printer(deck)


def _drop_printer(deck: Deck) -> None:
    """Take away the settings of somebody's printer, which python-pptx's template brings along."""
    for name, relation in list(deck.part.rels.items()):
        if relation.reltype.endswith("/printerSettings"):
            deck.part.rels.pop(name)
    for element in list(deck.part._element.iter(qn("p:extLst"))):  # noqa: SLF001 - python-pptx has no other door
        element.getparent().remove(element)
