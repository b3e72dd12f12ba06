"""Horizontal bars: one a category, or one for each series within a category."""

from peil.report.chart import Bar, Chart
from peil.report.charts.frame import Frame
from peil.report.charts.palette import MUTED, PRIMARY, RULE, Colour
from peil.report.charts.rows import Columns, Rows, baseline_in, set_columns, set_rows
from peil.report.charts.svg import Type, quiet, rectangle, text, upright
from peil.report.charts.value import value_text
from peil.report.fonts import measure

_VALUE_GAP = 5.0
_SINGLE = 17.0
_GROUPED = 13.0
_CROWDED = 11.0
_FEW = 4
_BETWEEN = 2.0


def draw_bars(chart: Chart, frame: Frame, colours: tuple[Colour, ...], top: float) -> tuple[list[str], float]:
    """Draw the bars from ``top`` down; gives the elements and where they end."""
    columns = set_columns(frame, chart.categories, _room_for_values(chart, frame))
    single = len(chart.series) == 1
    thick = _SINGLE if single else _GROUPED if len(chart.series) <= _FEW else _CROWDED
    band = len(chart.series) * (thick + _BETWEEN) - _BETWEEN

    def paint(category: int, y: float) -> list[str]:
        drawn: list[str] = []
        for index, series in enumerate(chart.series):
            colour = _colour_of(chart, category) if single else colours[index]
            drawn += _bar(
                series.bars[category], colour, columns, y + index * (thick + _BETWEEN), (thick, frame)
            )
        return drawn

    rows = set_rows(chart.categories, frame, columns, top, band, paint)
    return [*rows.elements, *_axis(rows, columns, frame)], rows.bottom


def _colour_of(chart: Chart, category: int) -> Colour:
    return MUTED if category in chart.muted or chart.series[0].neutral else PRIMARY


def _room_for_values(chart: Chart, frame: Frame) -> float:
    values = [value_text(bar) for series in chart.series for bar in series.bars]
    return _VALUE_GAP + max((measure(value, frame.small) for value in values), default=0) + 1


def _bar(bar: Bar, colour: Colour, columns: Columns, y: float, set_in: tuple[float, Frame]) -> list[str]:
    thick, frame = set_in
    length = columns.reach(min(bar.share or 0.0, 1.0))
    kind = Type(frame.small) if bar.share is not None else quiet(frame.small)
    value = text(
        columns.left + length + _VALUE_GAP, baseline_in(y, thick, frame.small), [value_text(bar)], kind
    )
    if not length:
        return [value]
    return [rectangle(columns.left, y, length, thick, colour), value]


def _axis(rows: Rows, columns: Columns, frame: Frame) -> list[str]:
    """The line that bars start from; with labels above the bars it would run through them."""
    return [] if frame.above else [upright(columns.left, rows.top - 3, rows.bottom + 3, RULE)]
