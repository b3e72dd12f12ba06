"""Small studies as rows, their tables, and every set of rows that agrees with what a release shows."""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from peil.core.span import Span
from peil.disclose.gate import release
from peil.disclose.release import Release, ReleasedTable
from peil.fieldwork.facts import Facts
from peil.study.about import About
from peil.study.codebook import Codebook, Item
from peil.study.plan import Disclosure, Net, Plan
from peil.study.question import Kind, Option
from peil.study.questionnaire import Questionnaire
from peil.study.route import Route
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.study.text import Wording
from peil.tabulate.table import BaseCount, Cell, Table

PLAN = Span("plan.toml")
Row = tuple[int, int]
"""The class of a person and the option they chose."""


def make_study(disclosure: Disclosure, options: int, classes: int, net: tuple[int, ...] = ()) -> Study:
    def item(key: str, prefix: str, count: int) -> Item:
        made = tuple(Option(f"{prefix}{place}", Wording(key), PLAN) for place in range(count))
        return Item(key, key, key, Kind.SINGLE, None, Wording(key), None, made, (key,), derived=True)

    nets = (Net("some", "usage", Wording("net"), tuple(f"o{one}" for one in net), PLAN),)
    items = {"usage": item("usage", "o", options), "sector": item("sector", "c", classes)}
    return Study(
        folder=Path(),
        about=About(Wording("study.title"), ("nl",)),
        roles=(),
        questionnaire=Questionnaire((), (), ()),
        codebook=Codebook(items, {}),
        route=Route(()),
        plan=Plan(disclosure=disclosure, nets=nets if net else ()),
    )


def make_tables(rows: Sequence[Row], options: int, classes: int, net: tuple[int, ...] = ()) -> list[Table]:
    """Give the tables of both items, and of the one by the other in both directions."""

    def table(item: str, by: str | None, group: str | None, counts: list[int]) -> Table:
        n, prefix = sum(counts), item[0].replace("u", "o").replace("s", "c")
        cells = [
            Cell(f"{prefix}{place}", count, count / n if n else None) for place, count in enumerate(counts)
        ]
        if item == "usage" and net:
            chose = sum(counts[one] for one in net)
            cells.append(Cell("net:some", chose, chose / n if n else None))
        return Table(TableSpec(item, by), item, item, group, BaseCount(n, float(n), ""), tuple(cells))

    def count(at: int, size: int, within: int | None = None) -> list[int]:
        return [
            sum(row[at] == one and (within is None or row[1 - at] == within) for row in rows)
            for one in range(size)
        ]

    return [
        table("usage", None, None, count(1, options)),
        table("sector", None, None, count(0, classes)),
        *(table("usage", "sector", f"c{one}", count(1, options, one)) for one in range(classes)),
        *(table("sector", "usage", f"o{one}", count(0, classes, one)) for one in range(options)),
    ]


def release_rows(
    rows: Sequence[Row],
    disclosure: Disclosure,
    options: int,
    classes: int,
    net: tuple[int, ...] = (),
    *,
    secondary: bool = True,
) -> Release:
    study = make_study(disclosure, options, classes, net)
    facts = Facts(len(rows), len(rows), len(rows), {}, synthetic=True)
    return release(study, make_tables(rows, options, classes, net), facts, "", secondary=secondary)


def possible_grids(
    released: Release, options: int, classes: int, net: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Give every crosstab, classes by options, that agrees with all that is shown, by trying all."""
    whole = {
        (table.item, cell.option): cell.n
        for table in released.tables
        if table.group is None
        for cell in table.cells
    }
    sizes = [whole["sector", f"c{one}"] for one in range(classes)]
    assert None not in sizes
    rows = [list(compositions(size or 0, options)) for size in sizes]
    shown = (*released.tables, *released.merged)
    for grid in product(*rows):
        if all(agrees(table, grid, net) for table in shown):
            yield grid


def agrees(table: ReleasedTable, grid: Sequence[Sequence[int]], net: tuple[int, ...]) -> bool:
    """Say whether every number that a table shows is that of a crosstab."""
    spec, group = table.spec, table.group
    across = list(zip(*grid, strict=True))
    lines, other = (grid, across) if spec.item == "usage" else (across, grid)
    if spec.by is None:
        counts = [sum(line) for line in other]
    else:
        inside = table.merged or (group,)
        picked = [lines[int((one or "")[1:])] for one in inside]
        counts = [sum(each) for each in zip(*picked, strict=True)]
    if table.n is not None and table.n != sum(counts):
        return False
    told = {f"{table.item[0].replace('u', 'o').replace('s', 'c')}{at}": n for at, n in enumerate(counts)}
    told["net:some"] = sum(counts[one] for one in net) if spec.item == "usage" else 0
    return all(cell.n is None or cell.n == told[cell.option] for cell in table.cells)


def compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Give every way to write a total as so many counts."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, parts - 1):
            yield (first, *rest)
