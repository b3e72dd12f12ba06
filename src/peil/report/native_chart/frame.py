"""How much of a chart labels, legend and note take, measured as the report's charts are."""

from collections.abc import Sequence
from dataclasses import dataclass

from peil.report.charts.wrap import wrap_text
from peil.report.fonts import measure
from peil.report.native_chart.native_chart import Setting
from peil.report.native_chart.parts import inner_layout

_LABEL_SHARE = 0.42
_LEADING = 1.28
_BESIDE_LABEL = 9.0
_KEY = 26.0  # a legend's swatch and the room between its entries
_GAP = 7.0
_SPREAD = 2.2
"""How much higher than it needs a row may be where a chart takes all the height there is."""
_LEAST, _LEAST_GAP = 1.0, 4.0


@dataclass(frozen=True, slots=True)
class Bars:
    """What stands in a row: how many bars, how high together, how much room for values after them, in pt."""

    count: int
    band: float
    after: float


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of bars: where they stand and how thick their bars may be, in pt.

    ``row`` is the height of each; ``left`` and ``right`` are kept free beside the bars, ``top`` and
    ``bottom`` above and below.
    """

    count: int
    row: float
    left: float
    right: float
    top: float
    bottom: float
    width: float
    least_row: float

    @property
    def least(self) -> float:
        """The least height at which every label and number can be read."""
        return self.top + self.count * self.least_row + self.bottom

    @property
    def height(self) -> float:
        """Height of the chart."""
        return self.top + self.count * self.row + self.bottom

    def layout(self) -> str:
        """Give the plot's place in the chart."""
        inside = self.width - self.left - self.right
        return inner_layout(
            self.left / self.width,
            self.top / self.height,
            inside / self.width,
            self.count * self.row / self.height,
        )

    def bar(self, share: float, whole: float = 1.0) -> float:
        """Give how long a bar is."""
        return share / whole * (self.width - self.left - self.right)

    def gap(self, bars: int, band: float) -> int:
        """Give the room between rows in percent of a bar."""
        thick = min(band, 0.9 * self.row) / bars
        return max(10, min(500, round(100 * (self.row - thick * bars) / thick)))


def lay_rows(
    labels: Sequence[str],
    names: Sequence[str],
    note: str,
    setting: Setting,
    *,
    bars: Bars,
) -> Rows:
    """Lay rows out: as high as the tallest label or the bars need, less where there is no room.

    Args:
        labels: What stands down the side, broken into lines.
        names: The legend's entries, none where there is no legend.
        note: What stands under the bars.
        setting: The room there is.
        bars: What stands in a row.
    """
    wrapped = [label.split("\n") for label in labels]
    left = max((measure(one, setting.size) for lines in wrapped for one in lines), default=0.0)
    tallest = max((len(lines) for lines in wrapped), default=1) * setting.size * _LEADING
    top, bottom = legend_height(names, setting), note_height(note, setting)
    count = max(1, len(labels))
    row = max(tallest, bars.band) + _GAP
    least = max(tallest, bars.count * setting.size * _LEAST) + _LEAST_GAP
    room = (setting.tallest - top - bottom) / count
    row = min(_SPREAD * row if setting.fill else row, room)
    return Rows(count, max(row, 1.0), left + _BESIDE_LABEL, bars.after, top, bottom, setting.width, least)


def break_labels(labels: Sequence[str], setting: Setting) -> tuple[str, ...]:
    """Give labels broken into lines as measured: programs differ in when they wrap, and at what width."""
    most = setting.width * _LABEL_SHARE
    return tuple("\n".join(wrap_text(label, most, setting.size)) for label in labels)


def legend_height(names: Sequence[str], setting: Setting) -> float:
    """Give the height of a legend whose entries stand side by side."""
    if not names:
        return 2.0
    room = 0.92 * setting.width
    lines, used = 1, 0.0
    for name in names:
        width = measure(name, setting.size) + _KEY
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        lines += int(width / room)
        used += width % room
    return lines * setting.size * 1.7 + 8


def note_height(note: str, setting: Setting) -> float:
    """Give the height of the line under the bars."""
    if not note:
        return 4.0
    size = setting.size - 1
    return len(wrap_text(note, 0.8 * setting.width, size)) * size * _LEADING + 10
