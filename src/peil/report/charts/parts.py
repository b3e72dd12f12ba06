"""Parts of a bar, side by side: each with its number where that fits."""

from dataclasses import dataclass

from peil.report.chart import Bar
from peil.report.charts.palette import Colour
from peil.report.charts.rows import baseline_in
from peil.report.charts.sheet import Sheet
from peil.report.charts.svg import Type, text
from peil.report.charts.value import value_text
from peil.report.fonts import measure

BAND = 22.0
"""Height of a bar."""
MARGIN = 6.0
"""A number needs this much beside it in its part."""
SEAM = 1.0
"""Paper between parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """A shown part of a bar, with where it stands."""

    bar: Bar
    colour: Colour
    left: float
    width: float

    def area(self, y: float, sheet: Sheet) -> list[str]:
        """Draw it without its number."""
        return sheet.area(self.left, y, max(self.width - SEAM, self.width / 2), BAND, self.colour)

    def number(self, y: float, sheet: Sheet) -> list[str]:
        """Draw its number in the middle of it, where it fits."""
        return [self._number(y, sheet.frame.small)] if self.holds_number(sheet) else []

    def holds_number(self, sheet: Sheet) -> bool:
        """Say whether its number fits in it."""
        return self.number_width(sheet) + MARGIN <= self.width

    def number_width(self, sheet: Sheet) -> float:
        """How wide its number is."""
        return measure(value_text(self.bar), sheet.frame.small)

    @property
    def middle(self) -> float:
        """The middle of what is drawn."""
        return self.left + (self.width - SEAM) / 2

    def _number(self, y: float, size: float) -> str:
        kind = Type(size, self.colour.text, f"on-{self.colour.name}", anchor="middle")
        return text(self.middle, baseline_in(y, BAND, size), [value_text(self.bar)], kind)
