"""How far counts could go if nothing but the whole sample were told: more can't be asked of them."""

from collections.abc import Mapping
from math import ceil, floor

import numpy as np

from peil.disclose.attacker import Attacker
from peil.disclose.frames import Dims, Frames
from peil.disclose.place import Place
from peil.disclose.program import Program

NEAR = 1e-6


class Rooms:
    """Bounds of counts by what is never hidden.

    Args:
        frames: All relations.
        attacker: Reckons with them.
        known: The counts that are never hidden, by variable.
    """

    def __init__(self, frames: Frames, attacker: Attacker, known: Mapping[int, int]) -> None:
        self.frames = frames
        values, self.sure, self.left = attacker.leave(known)
        self.everyone = int(values.max(initial=0))
        self._programs: dict[frozenset[str], tuple[dict[int, int], Program]] = {}

    def of(self, place: Place, variable: int, *, printed: bool) -> int:
        """Give how far a count can go, by what its questions have to do with each other alone.

        Args:
            place: Where it stands.
            variable: Its variable.
            printed: A table is made of it. One that none prints can follow from how many there are in each
                class that is about its questions, told of the whole sample too.
        """
        if self.sure[variable]:
            return 0
        at, program = self._program(self._around({name for name, _ in place}, printed=printed))
        ends = []
        for sign in (1.0, -1.0):
            aim = np.zeros(len(at))
            aim[at[variable]] = sign
            program.price(aim)
            found = program.solve()
            if found is None:  # tables contradict each other: what is hidden counts as unprotected
                return self.everyone
            ends.append(float(found[at[variable]]))
        least, most = ends
        return floor(most + NEAR) - ceil(least - NEAR)

    def _around(self, names: set[str], *, printed: bool) -> frozenset[str]:
        if not printed:
            names = names | {one for one in self.frames.places.joined if names & {*self.frames.about(one)}}
        return frozenset(names.union(*(self.frames.about(name) for name in names)))

    def _program(self, names: frozenset[str]) -> tuple[dict[int, int], Program]:
        if names not in self._programs:
            self._programs[names] = self._make(names)
        return self._programs[names]

    def _make(self, names: frozenset[str]) -> tuple[dict[int, int], Program]:
        within: list[Dims] = [dims for dims in self.frames.axes if names.issuperset(dims)]
        sums = [
            variable
            for place, variable in self.frames.system.of_place.items()
            if names.issuperset(name for name, _ in place)
        ]
        numbers = np.concatenate([np.array(sums), *(self.frames.variables[dims].ravel() for dims in within)])
        left = self.left
        kept = np.flatnonzero(np.isin(left.variables, numbers))
        rows = np.flatnonzero(np.diff(left.matrix.indptr) == np.diff(left.matrix[:, kept].indptr))
        program = Program(
            left.matrix[rows][:, kept].tocsc(),
            np.asarray(left.rest[rows], np.float64),
            left.equal[rows],
            primal=True,
        )
        return {int(one): here for here, one in enumerate(left.variables[kept])}, program
