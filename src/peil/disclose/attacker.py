"""What someone who knows everything shown can say of what is hidden."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from peil.disclose.frames import System
from peil.disclose.program import Program

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
NODES = 2000
"""How far a search for whole counts goes; a limit of work, not of time, so that it ends alike everywhere."""


@dataclass(frozen=True, eq=False)
class Left:
    """What is left unknown of a system, when what follows by addition is taken out.

    Args:
        variables: The variables that are unknown.
        matrix: The rows that hold between them.
        rest: What each row adds up to, or adds up to at least.
        equal: Which rows are equalities.
        block: The block of each variable; those of two blocks have nothing to do with each other.
        row_block: The block of each row.
    """

    variables: Ints
    matrix: csr_matrix
    rest: Ints
    equal: Mask
    block: Ints
    row_block: Ints

    def part(self, blocks: Collection[int]) -> "Left":
        """Give some of the blocks alone."""
        kept, rows = np.isin(self.block, list(blocks)), np.isin(self.row_block, list(blocks))
        return Left(
            self.variables[kept],
            self.matrix[rows][:, kept],
            self.rest[rows],
            self.equal[rows],
            self.block[kept],
            self.row_block[rows],
        )


class Attacker:
    """Knows all relations, and counts as they are shown.

    Args:
        system: The relations.
    """

    def __init__(self, system: System) -> None:
        self.matrix = system.matrix()
        self.equal: Mask = np.array(system.equal, np.bool_)
        self.size = system.size
        self.nobody = np.array(sorted(set(system.nobody)), np.int64)

    def work_out(self, known: Mapping[int, int]) -> tuple[Ints, Mask]:
        """Give every count that follows by adding and subtracting alone, and which these are."""
        values, sure = np.zeros(self.size, np.int64), np.zeros(self.size, np.bool_)
        sure[self.nobody] = True
        places = np.fromiter(known.keys(), np.int64, len(known))
        values[places] = np.fromiter(known.values(), np.int64, len(known))
        sure[places] = True
        made = self.matrix.tocoo()
        rows, columns, signs = made.row, made.col, made.data
        while True:
            rest = -(self.matrix @ (values * sure))
            open_ = ~sure[columns]
            rows, columns, signs = rows[open_], columns[open_], signs[open_]
            unknown = np.bincount(rows, minlength=len(self.equal))
            plus = np.bincount(rows, weights=signs > 0, minlength=len(self.equal))
            minus = unknown - plus
            single = (self.equal & (unknown == 1))[rows] & (rest[rows] % signs == 0)
            none = (self.equal & (rest == 0) & (unknown > 0) & ((plus == 0) | (minus == 0))) | (
                ~self.equal & (rest == 0) & (plus == 0) & (unknown > 0)
            )
            found = single | none[rows]
            if not found.any():
                return values, sure
            values[columns[found]] = np.where(single[found], rest[rows[found]] // signs[found], 0)
            sure[columns[found]] = True

    def leave(self, known: Mapping[int, int]) -> tuple[Ints, Mask, Left]:
        """Give the counts that follow, which these are, and what is left."""
        values, sure = self.work_out(known)
        variables = np.flatnonzero(~sure)
        rest = -(self.matrix @ (values * sure))
        matrix = self.matrix[:, variables]
        unknown = np.diff(matrix.indptr)
        kept = unknown > 0
        matrix, rest, equal = matrix[kept], rest[kept], self.equal[kept]
        links = csr_matrix((np.ones(matrix.nnz), matrix.indices, matrix.indptr), shape=matrix.shape)
        rows, count = matrix.shape
        both = connected_components(_bipartite(links), directed=False)[1] if count else np.zeros(0, np.int64)
        return values, sure, Left(variables, matrix, rest, equal, both[rows:], both[:rows])


def _bipartite(links: csr_matrix) -> csr_matrix:
    rows, columns = links.shape
    made = links.tocoo()
    return csr_matrix(
        (np.ones(made.nnz), (made.row, made.col + rows)), shape=(rows + columns, rows + columns)
    )


def reach_whole(left: Left, aim: Floats) -> Floats | None:
    """Give whole counts that make a sum large; None where none was found."""
    whole = np.ones(len(aim), np.bool_)
    program = Program(left.matrix.tocsc(), _rest(left), left.equal, whole=whole, nodes=NODES)
    program.price(-aim)
    return program.solve()


def _rest(left: Left) -> Floats:
    return np.asarray(left.rest, np.float64)


def whole_blocks(left: Left, counts: Floats) -> tuple[Ints, Mask]:
    """Give counts as whole numbers, and for each whether its block holds with them: proof, no rounding."""
    whole = np.rint(counts).astype(np.int64)
    gap = left.matrix @ whole - left.rest
    wrong = np.where(left.equal, gap != 0, gap < 0)
    bad = set(left.row_block[wrong].tolist()) | set(left.block[whole < 0].tolist())
    return whole, ~np.isin(left.block, list(bad))


class Spans:
    """How far hidden counts were shown to go, by whole counts that agree with all that is shown.

    Args:
        size: How many variables there are.
    """

    def __init__(self, size: int) -> None:
        self.low, self.high = np.zeros(size, np.int64), np.zeros(size, np.int64)
        self.wanted = np.zeros(size, np.int64)
        self.known = np.zeros(size, np.bool_)

    def add(self, variable: int, truth: int, width: int) -> None:
        """Take in a hidden count, and how far it has to go."""
        if not self.known[variable]:
            self.low[variable] = self.high[variable] = truth
            self.known[variable] = True
            self.wanted[variable] = width

    def see(self, variables: Ints, counts: Ints) -> None:
        """Take in counts that agree with what is shown."""
        self.low[variables] = np.minimum(self.low[variables], counts)
        self.high[variables] = np.maximum(self.high[variables], counts)

    def is_wide(self, variable: int) -> bool:
        """Say whether a count was shown to go far enough."""
        return bool(self.high[variable] - self.low[variable] >= self.wanted[variable])

    def open(self) -> list[int]:
        """Give those that weren't shown to go far enough, in order."""
        return [int(one) for one in np.flatnonzero(self.known & (self.high - self.low < self.wanted))]


