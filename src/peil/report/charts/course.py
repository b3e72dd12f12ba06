"""A course over more than two moments: a line for each category, named and numbered at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from peil.report.chart import Chart
from peil.report.charts.frame import Frame
from peil.report.charts.palette import FALL, MUTED, PRIMARY, RULE, Colour
from peil.report.charts.sheet import Sheet
from peil.report.charts.slope_end import DOT, GAP, LEAD, End
from peil.report.charts.spread import spread
from peil.report.charts.svg import Type, circle, line, text, upright
from peil.report.charts.value import value_text
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import Face, measure

_TALL = 200.0
_SIDE = 0.36  # of the width, for the labels at the last moment
_DASHES = ' stroke-dasharray="7 3"'
_ABOVE = 7.0  # a number over its point


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where points stand: across by moment, down by share."""

    axes: tuple[float, ...]
    top: float
    tall: float
    largest: float

    def height(self, share: float) -> float:
        """Give the place of a share."""
        return self.top + self.tall * (1 - share / (self.largest or 1.0))


def draw_course(chart: Chart, sheet: Sheet, top: float) -> tuple[list[str], float]:
    """Draw the lines from ``top`` down; gives the elements and where they end.

    A line goes from each value to that of the next moment, unless one is hidden or a break lies between them.
    The names stand at the last moment; what is hidden there is named under the others, with its sign.
    """
    frame = sheet.frame
    axes = _axes(chart, frame)
    heads, top = _heads(chart, frame, axes, top)
    end = _last(chart, frame, axes[-1])
    shown = end.labels(chart.categories, shown=True)
    tallest = max((label.height for label in shown), default=frame.line) + GAP
    needed = sum(label.height + GAP for label in shown)
    tall = max(_TALL, needed - tallest)
    above = frame.line  # the first number stands over its point
    bottom = top + above + tall + tallest
    shares = [bar.share for series in chart.series for bar in series.bars if bar.share is not None]
    plot = _Plot(axes, top + above + tallest / 2, tall, max(shares, default=0.0))
    drawn = [upright(x, top, bottom, RULE) for x in axes]
    for category in range(len(chart.categories)):
        drawn += _draw_line(chart, category, plot)
    for moment in range(len(axes) - 1):
        drawn += _numbers(chart, moment, plot, frame)
    labels = sorted(shown, key=lambda label: (-end.share(label.category), label.category))
    points = [plot.height(end.share(label.category)) for label in labels]
    under, last = end.stack(end.labels(chart.categories, shown=False), bottom + GAP)
    for label in (*end.place(labels, points, (top + above, bottom)), *under):
        drawn += end.draw(label)
    return [*heads, *drawn], last if under else bottom


def _widest(chart: Chart, frame: Frame) -> float:
    values = (value_text(bar) for series in chart.series for bar in series.bars)
    return max((measure(value, frame.small, Face.BOLD) for value in values), default=0.0)


def _axes(chart: Chart, frame: Frame) -> tuple[float, ...]:
    """Put the moments side by side, between room for the first's numbers and the last's names."""
    left = _widest(chart, frame) / 2 + DOT
    right = frame.width * (1 - _SIDE)
    step = (right - left) / (len(chart.series) - 1)
    return tuple(left + step * moment for moment in range(len(chart.series)))


def _last(chart: Chart, frame: Frame, axis: float) -> End:
    value_room = 0.0 if frame.above else _widest(chart, frame) + 8
    room = frame.width - axis - LEAD - value_room
    return End(chart.series[-1].bars, axis, 1, room, value_room, frame)


def _heads(chart: Chart, frame: Frame, axes: Sequence[float], top: float) -> tuple[list[str], float]:
    """The names of the moments over their axes; gives where these may begin."""
    step = axes[1] - axes[0]
    rooms = [axes[0] + step / 2 - 6, *(step - 6 for _ in axes[1:])]  # the first begins at the left edge
    wrapped = [
        wrap_text(series.name, room, frame.small, Face.BOLD)
        for series, room in zip(chart.series, rooms, strict=True)
    ]
    height = max(map(len, wrapped)) * frame.line
    drawn = []
    for moment, (lines, x) in enumerate(zip(wrapped, axes, strict=True)):
        first = top + height - (len(lines) - 0.7) * frame.line
        at, anchor = (x, "middle") if moment else (0.0, "start")
        drawn.append(text(at, first, lines, Type(frame.small, anchor=anchor, bold=True), frame.line))
    return drawn, top + height + 6


def _draw_line(chart: Chart, category: int, plot: _Plot) -> list[str]:
    """A category's line with its points: rising whole, falling dashed, grey where nothing changes."""
    bars = [series.bars[category] for series in chart.series]
    places = {
        moment: (plot.axes[moment], plot.height(bar.share))
        for moment, bar in enumerate(bars)
        if bar.share is not None
    }
    colour, role, dashes = _look(chart, category)
    look = f'class="{role}" stroke="{colour.fill}" stroke-width="2"{dashes}'
    lines = [
        line(places[one], places[other], look)
        for one, other in pairwise(range(len(bars)))
        if {one, other} <= places.keys() and other not in chart.gaps
    ]
    return [*lines, *(circle(x, y, DOT, colour) for x, y in places.values())]


def _look(chart: Chart, category: int) -> tuple[Colour, str, str]:
    shown = [series.bars[category] for series in chart.series if series.bars[category].share is not None]
    if category in chart.muted or len(shown) < 2 or value_text(shown[0]) == value_text(shown[-1]):
        return MUTED, "flat", ""
    if (shown[-1].share or 0.0) > (shown[0].share or 0.0):
        return PRIMARY, "rise", ""
    return FALL, "fall", _DASHES


def _numbers(chart: Chart, moment: int, plot: _Plot, frame: Frame) -> list[str]:
    """The numbers of a moment over their points, pushed apart where they would overlap."""
    bars = chart.series[moment].bars
    shown = sorted((-(bar.share or 0.0), place) for place, bar in enumerate(bars) if bar.share is not None)
    wanted = [plot.height(-share) - _ABOVE - frame.line / 2 for share, _ in shown]
    low, high = plot.top - 2 * frame.line, plot.top + plot.tall + frame.line
    middles = spread(wanted, [frame.line] * len(wanted), low, high)
    kind = Type(frame.small, anchor="middle", bold=True)
    return [
        text(plot.axes[moment], middle + frame.small * 0.36, [value_text(bars[place])], kind)
        for (_, place), middle in zip(shown, middles, strict=True)
    ]
