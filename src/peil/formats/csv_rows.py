"""The columns of a data file that tell how each interview went."""

import numpy as np
from numpy.typing import NDArray

from peil.core.ids import did_you_mean
from peil.core.rule import Rule
from peil.data.data_problems import (
    BAD_SYNTHETIC,
    DUPLICATE_ID,
    MISSING_ID,
    UNKNOWN_OUTCOME,
    UNKNOWN_PAGE,
)
from peil.data.rows import Rows
from peil.formats.cell_table import CellTable
from peil.formats.read_columns import ColumnReader
from peil.study.quota import QUOTA_FULL
from peil.study.route import End

MOST_TOLD = 20


def read_rows(reader: ColumnReader) -> Rows:
    """Read ids, last pages, outcomes and which rows are synthetic; what is wrong goes to the reader."""
    table, route = reader.table, reader.study.route
    ends = [entry.outcome for entry in route.entries if isinstance(entry, End)]
    check_ids(reader)
    return Rows(
        ids=tuple(row_cells(table, "id")),
        last_pages=names_of(reader, "last_page", UNKNOWN_PAGE, list(route.pages)),
        outcomes=names_of(reader, "outcome", UNKNOWN_OUTCOME, ["complete", QUOTA_FULL, *ends]),
        synthetic=names_of(reader, "synthetic", BAD_SYNTHETIC, ["0", "1"]) == "1",
        file=str(table.path),
        lines=table.lines,
        header=table.header,
    )


def row_cells(table: CellTable, name: str) -> NDArray[np.object_]:
    """Give the texts of a column, all empty when it is absent."""
    if name not in table.header:
        return np.full(table.n, "", object)
    return table.columns[table.header.index(name)].cells()


def check_ids(reader: ColumnReader) -> None:
    """Tell ids that are empty or stand twice."""
    column = reader.table.header.index("id")
    cells = reader.table.columns[column]
    counts = np.bincount(cells.places, minlength=len(cells.texts))
    odd = [place for place, text in enumerate(cells.texts) if not text or counts[place] > 1]
    for place in odd[:MOST_TOLD]:
        text = cells.texts[place]
        if text:
            reader.tell(
                DUPLICATE_ID,
                column,
                place,
                f'The id "{text}" is not unique',
                "Give every row an id of its own.",
            )
        else:
            reader.tell(MISSING_ID, column, place, "The row has no id", "Give it one that no other row has.")


def names_of(reader: ColumnReader, name: str, rule: Rule, known: list[str]) -> NDArray[np.object_]:
    """Read a column of known names, "" where there is none."""
    table = reader.table
    if name in table.header:
        column = table.header.index(name)
        for place, text in enumerate(table.columns[column].texts):
            if text and text not in known:
                hint = did_you_mean(text, known) or f"Known: {', '.join(known)}."
                reader.tell(rule, column, place, f'Column {name}: "{text}" is not known in this study', hint)
    return row_cells(table, name)
