"""How uncertain figures are: margins by the size of a base and by figure, or why there are none."""

from collections.abc import Iterator
from decimal import Decimal
from math import sqrt
from statistics import median

from peil.core.percent import round_half_up, spell_number
from peil.disclose.release import ReleasedCell, ReleasedTable
from peil.report.compose.figure import cell
from peil.report.compose.intervals import tell_intervals
from peil.report.compose.methodology.section import Section, table, told
from peil.report.compose.methodology.source import Source
from peil.report.compose.phrases import spell_count
from peil.report.document import Block, NumberedTable, Run, TableCell
from peil.report.template.template import Exhibit
from peil.study.tablespec import TableSpec

SIZES = (10, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
NORMAL = 1.96
"""Of the normal distribution: 95 per cent lies within so many standard errors."""

LEAST, MOST = 0.05, 0.95
"""Between these shares the design effect of a share says something of that of a half."""

HALVES = (1.0, 1.0)


def tell_margins(source: Source) -> Section:
    """Tell where intervals come from; a sample that has none gets the reason and no margins."""
    why = tell_intervals(source.study.plan, source.language)
    if not source.study.plan.tells_errors:
        return Section("margins", blocks=(told(why, source.say("margins_none")),), beside=("margins",))
    known = tuple(one for one in source.release.tables if whole_sample(one))
    effect = design_effect(known)
    if effect is None:
        blocks: tuple[Block, ...] = (told(why, source.say("margins_none_known")),)
    else:
        blocks = (told(why), *by_size(source, effect), *by_figure(source))
    return Section("margins", blocks=blocks, beside=("margins",))


def whole_sample(found: ReleasedTable) -> bool:
    """Say whether a table is of all participants, nobody left out by a condition."""
    return found.group is None and found.spec.where is None


def design_effect(tables: tuple[ReleasedTable, ...]) -> float | None:
    """Give the median design effect of the shares of whole samples; None where none has a standard error."""
    found = [effect for one in tables for each in one.cells if (effect := effect_of(one, each)) is not None]
    return median(found) if found else None


def effect_of(found: ReleasedTable, each: ReleasedCell) -> float | None:
    """Give how much larger a share's variance is than that of a simple random sample of its base."""
    if not found.n or each.share is None or each.se is None or not LEAST <= each.share <= MOST:
        return None
    return each.se**2 * found.n / (each.share * (1 - each.share))


def by_size(source: Source, effect: float) -> Iterator[Block]:
    """Give the margin of a half for bases of several sizes, up to all participants."""
    analysed, least = source.release.facts.analysed, source.release.disclosure.minimum_base
    sizes = sorted({*(size for size in SIZES if least <= size < analysed), analysed})
    rounded = round_half_up(Decimal(repr(effect)), 2)
    yield told(source.say("margins_told", deff=spell_number(rounded, source.language)))
    rows = tuple(
        (
            cell(spell_count(size, source.language), header=True),
            cell(points(source, NORMAL * sqrt(effect * 0.25 / size), size), numeric=True),
        )
        for size in sizes
        if size
    )
    head = (
        cell(source.say("margin_base"), header=True),
        cell(source.say("margin"), header=True, numeric=True),
    )
    yield table((head,), rows, HALVES)


def by_figure(source: Source) -> Iterator[Block]:
    """Give the largest margin of each figure and table of the text."""
    rows = tuple(
        row
        for place, block in enumerate(source.template.blocks)
        if isinstance(block, Exhibit) and (row := figure_row(source, place, block)) is not None
    )
    if rows:
        yield told(source.say("margins_figures"))
        yield figure_table(source, rows)


def figure_row(source: Source, place: int, exhibit: Exhibit) -> tuple[TableCell, ...] | None:
    """Give a figure's name, base and largest margin; None for one without."""
    specs = (TableSpec(item, None, exhibit.where, exhibit.base) for item in exhibit.items)
    tables = [one for spec in specs if (one := source.release.find(spec)) is not None and one.n]
    widths = [half_width(each) for one in tables for each in one.cells]
    known = [width for width in widths if width is not None]
    if not known:
        return None
    bases = sorted({one.n or 0 for one in tables})
    spelt = [spell_count(base, source.language) for base in dict.fromkeys((bases[0], bases[-1]))]
    name = source.places.names.get(exhibit.id, exhibit.id)
    return (
        TableCell((Run(name, link=f"#{source.places.anchors[place]}"),), header=True),
        cell("–".join(spelt), numeric=True),
        cell(points(source, max(known), bases[0]), numeric=True),
    )


def figure_table(source: Source, rows: tuple[tuple[TableCell, ...], ...]) -> NumberedTable:
    """Give the table of figures and their margins."""
    head = (
        cell(source.say("figure_or_table"), header=True),
        cell(source.say("margin_base"), header=True, numeric=True),
        cell(source.say("margin_largest"), header=True, numeric=True),
    )
    return table((head,), rows)


def half_width(each: ReleasedCell) -> float | None:
    """Give half the width of a cell's interval, None where it has none."""
    return None if each.low is None or each.high is None else (each.high - each.low) / 2


def points(source: Source, share: float, base: int) -> str:
    """Give a margin in percentage points: of an indicative base whole ones, else with one decimal."""
    decimals = 0 if base < source.release.disclosure.indicative_below else 1
    exact = round_half_up(Decimal(repr(share)) * 100, decimals)
    return f"±{spell_number(exact, source.language)}"
