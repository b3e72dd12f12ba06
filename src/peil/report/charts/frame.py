"""How wide a chart is and how its text is set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """A chart's width and sizes, in the units of its viewBox.

    Args:
        name: Told apart from the other frame in ids.
        width: Width of the drawing.
        size: Size of labels.
        label_share: Part of the width that labels may take beside the bars; 0 sets them above.
    """

    name: str
    width: float
    size: float
    label_share: float

    @property
    def line(self) -> float:
        """Distance between lines of text."""
        return round(self.size * 1.26, 2)

    @property
    def small(self) -> float:
        """Size of numbers, legend and notes."""
        return self.size - 1

    @property
    def above(self) -> bool:
        """Whether labels stand above their bars."""
        return self.label_share == 0


WIDE = Frame("wide", width=640, size=13, label_share=0.42)
"""For the text block of an A4 page or a wide screen."""

NARROW = Frame("narrow", width=320, size=14, label_share=0)
"""For a phone: labels above the bars, larger text."""
