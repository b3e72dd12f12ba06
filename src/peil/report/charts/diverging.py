"""Diverging bars: negative answers left of a line, positive ones right of it, don't know apart.

What is neutral lies across the line. A hidden part keeps its place as a hatched box that is always equally
wide, so that its length tells nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peil.report.chart import Bar, Chart, Series
from peil.report.charts.palette import INK, Colour
from peil.report.charts.parts import BAND, MARGIN, SEAM, Part
from peil.report.charts.rows import Columns, baseline_in, set_columns, set_rows
from peil.report.charts.sheet import Sheet
from peil.report.charts.svg import Type, line, plate, quiet, text
from peil.report.charts.value import value_text
from peil.report.charts.words import HIDDEN
from peil.report.fonts import measure

LEFT, ACROSS, RIGHT, APART = -1, 0, 1, 2
_BOX = 16.0  # width of what is not shown
_GAP = 14.0  # between the bar and what stands apart
_OVER = 3.0  # how far the line stands out of a bar
_AXIS = f'class="axis" stroke="{INK}" stroke-width="1.2"'

Coloured = tuple[Bar, Colour]


@dataclass(frozen=True, slots=True)
class _Extent:
    """How long bars are together: a share, drawn to scale, and boxes of what is not shown."""

    share: float = 0.0
    boxes: float = 0.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where the line is, where don't know begins, and how long a share of 1 is."""

    line: float
    apart: float
    unit: float

    def length(self, extent: _Extent) -> float:
        """How long bars are when drawn."""
        return extent.share * self.unit + extent.boxes * _BOX


def draw_diverging(chart: Chart, sheet: Sheet, top: float) -> tuple[list[str], float]:
    """Draw the bars from ``top`` down; gives the elements and where they end."""
    columns = set_columns(sheet.frame, chart.categories, 1)
    scale = _scale(chart, sheet, columns)

    def paint(category: int, y: float) -> list[str]:
        return _row(chart, category, sheet, scale, y)

    rows = set_rows(chart.categories, sheet.frame, columns, top, BAND, paint)
    if sheet.frame.above:  # the line would run through the labels
        return list(rows.elements), rows.bottom + _OVER
    return [_line(scale, rows.top, rows.bottom), *rows.elements], rows.bottom + _OVER


def _line(scale: _Scale, top: float, bottom: float) -> str:
    return line((scale.line, top - _OVER), (scale.line, bottom + _OVER), _AXIS)


def _place(series: Series) -> int:
    return APART if series.neutral else series.side


def _bars(chart: Chart, category: int, sheet: Sheet, place: int) -> list[Coloured]:
    """The bars of a category that stand at a place, from left to right."""
    pairs = zip(chart.series, sheet.colours, strict=True)
    return [(series.bars[category], colour) for series, colour in pairs if _place(series) == place]


def _extent(bars: Iterable[Coloured], part: float = 1.0) -> _Extent:
    found = tuple(bar for bar, _ in bars)
    hidden = sum(bar.share is None for bar in found)
    return _Extent(part * sum(bar.share or 0.0 for bar in found), part * hidden)


def _longest(extents: Sequence[_Extent]) -> _Extent:
    shares, boxes = [each.share for each in extents], [each.boxes for each in extents]
    return _Extent(max(shares, default=0.0), max(boxes, default=0.0))


def _beside(chart: Chart, sheet: Sheet, category: int, side: int) -> _Extent:
    """How far a category reaches at one side of the line: what lies across it counts by half."""
    own = _extent(_bars(chart, category, sheet, side))
    across = _extent(_bars(chart, category, sheet, ACROSS), 0.5)
    return _Extent(own.share + across.share, own.boxes + across.boxes)


