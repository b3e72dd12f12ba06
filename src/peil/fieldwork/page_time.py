"""How long a page is looked at: median and quartiles, from a histogram that says nothing about anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from peil.store.page_seconds import BINS, CAP


@dataclass(frozen=True, slots=True)
class PageTime:
    """Seconds on a page, over all visits of which they are known.

    Args:
        visits: How many times the page was sent in with its seconds; going back to it counts again.
        lower: First quartile.
        median: Median.
        upper: Third quartile.
    """

    visits: int
    lower: float
    median: float
    upper: float


def page_time(histogram: Mapping[int, int]) -> PageTime | None:
    """Give the quartiles of a histogram (where a bin begins, to how many), or None where it is empty."""
    visits = sum(histogram.values())
    if not visits:
        return None
    lower, median, upper = (_quantile(histogram, visits, share) for share in (0.25, 0.5, 0.75))
    return PageTime(visits, lower, median, upper)


def _quantile(histogram: Mapping[int, int], visits: int, share: float) -> float:
    """Give the second under which a share of the visits lies, as if they were spread evenly in their bin."""
    wanted, below = share * visits, 0
    for start, width in _widths(BINS):
        many = histogram.get(start, 0)
        if many and below + many >= wanted:
            return start + width * (wanted - below) / many
        below += many
    return float(CAP)


def _widths(bins: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Give where each bin begins and how many seconds it holds; the last is the cap alone."""
    return [*((start, end - start) for start, end in pairwise(bins)), (bins[-1], 0)]
