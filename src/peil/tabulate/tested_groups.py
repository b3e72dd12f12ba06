"""Groups tested against the rest and against each other, p adjusted over a family."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from peil.estimation.adjust_p import Adjustment, Family, adjust_family
from peil.estimation.arrays import Floats, Mask
from peil.estimation.asked import Banner
from peil.estimation.deviations import NAME, deviate, deviate_replicates
from peil.estimation.differences import Differences
from peil.estimation.letters import LetterRules, give_letters, letter
from peil.estimation.moments import Moments, ReplicateMoments, Sums
from peil.estimation.packed.codes import Codes
from peil.estimation.pairwise import compare_columns, compare_columns_by_replicates
from peil.estimation.replicate_variance import replicate_freedom
from peil.study.plan import DeviationRule, Plan
from peil.tabulate.coded_item import CodedItem
from peil.tabulate.count_items import Counted
from peil.tabulate.sample import Sample
from peil.tabulate.table import GroupTest

Key = TypeVar("Key", bound=tuple[object, Banner])
"""An item in one base, and a banner."""

TABLE, ITEM = "table", "item"


@dataclass(frozen=True, eq=False)
class GroupTests:
    """The tests of one item by one banner.

    Args:
        item: Key of the item, for the family's name.
        base: Respondents of each group.
        p: Of each group against the rest, groups × cells; NaN where nothing was tested.
        columns: Every group less every other, groups × groups × cells.
    """

    item: str
    base: Sequence[int]
    p: Floats
    columns: Differences


@dataclass(frozen=True, eq=False)
class TestedGroups:
    """The tests of one item by one banner, as its tables tell them.

    Args:
        tests: How each group was tested.
        p: Groups × cells, adjusted; NaN where nothing was tested.
        above: For each cell and group the letters of the groups that it lies above.
    """

    tests: tuple[GroupTest, ...]
    p: Floats
    above: tuple[tuple[tuple[str, ...], ...], ...]


def compare_groups(
    counted: Counted, item: CodedItem, banner: Banner, sample: Sample
) -> tuple[Floats, Differences]:
    """Give p of each group against the rest, groups × cells, and each group less each other.

    Errors are those of the design; where weights were fitted to targets they are not made smaller for that.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    if sample.frame is None:
        raise ValueError("a sample without errors can't be tested")
    start = counted.starts[banner]
    place = [*counted.starts].index(banner)
    groups = slice(start, start + len(banner.groups))
    lonely, replicates = sample.design.lonely, sample.design.replicates
    over, whole = sample.residual, counted.moments
    if over is not None:
        whole = Moments(over.by_units(whole.base), over.by_units(whole.cells))
    moments = Moments(_of(whole.base, groups), _of(whole.cells, groups))
    if replicates is None or counted.replicates is None:
        found = deviate(moments, sample.frame, lonely, family="", method=Adjustment.NONE)
        return found.rest.p, compare_columns(moments, sample.frame, lonely)
    made = counted.replicates
    made = ReplicateMoments(made.base[:, groups], made.cells[:, groups])
    rows = item.base & _in_group(counted.classes[place])
    df = replicate_freedom(replace(replicates, weights=replicates.weights[rows]))
    against = deviate_replicates(moments, made, replicates, df, Family("", Adjustment.NONE, 0))
    return against.rest.p, compare_columns_by_replicates(moments, made, replicates, df)


def adjust_groups(made: Mapping[Key, GroupTests], plan: Plan) -> dict[Key, TestedGroups]:
    """Give tests with p adjusted over the plan's families; groups under the minimum base are in none.

    Letters run on over an item's banners: they stand beside each other, and each letter names one group.
    """
    rule, disclosure, first = plan.deviation, plan.disclosure, _first_letters(made)
    families: dict[tuple[str, Key | None], dict[Key, Floats]] = {}
    for key, tests in made.items():
        small = np.asarray(tests.base) < disclosure.minimum_base
        p = np.where(small[:, None], np.nan, tests.p)
        own = key if rule.family == TABLE else None  # an item by a group may be there in several bases
        families.setdefault((_family(rule, tests.item, key[1]), own), {})[key] = p
    method = Adjustment(rule.correction)
    letters = LetterRules(rule.level, minimum_base=disclosure.minimum_base, method=method)
    found: dict[Key, TestedGroups] = {}
    for (name, _), family in families.items():
        numbered = {str(place): p for place, p in enumerate(family.values())}
        adjusted = adjust_family(numbered, method).values()
        size = sum(int(np.count_nonzero(~np.isnan(p))) for p in family.values())
        for key, p in zip(family, adjusted, strict=True):
            columns = tuple(letter(first[key] + place) for place in range(len(p)))
            tests = made[key]
            given = give_letters(columns, np.asarray(tests.base), tests.columns, letters, name)
            told = tuple(
                GroupTest(NAME, name, rule.correction, size, rule.level, column) for column in columns
            )
            found[key] = TestedGroups(told, p, given.marks)
    return found


def _first_letters(made: Mapping[Key, GroupTests]) -> dict[Key, int]:
    """Give the place of the letter that each banner's first group bears."""
    found: dict[Key, int] = {}
    lettered: dict[object, int] = {}
    for key, tests in made.items():
        found[key] = lettered.get(key[0], 0)
        lettered[key[0]] = found[key] + len(tests.base)
    return found


def _family(rule: DeviationRule, item: str, banner: Banner) -> str:
    if rule.family == TABLE:
        return f"{item} by {banner.name}"
    return f"{item} by all groups" if rule.family == ITEM else "all tables"


def _of(sums: Sums, groups: slice) -> Sums:
    return Sums(sums.n[:, groups], sums.positive[:, groups], sums.w[:, groups], sums.w2[:, groups])


def _in_group(codes: Codes | None) -> Mask:
    if codes is None:
        raise ValueError("the whole sample has no groups")
    return np.asarray(codes.of < codes.options)
