"""Horizontal bars: one a category, or one for each series within a category."""

from peil.report.chart import Bar, Chart
from peil.report.charts.frame import Frame
from peil.report.charts.palette import MUTED, PRIMARY, RULE, Colour
from peil.report.charts.rows import Columns, Rows, baseline_in, set_columns, set_rows
from peil.report.charts.sheet import Sheet
from peil.report.charts.svg import Type, quiet, text, upright
from peil.report.charts.value import value_text
from peil.report.fonts import measure

_VALUE_GAP = 5.0
_SINGLE = 17.0
_GROUPED = 13.0
_CROWDED = 11.0
_FEW = 4
_BETWEEN = 2.0


def draw_bars(chart: Chart, sheet: Sheet, top: float) -> tuple[list[str], float]:
    """Draw the bars from ``top`` down; gives the elements and where they end."""
    frame = sheet.frame
    columns = set_columns(frame, chart.categories, room_for_values(chart, frame))
    single = len(chart.series) == 1
    thick = _SINGLE if single else _GROUPED if len(chart.series) <= _FEW else _CROWDED
    band = len(chart.series) * (thick + _BETWEEN) - _BETWEEN

    def paint(category: int, y: float) -> list[str]:
        drawn: list[str] = []
        for index, series in enumerate(chart.series):
            colour = colour_of(chart, category) if single else sheet.colours[index]
            place = (columns.left, y + index * (thick + _BETWEEN))
            length = columns.reach(min(series.bars[category].share or 0.0, 1.0))
            drawn += draw_bar(series.bars[category], colour, place, (length, thick), sheet)
        return drawn

    rows = set_rows(chart.categories, frame, columns, top, band, paint)
    return [*rows.elements, *_axis(rows, columns, frame)], rows.bottom


def colour_of(chart: Chart, category: int) -> Colour:
    """The colour of a bar where all series have the same: grey for don't know."""
    return MUTED if category in chart.muted or chart.series[0].neutral else PRIMARY


def room_for_values(chart: Chart, frame: Frame) -> float:
    """How wide the numbers beside the bars are."""
    values = [value_text(bar) for series in chart.series for bar in series.bars]
    return _VALUE_GAP + max((measure(value, frame.small) for value in values), default=0) + 1


def draw_bar(
    bar: Bar, colour: Colour, place: tuple[float, float], size: tuple[float, float], sheet: Sheet
) -> list[str]:
    """Draw a bar of a length and thickness at a place, with its number beside it."""
    (x, y), (length, thick), small = place, size, sheet.frame.small
    kind = Type(small) if bar.share is not None else quiet(small)
    value = text(x + length + _VALUE_GAP, baseline_in(y, thick, small), [value_text(bar)], kind)
    if not length:
        return [value]
    return [*sheet.area(x, y, length, thick, colour), value]


def _axis(rows: Rows, columns: Columns, frame: Frame) -> list[str]:
    """The line that bars start from; with labels above the bars it would run through them."""
    return [] if frame.above else [upright(columns.left, rows.top - 3, rows.bottom + 3, RULE)]
