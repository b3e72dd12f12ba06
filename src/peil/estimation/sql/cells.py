"""What a statement gave, added up to the arrays of moments."""

from dataclasses import dataclass
from math import prod

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peil.estimation.arrays import Floats, Positions
from peil.estimation.asked import Question
from peil.estimation.moments import Sums
from peil.estimation.sql.batch import Batch


@dataclass(frozen=True, eq=False)
class Cells:
    """The rows that a statement gave.

    Args:
        units: The place of each row's unit.
        size: How many units there are.
        batch: The banners.
        cell: The joint cell of each row.
        sums: Its sums, rows × sums.
        answers: Its answer, where answers were asked for.
    """

    units: Positions
    size: int
    batch: Batch
    cell: Positions
    sums: Floats
    answers: pa.ChunkedArray | None

    def base(self, at: int) -> Floats:
        """Add up over everything but units and one banner's groups: sums × units × groups."""
        return self._add(at, np.zeros(len(self.cell), np.int64), 1)[..., 0]

    def options(self, at: int, options: tuple[str, ...]) -> Floats:
        """Add up the rows whose answer is an option: sums × units × groups × options."""
        found = pc.index_in(self.answers, pa.array(options, pa.string()))
        return self._add(at, pc.fill_null(found, -1).to_numpy().astype(np.int64), len(options))

    def split(self, at: int, question: Question) -> tuple[Floats, Floats]:
        """Give the sums over the base, and over each option of the question that was asked for."""
        if not question.many:
            return self.base(at), self.options(at, question.options)
        added = self.base(at)
        measures = len(added) // (len(question.options) + 1)
        base, chosen = added[:measures], added[measures:]
        return base, np.moveaxis(chosen.reshape(len(question.options), *base.shape), 0, -1)

    def _add(self, at: int, option: Positions, options: int) -> Floats:
        groups = self.batch.levels[at] - 1
        group = self.batch.groups_of(at, self.cell)
        kept = (group < groups) & (option >= 0)
        shape = (self.size, groups, options)
        flat = np.ravel_multi_index((self.units[kept], group[kept], option[kept]), shape)
        added = [np.bincount(flat, each[kept], prod(shape)).reshape(shape) for each in self.sums.T]
        return np.stack(added)


def read_cells(read: pa.Table, batch: Batch, units: Positions, size: int) -> Cells:
    """Give what a statement gave."""
    names = [name for name in read.column_names if name.startswith("sum")]
    sums = np.column_stack([read[name].to_numpy().astype(np.float64) for name in names])
    cell = read["key_cell"].to_numpy().astype(np.int64)
    answers = read["key_answer"].cast(pa.string()) if "key_answer" in read.column_names else None
    return Cells(units, size, batch, cell, sums, answers)


def as_sums(added: Floats) -> Sums:
    """Give four sums as ``Sums``."""
    n, positive, w, w2 = added
    return Sums(np.rint(n).astype(np.int64), np.rint(positive).astype(np.int64), w, w2)
