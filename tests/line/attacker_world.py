"""What anyone can write down who has every released table: unknown counts, and rows that hold between them.

Nothing here comes from the gate. An unknown is how many people of a class gave an answer; rows are what
tables print, what the questionnaire says of its questions, and what adds up to what.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix

from peil.disclose.release import Release, ReleasedTable
from peil.study.asked import asked_of_item
from peil.study.codebook import Item
from peil.study.expr.tree import And, Expr, Has, Is
from peil.study.question import Kind
from peil.study.study import Study

NOBODY = "(no class)"
BASE = "(base)"
NET = "net:"

Unknown = tuple[str, str, str]
"""Item, answer (or ``BASE``), class."""


@dataclass
class World:
    """Unknowns by class of one group, and rows over them.

    Args:
        study: What is public of it: questions, routing, options, nets, derived variables.
        released: The release.
        by: The group.
    """

    study: Study
    released: Release
    by: str
    at: dict[Unknown, int] = field(default_factory=dict)
    hidden: dict[Unknown, ReleasedTable] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    totals: dict[tuple[str, str], int] = field(default_factory=dict)
    _entries: list[tuple[int, int, float]] = field(default_factory=list)
    _low: list[float] = field(default_factory=list)
    _high: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Write everything down."""
        tables = (*self.released.tables, *self.released.merged)
        if any(table.spec.where for table in tables):
            raise NotImplementedError("tables of a part of the sample aren't attacked here")
        mine = [table for table in tables if table.spec.by in {None, self.by}]
        whole = next(table for table in mine if table.item == self.by and table.group is None)
        self.everyone = whole.n or 0
        options = self.study.codebook.items[self.by].option_ids
        self.sizes = {one: n for one in options if (n := self._count(whole, one)) is not None}
        self.classes = (*options, NOBODY)
        for item in dict.fromkeys(table.item for table in mine):
            self._relate_item(self.study.codebook.items[item])
        for table in mine:
            self._read(table)
        for item in dict.fromkeys(table.item for table in mine):
            self._relate_others(self.study.codebook.items[item])

    @property
    def matrix(self) -> csr_matrix:
        """All rows."""
        rows, columns, values = zip(*self._entries, strict=True)
        return csr_matrix((values, (rows, columns)), shape=(len(self._low), len(self.at)))

    @property
    def limits(self) -> tuple[np.ndarray, np.ndarray]:
        """The least and the most that each row adds up to."""
        return np.array(self._low), np.array(self._high)

    @staticmethod
    def _count(table: ReleasedTable, option: str) -> int | None:
        cell = table.cell(option)
        return None if cell is None else cell.n

    def _at(self, item: str, answer: str, group: str) -> int:
        return self.at.setdefault((item, answer, group), len(self.at))

    def _row(self, cells: Mapping[int, float], low: float, high: float) -> None:
        for column, value in cells.items():
            self._entries.append((len(self._low), column, value))
        self._low.append(low)
        self._high.append(high)

    def _relate_item(self, item: Item) -> None:
        """Say what holds between the answers to one question in every class."""
        nets = {NET + net.id: net.options for net in self.study.plan.nets if net.question == item.question}
        for group in self.classes:
            base = self._at(item.key, BASE, group)
            own = {one: self._at(item.key, one, group) for one in item.option_ids}
            self._row({base: 1.0}, 0, self.sizes.get(group, self.everyone))
            if item.kind is Kind.SINGLE:  # an answer in own words may fit no code
                least = -np.inf if item.coded else 0
                self._row({**dict.fromkeys(own.values(), 1.0), base: -1.0}, least, 0)
            for answer, at in own.items():
                self._row({base: 1.0, at: -1.0}, 0, np.inf)
                for other in item.exclusive_ids - {answer}:
                    self._row({base: 1.0, at: -1.0, own[other]: -1.0}, 0, np.inf)
            for name, inside in nets.items():
                net, parts = self._at(item.key, name, group), [own[one] for one in inside if one in own]
                if item.kind is Kind.SINGLE:
                    self._row({**dict.fromkeys(parts, 1.0), net: -1.0}, 0, 0)
                    continue
                self._row({**dict.fromkeys(parts, 1.0), net: -1.0}, 0, np.inf)
                self._row({base: 1.0, net: -1.0}, 0, np.inf)
                for part in parts:
                    self._row({net: 1.0, part: -1.0}, 0, np.inf)

    def _read(self, table: ReleasedTable) -> None:
        """Take in what a table prints; a cell that it doesn't print is looked for."""
        item = self.study.codebook.items[table.item]
        left_out = {*table.spec.base.without, *(item.missing_ids if table.spec.base.without_missing else ())}
        groups = table.merged or ((table.group,) if table.group else self.classes)
        if table.n is not None:
            base = {self._at(item.key, BASE, group): 1.0 for group in groups}
            less = {self._at(item.key, one, group): -1.0 for one in left_out for group in groups}
            self._row({**base, **less}, table.n, table.n)
            if table.group is None and not left_out:
                self.totals[item.key, BASE] = table.n
        for cell in table.cells:
            self._read_cell(table, item, cell.option, groups, net_moves=bool(left_out))

    def _read_cell(
        self, table: ReleasedTable, item: Item, option: str, groups: Sequence[str], *, net_moves: bool
    ) -> None:
        n = self._count(table, option)
        if net_moves and option.startswith(NET):
            return
        if n is not None:
            self._row({self._at(item.key, option, group): 1.0 for group in groups}, n, n)
            if table.group is None:
                self.totals[item.key, option] = n
        elif len(groups) == 1 and not net_moves and table.item != self.by:
            self.hidden[item.key, option, groups[0]] = table

    def _relate_others(self, item: Item) -> None:
        """Say what a question has to do with others: who is asked it, and what it recodes."""
        if item.derived and not item.coded:
            self._recode(item)
        else:
            for source, options in self._terms(asked_of_item(self.study, item)):
                if (source, BASE, NOBODY) in self.at:
                    for group in self.classes:
                        inside = {self._at(source, one, group): 1.0 for one in options}
                        self._row({**inside, self._at(item.key, BASE, group): -1.0}, 0, np.inf)
        if item.key == self.by:
            for group, answer in ((g, a) for g in self.classes for a in item.option_ids if a != g):
                self._row({self._at(item.key, answer, group): 1.0}, 0, 0)
            for group, size in self.sizes.items():
                self._row({self._at(item.key, group, group): 1.0}, size, size)

    def _recode(self, item: Item) -> None:
        derived = next(one for one in self.study.plan.derived if one.id == item.key)
        for each in derived.classes:
            if isinstance(each.condition.tree, Is) and (each.condition.tree.item, BASE, NOBODY) in self.at:
                ((source, options),) = self._terms(each.condition.tree)
                for group in self.classes:
                    parts = {self._at(source, one, group): 1.0 for one in options}
                    self._row({**parts, self._at(item.key, each.id, group): -1.0}, 0, 0)

    def _terms(self, tree: Expr) -> Iterable[tuple[str, tuple[str, ...]]]:
        for term in tree.terms if isinstance(tree, And) else (tree,):
            if isinstance(term, Is):
                given = self.study.codebook.items[term.item].option_ids
                yield term.item, tuple(one for one in given if (one in term.options) != term.negated)
            elif isinstance(term, Has):
                yield term.item, (term.option,)

    def room(self, unknown: Unknown, low: float = 0, high: float = np.inf) -> float:
        """Say how far a count can go by its own base and its own total alone.

        The base is public where it is shown; elsewhere it lies from ``low`` to ``high``: it isn't promised
        that it stays unknown.
        """
        item, option, group = unknown
        n = self.hidden[unknown].n
        most = n if n is not None else min(high, self.sizes.get(group, self.everyone))
        least = n if n is not None else low
        total = self.totals.get((item, option))
        if total is None:
            return most
        base = self.totals.get((item, BASE), self.everyone)
        return min(most, total) - max(0, least + total - base)

    def answers(self) -> list[Unknown]:
        """Give every hidden count."""
        return list(chain(self.hidden))
