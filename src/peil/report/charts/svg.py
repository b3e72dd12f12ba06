"""SVG elements as text: numbers written short, text escaped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from peil.report.charts.palette import INK, QUIET, Colour

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def plain(text: str) -> str:
    """Escape a text for SVG; characters that XML can't hold are left out."""
    return escape(_NOT_XML.sub("", text))


def number(value: float) -> str:
    """Write a coordinate, to a hundredth."""
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size, colour and the class that a dark page recolours it by."""

    size: float
    colour: str = INK
    role: str = "ink"
    anchor: str = "start"
    bold: bool = False


def quiet(size: float) -> Type:
    """Text that stands back."""
    return Type(size, QUIET, "quiet")


def text(x: float, y: float, lines: Sequence[str], kind: Type, line_height: float = 0) -> str:
    """Lines of text; ``y`` is the first baseline."""
    attributes = f'class="{kind.role}" fill="{kind.colour}" font-size="{number(kind.size)}"'
    if kind.anchor != "start":
        attributes += f' text-anchor="{kind.anchor}"'
    if kind.bold:
        attributes += ' font-weight="600"'
    if len(lines) == 1:
        return f'<text x="{number(x)}" y="{number(y)}" {attributes}>{plain(lines[0])}</text>'
    spans = [_span(x, y + i * line_height, line) for i, line in enumerate(lines)]
    return f"<text {attributes}>{' '.join(spans)}</text>"


def _span(x: float, y: float, line: str) -> str:
    return f'<tspan x="{number(x)}" y="{number(y)}">{plain(line)}</tspan>'


def rectangle(x: float, y: float, width: float, height: float, colour: Colour) -> str:
    """A filled rectangle; a pale one gets an outline."""
    edge = f' stroke="{colour.edge}" stroke-width="0.6"' if colour.edge else ""
    return f'<rect class="fill-{colour.name}" {_box(x, y, width, height)} fill="{colour.fill}"{edge}/>'


def plate(x: float, y: float, width: float, height: float, colour: Colour) -> str:
    """A rectangle under a number, in the colour that the number stands on: it covers lines."""
    return f'<rect class="plate fill-{colour.name}" {_box(x, y, width, height)} fill="{colour.fill}"/>'


def covered(x: float, y: float, width: float, height: float, fill: str, edge: str = "") -> str:
    """A rectangle filled with a pattern, with an edge if one is given."""
    line = f' class="rule" stroke="{edge}" stroke-width="0.8"' if edge else ""
    return f'<rect{line} {_box(x, y, width, height)} fill="{fill}"/>'


def upright(x: float, top: float, bottom: float, colour: str) -> str:
    """A vertical line."""
    place = f'x1="{number(x)}" y1="{number(top)}" x2="{number(x)}" y2="{number(bottom)}"'
    return f'<line class="rule" {place} stroke="{colour}" stroke-width="1"/>'


def circle(x: float, y: float, radius: float, colour: Colour) -> str:
    """A filled circle."""
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle class="fill-{colour.name}" {place} fill="{colour.fill}"/>'


def line(start: tuple[float, float], end: tuple[float, float], look: str) -> str:
    """A straight line; ``look`` are its class, stroke and width as attributes."""
    place = f'x1="{number(start[0])}" y1="{number(start[1])}" x2="{number(end[0])}" y2="{number(end[1])}"'
    return f"<line {place} {look}/>"


def _box(x: float, y: float, width: float, height: float) -> str:
    return f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
