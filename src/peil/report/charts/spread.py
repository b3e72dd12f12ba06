"""Labels pushed apart until none overlaps, each as near to its place as all together can be."""

from collections.abc import Sequence
from itertools import accumulate, pairwise


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """Give the middles of labels that stand between ``low`` and ``high`` without overlap, in their order.

    The sum of the squared shifts is the smallest there is: taken off from the room that the labels before
    it need, places only have to rise, and pooling neighbours that don't gives the nearest that do (isotonic
    regression; Ayer et al. 1955).

    Args:
        wanted: Where the middles should be, each at least as large as the one before it.
        heights: How high the labels are, space between them included.
        low: Where the first may begin.
        high: Where the last must end; the labels together fit between the two.
    """
    if not wanted:
        return ()
    steps = [(above + below) / 2 for above, below in pairwise(heights)]
    before = list(accumulate(steps, initial=0.0))
    rising = _pooled([place - room for place, room in zip(wanted, before, strict=True)])
    first, last = low + heights[0] / 2, high - heights[-1] / 2 - before[-1]
    return tuple(
        min(max(place, first), max(first, last)) + room for place, room in zip(rising, before, strict=True)
    )


def _pooled(values: Sequence[float]) -> list[float]:
    """The rising values that are nearest to these: neighbours that fall share their mean."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            above, more = pools.pop()
            mean, count = (above * more + mean * count) / (more + count), more + count
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
