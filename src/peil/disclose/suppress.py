"""Hide further counts until no hidden one can be worked out: as few, and as seldom printed, as can be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csc_matrix

from peil.disclose.attacker import NODES, Attacker, Floats, Ints, Left, Spans, move_all, whole_blocks
from peil.disclose.frames import Frames, System
from peil.disclose.links import hide_links
from peil.disclose.place import Levels, Place, Places
from peil.disclose.primary import Counts, Reason, Rules

WHOLE_SAMPLE = 50.0
"""What it costs to hide a count of the whole sample, in counts of a class."""


class Suppression:
    """The hidden counts of a release, and how far each of them was shown to go.

    Args:
        places: Knows the dimensions.
        counts: Everything published; hiding adds to it.
        rules: The plan's rules.
        uses: How often texts and figures print a place.
    """

    def __init__(self, places: Places, counts: Counts, rules: Rules, uses: Mapping[Place, int]) -> None:
        self.places, self.counts, self.rules, self.uses = places, counts, rules, uses

    def solve(self, analysed: int) -> tuple[Place, ...]:
        """Hide until every hidden count is wide enough; give those for which nothing more can be hidden.

        Args:
            analysed: How many there are in all.
        """
        if not self.counts.hidden:
            return ()
        self.everyone = max([analysed, *(n for place, n in self.counts.truth.items() if len(place) < 2)])
        self.frames = Frames(self.places, self.counts.truth)
        self.system: System = self.frames.build()
        self.attacker = Attacker(self.system)
        self.at = self.system.of_place
        self.place_of = {variable: place for place, variable in self.at.items()}
        self.of_names: dict[tuple[str, ...], list[Place]] = {}
        for place in self.at:
            self.of_names.setdefault(tuple(name for name, _ in place), []).append(place)
        self.widths = self._widths()
        self.spans = Spans(self.system.size)
        self.told = 0
        while True:
            before = len(self.counts.hidden)
            hide_links(self.counts, self.groups(), self.uses)
            stuck = self._widen()
            if stuck and self._hide_around(stuck):
                continue
            if len(self.counts.hidden) == before:
                return tuple(stuck)

    def groups(self) -> frozenset[str]:
        """Give the dimensions that tables are split by."""
        return frozenset(
            self.places.dimension_of(one.table.spec.by)
            for one in self.counts.placed
            if one.table.spec.by is not None
        )

    def _widen(self) -> list[Place]:
        """Hide until every hidden count is wide enough; give those that can't be within their table."""
        stuck: dict[Place, None] = {}
        while True:
            opened = [place for place in self._find_open() if place not in stuck]
            if not opened:
                return list(stuck)
            blocks = _Blocks(self.bound, self._known([*self.counts.open, *self.counts.whole_bases]))
            for place in opened:
                if not self._is_wide(place) and not self._move(blocks, place):
                    stuck[place] = None

    def _is_wide(self, place: Place) -> bool:
        return self.spans.is_wide(self.at[place])

    def _hide_around(self, stuck: list[Place]) -> bool:
        """Hide the questions that counts lead to, or else the tables they stand in; False if all are."""
        before = len(self.counts.hidden)
        for place in stuck:
            names = {name for name, _ in place}
            for asked, source, _ in self.frames.routes:
                if source in names and asked not in names:
                    led = tuple(sorted(names - {source} | {asked}))
                    for base in self.of_names.get(led, ()):
                        if base in self.counts.bases:
                            self.counts.hide_base(base, Reason.SECONDARY)
        if len(self.counts.hidden) > before:
            return True
        for place in stuck:
            for other in self.of_names[tuple(name for name, _ in place)]:
                if other not in self.counts.bases:
                    self.counts.hide(other, Reason.SECONDARY)
        return len(self.counts.hidden) > before

    def _known(self, places: Iterable[Place]) -> dict[int, int]:
        found = {self.at[place]: self.counts.truth[place] for place in places if place in self.at}
        found[self.system.everyone] = self.everyone
        return found

    def _shown(self) -> list[Place]:
        return [place for place in self.counts.truth if place not in self.counts.hidden]

    def _widths(self) -> dict[Place, int]:
        """Give how wide each place's span has to be where it is hidden."""
        protection = self.rules.disclosure.protection
        found = {}
        for place in self.at:
            if place in self.counts.bases:
                continue
            most = min(protection, self.counts.base[place])
            if len(place) > 1:
                most = min(most, *(self._room(place, axis) for axis in place))
            found[place] = most
        return found

    def _room(self, place: Place, axis: tuple[str, Levels]) -> int:
        """Give how far a count can go when all that is shown is a whole-sample count and the base."""
        whole, base = self.counts.truth.get((axis,)), self.counts.base[place]
        if whole is None or (axis,) not in self.counts.open:
            return base
        return min(whole, base) - max(0, whole + base - self.counts.widest[(axis,)])

    def _find_open(self) -> list[Place]:
        """Give hidden counts that weren't yet shown to go far enough, in order."""
        self._want()
        self.bound = self._bound_attacker()
        known = self._known([*self._shown(), *self.counts.whole_bases])
        _, sure, left = self.bound.leave(known)
        move_all(left, sure, self.spans)
        return [self.place_of[one] for one in self.spans.open()]

    def _want(self) -> None:
        """Take in what was hidden since this was done last."""
        for place in islice(self.counts.hidden, self.told, None):
            self.spans.add(self.at[place], self.counts.truth[place], self.widths.get(place, 0))
        self.told = len(self.counts.hidden)

    def _bound_attacker(self) -> Attacker:
        """Give the attacker with bases as they are, and free of those that are hidden with all they hold.

        Where a question's base is hidden, with every count of it, people move between classes in it as they
        do in the question that leads to it.
        """
        hidden = self.counts.hidden
        return self.attacker.without([row for row, place in self.system.routes.items() if place in hidden])

    def _move(self, blocks: "_Blocks", place: Place) -> bool:
        """Hide what has to be hidden so that one hidden count can go its width; False where it can't."""
        variable = self.at[place]
        block = blocks.block_of(variable)
        if block < 0:
            return False
        left, at = blocks.part(block)
        shown = [
            (here, found)
            for one, here in at.items()
            if (found := self.place_of.get(one)) is not None and found not in self.counts.hidden
        ]
        positions = np.array([here for here, _ in shown], np.int64)
        costs = np.array([self._cost(found) for _, found in shown], np.float64)
        truth = np.array([self.counts.truth[found] for _, found in shown], np.float64)
        made = Asked(left, at[variable], self.widths[place], positions, costs, truth)
        published = np.array([at[one] for one in at if one in self.place_of], np.int64)
        seen = left.variables[published]
        both = made.move(whole=False)
        if both is not None and not all(whole_blocks(left, counts)[1].all() for counts in both):
            both = made.move(whole=True)
        if both is None:
            return False
        for counts in both:
            whole = whole_blocks(left, counts)[0]
            moved = whole[positions] != truth
            for (_, found), other in zip(shown, moved, strict=True):
                if other:
                    self._hide(found)
        self._want()
        for counts in both:
            whole = whole_blocks(left, counts)[0]
            self.spans.see(seen, whole[published])
        return self._is_wide(place)

    def _hide(self, place: Place) -> None:
        hide = self.counts.hide_base if place in self.counts.bases else self.counts.hide
        hide(place, Reason.SECONDARY)

    def _cost(self, place: Place) -> float:
        cost = 1.0 + self.uses.get(place, 0) * 10.0
        if place in self.counts.bases:
            cost += sum(
                1.0 + 10.0 * self.uses.get(cell, 0)
                for number in self.counts.bases[place]
                for cell in self.counts.placed[number].cells
                if cell not in self.counts.hidden
            )
        return cost + (WHOLE_SAMPLE if len(place) == 1 else 0.0)


