"""Stacked bars: the parts of a category, side by side, that sum to 100 %."""

from dataclasses import dataclass

from peil.report.chart import Bar, Chart
from peil.report.charts.frame import Frame
from peil.report.charts.palette import RULE, Colour
from peil.report.charts.rows import Columns, baseline_in, set_columns, set_rows
from peil.report.charts.svg import Type, outline, quiet, rectangle, text
from peil.report.charts.value import value_text
from peil.report.charts.words import HIDDEN
from peil.report.fonts import measure

_BAND = 22.0
_MARGIN = 6.0  # a number needs this much beside it in its part
_SEAM = 1.0  # paper between parts


@dataclass(frozen=True, slots=True)
class _Part:
    bar: Bar
    colour: Colour
    left: float
    width: float


def draw_stacked(
    chart: Chart, frame: Frame, colours: tuple[Colour, ...], top: float
) -> tuple[list[str], float]:
    """Draw the bars from ``top`` down; gives the elements and where they end."""
    columns = set_columns(frame, chart.categories, _room_for_sign(chart, frame))

    def paint(category: int, y: float) -> list[str]:
        bars = [series.bars[category] for series in chart.series]
        parts = _lay(bars, colours, columns)
        drawn = [element for part in parts for element in _part(part, y, frame)]
        return drawn + (_hidden(parts, columns, y, frame) if any(bar.share is None for bar in bars) else [])

    rows = set_rows(chart.categories, frame, columns, top, _BAND, paint)
    return list(rows.elements), rows.bottom


def _room_for_sign(chart: Chart, frame: Frame) -> float:
    hidden = any(bar.share is None for series in chart.series for bar in series.bars)
    return measure(HIDDEN, frame.small) + _MARGIN if hidden else 1


def _lay(bars: list[Bar], colours: tuple[Colour, ...], columns: Columns) -> list[_Part]:
    """Put the shown parts side by side, hidden ones left out: a gap in their place would show their size."""
    whole = max(1.0, sum(bar.share or 0.0 for bar in bars))
    parts: list[_Part] = []
    x = columns.left
    for bar, colour in zip(bars, colours, strict=True):
        width = columns.reach((bar.share or 0.0) / whole)
        if width:
            parts.append(_Part(bar, colour, x, width))
        x += width
    return parts


def _part(part: _Part, y: float, frame: Frame) -> list[str]:
    drawn = [rectangle(part.left, y, max(part.width - _SEAM, part.width / 2), _BAND, part.colour)]
    value = value_text(part.bar)
    if measure(value, frame.small) + _MARGIN <= part.width:
        kind = Type(frame.small, part.colour.text, f"on-{part.colour.name}", anchor="middle")
        middle = part.left + (part.width - _SEAM) / 2
        drawn.append(text(middle, baseline_in(y, _BAND, frame.small), [value], kind))
    return drawn


def _hidden(parts: list[_Part], columns: Columns, y: float, frame: Frame) -> list[str]:
    """What is left of 100 % where parts are hidden: an empty box with the sign."""
    left = parts[-1].left + parts[-1].width if parts else columns.left
    width = columns.right - left
    sign = text(left + 5, baseline_in(y, _BAND, frame.small), [HIDDEN], quiet(frame.small))
    if width < measure(HIDDEN, frame.small) + _MARGIN:
        return [sign]
    return [outline(left + 0.4, y + 0.4, width - 0.8, _BAND - 0.8, RULE, "3 2"), sign]
