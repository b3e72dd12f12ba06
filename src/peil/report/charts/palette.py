"""Colours of charts: calm, safe in print, told apart in greyscale, with readable text on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle, pairwise, repeat


@dataclass(frozen=True, slots=True)
class Colour:
    """A fill. ``name`` is its class in SVG; ``dark`` replaces it where a page is dark (empty: the same).

    ``pattern`` is what is laid over it where no number stands on it, so that hue isn't all that tells.
    """

    name: str
    fill: str
    dark: str = ""
    pattern: str = ""

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
_BLACK = "#000000"
_GRAPHIC_CONTRAST = 3.0  # WCAG 1.4.11
_TEXT_CONTRAST = 4.5  # WCAG 1.4.3

PRIMARY = Colour("primary", "#1f5c8a", "#62a5d6")
MUTED = Colour("muted", "#87929c")

_A3 = Colour("a3", "#17436b", "#2b6ca3")
_A2 = Colour("a2", "#3874a3", "#4f93c4")
_A1 = Colour("a1", "#93bbd8")
_MID = Colour("mid", "#ece7db")
_B1 = Colour("b1", "#f0c98a")
_B2 = Colour("b2", "#dc9740")
_B3 = Colour("b3", "#9f5416", "#b5631d")
FALL = Colour("fall", _B3.fill, _B2.fill)
"""A falling line and its points."""
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
_FINE = 4
"""Steps between two of the scale's colours, for scales of many points."""
_SIDES = {1: (1,), 2: (0, 2), 3: (0, 1, 2)}
"""Which of a side's three colours are taken, from the end inward."""
_NEITHER = Colour("mid0", "#e4e7ea", "#66717b")
_NEUTRALS = (
    Colour("n1", "#b4bcc3", "#8f99a2"),
    Colour("n2", "#98a2ab", "#b9c1c8"),
    Colour("n3", "#7d8893", "#6f7a84"),
)
_CATEGORIES = (
    Colour("c1", "#17436b", "#5a9bd0"),
    Colour("c2", "#dc9740", pattern="slant"),
    Colour("c3", "#a9cfc4"),
    Colour("c4", "#8a4a62", "#c0648a", pattern="dotted"),
    Colour("c5", "#6f9c5b", pattern="back"),
    Colour("c6", "#d9c3dd"),
    Colour("c7", "#5b5f97", "#8488c4", pattern="upright"),
    Colour("c8", "#e5d27a"),
)


def scale_colours(neutral: Sequence[bool]) -> tuple[Colour, ...]:
    """Colours of a stacked bar's parts: a scale from blue to brown; neutral parts are grey."""
    steps = iter(_scale(neutral.count(False)))
    greys = _greys()
    return tuple(next(greys) if is_neutral else next(steps) for is_neutral in neutral)


def category_colours(neutral: Sequence[bool]) -> tuple[Colour, ...]:
    """Colours of series without an order; neutral series are grey."""
    hues = cycle(_CATEGORIES)
    greys = _greys()
    return tuple(next(greys) if is_neutral else next(hues) for is_neutral in neutral)


def diverging_colours(neutral: Sequence[bool], sides: Sequence[int]) -> tuple[Colour, ...]:
    """Colours of parts on two sides of a line: brown to the left, blue to the right, darkest at the ends.

    What straddles the line is a pale grey; neutral parts, which stand apart, are a darker one.
    """
    own = [side for side, is_neutral in zip(sides, neutral, strict=True) if not is_neutral]
    left = iter(_side(own.count(-1), (_B3, _B2, _B1)))
    right = iter(reversed(_side(own.count(1), (_A3, _A2, _A1))))
    greys = _greys()
    of_side = {-1: left, 0: repeat(_NEITHER), 1: right}
    return tuple(
        next(greys) if is_neutral else next(of_side[side])
        for side, is_neutral in zip(sides, neutral, strict=True)
    )


def _greys() -> Iterator[Colour]:
    return cycle(_NEUTRALS)


def _side(steps: int, colours: Sequence[Colour]) -> tuple[Colour, ...]:
    """Colours of one side, from the end inward."""
    if steps in _SIDES or not steps:
        return tuple(colours[place] for place in _SIDES.get(steps, ()))
    fine = _spaced(colours)
    return tuple(fine[_place(step, steps, fine)] for step in range(steps))


def _scale(steps: int) -> tuple[Colour, ...]:
    if steps in _SCALES or not steps:
        return _SCALES.get(steps, ())
    fine = _spaced(_SCALE)
    return tuple(fine[_place(step, steps, fine)] for step in range(steps))


def _place(step: int, steps: int, colours: Sequence[Colour]) -> int:
    return round(step * (len(colours) - 1) / (steps - 1))


def _spaced(colours: Sequence[Colour]) -> tuple[Colour, ...]:
    """Colours with others between each two."""
    between = (
        _between(one, other, part / _FINE) if part else one
        for one, other in pairwise(colours)
        for part in range(_FINE)
    )
    return (*between, colours[-1])


def _between(one: Colour, other: Colour, part: float) -> Colour:
    """The colour at a part of the way from one to another."""
    fill = _mix(one.fill, other.fill, part)
    dark = _mix(one.dark or one.fill, other.dark or other.fill, part)
    return Colour(f"s{fill[1:]}", fill, "" if dark == fill else dark)


def _mix(one: str, other: str, part: float) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * part):02x}" for low, high in pairs)


def text_on(fill: str) -> str:
    """Ink or white, whichever reads better on a fill; black where neither reads well enough."""
    best = max((INK, PAPER), key=lambda text: contrast(text, fill))
    return best if contrast(best, fill) >= _TEXT_CONTRAST else _BLACK


@cache
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


ALL = tuple(
    {
        colour.name: colour
        for colour in (
            PRIMARY,
            MUTED,
            FALL,
            _NEITHER,
            *_SCALE,
            *_NEUTRALS,
            *_CATEGORIES,
            *_spaced(_SCALE),
            *_spaced((_B3, _B2, _B1)),
            *_spaced((_A3, _A2, _A1)),
        )
    }.values()
)
"""Every colour of a chart, once."""
