"""The figures of one wave of a trend, from that wave's own release."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.disclose.release import Release, ReleasedTable, Status
from peil.disclose.trend import TrendCell, TrendWave, Unfollowed
from peil.disclose.verdicts import count_of, share_of
from peil.study.changes.asked_item import AskedItem
from peil.study.plan import DRAFT, Sampling
from peil.study.tablespec import TableSpec
from peil.study.wave import Wave


@dataclass(frozen=True)
class Bounds:
    """The strictest bounds of the waves that are set side by side."""

    minimum: int
    indicative_below: int


def strictest(releases: list[Release]) -> Bounds:
    """Give the largest minimum of all; a draft hides nothing, so it asks for nothing."""
    rules = [one.disclosure for one in releases if one.disclosure.profile != DRAFT]
    return Bounds(
        max((one.minimum_base for one in rules), default=0),
        max((one.indicative_below for one in rules), default=0),
    )


def wave_figures(wave: Wave, asked: AskedItem, release: Release, bounds: Bounds) -> TrendWave:
    """Give what a wave released of the item; what it hides stays hidden, a base under the minimum too.

    Args:
        wave: The wave.
        asked: The item there, and what stands for what is shown.
        release: The wave's own.
        bounds: The strictest of all waves.
    """
    table = release.find(TableSpec(asked.key))
    drawn = asked.study.plan.sampling is Sampling.PROBABILITY
    synthetic = bool(release.facts.synthetic)
    if table is None or not table.n or table.n < bounds.minimum:
        hidden = Unfollowed.HIDDEN
        return TrendWave(wave.id, wave.label, unfollowed=hidden, probability=drawn, synthetic=synthetic)
    cells = dict(_cells(table, asked.options, indicative=table.n < bounds.indicative_below))
    return TrendWave(wave.id, wave.label, table.n, cells, probability=drawn, synthetic=synthetic)


def _cells(
    table: ReleasedTable, options: Mapping[str, tuple[str, ...]], *, indicative: bool
) -> list[tuple[str, TrendCell]]:
    """Give the answers that are shown; several added up have no standard error of their own."""
    found = []
    for shown, named in options.items():
        share, count = share_of(table, named), count_of(table, named)
        if share is None or count is None:
            continue
        alone = table.cell(named[0]) if len(named) == 1 else None
        weak = indicative or table.status is Status.INDICATIVE
        errors = (alone.se, alone.low, alone.high) if alone else (None, None, None)
        found.append((shown, TrendCell(share, count, weak, *errors)))
    return found
