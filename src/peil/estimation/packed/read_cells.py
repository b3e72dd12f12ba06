"""Cells of columns read as small codes: each different cell once, then looked up."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from peil.estimation.arrays import Floats
from peil.estimation.packed.codes import Codes8
from peil.estimation.packed.distinct import Distinct

Code = TypeVar("Code", bound=np.unsignedinteger[Any])
Cells = Any
"""A list, a numpy array, a ``Distinct``, a pyarrow array or its chunks: the values of one column."""

FEW_VALUES = 1 << 16
"""Whole numbers in so narrow a range are looked up by their place in it."""

MOST_DIGITS = 22
"""No number of 64 bits has more, its sign included."""


@dataclass(frozen=True)
class Said:
    """What cells say.

    Args:
        known: Codes of texts.
        other: The code of any other text.
    """

    known: Mapping[str, int]
    other: int

    def of(self, cell: object) -> int:
        """Give the code of a cell that isn't null."""
        return self.known.get(tell(cell), self.other)

    def of_whole(self, low: int, high: int) -> list[int]:
        """Give the codes of all whole numbers from one to another, both included."""
        codes = [self.other] * (high + 1 - low)
        for text, code in self.known.items():
            whole = int(text) if len(text) < MOST_DIGITS and text.removeprefix("-").isdecimal() else None
            if whole is not None and low <= whole <= high and str(whole) == text:
                codes[whole - low] = code
        return codes


def read_cells(column: Cells, said: Said, kind: type[Code]) -> Iterator[tuple[slice, NDArray[Code]]]:
    """Give the codes of a column's cells, part by part; null and NaN have the highest code.

    Args:
        column: The cells.
        said: What its cells say.
        kind: The type of codes.
    """
    start = 0
    look = _Look(said, kind)
    for part in getattr(column, "chunks", (column,)):
        yield slice(start, start + len(part)), look.up(part)
        start += len(part)


class _Look:
    """Codes by value; made once for a column, whatever parts it comes in."""

    def __init__(self, said: Said, kind: type[Any]) -> None:
        self._said = said
        self._kind = kind
        self._null = int(np.iinfo(kind).max)
        self._bytes: dict[str, NDArray[Any]] = {}

    def up(self, part: Cells) -> NDArray[Any]:
        """Give the codes of one part."""
        if hasattr(part, "null_count"):
            return self._of_arrow(part)
        if isinstance(part, np.ndarray) and part.dtype.kind in "biuf":
            return self._of_numbers(part)
        if isinstance(part, Distinct):
            return self._of_places(part.places, part.cells)
        each = {cell: self._of_cell(cell) for cell in set(part)}
        return np.fromiter(map(each.__getitem__, part), self._kind, len(part))

    def _of_arrow(self, part: Cells) -> NDArray[Any]:
        import pyarrow as pa  # noqa: PLC0415 - only where there are columns of it

        if not len(part):
            return np.zeros(0, self._kind)
        if pa.types.is_boolean(part.type):
            found = self._of_places(_bits(part, 1), (False, True))
        elif pa.types.is_integer(part.type):
            width = np.dtype(part.type.to_pandas_dtype())
            values = np.frombuffer(part.buffers()[1], width, len(part), part.offset * width.itemsize)
            found = self._of_numbers(values)
        else:
            return self._of_dictionary(
                part if pa.types.is_dictionary(part.type) else part.dictionary_encode()
            )
        if part.null_count:
            found |= (_bits(part, 0).view(np.int8) - np.int8(1)).astype(self._kind)
        return found

    def _of_dictionary(self, part: Cells) -> NDArray[Any]:
        """Look up each different value once."""
        values = [self._of_cell(cell) for cell in part.dictionary.to_pylist()]
        found = np.array([*values, self._null], self._kind)
        places = part.indices
        if places.null_count:
            places = places.cast("int64").fill_null(len(values))
        taken: NDArray[Any] = np.take(found, places.to_numpy(zero_copy_only=False))
        return taken

    def _of_numbers(self, part: NDArray[Any]) -> NDArray[Any]:
        if part.dtype.kind == "b":
            return self._of_places(part.view(np.uint8), (False, True))
        if part.dtype.itemsize == 1:
            return self._of_bytes(np.ascontiguousarray(part))
        if part.dtype.kind in "iu" and len(part):
            low, high = int(part.min()), int(part.max())
            if high - low < FEW_VALUES and high <= np.iinfo(np.int64).max:
                codes = np.array(self._said.of_whole(low, high), self._kind)
                return np.take(codes, part.astype(np.int64) - low)
        values, places = np.unique(part, return_inverse=True)
        return self._of_places(places.reshape(-1), values.tolist())

    def _of_bytes(self, part: NDArray[Any]) -> NDArray[Any]:
        """Look up whole numbers of one byte; Python's own way with bytes is the fastest."""
        kind = part.dtype.str
        if kind not in self._bytes:
            signed = part.dtype.kind == "i"
            codes = np.array(self._said.of_whole(-128 if signed else 0, 127 if signed else 255), self._kind)
            self._bytes[kind] = np.roll(codes, 128) if signed else codes
        table = self._bytes[kind]
        if table.itemsize > 1:
            return np.take(table, part.view(np.uint8))
        return np.frombuffer(bytearray(part).translate(table.tobytes()), self._kind)

    def _of_places(self, places: NDArray[Any], values: Iterable[object]) -> NDArray[Any]:
        return np.take(np.array([self._of_cell(cell) for cell in values], self._kind), places)

    def _of_cell(self, cell: object) -> int:
        return self._null if _is_nothing(cell) else self._said.of(cell)


