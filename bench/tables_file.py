"""Generated answers for ``bench/tables.py``: questions of both kinds, banners, weights."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from tables_plan import BANNERS, MANY, SINGLE

UNANSWERED = 0.05
"""Share of rows without an answer to a question."""
CHOSEN = 0.3
"""Mean share of rows that chose an option, of several."""
ROW_GROUP = 1 << 20
"""pyarrow's own."""


def make_table(rows: int, seed: int) -> pa.Table:
    """Give answers as a survey's data file has them: codes from 1, and a 0 or 1 for each option of several.

    Each question depends a little on each banner, so that tests have something to find.
    """
    chance = np.random.default_rng(seed)
    columns: dict[str, pa.Array] = {}
    lean = np.zeros(rows, np.uint8)
    for banner in BANNERS:
        groups = chance.integers(0, len(banner.groups), rows, np.uint8)
        lean += groups
        columns[banner.column] = pa.array((groups + 1).astype(np.int8))
    columns["w"] = pa.array(chance.lognormal(0, 0.5, rows))
    for question in SINGLE:
        shares = chance.dirichlet(np.full(8, 2.0))
        ladder = np.repeat(np.arange(1, 9, dtype=np.int8), chance.multinomial(230, shares))
        drawn = np.minimum(chance.integers(0, 230, rows, np.uint8), 229)
        columns[question.name] = pa.array(ladder[np.minimum(drawn + lean // 4, 229)], mask=_few(chance, rows))
    for question in MANY:
        unasked = _few(chance, rows)
        for column in question.columns:
            limit = int(256 * chance.uniform(0, 2 * CHOSEN))
            ticked = chance.integers(0, 256, rows, np.uint8) < limit
            columns[column] = pa.array(ticked.astype(np.int8), mask=unasked)
    return pa.table(columns)


def write_parquet(rows: int, folder: Path) -> Path:
    """Write that many rows, a million at a time, and give the file."""
    path = folder / f"{rows}.parquet"
    most, writer = 1_000_000, None
    for start in range(0, rows, most):
        table = make_table(min(most, rows - start), start)
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table, row_group_size=ROW_GROUP)
    if writer is not None:
        writer.close()
    return path


def write_csv(rows: int, folder: Path) -> Path:
    """Write that many rows as text."""
    table = make_table(rows, 0)
    cells = zip(*(column.to_pylist() for column in table.columns), strict=True)
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in cells]
    path = folder / f"{rows}.csv"
    path.write_text("\n".join([",".join(table.column_names), *lines]) + "\n")
    return path


def _few(chance: np.random.Generator, rows: int) -> np.ndarray:
    return chance.integers(0, 256, rows, np.uint8) < int(256 * UNANSWERED)
