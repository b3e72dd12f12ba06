"""One share against another."""

from enum import StrEnum

from peil.core.percent import percent_of_share


class Direction(StrEnum):
    """Which way one share lies from another."""

    MORE = "more"
    LESS = "less"
    SAME = "same"


def compare(one: float | None, other: float | None) -> Direction | None:
    """Say whether the first share is more than the second, by the whole percentages that readers see.

    46.4% and 45.6% both print as 46%, so they are the same. None where either is not known.
    """
    if one is None or other is None:
        return None
    left, right = percent_of_share(one), percent_of_share(other)
    return Direction.SAME if left == right else Direction.MORE if left > right else Direction.LESS