def _scale(chart: Chart, sheet: Sheet, columns: Columns) -> _Scale:
    every = range(len(chart.categories))
    left, right = (_longest([_beside(chart, sheet, each, side) for each in every]) for side in (LEFT, RIGHT))
    apart = _longest([_extent(_bars(chart, each, sheet, APART)) for each in every])
    beyond = _GAP + _room_beside(chart, sheet) if any(series.neutral for series in chart.series) else 0.0
    boxes = _BOX * (left.boxes + right.boxes + apart.boxes)
    room = max(columns.right - columns.left - beyond - boxes, 1.0)
    unit = room / max(left.share + right.share + apart.share, 0.01)
    scale = _Scale(0, 0, unit)
    middle = columns.left + scale.length(left)
    return _Scale(middle, middle + scale.length(right) + _GAP, unit)


def _room_beside(chart: Chart, sheet: Sheet) -> float:
    """Room for the number of a single don't know beside its bar."""
    apart = [series for series in chart.series if series.neutral]
    if len(apart) > 1:
        return 0.0
    return MARGIN + max(measure(value_text(bar), sheet.frame.small) for bar in apart[0].bars)


def _row(chart: Chart, category: int, sheet: Sheet, scale: _Scale, y: float) -> list[str]:
    """Draw a category: its bars, the line over them, and the numbers over the line."""
    found = {place: _bars(chart, category, sheet, place) for place in (LEFT, ACROSS, RIGHT, APART)}
    half = scale.length(_extent(found[ACROSS], 0.5))
    starts = {
        LEFT: scale.line - half - scale.length(_extent(found[LEFT])),
        ACROSS: scale.line - half,
        RIGHT: scale.line + half,
        APART: scale.apart,
    }
    parts = {place: list(_lay(bars, scale, starts[place])) for place, bars in found.items()}
    everything = [part for bars in parts.values() for part in bars]
    areas = [element for part in everything for element in _area(part, y, sheet)]
    numbers = [element for part in everything for element in _number(part, y, sheet, scale)]
    beside = _number_beside(parts[APART], y, sheet)
    top = y + _OVER if sheet.frame.above else y  # up to the label, not into it
    return [*areas, _line(scale, top, y + BAND), *numbers, *beside]


def _lay(bars: Sequence[Coloured], scale: _Scale, x: float) -> Iterator[Part]:
    """Put bars side by side from ``x`` on; those of nobody are left out."""
    for bar, colour in bars:
        width = scale.length(_extent([(bar, colour)]))
        if width:
            yield Part(bar, colour, x, width)
        x += width


def _area(part: Part, y: float, sheet: Sheet) -> list[str]:
    if part.bar.share is None:
        return [sheet.not_shown(part.left + 0.4, y + 0.4, part.width - SEAM - 0.4, BAND - 0.8)]
    return part.area(y, sheet)


def _number(part: Part, y: float, sheet: Sheet, scale: _Scale) -> list[str]:
    """A number, on a plate of its part's colour where the line would run through it."""
    if part.bar.share is None:
        return _sign(part, y, sheet)
    if not part.holds_number(sheet):
        return []
    half = part.number_width(sheet) / 2 + 2
    if abs(part.middle - scale.line) > half:
        return part.number(y, sheet)
    size = sheet.frame.small
    left = max(part.middle - half, part.left)
    width = min(2 * half, part.left + part.width - SEAM - left)
    under = plate(left, y + (BAND - size) / 2 - 1, width, size + 2, part.colour)
    return [under, *part.number(y, sheet)]


def _sign(part: Part, y: float, sheet: Sheet) -> list[str]:
    size = sheet.frame.small
    kind = Type(size, anchor="middle")
    return [text(part.middle, baseline_in(y, BAND, size), [HIDDEN], kind)]


def _number_beside(apart: Sequence[Part], y: float, sheet: Sheet) -> list[str]:
    """The number of a single don't know that is too short for it."""
    if len(apart) != 1 or apart[0].bar.share is None or apart[0].holds_number(sheet):
        return []
    size = sheet.frame.small
    x = apart[0].left + apart[0].width + 3
    return [text(x, baseline_in(y, BAND, size), [value_text(apart[0].bar)], quiet(size))]
