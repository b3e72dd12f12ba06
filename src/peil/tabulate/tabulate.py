"""Specs and a data set become tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peil.core.problem import Unusable
from peil.data.dataset import Dataset
from peil.estimation.asked import WHOLE, Banner
from peil.estimation.lonely import LonelyUnit
from peil.study.base import Base
from peil.study.base_rule import tell_base
from peil.study.tablespec import TableSpec
from peil.tabulate.coded_item import CodedItem, code_classes, code_item
from peil.tabulate.count_items import Counted, count_items
from peil.tabulate.design_of import lonely_problem
from peil.tabulate.estimated import Estimated, as_lists, estimate_item
from peil.tabulate.respondents import Respondents
from peil.tabulate.sample import Sample, sample_of
from peil.tabulate.table import BaseCount, Cell, OfResponses, Table
from peil.tabulate.tested_groups import GroupTests, TestedGroups, adjust_groups, compare_groups

Key = tuple[str, str, Base]
"""What tables of one item in one base have in common: item, words of ``where``, base."""

TestKey = tuple[Key, Banner]


def tabulate(dataset: Dataset, specs: Iterable[TableSpec], *, responses: bool = False) -> tuple[Table, ...]:
    """Make the tables that the specs ask for, in order, nothing hidden.

    A spec without ``by`` gives one table of the whole sample, one with ``by`` a table for each class of the
    group in order, empty classes included. Shares are of the (weighted) base. Standard errors and intervals
    are given only where the plan says that rows were drawn, or under which model they count as drawn.

    Args:
        dataset: The rows that the analysis counts.
        specs: Items, groups, conditions and bases, by keys of the codebook.
        responses: Cells of questions with several answers have their shares of responses too.

    Raises:
        Unusable: A group's item puts nobody in just one class, or the design of the sample can't be.
        KeyError: A key isn't in the codebook.
    """
    wanted = tuple(specs)
    respondents, sample = Respondents(dataset), sample_of(dataset)
    banners = {spec.by: _banner(respondents, spec.by) for spec in wanted}
    items: dict[Key, CodedItem] = {}
    rules: dict[Key, str] = {}
    by: dict[Key, dict[Banner, None]] = {}
    for spec in wanted:
        key = _key(spec)
        by.setdefault(key, {})[banners[spec.by]] = None
        if key not in items:
            items[key] = code_item(respondents, spec)
            rules[key] = tell_base(dataset.study, spec, dataset.study.about.language)
    codes = {
        banner: code_classes(respondents.class_of(name), len(banner.groups))
        for name, banner in banners.items()
        if name is not None
    }
    counted = count_items(
        sample, items, codes, {key: tuple(each) for key, each in by.items()}, responses=responses
    )
    found, tested = _estimate(dataset, counted, items, sample)
    tables: list[Table] = []
    for spec in wanted:
        key = _key(spec)
        banner = banners[spec.by]
        part = Part(found[key], items[key].names, counted[key].starts[banner], tested.get((key, banner)))
        tables.extend(_tables(respondents, spec, part, rules[key]))
    return tuple(tables)


def _key(spec: TableSpec) -> Key:
    return spec.item, spec.where.source if spec.where else "", spec.base


def _banner(respondents: Respondents, by: str | None) -> Banner:
    return WHOLE if by is None else Banner(by, respondents.classes(by), by)


def _estimate(
    dataset: Dataset, counted: dict[Key, Counted], items: dict[Key, CodedItem], sample: Sample
) -> tuple[dict[Key, Estimated], dict[TestKey, TestedGroups]]:
    """Give what each item's moments tell, and where the plan asks for that, how its groups differ.

    Raises:
        Unusable: A stratum has a single unit, and the plan doesn't say what is done with those.
    """
    plan = dataset.study.plan
    try:
        found = {key: estimate_item(each, items[key], sample) for key, each in counted.items()}
        if not plan.deviation.tested or sample.frame is None:
            return found, {}
        made: dict[TestKey, GroupTests] = {}
        for key, each in counted.items():
            for banner, start in each.starts.items():
                if banner != WHOLE:
                    base = found[key].base_n[start : start + len(banner.groups)]
                    pairs = compare_groups(each, items[key], banner, sample)
                    made[key, banner] = GroupTests(key[0], base, *pairs)
        return found, adjust_groups(made, plan)
    except LonelyUnit as error:
        raise Unusable([lonely_problem(dataset, error)]) from error


@dataclass(frozen=True)
class Part:
    """What a spec's tables are made of.

    Args:
        found: What was estimated of its item, in all groups of all banners.
        names: What its cells are called.
        start: The place of its first group there.
        tested: How its groups differ, where that was tested.
    """

    found: Estimated
    names: tuple[str, ...]
    start: int
    tested: TestedGroups | None


def _tables(respondents: Respondents, spec: TableSpec, part: Part, rule: str) -> Iterator[Table]:
    """Give the tables of one spec: one for each class; ``rule`` is the base in words."""
    item, found = respondents.item(spec.item), part.found
    classes: Sequence[str | None] = (None,) if spec.by is None else respondents.classes(spec.by)
    for group, name in enumerate(classes):
        place = part.start + group
        base = BaseCount(found.base_n[place], found.base_weighted[place], rule)
        mean = found.means[place] if found.means else None
        test = part.tested.tests[group] if part.tested else None
        yield Table(spec, item.question, spec.item, name, base, tuple(_cells(part, group)), mean, test)


def _cells(part: Part, group: int) -> Iterator[Cell]:
    """Give the cells of one group."""
    found, place, tested = part.found, part.start + group, part.tested
    none = [None] * len(part.names)
    errors = [each[place] if each else none for each in (found.se, found.low, found.high)]
    p = as_lists(tested.p[[group]])[0] if tested else none
    above = [each[group] for each in tested.above] if tested else none
    columns = zip(
        part.names,
        found.n[place],
        found.share[place],
        *errors,
        p,
        above,
        _of_responses(part, place),
        strict=True,
    )
    for name, n, share, se, low, high, chance, letters, ticked in columns:
        mean = found.ranks[name][place] if name in found.ranks else None
        yield Cell(name, n, share, se, low, high, mean, chance, letters, ticked)


def _of_responses(part: Part, place: int) -> list[OfResponses | None]:
    """Give each cell's share of responses, in one group."""
    if part.found.of_responses is None:
        return [None] * len(part.names)
    shares, errors = (each[place] for each in part.found.of_responses)
    return [
        None if share is None else OfResponses(share, se) for share, se in zip(shares, errors, strict=True)
    ]
