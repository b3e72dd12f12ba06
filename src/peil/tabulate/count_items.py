"""Moments of items by banners, in as few passes over the rows as there are sets of banners."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.asked import Banner, Question
from peil.estimation.moments import Moments, NumberMoments, ReplicateMoments, Sums, TickMoments
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.codes import Bits, Codes
from peil.estimation.packed.packed_engine import PackedEngine
from peil.tabulate.coded_item import CodedItem
from peil.tabulate.sample import Sample

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")
OPTIONS, EXTRAS, RESPONSES = "options", "extras", "responses"


@dataclass(frozen=True, eq=False)
class Counted:
    """An item's moments, the groups of its banners side by side.

    Args:
        starts: Banner to the place of its first group.
        classes: The groups of the rows by each of the banners, None for the whole sample.
        moments: Of options, nets and blanks.
        value: Of the numbers that a mean is made of.
        ranks: Of the ranks of each option of a ranking.
        replicates: Sums of each replicate's weights, where the sample has replicates.
        ticks: How responses of one row overlap, where that was asked for.
    """

    starts: Mapping[Banner, int]
    classes: tuple[Codes | None, ...]
    moments: Moments
    value: NumberMoments | None
    ranks: Mapping[str, NumberMoments]
    replicates: ReplicateMoments | None
    ticks: TickMoments | None = None


def count_items(
    sample: Sample,
    items: Mapping[Key, CodedItem],
    banners: Mapping[Banner, Codes],
    wanted: Mapping[Key, tuple[Banner, ...]],
    *,
    responses: bool = False,
) -> dict[Key, Counted]:
    """Count each item by the banners that it is wanted by.

    Args:
        sample: The rows.
        items: What each row adds to each item.
        banners: The group of each row.
        wanted: The banners of each item.
        responses: How responses overlap is wanted too.
    """
    together: dict[tuple[Banner, ...], list[Key]] = {}
    for key, by in wanted.items():
        together.setdefault(by, []).append(key)
    found: dict[Key, Counted] = {}
    for by, keys in together.items():
        some = [items[key] for key in keys]
        counted = _count(some, banners, by, sample)
        ticks = _count_ticks(some, banners, by, sample) if responses else [None] * len(some)
        found |= {key: replace(one, ticks=tick) for key, one, tick in zip(keys, counted, ticks, strict=True)}
    return found


def _count_ticks(
    items: Sequence[CodedItem], banners: Mapping[Banner, Codes], by: tuple[Banner, ...], sample: Sample
) -> list[TickMoments | None]:
    """Count how responses overlap, of the items that have several."""
    questions = {
        Question(f"{place} {RESPONSES}", (), (), many=True): item.responses.ticks
        for place, item in enumerate(items)
        if item.responses is not None
    }
    design = sample.design
    coded = Coded(design.rows, sample.units, sample.unit_of, design.weights, questions, banners, {})
    made = _by_name((each.name, found) for each, _, found in PackedEngine(coded).ticks([*questions], by))
    joined = {
        name: TickMoments(np.concatenate([part.overlap for part in parts], axis=1))
        for name, parts in made.items()
    }
    return [joined.get(f"{place} {RESPONSES}") for place in range(len(items))]


def _count(
    items: Sequence[CodedItem], banners: Mapping[Banner, Codes], by: tuple[Banner, ...], sample: Sample
) -> Iterator[Counted]:
    """Count items by the same banners."""
    questions = {
        Question(f"{place} {part}", (), (), isinstance(codes, Bits)): codes
        for place, item in enumerate(items)
        for part, codes in ((OPTIONS, item.options), (EXTRAS, item.extras))
        if codes is not None
    }
    numbers = {
        f"{place} {name}": values for place, item in enumerate(items) for name, values in _numbers(item)
    }
    design, unit_of = sample.design, sample.unit_of
    replicates = design.replicates.weights if design.replicates else None
    engine = PackedEngine(
        Coded(design.rows, sample.units, unit_of, design.weights, questions, banners, numbers, replicates)
    )
    moments = _by_name((each.name, made) for each, _, made in engine.tables([*questions], by))
    sums = _by_name(engine_numbers(engine, numbers, by))
    weighed = (
        _by_name((each.name, made) for each, _, made in engine.replicates([*questions], by))
        if replicates is not None
        else {}
    )
    starts = dict(zip(by, np.cumsum([0, *(len(banner.groups) for banner in by)]).tolist(), strict=False))
    for place, item in enumerate(items):
        parts = [f"{place} {OPTIONS}"] + ([f"{place} {EXTRAS}"] if item.extras else [])
        yield Counted(
            starts,
            tuple(banners.get(banner) for banner in by),
            join_options([join_groups(moments[part]) for part in parts]),
            join_numbers(sums[f"{place} "]) if item.value is not None else None,
            {option: join_numbers(sums[f"{place} {option}"]) for option in item.ranks},
            join_replicates([weighed[part] for part in parts]) if weighed else None,
        )


def engine_numbers(
    engine: PackedEngine, numbers: Mapping[str, Floats], by: Sequence[Banner]
) -> Iterator[tuple[str, NumberMoments]]:
    """Give the moments of every column of numbers, its banners in their order."""
    return ((name, made) for name, _, made in engine.numbers([*numbers], by))


def _numbers(item: CodedItem) -> Iterator[tuple[str, Floats]]:
    if item.value is not None:
        yield "", item.value
    yield from item.ranks.items()


def _by_name(pairs: Iterable[tuple[str, Made]]) -> dict[str, list[Made]]:
    found: dict[str, list[Made]] = {}
    for name, made in pairs:
        found.setdefault(name, []).append(made)
    return found


def join_groups(parts: Sequence[Moments]) -> Moments:
    """Put the groups of several banners side by side."""
    return Moments(join_sums([part.base for part in parts], 1), join_sums([part.cells for part in parts], 1))


def join_options(parts: Sequence[Moments]) -> Moments:
    """Put options of one base side by side."""
    return Moments(parts[0].base, join_sums([part.cells for part in parts], 2))


def join_numbers(parts: Sequence[NumberMoments]) -> NumberMoments:
    """Put the groups of several banners side by side."""
    if len(parts) == 1:
        return parts[0]
    names = ("wx", "wx2", "w2x", "w2x2")
    joined = [np.concatenate([getattr(part, name) for part in parts], axis=1) for name in names]
    return NumberMoments(join_sums([part.sums for part in parts], 1), *joined)


def join_replicates(parts: Sequence[Sequence[ReplicateMoments]]) -> ReplicateMoments:
    """Put banners' groups, and then options of one base, side by side."""
    base = np.concatenate([each.base for each in parts[0]], axis=1)
    cells = [np.concatenate([each.cells for each in part], axis=1) for part in parts]
    return ReplicateMoments(base, np.concatenate(cells, axis=2))


def join_sums(parts: Sequence[Sums], axis: int) -> Sums:
    """Put sums side by side along an axis."""
    if len(parts) == 1:
        return parts[0]
    return Sums(
        np.concatenate([part.n for part in parts], axis=axis),
        np.concatenate([part.positive for part in parts], axis=axis),
        np.concatenate([part.w for part in parts], axis=axis),
        np.concatenate([part.w2 for part in parts], axis=axis),
    )