def read_numbers(column: Cells, absent: frozenset[str]) -> Floats:
    """Give a column's cells as numbers, NaN where there is none.

    Raises:
        ValueError: A cell is neither a number nor one of ``absent``.
    """
    parts = [_numbers(part, absent) for part in getattr(column, "chunks", (column,))]
    found = np.concatenate(parts) if parts else np.zeros(0)
    found[~np.isfinite(found)] = np.nan
    return found


def _numbers(part: Cells, absent: frozenset[str]) -> Floats:
    if hasattr(part, "null_count"):
        part = part.to_numpy(zero_copy_only=False)
    if isinstance(part, np.ndarray) and part.dtype.kind in "biuf":
        numbers: Floats = part.astype(np.float64)
        return numbers
    cells = part.cells if isinstance(part, Distinct) else part
    read = np.array([_number(cell, absent) for cell in cells], np.float64)
    return read[part.places] if isinstance(part, Distinct) else read


def _number(cell: Any, absent: frozenset[str]) -> float:  # noqa: ANN401 - a cell is anything
    return math.nan if _is_nothing(cell) or cell in absent else float(cell)


def tell(cell: object) -> str:
    """Give the text of a cell."""
    if isinstance(cell, str):
        return cell
    if type(cell) is int:
        return str(cell)
    if isinstance(cell, bool | np.bool_):
        return "true" if cell else "false"
    if isinstance(cell, float | np.floating) and float(cell).is_integer():
        return str(int(cell))
    if isinstance(cell, Decimal) and cell.is_finite() and cell == cell.to_integral_value():
        return str(int(cell))
    return str(cell)


def _bits(part: Cells, buffer: int) -> Codes8:
    """Give a pyarrow array's validity (buffer 0) or its truths (buffer 1) as ones and zeros."""
    first = part.offset // 8
    packed = np.frombuffer(part.buffers()[buffer], np.uint8)[first:]
    skipped = part.offset % 8
    return np.unpackbits(packed, bitorder="little", count=skipped + len(part))[skipped:]


def _is_nothing(cell: object) -> bool:
    return cell is None or (isinstance(cell, float | np.floating) and bool(np.isnan(cell)))
