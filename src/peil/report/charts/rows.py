"""Categories set one below the other: a label, wrapped, and room for its bars."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from peil.report.charts.frame import Frame
from peil.report.charts.svg import Type, text
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import measure

_LABEL_GAP = 10  # between a label and its bars
_BASELINE = 0.76  # of the size: from the top of a line to its baseline


@dataclass(frozen=True, slots=True)
class Columns:
    """Where labels and bars stand across a chart: a share of 1 reaches from ``left`` to ``right``."""

    labels: float
    left: float
    right: float

    def reach(self, share: float) -> float:
        """Length of a bar."""
        return (self.right - self.left) * share


@dataclass(frozen=True, slots=True)
class Rows:
    """The drawn rows, and where they begin and end."""

    elements: tuple[str, ...]
    top: float
    bottom: float


def set_columns(frame: Frame, labels: Sequence[str], after: float) -> Columns:
    """Give labels the width they need, up to the frame's share; ``after`` is kept free to the right."""
    if frame.above:
        return Columns(frame.width, 0, frame.width - after)
    most = frame.width * frame.label_share
    lines = [line for label in labels for line in wrap_text(label, most, frame.size)]
    width = max((measure(line, frame.size) for line in lines), default=0)
    return Columns(most, width + _LABEL_GAP, frame.width - after)


def set_rows(
    labels: Sequence[str],
    frame: Frame,
    columns: Columns,
    top: float,
    band: float,
    paint: Callable[[int, float], Sequence[str]],
) -> Rows:
    """Set a row for each label; ``paint(index, y)`` draws its bars in a band of the given height."""
    elements: list[str] = []
    gap = min(max(7.0, band * 0.3), 12.0) + (4 if frame.above else 0)
    y = top
    for index, label in enumerate(labels):
        lines = wrap_text(label, columns.labels, frame.size)
        height = len(lines) * frame.line
        row = height + 1 + band if frame.above else max(height, band)
        label_top = y if frame.above else y + (row - height) / 2
        bars_top = y + height + 1 if frame.above else y + (row - band) / 2
        baseline = label_top + (frame.line - frame.size) / 2 + frame.size * _BASELINE + 1
        elements.append(text(0, baseline, lines, Type(frame.size), frame.line))
        elements += paint(index, bars_top)
        y += row + gap
    return Rows(tuple(elements), top, max(y - gap, top))


def baseline_in(top: float, height: float, size: float) -> float:
    """The baseline that centres a line of digits in a band."""
    return top + height / 2 + size * 0.345  # half of the typeface's cap height
