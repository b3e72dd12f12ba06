"""The audit of a release: what someone who has only what was published can say of each hidden count.

It shares nothing but the solver with what chose the hidden cells: it looks at released tables alone, one item
by one group at a time, and bounds each hidden count by linear programming.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix

from peil.disclose.program import Program
from peil.disclose.release import Release, ReleasedTable, TableKey
from peil.study.question import Kind
from peil.study.study import Study
from peil.study.verdict.share_table import BLANK, NET

TOLERANCE = 1e-6
TURNS = 8
"""How many times all hidden counts of a crosstab are moved at once before they are bounded one by one."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an attacker knows of a hidden count: it lies from ``low`` to ``high``.

    Args:
        table: Its table.
        option: Its option.
        low: The least that it can be.
        high: The most.
        wanted: How far these have to lie apart.
    """

    table: TableKey
    option: str
    low: float
    high: float
    wanted: int

    @property
    def protected(self) -> bool:
        """Its bounds lie far enough apart."""
        return self.high - self.low >= self.wanted - TOLERANCE


def audit_release(study: Study, released: Release) -> tuple[Bounds, ...]:
    """Bound every hidden count of every item by every group, from what is released alone.

    Where a count's span was shown to be wide enough by two sets of counts, it isn't looked for how much wider
    it is: bounds are then those found.

    Args:
        study: Tells which questions take several answers, which options exclude others, and the nets.
        released: What is to be published.
    """
    by: dict[tuple[object, ...], list[ReleasedTable]] = {}
    for table in (*released.tables, *released.merged):
        if table.group is not None:
            by.setdefault(table.spec.key, []).append(table)
    found: list[Bounds] = []
    for tables in by.values():
        spec = tables[0].spec
        if spec.item != spec.by and any(cell.n is None for table in tables for cell in table.cells):
            found += Crosstab(study, released, tables).bounds()
    return tuple(found)


def count_recovered(study: Study, released: Release) -> int:
    """Give how many hidden counts an attacker can narrow below their protection: none, in a good release."""
    return sum(not one.protected for one in audit_release(study, released))


class Crosstab:
    """One item by one group as an attacker sees it: options in classes, those in no class among them."""

    def __init__(self, study: Study, released: Release, tables: Sequence[ReleasedTable]) -> None:
        self.study, self.released = study, released
        self.tables = [table for table in tables if not table.merged]
        self.merged = [table for table in tables if table.merged]
        spec = tables[0].spec
        self.item = study.codebook.items.get(tables[0].item)
        self.whole = released.find(replace(spec, by=None))
        self.sizes = next(
            (
                table
                for table in released.tables
                if table.item == spec.by
                and table.group is None
                and not table.spec.where
                and table.n is not None
            ),
            None,
        )
        self.classes = [table.group or "" for table in self.tables]
        self.options = [cell.option for cell in tables[0].cells]
        self.several = self.item is not None and self.item.kind is Kind.MULTI
        self.height, self.width = len(self.options) + 1, len(self.classes) + 1
        self.rows: list[tuple[NDArray[np.float64], float, bool]] = []
        self._read()

    def bounds(self) -> Iterator[Bounds]:
        """Give the bounds of every hidden count whose base somebody is in."""
        hidden = [
            (at, place)
            for place, table in enumerate(self.tables)
            for at, cell in enumerate(table.cells)
            if cell.n is None
        ]
        low: dict[tuple[int, int], float] = {}
        high: dict[tuple[int, int], float] = {}
        program = self._program()
        for aim in self._aims(hidden, low, high):
            program.price(-aim)
            counts = program.solve()
            if counts is None:
                continue
            alone = program.endless and np.count_nonzero(aim) == 1
            for at, place in hidden:
                count = float(counts[self._at(at, place)])
                low[at, place] = min(low.get((at, place), count), count)
                if alone and aim[self._at(at, place)] > 0:  # of several together any one may have no end
                    count = float("inf")
                high[at, place] = max(high.get((at, place), count), count)
        for at, place in hidden:
            table = self.tables[place]
            key = (*table.spec.key, table.group)
            wanted = self._wanted(at, place)
            yield Bounds(key, self.options[at], low.get((at, place), 0.0), high.get((at, place), 0.0), wanted)

    def _program(self) -> Program:
        """Give what is known as a program that is asked again and again."""
        matrix = np.array([row for row, _, _ in self.rows]).reshape(len(self.rows), self.height * self.width)
        least = np.array([value for _, value, _ in self.rows], np.float64)
        equal = np.array([same for _, _, same in self.rows], np.bool_)
        return Program(csc_matrix(matrix), least, equal, primal=True)

    def _aims(
        self,
        hidden: Sequence[tuple[int, int]],
        low: Mapping[tuple[int, int], float],
        high: Mapping[tuple[int, int], float],
    ) -> Iterator[NDArray[np.float64]]:
        """Give what is to be made as large as can be, in turn, until each count is bounded or wide enough."""
        wanted = {one: self._wanted(*one) - TOLERANCE for one in hidden}

        def narrow() -> list[tuple[int, int]]:
            return [one for one in hidden if one not in low or high.get(one, 0.0) - low[one] < wanted[one]]

        for turn in range(TURNS):
            aim = np.zeros(self.height * self.width)
            for number, one in enumerate(narrow()):
                aim[self._at(*one)] = 1.0 if (number >> (turn // 2)) % 2 == turn % 2 else -1.0
            if not aim.any():
                return
            yield aim
        for one in narrow():
            for sign in (1.0, -1.0):
                aim = np.zeros(self.height * self.width)
                aim[self._at(*one)] = sign
                yield aim

    def _wanted(self, at: int, place: int) -> int:
        """Give how wide a hidden count has to be: as the rules say, or as what stays visible allows."""
        protection = self.released.disclosure.protection
        whole = self.whole
        base = self.tables[place].n
        if base is None:
            sizes = (self._class_size(self.classes[place]), self._left())
            base = min((size for size in sizes if size is not None), default=None)
        total = whole.cells[at].n if whole is not None else None
        if whole is None or whole.n is None or total is None or base is None:
            return min(protection, *(one for one in (total, base) if one is not None), protection)
        return min(protection, min(base, total) - max(0, base + total - whole.n))

    def _left(self) -> int | None:
        """Give how many are in no class that is shown."""
        if self.whole is None or self.whole.n is None:
            return None
        return self.whole.n - sum(table.n or 0 for table in self.tables)

    def _at(self, option: int, place: int) -> int:
        return option * self.width + place

    def _row(self, cells: Mapping[int, float], value: float, *, equal: bool = True) -> None:
        row = np.zeros(self.height * self.width)
        for at, sign in cells.items():
            row[at] += sign
        self.rows.append((row, value, equal))

    def _class_size(self, group: str) -> int | None:
        """Give how many are in a class, by the group's own table."""
        cell = None if self.sizes is None else self.sizes.cell(group)
        return None if cell is None or self.tables[0].spec.where is not None else cell.n

    def _read(self) -> None:
        """Take in everything shown, and what options and bases have to do with each other."""
        base = self.height - 1
        for place, table in enumerate(self.tables):
            self._see([*(cell.n for cell in table.cells), table.n], [place])
            if table.n is None and (size := self._class_size(self.classes[place])) is not None:
                self._row({self._at(base, place): -1}, -size, equal=False)
        for table in self.merged:
            inside = [self.classes.index(one) for one in table.merged]
            self._see([*(cell.n for cell in table.cells), table.n], inside)
        if self.whole is not None:
            self._see([*(cell.n for cell in self.whole.cells), self.whole.n], range(self.width))
        for place in range(self.width):
            self._relate(place, base)

    def _see(self, counts: Sequence[int | None], places: Sequence[int]) -> None:
        """Take in counts of some classes together, as far as they are shown."""
        for at, count in enumerate(counts):
            if count is not None:
                self._row({self._at(at, place): 1 for place in places}, count)

    def _relate(self, place: int, base: int) -> None:
        """Say what holds between the counts of a class."""
        own = [at for at, name in enumerate(self.options) if not name.startswith(NET)]
        nets = {NET + net.id: net.options for net in self.study.plan.nets if self._asks(net.question)}
        total = self._at(base, place)
        if not self.several:
            if self.options and self.item is not None and self.item.kind is not Kind.RANKING:
                parts = {self._at(at, place): -1.0 for at in own}
                self._row({**parts, total: 1.0}, 0, equal=not self.item.coded)  # words may fit no code
        else:
            answers = [at for at in own if self.options[at] != BLANK]
            for at in answers:
                self._row({total: 1.0, self._at(at, place): -1.0}, 0, equal=False)
        for at, name in enumerate(self.options):
            if not name.startswith(NET):
                continue
            inside = [one for one in own if self.options[one] in nets.get(name, ())]
            parts = {self._at(one, place): 1.0 for one in inside}
            self._row({**parts, self._at(at, place): -1.0}, 0, equal=not self.several)
            if self.several:
                self._row({total: 1.0, self._at(at, place): -1.0}, 0, equal=False)
                for one in inside:
                    self._row({self._at(at, place): 1.0, self._at(one, place): -1.0}, 0, equal=False)

    def _asks(self, question: str) -> bool:
        return self.tables[0].question == question
