"""Hidden classes that a reader could work out by subtraction."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from peil.disclose.release import Recoverable, ReleasedTable, Status
from peil.tabulate.table import Table

Pair = tuple[Table, ReleasedTable]
SpecKey = tuple[object, ...]


def find_recoverable(
    tables: Sequence[Table], released: Sequence[ReleasedTable], minimum: int
) -> tuple[Recoverable, ...]:
    """Give the classes whose hidden counts are, taken together, the total less the classes shown.

    What is left of a total that is shown is a base like any other: classes that are hidden one by one are
    given away where that base is under the minimum. They are reported, not hidden further.

    Args:
        tables: Tables as made.
        released: The same tables, in the same order, as published.
        minimum: The smallest base that may be shown.
    """
    pairs: dict[SpecKey, list[Pair]] = defaultdict(list)
    for table, shown in zip(tables, released, strict=True):
        pairs[table.spec.key].append((table, shown))
    found = []
    for classes in pairs.values():
        spec = classes[0][0].spec
        total = pairs.get(replace(spec, by=None).key, []) if spec.by is not None else []
        hidden = _hidden_groups(classes)
        if hidden and total and 0 < _left_of(total[0][1], classes) < minimum:
            found.append(Recoverable(spec, hidden))
    return tuple(found)


def _hidden_groups(classes: Sequence[Pair]) -> tuple[str, ...]:
    """Give the hidden classes that anyone is in."""
    return tuple(
        table.group
        for table, shown in classes
        if shown.status is Status.SUPPRESSED and table.group is not None and table.base.n > 0
    )


def _left_of(total: ReleasedTable, classes: Sequence[Pair]) -> int:
    """Give how many a total holds beside the classes shown; none where it is hidden itself."""
    return 0 if total.n is None else total.n - sum(shown.n or 0 for _, shown in classes)
