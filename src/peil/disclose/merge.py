"""Classes that are too small by themselves, taken together as one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from peil.tabulate.table import BaseCount, Cell, Table

MERGED = "~small"
"""The class that stands for all small classes of a group; no class of a study can be called so."""


@dataclass(frozen=True)
class Merged:
    """A table of several classes together, and which these are."""

    table: Table
    classes: tuple[str, ...]


def merge_small(tables: Iterable[Table], minimum: int) -> tuple[Merged, ...]:
    """Take the classes of each spec whose base is under the minimum together, where they reach it.

    Somebody has to be in at least two of them. What they are together follows from the total and the classes
    that are shown; it is told so that a reader needn't reckon.
    """
    found: dict[object, list[Table]] = {}
    for table in tables:
        if table.group is not None and table.n < minimum:
            found.setdefault(table.spec.key, []).append(table)
    made = []
    for small in found.values():
        filled = [table for table in small if table.n]
        if len(filled) > 1 and sum(table.n for table in filled) >= minimum:
            made.append(Merged(_together(small), tuple(table.group or "" for table in small)))
    return tuple(made)


def _together(tables: Sequence[Table]) -> Table:
    n, weighted = sum(table.n for table in tables), sum(table.base.weighted for table in tables)
    base = BaseCount(n, weighted, tables[0].base.rule)
    cells = tuple(_cells_together(tables, weighted))
    return replace(tables[0], group=MERGED, base=base, cells=cells, mean=None, test=None)


def _cells_together(tables: Sequence[Table], weighted: float) -> Iterator[Cell]:
    for cells in zip(*(table.cells for table in tables), strict=True):
        parts = zip(tables, cells, strict=True)
        chose = sum(table.base.weighted * cell.share for table, cell in parts if cell.share is not None)
        n = sum(cell.n for cell in cells)
        yield Cell(cells[0].option, n, chose / weighted if weighted > 0 else None)
