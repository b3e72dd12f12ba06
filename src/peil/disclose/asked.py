"""Two sets of counts that agree with what is known and lie far apart in one of them."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csc_matrix

from peil.disclose.attacker import NODES, Floats, Ints, Left, whole_blocks
from peil.disclose.program import Program


@dataclass(frozen=True, eq=False)
class Asked:
    """What is asked of a block: two sets of counts that lie so far apart in one of them.

    Both agree with what can't be hidden. What shown counts differ by from the truth costs least.

    Args:
        left: The counts.
        at: The count that is to go its width.
        width: How far.
        shown: Counts that are shown, and would have to be hidden where they differ.
        costs: What hiding each costs.
        truth: What each is.
    """

    left: Left
    at: int
    width: int
    shown: Ints
    costs: Floats
    truth: Floats

    def part(self) -> tuple[Floats, ...]:
        """Give two sets that lie so far apart, one at each side of the truth perhaps; or none."""
        both = self.move(whole=False)
        if both is not None and not all(whole_blocks(self.left, counts)[1].all() for counts in both):
            both = self.move(whole=True)
        return both or ()

    def move(self, *, whole: bool) -> tuple[Floats, Floats] | None:
        """Give the two sets, in whole counts where that is asked; None where there are none."""
        left, count, free = self.left, len(self.left.variables), len(self.shown)
        rows, columns, values = self._entries()
        least = np.concatenate([left.rest, left.rest, *(self.truth, -self.truth) * 2, [float(self.width)]])
        equal = np.concatenate([left.equal, left.equal, np.zeros(4 * free + 1, np.bool_)])
        program = Program(
            csc_matrix((values, (rows, columns)), shape=(len(least), 2 * count + free)),
            least,
            equal,
            whole=np.concatenate([np.ones(2 * count, np.bool_), np.zeros(free, np.bool_)]) if whole else None,
            nodes=NODES if whole else None,
        )
        program.price(np.concatenate([np.zeros(2 * count), self.costs]))
        found = program.solve()
        return None if found is None else (found[:count], found[count : 2 * count])

    def _entries(self) -> tuple[Ints, Ints, Floats]:
        """Give the rows, columns and values of both sets' relations, of the gaps, and of the width."""
        made, count, free = self.left.matrix.tocoo(), len(self.left.variables), len(self.shown)
        height, gap = made.shape[0], np.arange(free)
        first, last = 2 * height, 2 * height + 4 * free
        over = [first + turn * free + gap for turn in range(4)]
        columns = [self.shown, self.shown, count + self.shown, count + self.shown]
        signs = [np.full(free, sign) for sign in (1.0, -1.0, 1.0, -1.0)]
        rows = [made.row, made.row + height, *over, *over, np.array([last, last])]
        across = [made.col, made.col + count, *columns, *[2 * count + gap] * 4]
        values = [made.data, made.data, *signs, *[np.ones(free)] * 4, np.array([1.0, -1.0])]
        ends = np.array([self.at, count + self.at])
        return np.concatenate(rows), np.concatenate([*across, ends]), np.concatenate(values)
