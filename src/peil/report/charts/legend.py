"""The names of series beside their colours, in reading order."""

from collections.abc import Sequence

from peil.report.charts.frame import Frame
from peil.report.charts.palette import Colour
from peil.report.charts.svg import Type, rectangle, text
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import measure

_SWATCH = 11.0
_GAP = 5.0
_BETWEEN = 18.0


def set_legend(names: Sequence[str], colours: Sequence[Colour], frame: Frame) -> tuple[list[str], float]:
    """Draw the legend from the top of the chart; gives its elements and where the chart goes on."""
    elements: list[str] = []
    size, line = frame.small, frame.line
    x = y = 0.0
    tallest = 1
    for name, colour in zip(names, colours, strict=True):
        lines = wrap_text(name, frame.width - _SWATCH - _GAP, size)
        width = _SWATCH + _GAP + max(measure(part, size) for part in lines)
        if x and x + width > frame.width:
            x, y, tallest = 0.0, y + tallest * line, 1
        elements.append(rectangle(x + 0.5, y + (line - _SWATCH) / 2, _SWATCH, _SWATCH, colour))
        elements.append(text(x + _SWATCH + _GAP, y + line / 2 + size * 0.345, lines, Type(size), line))
        x += width + _BETWEEN
        tallest = max(tallest, len(lines))
    return elements, y + tallest * line + (12 if frame.above else 8)
