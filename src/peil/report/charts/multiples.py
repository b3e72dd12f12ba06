"""Small multiples: a panel of bars for each series, all on one scale, in rows of panels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from peil.report.chart import Chart
from peil.report.charts.bars import colour_of, draw_bar, room_for_values
from peil.report.charts.palette import RULE
from peil.report.charts.rows import Columns, set_columns, set_rows
from peil.report.charts.sheet import Sheet
from peil.report.charts.svg import Type, text, upright
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import Face

_BAND = 15.0
_LEAST = 130.0  # width of a panel
_GAP = 16.0
_BETWEEN = 20.0  # rows of panels
_LABEL_SHARE = 0.3
_LEAST_SCALE = 0.1
"""What the longest bar stands for at least: shares of a few per cent shouldn't look like much."""


@dataclass(frozen=True, slots=True)
class _Panels:
    """Where panels stand across: ``per_row`` of them, as wide as ``width``, the longest bar ``reach``."""

    columns: Columns
    per_row: int
    width: float
    reach: float
    scale: float

    def left(self, place: int) -> float:
        """Where the bars of a panel begin."""
        return self.columns.left + place * (self.width + _GAP)


def draw_multiples(chart: Chart, sheet: Sheet, top: float) -> tuple[list[str], float]:
    """Draw the panels from ``top`` down; gives the elements and where they end."""
    panels = _set_panels(chart, sheet)
    elements: list[str] = []
    bottom = top
    every = range(len(chart.series))
    for first in every[:: panels.per_row]:
        row = every[first : first + panels.per_row]
        drawn, bottom = _draw_row(chart, sheet, panels, row, top)
        elements += drawn
        top = bottom + _BETWEEN
    return elements, bottom


def _set_panels(chart: Chart, sheet: Sheet) -> _Panels:
    frame = sheet.frame if sheet.frame.above else replace(sheet.frame, label_share=_LABEL_SHARE)
    columns = set_columns(frame, chart.categories, 0)
    room = columns.right - columns.left
    most = max(1, int((room + _GAP) / (_LEAST + _GAP)))
    per_row = ceil(len(chart.series) / ceil(len(chart.series) / most))
    width = (room - _GAP * (per_row - 1)) / per_row
    shares = [bar.share or 0.0 for series in chart.series for bar in series.bars]
    scale = max(_LEAST_SCALE, *shares)
    return _Panels(columns, per_row, width, width - room_for_values(chart, frame), scale)


def _draw_row(
    chart: Chart, sheet: Sheet, panels: _Panels, row: Sequence[int], top: float
) -> tuple[list[str], float]:
    """Draw panels that stand side by side: their names, then the categories with a bar in each."""
    names, under = _names(chart, sheet, panels, row, top)

    def paint(category: int, y: float) -> list[str]:
        drawn: list[str] = []
        for place, index in enumerate(row):
            bar = chart.series[index].bars[category]
            length = panels.reach * min((bar.share or 0.0) / panels.scale, 1.0)
            size = (length, _BAND)
            drawn += draw_bar(bar, colour_of(chart, category), (panels.left(place), y), size, sheet)
        return drawn

    rows = set_rows(chart.categories, sheet.frame, panels.columns, under, _BAND, paint)
    axes = [
        upright(panels.left(place), rows.top - 3, rows.bottom + 3, RULE)
        for place in range(len(row) if not sheet.frame.above else 0)
    ]
    return [*names, *rows.elements, *axes], rows.bottom


def _names(
    chart: Chart, sheet: Sheet, panels: _Panels, row: Sequence[int], top: float
) -> tuple[list[str], float]:
    """The names above panels, standing on one line; gives where the bars may begin."""
    frame = sheet.frame
    wrapped = [wrap_text(chart.series[i].name, panels.width, frame.small, Face.BOLD) for i in row]
    height = max(map(len, wrapped)) * frame.line
    drawn = []
    for place, lines in enumerate(wrapped):
        first = top + height - (len(lines) - 0.7) * frame.line
        drawn.append(text(panels.left(place), first, lines, Type(frame.small, bold=True), frame.line))
    return drawn, top + height + 4
