"""Weigh a released number to a population's classes, from released cells alone.

Nothing else is looked at, so that the result tells no more than the tables that are printed do.
"""

from collections.abc import Sequence
from dataclasses import replace

from peil.disclose.beside_population import BesidePopulation, ClassBeside, Lack, Lacking, WeighedHeadline
from peil.disclose.release import Release, ReleasedTable
from peil.disclose.verdicts import share_of
from peil.study.population import Headline
from peil.study.tablespec import TableSpec


def weigh_headline(
    release: Release, group: str, beside: BesidePopulation, headline: Headline
) -> WeighedHeadline:
    """Give a number under weights that bring the group to the population (Holt & Smith 1979).

    With P the population's shares, the post-stratified share of an option is Σ P × share(option | class).
    That is of a question that everybody answered. Of one with a smaller base each class counts for the part
    B of it that is in the base: Σ P × B × share(option | class) over Σ P × B, as weights on rows give.

    Args:
        release: What may be shown.
        group: The item whose classes the population has.
        beside: The classes in both.
        headline: Which number.

    Returns:
        The number as released and weighted. Where a cell that is needed is hidden, or the population can't be
        weighted to, there is no weighted number, and what lacks is named.
    """
    share = _share(release.find(TableSpec(headline.item)), headline.options)
    found = WeighedHeadline(headline, share, None, beside.lacks)
    if beside.lacks:
        return found
    sizes = release.find(TableSpec(group))
    there = [one for one in beside.classes if one.n]
    tables = [release.find(TableSpec(headline.item, group), one.id) for one in there]
    shares = [_share(table, headline.options) for table in tables]
    hidden = tuple(one.id for one, part in zip(there, shares, strict=True) if part is None)
    lacks = (
        *((Lack(Lacking.TOTAL),) if share is None else ()),
        *((Lack(Lacking.CELL, hidden),) if hidden else ()),
    )
    if lacks or sizes is None:
        return replace(found, lacks=lacks)
    parts = [
        _size(one) * _reach(table, sizes, one.id) for one, table in zip(there, tables, strict=True) if table
    ]
    whole = sum(parts)
    told = (part for part in shares if part is not None)
    weighed = sum(size * part for size, part in zip(parts, told, strict=True))
    return replace(found, weighed=weighed / whole) if whole else found


def _share(table: ReleasedTable | None, options: Sequence[str]) -> float | None:
    return share_of(table, options) if table and table.n else None


def _size(one: ClassBeside) -> float:
    return float(one.known.percent) if one.known else 0.0


def _reach(table: ReleasedTable, sizes: ReleasedTable, name: str) -> float:
    """Give what part of a class is in the base of a table, weighted as the tables are."""
    cell = sizes.cell(name)
    if cell is None or cell.share is None or not sizes.weighted or table.weighted is None:
        return 0.0
    return table.weighted / (cell.share * sizes.weighted)