ROUNDS = 12
"""How many times all hidden counts are moved at once before they are taken one by one."""


IDLE = 2
"""After so many times in a row that nothing came of it, it is left there."""


def move_all(left: Left, sure: Mask, spans: Spans) -> None:
    """Move all hidden counts whose span isn't wide enough at once, in changing directions."""
    wanted = [one for one in spans.open() if not sure[one]]
    if not wanted:
        return
    block_of = dict(zip(left.variables.tolist(), left.block.tolist(), strict=True))
    part = left.part({block_of[one] for one in wanted})
    at = {int(variable): place for place, variable in enumerate(part.variables)}
    program = Program(part.matrix.tocsc(), _rest(part), part.equal, primal=True)
    idle = 0
    for turn in range(ROUNDS):
        aim = np.zeros(len(part.variables))
        for place, one in enumerate(wanted):
            aim[at[one]] = 1.0 if (place >> (turn // 2)) % 2 == turn % 2 else -1.0
        _look(part, program, aim, spans)
        before, wanted = len(wanted), [one for one in spans.open() if not sure[one]]
        idle = idle + 1 if len(wanted) == before else 0
        if not wanted or idle == IDLE:
            return


def _look(part: Left, program: Program, aim: Floats, spans: Spans) -> None:
    """Move some hidden counts, and take in what was found as far as it is whole."""
    program.price(-aim)
    counts = program.solve()
    if counts is None:
        return
    whole, fits = whole_blocks(part, counts)
    spans.see(part.variables[fits], whole[fits])
    broken = set(part.block[~fits].tolist())
    for block in sorted(broken):
        one = part.part({block})
        counts = reach_whole(one, aim[part.block == block])
        if counts is not None:
            whole, fits = whole_blocks(one, counts)
            spans.see(one.variables[fits], whole[fits])
