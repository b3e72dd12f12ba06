"""Which classes of a group deviate from the total, by the plan's rule."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from peil.study.plan import Plan
from peil.study.verdict.mode import mode
from peil.study.verdict.share_table import BLANK, NET, ShareTable, is_partly_hidden, option_shares, share_of

TOLERANCE = 1e-9
"""A difference of ten points is one, also when the shares' last bits disagree."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """How a class deviates; by the descriptive rule it is never called significant.

    Args:
        group: Class id.
        points: Percentage points above (or, negative, below) the total: of the options asked about, or of
            the option that lies farthest away.
        option: That option; of several asked about, their ids joined by ``+``.
        other_mode: Its most chosen option is another one than the total's.
    """

    group: str
    points: float
    option: str
    other_mode: bool


def deviating(
    total: ShareTable,
    classes: Iterable[ShareTable],
    plan: Plan,
    options: Collection[str] = (),
    without: Collection[str] = (),
) -> tuple[Deviation, ...]:
    """Give the classes that deviate from the total, in the order given.

    A class deviates when its base is at least the disclosure minimum, and:

    - by the descriptive rule, it lies at least the rule's points from the total, or has another most chosen
      option. With ``options`` both are about these: their share together, and whether one of them is most
      chosen in the one and not in the other. Modes that tie are another only when they share no option.
    - by the tested rule, one of its options differs from the rest at the rule's level, or with ``options``
      that one option or net does. Several together are tested as a net alone.

    Args:
        total: The whole sample.
        classes: The classes of one group; hidden ones never deviate, and by all options those with a hidden
            option neither.
        plan: Gives the points and the minimum base.
        options: The options or nets the question is about; empty for every option.
        without: Options that don't compete for most chosen, such as ``item.missing_ids``.
    """
    found: list[Deviation] = []
    for table in classes:
        if table.n is None or table.n < plan.disclosure.minimum_base or table.group is None:
            continue
        if not options and (is_partly_hidden(table) or is_partly_hidden(total)):
            continue
        option, points = _distance(total, table, options)
        other = _other_mode(total, table, options, without)
        if plan.deviation.tested:
            found += _differing(total, table, options, plan.deviation.level)
        elif other or abs(points) >= plan.deviation.points - TOLERANCE:
            found.append(Deviation(table.group, points, option, other))
    return tuple(found)


def _differing(
    total: ShareTable, table: ShareTable, options: Collection[str], level: float
) -> Iterator[Deviation]:
    """Give how a class differs from the rest by a test, by the cell that lies farthest from the total."""
    if len(options) > 1:
        return
    there = {cell.option: cell.share for cell in total.cells if cell.share is not None}
    points = {
        cell.option: 100 * (cell.share - there[cell.option])
        for cell in table.cells
        if cell.p is not None and cell.p <= level and cell.share is not None and cell.option in there
        if cell.option in options
        or (not options and not cell.option.startswith(NET) and cell.option != BLANK)
    }
    farthest = max(points, key=lambda option: abs(points[option]), default="")
    if farthest and table.group is not None:
        yield Deviation(table.group, points[farthest], farthest, other_mode=False)


def _distance(total: ShareTable, table: ShareTable, options: Collection[str]) -> tuple[str, float]:
    """Give the option and how many points it lies from the total, the farthest where none is named."""
    if options:
        here, there = share_of(table, options), share_of(total, options)
        return "+".join(options), 0.0 if here is None or there is None else 100 * (here - there)
    shares = option_shares(total)
    points = {
        option: 100 * (share - shares[option])
        for option, share in option_shares(table).items()
        if option in shares
    }
    farthest = max(points, key=lambda option: abs(points[option]), default="")
    return farthest, points.get(farthest, 0.0)


def _other_mode(
    total: ShareTable, table: ShareTable, options: Collection[str], without: Collection[str]
) -> bool:
    """Say whether the class has another most chosen option, as far as the options are about that."""
    here, there = set(mode(table, without)), set(mode(total, without))
    other = bool(here) and bool(there) and not here & there
    return other and (not options or bool((here | there) & set(options)))
