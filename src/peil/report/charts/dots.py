"""Dots with their intervals, on a scale of per cent."""

from dataclasses import dataclass
from math import ceil

from peil.report.chart import Bar, Chart
from peil.report.charts.bars import colour_of, room_for_values
from peil.report.charts.marks import MARK, draw_mark
from peil.report.charts.palette import QUIET, RULE, Colour
from peil.report.charts.rows import baseline_in, set_columns, set_rows
from peil.report.charts.sheet import Sheet
from peil.report.charts.svg import Type, line, quiet, text
from peil.report.charts.value import value_text

_BAND = 15.0
_INSET = 6.0  # for the dot of a share of nothing
_GAP = 9.0  # between an interval and its number
_STEPS = (0.02, 0.05, 0.1, 0.2, 0.25)
_MOST_STEPS = 5
_CAP = 3.0
_ROUNDING = 1e-9
_WHISKER = f'class="whisker" stroke="{QUIET}" stroke-width="1.6"'
_GRID = f'class="rule" stroke="{RULE}" stroke-width="0.6" stroke-dasharray="2 3"'


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where shares stand across, from nothing at ``left`` to ``most`` at ``right``; ticks each ``step``."""

    left: float
    right: float
    step: float
    most: float

    def x(self, share: float) -> float:
        """Give the place of a share."""
        return self.left + (self.right - self.left) * min(share / self.most, 1.0)

    def ticks(self) -> list[tuple[str, float]]:
        """Give the words of each tick and its place."""
        shares = [index * self.step for index in range(round(self.most / self.step) + 1)]
        return [(f"{round(share * 100)}%", self.x(share)) for share in shares]

    def grid(self, top: float, bottom: float) -> list[str]:
        """Draw a thin line at each tick."""
        return [line((x, top), (x, bottom), _GRID) for _, x in self.ticks()]


def draw_dots(chart: Chart, sheet: Sheet, top: float) -> tuple[list[str], float]:
    """Draw the dots from ``top`` down; gives the elements and where they end."""
    frame = sheet.frame
    columns = set_columns(frame, chart.categories, room_for_values(chart, frame) + _GAP)
    step, most = _steps(chart)
    scale = _Scale(columns.left + _INSET, columns.right, step, most)
    band = len(chart.series) * _BAND
    single = len(chart.series) == 1

    def paint(category: int, y: float) -> list[str]:
        drawn = scale.grid(y, y + band) if frame.above else []
        for index, series in enumerate(chart.series):
            colour = colour_of(chart, category) if single else sheet.colours[index]
            drawn += _dot(series.bars[category], (index, colour), scale, y + index * _BAND, sheet)
        return drawn

    rows = set_rows(chart.categories, frame, columns, top, band, paint)
    grid = [] if frame.above else scale.grid(rows.top - 3, rows.bottom + 3)
    named, bottom = _named(scale, rows.bottom + 5, sheet)
    return [*grid, *rows.elements, *named], bottom


def _steps(chart: Chart) -> tuple[float, float]:
    """Give the distance between ticks and where the scale ends: the first that needs few of them."""
    bars = [bar for series in chart.series for bar in series.bars]
    largest = min(max((value for bar in bars for value in (bar.share, bar.high) if value), default=0.0), 1.0)
    counts = [(step, max(1, ceil(largest / step - _ROUNDING))) for step in _STEPS]
    step, count = next((found for found in counts if found[1] <= _MOST_STEPS), counts[-1])
    return step, step * count


def _dot(bar: Bar, look: tuple[int, Colour], scale: _Scale, y: float, sheet: Sheet) -> list[str]:
    """Draw a share with its interval, and its number to the right of both; hidden, only the sign."""
    small, middle = sheet.frame.small, y + _BAND / 2
    kind = Type(small) if bar.share is not None else quiet(small)
    drawn, end = [], scale.left
    if bar.share is not None:
        index, colour = look
        end = scale.x(bar.share)
        drawn = [draw_mark(index, end, middle, colour)]
        if bar.low is not None and bar.high is not None:
            low, high = scale.x(bar.low), scale.x(bar.high)
            drawn = [*_interval(low, high, middle), *drawn]
            end = max(high, end)
    return [*drawn, text(end + _GAP - 1, baseline_in(y, _BAND, small), [value_text(bar)], kind)]


def _interval(low: float, high: float, middle: float) -> list[str]:
    caps = [line((x, middle - _CAP), (x, middle + _CAP), _WHISKER) for x in (low, high)]
    return [line((low, middle), (high, middle), _WHISKER), *caps]


def _named(scale: _Scale, top: float, sheet: Sheet) -> tuple[list[str], float]:
    """The ticks' numbers under the dots; the first begins at the scale's own left."""
    size = sheet.frame.small - 1
    kinds = [Type(size, QUIET, "quiet", "start"), Type(size, QUIET, "quiet", "middle")]
    drawn = [
        text(x - (MARK if not place else 0), top + size, [words], kinds[bool(place)])
        for place, (words, x) in enumerate(scale.ticks())
    ]
    return drawn, top + size + 3
