"""What can be odd about many rows at once, told once for all of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.data import data_problems
from peil.data.rows import Rows

FIRST_ROWS = 3


@dataclass(frozen=True, eq=False)
class Oddity:
    """Something that rows can hold to a question and that deserves a look.

    Args:
        rule: Its kind.
        what: What the rows hold, in words; ``{name}`` stands for the question.
        effect: What becomes of it.
        hint: One repair, empty where there are too many.
    """

    rule: Rule
    what: str
    effect: str
    hint: str = ""

    def tell(self, rows: Rows, found: NDArray[np.bool_], question: str) -> tuple[Problem, ...]:
        """Give the problem of the rows found, at the first of them, or nothing where there are none."""
        which = np.flatnonzero(found)
        if not len(which):
            return ()
        first = ", ".join(rows.ids[row] for row in which[:FIRST_ROWS])
        subject = "1 row holds" if len(which) == 1 else f"{len(which)} rows hold"
        more = ", …" if len(which) > FIRST_ROWS else ""
        message = f"{subject} {self.what.format(name=question)} ({first}{more}); {self.effect}."
        return (self.rule.problem(rows.span(int(which[0])), message, hint=self.hint),)


OFF_ROUTE = Oddity(
    data_problems.OFF_ROUTE, 'an answer to "{name}", that their route doesn\'t ask', "it is left out"
)
BEYOND_LAST_PAGE = Oddity(
    data_problems.BEYOND_LAST_PAGE,
    'an answer to "{name}", that comes after their last page',
    "it is left out",
)
NOT_TOGETHER = Oddity(
    data_problems.NOT_TOGETHER,
    'an option of "{name}" that excludes the others, and others too',
    "all are counted",
    "Correct the ticks, or take {exclusive} away in the questionnaire.",
)
TOO_MANY = Oddity(
    data_problems.TOO_MANY,
    'more answers to "{name}" than its "at most"',
    "all are counted",
    'Correct the data, or raise "at most" in the questionnaire.',
)
TOO_FEW = Oddity(
    data_problems.TOO_FEW,
    'fewer answers to "{name}" than it asks for',
    "they are counted",
    'Correct the data, or say in the questionnaire how few suffice with "at least".',
)
RANK_GAP = Oddity(
    data_problems.RANK_GAP,
    'ranks of "{name}" that skip one',
    "they are counted",
    "Number the options that a row ranks 1, 2, 3 without a gap.",
)
