"""Estimate shares from any CSV file, its cells taken as categories."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.formats.cell_table import CellTable, read_cell_table
from peil.tabulate.categories import Categories, find_columns, read_categories, read_weights
from peil.tabulate.estimate_table import EstimateCell, EstimateTable
from peil.tabulate.moments import Floats, Moments, count_choices
from peil.tabulate.statistics import as_lists, design_effects, logit_intervals, shares, standard_errors
from peil.tabulate.table import BaseCount
from peil.tabulate.table_problems import TOO_MANY_CELLS

Banner = tuple[str | None, Categories]
"""A group variable's name, None for the whole sample, and its classes."""

NA = ("", "NA")
"""Cells that say there is no answer."""

MOST_CELLS = 1_000_000


def estimate(
    path: str | Path,
    rows: Sequence[str],
    by: Sequence[str] = (),
    weights: str | None = None,
    na: Iterable[str] = NA,
) -> tuple[EstimateTable, ...]:
    """Estimate every row variable in the whole sample, then in each class of each group variable.

    Shares are weighted, standard errors Taylor-linearised over all rows of the file (see ``statistics``).
    The base of a variable is the rows whose cell is not one of ``na``; a class is any other cell of the
    group variable. Options and classes stand in the order in which they first occur, zeros included.

    Args:
        path: CSV file with a header.
        rows: Columns to estimate.
        by: Columns to split by, each a banner of its own.
        weights: Column of weights, or None when every row counts once.
        na: Cells that say there is no answer.

    Raises:
        Unusable: The file can't be read, lacks a column or holds an impossible weight, or a table would have
            more than ``MOST_CELLS`` cells.
    """
    absent = frozenset(na)
    table = read_cell_table(Path(path))
    columns = find_columns(table, [*rows, *by, *([weights] if weights else [])])
    weight_column = read_weights(table, columns[weights]) if weights else None
    banners: list[Banner] = [(None, _everyone(table))]
    banners += [(name, read_categories(columns[name], absent)) for name in dict.fromkeys(by)]
    rule = f"rows whose answer is not one of: {', '.join(repr(cell) for cell in sorted(absent))}"
    answers = [(row, read_categories(columns[row], absent)) for row in dict.fromkeys(rows)]
    _check_size(table, answers, banners)
    return tuple(
        made for row in answers for banner in banners for made in _tables(row, banner, weight_column, rule)
    )


def _check_size(
    table: CellTable, answers: Iterable[tuple[str, Categories]], banners: Iterable[Banner]
) -> None:
    """Refuse tables that nobody can read and that memory can't hold.

    Raises:
        Unusable: A column has too many categories for a table, by itself or by group.
    """
    groups = max(((len(classes.values), by) for by, classes in banners), key=lambda found: found[0])
    problems = [
        _too_many(table, row, len(found.values), *groups)
        for row, found in answers
        if len(found.values) * groups[0] > MOST_CELLS
    ]
    if problems:
        raise Unusable(problems)


def _too_many(table: CellTable, row: str, options: int, groups: int, by: str | None) -> Problem:
    split = f', split by the {groups} of "{by}"' if by is not None else ""
    message = f'"{row}" has {options} categories{split}: more than a million cells.'
    hint = "Choose columns with few categories, or make classes of them first."
    return TOO_MANY_CELLS.problem(Span(str(table.path), 1, 1), message, hint=hint)


def _everyone(table: CellTable) -> Categories:
    return Categories(("",), np.zeros(table.n, np.int64))


def _tables(
    row: tuple[str, Categories], banner: Banner, weights: Floats | None, rule: str
) -> Iterable[EstimateTable]:
    """Give a variable's tables in every class of one banner."""
    question, answers = row
    by, classes = banner
    groups = np.where(answers.codes >= 0, classes.codes, -1)
    moments = count_choices(groups, len(classes.values), answers.codes, len(answers.values), weights)
    cells = _cells(answers.values, moments)
    for place, value in enumerate(classes.values):
        base = BaseCount(int(moments.base.n[place]), float(moments.base.w[place]), rule)
        yield EstimateTable(question, by, None if by is None else value, base, cells[place])


def _cells(options: Sequence[str], moments: Moments) -> list[tuple[EstimateCell, ...]]:
    """Give the cells of every class, in order."""
    intervals = logit_intervals(moments)
    columns = [
        as_lists(array)
        for array in (
            shares(moments),
            standard_errors(moments),
            intervals.low,
            intervals.high,
            design_effects(moments),
        )
    ]
    counts = moments.cells.n.tolist()
    return [
        tuple(
            EstimateCell(option, counts[group][place], *(column[group][place] for column in columns))
            for place, option in enumerate(options)
        )
        for group in range(len(counts))
    ]


def estimate_json(tables: Iterable[EstimateTable]) -> list[dict[str, object]]:
    """Give estimates as the JSON contract has them; they are never suppressed."""
    return [
        {
            "question": table.question,
            "item": None,
            "by": table.by,
            "group": table.group,
            "base": {"n": table.base.n, "weighted": table.base.weighted, "rule": table.base.rule},
            "cells": [
                {
                    "option": cell.option,
                    "n": cell.n,
                    "share": cell.share,
                    "se": cell.se,
                    "low": cell.low,
                    "high": cell.high,
                    "deff": cell.deff,
                    "status": "shown",
                }
                for cell in table.cells
            ],
        }
        for table in tables
    ]
