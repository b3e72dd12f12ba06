"""Released tables as JSON."""

from peil.disclose.release import Release, ReleasedCell, ReleasedTable
from peil.study.item_name import item_name


def released_json(release: Release) -> list[dict[str, object]]:
    """Give released tables as the JSON contract has them: shares 0 to 1, hidden numbers null.

    ``mean`` is added where there is one: to the table, or to the options of a ranking.
    """
    return [_table_json(table) for table in release.tables]


def _table_json(table: ReleasedTable) -> dict[str, object]:
    found: dict[str, object] = {
        "question": table.question,
        "item": item_name(table.question, table.item),
        "by": table.spec.by,
        "group": table.group,
        "base": {"n": table.n, "weighted": table.weighted, "rule": table.rule},
        "cells": [_cell_json(cell) for cell in table.cells],
    }
    return found if table.mean is None else {**found, "mean": table.mean}


def _cell_json(cell: ReleasedCell) -> dict[str, object]:
    found: dict[str, object] = {
        "option": cell.option,
        "n": cell.n,
        "share": cell.share,
        "se": cell.se,
        "low": cell.low,
        "high": cell.high,
        "status": cell.status.value,
    }
    return found if cell.mean is None else {**found, "mean": cell.mean}
