"""Then and now: a line for each category between two moments, named and numbered at both ends."""

from dataclasses import dataclass

from peil.report.chart import Chart
from peil.report.charts.frame import Frame
from peil.report.charts.palette import FALL, MUTED, PRIMARY, RULE, Colour
from peil.report.charts.sheet import Sheet
from peil.report.charts.slope_end import DOT, GAP, LEAD, End, Label
from peil.report.charts.svg import Type, circle, line, text, upright
from peil.report.charts.value import value_text
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import Face, measure

_TALL = 200.0  # from nothing to the largest share, where labels leave room for it
_SIDE = 0.36  # of the width, for the labels at one end
_DASHES = ' stroke-dasharray="7 3"'


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a share stands: ``tall`` is the height of the largest one, ``top`` its place."""

    top: float
    tall: float
    largest: float

    def height(self, share: float) -> float:
        """Give the place of a share."""
        return self.top + self.tall * (1 - share / (self.largest or 1.0))


def draw_slope(chart: Chart, sheet: Sheet, top: float) -> tuple[list[str], float]:
    """Draw the lines from ``top`` down; gives the elements and where they end.

    A category of which an end is hidden has no line; at that end its sign stands under the others, in the
    categories' own order, so that its place tells nothing.
    """
    then, now = _ends(chart, sheet.frame)
    heads, top = _heads(chart, sheet.frame, top)
    shown = {end.outward: end.labels(chart.categories, shown=True) for end in (then, now)}
    tallest = max((label.height for found in shown.values() for label in found), default=0.0) + GAP
    needed = max(sum(label.height + GAP for label in found) for found in shown.values())
    tall = max(_TALL, needed - tallest) if needed else 0.0
    bottom = top + tall + tallest
    every = range(len(chart.categories))
    largest = max((end.share(each) for end in (then, now) for each in every), default=0.0)
    scale = _Scale(top + tallest / 2, tall, largest)
    drawn = [upright(end.axis, top, bottom, RULE) for end in (then, now)]
    for category in every:
        drawn += _draw_line(chart, category, (then, now), scale)
    lowest = bottom
    for end, other in ((then, now), (now, then)):
        labels = sorted(shown[end.outward], key=lambda label: _order(label, end, other))
        points = [scale.height(end.share(label.category)) for label in labels]
        under, last = end.stack(end.labels(chart.categories, shown=False), bottom + GAP)
        for label in (*end.place(labels, points, (top, bottom)), *under):
            drawn += end.draw(label)
        lowest = max(lowest, last if under else bottom)
    return [*heads, *drawn], lowest


def _order(label: Label, end: End, other: End) -> tuple[float, float, int]:
    """From the largest share down; of equal ones, first the one whose line comes from above."""
    return -end.share(label.category), -other.share(label.category), label.category


def _ends(chart: Chart, frame: Frame) -> tuple[End, End]:
    then, now = chart.series
    values = (value_text(bar) for series in chart.series for bar in series.bars)
    widest = max((measure(value, frame.small, Face.BOLD) for value in values), default=0.0)
    value_room = 0.0 if frame.above else widest + 8
    side = frame.width * _SIDE
    room = side - LEAD - value_room
    return (
        End(then.bars, side, -1, room, value_room, frame),
        End(now.bars, frame.width - side, 1, room, value_room, frame),
    )


def _heads(chart: Chart, frame: Frame, top: float) -> tuple[list[str], float]:
    """The names of the moments, standing on one line; gives where the axes may begin."""
    room = frame.width / 2 - 12
    wrapped = [wrap_text(series.name, room, frame.small, Face.BOLD) for series in chart.series]
    height = max(map(len, wrapped)) * frame.line
    drawn = []
    for lines, x, anchor in zip(wrapped, (0.0, frame.width), ("start", "end"), strict=True):
        first = top + height - (len(lines) - 0.7) * frame.line
        drawn.append(text(x, first, lines, Type(frame.small, anchor=anchor, bold=True), frame.line))
    return drawn, top + height + 6


def _draw_line(chart: Chart, category: int, ends: tuple[End, End], scale: _Scale) -> list[str]:
    """A category's line with its points: rising whole, falling dashed, grey where nothing changes."""
    colour, role, dashes = _look(chart, category, ends)
    places = [
        (end.axis, scale.height(end.share(category))) for end in ends if end.bars[category].share is not None
    ]
    drawn = [circle(x, y, DOT, colour) for x, y in places]
    if len(places) < len(ends) or chart.gaps:
        return drawn
    look = f'class="{role}" stroke="{colour.fill}" stroke-width="2"{dashes}'
    return [line(places[0], places[1], look), *drawn]


def _look(chart: Chart, category: int, ends: tuple[End, End]) -> tuple[Colour, str, str]:
    then, now = ends
    bars = then.bars[category], now.bars[category]
    same = None in {bars[0].share, bars[1].share} or value_text(bars[0]) == value_text(bars[1])
    if same or category in chart.muted:
        return MUTED, "flat", ""
    if now.share(category) > then.share(category):
        return PRIMARY, "rise", ""
    return FALL, "fall", _DASHES
