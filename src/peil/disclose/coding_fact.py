"""How answers in own words were coded, as it may be told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodingFact:
    """How the answers behind an item were coded.

    Args:
        coders: How many people code by its frame.
        single: An answer has one code at most.
        twice: How many answers two coders or more have coded; None where that is too few to tell.
        alpha: Krippendorff's alpha over these; None where it isn't told or nothing varies.
        low: Lower end of its interval, which the same answers drawn again give; None with ``alpha``.
        high: Upper end.
    """

    coders: int
    single: bool
    twice: int | None = None
    alpha: float | None = None
    low: float | None = None
    high: float | None = None
