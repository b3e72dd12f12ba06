"""Hide further counts until no hidden one can be worked out: as few, and as seldom printed, as can be."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import numpy as np

from peil.disclose.asked import Asked
from peil.disclose.attacker import Attacker, Left, Spans, move_all, whole_blocks
from peil.disclose.condition_terms import Levels
from peil.disclose.frames import Frames, System
from peil.disclose.implied import Known, find_implied
from peil.disclose.links import hide_links
from peil.disclose.movable import Movable
from peil.disclose.place import Place, Places
from peil.disclose.primary import CROSSTAB, Counts, Reason, Rules
from peil.disclose.rooms import Rooms

WHOLE_SAMPLE = 1000.0
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
        self.everyone = max([analysed, *(n for place, n in self.counts.truth.items() if len(place) < 2)])
        self.frames = Frames(self.places, self.counts.truth)
        self.system: System = self.frames.build()
        self.attacker = Attacker(self.system)
        self.at = self.system.of_place
        self.rooms = Rooms(self.frames, self.attacker, self._whole_sample())
        self.narrowed: set[Place] = set()
        self.implied: set[Place] = set()
        self._hide_implied()
        if not self.counts.hidden:
            return ()
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

    def _hide_implied(self) -> None:
        """Take in counts that no table prints, but that would follow if all that they count were shown."""
        values, sure = self.attacker.work_out(self._known(self.counts.truth))
        known = Known(values, sure, self.rooms.sure)
        for one in find_implied(self.frames, self.counts.placed, self.rules, known):
            self.implied.add(one.place)
            if one.place not in self.at:
                self.at[one.place] = one.variable
                self.counts.truth[one.place] = one.n
                self.counts.base[one.place] = self.counts.widest[one.place] = one.base
            self.counts.base[one.place] = min(self.counts.base[one.place], one.base)
            self.counts.hide(one.place, one.reason)

    def _whole_sample(self) -> dict[int, int]:
        """Give the counts of the whole sample, which are never hidden."""
        return self._known(place for place in self.counts.open if len(place) < CROSSTAB)

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
            before = len(self.counts.hidden)
            for fixed in (
                True,
                False,
            ):  # few counts to move come first; what can't be done with them has more
                known = self._known([*self.counts.open, *self._bases(fixed=fixed)])
                blocks = _Blocks(self.attacker.leave(known)[2], self.place_of, self.counts)
                opened = self._widen_blocks(blocks, opened)
            stuck |= dict.fromkeys(opened)
            self._order_hidden(before)

    def _widen_blocks(self, blocks: "_Blocks", opened: Iterable[Place]) -> list[Place]:
        """Hide until these are wide enough, block by block; give those that can't be, in order."""
        of_block: dict[int, list[Place]] = {}
        for place in opened:
            of_block.setdefault(blocks.block_of(self.at[place]), []).append(place)
        stuck = [
            place
            for _, inside in sorted(of_block.items(), key=lambda item: -len(item[1]))
            for place in inside
            if not self._is_wide(place) and not self._move(blocks, place)
        ]
        return sorted(stuck, key=lambda place: self.at[place])

    def _order_hidden(self, before: int) -> None:
        """Bring what was hidden since into the order of places, whatever block was done first."""
        hidden = self.counts.hidden
        late = sorted(islice(hidden, before, None), key=lambda place: self.at[place])
        for place in late:
            hidden[place] = hidden.pop(place)

    def _is_wide(self, place: Place) -> bool:
        return self.spans.is_wide(self.at[place])

    def _hide_around(self, stuck: list[Place]) -> bool:
        """Hide the questions that counts lead to, or else the tables they stand in, or their bases too.

        False if all are.
        """
        for more in (self._led_to, self._beside, self._bases_of):
            before = len(self.counts.hidden)
            for place in list(dict.fromkeys(each for one in stuck for each in more(one))):
                self._hide(place)
            if len(self.counts.hidden) > before:
                return True
        return False

    def _led_to(self, place: Place) -> Iterator[Place]:
        """Give the bases of the questions that a count leads to."""
        names = {name for name, _ in place}
        for asked, source, _ in self.frames.routes:
            if source in names and asked not in names:
                led = tuple(sorted(names - {source} | {asked}))
                yield from (base for base in self.of_names.get(led, ()) if base in self.counts.bases)

    def _beside(self, place: Place) -> Iterator[Place]:
        """Give the counts of the same tables."""
        names = tuple(name for name, _ in place)
        yield from (one for one in self.of_names[names] if one not in self.counts.bases)

    def _bases_of(self, place: Place) -> Iterator[Place]:
        """Give the bases of the same tables: a count can follow from how many there are."""
        names = tuple(name for name, _ in place)
        yield from (one for one in self.of_names[names] if one in self.counts.bases)

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
            if self.rooms.sure[self.at[place]]:
                found[place] = 0
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
        for fixed in (True, False):
            if self.spans.open():
                known = self._known([*self._shown(), *self._bases(fixed=fixed)])
                _, sure, left = self.attacker.leave(known)
                move_all(left, sure, self.spans)
        return [self.place_of[one] for one in self.spans.open()]

    def _bases(self, *, fixed: bool) -> list[Place]:
        """Give the bases of all who answered that counts are moved within: also the hidden ones, if fixed."""
        whole = self.counts.whole_bases
        return [place for place in self.at if place in whole and (fixed or place not in self.counts.hidden)]

    def _want(self) -> None:
        """Take in what was hidden since this was done last."""
        for place in islice(self.counts.hidden, self.told, None):
            self.spans.add(self.at[place], self.counts.truth[place], self.widths.get(place, 0))
        self.told = len(self.counts.hidden)

    def _move(self, blocks: "_Blocks", place: Place) -> bool:
        """Hide what has to be hidden so that one hidden count can go its width; False where it can't."""
        variable = self.at[place]
        block = blocks.block_of(variable)
        if block < 0:
            return False
        movable = blocks.part(block)
        hidden, width = self.counts.hidden, self.widths[place]
        costs = np.array([0.0 if one in hidden else self._cost(one) for one in movable.places], np.float64)
        at, left = movable.at, movable.left
        both = movable.apart(at[variable], self.counts.truth[place], width, costs)
        if not both:
            width = self._narrow(place)
            if self._is_wide(place):
                return True
            both = Asked(left, at[variable], width, movable.shown, costs, movable.truth).part()
        if not both:
            return False
        published = np.array([here for one, here in at.items() if one in self.place_of], np.int64)
        found = [whole_blocks(left, counts)[0] for counts in both]
        for whole in found:
            for turn in np.flatnonzero(whole[movable.shown] != movable.truth):
                self._hide(movable.places[turn])
        self._want()
        for whole in found:
            self.spans.see(left.variables[published], whole[published])
        return self._is_wide(place)

    def _narrow(self, place: Place) -> int:
        """Give how far a count has to go, no further than it could if the whole sample alone were told."""
        variable = self.at[place]
        if place not in self.narrowed:
            self.narrowed.add(place)
            self.widths[place] = min(
                self.widths[place], self.rooms.of(place, variable, printed=place not in self.implied)
            )
            self.spans.wanted[variable] = self.widths[place]
        return self.widths[place]

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

    def __init__(self, left: Left, place_of: Mapping[int, Place], counts: Counts) -> None:
        self.left, self.place_of, self.counts = left, place_of, counts
        self.blocks: dict[int, int] = dict(zip(left.variables.tolist(), left.block.tolist(), strict=True))
        self._parts: dict[int, Movable] = {}

    def block_of(self, variable: int) -> int:
        """Give the block of a variable; -1 where it can't be moved."""
        return self.blocks.get(variable, -1)

    def part(self, block: int) -> Movable:
        """Give a block."""
        if block not in self._parts:
            left = self.left.part({block})
            at = {int(one): here for here, one in enumerate(left.variables)}
            shown = {
                here: found
                for one, here in at.items()
                if (found := self.place_of.get(one)) is not None and found not in self.counts.hidden
            }
            positions = np.fromiter(shown, np.int64, len(shown))
            truth = np.array([self.counts.truth[one] for one in shown.values()], np.float64)
            self._parts[block] = Movable(left, at, tuple(shown.values()), positions, truth)
        return self._parts[block]
