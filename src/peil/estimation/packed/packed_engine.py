"""The engine of one machine."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.asked import Banner, Question
from peil.estimation.moments import (
    Moments,
    NumberMoments,
    ReplicateMoments,
    ReplicateNumberMoments,
    TickMoments,
)
from peil.estimation.packed.add_numbers import add_numbers
from peil.estimation.packed.add_replicates import add_replicate_numbers, add_replicates, replicates_of
from peil.estimation.packed.cells import Cells, join, share_out
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.fold import fold, fold_sums
from peil.estimation.packed.lot import Lot, make_lots, weigh_ticks
from peil.estimation.packed.split import Split, split_rows
from peil.estimation.packed.threads import FEW_ROWS, make_each, threads_for

if TYPE_CHECKING:
    from peil.estimation.packed.kernel import Kernel

Asked = TypeVar("Asked")
Made = TypeVar("Made")
Part = TypeVar("Part", Lot, Cells, Split)

MANY_UNITS = 50_000
"""With more units one table's moments take so much memory that there is one at a time."""

MOST_REPLICATE_SUMS = 400_000
"""Sums of replicates that a slot of a question takes in all cells together, about."""


class PackedEngine:
    """Adds up coded rows: ``Engine``, ``TickEngine`` and ``ReplicateNumberEngine`` of data in memory.

    A question is read once for as many banners as make few joint cells; those are then added up to each
    banner's groups. With and without the compiled kernel the numbers are the same to the bit. What isn't
    in the data is a KeyError.
    """

    def __init__(self, data: Coded, *, kernel: "Kernel | None" = None, threads: int = 0) -> None:
        """Take the rows.

        Args:
            data: The rows.
            kernel: The kernel to count with; None takes the compiled one where it is there and pays.
            threads: How many questions are counted at once; 0 is one for each processor where it pays.
        """
        self._data = data
        self._kernel = kernel or (_find_kernel() if data.rows > FEW_ROWS else None)
        self._threads = threads or (1 if data.units > MANY_UNITS else threads_for(data.rows))

    def tables(
        self, questions: Sequence[Question], banners: Sequence[Banner]
    ) -> Iterator[tuple[Question, Banner, Moments]]:
        """Give the moments of each question by each banner: question by question, banners in their order."""
        data = self._data

        def make(question: Question, lot: Lot) -> list[Moments]:
            answers = data.questions[question]
            counted = lot.count(answers)
            return [fold(counted, lot.cells, banner, answers) for banner in lot.cells.banners]

        return self._each(questions, make_lots(data, banners, self._kernel), make)

    def ticks(
        self, questions: Sequence[Question], banners: Sequence[Banner]
    ) -> Iterator[tuple[Question, Banner, TickMoments]]:
        """Give how many of a question's options each row ticked, as ``tables`` does."""
        data = self._data

        def make(question: Question, lot: Lot) -> list[TickMoments]:
            answers = data.questions[question]
            sums = lot.with_weights(weigh_ticks(data, answers)).count(answers).sums
            return [
                TickMoments(fold_sums(sums[..., 0], lot.cells, banner, answers)[1])
                for banner in lot.cells.banners
                if sums is not None
            ]

        return self._each(questions, make_lots(data, banners, self._kernel), make)

    def numbers(
        self, columns: Sequence[str], banners: Sequence[Banner]
    ) -> Iterator[tuple[str, Banner, NumberMoments]]:
        """Give the moments of each column of numbers by each banner; a row without a number is left out."""
        data = self._data

        def make(column: str, split: Split) -> list[NumberMoments]:
            return [add_numbers(data, column, split)]

        return self._each(columns, [split_rows(data, banner) for banner in banners], make)

    def replicates(
        self, questions: Sequence[Question], banners: Sequence[Banner]
    ) -> Iterator[tuple[Question, Banner, ReplicateMoments]]:
        """Give the sums of each replicate's weights, as ``tables`` does.

        Raises:
            ValueError: The data have none.
        """
        data = self._data
        most = MOST_REPLICATE_SUMS // max(1, replicates_of(data).shape[1])
        lots = [join(data, lot, units=False, signs=False) for lot in share_out(data, banners, 1, most)]

        def make(question: Question, cells: Cells) -> list[ReplicateMoments]:
            answers = data.questions[question]
            sums = add_replicates(data, cells, answers, self._kernel)
            folded = (fold_sums(sums, cells, banner, answers) for banner in cells.banners)
            return [ReplicateMoments(*map(_replicates_first, parts)) for parts in folded]

        return self._each(questions, lots, make)

    def replicate_numbers(
        self, columns: Sequence[str], banners: Sequence[Banner]
    ) -> Iterator[tuple[str, Banner, ReplicateNumberMoments]]:
        """Give the sums of each replicate's weights, as ``numbers`` does.

        Raises:
            ValueError: The data have none.
        """
        data = self._data
        replicates_of(data)
        splits = [split_rows(data, banner, units=False) for banner in banners]

        def make(column: str, split: Split) -> list[ReplicateNumberMoments]:
            return [add_replicate_numbers(data, column, split, self._kernel)]

        return self._each(columns, splits, make)

    def _each(
        self, asked: Sequence[Asked], parts: Sequence[Part], make: Callable[[Asked, Part], Sequence[Made]]
    ) -> Iterator[tuple[Asked, Banner, Made]]:
        """Make what is asked for, question by question and lot by lot."""
        work = itertools.product(asked, parts)
        for (each, part), made in make_each(work, lambda pair: make(*pair), self._threads):
            for banner, moments in zip(part.banners, made, strict=True):
                yield each, banner, moments


def _find_kernel() -> "Kernel | None":
    from peil.estimation.packed.kernel import find_kernel  # noqa: PLC0415 - few rows need nothing of it

    return find_kernel()


def _replicates_first(sums: Floats) -> Floats:
    """Put the replicates of the only unit first."""
    return np.ascontiguousarray(np.moveaxis(sums[0], -1, 0))
