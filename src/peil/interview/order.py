"""The order in which options are shown: printed, or drawn with the interview's recorded seed."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from peil.interview.interview import VisibleStep
from peil.study.question import Kind, Option, Row

Part = TypeVar("Part", Option, Row)


def option_order(shown: VisibleStep, seed: int) -> tuple[Option, ...]:
    """Give the options in the order shown to the interview with this seed.

    Each option's place is drawn by itself, so one that appears later doesn't move the others. Options
    marked ``last`` come after the others, as printed; a matrix shuffles its rows and keeps its columns.
    """
    if not shown.question.shuffle or shown.question.kind is Kind.MATRIX:
        return shown.options
    loose = [option for option in shown.options if not option.last]
    return (*_drawn(loose, shown, seed), *(option for option in shown.options if option.last))


def row_order(shown: VisibleStep, seed: int) -> tuple[Row, ...]:
    """Give the rows in the order shown to the interview with this seed.

    Open rows and those marked ``last`` come after the others, as printed.
    """
    if not shown.question.shuffle or shown.question.kind is not Kind.MATRIX:
        return shown.rows
    loose = [row for row in shown.rows if not (row.open or row.last)]
    return (*_drawn(loose, shown, seed), *(row for row in shown.rows if row.open or row.last))


def _drawn(parts: Sequence[Part], shown: VisibleStep, seed: int) -> list[Part]:
    """Sort by a hash: the same on every machine and in every version, unlike a generator's shuffle."""

    def place(part: Part) -> bytes:
        return hashlib.blake2b(f"{seed}/{shown.step.id}/{part.id}".encode(), digest_size=8).digest()

    return sorted(parts, key=place)
