"""Charts, route maps and tables on a slide."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.shapes.graphfrm import CT_GraphicalObjectFrame
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.slide import Slide
from pptx.util import Emu, Pt

from peil.report.chart import Chart
from peil.report.charts.palette import RULE
from peil.report.charts.picture import alternative_text, draw_picture
from peil.report.document import Figure, Grid, NumberedTable, TableCell
from peil.report.native_chart.make import make_native
from peil.report.native_chart.native_chart import NativeChart
from peil.report.native_chart.xml import tag
from peil.report.pdf.raster import to_png
from peil.report.pptx.arrange import Box, chart_setting
from peil.report.pptx.flow import Para
from peil.report.pptx.grid import INSET, columns_on, row_heights
from peil.report.pptx.text import INK, TextWriter
from peil.report.sound import sound

_PICTURE_PPI = 200.0


def add_figure(slide: Slide, figure: Figure, box: Box, size: float, language: str) -> None:
    """Add a figure: charts that PowerPoint draws itself, side by side where there are several."""
    if not isinstance(figure.chart, Chart):
        _add_picture(slide, figure, box)
        return
    left, top = box.left, box.top
    for chart in make_native(figure.chart, chart_setting(box, size, language)):
        if left + chart.width > box.left + box.width + 1:
            left, top = box.left, top + chart.height
        _add_chart(slide, chart, Box(left, top, chart.width, chart.height))
        left += chart.width


def _add_chart(slide: Slide, chart: NativeChart, box: Box) -> None:
    package = slide.part.package
    name = package.next_partname(ChartPart.partname_template)
    part = ChartPart.load(name, CONTENT_TYPE.DML_CHART, package, chart.xml)
    part.relate_to(EmbeddedXlsxPart.new(chart.workbook, package), RELATIONSHIP_TYPE.PACKAGE)
    relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    number = next_id(slide)
    sides = (round(Pt(side)) for side in (box.left, box.top, box.width, box.height))
    frame = CT_GraphicalObjectFrame.new_chart_graphicFrame(number, f"Chart {number}", relation, *sides)
    tell(frame, chart.title, chart.description)
    tree_of(slide).append(frame)


def _add_picture(slide: Slide, figure: Figure, box: Box) -> None:
    """Add a route map as pixels, as large as its place allows."""
    picture = slide.shapes.add_picture(
        BytesIO(to_png(draw_picture(figure.chart, figure.anchor), box.width, _PICTURE_PPI)),
        Pt(box.left),
        Pt(box.top),
        width=Pt(box.width),
    )
    if picture.height > Pt(box.height):
        picture.width = Emu(round(picture.width * Pt(box.height) / picture.height))
        picture.height = Pt(box.height)
    tell(picture._element, figure.chart.title, alternative_text(figure.chart))  # noqa: SLF001 - python-pptx has no other door


def add_table(slide: Slide, table: NumberedTable, box: Box, size: float, writer: TextWriter) -> None:
    """Add a table with its header row and column said to be so."""
    grid = table.grid
    rows = (*grid.head, *grid.body)
    columns, heights = columns_on(grid, box.width), row_heights(grid, size, box.width)
    frame = slide.shapes.add_table(
        len(rows), len(columns), Pt(box.left), Pt(box.top), Pt(box.width), Pt(sum(heights))
    )
    tell(frame._element, table.caption, table.base)  # noqa: SLF001 - python-pptx has no other door
    made = frame.table
    made.first_row, made.first_col, made.horz_banding = bool(grid.head), grid.row_headers > 0, False
    for place, width in enumerate(columns):
        made.columns[place].width = Pt(width)
    for place, height in enumerate(heights):
        made.rows[place].height = Pt(height)
        _write_row(made, place, rows[place], size, writer, headers=_headers(grid, place))


def _headers(grid: Grid, place: int) -> int:
    return len(grid.head[place]) if place < len(grid.head) else grid.row_headers


def _write_row(
    made: Any,  # noqa: ANN401 - python-pptx's tables
    place: int,
    row: Sequence[TableCell],
    size: float,
    writer: TextWriter,
    *,
    headers: int,
) -> None:
    start = 0
    for number, cell in enumerate(row):
        shape = made.cell(place, start)
        if cell.columns > 1:
            shape.merge(made.cell(place, start + cell.columns - 1))
        start += cell.columns
        shape.margin_left = shape.margin_right = Pt(INSET)
        shape.margin_top = shape.margin_bottom = Pt(1)
        _write_cell(shape.text_frame, cell, size, writer, bold=number < headers)
        shape.fill.background()
        _rule_under(shape)


def _rule_under(cell: Any) -> None:  # noqa: ANN401 - python-pptx's cells
    """Draw a thin line under a cell."""
    fill = tag("a:solidFill", tag("a:srgbClr", val=RULE.lstrip("#").upper()))
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-pptx has no other door
    properties.insert(0, parse_xml(f'<a:lnB {nsdecls("a")} w="6350">{fill}</a:lnB>'))


def _write_cell(frame: Any, cell: TableCell, size: float, writer: TextWriter, *, bold: bool) -> None:  # noqa: ANN401 - python-pptx's frames
    writer.fill(frame, (Para(cell.text, bold=bold),), size, INK)
    paragraph = frame.paragraphs[0]
    paragraph.space_before = Pt(0)
    if cell.mark:
        run = paragraph.add_run()
        run.text = sound(f" {cell.mark}")
        run.font.size = Pt(size)
    if cell.numeric:
        paragraph._p.get_or_add_pPr().set("algn", "r")  # noqa: SLF001 - python-pptx has no other door


def tell(element: Any, title: str, description: str) -> None:  # noqa: ANN401 - lxml elements are untyped
    """Say in words what a shape shows."""
    named = element.find(f".//{qn('p:cNvPr')}")
    named.set("descr", sound(description or title))
    named.set("title", sound(title))


def tree_of(slide: Slide) -> Any:  # noqa: ANN401 - lxml elements are untyped
    """Give a slide's tree of shapes, in reading order."""
    return slide.shapes._spTree  # noqa: SLF001 - python-pptx has no other door


def next_id(slide: Slide) -> int:
    """Give an id that no shape of the slide has."""
    found = (int(one.get("id")) for one in tree_of(slide).iter(qn("p:cNvPr")))
    return max(found, default=1) + 1
