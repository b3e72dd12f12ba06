"""Marks of series: shapes that differ, so that series aren't told apart by colour alone."""

from peil.report.charts.palette import Colour
from peil.report.charts.svg import number

MARK = 4.2
"""Half of a mark's width."""
_WIDE = 5.4


def draw_mark(index: int, x: float, y: float, colour: Colour) -> str:
    """Draw a series' mark with its middle at a place."""
    shape = _SHAPES[index % len(_SHAPES)]
    edge = f' stroke="{colour.edge}" stroke-width="0.8"' if colour.edge else ""
    place = f"M{number(x)} {number(y)}"
    return f'<path class="fill-{colour.name}" d="{place}{shape}" fill="{colour.fill}"{edge}/>'


_SHAPES = (
    f"m-{MARK} 0a{MARK} {MARK} 0 1 0 {2 * MARK} 0a{MARK} {MARK} 0 1 0 -{2 * MARK} 0z",  # a circle
    f"m0 -{_WIDE}l{_WIDE} {_WIDE}l-{_WIDE} {_WIDE}l-{_WIDE} -{_WIDE}z",  # a diamond
    f"m-{MARK} -{MARK}h{2 * MARK}v{2 * MARK}h-{2 * MARK}z",  # a square
    f"m0 -{_WIDE}l{_WIDE} {2 * MARK}h-{2 * _WIDE}z",  # a triangle
    f"m0 {_WIDE}l{_WIDE} -{2 * MARK}h-{2 * _WIDE}z",  # a triangle on its top
)
