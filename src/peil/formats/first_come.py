"""Columns of typed files brought into the order that a CSV file's have."""

import numpy as np
from numpy.typing import NDArray

from peil.formats.cell_table import CellColumn


def first_come(values: list[str], places: NDArray[np.int32]) -> CellColumn:
    """Give a column whose texts stand in the order in which they first occur, each once."""
    same: dict[str, int] = {}
    merged = np.array([same.setdefault(value, len(same)) for value in values], np.int32)
    codes = merged[places]
    first = np.full(len(same), len(codes))
    first[codes[::-1]] = np.arange(len(codes))[::-1]  # of rows with the same text the one written last stays
    found = np.flatnonzero(first < len(codes))
    order = found[np.argsort(first[found])]
    rank = np.zeros(len(same), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    texts = list(same)
    return CellColumn(tuple(texts[place] for place in order.tolist()), rank[codes])
