"""The names of series beside their colours, in reading order."""

from collections.abc import Callable, Sequence

from peil.report.charts.frame import Frame
from peil.report.charts.svg import Type, text
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import measure

SWATCH = 11.0
"""Width and height of what shows a series' colour."""
_GAP = 5.0
_BETWEEN = 18.0

Swatch = Callable[[int, float, float], Sequence[str]]
"""Draws a series' swatch, given its place among them and where its upper left corner is."""


def set_legend(names: Sequence[str], swatch: Swatch, frame: Frame) -> tuple[list[str], float]:
    """Draw the legend from the top of the chart; gives its elements and where the chart goes on."""
    elements: list[str] = []
    size, line = frame.small, frame.line
    x = y = 0.0
    tallest = 1
    for index, name in enumerate(names):
        lines = wrap_text(name, frame.width - SWATCH - _GAP, size)
        width = SWATCH + _GAP + max(measure(part, size) for part in lines)
        if x and x + width > frame.width:
            x, y, tallest = 0.0, y + tallest * line, 1
        elements += swatch(index, x + 0.5, y + (line - SWATCH) / 2)
        elements.append(text(x + SWATCH + _GAP, y + line / 2 + size * 0.345, lines, Type(size), line))
        x += width + _BETWEEN
        tallest = max(tallest, len(lines))
    return elements, y + tallest * line + (12 if frame.above else 8)
