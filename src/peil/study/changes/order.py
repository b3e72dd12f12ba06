"""The order of things in two versions: the fewest that moved, and one order for both."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence


def moved(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Give the fewest names that must be moved to bring one order into the other, in the new order.

    Names that stand in one order alone don't count. Those that stay form a longest common subsequence: as no
    name stands twice, that is a longest increasing run of old places (Fredman 1975).
    """
    place = {name: number for number, name in enumerate(old)}
    shared = [name for name in new if name in place]
    lowest: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for number, name in enumerate(shared):
        length = bisect_left(lowest, place[name])
        before.append(ends[length - 1] if length else None)
        lowest[length : length + 1] = [place[name]]
        ends[length : length + 1] = [number]
    stay: set[str] = set()
    at = ends[-1] if ends else None
    while at is not None:
        stay.add(shared[at])
        at = before[at]
    return tuple(name for name in shared if name not in stay)


def merged(old: Iterable[str], new: Iterable[str]) -> tuple[str, ...]:
    """Give all names in one order: the new one, with each that is gone after the one that it stood under."""
    found = list(dict.fromkeys(new))
    previous: str | None = None
    for name in old:
        if name not in found:
            found.insert(0 if previous is None else found.index(previous) + 1, name)
        previous = name
    return tuple(found)
