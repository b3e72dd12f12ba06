"""One dimension of a frame: its finest parts, and what holds between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from peil.disclose.condition_terms import NONE, WITHOUT, Levels
from peil.disclose.joined import TOGETHER, choices_in, patterns
from peil.disclose.place import ASKED, Dimension
from peil.study.verdict.share_table import BLANK

Relation = tuple[Mapping[str, int], bool]
"""What coordinates add up to, with coefficients; True: to nothing, False: to nothing or more."""


@dataclass(frozen=True)
class Axis:
    """One dimension of a frame.

    Args:
        parts: The levels that each coordinate is; of a question with several answers each is one name.
        total: Which coordinates together are everyone.
        relations: What holds between coordinates beside their total.
    """

    parts: tuple[Levels, ...]
    total: tuple[bool, ...]
    relations: tuple[Relation, ...] = ()

    def inside(self, levels: Levels) -> list[int]:
        """Give the coordinates that lie within levels."""
        return [place for place, part in enumerate(self.parts) if part <= levels]


def answering(axis: Axis) -> list[int]:
    """Give the coordinates that are everyone who answered."""
    return [
        at
        for at, (part, counts) in enumerate(zip(axis.parts, axis.total, strict=True))
        if counts and NONE not in part and part != frozenset({BLANK})
    ]


def axis_of_single(dimension: Dimension, sets: Iterable[Levels]) -> Axis:
    """Give the coarsest parts that every set is made of."""
    wanted = tuple(sets)
    universe = [*dimension.levels, NONE]
    parts: dict[tuple[bool, ...], set[str]] = {}
    for level in dict.fromkeys(universe):
        parts.setdefault(tuple(level in each for each in wanted), set()).add(level)
    made = tuple(frozenset(part) for part in parts.values())
    return Axis(made, (True,) * len(made))


def axis_of_several(dimension: Dimension, wanted: Iterable[str]) -> Axis:
    """Give everyone who answered, nobody of them, each option and net, and how these hang together."""
    options = list(dimension.levels)
    nets = dict(dimension.nets or {})
    names = dict.fromkeys((ASKED, NONE, *options, *nets, *wanted))
    told = {tuple(choices_in(name)): None for name in names if TOGETHER in name or name.startswith(WITHOUT)}
    endings = {name.partition("|")[2] for name in names} - {""}
    blanks = any(name in {BLANK, ASKED + BLANK} or name.startswith(ASKED + BLANK) for name in names)
    if blanks:
        names = dict.fromkeys((*names, BLANK, ASKED + BLANK))
    for ending in sorted(endings):
        names = dict.fromkeys((*names, f"{ASKED}|{ending}", *(f"{one}|{ending}" for one in options)))
    relations: list[Relation] = []
    relations += list(within_base(ASKED, options, dimension.exclusive))
    relations += [one for net, inside in nets.items() for one in of_net(net, ASKED, sorted(inside))]
    if blanks:
        relations.append(({ASKED + BLANK: 1, ASKED: -1, BLANK: -1}, True))
    everyone = {ASKED: 1, NONE: 1, **({BLANK: 1} if blanks else {})}
    relations += [one for choices in told for one in of_patterns(everyone, choices)]
    for ending in sorted(endings):
        relations += list(without(ending, options, nets, dimension.exclusive, names))
    known = tuple((terms, equal) for terms, equal in relations if all(name in names for name in terms))
    total = tuple(name in {ASKED, NONE} or (blanks and name == BLANK) for name in names)
    return Axis(tuple(frozenset({name}) for name in names), total, known)


def within_base(base: str, options: Sequence[str], exclusive: Levels) -> Iterator[Relation]:
    """Give what holds of ticks: none is more than the base, all together are at least it."""
    yield {**dict.fromkeys(options, 1), base: -1}, False
    alone = [one for one in options if one in exclusive]
    for option in options:
        if option not in exclusive:
            yield {base: 1, option: -1, **dict.fromkeys(alone, -1)}, False
    if alone:
        yield {base: 1, **dict.fromkeys(alone, -1)}, False


def of_net(net: str, base: str, inside: Sequence[str]) -> Iterator[Relation]:
    """Give what holds of a net: from its largest option to the sum of them, and no more than the base."""
    yield {base: 1, net: -1}, False
    yield {**dict.fromkeys(inside, 1), net: -1}, False
    for option in inside:
        yield {net: 1, option: -1}, False


def of_patterns(everyone: Mapping[str, int], choices: Sequence[str]) -> Iterator[Relation]:
    """Give what holds where some choices are told apart together: all are in one pattern, asked or not."""
    names = [next(iter(pattern)) for pattern in patterns(choices)]
    yield {**everyone, **dict.fromkeys(names, -1)}, True
    for choice in choices if len(choices) > 1 else ():
        yield {choice: 1, **{name: -1 for name in names if choices_in(name)[choice]}}, True


def without(
    ending: str,
    options: Sequence[str],
    nets: Mapping[str, Levels],
    exclusive: Levels,
    names: Mapping[str, None],
) -> Iterator[Relation]:
    """Give what holds where those who chose some options are left out of the base."""
    dropped = ending.split("+")
    base = f"{ASKED}|{ending}"
    alone = all(one in exclusive for one in dropped)
    yield {ASKED: 1, base: -1, **({} if not alone else dict.fromkeys(dropped, -1))}, alone
    if not alone:
        yield {base: 1, ASKED: -1, **dict.fromkeys(dropped, 1)}, False
        for one in dropped:
            yield {ASKED: 1, one: -1, base: -1}, False
    for option in (*(one for one in options if one not in dropped), *nets):
        cell = f"{option}|{ending}"
        if cell in names:
            yield {option: 1, cell: -1}, alone and option not in nets
            if not alone:
                yield {cell: 1, option: -1, **dict.fromkeys(dropped, 1)}, False
            yield {base: 1, cell: -1}, False
    if f"{ASKED}{BLANK}|{ending}" in names:
        yield {f"{ASKED}{BLANK}|{ending}": 1, base: -1, BLANK: -1}, True