class _Blocks:
    """Counts that can still be moved, in parts that have nothing to do with each other."""

    def __init__(self, attacker: Attacker, known: Mapping[int, int]) -> None:
        _, _, self.left = attacker.leave(known)
        self.at = {
            int(one): int(block) for one, block in zip(self.left.variables, self.left.block, strict=True)
        }
        self._parts: dict[int, tuple[Left, dict[int, int]]] = {}

    def block_of(self, variable: int) -> int:
        return self.at.get(variable, -1)

    def part(self, block: int) -> tuple[Left, dict[int, int]]:
        """Give a block, and where each variable stands in it."""
        if block not in self._parts:
            left = self.left.part({block})
            self._parts[block] = left, {int(one): at for at, one in enumerate(left.variables)}
        return self._parts[block]


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

    def move(self, *, whole: bool) -> tuple[Floats, Floats] | None:
        """Give the two sets, in whole counts where that is asked; None where there are none."""
        left, count, free = self.left, len(self.left.variables), len(self.shown)
        rows, columns, values = self._entries()
        least = np.concatenate([left.rest, left.rest, *(self.truth, -self.truth) * 2, [float(self.width)]])
        equal = np.concatenate([left.equal, left.equal, np.zeros(4 * free + 1, np.bool_)])
        found = milp(
            np.concatenate([np.zeros(2 * count), self.costs]),
            integrality=np.concatenate([np.full(2 * count, float(whole)), np.zeros(free)]),
            constraints=LinearConstraint(
                csc_matrix((values, (rows, columns)), shape=(len(least), 2 * count + free)),
                least,
                np.where(equal, least, np.inf),
            ),
            bounds=Bounds(0, np.inf),
            options={"node_limit": NODES} if whole else {},
        )
        return None if found.x is None else (found.x[:count], found.x[count : 2 * count])

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
