"""Rows that every engine adds up, with what is asked of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

import numpy as np
import pyarrow as pa
from plain_engine import Cells, PlainEngine

from peil.estimation.arrays import Positions
from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Design, Replicates, Stage
from peil.estimation.frame import Frame, make_frame
from peil.estimation.sql.batch import MOST_CELLS
from peil.estimation.sql.replicate_weights import MOST_SUMS
from peil.estimation.sql.table import SqlStage, SqlTable


@dataclass(frozen=True)
class EngineCase:
    """A case.

    Args:
        columns: Texts, numbers, 0 and 1, or None: as the reference engine reads them.
        questions: What is asked.
        banners: What it is split by.
        numbers: Columns of numbers that are asked for.
        weight: As in ``SqlTable``, like ``strata``, ``stages`` and ``replicates``.
        types: The types of columns that are stored as something else than the reference engine reads; a
            floating one is stored with NaN in the place of None.
        absent: Texts that stand for no answer; columns of text have the first one in the place of None.
        name: What the table is called.
        most_cells: As in ``SqlEngine``, like ``most_sums``.
    """

    columns: Mapping[str, Cells]
    questions: Sequence[Question]
    banners: Sequence[Banner] = (WHOLE,)
    numbers: Sequence[str] = ()
    weight: str = ""
    strata: str = ""
    stages: tuple[SqlStage, ...] = (SqlStage(),)
    replicates: tuple[str, ...] = ()
    types: Mapping[str, pa.DataType] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    name: str = "answers"
    most_cells: int = MOST_CELLS
    most_sums: int = MOST_SUMS

    @property
    def table(self) -> SqlTable:
        return SqlTable((self.name,), self.weight, self.strata, self.stages, self.absent, self.replicates)

    @cached_property
    def stored(self) -> pa.Table:
        return pa.table({name: self._stored(name) for name in self.columns})

    @cached_property
    def design(self) -> Design:
        rows = len(next(iter(self.columns.values())))
        return Design(
            rows,
            np.array(self.columns[self.weight], float) if self.weight else None,
            self._codes(self.strata) if self.strata else None,
            tuple(
                Stage(
                    self._codes(stage.units) if stage.units else None,
                    np.array(self.columns[stage.population], float) if stage.population else None,
                )
                for stage in self.stages
            ),
            replicates=Replicates(
                np.array([self.columns[name] for name in self.replicates], float).T,
                1.0,
                np.ones(len(self.replicates)),
            )
            if self.replicates
            else None,
        )

    @cached_property
    def frame(self) -> Frame:
        return make_frame(self.design)

    @cached_property
    def reference(self) -> PlainEngine:
        return PlainEngine(self.columns, self.design, self.frame)

    def _codes(self, name: str) -> Positions:
        """Number the units of a column in the order of their names as texts."""
        return np.unique([str(cell) for cell in self.columns[name]], return_inverse=True)[1]

    def _stored(self, name: str) -> pa.Array:
        cells, absent = self.columns[name], self.absent[0] if self.absent else None
        if name in self.types:
            type_ = self.types[name]
            nothing = float("nan") if pa.types.is_floating(type_) else absent
            return pa.array([nothing if cell is None else _as(cell, type_) for cell in cells], type_)
        if all(cell is None or isinstance(cell, str) for cell in cells):
            return pa.array([absent if cell is None else cell for cell in cells], pa.string())
        return pa.array(cells)


def _as(cell: object, type_: pa.DataType) -> object:
    """Give a cell as its stored type wants it."""
    if pa.types.is_string(type_):
        return str(cell)
    if pa.types.is_boolean(type_):
        return cell in (1, "true")
    if pa.types.is_decimal(type_):
        return Decimal(str(cell))
    return float(str(cell)) if pa.types.is_floating(type_) else int(str(cell))
