"""A chart in a Word file that Word draws itself, with the workbook that it opens."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt

from peil.report.docx.xml import add_child, element_of
from peil.report.native_chart.native_chart import NativeChart
from peil.report.native_chart.xml import tag

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OF_CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
FIRST = 1000
"""Ids of charts start here: those of pictures are counted by another hand."""


def add_charts(file: WordFile, charts: Sequence[NativeChart], number: int, room: float) -> None:
    """Add charts, as many side by side as fit in the room in pt; ``number`` is that of the first."""
    line, used = None, 0.0
    for place, chart in enumerate(charts):
        if line is None or used + chart.width > room:
            line, used = file.add_paragraph(), 0.0
            line.paragraph_format.space_after = Pt(2)
            line.paragraph_format.keep_with_next = True
        used += chart.width
        drawing = add_child(add_child(element_of(line), "w:r"), "w:drawing")
        drawing.append(_inline(chart, _relate(file, chart, number + place), number + place))


def _relate(file: WordFile, chart: NativeChart, number: int) -> str:
    """Add the chart part and its workbook; gives the relationship's id."""
    package: Any = file.part.package
    workbook = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _WORKBOOK, chart.workbook, package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, chart.xml, package)
    part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
    return file.part.relate_to(part, RELATIONSHIP_TYPE.CHART)


def _inline(chart: NativeChart, relation: str, number: int) -> Any:  # noqa: ANN401 - lxml elements are untyped
    size = {"cx": Pt(chart.width), "cy": Pt(chart.height)}
    told = {"id": FIRST + number, "name": f"Chart {number}", "descr": chart.description, "title": chart.title}
    data = tag("a:graphicData", f'<c:chart r:id="{relation}"/>', uri=_OF_CHARTS)
    inside = (
        tag("wp:extent", **size),
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>',
        tag("wp:docPr", **told),
        "<wp:cNvGraphicFramePr/>",
        tag("a:graphic", data),
    )
    return parse_xml(
        f'<wp:inline {_DRAWING} distT="0" distB="0" distL="0" distR="0">{"".join(inside)}</wp:inline>'
    )
