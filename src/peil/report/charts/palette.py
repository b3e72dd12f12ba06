"""Colours of charts: calm, safe in print, told apart in greyscale, with readable text on each."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A fill. ``name`` is its class in SVG; ``dark`` replaces it where a page is dark (empty: the same)."""

    name: str
    fill: str
    dark: str = ""

    @property
    def text(self) -> str:
        """The colour of text on the fill."""
        return text_on(self.fill)

    @property
    def edge(self) -> str:
        """The outline that a pale fill needs on white paper; empty for others."""
        return EDGE if contrast(self.fill, PAPER) < _GRAPHIC_CONTRAST else ""


PAPER = "#ffffff"
INK = "#1b232b"
QUIET = "#55606b"
RULE = "#8a959e"
EDGE = "#6f7a84"
_GRAPHIC_CONTRAST = 3.0  # WCAG 1.4.11

PRIMARY = Colour("primary", "#1f5c8a", "#62a5d6")
MUTED = Colour("muted", "#87929c")

_A3 = Colour("a3", "#17436b", "#2b6ca3")
_A2 = Colour("a2", "#3874a3", "#4f93c4")
_A1 = Colour("a1", "#93bbd8")
_MID = Colour("mid", "#ece7db")
_B1 = Colour("b1", "#f0c98a")
_B2 = Colour("b2", "#dc9740")
_B3 = Colour("b3", "#9f5416", "#cb7930")
_SCALE = (_A3, _A2, _A1, _MID, _B1, _B2, _B3)
_SCALES = {
    1: (_A3,),
    2: (_A3, _B2),
    3: (_A3, _MID, _B2),
    4: (_A3, _A1, _B1, _B2),
    5: (_A3, _A1, _MID, _B1, _B2),
    6: (_A3, _A2, _A1, _B1, _B2, _B3),
    7: _SCALE,
}
_NEUTRALS = (
    Colour("n1", "#cdd3d8", "#8f99a2"),
    Colour("n2", "#a3acb4", "#b9c1c8"),
    Colour("n3", "#8b96a0", "#5f6a74"),
)
_CATEGORIES = (
    Colour("c1", "#17436b", "#5a9bd0"),
    Colour("c2", "#dc9740"),
    Colour("c3", "#a9cfc4"),
    Colour("c4", "#8a4a62", "#cf8ea8"),
    Colour("c5", "#6f9c5b"),
    Colour("c6", "#d9c3dd"),
    Colour("c7", "#5b5f97", "#8488c4"),
    Colour("c8", "#e5d27a"),
)
ALL = (PRIMARY, MUTED, *_SCALE, *_NEUTRALS, *_CATEGORIES)


def scale_colours(neutral: Sequence[bool]) -> tuple[Colour, ...]:
    """Colours of a stacked bar's parts: a scale from blue to brown; neutral parts are grey."""
    steps = iter(_scale(neutral.count(False)))
    greys = (_NEUTRALS[i % len(_NEUTRALS)] for i in range(len(neutral)))
    return tuple(next(greys) if is_neutral else next(steps) for is_neutral in neutral)


def category_colours(neutral: Sequence[bool]) -> tuple[Colour, ...]:
    """Colours of series without an order; neutral series are grey."""
    hues = (_CATEGORIES[i % len(_CATEGORIES)] for i in range(len(neutral)))
    greys = (_NEUTRALS[i % len(_NEUTRALS)] for i in range(len(neutral)))
    return tuple(next(greys) if is_neutral else next(hues) for is_neutral in neutral)


def _scale(steps: int) -> tuple[Colour, ...]:
    if steps in _SCALES or not steps:
        return _SCALES.get(steps, ())
    return tuple(_between(position * (len(_SCALE) - 1) / (steps - 1)) for position in range(steps))


def _between(position: float) -> Colour:
    """The colour at a place on the full scale, between two of its steps."""
    left = min(int(position), len(_SCALE) - 2)
    part = position - left
    pair = zip(_channels(_SCALE[left].fill), _channels(_SCALE[left + 1].fill), strict=True)
    fill = "#" + "".join(f"{round(low + (high - low) * part):02x}" for low, high in pair)
    return Colour(f"s{fill[1:]}", fill)


def text_on(fill: str) -> str:
    """Ink or white, whichever reads better on a fill."""
    return max((INK, PAPER), key=lambda text: contrast(text, fill))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
