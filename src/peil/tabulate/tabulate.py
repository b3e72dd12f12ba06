"""Specs and a data set become tables."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from peil.data.dataset import Dataset
from peil.interview.state import State
from peil.study.base_rule import tell_base
from peil.study.codebook import Item
from peil.study.plan import Net, Sampling
from peil.study.tablespec import TableSpec
from peil.study.verdict.share_table import BLANK, NET
from peil.tabulate.choices import Choices, read_ranks, read_values
from peil.tabulate.moments import (
    Floats,
    Mask,
    MeanMoments,
    Moments,
    Positions,
    count_choices,
    count_ticks,
    count_values,
    join_cells,
)
from peil.tabulate.respondents import Respondents
from peil.tabulate.statistics import as_lists, logit_intervals, shares, standard_errors
from peil.tabulate.table import BaseCount, Cell, Mean, Table


def tabulate(dataset: Dataset, specs: Iterable[TableSpec]) -> tuple[Table, ...]:
    """Make the tables that the specs ask for, in order, nothing hidden.

    A spec without ``by`` gives one table of the whole sample, one with ``by`` a table for each class of the
    group in order, empty classes included. Shares are of the (weighted) base. Standard errors and intervals
    are given only where the plan says the sample is a probability sample.

    Args:
        dataset: The rows that the analysis counts.
        specs: Items, groups, conditions and bases, by keys of the codebook.

    Raises:
        Unusable: A group's item puts nobody in just one class.
        KeyError: A key isn't in the codebook.
    """
    respondents = Respondents(dataset)
    rules: dict[tuple[object, ...], str] = {}
    tables: list[Table] = []
    for spec in specs:
        key = (spec.item, spec.where, spec.base)
        if key not in rules:
            rules[key] = tell_base(dataset.study, spec, dataset.study.about.language)
        tables.extend(_tables(respondents, spec, rules[key]))
    return tuple(tables)


def _tables(respondents: Respondents, spec: TableSpec, rule: str) -> Iterator[Table]:
    """Give the tables of one spec: one for each class."""
    dataset, item = respondents.dataset, respondents.item(spec.item)
    classes: Sequence[str | None] = (None,) if spec.by is None else respondents.classes(spec.by)
    base = respondents.in_base(spec)
    groups = np.where(base, 0 if spec.by is None else respondents.class_of(spec.by), -1)
    names, moments = _count(respondents, spec, groups, len(classes))
    cells = _cells(names, moments, dataset.study.plan.sampling)
    means = _means(read_values(dataset, item), groups, len(classes), dataset.weights)
    ranks = {
        option: _means(values, groups, len(classes), dataset.weights)
        for option, values in read_ranks(dataset, item).items()
    }
    for place, name in enumerate(classes):
        count = BaseCount(int(moments.base.n[place]), float(moments.base.w[place]), rule)
        row = tuple(_with_rank(cell, ranks.get(cell.option), place) for cell in cells[place])
        yield Table(spec, item.question, spec.item, name, count, row, means[place] if means else None)


def _count(
    respondents: Respondents, spec: TableSpec, groups: Positions, size: int
) -> tuple[list[str], Moments]:
    """Count the options that the base leaves in, then nets, then blanks; names and moments agree in order."""
    dataset, item, choices = respondents.dataset, respondents.item(spec.item), respondents.choices(spec.item)
    moments = _count_options(choices, groups, size, dataset.weights)
    places = _places(item, choices, spec)
    names = [choices.options[place] for place in places]
    nets = _nets(respondents, item)
    extra: list[Mask] = [choices.chose(net.options) for net in nets]
    if spec.base.blanks:
        extra.append(np.asarray(dataset.states[spec.item] == State.BLANK))
    counted = count_ticks(groups, size, extra, dataset.weights)
    names += [NET + net.id for net in nets] + ([BLANK] if spec.base.blanks else [])
    return names, join_cells(moments.only(places), counted)


def _count_options(choices: Choices, groups: Positions, size: int, weights: Floats | None) -> Moments:
    if choices.codes is None:
        return count_ticks(groups, size, choices.ticks, weights)
    return count_choices(groups, size, choices.codes, len(choices.options), weights)


def _places(item: Item, choices: Choices, spec: TableSpec) -> list[int]:
    """Give the positions of the options that nobody was left out for choosing."""
    left_out = set(spec.base.without) | (item.missing_ids if spec.base.without_missing else set())
    return [place for place, option in enumerate(choices.options) if option not in left_out]


def _nets(respondents: Respondents, item: Item) -> list[Net]:
    return [net for net in respondents.dataset.study.plan.nets if net.question == item.question]


def _cells(names: Sequence[str], moments: Moments, sampling: Sampling) -> list[list[Cell]]:
    """Give each class's cells."""
    counts, share = moments.cells.n.tolist(), as_lists(shares(moments))
    if sampling is not Sampling.PROBABILITY:
        return [
            [Cell(name, n, p) for name, n, p in zip(names, row, ps, strict=True)]
            for row, ps in zip(counts, share, strict=True)
        ]
    intervals = logit_intervals(moments)
    columns = zip(
        counts,
        share,
        as_lists(standard_errors(moments)),
        as_lists(intervals.low),
        as_lists(intervals.high),
        strict=True,
    )
    return [[Cell(name, *numbers) for name, *numbers in zip(names, *row, strict=True)] for row in columns]


def _means(
    values: Floats | None, groups: Positions, size: int, weights: Floats | None
) -> list[Mean | None] | None:
    """Give each class's mean, None for a class in which nobody gave a value."""
    if values is None:
        return None
    moments: MeanMoments = count_values(groups, size, values, weights)
    return [
        Mean(wx / w, n) if w > 0 else None
        for n, w, wx in zip(moments.n.tolist(), moments.w.tolist(), moments.wx.tolist(), strict=True)
    ]


def _with_rank(cell: Cell, means: list[Mean | None] | None, place: int) -> Cell:
    """Give the cell with the mean rank of its option, where it has one."""
    if means is None:
        return cell
    return Cell(cell.option, cell.n, cell.share, cell.se, cell.low, cell.high, means[place])
