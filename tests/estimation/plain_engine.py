"""Moments made row by row, in the plainest way there is: what every engine is held against."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from peil.estimation.arrays import Floats, Mask
from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Design
from peil.estimation.frame import Frame
from peil.estimation.moments import (
    Moments,
    NumberMoments,
    ReplicateMoments,
    ReplicateNumberMoments,
    Sums,
    TickMoments,
)

Cells = list[object]
"""One column: of each row a text, a number or 0 and 1; None where nothing stands."""


@dataclass(frozen=True)
class PlainEngine:
    """An engine over columns in memory.

    Args:
        columns: By name.
        design: The rows' weights and replicates.
        frame: The design's frame.
        asked: For a question's name which rows are in its base. Without one these are the rows with
            something in any of its columns.
    """

    columns: Mapping[str, Cells]
    design: Design
    frame: Frame
    asked: Mapping[str, Mask] = field(default_factory=dict)

    def tables(
        self, questions: Sequence[Question], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[Question, Banner, Moments]]:
        for question in questions:
            for banner in banners:
                base, chosen, groups = self._base(question), self._chosen(question), self._groups(banner)
                yield (
                    question,
                    banner,
                    Moments(
                        _stacked([self._sums(base & group) for group in groups]),
                        _stacked(
                            [_stacked([self._sums(group & each) for each in chosen]) for group in groups]
                        ),
                    ),
                )

    def ticks(
        self, questions: Sequence[Question], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[Question, Banner, TickMoments]]:
        for question in questions:
            chosen = self._chosen(question)
            ticks = np.sum(chosen, axis=0)
            for banner in banners:
                overlap = [
                    [self._by_unit(self._weights**2 * ticks * (group & each)) for each in chosen]
                    for group in self._groups(banner)
                ]
                yield question, banner, TickMoments(np.moveaxis(np.array(overlap, float), -1, 0))

    def numbers(
        self, columns: Sequence[str], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[str, Banner, NumberMoments]]:
        w = self._weights
        for name in columns:
            there = np.array([cell is not None for cell in self.columns[name]], bool)
            x = np.array([0.0 if cell is None else cell for cell in self.columns[name]], float)
            for banner in banners:
                rows = [there & group for group in self._groups(banner)]
                sums = [w * x, w * x**2, w**2 * x, w**2 * x**2]
                yield (
                    name,
                    banner,
                    NumberMoments(
                        _stacked([self._sums(each) for each in rows]),
                        *(np.stack([self._by_unit(of * each) for each in rows], axis=1) for of in sums),
                    ),
                )

    def replicates(
        self, questions: Sequence[Question], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[Question, Banner, ReplicateMoments]]:
        assert self.design.replicates is not None
        weights = self.design.replicates.weights.T
        for question in questions:
            for banner in banners:
                base, chosen, groups = self._base(question), self._chosen(question), self._groups(banner)
                yield (
                    question,
                    banner,
                    ReplicateMoments(
                        np.stack([weights @ (base & group) for group in groups], axis=1),
                        np.stack(
                            [np.stack([weights @ (group & c) for c in chosen], axis=1) for group in groups],
                            axis=1,
                        ),
                    ),
                )

    def replicate_numbers(
        self, columns: Sequence[str], banners: Sequence[Banner] = (WHOLE,)
    ) -> Iterator[tuple[str, Banner, ReplicateNumberMoments]]:
        assert self.design.replicates is not None
        weights = self.design.replicates.weights.T
        for name in columns:
            there = np.array([cell is not None for cell in self.columns[name]], bool)
            x = np.array([0.0 if cell is None else cell for cell in self.columns[name]], float)
            for banner in banners:
                rows = [there & group for group in self._groups(banner)]
                sums = [np.stack([weights @ (of * each) for each in rows], axis=1) for of in (there, x)]
                yield name, banner, ReplicateNumberMoments(*sums)

    @property
    def _weights(self) -> Floats:
        return np.ones(self.design.rows) if self.design.weights is None else self.design.weights

    def _by_unit(self, values: Floats) -> Floats:
        return np.bincount(self.frame.unit_of, weights=values, minlength=self.frame.size)

    def _sums(self, rows: Mask) -> Sums:
        w = self._weights
        n, positive = self._by_unit(rows), self._by_unit(rows & (w > 0))
        return Sums(n.astype(int), positive.astype(int), self._by_unit(w * rows), self._by_unit(w**2 * rows))

    def _base(self, question: Question) -> Mask:
        if question.name in self.asked:
            return self.asked[question.name]
        columns = [self.columns[name] for name in question.columns]
        return np.array([any(cell is not None for cell in row) for row in zip(*columns, strict=True)], bool)

    def _chosen(self, question: Question) -> list[Mask]:
        """Of each option which rows of the base chose it."""
        base = self._base(question)
        if question.many:
            return [base & _where(self.columns[name], 1) for name in question.columns]
        (name,) = question.columns
        return [base & _where(self.columns[name], option) for option in question.options]

    def _groups(self, banner: Banner) -> list[Mask]:
        if banner == WHOLE:
            return [np.ones(self.design.rows, bool)]
        return [_where(self.columns[banner.column], group) for group in banner.groups]


def _where(cells: Cells, answer: object) -> Mask:
    return np.array([cell == answer for cell in cells], bool)


def _stacked(sums: Sequence[Sums]) -> Sums:
    """Sums of groups or options as one of arrays that have an axis of them, after the units'."""
    return Sums(
        *(np.stack([getattr(each, name) for each in sums], axis=1) for name in ("n", "positive", "w", "w2"))
    )
