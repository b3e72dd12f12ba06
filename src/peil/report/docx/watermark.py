"""A word across every page, behind the text, as Word itself makes it."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph as WordParagraph

from peil.report.docx.xml import add_child, element_of
from peil.report.native_chart.xml import tag

_PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:420pt;height:140pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
_SPACES = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_KIND = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)
"""Text along a line, filled into a box: Word's own kind of shape for watermarks."""


def add_watermark(paragraph: WordParagraph, word: str, number: int) -> None:
    """Put a pale word behind the pages that a header stands on; ``number`` tells headers apart."""
    shape = tag(
        "v:shape",
        '<v:fill opacity=".5"/>',
        tag("v:textpath", style="font-family:Calibri;font-size:1pt", string=word.upper()),
        id=f"PowerPlusWaterMarkObject{number}",
        type="#_x0000_t136",
        style=_PLACE,
        fillcolor="#d5dade",
        stroked="f",
        alt="",
    )
    holder = add_child(element_of(paragraph), "w:r")
    holder.append(parse_xml(f"<w:pict {nsdecls('w')} {_SPACES}>{_KIND}{shape}</w:pict>"))
