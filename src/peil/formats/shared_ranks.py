"""Rows that rank two options of a ranking alike."""

from collections.abc import Iterator, Mapping

import numpy as np

from peil.core.problem import Problem
from peil.data.data_problems import SHARED_RANK
from peil.data.dataset import Column
from peil.formats.cell_span import cell_span
from peil.formats.cell_table import CellTable
from peil.study.codebook import ValueKind
from peil.study.study import Study


def find_shared_ranks(study: Study, table: CellTable, columns: Mapping[str, Column]) -> Iterator[Problem]:
    """Give one problem a ranking, at the first row in which two options have the same rank."""
    variables = study.codebook.variables
    for item in study.codebook.items.values():
        names = [name for name in item.variables if variables[name].value is ValueKind.RANK]
        if len(names) < 2 or not set(names) & set(table.header):
            continue
        ranks = np.sort(np.stack([columns[name].astype(np.float64) for name in names]), axis=0)
        rows = np.flatnonzero((np.diff(ranks, axis=0) == 0).any(axis=0))
        if len(rows):
            first = min(table.header.index(name) for name in names if name in table.header)
            others = f" ({len(rows) - 1} more such rows)" if len(rows) > 1 else ""
            yield SHARED_RANK.problem(
                cell_span(table.path, int(table.lines[rows[0]]), first),
                f'Two options of "{item.key}" have the same rank{others}.',
                hint="Give each option a rank of its own, or leave the row's ranks empty.",
            )
