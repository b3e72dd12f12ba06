"""A Parquet file as columns of distinct cells."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.data.data_problems import UNREADABLE_FILE
from peil.formats.cell_table import CellColumn, CellTable
from peil.formats.first_come import first_come
from peil.formats.plain_number import plain_number

ABSENT = ""
"""What a cell without a value holds, as in a CSV file."""


def read_parquet_table(path: Path, wanted: Collection[str], numbers: Collection[str] | None) -> CellTable:
    """Read columns of a Parquet file as ``read_file_table`` does; a value is the text that CSV would have.

    Raises:
        Unusable: It can't be read.
    """
    try:
        with pq.ParquetFile(path) as file:
            header = tuple(file.schema_arrow.names)
            numbers = header if numbers is None else numbers
            chosen = {*wanted, *numbers}.intersection(header)
            table = file.read(columns=[name for name in dict.fromkeys(header) if name in chosen])
    except (pa.ArrowException, OSError, ValueError) as error:
        message = "The Parquet file can't be read."
        hint = "Write it anew, or name another file."
        raise Unusable([UNREADABLE_FILE.problem(Span(str(path)), message, hint=hint)]) from error
    if nested := [name for name in header if name in chosen and _is_nested(table, name)]:
        message = f'Column "{nested[0]}" holds lists or records, not a value a row.'
        hint = "Make a column of each of their parts first."
        raise Unusable([UNREADABLE_FILE.problem(Span(str(path), 1, 1), message, hint=hint)])
    found = {
        name: _numbers(table.column(name)) for name in chosen.intersection(numbers) if _once(table, name)
    }
    kept = {name: column for name, column in found.items() if column is not None}
    unread = CellColumn((), np.zeros(0, np.int32))
    nth: Counter[str] = Counter()
    columns = []
    for name in header:
        read = name in chosen and (name in wanted or name not in kept)
        columns.append(_column(table.column(_places(table, name)[nth[name]])) if read else unread)
        nth[name] += 1
    return CellTable(path, header, tuple(columns), np.arange(1, table.num_rows + 1), kept)


def _places(table: pa.Table, name: str) -> list[int]:
    """Give where columns of a name stand; several may share one."""
    return list(table.schema.get_all_field_indices(name))


def _once(table: pa.Table, name: str) -> bool:
    return len(_places(table, name)) == 1


def _is_nested(table: pa.Table, name: str) -> bool:
    return any(pa.types.is_nested(table.column(place).type) for place in _places(table, name))


def _numbers(cells: pa.ChunkedArray) -> NDArray[np.float64] | None:
    kind = cells.type
    if not (pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_decimal(kind)):
        return None
    # unsafe: an integer beyond 2^53 becomes the nearest number, as its text in a CSV file does
    return np.asarray(pc.cast(cells, pa.float64(), safe=False).to_numpy(), np.float64)


def _column(cells: pa.ChunkedArray) -> CellColumn:
    if pa.types.is_temporal(cells.type) and not pa.types.is_duration(cells.type):
        cells = pc.cast(cells, pa.string())  # to Python's own they would come through pandas
    coded = cells if pa.types.is_dictionary(cells.type) else pc.dictionary_encode(cells)
    whole = coded.unify_dictionaries().combine_chunks()
    if isinstance(whole, pa.ChunkedArray):  # of no rows, or of more than fit one
        whole = pa.concat_arrays(whole.chunks) if whole.num_chunks else pa.DictionaryArray.from_arrays([], [])
    values = [_text(value) for value in whole.dictionary.to_pylist()]
    places = whole.indices.fill_null(len(values)).to_numpy(zero_copy_only=False).astype(np.int32)
    return first_come([*values, ABSENT], places)


def _text(value: object) -> str:
    """Give a value as a CSV file writes it; a number that is none is absent."""
    if value is None:
        return ABSENT
    if isinstance(value, float):
        return plain_number(value)
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)
