"""Bounds of hidden counts, by linear programming."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np
from attacker_world import BASE, Unknown, World
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import bmat, csr_matrix
from scipy.sparse.csgraph import connected_components

NEAR = 1e-6
TURNS = 24


@dataclass(frozen=True)
class Found:
    """What is known of a hidden count: it lies from ``low`` to ``high``, ``promised`` apart or more."""

    unknown: Unknown
    low: int
    high: int
    promised: float

    @property
    def exact(self) -> bool:
        """There is one count that it can be."""
        return self.high == self.low

    @property
    def narrow(self) -> bool:
        """It is known better than was promised."""
        return self.high - self.low < self.promised


def attack(world: World, protection: int) -> Iterator[Found]:
    """Bound every hidden count that its own base and total leave any room."""
    promised = {one: min(protection, world.room(one)) for one in world.answers()}
    wanted = {world.at[one]: width for one, width in promised.items() if width > 0}
    names = {world.at[one]: one for one in promised}
    matrix, (low, high) = world.matrix, world.limits
    inner = csr_matrix((np.ones(matrix.nnz), matrix.indices, matrix.indptr), shape=matrix.shape)
    count, blocks = connected_components(bmat([[None, inner], [inner.T, None]]), directed=False)
    rows, columns = blocks[: matrix.shape[0]], blocks[matrix.shape[0] :]
    for block in range(count):
        inside, across = np.flatnonzero(rows == block), np.flatnonzero(columns == block)
        mine = {here: wanted[at] for here, at in enumerate(across.tolist()) if at in wanted}
        if not mine:
            continue
        part = Part(matrix[inside][:, across], low[inside], high[inside])
        for here, (least, most) in part.bound(mine).items():
            one = names[int(across[here])]
            found = Found(one, least, most, promised[one])
            if found.narrow and world.hidden[one].n is None:
                base = int(np.flatnonzero(across == world.at[one[0], BASE, one[2]])[0])
                found = replace(found, promised=min(protection, world.room(one, *part.ends(base))))
            yield found


@dataclass(frozen=True, eq=False)
class Part:
    """Unknowns that have something to do with each other."""

    matrix: csr_matrix
    low: np.ndarray
    high: np.ndarray

    def reach(self, aim: np.ndarray) -> np.ndarray:
        """Give counts, parts of people allowed, that make a sum as large as it can be."""
        found = milp(-aim, constraints=LinearConstraint(self.matrix, self.low, self.high))
        if found.x is None:
            message = f"what is released contradicts itself: {found.message}"
            raise AssertionError(message)
        return np.asarray(found.x)

    def ends(self, one: int) -> tuple[float, float]:
        """Give the least and the most of one count."""
        aim = np.zeros(self.matrix.shape[1])
        aim[one] = 1.0
        return float(ceil(self.reach(-aim)[one] - NEAR)), float(floor(self.reach(aim)[one] + NEAR))

    def bound(self, wanted: Mapping[int, float]) -> dict[int, tuple[int, int]]:
        """Give the least and the most of each count; where it is wide enough, what was seen of it."""
        least, most = dict.fromkeys(wanted, np.inf), dict.fromkeys(wanted, -np.inf)

        def see(counts: np.ndarray) -> None:
            for one in wanted:
                least[one], most[one] = min(least[one], counts[one]), max(most[one], counts[one])

        def whole(one: int) -> tuple[int, int]:
            return ceil(least[one] - NEAR), floor(most[one] + NEAR)

        def left() -> list[int]:
            found = (
                one for one in wanted if np.isinf(least[one]) or whole(one)[1] - whole(one)[0] < wanted[one]
            )
            return list(found)

        chance = np.random.default_rng(7)
        for _ in range(TURNS):
            open_ = left()
            if not open_:
                break
            aim = np.zeros(self.matrix.shape[1])
            aim[open_] = chance.choice([-1.0, 1.0], len(open_)) * chance.random(len(open_))
            see(self.reach(aim))
            see(self.reach(-aim))
        for one in left():
            for sign in (1.0, -1.0):
                aim = np.zeros(self.matrix.shape[1])
                aim[one] = sign
                see(self.reach(aim))
        return {one: whole(one) for one in wanted}
