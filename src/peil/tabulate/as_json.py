"""Tables as JSON: for the researcher, and the one form that released tables are told in too."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from peil.study.item_name import item_name
from peil.study.tablespec import TableSpec
from peil.tabulate.table import Cell, GroupTest, Mean, Table

Json = dict[str, object]
Errors = tuple[float | None, float | None, float | None]
"""Standard error, lower and upper bound."""


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
            cells=_cells_json(table.cells),
            more={**_own_mean(table.mean), **group_test_json(table.test)},
        )
        for table in tables
    ]


def _cells_json(cells: Iterable[Cell]) -> Iterator[Json]:
    for cell in cells:
        tested = {} if cell.above is None else {"p": cell.p, "above": list(cell.above)}
        yield cell_json(
            cell.option,
            n=cell.n,
            share=cell.share,
            interval=(cell.se, cell.low, cell.high),
            status="shown",
            more={**_own_mean(cell.mean), **tested, **_of_responses(cell)},
        )


def _own_mean(mean: Mean | None) -> Json:
    return {} if mean is None else mean_json(mean.value, (mean.se, mean.low, mean.high))


def _of_responses(cell: Cell) -> Json:
    found = cell.of_responses
    return {} if found is None else {"share_of_responses": found.share, "share_of_responses_se": found.se}


def mean_json(mean: float | None, errors: Errors) -> Json:
    """Give a mean's keys: none where there is no mean, and errors where the study prints them."""
    if mean is None:
        return {}
    se, low, high = errors
    return {"mean": mean} if se is None else {"mean": mean, "mean_se": se, "mean_low": low, "mean_high": high}


def group_test_json(test: GroupTest | None) -> Json:
    """Give how a group was tested; nothing where it wasn't."""
    if test is None:
        return {}
    return {
        "test": {
            "name": test.name,
            "family": test.family,
            "correction": test.correction,
            "size": test.size,
            "level": test.level,
            "letter": test.letter,
        }
    }


def table_json(
    table: ToldTable,
    *,
    n: int | None,
    weighted: float | None,
    rule: str,
    cells: Iterable[Json],
    more: Json,
) -> Json:
    """Give a table as the JSON contract has it; these keys and those in ``more``, no others.

    Args:
        table: Which table it is.
        n: Unweighted base, None where hidden.
        weighted: Weighted base, None where hidden.
        rule: The base in words.
        cells: As ``cell_json`` gives them.
        more: Keys of the mean of a number or scale, and of tests, where there are any.
    """
    return {
        "question": table.question,
        "item": item_name(table.question, table.item),
        "by": table.spec.by,
        "group": table.group,
        "base": {"n": n, "weighted": weighted, "rule": rule},
        "cells": list(cells),
        **more,
    }


def cell_json(
    option: str, *, n: int | None, share: float | None, interval: Errors, status: str, more: Json
) -> Json:
    """Give a cell as the JSON contract has it; these keys and those in ``more``, no others.

    Args:
        option: Option id, ``net:ID`` or ``blank``.
        n: Unweighted count, None where hidden.
        share: Share of the base, None where hidden or where there is no base.
        interval: Standard error, lower and upper bound.
        status: ``shown``, ``indicative`` or ``suppressed``.
        more: Keys of the mean rank, and of tests, where there are any.
    """
    se, low, high = interval
    return {
        "option": option,
        "n": n,
        "share": share,
        "se": se,
        "low": low,
        "high": high,
        "status": status,
        **more,
    }
