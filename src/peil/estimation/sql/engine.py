"""Moments added up in a database."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.frame import Frame
from peil.estimation.moments import (
    Moments,
    NumberMoments,
    ReplicateMoments,
    ReplicateNumberMoments,
    TickMoments,
)
from peil.estimation.sql.asking import Asking, count_and_weigh
from peil.estimation.sql.batch import MOST_CELLS, batch_banners
from peil.estimation.sql.cells import Cells, as_sums, read_cells
from peil.estimation.sql.columns import Columns, Kind, kind_of
from peil.estimation.sql.replicate_weights import (
    MOST_SUMS,
    ask_replicates,
    some_replicates,
    weigh_replicates,
)
from peil.estimation.sql.rows import Rows
from peil.estimation.sql.statement import Draft, Statement
from peil.estimation.sql.table import SqlTable
from peil.estimation.sql.units import Units, ask_units, read_units
from peil.estimation.sql.unusable_table import UnusableTable

Read = tuple[Banner, Cells, int]
"""A banner, the rows that count it, and its place among the banners of their batch."""


@dataclass(frozen=True)
class SqlEngine:
    """An engine over a table that stays where it is; each question is one pass for each batch of banners.

    Sums of floating numbers come in whatever order the database adds them, so that their last digits may
    differ from run to run. The table isn't locked, and should hold still while the engine is in use.

    Args:
        rows: The connection.
        table: The table and what its columns mean.
        most_cells: Units times groups that a statement splits each answer by.
        most_sums: Sums of replicates in one statement.

    Raises:
        UnusableTable: From everything that reads: a column isn't there, or rows lack a weight or a unit.
        ImpossiblePopulation: From everything that reads, as ``make_frame`` raises it.
        MovedTable: From what reads moments: there are other units than when ``units`` were read.
    """

    rows: Rows
    table: SqlTable
    most_cells: int = MOST_CELLS
    most_sums: int = MOST_SUMS

    @property
    def frame(self) -> Frame:
        """The frame of the table's design, made in the database; it places no rows."""
        return self.units.frame

    @cached_property
    def units(self) -> Units:
        """The table's units, read once."""
        return read_units(self.table, self.rows.read(ask_units(self._columns(), self.table)))

    def tables(
        self, questions: Sequence[Question], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[Question, Banner, Moments]]:
        """Give the moments of each question by each banner."""
        for question in questions:
            ask = Asking.several if question.many else Asking.choices
            for banner, cells, at in self._read(banners, partial(ask, question=question), self._weights):
                base, chosen = cells.split(at, question)
                yield question, banner, Moments(as_sums(base), as_sums(chosen))

    def numbers(
        self, columns: Sequence[str], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[str, Banner, NumberMoments]]:
        """Give the moments of each column by each banner; rows without a finite number are left out."""
        for name in columns:
            for banner, cells, at in self._read(banners, partial(Asking.number, name=name), self._weights):
                added = cells.base(at)
                yield name, banner, NumberMoments(as_sums(added[:4]), *added[4:])

    def ticks(
        self, questions: Sequence[Question], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[Question, Banner, TickMoments]]:
        """Give how many of a question's options each row ticked, over those who ticked each."""
        for question in questions:
            ask = Asking.ticks if question.many else Asking.choices
            for banner, cells, at in self._read(banners, partial(ask, question=question), self._squares):
                if question.many:
                    yield question, banner, TickMoments(np.moveaxis(cells.base(at), 0, -1))
                else:
                    yield question, banner, TickMoments(cells.options(at, question.options)[0])

    def replicates(
        self, questions: Sequence[Question], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[Question, Banner, ReplicateMoments]]:
        """Give the sums of each replicate's weights.

        Raises:
            ValueError: The table has none.
        """
        for question in questions:
            ask = partial(Asking.several if question.many else Asking.choices, question=question)
            sums = len(question.options) + 1 if question.many else 1
            for banner, parts in self._read_replicates(banners, ask, sums):
                split = [cells.split(at, question) for cells, at in parts]
                base, chosen = (np.concatenate(arrays)[:, 0] for arrays in zip(*split, strict=True))
                yield question, banner, ReplicateMoments(base, chosen)

    def replicate_numbers(
        self, columns: Sequence[str], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[str, Banner, ReplicateNumberMoments]]:
        """Give the sums of each replicate's weights over the rows that have a number.

        Raises:
            ValueError: The table has none.
        """
        for name in columns:
            ask = partial(Asking.each_times, name=name)
            for banner, parts in self._read_replicates(banners, ask, 2):
                halves = [np.split(cells.base(at)[:, 0], 2) for cells, at in parts]
                w, wx = (np.concatenate(arrays) for arrays in zip(*halves, strict=True))
                yield name, banner, ReplicateNumberMoments(w, wx)

    def _read_replicates(
        self, banners: Sequence[Banner], ask: Callable[[Asking], Statement], sums: int
    ) -> Iterator[tuple[Banner, list[tuple[Cells, int]]]]:
        """Give what counts each banner, in parts of so many replicates as one statement can sum."""
        parts = [
            self._read(banners, ask, partial(weigh_replicates, names=names), by_unit=False)
            for names in some_replicates(self._replicates, sums, self.most_sums)
        ]
        for found in zip(*parts, strict=True):
            yield found[0][0], [(cells, at) for _, cells, at in found]

    def _read(
        self,
        banners: Sequence[Banner],
        ask: Callable[[Asking], Statement],
        weigh: Callable[[Columns], Mapping[str, str]],
        *,
        by_unit: bool = True,
    ) -> list[Read]:
        """Give what counts each banner: one statement for each batch of them."""
        found: dict[int, Read] = {}
        size = self.frame.size if by_unit else 1
        for batch in batch_banners(banners, size, self.most_cells):
            columns = self._columns()
            asking = Asking(columns, self.table, batch, weigh(columns), by_unit=by_unit)
            read = self.rows.read(ask(asking))
            units = self.units.find(read) if by_unit else np.zeros(len(read), np.int64)
            cells = read_cells(read, batch, units, size)
            found |= {place: (banners[place], cells, at) for at, place in enumerate(batch.places)}
        return [found[place] for place in range(len(banners))]

    def _columns(self) -> Columns:
        """Give the table's columns for a new statement."""
        return Columns(Draft(self.rows.dialect), self._kinds, self.table.absent)

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        """What each column holds, from a read of no rows."""
        table = self.rows.dialect.name(*self.table.name)
        nothing = f"SELECT * FROM {table} AS t WHERE 1 = 0"  # noqa: S608 - the name is quoted
        read = self.rows.read(Statement(nothing))
        return {field.name: kind_of(field.type) for field in read.schema}

    def _weights(self, columns: Columns) -> dict[str, str]:
        return count_and_weigh(columns, self.table)

    def _squares(self, columns: Columns) -> dict[str, str]:
        return {"w2": count_and_weigh(columns, self.table)["w2"]}

    @cached_property
    def _replicates(self) -> tuple[str, ...]:
        """The columns of replicate weights, each found to have one in every row.

        Raises:
            ValueError: There are none.
        """
        if not self.table.replicates:
            raise ValueError("the table has no replicate weights")
        for names in some_replicates(self.table.replicates, 1, self.most_sums):
            read = self.rows.read(ask_replicates(self._columns(), self.table.name, names))
            rows, *there = (int(column[0].as_py()) for column in read.columns)
            for name, many in zip(names, there, strict=True):
                if many < rows:
                    raise UnusableTable(name, rows - many, "rows without a weight of this replicate")
        return self.table.replicates
