"""Hidden classes that a reader could work out by subtraction."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from peil.disclose.release import Recoverable, ReleasedTable, Status
from peil.study.tablespec import TableSpec
from peil.tabulate.table import Table

Pair = tuple[Table, ReleasedTable]
SpecKey = tuple[object, ...]


def find_recoverable(tables: Sequence[Table], released: Sequence[ReleasedTable]) -> tuple[Recoverable, ...]:
    """Give the classes whose hidden counts are the total less the classes shown.

    That is so where exactly one class of a group that anyone is in is hidden while the total of the same
    item, condition and base is shown. Such a class is reported, not hidden further.

    Args:
        tables: Tables as made.
        released: The same tables, in the same order, as published.
    """
    pairs: dict[SpecKey, list[Pair]] = defaultdict(list)
    for table, shown in zip(tables, released, strict=True):
        pairs[table.spec.key].append((table, shown))
    found = []
    for group in pairs.values():
        spec = group[0][0].spec
        if spec.by is not None and _is_shown(pairs, replace(spec, by=None)):
            found += _the_only_one(spec, group)
    return tuple(found)


def _is_shown(pairs: dict[SpecKey, list[Pair]], total: TableSpec) -> bool:
    return any(shown.status is not Status.SUPPRESSED for _, shown in pairs.get(total.key, ()))


def _the_only_one(spec: TableSpec, group: Sequence[Pair]) -> list[Recoverable]:
    """Give the one hidden class that isn't empty, or nothing where there are more or none."""
    hidden = {table.group: table.base.n for table, shown in group if shown.status is Status.SUPPRESSED}
    names = [name for name, n in hidden.items() if name is not None and n > 0]
    return [Recoverable(spec, names[0])] if len(names) == 1 and len(hidden) < len(group) else []
