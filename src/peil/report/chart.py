"""A chart's content, before it is drawn."""

from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    """How shares are drawn."""

    BARS = "bars"  # one series, a bar a category
    STACKED = "stacked"  # a bar a category, its parts sum to 100 %
    GROUPED = "grouped"  # per category a bar for each series
    DIVERGING = "diverging"  # as stacked, from a line in the middle of the neutral answer outward
    MULTIPLES = "multiples"  # a small bar chart for each series, side by side on one scale
    SLOPE = "slope"  # a line for each category over the series: then and now, or more moments
    DOTS = "dots"  # a dot with its interval for each category and series


@dataclass(frozen=True, slots=True)
class Bar:
    """One share as drawn: its exact value (0 to 1), or None where hidden, and as printed (``46%``).

    ``low`` and ``high`` are the bounds of its interval, None where the study has none.
    """

    share: float | None
    printed: str
    indicative: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each category. ``neutral`` marks don't know and the like, drawn in grey.

    ``side`` is where a diverging chart draws it: -1 left of the line, 0 across it, 1 right of it.
    """

    name: str
    bars: tuple[Bar, ...]
    neutral: bool = False
    side: int = 1


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows.

    Args:
        kind: How it is drawn.
        title: Its title, for people who can't see it.
        description: What can be seen in it, in a sentence or more, made from the numbers.
        categories: Labels down the side, with n where groups differ in base.
        series: Values by category; the legend's entries (or columns of the data table).
        muted: Positions of categories that are drawn in grey (don't know in a bar chart).
        synthetic: The label that says the data are synthetic, in the chart's language; empty otherwise.
        language: Language code.
        gaps: Of a slope the places of series that no line leads to: a break in the trend lies before them.
    """

    kind: ChartKind
    title: str
    description: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    muted: frozenset[int] = frozenset()
    synthetic: str = ""
    language: str = "nl"
    gaps: frozenset[int] = frozenset()
