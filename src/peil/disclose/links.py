"""Crosstabs that link what one table shows to what another hides."""

from collections.abc import Collection, Mapping
from itertools import combinations

from peil.disclose.place import Place
from peil.disclose.primary import CROSSTAB, Counts, Reason

Pair = frozenset[str]


def hide_links(counts: Counts, groups: Collection[str], uses: Mapping[Place, int]) -> None:
    """Break every link of three crosstabs, an item by two groups and these by each other, that hides cells.

    Who is in one class of each group can be followed by the groups' crosstab from the item's table by the
    one to its table by the other. Of the groups' crosstab and the items' tables by one of them, those go
    that are printed least.

    Args:
        counts: Everything published; what breaks a link is hidden in it.
        groups: Dimensions that tables are split by.
        uses: How often each place is printed.
    """
    cells: dict[Pair, dict[Place, None]] = {}
    for table in counts.placed:
        names = Pair(name for name, _ in table.base)
        if len(names) == CROSSTAB:
            cells.setdefault(names, {}).update(dict.fromkeys(table.cells))
    some = {pair for pair, places in cells.items() if any(place in counts.hidden for place in places)}
    dimensions = sorted({name for pair in cells for name in pair})
    for one, other in combinations(sorted(groups), 2):
        both = Pair({one, other})
        if both not in cells or all(place in counts.hidden for place in cells[both]):
            continue
        linked = [
            sides
            for name in dimensions
            if name not in both
            for sides in [(Pair({name, one}), Pair({name, other}))]
            if all(side in cells for side in sides)
            and any(side in some for side in sides)
            and not any(all(place in counts.hidden for place in cells[side]) for side in sides)
        ]
        if not linked:
            continue
        costs = {side: _cost(counts, cells[side], uses) for sides in linked for side in sides}
        cheap = [min(sides, key=lambda side: (costs[side], sorted(side))) for sides in linked]
        gone = [both] if _cost(counts, cells[both], uses) <= sum(costs[side] for side in cheap) else cheap
        for pair in gone:
            for place in cells[pair]:
                counts.hide(place, Reason.SECONDARY)


def _cost(counts: Counts, places: Collection[Place], uses: Mapping[Place, int]) -> int:
    """Give what it costs to hide all of a crosstab's cells."""
    return sum(1 + 10 * uses.get(place, 0) for place in places if place not in counts.hidden)
