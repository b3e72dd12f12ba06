"""The engine of one machine."""

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
from peil.estimation.packed.cells import join, places_of_groups, share_out
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.codes import Bits
from peil.estimation.packed.count_with_numpy import chose
from peil.estimation.packed.fold import fold, fold_sums
from peil.estimation.packed.lot import make_lots, squared_weights
from peil.estimation.packed.threads import FEW_ROWS, make_each, threads_for

if TYPE_CHECKING:
    from peil.estimation.packed.kernel import Kernel

Asked = TypeVar("Asked")
Made = TypeVar("Made")

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
        self._threads = threads or threads_for(data.rows)

    def tables(
        self, questions: Sequence[Question], banners: Sequence[Banner]
    ) -> Iterator[tuple[Question, Banner, Moments]]:
        """Give the moments of each question by each banner: question by question, banners in their order."""
        data, lots = self._data, make_lots(self._data, banners, self._kernel)

        def make(question: Question) -> dict[Banner, Moments]:
            answers = data.questions[question]
            found: dict[Banner, Moments] = {}
            for lot in lots:
                counted = lot.count(answers)
                found |= {each: fold(counted, lot.cells, each, answers) for each in lot.cells.banners}
            return found

        return self._each(questions, banners, make)

    def ticks(
        self, questions: Sequence[Question], banners: Sequence[Banner]
    ) -> Iterator[tuple[Question, Banner, TickMoments]]:
        """Give how many of a question's options each row ticked, as ``tables`` does."""
        data, lots = self._data, make_lots(self._data, banners, self._kernel)
        w2 = squared_weights(data)

        def make(question: Question) -> dict[Banner, TickMoments]:
            answers, weights = data.questions[question], w2
            found: dict[Banner, TickMoments] = {}
            if isinstance(answers, Bits):
                every = slice(None)
                weights = w2 * sum(chose(answers, option, every) for option in range(answers.options))
            for lot in lots:
                sums = lot.with_weights(weights).count(answers).sums
                if sums is not None:
                    for each in lot.cells.banners:
                        _, overlap = fold_sums(sums[..., 0], lot.cells, each, answers)
                        found[each] = TickMoments(overlap)
            return found

        return self._each(questions, banners, make)

    def numbers(
        self, columns: Sequence[str], banners: Sequence[Banner]
    ) -> Iterator[tuple[str, Banner, NumberMoments]]:
        """Give the moments of each column of numbers by each banner; a row without a number is left out."""
        places = {banner: places_of_groups(self._data, banner) for banner in banners}

        def make(column: str) -> dict[Banner, NumberMoments]:
            return {each: add_numbers(self._data, column, each, where) for each, where in places.items()}

        return self._each(columns, banners, make)

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

        def make(question: Question) -> dict[Banner, ReplicateMoments]:
            answers = data.questions[question]
            found: dict[Banner, ReplicateMoments] = {}
            for cells in lots:
                sums = add_replicates(data, cells, answers, self._kernel)
                for each in cells.banners:
                    base, options = fold_sums(sums, cells, each, answers)
                    found[each] = ReplicateMoments(_replicates_first(base), _replicates_first(options))
            return found

        return self._each(questions, banners, make)

    def replicate_numbers(
        self, columns: Sequence[str], banners: Sequence[Banner]
    ) -> Iterator[tuple[str, Banner, ReplicateNumberMoments]]:
        """Give the sums of each replicate's weights, as ``numbers`` does.

        Raises:
            ValueError: The data have none.
        """
        data = self._data
        replicates_of(data)
        groups = {banner: places_of_groups(data, banner, units=False) for banner in banners}

        def make(column: str) -> dict[Banner, ReplicateNumberMoments]:
            return {
                banner: add_replicate_numbers(data, column, banner, places, self._kernel)
                for banner, places in groups.items()
            }

        return self._each(columns, banners, make)

    def _each(
        self, asked: Sequence[Asked], banners: Sequence[Banner], make: Callable[[Asked], dict[Banner, Made]]
    ) -> Iterator[tuple[Asked, Banner, Made]]:
        for each, made in make_each(asked, make, self._threads):
            for banner in banners:
                yield each, banner, made[banner]


def _find_kernel() -> "Kernel | None":
    from peil.estimation.packed.kernel import find_kernel  # noqa: PLC0415 - few rows need nothing of it

    return find_kernel()


def _replicates_first(sums: Floats) -> Floats:
    """Put the replicates of the only unit first."""
    return np.ascontiguousarray(np.moveaxis(sums[0], -1, 0))
