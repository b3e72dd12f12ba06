"""One end of a slope chart: a moment's axis with the labels to the outside of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from peil.report.chart import Bar
from peil.report.charts.frame import Frame
from peil.report.charts.palette import RULE
from peil.report.charts.rows import baseline_in
from peil.report.charts.spread import spread
from peil.report.charts.svg import Type, line, quiet, text
from peil.report.charts.value import value_text
from peil.report.charts.wrap import wrap_text

GAP = 5.0
"""Between labels."""
LEAD = 16.0
"""Between a label and its axis: room for a thin line where it was pushed away from its point."""
DOT = 3.5
"""Radius of a point."""
_NEAR = 1.5
_THIN = f'class="rule" stroke="{RULE}" stroke-width="0.8"'


@dataclass(frozen=True, slots=True)
class Label:
    """A category's name at one end; ``y`` is its middle, ``point`` where its line ends, if it has one."""

    category: int
    lines: tuple[str, ...]
    height: float
    y: float = 0.0
    point: float | None = None


@dataclass(frozen=True, slots=True)
class End:
    """A moment.

    Args:
        bars: Its shares, by category.
        axis: Where its points stand across.
        outward: -1 for the left end, 1 for the right one.
        room: How wide names may be.
        value_room: How far names stand off for the numbers before them; 0 where numbers stand above.
        frame: The frame.
    """

    bars: tuple[Bar, ...]
    axis: float
    outward: int
    room: float
    value_room: float
    frame: Frame

    def share(self, category: int) -> float:
        """Give a category's share, 0 where hidden."""
        return self.bars[category].share or 0.0

    def labels(self, names: Sequence[str], *, shown: bool) -> list[Label]:
        """Give the labels of the categories that are shown at this end, or of those that aren't."""
        return [
            self._label(place, name)
            for place, name in enumerate(names)
            if (self.bars[place].share is not None) is shown
        ]

    def _label(self, category: int, name: str) -> Label:
        lines = wrap_text(name, self.room, self.frame.small)
        count = len(lines) + (0 if self.value_room else 1)
        return Label(category, lines, count * self.frame.line)

    def place(
        self, labels: Sequence[Label], points: Sequence[float], room: tuple[float, float]
    ) -> list[Label]:
        """Put labels beside their points, from the top down, pushed apart where they would overlap."""
        middles = spread(points, [label.height + GAP for label in labels], *room)
        return [
            replace(label, y=middle, point=point)
            for label, middle, point in zip(labels, middles, points, strict=True)
        ]

    def stack(self, labels: Sequence[Label], top: float) -> tuple[list[Label], float]:
        """Put labels one under the other; gives where they end."""
        found = []
        for label in labels:
            found.append(replace(label, y=top + label.height / 2))
            top += label.height + GAP
        return found, top

    def draw(self, label: Label) -> list[str]:
        """Draw a label with its number, and a thin line to its point where it was pushed away."""
        size, step = self.frame.small, self.frame.line
        anchor = "start" if self.outward > 0 else "end"
        bar = self.bars[label.category]
        edge = self.axis + self.outward * LEAD
        top = label.y - label.height / 2
        value_top = label.y - step / 2 if self.value_room else top
        name_top = top if self.value_room else top + step
        value = replace(Type(size, bold=True) if bar.share is not None else quiet(size), anchor=anchor)
        return [
            *self._lead(label, edge),
            text(edge, baseline_in(value_top, step, size), [value_text(bar)], value),
            text(
                edge + self.outward * self.value_room,
                baseline_in(name_top, step, size),
                label.lines,
                Type(size, anchor=anchor),
                step,
            ),
        ]

    def _lead(self, label: Label, edge: float) -> list[str]:
        if label.point is None or abs(label.point - label.y) < _NEAR:
            return []
        start = (self.axis + self.outward * (DOT + 1), label.point)
        return [line(start, (edge - self.outward * 2, label.y), _THIN)]
