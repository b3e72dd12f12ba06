"""The compiled kernel, where there is one: ``kernel.c``, loaded through ctypes."""

import ctypes
import sys
import zlib
from functools import cache
from pathlib import Path

import numpy as np

from peil.estimation.arrays import Floats, Positions
from peil.estimation.packed.cells import Cells
from peil.estimation.packed.codes import MOST_OPTIONS, Bits, Codes
from peil.estimation.packed.counted import Counted
from peil.estimation.packed.runs import Runs

SOURCE = Path(__file__).with_name("kernel.c")
LIBRARY = SOURCE.with_name("libkernel.dll" if sys.platform == "win32" else "libkernel.so")


class Kernel:
    """Counts rows as ``count_with_numpy`` does, to the bit. Other threads run meanwhile."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library

    def count(self, cells: Cells, runs: Runs, answers: Codes | Bits) -> Counted:
        """Count a question."""
        n = np.zeros((cells.size, answers.slots), np.int64)
        sums = None if runs.weights is None else np.zeros((cells.size, answers.slots, 2))
        counted = Counted(n, sums)
        if isinstance(answers, Codes):
            self._count_codes(runs, answers, counted)
        else:
            self._count_bits(runs, answers, counted)
        return counted

    def add_rows(self, places: Positions, numbers: Floats, sums: Floats) -> None:
        """Add whole rows of numbers to the rows of ``sums`` at the places, in order; to none below zero."""
        rows, width = numbers.shape
        whole = np.ascontiguousarray(numbers), np.ascontiguousarray(places)
        self._library.peil_add_rows(_int(rows), _at(whole[1]), _int(width), _at(whole[0]), _at(sums))

    def _count_codes(self, runs: Runs, answers: Codes, counted: Counted) -> None:
        codes = np.ascontiguousarray(answers.of)
        call = getattr(self._library, f"peil_codes_{8 * codes.itemsize}")
        here, run = np.zeros(answers.slots, np.int64), np.zeros(2 * answers.slots)
        call(*_given(runs), _at(codes), _int(answers.options), _at(here), _at(run), *_wanted(counted))

    def _count_bits(self, runs: Runs, answers: Bits, counted: Counted) -> None:
        def count(bytes_of: np.ndarray[tuple[int], np.dtype[np.uint8]], options: int, slot: int) -> None:
            where = _int(bytes_of.strides[0]), _int(options), _int(slot), _int(answers.slots)
            self._library.peil_bits(*_given(runs), _at(bytes_of), *where, *_wanted(counted))

        for first in range(0, answers.options, 8):
            word = np.ascontiguousarray(answers.words[first // MOST_OPTIONS])
            place = first % MOST_OPTIONS // 8
            place = place if sys.byteorder == "little" else word.itemsize - 1 - place
            count(word.view(np.uint8)[place :: word.itemsize], min(8, answers.options - first), first)
        count(np.ascontiguousarray(answers.asked), 1, answers.options)


@cache
def find_kernel() -> Kernel | None:
    """Give the kernel, or None where there is none, one of another source, or one for another system."""
    try:
        library = ctypes.CDLL(str(LIBRARY))
        made_of = library.peil_source
    except (OSError, AttributeError):
        return None
    made_of.restype = ctypes.c_char_p
    return Kernel(library) if made_of() == checksum().encode() else None


def checksum() -> str:
    """Give the checksum of the kernel's source, which its library was compiled with."""
    return f"{zlib.crc32(SOURCE.read_bytes()):08x}"


def _given(runs: Runs) -> tuple[object, ...]:
    weights = ctypes.c_void_p(None) if runs.weights is None else _at(runs.weights)
    return _int(len(runs.ends)), _at(runs.ends), _at(runs.cells), _at(runs.order), weights


def _wanted(counted: Counted) -> tuple[object, ...]:
    return _at(counted.n), ctypes.c_void_p(None) if counted.sums is None else _at(counted.sums)


def _int(number: int) -> ctypes.c_int64:
    return ctypes.c_int64(number)


def _at(array: np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)
