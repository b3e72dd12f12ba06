"""What follows from what: every linear relation between the counts of a publication.

A *frame* is a crosstab of all dimensions that some table combines; its variables are the counts of its
finest cells, those in none of the levels included. Published counts are sums of these. Frames hang together
by their margins. What the questionnaire says of its questions (a tick is one of the base, an option that
excludes others, a question asked of some) are inequalities within a frame or between two.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from peil.disclose.axis import Axis, answering, axis_of_several, axis_of_single
from peil.disclose.condition_terms import NONE, Levels
from peil.disclose.joined import choices_in, patterns
from peil.disclose.place import ASKED, Place, Places, is_empty
from peil.study.asked import asked_of_item
from peil.study.verdict.share_table import BLANK

Ints = NDArray[np.int64]
Dims = tuple[str, ...]


@dataclass
class System:
    """Relations as rows: zero where ``equal``, zero or more elsewhere; no variable is less than zero.

    Args:
        of_place: The variable of each published place.
        size: How many variables there are.
        everyone: The variable that counts everyone.
        nobody: Variables that are zero by the questionnaire.
    """

    of_place: dict[Place, int] = field(default_factory=dict)
    size: int = 0
    everyone: int = -1
    nobody: list[int] = field(default_factory=list)
    equal: list[bool] = field(default_factory=list)
    _rows: list[Ints] = field(default_factory=list)
    _columns: list[Ints] = field(default_factory=list)
    _values: list[Ints] = field(default_factory=list)

    def add_variables(self, shape: tuple[int, ...]) -> Ints:
        """Give new variables as an array of their numbers."""
        count = int(np.prod(shape, dtype=np.int64))
        made = np.arange(self.size, self.size + count, dtype=np.int64).reshape(shape)
        self.size += count
        return made

    def add_rows(self, count: int, *, equal: bool) -> int:
        """Give the number of the first of so many new rows."""
        first = len(self.equal)
        self.equal.extend([equal] * count)
        return first

    def add_entries(self, rows: Ints, columns: Ints, value: int) -> None:
        """Put one coefficient at each pair of row and variable."""
        self._rows.append(rows.ravel())
        self._columns.append(columns.ravel())
        self._values.append(np.full(columns.size, value, np.int64))

    def matrix(self) -> csr_matrix:
        """Give the rows as a sparse matrix."""
        rows, columns, values = (
            np.concatenate(each) if each else np.zeros(0, np.int64)
            for each in (self._rows, self._columns, self._values)
        )
        return csr_matrix((values, (rows, columns)), shape=(len(self.equal), self.size))


class Frames:
    """Builds the system of relations between places.

    Args:
        places: Knows the dimensions.
        published: Every place that a table prints.
    """

    def __init__(self, places: Places, published: Iterable[Place]) -> None:
        self.places = places
        self.published = [place for place in dict.fromkeys(published) if not is_empty(place)]
        self.sets: dict[Dims, dict[str, dict[Levels, None]]] = {}
        self.several: dict[str, dict[str, None]] = {}
        self.axes: dict[Dims, tuple[Axis, ...]] = {}
        self.variables: dict[Dims, Ints] = {}
        self.system = System()

    def build(self) -> System:
        """Give all relations."""
        self._collect()
        self._collect_routes()
        system = self.system
        for dims in sorted(self.sets, key=lambda each: (len(each), each)):
            self.axes[dims] = tuple(self._axis(dims, name) for name in dims)
            self.variables[dims] = system.add_variables(tuple(len(axis.parts) for axis in self.axes[dims]))
        system.everyone = int(self.variables[()])
        for dims in self.axes:
            for place in range(len(dims)):
                self._add_margin(dims, place)
                self._add_axis_relations(dims, place)
        for published in self.published:
            system.of_place[published] = self._variable_of(published)
        self._add_joined()
        self._add_routes()
        return system

    def about(self, name: str) -> Collection[str]:
        """Give what a dimension is about whose levels are conditions; nothing for a question."""
        joined = self.places.joined.get(name)
        return () if joined is None else joined.about().keys()

    def _collect(self) -> None:
        self.sets[()] = {}
        self.crossed = {tuple(name for name, _ in place) for place in self.published}
        for published in self.published:
            for place in (published, *self._joined(published)):
                for size in range(1, len(place) + 1):
                    for part in combinations(place, size):
                        self._collect_sets(part)

    def _joined(self, published: Place) -> Iterator[Place]:
        """Give a count of a class, or for whom a condition holds, among those whom that is about.

        Of what it is about, only that which the count's other questions are crossed with elsewhere.
        """
        for name, _ in published:
            joined = self.places.joined.get(name)
            if joined is None:
                continue
            others = {one for one, _ in published} - {name}
            told = {
                one: levels
                for one, levels in joined.about().items()
                if tuple(sorted(others | {one})) in self.crossed
            }
            for found in product(*told.values()):
                about = dict(zip(told, found, strict=True))
                yield tuple(sorted({**about, **dict(published)}.items()))
                yield tuple(sorted({**dict(published), **about}.items()))

    def _collect_sets(self, part: Place) -> None:
        sets = self.sets.setdefault(tuple(name for name, _ in part), {name: {} for name, _ in part})
        for name, levels in part:
            sets[name].setdefault(levels)
            if self.places.dimensions[name].several:
                own = self.several.setdefault(name, {})
                own.update(dict.fromkeys(next(iter(each)) for each in self._apart_from(name, levels)))

    def _collect_routes(self) -> None:
        """Have the levels that a route's condition names told apart, wherever its question is crossed."""
        self.routes = tuple(self._routes())
        for _, source, levels in self.routes:
            for dims, sets in self.sets.items():
                if source in dims:
                    if self.places.dimensions[source].several:
                        self.several.setdefault(source, {}).setdefault(next(iter(levels)))
                    else:
                        sets[source].setdefault(levels)
        while self._match_routes():
            pass

    def _match_routes(self) -> bool:
        """Tell what a question and the one that leads to it are crossed with apart alike; False if it was.

        Otherwise there is no row for who is asked in the classes of one and of the other, and a hidden count
        that the base of the question asked gives away is taken for safe.
        """
        changed = False
        for asked, source, _ in self.routes:
            for dims, mine in self.sets.items():
                theirs = self.sets.get(tuple(sorted({*dims, source} - {asked})))
                if asked not in dims or source in dims or theirs is None:
                    continue
                for name in dims:
                    if name != asked and mine[name].keys() != theirs[name].keys():
                        both = {**mine[name], **theirs[name]}
                        mine[name], theirs[name] = dict(both), dict(both)
                        changed = True
        return changed

    def _routes(self) -> Iterator[tuple[str, str, Levels]]:
        """Give questions that are asked of those in levels of another one."""
        study = self.places.study
        names = {name for dims in self.sets for name in dims}
        for name in sorted(names):
            item = study.codebook.items.get(name)
            if item is None or (item.derived and not item.coded):
                continue
            for term in self.places.terms(asked_of_item(study, item)):
                if term is not None and term[0] in names and term[0] != name:
                    yield name, *term

    def _axis(self, dims: Dims, name: str) -> Axis:
        dimension = self.places.dimensions[name]
        if dimension.several:
            return axis_of_several(dimension, self.several[name])
        return axis_of_single(dimension, self.sets[dims][name])

    def _add_margin(self, dims: Dims, place: int) -> None:
        """Let the counts along one axis add up to the frame without it."""
        rest = dims[:place] + dims[place + 1 :]
        axes, inner = self.axes[dims], self.axes[rest]
        own = np.moveaxis(self.variables[dims], place, -1)
        shape = own.shape[:-1]
        first = self.system.add_rows(int(np.prod(shape, dtype=np.int64)), equal=True)
        rows = first + np.arange(int(np.prod(shape, dtype=np.int64)), dtype=np.int64).reshape(shape)
        of_total = own[..., np.array(axes[place].total, np.bool_)]
        self.system.add_entries(np.broadcast_to(rows[..., None], of_total.shape), of_total, 1)
        kept = axes[:place] + axes[place + 1 :]
        inwards = [
            np.array(
                [next(at for at, whole in enumerate(axis.parts) if part <= whole) for part in fine.parts],
                np.int64,
            )
            for axis, fine in zip(kept, inner, strict=True)
        ]
        at = rows[np.ix_(*inwards)] if inwards else rows
        self.system.add_entries(np.asarray(at), self.variables[rest], -1)

    def _add_axis_relations(self, dims: Dims, place: int) -> None:
        axis = self.axes[dims][place]
        own = np.moveaxis(self.variables[dims], place, -1)
        names = {next(iter(part)): at for at, part in enumerate(axis.parts)} if axis.relations else {}
        count = int(np.prod(own.shape[:-1], dtype=np.int64))
        for coefficients, equal in axis.relations:
            rows = self.system.add_rows(count, equal=equal) + np.arange(count, dtype=np.int64)
            for name, value in coefficients.items():
                self.system.add_entries(rows, own[..., names[name]].ravel(), value)

    def _apart_from(self, name: str, levels: Levels) -> tuple[Levels, ...]:
        """Give a choice, and where a condition is about it those who didn't make it too."""
        if (name, levels) not in self.places.asked_about:
            return (levels,)
        return patterns(choices_in(next(iter(levels))))

    def _add_joined(self) -> None:
        """Let nobody be in a class, or for whom a condition holds, by name and not by their answers."""
        for name, joined in self.places.joined.items():
            for dims, axes in self.axes.items():
                told = {one: levels for one, levels in joined.about().items() if one in dims}
                if name not in dims or not told:
                    continue
                at = [dims.index(one) for one in (name, *told)]
                variables = np.moveaxis(self.variables[dims], at, range(len(at)))
                apart = [self._apart(one, axes[dims.index(one)], sets) for one, sets in told.items()]
                for found in product(*apart):
                    parts = {
                        one: axes[dims.index(one)].parts[place]
                        for one, place in zip(told, found, strict=True)
                    }
                    allowed = joined.levels(parts)
                    allowed |= {BLANK} if NONE in allowed else frozenset()
                    for place, part in enumerate(axes[at[0]].parts):
                        if not part & allowed:
                            self.system.nobody.extend(int(one) for one in variables[(place, *found)].ravel())

    def _apart(self, name: str, axis: Axis, told: Iterable[Levels]) -> list[int]:
        """Give the coordinates that are within or outside what a condition tells apart."""
        if not self.places.dimensions[name].several:
            return list(range(len(axis.parts)))
        wanted = {pattern for one in told for pattern in patterns(choices_in(next(iter(one))))}
        return [place for place, part in enumerate(axis.parts) if part in wanted]

    def _add_routes(self) -> None:
        """Let nobody be in a question's base who is outside the levels that it is asked of."""
        for asked, source, levels in self.routes:
            for dims in self.axes:
                if asked not in dims:
                    continue
                if source in dims:
                    self._forbid(dims, asked, source, levels)
                else:
                    self._bound(dims, asked, source, levels)

    def _forbid(self, dims: Dims, asked: str, source: str, levels: Levels) -> None:
        at, other = dims.index(asked), dims.index(source)
        axis = self.axes[dims][other]
        outside = [one for one in range(len(axis.parts)) if one not in axis.inside(levels)]
        if self.places.dimensions[source].several:
            outside = [one for one, part in enumerate(axis.parts) if NONE in part]
        variables = np.moveaxis(self.variables[dims], (at, other), (0, 1))
        for one in answering(self.axes[dims][at]):
            self.system.nobody.extend(int(each) for each in variables[one][outside].ravel())

    def _bound(self, dims: Dims, asked: str, source: str, levels: Levels) -> None:
        other = tuple(sorted({*dims, source} - {asked}))
        if other not in self.axes:
            return
        at, there = dims.index(asked), other.index(source)
        around = [axis for place, axis in enumerate(self.axes[dims]) if place != at]
        across = [axis for place, axis in enumerate(self.axes[other]) if place != there]
        if [axis.parts for axis in around] != [axis.parts for axis in across]:
            return
        mine = np.moveaxis(self.variables[dims], at, -1)
        theirs = np.moveaxis(self.variables[other], there, -1)
        inside = self.axes[other][there].inside(levels)
        count = int(np.prod(mine.shape[:-1], dtype=np.int64))
        rows = self.system.add_rows(count, equal=False) + np.arange(count, dtype=np.int64)
        wide = rows.reshape((*mine.shape[:-1], 1))
        among = theirs[..., inside]
        self.system.add_entries(np.broadcast_to(wide, among.shape), among, 1)
        those = mine[..., answering(self.axes[dims][at])].reshape((count, -1))
        names = [name for name in dims if name != asked]
        for number, parts in enumerate(product(*(axis.parts for axis in around))):
            row = np.full(1, rows[number])
            place = tuple(sorted([*zip(names, parts, strict=True), (asked, self._answered(asked))]))
            base = self.system.of_place.get(place)
            own = those[number] if base is None else np.full(1, base)
            self.system.add_entries(np.broadcast_to(row, own.shape), own, -1)

    def _answered(self, asked: str) -> Levels:
        """Give the levels of everyone who answered a question."""
        dimension = self.places.dimensions[asked]
        return frozenset({ASKED}) if dimension.several else frozenset(dimension.levels) - {BLANK}

    def _variable_of(self, published: Place) -> int:
        """Give the variable of a place, a new one where it is a sum."""
        dims = tuple(name for name, _ in published)
        axes = self.axes[dims]
        box = self.variables[dims][
            np.ix_(*(axis.inside(levels) for axis, (_, levels) in zip(axes, published, strict=True)))
        ].ravel()
        if len(box) == 1:
            return int(box[0])
        made = self.system.add_variables((1,))
        row = self.system.add_rows(1, equal=True)
        self.system.add_entries(np.full(1, row, np.int64), made, 1)
        self.system.add_entries(np.full(len(box), row, np.int64), box, -1)
        return int(made[0])
