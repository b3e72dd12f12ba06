"""Tables as JSON: for the researcher, and the one form that released tables are told in too."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from peil.study.item_name import item_name
from peil.study.tablespec import TableSpec
from peil.tabulate.table import Cell, Table

Json = dict[str, object]


class ToldTable(Protocol):
    """What says which table it is; its numbers are handed over one by one."""

    @property
    def spec(self) -> TableSpec:
        """What was asked for."""

    @property
    def question(self) -> str:
        """Question id."""

    @property
    def item(self) -> str:
        """Item key."""

    @property
    def group(self) -> str | None:
        """Class id, or None."""


def tables_json(tables: Iterable[Table]) -> list[Json]:
    """Give tables as the JSON contract has them: shares 0 to 1, unrounded, nothing hidden."""
    return [
        table_json(
            table,
            n=table.base.n,
            weighted=table.base.weighted,
            rule=table.base.rule,
            mean=table.mean.value if table.mean else None,
            cells=_cells_json(table.cells),
        )
        for table in tables
    ]


def _cells_json(cells: Iterable[Cell]) -> Iterator[Json]:
    for cell in cells:
        yield cell_json(
            cell.option,
            n=cell.n,
            share=cell.share,
            interval=(cell.se, cell.low, cell.high),
            status="shown",
            mean=cell.mean.value if cell.mean else None,
        )


def table_json(
    table: ToldTable,
    *,
    n: int | None,
    weighted: float | None,
    rule: str,
    mean: float | None,
    cells: Iterable[Json],
) -> Json:
    """Give a table as the JSON contract has it; these keys and no others.

    ``mean`` is added where there is one.

    Args:
        table: Which table it is.
        n: Unweighted base, None where hidden.
        weighted: Weighted base, None where hidden.
        rule: The base in words.
        mean: Mean of a number or scale, None where hidden or where there is none.
        cells: As ``cell_json`` gives them.
    """
    found: Json = {
        "question": table.question,
        "item": item_name(table.question, table.item),
        "by": table.spec.by,
        "group": table.group,
        "base": {"n": n, "weighted": weighted, "rule": rule},
        "cells": list(cells),
    }
    return found if mean is None else {**found, "mean": mean}


def cell_json(
    option: str,
    *,
    n: int | None,
    share: float | None,
    interval: tuple[float | None, float | None, float | None],
    status: str,
    mean: float | None,
) -> Json:
    """Give a cell as the JSON contract has it; these keys and no others.

    ``mean`` is added where there is one.

    Args:
        option: Option id, ``net:ID`` or ``blank``.
        n: Unweighted count, None where hidden.
        share: Share of the base, None where hidden or where there is no base.
        interval: Standard error, lower and upper bound.
        status: ``shown``, ``indicative`` or ``suppressed``.
        mean: Mean rank, None where hidden or where there is none.
    """
    se, low, high = interval
    found: Json = {
        "option": option,
        "n": n,
        "share": share,
        "se": se,
        "low": low,
        "high": high,
        "status": status,
    }
    return found if mean is None else {**found, "mean": mean}
