"""Do numbers exist that add up as printed? Parts, nets and the whole as limits on sums along a scale.

Options stand in order, and a place between two options holds how much lies before it. A printed part, or a
net of options that stand together, limits the difference of two places from below and from above. Numbers
that keep to all limits exist, whole ones included, unless going round along the limits leads back with less
than nothing (Bellman, 1958; whole limits have whole solutions). The limits on that way round are the
arithmetic of the contradiction.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from peil.audit.rounding import Range


@dataclass(frozen=True, slots=True)
class Limit:
    """What lies between two places is within a range; ``claim`` printed it, or is empty for the whole."""

    start: int
    end: int
    range: Range
    claim: str


@dataclass(frozen=True, slots=True)
class Step:
    """One side of a limit: from ``here`` to ``there`` is at most ``most``."""

    here: int
    there: int
    most: int
    limit: Limit | None


@dataclass(frozen=True)
class Conflict:
    """Limits that nothing keeps to: ``least`` need more than ``most`` leave room for."""

    most: tuple[Limit, ...]
    least: tuple[Limit, ...]


def find_conflict(limits: Sequence[Limit], places: int) -> Conflict | None:
    """Find limits on sums of consecutive parts that contradict each other, or None."""
    steps = [Step(place + 1, place, 0, None) for place in range(places - 1)]
    for limit in limits:
        steps.append(Step(limit.start, limit.end, limit.range.high, limit))
        steps.append(Step(limit.end, limit.start, -limit.range.low, limit))
    far = [0] * places
    came: list[Step | None] = [None] * places
    moved = -1
    for _ in range(places):
        moved = -1
        for step in steps:
            if far[step.here] + step.most < far[step.there]:
                far[step.there] = far[step.here] + step.most
                came[step.there] = step
                moved = step.there
        if moved < 0:
            return None
    return conflict_on(way_round(came, moved))


def way_round(came: Sequence[Step | None], place: int) -> list[Step]:
    """Give the way round that still moves a place after as many rounds as there are places."""
    for _ in came:
        step = came[place]
        place = step.here if step else place
    steps: list[Step] = []
    start = place
    while not steps or place != start:
        step = came[place]
        if step is None:
            break
        steps.append(step)
        place = step.here
    return steps[::-1]


def conflict_on(steps: Sequence[Step]) -> Conflict:
    """Give the limits of a way round."""
    most = tuple(step.limit for step in steps if step.limit and step.here < step.there)
    least = tuple(step.limit for step in steps if step.limit and step.here > step.there)
    return Conflict(most, least)
