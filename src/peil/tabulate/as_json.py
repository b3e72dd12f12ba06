"""Tables as JSON, for the researcher."""

from collections.abc import Iterable

from peil.study.item_name import item_name
from peil.tabulate.table import Cell, Table


def tables_json(tables: Iterable[Table]) -> list[dict[str, object]]:
    """Give tables as the JSON contract has them: shares 0 to 1, unrounded, nothing hidden.

    ``mean`` is added where there is one: to the table, or to the options of a ranking.
    """
    return [_table_json(table) for table in tables]


def _table_json(table: Table) -> dict[str, object]:
    found: dict[str, object] = {
        "question": table.question,
        "item": item_name(table.question, table.item),
        "by": table.spec.by,
        "group": table.group,
        "base": {"n": table.base.n, "weighted": table.base.weighted, "rule": table.base.rule},
        "cells": [_cell_json(cell) for cell in table.cells],
    }
    return found if table.mean is None else {**found, "mean": table.mean.value}


def _cell_json(cell: Cell) -> dict[str, object]:
    found: dict[str, object] = {
        "option": cell.option,
        "n": cell.n,
        "share": cell.share,
        "se": cell.se,
        "low": cell.low,
        "high": cell.high,
        "status": "shown",
    }
    return found if cell.mean is None else {**found, "mean": cell.mean.value}
