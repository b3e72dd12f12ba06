"""How a deck looks: a widescreen master and its layouts, set once, to be changed in one place."""

from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Pt

from peil.report.docx.styles import ACCENT, QUIET
from peil.report.native_chart.xml import tag, words
from peil.report.pptx.arrange import BODY, FOOT, HEIGHT, MARGIN, TITLE, WIDTH, Box

OPENING, CONTENT, SECTION, TITLED = "Title Slide", "Title and Content", "Section Header", "Title Only"
_KEPT = frozenset((OPENING, CONTENT, SECTION, TITLED))
_MARK_ID = 99
_TITLE_SIZE = 2800
_LEVELS = ("lvl1pPr", "lvl2pPr", "lvl3pPr", "lvl4pPr", "lvl5pPr")
_OPENING_TITLE = Box(MARGIN, 130.0, WIDTH - 2 * MARGIN, 120.0)
_OPENING_TEXT = Box(MARGIN, 262.0, WIDTH - 2 * MARGIN, 200.0)
_SECTION_TITLE = Box(MARGIN, 190.0, WIDTH - 2 * MARGIN, 130.0)
_NUMBER = Box(WIDTH - MARGIN - 80.0, FOOT.top, 80.0, FOOT.height)
_WARNING = Box(MARGIN, FOOT.top, FOOT.width - 90.0, FOOT.height)


def start_deck(watermark: str) -> Deck:
    """Give an empty deck of our own looks; a word in its master stands behind every slide."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT:
            deck.slide_layouts.remove(layout)
    for shape in master.placeholders:
        _place(shape, {"TITLE": TITLE, "BODY": BODY, "FOOTER": _WARNING, "SLIDE_NUMBER": _NUMBER})
    for layout in deck.slide_layouts:
        _set_layout(layout)
    _set_styles(master.element)
    if watermark:
        _across(master.element, watermark)
    return deck


def _set_layout(layout: SlideLayout) -> None:
    title = {OPENING: _OPENING_TITLE, SECTION: _SECTION_TITLE}.get(layout.name, TITLE)
    text = {OPENING: _OPENING_TEXT}.get(layout.name, BODY)
    kinds = {"TITLE": title, "CENTER_TITLE": title, "SUBTITLE": text, "OBJECT": text, "BODY": text}
    kinds |= {"FOOTER": _WARNING, "SLIDE_NUMBER": _NUMBER}
    for shape in list(layout.placeholders):
        kind = shape.placeholder_format.type.name
        if kind == "DATE" or (layout.name == SECTION and kind == "BODY"):
            shape._element.getparent().remove(shape._element)  # noqa: SLF001 - python-pptx has no other door
        else:
            _place(shape, kinds)
            _strip(shape._element)  # noqa: SLF001 - as above


def _strip(element: Any) -> None:  # noqa: ANN401 - lxml elements are untyped
    """Take a layout's own type away: all of it comes from the master."""
    for style in element.iter(qn("a:lstStyle")):
        for child in list(style):
            style.remove(child)


def _place(shape: Any, kinds: dict[str, Box]) -> None:  # noqa: ANN401 - any placeholder
    box = kinds.get(shape.placeholder_format.type.name)
    if box:
        shape.left, shape.top = Pt(box.left), Pt(box.top)
        shape.width, shape.height = Pt(box.width), Pt(box.height)
        body = shape._element.txBody.find(qn("a:bodyPr"))  # noqa: SLF001 - python-pptx has no other door
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")
        for fit in list(body):
            body.remove(fit)


def _set_styles(master: Any) -> None:  # noqa: ANN401 - lxml elements are untyped
    """Set the master's type: titles bold and to the left, text that stands where it is measured to stand."""
    title = master.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    looks = title.find(qn("a:defRPr"))
    looks.set("sz", str(_TITLE_SIZE))
    looks.set("b", "1")
    _colour(looks, str(ACCENT))
    body = master.find(f".//{qn('p:bodyStyle')}")
    for name in _LEVELS:
        level = body.find(qn(f"a:{name}"))
        before = level.find(f"{qn('a:spcBef')}/{qn('a:spcPct')}")
        before.set("val", "0")
        level.find(qn("a:defRPr")).set("sz", "2000")
    for shape in master.iter(qn("p:sp")):
        kind = shape.find(f".//{qn('p:ph')}")
        if kind is not None and kind.get("type") == "title":
            shape.find(f".//{qn('a:bodyPr')}").set("anchor", "b")
        if kind is not None and kind.get("type") == "ftr":
            shape.find(f".//{qn('a:lvl1pPr')}").set("algn", "l")
        for one in shape.iter(qn("a:defRPr")) if kind is not None else ():
            if kind.get("type") in {"ftr", "sldNum"}:
                _colour(one, str(QUIET))


def _colour(looks: Any, colour: str) -> None:  # noqa: ANN401 - lxml elements are untyped
    fill = looks.find(qn("a:solidFill"))
    for child in list(fill):
        fill.remove(child)
    fill.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour}"/>'))


def _across(master: Any, watermark: str) -> None:  # noqa: ANN401 - lxml elements are untyped
    """Put a pale word across the master, behind all else."""
    run = tag(
        "a:r",
        tag("a:rPr", tag("a:solidFill", tag("a:srgbClr", val="E6E9EC")), sz=12000, b=1),
        tag("a:t", words(watermark.upper())),
    )
    frame = tag(
        "p:spPr",
        tag(
            "a:xfrm",
            tag("a:off", x=Pt(60), y=Pt(170)),
            tag("a:ext", cx=Pt(WIDTH - 120), cy=Pt(200)),
            rot=-1800000,
        ),
        tag("a:prstGeom", "<a:avLst/>", prst="rect"),
        "<a:noFill/>",
    )
    named = tag(
        "p:nvSpPr",
        tag("p:cNvPr", id=_MARK_ID, name="Watermark"),
        tag("p:cNvSpPr", txBox=1),
        tag("p:nvPr", userDrawn=1),
    )
    paragraph = tag("a:p", tag("a:pPr", algn="ctr"), run)
    text = tag("p:txBody", '<a:bodyPr wrap="square" anchor="ctr"/><a:lstStyle/>', paragraph)
    shape = parse_xml(f"<p:sp {nsdecls('a', 'p')}>{named}{frame}{text}</p:sp>")
    master.find(f".//{qn('p:grpSpPr')}").addnext(shape)
