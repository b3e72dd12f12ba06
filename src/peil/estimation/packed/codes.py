"""Answers as small codes, in as few bytes as they need."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes8 = NDArray[np.uint8]
CodeArray = NDArray[np.unsignedinteger[Any]]
BitArray = NDArray[np.unsignedinteger[Any]]

CODE_TYPES: tuple[type[np.unsignedinteger[Any]], ...] = (np.uint8, np.uint16, np.uint32)
BIT_TYPES: tuple[type[np.unsignedinteger[Any]], ...] = (*CODE_TYPES, np.uint64)

MOST_OPTIONS = 64
"""Options of a question with several choices that one word of bits can hold."""


@dataclass(frozen=True, eq=False)
class Codes:
    """One choice a row.

    Args:
        of: The place of each row's option. The highest value of the type is a row outside the base, the one
            below it a row in the base without an option: 255 and 254 in bytes.
        options: How many options there are.
    """

    of: CodeArray
    options: int

    def __post_init__(self) -> None:
        """Raises ValueError: a code is of no option; a kernel would write beyond its sums."""
        if ((self.of >= self.options) & (self.of < outside(self.of) - 1)).any():
            raise ValueError("a code stands for no option")

    @property
    def slots(self) -> int:
        """Places that rows are counted in: the options, no option, outside."""
        return self.options + 2

    @property
    def columns(self) -> tuple[CodeArray, ...]:
        """What is held a row."""
        return (self.of,)


@dataclass(frozen=True, eq=False)
class Bits:
    """Several choices a row: words that hold a bit an option, the first option lowest.

    Args:
        words: The words, each array for the next ``MOST_OPTIONS`` options; 0 where the question wasn't asked.
        asked: 1 for rows in the base, else 0.
        options: How many options there are.
    """

    words: tuple[BitArray, ...]
    asked: Codes8
    options: int

    @property
    def slots(self) -> int:
        """Places that rows are counted in: the options, then the base."""
        return self.options + 1

    @property
    def columns(self) -> tuple[BitArray, ...]:
        """What is held a row."""
        return (*self.words, self.asked)


def outside(of: CodeArray) -> int:
    """Give the code of a row outside the base."""
    return int(np.iinfo(of.dtype).max)


def no_codes(rows: int, options: int) -> CodeArray:
    """Give codes that hold all of the options, every row outside the base."""
    kind = next(each for each in CODE_TYPES if options <= np.iinfo(each).max - 1)
    return np.full(rows, np.iinfo(kind).max, kind)


def no_bits(rows: int, options: int) -> tuple[BitArray, ...]:
    """Give words for all of the options, nothing chosen."""
    whole, rest = divmod(options, MOST_OPTIONS)
    kind = next(each for each in BIT_TYPES if rest <= np.iinfo(each).bits)
    words: list[BitArray] = [np.zeros(rows, np.uint64) for _ in range(whole)]
    return tuple([*words, np.zeros(rows, kind)] if rest else words)
