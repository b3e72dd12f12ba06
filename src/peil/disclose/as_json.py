"""Released tables as JSON."""

from collections.abc import Iterable, Iterator

from peil.disclose.release import Release, ReleasedCell
from peil.tabulate.as_json import Json, cell_json, group_test_json, mean_json, table_json


def released_json(release: Release) -> list[Json]:
    """Give released tables as the JSON contract has them: shares 0 to 1, hidden numbers null.

    What a released table tells is named here part by part: nothing else of it gets out.
    """
    return [
        table_json(
            table,
            n=table.n,
            weighted=table.weighted,
            rule=table.rule,
            cells=_cells_json(table.cells),
            more={**mean_json(table.mean, table.mean_errors), **group_test_json(table.test)},
        )
        for table in release.tables
    ]


def _cells_json(cells: Iterable[ReleasedCell]) -> Iterator[Json]:
    for cell in cells:
        yield cell_json(
            cell.option,
            n=cell.n,
            share=cell.share,
            interval=(cell.se, cell.low, cell.high),
            status=cell.status.value,
            more={**mean_json(cell.mean, cell.mean_errors), **({} if cell.p is None else {"p": cell.p})},
        )
