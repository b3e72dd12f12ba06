"""Columns of a file, and what their cells say of a question's options."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.packed.codes import CodeArray, Codes8
from peil.estimation.packed.read_cells import Said, read_cells, read_numbers

NO_ANSWER = 255
"""Where a row of a question with several choices has no answer about an option; else 1 or 0."""


@dataclass(frozen=True)
class Columns:
    """The columns of a file: lists of texts, numbers and None, ``Distinct``, numpy or pyarrow arrays.

    Args:
        of: By name; looking one up may read it.
        absent: Texts that stand for no answer, as null and NaN do.
    """

    of: Mapping[str, Any]
    absent: frozenset[str] = frozenset()

    def write_codes(self, name: str, options: Sequence[str], into: CodeArray) -> None:
        """Write the place of each row's option (``Codes.of``).

        A cell without an answer is outside the base; one that holds none of the options is in it without
        one. Cells are read as texts: 1 and 1.0 as "1", truths as "true" and "false".
        """
        highest = int(np.iinfo(into.dtype).max)
        known = {option: place for place, option in enumerate(options)} | dict.fromkeys(self.absent, highest)
        for rows, codes in read_cells(self.of[name], Said(known, highest - 1), into.dtype.type):
            into[rows] = codes

    def read_chosen(self, name: str, option: str) -> Iterator[tuple[slice, Codes8]]:
        """Give, part by part, whether the column of an option says that it was chosen; or ``NO_ANSWER``.

        It does with 1, true, or the option's name.
        """
        known = {"1": 1, "true": 1, option: 1} | dict.fromkeys(self.absent, NO_ANSWER)
        return read_cells(self.of[name], Said(known, 0), np.uint8)

    def numbers(self, name: str) -> Floats:
        """Give a column as numbers, NaN where there is none; infinity is none.

        Raises:
            ValueError: A cell that isn't one of ``absent`` is no number.
        """
        return read_numbers(self.of[name], self.absent)
