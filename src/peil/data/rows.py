"""Rows: how each interview went, as its file says."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peil.core.span import Span


@dataclass(frozen=True)
class Rows:
    """One entry an interview, in file order.

    Args:
        ids: Row ids, no two the same.
        last_pages: Last page submitted on the route, "" for none.
        outcomes: ``complete``, the outcome of an early end, or "" for an interview that was left.
        synthetic: The row is made, not given by a person.
        file: Where the rows were read, for problems.
        lines: Line of each row in that file, or None when they came from no file.
        header: Columns of that file in order, so that it can be written as it was; empty for all columns.
    """

    ids: tuple[str, ...]
    last_pages: NDArray[np.object_]
    outcomes: NDArray[np.object_]
    synthetic: NDArray[np.bool_]
    file: str = "responses"
    lines: NDArray[np.int64] | None = None
    header: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """Number of rows."""
        return len(self.ids)

    def span(self, row: int) -> Span:
        """Give the place of a row."""
        return Span(self.file) if self.lines is None else Span(self.file, int(self.lines[row]), 1)

    def select(self, keep: NDArray[np.bool_]) -> "Rows":
        """Give the rows for which ``keep`` holds."""
        return Rows(
            tuple(row_id for row_id, kept in zip(self.ids, keep, strict=True) if kept),
            self.last_pages[keep],
            self.outcomes[keep],
            self.synthetic[keep],
            self.file,
            None if self.lines is None else self.lines[keep],
            self.header,
        )
