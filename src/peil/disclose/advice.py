"""Small classes that cost other cells: what the author would save by taking them together with others."""

from collections.abc import Iterable

from peil.disclose.place import Placed
from peil.disclose.primary import Counts, Reason
from peil.disclose.release import Recoverable


def find_merges(placed: Iterable[Placed], counts: Counts, minimum: int) -> tuple[Recoverable, ...]:
    """Give groups whose small classes, too few even together, have other cells of their tables hidden.

    Args:
        placed: All tables.
        counts: What was hidden, and why.
        minimum: The smallest base that is shown.
    """
    tables: dict[object, list[Placed]] = {}
    for one in placed:
        if one.table.group is not None:
            tables.setdefault(one.table.spec.key, []).append(one)
    found: list[Recoverable] = []
    for classes in tables.values():
        spec = classes[0].table.spec
        small = [one.table for one in classes if 0 < one.table.n < minimum]
        cost = sum(
            counts.hidden.get(place) is Reason.SECONDARY
            for one in classes
            if one.table.n >= minimum
            for place in one.cells
        )
        if small and cost and sum(table.n for table in small) < minimum:
            found.append(Recoverable(spec, tuple(table.group or "" for table in small), cost))
    return tuple(found)
