"""Matrices answered in a straight line: the same column in every row."""

from collections.abc import Iterable
from dataclasses import dataclass

from peil.interview.interview import Interview, VisibleStep
from peil.study.question import Kind

FEWEST_ROWS = 4
"""A matrix with fewer rows answered can well be answered alike throughout."""
MANY_ROWS = 8
"""One matrix as long as this is enough by itself."""
FEWEST_MATRICES = 2


@dataclass(frozen=True, slots=True)
class MatrixAnswer:
    """How a matrix with one column to choose in a row was answered.

    Args:
        question: The matrix.
        rows: Visible rows that were answered.
        straight: All of them alike, and not with a "don't know".
    """

    question: str
    rows: int
    straight: bool


def matrix_answers(interview: Interview, asked: Iterable[VisibleStep]) -> tuple[MatrixAnswer, ...]:
    """Give how the matrices among the questions asked were answered, in order; unanswered ones aside."""
    found = []
    for step in asked:
        if step.question.kind is not Kind.MATRIX:
            continue
        items = [item for item in step.items if item.kind is Kind.SINGLE]
        chosen = [interview.given[item.key] for item in items if item.key in interview.given]
        if chosen:
            missing = items[0].missing_ids
            alike = len(set(chosen)) == 1 and chosen[0] not in missing
            found.append(MatrixAnswer(step.step.id, len(chosen), alike))
    return tuple(found)


def is_straightlined(matrices: Iterable[MatrixAnswer]) -> bool:
    """Say whether an interview is straightlined.

    All of its matrices with at least four rows answered are straight, and there are at least two of them, or
    one has at least eight rows. A single straight matrix among others that differ is an opinion.
    """
    long = [one for one in matrices if one.rows >= FEWEST_ROWS]
    return (len(long) >= FEWEST_MATRICES or any(one.rows >= MANY_ROWS for one in long)) and all(
        one.straight for one in long
    )
