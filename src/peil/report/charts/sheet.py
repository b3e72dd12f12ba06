"""What a chart is drawn on: its frame, the colours of its series, and the patterns laid over them."""

from dataclasses import dataclass

from peil.report.charts.frame import Frame
from peil.report.charts.palette import PAPER, RULE, Colour
from peil.report.charts.svg import covered, plain, rectangle

HATCH = "hatch"
"""What is laid over the place of something that is not shown."""

_PATTERNS = {
    HATCH: ("rotate(45)", 5, f'<line class="rule" x1="1" y1="0" x2="1" y2="5" stroke="{RULE}"/>'),
    "slant": ("rotate(45)", 5, f'<line class="seam" x1="1" y1="0" x2="1" y2="5" stroke="{PAPER}"/>'),
    "back": ("rotate(-45)", 5, f'<line class="seam" x1="1" y1="0" x2="1" y2="5" stroke="{PAPER}"/>'),
    "upright": ("", 4, f'<line class="seam" x1="1" y1="0" x2="1" y2="4" stroke="{PAPER}"/>'),
    "dotted": ("", 6, f'<circle class="dot" cx="3" cy="3" r="1" fill="{PAPER}"/>'),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A frame with colours in the order of the series; ``ident`` tells its patterns from another sheet's."""

    frame: Frame
    ident: str
    colours: tuple[Colour, ...]

    def area(self, x: float, y: float, width: float, height: float, colour: Colour) -> list[str]:
        """A filled rectangle with its colour's pattern over it."""
        drawn = [rectangle(x, y, width, height, colour)]
        if colour.pattern:
            drawn.append(covered(x, y, width, height, self._reference(colour.pattern)))
        return drawn

    def not_shown(self, x: float, y: float, width: float, height: float) -> str:
        """A hatched rectangle."""
        return covered(x, y, width, height, self._reference(HATCH), RULE)

    def patterns(self, drawn: str) -> str:
        """Define the patterns that a drawing refers to."""
        used = (name for name in _PATTERNS if self._reference(name) in drawn)
        found = "".join(self._definition(name) for name in used)
        return f"<defs>{found}</defs>" if found else ""

    def _reference(self, name: str) -> str:
        return f"url(#{plain(self.ident)}-{name})"

    def _definition(self, name: str) -> str:
        turned, size, content = _PATTERNS[name]
        turn = f' patternTransform="{turned}"' if turned else ""
        return (
            f'<pattern id="{plain(self.ident)}-{name}" width="{size}" height="{size}" '
            f'patternUnits="userSpaceOnUse"{turn}>{content}</pattern>'
        )
