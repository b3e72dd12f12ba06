"""A block of counts that can be moved: what has to be hidden so that one of them goes as far as it should."""

import numpy as np
from scipy.sparse import csc_matrix, hstack

from peil.disclose.attacker import Floats, Ints, Left, whole_blocks
from peil.disclose.place import Place
from peil.disclose.program import Program


class Movable:
    """One block of counts, as a program that is kept and asked again for every count.

    A shown count stands in it as its truth, plus what it lies above, less what it lies under; each person of
    difference costs what hiding the count does. A hidden one moves for nothing. A question takes a tenth of
    what it would take afresh.

    Args:
        left: The counts, and what holds between them.
        at: Where each variable stands in it.
        places: What is shown of it.
        shown: Where these stand.
        truth: What each of these is.
    """

    def __init__(
        self, left: Left, at: dict[int, int], places: tuple[Place, ...], shown: Ints, truth: Floats
    ) -> None:
        self.left, self.at, self.places, self.shown, self.truth = left, at, places, shown, truth
        self.count = len(left.variables)
        self.start = np.zeros(self.count)
        self.start[shown] = truth
        self.program = Program(
            csc_matrix(hstack([left.matrix, -left.matrix[:, shown]])),
            np.asarray(left.rest - left.matrix @ self.start, np.float64),
            left.equal,
            most=np.concatenate([np.full(self.count, np.inf), truth]),
        )

    def apart(self, at: int, truth: int, width: int, costs: Floats) -> tuple[Floats, ...]:
        """Give a set of counts with more and one with less than the truth, so far apart; or none.

        Two small questions one after the other take less time than one that asks for both sets at once.

        Args:
            at: The count that is to go its width.
            truth: What it is.
            width: How far it is to go.
            costs: What hiding each shown count costs.
        """
        less = min(truth, width // 2)
        found = []
        for goal in (truth + width - less, truth - less):
            if goal == truth:
                continue
            counts = self._reach(at, goal, costs)
            if counts is None or not whole_blocks(self.left, counts)[1].all():
                return ()
            costs = np.where(np.rint(counts[self.shown]) == self.truth, costs, 0.0)
            found.append(counts)
        return tuple(found)

    def _reach(self, at: int, goal: int, costs: Floats) -> Floats | None:
        """Give counts in which the one asked about is as large as that, None where there are none."""
        above = np.zeros(self.count)
        above[self.shown] = costs
        self.program.price(np.concatenate([above, costs]))
        values = self.program.solve_at(at, float(goal))
        if values is None:
            return None
        counts = self.start + values[: self.count]
        counts[self.shown] -= values[self.count :]
        return np.asarray(counts, np.float64)
