"""Counts that no table prints but that follow from what tables count: who is left over is somebody too.

All less those for whom a condition holds, a total less all classes of a group, one condition less a narrower
one: where every table is shown, these follow by subtraction. They are judged as if they were printed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peil.disclose.axis import Axis, answering
from peil.disclose.condition_terms import NONE, WITHOUT
from peil.disclose.frames import Dims, Frames
from peil.disclose.joined import TOGETHER
from peil.disclose.place import ASKED, Place, Placed
from peil.disclose.primary import CROSSTAB, Reason, Rules
from peil.study.verdict.share_table import BLANK, NET

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

ENDING = "|"
"""In the name of a count of which those who gave some answers are left out."""


@dataclass(frozen=True)
class Implied:
    """A count that can be worked out where all tables are shown whole, and that the rules hide.

    Args:
        place: Where it stands.
        variable: Its variable.
        n: The count.
        base: Of how many; where that can't be worked out, of at least as many.
        reason: The rule that hides it.
    """

    place: Place
    variable: int
    n: int
    base: int
    reason: Reason


@dataclass(frozen=True, eq=False)
class Known:
    """What each variable is when every published count is known.

    Args:
        values: The counts.
        sure: Which of them follow.
        forced: Which follow from counts that are never hidden.
    """

    values: Ints
    sure: Mask
    forced: Mask


def find_implied(frames: Frames, placed: Iterable[Placed], rules: Rules, known: Known) -> Iterator[Implied]:
    """Judge what follows by subtraction as if it were printed.

    Args:
        frames: All relations.
        placed: The tables.
        rules: The plan's rules.
        known: What follows.
    """
    new = known.sure & ~known.forced
    new[[*frames.system.of_place.values(), *frames.system.nobody]] = False
    for dims, items in _questions(frames, placed).items():
        if new[frames.variables[dims]].any():
            for name in items:
                yield from _Line(frames, dims, dims.index(name)).judge(rules, known, new)


def _questions(frames: Frames, placed: Iterable[Placed]) -> dict[Dims, dict[str, None]]:
    """Give each frame with the questions whose answers are told in it; what else is in it, they are split by.

    Where tables are of just what a frame combines, theirs; else those of all tables that combine it and more.
    """
    own: dict[Dims, dict[str, None]] = {}
    wider: dict[Dims, dict[str, None]] = {}
    for one in placed:
        item = frames.places.dimension_of(one.table.item)
        names = {name for name, _ in one.base}
        every = names.union(*(frames.about(name) for name in names))
        own.setdefault(tuple(sorted(names)), {})[item] = None
        wider.setdefault(tuple(sorted(every)), {})[item] = None
    found: dict[Dims, dict[str, None]] = {}
    for dims in frames.axes:
        if len(dims) >= CROSSTAB:
            around = (items for more, items in wider.items() if {*dims} <= {*more})
            among = {name: None for each in around for name in each if name in dims}
            found[dims] = own.get(dims) or ({} if _repeats(frames, dims) else among)
    return found


def _repeats(frames: Frames, dims: Dims) -> bool:
    """Say whether a condition stands beside what it is about, which tells no more than that alone."""
    return any(not {*dims}.isdisjoint(frames.about(name)) for name in dims)


class _Line:
    """A question by all that it is crossed with in a frame."""

    def __init__(self, frames: Frames, dims: Dims, at: int) -> None:
        self.dims, self.at = dims, at
        self.axes, self.variables = frames.axes[dims], np.moveaxis(frames.variables[dims], at, -1)
        several = [frames.places.dimensions[name].several for name in dims]
        self.several = several[at]
        self.told = [here for here, part in enumerate(self.axes[at].parts) if _is_answer(part)]
        self.bases = answering(self.axes[at])
        self.around = [axis for place, axis in enumerate(self.axes) if place != at]
        self.open = [
            [here for here in range(len(axis.parts)) if not ticks or _is_choice(axis, here)]
            for axis, ticks in zip(
                self.around, (one for here, one in enumerate(several) if here != at), strict=True
            )
        ]

    def judge(self, rules: Rules, known: Known, new: Mask) -> Iterator[Implied]:
        """Give the counts that the rules hide, of those that are new."""
        values, sure = known.values, known.sure
        found = new[self.variables][..., self.told].any(axis=-1)
        for around in np.argwhere(found).tolist():
            if not all(here in allowed for here, allowed in zip(around, self.open, strict=True)):
                continue
            line = self.variables[tuple(around)]
            base = int(values[line[self.bases]].sum()) if sure[line[self.bases]].all() else None
            for here in self.told:
                variable = int(line[here])
                if not new[variable]:
                    continue
                n, place = int(values[variable]), self._place(around, here)
                reason = _judge(rules, place, n, base, overlapping=self.several)
                if reason is not None:
                    yield Implied(place, variable, n, n if base is None else base, reason)

    def _place(self, around: Iterable[int], here: int) -> Place:
        inside = list(around)
        inside.insert(self.at, here)
        return tuple(
            (name, axis.parts[one]) for name, axis, one in zip(self.dims, self.axes, inside, strict=True)
        )


def _judge(rules: Rules, place: Place, n: int, base: int | None, *, overlapping: bool) -> Reason | None:
    if base is None:
        return rules.judge(place, n, n + 1, overlapping=False) if n else None  # there may be others
    if 0 < base < rules.disclosure.minimum_base:
        return Reason.BASE
    return rules.judge(place, n, base, overlapping=overlapping)


def _is_answer(part: frozenset[str]) -> bool:
    """Say whether a part of a question's own axis is an answer: not a base, nobody, blank or who is left."""
    return not any(
        one in {NONE, BLANK} or one[:1] in {ASKED, WITHOUT} or ENDING in one or TOGETHER in one
        for one in part
    )


def _is_choice(axis: Axis, here: int) -> bool:
    """Say whether a coordinate of a question with several answers is who chose something, or who didn't."""
    (name,) = axis.parts[here]
    return not (name in {NONE, BLANK} or name[0] == ASKED or ENDING in name or name.startswith(NET))
